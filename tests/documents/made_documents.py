"""Requests for documents, and what stands in them: shared by the tests of the documents."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from lxml import html

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.settings import Settings
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Document,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Stack,
    Table,
)
from competenties.office.render import render
from competenties.workspace.documents import read_framework, read_profile

ROOT = Path(__file__).parent.parent.parent

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def shipped_framework() -> Framework:
    model = read_framework(ROOT / "frameworks" / "basis.json").model
    assert model is not None
    return model


def shipped_profile() -> JobProfile:
    model = read_profile(ROOT / "frameworks" / "profiles" / "medewerker-klantcontact.json").model
    assert model is not None
    return model


def shipped_request(language: Language = "nl", **profile_changes: Any) -> ProfileRequest:
    """Return a request for the profile that ships, with some of its fields changed."""
    data = shipped_profile().model_dump() | profile_changes
    profile = JobProfile.model_validate(data)
    return ProfileRequest(profile, {"basis": shipped_framework()}, language)


def request_of(
    profile: dict[str, Any],
    *frameworks: Framework,
    language: Language = "nl",
    settings: Settings | None = None,
) -> ProfileRequest:
    """Return a request for a profile; what it does not say itself is filled in."""
    data = {
        "id": "tuinman",
        "name": "Tuinman",
        "language": "nl",
        "frameworks": [{"id": framework.id} for framework in frameworks],
        **profile,
    }
    by_id = {framework.id: framework for framework in frameworks}
    return ProfileRequest(JobProfile.model_validate(data), by_id, language, settings or Settings())


def job_profile(request: ProfileRequest) -> Document:
    return document_files()["job-profile"].build(request)


def rating_sheet(request: ProfileRequest) -> Document:
    return document_files()["rating-sheet"].build(request)


def word_file(request: ProfileRequest) -> bytes:
    return render(job_profile(request), Path("x.docx"))


def web_page(request: ProfileRequest) -> str:
    return render(job_profile(request), Path("x.html")).decode()


def workbook_file(request: ProfileRequest) -> bytes:
    return render(rating_sheet(request), Path("x.xlsx"))


def word_texts(package: bytes) -> list[str]:
    """Return every paragraph of a .docx, those in tables included, in the order of the page."""
    paragraphs = docx.Document(io.BytesIO(package)).element.body.iter(f"{_WORD}p")
    return ["".join(_pieces(paragraph)) for paragraph in paragraphs]


def page_texts(page: str) -> list[str]:
    """Return every text on a web page but the captions, in the order of the page."""
    body: Any = html.document_fromstring(page).find("body")
    for unseen in body.xpath("//caption | //footer"):
        unseen.getparent().remove(unseen)
    return [str(text) for text in body.xpath(".//text()") if text.strip()]


def _pieces(paragraph: Any) -> Iterator[str]:
    for piece in paragraph.iter(f"{_WORD}t", f"{_WORD}br"):
        yield piece.text or "\n"


def sheet_texts(package: bytes) -> list[str]:
    """Return every cell of the form in an .xlsx that says something."""
    sheet = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def headings(document: Document, level: int = 1) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Heading)]
    return [block.text for block in found if block.level == level]


def said(document: Document) -> list[str]:
    """Return every text of a document as lines, in order, prompts and answers included."""
    return [line for block in document.blocks for line in _block_lines(block)]


def lines_under(document: Document, *titles: str) -> list[str]:
    """Return what stands under headings, up to the next heading of any level."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text in titles
        elif inside:
            found.extend(_block_lines(block))
    return found


def competence_rows(document: Document) -> list[list[list[str]]]:
    """Return the table of competences: for each row the lines of name, level and behaviour."""
    titles = ("Competenties", "Competences")
    places = [
        number
        for number, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.text in titles
    ]
    if not places:
        return []
    table = document.blocks[places[0] + 1]
    assert isinstance(table, Table)
    rows = [row.cells for row in table.rows if isinstance(row, Row)]
    assert len(rows) == len(table.rows)
    return [[list(_cell_lines(cell)) for cell in cells] for cells in rows]


def form_rows(document: Document) -> list[str]:
    """Return what is rated on a rating sheet: `# group`, `- indicator | answers`."""
    return list(_form_rows(rated_table(document).rows))


def rated_table(document: Document) -> Table:
    """Return the table of a rating sheet that holds the indicators."""
    titles = ("Gedragsindicator", "Behavioural indicator")
    tables = (block for block in document.blocks if isinstance(block, Table))
    (rated,) = (one for one in tables if one.columns[0].title in titles)
    return rated


def _form_rows(rows: Sequence[Row | Group]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Group):
            yield f"# {row.title}"
        else:
            indicator, answer, _ = row.cells
            assert isinstance(answer, Choice)
            yield f"- {indicator} | {', '.join(answer.options)}"


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Fields():
            for label, value in block.rows:
                yield label
                yield from _cell_lines(value)
        case Table():
            yield from (column.title for column in block.columns)
            for row in block.rows:
                if isinstance(row, Group):
                    yield from filter(None, (row.title, row.text))
                else:
                    for cell in row.cells:
                        yield from _cell_lines(cell)


def _cell_lines(cell: Cell) -> Iterator[str]:
    match cell:
        case str():
            yield from cell.split("\n")
        case Bullets():
            yield from cell.items
        case Stack():
            for part in cell.parts:
                yield from _block_lines(part)
        case Choice():
            yield from (*cell.options, cell.prompt)
        case Blank():
            yield cell.prompt
