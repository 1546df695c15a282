"""Blocks as a workbook: cells, drop-downs, what is locked, and how it prints."""

import io
import itertools
import math
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_documents import EVERY_BLOCK, FORMULA_LOOKALIKES
from office_dumps import parts, workbook_dump
from openpyxl.worksheet.cell_range import MultiCellRange
from repair_limits import repairs

from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)
from competenties.office.glyphs import line_count
from competenties.office.workbook import workbook
from competenties.office.workbook_pages import PAGE

DUMPS = Path(__file__).parent / "dumps"
COLUMNS = (Column("Gedrag", 4), Column("Gezien", 2), Column("Voorbeeld", 4))


def opened(*blocks: Block, **changes: Any) -> Any:
    package = workbook(replace(EVERY_BLOCK, blocks=blocks, **changes))
    return openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]


def values(sheet: Any) -> list[Any]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_block_becomes_what_it_should(language: Language) -> None:
    expected = (DUMPS / f"every_block.workbook.{language}.txt").read_text(encoding="utf-8")
    assert workbook_dump(workbook(replace(EVERY_BLOCK, language=language))) == expected


@pytest.mark.parametrize("text", FORMULA_LOOKALIKES)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    sheet = opened(Paragraph(text), Fields(((text, text),)), title=text)
    cells = [sheet["A1"], sheet["A2"], sheet["A3"], sheet["B3"]]
    assert [cell.value for cell in cells] == [text] * 4
    assert {cell.data_type for cell in cells} == {"s"}


def test_an_answer_that_looks_like_a_formula_stays_text() -> None:
    lists = opened(Fields((("x", Choice(FORMULA_LOOKALIKES)),))).parent["_lists"]
    assert [cell.value for cell in lists[1]] == list(FORMULA_LOOKALIKES)
    assert {cell.data_type for cell in lists[1]} == {"s"}


def test_answers_longer_than_excel_takes_in_a_rule_stand_in_cells() -> None:
    options = tuple(f"{n} – een antwoord met een komma, en lang" for n in range(20))
    sheet = opened(Fields((("x", Choice(options)),)))
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == "'_lists'!$A$1:$T$1"
    assert sheet.parent["_lists"].sheet_state == "veryHidden"


def test_the_same_answers_stand_there_once() -> None:
    choice = Choice(("ja", "nee"), "Kies.")
    rows = tuple(Row((str(n), choice, Blank())) for n in range(20))
    sheet = opened(Table(COLUMNS, rows, "x"))
    (validation,) = sheet.data_validations.dataValidation
    assert str(validation.sqref).split() == [f"B{row}" for row in range(3, 23)]
    assert sheet.parent["_lists"].max_row == 1


def test_a_prompt_is_no_longer_than_excel_allows() -> None:
    long = "Schrijf op wat u zag. " * 30
    sheet = opened(Fields((("a", Blank(long)), ("b", Choice(("ja",), "🌱" * 300)))))
    prompts = [each.prompt for each in sheet.data_validations.dataValidation]
    assert prompts == [long[:255], "🌱" * 127]


def test_only_what_is_filled_in_is_open() -> None:
    rows = (Group("Groep", "Tekst"), Row(("Snoeit.", Choice(("ja",)), Blank())))
    sheet = opened(Fields((("Naam", Blank()), ("Functie", "Tuinman"))), Table(COLUMNS, rows, "x"))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    everything = [cell for row in sheet.iter_rows() for cell in row]
    unlocked = [cell.coordinate for cell in everything if not cell.protection.locked]
    assert unlocked == ["B2", "C2", "B8", "C8"]


def test_what_is_locked_can_still_be_selected_and_read_aloud() -> None:
    protection = opened(Fields((("Naam", Blank()),))).protection
    assert not protection.selectUnlockedCells
    assert not protection.selectLockedCells
    assert not protection.formatRows


