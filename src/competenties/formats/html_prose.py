"""The paragraphs and lists of our Markdown as HTML, and the HTML of other programs as Markdown."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from competenties.office.clean import clean, has_ink

_POINT = re.compile(r"- (.*)", re.DOTALL)
_NUMBERED = re.compile(r"([0-9]{1,4})\. (.*)", re.DOTALL)
_OTHER_POINT = re.compile(r"\s*[*•] (.*)", re.DOTALL)
_STRONG = re.compile(r"\*\*(?=[^\s*])(.{1,200}?)(?<=[^\s*])\*\*")  # bounded: it stays quick
_STRESSED = re.compile(r"(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EDGES = " \t\r\n\f"
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_MOST_MARKS = 4  # marks inside marks; nobody means more
_SILENT = frozenset(["script", "style", "template", "title"])
_BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "main",
        "nav",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_MEDIA = frozenset(["img", "video", "audio", "iframe", "embed", "object"])
_CELLS = frozenset(["td", "th"])
_BETWEEN_CELLS = " | "
_MOST_TABLES = 4  # tables in tables; a deeper one is read as text
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<[!?][^<>]*>")
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(lang|href|alt|src|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_COMMENT, _COMMENT_END = "<!--", "-->"
_LINKS = ("http://", "https://", "mailto:")


class Block(NamedTuple):
    """A heading, a paragraph, or a list with its points; `depth` is that of a heading."""

    kind: Literal["heading", "paragraph", "points", "numbers"]
    texts: tuple[str, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        """What it says; of a list the points, one on each line."""
        return "\n".join(self.texts)


class Page(NamedTuple):
    """What HTML says, the language that it names first, and the pictures and films in it."""

    blocks: tuple[Block, ...]
    language: str = ""
    pictures: tuple[str, ...] = ()
    """The name of each file, or where it has none what it is said to show."""


def as_html(markdown: str) -> str:
    """Return Markdown paragraphs and lists as HTML; everything else in it stays text."""
    return "".join(map(_block_as_html, blocks_of(markdown)))


def line_as_html(text: str) -> str:
    """Return a plain text as HTML inside a paragraph or point.

    A backslash is written as a number: some programs take it for the escape of a quote.
    """
    return html.escape(clean(text), quote=False).replace("\\", "&#92;").replace("\n", "<br>")


def points_as_html(texts: Iterable[str]) -> str:
    """Return plain texts as a list."""
    points = "".join(f"<li>{line_as_html(text)}</li>" for text in texts)
    return f"<ul>{points}</ul>" if points else ""


def blocks_of(markdown: str) -> list[Block]:
    """Return the paragraphs and lists of a text."""
    return [block for part in markdown.split("\n\n") if part for block in _part(part)]


def markdown_of(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown; a list follows at once on a paragraph that ends in a colon."""
    said = ""
    for block in blocks:
        if said:
            is_list = block.kind in ("points", "numbers")
            said += "\n" if is_list and said.endswith(":") else "\n\n"
        said += _as_markdown(block)
    return said


def read_html(text: str) -> Page:
    """Return what HTML says: headings, paragraphs and lists. Scripts and styles say nothing.

    A picture says its alternative text. The rows of a table are lines of one paragraph.
    """
    reader = _Reader()
    reader.read(text)
    return Page(tuple(reader.blocks), reader.language, tuple(reader.pictures))


def _part(part: str) -> Iterator[Block]:
    """Yield what stands between two empty lines: words, then perhaps a list."""
    kind: Literal["paragraph", "points", "numbers"] = "paragraph"
    texts: list[str] = []
    for line in part.split("\n"):
        if point := _POINT.fullmatch(line) or _OTHER_POINT.fullmatch(line):
            found, text = "points", point[1]
        elif (point := _NUMBERED.fullmatch(line)) and _is_next(point[1], kind, texts):
            found, text = "numbers", point[2]
        elif texts:
            texts[-1] = f"{texts[-1]}\n{line}"
            continue
        else:
            found, text = "paragraph", line
        if texts and found != kind:
            yield Block(kind, tuple(texts))
            texts = []
        kind = found  # type: ignore[assignment]  # mypy widens the literals above
        texts.append(text)
    if texts:
        yield Block(kind, tuple(texts))


def _is_next(number: str, kind: str, texts: list[str]) -> bool:
    """Tell whether a number goes on with a list, or begins one."""
    return int(number) == (len(texts) + 1 if kind == "numbers" else 1)


def _block_as_html(block: Block) -> str:
    if block.kind == "paragraph":
        return f"<p>{_stressed(block.text)}</p>"
    tag = "ul" if block.kind == "points" else "ol"
    points = "".join(f"<li>{_stressed(text)}</li>" for text in block.texts)
    return f"<{tag}>{points}</{tag}>"


def _stressed(text: str) -> str:
    marked = _STRONG.sub(r"<strong>\1</strong>", line_as_html(text))
    return _STRESSED.sub(r"<em>\1</em>", marked)


def _words_in(blocks: Iterable[Block]) -> list[str]:
    return [word for block in blocks for word in block.text.split()]


def _as_markdown(block: Block) -> str:
    if block.kind == "points":
        return "\n".join(f"- {text}" for text in block.texts)
    if block.kind == "numbers":
        return "\n".join(f"{number}. {text}" for number, text in enumerate(block.texts, 1))
    return block.text


@dataclass
class _List:
    kind: Literal["points", "numbers"]
    texts: list[str] = field(default_factory=list)


@dataclass
class _Table:
    """A table that is being read: where the blocks of each cell of the row begin."""

    cells: list[int] = field(default_factory=list)
    last_row: int | None = None
    """The block with the rows so far."""


