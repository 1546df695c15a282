"""Odd tables: a plan with clear left-overs, or a sentence that helps; never a traceback."""

import time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import behaviour, left, planned, planned_file, raw_table
from odd_workbooks import package_of, rows_of, sheet_xml, workbook_of
from openpyxl.styles import Font

from competenties.findings import CompetentiesError, NotFoundError, UnusableError
from competenties.formats.applying import apply
from competenties.formats.plan import Cell
from competenties.formats.source import Content, ImportChoices, Source
from competenties.formats.table import plan, write

HEADER = ["Competentie", "Definitie", "Niveau 1", "Niveau 2"]
ROW = ["Luisteren", "Hoort.", "Vraagt door.", "Vat samen."]


def refused(raw: bytes, name: str = "tabel.xlsx", **choices: Any) -> str:
    with pytest.raises((UnusableError, NotFoundError)) as caught:
        plan(Source(name, raw), ImportChoices(**choices))
    assert caught.value.say("nl") != caught.value.say("en")
    return caught.value.say("nl")


def test_ragged_rows_are_read_and_cells_beyond_the_header_are_left_over() -> None:
    made = planned_file(b"Competentie;Definitie\nA\nB;b;los\n;alleen uitleg\n")
    assert left(made) == {
        "C3": "deze kolom is niet herkend",
        "B4": "in deze rij is geen competentie of functie genoemd",
    }
    framework = apply(made).framework
    assert framework is not None
    assert [one.name for one in framework.competences] == ["A", "B"]
    assert framework.competences[1].extra == {"C": "los"}


def test_of_two_columns_with_one_header_the_second_is_left_over() -> None:
    made = planned([*HEADER, "Definitie", "Niveau 2"], [*ROW, "Hoort wel.", "Toetst."])
    assert set(left(made)) == {"E1", "E2", "F1", "F2"}
    framework = apply(made).framework
    assert framework is not None
    extra = framework.competences[0].extra
    assert extra == {"Definitie": "Hoort wel.", "Niveau 2": "Toetst."}


def test_an_empty_sheet_says_what_a_table_needs() -> None:
    said = refused(workbook_of(rows_of()))
    assert "geen enkele gevulde cel" in said
    assert '"Competentie"' in said


def test_a_table_about_something_else_shows_what_was_found() -> None:
    said = refused(raw_table(["location", "source"], ["a", "b"]), "l10n.csv")
    assert "location | source / a | b" in said
    assert "--map" in said


def test_two_hundred_thousand_rows_are_refused_in_a_sentence_and_in_time() -> None:
    raw = ("Competentie;Niveau;Gedrag\n" + "Luisteren;1;Vraagt door.\n" * 200_000).encode()
    start = time.process_time()
    assert "meer dan 100000 gevulde rijen" in refused(raw, "groot.csv")
    assert time.process_time() - start < 60


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_read() -> None:
    lines = "".join(f"C{n // 100};{n % 5};Doet handeling {n}.\n" for n in range(99_999))
    made = plan(Source("x.csv", f"Competentie;Niveau;Gedrag\n{lines}".encode()))
    framework = apply(made).framework
    assert framework is not None
    assert sum(len(one.all_indicators()) for one in framework.competences) == 99_999


def test_formulas_give_their_stored_result_and_without_one_are_left_over() -> None:
    def text(column: str, words: str) -> str:
        return f'<c r="{column}" t="inlineStr"><is><t>{words}</t></is></c>'

    rows = (
        f"<row r='1'>{text('A1', 'Competentie')}{text('B1', 'Definitie')}</row>"
        f"<row r='2'>{text('A2', 'Luisteren')}<c r='B2' t='str'><f>X1</f><v>Hoort.</v></c></row>"
        f"<row r='3'>{text('A3', 'Schrijven')}<c r='B3'><f>X2</f></c></row>"
    )
    made = planned_file(package_of(sheet_xml(rows)), "x.xlsx")
    assert left(made) == {
        "B3": "een formule zonder opgeslagen uitkomst; open het bestand in Excel en sla het op"
    }
    framework = apply(made).framework
    assert framework is not None
    assert framework.competences[0].definition == "Hoort."
    assert framework.extra["left-overs"] == {"Blad1!B3": "=X2"}


