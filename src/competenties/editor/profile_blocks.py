"""The job profile as a form: its blocks with their fields and lists, made from the model's own titles."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from competenties.editor.profile_words import ADD, BLOCKS, OPTIONS, YES
from competenties.messages import Phrase
from competenties.model.job import Authority, Chain, Context, Place, Result, ResultArea
from competenties.model.part import Part, part_of
from competenties.model.profile import JobProfile
from competenties.model.record import Consultation
from competenties.model.terms import Approval, Conditions, Grading

Path = tuple[str | int, ...]
Kind = Literal["line", "area", "choice", "date", "number", "flag"]

_AREAS = frozenset(
    (
        *("purpose", "description", "organisation", "team", "sector", "energy", "figures"),
        *("effect", "departs", "physical", "mental", "schedule", "risks", "appeal", "notes"),
        "reason",
    )
)
"""Fields in which a text may have lines of its own."""

_OWNERS: Mapping[str, tuple[type[Part], tuple[str, ...]]] = {
    "about": (JobProfile, ()),
    "purpose": (JobProfile, ()),
    "place": (Place, ("place",)),
    "chain": (Chain, ("chain",)),
    "context": (Context, ("context",)),
    "authority": (Authority, ("authority",)),
    "contacts": (JobProfile, ()),
    "qualifications": (JobProfile, ()),
    "conditions": (Conditions, ("conditions",)),
    "grading": (Grading, ("grading",)),
    "career": (JobProfile, ()),
    "approval": (Approval, ("approval",)),
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "about": (
        *("name", "aliases", "kind", "code", "family", "series", "series_step", "status"),
        *("version", "owner", "valid_from", "valid_until", "review_date", "notes"),
    ),
    "purpose": ("purpose", "description"),
    "contacts": ("contacts",),
    "qualifications": ("qualifications",),
    "career": ("career",),
}
"""The fields of a block; one that is not named has all fields of its part."""


@dataclass(frozen=True)
class Entry:
    """One field of the form."""

    kind: Kind
    item: str
    path: Path
    label: Phrase
    value: Any
    note: Phrase | None = None
    options: tuple[tuple[str, Phrase], ...] = ()
    default: Any = None
    is_optional: bool = True


@dataclass(frozen=True)
class Row:
    """One element of a list: its fields, and its JSON as an edit names it."""

    path: Path
    json: str
    entries: list[Entry]


@dataclass(frozen=True)
class Listing:
    """A list in which rows come, go and move.

    `fresh` is the JSON of a new row, and `text_in` the field of it in which the first text comes;
    a list of texts has none.
    """

    item: str
    path: Path
    label: Phrase
    rows: list[Row]
    fresh: str
    text_in: str
    add: Phrase
    note: Phrase | None = None


@dataclass(frozen=True)
class Block:
    """A part of the form that folds."""

    key: str
    title: Phrase
    note: Phrase
    parts: list[Entry | Listing] = field(default_factory=list)

    @property
    def filled(self) -> int:
        """How many of its fields and lists hold something."""
        return sum(bool(one.rows if isinstance(one, Listing) else one.value) for one in self.parts)


@dataclass(frozen=True)
class Area:
    """A result area as a card: its own fields, its tasks, its results, and what it is judged by."""

    id: str
    json: str
    entries: list[Entry]
    lists: list[Listing]
    criteria: list[dict[str, Any]]


def profile_blocks(data: Mapping[str, Any]) -> dict[str, Block]:
    """Return the blocks of a profile by their keys, with what its draft says now."""
    return {key: _block(key, data) for key in _OWNERS}


def result_areas(data: Mapping[str, Any]) -> list[Area]:
    """Return the result areas as cards."""
    return [_area(one) for one in objects(data.get("result_areas"))]


def objects(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a list; a draft may hold other things too."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def as_json(value: Any) -> str:
    """Return a value as an attribute of the page carries it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def entry(part: type[Part], name: str, owner: Any, item: str, way: Path) -> Entry:
    """Return the field of a part with this name, as the draft has it."""
    said = owner.get(name) if isinstance(owner, Mapping) else None
    info = part.model_fields[name]
    kind, options = _kind(part, name)
    return Entry(
        kind,
        item,
        (*way, name),
        label_of(part, name),
        said,
        note_of(part, name),
        options,
        default=None if info.is_required() else info.default,
        is_optional=not info.is_required(),
    )


