"""A sheet of a table file: only the cells that hold something, by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from competenties.findings import UnusableError
from competenties.messages import Phrase

Position = tuple[int, int]
"""Row and column, both from 1."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells."""

MOST_ROWS, MOST_CELLS, MOST_COLUMNS = 100_000, 1_000_000, 1_000
"""Filled rows, filled cells and columns of a file; a framework has some thousands of rows."""

_TOO_MUCH = Phrase(
    nl="{file} heeft meer dan {most} gevulde {what}. Zet alleen de competenties in een eigen bestand, "
    "of verdeel het over meer bestanden.",
    en="{file} has more than {most} filled {what}. Put the competences alone into a file of their own, "
    "or spread them over several files.",
)
_ROWS = Phrase(nl="rijen", en="rows")
_COLUMNS = Phrase(nl="kolommen", en="columns")
_CELLS = Phrase(nl="cellen", en="cells")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that holds something, but no text that can be used; `shown` is what stands there."""

    shown: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or a whole CSV file: `rows` maps row and column numbers to texts.

    Texts are clean and never empty. `faults` are cells without a usable text. `merged` are areas
    of merged cells; only the first cell of an area holds a text. `hidden` are rows and columns that
    are read, but that nobody sees.
    """

    name: str
    rows: dict[int, dict[int, str]]
    faults: dict[Position, Fault] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    is_hidden: bool = False
    hidden: tuple[str, ...] = ()

    def cells(self) -> Iterator[tuple[Position, str]]:
        """Yield every cell that holds a text, row by row."""
        for row, cells in self.rows.items():
            for column, text in cells.items():
                yield (row, column), text


@dataclass(frozen=True, slots=True)
class TableFile:
    """What a file holds, and what the reader noticed, such as its encoding."""

    name: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Phrase, ...] = ()


class Meter:
    """Counts rows and cells of a file while it is read, and stops a file that is too large."""

    def __init__(self, file: str) -> None:
        """Count for a file of this name."""
        self._file = file
        self._rows = self._cells = 0

    def add_row(self, cells: int, last_column: int) -> None:
        """Count a filled row. Raises UnusableError when there is more than a table may hold."""
        if last_column > MOST_COLUMNS:
            raise UnusableError(_TOO_MUCH, file=self._file, most=MOST_COLUMNS, what=_COLUMNS)
        self._rows += 1
        self.add_cells(cells)
        if self._rows > MOST_ROWS:
            raise UnusableError(_TOO_MUCH, file=self._file, most=MOST_ROWS, what=_ROWS)

    def add_cells(self, cells: int) -> None:
        """Count filled cells. Raises UnusableError when there are more than a table may hold."""
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise UnusableError(_TOO_MUCH, file=self._file, most=MOST_CELLS, what=_CELLS)


def column_letters(column: int) -> str:
    """Return the letters of a column as a spreadsheet shows them: 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
