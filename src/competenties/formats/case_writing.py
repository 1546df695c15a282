"""Writes a CASE package: inside what CASE 1.0, CASE 1.1 and OpenSALT's own schema all take.

So no `targetType`, no `extensions` at the root or in a rubric, no null, no CFDocumentURI and no
association types of 1.1. What CASE has no field for and is short stands under `extensions` of an
item, where every reader may leave it.
"""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from competenties.formats.case_identity import Everybody, Known
from competenties.formats.case_kept import BARE, DEFINITIONS, RUBRIC, STATEMENT, kept_by
from competenties.formats.case_levels_out import Branch, branches, rubrics
from competenties.formats.case_links import associations
from competenties.formats.case_sent_back import links_in
from competenties.formats.case_terms import (
    CLUSTER,
    COMPETENCE,
    CONTRA,
    INDICATOR,
    ITEM_TYPES,
    LEVEL,
    MOST_TITLE,
    OUR_TYPES,
    OURS,
    SCALE,
    STATUSES_OUT,
    ItemType,
    Json,
    shortened,
    spoken,
)
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator
from competenties.model.text import Text

_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def package(framework: Framework, stamp: str) -> bytes:
    """Return a package of a framework of which everything can be carried."""
    writer = _Writer(framework, stamp)
    links = associations(framework, writer.everybody, writer.branches)
    file = io.BytesIO()
    file.write(b'{"CFDocument":' + _line(writer.document()))
    _write_all(file, b"CFItems", map(writer.stamped, writer.items()))
    _write_all(file, b"CFAssociations", map(writer.stamped, links))
    file.write(b',\n"CFDefinitions":' + _line(writer.definitions()))
    _write_all(file, b"CFRubrics", rubrics(framework, writer.everybody, stamp))
    file.write(b"}\n")
    return file.getvalue()


def _write_all(file: io.BytesIO, name: bytes, objects: Iterable[Json]) -> None:
    file.write(b',\n"' + name + b'":[')
    for number, one in enumerate(objects):
        file.write(b",\n" if number else b"\n")
        file.write(_line(one))
    file.write(b"]")


def _line(data: Json) -> bytes:
    return _JSON.encode(data).encode()


