"""What keeps people from reading a document of Word."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from competenties.office.accessibility_barrier import (
    NO_LANGUAGE,
    NO_TITLE,
    Barrier,
    contrast_barriers,
    heading_barriers,
    link_barriers,
    list_barriers,
    merged_cells,
    no_alternative,
    no_header,
    not_described,
)
from competenties.office.template import W, parsed

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"
_OFF = ("0", "false", "off")


def word_barriers(raw: bytes) -> Iterator[Barrier]:
    """Yield the barriers in a .docx: of the text first, then of headers and footers."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    styles = _Styles(parsed(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
    yield from _properties(parts, styles)
    for name in sorted(parts):
        if _STORY.fullmatch(name):
            root = _as_shown(parsed(parts[name]))
            yield from _text(root, styles, is_main=name == "word/document.xml")
            yield from _pictures(root)
            for table in root.iter(f"{W}tbl"):
                yield from _table(table)


def _as_shown(root: Any) -> Any:
    """Return a text without what stands in it twice, for programs that are older than it."""
    for one in list(root.iter(_FALLBACK)):
        one.getparent().remove(one)
    return root


class _Styles:
    """What the styles of a document say that matters here."""

    def __init__(self, root: Any) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {one.get(f"{W}styleId", ""): one for one in found}
        self._usual = next(
            (
                name
                for name, one in self._styles.items()
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        defaults = None if root is None else root.find(f"{W}docDefaults")
        self.has_language = defaults is not None and bool(
            [one for one in defaults.iter(f"{W}lang") if one.get(f"{W}val")]
        )

    def level(self, paragraph: Any) -> int | None:
        """Return the level of a heading, 0 for the title, None for other text."""
        own = _value(paragraph, f"{W}pPr/{W}outlineLvl")
        for style in self._chain(self._of(paragraph)):
            name = _value(style, f"{W}name")
            if name.casefold() == "title":
                return 0
            if found := _HEADING.fullmatch(name):
                return int(found[1])
            own = own or _value(style, f"{W}pPr/{W}outlineLvl")
        return int(own) + 1 if own.isdigit() and int(own) < _NO_OUTLINE else None

    def is_listed(self, paragraph: Any) -> bool:
        """Tell whether a paragraph is an item of a real list."""
        places = (paragraph, *self._chain(self._of(paragraph)))
        return any(one.find(f"{W}pPr/{W}numPr") is not None for one in places)

    def colours(self, run: Any, paragraph: Any) -> tuple[str, str]:
        """Return the colour of a text and that behind it; empty where that cannot be told.

        Word chooses colours of its own, and a style of tables or a drawing may colour what is behind.
        """
        own = _value(run, f"{W}rPr/{W}rStyle")
        styles = [*self._chain(own), *self._chain(self._of(paragraph))]
        colour = next(filter(None, (_value(one, f"{W}rPr/{W}color") for one in (run, *styles))), "")
        fills = [_fill(one, place) for one in (run, *styles) for place in (f"{W}rPr", f"{W}pPr")]
        fills.insert(0, _fill(paragraph, f"{W}pPr"))
        fills += [_fill(cell, f"{W}tcPr") for cell in paragraph.iterancestors(f"{W}tc")]
        usual = "" if self._is_on_something(paragraph) else _WHITE
        return colour, next(filter(None, fills), usual)

    def _is_on_something(self, paragraph: Any) -> bool:
        """Tell whether a style of tables, or a shape, may give what is behind a text a colour."""
        if next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None:
            return True
        names = (
            _value(table, f"{W}tblPr/{W}tblStyle") for table in paragraph.iterancestors(f"{W}tbl")
        )
        styles = (style for name in names for style in self._chain(name))
        return any(
            _COLOUR.fullmatch(one.get(f"{W}fill") or "")
            for style in styles
            for one in style.iter(f"{W}shd")
        )

    def _of(self, paragraph: Any) -> str:
        return _value(paragraph, f"{W}pPr/{W}pStyle") or self._usual

    def _chain(self, name: str) -> Iterator[Any]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name], f"{W}basedOn")


