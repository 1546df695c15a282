"""Blocks as a Word document (.docx)."""

from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from competenties.office.clean import clean
from competenties.office.package import mended
from competenties.office.word_xml import (
    add_number,
    add_table_style,
    document_defaults,
    keep_together,
    keep_with_next,
    remove_border,
    repeat_on_every_page,
    set_language,
    set_style,
    set_table,
    shade,
)

LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_PAGE = Phrase(nl="pagina", en="page")
_OF = Phrase(nl="van", en="of")
_COLUMNS = Phrase(nl="Kolommen: {names}", en="Columns: {names}")
_MOST_PROPERTY = 255  # what the standard allows in a property (ECMA-376 part 2, 11.1)


def word(document: Document) -> bytes:
    """Return a document as the bytes of a .docx file."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._content = document
        self._file = docx.Document()
        self._styles = {style.name: style for style in self._file.styles}
        self._title = document.title  # the latest heading
        self._under_table = False

    def write(self) -> bytes:
        self._set_page()
        self._set_styles()
        self._set_properties()
        self._set_footer()
        if self._content.notice:
            self._paragraph(self._content.notice, "Notice")
        self._paragraph(self._content.title, "Title")
        for block in self._content.blocks:
            self._add(block)
        if self._under_table:
            self._part_tables()
        buffer = BytesIO()
        self._file.save(buffer)
        return mended(buffer.getvalue(), self._content.made_on)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._title = block.text
                self._paragraph(block.text, f"Heading {block.level}")
            case Paragraph():
                self._text(block)
            case Bullets():
                for item in block.items:
                    self._paragraph(item, "List Bullet")
            case Fields(layout="lines"):
                for label, value in block.rows:
                    self._line(label, value)
            case Fields():
                self._fields(block)
            case Table():
                self._table(block)
            case PageBreak():
                self._paragraph("", "Normal").add_run().add_break(WD_BREAK.PAGE)

    def _text(self, block: Paragraph) -> None:
        paragraph = self._paragraph(block.text, look.PARAGRAPHS.get(block.style, "Normal"))
        if block.style == "warning":
            shade(paragraph.paragraph_format, look.WARNING)

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._file.add_paragraph(clean(text), self._styles[style])
        if self._under_table and look.STYLES[style].before < look.AFTER_TABLE:
            paragraph.paragraph_format.space_before = Pt(look.AFTER_TABLE)
        self._under_table = False
        return paragraph

    def _line(self, label: str, value: Cell) -> None:
        """Add running text that begins with its label."""
        paragraph = self._paragraph("", "Label Line")
        paragraph.add_run(f"{clean(label)}: ").bold = True
        paragraph.add_run(clean(look.text_of(value)))

    def _fields(self, block: Fields) -> None:
        rows = look.rows_of(block)
        if not rows:  # Word does not open a table without rows
            return
        table, made = self._new_table(block, len(rows))
        for row, fields in zip(made, rows, strict=True):
            if block.layout == "room":
                self._room(row, *fields[0])
                continue
            cells = row.cells
            if len(cells) > 2 * len(fields):
                cells = (cells[0], cells[1].merge(cells[-1]))
            for number, (label, value) in enumerate(fields):
                self._fill(cells[2 * number], Paragraph(label), "Table Label")
                self._fill(cells[2 * number + 1], value)
            if look.is_short(look.cells_of(fields), look.row_shares(block, fields)):
                keep_together(row)
        set_table(table, clean(self._title), "", has_header=False)
        if look.stays_whole(block):
            for row in made[:-1]:
                keep_with_next(row.cells)

    def _room(self, row: Any, label: str, value: Cell) -> None:
        """Fill a row of one cell with a label, and under it the room to write."""
        (cell,) = row.cells
        self._fill(cell, Paragraph(label), "Table Label")
        self._fill(cell, value, is_first=False)
        keep_together(row)

    def _table(self, block: Table) -> None:
        table, rows = self._new_table(block, 1 + len(block.rows))
        repeat_on_every_page(rows[0])
        for cell, column in zip(rows[0].cells, block.columns, strict=True):
            self._fill(cell, Paragraph(column.title), "Table Header")
        for row, content in zip(rows[1:], block.rows, strict=True):
            if isinstance(content, Group) or look.is_short(content.cells, look.shares_of(block)):
                keep_together(row)
            self._fill_row(row, content)
        names = ", ".join(column.title for column in block.columns)
        described = _COLUMNS.say(self._content.language, names=names)
        set_table(table, clean(block.about), clean(described), has_header=True)

    def _fill_row(self, row: Any, content: Row | Group) -> None:
        cells = row.cells
        if isinstance(content, Row):
            for cell, value in zip(cells, content.cells, strict=True):
                self._fill(cell, value)
            return
        whole = cells[0].merge(cells[-1])
        self._fill(whole, look.group_of(content))
        keep_with_next([whole])

    def _new_table(self, block: Table | Fields, rows: int) -> tuple[Any, list[Any]]:
        if self._under_table:
            self._part_tables()
        shares = look.shares_of(block)
        frame = look.frame_of(block)
        style = next(name for name, one in look.FRAMES.items() if one is frame)
        table = self._file.add_table(rows, len(shares), self._styles[style])
        table.autofit = False
        widths = [Cm(look.TEXT_WIDTH * share) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        made = list(table.rows)
        for row in made:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        self._under_table = True
        return table, made

    def _fill(
        self,
        cell: Any,
        value: Cell | Paragraph,
        style: str = "Table Text",
        *,
        is_first: bool = True,
    ) -> None:
        for number, (text, name) in enumerate(look.lines_of(value, style)):
            add = number > 0 or not is_first
            paragraph = cell.add_paragraph() if add else cell.paragraphs[0]
            paragraph.style = self._styles[name]
            paragraph.add_run(clean(text))

    def _part_tables(self) -> None:
        """Word wants a paragraph between two tables; a small one, so that it costs no room."""
        paragraph = self._file.add_paragraph(style=self._styles["Between Tables"])
        paragraph.paragraph_format.line_spacing = Pt(look.BETWEEN_TABLES)
        self._under_table = False

    def _set_page(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = Cm(look.PAGE_WIDTH), Cm(look.PAGE_HEIGHT)
        section.left_margin = section.right_margin = Cm(look.SIDE_MARGIN)
        section.top_margin, section.bottom_margin = Cm(look.TOP_MARGIN), Cm(look.BOTTOM_MARGIN)
        section.header_distance = section.footer_distance = Cm(look.FOOTER_MARGIN)

    def _set_styles(self) -> None:
        locale = LOCALES[self._content.language]
        set_language(document_defaults(self._file.styles), locale)
        for name, style in look.STYLES.items():
            if name not in self._styles:
                added = self._file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
                added.base_style = self._styles[style.base]
                self._styles[name] = added
            set_style(self._styles[name], style)
            set_language(self._styles[name].element.get_or_add_rPr(), locale)
        remove_border(self._styles["Title"])
        for name, frame in look.FRAMES.items():
            self._styles[name] = add_table_style(self._file.styles, name, frame)

    def _set_properties(self) -> None:
        properties = self._file.core_properties
        properties.title = clean(self._content.title)[:_MOST_PROPERTY]
        organisation = clean(self._content.organisation)[:_MOST_PROPERTY]
        properties.author = organisation or "competenties"
        properties.comments = ""
        properties.keywords = clean(", ".join(self._content.keywords))[:_MOST_PROPERTY]
        properties.language = LOCALES[self._content.language]

    def _set_footer(self) -> None:
        style, language = self._styles["Footer"], self._content.language
        set_style(style, look.Style(look.FOOTER_SIZE, colour=look.GREY))
        stops = style.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Cm(look.TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        paragraph = self._file.sections[0].footer.paragraphs[0]
        paragraph.add_run(f"{clean(self._content.footer)}\t{_PAGE.say(language)} ")
        add_number(paragraph, "PAGE")
        paragraph.add_run(f" {_OF.say(language)} ")
        add_number(paragraph, "NUMPAGES")
