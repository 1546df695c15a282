"""`competenties export`: hands a framework with its job profiles to another program."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

    from competenties.formats import FormatFile
    from competenties.formats.source import Content
    from competenties.workspace.workspace import Workspace

NAME = "export"
TITLE = Phrase(
    nl="een model aan een ander programma geven: Excel of CSV",
    en="hand a framework to another program: Excel or CSV",
)

_FORMAT = Phrase(nl="formaat: table (Excel of CSV)", en="format: table (Excel or CSV)")
_SOURCE = Phrase(
    nl="competentiemodel: bestand, werkmap, of id in de werkmap",
    en="framework: file, workspace, or id in the workspace",
)
_OUT = Phrase(
    nl="bestand om te maken (.xlsx), of een map voor CSV-bestanden",
    en="file to make (.xlsx), or a folder for CSV files",
)
_WORKSPACE = Phrase(nl="werkmap waarin het id staat", en="workspace that holds the id")
_FORCE = Phrase(nl="bestaande bestanden overschrijven", en="overwrite existing files")
_CHOOSE = Phrase(
    nl="In {path} staan meer modellen: {known}. Noem er een, bijvoorbeeld: "
    "competenties export table {first} --workspace {path} -o {first}.xlsx",
    en="{path} holds several frameworks: {known}. Name one, for example: "
    "competenties export table {first} --workspace {path} -o {first}.xlsx",
)
_NONE = Phrase(
    nl="In {path} staat geen competentiemodel dat te gebruiken is. Kijk het na met: competenties check",
    en="{path} holds no framework that can be used. Look at it with: competenties check",
)
_SUFFIX = Phrase(
    nl="{title}: geef een naam op die eindigt op {suffix}, of een map voor CSV-bestanden.",
    en="{title}: give a name that ends in {suffix}, or a folder for CSV files.",
)
_LOSES = Phrase(
    nl="Niet alles van een model past hierin; wat niet, leest u met: competenties formats {name}",
    en="Not everything of a framework fits in; what does not, tells: competenties formats {name}",
)
_WRITTEN = Phrase(nl="Gemaakt: {path}", en="Written: {path}")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("format", metavar="FORMAT", help=_FORMAT.say(language))
    parser.add_argument("source", metavar="SOURCE", help=_SOURCE.say(language))
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help=_OUT.say(language))
    parser.add_argument("--workspace", metavar="DIR", help=_WORKSPACE.say(language))
    parser.add_argument("--force", action="store_true", help=_FORCE.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Write the files; 0 when all was done."""
    from pathlib import Path

    from competenties.cli.terminal.output import refuse_existing, write_new
    from competenties.formats import format_file
    from competenties.workspace.workspace import open_path

    kind = format_file(arguments.format)
    workspace = open_path(arguments.source, arguments.workspace)
    reader = choose_language(language, workspace.settings.language)
    files = _files(kind, _content(arguments.source, workspace, reader), Path(arguments.output))
    if not arguments.force:
        refuse_existing(files)
    for path, content in files.items():
        write_new(path, content, force=arguments.force)
        print(_WRITTEN.say(reader, path=str(path)))
    print(_LOSES.say(reader, name=kind.NAME), file=sys.stderr)
    return 0


def _content(source: str, workspace: Workspace, reader: Language) -> Content:
    """Return the framework of a source, with the profiles that use it."""
    from competenties.findings import NotFoundError
    from competenties.formats.source import Content

    found = [one.model for one in workspace.frameworks if one.model and one.whole]
    if not found:
        raise NotFoundError(_NONE, path=source)
    if len(found) > 1:
        known = ", ".join(one.id for one in found)
        raise NotFoundError(_CHOOSE, path=source, known=known, first=found[0].id)
    profiles = [
        one.model
        for one in workspace.known_profiles
        if one.model and one.whole and found[0].id in {used.id for used in one.model.frameworks}
    ]
    return Content(found[0], profiles, reader)


def _files(kind: FormatFile, content: Content, output: Path) -> dict[Path, bytes]:
    from competenties.findings import RefusedError

    suffix = output.suffix.lower()
    if suffix and suffix != kind.SUFFIXES[0] and not output.is_dir():
        raise RefusedError(_SUFFIX, title=kind.TITLE, suffix=kind.SUFFIXES[0])
    made = kind.write(content, suffix or kind.SUFFIXES[-1])
    return {
        output / f"{name}{kind.SUFFIXES[-1]}" if name else output: one for name, one in made.items()
    }
