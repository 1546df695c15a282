"""Longer texts as blocks: the paragraphs and lists of Markdown, and nothing more of it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from competenties.office.blocks import Bullets, Paragraph, Stack

_POINT = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+(.*)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"#{1,6}\s+")


def prose(text: str, style: str = "normal") -> list[Paragraph | Bullets]:
    """Return a text as paragraphs and lists; emphasis and heading marks are taken away."""
    return list(_blocks(text, style))


def in_cell(text: str) -> str | Stack:
    """Return a text for a cell of a table: as it is, or where it has a list its paragraphs and lists."""
    blocks = prose(text)
    is_plain = all(isinstance(one, Paragraph) for one in blocks)
    return text if is_plain else Stack(tuple(blocks))


@lru_cache(maxsize=1024)
def _blocks(text: str, style: str) -> tuple[Paragraph | Bullets, ...]:
    """Return a text as blocks; a definition returns in the documents of many jobs."""
    parts = re.split(r"\n\s*\n", text.strip())
    return tuple(block for part in parts for block in _part(part, style))


def _part(part: str, style: str) -> Iterator[Paragraph | Bullets]:
    words: list[str] = []
    points: list[str] = []
    for line in part.splitlines():
        point = _POINT.fullmatch(line)
        if point:
            points.append(_plain(point[1]))
        elif points and line.strip():
            points[-1] = f"{points[-1]} {_plain(line.strip())}"
        elif line.strip():
            words.append(_plain(line.strip()))
    if words:
        yield Paragraph(" ".join(words), style)
    if points:
        yield Bullets(tuple(points))


def _plain(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _HEADING.sub("", text, count=1))
