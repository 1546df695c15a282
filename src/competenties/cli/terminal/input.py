"""Files that a command reads: no more of them than can be used."""

from pathlib import Path


def table_bytes(path: Path) -> bytes:
    """Return the content of a table; of one that is too large just enough to be refused."""
    from competenties.office.tables.reader import MOST_BYTES

    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
