"""What stands in a framework and its job profiles, field by field, so that a loss can be named."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.model.competence import Level
from competenties.model.part import Part
from competenties.model.scale import ScaleLevel
from competenties.model.texts import text_fields

Place = tuple[str | int, ...]
"""The way to a value: names of fields, ids of items, numbers of levels, positions of the rest.

What is there twice in one list has a number behind it: the second "samenwerken" is "samenwerken#2".
It begins with "framework", or with "profiles" and an id. A text ends with its language, also where
it is written in one language only: "framework", "competences", "samenwerken", "name", "nl".
"""


class Held(NamedTuple):
    """A value of a framework: of which item it is, what the field is called, and what it says."""

    item: str
    title: Phrase
    field: Phrase
    value: Any


Inventory = Mapping[Place, Held]


def inventory(content: Content) -> dict[Place, Held]:
    """Return every value of a framework and its job profiles that is not the default."""
    framework = content.framework
    found = dict(_values(framework, ("framework",), framework.language, _named(framework)))
    for key, profile in _each(tuple(content.profiles)):
        place = ("profiles", *key)
        found.update(_values(profile, place, profile.language, _named(profile)))
    return found


_NAMES = ("name", "text", "term")


class _Item(NamedTuple):
    id: str
    title: Phrase


class _Field(NamedTuple):
    name: str
    label: Phrase
    default: Any
    is_text: bool


def _named(part: Part, otherwise: _Item | None = None) -> _Item:
    """Return what an item is called; what has no id belongs to the item around it."""
    identifier = getattr(part, "id", None)
    if not isinstance(identifier, str) or _is_foreign(type(part)):
        return otherwise or _Item("", Phrase(nl="", en=""))
    said = next((value for name in _NAMES if (value := getattr(part, name, None))), identifier)
    texts = {"nl": said, "en": said} if isinstance(said, str) else said
    any_text = next(iter(texts.values()))
    titles = Phrase(nl=texts.get("nl", any_text), en=texts.get("en", any_text))
    return _Item(identifier, titles)


def _values(part: Part, place: Place, language: str, item: _Item) -> Iterator[tuple[Place, Held]]:
    """Yield the values of a part, in the order of the model."""
    for name, label, default, is_text in _fields(type(part)):
        value = getattr(part, name)
        if value is None or value == default:
            continue
        for step, one in _each(value):
            at = (*place, name, *step)
            if isinstance(one, Part):
                yield from _values(one, at, language, _named(one, item))
            elif is_text:
                said = {language: one} if isinstance(one, str) else one
                for tag, text in said.items():
                    yield (*at, tag), Held(item.id, item.title, label, text)
            else:
                yield at, Held(item.id, item.title, label, one)


@cache
def _fields(kind: type[Part]) -> tuple[_Field, ...]:
    """Return the fields of a kind of part but its id; worked out once, as there may be many parts."""
    texts = {name for name, holds_parts in text_fields(kind) if not holds_parts}
    return tuple(
        _Field(name, label_of(field), field.default, name in texts)
        for name, field in kind.model_fields.items()
        if name != "id"
    )


@cache
def _is_foreign(kind: type[Part]) -> bool:
    """Tell whether the id of a kind of part is one of another program."""
    return "scheme" in kind.model_fields


def _each(value: Any) -> Iterator[tuple[Place, Any]]:
    """Yield one value, or each of a list with how it is told apart."""
    if not isinstance(value, tuple):
        yield (), value
        return
    seen: Counter[str | int] = Counter()
    for position, one in enumerate(value):
        key = _key(one, position)
        seen[key] += 1
        yield (key if seen[key] == 1 else f"{key}#{seen[key]}",), one


def _key(one: Any, position: int) -> str | int:
    if isinstance(one, Level):
        return one.level
    if isinstance(one, ScaleLevel):
        return one.number
    identifier = getattr(one, "id", None)
    return identifier if isinstance(identifier, str) and identifier else position


def label_of(field: Any) -> Phrase:
    """Return what a field is called, as the schema documents it."""
    extra = field.json_schema_extra or {}
    title = field.title or ""
    return Phrase(nl=str(extra.get("x-title-nl", title)), en=title)
