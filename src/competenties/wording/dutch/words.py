"""What is known of a Dutch word: verb forms, small words and the lists that it stands in."""

import re
from functools import cache, lru_cache

from competenties.wording.dutch.forms import adjective_bases, participles, stems, third_persons
from competenties.wording.lemmas import lemma
from competenties.wording.sentence import Word
from competenties.wording.word_lists import entries
from competenties.wording.word_tags import (
    ADJECTIVE_LISTS,
    COMPOUND_LISTS,
    WORD_LISTS,
    homograph_tags,
    starts_of,
    tags_of,
)

_LONGEST = 60
_SHORTEST_FORM = 4
_SHORTEST_LOAN = 6  # "-eert" and "-eren" with a stem before them
_SHORTEST_HEAD = 5
"""A compound counts by its last part from this length on: balie|medewerker."""


class DutchVerbs:
    """The verbs of the lexicon by every form that they take."""

    def __init__(self) -> None:
        """Read the list of verbs and make their forms."""
        self.finite: dict[str, str] = {}
        self.base: dict[str, str] = {}
        self.infinitive: dict[str, str] = {}
        self.participle: dict[str, str] = {}
        self.irregular: dict[str, str] = {}
        self.separable: dict[tuple[str, str], str] = {}
        for entry, value in entries("nl", "verbs").items():
            self._add(entry, [one.strip() for one in value.split(",") if one.strip()])
        for form, infinitive in entries("nl", "irregular_forms").items():
            self.finite[form] = infinitive
            self.infinitive.setdefault(infinitive, infinitive)
        self.particles = frozenset(particle for particle, _ in self.separable)
        self.wholes = frozenset(self.separable.values())

    def _add(self, entry: str, irregular: list[str]) -> None:
        particle, bar, base = entry.rpartition("|")
        whole = particle + base
        third = [irregular[0].removeprefix(particle)] if irregular else third_persons(base)
        if irregular:
            self.irregular[base] = third[0]
        for form in third:
            self.finite.setdefault(form, base)
        if bar:
            for form in third:  # as it stands at the end of a clause: "die de afspraak nakomt"
                self.finite.setdefault(particle + form, whole)
        for form in stems(base):
            self.base.setdefault(form, base)
        for form in (base, whole, f"{particle}te{base}" if bar else base):
            self.infinitive.setdefault(form, form if form == base else whole)
        for form in irregular[1:] or participles(base, particle):
            self.participle.setdefault(form, whole)
        if bar:
            self.separable[(particle, base)] = whole


@cache
def verbs() -> DutchVerbs:
    """Return the verbs of the lexicon; read once."""
    return DutchVerbs()


@lru_cache(maxsize=50_000)
def know(low: str) -> Word:
    """Return what is known of a word in small letters."""
    if not low[0].isalpha():
        return Word(low, low, frozenset(), is_word=False, starts=starts_of("nl", low))
    known = verbs()
    return Word(
        low=low,
        lemma=lemma(low, "nl"),
        tags=_tags(low),
        finite=known.finite.get(low) or _guessed_finite(low),
        infinitive=known.infinitive.get(low) or _guessed_infinitive(low),
        participle=known.participle.get(low, "") or _guessed_participle(low),
        base=known.base.get(low, ""),
        starts=starts_of("nl", low),
    )


def _tags(low: str) -> frozenset[str]:
    bases = list(adjective_bases(low))
    tags = tags_of("nl", WORD_LISTS, [low, lemma(low, "nl")])
    tags |= tags_of("nl", ADJECTIVE_LISTS, bases)
    if any(part in entries("nl", "jargon") for part in low.split("-")):
        tags.add("jargon")
    tags |= {name for name in COMPOUND_LISTS if _ends_in(low, name)}
    tags |= set(entries("nl", "function_words").get(low, "").split())
    return frozenset(tags | homograph_tags("nl", low))


def _ends_in(low: str, name: str) -> bool:
    """Tell whether a word or its dictionary form is a compound that ends in a word of a list."""
    return len(low) <= _LONGEST and any(
        one[at:] in entries("nl", name)
        for one in {low, lemma(low, "nl")}
        for at in range(2, len(one) - _SHORTEST_HEAD + 1)
    )


def _guessed_finite(low: str) -> str:
    """Return the infinitive of a third person that is not in the lexicon, from the dictionary."""
    if not low.endswith("t") or len(low) < _SHORTEST_FORM:
        return ""
    infinitive = lemma(low, "nl")
    if infinitive != low and infinitive.endswith("n") and low in third_persons(infinitive):
        return infinitive
    if low.endswith("eert") and len(low) > _SHORTEST_LOAN:
        return f"{low[:-4]}eren"
    return ""


_PARTICIPLE = re.compile(
    r"(?:aan|achter|af|bij|binnen|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|weg)?"
    r"(?:ge|be|ver|ont|her|er)[a-zëïü]{3,}(?:d|t|en)"
)


def _guessed_participle(low: str) -> str:
    """Return the verb of a participle that is not in the lexicon, by its form and the dictionary."""
    if not _PARTICIPLE.fullmatch(low) or low in verbs().finite or low in verbs().infinitive:
        return ""
    infinitive = lemma(low, "nl")
    return infinitive if infinitive != low and infinitive.endswith("en") else ""


def _guessed_infinitive(low: str) -> str:
    if not low.endswith("en") or len(low) < _SHORTEST_LOAN or lemma(low, "nl") != low:
        return ""
    return low if low.endswith(("eren", "iseren")) else ""
