"""The job matrix: exactly what the profiles ask, in tables that can be read."""

import io
from typing import Any

import openpyxl
import pytest
from made_documents import said
from made_workspaces import (
    HOSTILE,
    competence,
    files_of,
    framework,
    of_jobs,
    scale,
    shipped_profiles,
    table_rows,
    tables,
)

from competenties.documents import job_matrix
from competenties.documents.job_matrix import build
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.profile import JobProfile
from competenties.model.text import text_in
from competenties.office.blocks import Document, PageBreak, Table

BOTH = pytest.mark.parametrize("language", LANGUAGES)
MODEL = framework(
    proficiency_scales=[scale(5)],
    competences=[
        competence("Zagen", levels=[{"level": n} for n in (1, 2, 4, 5)]),
        competence("Meten"),
        competence("Planten"),
    ],
)


def job(name: str, *requirements: dict[str, Any]) -> JobProfile:
    return JobProfile.model_validate(
        {
            "id": name.lower(),
            "name": name,
            "language": "nl",
            "frameworks": [{"id": "model"}],
            "requirements": requirements,
        }
    )


def matrix_tables(document: Document) -> list[Table]:
    return [
        one for one in tables(document) if one.columns[0].title in ("Competentie", "Competence")
    ]


def asked_by(document: Document) -> dict[str, dict[str, str]]:
    """Return what each job asks of each competence, as the cells say it."""
    found: dict[str, dict[str, str]] = {}
    for table in matrix_tables(document):
        jobs = [column.title for column in table.columns[1:]]
        for row in table_rows(table):
            if len(row) > 1:
                for name, cell in zip(jobs, row[1:], strict=True):
                    found.setdefault(name, {})[row[0]] = cell
    return found


def cell_of(*requirements: dict[str, Any], language: Language = "nl") -> str:
    asked = [{"competence": "zagen"} | one for one in requirements]
    document = build(of_jobs([job("Tuinman", *asked)], MODEL, language=language))
    return asked_by(document)["Tuinman"]["Zagen"]


@BOTH
def test_the_matrix_equals_the_requirements_of_the_shipped_profiles(language: Language) -> None:
    request = of_jobs(shipped_profiles(), language=language)
    found = asked_by(build(request))
    (model,) = request.frameworks.values()
    names = {one.id: text_in(one.name, language, "nl") for one in model.competences}
    assert len(found) == 4
    for profile in shipped_profiles():
        wanted = {names[one.competence]: str(one.level) for one in profile.requirements}
        shown = found[text_in(profile.name, language, "nl")]
        assert {name: cell for name, cell in shown.items() if cell != "–"} == wanted


@pytest.mark.parametrize(
    ("requirements", "shown"),
    [
        ([{"level": 3}], "3"),
        ([{"from_level": 2, "to_level": 4}], "2–4"),
        ([{"from_level": 2, "to_level": 2}], "2"),
        ([{"from_level": 2}], "vanaf 2"),
        ([{"to_level": 4}], "tot en met 4"),
        ([{"words": "genoeg om te leren"}], "genoeg om te leren"),
        ([{"level": 2, "words": "binnen een jaar"}], "2, binnen een jaar"),
        ([{}], "zonder niveau"),
        ([{"level": 3, "need": "desirable"}], "3 (gewenst)"),
        ([{"need": "desirable"}], "zonder niveau (gewenst)"),
        ([{"level": 1}, {"level": 4, "need": "desirable"}], "1; 4 (gewenst)"),
        ([{"level": 2, "result_area": "a"}, {"level": 2, "result_area": "b"}], "2"),
        ([{"level": 2}, {"level": 2, "need": "desirable"}], "2"),
    ],
)
def test_every_shape_of_a_requirement_is_said_in_text(
    requirements: list[dict[str, Any]], shown: str
) -> None:
    assert cell_of(*requirements) == shown


def test_desirable_is_said_in_the_language_of_the_document() -> None:
    assert cell_of({"level": 3, "need": "desirable"}, language="en") == "3 (desirable)"


