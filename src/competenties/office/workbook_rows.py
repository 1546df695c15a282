"""Blocks as rows of a sheet: what stands in which columns, how high a row is, what stays together.

Heights are on the safe side: Excel and LibreOffice set type a little wider than paper asks, and
text that does not fit is cut off.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Document,
    Fields,
    Formula,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.glyphs import line_count
from competenties.office.look import text_of
from competenties.office.workbook_grid import Grid, Span, grid_of
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
_PARAGRAPHS = {"lead", "note", "warning"}


@dataclass(frozen=True, slots=True)
class Placed:
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


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet; it `grows` where somebody may write more than fits.

    `header` are the rows that stand above it again when it begins a page.
    """

    height: float
    cells: tuple[Placed, ...] = ()
    follows: int = PARTED
    grows: bool = False
    header: tuple["SheetRow", ...] = ()
    breaks: bool = False


def sheet_rows(document: Document) -> list[SheetRow]:
    """Return the rows of a document, from its title on."""
    rows = _Rows(grid_of(document))
    rows.add([rows.line(document.title, "title")])
    for block in document.blocks:
        rows.add_block(block)
    return rows.made


def notice_row(document: Document) -> SheetRow:
    """Return what stands above the title, for whoever opens the file and cannot fill it in."""
    return _Rows(grid_of(document)).line(document.notice, "notice")


def shown(value: Cell) -> str:
    """Return the text that a cell shows until somebody fills it in."""
    match value:
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
    return value


