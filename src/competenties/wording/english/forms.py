"""Forms of English verbs by rule; irregular ones stand in the lexicon."""

import re

_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def third_person_form(base: str) -> str:
    """Return the third person: plan: plans; reply: replies; go: goes."""
    if base.endswith(_SIBILANT):
        return f"{base}es"
    return f"{base[:-1]}ies" if _CONSONANT_Y.search(base) else f"{base}s"


def past_participles(base: str) -> list[str]:
    """Return the regular participle, with and without a doubled consonant."""
    if base.endswith("e"):
        return [f"{base}d"]
    if _CONSONANT_Y.search(base):
        return [f"{base[:-1]}ied"]
    return [f"{base}ed", f"{base}{base[-1]}ed"]


def gerunds(base: str) -> list[str]:
    """Return the form in -ing, with and without a doubled consonant."""
    if base.endswith("ie"):
        return [f"{base[:-2]}ying"]
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return [f"{base[:-1]}ing"]
    return [f"{base}ing", f"{base}{base[-1]}ing"]
