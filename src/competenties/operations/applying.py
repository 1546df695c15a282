"""What an edit makes of a document, and the edit that undoes it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from competenties.findings import CompetentiesError
from competenties.messages import Phrase
from competenties.operations.kinds import (
    Batch,
    DropLevel,
    Insert,
    Move,
    Operation,
    Remove,
    Set,
    Step,
    Way,
)
from competenties.operations.tree import (
    LEVELS,
    at,
    changed,
    item_id,
    items,
    level_number,
    position_in,
    resolved,
    way_to,
)

_GONE = Phrase(
    nl="Dit onderdeel is intussen verwijderd ({item}).",
    en="This item has been removed in the meantime ({item}).",
)
_CHANGED = Phrase(
    nl="Deze tekst is intussen door iemand anders gewijzigd ({item}).",
    en="This text was changed by somebody else in the meantime ({item}).",
)
_DOUBLE = Phrase(
    nl="Dit onderdeel staat er al ({item}).", en="This item is there already ({item})."
)
_NO_PLACE = Phrase(
    nl="Op deze plaats kan dit niet staan ({item}).", en="This cannot stand in that place ({item})."
)


class OperationError(CompetentiesError):
    """An edit that does not fit the document as it is now."""


class GoneError(OperationError):
    """The item, or the place for it, is not there any more."""


class MisplacedError(OperationError):
    """An edit that would not leave a document: an id twice, an item inside itself."""


class ChangedError(OperationError):
    """The field says something else than the edit expects: `theirs`."""

    def __init__(self, item: str, theirs: Any) -> None:
        """Keep what the field says now."""
        super().__init__(_CHANGED, item=item)
        self.theirs = theirs


class Applied(NamedTuple):
    """A document after an edit, and the edit that undoes it."""

    data: dict[str, Any]
    inverse: Operation


def apply(data: Mapping[str, Any], edit: Operation) -> Applied:
    """Return a document with an edit in it; `data` itself does not change.

    Raises GoneError, ChangedError or MisplacedError where the edit does not fit.
    """
    try:
        return _applied(dict(data), edit)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
        # A way through what is no object or list: it fits nowhere in this document.
        raise MisplacedError(_NO_PLACE, item=getattr(edit, "item", "")) from error


def is_done(data: Mapping[str, Any], edit: Operation) -> bool:
    """Tell whether a document is already as an edit would leave it: for an edit that comes again."""
    whole = dict(data)
    match edit:
        case Insert():
            ids = [one for one, _ in items([edit.value])]
            there = way_to(whole, ids[0]) if ids else None
            return there is not None and at(whole, there) == edit.value
        case Remove() if not edit.path:
            return way_to(whole, edit.item) is None
        case Batch():
            return all(_fits(whole, one) for one in edit.operations)
    return False


def says_already(data: Mapping[str, Any], edit: Operation) -> bool:
    """Tell whether an edit would change nothing in a document any more."""
    return _fits(dict(data), edit)


def _applied(whole: dict[str, Any], edit: Operation) -> Applied:
    match edit:
        case Set():
            return _set(whole, edit)
        case Insert():
            return _insert(whole, edit)
        case Remove():
            return _remove(whole, edit)
        case Move():
            return _move(whole, edit)
        case DropLevel():
            return _drop_level(whole, edit)
        case Batch():
            return _batch(whole, edit)


def _fits(data: dict[str, Any], edit: Operation) -> bool:
    if is_done(data, edit):
        return True
    try:
        return apply(data, edit).data == data
    except OperationError:
        return False


def _set(data: dict[str, Any], edit: Set) -> Applied:
    edit = edit.model_copy(update={"was": _said(edit.was), "value": _said(edit.value)})
    way, missing = resolved(data, _root(data, edit.item), edit.path)
    text = at(data, way)
    if len(missing) == 1 and isinstance(text, str):
        return _set_language(data, edit, way, str(missing[0]))
    now = at(data, way) if not missing else None
    if now == edit.value:
        return Applied(data, Batch(operations=()))
    if now != edit.was:
        raise ChangedError(edit.item, now)
    made, whole_way, undo = _with_way(data, edit.item, edit.path)
    after = changed(made, whole_way, lambda _: edit.value)
    inverse = edit.model_copy(update={"was": edit.value, "value": edit.was})
    return Applied(after, _also(inverse, undo))


def _said(value: Any) -> Any:
    """Return a value as a document holds it: what is empty is not there."""
    return None if value in ({}, []) else value


def _set_language(data: dict[str, Any], edit: Set, way: Way, language: str) -> Applied:
    """Write a text that was in one language only in another one, or in its own."""
    text, own = at(data, way), str(data.get("language", ""))
    now = text if language == own else None
    if now != edit.was:
        raise ChangedError(edit.item, now)
    both = {own: text, language: edit.value} if edit.value is not None else {own: text}
    value = edit.value if language == own else both if len(both) > 1 else text
    whole_path = edit.path[:-1]
    return Applied(
        changed(data, way, lambda _: value),
        Set(item=edit.item, path=whole_path, was=value, value=text),
    )


def _insert(data: dict[str, Any], edit: Insert) -> Applied:
    present = {one for one, _ in items(data)}
    new = [one for one, _ in items([edit.value])]
    if present & set(new) or len(new) != len(set(new)):
        raise MisplacedError(_DOUBLE, item=", ".join(sorted(present & set(new))) or edit.item)
    made, way, undo = _with_way(data, edit.item, edit.path)
    values = at(made, way)
    if values is not None and not isinstance(values, list):
        raise MisplacedError(_NO_PLACE, item=edit.item)
    number = level_number(edit.value) if edit.path[-1] == LEVELS else None
    if number is not None and position_in(values or [], LEVELS, number) is not None:
        raise MisplacedError(_DOUBLE, item=edit.item)
    position = _place(values or [], edit)
    after = changed(made, way, lambda old: _with(old or [], position, edit.value))
    return Applied(after, _also(_removal(edit.item, edit.path, position, edit.value), undo))


def _remove(data: dict[str, Any], edit: Remove) -> Applied:
    way, missing = resolved(data, _root(data, edit.item), edit.path)
    position = way[-1] if way else None
    if missing or not isinstance(position, int):
        raise GoneError(_GONE, item=edit.item)
    now = at(data, way)
    if not _is_expected(now, edit):
        raise ChangedError(edit.item, now)
    holder, path = _owner(data, way[:-1])
    values = at(data, way[:-1])
    behind = _name(values, path[-1], position - 1)
    ahead = _item_at(values, path[-1], position + 1)
    after = changed(data, way[:-1], lambda old: _without(old, position))
    return Applied(after, Insert(item=holder, path=path, after=behind, before=ahead, value=now))


def _is_expected(now: Any, edit: Remove) -> bool:
    if edit.was is not None or edit.saw is None:
        return bool(now == edit.was)
    return isinstance(now, dict) and all(now.get(k) == v for k, v in edit.saw.items())


def _move(data: dict[str, Any], edit: Move) -> Applied:
    way = _root(data, edit.item)
    old_position = way[-1] if way else None
    if not isinstance(old_position, int):
        raise MisplacedError(_NO_PLACE, item=edit.item)
    moved = at(data, way)
    if edit.to == edit.item or edit.to in {one for one, _ in items([moved])}:
        raise MisplacedError(_NO_PLACE, item=edit.item)
    holder, path = _owner(data, way[:-1])
    beside = at(data, way[:-1])
    behind = _item_at(beside, path[-1], old_position - 1)
    ahead = _item_at(beside, path[-1], old_position + 1)
    lifted = changed(data, way[:-1], lambda old: _without(old, old_position))
    made, target, undo = _with_way(lifted, edit.to, edit.path)
    values = at(made, target)
    if values is not None and not isinstance(values, list):
        raise MisplacedError(_NO_PLACE, item=edit.item)
    position = _place(values or [], edit)
    after = changed(made, target, lambda old: _with(old or [], position, moved))
    inverse = Move(item=edit.item, to=holder, path=path, after=behind, before=ahead)
    return Applied(after, _also(inverse, undo))


def _drop_level(data: dict[str, Any], edit: DropLevel) -> Applied:
    way, missing = resolved(data, _root(data, edit.item), (LEVELS, edit.level))
    if missing or not _is_empty(at(data, way)):
        return Applied(data, Batch(operations=()))
    return _remove(data, Remove(item=edit.item, path=(LEVELS, edit.level), was=at(data, way)))


def _batch(data: dict[str, Any], edit: Batch) -> Applied:
    inverses: list[Operation] = []
    for one in edit.operations:
        data, inverse = apply(data, one)
        inverses.append(inverse)
    return Applied(data, Batch(operations=tuple(reversed(inverses))))


def _root(data: Any, item: str) -> Way:
    way = way_to(data, item)
    if way is None:
        raise GoneError(_GONE, item=item)
    return way


def _with_way(data: Any, item: str, path: Way) -> tuple[Any, Way, DropLevel | None]:
    """Return a document with the level on a way, the way, and what unmakes the level."""
    root = _root(data, item)
    number, undo = _new_level(data, root, path), None
    if number is not None:
        data = _with_level(data, (*root, LEVELS), number)
        undo = DropLevel(item=item, level=number)
    way, missing = resolved(data, root, path)
    if any(isinstance(step, int) for step in missing):
        raise GoneError(_GONE, item=item)
    return data, (*way, *missing), undo


def _new_level(data: Any, root: Way, path: Way) -> int | None:
    """Return the level of a competence that a path leads through and that is not there yet."""
    is_competence = len(root) == len(("competences", 0)) and root[0] == "competences"
    number = path[1] if is_competence and path[0] == LEVELS and len(path) > 2 else None  # noqa: PLR2004
    if not isinstance(number, int) or not resolved(data, root, path[:2])[1]:
        return None
    return number


def _with_level(data: Any, way: Way, number: int) -> Any:
    levels = at(data, way) or []
    position = sum(1 for one in levels if (level_number(one) or 0) < number)
    return changed(data, way, lambda old: _with(old or [], position, {"level": number}))


def _is_empty(level: Any) -> bool:
    return all(name == "level" or not value for name, value in level.items())


def _place(values: list[Any], edit: Insert | Move) -> int:
    """Return the position at which an edit puts something into a list."""
    if edit.after is None:
        return 0
    name = edit.path[-1]
    position = position_in(values, name, edit.after)
    if position is not None:
        return position + 1
    ahead = None if edit.before is None else position_in(values, name, edit.before)
    return len(values) if ahead is None else ahead


def _with(values: list[Any], position: int, value: Any) -> list[Any]:
    return [*values[:position], value, *values[position:]]


def _without(values: list[Any], position: int) -> list[Any] | None:
    """Return a list without one of its values; an empty list is a field that is not there."""
    return [*values[:position], *values[position + 1 :]] or None


def _owner(data: Any, way: Way) -> tuple[str, Way]:
    """Return the item that a list belongs to, and the path to it as an edit names it."""
    start = next(
        (n for n in range(len(way), 1, -1) if item_id(way[n - 2], at(data, way[:n])) is not None), 0
    )
    path: list[Step] = []
    for length in range(start + 1, len(way) + 1):
        step = way[length - 1]
        if isinstance(step, int) and path and path[-1] == LEVELS:
            step = level_number(at(data, way[:length])) or step
        path.append(step)
    owner = at(data, way[:start])["id"] if start else ""
    return owner, tuple(path)


def _name(values: list[Any], name: Step, position: int) -> Step | None:
    """Return what an edit calls the value at a position, None before the first."""
    if position < 0:
        return None
    called = item_id(name, values[position])
    number = level_number(values[position]) if name == LEVELS else None
    return called or number or position


def _item_at(values: list[Any], name: Step, position: int) -> str | None:
    """Return the id of the item at a position; None where there is none."""
    return item_id(name, values[position]) if 0 <= position < len(values) else None


def _removal(item: str, path: Way, position: int, value: Any) -> Remove:
    called = _name([value], path[-1], 0)
    if isinstance(called, str):
        return Remove(item=called, was=value)
    return Remove(item=item, path=(*path, called or position), was=value)


def _also(inverse: Operation, undo: DropLevel | None) -> Operation:
    return inverse if undo is None else Batch(operations=(inverse, undo))
