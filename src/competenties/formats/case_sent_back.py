"""Puts into a carried framework what goes back to a server of all that an import of CASE kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from competenties.formats.case_identity import Everybody, plain
from competenties.formats.case_kept import (
    RUBRIC,
    definitions,
    document_fields,
    item_fields,
    kept_by,
)
from competenties.formats.case_kept_values import is_address
from competenties.formats.case_package import as_object, has_words, names_person, text
from competenties.formats.case_terms import (
    ASSOCIATIONS,
    CASE,
    CLUSTER,
    COMPETENCE,
    CONTRA,
    INDICATOR,
    UUID,
    ItemType,
    Json,
    plain_type,
)
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.indicator import Indicator


def with_what_goes_back(framework: Framework, stamp: str) -> Framework:
    """Return a framework whose `extra` holds only what goes back to a server."""
    if not any(_extras(framework)):
        return framework
    return _Returning(framework, stamp).framework()


def links_in(extra: Mapping[str, Any]) -> Iterator[tuple[str, Json]]:
    """Yield the associations that an import of CASE kept, by what they are called."""
    for name, value in kept_by(extra).items():
        if isinstance(value, dict) and "associationType" in value:
            yield name, value


def _extras(framework: Framework) -> Iterator[Mapping[str, Any]]:
    yield framework.extra
    yield from (one.extra for one in framework.clusters)
    for competence in framework.competences:
        yield competence.extra
        yield from (one.extra for one in competence.all_indicators())


class _Returning:
    def __init__(self, framework: Framework, stamp: str) -> None:
        self._framework, self._stamp = framework, stamp
        self._everybody = Everybody(framework)
        self._known = self._everybody.by_uuid()
        self._taken = {*self._known, self._everybody.licence("").uuid}
        licence = as_object(kept_by(framework.extra).get("licenseURI"))
        self._taken.add(text(licence.get("identifier")).lower())

    def framework(self) -> Framework:
        """Return the framework with what goes back of the document and of every item."""
        old = self._framework
        found = document_fields(old, self._stamp) | definitions(old, self._taken)
        found |= self._links(old.extra)
        parts = {
            "clusters": tuple(map(self._cluster, old.clusters)),
            "competences": tuple(map(self._competence, old.competences)),
            "extra": _extra(found),
        }
        return old.model_copy(update=parts)

    def _cluster(self, one: Cluster) -> Cluster:
        kept = self._kept(one, CLUSTER, plain(one.name), plain(one.description))
        return one.model_copy(update={"extra": kept})

    def _competence(self, one: Competence) -> Competence:
        levels = tuple(
            level.model_copy(update={"indicators": tuple(map(self._indicator, level.indicators))})
            for level in one.levels
        )
        parts: dict[str, Any] = {
            "levels": levels,
            "indicators": tuple(map(self._indicator, one.indicators)),
            "extra": self._kept(one, COMPETENCE, plain(one.name), plain(one.definition)),
        }
        rubric = self._rubric(one) if one.levels else {}
        if rubric:
            parts["extra"] = {CASE: {**kept_by(parts["extra"]), RUBRIC: rubric}}
        return one.model_copy(update=parts)

    def _rubric(self, one: Competence) -> Json:
        """Return how a server calls the rubric of a competence, as far as it can be called so."""
        kept = as_object(kept_by(one.extra).get(RUBRIC))
        found = {}
        for key in ("identifier", "criterion"):
            uuid = text(kept.get(key)).lower()
            if UUID.match(uuid) and uuid not in self._taken:
                self._taken.add(uuid)
                found[key] = uuid
        if has_words(kept.get("title")) and not names_person(kept["title"]):
            found["title"] = kept["title"]
        return found

    def _indicator(self, one: Indicator) -> Indicator:
        kind = CONTRA if one.is_contra else INDICATOR
        return one.model_copy(update={"extra": self._kept(one, kind, plain(one.text))})

    def _kept(
        self, one: Cluster | Competence | Indicator, kind: ItemType, said: str, more: str = ""
    ) -> Json:
        has_aliases = isinstance(one, Competence) and bool(one.aliases)
        found = item_fields(kept_by(one.extra), kind, said, more, has_aliases=has_aliases)
        return _extra(found | self._links(one.extra))

    def _links(self, extra: Mapping[str, Any]) -> Json:
        made = {name: self._link(value) for name, value in links_in(extra)}
        return {name: one for name, one in made.items() if one and not names_person([name, one])}

    def _link(self, value: Json) -> Json | None:
        """Return an association as every reader takes it, None for one that begins elsewhere."""
        kind = ASSOCIATIONS.get(plain_type(text(value["associationType"])))
        target = self._target(value.get("destinationNodeURI"))
        identifier = text(value.get("identifier")).lower()
        is_free = UUID.match(identifier) is not None and identifier not in self._taken
        if kind is None or target is None or "originNodeURI" in value or not is_free:
            return None
        self._taken.add(identifier)
        found: Json = {"identifier": identifier, "associationType": kind}
        found["destinationNodeURI"] = target
        return found | ({"notes": value["notes"]} if has_words(value.get("notes")) else {})

    def _target(self, value: Any) -> Json | None:
        """Return the number of an item of the package, or a link to something elsewhere."""
        data = {"uri": value} if isinstance(value, str) else as_object(value)
        identifier, uri = text(data.get("identifier")), text(data.get("uri"))
        if identifier.lower() in self._known:
            return {"identifier": identifier.lower()}
        if not is_address(uri):
            return None
        titles = (text(data.get("title")), identifier, uri)
        title = next(one for one in titles if has_words(one))
        return {"title": title, "identifier": identifier or uri, "uri": uri}


def _extra(found: Json) -> Json:
    return {CASE: found} if found else {}
