"""Tables on paper: A4 can be read, and every page says what its rows are about."""

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from competenties.office.glyphs import line_count
from competenties.office.tables import Table, write_xlsx
from competenties.office.tables.paper import MOST, paper_widths

_PAGE = 770.0  # points between the margins of A4 on its side
_CHARACTER = 5.25  # points of a character of a column
_TYPE, _READABLE = 11, 8  # points

HEADER = ("Naam", "Competentie", "Zichtbaar op gevraagd niveau", *(f"Kolom {n}" for n in range(17)))
ROW = ("Johannes van den Bovenkamp", "Duidelijk communiceren", "te weinig gezien", *range(17))


def opened(table: Table) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_xlsx([table]))).worksheets[0]


def width(sheet: Any) -> float:
    return float(sum(one.width for one in sheet.column_dimensions.values())) * _CHARACTER


def test_twenty_columns_of_figures_fit_on_a_page_that_can_be_read() -> None:
    sheet = opened(Table("x", HEADER, [ROW] * 3, 2))
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert _TYPE * _PAGE / width(sheet) >= _READABLE


def test_a_table_that_is_too_wide_has_its_names_on_every_page_and_is_not_made_smaller() -> None:
    row = [f"Afdeling Publiekszaken {number}" for number in range(20)]
    sheet = opened(Table("x", HEADER, [row] * 3, 2))
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert _TYPE * sheet.page_setup.scale / 100 >= _READABLE
    assert sheet.print_title_cols == "$A:$B"
    assert sheet.print_title_rows == "$1:$1"


def test_on_screen_header_and_names_stay_in_view_and_rows_can_be_filtered() -> None:
    sheet = opened(Table("x", HEADER, [ROW], 2))
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:T2"
    assert opened(Table("x", HEADER, [ROW])).freeze_panes == "A2"


@pytest.mark.parametrize("words", [1, 12, 60, 120])
def test_a_row_is_as_high_as_its_text(words: int) -> None:
    text = "Belde de klant terug. " * words
    sheet = opened(Table("x", ("Naam", "Voorbeeld"), [("Bo", text)], 1))
    room = sheet.column_dimensions["B"].width * _CHARACTER - 5
    assert sheet.row_dimensions[2].height >= 15 * line_count(text, room, _TYPE)


def test_there_is_no_column_narrower_than_its_words() -> None:
    columns = [["Niet waargenomen", "1"], ["x", "leidinggevende en medewerker " * 9], ["Leeg"]]
    assert [a >= b for a, b in zip(paper_widths(columns), (13, 16, 6), strict=True)] == [True] * 3
    assert sum(paper_widths(columns)) <= MOST


def test_a_number_is_shown_with_the_decimals_that_it_has() -> None:
    sheet = opened(Table("x", ("Naam", "Score"), [("Bo", Decimal("3.50")), ("Al", 2), ("Cy", "")]))
    (header, *rows) = sheet.iter_rows()
    assert [(row[1].value, row[1].number_format) for row in rows] == [
        (3.5, "0.00"),
        (2, "0"),
        (None, "General"),
    ]
    assert [cell.font.b for cell in (*header, *rows[0])] == [True, True, False, False]
    assert sheet.dimensions == "A1:B4"


def test_a_sheet_without_rows_is_written() -> None:
    assert opened(Table("x", HEADER, [], 2)).max_row == 1