def test_a_merged_field_is_open_in_all_its_cells() -> None:
    sheet_part = parts(workbook(EVERY_BLOCK))["xl/worksheets/sheet1.xml"].decode()
    row = sheet_part.partition('<row r="5"')[2].partition("</row>")[0]
    styles = [piece.partition('"')[0] for piece in row.split(' s="')[1:]]
    formats = parts(workbook(EVERY_BLOCK))["xl/styles.xml"].decode()
    xfs = formats.partition("<cellXfs")[2].partition("</cellXfs>")[0].split("<xf ")[1:]
    assert ['locked="0"' in xfs[int(style)] for style in styles] == [False, True, True]


def test_rows_that_are_filled_in_grow_with_what_is_written() -> None:
    part = parts(workbook(EVERY_BLOCK))["xl/worksheets/sheet1.xml"].decode()
    row = part.partition('<row r="22"')[2].partition(">")[0]
    assert 'ht="30"' in row
    assert "customHeight" not in row


def test_such_a_row_is_held_up_by_an_empty_cell_beside_the_page() -> None:
    sheet = opened(Table(COLUMNS, (Row(("Snoeit.", Choice(("ja",)), Blank(lines=4))),), "x"))
    beside, height = sheet["D3"], sheet.row_dimensions[3].height
    assert beside.value is None
    assert beside.protection.locked
    assert height / 1.4 < beside.font.sz < height / 1.3
    assert "$D" not in sheet.print_area


def test_the_form_prints_on_a4_and_hardly_smaller_than_it_is() -> None:
    sheet = opened(Table(COLUMNS, (Row(("Gedrag", Choice(("ja",)), Blank())),), "x"))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area == "'Formulier'!$A$1:$C$3"
    points = sum(sheet.column_dimensions[letter].width for letter in "ABC") * 5.25
    between = 595.3 - 72 * (sheet.page_margins.left + sheet.page_margins.right)
    assert 0.95 < between / points < 0.96


def first_rows(sheet: Any) -> list[int]:
    """Return the first row of every page but the first."""
    return [each.id + 1 for each in sheet.row_breaks.brk]


def height(sheet: Any, first: int, end: int) -> float:
    return sum(sheet.row_dimensions[row].height or 15 for row in range(first, end))


def test_a_page_that_begins_in_a_table_begins_with_the_header_of_that_table() -> None:
    rows = tuple(Row((f"Gedrag {n}", Choice(("ja",)), Blank())) for n in range(80))
    other = (Column("Wat", 4), Column("Wie", 2), Column("Wanneer", 4))
    sheet = opened(Table(COLUMNS, rows, "x"), Heading("Afspraken"), Table(other, rows, "y"))
    firsts = [[cell.value for cell in sheet[row][:3]] for row in first_rows(sheet)]
    assert len(firsts) > 5
    assert firsts[0] == ["Gedrag", "Gezien", "Voorbeeld"]
    assert firsts[-1] == ["Wat", "Wie", "Wanneer"]
    assert all(first in (firsts[0], firsts[-1]) for first in firsts)
    assert sheet.print_title_rows is None  # Excel would print them above the other table too


def test_no_page_holds_more_than_fits() -> None:
    rows = tuple(Row((f"Gedrag {n}", Choice(("ja",)), Blank())) for n in range(80))
    sheet = opened(Table(COLUMNS, rows, "x"))
    firsts = [1, *first_rows(sheet), sheet.max_row + 1]
    heights = [height(sheet, first, end) for first, end in itertools.pairwise(firsts)]
    room = (841.9 - 72 * (sheet.page_margins.top + sheet.page_margins.bottom)) / 0.95
    assert max(heights) < room
    assert min(heights) > room * 0.64
    assert len(heights) == math.ceil(sum(heights) / room)


def parted(parts_: int, rows_: int) -> Table:
    rows: list[Row | Group] = []
    for part in range(parts_):
        rows.append(Group(f"Deel {part}", "Uitleg."))
        rows.extend(Row((f"Gedrag {n}", Choice(("ja",)), Blank())) for n in range(rows_))
    return Table(COLUMNS, tuple(rows), "x")


