"""What somebody uploads to import: files, a zip with tables, or a range pasted from Excel, as one source."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from competenties.editor.security import MOST_BODY
from competenties.findings import UnusableError
from competenties.formats.source import Source
from competenties.messages import Phrase

MOST_UNPACKED = 50_000_000
_MOST_IN_ZIP = 100
_MOST_FIELDS = 3_000
_TABLES = (".csv", ".tsv", ".txt")
_ZIP = b"PK\x03\x04"
_OFFICE = "[Content_Types].xml"
_OPEN_DOCUMENT = "mimetype"

PASTED = Phrase(nl="Geplakt uit Excel.csv", en="Pasted from Excel.csv")
_NOTHING = Phrase(
    nl="Kies een bestand, sleep het hierheen, of plak een stuk uit Excel.",
    en="Choose a file, drop it here, or paste a range from Excel.",
)
_FORM = Phrase(
    nl="{name} is een formulier van dit programma, geen tabel met competenties of functies. "
    "Een ingevuld formulier leest u in bij Formulieren.",
    en="{name} is a form of this program, not a table of competences or jobs. "
    "A filled form goes in at Forms.",
)
_BAD_ZIP = Phrase(
    nl="{name} is een beschadigd of beveiligd zip-bestand. Pak het uit en kies de bestanden zelf.",
    en="{name} is a damaged or protected zip file. Unpack it and choose the files themselves.",
)
_NO_TABLES = Phrase(
    nl="In {name} zit geen bestand om te importeren. Nodig is één bestand, of CSV-bestanden die bij "
    "elkaar horen.",
    en="There is no file to import in {name}. Needed is one file, or CSV files that belong together.",
)
_TOO_MUCH = Phrase(
    nl="{name} bevat uitgepakt te veel. Pak het uit en kies alleen de tabel met competenties.",
    en="{name} holds too much when unpacked. Unpack it and choose the table of competences alone.",
)
_BROKEN = Phrase(nl="Dit verzoek is niet goed aangekomen.", en="This request did not arrive well.")


class _InMemory(MultiPartParser):
    """Reads a form with files without writing any of it to disk."""

    spool_max_size = MOST_BODY + 1


async def form_of(request: Request) -> FormData:
    """Return a form with its files in memory. Raises UnusableError when it is none."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.form(max_fields=_MOST_FIELDS)
    parser = _InMemory(
        request.headers,
        request.stream(),
        max_files=_MOST_IN_ZIP,
        max_fields=_MOST_FIELDS,
        max_part_size=MOST_UNPACKED,
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise UnusableError(_BROKEN) from error


async def files_in(form: FormData) -> list[Source]:
    """Return the files of a form by name and bytes."""
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
    found = [Source(_name(one.filename or ""), await one.read()) for one in files if one.filename]
    await form.close()
    return found


def source_of(files: Sequence[Source], pasted: str, pasted_name: str) -> Source:
    """Return what was uploaded as one source. Raises UnusableError with what to do."""
    if pasted.strip() and not files:
        files = [Source(pasted_name, pasted.encode())]
    if not files:
        raise UnusableError(_NOTHING)
    unpacked = [_unpacked(one) for one in files]
    for one in unpacked:
        _refuse_form(one)
    if len(unpacked) == 1:
        return unpacked[0]
    together = [inner for one in unpacked for inner in (one.more or [one])]
    return Source(PurePosixPath(files[0].name).stem, b"", together)


def _unpacked(file: Source) -> Source:
    """Return the file in a zip, or the tables in it as one source; all other files as they are."""
    if not file.raw.startswith(_ZIP):
        return file
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as archive:
            inside = [one for one in archive.infolist() if not _is_noise(one.filename)]
            names = [one.filename for one in inside]
            if _OFFICE in names or _OPEN_DOCUMENT in names:
                return file
            return _from_zip(file, archive, inside)
    except (
        zipfile.BadZipFile,
        RuntimeError,  # locked, or packed in a way that Python does not know
        zlib.error,
        EOFError,
        OSError,
    ) as error:
        raise UnusableError(_BAD_ZIP, name=file.name) from error


def _from_zip(file: Source, archive: zipfile.ZipFile, inside: list[zipfile.ZipInfo]) -> Source:
    chosen = inside
    if len(inside) > 1:
        chosen = [one for one in inside if one.filename.lower().endswith(_TABLES)]
    if not chosen:
        raise UnusableError(_NO_TABLES, name=file.name)
    if len(chosen) > _MOST_IN_ZIP:
        raise UnusableError(_TOO_MUCH, name=file.name)
    left = MOST_UNPACKED
    found = []
    for one in chosen:
        with archive.open(one) as content:
            raw = content.read(left + 1)
        left -= len(raw)
        if left < 0:
            raise UnusableError(_TOO_MUCH, name=file.name)
        found.append(Source(_name(one.filename), raw))
    return found[0] if len(found) == 1 else Source(PurePosixPath(file.name).stem, b"", found)


def _refuse_form(file: Source) -> None:
    """Raise UnusableError for a form of ours where a table is asked."""
    from competenties.office.cells import NotReadableError, read_cells
    from competenties.ratings.form import TEXT_SHEET
    from competenties.ratings.inbox import MOST_BYTES

    if not file.raw.startswith(_ZIP) or len(file.raw) > MOST_BYTES:
        return
    try:
        is_form = bool(read_cells(file.raw, {TEXT_SHEET}))
    except NotReadableError:
        return
    if is_form:
        raise UnusableError(_FORM, name=file.name)


def _is_noise(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name.endswith("/") or "__MACOSX" in parts or any(one.startswith(".") for one in parts)


def _name(given: str) -> str:
    """Return the last part of a file name, without what no name has."""
    last = given.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable())[-120:] or "bestand"
