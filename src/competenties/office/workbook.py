"""Blocks as an Excel workbook (.xlsx): a form that prints on A4 and is filled in on screen."""

import math
import re
from io import BytesIO
from itertools import pairwise
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break

from competenties.messages import Language
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
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from competenties.office.clean import clean, clean_for_cell, cut_for_excel
from competenties.office.package import mended

_FONT = "Calibri"
_INK, _ACCENT = "1F2A37", "1B4F72"
_LINE, _SHADE, _INPUT = "9AA5B1", "EAF0F5", "FFFBE6"
_WIDTH = 96.0  # characters of the body font on an A4 page between the margins
_LINE_HEIGHT = 14.0  # points
_LISTS = "_lists"
_MOST_NAME, _MOST_PROMPT = 31, 255  # Excel repairs a file with more
_FOOTER_LINE, _FOOTER_END = 110, 70  # what fits beside the page number; Excel takes twice as much
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_PAGE = {"nl": "pagina &P van &N", "en": "page &P of &N"}
_LABEL_SHARE = 0.3
_ROOM = 30.0  # points of a row that somebody writes in by hand
_HEADER = 18.0  # points of the header row of a table
_USUAL = 15.0  # points of a row with nothing in it
_PAGE_HEIGHT = 735.0  # points between the margins of an A4 page, on the safe side