def test_a_part_of_a_table_begins_on_a_new_page_when_it_would_be_torn() -> None:
    sheet = opened(parted(6, 6))
    firsts = first_rows(sheet)
    assert firsts
    assert [sheet.cell(row, 1).value for row in firsts] == ["Gedrag"] * len(firsts)
    after = [str(sheet.cell(row + 1, 1).value) for row in firsts]
    assert all(text.startswith("Deel") for text in after)


def test_a_part_longer_than_a_page_begins_where_it_stands() -> None:
    rows = [Row((f"{n}", Choice(("ja",)), Blank())) for n in range(100)]
    sheet = opened(Paragraph("Uitleg."), Table(COLUMNS, (Group("Deel"), *rows), "x"))
    assert sheet["A4"].value == "Deel"
    assert first_rows(sheet)[0] > 20


def test_a_level_within_a_part_does_not_part_it() -> None:
    row = Row(("Snoeit.", Choice(("ja",)), Blank()))
    filler = Table(COLUMNS, tuple(Row(("Uitleg.", "", "")) for _ in range(34)), "x")
    part = (Group("Snoeien"), Group("Niveau 1", level=2), row, row)
    rest = (Group("Niveau 2", level=2), row, row)
    sheet = opened(filler, Table(COLUMNS, (*part, *rest), "x"))
    (first,) = first_rows(sheet)
    kept = [sheet.cell(row, 1).value for row in range(first, sheet.max_row + 1)]
    assert kept[-8:-5] == ["Gedrag", "Snoeien", "Niveau 1"]


def test_a_short_table_without_parts_stays_on_one_page() -> None:
    filler = Table(COLUMNS, tuple(Row(("Uitleg.", "", "")) for _ in range(34)), "x")
    rows = tuple(Row((f"{n}", Blank(), Blank())) for n in range(3))
    sheet = opened(filler, Heading("Afspraken"), Table(COLUMNS, rows, "x"))
    (first,) = first_rows(sheet)
    kept = [sheet.cell(row, 1).value for row in range(first, sheet.max_row + 1)]
    assert kept[-5:] == ["Afspraken", "Gedrag", "0", "1", "2"]


def test_of_two_ways_the_one_is_taken_that_leaves_no_page_nearly_empty() -> None:
    sheet = opened(*(Paragraph("Uitleg.") for n in range(50)))
    firsts = [1, *first_rows(sheet), sheet.max_row + 1]
    heights = [height(sheet, first, end) for first, end in itertools.pairwise(firsts)]
    assert len(heights) == 2
    assert min(heights) > PAGE / 3


def test_a_page_hardly_ever_begins_amid_text() -> None:
    text = tuple(Paragraph("Uitleg.") for _ in range(20))
    sheet = opened(Heading("Een"), *text, Heading("Twee"), *text, Heading("Drie"), *text)
    (first,) = first_rows(sheet)
    assert sheet.cell(first, 1).value in ("Twee", "Drie")


def test_the_footer_says_what_it_says_with_every_ampersand() -> None:
    sheet = opened(footer="Tuinman & zoon · 50% & meer")
    assert sheet.oddFooter.left.text == "Tuinman && zoon · 50% && meer"


@pytest.mark.parametrize("name", ["Tuinman " * 60, "&" * 300, "🌱" * 300])
def test_a_long_footer_keeps_version_and_fingerprint(name: str) -> None:
    package = workbook(replace(EVERY_BLOCK, footer=f"{name} · versie 1 · AAAA-BBBB-CCCC"))
    read: Any = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0].oddFooter
    assert read.left.text.endswith("· versie 1 · AAAA-BBBB-CCCC")
    assert repairs(package) == []


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Formulier", "Formulier"),
        ("Klant/burger: [nieuw]?*", "Klant burger nieuw"),
        ("'citaat'", "citaat"),
        ("x" * 40, "x" * 31),
        ("🌱" * 20, "🌱" * 15),
        ("", "1"),
        ("\n", "1"),
    ],
)
def test_a_sheet_gets_a_name_that_excel_takes(wanted: str, name: str) -> None:
    assert opened(sheet=wanted).title == name


