"""Blocks as plain text: one line a paragraph, and nothing that a reader cannot see."""

from dataclasses import replace
from pathlib import Path

import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE, with_text

from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Document,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Ticks,
)
from competenties.office.plain_text import plain_text, text_of
from competenties.office.render import render


def lines(*blocks: Block) -> list[str]:
    document = replace(EVERY_BLOCK, title="T", blocks=blocks, footer="Voet")
    return plain_text(document).decode().split("\n")[3:-4]


def test_the_name_of_the_file_asks_for_plain_text() -> None:
    assert render(EVERY_BLOCK, Path("a.TXT")) == plain_text(EVERY_BLOCK)


@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERY_LAYOUT])
def test_lines_end_in_a_line_feed_and_there_is_no_mark_of_the_byte_order(
    document: Document,
) -> None:
    content = plain_text(document)
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    assert b"\n\n\n" not in content


def test_title_chapters_and_footer_stand_apart() -> None:
    text = plain_text(replace(EVERY_LAYOUT, blocks=(Heading("Doel"), Paragraph("Snoeit."))))
    assert text.decode().split("\n\n") == [
        "Vul alleen de lege vakken in.",
        "Functieprofiel Tuinman\n======================",
        "Doel\n----",
        "Snoeit.",
        "--\nTuinman · versie 1 · controlecode AAAA-BBBB-CCCC\n",
    ]


def test_what_introduces_a_list_stands_right_above_it() -> None:
    assert lines(Heading("Heggen", 2), Bullets(("Snoeit.", "Ruimt\nop."))) == [
        *("Heggen", "- Snoeit.", "- Ruimt op."),
    ]


def test_a_value_stands_behind_its_label_and_a_list_under_it() -> None:
    rows = Fields((("Functie", "Tuinman"), ("Levert", Bullets(("Een heg",))), ("Leeg", "")))
    assert lines(rows) == ["Functie: Tuinman", "Levert:", "- Een heg"]


def test_what_has_to_be_filled_in_says_so() -> None:
    rows = Fields(
        (
            ("Uren", Blank()),
            ("Contract", Blank("Vast of tijdelijk.")),
            ("Salaris", Blank(text="Van € … tot € …")),
            ("Rol", Choice(("a", "b"))),
            ("Gezien", Ticks(("voor akkoord",))),
        )
    )
    assert lines(rows)[:4] == [
        "Uren: [in te vullen]",
        "Contract: Vast of tijdelijk. [in te vullen]",
        "Salaris: Van € … tot € …",
        "Rol: a / b [in te vullen]",
    ]
    assert lines(rows)[4].startswith("Gezien: ")
    assert lines(rows)[4].endswith("voor akkoord")


def test_each_value_of_a_table_stands_behind_the_title_of_its_column() -> None:
    text = plain_text(EVERY_LAYOUT).decode()
    assert (
        "Kern\nVoor iedereen.\n\nBuiten\n\nCompetentie:\nSnoeien\nKnipt terug.\nGedrag:\n" in text
    )


def test_a_picture_is_what_it_shows_and_a_page_break_is_nothing() -> None:
    picture = Picture(b"", b"", "Tekening van\nde keten.", 1, 1)
    assert lines(PageBreak(), picture) == ["[Tekening van de keten.]"]


def test_blocks_alone_have_no_lines_under_their_headings() -> None:
    assert text_of((Heading("Doel"), Paragraph("Snoeit.")), "nl") == "Doel\n\nSnoeit."


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_the_file_can_be_read(text: str) -> None:
    said = plain_text(with_text(text)).decode()
    assert "- " in said
    assert "\x00" not in said
    assert "\u202e" not in said
