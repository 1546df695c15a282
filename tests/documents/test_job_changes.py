"""Was and will be: texts of both versions, what changes in words, and nothing judged."""

from typing import Any

import pytest
from made_documents import headings, lines_under, request_of, said, shipped_profile
from made_workspaces import (
    competence,
    files_of,
    framework,
    level,
    of_jobs,
    shipped_profiles,
    table_rows,
    tables,
)

from competenties.documents import document_files
from competenties.findings import RefusedError
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.blocks import Document, PageBreak

MODEL = framework(
    competences=[
        competence("Snoeien", levels=[level(1, "Knipt."), level(2, "Zaagt.", "!Hakt.")]),
        competence("Maaien", levels=[level(1, "Maait.")]),
    ]
)


def job(**data: Any) -> JobProfile:
    return request_of(data, MODEL).profile


def changes(
    after: list[JobProfile], before: list[JobProfile], *models: Framework, **more: Any
) -> Document:
    request = of_jobs(after, *(models or (MODEL,)), before=before, **more)
    return document_files()["job-changes"].build(request)


def rows(was: dict[str, Any], now: dict[str, Any]) -> list[list[str]]:
    """Return the table of one job that was changed."""
    overview, *compared = tables(changes([job(**now)], [job(**was)]))
    assert len(overview.rows) == 1
    return table_rows(compared[0]) if compared else []


def test_a_text_stands_beside_what_it_was() -> None:
    assert rows({"purpose": "Snoeit."}, {"purpose": "Snoeit en maait."}) == [
        ["Doel van de functie"],
        ["Doel van de functie", "Snoeit.", "Snoeit en maait.", "Tekst gewijzigd."],
    ]


def test_a_higher_and_a_lower_level_are_said_in_words_with_the_behaviour_of_both() -> None:
    low = {"requirements": [{"competence": "snoeien", "level": 1}]}
    high = {"requirements": [{"competence": "snoeien", "level": 2}]}
    assert rows(low, high)[1] == [
        "Snoeien",
        "Niveau 1\nKnipt.",
        "Niveau 2\nZaagt.",
        "Hoger: niveau 1 wordt niveau 2.",
    ]
    assert rows(high, low)[1][3] == "Lager: niveau 2 wordt niveau 1."


def test_a_competence_that_becomes_desirable_is_a_change() -> None:
    asked = {"competence": "snoeien", "level": 1}
    found = rows({"requirements": [asked]}, {"requirements": [asked | {"need": "desirable"}]})
    assert found[1] == [
        *("Snoeien", "Niveau 1\nKnipt.", "Niveau 1 (gewenst)\nKnipt."),
        "Gevraagd niveau gewijzigd.",
    ]


def test_points_that_come_and_go_are_marked_and_counted() -> None:
    was = {"id": "h", "name": "Heggen", "tasks": ["Snoeit.", "Ruimt op."]}
    now = {"id": "h", "name": "Hagen", "tasks": ["Ruimt op.", "Meet.", "Telt."]}
    assert rows({"result_areas": [was]}, {"result_areas": [now]})[1] == [
        "Hagen",
        "Heggen\nVervalt: Snoeit.\nRuimt op.",
        "Hagen\nRuimt op.\nNieuw: Meet.\nNieuw: Telt.",
        "Naam gewijzigd.\n2 punten erbij.\n1 punt weg.",
    ]


def test_parts_that_are_new_and_parts_that_end_are_named() -> None:
    was = {"authority": {"decides": ["Welke heg."]}}
    now = {"authority": {"submits": ["Een boom."]}}
    assert rows(was, now) == [
        ["Beslisruimte"],
        ["Legt voor", "–", "Een boom.", "Nieuw."],
        ["Beslist zelf", "Welke heg.", "–", "Vervalt."],
    ]


def test_what_stays_the_same_is_one_line() -> None:
    shared: dict[str, Any] = {"place": {"unit": "Groen"}, "conditions": {"physical": "Tilt."}}
    document = changes([job(purpose="Maait.", **shared)], [job(purpose="Snoeit.", **shared)])
    assert lines_under(document, "Tuinman")[-1] == (
        "Ongewijzigd: Functienaam en indeling, Plaats in de organisatie, "
        "Inspanning en werkomstandigheden."
    )


def test_a_job_that_did_not_change_is_one_line_in_the_overview() -> None:
    document = changes([job()], [job()])
    assert headings(document) == []
    assert [table_rows(one) for one in tables(document)] == [
        [["Tuinman, concept", "Tuinman, concept", "Ongewijzigd"]]
    ]


def asked(**data: Any) -> dict[str, Any]:
    return {"requirements": [{"competence": "snoeien", "level": 1, **data}]}


