"""What the journals of a workspace say: edits that no file has yet, those known by number, conflicts.

A journal grows long, so its entries are not kept: only where an entry stands.
"""

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from competenties.workspace.journal import JOURNALS, Entry, Spot

RECENT = 200
"""Edits of a client that are found at once when they come again; older ones are looked up."""

Holds = dict[str, int]
"""Up to which line of each journal the edits are in a document."""


class Told(NamedTuple):
    """An edit in a journal that no file is known to have."""

    spot: Spot
    at: float
    document: str
    client: str
    number: int


@dataclass
class Past:
    """What all journals of a workspace say together."""

    edits: list[Told] = field(default_factory=list)
    """Those that no file is known to have, in the order in which they were made."""
    numbers: "Numbers" = field(default_factory=lambda: Numbers(Path()))
    revisions: dict[str, int] = field(default_factory=dict)
    conflicts: dict[str, Entry] = field(default_factory=dict)
    """Edits that could not be merged, until somebody chose."""
    resolved: set[str] = field(default_factory=set)
    written: dict[str, Holds] = field(default_factory=dict)
    """What files hold by their hash although no journal says that they were saved: a killed save."""
    last_at: float = 0.0


class Numbers:
    """Which edits of which client are done, so that one that comes again is known."""

    def __init__(self, root: Path) -> None:
        """Begin with none."""
        self._root = root
        self._spots: dict[str, dict[int, Spot]] = {}

    def note(self, client: str, number: int, spot: Spot) -> None:
        """Remember where an edit stands; the first time counts."""
        spots = self._spots.setdefault(client, {})
        spots.setdefault(number, spot)
        if len(spots) > RECENT:
            del spots[next(iter(spots))]

    def find(self, client: str, number: int) -> Entry | None:
        """Return the entry of an edit that is done, or None."""
        spots = self._spots.get(client, {})
        if number in spots:
            return read_entry(self._root, spots[number])
        if len(spots) < RECENT or number > min(spots):
            return None
        return next((one for _, one in entries(self._root) if _is_of(one, client, number)), None)


def read_past(root: Path, on_disk: Mapping[str, str | None]) -> Past:
    """Return what the journals of a workspace say; a line that is no entry is passed over.

    `on_disk` is the hash of every document's file as it is now.
    """
    past = Past(numbers=Numbers(root))
    told: list[Told] = []
    spoken: list[tuple[float, Spot, Entry]] = []
    saved: dict[tuple[str, str], int] = {}
    for spot, data in entries(root):
        kind, at = data["kind"], float(data.get("at", 0))
        past.last_at = max(past.last_at, at)
        if "revision" in data:
            known = past.revisions.get(data["document"], 0)
            past.revisions[data["document"]] = max(known, data["revision"])
        if kind == "edit":
            client, number = data["client"], data["number"]
            told.append(Told(spot, at, data["document"], client, number))
        elif kind in ("conflict", "resolved"):
            spoken.append((at, spot, data))
        elif kind == "saved":
            _note_saved(saved, data)
        elif kind == "saving" and on_disk.get(data["document"]) == data["hash"]:
            held = past.written.get(data["document"], {})
            past.written[data["document"]] = together(held, data["holds"])
    for document, holds in list(past.written.items()):
        if all(saved.get((document, name), -1) >= line for name, line in holds.items()):
            del past.written[document]
        else:
            _note_saved(saved, {"document": document, "holds": holds})
    _order(past, told, saved)
    for _, _, data in sorted(spoken, key=lambda one: one[:2]):
        _note_conflict(past, data)
    return past


def together(one: Holds, other: Mapping[str, int]) -> Holds:
    """Return what two documents hold together."""
    return {**one, **{name: max(line, one.get(name, -1)) for name, line in other.items()}}


def _note_saved(saved: dict[tuple[str, str], int], data: Entry) -> None:
    for journal, line in data["holds"].items():
        key = (data["document"], journal)
        saved[key] = max(line, saved.get(key, -1))


def _order(past: Past, told: list[Told], saved: Mapping[tuple[str, str], int]) -> None:
    known: set[tuple[str, int]] = set()
    for one in sorted(told, key=lambda one: (one.at, one.spot)):
        past.numbers.note(one.client, one.number, one.spot)
        if (one.client, one.number) in known:
            continue
        known.add((one.client, one.number))
        if one.spot.line > saved.get((one.document, one.spot.journal), -1):
            past.edits.append(one)


def _note_conflict(past: Past, data: Entry) -> None:
    if data["kind"] == "conflict":
        past.conflicts[data["id"]] = data
    else:
        past.conflicts.pop(data["id"], None)
        past.resolved.add(data["id"])


def held_by(root: Path, document: str, content: str) -> Holds:
    """Return what a file with some content holds, at least.

    Each file goes on from the one before: it holds what was ever saved, and what a journal says to
    have been written with this content.
    """
    found: Holds = {}
    for _, one in entries(root, containing=b'"holds"'):
        if one["document"] == document and (one["kind"] == "saved" or one.get("hash") == content):
            found = together(found, one["holds"])
    return found


def entries(root: Path, *, containing: bytes = b"") -> Iterator[tuple[Spot, Entry]]:
    """Yield every entry of every journal; in one journal no entry is older than the one before."""
    folder = root / JOURNALS
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        with contextlib.suppress(OSError), path.open("rb") as file:
            offset, at = 0, 0.0
            for line, text in enumerate(file):
                data = _entry(text) if containing in text else None
                if data is not None:
                    at = data["at"] = max(at, float(data.get("at", 0)))
                    yield Spot(path.name, line, offset, len(text)), data
                offset += len(text)


def read_entry(root: Path, spot: Spot) -> Entry | None:
    """Return the entry that stands somewhere."""
    with contextlib.suppress(OSError), (root / JOURNALS / spot.journal).open("rb") as file:
        file.seek(spot.offset)
        return _entry(file.read(spot.size))
    return None


_FIELDS: dict[str, dict[str, type]] = {
    "edit": {
        "document": str,
        "client": str,
        "number": int,
        "revision": int,
        "edit": dict,
        "inverse": dict,
    },
    "merged": {"document": str, "revision": int},
    "saving": {"document": str, "hash": str, "revision": int, "holds": dict},
    "saved": {"document": str, "revision": int, "holds": dict},
    "conflict": {"id": str, "document": str, "edit": dict, "whose": str},
    "resolved": {"id": str},
}


def _entry(text: bytes) -> Entry | None:
    """Return what a line says, or None where it is no entry: cut off, or of a later program."""
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    fields = _FIELDS.get(str(data.get("kind"))) if isinstance(data, dict) else None
    if fields is None or not all(isinstance(data.get(k), t) for k, t in fields.items()):
        return None
    if not isinstance(data.get("at", 0), (int, float)):
        return None
    holds = data.get("holds", {})
    return data if all(isinstance(one, int) for one in holds.values()) else None


def _is_of(data: Entry, client: str, number: int) -> bool:
    return (data["kind"], data.get("client"), data.get("number")) == ("edit", client, number)
