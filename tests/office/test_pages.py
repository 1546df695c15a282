"""Room on paper, counted from blocks: lines by the width of letters, and how pages break."""

from dataclasses import replace
from typing import Any

import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE, with_text, with_text_in_layouts

from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from competenties.office.glyphs import line_count, width
from competenties.office.pages import Pages, lines_on_a_page, pages


def counted(*blocks: Block, spare: float = 0, **changes: Any) -> Pages:
    return pages(replace(EVERY_BLOCK, blocks=blocks, **changes), spare)


def test_letters_have_the_width_of_calibri() -> None:
    assert width("i", 10) < width("n", 10) < width("m", 10)
    assert width("Functieprofiel", 10, bold=True) > width("Functieprofiel", 10)
    assert width("één", 10) == width("een", 10)
    assert width("👩\u200d🌾", 10) == 20
    assert width("", 10) == 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("woord", 1),
        ("woord woord", 2),
        ("een\ntwee\n", 3),
        ("a" * 40, 7),
        ("mbo-hbo", 2),
        ("heg/haag", 2),
        ("een ", 1),
    ],
)
def test_a_text_breaks_between_words_and_where_it_must(text: str, lines: int) -> None:
    assert line_count(text, 30, 10) == lines


def test_an_empty_document_is_one_page() -> None:
    assert counted().count == 1
    assert counted().sections[0].title == ""


def test_a_chapter_has_the_lines_that_it_takes() -> None:
    once, twice = (
        counted(Heading("Een"), *[Paragraph("Tekst.")] * n, Heading("Twee")).sections[1].lines
        for n in (10, 20)
    )
    assert 12 < twice - once < 14, "ten lines with the room between them"


def test_a_page_break_begins_a_page() -> None:
    assert counted(Paragraph("x"), PageBreak(), Paragraph("x")).count == 2


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    lines = [Bullets(("Regel.",))]
    table = Table((Column("A"),), (Row(("\n".join("abcdefgh"),)),), "x")
    fills = next(n for n in range(200) if counted(*lines * (n + 1)).count == 2)
    with_heading = counted(*lines * (fills - 8), Heading("Kop"), table)
    without = counted(*lines * (fills - 8), Paragraph("Kop"))
    assert without.count == 1
    assert with_heading.count == 2
    assert with_heading.filled > 0.15, "heading, header and row"


def test_a_header_is_counted_again_on_every_page() -> None:
    rows = tuple(Row((str(n),)) for n in range(200))
    (short,), (long,) = (Column("A"),), (Column("\n".join("abcdefghij")),)
    assert counted(Table((long,), rows, "x")).count > counted(Table((short,), rows, "x")).count


def test_a_header_longer_than_a_page_stands_there_once() -> None:
    header = Column("Een heel lange kop. " * 600)
    assert 3 <= counted(Table((header,), tuple(Row(("x",)) for _ in range(5)), "x")).count < 6


def test_a_row_longer_than_a_page_goes_on_on_the_next() -> None:
    text = "Deze regel is lang. " * 1500
    assert counted(Table((Column("A"),), (Row((text,)),), "x")).count >= 4
    assert counted(Fields((("Label", text),))).count >= 4


def test_room_that_stays_empty_makes_it_longer() -> None:
    lines = [Bullets(("Regel.",))]
    fills = next(n for n in range(200) if counted(*lines * (n + 1)).count == 2)
    assert counted(*lines * fills).count == 1
    assert counted(*lines * fills, spare=2).count == 2
    assert 50 < fills < lines_on_a_page() < 75


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_can_be_counted(text: str) -> None:
    for document in (with_text(text), with_text_in_layouts(text)):
        assert pages(document).count >= 1
    assert pages(EVERY_LAYOUT).count == 1
