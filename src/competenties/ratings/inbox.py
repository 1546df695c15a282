"""The files of a folder or zip file with returned forms, one at a time and bounded."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from competenties.findings import NotFoundError, UnusableError
from competenties.messages import Phrase
from competenties.office.tables import read_tables

MOST_BYTES = 20_000_000
"""Of one form; a filled one takes some 20,000."""
_MOST_FILES = 100_000
_SEND_LISTS = ("verzendlijst.csv", "send-list.csv")
_CODE_TITLES = ("code van dit exemplaar", "code of this copy")

_NOT_FOUND = Phrase(
    nl="{path} is niet gevonden. Geef de map of het zip-bestand met teruggestuurde formulieren op.",
    en="{path} was not found. Give the folder or zip file with returned forms.",
)
_NOT_A_ZIP = Phrase(
    nl="{path} is geen zip-bestand en geen map. Zet de formulieren in een map en geef die op.",
    en="{path} is no zip file and no folder. Put the forms in a folder and give that.",
)
_NO_CODES = Phrase(
    nl='De verzendlijst heeft geen kolom "code van dit exemplaar". Geef de lijst op die bij de formulieren is gemaakt.',
    en='The send list has no column "code of this copy". Give the list that was made with the forms.',
)
_TOO_MANY = Phrase(
    nl="{path} heeft meer dan {most} bestanden. Verdeel ze over meer mappen.",
    en="{path} has more than {most} files. Spread them over several folders.",
)


def returned_files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every workbook, in the order of their names.

    Raises NotFoundError and UnusableError with what to do.
    """
    if path.is_dir():
        yield from _in_folder(path)
    elif path.is_file() and path.suffix.lower() in (".xlsx", ".xlsm"):
        yield path.name, path.read_bytes()[:MOST_BYTES]
    elif path.is_file():
        yield from _in_zip(path)
    else:
        raise NotFoundError(_NOT_FOUND, path=str(path))


def send_list_of(path: Path, chosen: str | None) -> list[list[str]]:
    """Return the rows of the send list, its header first: the chosen one, else that of the folder."""
    if chosen:
        if not Path(chosen).is_file():
            raise NotFoundError(_NOT_FOUND, path=chosen)
        return _rows(Path(chosen).name, Path(chosen).read_bytes())
    for name in _SEND_LISTS:
        raw = _one_of(path, name)
        if raw is not None:
            return _rows(name, raw)
    return []


def not_returned(rows: list[list[str]], codes: set[str]) -> list[tuple[str, ...]]:
    """Return the rows of a send list of which no form came back; the header stays out."""
    if not rows:
        return []
    titles = [title.casefold() for title in rows[0]]
    place = next((titles.index(one) for one in _CODE_TITLES if one in titles), None)
    if place is None:
        raise UnusableError(_NO_CODES)
    return [tuple(row) for row in rows[1:] if row[place] not in codes]


def _in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    found = sorted(path for path in folder.rglob("*") if _is_form(path.name) and path.is_file())
    if len(found) > _MOST_FILES:
        raise UnusableError(_TOO_MANY, path=str(folder), most=_MOST_FILES)
    for path in found:
        with path.open("rb") as file:
            yield path.relative_to(folder).as_posix(), file.read(MOST_BYTES + 1)[:MOST_BYTES]


def _in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as package:
            found = sorted(
                (
                    one
                    for one in package.infolist()
                    if not one.is_dir() and _is_form(Path(one.filename).name)
                ),
                key=lambda one: one.filename,
            )
            if len(found) > _MOST_FILES:
                raise UnusableError(_TOO_MANY, path=str(path), most=_MOST_FILES)
            for one in found:
                yield one.filename, _unpacked(package, one)
    except zipfile.BadZipFile as error:
        raise UnusableError(_NOT_A_ZIP, path=str(path)) from error


def _unpacked(package: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """Return a file of a zip file; nothing of one that is damaged or locked, which is then refused."""
    try:
        with package.open(one) as file:
            return file.read(MOST_BYTES)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError):
        # RuntimeError: locked, or packed in a way Python does not know
        return b""


def _is_form(name: str) -> bool:
    """Tell whether a file is to be looked at; not a send list, or what programs put beside a file."""
    is_beside = name.startswith(("~$", ".")) or name.endswith(".part")
    return not is_beside and name not in _SEND_LISTS


def _one_of(path: Path, name: str) -> bytes | None:
    """Return a file of a folder or zip file, where it is there."""
    if path.is_dir():
        return (path / name).read_bytes() if (path / name).is_file() else None
    if path.suffix.lower() != ".zip":
        return None
    with zipfile.ZipFile(path) as package:
        return package.read(name) if name in package.namelist() else None


def _rows(name: str, raw: bytes) -> list[list[str]]:
    sheet = read_tables(name, raw).sheets[0]
    width = max((column for row in sheet.rows.values() for column in row), default=0)
    return [[row.get(column, "") for column in range(1, width + 1)] for row in sheet.rows.values()]
