"""What this program writes as a workbook is, thing by thing, what openpyxl makes of the same rows."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from example_documents import (
    EVERY_BLOCK,
    EVERY_LAYOUT,
    HOSTILE,
    with_text,
    with_text_in_layouts,
)
from filling import basis, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from office_dumps import workbook_dump
from openpyxl_workbook import openpyxl_workbook

from competenties.documents.rating_sheet import build
from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Choice,
    Column,
    Document,
    Fields,
    Formula,
    Row,
    Sheet,
    Table,
)
from competenties.office.workbook import workbook
from conftest import ROOT

pytestmark = pytest.mark.slow

PROFILES = sorted(path.stem for path in (ROOT / "frameworks" / "profiles").glob("*.json"))


def assert_same(document: Document) -> None:
    assert workbook_dump(workbook(document)) == workbook_dump(openpyxl_workbook(document))


@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERY_LAYOUT], ids=["blocks", "layouts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block(document: Document, language: Language) -> None:
    assert_same(replace(document, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(FormKind))
def test_every_kind_of_form(kind: FormKind, language: Language) -> None:
    request = ProfileRequest(profile(), {"basis": basis()}, language, form=kind, suffix=".xlsx")
    assert_same(build(request))


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_that_ships(name: str) -> None:
    request = ProfileRequest(profile(name), {"basis": basis()}, "nl", suffix=".xlsx")
    assert_same(build(replace(request, form="conversation")))


@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_text(text: str) -> None:
    assert_same(with_text(text))
    assert_same(with_text_in_layouts(text))


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(codec=None)))
def test_any_text(text: str) -> None:
    assert_same(with_text(text))


YES_NO = Choice(("ja & <nee>", "'nee'"), "Kies.\nOf niet.", "ja / nee", "seen", (1, None))
FORMULAS = (
    Formula('IF({a}="<ja>","{{x}}",1)', {"a": ("seen",)}, "<&nog niet>", "first"),
    Formula("SUM({a})", {"a": ("seen", "more")}, 1.25),
    Formula("SUMPRODUCT(({a}={a.options})*{a.values})", {"a": ("seen",)}, 3),
    Formula("MEDIAN(IF({a}={a.options},{a.values}))", {"a": ("seen",)}, is_array=True),
    Formula("{b}&{b}", {"b": ("first",)}, "a\tb "),
)


def test_formulas_that_look_at_other_sheets() -> None:
    rows = tuple((f"regel {number}", formula) for number, formula in enumerate(FORMULAS))
    asked = Fields((("Gezien", YES_NO), ("Meer", replace(YES_NO, key="more", values=()))))
    in_table = Table((Column("a"), Column("b"), Column("c")), (Row(FORMULAS[:3]),), "x")
    result = Sheet("Jan's <blad>", "Resultaat", (Fields(rows), in_table))
    document = replace(EVERY_BLOCK, blocks=(asked,), sheets=(result,), sheet="It's")
    assert_same(document)
    assert_same(replace(document, blocks=(), sheets=(Sheet("y", "y", (asked,)), result)))


def test_data_that_nobody_sees() -> None:
    data = {"a": "é\x7f" * 20_000, "_x000D_": [1, None, "=1+1"]}
    pairs = {"name": "=x", "number": "00123", " é ": " \n"}
    fields = Fields((("Naam", Blank(key="name")),))
    assert_same(replace(EVERY_BLOCK, blocks=(fields,), carried={"_form": data, "_copy": pairs}))


def test_openpyxl_is_not_needed_for_a_form() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from example_documents import EVERY_BLOCK;"
        "from competenties.office.workbook import workbook; workbook(EVERY_BLOCK);"
        "print({'openpyxl', 'lxml', 'docx'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
