"""One sheet of a table: where its header is, what its columns are, and its rows by field."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from competenties.formats.drafting import Said
from competenties.formats.plan import Cell
from competenties.formats.table_headers import (
    LEVEL_ORDERS,
    Header,
    is_general,
    language_of_title,
    plain,
    understand,
)
from competenties.formats.table_points import points
from competenties.office.tables import Sheet, column_letters

Shape = Literal["competences", "indicators", "requirements", "levels", "glossary"]

_COMMON = {"cluster", "cluster.description", "cluster.code", "competence", "competence.id"} | {
    "competence.code",
    "competence.definition",
    "competence.type",
    "competence.aliases",
    "level",
    "level.name",
    "level.text",
    "person",
    "ignore",
}
_INDICATOR = {"indicator", "indicator.id", "indicator.code", "indicator.kind"} | {
    "indicator.polarity",
    "indicator.audience",
    "indicator.measure",
    "indicator.contra",
}
_PROFILE = {"profile", "profile.id", "profile.code", "profile.family", "profile.series"} | {
    "profile.description",
    "profile.purpose",
    "profile.step",
    "profile.step.description",
}
_REQUIREMENT = {f"requirement.{one}" for one in ("words", "need", "weight", "floor", "rationale")}
ALLOWED: dict[Shape, set[str]] = {
    "competences": (_COMMON | {"levels", "indicator.contra"}) - {"level", "level.name"},
    "indicators": _COMMON | _INDICATOR,
    "requirements": _COMMON | _PROFILE | _REQUIREMENT | {"indicator"},
    "levels": {"level", "level.name", "level.text", "person", "ignore"},
    "glossary": {"term", "term.definition", "person", "ignore"},
}
"""The fields that a sheet of each shape can hold; other columns of it are left over."""

_HEADER_WITHIN = 15  # filled rows in which the header is looked for
_LONGEST = 60  # characters of a header that is recognised; a longer text is a sentence
_ENOUGH = 3  # recognised columns that make a header, however many others there are
_LONG = 30  # characters, on average, of a column that may hold behaviour
_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_WEIGHTS = {"chosen": 9, "certain": 3, "likely": 2, "guess": 1}


@dataclass(frozen=True)
class TableSheet:
    """A sheet whose header was found: its shape, and what each column is."""

    sheet: Sheet
    shape: Shape
    header_rows: tuple[int, ...]
    titles: Mapping[int, str]
    headers: Mapping[int, Header]

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self.sheet.name

    @cached_property
    def is_ours(self) -> bool:
        """Whether this program wrote the table: then every cell says exactly what it says."""
        return self.has("competence.id")

    def has(self, name: str) -> bool:
        """Tell whether a column holds this field."""
        return name in self._by_field

    def columns(self, name: str) -> tuple[int, ...]:
        """Return the columns of a field, in order."""
        return self._by_field.get(name, ())

    def body(self) -> Iterator[tuple[int, dict[int, str]]]:
        """Yield the rows below the header."""
        last = self.header_rows[-1]
        return ((row, cells) for row, cells in self.sheet.rows.items() if row > last)

    @cached_property
    def _by_field(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for column, header in self.headers.items():
            if header.field is not None:
                found[header.field] = (*found.get(header.field, ()), column)
        return found

    @cached_property
    def uses_points(self) -> bool:
        """Whether most cells hold points with a sign; a text without one then describes a level."""
        wanted = [*self.columns("levels"), *self.columns("level.text"), *self.columns("indicator")]
        texts = [cells[c] for _, cells in self.body() for c in wanted if c in cells]
        return sum(bool(points(text)[1]) for text in texts) * 2 > len(texts)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, by field."""

    number: int
    table: TableSheet
    cells: Mapping[int, str]
    language: str
    rows: Mapping[int, int] = field(default_factory=dict)  # of cells that stand higher up

    def said(self, name: str) -> list[Said]:
        """Return what the row says in the columns of a field."""
        columns = self.table.columns(name)
        return [self.at(column) for column in columns if column in self.cells] if columns else []

    def first(self, name: str) -> Said | None:
        """Return the first text of a field, or None."""
        for column in self.table.columns(name):
            if column in self.cells:
                return self.at(column)
        return None

    def at(self, column: int) -> Said:
        """Return what the row says in a column."""
        header = self.table.headers.get(column)
        cell = Cell(self.table.name, self.rows.get(column, self.number), column)
        if header is None:
            return Said(self.cells[column], self.language, cell)
        language = header.language or self.language
        return Said(self.cells[column], language, cell, header.confidence)


