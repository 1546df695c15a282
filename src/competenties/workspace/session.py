"""A workspace that is being edited: its documents as they are now, safe in a journal at each edit.

The journal comes first: an edit is on disk before it is confirmed. The files are snapshots, written
soon after. A file that somebody else changed is merged field by field; what cannot be merged is
kept beside it until somebody chooses.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.model.profile import JobProfile
from competenties.operations import (
    Operation,
    OperationError,
    apply,
    operation,
    refuse_unstorable,
)
from competenties.workspace.conflicts import Conflict, Side, choice, shown
from competenties.workspace.documents import document_data
from competenties.workspace.files import save_bytes
from competenties.workspace.journal import Entry, Journal
from competenties.workspace.json_text import canonical_json
from competenties.workspace.past import read_past
from competenties.workspace.removed import Removed, bring_back, put_away, removed
from competenties.workspace.state import State, document_paths, kind_of, read_file, stamp_of
from competenties.workspace.synchronising import Files
from competenties.workspace.viewing import View
from competenties.workspace.workspace import FRAMEWORKS, PROFILES, Workspace

__all__ = ["Change", "Done", "Happened", "NumberTakenError", "Session", "State"]

_UNKNOWN = Phrase(nl="{name} staat niet in deze werkmap.", en="{name} is not in this workspace.")
_UNREADABLE = Phrase(
    nl="{name} kan niet gelezen worden en dus niet bewerkt: {problem}",
    en="{name} cannot be read, and so not edited: {problem}",
)
_NO_CONFLICT = Phrase(
    nl="Deze keuze is al gemaakt ({name}).", en="This choice has been made already ({name})."
)
_NUMBER_TAKEN = Phrase(
    nl="Nummer {number} van dit venster hoort al bij een andere wijziging. Laad de pagina opnieuw.",
    en="Number {number} of this window belongs to another change. Load the page again.",
)
_UNSAVED = Phrase(
    nl="{name} heeft wijzigingen die nog niet in het bestand staan en is niet verwijderd.",
    en="{name} has changes that are not in the file yet and has not been removed.",
)


_LOG = logging.getLogger(__name__)


class Change(NamedTuple):
    """An edit that somebody sends: which client, its number there, and of which document."""

    client: str
    number: int
    document: str
    edit: Operation


class Done(NamedTuple):
    """An edit that is on disk: the revision that it made, and what undoes it."""

    document: str
    revision: int
    inverse: Operation
    is_repeated: bool = False


class Happened(NamedTuple):
    """What those who look on are told: an edit, a conflict, or that documents came or went."""

    kind: str
    document: str
    revision: int
    client: str = ""
    edit: Operation | None = None


class NumberTakenError(OperationError):
    """A number that a client used already, for another edit."""


class Session:
    """The documents of a workspace while they are edited; safe to use from several threads."""

    def __init__(self, root: Path) -> None:
        """Read the workspace, and what the journals have that its files do not."""
        self.root = root
        self.lock = threading.RLock()
        self.watchers: list[Callable[[Happened], None]] = []
        paths = document_paths(root)
        reads = {
            name: (stamp_of(path), read_file(path, kind_of(name), root))
            for name, path in paths.items()
        }
        past = read_past(root, {name: read.on_disk for name, (_, read) in reads.items()})
        self._numbers = past.numbers
        self._journal = Journal(root, not_before=past.last_at)
        self._files = Files(root, past, self._journal, self._tell)
        self.states: dict[str, State] = self._files.states
        self.conflicts: dict[str, Entry] = self._files.conflicts
        self._view = View(root)
        for name, (stamp, read) in reads.items():
            self._files.take(name, paths[name], stamp, read)
        self._files.recover(past.edits)

    def change(self, change: Change) -> Done:
        """Apply an edit and return when it is on disk; one that was sent before is not repeated.

        Raises OperationError where it does not fit, NotFoundError for another document, and
        RefusedError when the disk takes nothing; then nothing has changed.
        """
        with self.lock:
            return self._repeated(change) or self._change(change, ())

    def state(self, name: str) -> State:
        """Return a document that can be edited. Raises NotFoundError and RefusedError."""
        with self.lock:
            state = self.states.get(name)
            if state is None:
                raise NotFoundError(_UNKNOWN, name=name)
            if state.problem:
                problem = state.problem
                said = Phrase(nl=problem.message("nl"), en=problem.message("en"))
                raise RefusedError(_UNREADABLE, name=name, problem=said)
            return state

    def create(self, model: Framework | JobProfile) -> str:
        """Make a new document with a file, and return its name; a taken id gets a number.

        An id that was ever used in this workspace is taken, also by what was removed since.
        """
        with self.lock:
            folder = FRAMEWORKS if isinstance(model, Framework) else PROFILES
            used = {*document_paths(self.root), *self.states, *self._files.revisions}
            used |= {one.name for one in removed(self.root)}
            taken = {n.partition("/")[2].lower() for n in used if n.startswith(f"{folder}/")}
            identifier = slug(model.id, taken)
            data = {**document_data(model), "id": identifier}
            save_bytes(self.root / folder / f"{identifier}.json", canonical_json(data).encode())
            self._files.look()
        return f"{folder}/{identifier}"

    def delete(self, name: str) -> str:
        """Take a document away, and return the key with which `restore` brings it back.

        Raises NotFoundError, and RefusedError when its edits cannot be written to the file first.
        """
        with self.lock:
            state = self.states.get(name)
            if state is None:
                raise NotFoundError(_UNKNOWN, name=name)
            self.save()
            if not state.is_saved:
                raise RefusedError(_UNSAVED, name=name)
            key = put_away(self.root, state.path)
            self._files.look()
            return key

    def restore(self, key: str) -> str:
        """Bring a removed document back, and return its name.

        Raises NotFoundError where there is none, RefusedError where its place is taken.
        """
        with self.lock:
            name = bring_back(self.root, key)
            self._files.look()
            return name

    def removed(self) -> list[Removed]:
        """Return the documents that can be brought back, the last one first."""
        return list(removed(self.root))

    def save(self) -> list[str]:
        """Write every document that has edits to its file; return those that could not be written.

        A file that was changed by somebody else is merged first.
        """
        with self.lock:
            return self._files.save()

    def refresh(self) -> None:
        """Take in what was changed in the files by others: merged, new or gone."""
        with self.lock:
            self._files.look()

    def conflicts_of(self, name: str) -> list[Conflict]:
        """Return the conflicts of a document as they stand now, the oldest first."""
        with self.lock:
            state = self.states.get(name)
            data = state.data if state else {}
            found = [shown(one, data) for one in self.conflicts.values() if one["document"] == name]
        return sorted(found, key=lambda one: one.at)

    def choose(self, conflict: str, side: Side, *, client: str = "", number: int = 1) -> Done:
        """Let a document say what one side wants, as an ordinary change, and forget the conflict.

        Raises NotFoundError where the choice has been made, OperationError where there is no place
        for it any more, and what `change` raises. A choice sent again is not repeated.
        """
        with self.lock:
            client = client or f"conflict-{conflict}"
            known = self._numbers.find(client, number)
            if known is not None:
                return _answer(known)
            entry = self.conflicts.get(conflict)
            if entry is None:
                raise NotFoundError(_NO_CONFLICT, name=conflict)
            edit = choice(entry, side, self.state(entry["document"]).data)
            done = self._change(
                Change(client, number, entry["document"], edit),
                [{"kind": "resolved", "id": conflict}],
            )
            self._files.forget(conflict)
            return done

    def resolve(self, conflict: str) -> None:
        """Forget a conflict that somebody has chosen in. Raises RefusedError; then it stays."""
        with self.lock:
            if conflict in self.conflicts:
                self._journal.write({"kind": "resolved", "id": conflict})
                self._files.forget(conflict)

    def workspace(self) -> Workspace:
        """Return the workspace as it is now, edits included, for the check and the documents."""
        with self.lock:
            return self._view.workspace(self.states)

    def close(self) -> list[str]:
        """Write what is waiting, and let the journal go; return what could not be written."""
        with self.lock:
            unsaved = self._files.save()
            self._journal.close()
        return unsaved

    def _repeated(self, change: Change) -> Done | None:
        known = self._numbers.find(change.client, change.number)
        if known is None:
            return None
        if (known["document"], operation(known["edit"])) != (change.document, change.edit):
            raise NumberTakenError(_NUMBER_TAKEN, number=change.number)
        return _answer(known)

    def _change(self, change: Change, also: Iterable[Entry]) -> Done:
        refuse_unstorable(change.edit)
        state = self.state(change.document)
        applied = apply(state.data, change.edit)
        done = Done(change.document, state.revision + 1, applied.inverse)
        spot = self._journal.write(_entry(change, done), *also)[0]
        state.passed(spot, applied.data, done.revision)
        self._files.revisions[state.name] = done.revision
        self._numbers.note(change.client, change.number, spot)
        self._tell("edit", change.document, done.revision, change.client, change.edit)
        return done

    def _tell(
        self,
        kind: str,
        document: str,
        revision: int,
        client: str = "",
        edit: Operation | None = None,
    ) -> None:
        """Tell those who look on; one that fails takes nothing from the others, or from the edit."""
        for watcher in list(self.watchers):
            try:
                watcher(Happened(kind, document, revision, client, edit))
            except Exception:  # noqa: BLE001  (whatever it is, the edit stands)
                _LOG.exception("somebody who looks on failed")


def _entry(change: Change, done: Done) -> Entry:
    return {
        "kind": "edit",
        "document": change.document,
        "client": change.client,
        "number": change.number,
        "revision": done.revision,
        "edit": change.edit.model_dump(mode="json"),
        "inverse": done.inverse.model_dump(mode="json"),
    }


def _answer(entry: Entry) -> Done:
    inverse = operation(entry["inverse"])
    return Done(entry["document"], entry["revision"], inverse, is_repeated=True)
