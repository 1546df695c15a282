"""A sheet of which a part lies on its side: the whole sheet does, and its pages are lower."""

import io
from typing import Any

import openpyxl
import pytest

from competenties.office.blocks import Column, Document, Heading, PageBreak, Row, Table
from competenties.office.workbook import workbook
from competenties.office.workbook_grid import WIDE, WIDTH
from competenties.office.workbook_pages import LOW_PAGE

_ROWS = 90


def sheet_of(*, is_landscape: bool) -> Any:
    columns = tuple(Column(f"Kolom {number}") for number in range(6))
    rows = tuple(Row(tuple(f"{row}" for _ in columns)) for row in range(_ROWS))
    blocks = (Heading("Eerst"), PageBreak(is_landscape), Heading("Tabel"), Table(columns, rows, ""))
    document = Document("Titel", "nl", blocks, "voet", "Blad")
    return openpyxl.load_workbook(io.BytesIO(workbook(document))).worksheets[0]


@pytest.mark.parametrize(("is_landscape", "width"), [(True, WIDE), (False, WIDTH)])
def test_the_columns_fill_the_page_whichever_way_it_lies(
    is_landscape: bool,  # noqa: FBT001
    width: float,
) -> None:
    sheet = sheet_of(is_landscape=is_landscape)
    assert sheet.page_setup.orientation == ("landscape" if is_landscape else "portrait")
    assert sum(one.width for one in sheet.column_dimensions.values()) == pytest.approx(width)


def test_no_page_of_a_lying_sheet_holds_more_than_fits() -> None:
    sheet = sheet_of(is_landscape=True)
    ends = [one.id for one in sheet.row_breaks.brk]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    begins = [0, *ends]
    pages = [
        sum(heights[first:last]) for first, last in zip(begins, [*ends, len(heights)], strict=True)
    ]
    assert len(pages) > 2
    assert all(page <= LOW_PAGE for page in pages)
    assert sum(page > LOW_PAGE / 2 for page in pages) >= len(pages) - 2


def test_a_sheet_that_begins_on_its_side_does_not_break_under_its_title() -> None:
    blocks = (PageBreak(is_landscape=True), Heading("Eerst"))
    document = Document("Titel", "nl", blocks, "voet", "Blad")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(document))).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert [one.id for one in sheet.row_breaks.brk] == []
