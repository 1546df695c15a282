"""What an indicator says, apart from its wording: to be laid beside another indicator."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from competenties.checking.denial import denies_in_main_clause
from competenties.checking.reach import Reach, reach_of
from competenties.checking.reading import Word, read
from competenties.checking.vocabulary import scope_ranks
from competenties.messages import Language
from competenties.wording.word_lists import entries, words

_WIDE = 3
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Gist:
    """The meaning of one indicator in one language.

    `concepts` are what it says, `head` the first of them, as a rule its verb; `fixed` holds what makes another indicator of it whatever else is
    the same: who or what it reaches, numbers, denial, how much help; `often` says how often; `denies` tells whether
    it says what somebody does not do.
    """

    concepts: frozenset[str]
    head: str
    fixed: frozenset[str]
    often: frozenset[str]
    reach: Reach
    denies: bool


def plain(text: str) -> str:
    """Return a text in the form in which only other capitals, marks and spaces are left out.

    Marks that make another word of it (C#, C++) stay.
    """
    folded = _without_accents(text).casefold().replace("#", "♯").replace("+", "＋")
    kept = folded.replace("♯", " sharp ").replace("＋", " plus ")
    return " ".join(_NOT_A_WORD.sub(" ", kept).split())


def _without_accents(text: str) -> str:
    """Return a text without accents: vóór and voor are one word with and without stress."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if not unicodedata.combining(one))


def gist_of(text: str, language: Language) -> Gist:
    """Return what an indicator says."""
    found = read(text, language)
    making = _Making(found, language)
    for at in range(len(found)):
        making.add(at)
    numbers = [" ".join(making.numbers)] if making.numbers else []
    return Gist(
        concepts=frozenset(making.concepts),
        head=_head(making.concepts, language),
        fixed=frozenset([*making.fixed, *numbers]),
        often=frozenset(making.often),
        reach=reach_of(found, language),
        denies=denies_in_main_clause(found, language),
    )


class _Making:
    """A gist in the making, word by word; numbers keep their order."""

    def __init__(self, found: Sequence[Word], language: Language) -> None:
        self._found = found
        self._language = language
        self.concepts: dict[str, None] = {}
        self.fixed: list[str] = []
        self.often: list[str] = []
        self.numbers: list[str] = []

    def add(self, at: int) -> None:
        """Add what the word at a place says."""
        word = self._found[at]
        role = word.role
        if role == "concept":
            self.concepts[word.value] = None
        elif role == "scope":
            self.fixed.append(_group(self._found, at, self._language))
        elif role == "often":
            self.often.append(word.value)
        elif role in ("number", "time"):
            self._add_amount(at)
        elif role in ("denial", "autonomy"):
            self.fixed.append("not" if role == "denial" else f"autonomy {word.value}")

    def _add_amount(self, at: int) -> None:
        """Add a number or a stretch of time: how often, a norm or a plain word."""
        word = self._found[at]
        if _tells_how_often(self._found, at, self._language):
            self.often.append(word.value)
        elif word.role == "number" or (at and self._found[at - 1].role == "number"):
            self.numbers.append(word.value)
        else:
            self.concepts[word.value] = None


def _head(concepts: Iterable[str], language: Language) -> str:
    """Return the first concept that is not an adverb in front of the verb: "confidently talks"."""
    is_verb = (one for one in concepts if language == "nl" or not one.endswith("ly"))
    return next(is_verb, "")


def _group(found: Sequence[Word], at: int, language: Language) -> str:
    """Return the name of a group, another one where another is meant: andere teams, teams."""
    word = found[at]
    name = word.value
    if scope_ranks(language).get(name, 0) >= _WIDE and word.lemma != word.low and word.lemma:
        name = f"{name} many"
    before = found[at - 1] if at else None
    if before is not None and before.low in words(language, "group_modifiers"):
        return f"{name} other"
    return name


def _tells_how_often(found: Sequence[Word], at: int, language: Language) -> bool:
    """Tell whether a number or a stretch of time says how often: elke week, twee keer."""
    around = _around(language)
    low = found[at].low
    before = around.get(found[at - 1].low) if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if low.endswith("lijks"):
        return True
    if low.endswith("ly"):
        return after is None or after.role == "stop"
    if before == "before" or (after is not None and around.get(after.low) == "after"):
        return True
    return before == "day" and low.rstrip("s").endswith(("day", "dag"))


@cache
def _around(language: Language) -> dict[str, str]:
    return dict(entries(language, "how_many_times"))
