"""`competenties formats`: which formats of other programs there are, and what they carry."""

import argparse

from competenties.messages import Language, Phrase, choose_language

NAME = "formats"
TITLE = Phrase(
    nl="tonen welke formaten er zijn en wat ze meenemen",
    en="show which formats there are and what they carry",
)

_NAME = Phrase(nl="formaat; zonder naam alle", en="format; without a name all of them")


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("format", metavar="FORMAT", nargs="?", help=_NAME.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print the formats."""
    import shutil
    import textwrap

    from competenties.cli.terminal.input import language_here
    from competenties.formats import format_file, format_files

    reader = choose_language(language, language_here())
    formats = [format_file(arguments.format)] if arguments.format else format_files().values()
    width = min(max(shutil.get_terminal_size().columns, 60), 100)
    for one in formats:
        print(f"{one.NAME}: {one.TITLE.say(reader)}")
        page = textwrap.wrap(one.PAGE.say(reader), width - 2, break_on_hyphens=False)
        print(*(f"  {line}" for line in page), sep="\n")
    return 0
