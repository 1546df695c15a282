"""Where many files go: a folder or one zip file, each written whole or not at all."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Protocol

from competenties.cli.terminal.output import refuse_existing
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.workspace.files import replace_patiently

_NOT_A_FOLDER = Phrase(
    nl="{path} is een bestand. Geef een map op om de bestanden in te zetten.",
    en="{path} is a file. Give a folder to put the files in.",
)
ZIP = ".zip"
_DAY = (2000, 1, 1, 0, 0, 0)  # one date for all, so that the same files give the same zip file

State = Literal["made", "there", "other"]
"""What became of a file: made, there already, or something else is in its place."""

IsSame = Callable[[bytes, bytes], bool]
"""Tells whether a file that is there is what would be made, perhaps filled in since."""


class Target(Protocol):
    """Where files go."""

    path: Path

    def add(self, name: str, content: bytes) -> State:
        """Add a file, unless one of that name is there; tell what was found."""

    def put(self, name: str, content: bytes) -> None:
        """Add a file, also over one of that name."""


@contextmanager
def target(
    output: Path, is_same: IsSame, *, is_zip: bool = False, force: bool = False
) -> Iterator[Target]:
    """Give the place for files as long as this lasts. Raises RefusedError where there can be none.

    In a folder a file that is there is never made again, so that a run that was stopped goes on
    where it was; with `force` it is replaced. A zip file is there only when all of it is.
    """
    if not is_zip:
        folder = _Folder(output, is_same, force=force)
        yield folder
        folder.finish()
        return
    path = zip_path(output)
    if not force:
        refuse_existing([path])
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED) as package:
            yield _Zip(path, package)
        if package.namelist():
            replace_patiently(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def zip_path(output: Path) -> Path:
    """Return the zip file that was meant, also where its name lacks the ending."""
    if output.suffix.lower() == ZIP:
        return output
    return output.with_name(f"{output.name}{ZIP}")


class _Folder:
    """A folder, with folders in it where names ask for them; each is made once."""

    def __init__(self, path: Path, is_same: IsSame, *, force: bool) -> None:
        if path.is_file():
            raise RefusedError(_NOT_A_FOLDER, path=str(path))
        self.path = path
        self._is_same = is_same
        self._force = force
        self._made: set[Path] = set()

    def add(self, name: str, content: bytes) -> State:
        path = self.path / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        if path.exists():
            if path.is_file() and self._is_same(path.read_bytes(), content):
                return "there"
            if path.is_dir() or not self._force:
                return "other"
        self.put(name, content)
        return "made"

    def put(self, name: str, content: bytes) -> None:
        """Write a file; not forced to disk one by one, which takes longest."""
        path = self.path / name
        beside = _beside(path)
        try:
            beside.write_bytes(content)
            replace_patiently(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def finish(self) -> None:
        """Take away what a run that was stopped left half written."""
        for folder in (self.path, *self._made):
            for beside in folder.glob(f"*{_PART}"):
                beside.unlink(missing_ok=True)


class _Zip:
    """One zip file; the files in it are mostly compressed already."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self.path = path
        self._package = package

    def add(self, name: str, content: bytes) -> State:
        self.put(name, content)
        return "made"

    def put(self, name: str, content: bytes) -> None:
        self._package.writestr(zipfile.ZipInfo(name, _DAY), content)


_PART = ".competenties-part"


def _beside(path: Path) -> Path:
    """Return where a file is written until it is whole, by a name that nobody else uses."""
    return path.with_name(f"{path.name}{_PART}")
