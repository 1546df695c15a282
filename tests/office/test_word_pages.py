"""Pages of a Word document: pages on their side, contents, an index, and the house style."""

import io
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from example_documents import EVERY_BLOCK, HOSTILE
from lxml import etree
from office_dumps import parts
from test_validity import sdk_errors_fixture

from competenties.messages import LANGUAGES
from competenties.office import look
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Fields,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from competenties.office.house_style import HouseStyle, Logo
from competenties.office.pages import heading_pages, pages
from competenties.office.word import word

__all__ = ["sdk_errors_fixture"]  # the fixture `sdk_errors`

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = Table((Column("A"), Column("B")), (Row(("a", "b")),), "Tabel")
UPRIGHT, TURNED = PageBreak(), PageBreak(is_landscape=True)


def png(wide: int, high: int) -> bytes:
    """Return a red picture of some size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = (b"\0" + b"\xff\0\0" * wide) * high
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    begin = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
    return begin + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LOGO = Logo(png(20, 10), ".png", 2.0, 1.0, "Logo van Groen & zoon")
HOUSE = HouseStyle("AA3377", "112233", "Arial", "Georgia", LOGO, "Groen & zoon", "Vertrouwelijk")


def document(*blocks: Block, **changes: Any) -> Document:
    return replace(EVERY_BLOCK, blocks=blocks, **changes)


def opened(*blocks: Block, **changes: Any) -> Any:
    return docx.Document(io.BytesIO(word(document(*blocks, **changes))))


def turned(file: Any) -> list[bool]:
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections]


def new_pages(file: Any) -> list[str]:
    """Return the texts of the paragraphs that begin a page."""
    return [one.text for one in file.paragraphs if one.paragraph_format.page_break_before]


def said(file: Any) -> list[str]:
    """Return the texts of the paragraphs, with what fields show."""
    body = file.element.body.findall(qn("w:p"))
    texts = ("".join(one.text or "\t" for one in p.iter(qn("w:t"), qn("w:tab"))) for p in body)
    return [text.lstrip("\t") for text in texts]  # the stop of a line is a tab too


def instructions(file: Any) -> list[str]:
    return [one.text.strip() for one in file.element.body.iter(qn("w:instrText"))]


def test_a_page_on_its_side_is_a_section_and_what_follows_stands_upright_again() -> None:
    file = opened(Heading("Een"), TURNED, Heading("Twee"), TABLE, UPRIGHT, Heading("Drie"))
    assert turned(file) == [False, True, False]
    high, wide = file.sections[0].page_height, file.sections[0].page_width
    assert (file.sections[1].page_width, file.sections[1].page_height) == (high, wide)
    assert {section.start_type for section in file.sections} == {WD_SECTION.NEW_PAGE}
    assert new_pages(file) == [], "a section begins a page itself"


def test_a_document_that_begins_with_a_page_on_its_side_has_its_title_there() -> None:
    file = opened(TURNED, Heading("Een"), TABLE)
    assert turned(file) == [True]
    assert new_pages(file) == []
    assert pages(document(TURNED, Heading("Een"), TABLE)).count == 1
    (made,) = [sum(column.width.cm for column in table.columns) for table in file.tables]
    assert made == pytest.approx(26.3, abs=0.02)


def test_a_table_is_as_wide_as_its_page() -> None:
    file = opened(TABLE, TURNED, TABLE, Fields((("a", "b"),)), UPRIGHT, TABLE)
    widths = [sum(column.width.cm for column in table.columns) for table in file.tables]
    assert widths == pytest.approx([17.6, 26.3, 26.3, 17.6], abs=0.02)


def test_a_break_that_does_not_turn_the_page_begins_a_page_without_an_empty_line() -> None:
    file = opened(
        Paragraph("een"), UPRIGHT, Heading("twee"), TURNED, TABLE, TURNED, Heading("drie")
    )
    assert turned(file) == [False, True]
    assert new_pages(file) == ["twee", "drie"]
    assert [one.text for one in file.paragraphs][1:] == ["een", "twee", "drie"]


def test_a_table_after_a_break_begins_a_page() -> None:
    file = opened(Paragraph("een"), UPRIGHT, TABLE, Paragraph("na"))
    (small,) = [one for one in file.paragraphs if one.paragraph_format.page_break_before]
    assert small.style.name == "Between Tables"
    assert small._p.getnext().tag == qn("w:tbl")  # noqa: SLF001  (no public way)


@pytest.mark.parametrize(
    ("blocks", "sides"),
    [
        ((TURNED, UPRIGHT, Paragraph("x")), [True, False]),
        ((UPRIGHT, TURNED, Paragraph("x")), [False, True]),
        ((TURNED, TURNED, Paragraph("x")), [True]),
        ((UPRIGHT, UPRIGHT, Paragraph("x")), [False]),
        ((Paragraph("x"), UPRIGHT), [False]),
    ],
)
def test_breaks_after_each_other_make_no_empty_pages(
    blocks: tuple[Block, ...], sides: list[bool]
) -> None:
    file = opened(*blocks)
    assert turned(file) == sides
    expected = 1 if blocks[-1] == UPRIGHT else 2
    assert len(new_pages(file)) + len(sides) == expected
    assert pages(document(*blocks)).count == expected


def test_every_section_has_the_footer_with_its_number_at_the_end_of_the_line() -> None:
    file = opened(Paragraph("x"), TURNED, Paragraph("x"))
    upright, lying = (section.footer for section in file.sections)
    texts = [footer.paragraphs[0].text for footer in (upright, lying)]
    assert texts == [f"{EVERY_BLOCK.footer}\tpagina  van "] * 2
    stops = lying.paragraphs[0].paragraph_format.tab_stops
    assert max(stop.position.cm for stop in stops) == pytest.approx(26.3, abs=0.01)


HEADINGS = (Heading("Een"), Heading("Onder een", 2), Heading("Diep", 3), UPRIGHT, Heading("Twee"))


def test_contents_list_the_headings_with_their_pages_and_lead_there() -> None:
    file = opened(Contents("Inhoud"), UPRIGHT, *HEADINGS)
    assert said(file)[1:5] == ["Inhoud", "Een\t2", "Onder een\t2", "Twee\t3"]
    styles = [one.style.name for one in file.paragraphs[1:5]]
    assert styles == ["TOC Heading", "toc 1", "toc 2", "toc 1"]
    assert instructions(file)[0] == 'TOC \\o "1-2" \\h \\z'
    (stale,) = [one for one in file.element.body.iter(qn("w:fldChar")) if one.get(qn("w:dirty"))]
    assert stale.get(qn("w:fldCharType")) == "begin"


def test_every_entry_leads_to_a_bookmark_that_is_there() -> None:
    index = Index((("twee", "Twee"), ("Een", "Een")))
    body = opened(Contents("Inhoud", 3), *HEADINGS, index).element.body
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(set(marks)) == len(marks) == 4
    assert links == [*marks, marks[3], marks[0]]
    shown = [one.text.split()[1] for one in body.iter(qn("w:instrText")) if "PAGEREF" in one.text]
    assert shown == links


def test_fields_are_whole() -> None:
    body = opened(Contents("Inhoud", 3), *HEADINGS, Index((("a", "Een"),))).element.body
    depth = 0
    for one in body.iter(qn("w:fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[one.get(qn("w:fldCharType"))]
        assert 0 <= depth <= 2
    assert depth == 0


def test_a_document_without_contents_has_no_bookmarks() -> None:
    assert list(opened(*HEADINGS).element.body.iter(qn("w:bookmarkStart"))) == []
    assert said(opened(Contents("Inhoud"), Paragraph("x")))[1:] == ["x"]


def test_an_index_stands_in_two_columns_between_text_in_one() -> None:
    entries = tuple((f"term {number}", "Een") for number in range(30))
    file = opened(*HEADINGS, Paragraph("Zie:", "intro"), Index(entries), Heading("Na"))
    columns = [one._sectPr.find(qn("w:cols")).get(qn("w:num")) for one in file.sections]  # noqa: SLF001
    assert columns == [None, "2", None]
    starts = [one.start_type for one in file.sections]
    assert starts == [WD_SECTION.NEW_PAGE, WD_SECTION.CONTINUOUS, WD_SECTION.CONTINUOUS]


def test_what_follows_an_index_on_another_page_begins_one() -> None:
    for following, side in ((UPRIGHT, False), (TURNED, True)):
        file = opened(Heading("Een"), Index((("a", "Een"),)), following, Heading("Na"))
        assert file.sections[-1].start_type == WD_SECTION.NEW_PAGE
        assert turned(file)[-1] is side
        assert new_pages(file) == []
    file = opened(Heading("Een"), UPRIGHT, Index((("a", "Een"),)))
    assert file.sections[1].start_type == WD_SECTION.NEW_PAGE


def test_a_term_whose_heading_is_not_there_has_no_page() -> None:
    file = opened(Heading("Een"), Index((("weg", "Nergens"), ("hier", "Een"))))
    lines = [one for one in said(file) if "weg" in one or "hier" in one]
    assert lines == ["weg", "hier\t1"]


def test_pages_of_headings_are_counted_on_pages_that_lie_on_their_side_too() -> None:
    line = Paragraph("Een regel.")
    upright = document(Heading("Een"), *[line] * 40, Heading("Twee"), *[line] * 40, Heading("Drie"))
    assert heading_pages(upright) == [1, 1, 2]
    lying = document(TURNED, *upright.blocks)
    assert heading_pages(lying) == [1, 2, 3]


def styles_of(file: Any) -> dict[str, tuple[str, str]]:
    named = ("Normal", "Title", "Heading 1", "Table Label", "Table Group", "toc 1", "Note")
    fonts = {name: file.styles[name].font for name in named}
    return {name: (font.name, str(font.color.rgb)) for name, font in fonts.items()}


def test_a_house_style_gives_colours_and_fonts() -> None:
    assert styles_of(opened(Paragraph("x"), house=HOUSE)) == {
        "Normal": ("Arial", "112233"),
        "Title": ("Georgia", "AA3377"),
        "Heading 1": ("Georgia", "AA3377"),
        "Table Label": ("Arial", "112233"),
        "Table Group": ("Arial", "AA3377"),
        "toc 1": ("Arial", "112233"),
        "Note": ("Arial", "112233"),
    }
    without = styles_of(opened(Paragraph("x"), house=replace(HOUSE, heading_font="")))
    assert without["Title"] == ("Arial", "AA3377")
    assert styles_of(opened(Paragraph("x")))["Title"] == ("Calibri", "1B4F72")


def test_no_colour_of_ours_is_left_in_the_styles_of_a_house() -> None:
    styles = parts(word(document(house=HOUSE)))["word/styles.xml"].decode()
    ours = re.findall(rf'w:(?:val|color)="(?:{look.INK}|{look.ACCENT})"', styles)
    assert ours == []


def test_the_logo_stands_above_every_page_and_is_told_to_who_does_not_see_it() -> None:
    file = opened(Paragraph("x"), TURNED, Paragraph("y"), house=HOUSE)
    for section in file.sections:
        (drawn,) = section.header._element.iter(qn("wp:docPr"))  # noqa: SLF001  (no public way)
        assert drawn.get("descr") == LOGO.about
        (blip,) = section.header._element.iter(qn("a:blip"))  # noqa: SLF001  (idem)
        related = section.header.part.related_parts
        assert related[blip.get(qn("r:embed"))].blob == LOGO.image
        assert section.header.paragraphs[0].text.strip() == "Groen & zoon"
    pictures = [name for name in parts(word(document(house=HOUSE))) if "media" in name]
    assert pictures == ["word/media/logo1.png"]


def test_the_logo_and_the_words_above_a_page_begin_at_the_same_height() -> None:
    house = replace(HOUSE, header="Groen & zoon\nPersoneel")
    (made,) = opened(Paragraph("x"), house=house).sections[0].header.paragraphs
    assert made.text == "Groen & zoon\nPersoneel"
    assert made.alignment == WD_PARAGRAPH_ALIGNMENT.RIGHT
    (logo,) = made._p.iter(qn("wp:anchor"))  # noqa: SLF001  (no public way)
    assert logo.find(qn("wp:positionH")).findtext(qn("wp:align")) == "left"
    vertical = logo.find(qn("wp:positionV"))
    assert vertical.get("relativeFrom") == "paragraph"
    assert vertical.findtext(qn("wp:posOffset")) == "0"


def test_a_large_logo_keeps_its_shape_and_the_text_stands_under_it() -> None:
    large = HouseStyle(logo=replace(LOGO, width=20, height=10))
    file = opened(Paragraph("x"), house=large)
    section = file.sections[0]
    (extent,) = section.header._element.iter(qn("wp:extent"))  # noqa: SLF001  (no public way)
    wide, high = (int(extent.get(side)) / 360_000 for side in ("cx", "cy"))
    assert (wide, high) == pytest.approx((3.6, 1.8), abs=0.01)
    assert section.top_margin.cm >= section.header_distance.cm + high
    assert pages(document(house=large)).count == 1


def test_without_a_logo_or_a_text_there_is_no_header() -> None:
    assert [name for name in parts(word(document())) if "header" in name] == []
    with_text = opened(Paragraph("x"), house=HouseStyle(header="Groen\nAfdeling P&O"))
    assert with_text.sections[0].header.paragraphs[0].text == "Groen\nAfdeling P&O"


def test_the_footer_of_the_house_stands_before_that_of_the_document() -> None:
    short = opened(house=HOUSE).sections[0].footer.paragraphs[0].text
    assert short.startswith(f"Vertrouwelijk · {EVERY_BLOCK.footer}\t")
    long = opened(house=replace(HOUSE, footer="Vertrouwelijk " * 9)).sections[0].footer
    assert long.paragraphs[0].text.split("\n")[1].startswith(f"{EVERY_BLOCK.footer}\t")


def test_everything_in_a_house_style_is_valid(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    index = Index((("een", "Een"), ("weg", "Nergens")))
    end = (Paragraph("Zie"), index, TURNED, TABLE, TABLE, UPRIGHT, Bullets(("x",)), TURNED, index)
    blocks = (Contents("Inhoud", 3), *HEADINGS, TURNED, *EVERY_BLOCK.blocks, UPRIGHT, *end)
    for language in LANGUAGES:
        for house in (HOUSE, replace(HOUSE, logo=replace(LOGO, svg=b"<svg/>"), header="")):
            package = word(document(*blocks, house=house, language=language))
            assert sdk_errors(package, ".docx") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_a_header_an_index_and_contents_is_text(text: str) -> None:
    house = HouseStyle(header=text, footer=text, logo=replace(LOGO, about=text))
    content = document(Contents(text), Heading(text), Index(((text, text),)), house=house)
    for name, part in parts(word(content)).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


def test_hostile_text_everywhere_around_the_text_is_valid(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    house = HouseStyle(header="".join(HOSTILE), footer="".join(HOSTILE), logo=LOGO)
    headings = [Heading(text) for text in HOSTILE]
    index = Index(tuple((text, text) for text in HOSTILE))
    package = word(document(Contents(HOSTILE[0]), *headings, index, house=house))
    assert sdk_errors(package, ".docx") == []


def test_the_rows_of_a_whole_table_stay_with_each_other() -> None:
    rows = tuple(Row((f"{number}",)) for number in range(3))
    held = {
        is_whole: [
            cell.paragraphs[0].paragraph_format.keep_with_next or False
            for table in opened(Table((Column("Kop"),), rows, "x", is_whole=is_whole)).tables
            for cell in table.column_cells(0)[1:]
        ]
        for is_whole in (True, False)
    }
    assert held == {True: [True, True, False], False: [False] * 3}
