"""argparse in two languages: its own words too."""

import argparse
import os
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from competenties.messages import Language, Phrase, choose_language

_USAGE = Phrase(nl="gebruik: ", en="usage: ")
_POSITIONAL = Phrase(nl="wat u opgeeft", en="what you give")
_OPTIONS = Phrase(nl="opties", en="options")
_HELP = Phrase(nl="deze uitleg tonen", en="show this help")
_NEAREST = Phrase(nl="{said}. Bedoelt u {nearest}?", en="{said}. Did you mean {nearest}?")
_SEE = Phrase(nl="Uitleg: {prog} --help", en="Help: {prog} --help")

# What argparse says itself, up to the part that it fills in, and what we say instead.
_ERRORS = (
    (
        "the following arguments are required: ",
        Phrase(nl="u moet nog opgeven: {rest}", en="still needed: {rest}"),
    ),
    ("unrecognized arguments: ", Phrase(nl="onbekend: {rest}", en="unknown: {rest}")),
    (
        "ignored explicit argument ",
        Phrase(nl="hier hoort geen waarde achter: {rest}", en="takes no value: {rest}"),
    ),
    (
        "expected one argument",
        Phrase(nl="hier hoort een waarde achter", en="a value has to follow"),
    ),
    (
        "expected at least one argument",
        Phrase(nl="hier hoort ten minste één waarde achter", en="at least one value has to follow"),
    ),
)
_CHOICE = Phrase(
    nl="{value} kan hier niet; kies uit {choices}",
    en="{value} cannot stand here; choose from {choices}",
)
_OWN = "\u200b"  # marks a sentence that is ours already
_OTHER = Phrase(nl="de opdracht is niet duidelijk", en="the command is not clear")


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the reader's language and explains what is missing."""

    def __init__(self, language: Language, **options: Any) -> None:
        """Make a parser; the options are those of argparse."""
        options.setdefault("formatter_class", _formatter(language))
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._language: Language = language
        self.ending: Callable[[], str] | None = None
        self.wish: str | None = None
        self._given: list[str] = []
        self._positionals.title = _POSITIONAL.say(language)
        self._optionals.title = _OPTIONS.say(language)
        self.add_argument("-h", "--help", action="help", help=_HELP.say(language))

    def format_help(self) -> str:
        """Return the help; its ending is only made now that somebody wants to read it."""
        ending = f"\n{self.ending()}\n" if self.ending else ""
        return f"{super().format_help()}{ending}"

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Take a command line apart, also where options stand between the words.

        argparse itself takes the words of one command from one place only.
        """
        self._given = list(args or ())
        found, rest = super().parse_known_args(args, namespace)
        if not self._is_command():
            return found, rest
        options = [one for one in rest if one.startswith("-") and one != "-"]
        words = self._placed([one for one in rest if one not in options], found)
        if options or words:
            self.error(f"unrecognized arguments: {' '.join(options or words)}")
        return found, []

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence, and where the help is; exit code 2."""
        where, said = "", message
        if message.startswith("argument "):
            where, _, said = message.removeprefix("argument ").partition(": ")
        language = self._reader()
        sentence = self._with_nearest(_translated(said, language), said, language)
        start = f"{where}: " if where else ""
        help_ = _SEE.say(language, prog=self.prog)
        ending = "" if sentence.endswith("?") else "."
        self.exit(2, f"{self.prog}: {start}{sentence}{ending}\n{help_}\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(str(choice) for choice in action.choices)
            said = _CHOICE.say(self._reader(), value=f'"{value}"', choices=choices)
            raise argparse.ArgumentError(action, f"{_OWN}{said}")

    def _is_command(self) -> bool:
        return " " in self.prog

    def _placed(self, words: list[str], found: argparse.Namespace) -> list[str]:
        """Give words that were not placed yet to what still takes some; return the others."""
        for action in self._positionals._group_actions:  # noqa: SLF001  (no public way)
            if action.nargs in ("*", "+"):
                setattr(found, action.dest, [*(getattr(found, action.dest) or ()), *words])
                return []
            if words and action.nargs == "?" and getattr(found, action.dest) == action.default:
                setattr(found, action.dest, words.pop(0))
        return words

    def _reader(self) -> Language:
        """Return the language of a message: as asked, else of the workspace that it is about."""
        from competenties.cli.terminal.input import language_here

        try:
            folder = self._given[self._given.index("--workspace") + 1]
        except (ValueError, IndexError):
            folder = next((one for one in self._given if os.path.isdir(one)), ".")  # noqa: PTH112
        try:
            return choose_language(wished_language(self._given), self.wish, language_here(folder))
        except (OSError, RuntimeError):  # RuntimeError: links that go round
            return self._language

    def _with_nearest(self, sentence: str, said: str, language: Language) -> str:
        """Add the option that is most like one that is not there."""
        if not said.startswith("unrecognized arguments: -"):
            return sentence
        from difflib import get_close_matches

        word = said.removeprefix("unrecognized arguments: ").split()[0].partition("=")[0]
        near = get_close_matches(word, self._option_string_actions, 1)
        return _NEAREST.say(language, said=sentence, nearest=near[0]) if near else sentence


def wished_language(argv: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, before it is taken apart."""
    for position, argument in enumerate(argv):
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if argument == "--language" and position + 1 < len(argv):
            return argv[position + 1]
    return None


def _translated(message: str, language: Language) -> str:
    for start, phrase in _ERRORS:
        if message.startswith(start):
            return phrase.say(language, rest=message.removeprefix(start))
    if message.startswith(_OWN):
        return message.removeprefix(_OWN)
    return f"{_OTHER.say(language)} ({message})"


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def __init__(self, prog: str, **options: Any) -> None:
            super().__init__(prog, **{"width": _columns() - 2, **options})

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
            super().add_usage(
                usage, actions, groups, _USAGE.say(language) if prefix is None else prefix
            )

        def _format_action_invocation(self, action: argparse.Action) -> str:
            """Name the value once, as Python does from 3.13 on: the same help everywhere."""
            if not action.option_strings or action.nargs == 0:
                return super()._format_action_invocation(action)
            value = self._format_args(action, self._get_default_metavar_for_optional(action))
            return f"{', '.join(action.option_strings)} {value}"

    return Formatter


def _columns() -> int:
    """Return the width of the screen, without the import that argparse would do for it."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size().columns or _WIDTH
    except OSError:
        return _WIDTH


_WIDTH = 80
