"""Our paragraphs and lists become HTML and come back; HTML of others becomes plain Markdown."""

import pytest

from competenties.formats.html_prose import as_html, markdown_of, read_html


def back(text: str) -> str:
    return markdown_of(read_html(text).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Een alinea.",
        "Regel\nregel",
        "Alinea\n\nalinea",
        "Intro:\n- een\n- twee",
        "- een\n- twee\n\nslot",
        "1. een\n2. twee",
        "**vet** en *schuin* en 2*3*4",
        "a < b & c > d &amp; <script>x</script>",
        "pad C:\\",
        "</p><p>",
    ],
)
def test_paragraphs_and_lists_come_back_as_they_were(text: str) -> None:
    assert back(as_html(text)) == text


def test_text_of_ours_never_becomes_a_tag_or_an_escape() -> None:
    made = as_html('<b onclick="x">\\"')
    assert made == '<p>&lt;b onclick="x"&gt;&#92;"</p>'


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>een\n twee<br>drie</p>", "een twee\ndrie"),
        ("los <div>blok</div> rest", "los\n\nblok\n\nrest"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<p><!-- weg -->blijft<style>p{}</style></p>", "blijft"),
        ('<a href="https://x.nl">daar</a>', "daar (https://x.nl)"),
        ('<a href="javascript:x">daar</a>', "daar"),
        ("<p> <b> vet </b>woord</p>", "**vet** woord"),
        ("5 < 6 en a<1", "5 < 6 en a<1"),
        ("<p>&nbsp;\u200b</p><p>x", "x"),
    ],
)
def test_html_of_others_is_read(html: str, markdown: str) -> None:
    assert back(html) == markdown


@pytest.mark.parametrize(
    "start", ["<a ", "<!--", "<", "<b>", "<ul>", "</", "<![", "&", "<p lang='"]
)
def test_text_that_only_looks_like_html_is_read_quickly(start: str) -> None:
    assert isinstance(back(start * 30_000), str)


def test_text_that_only_looks_like_emphasis_is_written_quickly() -> None:
    assert as_html("**a " * 30_000).startswith("<p>**a")


def test_the_first_language_is_told() -> None:
    assert read_html('<p>x</p><p lang="nl">y</p>').language == "nl"
