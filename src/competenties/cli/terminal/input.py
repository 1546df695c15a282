"""What a command reads: of a file no more than can be used, and the language of the place."""

from pathlib import Path


def table_bytes(path: Path) -> bytes:
    """Return the content of a table; of one that is too large just enough to be refused."""
    from competenties.office.tables.reader import MOST_BYTES

    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def language_here(folder: str = ".") -> str | None:
    """Return the language of the workspace that a folder lies in, or None."""
    from competenties.workspace.settings import read_settings
    from competenties.workspace.workspace import workspace_around

    root = workspace_around(Path(folder))
    return read_settings(root).settings.language if root else None
