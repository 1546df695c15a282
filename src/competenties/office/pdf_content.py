"""A document as the data that the layout of a PDF reads: texts, styles and measures, no markup."""

from collections.abc import Iterator

from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Document,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from competenties.office.clean import has_ink
from competenties.office.pdf_tables import labels, table
from competenties.office.pdf_text import Node, bullets, prepared, text

_DEEPEST = 3  # levels of headings that have a style


def content(document: Document) -> list[Node]:
    """Return what stands in a document, in order, each with its style and the room around it."""
    nodes: list[Node] = []
    under_table = False
    for node in _all_nodes(document):
        nodes.append(node | _room_around(node, under_table=under_table))
        under_table = node["kind"] in ("table", "labels")
    return nodes


def _all_nodes(document: Document) -> Iterator[Node]:
    yield text(document.title, "Title", kind="title")
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading) and prepared(block.text).strip():
            asked = max(block.level, 1)
            level = min(asked, level + 1)  # no level may be passed over
            style = f"Heading {min(asked, _DEEPEST)}"
            yield text(block.text, style, kind="heading") | {"level": level}
        else:
            yield from _nodes(block)


def _room_around(node: Node, *, under_table: bool) -> Node:
    """Return the points above and below a node; where two meet, the larger one counts."""
    if "style" not in node:
        return {"above": look.BETWEEN_TABLES if under_table else 0, "below": 0, "next": False}
    style = look.STYLES[node["style"]]
    above = max(style.before, look.AFTER_TABLE) if under_table else style.before
    return {"above": above, "below": style.after, "next": style.next}


def _nodes(block: Block) -> Iterator[Node]:
    match block:
        case Heading():  # without a word it is no heading to a reader of the screen
            yield text(block.text, "Normal")
        case Paragraph(style="warning"):
            yield text(block.text, "Warning", kind="warning")
        case Paragraph():
            yield text(block.text, look.PARAGRAPHS.get(block.style, "Normal"))
        case Bullets():
            yield bullets(block, "List Bullet")
        case Fields(layout="lines"):
            yield from (_line(label, value) for label, value in block.rows)
        case Fields():
            if block.rows:
                yield labels(block)
        case Table():
            yield table(block)
        case PageBreak():
            yield {"kind": "break"}


def _line(label: str, value: Cell) -> Node:
    """Return running text that begins with its label; with a line where it is to be written."""
    said = look.text_of(value)
    return text(said, "Label Line", kind="line") | {
        "label": text(f"{label}: ", "Table Label"),
        "write": isinstance(value, Blank) and not has_ink(said),
    }
