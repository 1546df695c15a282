"""What somebody else made of a file, taken into a document that has edits of its own."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from competenties.operations import (
    DropLevel,
    GoneError,
    Insert,
    Move,
    Operation,
    OperationError,
    Set,
    apply,
    differences,
    says_already,
)
from competenties.operations.tree import LEVELS, at, item_id, items, level_number, way_to
from competenties.workspace.replaying import Left, value_at

Data = dict[str, Any]


class Merged(NamedTuple):
    """A document with what could be merged, those edits, and the edits that could not."""

    data: Data
    edits: list[Operation]
    left: list[Left]


def merge(base: Data, ours: Data, theirs: Data, before: Sequence[Data]) -> Merged:
    """Apply what leads from `base` to `theirs` to ours.

    `before` is what ours said since: a value of ours that they have taken over is not their edit.
    """
    done: list[Operation] = []
    left: list[Left] = []
    for number, edit in enumerate(differences(base, theirs)):
        for one in _in_parts(edit, ours):
            try:
                applied = apply(ours, one).data
            except OperationError as error:
                if not _is_ours(one, ours, before):
                    left.append(Left(number, _with_what_is_gone(one, error, ours, theirs), error))
                continue
            if applied != ours:
                ours = applied
                done.append(one)
    return Merged(ours, done, left)


def _in_parts(edit: Operation, ours: Data) -> list[Operation]:
    """Return an edit, or its texts one by one where we have the new item, or level, ourselves."""
    if not isinstance(edit, Insert) or not isinstance(edit.value, dict):
        return [edit]
    called = item_id(edit.path[-1], edit.value)
    number = level_number(edit.value) if edit.path[-1] == LEVELS else None
    item, path = (called, ()) if called else (edit.item, (*edit.path, number or 0))
    there = value_at(ours, item, path) if called or number else None
    if not isinstance(there, dict):
        return [edit]
    return [
        Set(item=item, path=(*path, name), was=None, value=value)
        for name, value in edit.value.items()
        if not any(True for _ in items([value])) and name not in ("level", "number", LEVELS)
    ]


def _is_ours(edit: Operation, ours: Data, before: Sequence[Data]) -> bool:
    """Tell whether an edit says what we said ourselves, or moves only what is gone with us."""
    if isinstance(edit, (Move, DropLevel)):
        return True
    return any(says_already(one, edit) for one in (ours, *reversed(before)))


def _with_what_is_gone(
    edit: Operation, error: OperationError, ours: Data, theirs: Data
) -> Operation:
    """Return an edit of an item that is gone with us as one that brings the item back."""
    if not isinstance(error, GoneError) or isinstance(edit, (Move, DropLevel)):
        return edit
    way = way_to(theirs, getattr(edit, "item", "")) or ()
    for length in range(1, len(way) + 1):
        value = at(theirs, way[:length])
        called = item_id(way[length - 2], value) if length > 1 else None
        if called is not None and way_to(ours, called) is None:
            return insertion(theirs, called) or edit
    return edit


def insertion(data: Data, item: str) -> Insert | None:
    """Return the edit that puts an item of a document into its place; None where it has none."""
    way = way_to(data, item)
    if not way or not isinstance(way[-1], int):
        return None
    owner, start = "", 0
    for called, other in items(data):
        if len(start_of := other) < len(way) and way[: len(start_of)] == other:
            owner, start = called, len(other)
    path: list[str | int] = []
    for length in range(start + 1, len(way)):
        step = way[length - 1]
        is_level = isinstance(step, int) and path[-1:] == [LEVELS]
        path.append((level_number(at(data, way[:length])) or step) if is_level else step)
    behind = item_id(way[-2], at(data, (*way[:-1], way[-1] - 1))) if way[-1] else None
    ahead = item_id(way[-2], at(data, (*way[:-1], way[-1] + 1)))
    return Insert(item=owner, path=tuple(path), after=behind, before=ahead, value=at(data, way))
