"""Files that hold a framework whole: its data as a draft, and what cannot come back from any draft.

A draft names clusters and scales by position and gets new ids where two items share one, so a
reference to nothing and a double id are lost in every format, however complete its file is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from competenties.findings import Finding, UnusableError
from competenties.formats.applying import apply
from competenties.formats.inventory import Held, Place, inventory
from competenties.formats.loss import Lost
from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.source import Content, Source
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.ids import is_device_name
from competenties.model.profile import JobProfile
from competenties.workspace.documents import document_data
from competenties.workspace.files import MOST_BYTES
from competenties.workspace.gate import shipped_gate
from competenties.workspace.pruning import pruned

Data = dict[str, Any]

NO_SUCH_ITEM = Phrase(
    nl='verwijst naar "{id}", en dat staat niet in het bestand',
    en='refers to "{id}", which is not in the file',
)
CHANGED = Lost(
    "changed",
    Phrase(
        nl="verwijst naar iets dat er niet is, of heeft een id dat al bestaat",
        en="refers to something that is not there, or has an id that exists already",
    ),
)
_TOO_LARGE = Phrase(
    nl="{name} is groter dan {most} MB. Verdeel het model over meer bestanden.",
    en="{name} is larger than {most} MB. Spread the framework over several files.",
)
_NOT_UTF8 = Phrase(
    nl="Het bestand is geen UTF-8; het is gelezen als Windows-1252. Kijk letters met een accent na.",
    en="The file is not UTF-8; it was read as Windows-1252. Look at letters with an accent.",
)


class Unresolved(NamedTuple):
    """A reference to an item that is not there: which list, which position, which field."""

    items: str
    position: int
    field: str
    id: str


class Read(NamedTuple):
    """The text of a file, with what has to be said of how it was read."""

    text: str
    remarks: tuple[Phrase, ...]


def text_of(source: Source, most: int = MOST_BYTES) -> Read:
    """Return the text of a source without BOM and with LF; raises UnusableError when too large."""
    if len(source.raw) > most:
        raise UnusableError(_TOO_LARGE, name=source.name, most=most // 1_000_000)
    remarks: tuple[Phrase, ...] = ()
    if source.raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = source.raw.decode("utf-16", "replace")
    else:
        try:
            text = source.raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text, remarks = source.raw.decode("cp1252", "replace"), (_NOT_UTF8,)
    return Read(text.replace("\r\n", "\n").replace("\r", "\n"), remarks)


def data_of(model: Framework | JobProfile) -> Data:
    """Return a model as its own file holds it, without what says which form that is."""
    return {key: value for key, value in document_data(model).items() if key != "$schema"}


_REFERENCES = (
    ("clusters", "parent", "clusters"),
    ("competences", "cluster", "clusters"),
    ("competences", "scale", "proficiency_scales"),
)


def draft_of(data: Data) -> tuple[Draft, list[Unresolved]]:
    """Return a framework's data as a draft, and the references that lead nowhere."""
    draft, unresolved = dict(data), []
    for items, key, others in _REFERENCES:
        places = _places(data.get(others, ()))
        made = []
        for position, one in enumerate(draft.get(items, ())):
            other = one.get(key)
            if other is None:
                made.append(one)
            elif other in places:
                made.append({**one, key: places[other]})
            else:
                made.append({name: value for name, value in one.items() if name != key})
                unresolved.append(Unresolved(items, position, key, other))
        if items in draft:
            draft[items] = made
    return draft, unresolved


def _places(items: Any) -> dict[str, int]:
    """Return where each id stands, the first of two."""
    places: dict[str, int] = {}
    for position, one in enumerate(items):
        places.setdefault(one["id"], position)
    return places


@dataclass(frozen=True)
class Gated:
    """Data that the model takes, and what was left out of them because their form is wrong."""

    data: Data | None
    findings: list[Finding] = field(default_factory=list)


def through_the_gate(data: Data) -> Gated:
    """Return what is usable of a framework's data with `$schema`; None where nothing is."""
    found = shipped_gate("framework").findings(data)
    usable = pruned(data, found, "framework") if found else data
    if usable is None:
        return Gated(None, found)
    return Gated({key: value for key, value in usable.items() if key != "$schema"}, found)


def changed_places(content: Content) -> set[Place]:
    """Return the places whose value no draft brings back; nothing in a framework that is sound."""
    if _is_sound(content):
        return set()
    draft, _ = draft_of(data_of(content.framework))
    profiles = tuple(map(data_of, content.profiles))
    made = apply(ImportPlan("", content.framework.language, draft, profiles))
    if made.framework is None:
        return set()
    after = inventory(Content(made.framework, made.profiles))
    before = inventory(content)
    return {place for place, held in before.items() if _value(after, place) != held.value}


def lost_in(
    content: Content, also: Callable[[Place, Held], Lost | None] = lambda _place, _held: None
) -> Callable[[Place, Held], Lost | None]:
    """Return what becomes of a value: `also` says what the format itself does not carry."""
    changed = changed_places(content)

    def fate(place: Place, held: Held) -> Lost | None:
        return also(place, held) or (CHANGED if place in changed else None)

    return fate


def _value(values: dict[Place, Held], place: Place) -> Any:
    held = values.get(place)
    return None if held is None else held.value


def _is_sound(content: Content) -> bool:
    """Tell whether every id is there once and every reference leads somewhere."""
    framework = content.framework
    ids = list(_ids(framework))
    profiles = [one.id for one in content.profiles]
    if len(set(ids)) < len(ids) or len(set(profiles)) < len(profiles):
        return False
    if any(map(is_device_name, (*ids, *profiles))):
        return False
    clusters = {one.id for one in framework.clusters} | {None}
    scales = {one.id for one in framework.proficiency_scales} | {None}
    return all(one.parent in clusters for one in framework.clusters) and all(
        one.cluster in clusters and one.scale in scales for one in framework.competences
    )


def _ids(framework: Framework) -> Iterator[str]:
    for items in (framework.proficiency_scales, framework.clusters, framework.competences):
        yield from (one.id for one in items)
    for competence in framework.competences:
        yield from (one.id for one in competence.all_indicators())
