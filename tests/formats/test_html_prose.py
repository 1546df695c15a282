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


TABLES = [
    (
        "<table><tr><th>Wat</th><th>Wie</th></tr><tr><td>a</td><td>b</td></tr></table>",
        "Wat | Wie\na | b",
    ),
    (
        "<table><tr><td>a<td>b<tr><td><p>c</p><p>d</p><td><ul><li>e</li></ul></table>",
        "a | b\nc d | e",
    ),
    ("<p>x</p><table><tr><td>a</td><td></td><td>c</td></tr></table><p>y</p>", "x\n\na |  | c\n\ny"),
    ("<table><tr><td><h4>Kop</h4><ul><li>een</li></ul></td></tr></table>", "Kop\n\n- een"),
    ("<table><tr><td></td><td> </td></tr></table>na", "na"),
    ("<table><tr><td>a</td><td>b</td></tr>", "a | b"),
    ("</tr></table><p>x</p></td>", "x"),
    ("<ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li></ul>", "- a\n- b\n- c"),
]


@pytest.mark.parametrize(("html", "markdown"), TABLES, ids=range(len(TABLES)))
def test_the_rows_of_a_table_are_lines(html: str, markdown: str) -> None:
    assert markdown_of(read_html(html).blocks) == markdown


def test_tables_in_tables_are_read_quickly() -> None:
    assert read_html("<table><tr><td>a<td>" * 20_000).blocks


def test_a_picture_says_its_alternative_text_and_is_named() -> None:
    page = read_html(
        '<p>Zie<img src="@@PLUGINFILE@@/kring.png?time=1" alt="de kring &lt;1&gt;">.</p>'
        '<img src="data:image/png;base64,AAAA" alt="een pijl"><img src="x/leeg.gif" data-alt="nee">'
        '<iframe src="https://video.example/film" title="Een film"></iframe>'
    )
    assert markdown_of(page.blocks) == "Zie de kring <1> .\n\neen pijl Een film"
    assert page.pictures == ("kring.png", "een pijl", "leeg.gif", "film")


def test_a_picture_in_a_script_is_none() -> None:
    assert read_html('<script><img src="a.png" alt="a"></script>b').pictures == ()
