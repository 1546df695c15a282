"""The pages of a Word document: their size and margins, and what stands above and under each.

Names and order of the elements: ECMA-376 part 1, 17.6 (sections) and 17.10 (headers and footers).
"""

from functools import lru_cache
from typing import NamedTuple

from competenties.messages import Language, Phrase
from competenties.office import look
from competenties.office.clean import clean
from competenties.office.house_style import HouseStyle
from competenties.office.page_edges import has_header, under_page
from competenties.office.word_pictures import Pictures
from competenties.office.word_xml import (
    HEAD,
    NAMESPACES,
    Link,
    field,
    linked,
    paragraph,
    right_stop,
    run,
    twips,
)
from competenties.office.zipped import Part, compressed

FIRST_LINK = 20
"""The number of the first link of a text to a part that not every document has."""

_PAGE = Phrase(nl="pagina", en="page")
_OF = Phrase(nl="van", en="of")
_MOST_DRAWN = 90_000  # the numbers of pictures above a page come after those of the text
_HEADER_LINES = '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>'


class Section(NamedTuple):
    """A part of a document with pages of one kind; a continuous one begins on the page before."""

    is_landscape: bool = False
    columns: int = 1
    is_continuous: bool = False


class Edge(NamedTuple):
    """What stands above or under pages: its parts, and how the text refers to it."""

    name: str
    link: Link
    parts: tuple[Part, ...]


def section(one: Section, house: HouseStyle) -> str:
    """Return the properties of a section; header and footer are those of its kind of page."""
    return _section(one, twips(look.top_margin(house)), has_header=has_header(house))


def edges(
    document_footer: str, house: HouseStyle, language: Language, sides: set[bool]
) -> list[Edge]:
    """Return the headers and footers of a document, for each side that its pages lie on."""
    found = []
    for is_landscape in sorted(sides):
        found.append(_footer(document_footer, house, language, is_landscape=is_landscape))
        if has_header(house):
            # headers of both sides show one picture: that of the first one
            holds = is_landscape == min(sides)
            found.append(_header(house, is_landscape=is_landscape, holds_picture=holds))
    return found


@lru_cache(maxsize=64)
def _section(one: Section, top: int, *, has_header: bool) -> str:
    wide, high = twips(look.PAGE_WIDTH), twips(look.PAGE_HEIGHT)
    size = f'<w:pgSz w:w="{wide}" w:h="{high}"/>'
    if one.is_landscape:
        size = f'<w:pgSz w:w="{high}" w:h="{wide}" w:orient="landscape"/>'
    side, edge = twips(look.SIDE_MARGIN), twips(look.FOOTER_MARGIN)
    kinds = ("header", "footer") if has_header else ("footer",)
    shown = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{_link(kind, is_landscape=one.is_landscape)}"/>'
        for kind in kinds
    )
    begins = '<w:type w:val="continuous"/>' if one.is_continuous else ""
    columns = f' w:num="{one.columns}"' if one.columns > 1 else ""
    gap = twips(look.INDEX_GAP) if one.columns > 1 else 720
    return (
        f'<w:sectPr>{shown}{begins}{size}<w:pgMar w:top="{top}" w:right="{side}"'
        f' w:bottom="{twips(look.BOTTOM_MARGIN)}" w:left="{side}" w:header="{edge}"'
        f' w:footer="{edge}" w:gutter="0"/><w:cols{columns} w:space="{gap}"/>'
        '<w:docGrid w:linePitch="360"/></w:sectPr>'
    )


def _link(kind: str, *, is_landscape: bool) -> str:
    return f"rId{FIRST_LINK - 4 + 2 * (kind == 'header') + is_landscape}"


def _edge(
    kind: str,
    content: str,
    pictures: Pictures | None,
    *,
    is_landscape: bool,
    holds_picture: bool = False,
) -> Edge:
    """Return what stands above or under pages as parts of the package."""
    name = f"{kind}{2 if is_landscape else 1}.xml"
    root = "hdr" if kind == "header" else "ftr"
    xml = f"{HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>"
    parts = [compressed(f"word/{name}", xml.encode())]
    if pictures is not None and pictures.links:
        parts.append(compressed(f"word/_rels/{name}.rels", linked(pictures.links)))
        parts += pictures.parts if holds_picture else []
    link = Link(_link(kind, is_landscape=is_landscape), kind, name)
    return Edge(f"word/{name}", link, tuple(parts))


def _footer(own: str, house: HouseStyle, language: Language, *, is_landscape: bool) -> Edge:
    """Return the footer of the house, that of the document, and the number of the page."""
    whole = under_page(house, clean(own), is_landscape=is_landscape)
    content = run(f"{whole}\t{_PAGE.say(language)} ") + _numbers(language)
    made = paragraph("Footer", content, _stops(is_landscape=is_landscape))
    return _edge("footer", made, None, is_landscape=is_landscape)


@lru_cache(maxsize=2)
def _numbers(language: Language) -> str:
    """Return the number of the page, and how many there are: the same under every document."""
    return field("PAGE") + run(f" {_OF.say(language)} ") + field("NUMPAGES")


@lru_cache(maxsize=16)
def _header(house: HouseStyle, *, is_landscape: bool, holds_picture: bool) -> Edge:
    """Return the logo, and at the other side of the page what the house says there.

    The logo stands beside the text, so that both begin at the same height; room for it is in the
    margin of the page.
    """
    pictures = Pictures("logo", 1, _MOST_DRAWN)
    content = ""
    if logo := house.logo:
        size, about = look.logo_size(house), clean(logo.about)
        content = pictures.drawn(logo.image, logo.svg, about, size, is_beside=True)
    content += run(clean(house.header).strip())
    properties = _stops(is_landscape=is_landscape) + _HEADER_LINES
    made = paragraph("Header", content, properties)
    return _edge("header", made, pictures, is_landscape=is_landscape, holds_picture=holds_picture)


def _stops(*, is_landscape: bool) -> str:
    """Return the stop at the end of the line of a page that lies on its side; its style has the other."""
    if not is_landscape:
        return ""
    old = f'<w:tab w:val="clear" w:pos="{twips(look.text_width())}"/>'
    return f"<w:tabs>{old}{right_stop(look.text_width(is_landscape=True))}</w:tabs>"