SCALE = {
    "id": "cijfers",
    "name": "Cijfers",
    "kind": "frequency",
    "question": "Hoe vaak?",
    "points": [{"value": 1, "label": "nooit"}, {"value": 2, "label": "altijd"}],
}
SCALED = framework(
    competences=[competence("Snoeien", levels=[level(1, "Knipt.")])],
    rating_scales=[SCALE, SCALE | {"id": "letters", "name": "Letters"}],
)


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        (asked(weight=1), asked(weight=3), "De weging van Snoeien is gewijzigd."),
        (asked(floor=1), asked(floor=2), "De ondergrens van Snoeien is gewijzigd."),
        (asked(), asked(floor=2), "Snoeien krijgt een ondergrens."),
        (asked(floor=2), asked(), "De ondergrens van Snoeien vervalt."),
        (
            asked() | {"rating_scale": "cijfers"},
            asked() | {"rating_scale": "letters"},
            'De scoreschaal is gewijzigd: "Cijfers" wordt "Letters".',
        ),
    ],
)
def test_another_way_of_scoring_is_a_change_even_where_the_text_stays_the_same(
    was: dict[str, Any], now: dict[str, Any], sentence: str
) -> None:
    before, after = request_of(was, SCALED), request_of(now, SCALED)
    document = changes([after.profile], [before.profile], SCALED)
    assert table_rows(tables(document)[0])[0][2] == "Score en weging"
    assert lines_under(document, "Tuinman") == [
        *("Was", f"Tuinman, concept, controlecode {before.code}"),
        *("Wordt", f"Tuinman, concept, controlecode {after.code}"),
        "De tekst is ongewijzigd.",
        *("Score en weging", sentence),
    ]


def test_another_scale_of_the_same_name_is_a_change() -> None:
    wider = SCALE | {"points": [*SCALE["points"], {"value": 3, "label": "meer"}]}
    data = SCALED.model_dump() | {"rating_scales": [wider]}
    profile = request_of(asked(), SCALED).profile
    after = Framework.model_validate(data)
    document = changes([profile], [profile], after, frameworks_before={"model": SCALED})
    assert any('De scoreschaal "Cijfers" is gewijzigd' in line for line in said(document))


def test_an_other_definition_in_the_framework_is_a_change_of_what_is_rated() -> None:
    data = [competence("Snoeien", definition=text, levels=[level(1, "Knipt.")]) for text in "ab"]
    was, now = (framework(competences=[one]) for one in data)
    profile = request_of(asked(), now).profile
    document = changes([profile], [profile], now, frameworks_before={"model": was})
    found = lines_under(document, "Tuinman")
    assert found[-1] == "De omschrijving van Snoeien in het competentiemodel is gewijzigd."


