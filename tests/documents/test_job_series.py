"""A series side by side: from the first step to the last, with what changes in words."""

from typing import Any

import pytest
from made_documents import headings, request_of, said
from made_workspaces import (
    HOSTILE,
    competence,
    files_of,
    framework,
    level,
    of_jobs,
    table_rows,
    tables,
)

from competenties.documents import document_files
from competenties.findings import RefusedError
from competenties.model.profile import JobProfile
from competenties.office.blocks import Document, PageBreak

MODEL = framework(
    competences=[
        competence("Snoeien", levels=[level(1, "Knipt."), level(2, "Zaagt.")]),
        competence("Maaien", type="core", levels=[level(1, "Maait.")]),
    ]
)


def job(step: int | None, name: str, **data: Any) -> JobProfile:
    said_ = {"id": name.lower(), "name": name, "series": "Tuin", "series_step": step}
    return request_of(said_ | data, MODEL).profile


def series(*profiles: JobProfile, **more: Any) -> Document:
    return document_files()["job-series"].build(of_jobs(list(profiles), MODEL, **more))


def rows(*profiles: JobProfile) -> dict[str, list[str]]:
    """Return the rows of the comparison by their subject."""
    _, compared = tables(series(*profiles))
    return {row[0]: row[1:] for row in table_rows(compared)}


def test_jobs_stand_from_the_first_step_to_the_last_and_those_without_a_step_behind() -> None:
    document = series(job(None, "Los"), job(2, "Senior"), job(1, "Junior"))
    overview, compared = tables(document)
    assert [column.title for column in compared.columns] == ["Onderwerp", "Junior", "Senior", "Los"]
    assert [row[:2] for row in table_rows(overview)] == [
        ["1", "Junior"],
        ["2", "Senior"],
        ["–", "Los"],
    ]


def test_a_level_is_said_to_be_higher_lower_new_or_the_same() -> None:
    found = rows(
        job(1, "A", requirements=[{"competence": "snoeien", "level": 1}]),
        job(2, "B", requirements=[{"competence": "snoeien", "level": 2}]),
        job(
            3,
            "C",
            requirements=[
                {"competence": "maaien", "level": 1},
                {"competence": "snoeien", "level": 1},
            ],
        ),
        job(4, "D", requirements=[{"competence": "maaien", "level": 1}]),
    )
    assert found["Snoeien"] == [
        "Niveau 1",
        "Niveau 2\nHoger dan bij A.",
        "Niveau 1\nLager dan bij B.",
        "Niet gevraagd\nWel gevraagd bij C.",
    ]
    assert found["Maaien (kern)"] == [
        "Niet gevraagd",
        "Niet gevraagd",
        "Niveau 1\nNieuw ten opzichte van B.",
        "Niveau 1\nGelijk aan C.",
    ]


def test_desirable_and_essential_are_not_the_same() -> None:
    asked = {"competence": "snoeien", "level": 1}
    found = rows(
        job(1, "A", requirements=[asked | {"need": "desirable"}]),
        job(2, "B", requirements=[asked]),
    )
    assert found["Snoeien"] == ["Niveau 1 (gewenst)", "Niveau 1\nAnders dan bij A."]


def test_a_text_that_is_the_same_is_not_said_twice() -> None:
    found = rows(
        job(1, "A", purpose="Snoeit."),
        job(2, "B", purpose="Snoeit."),
        job(3, "C", purpose="Maait."),
    )
    assert found["Doel van de functie"] == ["Snoeit.", "Gelijk aan A.", "Maait."]


def test_new_points_are_marked_and_points_that_went_are_named() -> None:
    found = rows(
        job(1, "A", authority={"decides": ["Welke heg.", "Het gereedschap."]}),
        job(2, "B", authority={"decides": ["Welke heg.", "De dag."]}),
        job(3, "C", authority={}),
    )
    assert found["Beslist zelf"] == [
        "Welke heg.\nHet gereedschap.",
        "Welke heg.\nNieuw: De dag.\nNiet meer: Het gereedschap.",
        "–",
    ]


def test_result_areas_with_the_same_id_or_name_are_one_row() -> None:
    area = {"id": "heggen", "name": "Heggen", "tasks": ["Snoeit."]}
    result = {"text": "Is recht.", "norm": "90%"}
    found = rows(
        job(1, "A", result_areas=[area]),
        job(2, "B", result_areas=[area | {"id": "h-2", "results": [result]}]),
        job(3, "C", result_areas=[area | {"name": "Hagen"}, {"id": "p", "name": "Paden"}]),
        job(4, "D"),
    )
    assert found["Heggen"] == [
        "Snoeit.",
        "Snoeit.\nNieuw: Resultaat: Is recht (norm: 90%)",
        "Snoeit.\nNiet meer: Resultaat: Is recht (norm: 90%).",
        "Hoort niet bij deze functie; wel bij C.",
    ]
    assert found["Paden"][:2] == ["Hoort niet bij deze functie."] * 2
    assert "Hagen" not in found


def test_a_subject_that_no_job_speaks_of_has_no_row() -> None:
    assert rows(job(1, "A"), job(2, "B")) == {}


def test_more_than_two_jobs_lie_on_their_side_and_more_than_four_are_divided() -> None:
    two = series(job(1, "A"), job(2, "B"))
    assert PageBreak(is_landscape=True) not in two.blocks
    five = series(*(job(n, f"F{n}", purpose=f"Doel {n}.") for n in range(1, 6)))
    assert PageBreak(is_landscape=True) in five.blocks
    _, first, second = tables(five)
    assert [len(one.columns) for one in (first, second)] == [4, 3]
    assert headings(five, 2) == ["F1, F2 en F3", "F4 en F5"]


def test_a_part_of_a_series_still_says_what_changed_since_the_step_before() -> None:
    _, _, second = tables(series(*(job(n, f"F{n}", purpose="Gelijk.") for n in range(1, 6))))
    assert table_rows(second)[0][1] == "Gelijk aan F3."


def test_every_series_of_two_or_more_has_a_chapter() -> None:
    others = [job(n, f"K{n}", series={"nl": "Kas", "en": "Glass"}) for n in (1, 2)]
    alone = job(1, "Boswachter", series="Bos")
    document = series(job(1, "A"), *others, job(2, "B"), alone)
    assert headings(document) == ["Tuin", "Kas"]
    assert "Boswachter" not in said(document)
    assert headings(series(*others, language="en")) == ["Glass"]


@pytest.mark.parametrize("profiles", [[], [job(1, "A")], [job(1, "A", series=None)] * 2])
def test_without_a_series_it_is_refused_with_what_to_do(profiles: list[JobProfile]) -> None:
    with pytest.raises(RefusedError) as refused:
        series(*profiles)
    assert refused.value.say("nl").startswith("Er is geen functiereeks om naast elkaar te zetten.")


def test_endless_words_can_be_printed_in_every_kind_of_file() -> None:
    areas = [{"id": "a", "name": HOSTILE, "tasks": [HOSTILE]}]
    jobs = [
        job(n, f"F{n}{HOSTILE}", id=f"f{n}", purpose=HOSTILE, result_areas=areas)
        for n in range(1, 6)
    ]
    files = files_of(series(*jobs), document_files()["job-series"].SUFFIXES)
    assert all(len(content) > 5_000 for content in files.values())
