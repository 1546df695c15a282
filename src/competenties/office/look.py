"""How a document looks on paper: sizes and spaces, the one truth for Word, HTML and page counts.

Type has a fixed size: body and tables at least 10 points, small print 9, the footer 8. Nothing
here depends on how much text there is; what does not fit goes to the next page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from competenties.office.blocks import (
    Blank,
    Bullets,
    Cell,
    Choice,
    Fields,
    Formula,
    Group,
    Paragraph,
    Row,
    Stack,
    Table,
    Ticks,
)

FONT = "Calibri"
INK, ACCENT, GREY = "1F2A37", "1B4F72", "595959"
RULE, HAIRLINE, WARNING = "5B6773", "B9C1C9", "FCE8CF"

POINTS_PER_CENTIMETRE = 72 / 2.54
PAGE_WIDTH, PAGE_HEIGHT = 21.0, 29.7
"""Centimetres of A4."""

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN, FOOTER_MARGIN = 1.7, 1.6, 1.6, 0.8
"""Centimetres; the footer stands in the bottom margin, this far from the edge."""

TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
TEXT_HEIGHT = PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN

LABEL_SHARE = 0.13
PAIR_SHARES = (0.185, 0.325, 0.185, 0.305)
FORM_LABEL_SHARE = 0.3

LINE_SPACING = 0.88
"""Of what the font asks for itself, which is wide (1.22 times its size)."""

FEW = 8
"""Rows of labels that stay on one page together."""

MOST_KEPT = 1000
"""Characters over the whole width; a longer row may break, or it leaves a hole."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs: sizes in points, indents in centimetres.

    `next` keeps it on one page with what follows.
    """

    size: float = 10
    before: float = 0
    after: float = 0
    bold: bool = False
    next: bool = False
    indent: float = 0
    colour: str = INK
    base: str = "Normal"


STYLES: dict[str, Style] = {
    "Normal": Style(after=3),
    "Title": Style(17, after=2, bold=True, next=True, colour=ACCENT),
    "Heading 1": Style(11.5, before=4.5, after=1, bold=True, next=True, colour=ACCENT),
    "Heading 2": Style(10.5, before=5, after=2, bold=True, next=True, colour=ACCENT),
    "Heading 3": Style(10, before=4, after=2, bold=True, next=True, colour=ACCENT),
    "Notice": Style(9, after=6, colour=GREY),
    "Lead": Style(10.5, after=3),
    "Intro": Style(after=3, next=True),
    "Level": Style(after=2, bold=True, next=True),
    "Note": Style(9, before=2, after=3),
    "Warning": Style(after=4, bold=True),
    "Label Line": Style(after=1),
    "List Bullet": Style(after=1, indent=0.4),
    "Table Text": Style(),
    "Table Label": Style(bold=True, base="Table Text"),
    "Table Header": Style(bold=True, next=True, base="Table Text"),
    "Table Strong": Style(bold=True, base="Table Text"),
    "Table Group": Style(bold=True, colour=ACCENT, base="Table Text"),
    "Table Note": Style(9, base="Table Text"),
    "Table Bullet": Style(indent=0.35, base="List Bullet"),
    "Between Tables": Style(1),
}
"""Every style by the name that Word shows for it."""

PARAGRAPHS = {
    "lead": "Lead",
    "intro": "Intro",
    "level": "Level",
    "note": "Note",
    "warning": "Warning",
}
IN_CELL = {"group": "Table Group", "level": "Table Strong", "note": "Table Note"}

FOOTER_SIZE = 8.0
BETWEEN_TABLES = 5.0
"""Points of the paragraph that Word wants between two tables."""

AFTER_TABLE = 3.0
"""Points above text that follows a table."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines of a table (`grid`, `rows` or none) and its room in points; below as above."""

    lines: str
    above: float
    left: float
    right: float


READ = Frame(lines="rows", above=0.8, left=0, right=6)
"""A table to read: only lines between its rows, so that its text stands under the headings."""

LABELS = Frame(lines="", above=0.5, left=0, right=6)
"""Labels with values need no lines: the labels are bold."""

FILLED_IN = Frame(lines="grid", above=3.2, left=5, right=5)
"""A table to fill in has boxes with room for a pen."""

FRAMES = {"Reading Table": READ, "Label Table": LABELS, "Form Table": FILLED_IN}
"""Every frame by the name of its style of tables."""

BOX = "\N{BALLOT BOX}\N{NO-BREAK SPACE}"
"""Before what can be ticked."""

