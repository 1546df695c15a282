"""Every document of what ships, in three house styles and in the organisation's own template."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from house_examples import HOUSES
from made_documents import shipped_framework
from made_workspaces import about, of_jobs, shipped_profiles
from pypdf import PdfReader
from read_back import missing, read_back
from repair_limits import repairs
from template_files import TEMPLATES, template
from test_validity import sdk_errors_fixture  # noqa: F401  (a fixture)

from competenties.documents import document_files
from competenties.documents.making import make
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.messages import LANGUAGES, Language
from competenties.office.accessibility import problems
from competenties.office.house_style import HouseStyle
from competenties.office.render import render

FILES = [(one.NAME, suffix) for one in document_files().values() for suffix in one.SUFFIXES]
PDFS = [name for name, suffix in FILES if suffix == ".pdf"]
OFFICE = [(name, suffix) for name, suffix in FILES if suffix in (".docx", ".xlsx")]
IN_WORD = [name for name, suffix in FILES if suffix == ".docx"]
HOUSE = pytest.mark.parametrize("house", HOUSES, ids=["green", "red", "black"])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)

Errors = Callable[[bytes, str], list[str]]


def requests(
    name: str, language: Language, turn: int = 0
) -> Iterator[ProfileRequest | WorkspaceRequest]:
    """Yield what ships as what a document is made of.

    Every profile for the job profile and the rating sheet, and for another document one of them:
    the next one each turn.
    """
    profiles = shipped_profiles()
    match document_files()[name].SUBJECT:
        case "framework":
            yield about(language=language)
        case "profiles":
            in_series = [one.model_copy(update={"series": "Reeks"}) for one in profiles]
            yield of_jobs(in_series, language=language, before=profiles)
        case "profile":
            every = name in ("job-profile", "rating-sheet")
            for profile in profiles if every else [profiles[turn % len(profiles)]]:
                yield ProfileRequest(profile, {"basis": shipped_framework()}, language)


@pytest.mark.slow
@HOUSE
@LANGUAGE
@pytest.mark.parametrize(("name", "suffix"), OFFICE)
def test_a_document_in_a_house_style_is_valid_and_keeps_nobody_from_reading_it(
    name: str, suffix: str, language: Language, house: HouseStyle, sdk_errors: Errors
) -> None:
    kind = document_files()[name]
    for request in requests(name, language, HOUSES.index(house)):
        document = kind.build(replace(request, suffix=suffix, house=house))
        raw = render(replace(document, house=house), Path(f"x{suffix}"))
        assert problems(raw, suffix) == []
        assert missing(document, read_back(raw, suffix)) == []
        assert sdk_errors(raw, suffix) == []
        if suffix == ".xlsx":
            assert repairs(raw) == []


@pytest.mark.slow
@HOUSE
@LANGUAGE
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_in_a_house_style_is_tagged_and_says_its_title_and_language(
    name: str, language: Language, house: HouseStyle
) -> None:
    kind = document_files()[name]
    for request in requests(name, language, HOUSES.index(house)):
        document = kind.build(replace(request, suffix=".pdf", house=house))
        document = replace(document, house=house)
        raw = render(document, Path("x.pdf"))
        assert problems(raw, ".pdf") == []
        assert missing(document, read_back(raw, ".pdf")) == []
        assert_universal(raw, document.title, language)


def assert_universal(raw: bytes, title: str, language: Language) -> None:
    """Assert that a PDF claims PDF/UA-1 and has what that begins with."""
    reader = PdfReader(io.BytesIO(raw))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith(language)
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize("name", ["job-profile", "rating-sheet", "framework-book", "job-matrix"])
def test_a_pdf_claims_to_be_for_everybody(name: str) -> None:
    request = next(requests(name, "en", turn=1))
    document = document_files()[name].build(replace(request, suffix=".pdf"))
    assert_universal(render(document, Path("x.pdf")), document.title, "en")


@pytest.mark.slow
@pytest.mark.parametrize("own", ["cover", "letterhead"])
@LANGUAGE
@pytest.mark.parametrize("name", IN_WORD)
def test_a_document_in_an_own_template_has_no_error_that_the_template_had_not(
    name: str, language: Language, own: str, sdk_errors: Errors
) -> None:
    theirs = template(own)
    had = sdk_errors((TEMPLATES / f"{own}.docx").read_bytes(), ".docx")
    for request in requests(name, language, turn=3):
        made = make(
            document_files()[name], replace(request, suffix=".docx"), Path("x.docx"), theirs
        )
        document = document_files()[name].build(replace(request, suffix=".docx"))
        assert missing(document, read_back(made.raw, ".docx")) == []
        found = sdk_errors(made.raw, ".docx")
        assert len(found) <= len(had), found


@pytest.mark.parametrize("name", ["job-profile", "rating-sheet", "interview-guide", "job-changes"])
def test_a_document_goes_into_an_own_template_whole(name: str) -> None:
    request = replace(next(requests(name, "nl", turn=2)), suffix=".docx")
    made = make(document_files()[name], request, Path("x.docx"), template("cover"))
    document = document_files()[name].build(request)
    assert missing(document, read_back(made.raw, ".docx")) == []


def test_an_index_keeps_its_columns_under_its_heading_in_an_own_template() -> None:
    request = next(requests("framework-book", "nl"))
    made = make(document_files()["framework-book"], request, Path("x.docx"), template("cover"))
    sections = list(docx.Document(io.BytesIO(made.raw)).sections)
    columns = [one._sectPr.find(qn("w:cols")) for one in sections]  # noqa: SLF001
    (divided,) = [
        place
        for place, one in enumerate(columns)
        if one is not None and one.get(qn("w:num")) == "2"
    ]
    assert sections[divided].start_type == WD_SECTION.CONTINUOUS
