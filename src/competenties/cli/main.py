"""Starts the right command, in the reader's language, and never ends in a traceback."""

import argparse
import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from competenties.cli.terminal.arguments import Parser, wished_language
from competenties.messages import LANGUAGES, Language, Phrase, choose_language

_ABOUT = Phrase(
    nl="Competentiemodellen opschrijven, controleren en afdrukken.",
    en="Write down, check and print competency frameworks.",
)
_COMMANDS = Phrase(nl="opdrachten", en="commands")
_START = Phrase(
    nl="Begin met: competenties edit. Uitleg bij een opdracht: competenties OPDRACHT --help.",
    en="Begin with: competenties edit. Help on a command: competenties COMMAND --help.",
)
_VERSION = Phrase(nl="versie tonen", en="show the version")
_LANGUAGE = Phrase(
    nl="taal van de uitvoer (anders die van de werkmap of de computer)",
    en="language of the output (else that of the workspace or the computer)",
)
_OUR_FAULT = Phrase(
    nl="Er ging iets mis in het programma zelf: {what}. Er is niets half geschreven. "
    "Meld dit met de opdracht die u gaf; met COMPETENTIES_DEBUG=1 ziet u meer.",
    en="Something went wrong in the program itself: {what}. Nothing was left half written. "
    "Please report this with the command that you gave; COMPETENTIES_DEBUG=1 shows more.",
)
_DISK = Phrase(
    nl="Dit lukte niet: {path} kan niet worden gelezen of geschreven. "
    "Controleer of de naam klopt en of u in die map mag lezen en schrijven.",
    en="That did not work: {path} cannot be read or written. "
    "Check that the name is right and that you may read and write in that folder.",
)
_STOPPED = Phrase(nl="Afgebroken.", en="Stopped.")

COULD_NOT_RUN = 2
_INTERRUPTED = 130


class CommandFile(Protocol):
    """What every command file in this package has."""

    NAME: str
    TITLE: Phrase

    def add_arguments(self, parser: argparse.ArgumentParser, language: Language) -> None:
        """Add what the command takes."""

    def run(self, arguments: argparse.Namespace, language: Language | None) -> int:
        """Carry the command out; `language` is what the command line asks, if anything."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    _set_output()
    try:
        try:
            return _run(list(sys.argv[1:] if argv is None else argv))
        except SystemExit:  # of --help, --version and what cannot be understood
            _flush()
            raise
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(given: Sequence[str]) -> int:
    if not given and _opens_last():
        given = ["edit"]
    language = choose_language(wished_language(given))
    commands = command_files()
    asked = [one for one in given if one in commands]
    parser = _parser(commands, language, asked, wished_language(given))
    arguments = parser.parse_args(given)
    if arguments.command is None:
        parser.print_help()
        return 0
    gc.disable()  # a command is over soon; on a large framework this saves a third of its time
    try:
        code = commands[arguments.command].run(arguments, arguments.language)
        _flush()
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        print(_STOPPED.say(language), file=sys.stderr)
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  (the one edge where nothing may come through)
        return _failed(error, _reader(arguments))
    else:
        return code
    finally:
        gc.enable()


def _opens_last() -> bool:
    """Tell whether the program alone opens the editor: for somebody who edited before."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from competenties.editor.launch import last_workspace

    return last_workspace() is not None


def command_files() -> dict[str, CommandFile]:
    """Return the commands by name: every file beside this one is a command.

    A look at the folder, since pkgutil alone costs a sixth of what `--help` may take.
    """
    folder, package = os.path.dirname(__file__), "competenties.cli"  # noqa: PTH120  (pathlib costs too)
    names = sorted(file.removesuffix(".py") for file in os.listdir(folder) if file.endswith(".py"))  # noqa: PTH208
    return {
        name.rstrip("_"): cast("CommandFile", importlib.import_module(f"{package}.{name}"))
        for name in names
        if name not in ("__init__", "main")
    }


def help_text(command: str, language: Language) -> str:
    """Return the help of a command, or of the program when the command is empty."""
    parser = _parser(command_files(), language, asked=[command])
    if not command:
        return parser.format_help()
    places = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001  (no public way)
    return str(places.choices[command].format_help())


def _parser(
    commands: dict[str, CommandFile],
    language: Language,
    asked: Sequence[str],
    wish: str | None = None,
) -> Parser:
    """Return the parser; only the commands that were asked get their arguments, to save time.

    `wish` is the language that the command line asks for: then no other is looked for.
    """
    parser = Parser(
        language,
        prog="competenties",
        description=_ABOUT.say(language),
        epilog=_START.say(language),
    )
    parser.wish = wish
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=_VERSION.say(language))
    parser.add_argument("--language", choices=LANGUAGES, help=_LANGUAGE.say(language))
    places = parser.add_subparsers(
        dest="command",
        metavar="",
        title=_COMMANDS.say(language),
        parser_class=_same(language, wish),
    )
    for name, command in commands.items():
        title = command.TITLE.say(language)
        own = places.add_parser(name, help=title, description=title)
        if name not in asked:
            continue
        command.add_arguments(own, language)
        help_ = _LANGUAGE.say(language)
        own.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=help_)
    return parser


def _same(language: Language, wish: str | None) -> type[Parser]:
    """Return the parser class for commands, which argparse makes without our language."""

    class CommandParser(Parser):
        def __init__(self, **options: object) -> None:
            super().__init__(language, **options)
            self.wish = wish

    return CommandParser


class _ShowVersion(argparse.Action):
    """Prints the version; looking it up costs time, so only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"competenties {version('competenties')}")
        parser.exit()


def _reader(arguments: argparse.Namespace) -> Language:
    """Return the language for what went wrong: as asked, else of the workspace that it is about."""
    from pathlib import Path

    from competenties.workspace.settings import read_settings
    from competenties.workspace.workspace import workspace_around

    wish = None
    names = ("workspace", "path", "about") if "workspace" in arguments else ("output",)
    given = [*(getattr(arguments, name, "") for name in names), *getattr(arguments, "words", ())]
    # RuntimeError: links that go round; ValueError: a name that no file can have
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        place = next((one for one in given if one and Path(one).exists()), ".")
        root = workspace_around(Path(place))
        wish = read_settings(root).settings.language if root else None
    return choose_language(arguments.language, wish)


def _failed(error: Exception, language: Language) -> int:
    from competenties.findings import CompetentiesError

    if isinstance(error, CompetentiesError):
        print(error.say(language), file=sys.stderr)
        return COULD_NOT_RUN
    if os.environ.get("COMPETENTIES_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.filename:
        print(_DISK.say(language, path=str(error.filename)), file=sys.stderr)
        return COULD_NOT_RUN
    what = f"{type(error).__name__}: {error}"
    print(_OUR_FAULT.say(language, what=what), file=sys.stderr)
    return COULD_NOT_RUN


def _flush() -> None:
    if sys.stdout:  # there is none when it was closed before we started
        sys.stdout.flush()


def _set_output() -> None:
    """Print UTF-8 into pipes and files, and never fail on a character that a screen lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
