"""What losses are about, in the words of a person: interview questions, texts in English, jobs."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from competenties.formats.inventory import Place, inventory, label_of
from competenties.formats.loss import Loss, LossKind
from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.part import Part

_JOBS = Phrase(nl="Functieprofielen", en="Job profiles")
_PARTS_OF_JOBS = Phrase(nl="Delen van functieprofielen", en="Parts of job profiles")
_FIELD = Phrase(nl="{owner}: {field}", en="{owner}: {field}")
_OTHER_LANGUAGE = Phrase(nl="Teksten in de taal {tag}", en="Texts in the language {tag}")
_OF_LANGUAGE = {
    "nl": Phrase(nl="Teksten in het Nederlands", en="Texts in Dutch"),
    "en": Phrase(nl="Teksten in het Engels", en="Texts in English"),
}
_CARRIERS = frozenset({"clusters", "competences", "levels", "indicators", "proficiency_scales"})
"""Lists that every format is about: of these a field counts, of other lists the whole thing."""
_MAIN = ("text", "name")


class Subject(NamedTuple):
    """What some losses are about, in which way they are lost and where they went.

    `things` counts questions or behaviour, `values` each of their fields.
    """

    label: Phrase
    kind: LossKind
    where: Phrase | None
    things: int
    values: int


def subjects(content: Content, found: tuple[Loss, ...]) -> list[Subject]:
    """Return what an export of `content` loses, the most frequent first."""
    groups: dict[tuple[Phrase, LossKind, Phrase | None], list[Place]] = {}
    for one in subjects_of_each(content, found):
        groups.setdefault((one.label, one.kind, one.where), []).append(one.thing)
    counted = [Subject(*key, len(set(things)), len(things)) for key, things in groups.items()]
    return sorted(counted, key=lambda one: -one.things)


class Told(NamedTuple):
    """One loss, as it is told: its subject, and in which way that is lost."""

    loss: Loss
    label: Phrase
    kind: LossKind
    where: Phrase | None
    thing: Place


def subjects_of_each(content: Content, found: tuple[Loss, ...]) -> Iterator[Told]:
    """Yield what each loss is about, in their order."""
    tags = {content.framework.language, *content.framework.languages, *_OF_LANGUAGE}
    gone = {one.place: one for one in found if one.kind in ("left-out", "elsewhere")}
    kept = inventory(content).keys() - gone.keys()
    said = {place[:-1] for place in kept if place[-1] in tags}
    said.update(place[:2] for place in kept if place[0] == "profiles")
    moved = {place[:-1]: one for place, one in gone.items() if one.kind == "elsewhere"}
    for one in found:
        label, thing, text = _about(one, said, tags)
        fate = moved.get(text, one)
        yield Told(one, label, fate.kind, fate.where, thing)


class _About(NamedTuple):
    """What a value is about, which thing that is, and the text that decides what became of it."""

    label: Phrase
    thing: Place
    text: Place


def _about(one: Loss, said: AbstractSet[Place], tags: AbstractSet[str]) -> _About:
    """Return what a value is about; `said` are texts that come back in some language, and jobs."""
    place = one.place
    if place[0] == "profiles":
        return _About(_PARTS_OF_JOBS if place[:2] in said else _JOBS, place[:2], ())
    way = _way(tuple(_names(place)))
    for depth, (label, main) in enumerate(way.items, start=1):
        item = place[: 1 + 2 * depth]
        if main and (*item, main) not in said:
            return _About(label, item, (*item, main))
    if one.kind == "left-out" and place[-1] in tags and place[:-1] in said:
        tag = str(place[-1])
        return _About(_OF_LANGUAGE.get(tag) or _OTHER_LANGUAGE.filled(tag=tag), place, ())
    return _About(way.label, place[: way.length], ())


def _names(place: Place) -> Iterator[str]:
    """Yield the names of fields, up to the one that says what the value is about."""
    for name in place[1::2]:
        yield str(name)
        if name not in _CARRIERS:
            return


class _Way(NamedTuple):
    """What the names of fields along a place say, whatever the items are."""

    items: tuple[tuple[Phrase, str], ...]
    """The lists of items on the way, each with the field without which the item is gone."""
    label: Phrase
    length: int
    """How much of the place tells one thing from the next."""


@cache
def _way(names: tuple[str, ...]) -> _Way:
    owner: type[Part] = Framework
    items = []
    for name in names[:-1]:
        field = owner.model_fields[name]
        owner = next(_parts(field.annotation))
        items.append((label_of(field), _main(owner)))
    field = owner.model_fields[names[-1]]
    is_list = get_origin(_bare(field.annotation)) is tuple and any(_parts(field.annotation))
    label = label_of(field)
    if not is_list:
        label = _FIELD.filled(owner=_title(owner), field=label)
    return _Way(tuple(items), label, 2 * len(names) + is_list)


def _main(owner: type[Part]) -> str:
    fields = owner.model_fields
    return next((one for one in _MAIN if one in fields and fields[one].is_required()), "")


def _title(owner: type[Part]) -> Phrase:
    title = str(owner.model_config.get("title", ""))
    extra = owner.model_config.get("json_schema_extra")
    return Phrase(
        nl=str(extra.get("x-title-nl", title)) if isinstance(extra, dict) else title, en=title
    )


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _parts(annotation: Any) -> Iterator[type[Part]]:
    """Yield the parts that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)
