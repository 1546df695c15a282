"""Blocks as rows of a sheet: what stands in which columns, how high a row is, what stays together.

Heights are on the safe side: Excel and LibreOffice set type a little wider than paper asks, and
text that does not fit is cut off. Forms of one framework have most of their rows in common; such a
row is measured once.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Column,
    Document,
    Fields,
    Formula,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.glyphs import line_count
from competenties.office.look import text_of
from competenties.office.workbook_grid import Grid, Span
from competenties.office.workbook_looks import ALL_SIDES, LOOKS

PARTED, TOGETHER, UNDER = 0, 1, 2
"""How a row follows the one above it: a new part, the same part, or never on another page."""

_LINE = 1.32  # of the size of the type: the height of a line, at its highest in Excel
_SAFE = 0.95  # of the room: type on screen is a little wider than on paper
_ROOM = 30.0  # points of a row that somebody writes in by hand
_GAP = 7.0  # points between two tables, or between a table and text
_STEP = 0.75  # points of a pixel; Excel has no height in between
_MOST = 405.0  # points; Excel has no higher rows
_WRITTEN, _ONE_WRITTEN = 13.0, 22.0  # points of a line of writing among others, and of one alone
_FEW = 3  # rows of a table without parts that stay on one page
_PARAGRAPHS = {"lead": "lead", "note": "note", "warning": "warning", "level": "strong"}
_HOLDING = ("level", "intro")
_REMEMBERED = 4096  # rows that stay in memory, of a kilobyte or two each


class Placed(NamedTuple):
    """What stands in some columns of a row, with its look; `sides` are the lines around it."""

    span: Span
    value: Cell
    look: str
    sides: str = ALL_SIDES
    wraps: bool = True

    @property
    def is_single(self) -> bool:
        """Tell whether it takes one column."""
        return self.span.first == self.span.last

    @property
    def is_merged(self) -> bool:
        """Tell whether the columns have to be one cell; a short text just runs over them."""
        return self.wraps and not self.is_single


@dataclass(frozen=True, eq=False)
class RowBody:
    """What a row shows, wherever it stands; it `grows` where somebody may write more than fits.

    Equal rows are one object, by which what is made of a row is remembered.
    """

    height: float
    cells: tuple[Placed, ...] = ()
    grows: bool = False

    @cached_property
    def is_boxed(self) -> bool:
        """Tell whether something in the row has lines around it."""
        return any(LOOKS[cell.look].boxed for cell in self.cells)


class SheetRow(NamedTuple):
    """A row of a sheet; `header` are the rows that stand above it again when it begins a page."""

    body: RowBody
    follows: int = PARTED
    header: tuple["SheetRow", ...] = ()
    breaks: bool = False


_BETWEEN = SheetRow(RowBody(_GAP))


def sheet_rows(document: Document, grid: Grid) -> list[SheetRow]:
    """Return the rows of a document, from its title on."""
    made = [SheetRow(_line(grid, document.title, "title"))]
    holds = breaks = False  # what comes next stays with what is above it; begins a page
    for block in document.after_beginning:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        if made[-1].body.is_boxed and not isinstance(block, Heading):
            made.append(_BETWEEN)
        rows = _rows_of(grid, block)
        if rows and (holds or breaks):
            body, follows, header, _ = rows[0]
            rows = (SheetRow(body, UNDER if holds else follows, header, breaks), *rows[1:])
            breaks = False
        made += rows
        holds = _holds(block)
    return made


def notice_row(notice: str, grid: Grid) -> SheetRow:
    """Return what stands above the title, for whoever opens the file and cannot fill it in."""
    return SheetRow(_line(grid, notice, "notice"))


def shown(value: Cell) -> str:
    """Return the text that a cell shows until somebody fills it in."""
    match value:
        case str():
            return value
        case Bullets():
            return "\n".join(f"• {item}" for item in value.items)
        case Stack():
            parts = (part if isinstance(part, Bullets) else part.text for part in value.parts)
            return "\n".join(shown(part) for part in parts)
        case Choice():
            return value.unanswered
        case Blank():
            return value.text
        case Ticks() | Formula():
            return text_of(value)


def _holds(block: Block) -> bool:
    """Tell whether what follows a block stays with it on one page."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.style in _HOLDING)


