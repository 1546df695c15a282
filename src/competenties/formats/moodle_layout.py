"""Which column of a file is which of Moodle's: by the headers where these are known, else by place.

Moodle itself goes by place, so a file in which somebody moved columns looks right but is not.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from competenties.formats.moodle_columns import (
    CONFIGURATION,
    DESCRIPTION,
    EXPORTED,
    FORMAT,
    FORMATS,
    ID,
    IS_FRAMEWORK,
    NAME,
    OUTCOME,
    PARENT,
    RELATED,
    RULE,
    RULE_CONFIGURATION,
    TAXONOMY,
    TERMS,
    VALUES,
)
from competenties.office.tables import Sheet

LEAST_COLUMNS = 12
_OLD_PLACES = {10: IS_FRAMEWORK, 11: TAXONOMY}  # the layout of 2016 had 12 columns
_HEADERS = {
    PARENT: "parentidnumber bovenliggendidnummer ouderidnummer parentidnummer idnummerbovenliggend "
    "idnummervandebovenliggendecompetentie idnummervanbovenliggendecompetentie idnummerouder",
    ID: "idnumber idnummer",
    NAME: "shortname kortenaam verkortenaam",
    DESCRIPTION: "description beschrijving omschrijving",
    FORMAT: "descriptionformat beschrijvingsformaat beschrijvingsopmaak beschrijvingsindeling "
    "formaatbeschrijving formaatvandebeschrijving opmaakbeschrijving indelingbeschrijving "
    "omschrijvingsformaat opmaakomschrijving",
    VALUES: "scalevalues schaalwaarden waardenschaal waardenvandeschaal",
    CONFIGURATION: "scaleconfiguration schaalconfiguratie schaalinstelling schaalinstellingen "
    "configuratieschaal configuratievandeschaal",
    RULE: "ruletype regeltype typeregel soortregel",
    OUTCOME: "ruleoutcome regelresultaat regeluitkomst resultaatregel resultaatvanderegel "
    "uitkomstregel uitkomstvanderegel",
    RULE_CONFIGURATION: "ruleconfig ruleconfiguration regelconfiguratie configuratieregel "
    "configuratievanderegel regelinstelling regelinstellingen",
    RELATED: "crossreferencedcompetencyidnumbers relatedidnumbers kruisverwijzingen "
    "idnummersvangerelateerdecompetenties idnummersvankruisverwezencompetenties "
    "idnummersgerelateerdecompetenties gerelateerdeidnummers",
    EXPORTED: "exportedid exportid geëxporteerdid geexporteerdid geëxporteerdeid exportidnummer",
    IS_FRAMEWORK: "isframework israamwerk iscompetentieraamwerk iseenraamwerk",
    TAXONOMY: "taxonomy taxonomie",
}
"""In English of several versions and in Dutch, without what is no letter."""

_COLUMN_OF = {word: column for column, words in _HEADERS.items() for word in words.split()}
_OPTIONAL = re.compile(r"\((optional|optioneel)\)", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W\d_]+")
_NEEDED = frozenset([PARENT, ID, NAME, DESCRIPTION, CONFIGURATION, IS_FRAMEWORK])
_BEYOND = TAXONOMY + 1
_CONFIGURED = re.compile(r'\[\s*\{\s*"scaleid"')
_HTML = re.compile(r"<(p|div|ul|ol|h[1-6])\b", re.IGNORECASE)
_UNTRUE = frozenset(["", "0", "false", "no", "nee", "onwaar"])
_FEW = 3  # rows, among which all may be a framework

Cells = Mapping[int, str]
"""The texts of a row by the column of Moodle."""


class Layout(NamedTuple):
    """Which column of the sheet (from 1) is which of Moodle's."""

    columns: dict[int, int]
    width: int
    has_known_headers: bool
    is_moved: bool
    """Whether the headers stand in another order than Moodle reads them in."""


