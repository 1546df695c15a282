"""Blocks as a Word document (.docx)."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from competenties.office import look
from competenties.office.blocks import (
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
from competenties.office.clean import clean
from competenties.office.word_contents import contents, index, marked, targets
from competenties.office.word_controls import Tags, title_of
from competenties.office.word_package import packed
from competenties.office.word_pages import FIRST_LINK, Section, edges, section
from competenties.office.word_pictures import Pictures
from competenties.office.word_tables import fields, said, table
from competenties.office.word_xml import (
    HEAD,
    HOLE,
    NAMESPACES,
    paragraph,
    run,
    with_property,
)

_BEGIN = f"{HEAD}<w:document {NAMESPACES}><w:body>"
_END = "</w:body></w:document>"
_NEW_PAGE = "<w:pageBreakBefore/>"
_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.WARNING}"/>'
_BOLD = "<w:rPr><w:b/></w:rPr>"
_BREAK = "<w:r><w:br/></w:r>"
_ROOM_ABOVE = f'<w:spacing w:before="{look.AFTER_TABLE * 20:.0f}"/>'
_SMALL = f'<w:spacing w:line="{look.BETWEEN_TABLES * 20:.0f}" w:lineRule="exact"/>'
_FULL_LINE = '<w:spacing w:line="240" w:lineRule="auto"/>'  # with less a picture loses its top


def word(document: Document) -> bytes:
    """Return a document as the bytes of a .docx file."""
    return _Writer(document).write()


@lru_cache(maxsize=512)
def _label(label: str) -> str:
    """Return a label before running text; the same ones stand in every document of a kind."""
    return run(f"{label}: ", _BOLD)


class _Writer:
    """Writes blocks after each other: paragraphs and tables, in sections with pages of one kind."""

    def __init__(self, document: Document) -> None:
        self._content, self._language = document, document.language
        self._made: list[str] = []
        self._pictures = Pictures("image", FIRST_LINK)
        self._headings = targets(document)
        self._bookmarks = 0
        self._title = document.title  # the latest heading
        self._under_table = self._breaks = False
        self._section, self._since = Section(document.begins_lying), 0
        self._sides = {document.begins_lying}

    def write(self) -> bytes:
        if self._content.notice:
            self._paragraph("Notice", run(self._content.notice))
        self._paragraph("Title", run(self._content.title))
        for block in self._content.after_beginning:
            self._add(block)
        if self._under_table or self._since == len(self._made):
            self._part()
        tags = Tags()
        body = [tags.filled(one) if HOLE in one else one for one in self._made]
        ending = section(self._section, self._content.house)
        around = edges(self._content.footer, self._content.house, self._language, self._sides)
        return packed(self._content, (_BEGIN, *body, ending, _END), around, self._pictures)

    def _add(self, block: Block) -> None:
        match block:
            case Heading() | Paragraph() | Bullets():  # first: most blocks are one of these
                self._text(block)
            case Fields(layout="lines"):
                self._text(block)
            case Fields():
                self._table(fields(block, self._width, self._language, self._title))
            case Table():
                self._table(table(block, self._width, self._language))
            case Picture():
                self._picture(block)
            case PageBreak():
                self._break(block)
            case Contents():
                self._listed(contents(block, self._headings, self._width))
            case Index():
                self._index(block)

    def _text(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                shade = _SHADE if block.style == "warning" else ""
                self._paragraph(look.PARAGRAPHS.get(block.style, "Normal"), run(block.text), shade)
            case Bullets():
                for item in block.items:
                    self._paragraph("List Bullet", run(item))
            case Fields():
                for label, value in block.rows:
                    self._paragraph("Label Line", self._labelled(label, value))

    @property
    def _width(self) -> float:
        """How many centimetres wide the text is on the pages of this section."""
        return look.text_width(is_landscape=self._section.is_landscape)

    def _paragraph(self, style: str, content: str, shade: str = "", spacing: str = "") -> None:
        """Add a paragraph; under a table it gets room above it."""
        if self._under_table and look.STYLES[style].before < look.AFTER_TABLE:
            spacing = spacing or _ROOM_ABOVE
        breaks = _NEW_PAGE if self._breaks else ""
        self._made.append(paragraph(style, content, f"{breaks}{shade}{spacing}"))
        self._under_table = self._breaks = False

    def _heading(self, block: Heading) -> None:
        self._title, content = block.text, run(block.text)
        if self._headings:
            content = marked(content, self._headings[self._bookmarks], self._bookmarks + 1)
            self._bookmarks += 1
        self._paragraph(f"Heading {block.level}", content)

    def _labelled(self, label: str, value: Cell) -> str:
        """Return running text that begins with its label."""
        begin = _label(label)
        if isinstance(value, str):
            return begin + run(value)
        title = title_of(label, value)
        lines = [
            said(value, text, title, place, self._language)
            for place, (text, _) in enumerate(look.lines_of(value, "Label Line"))
        ]
        return begin + _BREAK.join(lines)

    def _picture(self, block: Picture) -> None:
        is_landscape = self._section.is_landscape
        high = look.text_height(self._content.house, is_landscape=is_landscape)
        size = look.picture_size(block, self._width, high)
        drawn = self._pictures.drawn(block.png, block.svg, clean(block.about), size)
        self._paragraph("Picture", drawn, spacing=_FULL_LINE)

    def _table(self, made: Sequence[str]) -> None:
        """Add a table; Word wants a paragraph between two, and one that begins a page before it."""
        if made:
            if self._under_table or self._breaks:
                self._part()
            self._made.extend(made)
            self._under_table = True

    def _part(self, ending: str = "") -> None:
        """Add a paragraph so small that it costs no room."""
        breaks = _NEW_PAGE if self._breaks else ""
        self._made.append(paragraph("Between Tables", "", f"{breaks}{_SMALL}{ending}"))
        self._under_table = self._breaks = False

    def _break(self, block: PageBreak) -> None:
        """Begin a new page, in a section of its own where it lies on another side."""
        if self._since == len(self._made):
            self._section = Section(block.is_landscape)
        elif block.is_landscape != self._section.is_landscape:
            self._begin(Section(block.is_landscape))
        else:
            self._breaks = True
        self._sides.add(block.is_landscape)

    def _begin(self, following: Section) -> None:
        """End a section, in its last paragraph, and begin another one; an empty one becomes that."""
        if self._since == len(self._made):
            self._section = following._replace(is_continuous=self._section.is_continuous)
            return
        ending = section(self._section, self._content.house)
        self._breaks = False
        if self._under_table:
            self._part(ending)
        else:
            self._made[-1] = with_property(self._made[-1], ending)
        self._section, self._since = following, len(self._made)
        self._under_table = False

    def _listed(self, made: Iterable[str]) -> None:
        if self._breaks:
            self._part()
        self._made.extend(made)
        self._under_table = False

    def _index(self, block: Index) -> None:
        """Add an index in columns, on the page where it begins."""
        if not block.entries:
            return
        side, count = self._section.is_landscape, look.INDEX_COLUMNS
        width = (self._width - (count - 1) * look.INDEX_GAP) / count
        self._begin(Section(side, count, is_continuous=not self._breaks))
        self._listed(index(block, self._headings, width))
        self._begin(Section(side, is_continuous=True))
