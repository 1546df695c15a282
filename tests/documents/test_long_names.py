"""Long names stand on the form in full: in the head of a workbook, also in copies for many people."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from made_documents import shipped_request, workbook_file

from competenties.documents.people_forms import FormCopies, PlannedForm
from competenties.documents.request import FormKind
from competenties.model.settings import Settings
from competenties.office.glyphs import line_count
from competenties.office.workbook_grid import WIDTH
from competenties.ratings.people import Person

LONG = (
    "Johannes Wilhelmus Bartholomeus van den Bovenkamp-Oude Elferink tot Nieuwenhuizen en Zevenbergen, "
    "ook bekend onder de roepnaam Bart, werkzaam bij twee onderdelen van de organisatie en daarbuiten, SLOT"
)
_SIZE, _LINE = 10, 12.5  # points of the type in the head, and of a line of it


def row_of(package: bytes, text: str) -> tuple[float, float]:
    """Return the height of the row in which a text stands, and the room that it has in width."""
    sheet: Any = openpyxl.load_workbook(io.BytesIO(package)).worksheets[0]
    (cell,) = [one for row in sheet.iter_rows() for one in row if one.value == text]
    assert cell.alignment.wrap_text or len(text) < 50
    widths = [sheet.column_dimensions[letter].width for letter in "BC"]
    assert sum(widths) < WIDTH
    return sheet.row_dimensions[cell.row].height, sum(widths) * 5.25 - 13


def planned(kind: FormKind = "conversation", **known: Any) -> PlannedForm:
    person = replace(Person(1, "Jan"), **known)
    return PlannedForm(person, "x", kind, folder="f", file="x.xlsx", code="c")


@pytest.mark.parametrize("text", [LONG, LONG.upper(), "W" * 200, LONG[:60]])
@pytest.mark.parametrize("known", ["name", "manager", "rater"])
def test_a_row_of_a_copy_is_high_enough_for_the_name_in_it(known: str, text: str) -> None:
    kind: FormKind = "feedback" if known == "rater" else "conversation"
    copy = FormCopies(lambda _: shipped_request()).copy(planned(kind, **{known: text}))
    height, room = row_of(copy, text)
    assert height >= _LINE * line_count(text, room, _SIZE)


def test_names_of_a_usual_length_share_one_template() -> None:
    names = ("Jan", "Fatima el Amrani-van den Bovenkamp", LONG, LONG.replace("Bart", "Jaap"), "Bo")
    heights = [planned(name=name, manager="Piet").heights for name in names]
    assert heights == [(), (), (("employee", 4),), (("employee", 4),), ()]


@pytest.mark.parametrize("kind", ["conversation", "appraisal-report"])
def test_a_long_job_and_organisation_stand_on_the_form_in_full(kind: FormKind) -> None:
    request = shipped_request()
    profile = request.profile.model_copy(update={"name": LONG})
    settings = Settings(organisation=LONG.upper())
    request = replace(request, profile=profile, settings=settings, form=kind, suffix=".xlsx")
    package = workbook_file(request)
    for text in (LONG, LONG.upper()):
        height, room = row_of(package, text)
        assert height >= _LINE * line_count(text, room, _SIZE)
