"""What is exported to Canvas comes back by an import, and the report names exactly what does not."""

import csv
import io
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_frameworks import frameworks, lost_places, missing_cells, not_back, shown_losses

import strategies
from competenties.formats import canvas
from competenties.formats.applying import apply
from competenties.formats.canvas_problems import problems
from competenties.formats.source import Content, ExportChoices, Source
from competenties.model.framework import Framework

TRIES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
CHOICES = st.sampled_from([ExportChoices(levels="anchors"), ExportChoices(levels="branch")])


def rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode(), newline="")))


def framework(**fields: object) -> Framework:
    return Framework.model_validate(
        {"id": "model", "name": "Model", "language": "nl", "competences": [], **fields}
    )


@TRIES
@given(frameworks(), CHOICES)
def test_the_report_names_exactly_what_does_not_come_back(
    made: Framework, choices: ExportChoices
) -> None:
    lost, export = not_back(canvas, made, choices)
    assert lost_places(export) == lost
    assert problems(rows(export.files[""])) == []


@settings(TRIES, max_examples=12)
@given(strategies.frameworks(), CHOICES)
def test_any_framework_that_is_valid_becomes_a_file_that_canvas_takes(
    made: Framework, choices: ExportChoices
) -> None:
    lost, export = not_back(canvas, made, choices)
    assert lost_places(export) == lost
    assert problems(rows(export.files[""])) == []


@TRIES
@given(frameworks(), CHOICES)
def test_no_cell_of_an_export_goes_missing_in_the_import(
    made: Framework, choices: ExportChoices
) -> None:
    raw = canvas.write(Content(made), ".csv", choices).files[""]
    assert missing_cells(canvas.plan(Source("x.csv", raw)), raw) == set()


WHOLE = {
    "description": "Waar het voor is.\n\n- een\n- twee",
    "version": "2.0",
    "status": "published",
    "owner": "HR",
    "valid_from": "2026-01-01",
    "licence": "CC BY 4.0",
    "proficiency_scales": [
        {
            "id": "vijf",
            "name": "Drie, of meer",
            "levels": [
                {"number": 1, "name": "Basis, met hulp", "description": "Volgt."},
                {"number": 3, "name": "Gevorderd"},
                {"number": 5, "name": "-expert"},
            ],
        },
        {"id": "ander", "name": "Ander", "levels": [{"number": 1, "name": "Nee"}]},
    ],
    "clusters": [
        {"id": "mens", "name": "Mens", "description": "Over mensen."},
        {"id": "samen", "name": "Samen", "parent": "mens"},
        {"id": "samen-diep", "name": "Samen diep", "parent": "samen"},
    ],
    "competences": [
        {
            "id": "samenwerken",
            "name": "Samenwerken " * 20 + "!",
            "definition": "Werkt samen:\n- hier\n- daar\n\nEn **nu**.",
            "cluster": "samen-diep",
            "minimum_level": {"level": 3, "reason": "De sector vraagt het.", "asked_by": "sector"},
            "levels": [
                {
                    "level": 1,
                    "name": "Doet mee",
                    "text": "Op verzoek.",
                    "indicators": [
                        {
                            "id": "samenwerken-aaaaaa",
                            "text": "=Deelt <alles> in C:\\ " + "met het team " * 12 + ".",
                            "measure": "Tellen.",
                            "examples": ["Een", "Twee"],
                        }
                    ],
                },
                {"level": 5, "indicators": [{"id": "samenwerken-bbbbbb", "text": "Leidt."}]},
            ],
            "indicators": [{"id": "samenwerken-cccccc", "text": "Zonder niveau."}],
            "identifiers": [{"scheme": "canvas", "id": "SAMENWERKEN"}],
        },
        {"id": "luisteren", "name": "Luisteren", "scale": "ander"},
    ],
}


def test_what_canvas_has_room_for_is_not_lost() -> None:
    lost, export = not_back(canvas, framework(**WHOLE), ExportChoices(levels="branch"))
    assert lost == set()
    assert list(export.losses) == shown_losses(export)
    assert {one.item: one.kind for one in export.losses} == {
        "vijf": "changed",
        "samenwerken-aaaaaa": "changed",
    }


