"""`competenties write`: documents for people, made from a job profile."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

    from competenties.documents import DocumentFile
    from competenties.documents.request import Choices, FormKind
    from competenties.findings import Finding
    from competenties.model.profile import JobProfile
    from competenties.workspace.documents import Document
    from competenties.workspace.workspace import Workspace

NAME = "write"
TITLE = Phrase(
    nl="een document maken: formulier of functieprofiel",
    en="write a document: rating sheet or job profile",
)

_DOCUMENT = Phrase(
    nl="rating-sheet (formulier in Excel, Word of PDF) of job-profile (functieprofiel in Word of PDF)",
    en="rating-sheet (form in Excel, Word or PDF) or job-profile (in Word or PDF)",
)
_PROFILE = Phrase(
    nl="functieprofiel: bestand, id in de werkmap, of een werkmap voor alle profielen",
    en="job profile: file, id in the workspace, or a workspace for all profiles",
)
_OUT = Phrase(
    nl="bestand om te maken; een map als het er meer zijn",
    en="file to make; a folder when there are several",
)
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")
_ANYWAY = Phrase(
    nl="ook maken als er nog fouten zijn; dat staat dan op het document",
    en="write it even with errors; the document then says so",
)
_WORKSPACE = Phrase(nl="werkmap waarin het id staat", en="workspace that holds the id")
_NO_PROFILE = Phrase(
    nl="In {path} staat geen functieprofiel; een document maakt u van een functieprofiel.",
    en="{path} holds no job profile; a document is made from a job profile.",
)
_HAS_ERRORS = Phrase(
    nl="Het document is niet gemaakt, want er zijn nog fouten. Los ze op, of geef --anyway op: "
    "dan staat op het document dat er fouten waren.",
    en="The document was not written, since there are still errors. Mend them, or give --anyway: "
    "the document then says that there were errors.",
)
_WRITTEN = Phrase(nl="Gemaakt: {path}", en="Written: {path}")
_SEVERAL = Phrase(
    nl="Dit worden {count} documenten en {path} is één bestand. Geef een map op.",
    en="These are {count} documents and {path} is one file. Give a folder.",
)
_WRONG_SUFFIX = Phrase(
    nl="{title}: geef een bestandsnaam op die eindigt op {suffixes}.",
    en="{title}: give the name of a file that ends in {suffixes}.",
)
_FORM = Phrase(
    nl="soort formulier. Over een medewerker: self-reflection (zelfreflectie), feedback "
    "(feedbackformulier), conversation (gespreksformulier; als u niets kiest) of appraisal-report "
    "(beoordelingsverslag). Niet over een persoon: team (teamformulier), organisation "
    "(organisatieformulier), customer (klantformulier) of checklist (servicebeloften)",
    en="kind of form. About an employee: self-reflection, feedback, conversation (when you choose none) "
    "or appraisal-report. Not about a person: team, organisation, customer or checklist (promises)",
)
_TEAM = Phrase(
    nl="team of onderdeel waar een formulier team, organisation, customer of checklist over gaat",
    en="team or unit that a form team, organisation, customer or checklist is about",
)
_PEOPLE = Phrase(
    nl="tabel (.csv of .xlsx) met namen: een formulier voor ieder, in een map per leidinggevende",
    en="table (.csv or .xlsx) with names: a form for each, in a folder for each manager",
)
_NAMES = Phrase(
    nl="hoe die formulieren heten, bijvoorbeeld '{nummer} {naam} {formulier}'",
    en="how these forms are called, for example '{number} {name} {form}'",
)
_ZIP = Phrase(
    nl="die formulieren samen in één zip-bestand", en="these forms together in one zip file"
)
_ONLY_FORMS = Phrase(
    nl="--people, --names en --zip zijn voor rating-sheet; een functieprofiel is niet van een persoon.",
    en="--people, --names and --zip are for rating-sheet; a job profile is not of a person.",
)
_NO_PERSON = Phrase(
    nl="{form} gaat niet over een persoon. Maak het zonder --people.",
    en="{form} is not about a person. Make it without --people.",
)
_TEAM_OF_WHAT = Phrase(
    nl="--team hoort bij rating-sheet met --form team, organisation, customer of checklist.",
    en="--team belongs to rating-sheet with --form team, organisation, customer or checklist.",
)
_PEOPLE_FIRST = Phrase(
    nl="--names en --zip horen bij --people: geef daar de tabel met namen op.",
    en="--names and --zip belong to --people: give the table with names there.",
)
_WITHOUT = Phrase(
    nl="blokken van het functieprofiel weglaten, met komma's ertussen: {blocks}",
    en="blocks of the job profile to leave out, with commas between: {blocks}",
)
_UNKNOWN_BLOCK = Phrase(
    nl='Er is geen blok "{name}" om weg te laten. Kies uit: {known}.',
    en='There is no block "{name}" to leave out. Choose from: {known}.',
)


_FORMS: dict[str, FormKind] = {
    "self-reflection": "self-reflection",
    "feedback": "feedback",
    "conversation": "conversation",
    "appraisal-report": "appraisal-report",
    "zelfreflectie": "self-reflection",
    "feedbackformulier": "feedback",
    "gespreksformulier": "conversation",
    "beoordelingsverslag": "appraisal-report",
    "team": "team",
    "organisation": "organisation",
    "customer": "customer",
    "checklist": "checklist",
    "teamformulier": "team",
    "organisatieformulier": "organisation",
    "klantformulier": "customer",
}
OPTIONAL_BLOCKS = ("description", "context", "contacts", "career")
"""Blocks of a job profile that may be left out; here, so that `--help` loads no document."""


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("document", metavar="DOCUMENT", help=_DOCUMENT.say(language))
    parser.add_argument("profile", metavar="PROFILE", help=_PROFILE.say(language))
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_OUT.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument(
        "--form",
        choices=tuple(_FORMS),
        metavar="FORM",
        help=_FORM.say(language),
    )
    parser.add_argument("--team", metavar="NAME", default="", help=_TEAM.say(language))
    parser.add_argument("--people", metavar="TABLE", help=_PEOPLE.say(language))
    parser.add_argument("--names", metavar="PATTERN", help=_NAMES.say(language))
    parser.add_argument("--zip", action="store_true", help=_ZIP.say(language))
    blocks = _WITHOUT.say(language, blocks=", ".join(OPTIONAL_BLOCKS))
    parser.add_argument("--without", metavar="NAMES", default="", help=blocks)
    parser.add_argument("--force", action="store_true", help=_FORCE.say(language))
    parser.add_argument("--anyway", action="store_true", help=_ANYWAY.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Write the document of one profile, or of every profile; 1 when errors stand in the way."""
    from dataclasses import replace
    from pathlib import Path

    from competenties.api import blocking_errors, document_file, document_request
    from competenties.cli.terminal.output import refuse_existing, write_new
    from competenties.findings import NotFoundError
    from competenties.office.render import render
    from competenties.workspace.workspace import open_path

    kind = document_file(arguments.document)
    workspace = open_path(arguments.profile, arguments.workspace)
    reader = choose_language(language, workspace.settings.language)
    _refuse_people(arguments)
    _refuse_team(arguments)
    if not workspace.profiles:
        raise NotFoundError(_NO_PROFILE, path=arguments.profile)
    errors = {one.file: blocking_errors(workspace, one) for one in workspace.profiles}
    if any(errors.values()):
        _print_errors(errors.values(), reader)
        if not arguments.anyway:
            print(_HAS_ERRORS.say(reader), file=sys.stderr)
            return 1
    profiles = [one for one in workspace.profiles if one.whole]
    if arguments.people:
        return _for_people(arguments, workspace, reader)
    choices = _choices(arguments)
    name = choices["form"] if kind.NAME == "rating-sheet" else kind.NAME
    paths = _targets(profiles, Path(arguments.output), kind, name)
    if not arguments.force:
        refuse_existing(paths)
    for profile, path in zip(profiles, paths, strict=True):
        if profile.model is not None:
            found = len(errors[profile.file])
            request = document_request(workspace, profile.model, reader, found)
            request = replace(request, **choices)
            document = kind.build(replace(request, suffix=path.suffix.lower()))
            write_new(path, render(document, path), force=arguments.force)
            print(_WRITTEN.say(reader, path=str(path)))
            for advice in kind.advice(document):
                print(f"  → {advice.say(reader)}", file=sys.stderr)
    return 1 if len(profiles) < len(workspace.profiles) else 0


