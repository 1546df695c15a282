"""Writes tables that spreadsheets open as they are meant: text stays text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from competenties.office.clean import clean, has_ink
from competenties.office.package import mended
from competenties.office.tables.paper import paper_lines, paper_widths, set_paper
from competenties.office.tables.sheet import Meter, Sheet, column_letters
from competenties.office.tables.xlsx_rows import (
    RowStyles,
    Value,
    number_format,
    rows_xml,
    with_rows,
)

_FORMULA_LIKE = re.compile(r"'*[=+\-@\t\r]")
_WIDEST, _NARROWEST = 60, 10  # characters
_LINE_HEIGHT, _MOST_HEIGHT = 15.0, 400.0  # points; Excel knows no row higher than 409


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

    openpyxl lays out the sheets; their rows are put in afterwards. Raises RefusedError for a text
    that no cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    filled = {}
    for number, table in enumerate(tables, 1):
        sheet, widths = book.create_sheet(table.name), _widths(table)
        rows = (table.header, *table.rows)
        extent = f"A1:{column_letters(len(table.header))}{len(rows)}"
        _lay_out(sheet, table, widths, extent)
        xml = rows_xml(rows, _heights(table, widths), _styles(sheet, table))
        filled[f"xl/worksheets/sheet{number}.xml"] = (extent, xml)
    buffer = io.BytesIO()
    book.save(buffer)
    return with_rows(mended(buffer.getvalue()), filled)


def sheets_of(tables: Iterable[Table]) -> list[Sheet]:
    """Return tables as the reader finds them in one file that was written of them.

    Raises UnusableError where that file would be too large for it.
    """
    meter = Meter("")
    return [Sheet(table.name, _filled_cells(table, meter)) for table in tables]


def _filled_cells(table: Table, meter: Meter) -> dict[int, dict[int, str]]:
    rows = {}
    for number, row in enumerate((table.header, *table.rows), 1):
        cells = {column: _seen(str(value)) for column, value in enumerate(row, 1) if value != ""}
        if filled := {column: text for column, text in cells.items() if text}:
            meter.add_row(len(filled), max(filled))
            rows[number] = filled
    return rows


def _seen(text: str) -> str:
    cleaned = clean(text).strip()
    return cleaned if has_ink(cleaned) else ""


def _lay_out(sheet: Any, table: Table, widths: Sequence[int], extent: str) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = extent
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if table.naming:
        set_paper(sheet, widths, table.naming)


def _styles(sheet: Any, table: Table) -> RowStyles:
    """Return the styles of a table's cells, which its workbook now knows."""
    from openpyxl.styles import Alignment, Font, PatternFill

    wrapped = Alignment(wrap_text=True, vertical="top")
    counted = Alignment("center", "top") if table.naming else wrapped
    numbers = (value for row in table.rows for value in row if not isinstance(value, str))
    formats = dict.fromkeys(map(number_format, numbers))
    bold, shade = Font("Calibri", 11, bold=True), PatternFill("solid", fgColor="EAF0F5")
    return RowStyles(
        _style(sheet, alignment=wrapped, font=bold, fill=shade),
        _style(sheet, alignment=wrapped),
        {one: _style(sheet, alignment=counted, number_format=one) for one in formats},
    )


def _style(sheet: Any, **looks: Any) -> int:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    for name, look in looks.items():
        setattr(cell, name, look)
    return int(cell.style_id)


def _heights(table: Table, widths: Sequence[int]) -> Iterator[float]:
    """Yield the height of each row in points, the header first."""
    count = paper_lines if table.naming else _lines
    # on paper the arrows of the filter stand at the foot of the header
    more = _LINE_HEIGHT if table.naming else 0
    for row in (table.header, *table.rows):
        lines = max(count(str(text), width) for text, width in zip(row, widths, strict=True))
        yield min(lines * _LINE_HEIGHT, _MOST_HEIGHT) + more
        more = 0


def _protected(text: str) -> str:
    return f"'{text}" if _FORMULA_LIKE.match(text) else text


def _widths(table: Table) -> list[int]:
    columns = list(zip(table.header, *table.rows, strict=True))
    if table.naming:
        return paper_widths([[str(value) for value in column] for column in columns])
    return [_width(column) for column in columns]


def _width(texts: Sequence[Value]) -> int:
    longest = max(_longest_line(str(text)) for text in texts)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n"))) if "\n" in text else len(text)


def _lines(text: str, width: int) -> int:
    if len(text) < width - 1 and "\n" not in text:
        return 1
    return sum(1 + len(line) // (width - 1) for line in text.split("\n"))
