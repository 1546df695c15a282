"""The parts of a Word document that python-docx has no words for, as the standard names them.

Names and order of the elements: ECMA-376 part 1, WordprocessingML (transitional).
"""

from collections.abc import Iterable
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from competenties.office.look import FONT, HAIRLINE, INK, LINE, LINE_SPACING, RULE, Frame, Style


def element(name: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_style(style: Any, look: Style) -> None:
    """Give a style of paragraphs its font, its size and its room."""
    style.font.name = FONT
    style.font.size = Pt(look.size)
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.font.bold = look.bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    fonts.set(qn("w:cs"), FONT)
    fonts.set(qn("w:eastAsia"), FONT)
    room = style.paragraph_format
    room.space_before, room.space_after = Pt(look.before), Pt(look.after)
    room.line_spacing = LINE_SPACING
    room.keep_with_next = look.next
    room.widow_control = True
    if look.indent:
        room.left_indent, room.first_line_indent = Cm(look.indent), Cm(-look.indent)


def set_language(properties: Any, locale: str) -> None:
    """Say in which language text is; for a style, or for the whole document."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=locale, eastAsia=locale, bidi=locale))


def document_defaults(styles: Any) -> Any:
    """Return the properties that every run has unless its style says something else."""
    return styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")


def remove_border(style: Any) -> None:
    """Take the line away that the template draws at a style."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def add_table_style(styles: Any, name: str, frame: Frame) -> Any:
    """Add a style of tables; lines between rows come with a heavier one under the header."""
    style = styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = styles["Normal Table"]
    properties = element("tblPr")
    if frame.lines:
        properties.append(_borders(frame))
    margins = element("tblCellMar")
    for side, points in _sides(frame):
        margins.append(element(side, w=f"{points * 20:.0f}", type="dxa"))
    properties.append(margins)
    style.element.append(properties)
    if frame.lines == "rows":
        style.element.append(_heavier_first_row())
    return style


def _borders(frame: Frame) -> Any:
    borders = element("tblBorders")
    is_grid = frame.lines == "grid"
    every = ("top", "left", "bottom", "right", "insideH", "insideV")
    for side in every if is_grid else ("bottom", "insideH"):
        borders.append(_line(side, RULE if is_grid else HAIRLINE))
    return borders


def _line(side: str, colour: str, size: float = LINE) -> Any:
    return element(side, val="single", sz=f"{size * 8:.0f}", space="0", color=colour)


def _sides(frame: Frame) -> Iterable[tuple[str, float]]:
    yield from (("top", frame.above), ("left", frame.left))
    yield from (("bottom", frame.above), ("right", frame.right))


def _heavier_first_row() -> Any:
    first = element("tblStylePr", type="firstRow")
    borders = element("tcBorders")
    borders.append(_line("bottom", INK, 2 * LINE))
    cell = element("tcPr")
    cell.append(borders)
    first.append(cell)
    return first


def set_table(table: Any, about: str, described: str, *, has_header: bool) -> None:
    """Give a table the texts that a screen reader says for it, and say what its first row is."""
    properties = table._tbl.tblPr  # noqa: SLF001  (python-docx has no alternative text)
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    header, value = ("1", "0620") if has_header else ("0", "0680")
    properties.append(
        element(
            "tblLook",
            val=value,
            firstRow=header,
            lastRow="0",
            firstColumn="0" if has_header else "1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
    )
    properties.append(element("tblCaption", val=about))
    if described:
        properties.append(element("tblDescription", val=described))


def shade(paragraph: Any, colour: str) -> None:
    """Put a colour behind a paragraph of a style that has to be seen."""
    style = paragraph.element.get_or_add_pPr()
    style.append(element("shd", val="clear", color="auto", fill=colour))


def keep_together(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001  (no public way)


def keep_with_next(cells: Iterable[Any]) -> None:
    """Keep a row on one page with the next one."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def join_rows(upper: Any, lower: Any) -> None:
    """Let two cells under each other look like one: no line and no room between them."""
    for cell, side in ((upper, "bottom"), (lower, "top")):
        borders, margins = element("tcBorders"), element("tcMar")
        borders.append(element(side, val="nil"))
        margins.append(element(side, w="0", type="dxa"))
        cell._tc.get_or_add_tcPr().extend((borders, margins))  # noqa: SLF001  (no public way)


def repeat_on_every_page(row: Any) -> None:
    """Make a row the header of its table."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (no public way)
    properties.append(element("cantSplit"))
    properties.append(element("tblHeader"))


def add_number(paragraph: Any, name: str) -> None:
    """Add a page number that Word keeps up to date."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001  (no public way)
        else:
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            run._r.append(instruction)  # noqa: SLF001  (no public way)
