"""The rows of a table, in which an empty cell may say what stands above it."""

from collections.abc import Iterator, Sequence

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
    def __init__(self, table: TableSheet) -> None:
        self._table = table
        self._above: dict[int, tuple[str, int]] = {}
        self._merged = {
            (row, column): top
            for top, left, bottom, _ in table.sheet.merged
            for column in (left,)
            for row in range(top + 1, min(bottom, top + len(table.sheet.rows)) + 1)
        }
        self._repeats = _repeats(table)
        self._groups = [
            (self._columns(fields[:1]), self._columns(fields))
            for fields in (_COMPETENCE, _LEVEL, _PROFILE)
        ]

    def fill(self, number: int, cells: dict[int, str]) -> tuple[dict[int, str], dict[int, int]]:
        """Return the cells of a row with what holds from above, and the rows of the latter."""
        filled, rows = dict(cells), dict[int, int]()
        for column in self._continuing(number, cells):
            if column not in cells and column in self._above:
                filled[column], rows[column] = self._above[column]
        for column, text in cells.items():
            self._above[column] = (text, number)
        self._forget(cells)
        return filled, rows

    def _continuing(self, number: int, cells: dict[int, str]) -> list[int]:
        shape, fill = self._table.shape, self._columns
        columns = [c for c in self._above if (number, c) in self._merged]
        goes_on = shape == "indicators" and self._is_empty(("competence",), cells)
        if goes_on:
            columns += fill((*_CLUSTER, *_COMPETENCE))
            if self._is_empty(("level",), cells):
                columns += fill(_LEVEL)
        elif shape in ("competences", "indicators") and not self._repeats:
            columns += fill(_CLUSTER)
        if shape == "requirements" and self._is_empty(("profile", "profile.step"), cells):
            columns += fill(_PROFILE)
        return columns

    def _forget(self, cells: dict[int, str]) -> None:
        """Of a new item, nothing holds any more of the one above it."""
        for names, columns in self._groups:
            if any(column in cells for column in names):
                for column in columns:
                    if column not in cells:
                        self._above.pop(column, None)

    def _is_empty(self, fields: Sequence[str], cells: dict[int, str]) -> bool:
        return not any(column in cells for column in self._columns(fields))

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
