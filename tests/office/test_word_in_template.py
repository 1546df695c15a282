"""A document in a template: our content in their styles, and nothing of theirs changed."""

import copy
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE, with_text
from lxml import etree
from pypdf import PdfReader
from template_files import package, parts_of, template, texts, with_body
from test_validity import sdk_errors_fixture  # noqa: F401  (a fixture)

from competenties.findings import RefusedError
from competenties.office.blocks import Contents, Document, Heading, PageBreak, Paragraph
from competenties.office.starter_template import starter_template
from competenties.office.template import Template, W, examined
from competenties.office.template_sections import is_landscape, text_width
from competenties.office.template_styles import Styles
from competenties.office.word import word
from competenties.office.word_in_template import Filled, in_template

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
COVER = in_template(EVERY_LAYOUT, template("cover", Normal="Zonnestad tekst"))
LETTERHEAD = in_template(EVERY_BLOCK, template("letterhead"))
PLACED = pytest.mark.parametrize(
    ("filled", "name"), [(COVER, "cover"), (LETTERHEAD, "letterhead")], ids=["cover", "letterhead"]
)


def tree(raw: bytes, part: str = DOCUMENT) -> Any:
    return etree.fromstring(parts_of(raw)[part])


def said(element: Any) -> bytes:
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def report(filled: Filled) -> str:
    return "\n".join(phrase.say("en") for phrase in filled.report)


def styles_of(raw: bytes) -> dict[str, Any]:
    return {one.get(f"{W}styleId"): one for one in tree(raw, STYLES).iter(f"{W}style")}


def style_names(raw: bytes, text: str) -> list[str]:
    """Return the names of the styles of the paragraphs with a text."""
    names = {key: one.find(f"{W}name").get(f"{W}val") for key, one in styles_of(raw).items()}
    found = []
    for paragraph in tree(raw).iter(f"{W}p"):
        if "".join(one.text or "" for one in paragraph.iter(f"{W}t")) == text:
            own = paragraph.find(f"{W}pPr/{W}pStyle")
            found.append(names[own.get(f"{W}val")] if own is not None else "")
    return found


def test_the_content_comes_in_the_place_of_its_marker() -> None:
    shown = texts(COVER.raw)
    assert shown[0] == "Functieprofiel Tuinman"
    assert shown.index("Plaats in de keten") < shown.index("Over dit document")
    assert not [text for text in shown if "{{" in text]


def test_a_title_on_the_cover_is_not_said_again() -> None:
    assert texts(COVER.raw).count("Functieprofiel Tuinman") == 1
    assert texts(LETTERHEAD.raw).count("Formulier Tuinman & zoon") == 1


@PLACED
def test_parts_that_need_no_change_are_the_same_bytes(filled: Filled, name: str) -> None:
    before, after = template(name).parts, parts_of(filled.raw)
    changed = {part for part in before if before[part] != after[part]}
    allowed = {DOCUMENT, STYLES, "word/numbering.xml", "[Content_Types].xml", "_rels/.rels"}
    fields = {"word/footer1.xml", "word/footer2.xml"} if name == "cover" else set()
    assert changed <= allowed | {"docProps/core.xml"} | fields
    assert set(after) - set(before) <= {"docProps/custom.xml", "word/numbering.xml"}


@PLACED
def test_every_style_list_and_paragraph_of_the_template_is_still_there(
    filled: Filled, name: str
) -> None:
    before = package(template(name).parts)
    for key, style in styles_of(before).items():
        assert said(styles_of(filled.raw)[key]) == said(style)
    lists = [said(one) for one in tree(filled.raw, "word/numbering.xml")]
    assert all(said(one) in lists for one in tree(before, "word/numbering.xml"))
    blocks = [said(one) for one in tree(filled.raw).find(f"{W}body")]
    for block in tree(before).find(f"{W}body"):
        if b"{{" not in said(block) and (list(block) or name == "cover") and text_or_page(block):
            assert said(block) in blocks


def text_or_page(block: Any) -> bool:
    """Leave out the empty paragraph in whose place the content comes."""
    return block.tag == f"{W}sectPr" or bool(list(block.iter(f"{W}t")))


def test_headings_and_tables_have_the_styles_of_the_template() -> None:
    assert style_names(COVER.raw, "Plaats in de keten") == ["Zonnestad kop A"]
    assert style_names(COVER.raw, "Gedrag") == ["Tabelkop"]
    assert style_names(COVER.raw, "1.0") == ["Tabeltekst"]


def test_a_chosen_style_is_used_for_text_without_a_style_of_its_own() -> None:
    filled = in_template(EVERY_BLOCK, template("letterhead", Normal="Zonnestad tekst"))
    assert style_names(filled.raw, "Een gewone alinea.Met een tweede regel.") == ["Zonnestad tekst"]


