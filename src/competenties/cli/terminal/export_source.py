"""Which framework an export is about: as named, or the only one in the workspace where we are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from competenties.cli.terminal.other_files import refuse_to_export
from competenties.findings import NotFoundError, RefusedError, UnusableError
from competenties.formats.exporting import is_format
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.workspace.files import as_argument
from competenties.workspace.settings import SETTINGS_FILE
from competenties.workspace.workspace import (
    FRAMEWORKS,
    PROFILES,
    Workspace,
    open_path,
    open_workspace_here,
    workspace_around,
)

_TWO_WORDS = Phrase(
    nl="Noem één competentiemodel, of een formaat en een competentiemodel.",
    en="Name one framework, or a format and a framework.",
)
_CHOOSE = Phrase(
    nl="In {path} staan meer modellen: {known}. Noem er een, bijvoorbeeld: {command}",
    en="{path} holds several frameworks: {known}. Name one, for example: {command}",
)
_BROKEN = Phrase(
    nl="In {path} staat geen competentiemodel dat te gebruiken is. Kijk het na met: "
    "competenties check {argument}",
    en="{path} holds no framework that can be used. Look at it with: competenties check {argument}",
)
_EMPTY = Phrase(
    nl="In {path} staat nog geen competentiemodel. Lees er een in met: "
    "competenties import BESTAND -o {argument}",
    en="{path} holds no framework yet. Import one with: competenties import FILE -o {argument}",
)
_PROFILE = Phrase(
    nl="{path} is een functieprofiel. U exporteert een competentiemodel; de functieprofielen die het "
    "gebruiken gaan mee. Dit profiel gebruikt: {known}. Geef: {command}",
    en="{path} is a job profile. You export a framework; the job profiles that use it go along. This "
    "profile uses: {known}. Give: {command}",
)
_OWN_FOLDER = Phrase(
    nl="{path}: in de map {folder} van een werkmap staan alleen bestanden van dit programma zelf. Kies "
    "een andere plaats, bijvoorbeeld: -o {name}",
    en="{path}: the folder {folder} of a workspace holds only files of this program itself. Choose "
    "another place, for example: -o {name}",
)


class Asked(NamedTuple):
    """What the words of a command line say: a format, perhaps empty, and a source, perhaps empty."""

    format: str
    source: str


class Command(NamedTuple):
    """The command that was given, to show it again with the right framework in it."""

    asked: Asked
    preset: str
    output: str
    workspace: str

    def naming(self, framework: str) -> str:
        """Return the command that exports this framework."""
        asked = self.asked
        words = ["competenties export", asked.format]
        words += ["--preset", self.preset] if self.preset else []
        is_folder = Path(asked.source or ".").is_dir() and asked.source
        workspace = self.workspace or (asked.source if is_folder else "")
        words.append(as_argument(Path(framework)))
        words += ["--workspace", as_argument(Path(workspace))] if workspace else []
        return " ".join([*filter(None, words), "-o", as_argument(Path(self.output))])


def asked_in(words: Sequence[str]) -> Asked:
    """Return the format and the source of the words. Raises UnusableError for more than two."""
    if len(words) > 2:  # noqa: PLR2004  (a format and a framework)
        raise UnusableError(_TWO_WORDS)
    if len(words) == 1 and is_format(words[0]) and not _is_ours(Path(words[0])):
        return Asked(words[0], "")
    *names, source = words or [""]
    return Asked(names[0] if names else "", source)


def _is_ours(path: Path) -> bool:
    return path.is_file() or (path / SETTINGS_FILE).is_file()


def source_of(command: Command) -> Workspace:
    """Return what is to be exported. Raises for what is no framework, with what to give instead."""
    named = command.asked.source
    if not named:
        return open_workspace_here(command.workspace)
    refuse_to_export(Path(named))
    return open_path(named, command.workspace or None)


def framework_in(workspace: Workspace, command: Command) -> Framework:
    """Return the one framework there is. Raises NotFoundError with the command to give instead."""
    path = command.asked.source or str(workspace.root)
    found = [one.model for one in workspace.frameworks if one.model and one.whole]
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.id for one in found)
    if found:
        raise NotFoundError(_CHOOSE, path=path, known=known, command=command.naming(found[0].id))
    used = [one.id for doc in workspace.profiles if doc.model for one in doc.model.frameworks]
    if used and command.asked.source and workspace.around and not workspace.frameworks:
        place = _place_of(used[0], workspace, command)
        raise NotFoundError(
            _PROFILE, path=path, known=", ".join(dict.fromkeys(used)), command=command.naming(place)
        )
    says = _BROKEN if any(workspace.documents) else _EMPTY
    raise NotFoundError(says, path=path, argument=as_argument(Path(path)))


def _place_of(framework: str, workspace: Workspace, command: Command) -> str:
    """Return how the command line names a framework: its file where the profile was a file too."""
    if not Path(command.asked.source).is_file():
        return framework
    around = [one.path for one in workspace.known_frameworks if one.path.stem == framework]
    return str(around[0]) if around else framework


def refuse_own_folders(paths: Sequence[Path]) -> None:
    """Raise RefusedError for a place where a workspace keeps its own frameworks and profiles."""
    for path in paths:
        root = workspace_around(path.parent)
        for folder in (FRAMEWORKS, PROFILES):
            if root is not None and path.resolve().is_relative_to(root.resolve() / folder):
                raise RefusedError(_OWN_FOLDER, path=str(path), folder=folder, name=path.name)
