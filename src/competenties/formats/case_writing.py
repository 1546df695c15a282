"""Writes a CASE package: inside what CASE 1.0, CASE 1.1 and OpenSALT's own schema all take.

So no `targetType`, no `extensions` at the root or in a rubric, no null, no CFDocumentURI and no
association types of 1.1. What CASE has no field for and is short stands under `extensions` of an
item, where every reader may leave it.
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from competenties.formats.case_identity import Everybody, Known
from competenties.formats.case_levels_out import Branch, branches, rubrics
from competenties.formats.case_links import associations
from competenties.formats.case_terms import (
    CLUSTER,
    COMPETENCE,
    CONTRA,
    INDICATOR,
    ITEM_TYPES,
    LEVEL,
    MOST_TITLE,
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
_NO_DATE = date(2000, 1, 1)
"""Of a framework without any date: the same file at every export needs some date."""


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


def stamp_of(framework: Framework) -> str:
    """Return the time of the last change: a framework knows days only, and no clock is looked at.

    It is the day of the decision, else the day from which the version holds, else a fixed day.
    """
    published = framework.publication
    days = (published.decided_on, published.valid_from) if published else ()
    day = next((one for one in (*days, framework.valid_from) if one is not None), _NO_DATE)
    return f"{day.isoformat()}T00:00:00+00:00"


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
        self._types = {one.code: self._type(one) for one in ITEM_TYPES}
        self._used: set[str] = set()

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
            "licenseURI": self._licence().link() if framework.licence else None,
            "notes": said.also("notes", framework.notes),
        }
        more = {
            "id": framework.id,
            "status": framework.status if framework.status == "review" else None,
            "identifiers": self.everybody.said(known, "", framework.identifiers),
        }
        return _whole(data, {**more, "languages": said.languages})

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
        used = [one for one in ITEM_TYPES if one.code in self._used]
        data: Json = {"CFItemTypes": [self._definition(one) for one in used]}
        if self.framework.licence:
            known = self._licence()
            licence = {
                "identifier": known.uuid,
                "uri": known.uri,
                "title": shortened(self.framework.licence, MOST_TITLE),
                "licenseText": self.framework.licence,
            }
            data["CFLicenses"] = [self.stamped(licence)]
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
        data = self._statement(
            self.everybody.items[one.id], CLUSTER, said, one.name, one.description
        )
        return self._item(data, one, said, {})

    def _competence(self, one: Competence) -> Json:
        said = _Said(self.framework.language)
        known = self.everybody.items[one.id]
        data = self._statement(known, COMPETENCE, said, one.name, one.definition)
        words = [said.also(f"aliases/{n}", each) for n, each in enumerate(one.aliases)]
        data["conceptKeywords"] = words or None
        for level in one.levels:
            said.also(f"levels/{level.level}/name", level.name)
            said.also(f"levels/{level.level}/text", level.text)
        return self._item(data, one, said, {"type": one.type, "scale": one.scale})

    def _indicator(self, one: Indicator) -> Json:
        said = _Said(self.framework.language)
        kind = CONTRA if one.is_contra else INDICATOR
        data = self._statement(self.everybody.items[one.id], kind, said, one.text, None)
        more = {
            "kind": None if one.kind == "behaviour" else one.kind,
            "audience": one.audience,
            "contrasts_with": one.contrasts_with,
        }
        return self._item(data, one, said, more)

    def _item(
        self, data: Json, one: Cluster | Competence | Indicator, said: "_Said", more: Json
    ) -> Json:
        """Return an item with what every item may have; `more` is what no field of CASE says."""
        data["notes"] = said.also("notes", one.notes)
        known = self.everybody.items[one.id]
        more |= {
            "id": None if known.code == one.id else one.id,
            "status": one.status,
            "identifiers": self.everybody.said(known, one.id, one.identifiers),
            "languages": said.languages,
        }
        return _whole(data, more)

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
        self, known: Known, kind: ItemType, said: "_Said", name: Text, more: Text | None
    ) -> Json:
        """Return an item that says its name and, behind a colon, what that means."""
        self._used.add(kind.code)
        short, rest = said.first(name), said.also("description", more)
        link = self._types[kind.code]
        return {
            "identifier": known.uuid,
            "uri": known.uri,
            "fullStatement": short if rest is None else f"{short}: {rest}",
            "abbreviatedStatement": None if rest is None else short,
            "humanCodingScheme": known.code,
            "CFItemType": link.code,
            "CFItemTypeURI": link.link(),
            "language": said.language,
        }

    def _type(self, one: ItemType) -> Known:
        title = spoken(one.title, self.framework.language)
        return self.everybody.made(title, "CFItemType", one.code, title)

    def _licence(self) -> Known:
        code = shortened(self.framework.licence or "", MOST_TITLE)
        return self.everybody.made(code, "CFLicense")


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


def _whole(data: Json, more: Json) -> Json:
    """Return an object without what is not there; CASE knows no null."""
    found = {key: value for key, value in data.items() if value is not None}
    ours = {key: value for key, value in more.items() if value is not None and value != {}}
    if ours:
        found["extensions"] = {OURS: ours}
    return found
