"""The table reader takes CSV and XLSX as people have them, and says in a sentence what it cannot."""

import contextlib
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_workbooks import package_of, rows_of, sheet_xml, workbook_of

from competenties.findings import UnusableError
from competenties.messages import LANGUAGES
from competenties.office.clean import clean
from competenties.office.tables import (
    Table,
    column_letters,
    read_tables,
    sheets_of,
    write_csv,
    write_xlsx,
)
from competenties.office.tables.sheet import MOST_ROWS

ROWS = [["Competentie", "Definitie"], ["Één", "Zegt \u201cja\u201d – en doet het; vlot, graag"]]
TEXT = 'Competentie;Definitie\r\nÉén;"Zegt ""ja"" – en doet het; vlot, graag"\r\n'


def cells(raw: bytes, name: str = "x.csv") -> dict[tuple[int, int], str]:
    (sheet, *_) = read_tables(name, raw).sheets
    return dict(sheet.cells())


def refused(raw: bytes, name: str = "x.csv") -> str:
    with pytest.raises(UnusableError) as caught:
        read_tables(name, raw)
    said = [caught.value.say(language) for language in LANGUAGES]
    assert all(name in one for one in said)
    assert said[0] != said[1]
    return said[0]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_csv_file_is_read_whatever_its_delimiter_and_encoding(
    delimiter: str, encoding: str
) -> None:
    text = TEXT.replace(";Def", f"{delimiter}Def").replace("Één;", f"Één{delimiter}")
    assert cells(text.encode(encoding)) == {
        (1, 1): "Competentie",
        (1, 2): "Definitie",
        (2, 1): "Één",
        (2, 2): 'Zegt "ja" – en doet het; vlot, graag',
    }


def test_the_file_says_how_it_was_read() -> None:
    (remark,) = read_tables("x.csv", TEXT.encode("cp1252")).remarks
    assert (
        remark.nl
        == "Gelezen als CSV met een puntkomma tussen de kolommen, tekens volgens WINDOWS-1252."
    )


def test_the_line_that_names_the_delimiter_is_believed() -> None:
    assert cells(b"sep=|\r\na,b|c,d\r\ne,f|g,h\r\n") == {
        (1, 1): "a,b",
        (1, 2): "c,d",
        (2, 1): "e,f",
        (2, 2): "g,h",
    }


def test_lines_that_excel_put_whole_into_one_column_are_taken_apart() -> None:
    broken = '"Competentie,Definitie"\r\n"Luisteren,""Vraagt door, en vat samen"""\r\n'
    file = read_tables("x.csv", broken.encode())
    assert dict(file.sheets[0].cells())[2, 2] == "Vraagt door, en vat samen"
    assert file.remarks[-1].nl.startswith("Elke regel stond als één tekst")


def test_rows_of_other_lengths_and_empty_rows_keep_their_numbers() -> None:
    assert cells(b"a;b;c\r\n\r\n1\r\n1;2;3;4\r\n;;\r\n") == {
        (1, 1): "a",
        (1, 2): "b",
        (1, 3): "c",
        (3, 1): "1",
        (4, 1): "1",
        (4, 2): "2",
        (4, 3): "3",
        (4, 4): "4",
    }


def test_a_quote_that_is_never_closed_is_named_by_its_line() -> None:
    said = refused(b'a;b\r\n1;2\r\n3;"vier\r\n5;6\r\n')
    assert "regel 3" in said