def test_what_was_not_found_is_reported_and_added_under_a_name_of_its_own() -> None:
    filled = in_template(EVERY_BLOCK, template("letterhead", Note="Bestaat niet"))
    assert "no style 'Bestaat niet', which the settings choose for Note" in report(filled)
    assert "'Zonnestad kop A' was used" in report(filled)
    assert "Styles were added" in report(filled)
    assert style_names(filled.raw, "Privacy: geen gezondheid.") == ["Competenties Note"]


def test_an_added_style_has_the_font_and_colour_of_the_template() -> None:
    style = styles_of(LETTERHEAD.raw)["CompetentiesNote"]
    assert not list(style.iter(f"{W}rFonts", f"{W}color"))
    assert style.find(f"{W}basedOn").get(f"{W}val") == "Normal"
    assert style.find(f"{W}rPr/{W}sz").get(f"{W}val") == "20"  # one point less than their eleven


def restyled(*styles: str) -> Styles:
    root = f'<w:styles xmlns:w="{W[1:-1]}">{"".join(styles)}</w:styles>'
    return Styles(etree.fromstring(root), tree(word(EVERY_LAYOUT), STYLES), "x.docx", {})


@pytest.mark.parametrize(
    ("identifier", "name", "ours"),
    [
        ("Kop1", "heading 1", "Heading1"),
        ("x1", "Kop 1", "Heading1"),
        ("Titel", "Title", "Title"),
        ("x2", "Titel", "Title"),
        ("Lijstopsomteken", "List Bullet", "ListBullet"),
        ("x3", "Lijst opsom.teken", "ListBullet"),
        ("x4", "TABELTEKST", "TableText"),
    ],
)
def test_styles_are_found_by_dutch_and_english_names(identifier: str, name: str, ours: str) -> None:
    style = (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
    )
    found = restyled(style).mapped([("paragraph", ours)], {"1": "1"}, 1)
    assert found.ids["paragraph", ours] == identifier
    assert found.report == []


def test_a_list_style_without_bullets_gets_them_from_us() -> None:
    style = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="Opsomming"/></w:style>'
    found = restyled(style).mapped([("paragraph", "ListBullet")], {"1": "7"}, 1)
    assert found.unnumbered == {"ListBullet": "7"}


def test_a_style_that_is_based_on_itself_ends() -> None:
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
    )
    assert restyled(style).mapped([("paragraph", "Note")], {}, 1).ids["paragraph", "Note"]


def test_tables_are_as_wide_as_the_text_of_the_template() -> None:
    wide = text_width(tree(COVER.raw).find(f"{W}body/{W}sectPr"))
    assert wide == 11906 - 1984 - 1417
    tables = list(tree(COVER.raw).iter(f"{W}tbl"))
    assert len(tables) > 3
    for table in tables:
        columns = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
        assert abs(sum(columns) - wide) < 12
        for row in table.iter(f"{W}tr"):
            cells = [int(one.get(f"{W}w")) for one in row.iter(f"{W}tcW")]
            assert abs(sum(cells) - wide) < 12


def test_no_number_or_id_is_given_out_twice() -> None:
    twice = in_template(EVERY_BLOCK, examined("twee.docx", LETTERHEAD.raw))
    root = tree(twice.raw)
    ids = [one.get(f"{W}val") for one in root.iter(f"{W}id") if one.getparent().tag == f"{W}sdtPr"]
    assert len(ids) > 10
    assert len(ids) == len(set(ids))
    numbers = [
        one.get(f"{W}numId") for one in tree(twice.raw, "word/numbering.xml").iter(f"{W}num")
    ]
    assert len(numbers) == len(set(numbers))
    keys = [one.get(f"{W}styleId") for one in tree(twice.raw, STYLES).iter(f"{W}style")]
    assert len(keys) == len(set(keys))


def test_a_form_keeps_the_tags_by_which_it_is_read_back() -> None:
    ours = {one.get(f"{W}val") for one in tree(word(EVERY_BLOCK)).iter(f"{W}tag")}
    assert ours
    assert ours == {one.get(f"{W}val") for one in tree(LETTERHEAD.raw).iter(f"{W}tag")}


def test_version_and_fingerprint_stand_in_the_footer_where_it_has_a_field() -> None:
    assert EVERY_LAYOUT.footer in texts(COVER.raw, "word/footer2.xml")[0]
    assert EVERY_LAYOUT.footer not in texts(COVER.raw)


def test_version_and_fingerprint_end_the_text_where_the_footer_has_no_field() -> None:
    assert texts(LETTERHEAD.raw)[-1] == EVERY_BLOCK.footer
    assert "do not name version and fingerprint" in report(LETTERHEAD)


