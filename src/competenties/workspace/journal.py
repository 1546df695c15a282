"""The journal of a workspace: every edit on disk before anybody is told that it is saved.

`.competenties/journal/<machine>-<start>.jsonl`, a line an entry, only ever added to, and written by
one program: so it is safe in a folder that is synchronised or shared. A line that was cut off is
dropped. What the files do not have yet is found in the journals, whoever wrote them.
"""

import contextlib
import json
import os
import platform
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from competenties.findings import RefusedError
from competenties.messages import Phrase

JOURNALS = Path(".competenties") / "journal"

_CANNOT_WRITE = Phrase(
    nl="De wijziging is niet bewaard: {folder} kan niet worden geschreven. "
    "Is de schijf vol, of mag u daar niet schrijven?",
    en="The change was not saved: {folder} cannot be written. Is the disk full, or may you not write there?",
)

Entry = dict[str, Any]


@dataclass(frozen=True)
class Edit:
    """An edit as it stands in a journal; `data` is the entry itself."""

    journal: str
    line: int
    data: Entry


@dataclass
class Past:
    """What all journals of a workspace say."""

    edits: list[Edit] = field(default_factory=list)
    """Those that no file is known to have, in the order in which they were made."""
    done: dict[tuple[str, int], Entry] = field(default_factory=dict)
    """Every edit of a client by its number, so that a second sending is known."""
    revisions: dict[str, int] = field(default_factory=dict)
    conflicts: dict[str, Entry] = field(default_factory=dict)
    """Edits that could not be merged, until somebody chose."""
    writings: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """The revision that a file had with some content, by journal, document and hash."""


class Journal:
    """The journal that this program writes; made at the first entry."""

    def __init__(self, root: Path) -> None:
        """Choose a name of our own; nothing is written yet."""
        self._folder = root / JOURNALS
        machine = re.sub(r"[^a-z0-9]+", "-", platform.node().lower()).strip("-") or "pc"
        start = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
        self.name = f"{machine[:40]}-{start}-{secrets.token_hex(2)}.jsonl"
        self._handle: int | None = None

    def write(self, *entries: Entry) -> None:
        """Add entries and wait until they are on the disk. Raises RefusedError; then none is there."""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries)
        try:
            handle = self._opened()
            _write_whole(handle, lines.encode())
        except OSError as error:
            raise RefusedError(_CANNOT_WRITE, folder=str(self._folder)) from error

    def close(self) -> None:
        """Let the file go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _opened(self) -> int:
        if self._handle is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._handle = os.open(self._folder / self.name, flags, 0o644)
        return self._handle


def _write_whole(handle: int, content: bytes) -> None:
    """Write all of it, or leave the file as it was: half a line would spoil the next one."""
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


def read_past(root: Path) -> Past:
    """Return what the journals of a workspace say; a line that is no entry is passed over."""
    past = Past()
    entries = sorted(_entries(root), key=lambda one: (one.data.get("at", 0), one.journal, one.line))
    taken = {
        (one.data["journal"], line)
        for one in entries
        if one.data.get("kind") == "taken"
        for line in one.data["lines"]
    }
    saved: dict[tuple[str, str], int] = {}
    for one in entries:
        _note(past, one, saved)
    past.edits = [
        one
        for one in past.edits
        if (one.journal, one.line) not in taken
        and one.data["revision"] > saved.get((one.journal, one.data["document"]), 0)
    ]
    return past


def _note(past: Past, one: Edit, saved: dict[tuple[str, str], int]) -> None:
    data = one.data
    match data.get("kind"):
        case "edit":
            past.edits.append(one)
            past.done[(data["client"], data["number"])] = data
            known = past.revisions.get(data["document"], 0)
            past.revisions[data["document"]] = max(known, data["revision"])
        case "saving":
            past.writings[(one.journal, data["document"], data["hash"])] = data["revision"]
        case "saved":
            saved[(one.journal, data["document"])] = data["revision"]
        case "conflict":
            past.conflicts[data["id"]] = data
        case "resolved":
            past.conflicts.pop(data["id"], None)


def _entries(root: Path) -> Iterator[Edit]:
    folder = root / JOURNALS
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        try:
            raw = path.read_bytes()
        except OSError:
            continue
        for line, text in enumerate(raw.split(b"\n")):
            with contextlib.suppress(ValueError):
                data = json.loads(text)
                if isinstance(data, dict) and _is_entry(data):
                    yield Edit(path.name, line, data)


_FIELDS: dict[str, dict[str, type]] = {
    "edit": {"document": str, "client": str, "number": int, "revision": int, "edit": dict},
    "saving": {"document": str, "hash": str, "revision": int},
    "saved": {"document": str, "revision": int},
    "taken": {"journal": str, "lines": list},
    "conflict": {"id": str, "document": str},
    "resolved": {"id": str},
}


def _is_entry(data: Entry) -> bool:
    fields = _FIELDS.get(str(data.get("kind")))
    return fields is not None and all(isinstance(data.get(k), t) for k, t in fields.items())