def understood(sheet: Sheet, chosen: Mapping[str, Header]) -> TableSheet | None:
    """Return a sheet with its header found, or None when there is no table that we know in it.

    `chosen` are columns that somebody has said what they are, by plain title or column letter.
    """
    best: tuple[int, TableSheet] | None = None
    numbers = list(sheet.rows)[:_HEADER_WITHIN]
    for before, number in zip([None, *numbers], numbers, strict=False):
        for rows in ((number,),) if before is None else ((number,), (before, number)):
            found = _with_header(sheet, rows, chosen)
            if found is not None:
                weight = sum(
                    _WEIGHTS[one.confidence] for one in found.headers.values() if one.field
                )
                if best is None or weight > best[0]:
                    best = (weight, found)
    if best is None:
        return None
    return replace(best[1], headers=_settled(best[1], chosen))


def titles_of(sheet: Sheet, rows: tuple[int, ...]) -> dict[int, str]:
    """Return the title of each column; of two header rows both, merged cells filled out."""
    if len(rows) == 1:
        return dict(sheet.rows[rows[0]])
    above = dict(sheet.rows[rows[0]])
    spread = False
    for top, left, bottom, right in sheet.merged:
        if top <= rows[0] <= bottom and (title := above.get(left)) and right > left:
            spread = True
            above.update(dict.fromkeys(range(left, right + 1), title))
    if not spread:
        return {}
    below = sheet.rows[rows[1]]
    return {
        column: " ".join(part for part in (above.get(column), below.get(column)) if part)
        for column in sorted({*above, *below})
    }


def _with_header(
    sheet: Sheet, rows: tuple[int, ...], chosen: Mapping[str, Header]
) -> TableSheet | None:
    titles = titles_of(sheet, rows)
    headers = {column: _header(column, title, chosen) for column, title in titles.items()}
    if len(rows) > 1:
        headers |= dict(_by_the_lower_row(sheet.rows[rows[-1]], headers, chosen))
    at_the_top = rows[0] in list(sheet.rows)[:2]
    if not _is_header(headers, titles, at_the_top=at_the_top):
        return None
    if not chosen:
        headers = _without_lone_numbers(headers)
    fields = {one.field for one in headers.values() if one.field}
    if not chosen and all(is_general(titles[c]) for c, one in headers.items() if one.field):
        return None  # a name and a description may be of anything
    shape = _shape(fields)
    table = TableSheet(sheet, shape or "competences", rows, titles, headers)
    if shape is None and not (at_the_top and "competence" in fields and _has_guessed_levels(table)):
        return None
    return table


def _by_the_lower_row(
    below: Mapping[int, str], headers: Mapping[int, Header], chosen: Mapping[str, Header]
) -> Iterator[tuple[int, Header]]:
    """Yield what the lower of two header rows says by itself, where both together say nothing."""
    for column, header in headers.items():
        if header.field is None and column in below:
            yield column, _header(column, below[column], chosen)


def _is_header(
    headers: Mapping[int, Header], titles: Mapping[int, str], *, at_the_top: bool
) -> bool:
    """Tell whether a row is a header: two columns at least, and no whole sentences.

    Further down, a row of data may hold a word that is a header elsewhere; there most of it counts.
    """
    is_short = all(len(titles[c]) <= _LONGEST for c, header in headers.items() if header.field)
    known = sum(header.field is not None for header in headers.values())
    is_known = at_the_top or known >= _ENOUGH or known * 2 >= len(headers)
    return len(headers) > 1 and is_short and is_known


