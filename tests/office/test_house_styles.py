"""A house style in every kind of file: colours, fonts, logo, header and footer; and hostile ones."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE
from house_examples import BLACK, GREEN, HOUSES, RED, SVG_LOGO, png_logo
from lxml import etree
from lxml import html as lxml_html
from pypdf import PdfReader
from repair_limits import repairs

from competenties.model.colour import READABLE, contrast
from competenties.office import look
from competenties.office.blocks import (
    Contents,
    Document,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Sheet,
)
from competenties.office.copies import Template, mark
from competenties.office.drawing import drawn_picture
from competenties.office.drawing_chain import Box, chain_picture
from competenties.office.house_style import PLAIN, HouseStyle, Logo
from competenties.office.html import html
from competenties.office.pages import pages
from competenties.office.pdf import pdf
from competenties.office.workbook import workbook
from competenties.office.workbook_looks import looks_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
EVERY_HOUSE = pytest.mark.parametrize("house", HOUSES, ids=["green", "red", "black"])


def in_house(house: HouseStyle, document: Document = EVERY_BLOCK) -> Document:
    return replace(document, house=house)


def pdf_texts(document: Document) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(document))).pages]


def sheet_of(document: Document) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(document))).worksheets[0]


def web_page(raw: bytes) -> Any:
    return lxml_html.fromstring(raw)


def about_logo(house: HouseStyle) -> str:
    return house.logo.about if house.logo else ""


def package(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return {name: file.read(name) for name in file.namelist()}


def said_in(edge: Any) -> list[str]:
    """Return the lines of a header (at the right) or a footer, in which `&&` is one sign."""
    text = (edge.left.text or edge.right.text or "").replace("&&", "&")
    return [line.strip() for line in text.split("\n") if line]


def logos_of(raw: bytes) -> list[dict[str, Any]]:
    """Return the pictures of a workbook: in which row and column, with which alternative text."""
    found = []
    for name, content in package(raw).items():
        if name.startswith("xl/drawings/drawing"):
            for anchor in etree.fromstring(content):
                row = int(anchor.findtext(f"{DRAWING}from/{DRAWING}row") or "")
                about = next(anchor.iter(f"{DRAWING}cNvPr")).get("descr")
                column = int(anchor.findtext(f"{DRAWING}from/{DRAWING}col") or "")
                assert column == 0, "the logo stands on the left, as on paper"
                found.append({"row": row + 1, "about": about})
    return found


# ---- PDF -----------------------------------------------------------------------------------


@EVERY_HOUSE
def test_every_page_of_a_pdf_has_the_words_of_the_house(house: HouseStyle) -> None:
    found = pdf_texts(in_house(house))
    assert len(found) > 1
    for text in found:
        for line in [*house.header.splitlines(), *house.footer.splitlines(), EVERY_BLOCK.footer]:
            assert line in " ".join(text.split("\n")), line


def test_a_logo_takes_its_room_from_the_text_and_stands_on_every_page_of_a_pdf() -> None:
    long = replace(EVERY_BLOCK, blocks=tuple(Paragraph(f"Regel {n}.") for n in range(90)))
    plain, green = (PdfReader(io.BytesIO(pdf(in_house(one, long)))) for one in (PLAIN, GREEN))
    assert not any("/XObject" in str(page["/Resources"]) for page in plain.pages)
    assert all("/XObject" in str(page["/Resources"]) for page in green.pages)
    first = [int(found) for found in re.findall(r"Regel (\d+)", green.pages[0].extract_text())]
    before = [int(found) for found in re.findall(r"Regel (\d+)", plain.pages[0].extract_text())]
    assert max(first) < max(before)


def test_a_logo_too_large_for_a_page_is_made_smaller_in_its_own_shape() -> None:
    logo = Logo(png_logo(10, 300), ".png", 6, 180, "hoog")
    width, height = look.logo_size(replace(GREEN, logo=logo))
    assert height == look.MOST_OF_LOGO[1]
    assert width == pytest.approx(height / 30)
    assert len(pdf_texts(in_house(replace(GREEN, logo=logo)))) < 5


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_a_house_stay_words(text: str) -> None:
    house = replace(GREEN, header=text, footer=text, logo=Logo(png_logo(9, 9), ".png", 2, 2, text))
    document = in_house(house)
    assert pdf_texts(document)
    assert repairs(workbook(document)) == []
    page = web_page(html(document))
    assert not page.xpath("//script")
    assert len(page.xpath("//header/img[@alt]")) == 1


@pytest.mark.parametrize("colour", ["red", "00663", "0066333", "#006633", "006633\n", "00663g"])
def test_what_is_no_colour_makes_no_house_style(colour: str) -> None:
    with pytest.raises(ValueError, match=re.escape(colour)):
        HouseStyle(accent=colour)


@pytest.mark.parametrize("font", ['A"; } body { color: red', "a</style>", "x\ny", "a" * 61])
def test_what_is_no_name_of_a_font_makes_no_house_style(font: str) -> None:
    with pytest.raises(ValueError, match=re.escape(font)):
        HouseStyle(font=font)
    with pytest.raises(ValueError, match=re.escape(font)):
        HouseStyle(heading_font=font)


def test_contents_and_index_lead_to_the_pages_of_headings() -> None:
    blocks = (
        Contents("Inhoud"),
        PageBreak(),
        Heading("Eerste"),
        PageBreak(is_landscape=True),
        Heading("Tweede"),
        Heading("Dieper", 2),
        Heading("Te diep", 3),
        PageBreak(),
        Heading("Register"),
        Index((("alfa", "Eerste"), ("bèta", "Tweede"), ("gamma", "Nergens"))),
    )
    file = PdfReader(io.BytesIO(pdf(replace(EVERY_BLOCK, blocks=blocks))))
    first = file.pages[0].extract_text()
    assert re.search(r"Inhoud\nEerste[ .]*2\nTweede[ .]*3\nDieper[ .]*3\nRegister[ .]*4", first)
    assert "Te diep" not in first
    assert re.search(r"alfa[ .]*2\nbèta[ .]*3\ngamma\n", file.pages[3].extract_text())
    assert len(list(file.pages[0].annotations or ())) >= 4
    sides = [page.mediabox.width > page.mediabox.height for page in file.pages]
    assert sides == [False, False, True, False]


@pytest.mark.parametrize("count", [1, 2, 40, 300])
def test_no_term_of_an_index_is_lost_in_its_columns(count: int) -> None:
    terms = tuple((f"term {number} {'lang ' * (number % 29)}", "Eerste") for number in range(count))
    blocks = (Heading("Eerste"), Paragraph("x " * 900), Index(terms), Paragraph("einde"))
    found = "\n".join(pdf_texts(replace(EVERY_BLOCK, blocks=blocks)))
    numbers = [int(number) for number in re.findall(r"term (\d+)", found)]
    assert sorted(numbers) == list(range(count))
    assert "einde" in found


def test_tables_use_the_width_of_a_page_that_lies_on_its_side() -> None:
    table = next(block for block in EVERY_BLOCK.blocks if type(block).__name__ == "Table")

    def right_end(*blocks: Any) -> float:
        file = PdfReader(io.BytesIO(pdf(replace(EVERY_BLOCK, blocks=blocks))))
        content = file.pages[-1].get_contents()
        assert content is not None
        lines = re.findall(rb"([\d.]+) [\d.]+ l\b", content.get_data())
        return max(map(float, lines))

    assert right_end(PageBreak(is_landscape=True), table) > 1.3 * right_end(PageBreak(), table)


# ---- Web page ------------------------------------------------------------------------------


@EVERY_HOUSE
def test_a_web_page_has_the_colours_fonts_and_words_of_the_house(house: HouseStyle) -> None:
    made = html(in_house(house)).decode()
    page = web_page(made.encode())
    assert f"color: #{house.accent}" in made
    assert f'"{house.font}", Calibri' in made
    assert house.heading_font in made
    assert bool(page.xpath("//header/img")) == (house.logo is not None)
    for image in page.xpath("//header/img"):
        assert image.get("alt") == about_logo(house)
        assert image.get("src").startswith("data:image/")
        assert "img-src data:" in page.xpath("//meta[@http-equiv]/@content")[0]
    footer = page.xpath("//footer")[0].text_content()
    assert house.footer in footer
    assert EVERY_BLOCK.footer in footer


def test_the_contents_of_a_web_page_are_links_to_its_headings() -> None:
    blocks = (
        Contents("Inhoud", 3),
        Heading("Eén"),
        Heading("Eén < een", 2),
        Heading("Diep", 3),
        Heading("Twee"),
        Index((("<alfa>", "Twee"), ("niets", "Nergens"))),
    )
    page = web_page(html(replace(EVERY_BLOCK, blocks=blocks)))
    targets = {one.get("id"): one.text_content() for one in page.xpath("//*[@id]")}
    links = {
        one.text_content(): targets[one.get("href").removeprefix("#")]
        for one in page.xpath("//nav//a | //div[@class='index']//a")
    }
    names = ("Eén", "Eén < een", "Diep", "Twee")
    assert links == {**{name: name for name in names}, "<alfa>": "Twee"}
    assert [len(one.xpath("ancestor::ol")) for one in page.xpath("//nav//a")] == [1, 2, 3, 1]


def test_a_page_without_contents_names_no_headings() -> None:
    assert not web_page(html(EVERY_BLOCK)).xpath("//*[@id]")


# ---- Workbook ------------------------------------------------------------------------------


@EVERY_HOUSE
def test_a_workbook_has_the_house_above_and_under_every_page(house: HouseStyle) -> None:
    file = openpyxl.load_workbook(io.BytesIO(workbook(in_house(house))))
    for sheet in file.worksheets:
        if sheet.sheet_state == "visible":
            assert said_in(sheet.oddHeader) == house.header.splitlines()
            own = [house.footer] if house.footer else []
            assert said_in(sheet.oddFooter) == [*own, EVERY_BLOCK.footer]


@EVERY_HOUSE
def test_a_workbook_has_the_colours_and_fonts_of_the_house(house: HouseStyle) -> None:
    sheet = sheet_of(in_house(house))
    title = next(cell for row in sheet for cell in row if cell.value == EVERY_BLOCK.title)
    text = next(cell for row in sheet for cell in row if cell.value == "Tuinman")
    assert title.font.color.rgb == f"FF{house.accent}"
    assert title.font.name == (house.heading_font or house.font)
    assert text.font.color.rgb == f"FF{house.ink}"
    assert text.font.name == house.font
    assert repairs(workbook(in_house(house))) == []


@pytest.mark.parametrize("accent", ["006633", "8A1538", "000000", "757575", "0000FF", "B8002A"])
def test_text_on_every_shade_of_a_house_can_be_read(accent: str) -> None:
    for one in looks_of(HouseStyle(accent=accent)).values():
        assert contrast(one.colour, one.shade or "FFFFFF") >= READABLE - 0.35, one


@pytest.mark.parametrize("house", [GREEN, RED], ids=["png", "svg"])
def test_the_logo_stands_above_the_title_with_room_of_its_own(house: HouseStyle) -> None:
    raw = workbook(in_house(house, EVERY_LAYOUT))
    inside = package(raw)
    (logo,) = logos_of(raw)
    assert logo["about"] == about_logo(house)
    row = logo["row"]
    sheet = openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0]
    assert sheet.cell(row + 1, 1).value == EVERY_LAYOUT.title
    assert not any(cell.value for cell in sheet[row])
    high = look.logo_size(house)[1] * look.POINTS_PER_CENTIMETRE
    assert sheet.row_dimensions[row].height >= high
    assert f"$A${row}:" in sheet.print_area
    pictures = [name for name in inside if name.startswith("xl/media/")]
    assert len(pictures) == (2 if house.logo and house.logo.svg else 1)


def test_only_the_first_sheet_has_the_logo() -> None:
    more = replace(EVERY_BLOCK, sheets=(Sheet("Uitleg", "Uitleg", (Paragraph("Zo."),)),))
    inside = package(workbook(in_house(GREEN, more)))
    with_logo = [name for name, content in inside.items() if b"<drawing " in content]
    assert with_logo == ["xl/worksheets/sheet1.xml"]


def test_rows_are_higher_where_the_letters_are_wider() -> None:
    said = "Legt uit wat de klant kan verwachten en komt die afspraak na. " * 4
    document = replace(EVERY_BLOCK, blocks=(Paragraph(said),))

    def height(house: HouseStyle) -> float:
        sheet = sheet_of(in_house(house, document))
        (row,) = [row for row in range(1, 9) if str(sheet.cell(row, 1).value).startswith("Legt")]
        return float(sheet.row_dimensions[row].height)

    assert height(HouseStyle(font="Verdana")) > height(PLAIN)


@pytest.mark.parametrize("text", ["x" * 300, "&" * 300, "a&" * 200, "&P &N &A"])
def test_a_header_or_footer_never_becomes_longer_than_excel_takes(text: str) -> None:
    house = replace(BLACK, header=text, footer=text)
    raw = workbook(in_house(house, replace(EVERY_BLOCK, footer=text)))
    assert repairs(raw) == []
    sheet = package(raw)["xl/worksheets/sheet1.xml"].decode()
    found = re.findall(r"<odd(?:Header|Footer)>(.*?)</odd", sheet, re.DOTALL)
    assert len(found) == 2
    for one in found:
        plain = one.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
        assert len(plain) <= 255
        codes = re.sub(r"&&", "", plain)
        assert set(re.findall(r"&(.)", codes)) <= set('LRK8"PN')


def test_copies_of_a_form_share_one_logo() -> None:
    document = in_house(GREEN, replace(EVERY_BLOCK, title=mark("naam")))
    template = Template(workbook(document))
    copies = [template.copy({"naam": name}) for name in ("Anna", "Bob")]
    made_anew = {name for name, _ in template.cut}
    assert not any("media" in name or "drawing" in name for name in made_anew)
    for raw, name in zip(copies, ("Anna", "Bob"), strict=True):
        sheet = openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0]
        assert name in {cell.value for row in sheet for cell in row}
        assert len(logos_of(raw)) == 1
        assert repairs(raw) == []


# ---- Drawings, pages and pictures ----------------------------------------------------------


def test_drawings_have_the_colours_of_the_house() -> None:
    boxes = [Box("Een", ("a",)), Box("Twee", ("b",), is_marked=True)]
    plain, green = (chain_picture(boxes, "keten", "nl", one).svg.lower() for one in (PLAIN, GREEN))
    assert b"#1b4f72" in plain
    assert b"#006633" in green
    assert b"#1b4f72" not in green
    assert chain_picture(boxes, "keten", "nl").svg.lower() == plain


def test_a_wide_font_and_a_logo_take_room_from_the_pages_that_are_counted() -> None:
    long = replace(
        EVERY_BLOCK, blocks=tuple(Paragraph("Legt uit wat de klant kan. " * 9) for _ in range(40))
    )
    plain, wide, with_logo = (
        pages(in_house(one, long))
        for one in (PLAIN, HouseStyle(font="Verdana"), replace(PLAIN, logo=GREEN.logo))
    )
    assert wide.sections[0].lines > 1.1 * plain.sections[0].lines
    assert (with_logo.count, with_logo.filled) > (plain.count, plain.filled)


def test_an_svg_becomes_a_png_of_the_width_that_is_asked(tmp_path: Path) -> None:
    made = drawn_picture("logo.svg", SVG_LOGO, 4)
    (tmp_path / "logo.png").write_bytes(made)
    width, height = (int.from_bytes(made[at : at + 4], "big") for at in (16, 20))
    assert width == pytest.approx(4 / 2.54 * 300, abs=2)
    assert width / height == pytest.approx(200 / 60, rel=0.02)
