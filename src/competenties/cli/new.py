"""`competenties new`: a workspace to start with."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, choose_language

if TYPE_CHECKING:
    from pathlib import Path

NAME = "new"
TITLE = Phrase(nl="een werkmap maken", en="make a workspace")

_DIRECTORY = Phrase(nl="map die de werkmap wordt", en="folder that becomes the workspace")
_FRAMEWORK = Phrase(
    nl="kant-en-klaar model om mee te beginnen: basis, klantgerichtheid of none (leeg)",
    en="ready-made framework to begin with: basis, klantgerichtheid or none (empty)",
)
_TEXTS = Phrase(
    nl="talen van het kant-en-klare model: alleen nl, alleen en, of beide (standaard)",
    en="languages of the ready-made framework: only nl, only en, or both (default)",
)
_ORGANISATION = Phrase(
    nl="naam van de organisatie op documenten", en="name of the organisation on documents"
)
_MADE = Phrase(nl="De werkmap staat in {path}:", en="The workspace is in {path}:")
_NEXT = Phrase(nl="Nu verder: competenties check {path}", en="Next: competenties check {path}")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    choices = ("basis", "klantgerichtheid", "none")
    parser.add_argument("directory", metavar="DIR", help=_DIRECTORY.say(language))
    parser.add_argument(
        "--framework", choices=choices, default="basis", help=_FRAMEWORK.say(language)
    )
    parser.add_argument(
        "--texts", choices=("nl", "en", "both"), default="both", help=_TEXTS.say(language)
    )
    parser.add_argument(
        "--organisation", metavar="NAME", default="", help=_ORGANISATION.say(language)
    )


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Make the workspace and say what is in it."""
    from pathlib import Path

    from competenties.workspace.files import as_argument
    from competenties.workspace.starting import start_workspace

    reader = choose_language(language)
    root = Path(arguments.directory)
    framework = None if arguments.framework == "none" else arguments.framework
    made = start_workspace(
        root,
        reader,
        framework=framework,
        organisation=arguments.organisation,
        texts=() if arguments.texts == "both" else (arguments.texts,),
    )
    made += _start_template(root, reader)
    print(_MADE.say(reader, path=str(root)))
    for path in made:
        print(f"  {path.relative_to(root).as_posix()}")
    print(_NEXT.say(reader, path=as_argument(root)))
    return 0


def _start_template(root: Path, language: Language) -> list[Path]:
    """Write a Word template to begin with; one that is there already stays as it is."""
    from competenties.documents.template_context import known_names
    from competenties.office.starter_template import FILE_NAMES, starter_template
    from competenties.workspace.files import save_bytes

    path = root / "templates" / FILE_NAMES[language]
    if path.exists():
        return []
    save_bytes(path, starter_template(language, known_names(language)))
    return [path]
