"""`competenties write`: documents for people, made of job profiles and frameworks."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from competenties.cli.terminal.arguments import Parser
from competenties.cli.terminal.write_arguments import FORMS, add_write_arguments
from competenties.messages import LANGUAGES, Language, Phrase, choose_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from competenties.documents import DocumentFile
    from competenties.documents.material import Material
    from competenties.workspace.workspace import Workspace

NAME = "write"
TITLE = Phrase(
    nl="een document maken, zoals een functieprofiel, formulier of interviewleidraad",
    en="write a document, such as a job profile, rating sheet or interview guide",
)

_UNKNOWN = Phrase(
    nl='Er is geen document "{name}". Kies uit:\n{known}',
    en='There is no document "{name}". Choose from:\n{known}',
)
_MAKE = Phrase(
    nl="Maak er een met: competenties write DOCUMENT BRON -o BESTAND. "
    "Uitleg: competenties write --help",
    en="Make one with: competenties write DOCUMENT SOURCE -o FILE. Help: competenties write --help",
)
_NOWHERE = Phrase(
    nl="Geef met -o een bestand op, zoals {example}; of een map.",
    en="Give a file with -o, such as {example}; or a folder.",
)
_NO_PROFILE = Phrase(
    nl="In {path} staat geen functieprofiel. Dit document ({title}) maakt u van een functieprofiel.",
    en="{path} holds no job profile. This document ({title}) is made of a job profile.",
)
_NO_FRAMEWORK = Phrase(
    nl="In {path} staat geen competentiemodel. Dit document ({title}) maakt u van een competentiemodel.",
    en="{path} holds no framework. This document ({title}) is made of a framework.",
)
_HERE = Phrase(nl="deze werkmap", en="this workspace")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes; help ends with every document that there is."""
    add_write_arguments(parser, language)
    if isinstance(parser, Parser):
        parser.ending = lambda: "\n".join(_every_document(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Write the documents that were asked; 1 when there are some that could not be made."""
    from pathlib import Path

    from competenties.cli.terminal.input import language_here
    from competenties.cli.terminal.other_files import refuse_to_write
    from competenties.cli.terminal.write_options import refuse_options
    from competenties.workspace.workspace import open_path, open_workspace_here

    if not arguments.document:
        reader = choose_language(language, language_here())
        print("\n".join((*_every_document(reader), "")))
        print(_MAKE.say(reader))
        return 0
    kind = _kind(arguments.document)
    arguments.document = kind.NAME
    refuse_options(arguments)
    _refuse_no_output(arguments, kind)
    refuse_to_write(Path(arguments.about), arguments.document)
    workspace = (
        open_path(arguments.about, arguments.workspace)
        if arguments.about
        else open_workspace_here(arguments.workspace)
    )
    found = _found(arguments, kind, workspace)
    reader = choose_language(language, workspace.settings.language)
    if arguments.people:
        return _for_people(arguments, workspace, reader)
    return _documents(arguments, kind, workspace, found, reader)


def _documents(
    arguments: argparse.Namespace,
    kind: DocumentFile,
    workspace: Workspace,
    found: list[Material],
    reader: Language,
) -> int:
    from pathlib import Path

    from competenties.cli.terminal.write_options import (
        before_of,
        choices_of,
        suffix_of,
        template_path,
    )
    from competenties.cli.terminal.written_documents import Wishes, write_documents

    wishes = Wishes(
        kind,
        output=Path(arguments.output),
        suffix=suffix_of(arguments),
        is_zip=arguments.zip,
        force=arguments.force,
        anyway=arguments.anyway,
        choices=choices_of(arguments),
        template=template_path(arguments, workspace),
        before=before_of(arguments),
    )
    return write_documents(wishes, workspace, found, reader)


def _for_people(arguments: argparse.Namespace, workspace: Workspace, reader: Language) -> int:
    """Write forms for a list of people; the table may name any profile of the workspace."""
    from pathlib import Path

    from competenties.cli.terminal.forms_for_people import Wishes, requests_of, write_forms
    from competenties.cli.terminal.targets import ZIP
    from competenties.cli.terminal.written_documents import stopped_by_errors
    from competenties.documents.people_forms import PATTERN

    if stopped_by_errors(workspace, reader, anyway=arguments.anyway):
        return 1
    output = Path(arguments.output)
    wishes = Wishes(
        people=Path(arguments.people),
        output=output,
        default=workspace.profiles[0].path.stem if len(workspace.profiles) == 1 else "",
        kind=FORMS[arguments.form] if arguments.form else None,
        pattern=arguments.names or PATTERN,
        is_zip=arguments.zip or output.suffix.lower() == ZIP,
        force=arguments.force,
    )
    return write_forms(wishes, requests_of(workspace, reader), reader)


def _found(
    arguments: argparse.Namespace, kind: DocumentFile, workspace: Workspace
) -> list[Material]:
    """Return what documents are to be made of. Raises NotFoundError where there is nothing."""
    from competenties.documents.material import materials
    from competenties.findings import NotFoundError

    found = materials(workspace, kind.SUBJECT)
    if not found:
        said = _NO_FRAMEWORK if kind.SUBJECT == "framework" else _NO_PROFILE
        raise NotFoundError(said, path=arguments.about or _HERE, title=kind.TITLE)
    if arguments.against and workspace.around and workspace.profiles:
        # one job beside what it was, not beside every other job
        named = workspace.profiles
        found = [replace(found[0], name=named[0].path.stem, profiles=named)]
    return found


def _kind(name: str) -> DocumentFile:
    """Return a document by its name. Raises NotFoundError with every document that there is."""
    from competenties.documents import named_document
    from competenties.findings import NotFoundError

    found = named_document(name)
    if found is None:
        listed = Phrase(nl="\n".join(_every_document("nl")), en="\n".join(_every_document("en")))
        raise NotFoundError(_UNKNOWN, name=name, known=listed)
    return found


def _refuse_no_output(arguments: argparse.Namespace, kind: DocumentFile) -> None:
    from competenties.documents.form_names import document_file_name
    from competenties.findings import RefusedError

    if not arguments.output:
        names = {language: document_file_name(kind.TITLE, "", language) for language in LANGUAGES}
        suffix = kind.SUFFIXES[0]
        example = Phrase(nl=f"{names['nl']}{suffix}", en=f"{names['en']}{suffix}")
        raise RefusedError(_NOWHERE, example=example)


def _every_document(language: Language) -> Iterator[str]:
    from competenties.cli.terminal.document_list import document_lines

    return document_lines(language)
