"""The schemas: documented in two languages, and never a null or a bare union in them."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from competenties.model.schema import SCHEMA_KINDS, SchemaKind, json_schema


def nodes(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            if key != "examples":
                yield from nodes(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from nodes(value, f"{path}/{number}")


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_a_schema_is_valid_and_so_are_its_examples(kind: SchemaKind) -> None:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    for example in schema["examples"]:
        jsonschema.validate(example, schema)


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_a_schema_has_the_name_that_its_files_carry(kind: SchemaKind) -> None:
    assert json_schema(kind)["$id"] == f"urn:competenties:{kind}:1"


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_every_field_and_part_is_documented_in_both_languages(kind: SchemaKind) -> None:
    schema = json_schema(kind)
    missing = []
    for path, node in nodes(schema):
        for name, field in node.get("properties", {}).items() if "type" in node else ():
            if name == "$schema":
                continue
            target = field.get("$ref", "").rpartition("/")[2]
            known = {**schema["$defs"].get(target, {}), **field}
            keys = ("title", "description", "x-title-nl", "x-description-nl")
            missing += [f"{path}/{name}: {key}" for key in keys if not known.get(key, "").strip()]
    assert missing == []


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_a_schema_knows_no_null_and_one_union(kind: SchemaKind) -> None:
    unions = [path for path, node in nodes(json_schema(kind)) if "anyOf" in node or "oneOf" in node]
    assert unions == ["/$defs/Text"]
    assert "null" not in str(json_schema(kind))


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_unknown_fields_are_refused_everywhere_but_in_extra(kind: SchemaKind) -> None:
    for path, node in nodes(json_schema(kind)):
        if node.get("type") == "object" and not path.endswith("/extra"):
            assert node.get("additionalProperties") is False, path
