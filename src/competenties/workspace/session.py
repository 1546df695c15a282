"""A workspace that is being edited: its documents as they are now, safe in a journal at each edit.

The journal comes first: an edit is on disk before it is confirmed. The files are snapshots, written
soon after. A file that somebody else changed is merged field by field; what cannot be merged is
kept beside it until somebody chooses.
"""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from competenties.findings import Finding, NotFoundError, RefusedError
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.model.profile import JobProfile
from competenties.operations import (
    ChangedError,
    Operation,
    OperationError,
    apply,
    differences,
    is_done,
    operation,
)
from competenties.workspace.documents import (
    Document,
    DocumentKind,
    as_written,
    document_data,
    document_of,
    read_framework,
    read_profile,
)
from competenties.workspace.files import content_hash, save_bytes
from competenties.workspace.journal import Edit, Entry, Journal, Past, read_past
from competenties.workspace.json_text import canonical_json
from competenties.workspace.settings import SETTINGS_FILE, SettingsRead, read_settings
from competenties.workspace.workspace import (
    FRAMEWORKS,
    PROFILES,
    Workspace,
    document_files,
    skipped,
)

_UNKNOWN = Phrase(nl="{name} staat niet in deze werkmap.", en="{name} is not in this workspace.")
_UNREADABLE = Phrase(
    nl="{name} kan niet gelezen worden en dus niet bewerkt: {problem}",
    en="{name} cannot be read, and so not edited: {problem}",
)
_FOLDERS: dict[str, DocumentKind] = {FRAMEWORKS: "framework", PROFILES: "profile"}

Data = dict[str, Any]


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


@dataclass
class State:
    """One document as it is now, beside the file as it was when they were last the same."""

    name: str
    kind: DocumentKind
    path: Path
    data: Data
    base: Data
    on_disk: str | None
    revision: int = 0
    problem: Finding | None = None
    """Why the file cannot be read; then nothing is edited and nothing is written."""
    stamp: tuple[int, int] | None = None
    """Time and size of the file, by which a change is suspected."""

    @property
    def is_saved(self) -> bool:
        """Tell whether the file says what the document says."""
        return self.data is self.base or self.data == self.base


