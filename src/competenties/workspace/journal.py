"""The journal of a workspace: every edit on disk before anybody is told that it is saved.

`.competenties/journal/<machine>-<start>.jsonl`, a line an entry, only ever added to, and written by
one program: so it is safe in a folder that is synchronised or shared. A line that was cut off is
dropped by who reads it.
"""

import contextlib
import json
import math
import os
import platform
import re
import secrets
import time
from pathlib import Path
from typing import Any, NamedTuple

from competenties.findings import RefusedError
from competenties.messages import Phrase

JOURNALS = Path(".competenties") / "journal"

_CANNOT_WRITE = Phrase(
    nl="De wijziging is niet bewaard: {folder} kan niet worden geschreven. "
    "Is de schijf vol, of mag u daar niet schrijven?",
    en="The change was not saved: {folder} cannot be written. Is the disk full, or may you not write there?",
)

Entry = dict[str, Any]


class Spot(NamedTuple):
    """Where an entry stands: its journal, its line from 0, and its bytes."""

    journal: str
    line: int
    offset: int
    size: int


class Journal:
    """The journal that this program writes; the file is made at the first entry.

    After a write that failed it goes on in another file, so that what may have been left of that
    write never spoils the next one.
    """

    def __init__(self, root: Path, *, not_before: float = 0.0) -> None:
        """Choose a name of our own; `not_before` is the time of the last entry of anybody."""
        self._folder = root / JOURNALS
        self._at = not_before
        self._handle: int | None = None
        self._start_anew()

    def write(self, *entries: Entry) -> list[Spot]:
        """Add entries and wait until they are on the disk. Raises RefusedError; then none is there.

        Each write is later than all before it, also where the clock stands still or was set back:
        entries of two journals are put in order by their time.
        """
        at = max(math.nextafter(self._at, math.inf), time.time())
        lines = [
            json.dumps({**one, "at": at}, ensure_ascii=False).encode() + b"\n" for one in entries
        ]
        try:
            _write_whole(self._opened(), b"".join(lines))
        except OSError as error:
            self.close()
            raise RefusedError(_CANNOT_WRITE, folder=str(self._folder)) from error
        self._at = at
        return [self._passed(len(line)) for line in lines]

    def close(self) -> None:
        """Let the file go; what is written later begins another one."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.close(self._handle)
            self._handle = None
            self._start_anew()

    def _start_anew(self) -> None:
        machine = re.sub(r"[^a-z0-9]+", "-", platform.node().lower()).strip("-") or "pc"
        start = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
        self.name = f"{machine[:40]}-{start}-{secrets.token_hex(4)}.jsonl"
        self._line = self._offset = 0

    def _opened(self) -> int:
        if self._handle is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self._folder / self.name, flags, 0o644)
            for folder in (self._folder, self._folder.parent, self._folder.parent.parent):
                _flush_folder(folder)
        return self._handle

    def _passed(self, size: int) -> Spot:
        spot = Spot(self.name, self._line, self._offset, size)
        self._line, self._offset = self._line + 1, self._offset + size
        return spot


def _write_whole(handle: int, content: bytes) -> None:
    """Write all of it, or leave the file as it was."""
    start = os.lseek(handle, 0, os.SEEK_END)
    try:
        done = 0
        while done < len(content):
            done += os.write(handle, content[done:])
        os.fsync(handle)
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(handle, start)
        raise


def _flush_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the system can do that for a folder."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
