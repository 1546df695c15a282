"""The form of a Markdown file, whatever it says: headings, and below each its lines and points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from competenties.findings import UnusableError
from competenties.formats.markdown_escape import id_of, read_title
from competenties.messages import Phrase

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*))?")
_POINT = re.compile(r"[-*+](?:[ \t]+(.*))?")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_QUOTE = re.compile(r"> ?(.*)")
_MOST_LAYERS = 40
_TAB = 4
_TOO_DEEP = Phrase(
    nl="Regel {line} springt te ver in. Haal spaties aan het begin van de regel weg.",
    en="Line {line} is indented too far. Take away spaces at the beginning of the line.",
)


@dataclass
class Entry:
    """A line, or a point of a list, with what stands indented or quoted below it."""

    text: str
    number: int
    is_point: bool = False
    quote: list[str] = field(default_factory=list)
    children: list["Entry"] = field(default_factory=list)


@dataclass
class Section:
    """A heading with its id and what stands below it, until the next heading."""

    depth: int
    title: str
    id: str | None
    number: int
    entries: list[Entry] = field(default_factory=list)


def sections(text: str) -> list[Section]:
    """Return the headings of a file; what stands before the first has depth 0."""
    found = [Section(0, "", None, 0)]
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _HEADING.fullmatch(line)
        if match is None:
            lines.append((number, line))
            continue
        found[-1].entries = _entries(lines)
        lines = []
        bare, identifier = id_of(match[2] or "")
        found.append(Section(len(match[1]), bare.strip(), identifier, number))
    found[-1].entries = _entries(lines)
    return found


def title_of(section: Section) -> str:
    """Return what a heading says."""
    return read_title(section.title)


def _entries(lines: list[tuple[int, str]]) -> list[Entry]:
    """Return lines as a tree by their indentation."""
    root: list[Entry] = []
    branches: list[tuple[int, list[Entry]]] = [(-1, root)]  # indentation of an entry, its children
    for number, indent, text in _indented(lines):
        while branches[-1][0] >= indent:
            branches.pop()
        siblings = branches[-1][1]
        quote = _QUOTE.fullmatch(text)
        if quote is not None:
            if not siblings:
                siblings.append(Entry("", number))
            siblings[-1].quote.append(quote[1])
            continue
        siblings.append(_entry(text, number))
        branches.append((indent, siblings[-1].children))
        if len(branches) > _MOST_LAYERS:
            raise UnusableError(_TOO_DEEP, line=number)
    return root


def _entry(text: str, number: int) -> Entry:
    point = _POINT.fullmatch(text)
    if point is None:
        return Entry(text, number)
    return Entry((point[1] or "").strip(), number, is_point=True)


def _indented(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the lines that say something, with how far they are indented."""
    for number, line in lines:
        bare = line.lstrip(" \t")
        if bare.strip() and not _RULE.fullmatch(bare):
            indent = len(line[: len(line) - len(bare)].expandtabs(_TAB))
            yield number, indent, bare if bare.startswith(">") else bare.rstrip()