def test_two_titles_that_are_cut_to_the_same_can_be_told_apart_and_come_back() -> None:
    names = ["Samenwerken " * 30 + end for end in ("nu", "straks")]
    competences = [{"id": f"c-{n}", "name": name} for n, name in enumerate(names)]
    lost, export = not_back(canvas, framework(competences=competences), ExportChoices())
    first, second = [row[2] for row in rows(export.files[""])[2:4]]
    assert first.endswith("…")
    assert second.endswith("… (2)")
    assert max(len(first), len(second)) <= 255
    assert lost == set()
    assert [(one.item, one.kind) for one in export.losses] == [
        ("c-0", "shortened"),
        ("c-1", "shortened"),
    ]


def test_behaviour_in_a_description_comes_back_as_behaviour() -> None:
    _, export = not_back(canvas, framework(**WHOLE), ExportChoices(levels="anchors"))
    told = {one.kind for one in export.losses if one.place[-2] == "text"}
    assert told == {"elsewhere"}
    back = apply(canvas.plan(Source("x.csv", export.files[""]))).framework
    assert back is not None
    texts = [one.text for one in back.competences[0].all_indicators()]
    assert texts[1:] == ["Leidt.", "Zonder niveau."]


def test_behaviour_that_does_not_fit_is_no_row_but_stands_in_the_description() -> None:
    contra = {"id": "a-cccccc", "text": "Praat erdoorheen.", "polarity": "contra"}
    made = framework(competences=[{"id": "a", "name": "A", "indicators": [contra]}])
    export = canvas.write(Content(made), ".csv", ExportChoices(levels="branch"))
    assert len(rows(export.files[""])) == 3
    back = apply(canvas.plan(Source("x.csv", export.files[""]))).framework
    assert back is not None
    (indicator,) = back.competences[0].indicators
    assert (indicator.text, indicator.is_contra) == ("Praat erdoorheen.", True)


def test_codes_stay_the_same_after_a_rename() -> None:
    before = rows(canvas.write(Content(framework(**WHOLE)), ".csv").files[""])
    renamed = json.loads(json.dumps(WHOLE))
    renamed["clusters"][0]["name"] = "Mensen"
    renamed["competences"][0]["name"] = "Anders"
    after = rows(canvas.write(Content(framework(**renamed)), ".csv").files[""])
    assert [row[0] for row in before] == [row[0] for row in after]
    assert [row[2] for row in before] != [row[2] for row in after]


def mastery(**fields: object) -> tuple[str, list[str]]:
    scale = {
        "id": "s",
        "name": "S",
        "levels": [{"number": n, "name": f"N{n}"} for n in range(1, 6)],
    }
    made = framework(proficiency_scales=[scale], competences=[{"id": "a", "name": "A", **fields}])
    row = rows(canvas.write(Content(made), ".csv").files[""])[2]
    return row[6], row[9:]


def test_mastery_is_the_minimum_level_else_the_lowest_of_the_upper_half() -> None:
    ratings = ["5", "N5", "4", "N4", "3", "N3", "2", "N2", "1", "N1"]
    assert mastery(minimum_level={"level": 4, "reason": "Zo is het."}) == ("4", ratings)
    assert mastery() == ("3", ratings)


def test_nothing_hidden_is_in_a_description() -> None:
    raw = canvas.write(Content(framework(**WHOLE)), ".csv").files[""].decode()
    assert "<!--" not in raw
    assert "data-" not in raw
    assert "hidden" not in raw


def test_behaviour_without_a_level_does_not_end_up_at_the_last_one() -> None:
    _, export = not_back(canvas, framework(**WHOLE), ExportChoices(levels="anchors"))
    back = apply(canvas.plan(Source("x.csv", export.files[""]))).framework
    assert back is not None
    one = back.competences[0]
    assert [indicator.text for indicator in one.indicators] == ["Zonder niveau."]
    assert [indicator.text for indicator in one.levels[-1].indicators] == ["Leidt."]