_NO_OUTLINE = 9  # what Word calls body text


def _properties(parts: dict[str, bytes], styles: _Styles) -> Iterator[Barrier]:
    core = parts.get("docProps/core.xml")
    title = parsed(core).findtext(_TITLE) if core else None
    if not (title or "").strip():
        yield NO_TITLE
    if not styles.has_language:
        yield NO_LANGUAGE


def _text(root: Any, styles: _Styles, *, is_main: bool) -> Iterator[Barrier]:
    """Yield what is wrong with headings, lists, links and colours."""
    paragraphs = list(root.iter(f"{W}p"))
    if is_main:
        found = [(styles.level(one), _said(one)) for one in paragraphs]
        yield from heading_barriers((level, text) for level, text in found if level is not None)
    yield from list_barriers(_said(one) for one in paragraphs if not styles.is_listed(one))
    yield from link_barriers(
        _said(one) for one in root.iter(f"{W}hyperlink") if not one.get(f"{W}anchor")
    )
    yield from contrast_barriers(_colours(paragraphs, styles))


def _colours(paragraphs: list[Any], styles: _Styles) -> Iterator[tuple[str, str, str]]:
    """Yield the colour of each text with that behind it, where both can be told."""
    for paragraph in paragraphs:
        own = (
            run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p")) is paragraph
        )
        for run in own:
            text = _said(run)
            colour, background = styles.colours(run, paragraph)
            if text.strip() and background and _COLOUR.fullmatch(colour):
                yield colour, background, text


def _pictures(root: Any) -> Iterator[Barrier]:
    for one in root.iter(f"{_DRAWING}docPr"):
        is_decorative = any(mark.get("val") in ("1", "true") for mark in one.iter(_DECORATIVE))
        if not (one.get("descr") or "").strip() and not is_decorative:
            yield no_alternative(one.get("name") or "…")
    for one in root.iter(_SHAPE):
        if one.find(_IMAGE) is not None and not (one.get("alt") or "").strip():
            yield no_alternative(one.get("id") or "…")


def _table(table: Any) -> Iterator[Barrier]:
    """Yield what is wrong with a table: rows of data under headings, or labels with values."""
    properties = f"{W}tblPr/{W}"
    about = _value(table, f"{properties}tblCaption") or _value(table, f"{properties}tblDescription")
    if not about.strip():
        yield not_described(_said(table) or "…")
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    if any(_is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows[:1]):
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        data = [row for row in rows if not _is_on(row.find(f"{W}trPr/{W}tblHeader"))]
        if any(_is_merged(row, table, width) for row in data):
            yield merged_cells(about or _said(table))
    elif not _has_labels(table):
        yield no_header(about or _said(table))


def _has_labels(table: Any) -> bool:
    """Tell whether a table says that its first column holds the headings, and no row does."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    return bool(look.get(f"{W}firstColumn") == "1" and look.get(f"{W}firstRow") == "0")


def _is_merged(row: Any, table: Any, width: int) -> bool:
    """Tell whether cells were made one in a row of data; one cell over all columns is a heading."""
    cells = [one for one in row.iter(f"{W}tc") if next(one.iterancestors(f"{W}tbl")) is table]
    spans = [_value(one, f"{W}tcPr/{W}gridSpan") for one in cells]
    if len(cells) == 1 and spans[0] == str(width):
        return False
    is_down = any(one.find(f"{W}tcPr/{W}vMerge") is not None for one in cells)
    return is_down or any(span not in ("", "1") for span in spans)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{W}val") not in _OFF


def _fill(holder: Any, place: str) -> str:
    shading = holder.find(f"{place}/{W}shd")
    found = "" if shading is None else shading.get(f"{W}fill") or ""
    return found if _COLOUR.fullmatch(found) else ""


def _value(holder: Any, path: str) -> str:
    found = holder.find(path)
    return "" if found is None else found.get(f"{W}val") or ""


def _said(holder: Any) -> str:
    return "".join(one.text or "" for one in holder.iter(f"{W}t"))
