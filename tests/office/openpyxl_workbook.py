"""The same workbooks built by openpyxl, cell by cell: the oracle for what this program writes.

It shares the rows and their heights with the program, and nothing of how they become a file.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl_sheet import Keys, SheetWriter

from competenties.messages import Language
from competenties.office.blocks import Document, Sheet
from competenties.office.clean import clean, clean_for_cell, cut_for_excel
from competenties.office.package import mended

_MOST_NAME = 31  # characters; Excel repairs a file with more
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_PIECE = 30_000  # characters of carried data in a cell, within what a cell holds
_LANGUAGES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_FORMULA_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[^>]*>[^<]*</f>)<v ?/?>(?:</v>)?</c>')


def openpyxl_workbook(document: Document) -> bytes:
    """Return a document as the bytes of an .xlsx file, by openpyxl."""
    book = Workbook()
    book.remove(book.worksheets[0])
    keys = Keys(book)
    sheets = (Sheet(document.sheet, document.title, document.blocks), *document.sheets)
    for number, sheet in enumerate(sheets):
        content = replace(document, title=sheet.title, blocks=sheet.blocks, sheet=sheet.name)
        if number:
            content = replace(content, notice="")
        SheetWriter(book.create_sheet(_sheet_name(sheet.name)), content, keys).write()
    results = _by_part(book, keys.fill_in())
    _carry(book, document.carried, keys.places())
    _set_properties(book, document)
    buffer = BytesIO()
    book.save(buffer)
    return _stored(mended(buffer.getvalue(), document.made_on), results)


def _by_part(
    book: Workbook, results: Iterable[tuple[str, str, str | float]]
) -> dict[str, dict[str, str | float]]:
    """Return what formulas give, by the part of the package that holds their sheet."""
    found: dict[str, dict[str, str | float]] = {}
    for sheet, place, shown in results:
        part = f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml"
        found.setdefault(part, {})[place] = shown
    return found


def _carry(
    book: Workbook, carried: Mapping[str, Mapping[str, Any]], places: Mapping[str, str]
) -> None:
    """Put data on sheets that nobody sees.

    The first is JSON, with where each key stands; others are names with a text beside each.
    """
    for number, (name, data) in enumerate(carried.items()):
        sheet: Any = book.create_sheet(name)
        sheet.sheet_state = "veryHidden"
        rows = _pairs(data) if number else _pieces({**data, "cells": places})
        for row, texts in enumerate(rows, 1):
            for column, one in enumerate(texts, 1):
                sheet.cell(row, column, clean_for_cell(one)).data_type = "s"


def _pairs(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in data.items():
        yield key, str(value)


def _pieces(data: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield data as JSON, in pieces that fit into a cell."""
    text = json.dumps(data, separators=(",", ":"))
    for start in range(0, len(text), _PIECE):
        yield (text[start : start + _PIECE],)


def _set_properties(book: Workbook, document: Document) -> None:
    properties = book.properties
    properties.title = clean(document.title)
    properties.creator = clean(document.organisation) or "competenties"
    properties.language = _LANGUAGES[document.language]
    properties.keywords = clean(", ".join(document.keywords))


def _sheet_name(text: str) -> str:
    """Return a text as the name of a sheet, without the characters that Excel keeps for itself."""
    name = " ".join(_NOT_IN_NAME.sub(" ", clean(text)).split()).strip("' ")
    return cut_for_excel(name, _MOST_NAME).rstrip("' ") or "1"


def _stored(package: bytes, results: Mapping[str, Mapping[str, str | float]]) -> bytes:
    """Return a package with a stored result beside each formula."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename in results:
                content = _with_results(content, results[entry.filename])
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _with_results(content: bytes, results: Mapping[str, str | float]) -> bytes:
    """Return a sheet with a stored result beside each formula."""

    def stored(match: re.Match[bytes]) -> bytes:
        result = results.get(match[1].decode(), "")
        if isinstance(result, str):
            attributes = re.sub(rb' t="[^"]*"', b"", match[2]) + b' t="str"'
            value = escape(result).encode("ascii", "xmlcharrefreplace")
        else:
            attributes, value = match[2], f"{result:.15g}".encode()
        return b'<c r="%b"%b>%b<v>%b</v></c>' % (match[1], attributes, match[3], value)

    return _FORMULA_CELL.sub(stored, content)
