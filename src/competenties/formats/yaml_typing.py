"""Gives values without quotes the type that the model wants: `no` as a name is a text, `2` as a level a number."""

import math
import re
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import JsonValue

from competenties.formats.yaml_events import Plain
from competenties.model.part import Part

Typed = Callable[[Any], Any]

_INT = re.compile(r"[-+]?[0-9]{1,300}")
_FLOAT = re.compile(r"[-+]?([0-9]{1,300}(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def typed(data: Any, part: type[Part]) -> Any:
    """Return data of which every value has the type that the model wants, where it fits."""
    return _of_part(part)(data)


@cache
def _of_part(part: type[Part]) -> Typed:
    fields: dict[str, Typed] = {}

    def convert(data: Any) -> Any:
        if not isinstance(data, dict):
            return _bare(data)
        if not fields:
            fields.update({key: _of(one.annotation) for key, one in part.model_fields.items()})
        made = {}
        for key, value in data.items():
            if key in fields and isinstance(value, Plain) and value == "":
                continue  # `definition:` with nothing behind it: not filled in
            made[key] = fields.get(key, _as_json)(value)
        return made

    return convert


def _of(annotation: Any) -> Typed:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(inside[0])
    if origin in (Union, UnionType):
        branches = [one for one in inside if one is not type(None)]
        return _of(branches[0]) if len(branches) == 1 else _as_text
    if origin is tuple:
        return _each(_of(inside[0]))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _of_part(annotation)
    is_json = annotation in (int, float, bool) or (origin is dict and inside[1] is JsonValue)
    return _as_json if is_json else _as_text


def _each(inner: Typed) -> Typed:
    return lambda data: [inner(one) for one in data] if isinstance(data, list) else _bare(data)


def _as_text(data: Any) -> Any:
    """Return a text, or a text per language, or what stands there instead."""
    if isinstance(data, dict):
        return {key: _as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_text(one) for one in data]
    return _bare(data)


def _as_json(data: Any) -> Any:
    """Return a value as JSON would have it: numbers, true, false and null."""
    if isinstance(data, dict):
        return {key: _as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_json(one) for one in data]
    return _without_quotes(data) if isinstance(data, Plain) else data


def _without_quotes(said: Plain) -> Any:
    if said.lower() in _WORDS:
        return _WORDS[said.lower()]
    if _INT.fullmatch(said):
        return int(said)
    if _FLOAT.fullmatch(said) and not math.isinf(float(said)):
        return float(said)
    return str(said)


def _bare(data: Any) -> Any:
    return str(data) if isinstance(data, Plain) else data
