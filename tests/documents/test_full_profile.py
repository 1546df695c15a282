"""The full job profile: drawings, every competence worked out, and appendices behind it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_documents import headings, job_profile, lines_under, request_of, said, shipped_request
from made_workspaces import competence, framework, level, scale, table_rows

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.text import text_in
from competenties.office.blocks import Document, Picture, Table
from competenties.office.render import render

BOTH = pytest.mark.parametrize("language", LANGUAGES)
LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 4


def full(request: ProfileRequest) -> Document:
    return job_profile(replace(request, size="full"))


def drawings(document: Document) -> list[str]:
    return [block.about for block in document.blocks if isinstance(block, Picture)]


def table_under(document: Document, title: str) -> list[list[str]]:
    texts = [getattr(block, "text", "") for block in document.blocks]
    after = document.blocks[texts.index(title) :]
    return table_rows(next(block for block in after if isinstance(block, Table)))


def asking(model: Framework, *levels: int | None) -> ProfileRequest:
    asked = zip(model.competences, levels, strict=True)
    requirements = [{"competence": one.id, "level": number} for one, number in asked]
    return request_of({"requirements": requirements}, model)


def snoeien(*, cumulative: bool | None = None, count: int = 4) -> Framework:
    levels = [level(n, f"Snoeit {n}.", f"!Hakt {n}.") for n in range(1, count + 1)]
    scales = [scale(count) | {"cumulative": cumulative}]
    return framework(competences=[competence("Snoeien", levels=levels)], proficiency_scales=scales)


@BOTH
def test_the_full_version_says_everything_that_the_two_pages_say(language: Language) -> None:
    request = shipped_request(language)
    short, long = said(job_profile(request)), said(full(request))
    headers = {"Competentie", "Gevraagd niveau", "Competence", "Requested level"}
    assert [one for one in short if one not in long and one not in headers] == []
    assert len(long) > 2 * len(short)


@BOTH
def test_contra_indicators_are_not_in_the_full_version_either(language: Language) -> None:
    request = shipped_request(language)
    contras = [
        text_in(one.text, language, "nl")
        for asked in request.asked
        for one in asked.competence.all_indicators()
        if one.is_contra
    ]
    assert len(contras) > 20
    whole = "\n".join(said(full(request)))
    assert [text for text in contras if text in whole] == []


@BOTH
def test_every_indicator_of_a_requested_competence_is_in_the_appendix(language: Language) -> None:
    request = shipped_request(language)
    document = full(request)
    behind = document.blocks[[type(one).__name__ for one in document.blocks].index("PageBreak") :]
    whole = "\n".join(said(replace(document, blocks=behind)))
    wanted = [
        text_in(one.text, language, "nl")
        for asked in request.asked
        for level_ in asked.competence.levels
        for one in level_.indicators
        if not one.is_contra
    ]
    assert len(wanted) > 60
    assert [text for text in wanted if text not in whole] == []


def test_the_chain_and_the_place_are_drawn_and_said_in_words() -> None:
    place, chain = drawings(full(shipped_request("nl")))
    assert place == (
        "Tekening van de plaats in de organisatie, van boven naar beneden. Rapporteert aan: "
        "Teamleider klantcontact. Deze functie: Medewerker klantcontact."
    )
    assert chain.startswith(
        "Tekening van de keten, van links naar rechts. Ontvangt van: Inwoners en ondernemers: "
        "Vragen, meldingen en klachten; Vakafdelingen:"
    )
    assert " Deze functie: Medewerker klantcontact. Levert aan: " in chain
    assert chain.endswith("binnen twee werkdagen het antwoord of de datum waarop het komt.")
    assert drawings(job_profile(shipped_request("nl"))) == []


@pytest.mark.parametrize(
    ("profile", "count"),
    [
        ({}, 0),
        ({"place": {"unit": "Groen"}, "chain": {}}, 0),
        ({"place": {"leads": "Nee."}}, 0),
        ({"place": {"leads": "Vier hoveniers"}}, 1),
        ({"chain": {"receives_from": [{}], "delivers_to": [{"name": "Buren"}]}}, 1),
        ({"chain": {"end_customer": "Bewoners"}}, 1),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_draw(
    profile: dict[str, Any], count: int
) -> None:
    assert len(drawings(full(request_of(profile)))) == count


def test_the_next_level_is_there_to_grow_towards() -> None:
    rows = table_under(full(asking(snoeien(), 2)), "Snoeien")
    assert rows == [
        ["Niveau 2 – Trede B\ngevraagd", "Snoeit 2."],
        ["Niveau 3 – Trede C\nom naartoe te groeien; niet gevraagd", "Snoeit 3."],
    ]


def test_where_levels_pile_up_the_one_below_is_part_of_it() -> None:
    rows = table_under(full(asking(snoeien(cumulative=True), 4)), "Snoeien")
    assert rows == [
        ["Niveau 3 – Trede C\nhoort erbij: niveaus stapelen", "Snoeit 3."],
        ["Niveau 4 – Trede D\ngevraagd", "Snoeit 4."],
    ]


def test_the_overview_has_cluster_level_and_whether_it_is_essential() -> None:
    model = framework(
        clusters=[{"id": "buiten", "name": "Buiten"}],
        competences=[competence("Snoeien", cluster="buiten", type="core"), competence("Maaien")],
    )
    requirements = [
        {"competence": "snoeien", "level": 2},
        {"competence": "maaien", "words": "Ongeveer recht", "need": "desirable"},
    ]
    document = full(request_of({"requirements": requirements}, model))
    assert table_under(document, "Competenties") == [
        ["Snoeien (kern)", "Buiten", "Niveau 2", "vereist"],
        ["Maaien", "", "Ongeveer recht", "gewenst"],
    ]


def test_only_terms_that_are_used_are_explained() -> None:
    glossary = [
        {"term": "heg", "definition": "Een rij struiken."},
        {"term": "snoeiplan", "definition": "Wat wanneer wordt gesnoeid."},
        {"term": "heg en steg", "definition": "Overal."},
    ]
    data = {"competences": [competence("Snoeien", levels=[level(1, "Knipt heggen.")])]}
    heggen = asking(framework(glossary=glossary, **data), 1)
    assert "Bijlage: begrippen" not in headings(full(heggen))
    used = replace(
        heggen, profile=heggen.profile.model_copy(update={"purpose": "De Heg is recht."})
    )
    assert table_under(full(used), "Bijlage: begrippen") == [["heg", "Een rij struiken."]]


def test_the_scale_of_the_levels_is_explained_where_it_says_something() -> None:
    request = asking(snoeien(), 2)
    assert "Bijlage: de niveau-indeling" not in headings(full(request))
    rows = table_under(full(shipped_request("nl")), "Bijlage: de niveau-indeling")
    assert len(rows) == 5
    assert rows[0][0] == "Niveau 1 – Volgens afspraak"


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".txt"])
@pytest.mark.parametrize("number", [1, 8])
def test_forty_competences_of_eight_levels_and_endless_words_can_be_written(
    suffix: str, number: int
) -> None:
    levels = [level(n, f"Snoeit {LONG_WORD}.") for n in range(1, 9)]
    many = [competence(f"Snoeien {n}", definition=LONG_WORD, levels=levels) for n in range(40)]
    model = framework(competences=many, proficiency_scales=[scale(8)])
    request = asking(model, *[number] * 40)
    document = full(request)
    assert len([one for one in headings(document, 2) if one.startswith("Snoeien")]) == 80
    assert len(render(document, Path(f"x{suffix}"))) > 10_000


def test_a_profile_with_nothing_but_a_name_has_no_appendix() -> None:
    assert full(request_of({})).blocks == job_profile(request_of({})).blocks


def test_the_full_version_gets_no_advice_about_its_length() -> None:
    advice = document_files()["job-profile"].advice
    assert advice(full(shipped_request("nl"))) == []
    assert advice(job_profile(shipped_request("nl"))) != []


def test_what_the_publication_says_fills_in_what_the_approval_does_not() -> None:
    publication = {
        "decided_by": "Directie",
        "decided_on": "2026-11-02",
        "valid_from": "2027-01-01",
        "consultation": {"body": "OR", "status": "given", "on": "2026-10-01"},
    }
    document = job_profile(
        request_of({"publication": publication, "approval": {"decided_by": "Bestuur"}})
    )
    assert lines_under(document, "Vaststelling") == [
        *("Besluit van", "Bestuur"),
        *("Datum van het besluit", "2 november 2026"),
        *("Ingangsdatum", "1 januari 2027"),
        *("Medezeggenschap", "OR, instemming verleend, 1 oktober 2026"),
    ]
    assert said(document)[:4] == [
        "Versie en status",
        "concept",
        "Vastgesteld op",
        "2 november 2026",
    ]


def test_a_contact_says_whether_it_is_inside_or_outside() -> None:
    contacts = [{"who": "Buren", "audience": "external"}, {"who": "Collega's"}]
    assert lines_under(job_profile(request_of({"contacts": contacts})), "Contacten") == [
        *("Met wie", "Buren (extern)", "Collega's"),
    ]
