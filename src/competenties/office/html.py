"""Blocks as one self-contained web page: the preview on screen, and it prints on A4.

Nothing is loaded and nothing runs: the style is in the page, there is no script that runs, and the
page itself forbids both. The words are those of the Word document.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from competenties.messages import Phrase
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
    Formula,
    Group,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.house_style import HouseStyle
from competenties.office.html_links import has_links, leading, name_of
from competenties.office.html_style import CONTENTS, HEADER, style
from competenties.office.html_text import on_one_line, text_in_page
from competenties.office.page_edges import has_header

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_POLICY_WITH_PICTURES = f"{_POLICY}; img-src data:"
_MARKUP = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
_TO_FILL_IN = Phrase(nl="in te vullen", en="to fill in")


def html(document: Document) -> bytes:
    """Return a document as the bytes of a web page."""
    return "\n".join([*_page(document), ""]).encode()


def _page(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{document.language}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(document)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{on_one_line(document.title)}</title>"
    yield f"<style>{_style(document)}</style>"
    if document.linked_data:
        yield f'<script type="application/ld+json">{_linked(document.linked_data)}</script>'
    yield "</head>"
    yield "<body>"
    if has_header(document.house):
        yield _header(document.house)
    yield "<main>"
    if document.notice:
        yield f'<p class="notice">{text_in_page(document.notice)}</p>'
    yield f"<h1>{text_in_page(document.title)}</h1>"
    for number, block in enumerate(document.blocks):
        yield from _block(block, document, number)
    yield "</main>"
    footers = (document.house.footer.strip(), document.footer)
    said = "".join(f"<p>{text_in_page(one)}</p>" for one in footers if one) or "<p></p>"
    yield f"<footer>{said}</footer>"
    yield "</body>"
    yield "</html>"


def _policy(document: Document) -> str:
    """Return what the page may use: nothing but its own style, and pictures that it holds itself."""
    has_pictures = any(isinstance(block, Picture) for block in document.blocks)
    return _POLICY_WITH_PICTURES if has_pictures or document.house.logo else _POLICY


def _style(document: Document) -> str:
    made = style(document.house)
    if has_header(document.house):
        made += HEADER
    return made + CONTENTS if has_links(document) else made


def _header(house: HouseStyle) -> str:
    """Return what stands above the page: the logo, and what the house says beside it."""
    logo = _logo(house) if house.logo else ""
    said = f"<p>{text_in_page(house.header.strip())}</p>" if house.header.strip() else ""
    return f"<header>{logo}{said}</header>"


def _logo(house: HouseStyle) -> str:
    logo = house.logo
    if logo is None:
        return ""
    width, height = look.logo_size(house)
    content, kind = (logo.svg, "svg+xml") if logo.svg else (logo.image, _KINDS[logo.suffix])
    source = f"data:image/{kind};base64,{b64encode(content).decode()}"
    size = f"width:{width:.2f}cm;aspect-ratio:{width:.2f}/{height:.2f}"
    return f'<img src="{source}" alt="{on_one_line(logo.about)}" style="{size}">'


def _linked(data: Mapping[str, Any]) -> str:
    """Return linked data as JSON in which no text can end the element; no browser runs it."""
    said = json.dumps(data, ensure_ascii=False, indent=1)
    return _MARKUP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", said)


def _block(block: Block, document: Document, number: int) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, name_of(number) if has_links(document) else "")
        case Contents() | Index():
            yield from leading(block, document)
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
        case Picture():
            yield _picture(block)
        case PageBreak() if number or not document.begins_lying:
            yield '<div class="new-page"></div>'


def _heading(block: Heading, name: str) -> str:
    level = min(block.level + 1, 6)  # the title of the document is the first level
    named = f' id="{name}"' if name else ""
    return f"<h{level}{named}>{text_in_page(block.text)}</h{level}>"


def _paragraph(block: Paragraph) -> str:
    style = "" if block.style == "normal" else f' class="{on_one_line(block.style)}"'
    return f"<p{style}>{text_in_page(block.text)}</p>"


def _bullets(block: Bullets) -> str:
    return f"<ul>{''.join(f'<li>{text_in_page(item)}</li>' for item in block.items)}</ul>"


def _field_line(label: str, value: Cell, document: Document) -> str:
    """Return running text that begins with its label."""
    shown = text_in_page(value) if isinstance(value, str) else _cell(value, document)
    tag = "p" if isinstance(value, str | Blank | Choice | Ticks) else "div"
    return f'<{tag} class="line"><strong>{text_in_page(label)}:</strong> {shown}</{tag}>'


def _picture(block: Picture) -> str:
    """Return a picture as what no browser runs, whatever stands in it: the source of an image."""
    width, height = look.picture_size(block)
    source = f"data:image/svg+xml;base64,{b64encode(block.svg).decode()}"
    style = f"width:{width:.2f}cm;aspect-ratio:{width:.2f}/{height:.2f}"
    return f'<p class="picture"><img src="{source}" alt="{on_one_line(block.about)}" style="{style}"></p>'


def _fields(block: Fields, document: Document) -> Iterator[str]:
    if block.layout == "lines":
        yield from (_field_line(label, value, document) for label, value in block.rows)
        return
    if not block.rows:
        return
    yield f'<dl class="{on_one_line(block.layout)}">'
    for row in look.rows_of(block):
        style = ' class="wide"' if len(row) == 1 else ""
        for label, value in row:
            yield f"<div{style}><dt>{text_in_page(label)}</dt><dd>{_cell(value, document)}</dd></div>"
    yield "</dl>"


def _table(block: Table, document: Document) -> Iterator[str]:
    frame = look.frame_of(block)
    style = "form" if frame is look.FILLED_IN else "read"
    yield f'<table class="{style}">'
    yield f"<caption>{text_in_page(block.about)}</caption>"
    yield "<colgroup>"
    for share in look.shares_of(block):
        yield f'<col style="width:{share:.1%}">'
    yield "</colgroup>"
    heads = "".join(
        f'<th scope="col">{text_in_page(column.title)}</th>' for column in block.columns
    )
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
    text = f"<p>{text_in_page(group.text)}</p>" if group.text else ""
    title = f"<strong>{text_in_page(group.title)}</strong>"
    style = "group" if group.level == 1 else "group part"
    return f'<tr class="{style}"><th scope="rowgroup" colspan="{columns}">{title}{text}</th></tr>'


def _row(row: Row, table: Table, document: Document) -> str:
    """Return a row; each cell carries the title of its column, for a narrow screen."""
    cells = [
        f'<td data-title="{on_one_line(column.title)}">{_cell(cell, document)}</td>'
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: Cell, document: Document) -> str:
    match value:
        case str() | Ticks() | Formula():
            return text_in_page(look.text_of(value))
        case Bullets():
            return _bullets(value) if value.items else ""
        case Stack():
            parts = value.parts
            return "".join(
                _paragraph(part) if isinstance(part, Paragraph) else _bullets(part)
                for part in parts
            )
        case Choice():
            return f'<span class="choice">{text_in_page(look.text_of(value))}</span>'
        case Blank(text=text) if text:
            return text_in_page(text)
        case Blank():
            label = on_one_line(_TO_FILL_IN.say(document.language))
            height = f"{1.4 * value.lines:g}em"
            style = f'style="min-height:{height}"'
            return f'<span class="blank" role="img" aria-label="{label}" {style}></span>'
