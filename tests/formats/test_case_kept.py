"""A package of a CASE server that is imported, edited and exported: what the server sent comes back."""

import copy
import json
from typing import Any

import pytest
from test_case import INTEROP, NEEDS_SHARED, SAMPLES, faults

from competenties.formats.applying import apply
from competenties.formats.case import plan, problems, write
from competenties.formats.loss import Export
from competenties.formats.source import Content, Source
from competenties.model.framework import Framework

TIME = "2025-05-05T10:00:00+02:00"


def uuid(number: int) -> str:
    return f"a0000000-0000-4000-8000-{number:012d}"


def link(number: int, title: str) -> dict[str, Any]:
    return {"title": title, "identifier": uuid(number), "uri": f"https://x.nl/{number}"}


def node(number: int, **more: Any) -> dict[str, Any]:
    start = {"identifier": uuid(number), "uri": f"https://x.nl/{number}"}
    return {**start, "lastChangeDateTime": TIME, **more}


def association(number: int, kind: str, origin: int, target: Any, **more: Any) -> dict[str, Any]:
    ends = [one if isinstance(one, dict) else link(one, f"n{one}") for one in (origin, target)]
    nodes = {"originNodeURI": ends[0], "destinationNodeURI": ends[1]}
    return node(number, associationType=kind, **nodes, **more)


ELSEWHERE = {"title": "voorbeeld", "identifier": "los", "uri": "https://v.nl/x"}
STRAND, STANDARD, FIRST, SECOND, CONTRA = range(2, 7)
SENT: dict[str, Any] = {
    "CFDocument": node(
        1,
        creator="School",
        title="Raamwerk",
        language="en",
        frameworkType="Learning Standards",
        publisher="Uitgever",
        subject=["Wiskunde"],
        subjectURI=[link(90, "Wiskunde")],
        adoptionStatus="Implemented",
        licenseURI=link(91, "CC BY"),
        extensions={"eigen": {"x": 1}},
        caseVersion="1.1",
    ),
    "CFItems": [
        node(
            STRAND,
            fullStatement="Strand A",
            CFItemType="Strand",
            CFItemTypeURI=link(80, "Strand"),
            listEnumeration="A",
            educationLevel=["06", "07"],
            subject=["Wiskunde"],
            subjectURI=[link(90, "Wiskunde")],
            conceptKeywords=["ratio"],
            conceptKeywordsURI=link(92, "ratio"),
            licenseURI=link(93, "CC0"),
            statusStartDate="2020-01-01",
            alternativeLabel="Alternatief",
            extensions={"eigen": [1, 2]},
        ),
        node(
            STANDARD,
            fullStatement="Rekent met verhoudingen.",
            abbreviatedStatement="Verhoudingen",
            CFItemType="Standard",
        ),
        node(
            FIRST, fullStatement="Doet iets.", abbreviatedStatement="Iets", CFItemType="Component"
        ),
        node(SECOND, fullStatement="Doet meer.", abbreviatedStatement="Meer"),
        node(CONTRA, fullStatement="Raadt maar.", CFItemType="Contra-indicator"),
    ],
    "CFAssociations": [
        association(20, "isChildOf", STRAND, 1, sequenceNumber=1),
        association(21, "isChildOf", STANDARD, STRAND, sequenceNumber=1),
        association(22, "isChildOf", FIRST, STANDARD, sequenceNumber=1),
        association(23, "isChildOf", SECOND, STANDARD, sequenceNumber=2),
        association(24, "isChildOf", CONTRA, STANDARD, sequenceNumber=3),
        association(25, "exemplar", STANDARD, ELSEWHERE, notes="kijk hier"),
        association(26, "isRelatedTo", FIRST, SECOND),
        association(27, "isPeerOf", 1, ELSEWHERE),
    ],
    "CFDefinitions": {
        "CFItemTypes": [
            node(80, title="Strand", description="Een lijn", hierarchyCode="1", typeCode="STR")
        ],
        "CFSubjects": [node(90, title="Wiskunde", hierarchyCode="1")],
        "CFLicenses": [
            node(91, title="CC BY", licenseText="Naamsvermelding"),
            node(93, title="CC0", licenseText="Geen rechten"),
        ],
        "CFConcepts": [node(92, title="ratio", hierarchyCode="1", keywords="ratio")],
    },
}


def imported(data: dict[str, Any]) -> Framework:
    framework = apply(plan(Source("x.json", json.dumps(data).encode()))).framework
    assert framework is not None
    return framework


