"""Filled forms are read against their own text; what was changed or is foreign is refused."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from filling import filled, form, saved_by_libreoffice

from competenties.office.cells import MOST_BYTES
from competenties.office.tables import Table, write_xlsx
from competenties.ratings.form import TEXT_SHEET, answer_key, example_key
from competenties.ratings.reading import FilledForm, RefusedFormError, read_form

BLANK = form()


def changed(raw: bytes, **cells: str) -> bytes:
    """Return a workbook with other texts in cells of its first sheet."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for place, text in cells.items():
        book.worksheets[0][place] = text
    return _saved(book)


def _saved(book: Any) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def refusal(raw: bytes) -> str:
    """Return what is said of a file that is refused."""
    with pytest.raises(RefusedFormError) as refused:
        read_form(raw)
    return refused.value.said.nl


def place(key: str) -> str:
    return read_form(BLANK).text.cells[key]


def first_line() -> str:
    return next(line.id for _, line in read_form(BLANK).text.lines())


def test_a_form_that_nobody_filled_in_is_empty() -> None:
    blank = read_form(BLANK)
    assert blank.is_empty
    assert set(blank.answers.values()) == {"blank"}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("4 – meestal", 4),
        ("4", 4),
        ("  niet   waargenomen ", "not-observed"),
        ("n.w.", "not-observed"),
        ("n.v.t.", "not-applicable"),
        ("1   2   3   4   5\nn.w.   n.v.t.", "blank"),
    ],
)
def test_an_answer_is_understood_as_it_was_chosen_or_typed(typed: str, answer: object) -> None:
    line = first_line()
    assert read_form(changed(BLANK, **{place(answer_key(line)): typed})).answers[line] == answer


def test_what_is_written_comes_along() -> None:
    line = first_line()
    texts = {
        place("employee"): "Jan & Co",
        place("date"): "12 november 2026",
        place(example_key(line)): "Een voorbeeld\nop twee regels.",
        place("well"): "Veel.",
    }
    read = read_form(changed(BLANK, **texts))
    assert read.written["employee"] == "Jan & Co"
    assert (read.written["date"], read.written["well"]) == ("12 november 2026", "Veel.")
    assert read.examples == {line: "Een voorbeeld\nop twee regels."}


def test_a_form_that_another_program_saved_reads_the_same(tmp_path: Path) -> None:
    made = {f"{seed}.xlsx": filled(BLANK, seed) for seed in range(3)}
    for name, raw in saved_by_libreoffice(tmp_path, made).items():
        assert read_form(raw) == read_form(made[name])


def test_an_unknown_answer_is_named_with_its_cell() -> None:
    cell = place(answer_key(first_line()))
    said = refusal(changed(BLANK, **{cell: "geweldig"}))
    assert cell in said
    assert '"geweldig"' in said


def test_a_form_that_rates_another_text_is_refused() -> None:
    cell = "A" + place(answer_key(first_line()))[1:]
    said = refusal(changed(BLANK, **{cell: "Is altijd vrolijk."}))
    assert cell in said
    assert "maar afgesproken is" in said


def test_data_that_were_changed_do_not_match_the_fingerprint() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    data = json.loads(book[TEXT_SHEET]["A1"].value)
    data["content"]["competences"][0]["levels"][0]["indicators"][0]["text"] = "Is vrolijk."
    book[TEXT_SHEET]["A1"] = json.dumps(data)
    assert "controlecode" in refusal(_saved(book))
    book[TEXT_SHEET]["A1"] = "[" * 100_000
    assert "controlecode" in refusal(_saved(book))


def test_another_workbook_is_foreign_and_another_file_is_damaged() -> None:
    assert "geen formulier" in refusal(write_xlsx([Table("x", ("a",), [["b"]])]))
    for raw in (b"", b"hallo", BLANK[:5000], BLANK[:-30], b"PK\3\4" + bytes(100)):
        assert "beschadigd" in refusal(raw)


def test_a_form_that_unpacks_to_too_much_or_brings_entities_is_refused() -> None:
    for content in (b" " * (MOST_BYTES + 1), b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/workbook.xml", content)
        assert "beschadigd" in refusal(packed.getvalue())


def test_reading_gives_a_form_whatever_the_language() -> None:
    read: FilledForm = read_form(form("feedback", language="en"))
    assert (read.text.kind, read.text.content.language) == ("feedback", "en")
