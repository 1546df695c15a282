"""Rows on pages of A4: where a page begins, and what stands at its top again.

Excel keeps nothing together by itself. A part of a table that would be torn and fits on a page
begins on the next one; in a longer part a page ends between two rows. The header of a table is
written again wherever a page begins in it. Rows that Excel repeats by itself would stand on every
page to come, also above another table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from competenties.office.workbook_rows import PARTED, TOGETHER, SheetRow

PAGE = 752.0
"""Points between the margins of a page, on the safe side."""


def paged(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """Return the rows, with those that begin a page marked and headers written again."""
    made: list[SheetRow] = []
    used = 0.0
    for part in _runs(rows, PARTED):
        whole, header = _height(part), _height(part[0].header)
        moves = used > 0 and used + whole > PAGE >= header + whole
        for number, atom in enumerate(_runs(part, TOGETHER)):
            full = used > 0 and used + _height(atom) > PAGE
            if atom[0].breaks or full or (moves and number == 0):
                first, *others = [*atom[0].header, *atom]
                made += [replace(first, breaks=True), *others]
                used = _height([first, *others])
            else:
                made += atom
                used += _height(atom)
    return made


def _runs(rows: Sequence[SheetRow], most: int) -> Iterator[list[SheetRow]]:
    """Yield rows in runs; a row that follows the one above it no closer than `most` begins one."""
    run: list[SheetRow] = []
    for row in rows:
        if run and row.follows <= most:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _height(rows: Sequence[SheetRow]) -> float:
    return sum(row.height for row in rows)
