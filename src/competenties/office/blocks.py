"""Blocks: what stands in a document, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from competenties.messages import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter of the document."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its style says what it is for.

    `lead` stands out, `level` heads a list, `intro` stays with what follows, `note` is small,
    `warning` cannot be missed.
    """

    text: str
    style: str = "normal"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where one of a few answers is chosen: a drop-down on screen, a line on paper.

    `unanswered` stands there until somebody chooses: the answers in short, to circle on paper.
    """

    options: tuple[str, ...]
    prompt: str = ""
    unanswered: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write; `lines` is the room on paper."""

    prompt: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Stack:
    """Several paragraphs and lists under each other in one cell."""

    parts: tuple[Paragraph | Bullets, ...]


Cell = str | Choice | Blank | Bullets | Stack


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with a value each, as the head of a form has them.

    `layout` is `table` (one label and its value a row), `pairs` (short ones side by side),
    `lines` (running text that begins with its label) or `room` (room to write under each label).
    """

    rows: tuple[tuple[str, Cell], ...]
    layout: str = "table"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; widths are shares of the page."""

    title: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A row over the whole width that begins a new part of a table; level 2 divides that part."""

    title: str
    text: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that repeats on every page; `about` is its alternative text."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    about: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Fields | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what it is called, what stands in it, and what stands under each page.

    `notice` stands above the title for whoever opens the file to fill it in; it is not printed.
    `made_on` dates the file; without it the file has no date of its own, so that the same
    content gives the same file.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    footer: str
    sheet: str
    organisation: str = ""
    notice: str = ""
    keywords: Sequence[str] = field(default_factory=tuple)
    made_on: date | None = None