def test_title_version_and_fingerprint_are_properties_of_the_file() -> None:
    parts = parts_of(LETTERHEAD.raw)
    assert b"Formulier Tuinman &amp; zoon" in parts["docProps/core.xml"]
    assert b"AAAA-BBBB-CCCC" in parts["docProps/custom.xml"]
    assert b"versie 1" in parts["docProps/custom.xml"]


def test_a_footer_in_the_text_is_not_said_again() -> None:
    filled = in_template(EVERY_BLOCK, with_body("{{ inhoud }}", "{{ voettekst }}"))
    assert texts(filled.raw).count(EVERY_BLOCK.footer) == 1
    assert "do not name version" not in report(filled)


def test_a_version_without_a_fingerprint_fills_its_field() -> None:
    document = replace(
        EVERY_LAYOUT, footer="Woordenboek · versie 2", keywords=(), version="versie 2"
    )
    filled = in_template(document, with_body("{{ versie }}"))
    assert texts(filled.raw)[0] == "versie 2"


def test_a_page_on_its_side_at_the_end_lies_after_a_cover_with_a_page_break() -> None:
    starter = examined("s.docx", starter_template("nl"))
    block = Paragraph("Alles ligt.")
    document = replace(EVERY_LAYOUT, blocks=(PageBreak(is_landscape=True), block))
    root = tree(in_template(document, starter).raw)
    cover, lying = root.iter(f"{W}sectPr")
    assert [is_landscape(one) for one in (cover, lying)] == [False, True]
    assert not [one for one in root.iter(f"{W}br") if one.get(f"{W}type") == "page"]


def test_a_heading_stays_with_what_follows_where_their_style_does_not_say_so() -> None:
    parts = dict(template("letterhead").parts)
    parts[STYLES] = (
        parts[STYLES].replace(b"<w:keepNext/>", b"").replace(b'<w:keepNext w:val="true"/>', b"")
    )
    filled = in_template(EVERY_LAYOUT, examined("brief.docx", package(parts)))
    for paragraph in tree(filled.raw).iter(f"{W}p"):
        if "".join(one.text or "" for one in paragraph.iter(f"{W}t")) == "Plaats in de keten":
            assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
            break
    else:
        pytest.fail("the heading is not there")


def test_added_styles_are_reported_with_what_they_are_for() -> None:
    dutch = "\n".join(
        one.say("nl") for one in in_template(EVERY_BLOCK, template("letterhead")).report
    )
    assert "Note: kleine toelichting" in dutch


def test_a_table_of_contents_says_how_its_pages_become_right() -> None:
    blocks = (Contents("Inhoud"), Heading("Een"), Paragraph("Tekst."))
    filled = in_template(replace(EVERY_LAYOUT, blocks=blocks), template("letterhead"))
    assert "F9" in report(filled)
    assert "F9" not in report(LETTERHEAD)


def split(text: str) -> Template:
    """Return the letterhead with one paragraph, every letter of which is a run of its own."""
    parts = dict(with_body("x").parts)
    root = etree.fromstring(parts[DOCUMENT])
    run: Any = root.find(f".//{W}r")
    for letter in text:
        one = copy.deepcopy(run)
        one.find(f"{W}t").text = letter
        run.addprevious(one)
    run.getparent().remove(run)
    parts[DOCUMENT] = etree.tostring(root)
    return examined("brief.docx", package(parts))


def test_fields_are_found_where_word_has_cut_them_up() -> None:
    filled = in_template(EVERY_LAYOUT, split("Van {{ titel }} in {{versie}}, {{ Controlecode }}."))
    assert texts(filled.raw)[0] == "Van Functieprofiel Tuinman in versie 1, AAAA-BBBB-CCCC."
    marked = in_template(EVERY_LAYOUT, split("{{ inhoud }}"))
    assert "{{ inhoud }}" not in texts(marked.raw)


def test_a_document_with_errors_says_so_where_the_version_stands() -> None:
    document = replace(EVERY_LAYOUT, footer=f"CONCEPT MET FOUTEN · Profiel · versie 1 · {CODE}")
    filled = in_template(document, with_body("{{ versie }}"))
    assert texts(filled.raw)[0] == "CONCEPT MET FOUTEN · versie 1"


CODE = "controlecode AAAA-BBBB-CCCC"


@pytest.mark.parametrize(
    ("paragraphs", "said_there"),
    [
        (("{{ inhuod }}",), ("{{ inhuod }}", "'inhoud'")),
        (("Versie {{ versei }}",), ("{{ versei }}", "'versie'")),
        (("{{ zomaar }}",), ("{{ zomaar }}", "Choose from")),
        (("{{ inhoud.__class__ }}",), ("__class__",)),
        (("{% for a in b %}",), ("{% for a in b %}",)),
        (("Hier: {{ inhoud }}",), ("{{ inhoud }}", "'Hier: {{ inhoud }}'")),
        (("{{ inhoud }}", "{{ content }}"), ("more than once",)),
        (("{{ zomaar }}", "{{ iets }}"), ("{{ zomaar }}", "Also not known: {{ iets }}")),
    ],
)
def test_a_placeholder_that_is_wrong_is_named(
    paragraphs: tuple[str, ...], said_there: tuple[str, ...]
) -> None:
    with pytest.raises(RefusedError) as refused:
        in_template(EVERY_LAYOUT, with_body(*paragraphs))
    for part in ("brief.docx", *said_there):
        assert part in refused.value.say("en")


