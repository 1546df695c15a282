"""What this program writes as a Word document is, element by element, what python-docx makes of it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE, with_text, with_text_in_layouts
from filling import basis, profile
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from office_dumps import parts, word_dump
from python_docx_document import python_docx_document

from competenties.documents import job_profile, rating_sheet
from competenties.documents.request import FormKind, ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import Blank, Block, Bullets, Cell, Choice, Document, Fields, Ticks
from competenties.office.word import word
from conftest import ROOT

pytestmark = pytest.mark.slow

PROFILES = sorted(path.stem for path in (ROOT / "frameworks" / "profiles").glob("*.json"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAME_WHEREVER = ("trPr",)  # the order of what is in it means nothing
NOTHING_WHEN_EMPTY = ("pPr", "r", "trPr")


def body(package: bytes) -> str:
    """Return the text of a document as canonical XML, without its page and without what is empty."""
    root = etree.fromstring(parts(package)["word/document.xml"])
    found = root.find(f"{W}body")
    assert found is not None
    for element in list(found.iter(f"{W}sectPr", *(f"{W}{one}" for one in NOTHING_WHEN_EMPTY))):
        if element.tag == f"{W}sectPr" or not len(element):
            parent: Any = element.getparent()
            parent.remove(element)
    for element in found.iter(*(f"{W}{one}" for one in SAME_WHEREVER)):
        element[:] = sorted(element, key=lambda one: str(one.tag))
    canonical = etree.tostring(found, method="c14n", exclusive=True).decode()
    return canonical.replace("<w:p>", "\n<w:p>").replace("<w:tr>", "\n<w:tr>")


def assert_same(document: Document) -> None:
    ours, theirs = word(document), python_docx_document(document)
    assert word_dump(ours) == word_dump(theirs)
    assert body(ours) == body(theirs)
    for name in ("word/styles.xml", "word/numbering.xml", "word/settings.xml"):
        assert parts(ours)[name] == parts(theirs)[name]


@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERY_LAYOUT], ids=["blocks", "layouts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block(document: Document, language: Language) -> None:
    assert_same(replace(document, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(FormKind))
def test_every_kind_of_form(kind: FormKind, language: Language) -> None:
    request = ProfileRequest(profile(), {"basis": basis()}, language, form=kind, suffix=".docx")
    assert_same(rating_sheet.build(request))


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_that_ships(name: str) -> None:
    request = ProfileRequest(profile(name), {"basis": basis()}, "nl", suffix=".docx")
    assert_same(job_profile.build(request))
    assert_same(rating_sheet.build(request))


@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_text(text: str) -> None:
    assert_same(with_text(text))
    assert_same(with_text_in_layouts(text))


@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(codec=None)))
def test_any_text(text: str) -> None:
    assert_same(with_text(text))
    assert_same(with_text_in_layouts(text))


@pytest.mark.parametrize("layout", ["table", "pairs", "lines", "room"])
def test_every_value_in_every_layout(layout: str) -> None:
    values: tuple[Cell, ...] = (
        "kort",
        "twee\nregels",
        Blank("Wat?", 3, "key", "er staat al\nwat"),
        Choice(("1", "1", " "), "Kies.", "", "key"),
        Ticks(("ja", "nee"), "key"),
        Ticks(()),
        Bullets(()),
        "Een lange regel. " * 100,
    )
    rows = tuple((f"Label {number}", value) for number, value in enumerate(values))
    blocks: tuple[Block, ...] = (Fields(rows, layout), Fields(rows[:1], layout), Fields((), layout))
    assert_same(replace(EVERY_BLOCK, blocks=blocks))


def test_python_docx_is_needed_for_the_styles_only() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from example_documents import EVERY_BLOCK;"
        "import competenties.office.word; print({'openpyxl', 'lxml', 'docx'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
