"""Typed edits of a framework or job profile: what they are, how they apply, how they are undone."""

from competenties.operations.applying import (
    Applied,
    ChangedError,
    GoneError,
    MisplacedError,
    OperationError,
    apply,
    is_done,
    says_already,
)
from competenties.operations.differences import differences
from competenties.operations.kinds import (
    Batch,
    DropLevel,
    Insert,
    Move,
    Operation,
    Remove,
    Set,
    operation,
)
from competenties.operations.limits import refuse_unstorable

__all__ = [
    "Applied",
    "Batch",
    "ChangedError",
    "DropLevel",
    "GoneError",
    "Insert",
    "MisplacedError",
    "Move",
    "Operation",
    "OperationError",
    "Remove",
    "Set",
    "apply",
    "differences",
    "is_done",
    "operation",
    "refuse_unstorable",
    "says_already",
]
