"""The styles of a Word document, made with python-docx from its template.

They are the same in every document of a house style and a language, so this is done once. Names and
order of the elements: ECMA-376 part 1, WordprocessingML (transitional).
"""

from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from competenties.office.house_style import HouseStyle
from competenties.office.look import (
    FOOTER_SIZE,
    FRAMES,
    GREY,
    HAIRLINE,
    LINE,
    RULE,
    Frame,
    Style,
    in_house,
    styles,
    text_width,
)
from competenties.office.word_xml import UNANSWERED


def file_with_styles(house: HouseStyle, locale: str) -> Any:
    """Return an empty document of python-docx with all styles of a house, in a language."""
    file = docx.Document()
    _drop_unused_tables(file.styles)
    _set_language(_document_defaults(file.styles), locale)
    usual = file.settings.element.find(qn("w:themeFontLang"))
    usual.attrib.clear()
    usual.set(qn("w:val"), locale)
    known = {style.name: style for style in file.styles}
    for name, style in styles(house).items():
        if name not in known:
            known[name] = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            known[name].base_style = known[style.base]
        _set_style(known[name], style)
        _set_language(known[name].element.get_or_add_rPr(), locale)
    _remove_border(known["Title"])
    for name in ("Header", "Footer"):
        _set_page_style(known[name], house)
    for name, frame in FRAMES.items():
        _add_table_style(file.styles, name, frame, house.ink)
    letters = file.styles.add_style(UNANSWERED, WD_STYLE_TYPE.CHARACTER, builtin=True)
    letters.font.color.rgb = RGBColor.from_string(GREY)
    return file


def element(name: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _drop_unused_tables(known: Any) -> None:
    """Take away the styles of tables of the template, which are most of its size."""
    for style in list(known):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _set_page_style(style: Any, house: HouseStyle) -> None:
    """Set what stands above or under every page: small, with a stop at the end of the line."""
    _set_style(style, in_house(Style(FOOTER_SIZE, colour=GREY), house))
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(text_width()), WD_TAB_ALIGNMENT.RIGHT)


def _set_style(style: Any, look: Style) -> None:
    """Give a style of paragraphs its font, its size and its room."""
    style.font.name = look.font
    style.font.size = Pt(look.size)
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.font.bold = look.bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    fonts.set(qn("w:cs"), look.font)
    fonts.set(qn("w:eastAsia"), look.font)
    room = style.paragraph_format
    room.space_before, room.space_after = Pt(look.before), Pt(look.after)
    room.line_spacing = look.spacing
    room.keep_with_next = look.next
    room.widow_control = True
    if look.indent:
        room.left_indent, room.first_line_indent = Cm(look.indent), Cm(-look.indent)


def _set_language(properties: Any, locale: str) -> None:
    """Say in which language text is; for a style, or for the whole document."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=locale, eastAsia=locale, bidi=locale))


def _document_defaults(styles: Any) -> Any:
    """Return the properties that every run has unless its style says something else."""
    return styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")


def _remove_border(style: Any) -> None:
    """Take the line away that the template draws at a style."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _add_table_style(styles: Any, name: str, frame: Frame, ink: str) -> None:
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
        style.element.append(_heavier_first_row(ink))


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


def _heavier_first_row(ink: str) -> Any:
    first = element("tblStylePr", type="firstRow")
    borders = element("tcBorders")
    borders.append(_line("bottom", ink, 2 * LINE))
    cell = element("tcPr")
    cell.append(borders)
    first.append(cell)
    return first