def layout_of(sheet: Sheet) -> Layout:
    """Return the layout that the headers of a sheet tell, else that of Moodle."""
    first = next(iter(sheet.rows.values()), {})
    width = max(first, default=0)
    widest = max((column for row in sheet.rows.values() for column in row), default=0)
    old = _OLD_PLACES if width == LEAST_COLUMNS else {}
    places = {column: old.get(column - 1, column - 1) for column in range(1, widest + 1)}
    named = _named(first)
    is_moved = any(places[column] != one for column, one in named.items())
    if not _NEEDED.issubset(named.values()):
        return Layout(places, width, has_known_headers=False, is_moved=is_moved)
    unnamed = (column for column in places if column not in named)
    beyond = {column: _BEYOND + number for number, column in enumerate(unnamed)}
    return Layout({**named, **beyond}, width, has_known_headers=True, is_moved=is_moved)


def is_moodle_anywhere(sheet: Sheet) -> bool:
    """Tell whether a sheet is as wide as Moodle's, with how its scales are configured somewhere."""
    width = max(next(iter(sheet.rows.values()), {}), default=0)
    return width >= LEAST_COLUMNS and any(
        _CONFIGURED.match(text) for row in sheet.rows.values() for text in row.values()
    )


def is_true(text: str) -> bool:
    """Tell whether a cell says yes; Moodle itself takes any word for that."""
    return text.casefold() not in _UNTRUE


def are_misplaced(rows: list[Cells], layout: Layout) -> bool:
    """Tell whether the columns do not hold what they should; `rows` are those below the headers."""
    if layout.is_moved and not layout.has_known_headers:
        return True
    return any(_contradictions(rows))


def _named(header: Mapping[int, str]) -> dict[int, int]:
    """Return the columns of which the header is known; of two with one header none is."""
    found = {}
    for column, text in header.items():
        known = _COLUMN_OF.get(_NO_LETTER.sub("", _OPTIONAL.sub("", text)).casefold())
        if known is not None:
            found[column] = known
    twice = [one for one in found.values() if list(found.values()).count(one) > 1]
    return {column: one for column, one in found.items() if one not in twice}


def _contradictions(rows: list[Cells]) -> Iterator[bool]:
    configured = {column for row in rows for column, text in row.items() if _CONFIGURED.match(text)}
    yield bool(configured) and CONFIGURATION not in configured
    formats = [row[FORMAT] in FORMATS for row in rows if row.get(FORMAT)]
    yield formats.count(False) > formats.count(True)
    yield len(rows) >= _FEW and all(is_true(row.get(IS_FRAMEWORK, "")) for row in rows)
    yield _count(rows, NAME) > _count(rows, DESCRIPTION)
    yield any(_is_swapped(row) for row in rows if _CONFIGURED.match(row.get(CONFIGURATION, "")))
    yield _are_parents_elsewhere(rows)


def _count(rows: list[Cells], column: int) -> int:
    return sum(_HTML.match(row.get(column, "")) is not None for row in rows)


def _is_swapped(row: Cells) -> bool:
    """Tell whether a row with a scale has its code or name as parent, or kinds of rows as levels."""
    values, kinds = row.get(VALUES, ""), row.get(TAXONOMY, "")
    has_kinds = bool(values) and TERMS.issuperset(values.split(","))
    is_below_nothing = PARENT in row and not (ID in row and NAME in row)
    return is_below_nothing or (
        has_kinds and bool(kinds) and not TERMS.issuperset(kinds.split(","))
    )


def _are_parents_elsewhere(rows: list[Cells]) -> bool:
    """Tell whether no parent is a code of a row, but all of them stand in one other column."""
    parents = {row[PARENT] for row in rows if row.get(PARENT)}
    if not parents or any(row.get(ID) in parents for row in rows):
        return False
    others = (NAME, DESCRIPTION, EXPORTED, RELATED)
    return any(parents <= {row.get(column, "") for row in rows} for column in others)