def test_a_text_that_no_cell_can_hold_is_refused_and_named() -> None:
    with pytest.raises(RefusedError, match="Snoeit"):
        opened(Fields((("Taak", "Snoeit de heg. " * 3000),)))


def test_a_paragraph_that_is_too_long_for_a_row_goes_on_in_the_next() -> None:
    text = "Snoeit de heg, en ruimt daarna op. " * 300
    sheet = opened(Paragraph(text))
    rows = range(2, sheet.max_row + 1)
    assert len(rows) > 2
    assert "".join(str(sheet.cell(row, 1).value) for row in rows) == text
    assert all(sheet.row_dimensions[row].height <= 409 for row in rows)


def test_a_row_is_high_enough_for_its_text_and_not_much_higher() -> None:
    text = (
        "Bespreekt met de klant en met collega's wat er nodig is om de vraag te beantwoorden. " * 6
    )
    sheet = opened(Table(COLUMNS, (Row((text, Choice(("ja",)), Blank())),), "x"))
    width = sheet.column_dimensions["A"].width * 5.25 - 13  # points, without padding and indent
    lines = line_count(text, width, 10)
    assert lines * 12.2 < sheet.row_dimensions[3].height < lines * 12.2 * 1.3


def test_a_sentence_above_the_title_is_on_screen_and_not_on_paper() -> None:
    sheet = opened(Fields((("Naam", Blank()),)), notice="Kunt u niets invullen?")
    assert (sheet["A1"].value, sheet["A2"].value) == (
        "Kunt u niets invullen?",
        "Formulier Tuinman & zoon",
    )
    assert sheet["A1"].font.sz < sheet["A2"].font.sz
    assert sheet.print_area == "'Formulier'!$A$2:$B$3"


def test_the_file_opens_at_the_first_place_that_is_filled_in() -> None:
    fields = Fields((("Functie", "Tuinman"), ("Naam", Blank()), ("Rol", Choice(("x",)))))
    (selection,) = opened(fields, notice="Let op.").sheet_view.selection
    assert (selection.activeCell, selection.sqref) == ("B4", "B4")


def test_what_is_not_answered_shows_its_answers_in_short() -> None:
    choice = Choice(("1 – nooit", "2 – altijd"), "Kies.", "1   2\nn.w.")
    sheet = opened(Table(COLUMNS, (Row(("Snoeit.", choice, Blank())),), "x"))
    assert sheet["B3"].value == "1   2\nn.w."
    assert not sheet["B3"].protection.locked
    (validation,) = sheet.data_validations.dataValidation
    assert validation.sqref == MultiCellRange("B3")


FIVE = (
    Column("Wat", 3),
    Column("Wie"),
    Column("Wanneer"),
    Column("Nodig", 3),
    Column("Te zien", 3),
)


def test_a_table_with_more_columns_than_the_form_is_folded_and_nothing_is_merged() -> None:
    agreed = Row((Blank("a"), Blank("b"), Blank("c"), Blank("d"), Blank("e")))
    sheet = opened(parted(1, 2), Heading("Afspraken"), Table(FIVE, (agreed, agreed), "y"))
    top = next(cell.row for cell in sheet["A"] if cell.value == "Wat")
    assert [[cell.value for cell in sheet[row][:3]] for row in (top, top + 1)] == [
        ["Wat", "Wie", "Nodig"],
        [None, "Wanneer", "Te zien"],
    ]
    assert not [one for one in sheet.merged_cells.ranges if one.max_row >= top]
    prompts = {one.prompt: str(one.sqref) for one in sheet.data_validations.dataValidation}
    places = {name: prompts[name].split()[0] for name in "abcde"}
    assert places == {
        "a": f"A{top + 2}",
        "b": f"B{top + 2}",
        "c": f"B{top + 3}",
        "d": f"C{top + 2}",
        "e": f"C{top + 3}",
    }


