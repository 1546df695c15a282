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

NAME = "write"
TITLE = Phrase(
    nl="een document maken: formulier of functieprofiel",
    en="write a document: rating sheet or job profile",
)

_DOCUMENT = Phrase(
    nl="rating-sheet (formulier in Excel of Word) of job-profile (functieprofiel in Word)",
    en="rating-sheet (form in Excel or Word) or job-profile (in Word)",
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
    nl="soort formulier: self-reflection (zelfreflectie), feedback (feedbackformulier), conversation "
    "(gespreksformulier; als u niets kiest) of appraisal-report (beoordelingsverslag)",
    en="kind of form: self-reflection, feedback, conversation (when you choose none) or "
    "appraisal-report",
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
        default="conversation",
        help=_FORM.say(language),
    )
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
    if not workspace.profiles:
        raise NotFoundError(_NO_PROFILE, path=arguments.profile)
    errors = {one.file: blocking_errors(workspace, one) for one in workspace.profiles}
    if any(errors.values()):
        _print_errors(errors.values(), reader)
        if not arguments.anyway:
            print(_HAS_ERRORS.say(reader), file=sys.stderr)
            return 1
    profiles = [one for one in workspace.profiles if one.whole]
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
    return {"form": _FORMS[arguments.form], "without": without}


def _print_errors(errors: Iterable[Sequence[Finding]], language: Language) -> None:
    """Print findings once each: profiles may share a framework."""
    from competenties.cli.terminal.printing import finding_lines

    seen = {(one.rule.name, one.place): one for found in errors for one in found}
    for line in finding_lines(list(seen.values()), language):
        print(line, file=sys.stderr)
