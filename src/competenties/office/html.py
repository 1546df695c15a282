"""Blocks as one self-contained web page: the preview on screen, and it prints on A4.

Nothing is loaded and nothing runs: the style is in the page, there is no script, and the page
itself forbids both. The words are those of the Word document.
"""

from collections.abc import Iterator
from html import escape

from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Document,
    Fields,
    Formula,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.clean import clean
from competenties.office.html_style import STYLE

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TO_FILL_IN = Phrase(nl="in te vullen", en="to fill in")


def html(document: Document) -> bytes:
    """Return a document as the bytes of a web page."""
    return "\n".join([*_page(document), ""]).encode()


def _page(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{document.language}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_line(document.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    if document.notice:
        yield f'<p class="notice">{_text(document.notice)}</p>'
    yield f"<h1>{_text(document.title)}</h1>"
    for block in document.blocks:
        yield from _block(block, document)
    yield "</main>"
    yield f"<footer><p>{_text(document.footer)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _block(block: Block, document: Document) -> Iterator[str]:
    match block:
        case Heading():
            level = min(block.level + 1, 6)  # the title of the document is the first level
            yield f"<h{level}>{_text(block.text)}</h{level}>"
        case Paragraph():
            yield _paragraph(block)
        case Bullets():
            yield _bullets(block)
        case Fields(layout="lines"):
            yield from (_field_line(label, value, document) for label, value in block.rows)
        case Fields():
            yield from _fields(block, document)
        case Table():
            yield from _table(block, document)
        case PageBreak():
            yield '<div class="new-page"></div>'


def _paragraph(block: Paragraph) -> str:
    style = "" if block.style == "normal" else f' class="{_line(block.style)}"'
    return f"<p{style}>{_text(block.text)}</p>"


def _bullets(block: Bullets) -> str:
    return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"


def _field_line(label: str, value: Cell, document: Document) -> str:
    """Return running text that begins with its label."""
    shown = _text(value) if isinstance(value, str) else _cell(value, document)
    tag = "p" if isinstance(value, str | Blank | Choice | Ticks) else "div"
    return f'<{tag} class="line"><strong>{_text(label)}:</strong> {shown}</{tag}>'


def _fields(block: Fields, document: Document) -> Iterator[str]:
    if not block.rows:
        return
    yield f'<dl class="{_line(block.layout)}">'
    for row in look.rows_of(block):
        style = ' class="wide"' if len(row) == 1 else ""
        for label, value in row:
            yield f"<div{style}><dt>{_text(label)}</dt><dd>{_cell(value, document)}</dd></div>"
    yield "</dl>"


def _table(block: Table, document: Document) -> Iterator[str]:
    frame = look.frame_of(block)
    style = "form" if frame is look.FILLED_IN else "read"
    yield f'<table class="{style}">'
    yield f"<caption>{_text(block.about)}</caption>"
    yield "<colgroup>"
    for share in look.shares_of(block):
        yield f'<col style="width:{share:.1%}">'
    yield "</colgroup>"
    heads = "".join(f'<th scope="col">{_text(column.title)}</th>' for column in block.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for number, row in enumerate(block.rows):
        if isinstance(row, Group):
            if number:
                yield "</tbody><tbody>"
            yield _group(row, len(block.columns))
        else:
            yield _row(row, block, document)
    yield "</tbody>"
    yield "</table>"


def _group(group: Group, columns: int) -> str:
    text = f"<p>{_text(group.text)}</p>" if group.text else ""
    title = f"<strong>{_text(group.title)}</strong>"
    style = "group" if group.level == 1 else "group part"
    return f'<tr class="{style}"><th scope="rowgroup" colspan="{columns}">{title}{text}</th></tr>'


def _row(row: Row, table: Table, document: Document) -> str:
    """Return a row; each cell carries the title of its column, for a narrow screen."""
    cells = [
        f'<td data-title="{_line(column.title)}">{_cell(cell, document)}</td>'
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: Cell, document: Document) -> str:
    match value:
        case str() | Ticks() | Formula():
            return _text(look.text_of(value))
        case Bullets():
            return _bullets(value) if value.items else ""
        case Stack():
            parts = value.parts
            return "".join(
                _paragraph(part) if isinstance(part, Paragraph) else _bullets(part)
                for part in parts
            )
        case Choice():
            return f'<span class="choice">{_text(look.text_of(value))}</span>'
        case Blank(text=text) if text:
            return _text(text)
        case Blank():
            label = _line(_TO_FILL_IN.say(document.language))
            height = f"{1.4 * value.lines:g}em"
            style = f'style="min-height:{height}"'
            return f'<span class="blank" role="img" aria-label="{label}" {style}></span>'


def _text(text: str) -> str:
    """Return text for between tags; what is not allowed in a file is gone, a break stays one."""
    return escape(clean(text), quote=False).replace("\n", "<br>")


def _line(text: str) -> str:
    """Return text for an attribute, or for the title of the page, on one line."""
    return escape(" ".join(clean(text).split()))
