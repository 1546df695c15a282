"""Checks rows of a competency framework as Moodle 3.11 to 5.1 would take them.

Moodle refuses little with a message: it leaves rows out, changes them, or stops half-way, after
which the id number of the framework is taken. So every rule is looked at before a file is written.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from competenties.formats import moodle_wrong as wrong
from competenties.formats.moodle_columns import (
    FORMAT,
    FORMATS,
    ID,
    IS_FRAMEWORK,
    MOST_TAXONOMY,
    NAME,
    PARENT,
    RELATED,
    TAXONOMY,
    TERMS,
)
from competenties.formats.moodle_rule_problems import rule_problems
from competenties.formats.moodle_scale_problems import scale_problems
from competenties.messages import Phrase

Rows = Sequence[Sequence[str]]

_MOST = 100
_LEAST_COLUMNS = 13  # the taxonomy may be missing
_NUMBER = re.compile(
    r"[ \t\n\r\v\f]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?[ \t\n\r\v\f]*", re.IGNORECASE
)
_FORMULA = re.compile(r"\s*[=+\-@]")
_ESCAPE = re.compile(r'\\("|\Z)')
_TAG = re.compile(r"<(?!\s)")


class Problem(NamedTuple):
    """What Moodle would do wrong with a cell; row from 1 with the header, column from 0."""

    row: int
    column: int
    text: Phrase


def problems(rows: Rows) -> list[Problem]:
    """Return what is wrong with rows, the header among them; nothing where Moodle takes them whole."""
    if shape := list(_shape(rows)):
        return shape
    framework = next(n for n, row in enumerate(rows) if n and _is_true(row[IS_FRAMEWORK]))
    found = [*_cells(rows), *_ids(rows), *_parents(rows, rows[framework][ID])]
    found += [*_related(rows, framework), *_taxonomy(rows[framework], framework)]
    found += [Problem(*one) for one in (*scale_problems(rows, framework), *rule_problems(rows))]
    return sorted(found, key=lambda one: (one.row, one.column))


def _shape(rows: Rows) -> Iterator[Problem]:
    """Yield what keeps the rest from being looked at."""
    if not rows or _looks_like_data(rows[0]):
        yield Problem(1, 0, wrong.NO_HEADER)
        return
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]) or len(row) < _LEAST_COLUMNS:
            yield Problem(number, len(row), wrong.UNEVEN)
            return
    true = [n for n, row in enumerate(rows[1:], 2) if _is_true(row[IS_FRAMEWORK])]
    if not true:
        yield Problem(1, IS_FRAMEWORK, wrong.NO_FRAMEWORK)
    for number in true[1:]:
        yield Problem(number, IS_FRAMEWORK, wrong.MORE_FRAMEWORKS)


def _looks_like_data(header: Sequence[str]) -> bool:
    """Tell whether the first row is no header but an item: a number or nothing as its format."""
    is_numbered = len(header) > FORMAT and header[FORMAT] in FORMATS
    return is_numbered or (len(header) > IS_FRAMEWORK and header[IS_FRAMEWORK] in ("", "0", "1"))


def _cells(rows: Rows) -> Iterator[Problem]:
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            yield Problem(number, 0, wrong.EMPTY_ROW)
            continue
        for column, cell in enumerate(row):
            if _ESCAPE.search(cell):
                yield Problem(number, column, wrong.BACKSLASH)
            if _FORMULA.match(cell):
                yield Problem(number, column, wrong.FORMULA)
        if row[FORMAT] not in FORMATS:
            yield Problem(number, FORMAT, wrong.FORMAT_UNKNOWN)
        yield from _name(number, row)


def _name(number: int, row: Sequence[str]) -> Iterator[Problem]:
    for column, missing in ((ID, wrong.NO_ID), (NAME, wrong.NO_NAME)):
        cell = row[column]
        if cell.strip() in ("", "0"):
            yield Problem(number, column, missing)
        if len(cell) > _MOST:
            yield Problem(number, column, wrong.TOO_LONG)
        if _TAG.search(cell):
            yield Problem(number, column, wrong.TAG)
        if cell != cell.strip():
            yield Problem(number, column, wrong.BLANKS)


def _ids(rows: Rows) -> Iterator[Problem]:
    """Yield id numbers that are there twice, as text or as a number."""
    ids = [(number, row[ID]) for number, row in enumerate(rows[1:], 2)]
    parents = {row[PARENT] for row in rows[1:]} - {""}
    folded = Counter(one.casefold() for _, one in ids)
    by_value: dict[float, list[tuple[int, str]]] = {}
    for number, one in ids:
        if folded[one.casefold()] > 1:
            yield Problem(number, ID, wrong.TWICE)
        if _NUMBER.fullmatch(one):
            by_value.setdefault(float(one), []).append((number, one))
    for twins in by_value.values():
        if len(twins) > 1 and any(one in parents for _, one in twins):
            yield from (Problem(number, ID, wrong.EQUAL_NUMBERS) for number, _ in twins)


def _parents(rows: Rows, framework: str) -> Iterator[Problem]:
    above = {row[ID]: row[PARENT] for row in rows[1:] if not _is_true(row[IS_FRAMEWORK])}
    safe: set[str] = {""}
    for number, row in enumerate(rows[1:], 2):
        parent = row[PARENT]
        if _is_true(row[IS_FRAMEWORK]) or not parent:
            continue
        if parent not in above:
            is_root = parent == framework
            yield Problem(number, PARENT, wrong.UNDER_FRAMEWORK if is_root else wrong.NO_PARENT)
        elif _goes_round(row[ID], above, safe):
            yield Problem(number, PARENT, wrong.ROUND)


def _goes_round(start: str, above: dict[str, str], safe: set[str]) -> bool:
    """Tell whether the way up comes back to where it was; `safe` rows are known to reach the top."""
    way, at = {start}, start
    while at not in safe and at in above:
        at = above[at]
        if at in way:
            return True
        way.add(at)
    safe.update(way)
    return False


def _related(rows: Rows, framework: int) -> Iterator[Problem]:
    ids = {row[ID] for place, row in enumerate(rows) if place not in (0, framework)}
    for number, row in enumerate(rows[1:], 2):
        for one in filter(None, row[RELATED].split(",")):
            code = one.replace("%2C", ",")
            if code == row[ID]:
                yield Problem(number, RELATED, wrong.SELF_RELATED)
            elif code not in ids:
                yield Problem(number, RELATED, wrong.RELATED_UNKNOWN)


def _taxonomy(row: Sequence[str], framework: int) -> Iterator[Problem]:
    taxonomy = row[TAXONOMY] if len(row) > TAXONOMY else ""
    if taxonomy and not TERMS.issuperset(filter(None, taxonomy.split(","))):
        yield Problem(framework + 1, TAXONOMY, wrong.TAXONOMY_UNKNOWN)
    if len(taxonomy) > MOST_TAXONOMY:
        yield Problem(framework + 1, TAXONOMY, wrong.TAXONOMY_TOO_LONG)


def _is_true(cell: str) -> bool:
    """Tell whether PHP takes a text for true."""
    return cell not in ("", "0")
