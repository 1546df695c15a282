"""Writes the rows of a table into a sheet of a workbook that has everything but its rows.

openpyxl makes an object of every cell; with some hundreds of thousands of them that takes most of
the time of an export. Names of elements are those of ECMA-376 part 1, 18.3.1.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from competenties.office.tables.sheet import column_letters
from competenties.office.workbook_xml import text_cell
from competenties.office.zipped import compressed, zipped

Value = str | int | Decimal
"""What a cell holds: text, or a number that a spreadsheet can count with."""

_NO_ROWS = re.compile(rb"<sheetData ?(?:/>|></sheetData>)")
_EXTENT = re.compile(rb'<dimension ref="[^"]*"')


@dataclass(frozen=True, slots=True)
class RowStyles:
    """The numbers of the styles of cells: in the header, of text, and of numbers by their format."""

    header: int
    text: int
    numbers: Mapping[str, int]


def rows_xml(rows: Iterable[Sequence[Value]], heights: Iterable[float], styles: RowStyles) -> bytes:
    """Return rows as XML, the header first. Raises RefusedError for a text that no cell can hold."""
    written, letters = bytearray(), list[str]()
    for number, (row, height) in enumerate(zip(rows, heights, strict=True), 1):
        letters = letters or [column_letters(column) for column, _ in enumerate(row, 1)]
        text = styles.header if number == 1 else styles.text
        cells = [
            text_cell(f"{letter}{number}", value, text)
            if isinstance(value, str)
            else _number(f"{letter}{number}", value, styles)
            for letter, value in zip(letters, row, strict=True)
            if value != "" or number == 1
        ]
        begin = f'<row r="{number}" ht="{height:g}" customHeight="1">'
        written += f"{begin}{''.join(cells)}</row>".encode()
    return bytes(written)


def number_format(value: int | Decimal) -> str:
    """Return how a number is shown: with the decimals that it has."""
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return f"0.{'0' * places}" if places > 0 else "0"


def with_rows(package: bytes, sheets: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Return a workbook with rows in its empty sheets: their extent and XML by the name of the part."""
    parts = []
    with ZipFile(BytesIO(package)) as source:
        for name in source.namelist():
            content = source.read(name)
            if name in sheets:
                content = _filled(content, *sheets[name])
            parts.append(compressed(name, content))
    return zipped(parts)


def _number(place: str, value: int | Decimal, styles: RowStyles) -> str:
    shown = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f'<c r="{place}" s="{styles.numbers[number_format(value)]}"><v>{shown}</v></c>'


def _filled(content: bytes, extent: str, rows: bytes) -> bytes:
    sized = _EXTENT.sub(f'<dimension ref="{extent}"'.encode(), content)
    begin, rest = _NO_ROWS.split(sized)
    return b"".join((begin, b"<sheetData>", rows, b"</sheetData>", rest))