def test_a_text_without_end_is_named_by_its_line() -> None:
    assert "regel 2" in refused(b"a;b\n1;" + b"x" * 200_000 + b"\n")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is leeg"),
        (b" \r\n ", "is leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oude Excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "wachtwoord",
        ),
        (b"%PDF-1.7 x", "een pdf"),
        (b"<!DOCTYPE html><table>", "een webpagina"),
        (bytes(range(256)) * 20, "tekens"),
        (b"\x81\x8d\x8f;\x90\x9d" * 9, "tekens"),
        (b"PK\x03\x04" + bytes(40), "beschadigd"),
        (b"a;b\n" * 100_001, "100000"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_that_helps(raw: bytes, said: str) -> None:
    assert said in refused(raw)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "een Word-document"),
        ("xl/workbook.bin", ".xlsb"),
        ("content.xml", "OpenDocument"),
        ("anders.txt", "een zip-bestand"),
    ],
)
def test_another_kind_of_office_file_is_called_by_its_name(part: str, said: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(part, "x")
    assert said in refused(buffer.getvalue(), "x.xlsx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = package_of(b" " * 1000, {"xl/sharedStrings.xml": b" " * 401_000_000})
    assert len(bomb) < 1_000_000
    assert "veel te groot" in refused(bomb, "x.xlsx")


def test_a_part_that_declares_its_own_entities_is_harmless() -> None:
    lol = "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "lol"}">' for n in range(9))
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row>'
    raw = package_of(f"<!DOCTYPE x [{lol}]>{sheet_xml(row)}")
    assert "beschadigd" in refused(raw, "x.xlsx")


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\nb"),
        (
            '<c t="inlineStr"><is><r><t>vet</t></r><r><t>gedrukt</t></r><rPh><t>x</t></rPh></is></c>',
            "vetgedrukt",
        ),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ("<c><v>3.0</v></c>", "3"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ('<c t="str"><f>A2</f><v>uitkomst</v></c>', "uitkomst"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
    ],
)
def test_a_cell_is_read_as_excel_shows_it(row: str, shown: str) -> None:
    raw = package_of(sheet_xml(f'<row r="4">{row}</row>'))
    assert cells(raw, "x.xlsx") == {(4, 1): shown}


def test_numbers_dates_and_shares_are_read_as_their_format_shows_them() -> None:
    def fill(sheet: Any) -> None:
        day = dt.date(2026, 11, 25)
        for column, (value, pattern) in enumerate(
            [
                (1.1, "0.00"),
                (day, "d mmm yyyy"),
                (0.95, "0%"),
                (dt.time(9, 30), "h:mm"),
                (7, "General"),
            ],
            1,
        ):
            sheet.cell(1, column, value).number_format = pattern

    found = cells(workbook_of(fill), "x.xlsx")
    assert list(found.values()) == ["1.10", "2026-11-25", "95%", "09:30", "7"]


@pytest.mark.parametrize(
    ("cell", "shown", "reason"),
    [
        ("<c r='B2'><f>SUM(A1:A9)</f></c>", "=SUM(A1:A9)", "formule zonder"),
        ("<c r='B2' t='e'><v>#N/A</v></c>", "#N/A", "foutmelding"),
    ],
)
def test_a_cell_without_a_text_is_never_taken_for_empty(cell: str, shown: str, reason: str) -> None:
    raw = package_of(sheet_xml(f"<row r='2'>{cell}</row>"))
    (sheet,) = read_tables("x.xlsx", raw).sheets
    fault = sheet.faults[2, 2]
    assert fault.shown == shown
    assert reason in fault.reason.nl


def test_merged_cells_and_hidden_sheets_are_told_of() -> None:
    raw = package_of(sheet_xml("<row r='1'/>", '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>'))
    (sheet,) = read_tables("x.xlsx", raw).sheets
    assert sheet.merged == ((2, 2, 3, 4),)
    assert not sheet.is_hidden


def test_two_hundred_thousand_rows_with_hardly_anything_in_them_are_read() -> None:
    rows = "".join(f'<row r="{n}" ht="15"><c r="A{n}" s="0"/></row>' for n in range(2, 200_001))
    first = "<row r='1'><c r='A1' t='inlineStr'><is><t>een</t></is></c></row>"
    assert cells(package_of(sheet_xml(first + rows)), "x.xlsx") == {(1, 1): "een"}


def test_empty_cells_that_do_not_say_their_place_keep_the_place_of_those_after_them() -> None:
    text = '<c t="inlineStr"><is><t>{}</t></is></c>'
    row = f'<row r="1">{text.format("een")}<c/><c s="0"/>{text.format("vier")}</row>'
    assert cells(package_of(sheet_xml(row)), "x.xlsx") == {(1, 1): "een", (1, 4): "vier"}


def test_a_row_of_sixteen_thousand_columns_is_refused_by_its_columns() -> None:
    row = "<row r='1'><c r='XFD1'><v>1</v></c></row>"
    assert "kolommen" in refused(package_of(sheet_xml(row)), "x.xlsx")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_have_the_letters_of_a_spreadsheet(number: int, letters: str) -> None:
    assert column_letters(number) == letters


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20).map(lambda text: clean(text).strip())


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_the_writer_writes_the_reader_reads(rows: list[list[str]]) -> None:
    table = Table("Blad", ("een", "twee", "drie"), rows)
    expected = {
        (number, column): text
        for number, row in enumerate([table.header, *rows], 1)
        for column, text in enumerate(row, 1)
        if text
    }
    assert cells(write_xlsx([table]), "x.xlsx") == expected
    assert cells(write_csv(table)) == expected
    assert cells(write_csv(table, "\t")) == expected


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), max_size=5))
def test_what_a_table_says_is_known_without_reading_its_workbook(rows: list[list[str]]) -> None:
    tables = [Table("Een", ("a", "b"), rows), Table("Twee", ("c",), [["x"], [""], ["y"]])]
    assert read_tables("x.xlsx", write_xlsx(tables)).sheets == tuple(sheets_of(tables))


def test_tables_that_no_reader_takes_are_refused_without_reading_them() -> None:
    table = Table("Blad", ("a",), [["x"]] * MOST_ROWS)
    with pytest.raises(UnusableError):
        sheets_of([table])


def test_a_comment_in_a_sheet_is_passed_over() -> None:
    noted = '<row r="1"><!-- x --><c r="A1" t="inlineStr"><!-- x --><is><!-- x --><t>a</t></is></c></row>'
    assert cells(package_of(sheet_xml(noted)), "x.xlsx") == {(1, 1): "a"}


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_sentence(raw: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"a;b\n"):
        with contextlib.suppress(UnusableError):
            read_tables("x", start + raw)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_workbook_gives_a_table_or_a_sentence(data: st.DataObject) -> None:
    raw = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UnusableError):
        read_tables("x.xlsx", bytes(raw))


GOOD = workbook_of(rows_of(*ROWS))


def test_a_csv_formula_lookalike_is_text_for_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(write_csv(Table("x", ("a",), [["=1+1"], ["'=1"], ["-5"], ["@x"], ["gewoon"]])))
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    assert [line.strip() for line in lines] == ["a", "'=1+1", "''=1", "'-5", "'@x", "gewoon", ""]
