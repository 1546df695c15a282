"""The edits that lead from one document to another, so that a change made elsewhere can be merged."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from competenties.operations.applying import OperationError, apply
from competenties.operations.kinds import Insert, Move, Operation, Remove, Set, Step, Way
from competenties.operations.tree import LEVELS, at, item_id, items, level_number, way_to

_Listed = tuple[str, Way]
"""A list of items: the item that it belongs to, and the path to it."""


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Operation]:
    """Return edits that make `after` of `before`: what is new, moved, changed and gone.

    Each item keeps its identity, also in another list, so that an edit of the one who wrote
    `before` still finds it.
    """
    found: list[Operation] = []
    now: dict[str, Any] = dict(before)
    for step in (_new_levels, _new_items, _moved, _changed_fields, _gone, _what_is_left):
        for edit in step(now, after):
            try:
                now = apply(now, edit).data
            except OperationError:
                continue
            found.append(edit)
    return found


def _new_levels(now: Any, after: Any) -> Iterator[Operation]:
    known = {one for one, _ in items(now)}
    for owner, way in items(after):
        if owner in known:
            yield from _levels_of(now, after, owner, way)


def _levels_of(now: Any, after: Any, owner: str, way: Way) -> Iterator[Operation]:
    there = {level_number(one) for one in at(now, (*(way_to(now, owner) or ()), LEVELS)) or []}
    before: Step | None = None
    for level in at(after, (*way, LEVELS)) or []:
        number = level_number(level)
        if number is not None and number not in there:
            bare = {name: value for name, value in level.items() if not _holds_items(value)}
            yield Insert(item=owner, path=(LEVELS,), after=before, value=bare)
        before = number


def _holds_items(value: Any) -> bool:
    return any(True for _ in items([value])) or any(True for _ in items(value))


def _new_items(now: Any, after: Any) -> Iterator[Operation]:
    """Yield the items that are new, those around others first, without the items inside them."""
    known = {one for one, _ in items(now)}
    for (owner, path), values in _lists(after):
        before: Step | None = None
        for value in values:
            called = item_id(path[-1], value)
            if called and called not in known:
                yield Insert(item=owner, path=path, after=before, value=_bare(value))
            before = called


def _bare(value: Any) -> Any:
    """Return an item without the items inside it."""
    if isinstance(value, dict):
        return {
            name: _bare(one)
            for name, one in value.items()
            if not (isinstance(one, list) and any(item_id(name, inner) for inner in one))
        }
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return value


def _moved(now: Any, after: Any) -> Iterator[Operation]:
    """Yield the items that stand in another list, or elsewhere in their own."""
    lists = dict(_lists(now))
    for (owner, path), values in _lists(after):
        wanted = [called for one in values if (called := item_id(path[-1], one))]
        have = [item_id(path[-1], one) for one in lists.get((owner, path), ())]
        kept = [one for one in have if one in set(wanted)]
        if kept == wanted:
            continue
        stays = _longest_ascent([wanted.index(str(one)) for one in kept])
        before: str | None = None
        for position, called in enumerate(wanted):
            if position not in stays:
                yield Move(item=called, to=owner, path=path, after=before)
            before = called


def _longest_ascent(numbers: list[int]) -> set[int]:
    """Return the longest row of numbers that already stand in order; those need no move."""
    rows: list[list[int]] = []
    """The row with the smallest end, of every length."""
    for number in numbers:
        length = bisect_left([row[-1] for row in rows], number)
        rows[length : length + 1] = [[*(rows[length - 1] if length else ()), number]]
    return set(rows[-1]) if rows else set()


def _lists(data: Any) -> Iterator[tuple[_Listed, list[Any]]]:
    """Yield every list of items, the outer ones first."""
    yield from _lists_of(data, "", data, ())
    for owner, way in items(data):
        yield from _lists_of(data, owner, at(data, way), ())


def _lists_of(data: Any, owner: str, node: Any, path: Way) -> Iterator[tuple[_Listed, list[Any]]]:
    for name, value in node.items() if isinstance(node, dict) else ():
        way = (*path, name)
        if isinstance(value, dict):
            yield from _lists_of(data, owner, value, way)
        elif isinstance(value, list):
            if any(item_id(name, one) for one in value):
                yield (owner, way), value
            elif name == LEVELS:
                for level in value:
                    number = level_number(level)
                    if number is not None:
                        yield from _lists_of(data, owner, level, (*way, number))


def _changed_fields(now: Any, after: Any) -> Iterator[Operation]:
    for owner, way in (("", ()), *items(after)):
        there = way_to(now, owner)
        if there is not None:
            yield from _fields(owner, at(now, there), at(after, way), ())


def _fields(owner: str, now: Any, after: Any, path: Way) -> Iterator[Operation]:
    """Yield the fields of one item that differ; lists of items are looked at elsewhere."""
    for name in {**now, **after}:
        old, new = now.get(name), after.get(name)
        way = (*path, name)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _fields(owner, old, new, way)
        elif _is_a_list_of_items(name, old) or _is_a_list_of_items(name, new):
            continue
        elif name == LEVELS and isinstance(old, list) and isinstance(new, list):
            yield from _levels(owner, old, new, way)
        else:
            yield Set(item=owner, path=way, was=old, value=new)


def _levels(owner: str, now: list[Any], after: list[Any], way: Way) -> Iterator[Operation]:
    by_number = {level_number(one): one for one in after}
    for level in now:
        number = level_number(level)
        if number is not None and number in by_number:
            yield from _fields(owner, level, by_number[number], (*way, number))
        elif number is not None:
            yield Remove(item=owner, path=(*way, number), was=level)


def _is_a_list_of_items(name: Step, value: Any) -> bool:
    return isinstance(value, list) and any(item_id(name, one) for one in value)


def _gone(now: Any, after: Any) -> Iterator[Operation]:
    """Yield what is not there any more, the outermost items only."""
    kept = {one for one, _ in items(after)}
    gone: list[Way] = []
    for called, way in items(now):
        if called not in kept and not any(way[: len(one)] == one for one in gone):
            gone.append(way)
            yield Remove(item=called, was=at(now, way))


def _what_is_left(now: Any, after: Any) -> Iterator[Operation]:
    """Yield whole fields that still differ: of documents in which ids or levels are not single."""
    for name in {**now, **after}:
        if now.get(name) != after.get(name):
            yield Set(path=(name,), was=now.get(name), value=after.get(name))
