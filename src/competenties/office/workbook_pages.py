"""Rows on pages of A4: where a page begins, and what stands at its top again.

Excel keeps nothing together by itself. A part of a table that fits on a page is never torn; in a
longer part a page ends between two rows. There are as few pages as can be, and of all ways to that
number the one that leaves the least of any page empty. The header of a table is written again
wherever a page begins in it. Rows that Excel repeats by itself would stand on every page to come,
also above another table.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from competenties.office.workbook_rows import PARTED, TOGETHER, SheetRow

PAGE = 804.0
"""Points between the margins of a page, on the safe side: of a sheet that is printed at 95%."""

LOW_PAGE = 545.0
"""Points between the margins of a page that lies on its side."""

_FULL = 2 / 3  # of a page: one that holds so much looks full enough
_IN_TEXT = (PAGE / 6) ** 2  # as bad as so much more of a page left empty: a page begins amid text
_RUNNING = ("text", "bullet", "label")


class _Atom(NamedTuple):
    """Rows that stand on one page, and their height.

    `header` is the height of what stands above them at the top of a page; `wrong` is how bad it is
    that a page begins there.
    """

    rows: Sequence[SheetRow]
    height: float
    header: float
    wrong: float


def paged(rows: Sequence[SheetRow], page: float = PAGE) -> list[SheetRow]:
    """Return the rows, with those that begin a page marked and headers written again."""
    if _height(rows) <= page and not any(row.breaks for row in rows):
        return [*rows]
    made: list[SheetRow] = []
    atoms = [*_atoms(rows, page)]
    begins = _begins(atoms, page)
    for place, atom in enumerate(atoms):
        if place in begins:
            first, *others = [*atom.rows[0].header, *atom.rows]
            made += [first._replace(breaks=True), *others]
        else:
            made += atom.rows
    return made


def _atoms(rows: Sequence[SheetRow], page: float) -> Iterator[_Atom]:
    """Yield parts of tables, chapters and paragraphs; of what is too long, the rows."""
    for part in _runs(rows, PARTED):
        height, header = _height(part), _height(part[0].header)
        if height + header <= page and not any(row.breaks for row in part):
            yield _Atom(part, height, header, _wrong(part))
        else:
            for one in _runs(part, TOGETHER):
                yield _Atom(one, _height(one), _height(one[0].header), _wrong(one))


def _wrong(rows: Sequence[SheetRow]) -> float:
    """Return how bad it is that a page begins with these rows; a row without cells is a gap."""
    cells = rows[0].body.cells
    return _IN_TEXT if not cells or cells[0].look in _RUNNING else 0


def _begins(atoms: Sequence[_Atom], page: float) -> set[int]:
    """Return the places of the atoms that begin a page, save the first."""
    ends, begins, place = _ends(atoms, page), set(), 0
    while (place := ends[place]) < len(atoms):
        begins.add(place)
    return begins


def _ends(atoms: Sequence[_Atom], page: float) -> list[int]:
    """Return for each atom where a page ends that begins with it, in the best of all ways.

    Found from the last atom on. Of equal ways it is the one that fills the page most.
    """
    heights = [0.0, *accumulate([atom.height for atom in atoms])]
    stop = len(atoms)  # no page goes on beyond this
    ends = [0] * stop
    best = [(0, 0.0)] * (stop + 1)  # pages from an atom on, and how bad they are
    for first in reversed(range(len(atoms))):
        atom = atoms[first]
        above = heights[first] - (atom.header if first else 0)
        last = bisect_right(heights, above + page, first + 1, stop + 1) - 1
        ends[first] = end = max(last, first + 1)
        pages, least = best[end][0], math.inf
        while end > first and best[end][0] == pages and least > 0:
            wrong = best[end][1] + max(0.0, above + _FULL * page - heights[end]) ** 2
            if wrong < least:
                ends[first], least = end, wrong
            end -= 1
        best[first] = (pages + 1, least + atom.wrong)
        if atom.rows[0].breaks:
            stop = first
    return ends


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
    if not rows:
        return 0
    return sum([row.body.height for row in rows])
