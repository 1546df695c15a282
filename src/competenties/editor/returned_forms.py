"""Filled forms that somebody uploads: read in memory, counted, made into results, and forgotten."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from competenties.documents.results_collected import Collected
from competenties.findings import UnusableError
from competenties.messages import Language, Phrase
from competenties.office.tables import read_tables
from competenties.ratings.inbox import MOST_BYTES
from competenties.ratings.results import PersonResult
from competenties.ratings.returned import Returned
from competenties.workspace.workspace import Workspace

MOST_UNPACKED = 400_000_000
"""Bytes that all zip files of an upload may hold together; ten thousand forms take half of it."""

_MOST_FILES = 20_000
_SEND_LISTS = ("verzendlijst.csv", "send-list.csv")
_BOOKS = (".xlsx", ".xlsm")
_NOTHING = Phrase(
    nl="Kies de ingevulde formulieren: Excel-bestanden, of een zip-bestand ermee.",
    en="Choose the filled forms: Excel files, or a zip file with them.",
)
_NOT_A_ZIP = Phrase(
    nl="{name} is geen zip-bestand en geen formulier in Excel. Kies de formulieren zelf, of een "
    "zip-bestand ermee.",
    en="{name} is no zip file and no form in Excel. Choose the forms themselves, or a zip file with "
    "them.",
)
_TOO_MUCH = Phrase(
    nl="{name} bevat uitgepakt te veel. Verdeel de formulieren over meer zip-bestanden.",
    en="{name} holds too much when unpacked. Spread the forms over several zip files.",
)
_COMPARED = Phrase(
    nl="Mensen in deze ronde: {count}; daarvan ook in de eerdere ronde gevonden: {found}.",
    en="People in this round: {count}; of these found in the earlier round too: {found}.",
)


@dataclass(frozen=True)
class Upload:
    """A file that was uploaded."""

    name: str
    raw: bytes


@dataclass(frozen=True)
class Asked:
    """The forms of a round, and those of an earlier one to lay beside them."""

    forms: Sequence[Upload]
    earlier: Sequence[Upload] = ()
    has_pseudonyms: bool = False


def collected(asked: Asked, workspace: Workspace, language: Language) -> Collected:
    """Return the results of the forms. Raises UnusableError for what holds no forms."""
    from competenties.documents.results_moved_on import moved_on
    from competenties.ratings.groups import line_qualities, team_results, too_small_teams
    from competenties.ratings.inbox import not_returned
    from competenties.ratings.periods import compare_periods
    from competenties.ratings.pseudonyms import Pseudonyms
    from competenties.ratings.results import results_of

    privacy = workspace.settings.privacy
    names = Pseudonyms(language) if asked.has_pseudonyms else None
    returned = _read(asked.forms, names)
    results = results_of(returned.forms, privacy.least_raters)
    before = _read(asked.earlier, names) if asked.earlier else None
    earlier = results_of(before.forms, privacy.least_raters) if before else []
    changes = compare_periods(earlier, results)
    sent = _send_list(asked.forms)
    missing = not_returned(sent, {one.form.copy.get("code", "") for one in returned.forms})
    found = len({(one.name, one.number) for one in changes})
    return Collected(
        results=results,
        teams=team_results(results, privacy.least_people),
        left_out_teams=too_small_teams(results, privacy.least_people),
        qualities=line_qualities(returned.forms, privacy.least_people),
        changes=changes,
        remarks=returned.remarks,
        missing=[] if asked.has_pseudonyms else missing,
        missing_header=tuple(sent[0]) if sent else (),
        privacy=privacy,
        has_pseudonyms=asked.has_pseudonyms,
        moved_on=list(moved_on(results, workspace, language)),
        notes=[_COMPARED.filled(count=len(results), found=found)] if asked.earlier else [],
    )


def results_workbook(found: Collected, language: Language) -> bytes:
    """Return the results as a workbook."""
    from competenties.documents.results_tables import result_tables
    from competenties.office.tables import write_xlsx

    return write_xlsx(result_tables(found, language))


def person_reports(
    found: Collected, workspace: Workspace, language: Language
) -> list[tuple[str, bytes]]:
    """Return a page for each person, as files of Word."""
    from competenties.documents.house import house_style
    from competenties.documents.person_result import person_result
    from competenties.office.file_names import Names, file_name
    from competenties.office.word import word

    house, names = house_style(workspace, language), Names()
    results: Sequence[PersonResult] = found.results
    return [
        (
            names.free("", file_name(one.name), ".docx"),
            word(person_result(one, workspace.settings, language, list(results), house)),
        )
        for one in results
    ]


def _read(uploads: Sequence[Upload], names: object) -> Returned:
    from competenties.ratings.pseudonyms import Pseudonyms
    from competenties.ratings.returned import read_returned

    if not any(one.raw for one in uploads):
        raise UnusableError(_NOTHING)
    returned = read_returned(_files(uploads))
    return names.hide(returned) if isinstance(names, Pseudonyms) else returned


def _files(uploads: Sequence[Upload]) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every form, one at a time, and no more of all than is bearable."""
    left = MOST_UNPACKED
    for upload in uploads:
        if upload.name.lower().endswith(_BOOKS):
            yield upload.name, upload.raw[:MOST_BYTES]
        elif upload.raw and not upload.name.lower().endswith(".csv"):
            for name, raw in _in_zip(upload):
                left -= len(raw)
                if left < 0:
                    raise UnusableError(_TOO_MUCH, name=upload.name)
                yield name, raw


def _in_zip(upload: Upload) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(upload.raw)) as package:
            found = sorted(
                (one for one in package.infolist() if _is_form(one)), key=lambda one: one.filename
            )
            if len(found) > _MOST_FILES:
                raise UnusableError(_TOO_MUCH, name=upload.name)
            for one in found:
                yield one.filename, _unpacked(package, one)
    except zipfile.BadZipFile as error:
        raise UnusableError(_NOT_A_ZIP, name=upload.name) from error


def _unpacked(package: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    """Return a file of a zip file; nothing of one that is damaged or locked, which is then refused."""
    try:
        with package.open(one) as file:
            return file.read(MOST_BYTES)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError):
        # RuntimeError: locked, or packed in a way that Python does not know
        return b""


def _is_form(one: zipfile.ZipInfo) -> bool:
    """Tell whether a file is to be looked at; not a send list, or what programs put beside a file."""
    name = PurePosixPath(one.filename.replace("\\", "/")).name
    is_beside = name.startswith(("~$", ".")) or name.endswith(".part")
    return not one.is_dir() and not is_beside and name not in _SEND_LISTS


def _send_list(uploads: Sequence[Upload]) -> list[list[str]]:
    """Return the rows of the send list, its header first: uploaded beside the forms, or among them."""
    for upload in uploads:
        raw = upload.raw if upload.name.lower().endswith(".csv") else _list_in(upload)
        if raw:
            sheet = read_tables(upload.name, raw).sheets[0]
            width = max((column for row in sheet.rows.values() for column in row), default=0)
            columns = range(1, width + 1)
            return [[row.get(column, "") for column in columns] for row in sheet.rows.values()]
    return []


def _list_in(upload: Upload) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(upload.raw)):
        return b""
    with zipfile.ZipFile(io.BytesIO(upload.raw)) as package:
        for name in package.namelist():
            if PurePosixPath(name).name in _SEND_LISTS:
                return _unpacked(package, package.getinfo(name))
    return b""
