"""The template that a new workspace begins with: it explains itself, and works at once."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT
from pypdf import PdfReader
from template_files import parts_of, texts
from test_validity import sdk_errors_fixture  # noqa: F401  (a fixture)

from competenties.documents.template_context import known_names
from competenties.messages import LANGUAGES, Language
from competenties.office.starter_template import starter_template
from competenties.office.template import examined
from competenties.office.template_fields import in_own_template
from competenties.office.template_marks import has_fields
from competenties.office.template_names import OUR_STYLES
from competenties.office.template_styles import KNOWN_AS
from competenties.office.word import word

IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


def made(language: Language) -> bytes:
    return starter_template(language, known_names(language))


@IN_BOTH
def test_it_explains_every_marker_style_and_name(language: Language) -> None:
    shown = texts(made(language))
    for name in (*OUR_STYLES, *(name for name, _ in known_names(language))):
        assert name in shown
    markers = {"nl": "{{ voettekst }}", "en": "{{ footer }}"}
    assert markers[language] in shown


def test_it_explains_the_styles_that_are_looked_for() -> None:
    assert set(OUR_STYLES) == set(KNOWN_AS) - {"Placeholder Text", "Hyperlink", "Caption"}


@IN_BOTH
def test_nothing_of_the_explanation_comes_into_a_document(language: Language) -> None:
    filled = in_own_template(
        replace(EVERY_LAYOUT, language=language), examined("x.docx", made(language))
    )
    shown = texts(filled.raw)
    assert not [text for text in shown if "{{" in text]
    assert "Reading Table" not in shown
    assert shown[0] == "Functieprofiel Tuinman"
    assert EVERY_LAYOUT.footer in texts(filled.raw, "word/footer1.xml")[0]


def test_its_explanation_is_not_taken_for_placeholders() -> None:
    assert not has_fields(examined("x.docx", made("nl")))


def test_the_same_template_is_made_every_time() -> None:
    assert made("nl") == made("nl")
    assert "word/document.xml" in parts_of(made("nl"))


@IN_BOTH
def test_it_has_every_style_of_ours(language: Language) -> None:
    for document in (EVERY_BLOCK, EVERY_LAYOUT):
        assert in_own_template(document, examined("x.docx", made(language))).report == []


@pytest.mark.slow
def test_a_document_in_it_takes_as_many_pages_and_a_cover(tmp_path: Path) -> None:
    for document in (EVERY_BLOCK, EVERY_LAYOUT):
        filled = in_own_template(document, examined("x.docx", made("nl")))
        assert page_count(filled.raw, tmp_path) == page_count(word(document), tmp_path) + 1


def page_count(raw: bytes, folder: Path) -> int:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here")
    path = folder / "document.docx"
    path.write_bytes(raw)
    home = f"-env:UserInstallation=file://{folder / 'office'}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return len(PdfReader(path.with_suffix(".pdf")).pages)


@pytest.mark.slow
@IN_BOTH
def test_it_is_valid_and_what_is_made_with_it_too(
    language: Language, sdk_errors: Callable[[bytes, str], list[str]]
) -> None:
    assert sdk_errors(made(language), ".docx") == []
    for document in (EVERY_BLOCK, EVERY_LAYOUT):
        filled = in_own_template(document, examined("x.docx", made(language)))
        assert sdk_errors(filled.raw, ".docx") == []
