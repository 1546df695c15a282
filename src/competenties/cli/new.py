"""`competenties new`: a workspace to start with."""

import argparse

from competenties.messages import Language, Phrase, choose_language

NAME = "new"
TITLE = Phrase(nl="een werkmap maken", en="make a workspace")

_DIRECTORY = Phrase(nl="map die de werkmap wordt", en="folder that becomes the workspace")
_FRAMEWORK = Phrase(
    nl="kant-en-klaar model om mee te beginnen: basis, klantgerichtheid of none (leeg)",
    en="ready-made framework to begin with: basis, klantgerichtheid or none (empty)",
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
        "--organisation", metavar="NAME", default="", help=_ORGANISATION.say(language)
    )


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Make the workspace and say what is in it."""
    from pathlib import Path

    from competenties.workspace.starting import start_workspace

    reader = choose_language(language)
    root = Path(arguments.directory)
    framework = None if arguments.framework == "none" else arguments.framework
    made = start_workspace(root, reader, framework=framework, organisation=arguments.organisation)
    print(_MADE.say(reader, path=str(root)))
    for path in made:
        print(f"  {path.relative_to(root).as_posix()}")
    shown = f'"{root}"' if " " in str(root) else str(root)
    print(_NEXT.say(reader, path=shown))
    return 0