@dataclass
class _Writer:
    framework: Framework
    stamp: str
    everybody: Everybody = field(init=False)
    branches: list[Branch] = field(init=False)

    def __post_init__(self) -> None:
        self.everybody = Everybody(self.framework)
        self.branches = branches(self.framework, self.everybody)
        language = self.framework.language
        self._types = {one.code: self.everybody.item_type(one, language) for one in ITEM_TYPES}
        self._used: set[str] = set()
        self._other_types: dict[str, Json] = {}

    def stamped(self, data: Json) -> Json:
        """Return an item or association with its date, which is the same for all."""
        data["lastChangeDateTime"] = self.stamp
        return data

    def document(self) -> Json:
        """Return the CFDocument."""
        framework, known = self.framework, self.everybody.document
        said = _Said(framework.language)
        title = said.also("name", framework.name)
        data = {
            "identifier": known.uuid,
            "uri": known.uri,
            "caseVersion": "1.1",
            "creator": said.also("owner", framework.owner) or title,
            "title": title,
            "lastChangeDateTime": self.stamp,
            "officialSourceURL": said.also("source", next(iter(framework.sources), None)),
            "description": said.also("description", framework.description),
            "language": framework.language,
            "version": framework.version,
            "adoptionStatus": STATUSES_OUT[framework.status],
            "statusStartDate": _day(framework.valid_from),
            "statusEndDate": _day(framework.valid_until),
            "licenseURI": self._licence() if framework.licence else None,
            "notes": said.also("notes", framework.notes),
        }
        fields = _fields(framework)
        more = {
            "id": framework.id,
            "status": framework.status if framework.status == "review" else None,
            "identifiers": self.everybody.said(known, "", framework.identifiers),
            "languages": said.languages,
            "others": sorted(fields) or None,
        }
        inside = ("licenseText", DEFINITIONS)
        sent = {key: one for key, one in fields.items() if not key.startswith(inside)}
        return _whole(data | sent, more)

    def items(self) -> Iterator[Json]:
        """Yield the CFItems: clusters, competences with their behaviour, and the levels."""
        for cluster in self.framework.clusters:
            yield self._cluster(cluster)
        for competence in self.framework.competences:
            yield self._competence(competence)
            for indicator in competence.all_indicators():
                yield self._indicator(indicator)
        for branch in self.branches:
            yield from self._branch(branch)

    def definitions(self) -> Json:
        """Return the CFDefinitions: the types of the items, and the licence."""
        kept = kept_by(self.framework.extra)
        data: dict[str, list[Json]] = {
            key.removeprefix(DEFINITIONS): list(found)
            for key, found in kept.items()
            if key.startswith(DEFINITIONS)
        }
        known_types = {one["identifier"] for one in data.get("CFItemTypes", ())}
        used = [self._definition(one) for one in ITEM_TYPES if one.code in self._used]
        new = [one for one in used if one["identifier"] not in known_types]
        data["CFItemTypes"] = [*new, *self._other_types.values(), *data.get("CFItemTypes", ())]
        if self.framework.licence:
            licence = {
                **self._licence(),
                "licenseText": kept.get("licenseText", self.framework.licence),
            }
            data["CFLicenses"] = [self.stamped(licence), *data.get("CFLicenses", ())]
        return data

    def _definition(self, one: ItemType) -> Json:
        language, known = self.framework.language, self._types[one.code]
        return self.stamped(
            {
                "identifier": known.uuid,
                "uri": known.uri,
                "title": spoken(one.title, language),
                "description": spoken(one.description, language),
                "hierarchyCode": one.hierarchy,
                "typeCode": one.code,
            }
        )

    def _cluster(self, one: Cluster) -> Json:
        said = _Said(self.framework.language)
        known = self.everybody.items[one.id]
        data = self._statement(known, CLUSTER, said, one.name, one.description, one.extra)
        return self._item(data, one, said, CLUSTER, {})

    def _competence(self, one: Competence) -> Json:
        said = _Said(self.framework.language)
        known = self.everybody.items[one.id]
        data = self._statement(known, COMPETENCE, said, one.name, one.definition, one.extra)
        words = [said.also(f"aliases/{n}", each) for n, each in enumerate(one.aliases)]
        data["conceptKeywords"] = words or None
        for level in one.levels:
            said.also(f"levels/{level.level}/name", level.name)
            said.also(f"levels/{level.level}/text", level.text)
        return self._item(data, one, said, COMPETENCE, {"type": one.type, "scale": one.scale})

    def _indicator(self, one: Indicator) -> Json:
        said = _Said(self.framework.language)
        kind = CONTRA if one.is_contra else INDICATOR
        data = self._statement(self.everybody.items[one.id], kind, said, one.text, None)
        more = {
            "kind": None if one.kind == "behaviour" else one.kind,
            "audience": one.audience,
            "contrasts_with": one.contrasts_with,
        }
        return self._item(data, one, said, kind, more)

    def _item(
        self,
        data: Json,
        one: Cluster | Competence | Indicator,
        said: "_Said",
        kind: ItemType,
        more: Json,
    ) -> Json:
        """Return an item with what every item may have; `more` is what no field of CASE says."""
        data["notes"] = said.also("notes", one.notes)
        known = self.everybody.items[one.id]
        more |= self._sent_back(data, one, kind)
        more |= {
            "id": None if known.code == one.id else one.id,
            "status": one.status,
            "identifiers": self.everybody.said(known, one.id, one.identifiers),
            "languages": said.languages,
        }
        return _whole(data, more)

    def _sent_back(self, data: Json, one: Cluster | Competence | Indicator, kind: ItemType) -> Json:
        """Put what a server sent before into an item, and return which fields those are."""
        kept = _fields(one)
        data |= kept
        if "CFItemType" in kept and "CFItemTypeURI" not in kept:
            data["CFItemTypeURI"] = self._other_type(kept["CFItemType"], kind)
        is_named = kind.code if "CFItemType" in kept else None
        return {"others": sorted(kept) or None, "item": is_named}

    def _other_type(self, title: str, kind: ItemType) -> Json:
        """Return a link to a type of another program; a type in words only is lost at some readers."""
        known = self.everybody.made(title, "CFItemType", OUR_TYPES, title)
        definition = {
            "identifier": known.uuid,
            "uri": known.uri,
            "title": title,
            "description": title,
            "hierarchyCode": kind.hierarchy,
            "typeCode": f"{OUR_TYPES}other",
        }
        self._other_types[title] = self.stamped(definition)
        return {**known.link(), "title": title}

    def _branch(self, branch: Branch) -> Iterator[Json]:
        said = _Said(self.framework.language)
        scale = branch.scale
        data = self._statement(branch.known, SCALE, said, branch.name, branch.description)
        more: Json = {"unnamed": True, "languages": said.languages}
        if scale is not None:
            partial = scale.partial or None
            more |= {"unnamed": None, "cumulative": scale.cumulative, "partial": partial}
        yield _whole(data, more)
        for level in branch.levels.values():
            said = _Said(self.framework.language)
            data = self._statement(level.known, LEVEL, said, level.name, level.description)
            unnamed = None if level.is_named else True
            more = {"level": level.number, "unnamed": unnamed, "languages": said.languages}
            yield _whole(data, more)

    def _statement(
        self,
        known: Known,
        kind: ItemType,
        said: "_Said",
        name: Text,
        more: Text | None,
        extra: Mapping[str, Any] = MappingProxyType({}),
    ) -> Json:
        """Return an item that says its name and, behind a colon, what that means."""
        self._used.add(kind.code)
        short, rest = said.first(name), said.also("description", more)
        whole = rest if kept_by(extra).get(STATEMENT) == BARE else f"{short}: {rest}"
        link = self._types[kind.code]
        return {
            "identifier": known.uuid,
            "uri": known.uri,
            "fullStatement": short if rest is None else whole,
            "abbreviatedStatement": None if rest is None else short,
            "humanCodingScheme": known.code,
            "CFItemType": link.code,
            "CFItemTypeURI": link.link(),
            "language": said.language,
        }

    def _licence(self) -> Json:
        """Return a link to the licence: the one that a server gave before, else one of ours."""
        title = shortened(self.framework.licence or "", MOST_TITLE)
        kept = kept_by(self.framework.extra).get("licenseURI")
        return dict(kept) if kept else {**self.everybody.licence(title).link(), "title": title}


