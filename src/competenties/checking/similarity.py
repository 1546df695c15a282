"""Tells how much two indicators say the same, from the concepts in them."""

from functools import cache, lru_cache

from competenties.messages import Language
from competenties.wording.word_lists import entries, words

Concepts = frozenset[str]

SHARED = 0.5
"""Share of concepts that has to be equal as a word; the rest may be spelled otherwise."""

_WEAK = 0.3
_SPELLED_ALIKE = 85
_SAME_STEM = 0.65
_SHORTEST = 4


def weight(concept: str, language: Language) -> float:
    """Return how much a concept counts when two indicators are laid beside each other."""
    return _WEAK if concept in words(language, "weak_words") else 1.0


def similarity(left: Concepts, right: Concepts, language: Language, least: float = 0.0) -> float:
    """Return which share of what two sets say together is said by both; 0 when under `least`."""
    shared = left & right
    if len(shared) < SHARED * len(left) or len(shared) < SHARED * len(right):
        return 0.0
    both = _weigh(shared, language)
    only_left, only_right = left - shared, right - shared
    matches = min(len(only_left), len(only_right))
    surplus = _WEAK * (len(only_left) + len(only_right) - 2 * matches)
    if not both or (both + matches) / (both + matches + surplus) < least:
        return 0.0
    if matches:
        matched = _matched(only_left, only_right, language)
        both += len(matched)
        only_left, only_right = only_left - matched.keys(), only_right - set(matched.values())
    rest = _weigh(only_left, language) + _weigh(only_right, language)
    found = both / (both + rest)
    return found if found >= least else 0.0


def is_one_act(heads: tuple[str, str], left: Concepts, right: Concepts, language: Language) -> bool:
    """Tell whether what the one does is in the other too: "uses …" is not "describes …"."""
    sides = ((heads[0], right), (heads[1], left))
    return all(
        not head
        or weight(head, language) < 1
        or head in others
        or any(_may_be_one(head, one, language) for one in others)
        for head, others in sides
    )


def _weigh(concepts: Concepts, language: Language) -> float:
    weak = words(language, "weak_words")
    return sum(_WEAK if one in weak else 1.0 for one in concepts)


def _matched(left: Concepts, right: Concepts, language: Language) -> dict[str, str]:
    """Return words of two sets that may be one: near in meaning, or spelled otherwise."""
    found: dict[str, str] = {}
    for one in sorted(left):
        for other in sorted(right - set(found.values())):
            if _may_be_one(one, other, language):
                found[one] = other
                break
    return found


@lru_cache(maxsize=500_000)
def _may_be_one(one: str, other: str, language: Language) -> bool:
    if (one, other) in _near_meanings(language):
        return True
    shortest, longest = sorted((len(one), len(other)))
    if shortest <= _SHORTEST:
        return False
    start = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    return (start > _SHORTEST and start >= _SAME_STEM * longest) or _is_misspelled(one, other)


def _is_misspelled(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(one, other, score_cutoff=_SPELLED_ALIKE) > 0


@cache
def _near_meanings(language: Language) -> frozenset[tuple[str, str]]:
    pairs = [
        (word, other.strip())
        for word, value in entries(language, "may_also_mean").items()
        for other in value.split(",")
    ]
    return frozenset([*pairs, *((other, word) for word, other in pairs)])
