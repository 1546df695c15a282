"""Who is who in a package: UUID, address and code of every item, the same at every export."""

from collections.abc import Iterator
from dataclasses import dataclass

from competenties.formats.case_terms import (
    CASE,
    MOST_CODE,
    ItemType,
    Json,
    code_in,
    concluded,
    spoken,
    uri_in,
    uuid_in,
)
from competenties.formats.identity import node_uuid
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level
from competenties.model.framework import Framework
from competenties.model.record import Identifier, Identifiers
from competenties.model.text import Text, text_in

LEVEL_NAME = Phrase(nl="Niveau {number}", en="Level {number}")
"""What a level is called that no scale names."""

RUBRIC_TITLE = Phrase(nl="Niveaus: {name}", en="Levels: {name}")
"""What the rubric of a competence is called."""

LEVELS_NAME = Phrase(nl="Niveaus", en="Levels")


@dataclass(frozen=True, slots=True)
class Known:
    """An item in the package: where it can be found, and its code for people."""

    uuid: str
    uri: str
    code: str

    def link(self) -> Json:
        """Return a link to it, as every reader of CASE wants one."""
        return {"title": self.code, "identifier": self.uuid, "uri": self.uri}


class Everybody:
    """The items of a framework by id; a UUID that CASE gave one before is kept."""

    def __init__(self, framework: Framework) -> None:
        """Look at every item once; of two that claim one UUID the first gets it."""
        self._framework = framework.id
        items = list(_items(framework))
        self._own = {"": self.derived(), **{own: self.derived(own) for own, _ in items}}
        self._derived = set(self._own.values())
        self._used: set[str] = set()
        document = self._known("", framework.identifiers)
        self.document = Known(document.uuid, document.uri, plain(framework.name))
        self.items = {own: self._known(own, found) for own, found in items}

    def derived(self, *parts: str | int) -> str:
        """Return the UUID that follows from ids of our own; of the document without any."""
        return node_uuid(self._framework, *parts)

    def made(self, code: str, *parts: str | int) -> Known:
        """Return an item that stands in no framework, such as a branch of levels."""
        uuid = self.derived(*parts)
        return Known(uuid, _address(uuid), code[:MOST_CODE])

    def level(self, competence: str, level: Level) -> str:
        """Return the UUID of what a competence has at a level."""
        return uuid_in(level.identifiers) or self.derived(competence, level.level)

    def by_uuid(self) -> dict[str, Known]:
        """Return the document and the items by UUID."""
        return {one.uuid: one for one in (self.document, *self.items.values())}

    def item_type(self, one: ItemType, language: str) -> Known:
        """Return the definition of a type of ours."""
        title = spoken(one.title, language)
        return self.made(title, "CFItemType", one.code, title)

    def licence(self, title: str) -> Known:
        """Return the definition of the licence."""
        return self.made(title, "CFLicense")

    def claim(self, wanted: str | None, derived: str) -> str:
        """Return the UUID that was wanted where it is free, else the derived one."""
        is_free = wanted is not None and wanted not in self._used and wanted not in self._derived
        uuid = wanted if wanted is not None and is_free else derived
        self._used.add(uuid)
        return uuid

    def said(self, known: Known, own: str, identifiers: Identifiers) -> list[dict[str, str]] | None:
        """Return the foreign ids of an item, unless a reader concludes the same by itself."""
        code = known.code if own else ""
        follows = concluded((known.uuid, known.uri, code), self._own[own], own)
        given = [{"scheme": one.scheme, "id": one.id} for one in identifiers]
        return None if given == follows else given

    def _known(self, own: str, identifiers: Identifiers) -> Known:
        wanted = uuid_in(identifiers)
        uuid = self.claim(wanted, self._own[own])
        kept = uri_in(identifiers) if wanted == uuid else None
        return Known(uuid, kept or _address(uuid), code_in(identifiers) or own)


def _items(framework: Framework) -> Iterator[tuple[str, Identifiers]]:
    yield from ((one.id, one.identifiers) for one in framework.clusters)
    for competence in framework.competences:
        yield competence.id, competence.identifiers
        yield from ((one.id, one.identifiers) for one in competence.all_indicators())


def _address(uuid: str) -> str:
    """Return an address that is true anywhere; we have no server to name."""
    return f"urn:uuid:{uuid}"


def plain(text: Text | None) -> str:
    """Return a text that is there in one language only."""
    return text_in(text, "", "")


def level_name(framework: Framework, competence: Competence, number: int) -> Text:
    """Return what a level is called when the competence has no name of its own for it."""
    scale = framework.scale_of(competence)
    named = (one.name for one in (scale.levels if scale else ()) if one.number == number)
    return next(named, spoken(LEVEL_NAME, framework.language, number=number))


def with_known_levels(framework: Framework) -> Framework:
    """Return a framework whose levels keep only a name and a UUID that come back."""
    has_ids = any(level.identifiers for one in framework.competences for level in one.levels)
    everybody = Everybody(framework) if has_ids else None
    competences = tuple(
        one.model_copy(update={"levels": tuple(_levels(framework, one, everybody))})
        for one in framework.competences
    )
    return framework.model_copy(update={"competences": competences})


def _levels(framework: Framework, one: Competence, everybody: Everybody | None) -> Iterator[Level]:
    for level in one.levels:
        generic = plain(level_name(framework, one, level.level))
        name = None if plain(level.name) == generic else level.name
        own: Identifiers = ()
        if everybody is not None:
            derived = everybody.derived(one.id, level.level)
            uuid = everybody.claim(uuid_in(level.identifiers), derived)
            own = () if uuid == derived else (Identifier(scheme=CASE, id=uuid),)
        yield level.model_copy(update={"name": name, "identifiers": own})
