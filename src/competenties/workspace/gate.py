"""The first gate: does a file have the form that the schema asks for?

A yes or no comes first and costs next to nothing. Only after a no every error is looked at and
explained in the reader's words, with the schema's own titles for the fields.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

from competenties.findings import Finding, Path
from competenties.model.schema import SchemaKind
from competenties.workspace.explain import SchemaSpot, Violation, explain, schema_spot
from competenties.workspace.shipped import shipped

_Schema = Mapping[str, Any]


class SchemaError(ValueError):
    """A house schema that is not a JSON schema, or that refers to something elsewhere."""


@dataclass(frozen=True)
class Gate:
    """A compiled schema; `house` is the name of the file when it is the organisation's own."""

    schema: _Schema
    labels: _Schema
    validator: Any
    house: str = ""

    def findings(self, data: Any) -> list[Finding]:
        """Return what the schema has against the data, explained; nothing when they fit."""
        return explain(self.violations(data), data, self.labels, self.house)

    def violations(self, data: Any) -> list[Violation]:
        """Return what the schema has against the data, as it is: keyword and place."""
        if self.validator.is_valid(data):
            return []
        spots: dict[str, SchemaSpot] = {}
        violations = []
        for error in self.validator.evaluate(data).errors():
            location = error["absoluteKeywordLocation"] or error["schemaLocation"]
            if location not in spots:
                pointer = unquote(location.partition("#")[2] or location)
                spots[location] = schema_spot(_steps(pointer), self.schema)
            path = _typed(data, _steps(error["instanceLocation"]))
            violations.append(Violation(spots[location], path))
        return violations


@cache
def shipped_gate(kind: SchemaKind) -> Gate:
    """Return the gate of a shipped schema."""
    path = shipped("schemas") / f"{kind}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    return Gate(schema, schema, _compiled(schema))


def house_gate(schema: object, kind: SchemaKind, name: str) -> Gate:
    """Return the gate of an organisation's own schema.

    Raises SchemaError when it cannot be used; nothing is ever fetched from elsewhere.
    """
    if not isinstance(schema, dict):
        raise SchemaError
    try:
        validator = _compiled(schema)
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        elsewhere = _ELSEWHERE in str(error)
        raise (ElsewhereError if elsewhere else SchemaError)(str(error).split("\n")[0]) from error
    return Gate(schema, shipped_gate(kind).schema, validator, name)


def _compiled(schema: _Schema) -> Any:
    return jsonschema_rs.Draft202012Validator(
        dict(schema),
        validate_formats=True,
        formats={"date": _is_date},
        retriever=_refuse,
        pattern_options=jsonschema_rs.RegexOptions(),  # never exponential time
    )


def _is_date(text: str) -> bool:
    """Tell whether a text is a day that exists; the validator itself allows a year 0."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


class ElsewhereError(SchemaError):
    """A house schema that refers to another file or the web."""


_ELSEWHERE = "a schema may not refer to another place"


def _refuse(address: str) -> Any:
    message = f"{_ELSEWHERE}: {address}"
    raise ValueError(message)


def _steps(pointer: str) -> list[str]:
    """Return the steps of a JSON pointer (RFC 6901)."""
    steps = pointer.split("/")[1:]
    if "~" in pointer:
        steps = [step.replace("~1", "/").replace("~0", "~") for step in steps]
    return steps


def _typed(data: Any, steps: list[str]) -> Path:
    """Return steps as a path into the data, with numbers where there is a list."""
    path: list[str | int] = []
    for step in steps:
        key: str | int = int(step) if isinstance(data, list) else step
        path.append(key)
        data = data[key]
    return tuple(path)
