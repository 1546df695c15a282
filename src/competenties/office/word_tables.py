"""Tables and labels with values in the XML of a Word document (ECMA-376 part 1, 17.4).

Documents of one framework have many rows in common; such a row is written once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Cell,
    Choice,
    Fields,
    Group,
    Paragraph,
    Row,
    Table,
    Ticks,
)
from competenties.office.clean import clean, has_ink
from competenties.office.pages import line_height
from competenties.office.word_controls import blank, choice, locked, tick, title_of, titles_of
from competenties.office.word_xml import attribute, paragraph, run, style_id, twips

_COLUMNS = Phrase(nl="Kolommen: {names}", en="Columns: {names}")
_REMEMBERED = 2048  # rows that stay in memory, of a kilobyte or two each
_END = "</w:tbl>"
_KEPT, _HEADER = "<w:cantSplit/>", "<w:tblHeader/>"
_WITH_NEXT = "<w:keepNext/>"
_JOINED = (
    '<w:tcBorders><w:{side} w:val="nil"/></w:tcBorders>'
    '<w:tcMar><w:{side} w:w="0" w:type="dxa"/></w:tcMar>'
)
_LABEL_ENDS, _ROOM_BEGINS = _JOINED.format(side="bottom"), _JOINED.format(side="top")
_FILLED_IN = frozenset((Choice, Blank, Ticks))
_STYLES = {frame: name for name, frame in look.FRAMES.items()}


@dataclass(frozen=True, eq=False, slots=True)
class _Columns:
    """What the rows of a table share: widths in twentieths of a point, and shares of the whole.

    Equal columns are one object, by which rows are remembered.
    """

    widths: tuple[int, ...]
    shares: tuple[float, ...]
    titles: tuple[str, ...]
    language: Language
    is_rated: bool


def table(block: Table, width: float, language: Language) -> list[str]:
    """Return a table with a header on every page, in pieces that follow each other.

    `width` is that of the text, in centimetres.
    """
    shares, frame = look.shares_of(block), look.frame_of(block)
    titles = tuple([column.title for column in block.columns])
    is_read = frame is look.READ
    is_rated = not is_read and look.is_rated(block)
    columns = _columns(width, shares, titles, language, is_rated=is_rated)
    header = _header(columns, is_held=block.is_whole)
    rows = [_head(_STYLES[frame], columns, block.about, has_header=True), header]
    for number, content in enumerate(block.rows, 1):
        if isinstance(content, Group):
            rows.append(_group(columns, content))
        else:
            place = 0 if is_read or _has_text(content) else number
            is_held = block.is_whole and number < len(block.rows)
            rows.append(_row(columns, content, place, is_held=is_held))
    rows.append(_END)
    return rows


@lru_cache(maxsize=256)
def fields(block: Fields, width: float, language: Language, about: str) -> tuple[str, ...]:
    """Return labels with their values as a table; nothing without labels, which Word cannot open."""
    if not block.rows:
        return ()
    shares = look.shares_of(block)
    columns = _columns(width, shares, (), language, is_rated=False)
    found = look.rows_of(block)
    short = [look.is_short(look.cells_of(row), look.row_shares(block, row)) for row in found]
    is_whole = len(found) <= look.FEW and all(short)
    rows = [_head(_STYLES[look.frame_of(block)], columns, about, has_header=False)]
    for number, (row, is_short) in enumerate(zip(found, short, strict=True), 1):
        is_held = is_whole and number < len(found)
        if block.layout == "room":
            rows.append(_room(columns, row[0], is_held=is_held))
        else:
            rows.append(_labelled(columns, row, is_short=is_short, is_held=is_held))
    return ("".join([*rows, _END]),)


@lru_cache(maxsize=512)
def _head(style: str, columns: _Columns, about: str, *, has_header: bool) -> str:
    """Return the beginning of a table, with the texts that a screen reader says for it."""
    first, value = ("1", "0620") if has_header else ("0", "0680")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns.widths)
    described = ""
    if has_header:
        names = _COLUMNS.say(columns.language, names=", ".join(columns.titles))
        described = f'<w:tblDescription w:val="{attribute(names)}"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(style)}"/><w:tblW w:type="auto" w:w="0"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{value}" w:firstRow="{first}"'
        f' w:lastRow="0" w:firstColumn="{0 if has_header else 1}" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(about)}"/>{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


@lru_cache(maxsize=256)
def _columns(
    width: float,
    shares: tuple[float, ...],
    titles: tuple[str, ...],
    language: Language,
    *,
    is_rated: bool,
) -> _Columns:
    widths = tuple(twips(width * share) for share in shares)
    return _Columns(widths, shares, titles, language, is_rated)


@lru_cache(maxsize=_REMEMBERED)
def _header(columns: _Columns, *, is_held: bool = False) -> str:
    held = _WITH_NEXT if is_held else ""
    cells = (
        _cell(width, _lines(Paragraph(title), "Table Header", "", columns.language, held))
        for width, title in zip(columns.widths, columns.titles, strict=True)
    )
    return _made(_KEPT + _HEADER, cells)


@lru_cache(maxsize=_REMEMBERED)
def _group(columns: _Columns, group: Group) -> str:
    """Return a row over the whole width that stays with the next one."""
    lines = _lines(look.group_of(group), "Table Text", "", columns.language, _WITH_NEXT)
    whole = _cell(sum(columns.widths), lines, span=len(columns.widths))
    return _made(_KEPT, [locked(whole, columns.language) if columns.is_rated else whole])


@lru_cache(maxsize=_REMEMBERED)
def _row(columns: _Columns, row: Row, number: int, *, is_held: bool = False) -> str:
    """Return a row; `number` says which, where it has no text to be known by.

    One that `is_held` stays with the next one.
    """
    held = _WITH_NEXT if is_held else ""
    titles: Sequence[str] = columns.titles
    if not _FILLED_IN.isdisjoint(map(type, row.cells)):
        titles = titles_of(titles, row, number)
    cells = []
    is_short = True
    for place, value in enumerate(row.cells):
        lines = look.lines_of(value, "Table Text")
        is_short = is_short and look.is_short_text(lines, columns.shares[place])
        is_locked = columns.is_rated and isinstance(value, str) and has_ink(value)
        if is_locked:
            lines = _apart(lines)
        said = _paragraphs(value, lines, titles[place], columns.language, held)
        cell = _cell(columns.widths[place], said)
        cells.append(locked(cell, columns.language) if is_locked else cell)
    return _made(_height(row.cells) + (_KEPT if is_short else ""), cells)


def _apart(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return every line as a paragraph: LibreOffice loses breaks in a locked cell of one paragraph."""
    return [(part, style) for text, style in lines for part in clean(text).split("\n")]