def test_a_header_over_merged_cells_counts_for_every_column_below_it() -> None:
    def fill(sheet: Any) -> None:
        rows_of(
            ["Competentie", "Niveau", None, None],
            [None, 1, 2, 3],
            ["Luisteren", "Hoort.", "Vraagt.", "Toetst."],
        )(sheet)
        sheet.merge_cells("B1:D1")
        sheet.merge_cells("A1:A2")

    made = planned_file(workbook_of(fill), "x.xlsx")
    framework = apply(made).framework
    assert framework is not None
    assert behaviour(framework) == {"Luisteren": {1: ["Hoort."], 2: ["Vraagt."], 3: ["Toetst."]}}


def test_levels_in_words_below_a_header_of_their_own_are_levels_and_can_be_corrected() -> None:
    def fill(sheet: Any) -> None:
        rows_of(
            ["Woordenboek Gemeente Voorbeeld", None, None, None],
            ["Competentie", "Gedragsniveaus", None, None],
            [None, "Basis", "Gevorderd", "Expert"],
            ["Luisteren", "Hoort.", "Vraagt.", "Toetst."],
        )(sheet)
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("B2:D2")
        sheet.merge_cells("A2:A3")

    raw = workbook_of(fill)
    framework = apply(planned_file(raw, "x.xlsx")).framework
    assert framework is not None
    assert behaviour(framework) == {"Luisteren": {1: ["Hoort."], 2: ["Vraagt."], 3: ["Toetst."]}}
    choices = ImportChoices(columns=["Gedragsniveaus Expert=ignore"])
    corrected = apply(plan(Source("x.xlsx", raw), choices)).framework
    assert corrected is not None
    assert behaviour(corrected) == {"Luisteren": {1: ["Hoort."], 2: ["Vraagt."]}}


def test_a_name_over_merged_rows_counts_for_each_of_them() -> None:
    def fill(sheet: Any) -> None:
        rows_of(
            ["Cluster", "Competentie", "Gedrag"],
            ["Klant", "Luisteren", "Vraagt door."],
            [None, None, "Vat samen."],
            [None, "Schrijven", "Kort in."],
        )(sheet)
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("B2:B3")

    made = planned_file(workbook_of(fill), "x.xlsx")
    framework = apply(made).framework
    assert framework is not None
    assert behaviour(framework) == {
        "Luisteren": {0: ["Vraagt door.", "Vat samen."]},
        "Schrijven": {0: ["Kort in."]},
    }
    assert {one.cluster for one in framework.competences} == {"klant"}


def test_a_hidden_sheet_is_left_over_unless_it_is_chosen() -> None:
    def fill(sheet: Any) -> None:
        rows_of(HEADER, ROW)(sheet)
        hidden = sheet.parent.create_sheet("Lijsten")
        rows_of(HEADER, ["Schrijven", "x", "y", "z"])(hidden)
        hidden.sheet_state = "hidden"

    raw = workbook_of(fill)
    made = planned_file(raw, "x.xlsx")
    cells = [one.cell for one in made.left_overs if isinstance(one.cell, Cell)]
    assert len(cells) == len(made.left_overs)
    assert {cell.sheet for cell in cells} == {"Lijsten"}
    assert not any(one.is_kept for one in made.left_overs)
    chosen = planned_file(raw, "x.xlsx", sheets=["Lijsten"])
    assert chosen.framework is not None
    assert [one["name"] for one in chosen.framework["competences"]] == ["Schrijven"]
    assert "Lijsten" in refused(raw, sheets=["Bestaat niet"])


def test_a_text_with_a_line_through_it_is_left_over() -> None:
    def text(words: str, struck: str) -> str:
        gone = f"<r><rPr><strike/></rPr><t xml:space='preserve'>{struck}</t></r>" if struck else ""
        return f"<c t='inlineStr'><is><r><t xml:space='preserve'>{words}</t></r>{gone}</is></c>"

    rows = (
        f"<row r='1'>{text('Competentie', '')}{text('Gedrag', '')}</row>"
        f"<row r='2'>{text('Luisteren', '')}{text('Vraagt door.', ' Vervallen zin.')}</row>"
    )
    made = planned_file(package_of(sheet_xml(rows)), "x.xlsx")
    assert left(made) == {"B2": "er staat een streep door deze tekst"}
    framework = apply(made).framework
    assert framework is not None
    assert behaviour(framework) == {"Luisteren": {0: ["Vraagt door."]}}


