"""Blocks as a Word document: what stands in it, with which style, and how it breaks."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, FORMULA_LOOKALIKES
from office_dumps import parts, word_dump

from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Block,
    Bullets,
    Choice,
    Column,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.office.look import STYLES
from competenties.office.word import word

DUMPS = Path(__file__).parent / "dumps"


def opened(*blocks: Block, **changes: Any) -> Any:
    return docx.Document(io.BytesIO(word(replace(EVERY_BLOCK, blocks=blocks, **changes))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_block_becomes_what_it_should(language: Language) -> None:
    expected = (DUMPS / f"every_block.word.{language}.txt").read_text(encoding="utf-8")
    assert word_dump(word(replace(EVERY_BLOCK, language=language))) == expected


def test_every_layout_becomes_what_it_should() -> None:
    expected = (DUMPS / "every_layout.word.nl.txt").read_text(encoding="utf-8")
    assert word_dump(word(EVERY_LAYOUT)) == expected


def test_headings_are_headings_so_that_a_reader_can_jump() -> None:
    file = opened(Heading("Een"), Heading("Twee", 2), Heading("Drie", 3))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles == ["Title", "Heading 1", "Heading 2", "Heading 3"]
    for name in styles:
        assert file.styles[name].paragraph_format.keep_with_next, "a heading never ends a page"


def test_bullets_are_a_real_list() -> None:
    file = opened(Bullets(("een",)), Fields((("Taken", Bullets(("twee",))),)))
    assert file.paragraphs[1].style.name == "List Bullet"
    in_table = file.tables[0].cell(0, 1).paragraphs[0].style
    assert in_table.base_style.name == "List Bullet"
    numbering = in_table.base_style.element.find(".//" + qn("w:numPr"))
    assert numbering is not None


def test_a_table_repeats_its_header_and_says_what_it_is_about() -> None:
    rows = tuple(Row((str(n), "x")) for n in range(100))
    file = opened(Table((Column("Nr"), Column("Wat")), rows, "Honderd regels"))
    table = file.tables[0]
    described = table._tbl.tblPr.find(qn("w:tblDescription"))  # noqa: SLF001  (no public way)
    assert described.get(qn("w:val")) == "Kolommen: Nr, Wat"
    assert len(table._tbl.findall(".//" + qn("w:tblHeader"))) == 1  # noqa: SLF001  (no public way)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001  (idem)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Honderd regels"  # noqa: SLF001


def kept_rows(file: Any) -> list[bool]:
    rows = file.tables[0].rows
    return [row._tr.find(".//" + qn("w:cantSplit")) is not None for row in rows]  # noqa: SLF001


def test_a_short_row_stays_on_one_page_and_a_long_one_may_break() -> None:
    long = "Deze regel is lang. " * 100
    columns = (Column("Kort"), Column("Lang", 4))
    file = opened(Table(columns, (Row(("a", "b")), Row(("a", long)), Row((long, "b"))), "x"))
    assert kept_rows(file) == [True, True, False, False]
    assert kept_rows(opened(Fields((("a", "b"), ("a", long))))) == [True, False]


def kept_with_next(file: Any) -> list[bool]:
    rows = file.tables[0].rows
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]


def test_a_few_labels_stay_on_one_page_and_many_or_long_ones_may_break() -> None:
    few = Fields((("a", "b"), ("c", "d"), ("e", "f")))
    assert kept_with_next(opened(few)) == [True, True, False]
    long = Fields((("a", "b"), ("c", "Deze regel is lang. " * 100), ("e", "f")))
    assert kept_with_next(opened(long)) == [False] * 3
    many = Fields(tuple((str(n), "x") for n in range(20)))
    assert kept_with_next(opened(many)) == [False] * 20


def test_the_head_of_a_group_stays_with_its_first_row() -> None:
    rows = (Group("Samenwerken", "Werkt met anderen."), Row(("a", "b")))
    file = opened(Table((Column("A"), Column("B")), rows, "x"))
    head, first = file.tables[0].rows[1:]
    assert all(each.paragraph_format.keep_with_next for each in head.cells[0].paragraphs)
    assert not first.cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_labels_without_a_value_make_no_empty_table() -> None:
    assert opened(Fields(())).tables == []


@pytest.mark.parametrize("text", FORMULA_LOOKALIKES)
def test_text_stays_text(text: str) -> None:
    file = opened(Paragraph(text), Fields(((text, text),)))
    assert file.paragraphs[1].text == text
    assert [cell.text for cell in file.tables[0].rows[0].cells] == [text, text]


def test_answers_to_choose_from_stand_on_paper() -> None:
    package = word(replace(EVERY_BLOCK, blocks=(Fields((("Rol", Choice(("collega", "chef"))),)),)))
    assert "| 'collega / chef' (dropDownList" in word_dump(package)


def test_line_breaks_stay_within_the_paragraph() -> None:
    assert opened(Paragraph("een\r\ntwee")).paragraphs[1].text == "een\ntwee"


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_file_says_its_language(language: Language, tag: str) -> None:
    file = opened(Paragraph("x"), language=language)
    defaults = file.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(".//" + qn("w:lang")).get(qn("w:val")) == tag
    for name in STYLES:
        assert file.styles[name].element.find(".//" + qn("w:lang")).get(qn("w:val")) == tag
    assert file.core_properties.language == tag
    usual = file.settings.element.find(qn("w:themeFontLang"))
    assert list(usual.attrib.values()) == [tag]


def test_type_never_shrinks() -> None:
    text = "Een lange tekst. "
    short, long = (opened(Paragraph(text * n), Bullets((text * n,))) for n in (1, 500))
    for name in STYLES:
        assert short.styles[name].font.size == long.styles[name].font.size
    sizes = {name: short.styles[name].font.size.pt for name in STYLES}
    assert {sizes[name] for name in ("Normal", "Table Text", "Table Bullet", "List Bullet")} == {10}
    without_text = ("Between Tables", "Picture")
    assert min(size for name, size in sizes.items() if name not in without_text) == 9
    assert short.styles["Footer"].font.size.pt == 8


def test_nothing_has_a_size_or_a_font_that_is_not_in_its_style() -> None:
    for document in (EVERY_BLOCK, EVERY_LAYOUT):
        content = parts(word(document))["word/document.xml"]
        assert b"<w:sz " not in content
        assert b"<w:rFonts " not in content


def test_a_table_to_read_has_no_boxes_and_one_to_fill_in_has() -> None:
    read = Table((Column("A"), Column("B")), (Row(("a", "b")),), "x")
    form = Table((Column("A"), Column("B")), (Row(("a", Blank())),), "x")
    styles = [table.style.name for table in opened(read, Heading("x"), form).tables]
    assert styles == ["Reading Table", "Form Table"]


def test_two_tables_stay_two_and_text_under_a_table_gets_room() -> None:
    fields = Fields((("a", "b"),))
    file = opened(fields, fields, Paragraph("x"), fields, Heading("y"))
    texts = [(one.style.name, one.text) for one in file.paragraphs[1:]]
    assert texts == [("Between Tables", ""), ("Normal", "x"), ("Heading 1", "y")]
    assert file.paragraphs[2].paragraph_format.space_before.pt == 3


def test_short_labels_stand_side_by_side_and_a_long_one_has_the_width() -> None:
    short, long = ("Code", "T-01"), ("Locatie", "Alle parken van de gemeente. " * 4)
    fields = Fields((short, short, short, long, short), "pairs")
    (table,) = opened(fields).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Code", "T-01", "Code", "T-01"],
        ["Code", *["T-01"] * 3],
        ["Locatie", *[long[1]] * 3],
        ["Code", *["T-01"] * 3],
    ]


def test_a_notice_stands_above_the_title_in_small_grey_print() -> None:
    first, second = opened(notice="Vul in.").paragraphs[:2]
    assert (first.style.name, first.text, second.style.name) == ("Notice", "Vul in.", "Title")
    assert (first.style.font.size.pt, str(first.style.font.color.rgb)) == (9, "595959")


def test_properties_longer_than_the_standard_allows_are_shortened() -> None:
    file = opened(title="T" * 400, organisation="O" * 400, keywords=("k" * 400,))
    properties = file.core_properties
    assert properties.title == "T" * 255
    assert (len(properties.author), len(properties.keywords)) == (255, 255)
    assert file.paragraphs[0].text == "T" * 400


def test_a_file_has_no_date_unless_the_document_has_one() -> None:
    assert opened().core_properties.created.date() == date(2000, 1, 1)
    dated = opened(made_on=date(2026, 11, 22)).core_properties
    assert dated.created.date() == dated.modified.date() == date(2026, 11, 22)


def test_a_file_without_an_organisation_names_the_program() -> None:
    assert opened(organisation="").core_properties.author == "competenties"


def test_word_opens_the_file_without_compatibility_mode() -> None:
    settings = parts(word(EVERY_BLOCK))["word/settings.xml"].decode()
    mode = settings.partition('w:name="compatibilityMode"')[2].partition("/>")[0]
    assert 'w:val="15"' in mode


def test_every_line_of_a_locked_cell_is_a_paragraph_since_libreoffice_loses_breaks() -> None:
    rated = Table(
        (Column("Gedrag"), Column("Gezien")),
        (Row(("Snoeit.\r\nRuimt op.", Choice(("ja", "nee"), key="a"))),),
        "Gedrag",
    )
    paragraphs = opened(rated).element.body.iter(qn("w:p"))
    texts = ["".join(one.text for one in line.iter(qn("w:t"))) for line in paragraphs]
    assert texts[texts.index("Snoeit.") + 1] == "Ruimt op."
