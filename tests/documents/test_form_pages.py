"""Forms on paper: every page begins where the workbook says so, with nothing torn or cut off."""

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
from made_documents import rating_sheet, shipped_request, workbook_file
from test_footers import printed_fixture

from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.workbook_pages import PAGE

__all__ = ["printed_fixture"]  # the fixture `printed`

LONG = (
    "Bespreekt met de klant, met collega's uit het eigen team en met de vakafdeling welke stappen "
    "nodig zijn om de vraag volledig te beantwoorden, legt de gemaakte afspraken diezelfde dag vast "
    "in het klantsysteem, en controleert na afloop bij de klant of het antwoord begrepen is, of het "
    "bruikbaar was in de eigen situatie, en of er nog iets ontbrak dat de organisatie een volgende "
    "keer uit zichzelf had kunnen aanbieden of uitleggen. SLOT"
)


def long_request() -> ProfileRequest:
    """Return a request for many competences with several levels and very long indicators."""
    competences = [
        {
            "id": f"c{place}",
            "name": f"Competentie {place}",
            "definition": LONG,
            "levels": [
                {
                    "level": level,
                    "name": f"Doet iets op {level}",
                    "indicators": [
                        {"id": f"i{place}-{level}-{number}", "text": f"{number} {LONG}"}
                        for number in range(3)
                    ]
                    + [{"id": f"x{place}-{level}", "text": LONG, "polarity": "contra"}],
                }
                for level in (1, 2, 3)
            ],
        }
        for place in range(5)
    ]
    model = Framework.model_validate(
        {"id": "m", "name": "M", "language": "nl", "competences": competences}
    )
    asked = [
        {"competence": f"c{place}", "from_level": 1, "to_level": 1 + place % 3}
        for place in range(5)
    ]
    profile = {"id": "p", "name": "Functie", "language": "nl", "frameworks": [{"id": "m"}]}
    job = JobProfile.model_validate(profile | {"requirements": asked})
    return ProfileRequest(job, {"m": model}, "nl")


@pytest.mark.slow
def test_pages_end_where_the_workbook_says_in_every_kind_and_language(
    printed: Callable[[dict[str, bytes]], dict[str, list[str]]],
) -> None:
    requests = {
        f"{kind}-{language}.xlsx": replace(shipped_request(language), form=kind, suffix=".xlsx")
        for kind in FORM_KINDS
        for language in LANGUAGES
    }
    requests["long.xlsx"] = long_request()
    files = {name: workbook_file(request) for name, request in requests.items()}
    for name, pages in printed(files).items():
        others = len(rating_sheet(requests[name]).sheets)  # explanation and result: a page each
        own = pages[: len(pages) - others]
        assert len(own) == len(first_texts(files[name])), name
        assert not any(rating_sheet(requests[name]).notice in page for page in pages)
        for page, first in zip(own, first_texts(files[name]), strict=True):
            assert "".join(first.split())[:40] in "".join(page.split()), name


@pytest.mark.slow
def test_the_end_of_every_long_text_is_on_paper(
    printed: Callable[[dict[str, bytes]], dict[str, list[str]]],
) -> None:
    request = long_request()
    (pages,) = printed({"long.xlsx": workbook_file(request)}).values()
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_file(request))).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "\n".join(pages).count("SLOT") == "\n".join(texts).count("SLOT") > 30


def test_a_kind_that_ships_takes_no_more_pages_than_it_needs() -> None:
    pages = {
        kind: len(first_texts(workbook_file(replace(shipped_request(), form=kind, suffix=".xlsx"))))
        for kind in FORM_KINDS
    }
    assert pages == {
        "self-reflection": 3,
        "feedback": 2,
        "conversation": 4,
        "appraisal-report": 4,
        "team": 2,
        "organisation": 2,
        "customer": 1,
        "checklist": 2,
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORM_KINDS)
def test_no_page_of_a_kind_that_ships_is_much_more_than_a_third_empty(
    kind: FormKind, language: Language
) -> None:
    request = replace(shipped_request(language), form=kind, suffix=".xlsx")
    sheet: Any = openpyxl.load_workbook(io.BytesIO(workbook_file(request))).worksheets[0]
    firsts = [2, *(one.id + 1 for one in sheet.row_breaks.brk), sheet.max_row + 1]
    for first, end in pairwise(firsts):
        assert sum(sheet.row_dimensions[row].height for row in range(first, end)) > 0.54 * PAGE


def test_no_competence_that_fits_on_a_page_is_torn() -> None:
    request = shipped_request()
    names = [request.of(one.framework, one.competence.name) for one in request.asked]
    sheet: Any = openpyxl.load_workbook(io.BytesIO(workbook_file(request))).worksheets[0]
    inside = [
        str(sheet.cell(one.id + 2, 1).value)
        for one in sheet.row_breaks.brk
        if sheet.cell(one.id + 1, 1).value == "Gedragsindicator"
    ]
    assert len(inside) == 1
    assert all(text.startswith(tuple(names)) for text in inside)


def first_texts(package: bytes) -> list[str]:
    """Return the text that each page of a workbook begins with."""
    sheet: Any = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]
    area = str(sheet.print_area).rpartition("!")[2].replace("$", "")
    first = int(area.partition(":")[0].lstrip("A"))
    rows = [first, *(one.id + 1 for one in sheet.row_breaks.brk)]
    return [str(sheet.cell(row, 1).value) for row in rows]
