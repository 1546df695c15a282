"""An import in two steps: a plan that says what becomes what, and the model made from it.

Every format that reads makes the same kind of plan, so that terminal, editor and tests show and
correct every import in one way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from competenties.messages import Phrase
from competenties.office.tables import column_letters

Draft = dict[str, Any]
"""A framework or profile as its file holds it, but without ids: they are made when it is applied.

In a draft framework `cluster` of a competence, `parent` of a cluster and `scale` of a competence
are positions in the lists of the draft. In a draft profile `competence` of a requirement is a
position in the competences of the draft framework, or the id of a competence of another one.
"""

Path = tuple[str | int, ...]
"""The way to a field: "framework" or "profiles" first, then keys and positions in the draft."""

Confidence = Literal["chosen", "certain", "likely", "guess"]
CONFIDENCES: dict[Confidence, Phrase] = {
    "chosen": Phrase(nl="zelf gekozen", en="chosen"),
    "certain": Phrase(nl="zeker", en="certain"),
    "likely": Phrase(nl="waarschijnlijk", en="likely"),
    "guess": Phrase(nl="gok", en="guess"),
}


class Cell(NamedTuple):
    """A cell of the source; row and column from 1."""

    sheet: str
    row: int
    column: int

    @property
    def label(self) -> str:
        """The cell as a spreadsheet names it: C4."""
        return f"{column_letters(self.column)}{self.row}"


class Node(NamedTuple):
    """A value in a file that is no table: the way to it, and its line from 1 where that is known."""

    path: str
    line: int = 0

    @property
    def label(self) -> str:
        """The place as it is shown: CFItems/12/notes."""
        return self.path


Spot = Cell | Node
"""Where something stands in a source."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text of the plan comes from, and how sure it is that it belongs there."""

    cells: tuple[Spot, ...]
    confidence: Confidence = "certain"


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A column of the source and what its cells become; None where that was not understood."""

    header: Cell
    title: str
    becomes: Phrase | None
    confidence: Confidence = "certain"


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A filled cell that becomes no part of a framework or profile, and why.

    With `is_kept` its text goes along under `extra`; without, it stays in the source only.
    """

    cell: Spot
    text: str
    reason: Phrase
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody has to look at: a cell that was used, but perhaps otherwise than was meant."""

    cell: Spot
    text: Phrase


@dataclass(frozen=True)
class ImportPlan:
    """What becomes what, from which cell, how sure, and what is left over.

    Every filled cell of the source is the origin of something, the header of a column that was
    recognised, or a left-over.
    """

    source: str
    language: str
    framework: Draft | None = None
    profiles: tuple[Draft, ...] = ()
    origins: Mapping[Path, Origin] = field(default_factory=dict)
    columns: tuple[PlannedColumn, ...] = ()
    left_overs: tuple[LeftOver, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[Phrase, ...] = ()

    def used_cells(self) -> set[Spot]:
        """Return the cells that become something, headers of recognised columns among them."""
        texts: set[Spot] = {cell for origin in self.origins.values() for cell in origin.cells}
        return texts | {column.header for column in self.columns if column.becomes}

    def doubts(self) -> list[tuple[Path, Origin]]:
        """Return what is not certain, in the order of the drafts."""
        return [
            (path, one)
            for path, one in self.origins.items()
            if one.confidence in ("likely", "guess")
        ]
