"""The job profile: what is left out, what stays, and how its parts look."""

from typing import Any

import pytest
from made_documents import (
    headings,
    job_profile,
    lines_under,
    request_of,
    said,
    shipped_request,
    word_file,
    word_texts,
)

from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.settings import Settings
from competenties.office.blocks import Bullets, Fields, Group, Paragraph, Row, Stack, Table

EMPTY = Framework(id="leeg", name="Leeg", language="nl")


def only_table(profile: dict[str, Any]) -> Table:
    document = job_profile(request_of(profile))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def titles(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_a_profile_with_nothing_filled_in_says_what_is_missing() -> None:
    document = job_profile(request_of({}))
    assert document.title == "Functieprofiel Tuinman"
    assert headings(document) == ["Inspanning en werkomstandigheden", "Vaststelling"]
    assert said(document)[-4:] == [
        "Inspanning en werkomstandigheden",
        "Nog niet ingevuld.",
        "Vaststelling",
        "Nog niet ingevuld.",
    ]
    assert "Nog niet ingevuld." in word_texts(word_file(request_of({})))


@pytest.mark.parametrize("block", ["place", "context", "chain", "authority", "approval"])
def test_a_block_that_says_nothing_has_no_empty_heading(block: str) -> None:
    empty, without = job_profile(request_of({block: {}})), job_profile(request_of({}))
    assert empty.blocks == without.blocks
    assert all(part.rows for part in empty.blocks if isinstance(part, Fields))


def test_a_link_or_a_step_without_a_name_is_left_out() -> None:
    document = job_profile(
        request_of(
            {
                "chain": {"receives_from": [{}], "delivers_to": [{"name": "Buren"}, {}]},
                "career": [{"kind": "after"}, {"kind": "before", "name": "Leerling"}],
            }
        )
    )
    assert lines_under(document, "Plaats in de keten") == ["Levert aan", "Buren"]
    assert lines_under(document, "Loopbaan") == ["Komt vaak uit", "Leerling"]


@pytest.mark.parametrize(
    ("conditions", "shown"),
    [
        ({"nothing_particular": True}, ["Geen bijzonderheden."]),
        ({"physical": "Tilt."}, ["Lichamelijk", "Tilt."]),
        ({}, ["Nog niet ingevuld."]),
    ],
)
def test_working_conditions_always_say_something(
    conditions: dict[str, Any], shown: list[str]
) -> None:
    document = job_profile(request_of({"conditions": conditions}))
    assert lines_under(document, "Inspanning en werkomstandigheden") == shown


@pytest.mark.parametrize(
    ("kind", "nl", "en"),
    [
        ("job-profile", "Functieprofiel", "Job profile"),
        ("job-description", "Functiebeschrijving", "Job description"),
        ("role-profile", "Rolprofiel", "Role profile"),
    ],
)
def test_the_title_says_which_kind_of_profile_it_is(kind: str, nl: str, en: str) -> None:
    assert job_profile(request_of({"kind": kind})).title == f"{nl} Tuinman"
    assert job_profile(request_of({"kind": kind}, language="en")).title == f"{en} Tuinman"


def test_result_areas_with_an_explanation_get_the_width_of_the_page() -> None:
    table = only_table(
        {
            "result_areas": [
                {
                    "id": "heggen",
                    "name": "Heggen",
                    "code": "2.1",
                    "description": "Alle heggen van de wijk.",
                    "tasks": ["Snoeit."],
                    "results": [{"text": "Is gesnoeid.", "measure": "Meters", "norm": "90%"}],
                },
                {"id": "paden", "name": "Paden"},
            ]
        }
    )
    assert titles(table) == ["Taken", "Resultaat"]
    result = Paragraph("Is gesnoeid."), Paragraph("Meting: Meters; norm: 90%", "note")
    assert table.rows == (
        Group("2.1 Heggen", "Alle heggen van de wijk."),
        Row((Stack((Bullets(("Snoeit.",)),)), Stack(result))),
        Group("Paden", ""),
    )


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        ({"measure": "Meters"}, "Meting: Meters"),
        ({"norm": "90%"}, "Norm: 90%"),
        ({"measure": "Meters", "norm": "90%"}, "Meting: Meters; norm: 90%"),
    ],
)
def test_how_a_result_is_measured_stands_under_it_in_small_print(
    result: dict[str, Any], shown: str
) -> None:
    area = {"id": "h", "name": "H", "results": [{"text": "Af.", **result}]}
    (row,) = only_table({"result_areas": [area]}).rows
    assert isinstance(row, Row)
    assert row.cells[1] == Stack((Paragraph("Af."), Paragraph(shown, "note")))


