"""The rows of a table, in which an empty cell may say what stands above it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from competenties.formats.table_sheet import TableRow, TableSheet

_CLUSTER = ("cluster", "cluster.description", "cluster.code")
_COMPETENCE = (
    "competence",
    "competence.code",
    "competence.definition",
    "competence.type",
    "competence.aliases",
)
_LEVEL = ("level", "level.name", "level.text")
_PROFILE = (
    "profile",
    "profile.code",
    "profile.family",
    "profile.series",
    "profile.description",
    "profile.purpose",
    "profile.step",
    "profile.step.description",
)


def rows_of(table: TableSheet, language: str) -> Iterator[TableRow]:
    """Yield the rows below the header by field; merged and continued cells are filled in.

    A table of our own says everything in every row, so that nothing is filled in there.
    """
    filler = _Filler(table)
    for number, cells in table.body():
        if table.is_ours:
            yield TableRow(number, table, cells, language)
        else:
            filled, rows = filler.fill(number, cells)
            yield TableRow(number, table, filled, language, rows)


class _Filler:
    """Knows what stands above each row, from cluster down to level; a new item forgets the rest."""

    def __init__(self, table: TableSheet) -> None:
        self._table = table
        self._above: dict[int, tuple[str, int]] = {}
        self._repeats = _repeats(table)
        self._faults: dict[int, set[int]] = {}
        for row, column in table.sheet.faults:
            self._faults.setdefault(row, set()).add(column)
        self._merged: dict[int, list[tuple[int, int]]] = {}
        for top, left, bottom, _ in table.sheet.merged:
            if left in table.headers:
                self._merged.setdefault(left, []).append((top, bottom))
        self._groups = list(self._ordered_groups())

    def fill(self, number: int, cells: dict[int, str]) -> tuple[dict[int, str], dict[int, int]]:
        """Return the cells of a row with what holds from above, and the rows of the latter.

        A cell with an error of Excel is not empty: nothing from above takes its place.
        """
        said = cells.keys() | self._faults.get(number, set())
        self._forget({c for c in said if self._above.get(c, ("", 0))[0] != cells.get(c)})
        filled, rows = dict(cells), dict[int, int]()
        for column in self._continuing(number, said):
            if column not in said and column in self._above:
                filled[column], rows[column] = self._above[column]
        for column, text in cells.items():
            self._above[column] = (text, number)
        return filled, rows

    def _continuing(self, number: int, said: AbstractSet[int]) -> list[int]:
        shape, fill = self._table.shape, self._columns
        columns = [column for column in self._above if self._is_merged(number, column)]
        if shape == "indicators" and self._is_empty(("competence",), said):
            columns += fill((*_CLUSTER, *_COMPETENCE))
            if self._is_empty(("level",), said):
                columns += fill(_LEVEL)
        elif shape in ("competences", "indicators") and not self._repeats:
            columns += fill(_CLUSTER)
        if shape == "requirements" and self._is_empty(("profile", "profile.step"), said):
            columns += fill(_PROFILE)
        return columns

    def _is_merged(self, number: int, column: int) -> bool:
        return any(top < number <= bottom for top, bottom in self._merged.get(column, ()))

    def _forget(self, changed: AbstractSet[int]) -> None:
        """Of a new item, nothing holds any more of the one above it, nor of what stood in that."""
        for place, (names, _) in enumerate(self._groups):
            if any(column in changed for column in names):
                for _, columns in self._groups[place:]:
                    for column in columns:
                        self._above.pop(column, None)
                return

    def _ordered_groups(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the columns that name an item with all columns about it, from the outside in."""
        yield self._columns(("profile", "profile.step")), self._columns(_PROFILE)
        clusters = self._columns(("cluster",))
        depths = sorted({self._table.headers[column].number or 1 for column in clusters})
        for depth in depths:
            own = [c for c in clusters if (self._table.headers[c].number or 1) == depth]
            about = self._columns(_CLUSTER[1:]) if depth == depths[0] else []
            yield own, [*own, *about]
        for fields in (_COMPETENCE, _LEVEL):
            yield self._columns(fields[:1]), self._columns(fields)

    def _is_empty(self, fields: Sequence[str], said: AbstractSet[int]) -> bool:
        return not any(column in said for column in self._columns(fields))

    def _columns(self, fields: Sequence[str]) -> list[int]:
        return [column for name in fields for column in self._table.columns(name)]


def _repeats(table: TableSheet) -> bool:
    """Tell whether the same cluster stands in one row after another: then an empty one is none."""
    columns = table.columns("cluster")
    before: list[str | None] = []
    for _, cells in table.body():
        here = [cells.get(column) for column in columns]
        if any(one and one == other for one, other in zip(here, before, strict=False)):
            return True
        before = here
    return False
