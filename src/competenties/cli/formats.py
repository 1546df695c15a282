"""`competenties formats`: which formats of other programs there are, and what they carry."""

import argparse
from collections.abc import Iterator

from competenties.messages import Language, Phrase, choose_language

NAME = "formats"
TITLE = Phrase(
    nl="tonen welke formaten er zijn en wat ze meenemen",
    en="show which formats there are and what they carry",
)

_NAME = Phrase(
    nl="formaat of preset; zonder naam alle formaten",
    en="format or preset; without a name all formats",
)
_PRESETS = Phrase(
    nl="Tabellen voor andere programma's (competenties export NAAM …):",
    en="Tables for other programs (competenties export NAME …):",
)
_MORE = Phrase(
    nl="Meer over een ervan: competenties formats {name}",
    en="More about one of them: competenties formats {name}",
)


def add_arguments(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add what the command takes."""
    parser.add_argument("format", metavar="NAME", nargs="?", help=_NAME.say(language))


def run(arguments: argparse.Namespace, language: Language | None) -> int:
    """Print the formats."""
    from competenties.cli.terminal.input import language_here
    from competenties.formats import format_files
    from competenties.formats.presets import preset_files

    reader = choose_language(language, language_here())
    if arguments.format:
        _print_page(arguments.format, reader)
        return 0
    for name in format_files():
        _print_page(name, reader)
    print(_PRESETS.say(reader))
    width = max(map(len, preset_files()))
    for name, one in preset_files().items():
        print(f"  {name:<{width}}  {one.TITLE.say(reader)}")
    print(_MORE.say(reader, name=next(iter(preset_files()))))
    return 0


def _print_page(name: str, reader: Language) -> None:
    import shutil

    from competenties.formats import format_file
    from competenties.formats.exporting import refuse_unknown
    from competenties.formats.presets import preset_files

    refuse_unknown(name)
    one = preset_files().get(name) or format_file(name)
    width = min(max(shutil.get_terminal_size().columns, 60), 100)
    print(f"{one.NAME}: {one.TITLE.say(reader)}")
    print(*_lines(one.PAGE.say(reader), width), "", sep="\n")


def _lines(page: str, width: int) -> Iterator[str]:
    """Yield the lines of a page, none too long; what goes on stands below its step or point."""
    import re
    import textwrap

    for line in page.split("\n"):
        start = re.match(r"- |[0-9]+\. ", line)
        more = "  " + " " * len(start[0] if start else "")
        wrapped = textwrap.wrap(
            line,
            width,
            initial_indent="  ",
            subsequent_indent=more,
            break_on_hyphens=False,
            break_long_words=False,
        )
        yield from wrapped or [""]