def _refuse_people(arguments: argparse.Namespace) -> None:
    """Refuse wishes about people where there are none."""
    from competenties.findings import RefusedError

    about_people = arguments.people or arguments.names or arguments.zip
    if about_people and arguments.document != "rating-sheet":
        raise RefusedError(_ONLY_FORMS)
    if about_people and not arguments.people:
        raise RefusedError(_PEOPLE_FIRST)
    if arguments.people and _is_without_person(arguments):
        raise RefusedError(_NO_PERSON, form=arguments.form)


def _refuse_team(arguments: argparse.Namespace) -> None:
    """Refuse the name of a team on a document that is not about one."""
    from competenties.findings import RefusedError

    if arguments.team and not _is_without_person(arguments):
        raise RefusedError(_TEAM_OF_WHAT)


def _is_without_person(arguments: argparse.Namespace) -> bool:
    from competenties.documents.request import WITHOUT_PERSON

    is_form = arguments.document == "rating-sheet" and arguments.form
    return bool(is_form) and _FORMS[arguments.form] in WITHOUT_PERSON


def _for_people(arguments: argparse.Namespace, workspace: Workspace, reader: Language) -> int:
    """Write forms for a list of people; the table may name any profile of the workspace."""
    from pathlib import Path

    from competenties.api import blocking_errors, document_request
    from competenties.cli.terminal.forms_for_people import Wishes, write_forms
    from competenties.documents.people_forms import PATTERN

    whole = workspace.around or workspace
    known = [*workspace.profiles, *whole.profiles]
    requests = {}
    for one in known:
        if one.model is not None and one.whole and one.model.id not in requests:
            errors = len(blocking_errors(workspace, one))
            requests[one.model.id] = document_request(workspace, one.model, reader, errors)
    wishes = Wishes(
        people=Path(arguments.people),
        output=Path(arguments.output),
        default=workspace.profiles[0].path.stem if len(workspace.profiles) == 1 else "",
        kind=_FORMS[arguments.form] if arguments.form else None,
        pattern=arguments.names or PATTERN,
        is_zip=arguments.zip,
        force=arguments.force,
    )
    return write_forms(wishes, requests, reader)


