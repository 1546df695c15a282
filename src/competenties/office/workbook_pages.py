"""Rows on pages of A4: where a page begins, and what stands at its top again.

Excel keeps nothing together by itself. A part of a table that would be torn and fits on a page
begins on the next one; in a longer part a page ends between two rows. The header of a table is
written again wherever a page begins in it. Rows that Excel repeats by itself would stand on every
page to come, also above another table.
"""

from collections.abc import Iterator, Sequence

from competenties.office.workbook_rows import PARTED, TOGETHER, SheetRow

PAGE = 752.0
"""Points between the margins of a page, on the safe side."""


def paged(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """Return the rows, with those that begin a page marked and headers written again."""
    made: list[SheetRow] = []
    used = 0.0
    for part in _runs(rows, PARTED):
        whole = _height(part)
        if used + whole <= PAGE and not any(row.breaks for row in part):
            made += part
            used += whole
        else:
            used = _add_torn(made, used, part, whole)
    return made


def _add_torn(made: list[SheetRow], used: float, part: Sequence[SheetRow], whole: float) -> float:
    """Add a part that does not fit on what is left of a page; return what is used of the next."""
    moves = used > 0 and used + whole > PAGE >= _height(part[0].header) + whole
    for number, atom in enumerate(_runs(part, TOGETHER)):
        full = used > 0 and used + _height(atom) > PAGE
        if atom[0].breaks or full or (moves and number == 0):
            first, *others = [*atom[0].header, *atom]
            made += [first._replace(breaks=True), *others]
            used = _height([first, *others])
        else:
            made += atom
            used += _height(atom)
    return used


def _runs(rows: Sequence[SheetRow], most: int) -> Iterator[Sequence[SheetRow]]:
    """Yield rows in runs; a row that follows the one above it no closer than `most` begins one."""
    start = 0
    for place, row in enumerate(rows):
        if row.follows <= most and place > start:
            yield rows[start:place]
            start = place
    if rows:
        yield rows[start:]


def _height(rows: Sequence[SheetRow]) -> float:
    return sum([row.body.height for row in rows])
