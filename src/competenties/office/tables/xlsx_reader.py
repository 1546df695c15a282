"""Reads an Excel workbook part by part: bounded, and with every cell that holds something.

openpyxl's fast way pads rows to whatever size the file claims, knows no merged cells, and turns a
formula without a stored result into an empty cell; here none of that goes unnoticed. The names of
elements and attributes are those of ECMA-376 part 1, chapter 18.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from competenties.findings import UnusableError
from competenties.messages import Phrase
from competenties.office.clean import clean, has_ink
from competenties.office.tables.numbers import shown_number, shown_styles
from competenties.office.tables.sheet import (
    MOST_COLUMNS,
    Area,
    Fault,
    Meter,
    Position,
    Sheet,
    TableFile,
    column_letters,
)
from competenties.office.tables.xlsx_bounds import BoundedFile, Bounds

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

_KINDS = (
    ("word/document.xml", Phrase(nl="een Word-document", en="a Word document")),
    ("ppt/presentation.xml", Phrase(nl="een presentatie", en="a presentation")),
    ("xl/workbook.bin", Phrase(nl="een binaire werkmap (.xlsb)", en="a binary workbook (.xlsb)")),
    ("content.xml", Phrase(nl="een OpenDocument-bestand", en="an OpenDocument file")),
    ("Index/Document.iwa", Phrase(nl="een Numbers-bestand", en="a Numbers file")),
)
_ZIP = Phrase(nl="een zip-bestand", en="a zip file")
_NOT_A_WORKBOOK = Phrase(
    nl="{file} is geen Excel-werkmap maar {kind}. Sla de tabel op als Excel-werkmap (.xlsx) of als CSV.",
    en="{file} is not an Excel workbook but {kind}. Save the table as an Excel workbook (.xlsx) or as CSV.",
)
_DAMAGED = Phrase(
    nl="{file} is beschadigd en kan niet worden gelezen. Open het in Excel, laat het herstellen en "
    "sla het opnieuw op.",
    en="{file} is damaged and cannot be read. Open it in Excel, let it be repaired and save it again.",
)
_NO_RESULT = Phrase(
    nl="een formule zonder opgeslagen uitkomst; open het bestand in Excel en sla het op",
    en="a formula without a stored result; open the file in Excel and save it",
)
_STRUCK = Phrase(nl="er staat een streep door deze tekst", en="there is a line through this text")
_ERROR = Phrase(nl="een foutmelding van Excel", en="an error of Excel")


def read_xlsx(name: str, raw: bytes) -> TableFile:
    """Return the sheets of a workbook. Raises UnusableError with what to do."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            return _Workbook(name, package).read()
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        EOFError,
        LookupError,
        TypeError,
        ValueError,
        RuntimeError,
    ) as error:  # RuntimeError: packed or locked in a way Excel never does
        raise UnusableError(_DAMAGED, file=name) from error


