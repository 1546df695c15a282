"""Builds the drafts of an import plan, and keeps from which cell each text came."""

import re
from typing import Any, NamedTuple

from competenties.formats.plan import (
    Cell,
    Confidence,
    Draft,
    ImportPlan,
    LeftOver,
    Note,
    Origin,
    Path,
    PlannedColumn,
)
from competenties.messages import Language, Phrase, Spoken
from competenties.office.clean import has_ink

_DIFFERS = Phrase(
    nl="wijkt af van wat in {cell} staat over hetzelfde onderdeel",
    en="differs from what stands in {cell} about the same item",
)
_NO_FRAMEWORK = Phrase(
    nl="hoort bij een competentiemodel, maar er zijn geen competenties gevonden",
    en="belongs to a framework, but no competences were found",
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")  # of a person; it does not belong in a framework
_ORDER: tuple[Confidence, ...] = ("guess", "likely", "certain", "chosen")


class Said(NamedTuple):
    """A text of the source: what it says, in which language, where, and how sure its place is."""

    text: str
    language: str
    cell: Cell
    confidence: Confidence = "certain"

    def says(self, text: str) -> "Said":
        """Return a part of the same cell."""
        return self._replace(text=text)

    def guessed(self) -> "Said":
        """Return the same, but less sure of its place."""
        return self._replace(confidence="guess")


class Texts(dict[str, str]):
    """A text in the languages found so far; it becomes a plain string where one will do."""


class Drafting:
    """The drafts while a source is read; `plan()` ends it."""

    def __init__(self, source: str, language: str) -> None:
        """Begin without anything; `language` is that of the framework."""
        self.source = source
        self.language = language
        self.reader: Language = "nl" if language == "nl" else "en"
        self.framework: Draft = {}
        self.profiles: list[Draft] = []
        self.columns: list[PlannedColumn] = []
        self.left_overs: list[LeftOver] = []
        self.notes: list[Note] = []
        self.remarks: list[Phrase] = []
        self._cells: dict[tuple[int, str], dict[Cell, None]] = {}
        self._left: set[Cell] = set()
        self._said: dict[Cell, Said] = {}  # every text that became something, by its cell
        self._confidences: dict[tuple[int, str], Confidence] = {}

    def put(self, node: Draft, key: str, said: Said) -> bool:
        """Put a text into a field, in its language; another text there already is left over.

        A part of a cell in which there is nothing to see is no text.
        """
        if not has_ink(said.text):
            return False
        texts = node.setdefault(key, Texts())
        here = texts.setdefault(said.language, said.text)
        if here != said.text:
            self._differs(node, key, said)
            return False
        self.mark(node, key, said)
        return True

    def put_value(self, node: Draft, key: str, value: Any, said: Said) -> bool:
        """Put a value that has no language into a field; another one there is left over."""
        if node.setdefault(key, value) != value:
            self._differs(node, key, said)
            return False
        self.mark(node, key, said)
        return True

    def add(self, node: Draft, key: str, value: Any, said: Said) -> None:
        """Add a value to a list, once."""
        values = node.setdefault(key, [])
        if value not in values:
            values.append(value)
        self.mark(node, key, said)

    def mark(self, node: Draft, key: str, said: Said) -> None:
        """Say that a field comes from a cell, as sure as the least sure of its cells."""
        self._said.setdefault(said.cell, said)
        place = (id(node), key)
        self._cells.setdefault(place, {})[said.cell] = None
        before = self._confidences.setdefault(place, said.confidence)
        if before != said.confidence:
            self._confidences[place] = min(said.confidence, before, key=_ORDER.index)

    def leave(self, said: Said, reason: Phrase, node: Draft | None, title: str) -> None:
        """Leave a text over; it is kept under `extra` of an item, or of the framework."""
        if _ADDRESS.search(said.text):
            self.drop(said, reason)
            return
        self._left.add(said.cell)
        self.left_overs.append(LeftOver(said.cell, said.text, reason))
        place = f"{said.cell.sheet}!{said.cell.label}"
        if node is None:
            self.framework.setdefault("extra", {}).setdefault("left-overs", {})[place] = said.text
            return
        extra = node.setdefault("extra", {})
        key = title if extra.get(title, said.text) == said.text else f"{title} ({place})"
        extra[key] = said.text

    def drop(self, said: Said, reason: Phrase) -> None:
        """Leave a text over that may not go along, such as the name of a person."""
        self._left.add(said.cell)
        self.left_overs.append(LeftOver(said.cell, said.text, reason, is_kept=False))

    def note(self, said: Said, text: Phrase, **values: Spoken) -> None:
        """Ask somebody to look at a cell that was used."""
        self.notes.append(Note(said.cell, text.filled(**values)))

    def is_settled(self, cell: Cell) -> bool:
        """Tell whether a cell has become something or was left over."""
        return cell in self._said or cell in self._left

    def plan(self) -> ImportPlan:
        """Return the plan, with every text in its final form."""
        origins: dict[Path, Origin] = {}
        has_competences = bool(self.framework.get("competences"))
        if not has_competences and self.profiles and "extra" in self.framework:
            self.profiles[0].setdefault("extra", {}).update(self.framework["extra"])
        profiles = tuple(
            self._finished(one, ("profiles", number), origins)
            for number, one in enumerate(self.profiles)
        )
        framework = None
        if has_competences:
            framework = self._finished(self.framework, ("framework",), origins)
        self._leave_what_came_to_nothing(origins)
        return ImportPlan(
            source=self.source,
            language=self.language,
            framework=framework,
            profiles=profiles,
            origins=origins,
            columns=tuple(self.columns),
            left_overs=tuple(self.left_overs),
            notes=tuple(self.notes),
            remarks=tuple(self.remarks),
        )

    def _leave_what_came_to_nothing(self, origins: dict[Path, Origin]) -> None:
        """Leave over what belongs to a framework that does not come, for want of competences."""
        used = {cell for origin in origins.values() for cell in origin.cells}
        for cell, said in self._said.items():
            if cell not in used:
                self.drop(said, _NO_FRAMEWORK)

    def _differs(self, node: Draft, key: str, said: Said) -> None:
        first = next(iter(self._cells.get((id(node), key), (said.cell,))))
        reason = _DIFFERS.filled(cell=f"{first.sheet}!{first.label}")
        self.leave(said, reason, node, key)

    def _finished(self, node: Any, path: Path, origins: dict[Path, Origin]) -> Any:
        if isinstance(node, Texts):
            return node[self.language] if set(node) == {self.language} else dict(node)
        if isinstance(node, list):
            return [self._finished(one, (*path, n), origins) for n, one in enumerate(node)]
        if not isinstance(node, dict):
            return node
        finished = {}
        for key, value in node.items():
            if key.startswith("_"):  # of the reader alone
                continue
            if cells := self._cells.get((id(node), key)):
                origins[(*path, key)] = Origin(tuple(cells), self._confidences[id(node), key])
            finished[key] = self._finished(value, (*path, key), origins)
        return finished
