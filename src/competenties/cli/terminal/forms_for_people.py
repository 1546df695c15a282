"""Writes forms for a list of people: a file each, a send list, and every row that went wrong."""

import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from competenties.cli.terminal.input import table_bytes
from competenties.cli.terminal.output import refuse_existing
from competenties.cli.terminal.progress import watching
from competenties.documents.people_forms import (
    SEND_LIST,
    FormCopies,
    plan_forms,
    send_list,
    wrong_pattern,
)
from competenties.documents.request import FormKind, ProfileRequest
from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Language, Phrase
from competenties.office.tables import read_tables, write_csv
from competenties.ratings.people import RowRemark, people_of
from competenties.ratings.reading import RefusedFormError, read_form

_MAKING = Phrase(nl="Formulieren gemaakt", en="Forms made")
_MADE = Phrase(nl="Formulieren gemaakt: {count}, in {path}.", en="Forms made: {count}, in {path}.")
_THERE = Phrase(
    nl="Stonden er al en zijn niet aangeraakt: {count}.",
    en="Were there already and have not been touched: {count}.",
)
_OTHER = Phrase(
    nl="{path} is er al, maar met een andere tekst of voor een ander; verplaats dat bestand of kies een lege map",
    en="{path} is there already, but with another text or for somebody else; move that file or choose an empty folder",
)
_LIST = Phrase(
    nl="Verzendlijst voor afdruk samenvoegen: {path}", en="Send list for mail merge: {path}"
)
_NOT_MADE = Phrase(nl="Rijen zonder formulier ({count}):", en="Rows without a form ({count}):")
_TO_SEE = Phrase(nl="Om na te kijken:", en="To look at:")
_ROW = Phrase(nl="  rij {row}: {said}.", en="  row {row}: {said}.")
_NO_TABLE = Phrase(
    nl="{path} is niet gevonden; geef de tabel met namen op.",
    en="{path} was not found; give the table with names.",
)
_NOBODY = Phrase(
    nl="{path} heeft geen rij waarvan een formulier te maken is.",
    en="{path} has no row of which a form can be made.",
)
_NOT_A_FOLDER = Phrase(
    nl="{path} is een bestand. Geef een map op om de formulieren in te zetten.",
    en="{path} is a file. Give a folder to put the forms in.",
)


@dataclass(frozen=True)
class Wishes:
    """What was asked on the command line."""

    people: Path
    output: Path
    default: str
    kind: FormKind | None
    pattern: str
    is_zip: bool
    force: bool


def write_forms(wishes: Wishes, requests: Mapping[str, ProfileRequest], language: Language) -> int:
    """Write every form that can be made; 1 when there are rows for which none could be.

    A run that was stopped goes on where it was: a file that is there is never made again.
    """
    if wrong := wrong_pattern(wishes.pattern, language):
        raise RefusedError(wrong)
    people = people_of(read_tables(wishes.people.name, _raw(wishes.people)))
    planned, refused = plan_forms(
        people.people,
        _by_name(requests),
        default=wishes.default.casefold(),
        kind=wishes.kind,
        pattern=wishes.pattern,
        language=language,
    )
    remarks = sorted([*people.remarks, *refused], key=lambda one: one.row)
    if not planned:
        _print_remarks(remarks, language)
        raise RefusedError(_NOBODY, path=str(wishes.people))
    copies = FormCopies(lambda profile: requests[profile])
    with _target(wishes) as target, watching(language) as watch:
        found: Counter[State] = Counter()
        for number, one in enumerate(planned, 1):
            state = target.add(one.path, copies.copy(one))
            found[state] += 1
            if state == "other":
                remarks.append(RowRemark(one.person.row, _OTHER.filled(path=one.path)))
            watch(_MAKING, number, len(planned))
        name = SEND_LIST.say(language)
        target.put(name, write_csv(send_list(planned, language)))
    print(_MADE.say(language, count=found["made"], path=str(target.path)))
    if found["there"]:
        print(_THERE.say(language, count=found["there"]))
    print(_LIST.say(language, path=str(target.path / name)))
    _print_remarks(remarks, language)
    return 1 if any(one.refused for one in remarks) else 0


def _raw(path: Path) -> bytes:
    if not path.is_file():
        raise NotFoundError(_NO_TABLE, path=str(path))
    return table_bytes(path)


def _by_name(requests: Mapping[str, ProfileRequest]) -> dict[str, str]:
    """Return the ids of profiles by everything that a table may call them."""
    found: dict[str, str] = {}
    for identifier, request in requests.items():
        name = request.profile.name
        names = [name] if isinstance(name, str) else list(name.values())
        for one in (identifier, *names):
            found.setdefault(" ".join(one.casefold().split()), identifier)
    return found


def _print_remarks(remarks: Sequence[RowRemark], language: Language) -> None:
    for is_refused, title in ((True, _NOT_MADE), (False, _TO_SEE)):
        found = [one for one in remarks if one.refused == is_refused]
        if found:
            print(title.say(language, count=len({one.row for one in found})), file=sys.stderr)
        for one in found:
            print(_ROW.say(language, row=one.row, said=one.said), file=sys.stderr)


State = Literal["made", "there", "other"]
"""What became of a form: made, already there (perhaps filled in), or another file is in its place."""


def _is_same_form(existing: bytes, content: bytes) -> bool:
    """Tell whether a file is this copy of this form, filled in or not."""
    if existing == content:
        return True
    try:
        one, other = read_form(existing), read_form(content)
    except RefusedFormError:
        return False
    same_text = one.text.fingerprint == other.text.fingerprint and one.text.kind == other.text.kind
    return same_text and one.copy.get("code") == other.copy.get("code")


class _Target(Protocol):
    """Where forms go."""

    path: Path

    def add(self, name: str, content: bytes) -> State: ...

    def put(self, name: str, content: bytes) -> None: ...


class _Folder:
    """A folder with a folder for each manager; folders are made once."""

    def __init__(self, path: Path) -> None:
        if path.is_file():
            raise RefusedError(_NOT_A_FOLDER, path=str(path))
        self.path = path
        self._made: set[Path] = set()

    def add(self, name: str, content: bytes) -> State:
        """Write a form, unless a file is there; tell what was found."""
        path = self.path / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        if path.exists():
            return "there" if _is_same_form(path.read_bytes(), content) else "other"
        self.put(name, content)
        return "made"

    def put(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all; not forced to disk one by one, which takes longest."""
        path = self.path / name
        beside = path.with_name(f"{path.name}.part")
        beside.write_bytes(content)
        beside.replace(path)

    def finish(self) -> None:
        """Take away what a run that was stopped left half written."""
        for folder in (self.path, *self._made):
            for beside in folder.glob("*.part"):
                beside.unlink(missing_ok=True)


class _Zip:
    """One zip file; the forms in it are compressed already."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self.path = path
        self._package = package

    def add(self, name: str, content: bytes) -> State:
        """Add a form."""
        self.put(name, content)
        return "made"

    def put(self, name: str, content: bytes) -> None:
        """Add a file."""
        self._package.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content)


@contextmanager
def _target(wishes: Wishes) -> Iterator[_Target]:
    if not wishes.is_zip:
        folder = _Folder(wishes.output)
        yield folder
        folder.finish()
        return
    path = wishes.output
    path = path if path.suffix.lower() == ".zip" else path.with_name(f"{path.name}.zip")
    if not wishes.force:
        refuse_existing([path])
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as package:
            yield _Zip(path, package)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
