"""Pictures in a Word document: a PNG that every program draws, and the SVG for those that can.

The SVG stands in an extension of the picture (MS-ODRAWXML, svgBlip); Word draws it since 2016,
sharp at every size. A program that does not know it draws the PNG. Names of the elements: ECMA-376
part 1, 20.1, 20.2 and 20.4.
"""

from competenties.office.word_xml import Link, attribute, emu
from competenties.office.zipped import Part, compressed

TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
"""What a package says of pictures, by the end of their names."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EXTENSION = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{svg}"/></a:ext></a:extLst>'
)

_ON_THE_LINE = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
_BESIDE = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="180000" simplePos="0" relativeHeight="1"'
    ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
)
_AROUND = '<wp:wrapSquare wrapText="right"/>'


class Pictures:
    """The pictures that one part of a package refers to; the same picture is there once."""

    def __init__(self, name: str, first_link: int, drawn: int = 0) -> None:
        """Begin with a name for the files, the number of the first link, and how many are drawn."""
        self.links: list[Link] = []
        self.parts: list[Part] = []
        self._known: dict[bytes, str] = {}
        self._name, self._first_link, self._drawn = name, first_link, drawn

    def drawn(
        self,
        image: bytes,
        svg: bytes,
        about: str,
        size: tuple[float, float],
        *,
        is_beside: bool = False,
    ) -> str:
        """Return a run with a picture in it: as a letter on the line, or at the left beside the text.

        `about` is what a screen reader says for it, `size` its width and height in centimetres.
        Without an `svg` the PNG (or JPEG) is all there is.
        """
        wide, high = (emu(one) for one in size)
        own = self._linked(image, "png" if image.startswith(b"\x89PNG") else "jpeg")
        sharp = _EXTENSION.format(svg=self._linked(svg, "svg")) if svg else ""
        self._drawn += 1
        number = self._drawn
        told = attribute(" ".join(about.split()))
        return (
            f"<w:r><w:drawing>{_BESIDE if is_beside else _ON_THE_LINE}"
            f'<wp:extent cx="{wide}" cy="{high}"/>{_AROUND if is_beside else ""}'
            f'<wp:docPr id="{number}" name="Picture {number}" descr="{told}"/>'
            "<wp:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
            f'<a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{own}">{sharp}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic>"
            f"</wp:{'anchor' if is_beside else 'inline'}></w:drawing></w:r>"
        )

    def _linked(self, content: bytes, ending: str) -> str:
        """Add a picture to the package; return how the text refers to it."""
        if content not in self._known:
            number = len(self._known)
            link = self._known[content] = f"rId{self._first_link + number}"
            name = f"media/{self._name}{number + 1}.{ending}"
            self.links.append(Link(link, "image", name))
            self.parts.append(compressed(f"word/{name}", content))
        return self._known[content]