def exported(framework: Framework) -> tuple[dict[str, Any], Export]:
    export = write(Content(framework))
    data: dict[str, Any] = json.loads(export.files[""])
    return data, export


def edited(framework: Framework, identifier: str, **changes: Any) -> Framework:
    data = framework.model_dump(mode="json")
    for competence in data["competences"]:
        for one in (competence, *competence["indicators"]):
            if {"scheme": "case", "id": identifier} in one["identifiers"]:
                one.update(changes)
    return Framework.model_validate(data)


def items(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["identifier"]: one for one in data["CFItems"]}


def test_every_field_that_every_reader_takes_comes_back_when_one_text_is_edited() -> None:
    text = {"text": "Doet iets heel anders."}
    data, _ = exported(edited(imported(SENT), uuid(SECOND), **text))
    before, after = items(SENT), items(data)
    changed = {
        (one, key): after[one].get(key)
        for one, item in before.items()
        for key in item
        if key != "extensions" and after[one].get(key) != item[key]
    }
    assert changed == {
        (uuid(SECOND), "fullStatement"): "Doet iets heel anders.",
        (uuid(SECOND), "abbreviatedStatement"): None,  # it is short for what was there before
    }
    assert after[uuid(STRAND)]["extensions"]["eigen"] == [1, 2]
    document = data["CFDocument"]
    assert {key: document[key] for key in SENT["CFDocument"] if key != "extensions"} == {
        key: value for key, value in SENT["CFDocument"].items() if key != "extensions"
    }
    assert document["extensions"]["eigen"] == {"x": 1}


def test_associations_and_definitions_of_others_come_back() -> None:
    data, export = exported(imported(SENT))
    after = {one["identifier"]: one for one in data["CFAssociations"]}
    for before in SENT["CFAssociations"][5:7]:
        found = after[before["identifier"]]
        assert found["associationType"] == before["associationType"]
        assert found["originNodeURI"]["identifier"] == before["originNodeURI"]["identifier"]
        assert found["destinationNodeURI"]["uri"] == before["destinationNodeURI"]["uri"]
    assert after[uuid(25)]["notes"] == "kijk hier"
    for kind, definitions in SENT["CFDefinitions"].items():
        known = {one["identifier"]: one for one in data["CFDefinitions"][kind]}
        assert all(
            known[one["identifier"]] | {"uri": one["uri"]} == one | {"uri": one["uri"]}
            for one in definitions
        )
    assert {one.place[-1] for one in export.losses} <= {"extra"}


@NEEDS_SHARED
def test_what_comes_back_passes_every_schema_and_comes_in_again_as_it_was() -> None:
    data, export = exported(imported(SENT))
    assert faults(data) == []
    assert problems(data) == ()
    again = plan(Source("x.json", export.files[""]))
    assert (again.left_overs, again.notes) == ((), ())
    assert exported(imported(data))[1].files == export.files


@NEEDS_SHARED
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_fields_of_every_sample_come_back(path: Any) -> None:
    before = json.loads(path.read_bytes())
    known = json.loads((INTEROP / "schemas" / "case-v1p1-cfpackage.official.json").read_text())
    allowed = known["$defs"]["CFPckgItem"]["properties"].keys() - {"lastChangeDateTime"}
    after = items(exported(imported(before))[0])
    for one in before["CFItems"]:
        sent = {key: value for key, value in one.items() if key in allowed}
        back = {key: after[one["identifier"].lower()].get(key) for key in sent}
        assert back == sent


@NEEDS_SHARED
def test_a_rubric_keeps_its_numbers_so_that_a_server_gets_no_second_one() -> None:
    before = json.loads((INTEROP / "own" / "case11-package.json").read_bytes())
    data, export = exported(imported(before))
    (rubric,), (sent,) = data["CFRubrics"], before["CFRubrics"]
    (criterion,), (of_server,) = rubric["CFRubricCriteria"], sent["CFRubricCriteria"]
    assert (rubric["identifier"], rubric["title"]) == (sent["identifier"], sent["title"])
    assert (criterion["identifier"], criterion["rubricId"]) == (
        of_server["identifier"],
        sent["identifier"],
    )
    levels = [one["identifier"] for one in of_server["CFRubricCriterionLevels"]]
    assert [one["identifier"] for one in criterion["CFRubricCriterionLevels"]] == levels
    assert {one["rubricCriterionId"] for one in criterion["CFRubricCriterionLevels"]} == {
        of_server["identifier"]
    }
    assert faults(data) == []
    assert exported(imported(data))[1].files == export.files