def test_weights_floors_and_reasons_are_nowhere() -> None:
    profile = job(
        "Tuinman",
        {"competence": "zagen", "level": 2, "weight": 37.5, "floor": 88, "rationale": "OMDAT"},
    )
    whole = "\n".join(said(build(of_jobs([profile], MODEL))))
    assert not [one for one in ("37", "88", "OMDAT") if one in whole]


def test_a_competence_that_no_job_asks_is_not_in_the_matrix() -> None:
    found = asked_by(build(of_jobs([job("Tuinman", {"competence": "meten", "level": 1})], MODEL)))
    assert found == {"Tuinman": {"Meten": "1"}}


@pytest.mark.parametrize("count", [4, 5, 6, 11, 60])
def test_many_jobs_are_divided_over_tables_of_about_the_same_width(count: int) -> None:
    profiles = [job(f"Functie{n}", {"competence": "zagen", "level": 1}) for n in range(count)]
    document = build(of_jobs(profiles, MODEL))
    widths = [len(table.columns) - 1 for table in matrix_tables(document)]
    assert sum(widths) == count
    assert max(widths) <= 5
    assert max(widths) - min(widths) <= max(1, max(widths) - 1)
    assert list(asked_by(document)) == [profile.name for profile in profiles]
    breaks = [block for block in document.blocks if isinstance(block, PageBreak)]
    is_apart = count > 5  # a long list of jobs leaves no room for the first table
    assert len(breaks) - len(widths) in (0, int(is_apart))
    assert document.blocks[0] == PageBreak(is_landscape=True)
    assert all(one.is_landscape for one in breaks)


def test_competences_of_two_frameworks_stand_under_the_name_of_each() -> None:
    other = framework(id="ander", name="Ander", competences=[competence("Zagen")])
    profile = job(
        "Tuinman",
        {"competence": "zagen", "level": 1},
        {"competence": "zagen", "framework": "ander", "words": "netjes"},
    )
    (table,) = matrix_tables(build(of_jobs([profile], MODEL, other)))
    assert table_rows(table) == [
        ["Model: Competenties"],
        ["Zagen", "1"],
        ["Ander: Competenties"],
        ["Zagen", "netjes"],
    ]


def test_the_sheet_of_excel_lies_on_its_side_and_holds_no_formula() -> None:
    hostile = framework(
        competences=[competence("een", name="=1+1"), competence("twee", name=HOSTILE)]
    )
    profiles = [
        JobProfile.model_validate(
            {
                "id": "x",
                "name": "=cmd|' /C calc'!A0",
                "language": "nl",
                "frameworks": [{"id": "model"}],
                "requirements": [
                    {"competence": one.id, "words": "+SUM(A1)"} for one in hostile.competences
                ],
            }
        )
    ]
    document = build(of_jobs(profiles, hostile))
    files = files_of(document, job_matrix.SUFFIXES)
    sheet = openpyxl.load_workbook(io.BytesIO(files[".xlsx"])).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToWidth == 1
    values = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert "=1+1" in values
    assert "f" not in values.values()


@BOTH
def test_the_matrix_says_what_its_numbers_mean(language: Language) -> None:
    whole = "\n".join(said(build(of_jobs(shipped_profiles(), language=language))))
    wanted = {
        "nl": ("1 Volgens afspraak", "gewenst", "niet gevraagd"),
        "en": ("1 As agreed", "desirable", "not asked"),
    }
    assert all(one in whole for one in wanted[language])


def test_without_profiles_there_is_no_matrix_and_a_sentence_says_so() -> None:
    with pytest.raises(RefusedError):
        build(of_jobs([], MODEL))


def test_profiles_that_ask_nothing_are_named_and_say_so() -> None:
    texts = said(build(of_jobs([job("Tuinman")], MODEL)))
    assert "Tuinman" in texts
    assert "Deze functieprofielen vragen nog geen competenties." in texts
