"""What `competenties write` may be asked, and whether that fits the document."""

import argparse
from pathlib import Path

from competenties.cli.terminal.write_arguments import FORMS, OPTIONAL_BLOCKS
from competenties.documents.making import refuse_choices
from competenties.documents.request import WITHOUT_PERSON, Choices
from competenties.findings import NotFoundError, RefusedError, UnusableError
from competenties.messages import Phrase
from competenties.workspace.settings import SETTINGS_FILE
from competenties.workspace.workspace import PROFILES, Workspace, open_path

_NO_PERSON = Phrase(
    nl="{form} gaat niet over een persoon. Maak het zonder --people.",
    en="{form} is not about a person. Make it without --people.",
)
_TEAM_OF_WHAT = Phrase(
    nl="--team hoort bij rating-sheet met --form team, organisation, customer of checklist.",
    en="--team belongs to rating-sheet with --form team, organisation, customer or checklist.",
)
_PEOPLE_FIRST = Phrase(
    nl="--names hoort bij --people: geef daar de tabel met namen op.",
    en="--names belongs to --people: give the table with names there.",
)
_TWO_WISHES = Phrase(
    nl="{first} en {second} gaan niet samen.", en="{first} and {second} do not go together."
)
_TOO_SHORT = Phrase(
    nl="--minutes vraagt een heel aantal minuten, bijvoorbeeld --minutes 60.",
    en="--minutes takes a whole number of minutes, for example --minutes 60.",
)
_UNKNOWN_BLOCK = Phrase(
    nl='Er is geen blok "{name}" om weg te laten. Kies uit: {known}.',
    en='There is no block "{name}" to leave out. Choose from: {known}.',
)
_NOTHING_THERE = Phrase(
    nl="In {path} staat geen functieprofiel om mee te vergelijken.",
    en="{path} holds no job profile to compare with.",
)
_UNREADABLE = Phrase(
    nl="{path} kan niet worden gelezen en dus niet vergeleken: {said} Kijk het na met: "
    "competenties check",
    en="{path} cannot be read, and so not compared: {said} Look at it with: competenties check",
)


def refuse_options(arguments: argparse.Namespace) -> None:
    """Raise RefusedError for what does not fit the document, or does not go together."""
    if arguments.team and not _is_without_person(arguments):
        raise RefusedError(_TEAM_OF_WHAT)
    chosen = [name for name in _OPTIONS if getattr(arguments, name) is not None]
    refuse_choices(arguments.document, chosen, mark="--")
    if arguments.names and not arguments.people:
        raise RefusedError(_PEOPLE_FIRST)
    if not arguments.people:
        return
    if _is_without_person(arguments):
        raise RefusedError(_NO_PERSON, form=arguments.form)
    for name in ("type", "template"):
        if getattr(arguments, name):
            raise RefusedError(_TWO_WISHES, first="--people", second=f"--{name}")


_OPTIONS = ("form", "team", "people", "names", "without", "size", "minutes", "against")


def choices_of(arguments: argparse.Namespace) -> Choices:
    """Return what was chosen. Raises NotFoundError for a block that is not there."""
    choices = Choices()
    if arguments.document == "rating-sheet":
        choices["form"] = FORMS[arguments.form or "conversation"]
        choices["team"] = arguments.team or ""
    if arguments.without is not None:
        choices["without"] = _blocks(arguments.without)
    if arguments.size:
        choices["size"] = arguments.size
    if arguments.minutes is not None:
        choices["minutes"] = _minutes(arguments.minutes)
    return choices


def suffix_of(arguments: argparse.Namespace) -> str:
    """Return the kind of file that was asked with --type, as a suffix."""
    asked = (arguments.type or "").strip().lower()
    return f".{asked.lstrip('.')}" if asked else ""


def template_path(arguments: argparse.Namespace, workspace: Workspace) -> Path | None:
    """Return the template that was asked: a file, or its name in the workspace."""
    if not arguments.template:
        return None
    path = Path(arguments.template)
    root = workspace.root
    if root is not None and not path.exists() and (root / "templates" / path.name).is_file():
        return root / "templates" / path.name
    return path


def before_of(arguments: argparse.Namespace) -> list[Workspace]:
    """Return what a document is compared with. Raises UnusableError where that cannot be read."""
    if not arguments.against:
        return []
    path = Path(arguments.against)
    found = [open_path(str(one), arguments.workspace) for one in _parts(path)]
    profiles = [one for part in found for one in part.profiles]
    if not profiles:
        raise NotFoundError(_NOTHING_THERE, path=arguments.against)
    for one in profiles:
        if not one.whole:
            first = next(iter(one.findings))
            said = Phrase(nl=first.message("nl"), en=first.message("en"))
            raise UnusableError(_UNREADABLE, path=str(one.path), said=said)
    return found


def _parts(path: Path) -> list[Path]:
    """Return a workspace, a file or an id as it is; of another folder the profiles in it."""
    if not path.is_dir() or (path / SETTINGS_FILE).exists():
        return [path]
    folder = path / PROFILES if (path / PROFILES).is_dir() else path
    return sorted(folder.glob("*.json"))


def _blocks(given: str) -> frozenset[str]:
    found = frozenset(filter(None, (one.strip() for one in given.split(","))))
    for name in sorted(found.difference(OPTIONAL_BLOCKS)):
        raise NotFoundError(_UNKNOWN_BLOCK, name=name, known=", ".join(OPTIONAL_BLOCKS))
    return found


def _minutes(given: str) -> int:
    if not given.isascii() or not given.isdigit():
        raise RefusedError(_TOO_SHORT)
    return int(given[:_MOST_DIGITS])


_MOST_DIGITS = 6


def _is_without_person(arguments: argparse.Namespace) -> bool:
    is_form = arguments.document == "rating-sheet" and arguments.form
    return bool(is_form) and FORMS[arguments.form] in WITHOUT_PERSON
