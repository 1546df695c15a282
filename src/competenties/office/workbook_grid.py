"""The columns of a sheet: one grid that serves every table on it, whatever columns each has.

The table that is rated sets the grid, so that its rows have no merged cells. A table with fewer
columns spans some of the grid. One with more is folded: its narrow columns stand under each other
where the grid is narrow, its wide ones where it is wide, in the order in which they are read.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from competenties.office.blocks import Document, Group, PageBreak, Table
from competenties.office.glyphs import widening

WIDTH = 106.0
"""Characters over the page, as Excel counts the width of columns in its usual font."""

WIDE = 155.0
"""Characters over a page that lies on its side."""

POINTS = 5.25
"""Points of such a character: seven pixels of the usual font, Calibri 11."""

_LABEL_SHARE = 0.3
_PADDING = 5.0  # points that Excel leaves free beside the text in a cell
_INDENT = 8.0  # points of one step of indent, on the safe side


class Span(NamedTuple):
    """Columns of the grid that one cell of a table takes, counted from 1; `place` is its column.

    `place` is -1 where a folded table has no column of its own.
    """

    first: int
    last: int
    place: int


class Grid(NamedTuple):
    """The columns of a sheet, as shares of the page; the page is so many characters wide.

    `wider` is how much wider the letters are than those of Calibri.
    """

    shares: tuple[float, ...]
    width: float = WIDTH
    wider: float = 1.0

    def room(self, span: Span, indent: int = 0) -> float:
        """Return the points that text has in some columns, as if it were in Calibri."""
        share = sum(self.shares[span.first - 1 : span.last])
        return (share * self.width * POINTS - _PADDING - indent * _INDENT) / self.wider

    def whole(self) -> Span:
        """Return all columns as one."""
        return Span(1, len(self.shares), 0)

    def labelled(self) -> tuple[Span, Span]:
        """Return the columns of a label and those of its value."""
        return _labelled(self)

    def lines(self, widths: Sequence[float]) -> list[tuple[Span, ...]]:
        """Return where the columns of a table stand: on one line, or folded on several."""
        if len(widths) <= len(self.shares):
            return [tuple(self._spanned(widths))]
        return list(self._folded(widths))

    def _spanned(self, widths: Sequence[float]) -> Iterator[Span]:
        """Give each column of a table the columns of the grid that come nearest to its width."""
        wanted = _of_one(widths)

        def strain(cut: Sequence[tuple[int, int]]) -> float:
            found = (sum(self.shares[first:last]) for first, last in cut)
            return sum(abs(a - b) for a, b in zip(wanted, found, strict=True))

        best = min(_cuts(len(self.shares), len(widths)), key=strain)
        for place, (first, last) in enumerate(best):
            yield Span(first + 1, last, place)

    def _folded(self, widths: Sequence[float]) -> Iterator[tuple[Span, ...]]:
        """Put the columns of a wide table on as few lines as can be, each where it fits best."""
        wanted, given = _of_widest(widths), _of_widest(self.shares)

        def strain(cut: Sequence[tuple[int, int]]) -> tuple[int, float]:
            strains = (
                abs(width - share)
                for (first, last), share in zip(cut, given, strict=True)
                for width in wanted[first:last]
            )
            return max(last - first for first, last in cut), sum(strains)

        best = min(_cuts(len(widths), len(self.shares)), key=strain)
        for line in range(max(last - first for first, last in best)):
            yield tuple(
                Span(number, number, first + line if first + line < last else -1)
                for number, (first, last) in enumerate(best, 1)
            )


@lru_cache(maxsize=256)
def _labelled(grid: Grid) -> tuple[Span, Span]:
    (line,) = grid.lines((_LABEL_SHARE, 1 - _LABEL_SHARE)) if len(grid.shares) > 1 else ((),)
    return (line[0], line[1]) if line else (grid.whole(), grid.whole())


def grid_of(document: Document) -> Grid:
    """Return the grid of a sheet: that of the table in parts, else of the widest, else of labels."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    in_parts = [one for one in tables if any(isinstance(row, Group) for row in one.rows)]
    leading = max(in_parts or tables, key=lambda table: len(table.columns), default=None)
    width = WIDE if _lies_down(document) else WIDTH
    fonts = (document.house.font, document.house.heading_font or document.house.font)
    wider = max(1.0, *map(widening, fonts))
    if leading is None:
        return Grid((_LABEL_SHARE, 1 - _LABEL_SHARE), width, wider)
    return Grid(_of_one([column.width for column in leading.columns]), width, wider)


def _lies_down(document: Document) -> bool:
    """Tell whether a sheet lies on its side: all of it does where a part of it should."""
    breaks = (block for block in document.blocks if isinstance(block, PageBreak))
    return any(one.is_landscape for one in breaks)


def _cuts(count: int, parts: int) -> Iterator[list[tuple[int, int]]]:
    """Yield every way to cut so many things in a row into so many parts."""
    for cuts in combinations(range(1, count), parts - 1):
        yield list(pairwise((0, *cuts, count)))


def _of_one(widths: Sequence[float]) -> tuple[float, ...]:
    total = sum(widths)
    return tuple(width / total for width in widths)


def _of_widest(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width / max(widths) for width in widths)