LINE = 0.5
"""Points of the lines of a table."""


def frame_of(block: Table | Fields) -> Frame:
    """Return the frame of a table or of labels: boxes where somebody fills something in."""
    if isinstance(block, Fields):
        cells: Sequence[Cell] = [value for _, value in block.rows]
    else:
        cells = [cell for row in block.rows if isinstance(row, Row) for cell in row.cells]
    if any(isinstance(cell, Blank | Choice | Ticks) for cell in cells):
        return FILLED_IN
    return READ if isinstance(block, Table) else LABELS


def is_rated(table: Table) -> bool:
    """Tell whether answers are chosen in a table, so that nobody may change what is answered."""
    rows = (row for row in table.rows if isinstance(row, Row))
    return any(isinstance(cell, Choice) for row in rows for cell in row.cells)


def shares_of(block: Table | Fields) -> tuple[float, ...]:
    """Return the shares of the width that the columns of a table or of labels have."""
    if isinstance(block, Table):
        total = sum(column.width for column in block.columns)
        return tuple(column.width / total for column in block.columns)
    if block.layout == "pairs":
        return PAIR_SHARES
    if block.layout == "room":
        return (1.0,)
    label = FORM_LABEL_SHARE if frame_of(block) is FILLED_IN else LABEL_SHARE
    return label, 1 - label


LabelledRow = tuple[tuple[str, Cell], ...]


def rows_of(block: Fields) -> list[LabelledRow]:
    """Return labels as rows: one each, or two side by side where both are short enough."""
    if block.layout != "pairs":
        return [(field,) for field in block.rows]
    rows: list[LabelledRow] = []
    for field in block.rows:
        before = rows[-1] if rows else ()
        if len(before) == 1 and _fits_beside(before[0]) and _fits_beside(field):
            rows[-1] = (before[0], field)
        else:
            rows.append((field,))
    return rows


_MOST_BESIDE = 60  # characters on two lines of half the width


def _fits_beside(field: tuple[str, Cell]) -> bool:
    value = field[1]
    return isinstance(value, str) and len(value) <= _MOST_BESIDE and "\n" not in value


def is_short(cells: Sequence[Cell], shares: Sequence[float]) -> bool:
    """Tell whether a row takes so little of a page that it can be kept in one piece."""
    return all(
        len(text_of(cell)) <= MOST_KEPT * share for cell, share in zip(cells, shares, strict=True)
    )


def stays_whole(block: Fields) -> bool:
    """Tell whether labels are so few and short that they stay on one page together."""
    rows = rows_of(block)
    return len(rows) <= FEW and all(is_short(cells_of(row), row_shares(block, row)) for row in rows)


def row_shares(block: Fields, row: LabelledRow) -> tuple[float, ...]:
    """Return the shares of one row: a label alone has the rest of the width for its value."""
    shares = shares_of(block)
    if block.layout == "room":
        return (1.0, 1.0)
    return shares if len(shares) == 2 * len(row) else (shares[0], 1 - shares[0])


def cells_of(row: LabelledRow) -> tuple[Cell, ...]:
    """Return labels and values as the cells of one row."""
    return tuple(cell for field in row for cell in field)


def text_of(cell: Cell) -> str:
    """Return the text that a cell shows, line by line."""
    match cell:
        case str():
            return cell
        case Bullets() | Stack() | Ticks():
            return "\n".join(text for text, _ in lines_of(cell, ""))
        case Choice():
            return cell.unanswered or " / ".join(cell.options)
        case Blank():
            return cell.text or "\n" * (cell.lines - 1)
        case Formula():
            return f"{cell.shown}"


def group_of(group: Group) -> Stack:
    """Return the head of a part of a table as what stands in its cell."""
    title = Paragraph(group.title, "group" if group.level == 1 else "level")
    return Stack((title, Paragraph(group.text)) if group.text else (title,))


def lines_of(value: Cell | Paragraph, style: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a cell, each with the name of its style; there is at least one."""
    match value:
        case Paragraph():
            return [(value.text, IN_CELL.get(value.style, style))]
        case Bullets():
            return [(item, "Table Bullet") for item in value.items] or [("", style)]
        case Ticks():
            return [(f"{BOX}{option}", style) for option in value.options] or [("", style)]
        case Stack():
            return [line for part in value.parts for line in lines_of(part, style)] or [("", style)]
        case str() | Blank() | Choice() | Formula():
            return [(text_of(value), style)]
