"""How far an indicator reaches: whom it touches, how much it settles and how much help it needs."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from competenties.checking.reading import Word
from competenties.checking.vocabulary import scope_ranks
from competenties.messages import Language
from competenties.wording.word_lists import entries, words

_MIDDLE, _HIGH = 2, 3
_OUTSIDE = frozenset(["klant", "eindklant", "leverancier", "customer", "end customer", "supplier"])
_NEAR = 3
_OF_OTHERS = frozenset(["hun"])
_WHEN = frozenset(["als", "wanneer", "zodra", "zoals", "when", "if", "as"])
_CARRYING_OUT = frozenset(["uitvoeren", "opvolgen", "verrichten", "carry", "execute", "perform"])
_ASKING = frozenset(["vragen", "ask", "seek", "inroepen", "inwinnen", "request"])


class Reach(NamedTuple):
    """The reach of one indicator; `score` is None where its words say too little."""

    score: int | None
    leans: bool


def reach_of(found: Sequence[Word], language: Language) -> Reach:
    """Return the reach of an indicator: scope, plus what its verb settles, plus autonomy."""
    verb, follows = _verb(found, language)
    autonomy = sum(int(one.value) for one in found if one.role == "autonomy")
    leans = follows or autonomy < 0 or _asks_for_help(found, language)
    leans = leans or _works_on_order(found, verb, language)
    scope = _scope(found, language)
    if leans:
        return Reach(verb, leans=True)
    if scope is None:
        return Reach(None, leans=False)
    sets_course = 1 if verb == _HIGH or autonomy > 0 else 0
    return Reach(scope + verb + sets_course, leans=False)


def _scope(found: Sequence[Word], language: Language) -> int | None:
    """Return how far the widest word reaches; own work reaches 1."""
    ranks = scope_ranks(language)
    reached = [_rank(one, ranks) for one in found if one.role == "scope"]
    widest = max(reached, default=0)
    if widest:
        return widest
    lows = [one.low for one in found]
    own = (at for at, one in enumerate(found) if one.role == "own")
    return 1 if any(at == 0 or lows[at - 1] not in _OF_OTHERS for at in own) else None


def _rank(word: Word, ranks: dict[str, int]) -> int:
    return ranks.get(word.low) or ranks.get(word.lemma) or ranks.get(word.value, 0)


def _verb(found: Sequence[Word], language: Language) -> tuple[int, bool]:
    """Return how much the first verb settles, and whether it does as another does."""
    classes = _classes(language)
    for one in found:
        if one.role in ("concept", "stop") and one.lemma in classes:
            return classes[one.lemma]
        if one.role == "concept":
            break
    return _MIDDLE, False


@cache
def _classes(language: Language) -> dict[str, tuple[int, bool]]:
    found = {}
    for verb, value in entries(language, "verb_classes").items():
        rank, _, mark = value.partition(" ")
        found[verb] = (int(rank), mark == "leaning")
    return found


def _works_on_order(found: Sequence[Word], verb: int, language: Language) -> bool:
    """Tell whether somebody carries out what a boss says, or acts when a boss asks."""
    bosses = words(language, "bosses")
    for at, one in enumerate(found):
        if one.low in bosses or one.lemma in bosses:
            before = {word.low for word in found[max(0, at - _NEAR) : at]}
            if before & _WHEN or (verb == 1 and _carries_out(found)):
                return True
    return False


def _carries_out(found: Sequence[Word]) -> bool:
    return any(one.lemma in _CARRYING_OUT for one in found[:2])


def _asks_for_help(found: Sequence[Word], language: Language) -> bool:
    """Tell whether somebody asks for what one who cannot go on alone asks."""
    first = next((one for one in found if one.role == "concept"), None)
    if first is None or not {first.lemma, first.value} & _ASKING:
        return False
    ranks = scope_ranks(language)
    if any(one.value in _OUTSIDE or _rank(one, ranks) >= _HIGH for one in found):
        return False
    helps = words(language, "dependence_words")
    return any(one.low in helps or one.lemma in helps for one in found)
