"""How much room a document takes on paper, counted from its blocks before any program opens it.

The sizes are those of `look`, the widths those of `glyphs`. Whoever opens the file in another
program may get a line more or less; a document that is near the end of a page can go either way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from competenties.office import look
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Contents,
    Document,
    Fields,
    Group,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Picture,
    Table,
)
from competenties.office.glyphs import line_count, widening

_FONT_LINE = 1.2207  # of the size of Calibri: ascent, descent and gap
_HEIGHT = look.TEXT_HEIGHT * look.POINTS_PER_CENTIMETRE
_FEWEST = 2  # lines of a paragraph that stay together at the end or the beginning of a page


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a document, and the lines of ordinary text that it takes; "" is the head."""

    title: str
    lines: float


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages a document takes, how full the last one is (0 to 1), and its chapters."""

    count: int
    filled: float
    sections: tuple[Section, ...]


def pages(document: Document, spare: float = 0) -> Pages:
    """Return how much room a document takes on A4, as Word and LibreOffice lay it out.

    With `spare`, so many lines of every page stay empty: whether it still fits then.
    """
    parts = list(_parts(document))
    line = line_height(look.STYLES["Normal"].size)
    heights = _heights(document, spare * line)
    flow = _flow([piece for _, pieces in parts for piece in pieces], heights)
    sections = [Section(title, _size(pieces) / line) for title, pieces in parts]
    return Pages(flow.last, flow.used / flow.height, tuple(sections))


def heading_pages(document: Document) -> list[int]:
    """Return on which page each heading of a document comes, in order."""
    pieces = [piece for _, pieces in _parts(document) for piece in pieces]
    flow = _flow(pieces, _heights(document))
    return [page for page, piece in zip(flow.starts, pieces, strict=True) if piece.is_heading]


def lines_on_a_page() -> float:
    """Return how many lines of ordinary text a page holds."""
    return _HEIGHT / line_height(look.STYLES["Normal"].size)


def line_height(size: float) -> float:
    """Return the height in points of a line of type of some size."""
    return size * _FONT_LINE * look.LINE_SPACING


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is laid out as one thing: a paragraph, or a row of a table.

    `height` is without the room above (`before`), which is not there at the top of a page, and
    with that below (`after`), which the room above the next piece overlaps. `steps` are the
    heights at which it may go on on the next page. `repeats` is the height of the header that
    stands above the rest of the table there.
    """

    height: float
    next: bool = False
    steps: tuple[float, ...] = ()
    before: float = 0
    after: float = 0
    repeats: float = 0
    breaks: bool = False
    is_landscape: bool = False
    is_heading: bool = False


class _Flow(NamedTuple):
    """Pieces on pages: the last one, what it holds and could hold, where each piece begins."""

    last: int
    used: float
    height: float
    starts: list[int]


def _heights(document: Document, less: float = 0) -> tuple[float, float]:
    """Return the points of text on a page that stands upright, and on one that lies on its side."""
    upright, turned = (
        look.text_height(document.house, is_landscape=side) * look.POINTS_PER_CENTIMETRE - less
        for side in (False, True)
    )
    return upright, turned


