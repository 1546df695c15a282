"""Edits of a journal on a file that does not have them, or has some of them already."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from competenties.operations import (
    Batch,
    DropLevel,
    GoneError,
    Insert,
    Move,
    Operation,
    OperationError,
    Remove,
    Set,
    apply,
    operation,
    says_already,
)
from competenties.operations.tree import LEVELS, at, items, resolved, way_to

Data = dict[str, Any]


class Left(NamedTuple):
    """An edit that does not fit the file: its number among those given, and why it does not."""

    number: int
    edit: Operation
    error: OperationError


class Replayed(NamedTuple):
    """A document with the edits that fit, and those that do not."""

    data: Data
    left: list[Left]


def replay(data: Data, edits: Sequence[Operation]) -> Replayed:
    """Apply edits to a document that may have the first of them already, and edits of others too.

    Edits that belong together are taken one by one: a part that does not fit keeps no other out.
    """
    flat = [(number, one) for number, edit in enumerate(edits) for one in _parts(edit)]
    left: list[Left] = []
    for place, (number, edit) in enumerate(flat):
        if _is_there_as_a_value(data, edit):
            continue
        try:
            data = apply(data, edit).data
        except OperationError as error:
            later = [one for _, one in flat[place + 1 :]]
            if not _is_overtaken(data, edit, error, later):
                left.append(Left(number, edit, error))
    return Replayed(data, left)


def in_full(edit: Operation, inverse: Any) -> Operation:
    """Return an edit with all that it removed, which is what undoes it."""
    removed = {
        called: one.value
        for one in _parts(operation(inverse))
        if isinstance(one, Insert) and (called := next(iter(_ids(one.value)), None))
    }
    parts = [
        one.model_copy(update={"was": removed.get(one.item)})
        if isinstance(one, Remove) and not one.path and one.was is None
        else one
        for one in _parts(edit)
    ]
    return parts[0] if len(parts) == 1 else Batch(operations=tuple(parts))


def _parts(edit: Operation) -> list[Operation]:
    if isinstance(edit, Batch):
        return [part for one in edit.operations for part in _parts(one)]
    return [edit]


def _is_there_as_a_value(data: Data, edit: Operation) -> bool:
    """Tell whether a list has the value already that an edit puts into it; a value has no id."""
    if not isinstance(edit, Insert) or isinstance(edit.value, dict):
        return False
    values = value_at(data, edit.item, edit.path)
    return isinstance(values, list) and edit.value in values


def _is_overtaken(
    data: Data, edit: Operation, error: OperationError, later: Sequence[Operation]
) -> bool:
    """Tell whether a document is past an edit: it has what came after it."""
    if isinstance(edit, (Move, DropLevel)) or says_already(data, edit):
        return True  # a place is no text: nothing is lost where an item stays elsewhere
    match edit:
        case Set():
            return _chain_ends(data, edit.item, edit.path, edit.value, later)
        case Remove():
            return any(edit.was == one.value for one in later if isinstance(one, Insert))
        case Insert() if isinstance(error, GoneError):
            return any(
                _ids(edit.value).keys() <= _ids(one.was).keys()
                for one in later
                if isinstance(one, Remove)
            )
        case Insert():
            return _is_in(data, edit, later)
    return False


def _chain_ends(
    data: Data, item: str, path: tuple[Any, ...], value: Any, later: Sequence[Operation]
) -> bool:
    """Tell whether a document is somewhere in the row of edits that goes on from a value.

    Such a row is of one hand: each edit expects what the one before made. It may end in the
    removal of the item with that value.
    """
    now = value_at(data, item, path)
    is_there = way_to(data, item) is not None
    for one in later:
        if isinstance(one, Set) and (one.item, one.path, one.was) == (item, path, value):
            value = one.value
            if is_there and now == value:
                return True
        elif isinstance(one, Remove) and item in (one.item, *_ids(one.was)) and not is_there:
            return bool(value_at({"kept": [one.was]}, item, path) == value)
    return False


def _is_in(data: Data, edit: Insert, later: Sequence[Operation]) -> bool:
    """Tell whether all that an edit brings is in a document, or was changed by a later one."""
    found = dict(items([edit.value]))
    if not found and edit.path[-1] == LEVELS and isinstance(edit.value, dict):
        number = edit.value.get("level", edit.value.get("number"))
        there = value_at(data, edit.item, (*edit.path, number)) if number is not None else None
        return isinstance(there, dict) and _says(
            there, edit.value, edit.item, (LEVELS, number), later
        )
    for called, way in found.items():
        there = way_to(data, called)
        if there is None:
            if not _is_removed(called, later):
                return False
        elif not _says(at(data, there), at([edit.value], way), called, (), later):
            return False
    return bool(found)


def _says(
    now: Any, wanted: Any, item: str, path: tuple[Any, ...], later: Sequence[Operation]
) -> bool:
    """Tell whether the texts of one item are there, or were changed by a later edit."""
    return all(
        now.get(name) == value or _goes_on(item, (*path, name), value, later)
        for name, value in wanted.items()
        if not any(True for _ in items([value]))
        and name not in ("level", "number")
        and not (isinstance(value, list) and name == LEVELS)
    )


def _goes_on(item: str, path: tuple[Any, ...], value: Any, later: Sequence[Operation]) -> bool:
    """Tell whether a later edit goes on from a value: it, or the next one, is looked at itself."""
    return any(
        isinstance(one, Set)
        and (one.item, one.path[: len(path)]) == (item, path)
        and (one.path != path or one.was == value)
        for one in later
    )


def _is_removed(item: str, later: Sequence[Operation]) -> bool:
    return any(
        isinstance(one, Remove) and (one.item == item or item in _ids(one.was)) for one in later
    )


def _ids(value: Any) -> dict[str, None]:
    """Return the ids in a value, its own first."""
    return dict.fromkeys(one for one, _ in items([value]))


def value_at(data: Data, item: str, path: tuple[Any, ...]) -> Any:
    """Return what stands at a path of an item now; None where there is nothing."""
    root = way_to(data, item)
    if root is None:
        return None
    way, missing = resolved(data, root, path)
    return None if missing else at(data, way)
