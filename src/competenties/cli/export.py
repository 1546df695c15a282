"""`competenties export`: hands a framework with its job profiles to another program."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from competenties.cli.terminal.export_source import Command
    from competenties.formats.exporting import Exported
    from competenties.formats.source import Content
    from competenties.workspace.workspace import Workspace

NAME = "export"
TITLE = Phrase(
    nl="een model aan een ander programma geven, zoals Moodle, Excel of een HR-systeem",
    en="hand a framework to another program, such as Moodle, Excel or an HR system",
)

_WORDS = Phrase(
    nl="formaat (alle: competenties formats) en competentiemodel: bestand, werkmap, of id in de werkmap; "
    "het formaat mag weg waar de naam bij -o het laat zien, het model waar u in een werkmap met één model "
    "staat",
    en="format (all: competenties formats) and framework: file, workspace, or id in the workspace; the "
    "format may be left out where the name at -o shows it, the framework where you are in a workspace "
    "with one framework",
)
_OUT = Phrase(
    nl="bestand om te maken, of een map voor wat meer bestanden worden",
    en="file to make, or a folder for what becomes several files",
)
_WORKSPACE = Phrase(nl="werkmap waarin het id staat", en="workspace that holds the id")
_PRESET = Phrase(
    nl="programma waar een tabel voor is, zoals totara of nl-excel; de naam mag ook als formaat",
    en="program that a table is for, such as totara or nl-excel; the name may be the format too",
)
_LEVELS = Phrase(
    nl="waar gedrag per niveau heen gaat in een programma zonder niveaus: in de tekst van de competentie "
    "(anchors, zo gaat het als u niets zegt; in Moodle krijgt gedrag dan ook eigen onderdelen) of alleen "
    "in eigen onderdelen eronder (branch); alleen bij canvas, moodle en totara",
    en="where behaviour of levels goes in a program without levels: into the text of the competence "
    "(anchors, the default; in Moodle behaviour then has items of its own as well) or only into items of "
    "its own below it (branch); with canvas, moodle and totara only",
)
_STRICT = Phrase(
    nl="niets maken als er iets achterblijft of verandert",
    en="make nothing when something stays behind or changes",
)
_REPORT = Phrase(
    nl="elke waarde die achterblijft of verandert in dit bestand: .xlsx of .csv voor Excel, of JSON",
    en="every value that stays behind or changes in this file: .xlsx or .csv for Excel, or JSON",
)
_JSON = Phrase(nl="uitvoer als JSON voor programma's", en="output as JSON for programs")
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")
_NOT_MADE = Phrase(
    nl="Er is niets gemaakt, want met --strict mag er niets achterblijven of veranderen.",
    en="Nothing was made, since with --strict nothing may stay behind or change.",
)
_SAME = Phrase(
    nl="{path}: geef het verslag een andere naam dan de uitvoer.",
    en="{path}: give the report another name than the export.",
)
_WRITTEN = Phrase(nl="Gemaakt: {path} ({format})", en="Written: {path} ({format})")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.usage = "competenties export [FORMAT] SOURCE -o OUT"
    parser.add_argument("words", metavar="[FORMAT] SOURCE", nargs="*", help=_WORDS.say(language))
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help=_OUT.say(language))
    parser.add_argument("--preset", metavar="NAME", default="", help=_PRESET.say(language))
    parser.add_argument("--levels", choices=("anchors", "branch"), help=_LEVELS.say(language))
    parser.add_argument("--report", metavar="FILE", default="", help=_REPORT.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    for option, phrase in (("--strict", _STRICT), ("--json", _JSON), ("--force", _FORCE)):
        parser.add_argument(option, action="store_true", help=phrase.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Write the files; 0 when all was done, 1 when --strict kept it from being done."""
    from pathlib import Path

    from competenties.cli.terminal.export_source import (
        Command,
        asked_in,
        refuse_own_folders,
        source_of,
    )
    from competenties.cli.terminal.output import refuse_existing
    from competenties.formats.exporting import chosen_format, exported, refuse_levels
    from competenties.formats.source import ExportChoices

    output, asked = Path(arguments.output), asked_in(arguments.words)
    chosen_format(asked.format, output, arguments.preset)
    if arguments.levels:
        refuse_levels(asked.format, output, arguments.preset)
    command = Command(asked, arguments.preset, arguments.output, arguments.workspace or "")
    workspace = source_of(command)
    reader = choose_language(language, workspace.settings.language)
    choices = ExportChoices(preset=arguments.preset, levels=arguments.levels or "anchors")
    made = exported(_content(command, workspace, reader), asked.format, output, choices)
    report = [Path(arguments.report)] if arguments.report else []
    refuse_own_folders([*made.files, *report])
    if not arguments.force:
        refuse_existing(made.files)
    _write_report(arguments, made, reader)
    is_refused = bool(arguments.strict and made.losses)
    if not is_refused:
        _write(arguments, made, reader)
    _tell(arguments, made, reader, is_refused=is_refused)
    return 1 if is_refused else 0


def _content(command: Command, workspace: Workspace, reader: Language) -> Content:
    """Return the framework of a source, with the profiles that use it."""
    from competenties.cli.terminal.export_source import framework_in
    from competenties.formats.source import Content

    framework = framework_in(workspace, command)
    profiles = [
        one.model
        for one in workspace.known_profiles
        if one.model and one.whole and framework.id in {used.id for used in one.model.frameworks}
    ]
    return Content(framework, profiles, reader)


def _write_report(arguments: argparse.Namespace, made: Exported, reader: Language) -> None:
    from pathlib import Path

    from competenties.cli.terminal.loss_lines import loss_report
    from competenties.cli.terminal.output import write_new
    from competenties.findings import RefusedError

    if not arguments.report:
        return
    path = Path(arguments.report)
    if path.resolve() in {one.resolve() for one in made.files}:
        raise RefusedError(_SAME, path=str(path))
    report = loss_report(made, reader, path.suffix.lower())
    write_new(path, report, force=arguments.force)


def _write(arguments: argparse.Namespace, made: Exported, reader: Language) -> None:
    from competenties.cli.terminal.output import write_new
    from competenties.formats.exporting import short_title

    for path, content in made.files.items():
        write_new(path, content, force=arguments.force)
        if not arguments.json:
            print(_WRITTEN.say(reader, path=str(path), format=short_title(made.title)))


def _tell(
    arguments: argparse.Namespace, made: Exported, reader: Language, *, is_refused: bool
) -> None:
    """Say what is lost: on stderr for people, on stdout as JSON."""
    from competenties.cli.terminal.loss_lines import loss_json, loss_lines
    from competenties.workspace.json_text import canonical_json

    if arguments.json:
        written = [] if is_refused else [path.as_posix() for path in made.files]
        print(canonical_json({**loss_json(made, reader), "written": written}), end="")
        return
    print(*loss_lines(made, reader), sep="\n", file=sys.stderr)
    if is_refused:
        print(_NOT_MADE.say(reader), file=sys.stderr)
