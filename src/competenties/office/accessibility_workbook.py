"""What keeps people from reading or filling in a workbook."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from competenties.messages import Phrase
from competenties.office.accessibility_barrier import (
    NO_TITLE,
    Barrier,
    contrast_barriers,
    merged_cells,
    no_alternative,
    no_header,
    short,
)
from competenties.office.template import parsed

_NO_NAME = Phrase(
    nl='Het blad "{sheet}" heeft geen naam die zegt wat erop staat.',
    en='The sheet "{sheet}" has no name that says what is on it.',
)
_NO_PROMPT = Phrase(
    nl="Cel {cell} op het blad {sheet} is om in te vullen, maar heeft geen uitleg en er staat links "
    "of erboven niets dat zegt wat.",
    en="Cell {cell} on the sheet {sheet} is there to fill in, but has no prompt, and nothing to its "
    "left or above it says what.",
)
_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_USUAL_NAME = re.compile(r"(?:sheet|blad|tabelle|feuil)\s*\d*", re.IGNORECASE)
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
_COLOUR = re.compile(r"[0-9A-Fa-f]{8}")
_WHITE = "FFFFFF"


def workbook_barriers(raw: bytes) -> Iterator[Barrier]:
    """Yield the barriers in an .xlsx, sheet by sheet; sheets that nobody sees are passed over."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    core = parts.get("docProps/core.xml")
    if not ((core and parsed(core).findtext(_TITLE)) or "").strip():
        yield NO_TITLE
    looks = _looks(parts)
    for name, sheet in _visible(parts):
        if _USUAL_NAME.fullmatch(name.strip()):
            yield Barrier("no-sheet-name", _NO_NAME.filled(sheet=short(name)))
        cells = _cells(sheet)
        yield from _headers(name, sheet, cells)
        yield from _inputs(name, sheet, cells, looks)
        yield from contrast_barriers(
            (*looks[one.look].colours, one.text)
            for one in cells.values()
            if one.text.strip() and one.look < len(looks) and all(looks[one.look].colours)
        )
    for name, content in sorted(parts.items()):
        if name.startswith("xl/drawings/") and name.endswith(".xml"):
            for one in parsed(content).iter(_PICTURE):
                if not (one.get("descr") or "").strip():
                    yield no_alternative(one.get("name") or "…")


class _Cell(NamedTuple):
    text: str
    look: int


class _Look(NamedTuple):
    is_open: bool
    colours: tuple[str, str]


_Place = tuple[int, int]
"""Row and column, from 1."""


def _headers(name: str, sheet: Any, cells: dict[_Place, _Cell]) -> Iterator[Barrier]:
    """Yield columns without a heading, and cells among the data that were made one."""
    areas = [_area(one.get("ref", "")) for one in sheet.iter(f"{_M}mergeCell")]
    pane = sheet.find(f"{_M}sheetViews/{_M}sheetView/{_M}pane")
    frozen = int(float(pane.get("ySplit", "0"))) if pane is not None else 0
    chosen = sheet.find(f"{_M}autoFilter")
    header = _area(chosen.get("ref", ""))[0][0] if chosen is not None else frozen
    if header:
        used = {column for (row, column), one in cells.items() if row > header and one.text}
        named = {column for (row, column), one in cells.items() if row == header and one.text}
        if used - named:
            yield no_header(name)
    for (top, left), (bottom, right) in areas:
        beside = {column for (row, column), one in cells.items() if row == top and one.text}
        is_among = bool(header) and top > header and bool(beside - set(range(left, right + 1)))
        if bottom > top or is_among:
            yield merged_cells(name)
            return


