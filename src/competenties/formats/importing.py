"""A file or folder as the source of an import, and the plan that it gives."""

from pathlib import Path

from competenties.findings import NotFoundError, UnusableError
from competenties.formats import FormatFile, format_file, recognised
from competenties.formats.plan import ImportPlan
from competenties.formats.presets import preset_files
from competenties.formats.source import ImportChoices, Source
from competenties.messages import Phrase
from competenties.office.tables.reader import MOST_BYTES
from competenties.workspace.settings import SETTINGS_FILE

_MOST_FILES = 100
_TABLES = ".csv"
_NO_FILE = Phrase(
    nl="{path} is niet gevonden. Controleer de naam van het bestand.",
    en="{path} was not found. Check the name of the file.",
)
_IS_FOLDER = Phrase(
    nl="{path} is een map. Noem het bestand met de tabel, of een map met alleen CSV-bestanden die bij "
    "elkaar horen.",
    en="{path} is a folder. Name the file with the table, or a folder with only CSV files that belong "
    "together.",
)


def source_at(path: Path) -> Source:
    """Return a file as a source, or the CSV files in a folder as one.

    Of a file that is too large only so much is read that it is refused. Raises NotFoundError, and
    UnusableError for another folder.
    """
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix.lower() == _TABLES)
        is_workspace = (path / SETTINGS_FILE).exists()
        if is_workspace or not 0 < len(files) <= _MOST_FILES:
            raise UnusableError(_IS_FOLDER, path=str(path))
        return Source(path.resolve().name, b"", [Source(one.name, _start(one)) for one in files])
    if not path.is_file():
        raise NotFoundError(_NO_FILE, path=str(path))
    return Source(path.name, _start(path))


def planned(source: Source, name: str, choices: ImportChoices) -> ImportPlan:
    """Return the plan of a source, in the format of that name or else the one that it shows."""
    return _format(source, name).plan(source, choices)


def _format(source: Source, name: str) -> FormatFile:
    if name in preset_files():
        return format_file("table")
    return format_file(name) if name else recognised(source)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
