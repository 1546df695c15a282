"""CASE packages: what real validators and readers ask of them, and files as servers write them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from case_frameworks import READERS, frameworks
from hypothesis import HealthCheck, given, settings

from competenties.findings import UnusableError
from competenties.formats import case_package
from competenties.formats.applying import Imported, apply
from competenties.formats.case import plan, problems, recognises, write
from competenties.formats.importing import planned, source_at
from competenties.formats.source import Content, ImportChoices, Source
from competenties.formats.table import plan as table_plan
from competenties.messages import Language
from competenties.model.framework import Framework
from conftest import ROOT, SHARED

INTEROP = SHARED / "data" / "interop"
SCHEMAS = (
    "case-v1p1-cfpackage.official.json",
    "caseservicegroupv1p1-getcfpackage-200-responsepayload-schemav1p0p0.json",
    "opensalt-case-v1p0-cfpackage-schema.json",
)
SAMPLES = [
    *sorted((INTEROP / "samples").glob("opensalt-*.json")),
    INTEROP / "own" / "case11-package.json",
]
NEEDS_SHARED = pytest.mark.skipif(not INTEROP.is_dir(), reason="../shared is not here")
FORMATS = jsonschema.FormatChecker()


@FORMATS.checks("date-time", raises=ValueError)
def _is_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def basis(**changes: Any) -> Framework:
    data = json.loads((ROOT / "frameworks" / "basis.json").read_text("utf-8"))
    del data["$schema"]
    return Framework.model_validate({**data, **changes})


def written(framework: Framework, language: Language = "nl") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(write(Content(framework, (), language)).files[""])
    return data


def faults(data: dict[str, Any]) -> list[str]:
    found = []
    for name in SCHEMAS:
        schema = json.loads((INTEROP / "schemas" / name).read_text("utf-8"))
        kind = jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)
        validator = kind(schema, format_checker=FORMATS)
        found += [f"{name}: {one.json_path} {one.message}" for one in validator.iter_errors(data)]
    return found


def imported(data: Any) -> Imported:
    return apply(plan(Source("x.json", json.dumps(data).encode())))


def framework_of(data: Any) -> Framework:
    framework = imported(data).framework
    assert framework is not None
    return framework


def count(framework: Framework) -> int:
    """Return how many items of a package a framework holds."""
    behaviour = sum(len(one.all_indicators()) for one in framework.competences)
    levels = sum(1 + len(one.levels) for one in framework.proficiency_scales)
    return len(framework.clusters) + len(framework.competences) + behaviour + levels


@NEEDS_SHARED
@pytest.mark.parametrize("language", ["nl", "en"])
def test_basis_passes_the_schemas_of_case_and_of_opensalt(language: Language) -> None:
    data = written(basis(valid_from="2026-01-01", status="published"), language)
    assert faults(data) == []
    assert problems(data) == ()
    assert len(data["CFItems"]) == count(basis())
    assert len(data["CFRubrics"]) == len(basis().competences)


@NEEDS_SHARED
def test_digcomp_passes_the_schemas_of_case_and_of_opensalt() -> None:
    folder = SHARED / "data" / "frameworks" / "digcomp3-nl"
    workbook = folder / "DigComp_3.0_Data_Supplement_nl.xlsx"
    framework = apply(table_plan(Source(workbook.name, workbook.read_bytes()))).framework
    assert framework is not None
    data = written(framework)
    assert faults(data) == []
    assert problems(data) == ()
    assert len(data["CFItems"]) == count(framework)


@NEEDS_SHARED
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks(), READERS)
def test_every_framework_passes_the_schemas_of_case_and_of_opensalt(
    framework: Framework, reader: Language
) -> None:
    assert faults(written(framework, reader)) == []


@NEEDS_SHARED
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_comes_in_whole_and_keeps_its_numbers(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    assert recognises(source)
    framework = apply(plan(source)).framework
    assert framework is not None
    before = json.loads(source.raw)
    behaviour = sum(len(one.all_indicators()) for one in framework.competences)
    items = len(framework.clusters) + len(framework.competences) + behaviour
    assert items == len(before["CFItems"])
    after = written(framework)
    numbers = {one["identifier"].lower() for one in before["CFItems"]}
    assert numbers <= {one["identifier"] for one in after["CFItems"]}
    assert after["CFDocument"]["identifier"] == before["CFDocument"]["identifier"]
    assert problems(after) == ()


@NEEDS_SHARED
@pytest.mark.parametrize(
    ("name", "items"), [("spreadsheet_import_sample.xlsx", 4), ("sample_case.csv", 10)]
)
def test_the_spreadsheets_of_opensalt_come_in_whole(name: str, items: int) -> None:
    path = INTEROP / "samples" / f"opensalt-{name}"
    source = Source(path.name, path.read_bytes())
    assert recognises(source)
    framework = apply(plan(source)).framework
    assert framework is not None
    behaviour = sum(len(one.all_indicators()) for one in framework.competences)
    assert len(framework.clusters) + len(framework.competences) + behaviour == items


@NEEDS_SHARED
def test_an_empty_template_of_opensalt_is_refused() -> None:
    path = INTEROP / "samples" / "opensalt-spreadsheet_import_template.xlsx"
    with pytest.raises(UnusableError, match="Fill the sheet CF Item"):
        plan(Source(path.name, path.read_bytes()))


def test_smart_levels_give_the_order_of_a_table_of_opensalt() -> None:
    raw = (
        b"identifier;fullStatement;humanCodingScheme;smartLevel;Is Child Of\n"
        b"i1;Een;A.10;1.10;\ni2;Twee;A.2;1.2;\ni3;Drie;A;1;\n"
    )
    source = Source("map/tabel.csv", raw)
    assert recognises(source)
    framework = apply(plan(source)).framework
    assert framework is not None
    (competence,) = framework.competences
    assert (framework.name, competence.name) == ("tabel", "Drie")
    assert [one.text for one in competence.indicators] == ["Twee", "Een"]


@NEEDS_SHARED
def test_the_levels_of_a_rubric_come_in_with_their_text() -> None:
    raw = (INTEROP / "own" / "case11-package.json").read_bytes()
    framework = framework_of(json.loads(raw))
    (competence,) = framework.competences
    assert (competence.name, competence.definition) == (
        "Samenwerken",
        "draagt actief bij aan een gezamenlijk resultaat.",
    )
    rubric = json.loads(raw)["CFRubrics"][0]["CFRubricCriteria"][0]["CFRubricCriterionLevels"]
    assert [one.level for one in competence.levels] == [one["score"] for one in rubric]
    assert [one.text for one in competence.levels] == [one["description"] for one in rubric]


def test_numbers_stay_the_same_when_names_change() -> None:
    names = {"name": {"nl": "Anders", "en": "Other"}}
    changed = basis().model_copy(update=names)
    changed = changed.model_copy(
        update={"competences": tuple(one.model_copy(update=names) for one in changed.competences)}
    )
    before, after = written(basis()), written(changed)
    for kind in ("CFItems", "CFAssociations", "CFRubrics"):
        assert [one["identifier"] for one in before[kind]] == [
            one["identifier"] for one in after[kind]
        ]
    assert before["CFItems"] != after["CFItems"]


def test_the_time_of_change_is_a_day_of_the_framework_and_never_of_the_clock() -> None:
    published = {"decided_on": "2026-03-01", "valid_from": "2026-04-01"}
    days = {
        "2026-03-01": basis(publication=published, valid_from="2026-05-01"),
        "2026-05-01": basis(valid_from="2026-05-01"),
        "2000-01-01": basis(),
    }
    for day, framework in days.items():
        data = written(framework)
        stamps = {one["lastChangeDateTime"] for one in (*data["CFItems"], data["CFDocument"])}
        assert stamps == {f"{day}T00:00:00+00:00"}


def test_behaviour_that_does_not_fit_is_never_shown_as_wanted() -> None:
    data = written(
        Framework.model_validate(
            {
                "id": "a",
                "name": "A",
                "language": "nl",
                "competences": [
                    {
                        "id": "b",
                        "name": "B",
                        "levels": [
                            {
                                "level": 1,
                                "indicators": [
                                    {"id": "b-1", "text": "Luistert."},
                                    {"id": "b-2", "text": "Snauwt.", "polarity": "contra"},
                                ],
                            }
                        ],
                    }
                ],
            }
        )
    )
    types = {one["fullStatement"]: one["CFItemType"] for one in data["CFItems"]}
    assert types["Luistert."] == "Gedragsindicator"
    assert types["Snauwt."] == "Contra-indicator"
    assert "Snauwt" not in json.dumps(data["CFRubrics"])
    links = {one["associationType"] for one in data["CFAssociations"]}
    assert links == {"isChildOf", "hasSkillLevel"}


def test_what_opensalt_cannot_hold_is_shortened_and_said() -> None:
    framework = Framework.model_validate(
        {
            "id": "a",
            "name": "woord " * 40,
            "description": "zin " * 100,
            "language": "nl",
            "clusters": [{"id": "c", "name": "naam " * 60, "description": "Uitleg."}],
        }
    )
    export = write(Content(framework, (), "nl"))
    data = json.loads(export.files[""])
    assert len(data["CFDocument"]["title"]) <= 120
    assert len(data["CFDocument"]["description"]) <= 300
    assert len(data["CFItems"][0]["abbreviatedStatement"]) <= 255
    assert {(one.place[-2], one.kind) for one in export.losses} == {
        ("name", "shortened"),
        ("description", "shortened"),
    }


def test_the_language_that_stays_behind_is_named() -> None:
    export = write(Content(basis(), (), "en"))
    names = [one for one in export.losses if one.place[-2:] == ("name", "nl")]
    competences = len(basis().competences)
    assert len([one for one in names if one.place[1] == "competences" and len(one.place) == 5]) == (
        competences
    )
    assert json.loads(export.files[""])["CFDocument"]["language"] == "en"


def test_a_package_without_what_we_wrote_between_the_lines_still_comes_in() -> None:
    data = written(basis())
    for one in (data["CFDocument"], *data["CFItems"], *data["CFAssociations"]):
        one.pop("extensions", None)
    framework = framework_of(data)
    assert [one.id for one in framework.competences] == [one.id for one in basis().competences]
    behaviour = [one.id for each in framework.competences for one in each.all_indicators()]
    assert behaviour == [one.id for each in basis().competences for one in each.all_indicators()]
    levels = [[one.level for one in each.levels] for each in framework.competences]
    assert levels == [[one.level for one in each.levels] for each in basis().competences]
    again = written(framework)
    assert {one["identifier"] for one in again["CFItems"]} == {
        one["identifier"] for one in data["CFItems"]
    }


def test_a_package_that_is_larger_than_a_table_may_be_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "groot.json"
    path.write_bytes(write(Content(basis())).files[""] + b" " * 51_000_000)
    made = apply(planned(source_at(path), "", ImportChoices())).framework
    assert made is not None
    assert made.competences == basis_back().competences


def basis_back() -> Framework:
    made = apply(plan(Source("basis.json", write(Content(basis())).files[""]))).framework
    assert made is not None
    return made


def test_a_package_that_is_too_large_is_refused_with_its_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_package, "MOST_BYTES", 1_000_000)
    with pytest.raises(UnusableError) as caught:
        plan(Source("groot.json", b'{"CFDocument": {}}' + b" " * 1_000_000))
    assert caught.value.say("nl").startswith("groot.json is groter dan 1 MB.")
