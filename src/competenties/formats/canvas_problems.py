"""Checks rows of outcomes as Canvas would take them: what it refuses whole, and which rows it skips."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from competenties.formats.canvas_columns import (
    GROUP,
    KNOWN,
    MOST_DESCRIPTION,
    MOST_TITLE,
    OUTCOME,
    RATINGS,
    REQUIRED,
)
from competenties.messages import Phrase

Rows = Sequence[Sequence[str]]

NO_HEADER = Phrase(
    nl="de koppen vendor_guid, object_type en title zijn nodig",
    en="the headers vendor_guid, object_type and title are needed",
)
UNKNOWN_HEADER = Phrase(
    nl="deze kop kent Canvas niet; koppen zijn Engels en in kleine letters",
    en="Canvas does not know this header; headers are English and in small letters",
)
AFTER_RATINGS = Phrase(nl="na ratings mag geen kop meer komen", en="no header may follow ratings")
HEADER_TWICE = Phrase(nl="deze kop staat er twee keer", en="this header is there twice")
NOTHING = Phrase(nl="er staat geen rij in het bestand", en="there is no row in the file")
UNEVEN = Phrase(
    nl="deze rij heeft meer kolommen dan de koppen", en="this row has more columns than the header"
)
BAD_GUID = Phrase(
    nl="vendor_guid ontbreekt, of heeft een spatie of dubbele punt",
    en="vendor_guid is missing, or holds a blank or a colon",
)
RESERVED_GUID = Phrase(
    nl="vendor_guid begint met een woord dat van Canvas is",
    en="vendor_guid begins with a word that belongs to Canvas",
)
GUID_TWICE = Phrase(nl="deze vendor_guid staat er twee keer", en="this vendor_guid is there twice")
TOO_LONG = Phrase(nl="langer dan 255 tekens", en="longer than 255 characters")
TOO_MUCH = Phrase(nl="langer dan 65.535 tekens", en="longer than 65,535 characters")
BAD_TYPE = Phrase(
    nl="object_type moet group of outcome zijn", en="object_type must be group or outcome"
)
NO_TITLE = Phrase(nl="title ontbreekt", en="the title is missing")
GROUP_HAS_MORE = Phrase(
    nl="een group heeft geen calculation_method, calculation_int, mastery_points of ratings",
    en="a group has no calculation_method, calculation_int, mastery_points or ratings",
)
MORE_PARENTS = Phrase(
    nl="een group heeft hoogstens een parent", en="a group has one parent at most"
)
LATE_PARENT = Phrase(
    nl="parent_guids moet groups noemen die eerder in het bestand staan",
    en="parent_guids must name groups that stand earlier in the file",
)
BAD_STATE = Phrase(
    nl="workflow_state is active, deleted of leeg", en="workflow_state is active, deleted or empty"
)
BAD_METHOD = Phrase(
    nl="calculation_method ontbreekt of is onbekend: schrijf highest of latest",
    en="calculation_method is missing or unknown: write highest or latest",
)
BAD_INT = Phrase(
    nl="calculation_int past niet bij calculation_method",
    en="calculation_int does not fit calculation_method",
)
BAD_NUMBER = Phrase(
    nl="hier hoort een heel getal: een komma leest een Engelse Canvas als duizendtal",
    en="a whole number belongs here: an English Canvas reads a comma as thousands",
)
NO_RATINGS = Phrase(
    nl="een outcome zonder ratings krijgt de Engelse schaal van Canvas",
    en="an outcome without ratings gets Canvas's own English scale",
)
NO_RATING_TEXT = Phrase(
    nl='een rating zonder tekst wordt "No Comment"', en='a rating without text becomes "No Comment"'
)
RATINGS_RISE = Phrase(
    nl="ratings moeten van hoog naar laag staan", en="ratings must go from high to low"
)
FORMULA = Phrase(
    nl="begint met = + - of @: een rekenblad leest dit als formule",
    en="begins with = + - or @: a spreadsheet reads this as a formula",
)

_METHODS = {
    "decaying_average": range(1, 100),
    "standard_decaying_average": range(1, 100),
    "weighted_average": range(1, 100),
    "n_mastery": range(1, 11),
    "highest": None,
    "latest": None,
    "average": None,
}
_STATES = ("", "active", "deleted")
_NUMBER = re.compile(r"-?[0-9]+")
_RESERVED = ("canvas_outcome:", "canvas_outcome_group:")
_FORMULA = re.compile(r"\s*[=+@\-](?![0-9]+\Z)")
_FOR_OUTCOMES = ("calculation_method", "calculation_int", "mastery_points")


class Problem(NamedTuple):
    """What Canvas would refuse; row from 1 with the header, and the name of the column."""

    row: int
    column: str
    text: Phrase


def problems(rows: Rows) -> list[Problem]:
    """Return what is wrong with rows, the header among them; nothing where Canvas takes them all."""
    if header := list(_header(rows)):
        return header
    names = [name for name in rows[0] if name]
    groups: set[str] = set()
    seen: set[str] = set()
    found: list[Problem] = []
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) > len(rows[0]):
            found.append(Problem(number, RATINGS, UNEVEN))
            continue
        row = dict(zip(names, cells, strict=False))
        ratings = list(cells[names.index(RATINGS) :]) if RATINGS in names else []
        found.extend(Problem(number, *one) for one in _row(row, ratings, seen, groups))
        seen.add(row["vendor_guid"])
        if row["object_type"] == GROUP:
            groups.add(row["vendor_guid"])
    return found


_Wrong = tuple[str, Phrase]


def _header(rows: Rows) -> Iterator[Problem]:
    header = list(rows[0]) if rows else []
    if any(name not in header for name in REQUIRED):
        yield Problem(1, "vendor_guid", NO_HEADER)
        return
    last = header.index(RATINGS) if RATINGS in header else len(header)
    for place, name in enumerate(header):
        if place > last and name:
            yield Problem(1, name, AFTER_RATINGS)
        elif name not in KNOWN and not (place > last and not name):
            yield Problem(1, name, UNKNOWN_HEADER)
        elif name and header.index(name) < place:
            yield Problem(1, name, HEADER_TWICE)
    if len(rows) < 2:  # noqa: PLR2004  (a header and a row)
        yield Problem(1, "", NOTHING)


def _row(
    row: Mapping[str, str], ratings: Sequence[str], seen: set[str], groups: set[str]
) -> Iterator[_Wrong]:
    yield from _identity(row, seen)
    yield from _texts(row)
    if row.get("workflow_state", "") not in _STATES:
        yield "workflow_state", BAD_STATE
    parents = row.get("parent_guids", "").split()
    if not groups.issuperset(parents):
        yield "parent_guids", LATE_PARENT
    if row["object_type"] == GROUP:
        if any(row.get(name) for name in _FOR_OUTCOMES) or any(ratings):
            yield "calculation_method", GROUP_HAS_MORE
        if len(parents) > 1:
            yield "parent_guids", MORE_PARENTS
    elif row["object_type"] == OUTCOME:
        yield from _calculation(row)
        yield from _ratings(ratings)
    else:
        yield "object_type", BAD_TYPE


def _identity(row: Mapping[str, str], seen: set[str]) -> Iterator[_Wrong]:
    guid = row["vendor_guid"]
    if guid.startswith(_RESERVED):
        yield "vendor_guid", RESERVED_GUID
    elif not guid or re.search(r"[\s:]", guid):
        yield "vendor_guid", BAD_GUID
    if len(guid) > MOST_TITLE:
        yield "vendor_guid", TOO_LONG
    if guid in seen:
        yield "vendor_guid", GUID_TWICE


def _texts(row: Mapping[str, str]) -> Iterator[_Wrong]:
    for column in ("title", "display_name", "friendly_description"):
        if len(row.get(column, "")) > MOST_TITLE:
            yield column, TOO_LONG
    if len(row.get("description", "")) > MOST_DESCRIPTION:
        yield "description", TOO_MUCH
    if not row["title"].strip():
        yield "title", NO_TITLE
    for column, cell in row.items():
        if _FORMULA.match(cell):
            yield column, FORMULA


def _calculation(row: Mapping[str, str]) -> Iterator[_Wrong]:
    method, whole = row.get("calculation_method", ""), row.get("calculation_int", "")
    if method not in _METHODS:
        yield "calculation_method", BAD_METHOD
        return
    allowed = _METHODS[method]
    is_fit = (not whole) if allowed is None else (whole.isdecimal() and int(whole) in allowed)
    if not is_fit:
        yield "calculation_int", BAD_INT
    mastery = row.get("mastery_points", "")
    if mastery and not _NUMBER.fullmatch(mastery):
        yield "mastery_points", BAD_NUMBER


def _ratings(cells: Sequence[str]) -> Iterator[_Wrong]:
    """Yield what is wrong with points and texts, which take turns; blanks at the end do not count."""
    filled = list(cells)
    while filled and not filled[-1].strip():
        filled.pop()
    points, texts = filled[::2], filled[1::2]
    if not filled:
        yield RATINGS, NO_RATINGS
    elif not all(map(_NUMBER.fullmatch, points)):
        yield RATINGS, BAD_NUMBER
    else:
        numbers = [int(one) for one in points]
        if numbers != sorted(numbers, reverse=True):
            yield RATINGS, RATINGS_RISE
        if len(texts) < len(points) or not all(one.strip() for one in texts):
            yield RATINGS, NO_RATING_TEXT