def test_names_to_choose_from_are_in_the_language_of_the_reader() -> None:
    with pytest.raises(RefusedError) as refused:
        in_template(EVERY_LAYOUT, with_body("{{ zomaar }}"))
    assert "Kies uit: inhoud, titel, versie, controlecode, organisatie, voettekst." in (
        refused.value.say("nl")
    )
    assert "Choose from: content, title, version" in refused.value.say("en")


def test_the_marker_does_not_belong_in_a_header() -> None:
    parts = dict(template("letterhead").parts)
    header = next(name for name in parts if name.startswith("word/header"))
    parts[header] = parts[header].replace(b"Gemeente Zonnestad", b"{{ inhoud }}")
    with pytest.raises(RefusedError) as refused:
        in_template(EVERY_LAYOUT, examined("brief.docx", package(parts)))
    assert "header" in refused.value.say("en")


def test_braces_in_our_own_text_are_only_text() -> None:
    text = "{{ inhoud }} {% for x in y %} {{ titel }}"
    document = replace(with_text(text), title=text)
    shown = texts(in_template(document, with_body("{{ titel }}", "{{ inhoud }}")).raw)
    assert shown[0] == text
    assert shown.count(text) > 2


def test_a_template_for_word_becomes_a_document() -> None:
    parts = dict(template("letterhead").parts)
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
    filled = in_template(EVERY_LAYOUT, examined("brief.dotx", package(parts)))
    assert parts_of(filled.raw)["[Content_Types].xml"].count(b"wordprocessingml.document.main") == 1


def test_the_marker_may_stand_in_a_cell_of_a_table() -> None:
    parts = dict(with_body("x").parts)
    cell = (
        f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr/><w:tblGrid><w:gridCol w:w="5216"/></w:tblGrid><w:tr>'
        '<w:tc><w:tcPr><w:tcW w:w="5216" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{ inhoud }}</w:t>'
        "</w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    root = etree.fromstring(parts[DOCUMENT])
    body: Any = root.find(f"{W}body")
    body.insert(0, etree.fromstring(cell))
    parts[DOCUMENT] = etree.tostring(root)
    filled = in_template(EVERY_LAYOUT, examined("brief.docx", package(parts)))
    outer = next(tree(filled.raw).iter(f"{W}tc"))
    assert outer[-1].tag == f"{W}p"
    for table in outer.iter(f"{W}tbl"):
        assert abs(sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) - 5000) < 12


def test_a_template_in_another_language_gets_texts_that_say_theirs() -> None:
    parts = dict(template("letterhead").parts)
    parts[STYLES] = parts[STYLES].replace(b'w:val="nl-NL"', b'w:val="de-DE"')
    filled = in_template(EVERY_LAYOUT, examined("brief.docx", package(parts)))
    runs = [one for one in tree(filled.raw).iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert {one.find(f"{W}rPr/{W}lang").get(f"{W}val") for one in runs} == {"nl-NL"}


@pytest.mark.slow
@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERY_LAYOUT], ids=["form", "profile"])
@pytest.mark.parametrize("name", ["cover", "letterhead"])
def test_a_document_in_a_template_has_no_errors_that_the_template_had_not(
    document: Document, name: str, sdk_errors: Callable[[bytes, str], list[str]]
) -> None:
    own = sdk_errors(package(template(name).parts), ".docx")
    assert sorted(sdk_errors(in_template(document, template(name)).raw, ".docx")) == sorted(own)


@pytest.mark.slow
def test_hostile_text_in_a_template_is_valid(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    own = sdk_errors(package(template("letterhead").parts), ".docx")
    for text in HOSTILE:
        filled = in_template(replace(with_text(text), title=text), template("letterhead"))
        assert sorted(sdk_errors(filled.raw, ".docx")) == sorted(own), text


@pytest.mark.slow
def test_every_page_but_the_cover_shows_header_version_and_fingerprint(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here")
    path = tmp_path / "profiel.docx"
    path.write_bytes(COVER.raw)
    home = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    cover, *others = PdfReader(path.with_suffix(".pdf")).pages
    assert "Functieprofiel Tuinman" in cover.extract_text()
    assert others
    for page in others:
        text = page.extract_text()
        assert "Gemeente Zonnestad" in text
        assert "AAAA-BBBB-CCCC" in text
        assert len(page.images) == 1
