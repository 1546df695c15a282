"""The logo on the first sheet of a workbook: a picture at the top left, with its own row.

Names are those of ECMA-376: part 1, 20.5 (drawings of a sheet) and 20.2.2 (pictures); the SVG
stands in an extension of the picture (MS-ODRAWXML, svgBlip) for programs that draw it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from competenties.office import look
from competenties.office.clean import clean
from competenties.office.house_style import HouseStyle, Logo
from competenties.office.workbook_xml import HEAD, attribute
from competenties.office.zipped import Part, kept

ROOM = 6.0
"""Points under the logo in its row."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_MEASURE = 360_000  # EMU of a centimetre


def logo_row_height(house: HouseStyle) -> float:
    """Return the points of the row in which the logo stands."""
    return look.logo_size(house)[1] * look.POINTS_PER_CENTIMETRE + ROOM


def drawing_xml(row: int, house: HouseStyle) -> str:
    """Return the drawing with the logo, where the first column begins; rows are counted from 1."""
    logo = house.logo
    if logo is None:
        return ""
    width, height = (round(side * _MEASURE) for side in look.logo_size(house))
    about = attribute(" ".join(clean(logo.about).split()))
    return (
        f'{HEAD}<xdr:wsDr xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main">'
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        f'<xdr:ext cx="{width}" cy="{height}"/><xdr:pic><xdr:nvPicPr>'
        f'<xdr:cNvPr id="2" name="Logo" descr="{about}"/>'
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f"<xdr:blipFill>{_blip(logo)}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
        f'<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    )


def sheet_drawing() -> str:
    """Return how a sheet refers to its drawing."""
    return f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/>'


def logo_suffixes(logo: Logo | None) -> tuple[str, ...]:
    """Return the kinds of the picture files of a logo."""
    if logo is None:
        return ()
    return (_suffix(logo), "svg") if logo.svg else (_suffix(logo),)


def logo_parts(house: HouseStyle, drawing: str) -> Iterator[Part]:
    """Yield the parts of a logo: they are the same in every workbook of a house."""
    logo = house.logo
    if logo is None:
        return
    yield kept("xl/worksheets/_rels/sheet1.xml.rels", _sheet_links())
    yield kept("xl/drawings/drawing1.xml", drawing.encode())
    names = [f"logo.{suffix}" for suffix in logo_suffixes(logo)]
    yield kept("xl/drawings/_rels/drawing1.xml.rels", _picture_links(tuple(names)))
    for name, content in zip(names, (logo.image, logo.svg), strict=False):
        yield kept(f"xl/media/{name}", content)


def _suffix(logo: Logo) -> str:
    return "png" if logo.suffix == ".png" else "jpg"


def _blip(logo: Logo) -> str:
    linked = f'xmlns:r="{_OFFICE}" r:embed="rId1"'
    if not logo.svg:
        return f"<a:blip {linked}/>"
    return (
        f'<a:blip {linked}><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
        ' r:embed="rId2"/></a:ext></a:extLst></a:blip>'
    )


@lru_cache(maxsize=1)
def _sheet_links() -> bytes:
    return _links((("drawing", "../drawings/drawing1.xml"),))


@lru_cache(maxsize=8)
def _picture_links(names: tuple[str, ...]) -> bytes:
    return _links(tuple(("image", f"../media/{name}") for name in names))


def _links(links: Sequence[tuple[str, str]]) -> bytes:
    said = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_LINKS}">{"".join(said)}</Relationships>'.encode()
