"""A document as the data that the layout of a PDF reads: texts, styles and measures, no markup."""

from collections.abc import Iterator, Mapping

from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Contents,
    Document,
    Fields,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Picture,
    Table,
)
from competenties.office.clean import has_ink
from competenties.office.pdf_tables import labels, table
from competenties.office.pdf_text import Node, Paper, bullets, paper, pieces, prepared, text

_DEEPEST = 3  # levels of headings that have a style


def content(document: Document) -> list[Node]:
    """Return the stretches of a document: pages that lie the same way, with what stands on them."""
    upright = paper(document.house)
    lying = paper(document.house, is_landscape=True)
    stretches = [_stretch(lying if document.begins_lying else upright)]
    nodes = _with_room(_all_nodes(document, upright, lying), upright.styles)
    for node in nodes:
        if node["kind"] == "break" and node["flipped"] != stretches[-1]["flipped"]:
            stretches.append(_stretch(lying if node["flipped"] else upright))
        else:
            stretches[-1]["nodes"].append(node)
    return stretches


def _stretch(on: Paper) -> Node:
    return {"flipped": on.is_landscape, "nodes": []}


def _with_room(nodes: Iterator[Node], styles: Mapping[str, look.Style]) -> Iterator[Node]:
    under_table = False
    for node in nodes:
        yield node | _room_around(node, styles, under_table=under_table)
        under_table = node["kind"] in ("table", "labels")


def _all_nodes(document: Document, upright: Paper, lying: Paper) -> Iterator[Node]:
    """Yield what stands in a document, in order, each in its style."""
    on, level = lying if document.begins_lying else upright, 0
    targets = _targets(document)
    yield text(document.title, "Title", on, kind="title")
    for block in document.after_beginning:
        if isinstance(block, Heading) and prepared(block.text).strip():
            asked = max(block.level, 1)
            level = min(asked, level + 1)  # no level may be passed over
            style = f"Heading {min(asked, _DEEPEST)}"
            target = targets.pop(block.text, None)  # the first heading of that text
            yield text(block.text, style, on, kind="heading") | {"level": level, "target": target}
        elif isinstance(block, Contents):
            level = 1
            yield _contents(block, on)
        elif isinstance(block, PageBreak):
            on = lying if block.is_landscape else upright
            yield {"kind": "break", "flipped": block.is_landscape}
        elif isinstance(block, Index):
            yield _index(block, _targets(document), on)
        else:
            yield from _nodes(block, on)


def _targets(document: Document) -> dict[str, str]:
    """Return the headings that an index leads to, each with a name of its own."""
    wanted = {
        heading
        for block in document.blocks
        if isinstance(block, Index)
        for _, heading in block.entries
    }
    found = (block.text for block in document.blocks if isinstance(block, Heading))
    headings = dict.fromkeys(one for one in found if one in wanted and prepared(one).strip())
    return {heading: f"heading-{number}" for number, heading in enumerate(headings)}


def _room_around(node: Node, styles: Mapping[str, look.Style], *, under_table: bool) -> Node:
    """Return the points above and below a node; where two meet, the larger one counts."""
    if "style" not in node:
        return {"above": look.BETWEEN_TABLES if under_table else 0, "below": 0, "next": False}
    style = styles[node["style"]]
    above = max(style.before, look.AFTER_TABLE) if under_table else style.before
    return {"above": above, "below": style.after, "next": style.next}


def _nodes(block: Block, on: Paper) -> Iterator[Node]:
    match block:
        case Heading():  # without a word it is no heading to a reader of the screen
            yield text(block.text, "Normal", on)
        case Paragraph(style="warning"):
            yield text(block.text, "Warning", on, kind="warning")
        case Paragraph():
            yield text(block.text, look.PARAGRAPHS.get(block.style, "Normal"), on)
        case Bullets():
            yield bullets(block, "List Bullet", on)
        case Fields():
            yield from _fields(block, on)
        case Table():
            yield table(block, on)
        case Picture():
            yield _picture(block, on)


def _fields(block: Fields, on: Paper) -> Iterator[Node]:
    if block.layout == "lines":
        yield from (_line(label, value, on) for label, value in block.rows)
    elif block.rows:
        yield labels(block, on)


def _picture(block: Picture, on: Paper) -> Node:
    about = " ".join(prepared(block.about).split())
    points = look.POINTS_PER_CENTIMETRE
    width, height = look.picture_size(block, on.width / points, on.height / points)
    return {
        "kind": "picture",
        "style": "Picture",
        "svg": block.svg.decode(),
        "about": about if has_ink(about) else None,
        "width": width * points,
        "height": height * points,
    }


def _line(label: str, value: Cell, on: Paper) -> Node:
    """Return running text that begins with its label; with a line where it is to be written."""
    said = look.text_of(value)
    return text(said, "Label Line", on, kind="line") | {
        "label": text(f"{label}: ", "Table Label", on),
        "write": isinstance(value, Blank) and not has_ink(said),
    }


def _contents(block: Contents, on: Paper) -> Node:
    """Return a list of the headings; typst finds them, and the pages."""
    title = text(block.title, "TOC Heading", on, kind="contents")
    return title | {"levels": max(1, block.levels)}


def _index(block: Index, targets: Mapping[str, str], on: Paper) -> Node:
    """Return terms, each with the name of the heading that it leads to where it is there."""
    gap = look.INDEX_GAP * look.POINTS_PER_CENTIMETRE
    room = (on.width - gap * (look.INDEX_COLUMNS - 1)) / look.INDEX_COLUMNS
    style = on.styles["index 1"]
    entries = [
        {"pieces": pieces(term, style, room), "target": targets.get(heading)}
        for term, heading in block.entries
    ]
    return {
        "kind": "index",
        "style": "index 1",
        "entries": entries,
        "columns": look.INDEX_COLUMNS,
        "gap": gap,
        "room": room,
    }