class Session:
    """The documents of a workspace while they are edited; safe to use from several threads."""

    def __init__(self, root: Path) -> None:
        """Read the workspace, and what the journals have that its files do not."""
        self.root = root
        self.lock = threading.RLock()
        self.states: dict[str, State] = {}
        self.watchers: list[Callable[[Happened], None]] = []
        self._journal = Journal(root)
        self._settings = _Settings(root)
        self._documents: dict[str, tuple[Data, Document[Framework] | Document[JobProfile]]] = {}
        past = read_past(root)
        self.conflicts = past.conflicts
        self._revisions = past.revisions
        self._done = past.done
        for name in _names(root):
            self._open(name)
        self._recover(past)

    def change(self, change: Change) -> Done:
        """Apply an edit and return when it is on disk; one that was sent before is not repeated.

        Raises OperationError where it does not fit, NotFoundError for another document, and
        RefusedError when the disk takes nothing; then nothing has changed.
        """
        with self.lock:
            known = self._done.get((change.client, change.number))
            if known is not None:
                return _repeated(known)
            state = self.state(change.document)
            applied = apply(state.data, change.edit)
            done = Done(change.document, state.revision + 1, applied.inverse)
            entry = _entry(change, done)
            self._journal.write(entry)
            state.data, state.revision = applied.data, done.revision
            self._done[(change.client, change.number)] = entry
        self._tell(Happened("edit", change.document, done.revision, change.client, change.edit))
        return done

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
        """Make a new document with a file, and return its name; a taken id gets a number."""
        with self.lock:
            folder = FRAMEWORKS if isinstance(model, Framework) else PROFILES
            taken = [name.partition("/")[2] for name in self.states if name.startswith(folder)]
            identifier = slug(model.id, taken)
            data = {**document_data(model), "id": identifier}
            path = self.root / folder / f"{identifier}.json"
            content = canonical_json(data).encode()
            save_bytes(path, content)
            name = f"{folder}/{identifier}"
            self._open(name)
        self._tell(Happened("documents", name, 0))
        return name

    def save(self) -> list[str]:
        """Write every document that has edits to its file; return those that could not be written.

        A file that was changed by somebody else is merged first.
        """
        with self.lock:
            self.refresh()
            waiting = [one for one in self.states.values() if not one.is_saved]
            return [one.name for one in waiting if one.problem or not self._write(one)]

    def refresh(self) -> None:
        """Take in what was changed in the files by others: merged, new or gone."""
        with self.lock:
            names = set(_names(self.root))
            for name in sorted(names - self.states.keys()):
                self._open(name)
                self._tell(Happened("documents", name, 0))
            for state in list(self.states.values()):
                if state.name in names:
                    self._merge_file(state)
                elif state.is_saved:
                    del self.states[state.name]
                    self._tell(Happened("documents", state.name, 0))
                else:
                    state.on_disk = None

    def resolve(self, conflict: str) -> None:
        """Forget a conflict that somebody has chosen in."""
        with self.lock:
            if self.conflicts.pop(conflict, None) is not None:
                self._journal.write({"kind": "resolved", "id": conflict, "at": time.time()})
        self._tell(Happened("conflict", "", 0))

    def workspace(self) -> Workspace:
        """Return the workspace as it is now, edits included, for the check and the documents."""
        with self.lock:
            read, findings = self._settings.read()
            ordered = sorted(self.states.values(), key=lambda one: one.name)
            frameworks = [self._document(one) for one in ordered if one.kind == "framework"]
            profiles = [self._document(one) for one in ordered if one.kind == "profile"]
        return Workspace(
            root=self.root,
            settings=read.settings,
            findings=findings,
            frameworks=tuple(cast("list[Document[Framework]]", frameworks)),
            profiles=tuple(cast("list[Document[JobProfile]]", profiles)),
        )

    def close(self) -> list[str]:
        """Write what is waiting, and let the journal go; return what could not be written."""
        unsaved = self.save()
        with self.lock:
            self._journal.close()
        return unsaved

    def _open(self, name: str) -> None:
        folder, _, identifier = name.partition("/")
        path, kind = self.root / folder / f"{identifier}.json", _FOLDERS[folder]
        read = _read(path, kind, self.root)
        data = _normal(read)
        state = State(name, kind, path, data, data, read.on_disk, self._revisions.get(name, 0))
        state.problem, state.stamp = _problem(read), _stamp(path)
        self.states[name] = state

    def _document(self, state: State) -> Document[Framework] | Document[JobProfile]:
        """Return a document as it is now; made again only when it has changed."""
        known = self._documents.get(state.name)
        if known and known[0] is state.data:
            return known[1]
        read, _ = self._settings.read()
        house = read.framework_house if state.kind == "framework" else read.profile_house
        made = document_of(state.kind, state.data, state.path, self.root, house)
        if state.problem:
            made = replace(made, model=None, findings=(state.problem,))
        self._documents[state.name] = (state.data, made)
        return made

    def _write(self, state: State) -> bool:
        """Write a document to its file; False when that cannot be done now."""
        content = canonical_json(as_written(state.data, state.kind)).encode()
        written = {"document": state.name, "revision": state.revision, "at": time.time()}
        hashed = content_hash(content)
        try:
            self._journal.write({"kind": "saving", **written, "hash": hashed})
            save_bytes(state.path, content, replaces=state.on_disk)
            self._journal.write({"kind": "saved", **written})
        except RefusedError:
            return False
        state.on_disk, state.base, state.stamp = hashed, state.data, _stamp(state.path)
        return True

    def _merge_file(self, state: State) -> None:
        """Take in what somebody else wrote to a file."""
        stamp = _stamp(state.path)
        if stamp == state.stamp:
            return
        read = _read(state.path, state.kind, self.root)
        state.stamp, state.problem = stamp, _problem(read)
        if read.on_disk == state.on_disk or state.problem:
            return
        theirs = _normal(read)
        for edit in differences(state.base, theirs):
            try:
                state.data = apply(state.data, edit).data
            except OperationError as error:
                self._keep(state.name, edit, error)
                continue
            state.revision += 1
            self._tell(Happened("edit", state.name, state.revision, "", edit))
        state.base, state.on_disk = theirs, read.on_disk

    def _recover(self, past: Past) -> None:
        """Apply the edits that no file has, and write the files."""
        found = [one for one in past.edits if not self._is_in_the_file(one, past)]
        for one in found:
            self._apply_again(one)
        if past.edits and not self.save():
            lines: dict[str, list[int]] = {}
            for one in past.edits:
                lines.setdefault(one.journal, []).append(one.line)
            now = time.time()
            self._journal.write(
                *({"kind": "taken", "journal": k, "lines": v, "at": now} for k, v in lines.items())
            )

    def _is_in_the_file(self, one: Edit, past: Past) -> bool:
        """Tell whether a file was written with this edit in it, though its journal does not say so."""
        state = self.states.get(one.data["document"])
        if state is None or state.on_disk is None:
            return False
        written = past.writings.get((one.journal, state.name, state.on_disk))
        return written is not None and written >= one.data["revision"]

    def _apply_again(self, one: Edit) -> None:
        name, edit = one.data["document"], operation(one.data["edit"])
        state = self.states.get(name)
        if state is None or state.problem:
            self._keep(name, edit, None)
            return
        try:
            state.data = apply(state.data, edit).data
        except OperationError as error:
            if not is_done(state.data, edit):
                self._keep(name, edit, error)

    def _keep(self, name: str, edit: Operation, error: OperationError | None) -> None:
        """Keep an edit that could not be merged, until somebody chooses."""
        identifier = secrets.token_hex(8)
        entry: Entry = {
            "kind": "conflict",
            "id": identifier,
            "document": name,
            "edit": edit.model_dump(mode="json"),
            "now": error.theirs if isinstance(error, ChangedError) else None,
            "at": time.time(),
        }
        self._journal.write(entry)
        self.conflicts[identifier] = entry
        self._tell(Happened("conflict", name, 0))

    def _tell(self, happened: Happened) -> None:
        for watcher in list(self.watchers):
            watcher(happened)