class _Said:
    """Says the texts of an item, and keeps which are in another language than the first."""

    def __init__(self, language: str) -> None:
        self._package = language
        self.language = language
        self.languages: dict[str, str] = {}

    def first(self, text: Text) -> str:
        """Return the text by which the item is known; its language is that of the item."""
        self.language, said = self._parts(text)
        return said

    def also(self, name: str, text: Text | None) -> str | None:
        """Return another text of the item."""
        if text is None:
            return None
        language, said = self._parts(text)
        if language != self.language:
            self.languages[name] = language
        return said

    def _parts(self, text: Text) -> tuple[str, str]:
        return (self._package, text) if isinstance(text, str) else next(iter(text.items()))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _fields(one: Framework | Cluster | Competence | Indicator) -> Json:
    """Return the fields that a server sent before, without the associations among them."""
    without = {STATEMENT, RUBRIC, *(name for name, _ in links_in(one.extra))}
    return {key: value for key, value in kept_by(one.extra).items() if key not in without}


def _whole(data: Json, more: Json) -> Json:
    """Return an object without what is not there; CASE knows no null."""
    found = {key: value for key, value in data.items() if value is not None}
    ours = {key: value for key, value in more.items() if value is not None and value != {}}
    if ours:
        found["extensions"] = {**found.get("extensions", {}), OURS: ours}
    return found
