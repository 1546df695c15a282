"""Barriers for a reader: none in what we make, and each is found where it is made on purpose."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT
from openpyxl.styles import Font, PatternFill, Protection

from competenties.messages import LANGUAGES
from competenties.office.accessibility import problems
from competenties.office.blocks import Document
from competenties.office.render import render

SUFFIXES = (".docx", ".xlsx", ".html", ".pdf", ".txt")
DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
BODY_END = r"(?=<w:sectPr\b(?!.*<w:sectPr\b))"
NAMED = '<wp:docPr id="1" name="Foto 1"'
LINK = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>'
DRAWN = "<w:p><w:r><w:drawing><wp:inline>{}</wp:inline></w:drawing></w:r></w:p>"
ON_A_SHAPE = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
TWICE = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback>{}'
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
MERGED = (
    b"<table><caption>T</caption><tbody><tr><th scope=row>a</th><td rowspan=2>b</td></tr></tbody>"
    b"</table></main>"
)


def file_of(suffix: str) -> bytes:
    return render(EVERY_BLOCK, Path(f"x{suffix}"))


def rules(raw: bytes, suffix: str) -> list[str]:
    return [one.rule for one in problems(raw, suffix)]


def changed(raw: bytes, part: str, old: str, new: str) -> bytes:
    """Return a package in which one text of a part, which has to be there, is another."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == part:
                content, count = re.subn(old, lambda _: new, content, count=1, flags=re.DOTALL)
                assert count == 1, old
            after.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("document", [EVERY_BLOCK, EVERY_LAYOUT], ids=["every-block", "layout"])
def test_nothing_is_found_in_a_document_with_every_block(suffix: str, document: Document) -> None:
    for language in LANGUAGES:
        raw = render(replace(document, language=language), Path(f"x{suffix}"))
        assert problems(raw, suffix) == []


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("part", "old", "new", "rule"),
    [
        (CORE, "<dc:title>.*?</dc:title>", "<dc:title> </dc:title>", "no-title"),
        (STYLES, r"<w:lang\b[^>]*/>", "", "no-language"),
        (DOCUMENT, 'w:val="Heading1"', 'w:val="Heading3"', "skipped-heading"),
        (DOCUMENT, BODY_END, paragraph(" ", '<w:pStyle w:val="Heading2"/>'), "empty-heading"),
        (DOCUMENT, r"<w:tblCaption\b[^>]*/>", "", "no-description"),
        (DOCUMENT, "<w:tblHeader/>", "", "no-header"),
        (DOCUMENT, BODY_END, paragraph("- een punt"), "false-list"),
        (DOCUMENT, BODY_END, paragraph("• een punt"), "false-list"),
        (DOCUMENT, BODY_END, paragraph("grijs", run='<w:color w:val="999999"/>'), "low-contrast"),
        (DOCUMENT, BODY_END, LINK.format("klik hier"), "vague-link"),
        (DOCUMENT, BODY_END, LINK.format("https://voorbeeld.nl"), "vague-link"),
        (DOCUMENT, BODY_END, DRAWN.format(f"{NAMED}/>"), "no-alternative"),
    ],
)
def test_a_barrier_in_a_word_document_is_found(part: str, old: str, new: str, rule: str) -> None:
    assert rules(changed(file_of(".docx"), part, old, new), ".docx") == [rule]


@pytest.mark.parametrize("merged", ["<w:vMerge/>", '<w:gridSpan w:val="2"/>'])
def test_cells_among_the_data_that_were_made_one_are_found(merged: str) -> None:
    raw = file_of(".docx")
    text = zipfile.ZipFile(BytesIO(raw)).read(DOCUMENT).decode()
    end = text.index("</w:tbl>", text.index("<w:tblHeader/>"))
    place = text.rindex("</w:tcPr>", 0, end)
    raw = changed(raw, DOCUMENT, re.escape(text[:place]), text[:place] + merged)
    assert rules(raw, ".docx") == ["merged-cells"]


DECORATIVE = (
    f'{NAMED}><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext '
    'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    "</wp:docPr>"
)


@pytest.mark.parametrize(
    "added",
    [
        DRAWN.format(f'{NAMED} descr="Een hovenier snoeit een heg"/>'),
        DRAWN.format(DECORATIVE),
        paragraph("wit op zwart", '<w:shd w:fill="000000"/>', '<w:color w:val="FFFFFF"/>'),
        paragraph("-1 is een getal"),
        LINK.format("De regels voor verlof"),
        ON_A_SHAPE.format(paragraph("wit", run='<w:color w:val="FFFFFF"/>')),
        TWICE.format(paragraph("één keer"), paragraph("- voor oude programma's")),
        paragraph("Subkop", '<w:pStyle w:val="Heading2"/>'),
    ],
)
def test_what_a_reader_can_use_is_no_barrier(added: str) -> None:
    raw = changed(file_of(".docx"), DOCUMENT, BODY_END, added)
    assert rules(raw, ".docx") == []


@pytest.mark.parametrize(
    ("part", "old", "new", "rule"),
    [
        (CORE, "<dc:title>.*?</dc:title>", "", "no-title"),
        ("xl/workbook.xml", 'sheet name="Formulier"', 'sheet name="Blad1"', "no-sheet-name"),
        ("xl/styles.xml", 'rgb="FF1B4F72"', 'rgb="FFAAAAAA"', "low-contrast"),
    ],
)
def test_a_barrier_in_a_workbook_is_found(part: str, old: str, new: str, rule: str) -> None:
    assert rules(changed(file_of(".xlsx"), part, old, new), ".xlsx") == [rule]


