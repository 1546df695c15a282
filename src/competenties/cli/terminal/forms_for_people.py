"""Writes forms for a list of people: a file each, a send list, and every row that went wrong."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from competenties.cli.terminal.input import table_bytes
from competenties.cli.terminal.progress import watching
from competenties.cli.terminal.targets import State, target
from competenties.documents.material import Material, blocking_errors, profile_request
from competenties.documents.people_forms import (
    SEND_LIST,
    FormCopies,
    plan_forms,
    profiles_by_name,
    send_list_file,
    wrong_pattern,
)
from competenties.documents.request import FormKind, ProfileRequest
from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Language, Phrase
from competenties.office.tables import read_tables
from competenties.ratings.people import RowRemark, people_of
from competenties.ratings.reading import RefusedFormError, read_form
from competenties.workspace.workspace import Workspace

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
        profiles_by_name(requests),
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
    # a form in a folder may have been filled in, so that nothing replaces it
    over = wishes.force and wishes.is_zip
    place = target(wishes.output, _is_same_form, is_zip=wishes.is_zip, force=over)
    with place as forms, watching(language) as watch:
        found: Counter[State] = Counter()
        for number, one in enumerate(planned, 1):
            state = forms.add(one.path, copies.copy(one))
            found[state] += 1
            if state == "other":
                remarks.append(RowRemark(one.person.row, _OTHER.filled(path=one.path)))
            watch(_MAKING, number, len(planned))
        name = SEND_LIST.say(language)
        forms.put(name, send_list_file(planned, language))
    print(_MADE.say(language, count=found["made"], path=str(forms.path)))
    if found["there"]:
        print(_THERE.say(language, count=found["there"]))
    print(_LIST.say(language, path=str(forms.path / name)))
    _print_remarks(remarks, language)
    return 1 if any(one.refused for one in remarks) else 0


def requests_of(workspace: Workspace, language: Language) -> dict[str, ProfileRequest]:
    """Return what forms are made of, for every profile that can be read; the named ones first."""
    whole = workspace.around or workspace
    files = {one.file: one for one in (*workspace.profiles, *whole.profiles) if one.whole}
    found = [Material(workspace, one.path.stem, (one,)) for one in files.values()]
    requests: dict[str, ProfileRequest] = {}
    for one, errors in zip(files.values(), blocking_errors(workspace, found), strict=True):
        if one.model is not None and one.model.id not in requests:
            request = profile_request(workspace, one.model, language, len(errors))
            requests[one.model.id] = request
    return requests


def _raw(path: Path) -> bytes:
    if not path.is_file():
        raise NotFoundError(_NO_TABLE, path=str(path))
    return table_bytes(path)


def _print_remarks(remarks: Sequence[RowRemark], language: Language) -> None:
    for is_refused, title in ((True, _NOT_MADE), (False, _TO_SEE)):
        found = [one for one in remarks if one.refused == is_refused]
        if found:
            print(title.say(language, count=len({one.row for one in found})), file=sys.stderr)
        for one in found:
            print(_ROW.say(language, row=one.row, said=one.said), file=sys.stderr)


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