@lru_cache(maxsize=_REMEMBERED)
def _labelled(columns: _Columns, row: look.LabelledRow, *, is_short: bool, is_held: bool) -> str:
    """Return labels beside their values; a label alone has the rest of the width for its value."""
    widths = columns.widths
    if len(widths) > 2 * len(row):
        widths = (widths[0], sum(widths[1:]))
    held = _WITH_NEXT if is_held else ""
    cells = []
    for number, (label, value) in enumerate(row):
        title = title_of(label, value)
        span = len(columns.widths) - 1 if len(widths) < len(columns.widths) else 1
        said = _lines(Paragraph(label), "Table Label", "", columns.language, held)
        shown = _lines(value, "Table Text", title, columns.language, held)
        cells += [_cell(widths[2 * number], said), _cell(widths[2 * number + 1], shown, span=span)]
    return _made(_height(value for _, value in row) + (_KEPT if is_short else ""), cells)


@lru_cache(maxsize=_REMEMBERED)
def _room(columns: _Columns, field: tuple[str, Cell], *, is_held: bool) -> str:
    """Return a label, and under it, as a cell of its own in the same box, the room to write."""
    (label, value), (width,) = field, columns.widths
    said = _lines(Paragraph(label), "Table Label", "", columns.language, _WITH_NEXT)
    held = _WITH_NEXT if is_held else ""
    shown = _lines(value, "Table Text", title_of(label, value), columns.language, held)
    upper = _made(_KEPT, [_cell(width, said, properties=_LABEL_ENDS)])
    return upper + _made(
        _height((value,), margins=1) + _KEPT, [_cell(width, shown, properties=_ROOM_BEGINS)]
    )


def _made(properties: str, cells: Iterable[str]) -> str:
    marks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{marks}{''.join(cells)}</w:tr>"


def _cell(width: int, lines: str, *, span: int = 1, properties: str = "") -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{over}{properties}</w:tcPr>{lines}</w:tc>'


def _height(values: Iterable[Cell], margins: int = 2) -> str:
    """Return the height of a row in which there is room to write by hand, before and after typing."""
    lines = max((value.lines for value in values if isinstance(value, Blank)), default=1)
    if lines <= 1:
        return ""
    points = lines * line_height(look.STYLES["Table Text"].size) + margins * look.FILLED_IN.above
    high = twips(points / look.POINTS_PER_CENTIMETRE)
    return f'<w:trHeight w:val="{high}" w:hRule="atLeast"/>'


def _lines(
    value: Cell | Paragraph, style: str, title: str, language: Language, properties: str = ""
) -> str:
    """Return the paragraphs of a cell."""
    return _paragraphs(value, look.lines_of(value, style), title, language, properties)


def _paragraphs(
    value: Cell | Paragraph,
    lines: list[tuple[str, str]],
    title: str,
    language: Language,
    properties: str = "",
) -> str:
    if type(value) not in _FILLED_IN:
        return "".join([paragraph(name, run(text), properties) for text, name in lines])
    return "".join(
        [
            paragraph(name, said(value, text, title, place, language), properties)
            for place, (text, name) in enumerate(lines)
        ]
    )


def said(value: Cell | Paragraph, text: str, title: str, place: int, language: Language) -> str:
    """Return a line of a value; what is filled in becomes a control with a title."""
    match value:
        case Choice():
            return choice(value, title, language)
        case Blank():
            return blank(value, title, language)
        case Ticks() if value.options:
            return tick(value, place, language)
    return run(text)


def _has_text(row: Row) -> bool:
    return any(isinstance(cell, str) and has_ink(cell) for cell in row.cells)
