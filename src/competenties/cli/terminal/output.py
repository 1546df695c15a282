"""Files that a command makes: never over an existing one unless that is asked."""

from collections.abc import Iterable
from pathlib import Path

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.workspace.files import content_hash, save_bytes

_EXISTS = Phrase(
    nl="{path} bestaat al en is niet overschreven. Kies een andere naam of geef --force op.",
    en="{path} exists already and has not been overwritten. Choose another name or give --force.",
)
_IS_FOLDER = Phrase(
    nl="{path} is een map. Geef een bestandsnaam op.",
    en="{path} is a folder. Give the name of a file.",
)


def refuse_existing(paths: Iterable[Path]) -> None:
    """Raise RefusedError when one of these files is there already, before any is written."""
    for path in paths:
        if path.exists():
            raise RefusedError(_EXISTS, path=str(path))


def write_new(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all. Raises RefusedError when it is there already."""
    if path.is_dir():
        raise RefusedError(_IS_FOLDER, path=str(path))
    existing = content_hash(path.read_bytes()) if path.exists() else None
    if existing is not None and not force:
        raise RefusedError(_EXISTS, path=str(path))
    save_bytes(path, content, replaces=existing)