def label_of(part: type[Part], name: str) -> Phrase:
    """Return the title of a field in the model."""
    info = part.model_fields[name]
    return Phrase(nl=str(_more(part, name)["x-title-nl"]), en=str(info.title))


def note_of(part: type[Part], name: str) -> Phrase:
    """Return what the model says about a field."""
    info = part.model_fields[name]
    return Phrase(nl=str(_more(part, name)["x-description-nl"]), en=str(info.description))


def _more(part: type[Part], name: str) -> Mapping[str, Any]:
    more = part.model_fields[name].json_schema_extra
    return more if isinstance(more, dict) else {}


def _block(key: str, data: Mapping[str, Any]) -> Block:
    part, way = _OWNERS[key]
    owner = data.get(way[0]) if way else data
    names = _FIELDS.get(key, tuple(one for one in part.model_fields if one != "extra"))
    title, note = BLOCKS[key]
    return Block(key, title, note, list(_parts(part, names, owner, way)))


def _parts(
    part: type[Part], names: tuple[str, ...], owner: Any, way: Path
) -> Iterator[Entry | Listing]:
    for name in names:
        inner = part_of(part, name)
        if _is_list(part, name):
            yield _listing(part, name, owner, "", way)
        elif inner is Consultation:
            below = owner.get(name) if isinstance(owner, Mapping) else None
            yield from (entry(inner, one, below, "", (*way, name)) for one in inner.model_fields)
        else:
            yield entry(part, name, owner, "", way)


def _listing(part: type[Part], name: str, owner: Any, item: str, way: Path) -> Listing:
    found = owner.get(name) if isinstance(owner, Mapping) else None
    values = found if isinstance(found, list) else []
    path, inner = (*way, name), part_of(part, name)
    label = label_of(part, name)
    rows = [_row(one, inner, label, item, (*path, n)) for n, one in enumerate(values)]
    fresh: Any = "" if inner is None else _fresh(inner)
    text_in = "" if inner is None else _first_text(inner)
    note = note_of(part, name)
    return Listing(item, path, label, rows, as_json(fresh), text_in, ADD[name], note)


def _row(value: Any, inner: type[Part] | None, label: Phrase, item: str, path: Path) -> Row:
    if inner is None:
        number = int(path[-1]) + 1
        called = Phrase(nl=f"{label.nl} {number}", en=f"{label.en} {number}")
        return Row(
            path, as_json(value), [Entry("line", item, path, called, value, is_optional=False)]
        )
    names = [one for one in inner.model_fields if one not in ("extra", "profile")]
    return Row(path, as_json(value), [entry(inner, one, value, item, path) for one in names])


def _fresh(inner: type[Part]) -> dict[str, Any]:
    """Return a new row: what has to be there, empty, or the first choice."""
    made: dict[str, Any] = {}
    for name, info in inner.model_fields.items():
        if info.is_required():
            _, options = _kind(inner, name)
            made[name] = options[0][0] if options else ""
    return made


def _first_text(inner: type[Part]) -> str:
    return next(one for one in inner.model_fields if _kind(inner, one)[0] in ("line", "area"))


def _area(value: dict[str, Any]) -> Area:
    item = str(value.get("id", ""))
    entries = [entry(ResultArea, one, value, item, ()) for one in ("name", "description")]
    tasks = _listing(ResultArea, "tasks", value, item, ())
    results = _listing(ResultArea, "results", value, item, ())
    return Area(item, as_json(value), entries, [tasks, results], objects(value.get("criteria")))


def _is_list(part: type[Part], name: str) -> bool:
    return get_origin(part.model_fields[name].annotation) is tuple


def _kind(part: type[Part], name: str) -> tuple[Kind, tuple[tuple[str, Phrase], ...]]:
    """Return which sort of field this is; a choice with its options."""
    found = list(_flat(part.model_fields[name].annotation))
    choices = [one for each in found if get_origin(each) is Literal for one in get_args(each)]
    if choices:
        said = OPTIONS[name]
        return "choice", tuple((one, said[one]) for one in choices)
    if bool in found:
        return "flag", (("", YES),)
    if dt.date in found:
        return "date", ()
    if int in found or float in found:
        return "number", ()
    return ("area" if name in _AREAS and part is not Result else "line"), ()


def _flat(annotation: Any) -> Iterator[Any]:
    """Yield the types that an annotation allows, without what is said about them."""
    inner = get_args(annotation)
    if not inner or get_origin(annotation) is Literal:
        yield annotation
        return
    for one in inner:
        yield from _flat(one)