def _targets(
    profiles: Sequence[Document[JobProfile]], output: Path, kind: DocumentFile, name: str
) -> list[Path]:
    """Return the file of each profile: the one that was named, or one each in a folder."""
    from competenties.findings import RefusedError

    suffix = output.suffix.lower()
    if len(profiles) > 1 and (output.is_file() or suffix in kind.SUFFIXES):
        raise RefusedError(_SEVERAL, count=len(profiles), path=str(output))
    if len(profiles) > 1 or output.is_dir() or not suffix:
        return [output / f"{name}-{one.path.stem}{kind.SUFFIXES[0]}" for one in profiles]
    if suffix not in kind.SUFFIXES:
        raise RefusedError(_WRONG_SUFFIX, title=kind.TITLE, suffixes=", ".join(kind.SUFFIXES))
    return [output]


def _choices(arguments: argparse.Namespace) -> Choices:
    """Return what was chosen. Raises NotFoundError for a block that is not there."""
    from competenties.findings import NotFoundError

    without = frozenset(filter(None, (one.strip() for one in arguments.without.split(","))))
    for name in sorted(without.difference(OPTIONAL_BLOCKS)):
        raise NotFoundError(_UNKNOWN_BLOCK, name=name, known=", ".join(OPTIONAL_BLOCKS))
    form = _FORMS[arguments.form or "conversation"]
    return {"form": form, "team": arguments.team, "without": without}


def _print_errors(errors: Iterable[Sequence[Finding]], language: Language) -> None:
    """Print findings once each: profiles may share a framework."""
    from competenties.cli.terminal.printing import finding_lines

    seen = {(one.rule.name, one.place): one for found in errors for one in found}
    for line in finding_lines(list(seen.values()), language):
        print(line, file=sys.stderr)
