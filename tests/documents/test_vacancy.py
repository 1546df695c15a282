"""The vacancy text: what an applicant may know, and nothing that the organisation keeps."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_documents import headings, lines_under, request_of, said, shipped_profile, shipped_request
from made_workspaces import competence, framework, level

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.model.settings import Settings
from competenties.model.text import text_in
from competenties.office.blocks import Blank, Document, Fields
from competenties.office.render import render

BOTH = pytest.mark.parametrize("language", LANGUAGES)
FILLED_IN = ["Wat wij bieden", "Solliciteren"]


def vacancy(request: ProfileRequest) -> Document:
    return document_files()["vacancy"].build(request)


def blanks(document: Document) -> dict[str, Blank]:
    rows = [row for one in document.blocks if isinstance(one, Fields) for row in one.rows]
    return {label: value for label, value in rows if isinstance(value, Blank)}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Tuinman", "Tuinman (m/v/x)"),
        ("Tuinman (m/v)", "Tuinman (m/v/x)"),
        ("Tuinman m/v/x", "Tuinman (m/v/x)"),
        ("Tuinman (M / V / X)", "Tuinman (m/v/x)"),
        ("Tuinman (v/m/d) noord", "Tuinman noord (m/v/x)"),
        ("Adviseur SZW/HR", "Adviseur SZW/HR (m/v/x)"),
        ("Medewerker (wijk)", "Medewerker (wijk) (m/v/x)"),
    ],
)
def test_the_title_is_neutral_and_says_so_once(name: str, title: str) -> None:
    assert vacancy(request_of({"name": name})).title == title
    english = vacancy(request_of({"name": name}, language="en")).title
    assert english == title.replace("(m/v/x)", "(m/f/x)")


@BOTH
def test_an_applicant_reads_tasks_results_requirements_and_behaviour(language: Language) -> None:
    profile = shipped_profile()
    whole = said(vacancy(shipped_request(language)))
    texts = [task for area in profile.result_areas for task in area.tasks]
    texts += [result.text for area in profile.result_areas for result in area.results]
    assert profile.context
    texts += [one for one in (profile.purpose, profile.context.energy) if one]
    shown = [text_in(one, language, "nl") for one in texts]
    shown += [
        text_in(one.text, language, "nl")
        for asked in shipped_request(language).asked
        for one in asked.rated
    ]
    assert len(shown) > 30
    assert [one for one in shown if one not in whole] == []


@BOTH
def test_numbers_of_levels_weights_and_floors_stay_inside(language: Language) -> None:
    requirements = [
        one.model_dump() | {"weight": 37.5, "floor": 88, "rationale": "ONDERBOUWING"}
        for one in shipped_profile().requirements
    ]
    request = shipped_request(language, requirements=requirements)
    document = vacancy(request)
    texts = ["\n".join(said(document)), document.linked_data["description"]]
    levels = [text_in(level.name, language, "nl") for one in request.asked for level in one.levels]
    for text in texts:
        for hidden in ("37,5", "37.5", "88", "ONDERBOUWING", "Niveau 3", "Level 3", *levels):
            assert hidden not in text


def test_salary_and_contact_are_places_to_fill_in() -> None:
    document = vacancy(shipped_request("nl"))
    places = blanks(document)
    assert places["Salaris"].text == (
        "[vul in: van € … tot € … bruto per maand bij een volledige werkweek]"
    )
    assert list(places) == [
        *("Salaris", "Uren per week", "Contract", "Cao en andere voorwaarden"),
        *("Reageren tot en met", "Zo solliciteert u", "Zo verloopt de selectie"),
        *("Vragen over de functie", "Geplaatst op"),
    ]
    assert "Schaal 7 (voorbeeld) (indicatief)" in lines_under(document, "Wat wij bieden")
    assert "2023/970" in document.notice
    (advice,) = document_files()["vacancy"].advice(document)
    assert advice.say("nl") == document.notice


def test_a_profile_with_nothing_but_a_name_has_only_places_to_fill_in() -> None:
    document = vacancy(request_of({}))
    assert headings(document) == FILLED_IN
    assert "Schaal" not in said(document)


@pytest.mark.parametrize("block", ["place", "context", "conditions"])
def test_a_block_that_says_nothing_has_no_heading(block: str) -> None:
    assert headings(vacancy(request_of({block: {}}))) == FILLED_IN


def test_a_competence_without_behaviour_leaves_no_heading_behind() -> None:
    model = framework(
        competences=[
            competence("Snoeien", levels=[level(1, "Snoeit.", "!Hakt.")]),
            competence("Maaien"),
        ]
    )
    requirements = [
        {"competence": "snoeien", "level": 1, "need": "desirable"},
        {"competence": "maaien"},
    ]
    document = vacancy(request_of({"requirements": requirements}, model))
    assert headings(document, 2) == ["Snoeien (gewenst)"]
    assert lines_under(document, "Snoeien (gewenst)") == ["Snoeit."]


@BOTH
def test_search_engines_read_a_job_posting_with_defined_terms(language: Language) -> None:
    request = shipped_request(language)
    data: Any = vacancy(request).linked_data
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "JobPosting"
    assert data["title"] == vacancy(request).title
    assert data["datePosted"] == ""
    assert {"responsibilities", "qualifications", "description", "jobLocation"} <= set(data)
    assert not {"employmentType", "baseSalary", "hiringOrganization", "validThrough"} & set(data)
    names = [term["name"] for term in data["skills"]]
    assert sorted(names) == sorted(
        text_in(one.competence.name, language, "nl") for one in request.asked
    )
    assert {term["@type"] for term in data["skills"]} == {"DefinedTerm"}
    assert all(term["inDefinedTermSet"]["name"] for term in data["skills"])


def test_what_the_profile_does_not_know_is_not_in_the_data() -> None:
    data = vacancy(request_of({}, settings=Settings(organisation="Groen B.V."))).linked_data
    assert data == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Tuinman (m/v/x)",
        "datePosted": "",
        "hiringOrganization": {"@type": "Organization", "name": "Groen B.V."},
    }


@BOTH
def test_the_plain_text_has_every_line_of_the_vacancy(language: Language) -> None:
    document = vacancy(shipped_request(language))
    text = render(document, Path("x.txt")).decode()
    lines = [line for line in said(document) if line and line not in str(blanks(document))]
    assert len(lines) > 60
    assert [line for line in lines if line not in text] == []


def test_a_competence_without_behaviour_says_what_is_asked_in_words_or_what_it_is() -> None:
    model = framework(
        competences=[competence("Snoeien", definition="Knipt planten."), competence("Maaien")]
    )
    requirements = [
        {"competence": "snoeien"},
        {"competence": "maaien", "words": "Kan een zitmaaier rijden."},
    ]
    document = vacancy(request_of({"requirements": requirements}, model))
    assert lines_under(document, "Snoeien") == ["Knipt planten."]
    assert lines_under(document, "Maaien") == ["Kan een zitmaaier rijden."]


@pytest.mark.parametrize(
    ("suffix", "is_there"), [(".docx", True), (".html", False), (".txt", False)]
)
def test_what_is_for_ourselves_is_not_in_a_file_that_is_pasted(
    suffix: str,
    is_there: bool,  # noqa: FBT001
) -> None:
    document = vacancy(replace(shipped_request("nl"), suffix=suffix))
    assert bool(document.notice) is is_there
    if suffix != ".docx":
        page = render(document, Path(f"x{suffix}")).decode()
        assert "2023/970" not in page
        assert "[vul in: van € … tot € …" in page


def test_sentences_without_a_subject_stand_under_headings_that_address_nobody() -> None:
    found = headings(vacancy(shipped_request("nl")))
    for title in ("De werkzaamheden", "De resultaten", "Het gedrag dat daarbij past"):
        assert title in found
