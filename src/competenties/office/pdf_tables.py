"""Tables and labels as the data that the layout of a PDF reads: rows of cells, heads and measures."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Bullets,
    Cell,
    Fields,
    Group,
    Paragraph,
    Row,
    Stack,
    Table,
)
from competenties.office.clean import has_ink
from competenties.office.glyphs import line_count
from competenties.office.pages import line_height
from competenties.office.pdf_text import Node, Paper, Pieces, bullets, joined, text

_NARROWEST = 1.0  # points of a column
_WIDER = 1.4  # than Calibri another font may be at most
_SURELY_SHORT = 25  # lines of a row that always fit on a page
_LINE = line_height(look.STYLES["Table Text"].size)


def table(block: Table, on: Paper) -> Node:
    """Return a table: its header, and its rows with the heads of its parts."""
    frame, shares = look.frame_of(block), look.shares_of(block)
    titles = [Paragraph(column.title) for column in block.columns]
    header = [
        _cell(title, share, frame, on, style="Table Header")
        for title, share in zip(titles, shares, strict=True)
    ]
    rows = list(_parts_of_table(block, on))
    made = {"header": _head([_row(header)], 1), "rows": rows, "whole": block.is_whole}
    return _framed(block, on) | {"kind": "table"} | made


def labels(block: Fields, on: Paper) -> Node:
    """Return labels with their values; `whole` when they stay on one page together."""
    rows = [_labelled_row(block, row, on) for row in look.rows_of(block)]
    return _framed(block, on) | {"kind": "labels", "rows": rows, "whole": look.stays_whole(block)}


def _framed(block: Table | Fields, on: Paper) -> Node:
    frame = look.frame_of(block)
    name = next(name for name, one in look.FRAMES.items() if one is frame)
    return {"frame": name, "widths": [on.width * share for share in look.shares_of(block)]}


def _labelled_row(block: Fields, row: look.LabelledRow, on: Paper) -> Node:
    """Return labels and values side by side; where there is room to write, under each other."""
    frame, shares = look.frame_of(block), look.row_shares(block, row)
    if block.layout == "room":
        (label, value) = row[0]
        cell = _cell(Paragraph(label), 1.0, frame, on, style="Table Label")
        cell["parts"] += _cell(value, 1.0, frame, on)["parts"]
        return _row([cell])
    cells: list[Node] = []
    for number, (label, value) in enumerate(row):
        cells.append(_cell(Paragraph(label), shares[2 * number], frame, on, style="Table Label"))
        cells.append(_cell(value, shares[2 * number + 1], frame, on))
    cells[-1]["span"] = len(look.shares_of(block)) - len(cells) + 1
    return _row(cells)


def _parts_of_table(block: Table, on: Paper) -> Iterator[Node]:
    """Yield rows, and heads of parts.

    A head is one only when rows follow: typst breaks down on a head that another one follows
    which is not deeper. So heads of one level become one head, and those without rows a row.
    """
    frame, shares = look.frame_of(block), look.shares_of(block)
    groups: list[Group] = []
    for row in block.rows:
        if isinstance(row, Row):
            yield from _heads(groups, frame, len(shares), on)
            groups = []
            cells = zip(row.cells, shares, strict=True)
            yield _row([_cell(cell, share, frame, on) for cell, share in cells])
            continue
        if groups and row.level < groups[-1].level:
            yield _whole_row(groups, frame, len(shares), on)
            groups = []
        groups.append(row)
    if groups:
        yield _whole_row(groups, frame, len(shares), on)


def _heads(groups: Sequence[Group], frame: look.Frame, columns: int, on: Paper) -> Iterator[Node]:
    """Yield a head for each level, each deeper than the one before."""
    for level, same in groupby(groups, key=lambda group: group.level):
        yield _head([_whole_row([group], frame, columns, on) for group in same], level + 1)


def _whole_row(groups: Sequence[Group], frame: look.Frame, columns: int, on: Paper) -> Node:
    """Return heads as one row over the whole width, so that they stay on one page."""
    parts = tuple(part for group in groups for part in look.group_of(group).parts)
    return _row([_cell(Stack(parts), 1.0, frame, on) | {"span": columns}])


def _head(rows: list[Node], level: int) -> Node:
    """Return a head of a table (level 1) or of a part of it."""
    lines = sum(row["lines"] for row in rows)
    return {"kind": "head", "level": level, "rows": rows, "long": lines > _SURELY_SHORT}


def _row(cells: list[Node]) -> Node:
    """Return a row; it is long when it could be higher than a page, so that it is measured."""
    lines = max((sum(_lines_of(cell)) for cell in cells), default=0)
    return {"kind": "row", "cells": cells, "lines": lines, "long": lines > _SURELY_SHORT}


def _lines_of(cell: Node) -> Iterator[float]:
    """Yield how many lines the parts of a cell may take, in whatever font."""
    for part in cell["parts"]:
        if part["kind"] == "room":
            yield part["height"] / _LINE
            continue
        texts: list[Pieces] = part["items"] if part["kind"] == "bullets" else [part["pieces"]]
        for one in texts:
            size = look.STYLES[part["style"]].size
            yield line_count(joined(one), cell["width"] / _WIDER, size)


def _cell(
    value: Cell | Paragraph,
    share: float,
    frame: look.Frame,
    on: Paper,
    *,
    style: str = "Table Text",
) -> Node:
    room = max(_NARROWEST, on.width * share - frame.left - frame.right)
    return {"width": room, "span": 1, "parts": list(_parts_of_cell(value, style, on, room))}


def _parts_of_cell(value: Cell | Paragraph, style: str, on: Paper, room: float) -> Iterator[Node]:
    match value:
        case Paragraph():
            yield text(value.text, look.IN_CELL.get(value.style, style), on, room=room)
        case Bullets(items=()) | Stack(parts=()) | "":
            yield _empty(1)
        case Bullets():
            yield bullets(value, "Table Bullet", on, room)
        case Stack():
            for part in value.parts:
                yield from _parts_of_cell(part, style, on, room)
        case Blank() if not has_ink(look.text_of(value)):
            yield _empty(value.lines)
        case _:
            for said, name in look.lines_of(value, style):
                yield text(said, name, on, room=room)


def _empty(lines: int) -> Node:
    """Return room to write by hand."""
    return {"kind": "room", "height": lines * _LINE}
