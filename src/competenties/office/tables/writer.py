"""Writes tables that spreadsheets open as they are meant: text stays text."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from competenties.office.clean import clean, clean_for_cell
from competenties.office.package import mended
from competenties.office.tables.paper import paper_lines, paper_widths, set_paper
from competenties.office.tables.sheet import column_letters

_FORMULA_LIKE = re.compile(r"'*[=+\-@\t\r]")
_WIDEST, _NARROWEST = 60, 10  # characters
_LINE_HEIGHT, _MOST_HEIGHT = 15.0, 400.0  # points; Excel knows no row higher than 409


Value = str | int | Decimal
"""What a cell holds: text, or a number that a spreadsheet can count with."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write: its name, its header, and rows as wide as the header.

    `naming` is how many of the first columns say what a row is about. A table that has them is laid
    out to be read on paper.
    """

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    naming: int = 0


def write_csv(table: Table, delimiter: str = ";") -> bytes:
    """Return a table as CSV as a Dutch Excel opens it: semicolons, UTF-8 with its mark.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which our
    reader takes away again.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([_protected(clean(str(value))) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """Return tables as sheets of a workbook, with a header that stays in view and a filter.

    Raises RefusedError for a text that no cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    buffer = io.BytesIO()
    book.save(buffer)
    return mended(buffer.getvalue())


def _fill(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    bold, wrapped = Font("Calibri", 11, bold=True), Alignment(wrap_text=True, vertical="top")
    counted = Alignment("center", "top") if table.naming else wrapped
    shade = PatternFill("solid", fgColor="EAF0F5")
    widths, count = _widths(table), paper_lines if table.naming else _lines
    for number, row in enumerate((table.header, *table.rows), 1):
        for column, value in enumerate(row, 1):
            if number > 1 and value == "":
                continue
            cell = sheet.cell(number, column)
            cell.alignment = wrapped
            if isinstance(value, str):
                cell.value, cell.data_type = clean_for_cell(value), "s"
            else:
                cell.value, cell.number_format = value, _number_format(value)
                cell.alignment = counted
            if number == 1:
                cell.font, cell.fill = bold, shade
        lines = max(count(str(text), width) for text, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number].height = min(lines * _LINE_HEIGHT, _MOST_HEIGHT)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if table.naming:
        sheet.row_dimensions[1].height += _LINE_HEIGHT  # the arrows of the filter stand at its foot
        set_paper(sheet, widths, table.naming)


def _protected(text: str) -> str:
    return f"'{text}" if _FORMULA_LIKE.match(text) else text


def _number_format(value: int | Decimal) -> str:
    """Return how a number is shown: with the decimals that it has."""
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return f"0.{'0' * places}" if places > 0 else "0"


def _widths(table: Table) -> list[int]:
    columns = list(zip(table.header, *table.rows, strict=True))
    if table.naming:
        return paper_widths([[str(value) for value in column] for column in columns])
    return [_width(column) for column in columns]


def _width(texts: Sequence[Value]) -> int:
    longest = max(len(line) for text in texts for line in str(text).split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // (width - 1) for line in text.split("\n"))
