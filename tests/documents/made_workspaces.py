"""Frameworks and requests for the tests of documents on a framework or on several profiles."""

from pathlib import Path
from typing import Any

from made_documents import ROOT, shipped_framework

from competenties.documents.request import WorkspaceRequest
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.blocks import Bullets, Cell, Document, Group, Stack, Table
from competenties.office.render import render
from competenties.workspace.documents import read_profile

HOSTILE = '=HYPERLINK("http://x")\u202e <b>&amp; \x07' + "w" * 200


def framework(**data: Any) -> Framework:
    """Return a framework in Dutch; what is not said itself is filled in."""
    return Framework.model_validate({"id": "model", "name": "Model", "language": "nl", **data})


def competence(name: str, /, **data: Any) -> dict[str, Any]:
    return {"id": name.lower().replace(" ", "-"), "name": name, **data}


def level(number: int, *texts: str, owner: str = "x", **data: Any) -> dict[str, Any]:
    """Return a level with indicators; a text that begins with an exclamation mark is a contra."""
    indicators = [
        {
            "id": f"{owner}-{number}-{place}",
            "text": text.removeprefix("!"),
            "polarity": "contra" if text.startswith("!") else "positive",
        }
        for place, text in enumerate(texts)
    ]
    return {"level": number, "indicators": indicators, **data}


def scale(count: int) -> dict[str, Any]:
    levels = [{"number": n, "name": f"Trede {chr(64 + n)}"} for n in range(1, count + 1)]
    return {"id": "schaal", "name": "Schaal", "levels": levels}


def about(one: Framework | None = None, language: Language = "nl", **more: Any) -> WorkspaceRequest:
    """Return a request for a document on a framework: the one that ships where none is given."""
    chosen = one or shipped_framework()
    return WorkspaceRequest({chosen.id: chosen}, (), language, framework=chosen, **more)


def shipped_profiles() -> list[JobProfile]:
    found = [read_profile(one).model for one in sorted(_profiles().glob("*.json"))]
    return [one for one in found if one is not None]


def _profiles() -> Path:
    return ROOT / "frameworks" / "profiles"


def of_jobs(
    profiles: list[JobProfile], *frameworks: Framework, language: Language = "nl", **more: Any
) -> WorkspaceRequest:
    """Return a request for a document on several profiles."""
    known = frameworks or (shipped_framework(),)
    return WorkspaceRequest({one.id: one for one in known}, profiles, language, **more)


def files_of(document: Document, suffixes: tuple[str, ...]) -> dict[str, bytes]:
    """Return a document in every kind of file that it can become."""
    return {suffix: render(document, Path(f"x{suffix}")) for suffix in suffixes}


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cell_text(cell: Cell) -> str:
    """Return what a cell says, line by line."""
    match cell:
        case str():
            return cell
        case Bullets():
            return "\n".join(cell.items)
        case Stack():
            parts = (part if isinstance(part, Bullets) else part.text for part in cell.parts)
            return "\n".join(cell_text(part) for part in parts)
    return ""


def table_rows(table: Table) -> list[list[str]]:
    """Return the rows of a table as texts; a group is a row of one text."""
    return [
        [row.title] if isinstance(row, Group) else [cell_text(cell) for cell in row.cells]
        for row in table.rows
    ]