def test_several_results_are_a_list() -> None:
    area = {"id": "h", "name": "H", "results": [{"text": "Af.", "norm": "90%"}, {"text": "Op."}]}
    (row,) = only_table({"result_areas": [area]}).rows
    assert isinstance(row, Row)
    norm = Paragraph("Norm: 90%", "note")
    assert row.cells[1] == Stack((Bullets(("Af.",)), norm, Bullets(("Op.",))))


def test_result_areas_without_an_explanation_are_one_row_each() -> None:
    areas = [{"id": "heggen", "name": "Heggen", "tasks": ["Snoeit.", "Ruimt op."]}]
    table = only_table({"result_areas": areas})
    assert titles(table) == ["Resultaatgebied met taken"]
    tasks = Stack((Paragraph("Heggen", "level"), Bullets(("Snoeit.", "Ruimt op."))))
    assert table.rows == (Row((tasks,)),)


def test_criteria_that_describe_what_is_not_wanted_stay_off_the_paper() -> None:
    criteria = [
        {"id": "a", "text": "Heg is recht."},
        {"id": "b", "text": "Heg is scheef.", "polarity": "contra"},
    ]
    table = only_table({"result_areas": [{"id": "h", "name": "H", "criteria": criteria}]})
    name = Stack((Paragraph("H", "level"),))
    assert table.rows == (Row((name, Stack((Paragraph("Heg is recht."),)))),)


def test_columns_that_are_empty_in_every_row_are_left_out() -> None:
    assert titles(only_table({"contacts": [{"who": "Buren"}]})) == ["Met wie"]
    contacts = [{"who": "Buren"}, {"who": "Gemeente", "frequency": "wekelijks"}]
    assert titles(only_table({"contacts": contacts})) == ["Met wie", "Hoe vaak"]


@pytest.mark.parametrize(
    ("qualification", "shown"),
    [
        (
            {"kind": "education", "text": "Mbo 3"},
            "Opleiding: Mbo 3, of aantoonbaar gelijkwaardig",
        ),
        ({"kind": "education", "text": "Mbo 3", "equivalent": False}, "Opleiding: Mbo 3"),
        (
            {"kind": "certificate", "text": "VOG", "legal": True},
            "Certificaat: VOG (wettelijke eis)",
        ),
        (
            {"kind": "language", "text": "Nederlands", "language_level": "B1"},
            "Taal: Nederlands, B1",
        ),
    ],
)
def test_a_job_requirement_says_whether_something_equal_will_do(
    qualification: dict[str, Any], shown: str
) -> None:
    document = job_profile(request_of({"qualifications": [qualification]}))
    assert lines_under(document, "Functie-eisen") == ["Vereist", shown]


def test_what_is_essential_comes_before_what_is_desirable() -> None:
    qualifications = [
        {"kind": "knowledge", "text": "Bomen", "need": "desirable"},
        {"kind": "knowledge", "text": "Heggen"},
    ]
    document = job_profile(request_of({"qualifications": qualifications}))
    assert lines_under(document, "Functie-eisen") == [
        *("Vereist", "Kennis: Heggen"),
        *("Gewenst", "Kennis: Bomen"),
    ]