def test_a_folded_row_has_one_box_for_what_has_one_line() -> None:
    agreed = Row(("Snoeien", Blank(), Blank(), Blank(), Blank()))
    sheet = opened(parted(1, 2), Table(FIVE, (agreed,), "y"))
    upper = next(cell for cell in sheet["A"] if cell.value == "Snoeien")
    lower = sheet.cell(upper.row + 1, 1)
    assert upper.border.top.style == lower.border.bottom.style == "thin"
    assert (upper.border.bottom, lower.border.top) == (None, None)


def test_rows_that_are_rated_have_no_merged_cells() -> None:
    sheet = opened(parted(2, 4), Table(FIVE, (Row(("a", "b", "c", "d", "e")),), "y"))
    merged = {
        row for one in sheet.merged_cells.ranges for row in range(one.min_row, one.max_row + 1)
    }
    rated = {cell.row for cell in sheet["B"] if not cell.protection.locked}
    assert len(rated) == 8
    assert rated.isdisjoint(merged)


def test_a_table_with_fewer_columns_takes_the_width_of_the_form() -> None:
    two = Table((Column("Rol"), Column("Naam", 2)), (Row(("Voorman", Blank())),), "y")
    sheet = opened(parted(1, 2), two)
    (merged,) = sheet.merged_cells.ranges
    last = sheet.max_row
    assert str(merged) == f"B{last}:C{last}"


def test_room_to_write_is_as_wide_as_the_page_under_its_label() -> None:
    room = Fields((("Wat gaat goed?", Blank(lines=6)),), "room")
    sheet = opened(parted(1, 1), room)
    last = sheet.max_row
    assert sheet.cell(last - 1, 1).value == "Wat gaat goed?"
    assert f"A{last}:C{last}" in [str(one) for one in sheet.merged_cells.ranges]
    assert not sheet.cell(last, 1).protection.locked
    assert sheet.row_dimensions[last].height > 6 * 12


@pytest.mark.parametrize("layout", ["table", "pairs", "lines", "room"])
def test_every_layout_of_labels_says_labels_and_values(layout: str) -> None:
    sheet = opened(Fields((("Naam", "Tuinman"), ("Plaats", "Groen")), layout))
    whole = "\n".join(str(value) for value in values(sheet))
    assert all(text in whole for text in ("Naam", "Tuinman", "Plaats", "Groen"))


def test_a_stack_in_a_cell_is_lines() -> None:
    stack = Stack((Paragraph("Snoeien", "level"), Bullets(("een", "twee"))))
    assert opened(Fields((("Taken", stack),)))["B2"].value == "Snoeien\n• een\n• twee"


def test_bullets_in_a_cell_are_lines() -> None:
    sheet = opened(Fields((("Taken", Bullets(("een", "twee"))),)))
    assert sheet["B2"].value == "• een\n• twee"


def test_a_document_without_a_table_has_the_columns_of_its_head() -> None:
    sheet = opened(Fields((("Naam", "Tuinman"),)))
    assert values(sheet) == ["Formulier Tuinman & zoon", "Naam", "Tuinman"]
    assert sheet.print_title_rows is None


def test_a_file_has_no_date_unless_the_document_has_one() -> None:
    assert opened().parent.properties.modified.date() == date(2000, 1, 1)
    dated = opened(made_on=date(2026, 11, 22)).parent.properties
    assert dated.created.date() == dated.modified.date() == date(2026, 11, 22)


def test_a_heading_goes_to_the_next_page_with_its_table() -> None:
    filler = tuple(Paragraph("Uitleg.") for _ in range(30))
    rows: tuple[Row | Group, ...] = (
        Group("Snoeien"),
        *(Row(("Knipt.", Choice(("1",)), Blank())) for _ in range(12)),
    )
    sheet = opened(*filler, Heading("Het gedrag"), Table(COLUMNS, rows, "Tabel"))
    heading = next(cell.row for cell in sheet["A"] if cell.value == "Het gedrag")
    assert first_rows(sheet) == [heading]


def test_a_page_break_begins_a_page() -> None:
    sheet = opened(Paragraph("een"), PageBreak(), Paragraph("twee"))
    assert [sheet.cell(row, 1).value for row in first_rows(sheet)] == ["twee"]
