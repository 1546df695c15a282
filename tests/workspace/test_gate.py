"""The schema gate: the same verdict as other validators, explained in the reader's words."""

import json
import re
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from competenties.messages import LANGUAGES
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.schema import SchemaKind
from competenties.workspace.documents import document_data
from competenties.workspace.gate import SchemaError, house_gate, shipped_gate
from strategies import frameworks, profiles, spoiled

GATES: dict[SchemaKind, tuple[type[Framework] | type[JobProfile], st.SearchStrategy[Any]]] = {
    "framework": (Framework, frameworks()),
    "profile": (JobProfile, profiles()),
}
THOROUGH = settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def spoiled_files(draw: st.DrawFn, kind: SchemaKind) -> Any:
    return spoiled(document_data(draw(GATES[kind][1])), draw)


@pytest.mark.parametrize("kind", ["framework", "profile"])
def test_every_valid_file_passes(kind: SchemaKind) -> None:
    @THOROUGH
    @given(model=GATES[kind][1])
    def passes(model: Framework | JobProfile) -> None:
        assert shipped_gate(kind).findings(document_data(model)) == []

    passes()


@pytest.mark.parametrize("kind", ["framework", "profile"])
def test_gate_model_and_jsonschema_agree_about_spoiled_files(kind: SchemaKind) -> None:
    gate = shipped_gate(kind)
    oracle = jsonschema.Draft202012Validator(
        dict(gate.schema), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    model = GATES[kind][0]

    @THOROUGH
    @given(data=spoiled_files(kind))
    def agree(data: Any) -> None:
        findings = gate.findings(data)
        written = json.dumps(data, ensure_ascii=False)
        for finding in findings:
            for language in LANGUAGES:
                said = f"{finding.message(language)} {finding.advice(language)}"
                unfilled = set(re.findall(r"\{\w+\}", said))
                assert all(gap in written for gap in unfilled), "every gap is filled in"
        assert bool(findings) == bool(list(oracle.iter_errors(data)))
        if not findings:
            content = {key: value for key, value in data.items() if key != "$schema"}
            try:
                model.model_validate(content)
            except ValidationError as error:
                pytest.fail(f"the schema lets through what the model refuses: {error}")

    agree()


def test_of_a_union_only_the_nearest_branch_is_explained() -> None:
    data = {
        "$schema": "urn:competenties:framework:1",
        "id": "model",
        "name": {"nl": 3},
        "description": 4,
        "language": "nl",
    }
    said = [finding.message("nl") for finding in shipped_gate("framework").findings(data)]
    assert said == [
        'model: bij "Naam (nl)" staat een getal (3); hier hoort tekst tussen aanhalingstekens.',
        'model: bij "Omschrijving" staat een getal (4); hier hoort tekst tussen aanhalingstekens, of een tekst per taal.',
    ]


@pytest.mark.parametrize(
    "schema",
    [
        [],
        "geen schema",
        {"type": "onzin"},
        {"$ref": "https://example.invalid/schema.json"},
        {"$ref": "file:///etc/passwd"},
        {"properties": {"name": {"pattern": "("}}},
    ],
)
def test_a_house_schema_that_cannot_be_used_is_refused(schema: object) -> None:
    with pytest.raises(SchemaError):
        house_gate(schema, "framework", "huis.json")


def test_a_pattern_of_a_house_schema_never_takes_exponential_time() -> None:
    gate = house_gate({"properties": {"id": {"pattern": "^(a+)+$"}}}, "framework", "huis.json")
    assert [one.rule.name for one in gate.findings({"id": "a" * 5000 + "!"})] == ["house-rule"]
