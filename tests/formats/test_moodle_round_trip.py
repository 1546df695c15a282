"""What is exported to Moodle comes back by an import, and the report names exactly what does not."""

import csv
import io
import json
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_frameworks import frameworks, lost_places, missing_cells, not_back, shown_losses

import strategies
from competenties.formats import moodle
from competenties.formats.applying import apply
from competenties.formats.inventory import inventory
from competenties.formats.moodle_columns import NAME
from competenties.formats.moodle_problems import problems
from competenties.formats.source import Content, ExportChoices, Source
from competenties.model.framework import Framework

TRIES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LEVELS: list[Literal["anchors", "branch"]] = ["anchors", "branch"]
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
    lost, export = not_back(moodle, made, choices)
    assert lost_places(export) == lost
    assert problems(rows(export.files[""])) == []


@settings(TRIES, max_examples=12)
@given(strategies.frameworks(), CHOICES)
def test_any_framework_that_is_valid_becomes_a_file_that_moodle_takes(
    made: Framework, choices: ExportChoices
) -> None:
    lost, export = not_back(moodle, made, choices)
    assert lost_places(export) == lost
    assert problems(rows(export.files[""])) == []


@TRIES
@given(frameworks(), CHOICES)
def test_no_cell_of_an_export_goes_missing_in_the_import(
    made: Framework, choices: ExportChoices
) -> None:
    raw = moodle.write(Content(made), ".csv", choices).files[""]
    assert missing_cells(moodle.plan(Source("x.csv", raw)), raw) == set()


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
            "relations": [{"kind": "related", "competence": "luisteren"}],
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
            "identifiers": [{"scheme": "moodle", "id": "SAMENWERKEN"}],
        },
        {"id": "luisteren", "name": "Luisteren", "scale": "ander"},
    ],
}


@pytest.mark.parametrize("levels", LEVELS)
def test_what_moodle_has_room_for_is_not_lost(levels: Literal["anchors", "branch"]) -> None:
    lost, export = not_back(moodle, framework(**WHOLE), ExportChoices(levels=levels))
    assert lost == set()
    assert list(export.losses) == shown_losses(export)
    assert {one.item: one.kind for one in export.losses} == {
        "vijf": "changed",
        "samenwerken": "shortened",
        "samenwerken-aaaaaa": "shortened",
    }


@TRIES
@given(frameworks(), CHOICES)
def test_a_name_that_is_not_reported_stands_in_the_file_as_it_was(
    made: Framework, choices: ExportChoices
) -> None:
    content = Content(made)
    export = moodle.write(content, ".csv", choices)
    names = {row[NAME] for row in rows(export.files[""])}
    reported = {one.place for one in export.losses}
    for place, held in inventory(content).items():
        if place[-2:] == ("name", made.language) and place[1] in (
            "name",
            "clusters",
            "competences",
        ):
            is_level = "levels" in place
            assert is_level or place in reported or " ".join(held.value.split()) in names


SAME_START = (
    "Vertelt bij de overdracht wat er met de client en de familie is gebeurd, en " + "zo " * 15
)


@pytest.mark.parametrize("levels", LEVELS)
def test_two_names_that_are_cut_to_the_same_can_be_told_apart_and_come_back(
    levels: Literal["anchors", "branch"],
) -> None:
    texts = [f"{SAME_START}{end}." for end in ("vandaag", "morgen", "vandaag")]
    indicators = [{"id": f"a-{n}aaaaa", "text": text} for n, text in enumerate(texts)]
    made = framework(competences=[{"id": "a", "name": "A", "indicators": indicators}])
    lost, export = not_back(moodle, made, ExportChoices(levels=levels))
    first, second, third = [row[NAME] for row in rows(export.files[""])[3:6]]
    assert first.endswith("...")
    assert second.endswith("zo... (2)")
    assert third == first
    assert len(second) <= 100
    assert lost == set()
    told = [(one.item, one.kind, one.where and one.where.en) for one in export.losses]
    whole = "the text itself is in the description"
    assert told == [(f"a-{n}aaaaa", "shortened", whole) for n in range(3)]


def test_a_name_with_signs_that_moodle_spoils_is_reported_as_changed() -> None:
    texts = ["=> Rekent", "Zet <i> om", "Rekent"]
    indicators = [{"id": f"a-{n}aaaaa", "text": text} for n, text in enumerate(texts)]
    made = framework(competences=[{"id": "a", "name": "A", "indicators": indicators}])
    lost, export = not_back(moodle, made, ExportChoices())
    assert lost == set()
    assert [(one.value, one.kind) for one in export.losses] == [
        ("=> Rekent", "changed"),
        ("Zet <i> om", "changed"),
    ]


def test_behaviour_that_does_not_fit_is_no_row_but_stands_in_the_description() -> None:
    contra = {"id": "a-cccccc", "text": "Praat erdoorheen.", "polarity": "contra"}
    made = framework(competences=[{"id": "a", "name": "A", "indicators": [contra]}])
    export = moodle.write(Content(made), ".csv")
    assert len(rows(export.files[""])) == 3
    told = [one for one in export.losses if one.place[-2] == "text"]
    assert [(one.kind, one.where and one.where.en) for one in told] == [
        ("elsewhere", "in the description of the competence")
    ]
    back = apply(moodle.plan(Source("x.csv", export.files[""]))).framework
    assert back is not None
    (indicator,) = back.competences[0].indicators
    assert (indicator.text, indicator.is_contra) == ("Praat erdoorheen.", True)


def test_codes_stay_the_same_after_a_rename() -> None:
    before = rows(moodle.write(Content(framework(**WHOLE)), ".csv").files[""])
    renamed = json.loads(json.dumps(WHOLE))
    renamed["clusters"][0]["name"] = "Mensen"
    renamed["competences"][0]["name"] = "Anders"
    after = rows(moodle.write(Content(framework(**renamed)), ".csv").files[""])
    assert [row[1] for row in before] == [row[1] for row in after]
    assert [row[2] for row in before] != [row[2] for row in after]


def proficient(**fields: object) -> list[int]:
    scale = {
        "id": "s",
        "name": "S",
        "levels": [{"number": n, "name": f"N{n}"} for n in range(1, 6)],
    }
    made = framework(proficiency_scales=[scale], competences=[{"id": "a", "name": "A", **fields}])
    made_rows = rows(moodle.write(Content(made), ".csv").files[""])
    configuration = json.loads(made_rows[2][6] or made_rows[1][6])
    assert [one["id"] for one in configuration[1:] if one["scaledefault"]] == [
        next(one["id"] for one in configuration[1:] if one["proficient"])
    ]
    return [one["id"] for one in configuration[1:] if one["proficient"]]


def test_somebody_is_proficient_from_the_minimum_level_else_in_the_upper_half() -> None:
    assert proficient(minimum_level={"level": 4, "reason": "Zo is het."}) == [4, 5]
    assert proficient() == [3, 4, 5]


def test_nothing_hidden_is_in_a_description() -> None:
    raw = moodle.write(Content(framework(**WHOLE)), ".csv").files[""].decode()
    assert "<!--" not in raw
    assert "data-" not in raw
    assert "hidden" not in raw
