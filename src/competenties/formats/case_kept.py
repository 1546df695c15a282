"""What a CASE server sent and a framework has no field for: which of it goes back to a server.

An import keeps it under `extra`. An export sends back what CASE 1.0, CASE 1.1 and OpenSALT all take,
in the one spelling that they share. The names of what goes back stand in the package, so that it
comes in again as it was.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from competenties.formats.case_kept_values import (
    Usable,
    day,
    definition,
    extensions,
    link,
    links,
    short,
    texts,
    time_of,
    words,
)
from competenties.formats.case_package import (
    as_object,
    names_person,
    text,
    type_of_word,
)
from competenties.formats.case_terms import (
    CASE,
    CONTRA,
    INDICATOR,
    MOST_LIST,
    MOST_NAME,
    MOST_SHORT,
    ItemType,
    Json,
    status_of,
)
from competenties.model.framework import Framework

DEFINITIONS = "CFDefinitions/"
RUBRIC = "CFRubric"
"""Where it stands how a server calls the rubric of a competence."""

STATEMENT, BARE = "statement", "definition"
"""How we note that the statement of an item is its definition alone, without the name before it."""

_ITEM: Mapping[str, Usable] = {
    "alternativeLabel": words,
    "CFItemType": words,
    "CFItemTypeURI": link,
    "listEnumeration": short(MOST_LIST),
    "abbreviatedStatement": short(MOST_NAME),
    "fullStatement": words,
    "conceptKeywords": texts,
    "conceptKeywordsURI": link,
    "subject": texts,
    "subjectURI": links,
    "educationLevel": texts,
    "licenseURI": link,
    "statusStartDate": day,
    "statusEndDate": day,
    "extensions": extensions,
}
_DOCUMENT: Mapping[str, Usable] = {
    "frameworkType": words,
    "publisher": short(MOST_SHORT),
    "subject": texts,
    "subjectURI": links,
    "adoptionStatus": words,
    "licenseURI": link,
    "licenseText": words,
    "lastChangeDateTime": time_of,
    "extensions": extensions,
}
_DEFINITIONS = {
    "CFConcepts": (("hierarchyCode",), ("description", "keywords")),
    "CFSubjects": (("hierarchyCode",), ("description",)),
    "CFLicenses": (("licenseText",), ("description",)),
    "CFItemTypes": (("hierarchyCode", "description"), ("typeCode",)),
    "CFAssociationGroupings": ((), ("description",)),
}
"""Which definitions there are, what each has to say besides its title, and what it may say."""

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Of a framework without any date: the same file at every export needs some date."""


def stamp_of(framework: Framework) -> str:
    """Return the time of the last change: a framework knows days only, and no clock is looked at.

    It is the day of the decision, else the day from which the version holds, else a fixed day; but
    never before the time that a server gave, because a server leaves an older package alone.
    """
    published = framework.publication
    days = (published.decided_on, published.valid_from) if published else ()
    day_ = next((one for one in (*days, framework.valid_from) if one is not None), None)
    own = datetime.combine(day_, time(), UTC) if day_ else _NO_DATE
    kept = time_of(kept_by(framework.extra).get("lastChangeDateTime"))
    return kept if kept and datetime.fromisoformat(kept) > own else own.isoformat()


def kept_by(extra: Mapping[str, Any]) -> Json:
    """Return what an import of CASE kept of an item."""
    return as_object(extra.get(CASE))


def item_fields(kept: Json, kind: ItemType, said: str, more: str, *, has_aliases: bool) -> Json:
    """Return the fields of a CFItem that go back; `said` and `more` are its texts as they are now.

    A short form goes back only while the behaviour still says what it is the short form of, and a
    type only while it does not call behaviour wanted that is not, or the other way round.
    """
    found = _usable(kept, _ITEM)
    named = type_of_word(text(found.get("CFItemType")))
    without = set[str]()
    if "CFItemType" not in found or (named == CONTRA.code) != (kind is CONTRA):
        without |= {"CFItemType", "CFItemTypeURI"}
    if has_aliases:
        without.add("conceptKeywords")
    is_short_form = kind in (INDICATOR, CONTRA) and "abbreviatedStatement" in found
    if not is_short_form or found.get("fullStatement") != said:
        without |= {"abbreviatedStatement", "fullStatement"}
    found = {key: value for key, value in found.items() if key not in without}
    return found | ({STATEMENT: BARE} if _is_bare(kept, said, more) else {})


def document_fields(framework: Framework, stamp: str) -> Json:
    """Return the fields of the CFDocument that go back: status, time and licence where they hold."""
    found = _usable(kept_by(framework.extra), _DOCUMENT)
    without = set[str]()
    if (status_of(text(found.get("adoptionStatus"))) or "draft") != framework.status:
        without.add("adoptionStatus")
    if found.get("lastChangeDateTime") != stamp:
        without.add("lastChangeDateTime")
    licence = as_object(found.get("licenseURI")).get("title")
    if licence is None or licence != framework.licence:
        without |= {"licenseURI", "licenseText"}
    return {key: value for key, value in found.items() if key not in without}


def definitions(framework: Framework, taken: set[str]) -> dict[str, list[Json]]:
    """Return the definitions that go back, each identifier once; `taken` are those in use."""
    kept, found = kept_by(framework.extra), dict[str, list[Json]]()
    for name, (needed, may) in _DEFINITIONS.items():
        values = kept.get(f"{DEFINITIONS}{name}")
        for value in values if isinstance(values, list) else ():
            one = definition(value, needed, may)
            if one is not None and not names_person(one) and one["identifier"] not in taken:
                taken.add(one["identifier"])
                found.setdefault(f"{DEFINITIONS}{name}", []).append(one)
    return found


def _usable(kept: Json, fields: Mapping[str, Usable]) -> Json:
    made = {key: fields[key](value) for key, value in kept.items() if key in fields}
    return {key: one for key, one in made.items() if one and not names_person(one)}


def _is_bare(kept: Json, name: str, more: str) -> bool:
    """Tell whether a statement goes back without the name, and is read as a definition again."""
    is_clear = more not in (name, "") and not more.startswith(f"{name}: ")
    return kept.get(STATEMENT) == BARE and is_clear
