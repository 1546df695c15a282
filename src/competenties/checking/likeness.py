"""Finds indicators that say the same, without laying every one beside every other.

Two indicators are compared only when what sets indicators apart (scope, numbers, denial) is equal
and when they share one of their rarest concepts. Equal sets of concepts are compared once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import Literal, NamedTuple

from competenties.checking.gist import Gist
from competenties.checking.similarity import SHARED, Concepts, is_one_act, similarity
from competenties.messages import Language

Kind = Literal["equal", "often", "near"]
_Group = Mapping[Concepts, Sequence[int]]
_Two = tuple[Concepts, Concepts]

_ALIKE = 0.8
"""Share of what two indicators say together that both say (catalogue of the wording rules)."""

_BLOCK = 40
_NEIGHBOURS = 10
"""With a concept that more indicators share, each is compared with the next ones in order, and
with those of its own competence."""

_PARTNERS = 12
"""So many equal indicators are paired with each other; more would only repeat the finding."""


class Pair(NamedTuple):
    """Two indicators that are alike, by position: the first comes earlier in the framework."""

    first: int
    second: int
    kind: Kind


def equal_pairs(keys: Mapping[int, str]) -> Iterator[Pair]:
    """Yield indicators with the same text, each with the ones before it (a few at most)."""
    seen: dict[str, list[int]] = {}
    for position, key in keys.items():
        before = seen.setdefault(key, [])
        for first in before:
            yield Pair(first, position, "equal")
        if len(before) < _PARTNERS:
            before.append(position)


def alike_pairs(
    gists: Mapping[int, Gist], language: Language, owners: Sequence[object]
) -> Iterator[Pair]:
    """Yield indicators that say the same in other words, or that differ in how often only.

    `owners` holds the competence of every position: within one, no two are ever passed over.
    """
    groups: dict[Concepts, dict[Concepts, list[int]]] = defaultdict(dict)
    for position, gist in gists.items():
        if gist.concepts:
            groups[gist.fixed].setdefault(gist.concepts, []).append(position)
    counts = Counter(one for group in groups.values() for concepts in group for one in concepts)
    for group in groups.values():
        for members in group.values():
            yield from _within(members, gists)
        for left, right in _candidates(group, counts, owners):
            if similarity(left, right, language, _ALIKE):
                yield from _between(group[left], group[right], gists, language)


def _within(members: Sequence[int], gists: Mapping[int, Gist]) -> Iterator[Pair]:
    for place, second in enumerate(members):
        for first in members[: min(place, _PARTNERS)]:
            yield _pair(first, second, gists)


def _between(
    left: Sequence[int], right: Sequence[int], gists: Mapping[int, Gist], language: Language
) -> Iterator[Pair]:
    one, other = gists[left[0]], gists[right[0]]
    if not is_one_act((one.head, other.head), one.concepts, other.concepts, language):
        return
    for first in left[:_PARTNERS]:
        for second in right[:_PARTNERS]:
            yield _pair(min(first, second), max(first, second), gists)


def _pair(first: int, second: int, gists: Mapping[int, Gist]) -> Pair:
    same_often = gists[first].often == gists[second].often
    return Pair(first, second, "near" if same_often else "often")


def _candidates(
    group: _Group, counts: Mapping[str, int], owners: Sequence[object]
) -> Iterator[_Two]:
    """Yield pairs of sets that share one of their rarest concepts and are about as large."""
    blocks: dict[str, list[Concepts]] = defaultdict(list)
    ordered = {one: sorted(one, key=lambda word: (counts[word], word)) for one in group}
    for one, rarest in ordered.items():
        for word in rarest[: len(rarest) - ceil(SHARED * len(rarest)) + 1]:
            blocks[word].append(one)
    numbers = {one: number for number, one in enumerate(group)}
    total = len(numbers)
    seen: set[int] = set()
    for left, right in _blocked(blocks.values(), ordered, group, owners):
        if not SHARED <= len(left) / len(right) <= 1 / SHARED:
            continue
        first, second = numbers[left], numbers[right]
        key = first * total + second if first < second else second * total + first
        if key not in seen:
            seen.add(key)
            yield left, right


def _blocked(
    blocks: Iterable[list[Concepts]],
    ordered: Mapping[Concepts, Sequence[str]],
    group: _Group,
    owners: Sequence[object],
) -> Iterator[_Two]:
    for block in blocks:
        if len(block) <= _BLOCK:
            yield from _next_ones(block, len(block))
            continue
        yield from _next_ones(sorted(block, key=lambda one: tuple(ordered[one])), _NEIGHBOURS)
        own: dict[object, list[Concepts]] = defaultdict(list)
        for one in block:
            for owner in {owners[position] for position in group[one]}:
                own[owner].append(one)
        for members in own.values():
            yield from _next_ones(members, len(members))


def _next_ones(members: Sequence[Concepts], reach: int) -> Iterator[_Two]:
    for place, left in enumerate(members):
        for right in members[place + 1 : place + 1 + reach]:
            yield left, right