def test_a_type_in_words_only_gets_a_definition_so_that_no_reader_loses_it() -> None:
    data, _ = exported(imported(SENT))
    item = items(data)[uuid(FIRST)]
    assert item["CFItemType"] == item["CFItemTypeURI"]["title"] == "Component"
    defined = {one["identifier"] for one in data["CFDefinitions"]["CFItemTypes"]}
    assert {one["CFItemTypeURI"]["identifier"] for one in data["CFItems"]} <= defined


def test_a_type_never_calls_behaviour_wanted_that_does_not_fit() -> None:
    framework = edited(imported(SENT), uuid(FIRST), polarity="contra")
    framework = edited(framework, uuid(CONTRA), polarity="positive")
    after = items(exported(framework)[0])
    assert after[uuid(FIRST)]["CFItemType"] == "Contra-indicator"
    assert after[uuid(CONTRA)]["CFItemType"] == "Indicator"


def test_status_and_licence_of_the_server_hold_until_they_are_changed() -> None:
    framework = imported(SENT)
    assert (framework.status, framework.licence) == ("published", "CC BY")
    retired = framework.model_copy(update={"status": "retired", "licence": "CC0 1.0"})
    document = exported(retired)[0]["CFDocument"]
    assert (document["adoptionStatus"], document["licenseURI"]["title"]) == (
        "Deprecated",
        "CC0 1.0",
    )
    assert document["licenseURI"]["identifier"] != uuid(91)


def test_the_time_is_never_before_that_of_the_server() -> None:
    framework = imported(SENT)
    for day, time in (("2024-01-01", TIME), ("2026-01-01", "2026-01-01T00:00:00+00:00")):
        data = framework.model_dump(mode="json") | {"valid_from": day}
        document = exported(Framework.model_validate(data))[0]["CFDocument"]
        assert document["lastChangeDateTime"] == time
    without_zone = copy.deepcopy(SENT)
    without_zone["CFDocument"]["lastChangeDateTime"] = "2025-05-05T10:00:00"
    stamp = exported(imported(without_zone))[0]["CFDocument"]["lastChangeDateTime"]
    assert stamp == "2025-05-05T10:00:00+00:00"


@pytest.mark.parametrize("kind", ["ext:eigen", "isTranslationOf", "isNiets"])
def test_an_association_that_not_every_reader_takes_stays_behind_and_is_named(kind: str) -> None:
    data = copy.deepcopy(SENT)
    data["CFAssociations"][5]["associationType"] = kind
    after, export = exported(imported(data))
    assert kind not in {one["associationType"] for one in after["CFAssociations"]}
    assert [(one.item, one.kind) for one in export.losses] == [("verhoudingen", "changed")]


def test_older_spellings_are_sent_as_both_versions_take_them() -> None:
    data = copy.deepcopy(SENT)
    data["CFItems"][0] |= {
        "educationLevel": "06",
        "statusStartDate": "2020-01-01T12:00:00",
        "licenseURI": {"title": "los", "identifier": "geen-uuid", "uri": "x"},
        "subjectURI": [{"identifier": uuid(90).upper()}],
        "listEnumeration": "a" * 21,
    }
    item = items(exported(imported(data))[0])[uuid(STRAND)]
    assert (item["educationLevel"], item["statusStartDate"]) == (["06"], "2020-01-01")
    assert item["subjectURI"] == [
        {"title": uuid(90), "identifier": uuid(90), "uri": f"urn:uuid:{uuid(90)}"}
    ]
    assert "licenseURI" not in item
    assert "listEnumeration" not in item


def test_identifiers_that_the_official_description_does_not_name_stay_and_are_told() -> None:
    odd = "a0000000-0000-7000-8000-000000000003"
    data = json.loads(json.dumps(SENT).replace(uuid(STANDARD), odd))
    remarks = plan(Source("x.json", json.dumps(data).encode())).remarks
    assert any("versie 1 tot en met 5): 1." in one.nl for one in remarks)
    assert not any(
        "versie 1" in one.nl for one in plan(Source("x", json.dumps(SENT).encode())).remarks
    )
    assert odd in items(exported(imported(data))[0])


def test_signs_that_no_database_holds_are_shown_and_named() -> None:
    framework = Framework.model_validate({"id": "a", "name": "A\x00b\x1b", "language": "nl"})
    data, export = exported(framework)
    assert data["CFDocument"]["title"] == "A\ufffdb\ufffd"
    assert [(one.place[1], one.kind) for one in export.losses] == [("name", "changed")]