class _Reader:
    """Gathers blocks; lists in lists become one list.

    The tags are found here, each looked at once: the parser of the standard library takes minutes
    for some texts that are no HTML.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.language = ""
        self.pictures: list[str] = []
        self._tables: list[_Table] = []
        self._words: list[str] = []
        self._marks: list[tuple[str, int]] = []
        self._lists: list[_List] = []
        self._heading = self._silent = 0
        self._link = ""

    def read(self, text: str) -> None:
        """Read a whole text; what is no tag is said as it stands."""
        place = 0
        while (found := text.find("<", place)) >= 0:
            self._say(text[place:found])
            if text.startswith(_COMMENT, found):
                end = text.find(_COMMENT_END, found)
                place = len(text) if end < 0 else end + len(_COMMENT_END)
            elif tag := _TAG.match(text, found):
                self._take(tag)
                place = tag.end()
            else:
                self._say("<")
                place = found + 1
        self._say(text[place:])
        while self._lists:
            self.end_block()
            self._end_list()
        self.end_block()
        while self._tables:
            self._end_table()

    def _take(self, tag: re.Match[str]) -> None:
        if tag[2] is None:
            return
        if tag[1]:
            self._end(tag[2].lower())
            return
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(tag[3])
        }
        self._begin(tag[2].lower(), attributes)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self.language = self.language or attributes.get("lang", "")
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._words.append("\x00")  # a break that collapsing of blanks leaves alone
        elif tag in _HEADINGS:
            self.end_block()
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._begin_list("points" if tag == "ul" else "numbers")
        elif tag == "li" or tag in _BREAKING:
            self.end_block()
            self._begin_in_table(tag)
        elif tag in _MEDIA:
            self._show(attributes)
        elif tag in _MARKS:
            self._marks.append((tag, len(self._words)))
        elif tag == "a":
            target = attributes.get("href", "")
            self._link = target if target.startswith(_LINKS) else ""

    def _end(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _HEADINGS or tag in _BREAKING or tag == "li":
            self.end_block()
            if tag == "tr":
                self._end_row()
            elif tag == "table":
                self._end_table()
        elif tag in ("ul", "ol"):
            self.end_block()
            self._end_list()
        elif tag in _MARKS:
            self._end_mark(tag)
        elif tag == "a" and self._link:
            if self._link not in self._words[-1:]:
                self._words.append(f" ({self._link})")
            self._link = ""

    def _say(self, text: str) -> None:
        if text:
            self._say_plainly(html.unescape(text))

    def _say_plainly(self, text: str) -> None:
        if not self._silent:
            self._words.append(text)

    def end_block(self) -> None:
        """End the paragraph, heading or point that is being read."""
        lines = _BLANKS.sub(" ", "".join(self._words)).split("\x00")
        text = "\n".join(line.strip(_EDGES) for line in lines).strip("\n")
        self._words, self._marks = [], []
        heading, self._heading = self._heading, 0
        if not has_ink(text):
            return
        if heading:
            self.blocks.append(Block("heading", (text,), heading))
        elif self._lists:
            self._lists[0].texts.append(text)
        else:
            self.blocks.append(Block("paragraph", (text,)))

    def _show(self, attributes: dict[str, str]) -> None:
        """Say what a picture or film shows, and keep its name: it does not go along itself."""
        if self._silent:
            return
        said = attributes.get("alt") or attributes.get("title") or ""
        source = attributes.get("src", "")
        name = "" if source.startswith("data:") else source.partition("?")[0].rpartition("/")[2]
        self.pictures.append(name or said or "?")
        if said:
            self._say_plainly(f" {said} ")

    def _begin_in_table(self, tag: str) -> None:
        if tag == "table" and len(self._tables) < _MOST_TABLES and not self._lists:
            self._tables.append(_Table())
        elif tag == "tr":
            self._end_row()
        elif tag in _CELLS and self._tables:
            self._tables[-1].cells.append(len(self.blocks))

    def _end_row(self) -> None:
        """Make one line of the cells of a row; a single cell stays as it is, for it is no table."""
        if not self._tables:
            return
        table = self._tables[-1]
        starts, table.cells = table.cells, []
        if len(starts) < 2:  # noqa: PLR2004  (one cell)
            return
        ends = [*starts[1:], len(self.blocks)]
        cells = (self.blocks[start:end] for start, end in zip(starts, ends, strict=True))
        line = _BETWEEN_CELLS.join(" ".join(_words_in(one)) for one in cells)
        del self.blocks[starts[0] :]
        if not has_ink(line.replace("|", "")):
            return
        if table.last_row is not None and table.last_row == len(self.blocks) - 1:
            line = f"{self.blocks.pop().text}\n{line}"
        table.last_row = len(self.blocks)
        self.blocks.append(Block("paragraph", (line,)))

    def _end_table(self) -> None:
        self._end_row()
        del self._tables[-1:]

    def _begin_list(self, kind: Literal["points", "numbers"]) -> None:
        self.end_block()
        self._lists.append(_List(kind))

    def _end_list(self) -> None:
        if len(self._lists) == 1 and self._lists[0].texts:
            self.blocks.append(Block(self._lists[0].kind, tuple(self._lists[0].texts)))
        del self._lists[-1:]

    def _end_mark(self, tag: str) -> None:
        """Put the marks of Markdown around what was stressed."""
        if not self._marks or self._marks[-1][0] != tag:
            return
        _, start = self._marks.pop()
        inner = "".join(self._words[start:])
        words = inner.strip(_EDGES)
        if words and "\x00" not in words and len(self._marks) < _MOST_MARKS:
            mark = _MARKS[tag]
            before, after = inner[: inner.index(words[0])], inner[len(inner.rstrip(_EDGES)) :]
            self._words[start:] = [f"{before}{mark}{words}{mark}{after}"]
