"""What an edit may not bring into a document: what a file could not hold, or would be refused with."""

from typing import Any

from competenties.messages import Phrase
from competenties.operations.applying import MisplacedError
from competenties.operations.kinds import Batch, Insert, Move, Operation, Remove, Set

_MOST_DEPTH = 32
_MOST_STEPS = 16
_MOST_NUMBER = 10**300
_MOST_EDITS = 20_000

_NOT_STORABLE = Phrase(
    nl="Deze wijziging kan niet worden bewaard: er zit iets in wat niet in een bestand past ({item}).",
    en="This change cannot be saved: it holds something that does not fit into a file ({item}).",
)


def refuse_unstorable(edit: Operation) -> None:
    """Raise MisplacedError for an edit after which the file could not be read any more.

    That is a half character, a number without end, layers without end, or another form of file.
    """
    budget = _MOST_EDITS
    open_edits: list[Operation] = [edit]
    while open_edits:
        one = open_edits.pop()
        budget -= 1
        if isinstance(one, Batch):
            open_edits.extend(one.operations)
        if budget < 0 or not _is_storable(one):
            raise MisplacedError(
                _NOT_STORABLE, item=getattr(one, "item", "").encode("ascii", "replace").decode()
            )


def _is_storable(edit: Operation) -> bool:
    match edit:
        case Set():
            return _is_way(edit.item, edit.path) and _fits([edit.was, edit.value, edit.item])
        case Insert():
            return _is_way(edit.item, edit.path) and _fits(
                [edit.value, edit.after, edit.before, edit.item]
            )
        case Remove():
            return _is_way(edit.item, edit.path) and _fits([edit.was, edit.item])
        case Move():
            return _is_way(edit.to, edit.path) and _fits(
                [edit.item, edit.to, edit.after, edit.before]
            )
    return True


def _is_way(item: str, path: tuple[Any, ...]) -> bool:
    return (
        len(path) <= _MOST_STEPS and _fits(list(path)) and (bool(item) or path[:1] != ("$schema",))
    )


def _fits(value: Any, depth: int = 0) -> bool:
    if isinstance(value, str):
        return _is_text(value)
    if isinstance(value, dict):
        return depth < _MOST_DEPTH and all(
            _fits(name) and _fits(one, depth + 1) for name, one in value.items()
        )
    if isinstance(value, list):
        return depth < _MOST_DEPTH and all(_fits(one, depth + 1) for one in value)
    return not isinstance(value, int) or abs(value) < _MOST_NUMBER


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
