"""Where a finding can be mended: the address of the field that it is about."""

from typing import Any
from urllib.parse import quote

from competenties.findings import Finding
from competenties.operations.tree import LEVELS, at, level_number, way_to
from competenties.workspace.session import Session


def field_id(item: str, path: tuple[str | int, ...]) -> str:
    """Return the id that the field of a path has on its page."""
    return "-".join(["f", item, *(str(one) for one in path)])


def as_named(node: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a path from an item as its fields are called: a level by its number, not its place."""
    named: list[str | int] = []
    for step in path:
        below = at(node, (step,))
        number = level_number(below) if isinstance(step, int) and named[-1:] == [LEVELS] else None
        named.append(step if number is None else number)
        node = below
    return tuple(named)


def mending_address(session: Session, finding: Finding) -> str:
    """Return the address of the field that a finding is about; "" for what no screen shows."""
    name = finding.place.file.removesuffix(".json")
    state = session.states.get(name)
    if state is None:
        return ""
    item = finding.place.item
    own = "" if item == state.data.get("id") else item
    way = way_to(state.data, own) or ()
    path = as_named(at(state.data, way), finding.place.path)
    if state.kind == "profile":
        return f"/profiles/{quote(name.partition('/')[2])}{_in_profile(state.data, own, path)}"
    framework = f"/frameworks/{quote(name.partition('/')[2])}"
    if way[:1] == ("clusters",):
        return f"{framework}#g-{own}"
    if way[:1] != ("competences",) or len(way) < 2:  # noqa: PLR2004
        return framework
    competence = state.data["competences"][way[1]]["id"]
    return f"{framework}/competences/{quote(competence)}#{field_id(own, path)}"


def _in_profile(data: dict[str, Any], item: str, path: tuple[str | int, ...]) -> str:
    """Return the place on the page of a profile; what is about the whole goes to what is empty."""
    if item or (path and path != ("requirements",)):
        return f"#{field_id(item, path)}"
    empty = "requirements" if path else next((one for one in _BLOCKS if not data.get(one)), "")
    return f"#block-{_BLOCKS[empty]}" if empty else ""


_BLOCKS = {
    "purpose": "purpose",
    "place": "place",
    "result_areas": "results",
    "authority": "authority",
    "qualifications": "qualifications",
    "requirements": "requested",
    "conditions": "conditions",
    "approval": "approval",
}
"""The blocks that the check asks for, in its order, with what the page calls them."""