def _parts(document: Document) -> Iterator[tuple[str, list[_Piece]]]:
    """Yield the chapters with what is laid out of each."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    is_landscape, wider = False, max(1.0, widening(document.house.font))
    for title, blocks in _chapters(document):
        yield title, list(_pieces(blocks, headings, wider, is_landscape=is_landscape))
        for block in blocks:
            if isinstance(block, PageBreak):
                is_landscape = block.is_landscape


def _chapters(document: Document) -> list[tuple[str, list[Block]]]:
    """Return the blocks by chapter; notice and title belong to the head."""
    head: list[Block] = [Paragraph(document.title, "Title")]
    if document.notice:
        head.insert(0, Paragraph(document.notice, "Notice"))
    if document.begins_lying:
        head.insert(0, document.blocks[0])
    chapters: list[tuple[str, list[Block]]] = [("", head)]
    for block in document.after_beginning:
        if isinstance(block, Heading) and block.level == 1:
            chapters.append((block.text, []))
        chapters[-1][1].append(block)
    return chapters


def _pieces(
    blocks: Sequence[Block], headings: Sequence[Heading], wider: float, *, is_landscape: bool
) -> Iterator[_Piece]:
    under_table = False
    width = _width(wider, is_landscape=is_landscape)
    for block in blocks:
        is_table = isinstance(block, Table) or (
            isinstance(block, Fields) and block.layout != "lines" and bool(block.rows)
        )
        if is_table and under_table:
            yield _Piece(look.BETWEEN_TABLES)
        if isinstance(block, PageBreak):
            width = _width(wider, is_landscape=block.is_landscape)
        made = list(_block(block, width, headings))
        if under_table and not is_table and made:
            made[0] = replace(made[0], before=max(look.AFTER_TABLE, made[0].before))
        yield from made
        under_table = is_table or (under_table and not made)
    if under_table:
        yield _Piece(0)


def _width(wider: float, *, is_landscape: bool) -> float:
    """Return the points of the width of text, as if letters that are wider were in Calibri."""
    return look.text_width(is_landscape=is_landscape) * look.POINTS_PER_CENTIMETRE / wider


def _style_of(block: Block) -> look.Style:
    match block:
        case Heading():
            return look.STYLES[f"Heading {block.level}"]
        case Bullets():
            return look.STYLES["List Bullet"]
        case Fields():
            return look.STYLES["Label Line"]
        case Paragraph():
            return look.STYLES[look.PARAGRAPHS.get(block.style, "Normal")]
    return look.STYLES["Normal"]


def _block(block: Block, width: float, headings: Sequence[Heading]) -> Iterator[_Piece]:
    match block:
        case Fields() if block.layout != "lines":
            yield from _fields(block, width)
        case Table():
            yield from _table(block, width)
        case Picture():
            yield _picture(block, width)
        case PageBreak():
            yield _Piece(0, breaks=True, is_landscape=block.is_landscape)
        case Contents():
            yield from _contents(block, width, headings)
        case Index():
            yield from _index(block, width)
        case _:
            yield from _text(block, width)


def _text(block: Block, width: float) -> Iterator[_Piece]:
    match block:
        case Paragraph(style="Title" | "Notice"):
            yield _paragraph(block.text, look.STYLES[block.style], width)
        case Heading():
            yield replace(_paragraph(block.text, _style_of(block), width), is_heading=True)
        case Paragraph():
            yield _paragraph(block.text, _style_of(block), width)
        case Bullets():
            yield from (_paragraph(item, _style_of(block), width) for item in block.items)
        case Fields():
            for label, value in block.rows:
                yield _paragraph(f"{label}: {look.text_of(value)}", _style_of(block), width)


def _contents(block: Contents, width: float, headings: Sequence[Heading]) -> Iterator[_Piece]:
    """Yield a line for each heading, under the title."""
    yield _paragraph(block.title, look.STYLES["TOC Heading"], width)
    for one in headings:
        if one.level <= block.levels:
            yield _paragraph(one.text, look.STYLES[f"toc {one.level}"], width)


def _index(block: Index, width: float) -> Iterator[_Piece]:
    """Yield lines of an index, of which each holds an entry in every column."""
    room = width / look.INDEX_COLUMNS - look.INDEX_GAP * look.POINTS_PER_CENTIMETRE
    for term, _ in block.entries[:: look.INDEX_COLUMNS]:
        yield _paragraph(term, look.STYLES["index 1"], room)


def _paragraph(text: str, style: look.Style, width: float) -> _Piece:
    room = width - style.indent * look.POINTS_PER_CENTIMETRE
    count = line_count(text, room, style.size, bold=style.bold)
    line = line_height(style.size)
    steps = tuple(line * n for n in range(_FEWEST, count - _FEWEST + 1))
    height = line * count + style.after
    return _Piece(height, style.next, steps, style.before, style.after)


def _picture(block: Picture, width: float) -> _Piece:
    style = look.STYLES["Picture"]
    _, height = look.picture_size(block, width / look.POINTS_PER_CENTIMETRE)
    high = height * look.POINTS_PER_CENTIMETRE + style.after
    return _Piece(high, style.next, before=style.before, after=style.after)


def _fields(block: Fields, width: float) -> Iterator[_Piece]:
    frame = look.frame_of(block)
    rows = look.rows_of(block)
    whole = look.stays_whole(block)
    if block.layout == "room":
        yield from (_room(label, value, frame, width) for label, value in block.rows)
        return
    for number, row in enumerate(rows):
        shares = look.row_shares(block, row)
        cells: list[tuple[Cell | Paragraph, str]] = []
        for label, value in row:
            cells += [(Paragraph(label), "Table Label"), (value, "Table Text")]
        splits = not look.is_short(look.cells_of(row), shares)
        yield _row(
            cells, shares, frame, width, next=whole and number < len(rows) - 1, splits=splits
        )


def _room(label: str, value: Cell, frame: look.Frame, width: float) -> _Piece:
    """Return a row with a label and under it the room to write."""
    above = _row([(Paragraph(label), "Table Label")], (1.0,), frame, width)
    below = _row([(value, "Table Text")], (1.0,), frame, width)
    line = look.LINE if frame.lines else 0
    return _Piece(above.height + below.height - 2 * frame.above - line)


def _table(block: Table, width: float) -> Iterator[_Piece]:
    frame, shares = look.frame_of(block), look.shares_of(block)
    titles = [(Paragraph(column.title), "Table Header") for column in block.columns]
    header = _row(titles, shares, frame, width, next=True)
    yield header
    for number, row in enumerate(block.rows, 1):
        if isinstance(row, Group):
            piece = _row([(look.group_of(row), "Table Text")], (1.0,), frame, width, next=True)
        else:
            splits = not look.is_short(row.cells, shares)
            cells = [(cell, "Table Text") for cell in row.cells]
            held = block.is_whole and number < len(block.rows)
            piece = _row(cells, shares, frame, width, next=held, splits=splits)
        yield replace(piece, repeats=header.height)


def _row(
    cells: Iterable[tuple[Cell | Paragraph, str]],
    shares: Sequence[float],
    frame: look.Frame,
    width: float,
    *,
    next: bool = False,  # noqa: A002  (as the style calls it)
    splits: bool = False,
) -> _Piece:
    """Return a row as high as its highest cell; one that is too long for a page may be torn."""
    highest: list[float] = []
    for (cell, style), share in zip(cells, shares, strict=True):
        room = width * share - frame.left - frame.right
        lines = [
            height
            for text, name in look.lines_of(cell, style)
            for height in _in_cell(text, name, room)
        ]
        highest = max(highest, lines, key=sum)
    steps = tuple(frame.above + step for step in accumulate(highest))[:-1] if splits else ()
    line = look.LINE if frame.lines else 0
    return _Piece(sum(highest) + 2 * frame.above + line, next, steps)


def _in_cell(text: str, name: str, room: float) -> list[float]:
    """Return the heights of the lines of one paragraph in a cell."""
    style = look.STYLES[name]
    count = line_count(
        text, room - style.indent * look.POINTS_PER_CENTIMETRE, style.size, bold=style.bold
    )
    heights = [line_height(style.size)] * count
    heights[0] += style.before
    heights[-1] += style.after
    return heights


def _size(pieces: Sequence[_Piece]) -> float:
    """Return the height of pieces under each other, with the room above them."""
    return sum(piece.height + _above(pieces, number) for number, piece in enumerate(pieces))


def _above(pieces: Sequence[_Piece], number: int) -> float:
    """Return the room above a piece: the rooms below and above overlap, the larger counts."""
    before = pieces[number].before
    return max(0.0, before - pieces[number - 1].after) if number else before


def _flow(pieces: Sequence[_Piece], heights: tuple[float, float]) -> _Flow:
    """Lay pieces out page after page, of which each lies as the latest break says."""
    count, used, page = 1, 0.0, heights[0]
    begins = False
    starts: list[int] = []
    for number, piece in enumerate(pieces):
        if piece.breaks:
            begins, page = True, heights[piece.is_landscape]
            starts.append(count)
            continue
        if begins:
            count, used, begins = count + bool(used), 0.0, False
        used += _above(pieces, number) if used else 0
        needed = _needed(pieces, number) if _is_free(pieces, number) else _first_part(piece)
        top = piece.repeats if piece.repeats < page / 2 else 0  # else it would leave no room
        if used and used + needed > page:
            count, used = count + 1, top
        starts.append(count)
        height = piece.height
        while used + height - piece.after > page:
            fitting = [step for step in piece.steps if used + step <= page]
            done = fitting[-1] if fitting and height == piece.height else page - used
            height, count, used = height - done, count + 1, top
        used += height
    return _Flow(count, used, page, starts)


def _is_free(pieces: Sequence[_Piece], number: int) -> bool:
    """Tell whether a piece need not stay with the one above it."""
    return number == 0 or not pieces[number - 1].next


def _needed(pieces: Sequence[_Piece], first: int) -> float:
    """Return the room that a piece needs with all that has to stand on the same page."""
    total = 0.0
    for number in range(first, len(pieces)):
        piece = pieces[number]
        if piece.breaks:
            break
        total += _above(pieces, number) if number > first else 0
        if not piece.next:
            return total + _first_part(piece)
        total += piece.height
    return total


def _first_part(piece: _Piece) -> float:
    return piece.steps[0] if piece.steps else piece.height - piece.after