class _Rows:
    def __init__(self, grid: Grid) -> None:
        self.made: list[SheetRow] = []
        self._grid = grid
        self._holds = False  # what comes next stays with it, as under a heading
        self._breaks = False  # what comes next begins a page

    def add(self, rows: Iterable[SheetRow], *, holds: bool = False) -> None:
        """Add rows; the first one stays with what is above it where that asks for it."""
        for number, row in enumerate(rows):
            first = number == 0
            held = replace(row, follows=UNDER) if self._holds and first else row
            self.made.append(replace(held, breaks=True) if self._breaks and first else held)
            self._breaks = False
        self._holds = holds

    def add_block(self, block: Block) -> None:
        """Add the rows of a block."""
        if self.made and self._touches(block):
            self.made.append(SheetRow(_GAP))
        match block:
            case Heading():
                look = "heading" if block.level == 1 else "subheading"
                self.add([self.line(block.text, look)], holds=True)
            case Paragraph():
                look = block.style if block.style in _PARAGRAPHS else "text"
                look = "strong" if block.style == "level" else look
                self.add(self.text(block.text, look), holds=block.style in ("level", "intro"))
            case Bullets():
                items = (row for one in block.items for row in self.text(f"• {one}", "bullet"))
                self.add(
                    replace(row, follows=TOGETHER if number else PARTED)
                    for number, row in enumerate(items)
                )
            case Fields():
                self.add(self._fields(block))
            case Table():
                self.add(self._table(block))
            case PageBreak():
                self._breaks = True

    def line(self, text: str, look: str = "text") -> SheetRow:
        """Return text over the whole width; it is merged only where it takes several lines."""
        return self._row((Placed(self._grid.whole(), text, look, _sides(look)),))

    def text(self, text: str, look: str = "text") -> Iterator[SheetRow]:
        """Yield text over the whole width; one that is too long for a row goes on in the next."""
        rest = text
        while rest:
            size = len(rest)
            while size > 1 and self.line(rest[:size], look).height >= _MOST:
                size = max(rest.rfind(" ", 0, size * 3 // 4) + 1, size // 2)
            yield self.line(rest[:size], look)
            rest = rest[size:]

    def _touches(self, block: Block) -> bool:
        """Tell whether a block needs some room between its box, or its text, and a box above it."""
        boxed = any(LOOKS[cell.look].boxed for cell in self.made[-1].cells)
        return boxed and not isinstance(block, Heading | PageBreak)

    def _row(self, cells: tuple[Placed, ...], least: float = 0) -> SheetRow:
        """Return a row as high as its highest text, with each text on one line where it fits."""
        counts = [self._lines(cell) for cell in cells]
        heights = [
            count * LOOKS[cell.look].size * _LINE + 2 * LOOKS[cell.look].above
            for cell, count in zip(cells, counts, strict=True)
        ]
        fitted = tuple(
            replace(cell, wraps=count > 1 or cell.is_single or LOOKS[cell.look].is_open)
            for cell, count in zip(cells, counts, strict=True)
        )
        height = min(_MOST, max(least, *heights))
        return SheetRow(math.ceil(height / _STEP) * _STEP, fitted)

    def _lines(self, cell: Placed) -> int:
        look = LOOKS[cell.look]
        room = self._grid.room(cell.span, look.indent) * _SAFE
        return line_count(shown(cell.value), room, look.size, bold=look.bold)

    def _fields(self, fields: Fields) -> Iterator[SheetRow]:
        """Yield labels with their values: beside each other, or as the layout says."""
        for number, (label, value) in enumerate(fields.rows):
            if fields.layout == "lines":
                yield from self.text(f"{label}: {shown(value)}")
            elif fields.layout == "room":
                yield from self._room(label, value)
            else:
                yield replace(self._field(label, value), follows=TOGETHER if number else PARTED)

    def _field(self, label: str, value: Cell) -> SheetRow:
        left, right = self._grid.labelled()
        cells = (Placed(left, label, "label"), Placed(right, value, _look_of(value)))
        return self._row(cells, _written(value))

    def _room(self, label: str, value: Cell) -> Iterator[SheetRow]:
        """Yield a label with room to write under it, over the whole width."""
        whole = self._grid.whole()
        yield self._row((Placed(whole, label, "label"),))
        look = "room" if isinstance(value, Blank) else _look_of(value)
        row = self._row((Placed(whole, value, look),), max(_ROOM, _written(value)))
        yield replace(row, follows=UNDER)

    def _table(self, table: Table) -> Iterator[SheetRow]:
        lines = self._grid.lines([column.width for column in table.columns])
        titles = tuple(column.title for column in table.columns)
        header = tuple(self._folded(titles, lines, "header", least=0))
        yield from header
        in_parts = any(isinstance(row, Group) for row in table.rows)
        after_row = TOGETHER if in_parts or len(table.rows) <= _FEW else PARTED
        follows = UNDER
        for row in table.rows:
            made = (
                self._group(row, follows)
                if isinstance(row, Group)
                else self._answers(row, lines, follows)
            )
            yield from (replace(one, header=header) for one in made)
            follows = after_row if isinstance(row, Row) else UNDER

    def _group(self, group: Group, follows: int) -> Iterator[SheetRow]:
        """Yield the beginning of a part of a table; level 2 stays with the part that it divides."""
        whole, is_part = self._grid.whole(), group.level == 1
        title = self._row((Placed(whole, group.title, "group" if is_part else "subgroup"),))
        yield replace(title, follows=PARTED if is_part and follows == TOGETHER else follows)
        yield from (replace(row, follows=UNDER) for row in self.text(group.text, "about"))

    def _answers(self, row: Row, lines: list[tuple[Span, ...]], follows: int) -> Iterator[SheetRow]:
        """Yield a row of a table: one that is filled in has room, and grows with the text."""
        is_filled_in = any(isinstance(cell, Blank | Choice | Ticks) for cell in row.cells)
        made = self._folded(row.cells, lines, "", least=_ROOM if is_filled_in else 0)
        for number, one in enumerate(made):
            yield replace(one, follows=UNDER if number else follows, grows=is_filled_in)

    def _folded(
        self, cells: tuple[Cell, ...], lines: list[tuple[Span, ...]], look: str, *, least: float
    ) -> Iterator[SheetRow]:
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
            row = self._row(tuple(placed), max(least, written))
            yield replace(row, follows=UNDER) if number else row


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


def _sides(look: str) -> str:
    return ALL_SIDES if LOOKS[look].boxed else ""
