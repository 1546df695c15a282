"""How many lines blocks take on a page of some width, so that cards and tables are put where they fit."""

from collections.abc import Iterable, Iterator

from competenties.office import look
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.office.glyphs import line_count, widening
from competenties.office.house_style import HouseStyle
from competenties.office.pages import line_height

LANDSCAPE_WIDTH = look.text_width(is_landscape=True)
"""Centimetres of text on a page that lies on its side."""

_LINE = line_height(look.STYLES["Normal"].size)
_SAFE = 0.97  # of the width: letters of another font may be a little wider
_SPARE = 2.0  # lines that stay empty, since another program may need a little more


def lines_on_page(house: HouseStyle, *, is_landscape: bool = False) -> float:
    """Return how many lines of ordinary text a page has room for, under the header of a house."""
    height = look.text_height(house, is_landscape=is_landscape)
    return height * look.POINTS_PER_CENTIMETRE / _LINE - _SPARE


def lines_of_blocks(
    blocks: Iterable[Block], house: HouseStyle, width: float = look.TEXT_WIDTH
) -> float:
    """Return how many lines of ordinary text blocks take, in a width in centimetres."""
    wider = max(1.0, widening(house.font))
    points = width * look.POINTS_PER_CENTIMETRE * _SAFE / wider
    return sum(_height(block, points) for block in blocks) / _LINE


def _height(block: Block, width: float) -> float:
    match block:
        case Fields() if block.layout != "lines":
            return _fields(block, width)
        case Table():
            return _table(block, width)
    return sum(_text(text, style, width) for text, style in _texts(block))


def _texts(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the texts over the whole width of the page, each with the name of its style."""
    match block:
        case Heading():
            yield block.text, f"Heading {block.level}"
        case Paragraph():
            yield block.text, look.PARAGRAPHS.get(block.style, "Normal")
        case Bullets():
            yield from ((item, "List Bullet") for item in block.items)
        case Fields():
            for label, value in block.rows:
                yield f"{label}: {look.text_of(value)}", "Label Line"


def _text(text: str, name: str, width: float) -> float:
    style = look.STYLES[name]
    room = width - style.indent * look.POINTS_PER_CENTIMETRE
    lines = line_count(text, room, style.size, bold=style.bold)
    return lines * line_height(style.size) + style.before + style.after


def _fields(block: Fields, width: float) -> float:
    frame = look.frame_of(block)
    height = 0.0
    for row in look.rows_of(block):
        cells = zip(look.cells_of(row), look.row_shares(block, row), strict=True)
        heights = [_cell(cell, width * share - frame.left - frame.right) for cell, share in cells]
        height += sum(heights) if block.layout == "room" else max(heights)
        height += 2 * frame.above
    return height + look.AFTER_TABLE


def _table(block: Table, width: float) -> float:
    frame, shares = look.frame_of(block), look.shares_of(block)
    titles = Row(tuple(column.title for column in block.columns))
    height = 0.0
    for row in (titles, *block.rows):
        if isinstance(row, Group):
            height += _cell(look.group_of(row), width - frame.left - frame.right)
        else:
            rooms = (width * share - frame.left - frame.right for share in shares)
            height += max(map(_cell, row.cells, rooms), default=0.0)
        height += 2 * frame.above + look.LINE
    return height + look.AFTER_TABLE


def _cell(cell: Cell, width: float) -> float:
    return sum(_text(text, name, width) for text, name in look.lines_of(cell, "Table Text"))
