"""Blocks as a PDF: tagged for a screen reader, laid out like the Word document, and safe."""

import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from example_documents import (
    EVERY_BLOCK,
    EVERY_LAYOUT,
    HOSTILE,
    with_text,
    with_text_in_layouts,
)
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.office import look
from competenties.office import pdf as module
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Document,
    Fields,
    Formula,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
    Ticks,
)
from competenties.office.clean import clean
from competenties.office.pdf import pdf
from competenties.workspace.documents import read_framework, read_profile

EXAMPLES = [EVERY_BLOCK, EVERY_LAYOUT]
FRAMEWORKS = Path(__file__).parent.parent.parent / "frameworks"
FRAMEWORK = FRAMEWORKS / "basis.json"
PROFILES = sorted((FRAMEWORKS / "profiles").glob("*.json"))
MARKUP = (
    '#read("/etc/passwd") #import "x.typ"',
    "$x^2$ @bron *vet* _schuin_ `code` <merk> ~ // rest /* weg */",
    "= Kop\n- punt\n+ punt\n/ term: uitleg",
    "\\u{41} \\n \\\" ' \\",
    "#{ } #[ ] ]) }); panic()",
    "\x00\x07 \x1b[31m \ud83d einde",
    "שלום עולם en مرحبا بالعالم",
    "ë é ĳ ő ž Ж → ☐ ☑ ✓ ≥ • … € ½ \N{NO-BREAK SPACE} \N{ZERO WIDTH JOINER}",
    "x" * 200,
)
"""Texts that a program of layout would like to make something else of."""


def reader(document: Document) -> PdfReader:
    return PdfReader(BytesIO(pdf(document)))


def opened(*blocks: Block, **changes: Any) -> PdfReader:
    return reader(replace(EVERY_BLOCK, blocks=blocks, **changes))


def texts(file: PdfReader) -> list[str]:
    return [page.extract_text() for page in file.pages]


def pages_with(pages: list[str], text: str) -> list[int]:
    return [number for number, page in enumerate(pages) if text in page]


def root(file: PdfReader) -> Any:
    return file.trailer["/Root"]