def test_a_cell_in_a_struck_style_is_left_over_and_hidden_rows_are_told_of() -> None:
    def fill(sheet: Any) -> None:
        rows_of(["Competentie", "Gedrag"], ["Luisteren", "Oud."], ["", "Vat samen."])(sheet)
        sheet["B2"].font = Font(strike=True)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    made = planned_file(workbook_of(fill), "x.xlsx")
    assert left(made) == {"B2": "er staat een streep door deze tekst"}
    assert [one.nl for one in made.remarks] == [
        'Op blad "Sheet" zijn verborgen rijen of kolommen meegelezen: D, 3.'
    ]


def test_headers_without_rows_and_a_matrix_of_jobs_are_said_as_such() -> None:
    assert "onder de koppen staat nog geen" in refused(raw_table(HEADER), "x.csv")
    matrix = raw_table(["Competentie", "Adviseur", "Leider"], ["A", "2", "3"], ["B", "1", "n.v.t."])
    assert "functies bovenaan" in refused(matrix, "x.csv")


def test_a_sheet_about_something_else_is_named_and_not_taken_over() -> None:
    def fill(sheet: Any) -> None:
        rows_of(HEADER, ROW)(sheet)
        sheet.parent.create_sheet("Toelichting").append(["Contactpersoon", "Marieke de Vries"])

    made = planned_file(workbook_of(fill), "x.xlsx")
    assert [(one.text, one.is_kept) for one in made.left_overs] == [
        ("Contactpersoon", False),
        ("Marieke de Vries", False),
    ]
    assert "Marieke" not in str(apply(made))


def test_an_edit_in_an_export_counts_on_the_sheet_of_indicators_and_is_told_elsewhere() -> None:
    framework = apply(planned(HEADER, ROW)).framework
    assert framework is not None
    book = openpyxl.load_workbook(BytesIO(write(Content(framework), ".xlsx").files[""]))
    competences, indicators = book.worksheets
    assert competences["D2"].value == "• Vraagt door."
    competences["D2"].value = "• Vraagt twee keer door."
    titles = [f"{cell.value}" for cell in indicators[1]]
    column = 1 + next(n for n, title in enumerate(titles) if title.startswith("Gedragsindicator"))
    indicators.cell(3, column).value = "Vat alles samen."
    buffer = BytesIO()
    book.save(buffer)
    made = planned_file(buffer.getvalue(), "x.xlsx")
    back = apply(made).framework
    assert back is not None
    assert behaviour(back) == {"Luisteren": {1: ["Vraagt door."], 2: ["Vat alles samen."]}}
    said = {(one.cell.label, one.text) for one in made.left_overs}
    assert said == {("D2", "Vraagt twee keer door."), ("E2", "Vat samen.")}
    assert [one.cell.label for one in made.notes] == ["D2", "E2"]


def test_hostile_text_is_text() -> None:
    texts = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "../../etc/passwd", "x" * 40_000]
    made = planned(["Competentie", "Definitie"], *([text[:60], text] for text in texts))
    framework = apply(made).framework
    assert framework is not None
    assert [one.definition for one in framework.competences] == texts
    assert all(
        set(one.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in framework.competences
    )


WORDS = (
    "|Competentie|Niveau|Niveau 1|Gedrag|Functie|Cluster|Definitie|1|2–3|Medewerker|- een\n- twee"
    "|Basis|begrip|betekenis|id|Niveau 2 (en)|kern"
)
CELLS = st.sampled_from(WORDS.split("|")) | st.text(st.characters(codec="utf-8"), max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_of_any_table_every_cell_is_used_or_left_over(rows: list[list[str]]) -> None:
    raw = raw_table(*rows)
    try:
        made = planned_file(raw)
    except CompetentiesError:
        return
    apply(made)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=5),
    st.sampled_from(
        [
            ["Competentie", "Niveau", "Gedrag", "Richting"],
            ["Cluster", "Competentie", "Niveau 1", "Niveau 2"],
            ["Functie", "Competentie", "Niveau", "In woorden"],
            ["Niveau", "Niveaunaam", "Omschrijving niveau", "Kleur"],
            ["Competentie-id", "Competentie", "Niveau 1", "Ook bekend als"],
            ["Competentie", "Competentie (en)", "Gedrag", "Gedrag (en)"],
        ]
    ),
)
def test_below_any_known_header_every_cell_is_used_or_left_over(
    rows: list[list[str]], header: list[str]
) -> None:
    try:
        made = planned_file(raw_table(header, *rows))
    except CompetentiesError:
        return
    apply(made)
