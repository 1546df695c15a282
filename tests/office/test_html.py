"""Blocks as a web page: the words of the Word document, marked up, safe, and complete in itself."""

import io
import re
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from example_documents import (
    EVERY_BLOCK,
    EVERY_LAYOUT,
    FORMULA_LOOKALIKES,
    HOSTILE,
    with_text,
    with_text_in_layouts,
)
from lxml import html as reader

from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from competenties.office.html import html
from competenties.office.word import word

EXAMPLES = [EVERY_BLOCK, EVERY_LAYOUT]
HOSTILE_EXAMPLES = [made(text) for text in HOSTILE for made in (with_text, with_text_in_layouts)]


def opened(*blocks: Block, **changes: Any) -> Any:
    return page(replace(EVERY_BLOCK, blocks=blocks, **changes))


def page(document: Document) -> Any:
    return reader.document_fromstring(html(document).decode())


def page_words(document: Document) -> list[str]:
    """Return the words on a page, without the captions that only a screen reader says."""
    body = page(document).find("body")
    for unseen in body.xpath("//caption | //footer"):
        unseen.getparent().remove(unseen)
    return " ".join(body.xpath(".//text()")).split()


def word_words(document: Document) -> list[str]:
    """Return the words of a Word document, those in tables included, in the order of the page."""
    body = docx.Document(io.BytesIO(word(document))).element.body
    said = [
        "".join(piece.text or " " for piece in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
        for paragraph in body.iter(qn("w:p"))
    ]
    return " ".join(said).split()


def joined(words: list[str]) -> str:
    """Return words without the space between them: a label and its colon are two pieces of text."""
    return "".join(words)


@pytest.mark.parametrize("document", [*EXAMPLES, *HOSTILE_EXAMPLES])
def test_a_page_has_the_words_of_the_word_document(document: Document) -> None:
    assert joined(page_words(document)) == joined(word_words(document))


@pytest.mark.parametrize("document", [*EXAMPLES, *HOSTILE_EXAMPLES])
def test_nothing_in_a_text_becomes_markup(document: Document) -> None:
    body = page(document).find("body")
    ours = {
        "body",
        "main",
        "footer",
        "p",
        "h1",
        "h2",
        "h3",
        "div",
        "strong",
        "br",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "span",
    }
    ours |= {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}
    assert {element.tag for element in body.iter()} <= ours
    attributes = {name for element in body.iter() for name in element.attrib}
    allowed = {"class", "style", "scope", "colspan", "data-title", "role", "aria-label"}
    assert attributes <= allowed


@pytest.mark.parametrize("document", EXAMPLES)
def test_a_page_is_complete_in_itself_and_forbids_everything_else(document: Document) -> None:
    content = html(document).decode()
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in content
    assert not re.search(r"<script|<link|@import|url\(|src=|href=|https?:", content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_its_title(language: Language) -> None:
    file = opened(language=language, title="Tuinman &\nzoon <b>")
    assert file.get("lang") == language
    assert file.find("head/title").text == "Tuinman & zoon <b>"
    assert [one.text_content() for one in file.iter("h1")] == ["Tuinman &zoon <b>"]


def test_headings_follow_the_title_without_a_gap() -> None:
    file = opened(Heading("Een"), Heading("Twee", 2), Heading("Drie", 3))
    tags = [one.tag for one in file.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert tags == ["h1", "h2", "h3", "h4"]


def test_a_table_has_a_caption_and_its_headers_say_what_they_head() -> None:
    rows = (Group("Deel"), Row(("a", "b")), Group("Nog een"), Row(("c", "d")))
    (table,) = opened(Table((Column("Nr"), Column("Wat")), rows, "Twee regels")).iter("table")
    assert table.find("caption").text == "Twee regels"
    heads = [(one.get("scope"), one.text_content()) for one in table.iter("th")]
    assert heads == [("col", "Nr"), ("col", "Wat"), ("rowgroup", "Deel"), ("rowgroup", "Nog een")]
    assert len(table.findall("tbody")) == 2
    assert [one.get("data-title") for one in table.iter("td")] == ["Nr", "Wat"] * 2


def test_labels_are_a_list_of_terms_and_running_labels_are_text() -> None:
    file = opened(Fields((("Naam", "Tuinman"),)), Fields((("Aan", "Buren"),), "lines"))
    assert [one.text for one in file.iter("dt")] == ["Naam"]
    assert [one.text for one in file.iter("dd")] == ["Tuinman"]
    assert [one.text_content() for one in file.iter("p") if one.get("class")] == ["Aan: Buren"]


def test_bullets_are_a_list() -> None:
    assert [one.text for one in opened(Bullets(("een", "twee"))).iter("li")] == ["een", "twee"]


def test_a_place_to_write_is_a_line_and_an_answer_shows_what_there_is_to_choose() -> None:
    file = opened(Fields((("Naam", Blank(lines=2)), ("Rol", Choice(("a", "b"))))))
    (blank,) = file.xpath("//*[@class='blank']")
    assert (blank.text_content(), blank.get("aria-label")) == ("", "in te vullen")
    assert "2.8em" in blank.get("style")
    (choice,) = file.xpath("//*[@class='choice']")
    assert choice.text == "a / b"


def test_a_notice_is_for_the_screen_and_the_footer_is_on_paper() -> None:
    content = html(EVERY_LAYOUT).decode()
    assert '<p class="notice">Vul alleen de lege vakken in.</p>' in content
    on_paper = content.partition("@media print")[2]
    assert re.search(r"\.notice \{ display: none; \}", on_paper)
    assert re.search(r"footer \{ position: fixed; bottom: 0;", on_paper)
    assert page(EVERY_LAYOUT).find("body/footer").text_content() == EVERY_LAYOUT.footer
    assert 'class="notice"' not in html(EVERY_BLOCK).decode()


@pytest.mark.parametrize("text", FORMULA_LOOKALIKES)
def test_text_stays_text(text: str) -> None:
    (shown,) = opened(Paragraph(text)).xpath("//main/p")
    assert shown.text == text


def test_a_break_in_a_text_stays_one() -> None:
    assert b"<p>een<br>twee</p>" in html(replace(EVERY_BLOCK, blocks=(Paragraph("een\r\ntwee"),)))


def test_the_same_content_gives_the_same_page() -> None:
    assert html(EVERY_BLOCK) == html(replace(EVERY_BLOCK))


def test_a_page_that_begins_on_its_side_has_no_empty_page_before_that() -> None:
    blocks = (PageBreak(is_landscape=True), Heading("Een"), PageBreak(), Heading("Twee"))
    page = html(Document("Titel", "nl", blocks, "voet", "Blad")).decode()
    assert page.count('class="new-page"') == 1
