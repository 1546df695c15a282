"""Pictures in every kind of file: drawn, described to who does not see them, and harmless."""

import io
import zipfile
from base64 import b64decode
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from example_documents import EVERY_BLOCK, HOSTILE
from lxml import etree
from lxml import html as reader
from pypdf import PdfReader
from test_pdf import claims_the_standard, tags

from competenties.office import look
from competenties.office.blocks import Document, Heading, Paragraph, Picture
from competenties.office.clean import has_ink
from competenties.office.drawing import picture
from competenties.office.html import html
from competenties.office.pages import pages
from competenties.office.pdf import pdf
from competenties.office.word import word
from competenties.office.workbook import workbook

_SQUARE = "#square(size: drawing.size * 1pt, fill: red)"
_SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def square(about: str = 'Een "rood" vierkant & meer', size: float = 100) -> Picture:
    return picture(_SQUARE, {"size": size}, about)


def with_pictures(*pictures: Picture) -> Document:
    return replace(EVERY_BLOCK, blocks=(Heading("Beeld"), *pictures, Paragraph("na")))


def shapes(document: Document) -> tuple[Any, list[Any]]:
    """Return a Word document with what its pictures are drawn in."""
    file = docx.Document(io.BytesIO(word(document)))
    return file, list(file.element.body.iter(qn("wp:inline")))


def test_word_draws_the_svg_and_others_the_png() -> None:
    one = square()
    file, (shape,) = shapes(with_pictures(one))
    blip = next(shape.iter(qn("a:blip")))
    (svg,) = blip.iter(_SVG_BLIP)
    related = file.part.related_parts
    assert related[blip.get(qn("r:embed"))].blob == one.png
    assert related[svg.get(qn("r:embed"))].blob == one.svg
    assert related[svg.get(qn("r:embed"))].content_type == "image/svg+xml"


def test_word_has_the_size_of_the_drawing() -> None:
    one = square()
    _, (shape,) = shapes(with_pictures(one))
    extent = shape.find(qn("wp:extent"))
    assert int(extent.get("cx")) / 360_000 == pytest.approx(one.width, abs=0.01)
    assert int(extent.get("cy")) / 360_000 == pytest.approx(one.height, abs=0.01)


def test_several_pictures_have_a_number_each() -> None:
    _, found = shapes(with_pictures(square("een"), square("twee", 50)))
    numbers = [shape.find(qn("wp:docPr")).get("id") for shape in found]
    assert len(set(numbers)) == 2


@pytest.mark.parametrize("about", ['Een "rood" vierkant & meer', *HOSTILE])
def test_who_does_not_see_a_picture_is_told(about: str) -> None:
    document = with_pictures(square(about))
    _, (shape,) = shapes(document)
    said = shape.find(qn("wp:docPr")).get("descr").split()
    (image,) = reader.document_fromstring(html(document).decode()).iter("img")
    assert image.get("alt", "").split() == said
    figures = [tag for tag in tags(PdfReader(io.BytesIO(pdf(document)))) if tag["/S"] == "/Figure"]
    assert [str(figure["/Alt"]).split() for figure in figures] == (
        [said] if has_ink(" ".join(said)) else []
    )


def test_a_pdf_with_a_picture_keeps_to_the_standard() -> None:
    assert claims_the_standard(PdfReader(io.BytesIO(pdf(with_pictures(square())))))


def test_a_page_holds_the_picture_itself_and_may_show_no_other() -> None:
    one = square()
    page = reader.document_fromstring(html(with_pictures(one)).decode())
    (image,) = page.iter("img")
    kind, data = image.get("src", "").split(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(data) == one.svg
    policies = [one.get("content") for one in page.iter("meta") if one.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_an_svg_is_never_markup_of_the_page() -> None:
    bad = replace(square(), svg=b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')
    assert b"<script" not in html(with_pictures(bad))


def test_a_workbook_says_what_a_picture_shows() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(with_pictures(square("Wat er staat")))))
    values = [cell.value for row in book.worksheets[0] for cell in row if cell.value]
    assert "Wat er staat" in values


def test_the_height_of_a_picture_counts() -> None:
    small, large = (pages(with_pictures(square(size=size))) for size in (100, 300))
    points = large.sections[1].lines - small.sections[1].lines
    assert points * 10 * 1.2207 * look.LINE_SPACING == pytest.approx(200, abs=1)


def test_a_picture_that_is_too_large_becomes_as_large_as_the_page_allows() -> None:
    one = square(size=2000)
    width, height = look.picture_size(one)
    assert width == pytest.approx(height)
    assert width == pytest.approx(look.TEXT_WIDTH)
    assert len(PdfReader(io.BytesIO(pdf(with_pictures(one)))).pages) == 1


def test_the_same_picture_makes_the_same_file() -> None:
    assert word(with_pictures(square())) == word(with_pictures(square()))
    with zipfile.ZipFile(io.BytesIO(word(with_pictures(square())))) as package:
        svgs = [name for name in package.namelist() if name.endswith(".svg")]
        assert etree.fromstring(package.read(svgs[0])).tag == "{http://www.w3.org/2000/svg}svg"