def _header(column: int, title: str, chosen: Mapping[str, Header]) -> Header:
    said = chosen_for(column, title, chosen)
    return said or (understand(title) if len(title) <= _LONGEST else Header(None))


def chosen_for(column: int, title: str, chosen: Mapping[str, Header]) -> Header | None:
    """Return what somebody said that a column is, by its title or its letter."""
    return chosen.get(plain(title)) or chosen.get(f"={column_letters(column)}")


def _without_lone_numbers(headers: Mapping[int, Header]) -> dict[int, Header]:
    """Take one number alone for no level: there are at least two levels."""
    levels = [column for column, one in headers.items() if one.field == "levels"]
    if len(levels) > 1:
        return dict(headers)
    return {c: Header(None) if c in levels and not one.name else one for c, one in headers.items()}


def _shape(fields: set[str]) -> Shape | None:
    """Return the kind of table that has these fields, or None."""
    has_level = bool(fields & {"level", "level.name"})
    is_behaviour = bool(fields & {"indicator", "indicator.contra"}) and "levels" not in fields
    is_level_text = has_level and bool(fields & {"level.text", "competence.definition"})
    kinds: tuple[tuple[bool, Shape], ...] = (
        ("term" in fields and "competence.definition" in fields, "glossary"),
        ({"profile", "competence"} <= fields, "requirements"),
        ("competence" in fields and is_behaviour, "indicators"),
        ("competence" in fields and is_level_text and "levels" not in fields, "indicators"),
        ("competence" in fields and bool(fields - _BESIDE), "competences"),
        (has_level and "level.text" in fields, "levels"),
    )
    return next((shape for is_so, shape in kinds if is_so), None)


_BESIDE = {"competence", "competence.code", "person"}  # by themselves no table of competences


def _settled(table: TableSheet, chosen: Mapping[str, Header]) -> dict[int, Header]:
    """Return the columns as they are once the whole sheet is known."""
    headers = dict(table.headers)
    steps = (_renamed, _ids_or_codes, _numbered_levels, _behind_the_definition, _two_languages)
    for settle in (*steps, _once_each):
        headers = settle(replace(table, headers=headers))
    allowed = ALLOWED[table.shape]
    return {
        column: header if header.field in allowed or header in chosen.values() else Header(None)
        for column, header in headers.items()
    }


def _renamed(table: TableSheet) -> dict[int, Header]:
    """Give a general header the meaning that it has on this kind of sheet."""
    names = {one.field for one in table.headers.values()}
    meanings: dict[str, str] = {}
    if table.shape == "glossary":
        meanings["competence.definition"] = "term.definition"
    if "level" not in names and table.shape in ("indicators", "requirements"):
        meanings["level.name"] = "level"
    if table.shape == "indicators" and not names & {"indicator", "indicator.contra"}:
        source = "level.text" if "level.text" in names else "competence.definition"
        meanings[source] = "indicator"
    return {
        column: replace(one, field=meanings.get(one.field or "", one.field))
        for column, one in table.headers.items()
    }


def _ids_or_codes(table: TableSheet) -> dict[int, Header]:
    """Take a column of ids for codes of another system when they cannot be ids of ours."""
    headers = dict(table.headers)
    for column, header in headers.items():
        if header.field in ("competence.id", "indicator.id", "profile.id"):
            texts = [cells[column] for _, cells in table.body() if column in cells]
            if not all(_ID.fullmatch(text) for text in texts):
                headers[column] = replace(header, field=header.field.replace(".id", ".code"))
    return headers


