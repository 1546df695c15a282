"""Where a finding can be mended: the address of the field that it is about."""

from urllib.parse import quote

from competenties.findings import Finding
from competenties.operations.tree import way_to
from competenties.workspace.session import Session


def field_id(item: str, path: tuple[str | int, ...]) -> str:
    """Return the id that the field of a path has on its page."""
    return "-".join(["f", item, *(str(one) for one in path)])


def mending_address(session: Session, finding: Finding) -> str:
    """Return the address of the field that a finding is about; "" for what no screen shows."""
    name = finding.place.file.removesuffix(".json")
    state = session.states.get(name)
    if state is None:
        return ""
    item, path = finding.place.item, finding.place.path
    own = "" if item == state.data.get("id") else item
    if state.kind == "profile":
        return f"/profiles/{quote(name.partition('/')[2])}#{field_id(own, path)}"
    way = way_to(state.data, own) or ()
    framework = f"/frameworks/{quote(name.partition('/')[2])}"
    if way[:1] != ("competences",) or len(way) < 2:  # noqa: PLR2004
        return framework
    competence = state.data["competences"][way[1]]["id"]
    return f"{framework}/competences/{quote(competence)}#{field_id(own, path)}"
