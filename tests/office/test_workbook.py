"""Blocks as a workbook: cells, drop-downs, what is locked, and how it prints."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_documents import EVERY_BLOCK, FORMULA_LOOKALIKES
from office_dumps import parts, workbook_dump
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
    Paragraph,
    Row,
    Table,
)
from competenties.office.workbook import workbook

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
    assert [cell.value for cell in lists["A"]] == list(FORMULA_LOOKALIKES)
    assert {cell.data_type for cell in lists["A"]} == {"s"}


def test_answers_longer_than_excel_takes_in_a_rule_stand_in_cells() -> None:
    options = tuple(f"{n} – een antwoord met een komma, en lang" for n in range(20))
    sheet = opened(Fields((("x", Choice(options)),)))
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == "'_lists'!$A$1:$A$20"
    assert sheet.parent["_lists"].sheet_state == "veryHidden"


def test_the_same_answers_stand_there_once() -> None:
    choice = Choice(("ja", "nee"), "Kies.")
    rows = tuple(Row((str(n), choice, Blank())) for n in range(30))
    sheet = opened(Table(COLUMNS, rows, "x"))
    (validation,) = sheet.data_validations.dataValidation
    assert str(validation.sqref).split() == [f"B{row}" for row in range(3, 33)]
    assert sheet.parent["_lists"].max_column == 1


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
    assert unlocked == ["B2", "C2", "B7", "C7"]


def test_a_merged_field_is_open_in_all_its_cells() -> None:
    sheet_part = parts(workbook(EVERY_BLOCK))["xl/worksheets/sheet1.xml"].decode()
    row = sheet_part.partition('<row r="4"')[2].partition("</row>")[0]
    styles = [piece.partition('"')[0] for piece in row.split(' s="')[1:]]
    formats = parts(workbook(EVERY_BLOCK))["xl/styles.xml"].decode()
    xfs = formats.partition("<cellXfs")[2].partition("</cellXfs>")[0].split("<xf ")[1:]
    assert ['locked="0"' in xfs[int(style)] for style in styles] == [False, True, True]


def test_rows_that_are_filled_in_grow_with_what_is_written() -> None:
    part = parts(workbook(EVERY_BLOCK))["xl/worksheets/sheet1.xml"].decode()
    row = part.partition('<row r="22"')[2].partition(">")[0]
    assert 'ht="30"' in row
    assert "customHeight" not in row


def test_the_form_prints_on_a4_with_its_header_on_every_page() -> None:
    rows = tuple(Row((f"Gedrag {n}", Choice(("ja",)), Blank())) for n in range(80))
    sheet = opened(Table(COLUMNS, rows, "x"))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.print_area == "'Formulier'!$A$1:$C$82"


def test_a_part_of_a_table_begins_on_a_new_page_when_it_would_be_torn() -> None:
    rows: list[Row | Group] = []
    for part in range(6):
        rows.append(Group(f"Deel {part}", "Uitleg."))
        rows.extend(Row((f"Gedrag {n}", Choice(("ja",)), Blank())) for n in range(6))
    sheet = opened(Table(COLUMNS, tuple(rows), "x"))
    firsts = [cell.row for cell in sheet["A"] if str(cell.value).startswith("Deel")]
    breaks = [each.id + 1 for each in sheet.row_breaks.brk]
    assert breaks
    assert set(breaks) <= set(firsts[1:])


def test_a_part_longer_than_a_page_begins_where_it_stands() -> None:
    rows = [Row((f"{n}", Choice(("ja",)), Blank())) for n in range(100)]
    assert opened(Table(COLUMNS, (Group("Deel"), *rows), "x")).row_breaks.brk == []


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
        opened(Paragraph("Snoeit de heg. " * 3000))


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
    assert [one.id for one in sheet.row_breaks.brk] == [heading - 1]
