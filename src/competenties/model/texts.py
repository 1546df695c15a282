"""Every text of a framework or profile, with where it stands."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from competenties.model.part import Part
from competenties.model.text import Text

Where = tuple[str, tuple[str | int, ...]]
"""The id of an item, and the way from the item to the text."""


def texts(part: Part) -> Iterator[tuple[Where, Text]]:
    """Yield every text that can be written in more than one language, in the order of the file."""
    yield from _texts(part, "", ())


def _texts(part: Part, item: str, path: tuple[str | int, ...]) -> Iterator[tuple[Where, Text]]:
    own = getattr(part, "id", None)
    if isinstance(own, str) and type(part).__name__ != "Identifier":
        item, path = own, ()
    for name, holds_parts in text_fields(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        if not isinstance(value, tuple):
            if holds_parts:
                yield from _texts(value, item, (*path, name))
            else:
                yield (item, (*path, name)), value
            continue
        for position, one in enumerate(value):
            if holds_parts:
                yield from _texts(one, item, (*path, name, position))
            else:
                yield (item, (*path, name, position)), one


@cache
def text_fields(part: type[Part]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a part that hold texts (False) or parts that may hold them (True)."""
    found = []
    for name, field in part.model_fields.items():
        kinds = set(_kinds(field.annotation))
        if kinds:
            found.append((name, kinds == {"part"}))
    return tuple(found)


def _kinds(annotation: Any) -> Iterator[str]:
    origin = get_origin(annotation)
    if origin is Annotated or origin is tuple:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        branches = get_args(annotation)
        if any(get_origin(_bare(branch)) is dict for branch in branches):
            yield "text"
        for branch in branches:
            if isinstance(_bare(branch), type):
                yield from _kinds(branch)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        yield "part"


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