def workbook(rows: list[list[str]], **wishes: Any) -> bytes:
    """Return a workbook of one table under a frozen row of headings, with what goes wrong in it."""
    book = openpyxl.Workbook()
    book.properties.title = "Tabel"
    sheet = book.worksheets[0]
    sheet.title = wishes.get("title", "Functies")
    for row in rows:
        sheet.append(row)
    sheet.freeze_panes = wishes.get("freeze", "A2")
    for area in wishes.get("merged", ()):
        sheet.merge_cells(area)
    for place in wishes.get("open", ()):
        sheet.protection.sheet = True
        sheet[place].protection = Protection(locked=False)
    for place, (ink, fill) in wishes.get("colours", {}).items():
        sheet[place].font = Font(color=ink)
        sheet[place].fill = PatternFill("solid", fgColor=fill)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("rows", "wishes", "found"),
    [
        ([["Functie", "Niveau"], ["Tuinman", "3"]], {}, []),
        ([["Functie", ""], ["Tuinman", "3"]], {}, ["no-header"]),
        ([["Functie", ""], ["Tuinman", "3"]], {"freeze": None}, []),
        (
            [["Functie", "Niveau"], ["Tuinman", "3"], ["", "4"]],
            {"merged": ["A2:A3"]},
            ["merged-cells"],
        ),
        (
            [["Functie", "Niveau", "Uren"], ["Tuinman", "", "36"]],
            {"merged": ["A2:B2"]},
            ["merged-cells"],
        ),
        ([["Functie", "Niveau"], ["Groen", ""], ["Tuinman", "3"]], {"merged": ["A2:B2"]}, []),
        ([["Functie", "Niveau"], ["Tuinman", ""]], {"open": ["B2"]}, []),
        ([["Functie", "Niveau"], ["Tuinman", "3"]], {"open": ["F9"]}, ["no-prompt"]),
        ([["A", "B"], ["x", "y"]], {"colours": {"A2": ("FFFFFFFF", "FF1B4F72")}}, []),
        ([["A", "B"], ["x", "y"]], {"colours": {"A2": ("FFFFFFFF", "FFDDDDDD")}}, ["low-contrast"]),
        ([["A", "B"], ["x", "y"]], {"title": "Sheet 2"}, ["no-sheet-name"]),
    ],
)
def test_a_table_in_a_workbook_is_looked_at(
    rows: list[list[str]], wishes: dict[str, Any], found: list[str]
) -> None:
    assert rules(workbook(rows, **wishes), ".xlsx") == found


def test_a_picture_in_a_workbook_needs_an_alternative_text() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
        '<xdr:cNvPr id="2" name="Logo" descr="{}"/></xdr:wsDr>'
    )
    for about, found in (("", ["no-alternative"]), ("Logo van Groen B.V.", [])):
        made = BytesIO(file_of(".xlsx"))
        with zipfile.ZipFile(made, "a") as package:
            package.writestr("xl/drawings/drawing1.xml", drawing.format(about))
        assert rules(made.getvalue(), ".xlsx") == found


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"<title>[^<]*", b"<title>", "no-title"),
        (b' lang="nl"', b"", "no-language"),
        (b"(?s)<h2>(.*?)</h2>", b"<h4>Kop</h4>", "skipped-heading"),
        (b"</main>", b"<h2> </h2></main>", "empty-heading"),
        (b'scope="col"', b"", "no-header"),
        (b"<caption>[^<]*", b"<caption>", "no-description"),
        (b"</main>", b"<p>- een punt</p></main>", "false-list"),
        (b"</main>", b'<p><a href="x">hier</a></p></main>', "vague-link"),
        (b"</main>", b'<img src="x.png"></main>', "no-alternative"),
        (b"</main>", b"<svg></svg></main>", "no-alternative"),
        (b"color: #595959", b"color: #999", "low-contrast"),
        (
            b"</main>",
            MERGED,
            "merged-cells",
        ),
    ],
)
def test_a_barrier_in_a_page_is_found(old: bytes, new: bytes, rule: str) -> None:
    raw, count = re.subn(old, new, file_of(".html"), count=1)
    assert count == 1
    assert rules(raw, ".html") == [rule]


@pytest.mark.parametrize(
    ("old", "rule"),
    [
        (rb"/StructTreeRoot", "not-tagged"),
        (rb"/Marked true", "not-tagged"),
        (rb"/Lang\s?\(", "no-language"),
        (rb"<dc:title>", "no-title"),
        (rb"/DisplayDocTitle true", "title-not-shown"),
        (rb"pdfuaid:part>1", "no-claim"),
    ],
)
def test_a_barrier_in_a_pdf_is_found(old: bytes, rule: str) -> None:
    raw, count = re.subn(old, lambda one: b"x" * len(one[0]), file_of(".pdf"))
    assert count > 0
    assert rules(raw, ".pdf") == [rule]


def test_a_barrier_is_said_once_in_both_languages() -> None:
    added = paragraph("- een punt") * 2
    (found,) = problems(changed(file_of(".docx"), DOCUMENT, BODY_END, added), ".docx")
    assert (
        found.message.nl
        == '"- een punt" begint met een streepje of bolletje, maar is geen echte lijst.'
    )
    assert found.message.en == '"- een punt" begins with a dash or a bullet, but is no real list.'
