"""A row of a sheet as XML, cut where its number comes: rows that forms share are written once."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from competenties.office.blocks import Blank, Choice, Formula
from competenties.office.clean import clean_for_cell
from competenties.office.workbook_keys import AskedFormula, asked_formula
from competenties.office.workbook_looks import LOOKS, tall_size
from competenties.office.workbook_rows import Placed, RowBody, shown
from competenties.office.workbook_styles import style_number
from competenties.office.workbook_xml import escaped, letters, text_cell

_NUMBER, _FORMULA = "\0", "\1"  # clean text never holds them
_REMEMBERED = 4096


class Rule(NamedTuple):
    """What Excel says and asks at a cell: answers to choose from, a message, or both."""

    options: tuple[str, ...]
    prompt: str


class Noted(NamedTuple):
    """Something in a row that others refer to: in which column, and the rule that it has."""

    column: str
    value: Blank | Choice | Formula
    rule: Rule | None


class WrittenRow(NamedTuple):
    """A row as XML: texts between which its number comes, in parts between which formulas come.

    `tall` is the size of type in the cell beside a row that grows; other rows have none.
    """

    parts: tuple[tuple[str, ...], ...]
    merges: tuple[str, ...]
    noted: tuple[Noted, ...]
    formulas: tuple[AskedFormula, ...]
    tall: float


@lru_cache(maxsize=_REMEMBERED)
def written(body: RowBody) -> WrittenRow:
    """Return a row as XML; the last cell and the end of one that grows differ by file."""
    fixed = "" if body.grows else ' customHeight="1"'
    cells = "".join(_cells(body.cells))
    end = "" if body.grows else "</row>"
    whole = f'<row r="{_NUMBER}" ht="{body.height:.15g}"{fixed}>{cells}{end}'
    merges = "".join(_merges(body.cells))
    noted = tuple(_noted(body.cells))
    return WrittenRow(
        tuple(tuple(part.split(_NUMBER)) for part in whole.split(_FORMULA)),
        tuple(merges.split(_NUMBER)) if merges else (),
        noted,
        tuple(asked_formula(one.value) for one in noted if isinstance(one.value, Formula)),
        tall_size(body.height) if body.grows else 0,
    )


def _cells(cells: tuple[Placed, ...]) -> Iterator[str]:
    for span, value, look, sides, wraps in cells:
        place = f"{letters(span.first)}{_NUMBER}"
        style, beside = _drawn(span.first, span.last, look, sides, wraps)
        if isinstance(value, Formula):
            yield _formula_cell(place, value, style)
        else:
            yield text_cell(place, shown(value), style)
        yield beside


@lru_cache(maxsize=_REMEMBERED)
def _drawn(first: int, last: int, look: str, sides: str, wraps: bool) -> tuple[int, str]:  # noqa: FBT001
    """Return the style of a cell, and the other columns that it takes, for the lines around it."""
    style = style_number(look, _sides(sides, begins=True, ends=first == last), wraps=wraps)
    beside = []
    for column in range(first + 1, last + 1) if LOOKS[look].boxed else ():
        drawn = _sides(sides, begins=False, ends=column == last)
        number = style_number(look, drawn, wraps=wraps)
        beside.append(f'<c r="{letters(column)}{_NUMBER}" s="{number}"/>')
    return style, "".join(beside)


def _sides(sides: str, *, begins: bool, ends: bool) -> str:
    """Return the lines around one of the columns that a cell takes, the first or last or neither."""
    left = sides if begins else sides.replace("l", "")
    return left if ends else left.replace("r", "")


def _formula_cell(place: str, formula: Formula, style: int) -> str:
    """Return a cell with a formula; what it gives is stored, for who only shows a file."""
    if isinstance(formula.shown, str):
        kind, result = ' t="str"', escaped(clean_for_cell(formula.shown))
    else:
        kind, result = "", f"{formula.shown:.15g}"
    array = f' t="array" ref="{place}"' if formula.is_array else ""
    return f'<c r="{place}" s="{style}"{kind}><f{array}>{_FORMULA}</f><v>{result}</v></c>'


def _merges(cells: tuple[Placed, ...]) -> Iterator[str]:
    for placed in cells:
        if placed.is_merged:
            first, last = letters(placed.span.first), letters(placed.span.last)
            yield f'<mergeCell ref="{first}{_NUMBER}:{last}{_NUMBER}"/>'


def _noted(cells: tuple[Placed, ...]) -> Iterator[Noted]:
    for placed in cells:
        column, value = letters(placed.span.first), placed.value
        match value:
            case Choice():
                yield Noted(column, value, Rule(value.options, value.prompt))
            case Blank():
                yield Noted(column, value, Rule((), value.prompt) if value.prompt else None)
            case Formula():
                yield Noted(column, value, None)
