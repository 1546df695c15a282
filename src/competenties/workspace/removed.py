"""Documents that were removed: kept in a folder of the workspace until somebody wants them back."""

import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Phrase
from competenties.workspace.files import replace_patiently

REMOVED = Path(".competenties") / "removed"

_NAME = re.compile(r"(.+)@(\d{8}T\d{6})-[0-9a-f]{4}\.json")
_NOT_THERE = Phrase(
    nl="Dit verwijderde document is niet gevonden: {name}.",
    en="This removed document was not found: {name}.",
)
_TAKEN = Phrase(
    nl="Er staat intussen een ander document op deze plaats: {name}. Er is niets veranderd.",
    en="Another document stands in this place by now: {name}. Nothing has been changed.",
)
_CANNOT_MOVE = Phrase(
    nl="{name} kan niet worden verplaatst. Sluit het in andere programma's en probeer het opnieuw.",
    en="{name} cannot be moved. Close it in other programs and try again.",
)


class Removed(NamedTuple):
    """A document that was removed: the key by which it comes back, its name, and when (UTC)."""

    key: str
    name: str
    when: str


def put_away(root: Path, path: Path) -> str:
    """Move a file of a workspace to the removed ones, and return the key by which it comes back."""
    when = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    key = f"{path.parent.name}/{path.stem}@{when}-{secrets.token_hex(2)}"
    _move(path, root / REMOVED / f"{key}.json")
    return key


def bring_back(root: Path, key: str) -> str:
    """Move a removed file to its place, and return the name of the document.

    Raises NotFoundError where there is no such one, RefusedError where its place is taken.
    """
    found = next((one for one in removed(root) if one.key == key), None)
    if found is None:
        raise NotFoundError(_NOT_THERE, name=key)
    target = root / f"{found.name}.json"
    if target.exists():
        raise RefusedError(_TAKEN, name=found.name)
    _move(root / REMOVED / f"{key}.json", target)
    return found.name


def removed(root: Path) -> Iterator[Removed]:
    """Yield the removed documents, the last one first."""
    paths = (root / REMOVED).glob("*/*@*.json")
    found = [(match, one.parent.name) for one in paths if (match := _NAME.fullmatch(one.name))]
    for match, folder in sorted(found, key=lambda one: one[0][2], reverse=True):
        key = f"{folder}/{match[0].removesuffix('.json')}"
        yield Removed(key, f"{folder}/{match[1]}", match[2])


def _move(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_patiently(source, target)
    except OSError as error:
        raise RefusedError(_CANNOT_MOVE, name=source.stem) from error