class _Workbook:
    def __init__(self, name: str, package: zipfile.ZipFile) -> None:
        self._name = name
        self._package = package
        self._names = set(package.namelist())
        self._bounds = Bounds(name)
        self._meter = Meter(name)
        self._strings: list[_String] = []
        self._styles: list[str] = []
        self._struck: set[int] = set()  # styles with a line through the text

    def read(self) -> TableFile:
        self._bounds.take_package(self._package)
        if "xl/workbook.xml" not in self._names:
            known = (kind for part, kind in _KINDS if part in self._names)
            raise UnusableError(_NOT_A_WORKBOOK, file=self._name, kind=next(known, _ZIP))
        self._strings = list(self._shared_strings())
        self._styles = shown_styles(self._elements("xl/styles.xml"))
        self._struck = set(_struck_styles(self._elements("xl/styles.xml")))
        return TableFile(self._name, tuple(self._sheets()))

    def _sheets(self) -> Iterator[Sheet]:
        targets = {
            element.get("Id"): element.get("Target")
            for tag, element in self._elements("xl/_rels/workbook.xml.rels")
            if tag == "Relationship"
        }
        for tag, element in list(self._elements("xl/workbook.xml")):
            if tag != "sheet":
                continue
            key = next((v for k, v in element.items() if k.endswith("}id")), None)
            part = _part_name(targets.get(key) or "")
            if part in self._names and "worksheets" in part:  # a chart sheet holds no cells
                sheet = self._sheet(element.get("name") or "", part)
                yield replace(sheet, is_hidden=element.get("state") in ("hidden", "veryHidden"))

    def _sheet(self, name: str, part: str) -> Sheet:
        rows: dict[int, dict[int, str]] = {}
        faults: dict[Position, Fault] = {}
        merged: list[Area] = []
        last_row = 0
        hidden: list[str] = []
        for tag, element in self._elements(part, ("row", "mergeCell", "col", "c")):
            if tag == "c":
                self._take_cell(element)
                continue
            if tag in ("col", "mergeCell"):
                self._bounds.take_area()
            is_hidden = element.get("hidden") in ("1", "true")
            if tag == "col":
                first, last = int(element.get("min") or 0), int(element.get("max") or 0)
                if is_hidden and 0 < first <= last <= MOST_COLUMNS:
                    hidden.extend(column_letters(one) for one in range(first, last + 1))
                continue
            if tag == "mergeCell":
                merged.append(_area(element.get("ref") or ""))
                continue
            self._bounds.take_row()
            last_row = int(element.get("r") or last_row + 1)
            cells = dict(self._cells(element, last_row, faults))
            if cells:
                self._meter.add_row(len(cells), max(cells))
                rows[last_row] = cells
                if is_hidden:
                    hidden.append(str(last_row))
        return Sheet(name, rows, faults, tuple(merged), hidden=tuple(hidden))

    def _cells(
        self, row: Any, number: int, faults: dict[Position, Fault]
    ) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            if _local(cell) != "c":
                continue
            reference = _REFERENCE.fullmatch(cell.get("r") or "")
            column = _column(reference[1]) if reference else column + 1
            found = self._value(cell)
            if isinstance(found, Fault):
                self._meter.add_cells(1)
                faults[number, column] = found
                continue
            self._bounds.take_characters(len(found.text) + len(found.struck))
            if found.struck and (struck := clean(found.struck).strip()):
                faults[number, column] = Fault(struck, _STRUCK)
            if has_ink(text := clean(found.text).strip()):
                yield column, text

    def _value(self, cell: Any) -> "_String | Fault":
        """Return the text of a cell as Excel shows it, or what is wrong with it."""
        parts = {_local(part): part for part in cell}
        kind, value = cell.get("t") or "n", parts.get("v")
        style = int(cell.get("s") or 0)
        if kind == "inlineStr":
            return self._seen(_string(parts["is"]) if "is" in parts else _String(""), style)
        text = value.text or "" if value is not None else ""
        if "f" in parts and not text and kind != "str":
            return Fault(f"={parts['f'].text or ''}", _NO_RESULT)
        if kind == "e":
            return Fault(text, _ERROR)
        return self._seen(self._text(kind, text, style) if text else _String(""), style)

    def _text(self, kind: str, value: str, style: int) -> "_String":
        if kind == "s":
            return self._strings[int(value)] if int(value) >= 0 else _String("")
        if kind == "b":
            return _String("TRUE" if value == "1" else "FALSE")
        if kind in ("str", "d"):
            return _String(_unescaped(value))
        pattern = self._styles[style] if style < len(self._styles) else ""
        return _String(shown_number(value, pattern))

    def _seen(self, string: "_String", style: int) -> "_String":
        """Return a text as somebody sees it: in a struck style all of it is struck."""
        if style not in self._struck or not string.text:
            return string
        return _String("", string.text + string.struck)

    def _shared_strings(self) -> Iterator["_String"]:
        for _, element in self._elements("xl/sharedStrings.xml", ("si",)):
            self._bounds.take_string()
            yield _string(element)

    def _elements(self, part: str, tags: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
        """Yield the elements of a part with their names; given ones are forgotten after use."""
        if part not in self._names:
            return
        with self._package.open(part) as file:
            wanted = [f"{{*}}{tag}" for tag in tags] or None
            events = etree.iterparse(
                BoundedFile(self._bounds, file),
                tag=wanted,
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            for _, element in events:
                tag = _local(element)
                yield tag, element
                if wanted and tag != "c":
                    element.clear(keep_tail=False)
                    while element.getprevious() is not None:
                        del element.getparent()[0]
            if events.root is not None and events.root.getroottree().docinfo.doctype:
                raise UnusableError(_DAMAGED, file=self._name)

    def _take_cell(self, cell: Any) -> None:
        """Forget a cell without anything in it at once; there may be millions of them.

        One that does not say its place stays: it counts for the place of those after it.
        """
        self._bounds.take_cell()
        if len(cell) == 0 and cell.get("r"):
            cell.getparent().remove(cell)


class _String(NamedTuple):
    """A text of a cell, and what stands in it with a line through it."""

    text: str
    struck: str = ""


def _string(element: Any) -> _String:
    """Return a string of the file: its runs together, without hints on how to say it."""
    if len(element) == 1 and _local(element[0]) == "t":
        return _String(_unescaped(element[0].text or ""))
    text: list[str] = []
    struck: list[str] = []
    for part in element:
        tag = _local(part)
        if tag == "t":
            text.append(part.text or "")
        elif tag == "r":
            words = "".join(t.text or "" for t in part if _local(t) == "t")
            (struck if _is_struck(part) else text).append(words)
    return _String(_unescaped("".join(text)), _unescaped("".join(struck)))


def _is_struck(element: Any) -> bool:
    return any(
        _local(one) == "strike" and one.get("val") not in ("0", "false")
        for one in element.iter(etree.Element)
    )


def _struck_styles(elements: Iterator[tuple[str, Any]]) -> Iterator[int]:
    fonts: list[bool] = []
    for tag, element in elements:
        if tag == "fonts":
            fonts = [_is_struck(font) for font in element]
        elif tag == "cellXfs":
            for number, style in enumerate(element):
                font = int(style.get("fontId") or 0)
                if font < len(fonts) and fonts[font]:
                    yield number


def _unescaped(text: str) -> str:
    """Return a text with the escapes of the format, such as `_x000D_`, undone (ECMA-376, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _part_name(target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join("xl", target))


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    top, bottom = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if top is None or bottom is None:
        raise ValueError(reference)
    return int(top[2]), _column(top[1]), int(bottom[2]), _column(bottom[1])


def _local(element: Any) -> str:
    """Return the name of an element without its namespace; a comment has none."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