def _numbered_levels(table: TableSheet) -> dict[int, Header]:
    """Of several columns with the number of a level, keep the one that holds numbers."""
    headers = dict(table.headers)
    columns = [column for column, one in headers.items() if one.field == "level"]
    if table.shape != "levels" or len(columns) < 2:  # noqa: PLR2004  (a choice of two)
        return headers
    body = [cells for _, cells in table.body()]
    good = [c for c in columns if all(cells.get(c, "").isdigit() for cells in body)]
    for column in columns:
        if column not in good[:1]:
            headers[column] = Header(None)
    return headers


def _behind_the_definition(table: TableSheet) -> dict[int, Header]:
    """Take unknown columns with long texts for levels, where no level was recognised."""
    headers = dict(table.headers)
    if table.shape != "competences" or any(one.field == "levels" for one in headers.values()):
        return headers
    body = [cells for _, cells in table.body()]
    unknown = []
    for column, header in headers.items():
        texts = [cells[column] for cells in body if column in cells]
        is_long = texts and sum(map(len, texts)) / len(texts) >= _LONG
        if header.field is None and is_long and len(texts) * 2 >= len(body):
            unknown.append(column)
    if len(unknown) > 1:
        for column in unknown:
            headers[column] = Header("levels", None, table.titles[column], confidence="guess")
    return headers


def _has_guessed_levels(table: TableSheet) -> bool:
    return any(one.field == "levels" for one in _behind_the_definition(table).values())


def _two_languages(table: TableSheet) -> dict[int, Header]:
    """Give two columns of one field their languages, where their headers are in two languages."""
    headers = dict(table.headers)
    columns: dict[tuple[str | None, int | None], list[int]] = {}
    for column, one in headers.items():
        if one.field in _IN_LANGUAGES and one.language is None:
            columns.setdefault((one.field, one.number), []).append(column)
    for pair in columns.values():
        languages = [language_of_title(table.titles[column]) for column in pair]
        if None not in languages and len(set(languages)) == len(pair) > 1:
            for column, language in zip(pair, languages, strict=True):
                headers[column] = replace(headers[column], language=language)
    return headers


_IN_LANGUAGES = frozenset(
    ("cluster", "competence", "competence.definition", "levels", "level.name", "level.text")
) | frozenset(("indicator", "indicator.contra", "profile", "profile.purpose"))
_SEVERAL = frozenset(("cluster", "indicator", "indicator.contra", "level.text"))
_NOT_USED = frozenset(("person", "ignore"))
"""However many columns are about people, none of them is taken over."""


def _once_each(table: TableSheet) -> dict[int, Header]:
    """Of columns that would hold the same, keep the one that is surest, else the first."""
    numbers = _numbers_of_names(table)
    headers: dict[int, Header] = {}
    seen: set[tuple[object, ...]] = set()
    order = sorted(table.headers, key=lambda one: (-_WEIGHTS[table.headers[one].confidence], one))
    for column in order:
        header = table.headers[column]
        if header.field == "levels" and header.number is None:
            header = replace(header, number=numbers[plain(header.name)])
        key: tuple[object, ...] = (header.field, header.number, header.language)
        if header.field in _NOT_USED or (header.field in _SEVERAL and header.number is None):
            key = (header.field, column)
        is_double = header.field is not None and key in seen
        headers[column] = _instead(table, column) if is_double else header
        seen.add(key)
    return {column: headers[column] for column in table.headers}


def _numbers_of_names(table: TableSheet) -> dict[str, int]:
    """Return the numbers of levels that are named only: in their known order, else as they stand."""
    levels = [one for one in table.headers.values() if one.field == "levels" and one.number is None]
    names = list(dict.fromkeys(plain(one.name) for one in levels))
    known = next((order for order in LEVEL_ORDERS if set(names) <= set(order)), tuple(names))
    return {name: number for number, name in enumerate([n for n in known if n in names], 1)}


def _instead(table: TableSheet, column: int) -> Header:
    """Return what a second column of a kind is: beside jobs a name alone is that of a person."""
    is_name = is_general(table.titles[column]) and table.headers[column].field == "competence"
    return Header("person") if is_name and table.shape == "requirements" else Header(None)