class _Settings:
    """The settings of a workspace; read again when their file has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamp: tuple[int, int] | None = None
        self._known: tuple[SettingsRead, tuple[Finding, ...]] | None = None

    def read(self) -> tuple[SettingsRead, tuple[Finding, ...]]:
        stamp = _stamp(self._root / SETTINGS_FILE)
        if self._known is None or stamp != self._stamp:
            read = read_settings(self._root)
            self._known, self._stamp = (read, (*read.findings, *skipped(self._root))), stamp
        return self._known


def _names(root: Path) -> list[str]:
    """Return the names of all documents: the folder and the id."""
    return [
        f"{folder}/{path.stem}" for folder in _FOLDERS for path in document_files(root / folder)
    ]


def _read(path: Path, kind: DocumentKind, root: Path) -> Document[Framework] | Document[JobProfile]:
    return read_framework(path, root=root) if kind == "framework" else read_profile(path, root=root)


def _normal(read: Document[Framework] | Document[JobProfile]) -> Data:
    """Return the data of a file without what is said by leaving it out."""
    if read.whole and read.model is not None:
        return document_data(read.model)
    return read.data if isinstance(read.data, dict) else {}


def _problem(read: Document[Framework] | Document[JobProfile]) -> Finding | None:
    return None if read.model is not None or not read.findings else read.findings[0]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _entry(change: Change, done: Done) -> Entry:
    return {
        "kind": "edit",
        "document": change.document,
        "client": change.client,
        "number": change.number,
        "revision": done.revision,
        "at": time.time(),
        "edit": change.edit.model_dump(mode="json"),
        "inverse": done.inverse.model_dump(mode="json"),
    }


def _repeated(entry: Entry) -> Done:
    inverse = operation(entry["inverse"])
    return Done(entry["document"], entry["revision"], inverse, is_repeated=True)
