"""Makes up valid parts of the model, field by field, for tests that have to hold for any of them."""

import copy
import re
import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import JsonValue
from pydantic.fields import FieldInfo

from competenties.model.framework import Framework
from competenties.model.ids import ID_PATTERN
from competenties.model.part import Part
from competenties.model.profile import JobProfile
from competenties.model.settings import INSIDE_WORKSPACE
from competenties.model.text import LANGUAGE_TAG
from competenties.model.text import WORDS as VISIBLE

_LETTERS = st.characters(codec="utf-8")
_INK = re.compile(VISIBLE)
WORDS = st.text(_LETTERS, min_size=1, max_size=40).filter(lambda text: bool(_INK.search(text)))
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)
LANGUAGES = st.sampled_from(["nl", "en", "de", "fr", "nl-BE", "sr-Latn-RS", "es-419"])
PATHS = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}\.json", fullmatch=True)
_BY_PATTERN = {
    VISIBLE: WORDS,
    ID_PATTERN: IDS,
    LANGUAGE_TAG: LANGUAGES,
    INSIDE_WORKSPACE: PATHS,
}

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(_LETTERS, max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(_LETTERS, max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def frameworks() -> st.SearchStrategy[Framework]:
    """Any valid framework."""
    return _part(Framework)


def profiles() -> st.SearchStrategy[JobProfile]:
    """Any valid job profile."""
    return _part(JobProfile)


def spoiled(data: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """Return data with one value somewhere replaced, removed or added."""
    data = copy.deepcopy(data)
    node = data
    while True:
        inside = [
            key
            for key, value in (node.items() if isinstance(node, dict) else enumerate(node))
            if isinstance(value, (dict, list)) and value
        ]
        if not inside or draw(st.integers(0, 3)) == 0:
            break
        node = node[draw(st.sampled_from(inside))]
    keys: list[Any] = list(node) if isinstance(node, dict) else list(range(len(node)))
    key = draw(st.sampled_from(keys)) if keys else 0
    match draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            if keys:
                node[key] = draw(JSON)
        case "remove":
            if keys:
                del node[key]
        case _:
            if isinstance(node, dict):
                node[draw(st.sampled_from(["tekst", "id", "level", "extra"]))] = draw(JSON)
            else:
                node.append(draw(JSON))
    return data


@cache
def _part(part: type[Any]) -> st.SearchStrategy[Any]:
    fields = {name: _field(field) for name, field in part.model_fields.items()}
    required = {name: one for name, one in fields.items() if part.model_fields[name].is_required()}
    optional = {name: one for name, one in fields.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda values: part(**values))


def _field(field: FieldInfo) -> st.SearchStrategy[Any]:
    return _typed(field.annotation, list(field.metadata))


def _typed(annotation: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:  # noqa: PLR0911  (one a kind)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _typed(inner, [*metadata, *_flattened(more)])
    if origin in (Union, types.UnionType):
        return st.one_of(
            *(_typed(one, metadata) for one in get_args(annotation) if one is not type(None))
        )
    if origin is tuple:
        return st.lists(_typed(get_args(annotation)[0], []), max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if origin is dict:
        keys, values = get_args(annotation)
        if values is JsonValue:
            return st.dictionaries(st.text(_LETTERS, max_size=10), JSON, max_size=2)
        return st.dictionaries(_typed(keys, []), _typed(values, []), min_size=1, max_size=2)
    return _simple(annotation, metadata)


def _simple(annotation: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _part(annotation)
    low, high = _bound(metadata, "ge", "gt"), _bound(metadata, "le", "lt")
    makers: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        str: lambda: _string(metadata),
        bool: st.booleans,
        int: lambda: st.integers(
            low if low is not None else -1000, high if high is not None else 1000
        ),
        float: lambda: st.floats(
            (low or 0) + 0.001,
            high if high is not None else 1e6,
            allow_nan=False,
            allow_infinity=False,
        ),
        date: st.dates,
    }
    return makers[annotation]()


def _string(metadata: list[Any]) -> st.SearchStrategy[str]:
    pattern = next((one for data in metadata if (one := getattr(data, "pattern", None))), None)
    return st.text(_LETTERS, max_size=20) if pattern is None else _BY_PATTERN[pattern]


def _bound(metadata: list[Any], *names: str) -> Any:
    return next(
        (
            value
            for data in metadata
            for name in names
            if (value := getattr(data, name, None)) is not None
        ),
        None,
    )


def _flattened(metadata: list[Any]) -> list[Any]:
    flat: list[Any] = []
    for one in metadata:
        flat.extend(one.metadata if isinstance(one, FieldInfo) else [one])
    return flat
