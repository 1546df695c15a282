"""One document while it is edited: as it is now, and its file as it was when they were the same."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from competenties.findings import Finding, Place
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.operations import Operation, OperationError, apply
from competenties.workspace import problems
from competenties.workspace.documents import DocumentKind, document_data
from competenties.workspace.files import content_hash, read_bytes
from competenties.workspace.gate import shipped_gate
from competenties.workspace.journal import Spot
from competenties.workspace.json_text import parse
from competenties.workspace.labels import found_phrase
from competenties.workspace.past import Holds, Told
from competenties.workspace.upgrades import upgraded
from competenties.workspace.workspace import FRAMEWORKS, PROFILES, document_files

KINDS: dict[str, DocumentKind] = {FRAMEWORKS: "framework", PROFILES: "profile"}

Data = dict[str, Any]


class FileRead(NamedTuple):
    """What a file says: its data without what is said by leaving it out, and its hash."""

    data: Data
    on_disk: str | None
    problem: Finding | None = None


class Passed(NamedTuple):
    """What a document once was, what it held then, and the edits of others that made it so."""

    holds: Holds
    data: Data
    merged: Sequence[Operation] = ()


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
    """Time and size of the file, by which a change is suspected; None looks again."""
    is_known: bool = True
    """Whether the file could ever be read; until then there is nothing to merge with."""
    waiting: list[Told] = field(default_factory=list)
    """Edits of before, for when the file can be read again."""
    holds: Holds = field(default_factory=dict)
    """Which edits of which journal are in the data."""
    noted: Holds = field(default_factory=dict)
    """Which of them a journal says to be in the file."""
    line: list[Passed] = field(default_factory=list)
    """What the data were since the file was last written, with what they held then."""

    @property
    def is_saved(self) -> bool:
        """Tell whether the file says what the document says."""
        return not self.waiting and (self.data is self.base or self.data == self.base)

    def passed(self, spot: Spot, data: Data, revision: int) -> None:
        """Go on to other data, by an edit that stands in a journal."""
        self.data, self.revision = data, revision
        self.holds = {**self.holds, spot.journal: spot.line}
        self.line.append(Passed(self.holds, data))

    def base_for(self, held: Mapping[str, int]) -> Data:
        """Return what a file of others goes on from.

        That is our own last data that it holds whole, with what was merged since; else the file
        as it was.
        """
        for place in range(len(self.line) - 1, -1, -1):
            passed = self.line[place]
            if all(held.get(journal, -1) >= line for journal, line in passed.holds.items()):
                return _with_merged(passed.data, self.line[place + 1 :])
        return self.base


def _with_merged(data: Data, since: Sequence[Passed]) -> Data:
    for edit in (one for passed in since for one in passed.merged):
        with contextlib.suppress(OperationError):
            data = apply(data, edit).data
    return data


def kind_of(name: str) -> DocumentKind:
    """Return what kind of document has a name."""
    return KINDS[name.partition("/")[0]]


def document_paths(root: Path) -> dict[str, Path]:
    """Return the files of all documents by their names: the folder and the id."""
    return {
        f"{folder}/{path.stem}": path for folder in KINDS for path in document_files(root / folder)
    }


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return the time and size of a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def read_file(
    path: Path, kind: DocumentKind, root: Path, known: FileRead | None = None
) -> FileRead:
    """Return what a file says now; `known` is what is returned when its bytes are still those."""
    raw, refusals = read_bytes(path, root)
    if refusals:
        return FileRead({}, None, refusals[0])
    on_disk = content_hash(raw)
    if known is not None and known.on_disk == on_disk:
        return known
    data, _, findings = parse(raw)
    if not findings and not isinstance(data, dict):
        findings = [Finding(problems.NOT_AN_OBJECT, Place(line=1), {"found": found_phrase(data)})]
    if not findings:
        data, findings = upgraded(data, kind)
    if findings:
        return FileRead({}, on_disk, findings[0])
    return FileRead(_normal(data, kind), on_disk)


def _normal(data: Data, kind: DocumentKind) -> Data:
    """Return data without what is said by leaving it out; those of a draft are as they are."""
    if not shipped_gate(kind).validator.is_valid(data):
        return data
    content = {name: value for name, value in data.items() if name != "$schema"}
    model = Framework if kind == "framework" else JobProfile
    return document_data(model.model_validate(content))
