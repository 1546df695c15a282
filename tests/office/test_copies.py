"""Copies of one file: equal to what is made in one go, whatever text they get."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from example_documents import EVERY_BLOCK, FORMULA_LOOKALIKES
from hypothesis import given
from hypothesis import strategies as st
from office_dumps import workbook_dump

from competenties.findings import RefusedError
from competenties.office.blocks import Blank, Fields, Formula, Paragraph
from competenties.office.cells import read_cells
from competenties.office.clean import clean
from competenties.office.copies import Template, mark
from competenties.office.word import word
from competenties.office.workbook import workbook

NAMED = Fields((("Naam", Blank(key="name", text=mark("name"))), ("Door", Blank(text=mark("by")))))
COPIED = replace(EVERY_BLOCK, blocks=(NAMED, *EVERY_BLOCK.blocks))


def single(name: str, by: str) -> bytes:
    """Return the same document, made for one person."""
    fields = Fields((("Naam", Blank(key="name", text=name)), ("Door", Blank(text=by))))
    return workbook(replace(EVERY_BLOCK, blocks=(fields, *EVERY_BLOCK.blocks)))


@pytest.mark.parametrize("text", [*FORMULA_LOOKALIKES, "Jan <b>&amp; \"Co\" 'x'", "é 🌱"])
def test_a_copy_is_cell_by_cell_what_is_made_for_one_person(text: str) -> None:
    copy = Template(workbook(COPIED)).copy({"name": text, "by": "Piet"})
    assert workbook_dump(copy) == workbook_dump(single(text, "Piet"))


@given(st.text(max_size=200))
def test_any_text_is_carried_as_text(text: str) -> None:
    copy = TEMPLATE.copy({"name": text})
    sheet = openpyxl.load_workbook(io.BytesIO(copy)).worksheets[0]
    assert (sheet["B2"].value or "") == clean(text)
    assert sheet["B3"].value in (None, "")


TEMPLATE = Template(workbook(COPIED))


def test_a_text_that_looks_like_an_escape_stays_as_it_is() -> None:
    (sheet,) = read_cells(TEMPLATE.copy({"name": "_x000D_"}), set(), first=True)
    assert sheet.cells["B2"] == "_x000D_"


def test_a_copy_is_a_sound_zip_file_with_the_same_parts() -> None:
    copy = zipfile.ZipFile(io.BytesIO(TEMPLATE.copy({"name": "Jan"})))
    assert copy.testzip() is None
    made = zipfile.ZipFile(io.BytesIO(single("Jan", "")))
    assert {*copy.namelist()} - {*made.namelist()} == {"xl/sharedStrings.xml"}
    assert {*made.namelist()} <= {*copy.namelist()}


def test_a_name_that_looks_like_a_mark_stays_a_name() -> None:
    name = mark("by")
    sheet = openpyxl.load_workbook(
        io.BytesIO(TEMPLATE.copy({"name": name, "by": "Piet"}))
    ).worksheets[0]
    assert (sheet["B2"].value, sheet["B3"].value) == (name, "Piet")


def test_the_same_texts_give_the_same_bytes() -> None:
    assert TEMPLATE.copy({"name": "Jan"}) == Template(workbook(COPIED)).copy({"name": "Jan"})


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(RefusedError):
        TEMPLATE.copy({"name": "x" * 40_000})


def test_the_same_engine_copies_word_files() -> None:
    template = Template(word(replace(EVERY_BLOCK, blocks=(Paragraph(f"Voor {mark('name')}."),))))
    assert template.names == {"name"}
    copy = zipfile.ZipFile(io.BytesIO(template.copy({"name": "Jan & Co"})))
    assert copy.testzip() is None
    assert b"Voor Jan &amp; Co." in copy.read("word/document.xml")


def test_a_formula_names_cells_by_their_keys_and_has_a_stored_result() -> None:
    blocks = (
        Fields(
            (
                ("Naam", Blank(key="name")),
                ("Er is", Formula('IF({name}="","nee","ja")', {"name": ("name",)}, "nee")),
            )
        ),
    )
    package = workbook(replace(EVERY_BLOCK, blocks=blocks))
    computed = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]["B3"].value
    assert computed == '=IF(\'Formulier\'!$B$2="","nee","ja")'
    stored = openpyxl.load_workbook(io.BytesIO(package), data_only=True).worksheets[0]["B3"].value
    assert stored == "nee"
