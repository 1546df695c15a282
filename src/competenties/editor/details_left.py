"""The texts that an import could not place: where they came from, and where they stand now."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from competenties.editor.framework_pages import FrameworkPage
from competenties.operations.tree import at, items

LEFT_OVERS = "left-overs"
"""Under this name in `extra` an import keeps what belongs to no item; the cell is the name."""


class Left(NamedTuple):
    """A text without a place: the item that keeps it, the way to it there, and what it was called."""

    item: str
    path: list[str]
    where: str
    text: str


def left_overs(page: FrameworkPage) -> list[Left]:
    """Return the texts that were left over, those of the framework itself first."""
    found = list(_kept(page.data, "", ""))
    for item, way in items(page.data):
        value = at(page.data, way)
        found.extend(_kept(value, item, page.text(value.get("name") or value.get("text"))))
    return found


def _kept(owner: dict[str, Any], item: str, called: str) -> Iterator[Left]:
    extra = owner.get("extra")
    if not isinstance(extra, dict):
        return
    for name, value in extra.items():
        if isinstance(value, str) and value.strip():
            where = ": ".join(one for one in (called, name) if one)
            yield Left(item, ["extra", name], where, value)
    inner = extra.get(LEFT_OVERS)
    for name, value in (inner if isinstance(inner, dict) else {}).items():
        if isinstance(value, str) and value.strip():
            yield Left(item, ["extra", LEFT_OVERS, name], name, value)
