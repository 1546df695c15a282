"""`competenties schema`: the JSON schema of a kind of file."""

import argparse

from competenties.messages import Language, Phrase

NAME = "schema"
TITLE = Phrase(nl="het JSON-schema van een bestand tonen", en="show the JSON schema of a file")

_KIND = Phrase(
    nl="framework (competentiemodel), profile (functieprofiel) of workspace (instellingen)",
    en="framework, profile (job profile) or workspace (settings)",
)
_OUT = Phrase(nl="bestand om naar te schrijven", en="file to write to")
_FORCE = Phrase(nl="een bestaand bestand overschrijven", en="overwrite an existing file")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    kinds = ("framework", "profile", "workspace")
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=_KIND.say(language))
    parser.add_argument("-o", "--output", metavar="FILE", help=_OUT.say(language))
    parser.add_argument("--force", action="store_true", help=_FORCE.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print the schema, or write it to a file."""
    del language
    from pathlib import Path

    from competenties.cli.terminal.output import write_new
    from competenties.workspace.shipped import shipped

    path = shipped("schemas") / f"{arguments.kind}.schema.json"
    if arguments.output:
        write_new(Path(arguments.output), path.read_bytes(), force=arguments.force)
    else:
        print(path.read_text(encoding="utf-8"), end="")
    return 0