class _GrowingRow(RowDimension):
    """A row with a height to begin with, that grows when more is written in it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  (the name of the file format)
        """Say that the height was not fixed by anybody."""
        return False


def workbook(document: Document) -> bytes:
    """Return a document as the bytes of an .xlsx file."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._content = document
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._sheet: Any = self._book.create_sheet()
        self._sheet.title = _sheet_name(document.sheet)
        self._row = 0
        self._parts: list[int] = []  # first rows of what is kept on one page
        self._heading = 0  # row of the latest heading
        self._shares = _shares(document)
        self._lists: dict[tuple[str, ...], str] = {}
        self._drop_downs: dict[tuple[tuple[str, ...], str], DataValidation] = {}

    def write(self) -> bytes:
        for number, share in enumerate(self._shares, 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = _WIDTH * share
        self._line(self._content.title, Font(_FONT, 18, bold=True, color=_ACCENT))
        for block in self._content.blocks:
            self._add(block)
        self._set_page()
        self._keep_parts_together()
        self._set_protection()
        self._set_properties()
        buffer = BytesIO()
        self._book.save(buffer)
        return mended(buffer.getvalue(), self._content.made_on)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._row += 1
                self._line(block.text, Font(_FONT, 13, bold=True, color=_ACCENT))
                self._heading = self._row
            case Paragraph():
                bold = block.style in ("warning", "level")
                size = 9 if block.style == "note" else 10.5
                self._line(block.text, Font(_FONT, size, bold=bold, color=_INK))
            case Bullets():
                for item in block.items:
                    self._line(f"• {item}", Font(_FONT, 10.5, color=_INK))
            case Fields():
                for label, value in block.rows:
                    self._field(label, value)
            case Table():
                self._table(block)
            case PageBreak():
                self._sheet.row_breaks.append(Break(self._row))

    def _line(self, text: str, font: Font) -> None:
        """Add text over the whole width, in a row as high as the text needs."""
        self._row += 1
        self._merged(1, len(self._shares))
        cell = self._put(1, text, font)
        size = float(font.size or 10.5)
        lines = _lines(str(cell.value), _WIDTH, size)
        self._sheet.row_dimensions[self._row].height = lines * size * 1.3 + 3

    def _field(self, label: str, value: Cell) -> None:
        self._row += 1
        first = self._put(1, label, Font(_FONT, 10.5, bold=True, color=_INK))
        first.fill, first.border = _fill(_SHADE), _BORDER
        self._merged(2, len(self._shares))
        for column in range(2, len(self._shares) + 1):
            cell = self._sheet.cell(self._row, column)
            cell.border = _BORDER
            cell.protection = Protection(locked=not isinstance(value, Blank | Choice))
        self._fill_cell(2, value)
        width = _WIDTH * sum(self._shares[1:])
        lines = max(_lines(_shown(value), width), _lines(label, _WIDTH * self._shares[0]))
        self._sheet.row_dimensions[self._row].height = lines * _LINE_HEIGHT + 5

    def _table(self, table: Table) -> None:
        self._row += 1
        header = self._row
        is_headed = self._heading == header - 1
        self._parts.append(self._heading if is_headed else header)  # a heading never ends a page
        self._sheet.row_dimensions[header].height = _HEADER
        for number, column in enumerate(table.columns, 1):
            cell = self._put(number, column.title, Font(_FONT, 10.5, bold=True, color=_INK))
            cell.fill, cell.border = _fill(_SHADE), _BORDER
        if any(isinstance(value, Choice) for row in table.rows for value in _cells(row)):
            self._sheet.print_title_rows = f"{header}:{header}"
        for before, row in zip((None, *table.rows), table.rows, strict=False):
            if isinstance(row, Group):
                if isinstance(before, Row):
                    self._parts.append(self._row + 1)
                self._group(row)
            else:
                self._row += 1
                self._answers(row)

    def _answers(self, row: Row) -> None:
        """Add a row that is filled in: room to write on paper, and it grows with the text."""
        height = _ROOM
        for number, value in enumerate(row.cells, 1):
            self._fill_cell(number, value)
            self._sheet.cell(self._row, number).border = _BORDER
            lines = _lines(_shown(value), _WIDTH * self._shares[number - 1])
            height = max(height, lines * _LINE_HEIGHT + 4)
        self._sheet.row_dimensions[self._row] = _GrowingRow(self._sheet, index=self._row, ht=height)

    def _group(self, group: Group) -> None:
        self._line(group.title, Font(_FONT, 10.5, bold=True, color=_ACCENT))
        self._frame(_SHADE)
        if group.text:
            self._line(group.text, Font(_FONT, 10, italic=True, color=_INK))
            self._frame("FFFFFF")

    def _frame(self, colour: str) -> None:
        for column in range(1, len(self._shares) + 1):
            cell = self._sheet.cell(self._row, column)
            cell.border, cell.fill = _BORDER, _fill(colour)

    def _fill_cell(self, column: int, value: Cell) -> None:
        font = Font(_FONT, 10.5, color=_INK)
        match value:
            case str():
                self._put(column, value, font)
            case Bullets():
                self._put(column, "\n".join(f"• {item}" for item in value.items), font)
            case Blank():
                cell = self._put(column, "", font)
                self._open(cell)
                if value.prompt:
                    self._prompt(cell, value.prompt)
            case Choice():
                cell = self._put(column, "", font)
                self._open(cell)
                self._drop_down(value).add(cell.coordinate)

    def _put(self, column: int, text: str, font: Font) -> Any:
        """Write text as text: what looks like a formula is never one."""
        cell = self._sheet.cell(self._row, column)
        if text:
            cell.value = clean_for_cell(text)
            cell.data_type = "s"
        cell.font = font
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        return cell

    def _open(self, cell: Any) -> None:
        """Let a cell be filled in; everything else on the form is locked."""
        cell.protection = Protection(locked=False)
        cell.fill = _fill(_INPUT)

    def _prompt(self, cell: Any, prompt: str) -> None:
        message = DataValidation(type=None, allow_blank=True, showInputMessage=True)
        message.prompt = cut_for_excel(clean(prompt), _MOST_PROMPT)
        message.add(cell.coordinate)
        self._sheet.add_data_validation(message)

    def _drop_down(self, choice: Choice) -> DataValidation:
        """Return the drop-down for these options; they stand on a sheet that nobody sees."""
        options = tuple(clean_for_cell(option) for option in choice.options)
        key = (options, choice.prompt)
        if key not in self._drop_downs:
            validation = DataValidation(
                type="list", formula1=self._list_range(options), allow_blank=True
            )
            validation.showErrorMessage = True
            validation.showInputMessage = bool(choice.prompt)
            validation.prompt = cut_for_excel(clean(choice.prompt), _MOST_PROMPT) or None
            validation.error = validation.prompt  # what Excel says of anything not in the list
            self._drop_downs[key] = validation
            self._sheet.add_data_validation(validation)
        return self._drop_downs[key]

    def _list_range(self, options: tuple[str, ...]) -> str:
        if options not in self._lists:
            if _LISTS not in self._book.sheetnames:
                self._book.create_sheet(_LISTS).sheet_state = "veryHidden"
            lists = self._book[_LISTS]
            column = len(self._lists) + 1
            for row, option in enumerate(options, 1):
                lists.cell(row, column, option).data_type = "s"
            letter = get_column_letter(column)
            self._lists[options] = f"'{_LISTS}'!${letter}$1:${letter}${len(options)}"
        return self._lists[options]

    def _merged(self, first: int, last: int) -> None:
        if last > first:
            self._sheet.merge_cells(
                start_row=self._row, end_row=self._row, start_column=first, end_column=last
            )

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_area = f"A1:{get_column_letter(len(self._shares))}{self._row}"
        margins = sheet.page_margins
        margins.left = margins.right = 0.6  # inches
        margins.top, margins.bottom, margins.footer = 0.6, 0.8, 0.4
        sheet.oddFooter.left.text = _footer(self._content.footer)
        sheet.oddFooter.left.size = 8
        sheet.oddFooter.right.text = _PAGE[self._content.language]
        sheet.oddFooter.right.size = 8
        sheet.sheet_view.showGridLines = False

    def _keep_parts_together(self) -> None:
        """Begin a part of a table on a new page where it would be torn; Excel cannot itself."""
        used = 0.0
        parts = pairwise((*self._parts, self._row + 1))
        sizes = {first: self._height(first, end) for first, end in parts}
        for row in range(1, self._row + 1):
            height, part = self._height(row, row + 1), sizes.get(row, 0.0)
            if used + part > _PAGE_HEIGHT >= _HEADER + part:
                self._sheet.row_breaks.append(Break(row - 1))
                used = _HEADER
            elif used + height > _PAGE_HEIGHT:
                used = _HEADER
            used += height

    def _height(self, first: int, end: int) -> float:
        """Return the points that the rows from `first` to before `end` take."""
        rows = self._sheet.row_dimensions
        return sum(rows[row].height or _USUAL for row in range(first, end))

    def _set_protection(self) -> None:
        protection = self._sheet.protection
        protection.sheet = True
        protection.formatRows = False  # False allows it: rows may grow with what is written
        protection.formatColumns = False

    def _set_properties(self) -> None:
        properties = self._book.properties
        properties.title = clean(self._content.title)
        properties.creator = clean(self._content.organisation) or "competenties"
        properties.language = _language(self._content.language)
        properties.keywords = clean(", ".join(self._content.keywords))


_THIN = Side(style="thin", color=_LINE)
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def _shares(document: Document) -> tuple[float, ...]:
    """Return the shares of the columns: those of the widest table, else of the head."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    widest = max(tables, key=lambda table: len(table.columns), default=None)
    if widest is None:
        return _LABEL_SHARE, 1 - _LABEL_SHARE
    total = sum(column.width for column in widest.columns)
    return tuple(column.width / total for column in widest.columns)


def _cells(row: Row | Group) -> tuple[Cell, ...]:
    return row.cells if isinstance(row, Row) else ()


def _lines(text: str, width: float, size: float = 10.5) -> int:
    """Return how many lines a text takes in a column, on the safe side.

    A letter is on average narrower than the digit that widths are counted in; the last word of a
    line may leave some room.
    """
    room = max(1.0, width * 1.2 * 10.5 / size - 3)
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


def _shown(value: Cell) -> str:
    if isinstance(value, Bullets):
        return "\n".join(value.items)
    if isinstance(value, Blank):
        return "\n" * (value.lines - 1)
    return value if isinstance(value, str) else ""


def _footer(text: str) -> str:
    """Return text for one line of a footer, where `&` begins a code.

    A long one loses something of its middle: the end says the version and the fingerprint.
    """
    line = " ".join(clean(text).split())
    if len(line) > _FOOTER_LINE:
        line = f"{line[: _FOOTER_LINE - _FOOTER_END - 1]}…{line[-_FOOTER_END:]}"
    return line.replace("&", "&&")


def _sheet_name(text: str) -> str:
    """Return a text as the name of a sheet, without the characters that Excel keeps for itself."""
    name = " ".join(_NOT_IN_NAME.sub(" ", clean(text)).split()).strip("' ")
    return cut_for_excel(name, _MOST_NAME).rstrip("' ") or "1"


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def _language(language: Language) -> str:
    return {"nl": "nl-NL", "en": "en-GB"}[language]
