"""The same Word documents built by python-docx, paragraph by paragraph: the oracle for our writer.

It shares the styles and the looks of blocks with the program, and nothing of how they become XML.
Pages on their side, contents, an index and a house style it does not know.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm, Pt
from python_docx_parts import (
    Controls,
    add_number,
    add_picture,
    join_rows,
    keep_together,
    keep_with_next,
    repeat_on_every_page,
    set_table,
    shade,
)

from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Choice,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.clean import clean, has_ink
from competenties.office.package import mended
from competenties.office.pages import line_height
from competenties.office.word_controls import title_of, titles_of
from competenties.office.word_styles import file_with_styles
from competenties.office.word_xml import LOCALES

_PAGE = Phrase(nl="pagina", en="page")
_OF = Phrase(nl="van", en="of")
_COLUMNS = Phrase(nl="Kolommen: {names}", en="Columns: {names}")
_MOST_PROPERTY = 255  # what the standard allows in a property (ECMA-376 part 2, 11.1)


def python_docx_document(document: Document) -> bytes:
    """Return a document as the bytes of a .docx file, by python-docx."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._content = document
        self._file = file_with_styles(document.house, LOCALES[document.language])
        self._styles = {style.name: style for style in self._file.styles}
        self._controls = Controls(document.language)
        self._title = document.title  # the latest heading
        self._under_table = self._breaks = False

    def write(self) -> bytes:
        self._set_page()
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
            case Fields():
                self._labelled(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case PageBreak():
                self._breaks, self._under_table = True, False

    def _text(self, block: Paragraph) -> None:
        paragraph = self._paragraph(block.text, look.PARAGRAPHS.get(block.style, "Normal"))
        if block.style == "warning":
            shade(paragraph.paragraph_format, look.WARNING)

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._file.add_paragraph(clean(text), self._styles[style])
        if self._under_table and look.STYLES[style].before < look.AFTER_TABLE:
            paragraph.paragraph_format.space_before = Pt(look.AFTER_TABLE)
        self._under_table = False
        return self._begin_page(paragraph)

    def _begin_page(self, paragraph: Any) -> Any:
        if self._breaks:
            paragraph.paragraph_format.page_break_before = True
        self._breaks = False
        return paragraph

    def _picture(self, block: Picture) -> None:
        paragraph = self._paragraph("", "Picture")
        paragraph.paragraph_format.line_spacing = 1.0  # with less the top would be cut off
        about = " ".join(clean(block.about).split())
        add_picture(paragraph, block.png, block.svg, about, look.picture_size(block))

    def _labelled(self, block: Fields) -> None:
        match block.layout:
            case "lines":
                self._lines(block)
            case "room":
                self._rooms(block)
            case _:
                self._fields(block)

    def _lines(self, block: Fields) -> None:
        """Add running text that begins with its label."""
        for label, value in block.rows:
            paragraph = self._paragraph("", "Label Line")
            paragraph.add_run(f"{clean(label)}: ").bold = True
            for place, (text, _) in enumerate(look.lines_of(value, "Label Line")):
                if place:
                    paragraph.add_run().add_break()
                self._write(paragraph, value, text, title_of(label, value), place)

    def _fields(self, block: Fields) -> None:
        rows = look.rows_of(block)
        if not rows:  # Word does not open a table without rows
            return
        table, made = self._new_table(block, len(rows))
        for row, fields in zip(made, rows, strict=True):
            self._fill_labelled(row, fields)
            if look.is_short(look.cells_of(fields), look.row_shares(block, fields)):
                keep_together(row)
        set_table(table, clean(self._title), "", has_header=False)
        if look.stays_whole(block):
            for row in made[:-1]:
                keep_with_next(row.cells)

    def _fill_labelled(self, row: Any, fields: look.LabelledRow) -> None:
        """Fill a row with labels and their values; a label alone has the rest of the width."""
        cells = row.cells
        if len(cells) > 2 * len(fields):
            cells = (cells[0], cells[1].merge(cells[-1]))
        for number, (label, value) in enumerate(fields):
            self._fill(cells[2 * number], Paragraph(label), "Table Label")
            self._fill(cells[2 * number + 1], value, title=title_of(label, value))
        self._give_room(row, (value for _, value in fields))

    def _rooms(self, block: Fields) -> None:
        """Add boxes with a label, and under it, as a cell of its own, the room to write."""
        if not block.rows:
            return
        table, made = self._new_table(block, 2 * len(block.rows))
        for upper, lower, (label, value) in zip(made[::2], made[1::2], block.rows, strict=True):
            self._fill(upper.cells[0], Paragraph(label), "Table Label")
            self._fill(lower.cells[0], value, title=title_of(label, value))
            join_rows(upper.cells[0], lower.cells[0])
            self._give_room(lower, (value,), margins=1)
            keep_together(upper)
            keep_together(lower)
        set_table(table, clean(self._title), "", has_header=False)
        for row in made[:-1] if look.stays_whole(block) else made[::2]:
            keep_with_next(row.cells)

    def _give_room(self, row: Any, values: Iterable[Cell], margins: int = 2) -> None:
        """Make a row so high that there is room to write by hand, before and after typing."""
        lines = max((value.lines for value in values if isinstance(value, Blank)), default=1)
        if lines > 1:
            line = line_height(look.STYLES["Table Text"].size)
            row.height = Pt(lines * line + margins * look.FILLED_IN.above)
            row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST

    def _table(self, block: Table) -> None:
        table, rows = self._new_table(block, 1 + len(block.rows))
        repeat_on_every_page(rows[0])
        for cell, column in zip(rows[0].cells, block.columns, strict=True):
            self._fill(cell, Paragraph(column.title), "Table Header")
        is_rated = look.is_rated(block)
        for number, (row, content) in enumerate(zip(rows[1:], block.rows, strict=True), 1):
            if isinstance(content, Group) or look.is_short(content.cells, look.shares_of(block)):
                keep_together(row)
            if isinstance(content, Group):
                self._fill_group(row, content, is_rated=is_rated)
            else:
                self._fill_row(
                    row, content, self._titles(block, content, number), is_rated=is_rated
                )
        for row in rows[:-1] if block.is_whole else ():
            keep_with_next(row.cells)
        names = ", ".join(column.title for column in block.columns)
        described = _COLUMNS.say(self._content.language, names=names)
        set_table(table, clean(block.about), clean(described), has_header=True)

    def _titles(self, block: Table, content: Row, number: int) -> list[str]:
        return titles_of([column.title for column in block.columns], content, number)

    def _fill_group(self, row: Any, content: Group, *, is_rated: bool) -> None:
        cells = row.cells
        whole = cells[0].merge(cells[-1])
        self._fill(whole, look.group_of(content))
        keep_with_next([whole])
        if is_rated:
            self._controls.lock(whole)

    def _fill_row(self, row: Any, content: Row, titles: list[str], *, is_rated: bool) -> None:
        for cell, value, title in zip(row.cells, content.cells, titles, strict=True):
            if is_rated and isinstance(value, str) and has_ink(value):
                parts = tuple(Paragraph(part) for part in clean(value).split("\n"))
                self._fill(cell, Stack(parts), title=title)
                self._controls.lock(cell)
            else:
                self._fill(cell, value, title=title)
        self._give_room(row, content.cells)

    def _new_table(self, block: Table | Fields, rows: int) -> tuple[Any, list[Any]]:
        if self._under_table or self._breaks:
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
        self, cell: Any, value: Cell | Paragraph, style: str = "Table Text", title: str = ""
    ) -> None:
        for place, (text, name) in enumerate(look.lines_of(value, style)):
            paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
            paragraph.style = self._styles[name]
            self._write(paragraph, value, text, title, place)

    def _write(
        self, paragraph: Any, value: Cell | Paragraph, text: str, title: str, place: int
    ) -> None:
        """Write a line of a cell; what is filled in becomes a control with a title."""
        match value:
            case Choice():
                self._controls.choose(paragraph, value, title)
            case Blank():
                self._controls.write(paragraph, value, title)
            case Ticks() if value.options:
                self._controls.tick(paragraph, value, place)
            case _:
                paragraph.add_run(clean(text))

    def _part_tables(self) -> None:
        """Word wants a paragraph between two tables; a small one, so that it costs no room."""
        added = self._file.add_paragraph(style=self._styles["Between Tables"])
        paragraph = self._begin_page(added)
        paragraph.paragraph_format.line_spacing = Pt(look.BETWEEN_TABLES)
        self._under_table = False

    def _set_page(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = Cm(look.PAGE_WIDTH), Cm(look.PAGE_HEIGHT)
        section.left_margin = section.right_margin = Cm(look.SIDE_MARGIN)
        section.top_margin, section.bottom_margin = Cm(look.TOP_MARGIN), Cm(look.BOTTOM_MARGIN)
        section.header_distance = section.footer_distance = Cm(look.FOOTER_MARGIN)

    def _set_properties(self) -> None:
        properties = self._file.core_properties
        properties.title = clean(self._content.title)[:_MOST_PROPERTY]
        organisation = clean(self._content.organisation)[:_MOST_PROPERTY]
        properties.author = organisation or "competenties"
        properties.comments = ""
        properties.keywords = clean(", ".join(self._content.keywords))[:_MOST_PROPERTY]
        properties.language = LOCALES[self._content.language]

    def _set_footer(self) -> None:
        language = self._content.language
        paragraph = self._file.sections[0].footer.paragraphs[0]
        paragraph.add_run(f"{clean(self._content.footer)}\t{_PAGE.say(language)} ")
        add_number(paragraph, "PAGE")
        paragraph.add_run(f" {_OF.say(language)} ")
        add_number(paragraph, "NUMPAGES")