def test_the_chain_is_three_lines_of_text() -> None:
    links = [{"name": "Kweker", "what": "planten"}, {"what": "een plan"}, {"name": "Buren"}]
    chain = {"receives_from": links, "delivers_to": links[:1], "effect": "Het is er groen."}
    document = job_profile(request_of({"chain": chain}))
    assert lines_under(document, "Plaats in de keten") == [
        *("Ontvangt van", "Kweker (planten); een plan; Buren"),
        *("Levert aan", "Kweker (planten)"),
        *("De eindklant merkt daarvan", "Het is er groen."),
    ]


def test_points_become_running_text_with_an_end_to_each() -> None:
    authority = {"decides": ["Welke heg eerst.", "het gereedschap", "de rest"]}
    document = job_profile(request_of({"authority": authority}))
    assert lines_under(document, "Beslisruimte") == [
        "Beslist zelf",
        "Welke heg eerst. het gereedschap; de rest",
    ]


def test_grading_says_that_it_stands_apart_from_the_competences() -> None:
    document = job_profile(request_of({"grading": {"system": "HR21", "on": "2026-11-02"}}))
    assert lines_under(document, "Waardering") == [
        "Systeem",
        "HR21",
        "Status",
        "indicatief, 2 november 2026",
        "De waardering staat los van de competenties.",
    ]


def test_the_works_council_and_the_signatures_stand_at_the_end() -> None:
    lines = lines_under(job_profile(shipped_request("en")), "Approval")
    assert lines[lines.index("Consultation") + 1] == "OR, consent asked, 2 November 2026"
    assert lines[-9:] == [
        *("Team leader customer contact", "written", ""),
        *("HR adviser", "seen", ""),
        *("Head of Public Services", "agreed", ""),
    ]


def test_markdown_becomes_paragraphs_and_lists_without_its_marks() -> None:
    text = "# Kop\n\nEerste **alinea**\nloopt door.\n\n- een\n  vervolgt\n- *twee*\n1. drie"
    document = job_profile(request_of({"description": text}))
    assert lines_under(document, "Omschrijving") == [
        "Kop",
        "Eerste alinea loopt door.",
        "een vervolgt",
        "twee",
        "drie",
    ]


def test_a_text_that_lacks_a_language_falls_back_and_leaves_no_hole() -> None:
    profile = {
        "language": "nl",
        "name": {"nl": "Tuinman", "en": "Gardener"},
        "purpose": {"nl": "Houdt de tuin in orde."},
        "place": {"unit": {"de": "Garten"}, "location": "Wijk Noord"},
    }
    document = job_profile(request_of(profile, language="en"))
    assert document.title == "Job profile Gardener"
    assert lines_under(document, "Purpose of the job") == ["Houdt de tuin in orde."]
    assert lines_under(document, "Place in the organisation") == [
        "Unit",
        "Garten",
        "Location",
        "Wijk Noord",
    ]


def test_a_document_can_be_made_in_a_language_that_the_profile_does_not_have() -> None:
    profile = {"language": "de", "name": "Gärtner", "purpose": "Pflegt den Garten."}
    purpose: dict[Language, str] = {"nl": "Doel van de functie", "en": "Purpose of the job"}
    for language, heading in purpose.items():
        document = job_profile(request_of(profile, language=language))
        assert lines_under(document, heading) == ["Pflegt den Garten."]
        assert "Gärtner" in document.footer


def test_the_organisation_comes_from_the_settings() -> None:
    request = request_of({}, EMPTY, settings=Settings(organisation="Groen B.V."))
    document = job_profile(request)
    assert document.organisation == "Groen B.V."
    assert "Groen B.V." in said(document)
    assert "Organisatie" not in said(job_profile(request_of({})))


@pytest.mark.parametrize(
    ("version", "status", "shown"),
    [
        ("1.0", "published", "versie 1.0 (vastgesteld)"),
        (None, "draft", "concept"),
        ("2", "retired", "versie 2 (vervallen)"),
    ],
)
def test_the_head_and_the_footer_say_version_and_status(
    version: str | None, status: str, shown: str
) -> None:
    document = job_profile(request_of({"version": version, "status": status}))
    assert shown.removeprefix("versie ") in said(document)
    assert f"Functieprofiel Tuinman · {shown} · controlecode" in document.footer