def test_names_of_levels_that_raters_choose_from_change_the_fingerprint_and_that_is_said() -> None:
    levels = [level(1, "Knipt."), level(2, name="Hoog")]
    data = {"rating_scales": [SCALE | {"kind": "level", "points": []}]}
    was = framework(competences=[competence("Snoeien", levels=levels)], **data)
    levels = [level(1, "Knipt."), level(2, name="Hoger")]
    now = framework(competences=[competence("Snoeien", levels=levels)], **data)
    profile = request_of(asked(), now).profile
    document = changes([profile], [profile], now, frameworks_before={"model": was})
    assert lines_under(document, "Tuinman")[-1].startswith("De controlecode is gewijzigd")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"id": "tuinman"}, {"id": "tuinman"}),
        ({"id": "hovenier"}, {"id": "tuinman", "replaces": "hovenier"}),
        ({"id": "hovenier", "replaced_by": "tuinman"}, {"id": "tuinman"}),
    ],
)
def test_a_job_is_known_again_by_its_id_or_by_what_it_replaces(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    document = changes([job(name="Hovenier", **after)], [job(name="Tuinman", **before)])
    assert headings(document) == ["Tuinman wordt Hovenier"]


def test_new_jobs_and_jobs_that_end_are_listed() -> None:
    after = [job(id="nieuw", name="Boswachter"), job()]
    document = changes(after, [job(), job(id="oud", name="Kweker")])
    assert table_rows(tables(document)[0]) == [
        ["–", "Boswachter, concept", "Nieuwe functie"],
        ["Tuinman, concept", "Tuinman, concept", "Ongewijzigd"],
        ["Kweker, concept", "–", "Vervalt"],
    ]
    assert headings(document) == ["Boswachter", "Kweker"]


def test_the_whole_text_of_a_new_job_is_there() -> None:
    new = job(id="nieuw", name="Boswachter", purpose="Bewaakt het bos.", **asked())
    document = changes([new, job()], [job()])
    code = request_of(new.model_dump(), MODEL).code
    assert lines_under(document, "Boswachter")[2:4] == [
        "Wordt",
        f"Boswachter, concept, controlecode {code} (nieuwe functie)",
    ]
    assert [column.title for column in tables(document)[1].columns] == ["Onderdeel", "Wordt"]
    assert table_rows(tables(document)[1])[:6] == [
        *(["Functienaam en indeling"], ["Functienaam", "Boswachter"]),
        *(["Doel van de functie"], ["Doel van de functie", "Bewaakt het bos."]),
        *(["Competenties"], ["Snoeien", "Niveau 1\nKnipt."]),
    ]


def test_the_whole_text_of_a_job_that_ends_is_there_and_where_to_object() -> None:
    grading = {"system": "HR21", "appeal": "Bij de bezwarencommissie."}
    document = changes(
        [job()], [job(), job(id="k", name="Kweker", purpose="Kweekt.", grading=grading)]
    )
    found = lines_under(document, "Kweker")
    assert found[2:4] == ["Wordt", "Vervalt"]
    assert ["Doel van de functie", "Kweekt."] in table_rows(tables(document)[1])
    assert found[-2:] == ["Bezwaar", "Bij de bezwarencommissie."]


def test_jobs_that_become_one_are_named_and_each_text_stands_beside_the_new_one() -> None:
    before = [job(purpose="Snoeit."), job(id="hovenier", name="Hovenier", purpose="Maait.")]
    document = changes([job(replaces="hovenier", purpose="Snoeit.")], before)
    assert table_rows(tables(document)[0]) == [
        [
            "Tuinman, concept\nHovenier, concept",
            "Tuinman, concept",
            "Samengevoegd uit Tuinman en Hovenier",
        ],
    ]
    assert headings(document, 2) == ["Vergeleken met Tuinman", "Vergeleken met Hovenier"]
    assert lines_under(document, "Vergeleken met Tuinman") == [
        "De tekst is gelijk aan die van deze functie."
    ]
    assert ["Doel van de functie", "Maait.", "Snoeit.", "Tekst gewijzigd."] in table_rows(
        tables(document)[1]
    )


def test_a_job_that_is_divided_is_compared_with_each() -> None:
    after = [job(id=one, name=one, replaces="tuinman") for one in ("a", "b")]
    document = changes(after, [job()])
    assert headings(document) == ["Tuinman wordt a", "Tuinman wordt b"]
    assert "Vervalt" not in said(document)


def test_one_job_beside_another_one_is_refused_with_both_ids_and_what_to_fill_in() -> None:
    with pytest.raises(RefusedError) as refused:
        changes([job()], [job(id="hovenier")])
    message = refused.value.say("nl")
    assert message.startswith('"hovenier" is geen eerdere versie van "tuinman"')
    assert 'replaces: "hovenier"' in message


def test_the_route_of_appeal_and_the_works_council_are_there_when_known() -> None:
    approval = {
        "effective_from": "2027-01-01",
        "consultation": {"body": "OR", "status": "asked", "on": "2026-11-02"},
    }
    grading = {"system": "HR21", "appeal": "Bij de bezwarencommissie."}
    document = changes([job(approval=approval, grading=grading)], [job()])
    lines = lines_under(document, "Tuinman")
    assert lines[lines.index("Ingangsdatum") + 1] == "1 januari 2027"
    assert lines[lines.index("Medezeggenschap") + 1] == "OR, instemming gevraagd, 2 november 2026"
    assert lines[-2:] == ["Bezwaar", "Bij de bezwarencommissie."]


def test_a_changed_framework_shows_what_its_text_was() -> None:
    earlier = framework(competences=[competence("Snoeien", levels=[level(1, "Hakt.")])])
    asked = job(requirements=[{"competence": "snoeien", "level": 1}])
    document = changes([asked], [asked], MODEL, frameworks_before={"model": earlier})
    assert table_rows(tables(document)[1])[1] == [
        *("Snoeien", "Niveau 1\nHakt.", "Niveau 1\nKnipt."),
        "Tekst gewijzigd.",
    ]


def test_without_anything_before_it_is_refused_with_what_to_do() -> None:
    with pytest.raises(RefusedError) as refused:
        changes([job()], [])
    assert "van vóór de wijziging" in refused.value.say("nl")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_shipped_profiles_are_compared_in_every_kind_of_file(language: Any) -> None:
    data = shipped_profile().model_dump() | {"purpose": {"nl": "Anders.", "en": "Different."}}
    after = [JobProfile.model_validate(data), *shipped_profiles()[1:]]
    request = of_jobs(after, language=language, before=shipped_profiles())
    document = document_files()["job-changes"].build(request)
    assert document.blocks[0] == PageBreak(is_landscape=True)
    files = files_of(document, document_files()["job-changes"].SUFFIXES)
    assert all(len(content) > 5_000 for content in files.values())
