"""Reads a finished file back with somebody else's program, and says what blocks it should hold."""

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
from lxml import html
from made_documents import word_texts
from pypdf import PdfReader

from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Contents,
    Document,
    Fields,
    Group,
    Heading,
    Index,
    Paragraph,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.clean import clean, has_ink

_BETWEEN = re.compile(r"[\s\u200b\u00ad\u2060\ufeff-]+")
_WORD = re.compile(r"\w+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def read_back(raw: bytes, suffix: str) -> str:
    """Return all text of a file, without the white space and hyphens that its layout puts in."""
    return _bare(_texts(raw, suffix))


def missing(document: Document, found: str) -> list[str]:
    """Return the texts of a document that are not in what was read back of its file.

    Text in Hebrew or Arabic goes over the page in another order, so it is looked for by the word.
    A paragraph may go on over the page, with the edges of both pages between.
    """
    whole = _without_edges(document, found)
    return [
        text
        for text in (document.title, *_readable(document))
        if any(_bare(part) not in found and _bare(part) not in whole for part in _parts(text))
    ]


def _without_edges(document: Document, found: str) -> str:
    """Return the text of a PDF without what stands under one page and above the next."""
    under = (document.house.footer, document.footer)
    edges = "".join(map(_bare, (*under, document.house.header)))
    return found.replace(edges, "")


def _parts(text: str) -> list[str]:
    return _WORD.findall(text) if _RIGHT_TO_LEFT.search(text) else [text]


def _bare(text: str) -> str:
    return _BETWEEN.sub("", clean(text))


def _texts(raw: bytes, suffix: str) -> str:
    match suffix:
        case ".docx":
            return "\n".join(word_texts(raw))
        case ".pdf":
            pages = PdfReader(io.BytesIO(raw)).pages
            number = rf"(?:page|pagina) \d+ (?:of|van) {len(pages)}"
            return "\n".join(re.sub(number, "", one.extract_text()) for one in pages)
        case ".html":
            page: Any = html.document_fromstring(raw)
            return str(page.text_content())
        case ".xlsx":
            sheets = openpyxl.load_workbook(io.BytesIO(raw)).worksheets
            cells = (cell.value for one in sheets for row in one.iter_rows() for cell in row)
            return "\n".join(str(value) for value in cells if value is not None)
    return raw.decode()


def _readable(document: Document) -> Iterator[str]:
    """Yield what stands on the page: no answers that a list hides, no prompts of the screen."""
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Contents():
            yield block.title
        case Index():
            yield from (term for term, _ in block.entries)
        case Fields():
            for label, value in block.rows:
                if not isinstance(value, str) or has_ink(clean(value)):
                    yield label
                    yield from _of_cell(value)
        case Table():
            yield from (column.title for column in block.columns)
            for row in block.rows:
                yield from _of_row(row)


def _of_row(row: Row | Group) -> Iterator[str]:
    if isinstance(row, Group):
        yield from (row.title, row.text)
    else:
        for cell in row.cells:
            yield from _of_cell(cell)


def _of_cell(cell: Cell) -> Iterator[str]:
    match cell:
        case str():
            yield from cell.split("\n")
        case Bullets():
            yield from cell.items
        case Stack():
            for part in cell.parts:
                yield from _of_block(part)
        case Ticks():
            yield from cell.options
        case Blank():
            yield cell.text
