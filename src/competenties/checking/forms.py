"""The grammatical form in which an indicator is written, where its first words show it."""

import re
from typing import Literal

from competenties.messages import Language
from competenties.wording.lemmas import lemma
from competenties.wording.word_lists import words

Form = Literal["third", "imperative", "infinitive", "you", "first"]

_WORD = re.compile(r"[^\W\d_]+")
_PRONOUNS: dict[str, Form] = {
    "je": "you",
    "jij": "you",
    "u": "you",
    "ik": "first",
    "you": "you",
    "i": "first",
}
_IRREGULAR = frozenset(["is", "heeft", "kan", "wil", "mag", "has", "does", "goes"])
_SHORTEST = 4


def form_of(text: str, language: Language) -> Form | None:
    """Return the form of an indicator; None where the first words leave it open."""
    found = [one.lower() for one in _WORD.findall(text)]
    if not found:
        return None
    if found[0] in _PRONOUNS:
        return _PRONOUNS[found[0]]
    if found[0] in _IRREGULAR:
        return "third"
    return _dutch(found) if language == "nl" else _english(found)


def _dutch(found: list[str]) -> Form | None:
    first, base = found[0], lemma(found[0], "nl")
    is_verb = base.endswith("n") and len(base) >= _SHORTEST
    if not is_verb:
        return None
    if first == base:
        return "infinitive" if len(found) > 1 else None
    if first.endswith("t"):
        return None if base.endswith("ten") and not first.endswith("dt") else "third"
    opens = len(found) > 1 and found[1] in words("nl", "object_openers")
    return "imperative" if opens and not first.endswith("en") else None


def _english(found: list[str]) -> Form | None:
    first, base = found[0], lemma(found[0], "en")
    second = found[1] if len(found) > 1 else ""
    if first == "to":
        return "infinitive"
    if first.endswith("ing") and base != first:
        return "infinitive"
    if first.endswith("s") and base != first and not first.endswith("ss"):
        return "third"
    return "imperative" if first == base and second in words("en", "object_openers") else None
