"""The address of the field that a finding on the check screen is about, as that screen names it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from competenties.editor.finding_links import as_named, field_id, mending_address
from competenties.findings import Finding, Place
from competenties.operations.kinds import Way
from competenties.operations.tree import at
from competenties.workspace.session import Session

_ON_DETAILS = ("proficiency_scales", "rating_scales", "promises", "cards", "glossary")
_OWN_FIELDS = (
    *("name", "description", "version", "status", "owner", "licence"),
    *("valid_from", "valid_until", "review_date", "language", "languages"),
)


def address_of(session: Session, finding: Finding, way: Way) -> str:
    """Return the address of a field; `way` leads to the item in its document.

    A text in several languages is one field on its screen, which shows the language of the address.
    """
    place = finding.place
    state = session.states.get(place.file.removesuffix(".json"))
    if state is None or state.problem:
        return ""
    path, tag = without_language(place.path, state.data)
    if not way and path[:1] == ("accepted",):
        return f"/check?document={quote(state.name, safe='')}#{field_id('', path)}"
    moved = Finding(finding.rule, Place(place.file, None, place.item, path), finding.values)
    named = as_named(at(state.data, way), path)
    found = _details(state.name, way, place.item, named) or mending_address(session, moved)
    return _in_language(found, tag) if tag and tag != state.data.get("language") else found


def without_language(path: Way, data: Mapping[str, Any]) -> tuple[Way, str]:
    """Return a path without the language that it ends in, and that language."""
    named = data.get("languages")
    languages = [data.get("language"), *(named if isinstance(named, list) else [])]
    last = path[-1] if path else ""
    return (path[:-1], str(last)) if last in languages else (path, "")


def _details(name: str, way: Way, item: str, path: Way) -> str:
    """Return the address of what stands on the details of a framework; "" for all else."""
    if not name.startswith("frameworks/"):
        return ""
    details = f"/{quote(name)}/details"
    if way:
        return f"{details}#{field_id(item, path)}" if way[0] in _ON_DETAILS else ""
    first = path[0] if path else ""
    if first == "language":
        path = ("languages",)
    is_there = first in (*_OWN_FIELDS, *_ON_DETAILS)
    return f"{details}#{field_id('', path)}" if is_there else ""


def _in_language(address: str, tag: str) -> str:
    page, mark, field = address.partition("#")
    return f"{page}?text={quote(tag)}{mark}{field}"
