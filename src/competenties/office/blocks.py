"""Blocks: what stands in a document, whatever file it becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from competenties.messages import Language
from competenties.office.house_style import PLAIN, HouseStyle


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
    `key` is how a filled file is read back; `values` are the numbers that the options count as,
    None for those that count for nothing.
    """

    options: tuple[str, ...]
    prompt: str = ""
    unanswered: str = ""
    key: str = ""
    values: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write; `lines` is the room on paper, `key` is how a filled file is read back.

    `text` stands there already, and can be changed.
    """

    prompt: str = ""
    lines: int = 1
    key: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, each before what it stands for; `key` is how a filled file is read back."""

    options: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A value that a workbook computes; elsewhere `shown` stands there.

    `text` is the formula as Excel stores it: English names, commas. `{name}` in it stands for the
    cells with the keys that `cells` has under that name: one, or all from the first to the last.
    `{name.options}` and `{name.values}` stand for the answers that can be chosen there, and for
    the numbers they count as. A formula that `is_array` looks at more than one cell at a time.
    """

    text: str
    cells: Mapping[str, tuple[str, ...]]
    shown: str | float = ""
    key: str = ""
    is_array: bool = False

    def __hash__(self) -> int:
        """Return a hash, in whatever order the cells are, so that rows can be remembered."""
        return hash((self.text, self.key, sum(map(hash, self.cells.values()))))


@dataclass(frozen=True, slots=True)
class Stack:
    """Several paragraphs and lists under each other in one cell."""

    parts: tuple[Paragraph | Bullets, ...]


Cell = str | Choice | Blank | Ticks | Formula | Bullets | Stack


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
    """A table with a header row that repeats on every page; `about` is its alternative text.

    One that `is_whole` stays on one page where it fits there, for rows that mean nothing apart.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    about: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: an SVG, and as PNG for programs that draw no SVG; sizes are centimetres.

    `about` says what is to be seen, to who does not see it; a workbook shows that instead.
    """

    svg: bytes
    png: bytes
    about: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, which lies on its side where `is_landscape`.

    As the first block of a document it says how the page with the title lies.
    """

    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document with their pages, down to a level."""

    title: str
    levels: int = 2


@dataclass(frozen=True, slots=True)
class Index:
    """Terms in alphabetical order; each leads to the page of a heading, by the heading's text."""

    entries: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Bullets | Fields | Table | Picture | PageBreak | Contents | Index


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook beside the first one; other files do not have it."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: what it is called, what stands in it, and what stands under each page.

    `notice` stands above the title for whoever opens the file to fill it in; it is not printed.
    `made_on` dates the file; without it the file has no date of its own, so that the same
    content gives the same file. `sheets` and `carried` are for workbooks: more sheets, and data
    on sheets that nobody sees, by the name of the sheet: the first as JSON, to which `cells` is
    added, where each key stands; others as names with a text each. `house` is the house style.
    `linked_data` is for web pages: what the document says, as JSON-LD. `version` is for templates:
    version and status of what the document is about, where its footer says them without a code.
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
    sheets: tuple[Sheet, ...] = ()
    carried: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    house: HouseStyle = PLAIN
    linked_data: Mapping[str, Any] = field(default_factory=dict)
    version: str = ""

    @property
    def begins_lying(self) -> bool:
        """Tell whether the page with the title lies on its side, as the first block then says."""
        return self.blocks[:1] == (PageBreak(is_landscape=True),)

    @property
    def after_beginning(self) -> tuple[Block, ...]:
        """What stands under the title: the blocks but the one that says how its page lies."""
        return self.blocks[1:] if self.begins_lying else self.blocks
