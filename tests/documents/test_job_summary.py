"""What a job means for me: one page, in plain words, without a score."""

from dataclasses import replace

import pytest
from made_documents import headings, request_of, said, shipped_framework, shipped_request
from made_workspaces import HOSTILE, competence, files_of, framework, level, scale, shipped_profiles

from competenties.documents import job_summary
from competenties.documents.job_summary import advice, build
from competenties.documents.request import ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.model.profile import JobProfile
from competenties.model.text import text_in
from competenties.office.blocks import Blank, Choice, Fields, Row, Table, Ticks
from competenties.office.pages import pages

BOTH = pytest.mark.parametrize("language", LANGUAGES)
PROFILES = pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda one: one.id[:10])

HEADINGS = {
    "nl": [
        "Waar de functie voor is",
        "Wat er van u wordt gevraagd",
        "Wat collega's en klanten daarvan merken",
        "Welk gedrag daarbij past",
        "Uw volgende stap",
        "Wat onze beloften voor u betekenen",
        "Bij wie kunt u terecht?",
    ],
    "en": [
        "What the job is for",
        "What is asked of you",
        "What colleagues and customers notice",
        "Which behaviour goes with it",
        "Your next step",
        "What our promises mean for you",
        "Whom can you ask?",
    ],
}


def request_for(profile: JobProfile, language: Language) -> ProfileRequest:
    return ProfileRequest(profile, {"basis": shipped_framework()}, language)


@BOTH
@PROFILES
def test_the_page_is_one_page_with_every_part(profile: JobProfile, language: Language) -> None:
    document = build(request_for(profile, language))
    assert pages(document).count == 1
    assert advice(document) == []
    assert headings(document) == HEADINGS[language]


@BOTH
@PROFILES
def test_every_competence_stands_there_with_behaviour_of_its_own_level_only(
    profile: JobProfile, language: Language
) -> None:
    request = request_for(profile, language)
    lines = said(build(request))
    asked = {one.competence.id: one for one in request.asked}
    for one in request.asked:
        assert text_in(one.competence.name, language, "nl") in lines
        assert text_in(one.rated[0].text, language, "nl") in lines
    for each in shipped_framework().competences:
        rated = asked[each.id].rated if each.id in asked else []
        others = {text_in(one.text, language, "nl") for one in each.all_indicators()}
        others -= {text_in(one.text, language, "nl") for one in rated}
        assert not others & set(lines)


@BOTH
def test_scores_weights_floors_and_reasons_are_never_on_it(language: Language) -> None:
    requirements = [
        one.model_dump() | {"weight": 37.5, "floor": 88, "rationale": "ONDERBOUWING"}
        for one in shipped_request().profile.requirements
    ]
    document = build(shipped_request(language, requirements=requirements, notes="NIET DRUKKEN"))
    whole = "\n".join(said(document))
    for hidden in ("37,5", "37.5", "88", "ONDERBOUWING", "NIET DRUKKEN"):
        assert hidden not in whole
    cells = [
        cell for block in document.blocks if isinstance(block, Fields) for _, cell in block.rows
    ]
    cells += [
        cell
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row, Row)
        for cell in row.cells
    ]
    assert not any(isinstance(cell, Choice | Blank | Ticks) for cell in cells)


def test_the_next_step_is_the_level_above_and_none_at_the_top() -> None:
    model = framework(
        proficiency_scales=[scale(3)],
        competences=[
            competence("Zagen", levels=[level(n, f"Zaagt {n}.") for n in (1, 3)]),
            competence("Meten", levels=[level(n, f"Meet {n}.", owner="m") for n in (1, 2)]),
        ],
    )
    request = request_of(
        {
            "requirements": [
                {"competence": "zagen", "level": 1},
                {"competence": "meten", "level": 2},
            ],
            "career": [{"kind": "after", "name": "Boswachter"}, {"kind": "before", "name": "Hulp"}],
        },
        model,
    )
    texts = said(build(request))
    assert texts[texts.index("Groeien in deze functie, bijvoorbeeld") + 1] == (
        "Zagen: Niveau 3 – Trede C"
    )
    assert texts[texts.index("Een andere functie, bijvoorbeeld") + 1] == "Boswachter"
    assert "Hulp" not in "\n".join(texts)


def test_only_promises_of_the_competences_of_the_job_are_told() -> None:
    promises = [
        {
            "id": "a",
            "text": "Recht hout.",
            "competences": ["zagen"],
            "checks": {"employee": "Haaks?"},
        },
        {"id": "b", "text": "Iets anders.", "competences": ["meten"]},
    ]
    model = framework(competences=[competence("Zagen"), competence("Meten")], promises=promises)
    request = request_of({"requirements": [{"competence": "zagen", "words": "netjes"}]}, model)
    texts = said(build(request))
    assert "Recht hout. Dit gaat u zelf na: Haaks?" in texts
    assert "Iets anders." not in "\n".join(texts)
    assert "netjes" in texts


def test_a_job_that_asks_much_shows_less_behaviour_before_it_takes_a_second_page() -> None:
    competences = [
        competence(
            f"Zagen {n}", levels=[level(1, *(f"Doet {n}, {m}." for m in range(9)), owner=f"c{n}")]
        )
        for n in range(12)
    ]
    model = framework(competences=competences)
    requirements = [{"competence": one["id"], "level": 1} for one in competences]
    document = build(request_of({"requirements": requirements}, model))
    assert pages(document).count == 1
    texts = said(document)
    assert all(f"Doet {n}, 0." in texts for n in range(12))
    assert "Hier staat een deel. Alle gedragsindicatoren staan in het functieprofiel." in texts


def test_what_cannot_fit_on_a_page_is_said() -> None:
    document = build(request_of({"purpose": "Een heel lang doel. " * 400}))
    assert [one.say("nl")[:25] for one in advice(document)] == ["Dit past niet op één blad"]


@BOTH
def test_an_empty_profile_still_says_whom_to_ask(language: Language) -> None:
    document = build(request_of({}, language=language))
    assert headings(document) == [HEADINGS[language][4], HEADINGS[language][6]]
    assert any(one in said(document) for one in ("uw leidinggevende", "your manager"))


@BOTH
def test_hostile_text_becomes_files_and_errors_are_marked(language: Language) -> None:
    request = replace(
        request_of({"name": HOSTILE, "purpose": HOSTILE, "owner": HOSTILE}, language=language),
        errors=1,
    )
    document = build(request)
    assert document.footer.startswith(("CONCEPT", "DRAFT"))
    assert all(files_of(document, job_summary.SUFFIXES).values())
