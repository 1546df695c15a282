"""Forms of Dutch verbs and adjectives by rule: finite forms, participles, inflected endings.

Where spelling alone cannot tell which of two forms is right (leveren: levert, beheren: beheert)
both are given; the wrong one is no word and harms nobody.
"""

import re
from collections.abc import Iterator

_VOWEL = "aeiou"
_OPEN = re.compile(r"[^aeiou]?[aeou][bcdfghjklmnprstvwz]$")
_PREFIXES = ("be", "ge", "ver", "ont", "her", "er", "mis", "onder", "over", "door", "voor", "weer")
_DIAERESIS = {"e": "ë", "i": "ï", "u": "ü"}
_DEVOICED = {"v": "f", "z": "s"}


def stems(infinitive: str) -> list[str]:
    """Return the first person of a verb, the likeliest first: maken: maak; leveren: lever, leveer."""
    if re.search(r"(aa|oe|(?<![aeou])ie)n$", infinitive):
        whole = infinitive[:-1]
        return [whole[:-1] if whole.endswith("aa") else whole]
    if not infinitive.endswith("en"):
        return [infinitive]
    bare = infinitive[:-2]
    if re.search(r"[uëïi][eë]r$|ër$", bare):
        return [
            re.sub(r"iër$", "ieer", re.sub(r"(?<=[^i])ër$", "ëer", re.sub(r"er$", "eer", bare)))
        ]
    if bare[-1:] == bare[-2:-1] and bare[:-2] and bare[-1] not in _VOWEL:
        return [_devoiced(bare[:-1])]
    found = [_devoiced(bare)]
    if _OPEN.search(bare) and not re.search(r"[aeiou][aeou][^aeiou]$", bare):
        doubled = _devoiced(bare[:-1] + bare[-2] + bare[-1])
        found = [*found, doubled] if _may_be_unstressed(bare) else [doubled]
    return found


def third_persons(infinitive: str) -> list[str]:
    """Return the forms that hij/zij may take: maken: maakt; gaan: gaat."""
    if re.search(r"(aa|oe|(?<![aeou])ie)n$", infinitive):
        return [infinitive[:-1] + "t"]
    return [one if one.endswith("t") else one + "t" for one in stems(infinitive)]


def participles(infinitive: str, particle: str = "") -> list[str]:
    """Return the past participles that a regular verb may have: (toe, lichten): toegelicht."""
    found = []
    for stem in stems(infinitive):
        raw = infinitive.removesuffix("en")
        ending = "" if stem[-1:] in "td" else ("t" if raw[-1:] in "tkfschpx" else "d")
        has_prefix = infinitive.startswith(_PREFIXES[:7]) and not particle
        prefix = "" if has_prefix else "ge"
        if prefix and stem[:1] in "eiu":
            found.append(f"{particle}ge{_DIAERESIS[stem[0]]}{stem[1:]}{ending}")
        found.append(f"{particle}{prefix}{stem}{ending}")
        if infinitive.startswith(_PREFIXES):
            found.append(f"{particle}{stem}{ending}")
    return found


def adjective_bases(low: str) -> Iterator[str]:
    """Yield what an inflected adjective may come from: heldere: helder; vlotte: vlot."""
    yield low
    for ending in ("ste", "st", "ere", "er", "e"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            bare = low[: -len(ending)]
            yield bare
            yield bare[:-1] + bare[-1] if bare[-1:] != bare[-2:-1] else bare[:-1]
            if bare[-1:] in "vz":
                yield bare[:-1] + _DEVOICED[bare[-1]]
                bare = bare[:-1] + _DEVOICED[bare[-1]]
            if _OPEN.search(bare):
                yield bare[:-1] + bare[-2] + bare[-1]
            if ending == "ere" and bare.endswith("d"):
                yield bare[:-1]


def _may_be_unstressed(bare: str) -> bool:
    """Tell whether the last syllable of a stem may be a dull -el, -er, -en, -em or -ig."""
    return bool(re.search(r"[aeiou].*(e[lrnm]|ig)$", bare))


def _devoiced(stem: str) -> str:
    return stem[:-1] + _DEVOICED.get(stem[-1:], stem[-1:])
