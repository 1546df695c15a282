"""The styles of the template to start from: ours, so that a document in it has as many pages.

Names and order of the elements: ECMA-376 part 1, 17.7 (styles).
"""

from competenties.messages import Language
from competenties.office.look import (
    ACCENT,
    FONT,
    FOOTER_SIZE,
    FRAMES,
    HAIRLINE,
    INK,
    LINE,
    POINTS_PER_CENTIMETRE,
    RULE,
    STYLES,
    TEXT_WIDTH,
    Frame,
    Style,
)

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
COVER_TITLE = "CoverTitle"
"""The style of the title on the cover; where there is no cover the title is smaller."""

_LOCALES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_BOLD, _IN_ACCENT = "<w:b/>", f'<w:color w:val="{ACCENT}"/>'
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def starter_styles(language: Language) -> str:
    """Return the part with styles, without how an XML file begins."""
    ours = [_ours(name, style) for name, style in STYLES.items()]
    tables = [_table(name, frame) for name, frame in FRAMES.items()]
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
    own = [
        _style(
            COVER_TITLE, "Cover Title", '<w:spacing w:after="120"/>', '<w:sz w:val="48"/>', "Title"
        ),
        _style("Subtitle", "Subtitle", "", f'{_IN_ACCENT}<w:sz w:val="28"/>'),
        _style("Header", "header", _room(0, 0), f'{_BOLD}{_IN_ACCENT}<w:sz w:val="20"/>'),
        _style("Footer", "footer", stop + _room(0, 0), f'<w:sz w:val="{FOOTER_SIZE * 2:.0f}"/>'),
    ]
    return f"<w:styles {SPACES}>{_defaults(language)}{_TABLE}{''.join([*ours, *own, *tables])}</w:styles>"


def twips(centimetres: float) -> int:
    """Return centimetres in twentieths of a point."""
    return round(centimetres * POINTS_PER_CENTIMETRE * 20)


def _defaults(language: Language) -> str:
    locale = _LOCALES[language]
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
        f'w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang '
        f'w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )


def _ours(name: str, style: Style) -> str:
    """Return one of our styles as `look` has it; its base is not repeated."""
    block = "<w:keepNext/>" if style.next else ""
    if name == "List Bullet":
        block += '<w:numPr><w:numId w:val="1"/></w:numPr>'
    block += _room(style.before, style.after, style.spacing)
    if style.indent:
        block += f'<w:ind w:left="{twips(style.indent)}" w:hanging="{twips(style.indent)}"/>'
    if name.startswith("Heading "):
        block += f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>'
    letters = _BOLD if style.bold else ""
    letters += f'<w:color w:val="{style.colour}"/><w:sz w:val="{style.size * 2:.0f}"/>'
    base = "" if name == "Normal" else style.base
    shown = name.lower() if name.startswith("Heading ") else name
    return _style(name.replace(" ", ""), shown, block, letters, base)


def _room(before: float, after: float, spacing: float = 1) -> str:
    """Return the room above and below in points, and the distance of lines."""
    return (
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" '
        f'w:line="{spacing * 240:.0f}" w:lineRule="auto"/>'
    )


def _style(identifier: str, name: str, block: str, letters: str, base: str = "Normal") -> str:
    usual = "" if base else ' w:default="1"'
    based = f'<w:basedOn w:val="{base.replace(" ", "")}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph"{usual} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{based}<w:qFormat/><w:pPr>{block}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _table(name: str, frame: Frame) -> str:
    borders = ""
    if frame.lines:
        is_grid = frame.lines == "grid"
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = (_line(one, RULE if is_grid else HAIRLINE) for one in sides)
        kept = lines if is_grid else (one for one in lines if "bottom" in one or "insideH" in one)
        borders = f"<w:tblBorders>{''.join(kept)}</w:tblBorders>"
    room = zip(
        ("top", "left", "bottom", "right"),
        (frame.above, frame.left, frame.above, frame.right),
        strict=True,
    )
    margins = "".join(f'<w:{side} w:w="{points * 20:.0f}" w:type="dxa"/>' for side, points in room)
    first = ""
    if frame.lines == "rows":
        first = (
            f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_line("bottom", INK, 2 * LINE)}'
            "</w:tcBorders></w:tcPr></w:tblStylePr>"
        )
    return (
        f'<w:style w:type="table" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar>'
        f"</w:tblPr>{first}</w:style>"
    )


def _line(side: str, colour: str, size: float = LINE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size * 8:.0f}" w:space="0" w:color="{colour}"/>'
