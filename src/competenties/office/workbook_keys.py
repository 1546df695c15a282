"""What has a key in a workbook: where it stands, and the formulas that look at it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.formula import ArrayFormula

from competenties.office.blocks import Blank, Choice, Formula
from competenties.office.clean import clean_for_cell

LISTS = "_lists"
"""The sheet with the answers to choose from: a row of answers, under it a row of their numbers."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells as a formula names them; `options` and `values` are those of the first one."""

    place: str
    options: str = ""
    values: str = ""

    def __str__(self) -> str:
        return self.place


class Keys:
    """Notes during the writing of a workbook where each key stands, and fills in formulas after it."""

    def __init__(self, book: Workbook) -> None:
        """Begin without any key."""
        self._book = book
        self._places: dict[str, SheetCell] = {}
        self._choices: dict[str, Choice] = {}
        self._formulas: list[tuple[SheetCell, Formula]] = []
        self._lists: dict[tuple[tuple[str, ...], tuple[int | None, ...]], int] = {}

    def add_place(self, cell: SheetCell, value: Blank | Choice | Formula) -> None:
        """Note where something with a key stands."""
        if value.key:
            self._places[value.key] = cell
        if value.key and isinstance(value, Choice):
            self._choices[value.key] = value

    def add_formula(self, cell: SheetCell, formula: Formula) -> None:
        """Note a formula, to be filled in when all places are known."""
        self.add_place(cell, formula)
        self._formulas.append((cell, formula))

    def places(self) -> dict[str, str]:
        """Return the place of every key: of cells on the first sheet, without its name."""
        first = self._book.worksheets[0].title
        return {
            key: cell.coordinate for key, cell in self._places.items() if cell.parent.title == first
        }

    def fill_in(self) -> Iterator[tuple[str, str, str | float]]:
        """Write every formula; yield its sheet, place and what it gives as long as nothing is filled in."""
        for cell, formula in self._formulas:
            named = {name: self._cells(keys) for name, keys in formula.cells.items()}
            text = f"={formula.text.format(**named)}"
            cell.value = ArrayFormula(cell.coordinate, text) if formula.is_array else text
            yield cell.parent.title, cell.coordinate, formula.shown

    def options(self, choice: Choice) -> str:
        """Return the cells that hold the answers of a drop-down."""
        return self._list(choice, 0)

    def _cells(self, keys: Sequence[str]) -> _Cells:
        first, last = self._places[keys[0]], self._places[keys[-1]]
        sheet = quote_sheetname(first.parent.title)
        place = f"{sheet}!{_fixed(first)}" + (f":{_fixed(last)}" if len(keys) > 1 else "")
        choice = self._choices.get(keys[0])
        if choice is None:
            return _Cells(place)
        return _Cells(place, self._list(choice, 0), self._list(choice, 1))

    def _list(self, choice: Choice, line: int) -> str:
        """Return the row of answers (line 0) or of their numbers (line 1), written once."""
        key = (choice.options, choice.values)
        if key not in self._lists:
            self._write_list(choice)
        row = self._lists[key] + line
        return f"'{LISTS}'!$A${row}:${get_column_letter(len(choice.options))}${row}"

    def _write_list(self, choice: Choice) -> None:
        if LISTS not in self._book.sheetnames:
            self._book.create_sheet(LISTS).sheet_state = "veryHidden"
        lists: Any = self._book[LISTS]
        row = 2 * len(self._lists) + 1
        for column, option in enumerate(choice.options, 1):
            lists.cell(row, column, clean_for_cell(option)).data_type = "s"
        for column, value in enumerate(choice.values, 1):
            if value is not None:
                lists.cell(row + 1, column, value)
        self._lists[choice.options, choice.values] = row


def _fixed(cell: SheetCell) -> str:
    return f"${cell.column_letter}${cell.row}"
