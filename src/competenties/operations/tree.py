"""The JSON of a document as a tree of items: finding them, and changing a copy along one way."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from competenties.operations.kinds import Step, Way

LEVELS = "levels"
NO_ITEMS = frozenset({"identifiers", "frameworks", "alignments", "extra"})
"""Lists whose `id` is somebody else's, or a reference."""


def items(data: Any, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield the id of every item with the way to it from the root; the document itself has none."""
    if isinstance(data, dict):
        if way and isinstance(data.get("id"), str):
            yield data["id"], way
        for name, value in data.items():
            if name not in NO_ITEMS and isinstance(value, (dict, list)):
                yield from items(value, (*way, name))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            if isinstance(value, (dict, list)):
                yield from items(value, (*way, position))


def way_to(data: Any, item: str) -> Way | None:
    """Return the way to an item from the root, or None."""
    if not item:
        return ()
    return next((way for one, way in items(data) if one == item), None)


def at(data: Any, way: Way) -> Any:
    """Return what stands at a way of keys and positions; None where there is nothing."""
    for step in way:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def changed(data: Any, way: Way, change: Callable[[Any], Any]) -> Any:
    """Return a copy in which what stands at a way is changed; the rest is shared.

    What becomes empty is a field that is not there, as in a file. Raises TypeError where a way
    goes through a list as if it were an object, or the other way round.
    """
    if not way:
        return change(data)
    step, rest = way[0], way[1:]
    is_right = isinstance(data, list) if isinstance(step, int) else isinstance(data, dict)
    if data is not None and not is_right:
        raise TypeError(type(data))
    if isinstance(step, int):
        copy = list(data)
        copy[step] = changed(data[step], rest, change)
        return copy
    copied = dict(data or {})
    new = changed(copied.get(step), rest, change)
    if new is None or new in ({}, []):
        copied.pop(step, None)
    else:
        copied[step] = new
    return copied


def item_id(name: Step, value: Any) -> str | None:
    """Return the id of a value in a list called `name`, or None where it is no item."""
    found = value.get("id") if isinstance(value, dict) and name not in NO_ITEMS else None
    return found if isinstance(found, str) else None


def level_number(value: Any) -> int | None:
    """Return the number of a level, of a competence or of a scale."""
    if not isinstance(value, dict):
        return None
    number = value.get("level", value.get("number"))
    return number if isinstance(number, int) else None


def position_in(values: Sequence[Any], name: Step, step: Step) -> int | None:
    """Return where a step leads in a list: an id, a level of `levels`, or a position."""
    if isinstance(step, str):
        found = (n for n, one in enumerate(values) if item_id(name, one) == step)
    elif name == LEVELS:
        found = (n for n, one in enumerate(values) if level_number(one) == step)
    else:
        return step if 0 <= step < len(values) else None
    return next(found, None)


def resolved(data: Any, root: Way, path: Way) -> tuple[Way, Way]:
    """Return the way that a path means from an item on, and what of the path is not there."""
    way, node = root, at(data, root)
    for done, step in enumerate(path):
        if isinstance(node, list):
            position = position_in(node, way[-1] if way else "", step)
            if position is None:
                return way, path[done:]
            way, node = (*way, position), node[position]
        elif isinstance(node, dict) and isinstance(step, str):
            if step not in node:
                return way, path[done:]
            way, node = (*way, step), node[step]
        else:
            return way, path[done:]
    return way, ()
