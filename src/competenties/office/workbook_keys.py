"""What has a key in a workbook: where it stands, and the formulas that look at it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from competenties.office.blocks import Blank, Choice, Formula
from competenties.office.workbook_xml import escaped, letters, number_cell, text_cell

LISTS = "_lists"
"""The sheet with the answers to choose from: a row of answers, under it a row of their numbers."""


Place = tuple[str, str, int]
"""A cell: its sheet, column and row."""


_LINES = {"options": 0, "values": 1}

_Asked = tuple[tuple[str, ...], str]
"""Cells that a formula looks at, by their keys, and what of them: the cells, answers or numbers."""


class AskedFormula(NamedTuple):
    """A formula as a pattern in XML, and what comes in its places."""

    pattern: str
    asked: tuple[_Asked, ...]


class Keys:
    """Notes where each key of a workbook stands; then formulas can be written."""

    def __init__(self) -> None:
        """Begin without any key."""
        self._places: dict[str, Place] = {}
        self._choices: dict[str, Choice] = {}
        self._lists: dict[tuple[tuple[str, ...], tuple[int | None, ...]], int] = {}
        self._named: dict[_Asked, str] = {}

    def add(self, placed: Iterable[tuple[Blank | Choice | Formula, Place]]) -> None:
        """Note where everything stands that has a key."""
        for value, place in placed:
            if key := value.key:
                self._places[key] = place
                if isinstance(value, Choice):
                    self._choices[key] = value

    def places(self, sheet: str) -> dict[str, str]:
        """Return the place of every key on a sheet."""
        return {
            key: f"{column}{row}"
            for key, (found, column, row) in self._places.items()
            if found == sheet
        }

    def options(self, choice: Choice) -> str:
        """Return the cells that hold the answers of a drop-down."""
        return self._list(choice, 0)

    def formula(self, formula: AskedFormula) -> str:
        """Return a formula as XML, with the cells that it looks at."""
        named = self._named
        return formula.pattern % tuple([named.get(one) or self._name(one) for one in formula.asked])

    def lists(self) -> Iterator[str]:
        """Yield the rows of the sheet with answers, as XML."""
        for (options, values), row in self._lists.items():
            yield _list_rows(options, values, row)

    def _name(self, asked: _Asked) -> str:
        """Return cells as a formula names them, or the answers or numbers of the first one."""
        keys, part = asked
        name = self._list(self._choices[keys[0]], _LINES[part]) if part else self._range(keys)
        self._named[asked] = name
        return name

    def _range(self, keys: tuple[str, ...]) -> str:
        sheet, column, row = self._places[keys[0]]
        first = f"{quoted(sheet)}!${column}${row}"
        if len(keys) == 1:
            return first
        _, column, row = self._places[keys[-1]]
        return f"{first}:${column}${row}"

    def _list(self, choice: Choice, line: int) -> str:
        """Return the row of answers (line 0) or of their numbers (line 1), written once."""
        key = (choice.options, choice.values)
        row = self._lists.setdefault(key, 2 * len(self._lists) + 1) + line
        return f"'{LISTS}'!$A${row}:${letters(len(choice.options))}${row}"


@lru_cache(maxsize=256)
def quoted(sheet: str) -> str:
    """Return the name of a sheet as formulas have it, as XML."""
    doubled = sheet.replace("'", "''")
    return escaped(f"'{doubled}'")


@lru_cache(maxsize=256)
def _list_rows(options: tuple[str, ...], values: tuple[int | None, ...], row: int) -> str:
    """Return a row of answers and, where there are any, one of their numbers."""
    texts = [text_cell(f"{letters(column)}{row}", text) for column, text in enumerate(options, 1)]
    numbers = [
        number_cell(f"{letters(column)}{row + 1}", value)
        for column, value in enumerate(values, 1)
        if value is not None
    ]
    counted = f'<row r="{row + 1}">{"".join(numbers)}</row>' if numbers else ""
    return f'<row r="{row}">{"".join(texts)}</row>{counted}'


def asked_formula(formula: Formula) -> AskedFormula:
    """Return a formula as what it asks; which cells that are is only known of a whole workbook."""
    pattern, fields = _pattern(formula.text)
    return AskedFormula(pattern, tuple([(formula.cells[name], part) for name, part in fields]))


@lru_cache(maxsize=1024)
def _pattern(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a formula as a pattern in XML, and for each place in it whose cells, and what of them."""
    pattern, fields = [], []
    for literal, field, _, _ in Formatter().parse(text):
        pattern.append(escaped(literal).replace("%", "%%"))
        if field is not None:
            name, _, part = field.partition(".")
            fields.append((name, part))
            pattern.append("%s")
    return "".join(pattern), tuple(fields)
