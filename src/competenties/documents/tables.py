"""Tables of a document, without the columns that have nothing to say."""

from collections.abc import Sequence

from competenties.office.blocks import Bullets, Cell, Column, Group, Row, Stack, Table


def filled_table(columns: Sequence[Column], rows: Sequence[Row | Group], about: str) -> Table:
    """Return a table; a column that is empty in every row is left out, the first one never."""
    filled = [row.cells for row in rows if isinstance(row, Row)]
    kept = [n for n in range(len(columns)) if n == 0 or any(_says(cells[n]) for cells in filled)]
    return Table(
        tuple(columns[n] for n in kept),
        tuple(row if isinstance(row, Group) else _picked(row, kept) for row in rows),
        about,
    )


def _says(cell: Cell) -> bool:
    return cell not in ("", Bullets(()), Stack(()))


def _picked(row: Row, columns: Sequence[int]) -> Row:
    return Row(tuple(row.cells[n] for n in columns))