def _inputs(
    name: str, sheet: Any, cells: dict[_Place, _Cell], looks: list[_Look]
) -> Iterator[Barrier]:
    """Yield cells to fill in of which nothing says what belongs in them."""
    if sheet.find(f"{_M}sheetProtection") is None:
        return
    explained: set[_Place] = set()
    for one in sheet.iter(f"{_M}dataValidation"):
        if one.get("prompt"):
            for area in one.get("sqref", "").split():
                (top, left), (bottom, right) = _area(area)
                explained |= {
                    (row, column)
                    for row in range(top, bottom + 1)
                    for column in range(left, right + 1)
                }
    inner = _inside_merged(sheet)
    for (row, column), one in sorted(cells.items()):
        is_open = one.look < len(looks) and looks[one.look].is_open
        if not is_open or (row, column) in explained | inner:
            continue
        beside = [(row, left) for left in range(1, column)]
        above = [(up, column) for up in range(max(1, row - _NEAR), row)]
        said = any(place in cells and cells[place].text for place in (*beside, *above))
        under = cells.get((row - 1, column))
        follows = under is not None and under.look < len(looks) and looks[under.look].is_open
        if not said and not follows:
            cell = f"{_letters(column)}{row}"
            yield Barrier("no-prompt", _NO_PROMPT.filled(cell=cell, sheet=short(name)))


_NEAR = 2  # rows over which a heading of two lines may stand


def _inside_merged(sheet: Any) -> set[_Place]:
    """Return the cells that lie within a larger one, so that nobody fills them in."""
    found: set[_Place] = set()
    for one in sheet.iter(f"{_M}mergeCell"):
        (top, left), (bottom, right) = _area(one.get("ref", ""))
        found |= {
            (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
        } - {(top, left)}
    return found


def _visible(parts: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    relations = parsed(parts["xl/_rels/workbook.xml.rels"])
    targets = {one.get("Id"): one.get("Target") or "" for one in relations}
    for one in parsed(parts["xl/workbook.xml"]).iter(f"{_M}sheet"):
        target = posixpath.join("/xl", targets.get(one.get(f"{_R}id"), "")).lstrip("/")
        if one.get("state", "visible") == "visible" and target in parts:
            yield one.get("name") or "", parsed(parts[target])


def _cells(sheet: Any) -> dict[_Place, _Cell]:
    """Return every cell that is there; what stands in shared strings counts as some text."""
    found = {}
    for one in sheet.iter(f"{_M}c"):
        (place, _) = _area(one.get("r", ""))
        text = "".join(piece.text or "" for piece in one.iter(f"{_M}t", f"{_M}v"))
        found[place] = _Cell(text, int(one.get("s", "0")))
    return found


def _looks(parts: dict[str, bytes]) -> list[_Look]:
    """Return for each style of a cell whether it can be filled in, and its colours."""
    if "xl/styles.xml" not in parts:
        return []
    root = parsed(parts["xl/styles.xml"])
    fonts = [_rgb(one.find(f"{_M}color")) for one in root.iterfind(f"{_M}fonts/{_M}font")]
    fills = [_behind(one) for one in root.iterfind(f"{_M}fills/{_M}fill")]
    looks = []
    for one in root.iterfind(f"{_M}cellXfs/{_M}xf"):
        protection = one.find(f"{_M}protection")
        is_open = protection is not None and protection.get("locked") in ("0", "false")
        colours = fonts[int(one.get("fontId", "0"))], fills[int(one.get("fillId", "0"))]
        looks.append(_Look(is_open, colours))
    return looks


def _behind(fill: Any) -> str:
    """Return the colour of a cell: white where it has none, empty where that cannot be told."""
    pattern = fill.find(f"{_M}patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return _WHITE if pattern is not None else ""
    return _rgb(pattern.find(f"{_M}fgColor"))


def _rgb(colour: Any) -> str:
    found = "" if colour is None else colour.get("rgb") or ""
    return found[2:] if _COLOUR.fullmatch(found) else ""


def _area(reference: str) -> tuple[_Place, _Place]:
    """Return the first and the last cell of a place such as B3 or B3:C4."""
    found = _PLACE.findall(reference) or [("A", "1")]
    places = [(int(row), _number(letters)) for letters, row in found]
    return places[0], places[-1]


def _number(letters: str) -> int:
    number = 0
    for one in letters:
        number = 26 * number + ord(one) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = f"{chr(ord('A') + rest)}{found}"
    return found
