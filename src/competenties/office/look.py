"""How a document looks on paper: sizes and spaces, the one truth for Word, HTML and page counts.

Type has a fixed size: body and tables at least 10 points, small print 9, the footer 8. Nothing
here depends on how much text there is; what does not fit goes to the next page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from competenties.office.blocks import (
    Blank,
    Bullets,
    Cell,
    Choice,
    Fields,
    Formula,
    Group,
    Paragraph,
    Picture,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.house_style import PLAIN, HouseStyle

FONT = PLAIN.font
INK, ACCENT, GREY = PLAIN.ink, PLAIN.accent, "595959"
RULE, HAIRLINE, WARNING = "5B6773", "B9C1C9", "FCE8CF"

POINTS_PER_CENTIMETRE = 72 / 2.54
PAGE_WIDTH, PAGE_HEIGHT = 21.0, 29.7
"""Centimetres of A4."""

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN, FOOTER_MARGIN = 1.7, 1.6, 1.6, 0.8
"""Centimetres; the footer stands in the bottom margin, this far from the edge."""

TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
TEXT_HEIGHT = PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN
"""Centimetres of text on a page that stands upright, without a header."""

UNDER_HEADER = 0.3
"""Centimetres between the header and the text."""

MOST_OF_LOGO = (6.0, 1.8)
"""Centimetres of the width and the height that a logo may take above every page."""

LABEL_SHARE = 0.13
PAIR_SHARES = (0.195, 0.315, 0.195, 0.295)
FORM_LABEL_SHARE = 0.3

LINE_SPACING = 0.88
"""Of what Calibri asks for itself, which is wide (1.22 times its size)."""

OTHER_SPACING = 0.95
"""Of what another font asks for itself, so that lines stand about as far apart."""

FEW = 8
"""Rows of labels that stay on one page together."""

MOST_OF_PAGE = 0.9
"""Of the height of a page, for a picture: what introduces it has to stand above it."""

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
    font: str = FONT
    spacing: float = LINE_SPACING


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
    "Picture": Style(1, before=4, after=4),
    "TOC Heading": Style(11.5, before=4.5, after=2, bold=True, next=True, colour=ACCENT),
    "toc 1": Style(after=1, before=3, bold=True),
    "toc 2": Style(after=1),
    "toc 3": Style(after=1),
    "index 1": Style(after=1),
}
"""Every style by the name that Word has for it, in the house style of nobody."""

HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading")
"""The styles that have the font of headings."""

TOC_INDENT = 0.5
"""Centimetres that a level stands further in than the one above it, in a table of contents."""

INDEX_COLUMNS, INDEX_GAP = 2, 1.0
"""Columns of an index, and the centimetres between them."""

PARAGRAPHS = {
    "lead": "Lead",
    "intro": "Intro",
    "level": "Level",
    "note": "Note",
    "warning": "Warning",
}
IN_CELL = {"group": "Table Group", "level": "Table Strong", "note": "Table Note"}

FOOTER_SIZE = 8.0
_HEADER_LINE = 1.3 * FOOTER_SIZE  # points
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


@lru_cache(maxsize=64)
def styles(house: HouseStyle) -> dict[str, Style]:
    """Return every style by its name, with the colours and fonts of a house style."""
    return {name: in_house(style, house, name) for name, style in STYLES.items()}


def in_house(style: Style, house: HouseStyle, name: str = "") -> Style:
    """Return a style with the colours and fonts of a house; its name says whether it is a heading."""
    colours = {ACCENT: house.accent, INK: house.ink}
    font = (house.heading_font or house.font) if name in HEADINGS else house.font
    spacing = LINE_SPACING if font in (FONT, "Carlito") else OTHER_SPACING
    colour = colours.get(style.colour, style.colour)
    return replace(style, colour=colour, font=font, spacing=spacing)


def text_width(*, is_landscape: bool = False) -> float:
    """Return how many centimetres wide text is on a page."""
    return (PAGE_HEIGHT if is_landscape else PAGE_WIDTH) - 2 * SIDE_MARGIN


def text_height(house: HouseStyle = PLAIN, *, is_landscape: bool = False) -> float:
    """Return how many centimetres of text there are on a page, under the header of a house."""
    return (PAGE_WIDTH if is_landscape else PAGE_HEIGHT) - top_margin(house) - BOTTOM_MARGIN


def top_margin(house: HouseStyle) -> float:
    """Return the centimetres above the text, in which a header has its room."""
    if house.logo is None and not house.header:
        return TOP_MARGIN
    lines = len(house.header.splitlines())
    high = max(lines * _HEADER_LINE / POINTS_PER_CENTIMETRE, logo_size(house)[1])
    return max(TOP_MARGIN, FOOTER_MARGIN + high + UNDER_HEADER)


def logo_size(house: HouseStyle) -> tuple[float, float]:
    """Return the width and height of the logo in centimetres; one that is too large is smaller."""
    logo = house.logo
    if logo is None:
        return 0.0, 0.0
    wide, high = MOST_OF_LOGO
    room = min(1.0, wide / logo.width, high / logo.height)
    return logo.width * room, logo.height * room


def frame_of(block: Table | Fields) -> Frame:
    """Return the frame of a table or of labels: boxes where somebody fills something in."""
    if not _kinds_of(block).isdisjoint(_WRITTEN):
        return FILLED_IN
    return READ if isinstance(block, Table) else LABELS


_WRITTEN = (Blank, Choice, Ticks)


def _kinds_of(block: Table | Fields) -> set[type]:
    """Return which kinds of cells a block has."""
    if isinstance(block, Fields):
        return {type(value) for _, value in block.rows}
    return {type(cell) for row in block.rows if isinstance(row, Row) for cell in row.cells}


def picture_size(
    picture: Picture, width: float = TEXT_WIDTH, height: float = TEXT_HEIGHT
) -> tuple[float, float]:
    """Return the width and height of a picture in centimetres; one too large for a page is smaller.

    `width` and `height` are those of the text of the page.
    """
    room = min(1.0, width / picture.width, MOST_OF_PAGE * height / picture.height)
    return picture.width * room, picture.height * room


def is_rated(table: Table) -> bool:
    """Tell whether answers are chosen in a table, so that nobody may change what is answered."""
    return Choice in _kinds_of(table)


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


def is_short_text(lines: Sequence[tuple[str, str]], share: float) -> bool:
    """Tell whether the paragraphs of a cell take so little of a page that it stays in one piece."""
    return sum([len(text) + 1 for text, _ in lines]) - 1 <= MOST_KEPT * share


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
        case Stack():
            return [line for part in value.parts for line in lines_of(part, style)] or [("", style)]
        case Ticks():
            return [(f"{BOX}{option}", style) for option in value.options] or [("", style)]
        case str() | Blank() | Choice() | Formula():
            return [(text_of(value), style)]
