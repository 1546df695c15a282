"""Reads the cells of a few sheets of a workbook, fast: what a filled form needs.

For tables of unknown shape there is `office/tables`; this knows which sheets it wants, and takes
text and numbers as they are stored. Both kinds of string are read: a workbook of ours has them in
the sheet, one that Excel or LibreOffice saved has them in a part of their own. Names of elements
are those of ECMA-376 part 1, chapter 18.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

MOST_BYTES = 30_000_000
"""Of one part when unpacked; a form of a hundred competences takes less than one million."""
_MOST_PARTS = 2_000
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

Cells = Mapping[str, str]
"""What stands in the cells that hold something, by place: `B12`."""


class NotReadableError(ValueError):
    """A file is no workbook, is damaged, or unpacks to more than a form can be."""


class SheetCells(NamedTuple):
    """A sheet by name, with its cells."""

    name: str
    cells: Cells


def read_cells(raw: bytes, wanted: Collection[str], *, first: bool = False) -> list[SheetCells]:
    """Return the sheets that have one of these names, and with `first` the first sheet as well.

    Raises NotReadableError.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            return list(_sheets(package, wanted, first=first))
    except NotReadableError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        ET.ParseError,
        EOFError,
        LookupError,
        ValueError,
        RuntimeError,
    ) as error:  # RuntimeError: locked, or packed in a way Python does not know
        raise NotReadableError(str(error)) from error


def _sheets(
    package: zipfile.ZipFile, wanted: Collection[str], *, first: bool
) -> Iterator[SheetCells]:
    if len(package.infolist()) > _MOST_PARTS:
        raise NotReadableError(len(package.infolist()))
    workbook = _parsed(package, "xl/workbook.xml")
    targets = {
        one.get("Id"): one.get("Target") or ""
        for one in _parsed(package, "xl/_rels/workbook.xml.rels")
    }
    strings: list[str] | None = None
    for place, sheet in enumerate(_all(workbook, "sheet")):
        name = sheet.get("name") or ""
        if name in wanted or (first and place == 0):
            if strings is None:
                strings = list(_shared_strings(package))
            relation = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION)
            part = posixpath.normpath(posixpath.join("xl", targets[relation])).removeprefix("/")
            part = part if part in package.NameToInfo else part.removeprefix("xl/")
            yield SheetCells(name, dict(_cells(_parsed(package, part), strings)))


def _parsed(package: zipfile.ZipFile, part: str) -> ET.Element:
    """Return a part as XML; one that is too large or brings its own entities is refused."""
    if package.getinfo(part).file_size > MOST_BYTES:
        raise NotReadableError(part)
    with package.open(part) as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES or b"<!DOCTYPE" in content:
        raise NotReadableError(part)
    return ET.fromstring(content)  # noqa: S314  (no entities: refused above)


def _shared_strings(package: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in package.NameToInfo:
        for item in _parsed(package, "xl/sharedStrings.xml"):
            yield _text(item)


def _cells(sheet: ET.Element, strings: list[str]) -> Iterator[tuple[str, str]]:
    for cell in _all(sheet, "c"):
        value = _value(cell, strings)
        if value:
            yield cell.attrib["r"], value


def _value(cell: ET.Element, strings: list[str]) -> str:
    """Return what a cell holds; of a formula its stored result."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell[0]) if len(cell) else ""
    for child in cell:
        if child.tag.endswith("}v"):
            found = child.text or ""
            if kind == "s":
                return strings[int(found)]
            return _unescaped(found) if kind == "str" else found
    return ""


def _text(item: ET.Element) -> str:
    """Return the text of a string in one piece or in runs; how it is to be pronounced is left out."""
    found = []
    for child in item:
        if child.tag.endswith("}t"):
            found.append(child.text or "")
        elif child.tag.endswith("}r"):
            found.extend(run.text or "" for run in child if run.tag.endswith("}t"))
    return _unescaped("".join(found))


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _all(element: ET.Element, name: str) -> Iterator[ET.Element]:
    yield from element.iter(f"{_MAIN}{name}")
    yield from element.iter(f"{_STRICT}{name}")
