"""A file with parts of a wrong form, without those parts: so that the rest can be looked at too."""

import json
from collections.abc import Sequence
from typing import Any

from competenties.findings import Finding, Path
from competenties.model.schema import SchemaKind
from competenties.workspace.gate import shipped_gate


def pruned(
    data: dict[str, Any], findings: Sequence[Finding], kind: SchemaKind
) -> dict[str, Any] | None:
    """Return the data without the parts that the findings are about; None when nothing is left.

    `kind` says which schema the rest has to fit. Each time the smallest part goes: the field or list element that a finding points at. When a
    required field went, the part around it goes next.
    """
    remaining: dict[str, Any] = json.loads(json.dumps(data))  # the quickest deep copy of JSON
    paths = [one.place.pointer for one in findings if one.place.pointer is not None]
    gate = shipped_gate(kind)
    for _ in range(_ROUNDS):
        if not _removed(remaining, paths):
            return None
        paths = [one.path for one in gate.violations(remaining)]
        if not paths:
            return remaining
    return None


_ROUNDS = 8  # a field, its item, the item around it, and so on up; files are about ten layers deep


def _removed(data: Any, paths: Sequence[Path]) -> bool:
    """Take away what the paths point at, later elements of a list first; False for the root."""
    for path in sorted(set(paths), key=_order, reverse=True):
        if not path:
            return False
        holder = _holder(data, path)
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
        elif isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder):
            del holder[path[-1]]
    return True


def _holder(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _order(path: Path) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, step) if isinstance(step, int) else (1, step) for step in path)
