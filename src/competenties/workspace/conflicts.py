"""Edits that could not be merged: kept beside the document until somebody chooses.

A conflict keeps the edit of one side, `whose`; the other side is what the document says.
"""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from competenties.operations import (
    Batch,
    GoneError,
    Insert,
    MisplacedError,
    Operation,
    OperationError,
    Remove,
    Set,
    apply,
    operation,
    says_already,
)
from competenties.operations.kinds import Way
from competenties.operations.tree import at, items, way_to
from competenties.workspace.files import content_hash
from competenties.workspace.journal import Entry
from competenties.workspace.replaying import Left, value_at

Side = Literal["mine", "theirs"]
Data = dict[str, Any]


class Conflict(NamedTuple):
    """A conflict as a screen shows it: which field of which item, and what both sides want there.

    The path is empty for a whole item. None on a side: that side has taken it away.
    """

    id: str
    document: str
    item: str
    path: Way
    theirs: Any
    mine: Any
    at: float


def shown(entry: Entry, data: Data) -> Conflict:
    """Return a conflict as it stands now in a document."""
    edit = operation(entry["edit"])
    item, path = _place(edit)
    kept = edit.value if isinstance(edit, (Set, Insert)) else None
    here = value_at(data, item, path) if isinstance(edit, Set) or not path else None
    theirs, mine = (here, kept) if entry["whose"] == "mine" else (kept, here)
    return Conflict(
        entry["id"], entry["document"], item, path, theirs, mine, float(entry.get("at", 0))
    )


def choice(entry: Entry, side: Side, data: Data) -> Operation:
    """Return the edit by which a document says what was chosen; one that does nothing if it does.

    Raises OperationError when there is no place for it any more.
    """
    edit = operation(entry["edit"])
    if entry["whose"] != side or says_already(data, edit):
        return Batch(operations=())
    match edit:
        case Set():
            now = value_at(data, edit.item, edit.path)
            chosen: Operation = edit.model_copy(update={"was": now})
        case Remove():
            chosen = edit.model_copy(update={"was": value_at(data, edit.item, edit.path)})
        case Insert():
            chosen = _insertion(edit, data)
        case _:
            chosen = edit
    return Batch(operations=()) if says_already(data, chosen) else chosen


def _insertion(edit: Insert, data: Data) -> Operation:
    """Return the edit that brings an item, or its texts where the item is there already."""
    called = next((one for one, _ in items([edit.value])), None)
    there = way_to(data, called) if called else None
    if there is None or called is None or not isinstance(edit.value, dict):
        return edit
    now = at(data, there)
    return Batch(
        operations=tuple(
            Set(item=called, path=(name,), was=now.get(name), value=value)
            for name, value in edit.value.items()
            if not any(True for _ in items([value])) and now.get(name) != value
        )
    )


def folded(left: Iterable[Left]) -> list[Left]:
    """Return conflicts with those about the same field, or inside the same item, made one."""
    kept: list[Left] = []
    for one in left:
        for place, other in enumerate(kept):
            joined = _joined(other.edit, one.edit)
            if joined is not None:
                kept[place] = other._replace(edit=joined)
                break
        else:
            kept.append(one)
    return [one for one in kept if not _is_nothing(one.edit)]


def _joined(first: Operation, second: Operation) -> Operation | None:
    """Return two edits after each other as one, or None where they are about different things."""
    if isinstance(first, Set) and isinstance(second, Set):
        goes_on = (first.item, first.path, first.value) == (second.item, second.path, second.was)
        return first.model_copy(update={"value": second.value}) if goes_on else None
    if not isinstance(first, Insert):
        return None
    if isinstance(second, Insert) and second.value == first.value:
        return first
    try:
        inside = apply({"kept": [first.value]}, second).data.get("kept")
    except (GoneError, MisplacedError, OperationError):
        return None
    if not inside:
        return Batch(operations=())
    return first.model_copy(update={"value": inside[0]})


def _is_nothing(edit: Operation) -> bool:
    if isinstance(edit, Set):
        return edit.was == edit.value
    return isinstance(edit, Batch) and not edit.operations


def conflict_entry(document: str, one: Left, whose: Side, origin: str) -> Entry:
    """Return the entry of a conflict; the same conflict of the same origin has the same id."""
    edit = one.edit.model_dump(mode="json")
    identifier = content_hash(f"{origin}\x1f{document}\x1f{one.number}\x1f{edit}".encode())[:16]
    return {
        "kind": "conflict",
        "id": identifier,
        "document": document,
        "whose": whose,
        "edit": edit,
    }


def is_over(entry: Entry, data: Data) -> bool:
    """Tell whether a document says by now what a conflict kept beside it."""
    return says_already(data, operation(entry["edit"]))


def _place(edit: Operation) -> tuple[str, Way]:
    """Return the item and field that an edit is about; no field for a whole item."""
    if isinstance(edit, Insert):
        called = next((one for one, _ in items([edit.value])), None)
        return (called, ()) if called else (edit.item, edit.path)
    if isinstance(edit, (Set, Remove)):
        return edit.item, edit.path
    return "", ()