def _rows_of(grid: Grid, block: Block) -> tuple[SheetRow, ...]:
    if isinstance(block, Table):
        return _table(grid, block)
    return tuple(_fields(grid, block)) if isinstance(block, Fields) else _plain(grid, block)


@lru_cache(maxsize=_REMEMBERED)
def _plain(grid: Grid, block: Block) -> tuple[SheetRow, ...]:
    """Return the rows of a heading, a paragraph or a list."""
    match block:
        case Heading():
            look = "heading" if block.level == 1 else "subheading"
            return (SheetRow(_line(grid, block.text, look)),)
        case Paragraph():
            look = _PARAGRAPHS.get(block.style, "text")
            return tuple(SheetRow(one) for one in _text(grid, block.text, look))
        case Picture():
            return tuple(SheetRow(one) for one in _text(grid, block.about))
        case Bullets():
            items = (row for one in block.items for row in _text(grid, f"• {one}", "bullet"))
            return tuple(_one_part(items))
    return ()


def _one_part(bodies: Iterable[RowBody]) -> Iterator[SheetRow]:
    """Yield rows that stay in one part with the first of them."""
    for number, body in enumerate(bodies):
        yield SheetRow(body, TOGETHER if number else PARTED)


@lru_cache(maxsize=_REMEMBERED)
def _line(grid: Grid, text: str, look: str = "text") -> RowBody:
    """Return text over the whole width; it is merged only where it takes several lines."""
    sides = ALL_SIDES if LOOKS[look].boxed else ""
    return _row(grid, (Placed(grid.whole(), text, look, sides),))