def tags(file: PdfReader) -> list[Any]:
    """Return the elements that a screen reader sees, in its order."""
    found: list[Any] = []
    waiting = [root(file)["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, DictionaryObject) and "/S" in one:
            found.append(one)
            waiting.append(one.get("/K", []))
    return found


def kinds(file: PdfReader) -> list[str]:
    return [str(tag["/S"])[1:] for tag in tags(file)]


def heights(file: PdfReader, text: str) -> list[float]:
    """Return how far from the bottom of its page each piece of text with these letters stands."""
    found: list[float] = []

    def note(piece: str, page: list[float], line: list[float], *_: Any) -> None:
        if text in piece:
            found.append(line[4] * page[1] + line[5] * page[3] + page[5])

    for page in file.pages:
        page.extract_text(visitor_text=note)
    return found


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\s\u00ad\u200b-\u200f\ufe0f\ufeff]", "", text))


def claims_the_standard(file: PdfReader) -> bool:
    return b"<pdfuaid:part>1</pdfuaid:part>" in root(file)["/Metadata"].get_data()


@pytest.mark.parametrize("document", EXAMPLES)
def test_a_pdf_is_tagged_and_claims_pdf_ua(document: Document) -> None:
    file = reader(document)
    assert root(file)["/MarkInfo"]["/Marked"]
    assert root(file)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert kinds(file)[0] == "Document"
    assert claims_the_standard(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_says_its_language_its_title_and_who_made_it(language: Language) -> None:
    file = opened(language=language, title="Tuinman &\nzoon #1")
    assert root(file)["/Lang"] == {"nl": "nl-NL", "en": "en-GB"}[language]
    about = file.metadata
    assert about is not None
    assert (about.title, about.author) == ("Tuinman & zoon #1", "Groen B.V.")
    assert str(about["/Keywords"]) == "tuinman, AAAA-BBBB-CCCC"


def test_a_pdf_without_a_title_or_an_organisation_has_a_name_all_the_same() -> None:
    about = opened(title="\x00", organisation=" ").metadata
    assert about is not None
    assert (about.title, about.author) == ("competenties", "competenties")


def test_the_page_is_a4() -> None:
    (page,) = opened(Paragraph("a")).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


def test_a_document_that_begins_on_its_side_has_no_empty_page_before_that() -> None:
    (page,) = opened(PageBreak(is_landscape=True), Paragraph("a")).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]


@pytest.mark.parametrize(
    ("language", "numbers"),
    [("nl", ("pagina 1 van 2", "pagina 2 van 2")), ("en", ("page 1 of 2", "page 2 of 2"))],
)
def test_footer_and_number_stand_under_every_page(
    language: Language, numbers: tuple[str, str]
) -> None:
    pages = texts(opened(Paragraph("een"), PageBreak(), Paragraph("twee"), language=language))
    for page, number in zip(pages, numbers, strict=True):
        assert EVERY_BLOCK.footer in page
        assert number in page


def test_a_long_footer_takes_from_the_page_and_covers_no_text() -> None:
    blocks = tuple(Paragraph(f"regel {number}") for number in range(120))
    file = opened(*blocks, footer="voet " * 200)
    lowest = min(heights(file, "regel "))
    assert min(height - lowest for height in heights(file, "voet voet")) < -look.FOOTER_SIZE
    assert max(heights(file, "voet voet")) < lowest


def test_a_footer_is_not_read_to_who_listens() -> None:
    one_page, two_pages = opened(Paragraph("a")), opened(Paragraph("a"), PageBreak())
    assert kinds(one_page) == kinds(two_pages) == ["Document", "Title", "P"]


def test_a_notice_is_for_the_screen_only() -> None:
    assert EVERY_LAYOUT.notice
    assert EVERY_LAYOUT.notice not in "".join(texts(reader(EVERY_LAYOUT)))


def test_headings_are_headings_and_no_level_is_passed_over() -> None:
    file = opened(Heading("Diep", 3), Heading("Een"), Heading("Drie", 3), Heading("Vier", 4))
    assert kinds(file)[1:] == ["Title", "H1", "H1", "H2", "H3"]
    assert len(file.outline) == 3  # "Diep", "Een", and what stands under that


def test_a_heading_without_a_word_is_no_heading() -> None:
    assert kinds(opened(Heading("\x00 ")))[1:] == ["Title", "P"]


def test_paragraphs_and_lists_are_said_as_such() -> None:
    styles = ("lead", "intro", "level", "note", "warning", "normal")
    file = opened(*[Paragraph(style, style) for style in styles], Bullets(("een", "twee")))
    assert kinds(file)[2:8] == ["P"] * 6
    assert kinds(file)[8:] == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert all(style in texts(file)[0] for style in (*styles, "een", "twee"))


def test_a_table_says_which_cells_are_heads() -> None:
    parts = (Group("Nog een"), Group("Onder", level=2))
    rows: tuple[Row | Group, ...]
    rows = (Group("Deel"), Row(("a", "b")), *parts, Row(("c", "d")))
    table = Table((Column("Nr"), Column("Wat")), rows, "Twee regels")
    cells = [tag for tag in tags(opened(table)) if tag["/S"] in ("/TH", "/TD")]
    assert [tag["/S"] for tag in cells] == [
        *("/TH", "/TH"),
        *("/TH", "/TD", "/TD"),
        *("/TH", "/TH", "/TD", "/TD"),
    ]
    attributes = [dict(tag["/A"][0]) for tag in cells]
    assert all(one["/Scope"] == "/Column" for one in attributes if "/Scope" in one)
    assert [one.get("/ColSpan", 1) for one in attributes[:3]] == [1, 1, 2]


@pytest.mark.parametrize("levels", [(1, 1), (1, 2, 1), (2, 1), (1, 2, 2), (1,)])
def test_parts_without_rows_are_shown_too(levels: tuple[int, ...]) -> None:
    groups = tuple(Group(f"deel {number}", "tekst", level) for number, level in enumerate(levels))
    orders: list[tuple[Row | Group, ...]]
    orders = [groups, (*groups, Row(("a",))), (Row(("a",)), *groups)]
    for rows in orders:
        (page,) = texts(opened(Table((Column("Kop"),), rows, "x")))
        assert [f"deel {number}" in page for number in range(len(levels))] == [True] * len(levels)


def test_labels_stand_before_their_values_in_every_layout() -> None:
    (page,) = texts(reader(EVERY_LAYOUT))
    said = " ".join(page.split())
    for words in (
        "Versie 1.0 Functiecode T-01",
        "Locatie Alle parken, plantsoenen en begraafplaatsen van de gemeente Groen",
        "Ontvangt van: Kweker (planten)",
        "Vereist • Mbo 3 • Rijbewijs",
        "Afspraken Wat gaat goed?",
    ):
        assert words in said


def test_a_cell_holds_texts_and_lists_under_each_other() -> None:
    stack = Stack((Paragraph("Naam", "level"), Paragraph("klein", "note"), Bullets(("punt",))))
    file = opened(Table((Column("Kop"),), (Row((stack,)),), "x"))
    first = kinds(file).index("TD")
    assert kinds(file)[first:] == ["TD", "P", "P", "L", "LI", "Lbl", "LBody"]


def test_answers_can_be_circled() -> None:
    short = Choice(("1 – nooit", "2 – altijd"), "Kies.", "1   2\nn.w.")
    (page,) = texts(opened(Fields((("Rol", Choice(("a", "b"))), ("Gezien", short)))))
    assert "a / b" in page
    assert re.search(r"1 +2\nn\.w\.", page)
    assert "nooit" not in page
    assert "Kies" not in page


def test_boxes_to_tick_stand_under_each_other_and_known_values_are_filled_in() -> None:
    rows = (
        ("Kruis aan", Ticks(("gezien", "akkoord"))),
        ("Naam", Blank("Wie?", text="J. de Vries")),
        ("Som", Formula("1+2", {}, shown=3)),
    )
    (page,) = texts(opened(Fields(rows)))
    assert "\N{NO-BREAK SPACE}" not in page  # else every space would become one when it is copied
    assert re.search(r"☐\sgezien\n☐\sakkoord", page)
    assert re.search(r"Naam\s+J\. de Vries\s+Som\s+3\s", page)


@pytest.mark.parametrize("layout", ["table", "room"])
def test_a_place_to_write_has_its_lines(layout: str) -> None:
    lines = 7
    file = opened(Fields((("Eerste", Blank("Hier.", lines)), ("Tweede", Blank("Hier."))), layout))
    (first,), (second,) = heights(file, "Eerste"), heights(file, "Tweede")
    assert first - second > lines * look.STYLES["Table Text"].size
    assert "Hier" not in texts(file)[0]


def long_table(answer: str | Blank) -> Table:
    rows = (
        Group("GROEPA", "uitleg"),
        Row(("RIJA " + "woord " * 60, answer)),
        Group("GROEPB", "uitleg"),
        Group("DEELB", level=2),
        Row(("RIJB " + "woord " * 60, answer)),
    )
    return Table((Column("KOLOM"), Column("Twee", 2)), rows, "x")


@pytest.mark.parametrize("answer", ["x", Blank()])
@pytest.mark.parametrize("filled", range(42, 72, 6))
def test_what_belongs_together_stays_on_one_page(filled: int, answer: str | Blank) -> None:
    file = opened(
        *[Paragraph(f"regel {number}") for number in range(filled)],
        *(Heading("KOP"), Paragraph("INTRO", "intro"), long_table(answer)),
        *(Heading("SLOT", 2), Paragraph("TEKST"), Paragraph("NIVEAU", "level"), Bullets(("PUNT",))),
    )
    pages = texts(file)
    pairs = [("KOP", "INTRO"), ("INTRO", "GROEPA"), ("GROEPA", "RIJA"), ("GROEPB", "DEELB")]
    for one, other in [*pairs, ("DEELB", "RIJB"), ("SLOT", "TEKST"), ("NIVEAU", "PUNT")]:
        assert pages_with(pages, one) == pages_with(pages, other)
    assert {page.count("woord") % 60 for page in pages} == {0}
    with_rows = {*pages_with(pages, "RIJA"), *pages_with(pages, "RIJB")}
    assert set(pages_with(pages, "KOLOM")) == with_rows


def test_the_header_of_a_table_stands_on_every_page_of_it() -> None:
    rows = tuple(Row((f"regel {number}", "x")) for number in range(150))
    file = opened(Table((Column("KOLOM"), Column("Twee")), rows, "x"))
    assert len(file.pages) > 2
    assert pages_with(texts(file), "KOLOM") == list(range(len(file.pages)))
    assert kinds(file).count("TH") == 2  # the others are repetitions, which are not read


@pytest.mark.parametrize("count", [60, 75, 200])
def test_nothing_is_cut_off_that_is_higher_than_a_page(count: int) -> None:
    lines = "\n".join(f"({number})" for number in range(count))
    columns = (Column("a"), Column("b"))
    for block in (
        Table(columns, (Group("c"), Row((lines, "d"))), "x"),
        Table((Column(lines), Column("b")), (Row(("c", "d")),), "x"),
        Table(columns, (Group("c", lines), Row(("d", "e"))), "x"),
        Fields((("a", lines), ("b", "c"))),
    ):
        pages = texts(opened(block))
        assert all(any(f"({number})" in page for page in pages) for number in range(count))


def test_a_break_begins_a_page_and_two_leave_none_empty() -> None:
    file = opened(Paragraph("een"), PageBreak(), PageBreak(), Paragraph("twee"))
    assert (pages_with(texts(file), "een"), pages_with(texts(file), "twee")) == ([0], [1])


@pytest.mark.parametrize("made", [with_text, with_text_in_layouts])
@pytest.mark.parametrize("text", MARKUP)
def test_text_stays_text_whatever_it_looks_like(text: str, made: Any) -> None:
    file = reader(made(text))
    pages = "".join(texts(file))
    said = letters(pages)
    for letter, count in letters(clean(text)).items():
        assert said[letter] >= 20 * count
    assert "root:" not in pages
    assert claims_the_standard(file)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_broke_a_file_elsewhere_gives_a_whole_pdf(text: str) -> None:
    file = reader(with_text(text))
    assert len(file.pages) > 0
    assert claims_the_standard(file)


def test_a_word_that_is_wider_than_the_page_goes_on_on_the_next_line() -> None:
    word = "x" * 5000
    file = opened(Paragraph(word), Bullets((word,)), Fields((("kort", word),)))
    assert letters("".join(texts(file)))["x"] == 3 * len(word)
    assert len(set(heights(file, "xxx"))) > len(word) / 50
    file = opened(Table((Column("Verantwoordelijkheidsgebied"), Column("b", 9)), (), "x"))
    assert "Verantwoordelijkheidsgebied" not in texts(file)[0]
    assert re.search("Ver\\w*\N{SOFT HYPHEN}\n", texts(file)[0])


def test_a_letter_that_no_font_has_becomes_a_box_and_the_rest_stays() -> None:
    file = opened(Paragraph("voor \uf0b7\U000f1234 na x\u0301\U0001d165"))
    said = " ".join(texts(file)[0].split())
    assert "voor □□ na x" in said
    assert claims_the_standard(file)


@pytest.mark.parametrize("document", EXAMPLES)
def test_the_same_content_gives_the_same_file(document: Document) -> None:
    with ThreadPoolExecutor() as several:
        made = set(several.map(pdf, [replace(document) for _ in range(4)]))
    assert len(made) == 1


def test_a_file_has_the_date_that_it_was_given_and_else_a_fixed_one() -> None:
    for day, said in ((None, "D:20000101"), (date(2026, 11, 22), "D:20261122")):
        about = opened(made_on=day).metadata
        assert about is not None
        assert str(about["/CreationDate"]).startswith(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PROFILES, ids=[path.stem for path in PROFILES])
def test_the_profiles_that_ship_fit_on_two_pages_without_the_optional_blocks(
    path: Path, language: Language
) -> None:
    framework, profile = read_framework(FRAMEWORK).model, read_profile(path).model
    assert framework
    assert profile
    request = ProfileRequest(profile, {"basis": framework}, language)
    left_out = frozenset(("context", "contacts", "career"))
    file = reader(document_files()["job-profile"].build(replace(request, without=left_out)))
    assert claims_the_standard(file)
    if not {"Calibri", "Carlito"} & set(typst.Fonts().families()):
        pytest.skip("Calibri or Carlito is not here, and another font takes more room")
    assert len(file.pages) == 2


def test_what_cannot_be_laid_out_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TEMPLATE", "#panic()")
    with pytest.raises(RefusedError) as refused:
        pdf(EVERY_BLOCK)
    assert "Formulier Tuinman & zoon" in refused.value.say("nl")
    assert ".docx" in refused.value.say("en")


def test_the_library_is_loaded_when_a_pdf_is_made_and_not_before() -> None:
    asked = "import competenties.office.pdf, sys; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
