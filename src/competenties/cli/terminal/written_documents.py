"""Writes documents: into the one file that was named, or many of them into a folder or zip file."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from competenties.cli.terminal.output import refuse_existing, write_new
from competenties.cli.terminal.printing import finding_lines
from competenties.cli.terminal.progress import watching
from competenties.cli.terminal.targets import ZIP, target
from competenties.documents import DocumentFile, document_files
from competenties.documents.form_names import document_file_name
from competenties.documents.house import house_remarks
from competenties.documents.making import Made, make, refuse_over_template, template_for
from competenties.documents.material import (
    Material,
    blocking_errors,
    compared_with,
    materials,
)
from competenties.documents.request import FORM_KINDS, Choices, WorkspaceRequest
from competenties.findings import CompetentiesError, Finding, RefusedError
from competenties.messages import Language, Phrase
from competenties.office.file_names import Names
from competenties.workspace.workspace import Workspace

if TYPE_CHECKING:
    from competenties.office.template import Template

_MAKING = Phrase(nl="Documenten gemaakt", en="Documents made")
_WRITTEN = Phrase(nl="Gemaakt: {path}", en="Written: {path}")
_MADE = Phrase(
    nl="Documenten gemaakt: {count}, in {path}.", en="Documents made: {count}, in {path}."
)
_THERE = Phrase(
    nl="Stonden er al met dezelfde inhoud: {count}.",
    en="Were there already with the same content: {count}.",
)
_NOT_MADE = Phrase(nl="Niet gemaakt ({count}):", en="Not made ({count}):")
_REASON = Phrase(nl="  {name}: {said}", en="  {name}: {said}")
_OTHER = Phrase(
    nl="dit bestand is er al, met een andere inhoud; --force vervangt het.",
    en="this file is there already, with other content; --force replaces it.",
)
_ERRORS = Phrase(
    nl="hierin zijn nog fouten, zie hierboven.", en="there are still errors in it, see above."
)
_DISK = Phrase(
    nl="dit bestand kan niet worden geschreven; is het nog ergens open?",
    en="this file cannot be written; is it open somewhere?",
)
_HAS_ERRORS = Phrase(
    nl="Het document is niet gemaakt, want er zijn nog fouten. Los ze op, of geef --anyway op: "
    "dan staat op het document dat er fouten waren.",
    en="The document was not written, since there are still errors. Mend them, or give --anyway: "
    "the document then says that there were errors.",
)
_ANYWAY = Phrase(
    nl="Los fouten op, of geef --anyway op: dan staat op het document dat er fouten waren.",
    en="Mend errors, or give --anyway: the document then says that there were errors.",
)
_CANNOT_PASS = Phrase(
    nl="Het document is niet gemaakt: door deze fouten is het bestand niet in zijn geheel te lezen, en er "
    "zou ongemerkt tekst ontbreken. Los ze eerst op; --anyway helpt hier niet.",
    en="The document was not written: these errors keep the file from being read as a whole, and text "
    "would be missing unnoticed. Mend them first; --anyway does not help here.",
)
_UNREADABLE = Phrase(
    nl="dit bestand is niet in zijn geheel te lezen, zie hierboven; --anyway helpt hier niet.",
    en="this file cannot be read as a whole, see above; --anyway does not help here.",
)
_FOR = Phrase(nl="  → {said} ({names})", en="  → {said} ({names})")
_FOR_ALL = Phrase(nl="alle {count} documenten", en="all {count} documents")
_SEVERAL = Phrase(
    nl="Dit worden {count} documenten en {path} is één bestand. Geef een map op.",
    en="These are {count} documents and {path} is one file. Give a folder.",
)
_WRONG_SUFFIX = Phrase(
    nl="{title}: geef een bestandsnaam op die eindigt op {suffixes}.",
    en="{title}: give the name of a file that ends in {suffixes}.",
)
_WRONG_TYPE = Phrase(
    nl="{title} kan geen {suffix} worden. Kies bij --type uit: {suffixes}.",
    en="{title} cannot become {suffix}. Choose with --type from: {suffixes}.",
)
_TWO_TYPES = Phrase(
    nl="{path} eindigt niet op {suffix}. Laat --type weg, of geef een map op.",
    en="{path} does not end in {suffix}. Leave --type out, or give a folder.",
)
_FULL = Phrase(nl="volledig", en="full")
_SHOWN = 20


@dataclass(frozen=True)
class Wishes:
    """What was asked on the command line."""

    kind: DocumentFile
    output: Path
    suffix: str = ""
    is_zip: bool = False
    force: bool = False
    anyway: bool = False
    choices: Choices = field(default_factory=Choices)
    template: Path | None = None
    before: Sequence[Workspace] = ()


@dataclass(frozen=True)
class _Planned:
    """A document to make: of what, under which name, and with how many errors in it."""

    material: Material
    name: str
    errors: int


def write_documents(
    wishes: Wishes, workspace: Workspace, found: Sequence[Material], language: Language
) -> int:
    """Write every document that can be made; 1 when there are some that cannot."""
    suffix = _suffix(wishes, len(found))
    template = template_for(wishes.template, suffix, workspace, wishes.kind.NAME)
    errors = blocking_errors(workspace, found)
    _print_errors(errors, language)
    names = _names(wishes, found, suffix, language)
    planned = [
        _Planned(material, name, len(wrong))
        for material, name, wrong in zip(found, names, errors, strict=True)
        if material.is_readable and (wishes.anyway or not wrong)
    ]
    is_many = _is_many(wishes, len(found))
    outputs = [wishes.output / name for name in names] if is_many else [wishes.output]
    refuse_over_template(outputs, template, workspace)
    missing = [name for name in names if name not in {one.name for one in planned}]
    if len(found) == 1 and missing:
        said = _HAS_ERRORS if found[0].is_readable else _CANNOT_PASS
        print(said.say(language), file=sys.stderr)
        return 1
    _print_house(workspace, language)
    if not is_many:
        _write_one(wishes, planned[0], template, language)
        is_partial = any(not one.whole for one in found[0].files)
        return 1 if is_partial else 0
    readable = {name for name, one in zip(names, found, strict=True) if one.is_readable}
    refused = [
        (name, (_ERRORS if name in readable else _UNREADABLE).say(language)) for name in missing
    ]
    refused += _write_many(wishes, planned, template, language)
    _print_refused(refused, language, with_errors=bool(readable.intersection(missing)))
    return 1 if refused or any(not one.whole for part in found for one in part.files) else 0


def stopped_by_errors(workspace: Workspace, language: Language, *, anyway: bool) -> bool:
    """Print the errors in the profiles of a workspace; tell whether forms have to wait for them."""
    found = materials(workspace, "profile")
    errors = blocking_errors(workspace, found)
    _print_errors(errors, language)
    is_readable = any(one.is_readable for one in found)
    if not any(errors) or (anyway and is_readable):
        _print_house(workspace, language)
        return False
    print((_HAS_ERRORS if is_readable else _CANNOT_PASS).say(language), file=sys.stderr)
    return True


def _write_one(
    wishes: Wishes, planned: _Planned, template: "Template | None", language: Language
) -> None:
    path = wishes.output
    if not wishes.force:
        refuse_existing([path])
    made = _made(wishes, planned, path, template, language)
    write_new(path, made.raw, force=wishes.force)
    print(_WRITTEN.say(language, path=str(path)))
    _print_remarks(_remarks(made), language)


def _write_many(
    wishes: Wishes, planned: Sequence[_Planned], template: "Template | None", language: Language
) -> list[tuple[str, str]]:
    """Write documents into a folder or zip file; return those that were not made, with the reason.

    No more than one document is held at a time.
    """
    refused: list[tuple[str, str]] = []
    told: list[tuple[str, Made]] = []
    there = 0
    is_zip = _is_zip(wishes)
    place = target(wishes.output, bytes.__eq__, is_zip=is_zip, force=wishes.force)
    with place as files, watching(language) as watch:
        for number, one in enumerate(planned, 1):
            try:
                made = _made(wishes, one, Path(one.name), template, language)
                state = files.add(one.name, made.raw)
            except CompetentiesError as error:
                if len(planned) == 1:
                    raise
                refused.append((one.name, error.say(language)))
            except OSError:
                refused.append((one.name, _DISK.say(language)))
            else:
                if state == "other":
                    refused.append((one.name, _OTHER.say(language)))
                there += state == "there"
                if state == "made":
                    told.append((one.name, replace(made, raw=b"")))
            watch(_MAKING, number, len(planned))
    _tell(told, files.path, language, is_zip=is_zip)
    if there:
        print(_THERE.say(language, count=there))
    return refused


def _made(
    wishes: Wishes, planned: _Planned, path: Path, template: "Template | None", language: Language
) -> Made:
    """Return one document; its request is let go of again, with all that it has worked out."""
    request = planned.material.request(wishes.kind.SUBJECT, language, planned.errors)
    if isinstance(request, WorkspaceRequest) and wishes.before:
        is_one = bool(planned.material.name)
        request = compared_with(request, wishes.before, only_followed=is_one)
    choices: dict[str, Any] = {**wishes.choices, "suffix": path.suffix.lower()}
    return make(wishes.kind, replace(request, **choices), path, template)


def _tell(
    told: Sequence[tuple[str, Made]], path: Path, language: Language, *, is_zip: bool
) -> None:
    """Print what was made: every file where these are few, else how many.

    What is said of several files is said once, at the end, with their names; the rest behind its
    own file.
    """
    is_listed = not is_zip and len(told) <= _SHOWN
    if not is_listed:
        print(_MADE.say(language, count=len(told), path=str(path)))
    counts = Counter(said for _, made in told for said in dict.fromkeys(_remarks(made)))
    for name, made in told[:_SHOWN]:
        own = [said for said in _remarks(made) if counts[said] == 1]
        if is_listed:
            print(_WRITTEN.say(language, path=str(path / name)), flush=True)
        elif own:
            print(f"{name}:", file=sys.stderr)
        _print_remarks(own, language)
    for said in (one for one, count in counts.items() if count > 1):
        about = [name for name, made in told if said in _remarks(made)]
        few = ", ".join(about[:_SHOWN])
        names = _FOR_ALL.say(language, count=len(told)) if len(about) == len(told) else few
        print(_FOR.say(language, said=said, names=names), file=sys.stderr)


def _remarks(made: Made) -> tuple[Phrase, ...]:
    return (*made.advice, *made.report)


def _print_house(workspace: Workspace, language: Language) -> None:
    """Print once what of the house style will not be on the documents as it was meant."""
    for one in house_remarks(workspace):
        said = f"{one.message(language)} {one.advice(language)}"
        print(f"{one.place.file}:{one.place.line}: {said}", file=sys.stderr)


def _print_remarks(remarks: Iterable[Phrase], language: Language) -> None:
    for said in remarks:
        print(f"  → {said.say(language)}", file=sys.stderr)


def _print_refused(
    refused: Sequence[tuple[str, str]], language: Language, *, with_errors: bool
) -> None:
    if refused:
        print(_NOT_MADE.say(language, count=len(refused)), file=sys.stderr)
    for name, said in refused:
        print(_REASON.say(language, name=name, said=said), file=sys.stderr)
    if with_errors:
        print(_ANYWAY.say(language), file=sys.stderr)


def _print_errors(errors: Iterable[Sequence[Finding]], language: Language) -> None:
    """Print findings once each: profiles may share a framework."""
    seen = {(one.rule.name, one.place): one for found in errors for one in found}
    for line in finding_lines(list(seen.values()), language):
        print(line, file=sys.stderr)


def _names(wishes: Wishes, found: Sequence[Material], suffix: str, language: Language) -> list[str]:
    """Return how each document is called in a folder, in its own language."""
    title: Phrase = wishes.kind.TITLE
    if wishes.kind.NAME == "rating-sheet":
        title = FORM_KINDS[wishes.choices.get("form", "conversation")]
    team, size, names = wishes.choices.get("team", ""), wishes.choices.get("size"), Names()
    more = _FULL.say(language) if size == "full" else team
    stems = (document_file_name(title, one.name, language, more) for one in found)
    return [names.free("", stem, suffix) for stem in stems]


def _suffix(wishes: Wishes, count: int) -> str:
    """Return the kind of file to make. Raises RefusedError where it cannot be made."""
    kind, own = wishes.kind, wishes.output.suffix.lower()
    known = {suffix for one in document_files().values() for suffix in one.SUFFIXES}
    if wishes.suffix and wishes.suffix not in kind.SUFFIXES:
        raise RefusedError(
            _WRONG_TYPE, title=kind.TITLE, suffix=wishes.suffix, suffixes=", ".join(kind.SUFFIXES)
        )
    if _is_many(wishes, count):
        is_file = wishes.output.is_file() or (own in known and not wishes.output.is_dir())
        if is_file and not _is_zip(wishes):
            raise RefusedError(_SEVERAL, count=count, path=str(wishes.output))
        return wishes.suffix or kind.SUFFIXES[0]
    if own not in kind.SUFFIXES:
        raise RefusedError(_WRONG_SUFFIX, title=kind.TITLE, suffixes=", ".join(kind.SUFFIXES))
    if wishes.suffix and wishes.suffix != own:
        raise RefusedError(_TWO_TYPES, path=str(wishes.output), suffix=wishes.suffix)
    return own


def _is_many(wishes: Wishes, count: int) -> bool:
    """Tell whether documents go into a folder or zip file, and not into the file that was named."""
    output = wishes.output
    return count > 1 or _is_zip(wishes) or output.is_dir() or not output.suffix


def _is_zip(wishes: Wishes) -> bool:
    return wishes.is_zip or wishes.output.suffix.lower() == ZIP