@lru_cache(maxsize=_REMEMBERED)
def _text(grid: Grid, text: str, look: str = "text") -> tuple[RowBody, ...]:
    """Return text over the whole width; one that is too long for a row goes on in the next."""
    rows, rest = [], text
    while rest:
        size = len(rest)
        while size > 1 and _line(grid, rest[:size], look).height >= _MOST:
            size = max(rest.rfind(" ", 0, size * 3 // 4) + 1, size // 2)
        rows.append(_line(grid, rest[:size], look))
        rest = rest[size:]
    return tuple(rows)


def _row(
    grid: Grid, cells: tuple[Placed, ...], least: float = 0, *, grows: bool = False
) -> RowBody:
    """Return a row as high as its highest text, with each text on one line where it fits."""
    highest, fitted = least, []
    for cell in cells:
        look = LOOKS[cell.look]
        room = grid.room(cell.span, look.indent) * _SAFE
        count = _lines(shown(cell.value), room, look.size, look.bold)
        highest = max(highest, count * look.size * _LINE + 2 * look.above)
        wraps = count > 1 or cell.is_single or look.is_open
        fitted.append(cell if wraps == cell.wraps else cell._replace(wraps=wraps))
    height = math.ceil(min(_MOST, highest) / _STEP) * _STEP
    return RowBody(height, tuple(fitted), grows)


@lru_cache(maxsize=1024)
def _lines(text: str, room: float, size: float, bold: bool) -> int:  # noqa: FBT001
    """Return how many lines a text takes; labels and answers return in many rows."""
    return line_count(text, room, size, bold=bold)


def _fields(grid: Grid, fields: Fields) -> Iterator[SheetRow]:
    """Yield labels with their values: beside each other, or as the layout says."""
    for number, (label, value) in enumerate(fields.rows):
        if fields.layout == "lines":
            yield from map(SheetRow, _text(grid, f"{label}: {shown(value)}"))
        elif fields.layout == "room":
            title, room = _room(grid, label, value)
            yield from (SheetRow(title), SheetRow(room, UNDER))
        else:
            yield SheetRow(_field(grid, label, value), TOGETHER if number else PARTED)


@lru_cache(maxsize=_REMEMBERED)
def _field(grid: Grid, label: str, value: Cell) -> RowBody:
    left, right = grid.labelled()
    cells = (Placed(left, label, "label"), Placed(right, value, _look_of(value)))
    return _row(grid, cells, _written(value))


@lru_cache(maxsize=_REMEMBERED)
def _room(grid: Grid, label: str, value: Cell) -> tuple[RowBody, RowBody]:
    """Return a label, and under it room to write over the whole width."""
    whole = grid.whole()
    look = "room" if isinstance(value, Blank) else _look_of(value)
    room = _row(grid, (Placed(whole, value, look),), max(_ROOM, _written(value)))
    return _row(grid, (Placed(whole, label, "label"),)), room


@dataclass(frozen=True, eq=False)
class _Head:
    """The columns of a table on a grid, with the rows of their titles."""

    grid: Grid
    lines: list[tuple[Span, ...]]
    rows: tuple[SheetRow, ...]


def _table(grid: Grid, table: Table) -> tuple[SheetRow, ...]:
    head = _head(grid, table.columns)
    made = list(head.rows)
    in_parts = any(isinstance(row, Group) for row in table.rows)
    after_row = TOGETHER if in_parts or len(table.rows) <= _FEW else PARTED
    follows = UNDER
    for row in table.rows:
        if isinstance(row, Group):
            made += _group(head, row, follows)
            follows = UNDER
        else:
            made += _answers(head, row, follows)
            follows = after_row
    return tuple(made)


@lru_cache(maxsize=_REMEMBERED)
def _head(grid: Grid, columns: tuple[Column, ...]) -> _Head:
    lines = grid.lines([column.width for column in columns])
    titles = tuple(column.title for column in columns)
    bodies = _folded(grid, titles, lines, look="header")
    return _Head(grid, lines, tuple(_under(bodies, PARTED, ())))


@lru_cache(maxsize=_REMEMBERED)
def _group(head: _Head, group: Group, follows: int) -> tuple[SheetRow, ...]:
    """Return the beginning of a part of a table; level 2 stays with the part that it divides."""
    grid, is_part = head.grid, group.level == 1
    whole = Placed(grid.whole(), group.title, "group" if is_part else "subgroup")
    bodies = (_row(grid, (whole,)), *_text(grid, group.text, "about"))
    return tuple(_under(bodies, PARTED if is_part and follows == TOGETHER else follows, head.rows))


@lru_cache(maxsize=_REMEMBERED)
def _answers(head: _Head, row: Row, follows: int) -> tuple[SheetRow, ...]:
    """Return a row of a table: one that is filled in has room, and grows with the text."""
    grows = any(isinstance(cell, Blank | Choice | Ticks) for cell in row.cells)
    least = _ROOM if grows else 0
    bodies = _folded(head.grid, row.cells, head.lines, least=least, grows=grows)
    return tuple(_under(bodies, follows, head.rows))


def _under(
    bodies: Iterable[RowBody], follows: int, header: tuple[SheetRow, ...]
) -> Iterator[SheetRow]:
    """Yield rows of which the others stay under the first one."""
    for number, body in enumerate(bodies):
        yield SheetRow(body, UNDER if number else follows, header)


def _folded(
    grid: Grid,
    cells: tuple[Cell, ...],
    lines: list[tuple[Span, ...]],
    *,
    look: str = "",
    least: float = 0,
    grows: bool = False,
) -> Iterator[RowBody]:
    """Yield the lines of one row of a table; what has one line only goes on to the last one."""
    looks = [""] * len(lines[0])
    for number, line in enumerate(lines):
        placed = []
        for column, span in enumerate(line):
            value = cells[span.place] if span.place >= 0 else ""
            if span.place >= 0:
                looks[column] = look or _look_in_table(value)
            ends = number + 1 == len(lines) or lines[number + 1][column].place >= 0
            sides = f"lr{'t' if span.place >= 0 else ''}{'b' if ends else ''}"
            placed.append(Placed(span, value, looks[column], sides))
        written = max(_written(cell.value) for cell in placed)
        yield _row(grid, tuple(placed), max(least, written), grows=grows)


def _look_of(value: Cell) -> str:
    if isinstance(value, Blank) and value.lines > 1:
        return "room"
    return "input" if isinstance(value, Blank | Choice | Ticks) else "value"


def _look_in_table(value: Cell) -> str:
    return "written" if isinstance(value, Blank) else _look_of(value)


def _written(value: Cell) -> float:
    """Return the room that writing by hand needs."""
    match value:
        case Blank(lines=lines) if lines > 1:
            return lines * _WRITTEN + 4
        case Blank() | Choice():
            return _ONE_WRITTEN
    return 0
