"""Blocks as a Word document (.docx)."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from competenties.messages import Language
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
    Row,
    Table,
)
from competenties.office.clean import clean
from competenties.office.package import mended

LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x2A, 0x37)
_ACCENT = RGBColor(0x1B, 0x4F, 0x72)
_LINE = "9AA5B1"
_SHADE = "EAF0F5"
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 21.0, 29.7, 2.0  # centimetres, A4
_TEXT_WIDTH = _PAGE_WIDTH - 2 * _MARGIN
_LABEL_SHARE = 0.3
_PAGE = {"nl": ("pagina ", " van "), "en": ("page ", " of ")}
_MOST_PROPERTY = 255  # what the standard allows in a property (ECMA-376 part 2, 11.1)
_FEW = 8  # rows of labels that stay on one page together
_MOST_KEPT = 1000  # characters over the whole width; a longer row may break, or it leaves a hole


def word(document: Document) -> bytes:
    """Return a document as the bytes of a .docx file."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._content = document
        self._file = docx.Document()
        self._styles = {style.name: style for style in self._file.styles}

    def write(self) -> bytes:
        self._set_page()
        self._set_styles()
        self._set_properties()
        self._set_footer()
        self._file.add_paragraph(clean(self._content.title), self._styles["Title"])
        for block in self._content.blocks:
            self._add(block)
        buffer = BytesIO()
        self._file.save(buffer)
        return mended(buffer.getvalue(), self._content.made_on)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                style = self._styles[f"Heading {block.level}"]
                self._file.add_paragraph(clean(block.text), style)
            case Paragraph():
                self._add_paragraph(block)
            case Bullets():
                for item in block.items:
                    self._file.add_paragraph(clean(item), self._styles["List Bullet"])
            case Fields():
                self._add_fields(block)
            case Table():
                self._add_table(block)
            case PageBreak():
                self._file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _add_paragraph(self, block: Paragraph) -> None:
        paragraph = self._file.add_paragraph(style=self._styles["Normal"])
        run = paragraph.add_run(clean(block.text))
        if block.style == "lead":
            run.font.size = Pt(12)
        elif block.style == "intro":
            paragraph.paragraph_format.keep_with_next = True
        elif block.style == "level":
            run.bold = True
            paragraph.paragraph_format.keep_with_next = True
        elif block.style == "note":
            run.font.size = Pt(9)
        elif block.style == "warning":
            run.bold = True
            _shade(paragraph._p.get_or_add_pPr(), "FCE8CF")  # noqa: SLF001  (python-docx has no shading)

    def _add_fields(self, block: Fields) -> None:
        if not block.rows:  # Word does not open a table without rows
            return
        shares = (_LABEL_SHARE, 1 - _LABEL_SHARE)
        table = self._new_table(shares, len(block.rows), self._content.title)
        for row, (label, value) in zip(table.rows, block.rows, strict=True):
            first, second = row.cells
            self._fill(first, label, bold=True)
            _shade(first._tc.get_or_add_tcPr(), _SHADE)  # noqa: SLF001  (python-docx has no shading)
            self._fill(second, value)
            if _is_short((label, value), shares):
                _keep_together(row)
        if len(block.rows) <= _FEW and all(_is_short(row, shares) for row in block.rows):
            _keep_with_next(table.rows[:-1])
        self._after_table()

    def _add_table(self, block: Table) -> None:
        total = sum(column.width for column in block.columns)
        shares = tuple(column.width / total for column in block.columns)
        table = self._new_table(shares, 1 + len(block.rows), block.about)
        rows = list(table.rows)
        _repeat_on_every_page(rows[0])
        for cell, column in zip(rows[0].cells, block.columns, strict=True):
            self._fill(cell, column.title, bold=True)
            _shade(cell._tc.get_or_add_tcPr(), _SHADE)  # noqa: SLF001  (python-docx has no shading)
        for row, content in zip(rows[1:], block.rows, strict=True):
            if isinstance(content, Group) or _is_short(content.cells, shares):
                _keep_together(row)
            self._fill_row(row, content)
        self._after_table()

    def _fill_row(self, row: Any, content: Row | Group) -> None:
        cells = row.cells
        if isinstance(content, Row):
            for cell, value in zip(cells, content.cells, strict=True):
                self._fill(cell, value)
            return
        whole = cells[0].merge(cells[-1])
        self._fill(whole, content.title, bold=True)
        if content.text:
            whole.add_paragraph(clean(content.text), self._styles["Table Text"])
        _keep_with_next([row])

    def _new_table(self, shares: tuple[float, ...], rows: int, about: str) -> Any:
        table = self._file.add_table(rows, len(shares), self._styles["Table Grid"])
        table.autofit = False
        _set_lines(table)
        _set_about(table, clean(about))
        widths = [Cm(_TEXT_WIDTH * share) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        return table

    def _fill(self, cell: Any, value: Cell, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        if isinstance(value, Bullets):
            for number, item in enumerate(value.items):
                style = self._styles["Table Bullet"]
                line = paragraph if number == 0 else cell.add_paragraph()
                line.style = style
                line.add_run(clean(item))
            if value.items:
                return
        paragraph.style = self._styles["Table Text"]
        match value:
            case str():
                paragraph.add_run(clean(value)).bold = bold or None
            case Blank():
                paragraph.add_run("\n" * (value.lines - 1))
            case Choice():
                paragraph.add_run(" / ".join(clean(option) for option in value.options))

    def _after_table(self) -> None:
        """Word wants a paragraph between two tables; a small one, so that it costs no room."""
        paragraph = self._file.add_paragraph(style=self._styles["Normal"])
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run().font.size = Pt(4)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def _set_page(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = Cm(_PAGE_WIDTH), Cm(_PAGE_HEIGHT)
        section.left_margin = section.right_margin = Cm(_MARGIN)
        section.top_margin = section.bottom_margin = Cm(_MARGIN)

    def _set_styles(self) -> None:
        normal = self._styles["Normal"]
        _set_font(normal, 10.5, _INK)
        normal.paragraph_format.space_after = Pt(5)
        normal.paragraph_format.line_spacing = 1.1
        _set_language(normal, LOCALES[self._content.language])
        for name, size, before in (("Title", 20, 0), ("Heading 1", 13, 12), ("Heading 2", 11, 8)):
            style = self._styles[name]
            _set_font(style, size, _ACCENT, bold=True)
            style.paragraph_format.space_before = Pt(before)
            style.paragraph_format.space_after = Pt(4)
            style.paragraph_format.keep_with_next = True
        _remove_border(self._styles["Title"])
        self._styles["List Bullet"].paragraph_format.space_after = Pt(1)
        self._add_table_style("Table Text", normal)
        bullet = self._add_table_style("Table Bullet", self._styles["List Bullet"])
        bullet.paragraph_format.left_indent = Cm(0.4)
        bullet.paragraph_format.first_line_indent = Cm(-0.4)

    def _add_table_style(self, name: str, base: Any) -> Any:
        style = self._file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = base
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.line_spacing = 1.0
        self._styles[name] = style
        return style

    def _set_properties(self) -> None:
        properties = self._file.core_properties
        properties.title = clean(self._content.title)[:_MOST_PROPERTY]
        organisation = clean(self._content.organisation)[:_MOST_PROPERTY]
        properties.author = organisation or "competenties"
        properties.comments = ""
        properties.keywords = clean(", ".join(self._content.keywords))[:_MOST_PROPERTY]
        properties.language = LOCALES[self._content.language]

    def _set_footer(self) -> None:
        paragraph = self._file.sections[0].footer.paragraphs[0]
        stops = self._styles["Footer"].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Cm(_TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        page, of = _PAGE[self._content.language]
        run = paragraph.add_run(f"{clean(self._content.footer)}\t{page}")
        _add_number(paragraph, "PAGE")
        paragraph.add_run(of)
        _add_number(paragraph, "NUMPAGES")
        for run in paragraph.runs:
            run.font.size = Pt(8)


def _set_font(style: Any, size: float, colour: RGBColor, *, bold: bool = False) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.bold = bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(script), None)
    fonts.set(qn("w:cs"), _FONT)
    fonts.set(qn("w:eastAsia"), _FONT)


def _set_language(style: Any, locale: str) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), locale)
    language.set(qn("w:eastAsia"), locale)
    properties.append(language)


def _remove_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_lines(table: Any) -> None:
    """Give a table thin grey lines."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = table._tbl.tblPr  # noqa: SLF001  (python-docx has no borders)
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)


def _set_about(table: Any, about: str) -> None:
    """Give a table the text that a screen reader says for it."""
    properties = table._tbl.tblPr  # noqa: SLF001  (python-docx has no alternative text)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), about)
    properties.append(caption)


def _shade(properties: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    properties.append(shade)


def _is_short(cells: Sequence[Cell], shares: tuple[float, ...]) -> bool:
    """Tell whether a row takes so little of a page that it can be kept in one piece."""
    return all(
        len(_text(cell)) <= _MOST_KEPT * share for cell, share in zip(cells, shares, strict=True)
    )


def _text(cell: Cell) -> str:
    if isinstance(cell, Bullets):
        return "\n".join(cell.items)
    return cell if isinstance(cell, str) else ""


def _keep_together(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  (no public way)


def _keep_with_next(rows: Any) -> None:
    for row in rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _repeat_on_every_page(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (no public way)
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _add_number(paragraph: Any, name: str) -> None:
    """Add a page number that Word keeps up to date."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            run._r.append(instruction)  # noqa: SLF001  (python-docx has no fields)
        else:
            character = OxmlElement("w:fldChar")
            character.set(qn("w:fldCharType"), kind)
            run._r.append(character)  # noqa: SLF001  (python-docx has no fields)
