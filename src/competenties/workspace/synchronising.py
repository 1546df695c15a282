"""Documents and their files: read, written, merged, and made whole again after a crash."""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from competenties.findings import RefusedError
from competenties.operations import Operation, operation
from competenties.workspace.conflicts import Side, conflict_entry, folded, is_over
from competenties.workspace.documents import as_written
from competenties.workspace.files import MOST_BYTES, content_hash, save_bytes
from competenties.workspace.journal import Entry, Journal
from competenties.workspace.json_text import canonical_json
from competenties.workspace.merging import merge
from competenties.workspace.past import Past, Told, held_by, read_entry, read_past, together
from competenties.workspace.replaying import Left, in_full, replay
from competenties.workspace.state import (
    FileRead,
    Passed,
    State,
    document_paths,
    kind_of,
    read_file,
    stamp_of,
)
from competenties.workspace.turns import my_turn

_Stamp = tuple[int, int] | None


class _Tell(Protocol):
    def __call__(
        self,
        kind: str,
        document: str,
        revision: int,
        client: str = ...,
        edit: Operation | None = ...,
    ) -> None: ...


class Files:
    """Keeps the documents of a session and their files the same; called with its lock held."""

    def __init__(self, root: Path, past: Past, journal: Journal, tell: _Tell) -> None:
        """Begin with no document; `take` and `recover` come next."""
        self.states: dict[str, State] = {}
        self.conflicts = past.conflicts
        self.revisions = past.revisions
        self._root, self._journal, self._tell = root, journal, tell
        self._resolved = past.resolved
        self._written = past.written
        self._owed: list[Entry] = []
        """What the journal could not take yet; it goes first when it can."""

    def take(self, name: str, path: Path, stamp: _Stamp, read: FileRead) -> None:
        """Begin with what a file says."""
        state = State(
            name,
            kind_of(name),
            path,
            data=read.data,
            base=read.data,
            on_disk=None if read.problem else read.on_disk,
            revision=self.revisions.get(name, 0),
            problem=read.problem,
            stamp=stamp,
            is_known=read.problem is None,
        )
        state.holds = self._written.pop(name, {})
        self.states[name] = state

    def recover(self, told: Sequence[Told]) -> None:
        """Apply the edits that no file has, and write the files."""
        for name in {one.document: None for one in told}:
            own = [one for one in told if one.document == name]
            state = self.states.get(name)
            if state is None:
                self._keep_without_file(name, own)
            elif state.problem:
                state.waiting = own
            else:
                self._apply_again(state, own)
        self._drop_what_is_over()
        if any(not one.is_saved or one.holds for one in self.states.values()):
            self.save()

    def look(self) -> None:
        """Take in what was changed in the files by others: merged, new or gone."""
        paths = document_paths(self._root)
        for name in sorted(paths.keys() - self.states.keys()):
            path, kind = paths[name], kind_of(name)
            self.take(name, path, stamp_of(path), read_file(path, kind, self._root))
            self._tell("documents", name, self.states[name].revision)
        for state in list(self.states.values()):
            if state.name in paths:
                self._merge_file(state)
            elif state.is_saved:
                del self.states[state.name]
                self._tell("documents", state.name, state.revision)
            elif state.is_known:
                state.on_disk = state.stamp = state.problem = None

    def save(self) -> list[str]:
        """Write the documents that have edits; return those that could not be written."""
        self.look()
        unsaved = []
        for state in list(self.states.values()):
            if state.is_saved and state.holds == state.noted:
                continue
            if not self._write_in_turn(state):
                unsaved.append(state.name)
        return unsaved

    def forget(self, conflict: str) -> None:
        """Forget a conflict; the journal says so already."""
        entry = self.conflicts.pop(conflict)
        self._resolved.add(conflict)
        self._tell("conflict", entry["document"], self.revisions.get(entry["document"], 0))

    def _write_in_turn(self, state: State) -> bool:
        with my_turn(self._root):
            if state.on_disk is not None or state.path.exists():
                state.stamp = None
                self._merge_file(state)
            if state.problem or not state.is_known:
                return False
            try:
                return self._write(state)
            except RefusedError:
                state.stamp = None
                return False

    def _write(self, state: State) -> bool:
        """Write a document to its file. Raises RefusedError when that cannot be done now."""
        noted = {"document": state.name, "revision": state.revision, "holds": state.holds}
        if not state.is_saved or state.on_disk is None:
            content = canonical_json(as_written(state.data, state.kind)).encode()
            if len(content) > MOST_BYTES:
                return False
            hashed = content_hash(content)
            self._write_entries({"kind": "saving", **noted, "hash": hashed})
            save_bytes(state.path, content, replaces=state.on_disk)
            state.on_disk, state.base, state.stamp = hashed, state.data, None
        self._write_entries({"kind": "saved", **noted})
        state.noted, state.line = state.holds, []
        return True

    def _merge_file(self, state: State) -> None:
        """Take in what somebody else wrote to a file."""
        stamp = stamp_of(state.path)
        if stamp is not None and stamp == state.stamp and not state.problem:
            return
        known = FileRead(state.base, state.on_disk) if state.is_known else None
        read = read_file(state.path, state.kind, self._root, known)
        state.stamp, state.problem = stamp, read.problem
        if read.problem or read.on_disk == state.on_disk:
            return
        try:
            if state.is_known:
                self._merge(state, read)
            else:
                self._begin(state, read)
        except RefusedError:
            state.stamp = None  # the journal takes nothing now: the next look does it again

    def _begin(self, state: State, read: FileRead) -> None:
        """Go on with a file that can be read at last."""
        state.data = state.base = read.data
        state.on_disk, state.is_known, state.waiting = read.on_disk, True, []
        past = read_past(self._root, {state.name: read.on_disk})
        state.holds = past.written.get(state.name, {})
        self._apply_again(state, [one for one in past.edits if one.document == state.name])
        self._drop_what_is_over()
        self._tell("documents", state.name, state.revision)

    def _merge(self, state: State, read: FileRead) -> None:
        held = held_by(self._root, state.name, read.on_disk or "")
        base = state.base_for(held)
        before = [state.base, *(one.data for one in state.line)]
        merged = merge(base, state.data, read.data, before)
        revision = state.revision + len(merged.edits)
        origin = f"{state.revision}:{state.on_disk}:{read.on_disk}"
        entries = self._conflict_entries(state.name, folded(merged.left), "theirs", origin)
        if merged.edits or entries:
            told = {"kind": "merged", "document": state.name, "revision": revision}
            self._journal.write(told, *entries)
        numbers = range(state.revision + 1, revision + 1)
        state.data, state.revision = merged.data, revision
        state.base, state.on_disk = read.data, read.on_disk
        state.holds = together(state.holds, held)
        state.line.append(Passed(state.holds, state.data, merged.edits))
        self.revisions[state.name] = revision
        for number, edit in zip(numbers, merged.edits, strict=True):
            self._tell("edit", state.name, number, "", edit)
        self._remember(entries)

    def _apply_again(self, state: State, told: Sequence[Told]) -> None:
        """Apply edits of a journal to a file that does not have them, as far as they fit."""
        edits = self._edits(told)
        replayed = replay(state.data, [edit for _, edit in edits])
        state.data = replayed.data
        for one, _ in edits:
            state.holds = together(state.holds, {one.spot.journal: one.spot.line})
        state.line.append(Passed(state.holds, state.data))
        self._keep(state.name, replayed.left, edits)

    def _keep_without_file(self, name: str, told: Sequence[Told]) -> None:
        edits = self._edits(told)
        self._keep(name, replay({}, [edit for _, edit in edits]).left, edits)

    def _keep(
        self,
        name: str,
        left: Sequence[Left],
        edits: Sequence[tuple[Told, Operation]],
    ) -> None:
        entries: list[Entry] = []
        for one in folded(left):
            spot = edits[one.number][0].spot
            entries += self._conflict_entries(name, [one], "mine", f"{spot.journal}:{spot.line}")
        self._say(entries)

    def _drop_what_is_over(self) -> None:
        """Leave out the conflicts in which the document says by now what was kept beside it.

        The journals keep them: to another program that runs now the document may say otherwise.
        """
        for one in list(self.conflicts.values()):
            state = self.states.get(one["document"])
            if state is not None and state.is_known and is_over(one, state.data):
                del self.conflicts[one["id"]]

    def _say(self, entries: Sequence[Entry]) -> None:
        """Take in conflicts, in the journal too as soon as it takes them."""
        self._owed += entries
        with contextlib.suppress(RefusedError):
            if self._owed:
                self._write_entries()
        self._remember(entries)

    def _write_entries(self, *entries: Entry) -> None:
        self._journal.write(*self._owed, *entries)
        self._owed.clear()

    def _conflict_entries(
        self, name: str, left: Iterable[Left], whose: Side, origin: str
    ) -> list[Entry]:
        made = [conflict_entry(name, one, whose, origin) for one in left]
        return [
            one
            for one in made
            if one["id"] not in self.conflicts and one["id"] not in self._resolved
        ]

    def _remember(self, entries: Iterable[Entry]) -> None:
        for one in entries:
            self.conflicts[one["id"]] = one
            self._tell("conflict", one["document"], self.revisions.get(one["document"], 0))

    def _edits(self, told: Iterable[Told]) -> list[tuple[Told, Operation]]:
        """Return the edits themselves; a journal is read up to one that we do not know.

        That is of a later program, which finds it there, and what follows it, when it runs again.
        """
        found: list[tuple[Told, Operation]] = []
        ended: set[str] = set()
        for one in told:
            entry = read_entry(self._root, one.spot) if one.spot.journal not in ended else None
            try:
                edit = operation(entry["edit"] if entry else None)
            except ValidationError:
                ended.add(one.spot.journal)
                continue
            found.append((one, in_full(edit, entry["inverse"]) if entry else edit))
        return found
