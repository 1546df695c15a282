"""Blocks as plain text in UTF-8, to paste wherever there is no layout: one line a paragraph.

Lines end as they do everywhere but in the oldest programs, with a line feed and without a mark of
the byte order; Notepad reads that.
"""

from collections.abc import Iterable, Iterator

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Contents,
    Document,
    Fields,
    Group,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Stack,
    Table,
)
from competenties.office.clean import clean

_POINT = "- "
_UNDER_TITLE, _UNDER_CHAPTER = "=", "-"
_LONGEST_RULE = 60
_TO_FILL_IN = Phrase(nl="[in te vullen]", en="[to fill in]")


def plain_text(document: Document) -> bytes:
    """Return a document as the bytes of a text file."""
    return f"{text_of_document(document)}\n".encode()


def text_of_document(document: Document) -> str:
    """Return what a document says, as one text: parts with an empty line between them."""
    notice = [_line(document.notice)] if document.notice else []
    parts = [notice, _underlined(document.title, _UNDER_TITLE)]
    parts.extend(_parts(document.blocks, document.language, _UNDER_CHAPTER))
    parts.append(["--", _line(document.footer)])
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def text_of(blocks: Iterable[Block], language: Language) -> str:
    """Return what blocks say, as one text without lines under its headings."""
    return "\n\n".join("\n".join(lines) for lines in _parts(blocks, language))


def _parts(blocks: Iterable[Block], language: Language, under: str = "") -> Iterator[list[str]]:
    """Yield each block that says something as its lines; what introduces the next stays with it."""
    before: list[str] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            before += _underlined(block.text, under)
        else:
            before += _lines(block, language)
        if any(before) and not _introduces(block):
            yield before
            before = []
    if any(before):
        yield before


def _introduces(block: Block) -> bool:
    if isinstance(block, Heading):
        return block.level > 1
    return isinstance(block, Paragraph) and block.style in ("level", "intro")


def _lines(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from clean(block.text).split("\n")
        case Bullets():
            yield from (f"{_POINT}{_line(item)}" for item in block.items)
        case Fields():
            for label, value in block.rows:
                yield from _labelled(label, value, language)
        case Table():
            yield from _table(block, language)
        case Picture():
            yield f"[{_line(block.about)}]"
        case Index():
            yield from (f"{_POINT}{_line(term)}" for term, _ in block.entries)
        case PageBreak() | Contents():
            pass


def _table(table: Table, language: Language) -> Iterator[str]:
    """Yield the rows under each other, each value after the title of its column."""
    for number, row in enumerate(table.rows):
        if number:
            yield ""
        if isinstance(row, Group):
            yield from (_line(text) for text in (row.title, row.text) if text)
        else:
            yield from _row(table, row, language)


def _row(table: Table, row: Row, language: Language) -> Iterator[str]:
    for column, cell in zip(table.columns, row.cells, strict=True):
        yield from _labelled(column.title, cell, language)


def _labelled(label: str, value: Cell, language: Language) -> Iterator[str]:
    """Yield a label with its value on the same line, or under it where that takes more lines."""
    said = list(_cell(value, language))
    if len(said) == 1 and not said[0].startswith(_POINT):
        yield f"{_line(label)}: {said[0]}"
    elif said:
        yield f"{_line(label)}:"
        yield from said


def _cell(value: Cell, language: Language) -> Iterator[str]:
    match value:
        case Blank(text=""):
            prompt = _line(value.prompt)
            yield f"{prompt} {_TO_FILL_IN.say(language)}" if prompt else _TO_FILL_IN.say(language)
        case Choice(unanswered=""):
            yield f"{' / '.join(map(_line, value.options))} {_TO_FILL_IN.say(language)}"
        case Bullets():
            yield from _lines(value, language)
        case Stack():
            for part in value.parts:
                yield from _lines(part, language)
        case _:
            yield from filter(None, clean(look.text_of(value)).split("\n"))


def _underlined(text: str, sign: str) -> list[str]:
    line = _line(text)
    rule = [sign * min(len(line), _LONGEST_RULE)] if sign else []
    return [line, *rule] if line else []


def _line(text: str) -> str:
    return " ".join(clean(text).split())
