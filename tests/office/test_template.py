"""What cannot be a template is refused, with the name of the file and what to do about it."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from template_files import TEMPLATES, letterhead, package, parts_of

from competenties.findings import NotFoundError, RefusedError
from competenties.messages import LANGUAGES
from competenties.office.template import TemplateChoice, examined, read_template

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENCRYPTED = OLD + "EncryptedPackage".encode("utf-16-le")
DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
LETTERHEAD = (TEMPLATES / "letterhead.docx").read_bytes()


def types(old: bytes, new: bytes) -> bytes:
    return letterhead(**{TYPES: parts_of(LETTERHEAD)[TYPES].replace(old, new)})


def bomb() -> bytes:
    return letterhead(**{"word/media/zero.bin": bytes(120_000_000)})


def many_parts() -> bytes:
    return letterhead(**{f"word/media/{number}.bin": b"x" for number in range(3_000)})


def entities() -> bytes:
    head = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    body = parts_of(LETTERHEAD)[DOCUMENT]
    start = body.index(b"<w:document")
    return letterhead(**{DOCUMENT: body[:start] + head + body[start:]})


def outside() -> bytes:
    head = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = parts_of(LETTERHEAD)["word/styles.xml"]
    start = body.index(b"<w:styles")
    return letterhead(**{"word/styles.xml": body[:start] + head + body[start:]})


def spreadsheet() -> bytes:
    from openpyxl import Workbook

    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def strict() -> bytes:
    old = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    new = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    return letterhead(**{"_rels/.rels": parts_of(LETTERHEAD)["_rels/.rels"].replace(old, new)})


def open_document() -> bytes:
    return package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})


MACROS = types(
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)
FOOTER = parts_of(LETTERHEAD)["word/footer1.xml"]
BODY = parts_of(LETTERHEAD)[DOCUMENT]
HOSTILE = {
    "a .doc file": (OLD, ".doc"),
    "an encrypted file": (ENCRYPTED, "password"),
    "a macro-enabled file": (MACROS, "macros"),
    "a file with a macro project": (letterhead(**{"word/vbaProject.bin": b"x"}), "macros"),
    "a file with a control of code": (letterhead(**{"word/activeX/a.bin": b"x"}), "macros"),
    "a file that starts a program": (
        letterhead(**{"word/footer1.xml": FOOTER.replace(b" PAGE ", b" DDEAUTO cmd '/c calc' ")}),
        "starts another program",
    ),
    "a zip bomb": (bomb(), "unpacked"),
    "a book of empty paragraphs": (
        letterhead(**{DOCUMENT: BODY.replace(b"<w:sectPr", b"<w:p/>" * 200_000 + b"<w:sectPr")}),
        "hundreds of pages",
    ),
    "thousands of parts": (many_parts(), "unpacked"),
    "a file with entities": (entities(), "document type"),
    "a file that reads another file": (outside(), "document type"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not a Word document"),
    "an empty file": (b"", "not a Word document"),
    "a workbook": (spreadsheet(), "not a Word document"),
    "an .odt file": (open_document(), "not a Word document"),
    "a strict file": (strict(), "Strict Open XML"),
    "half a file": (LETTERHEAD[:3000], "damaged"),
    "a zip file of something else": (package({"a.txt": b"x"}), "damaged"),
    "a file without text": (letterhead(**{DOCUMENT: None}), "word/document.xml is missing"),
    "a file with broken text": (letterhead(**{DOCUMENT: b"<w:document>"}), "cannot be read"),
    "a file with other text": (letterhead(**{DOCUMENT: b"<x/>"}), "no text"),
    "a file with broken styles": (letterhead(**{"word/styles.xml": b"x"}), "word/styles.xml"),
    "a way out of the package": (letterhead(**{"../x.xml": b"<x/>"}), "damaged"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_a_template_is_refused_with_a_sentence_that_helps(case: str) -> None:
    raw, said = HOSTILE[case]
    with pytest.raises(RefusedError) as refused:
        examined("sjabloon.docx", raw)
    assert said in refused.value.say("en")
    for language in LANGUAGES:
        sentence = refused.value.say(language)
        assert "sjabloon.docx" in sentence
        assert len(sentence.split(". ")) >= 2, "what to do is missing"


def test_a_damaged_file_is_never_anything_but_refused() -> None:
    for place in range(0, len(LETTERHEAD), 97):
        spoiled = bytearray(LETTERHEAD)
        spoiled[place : place + 8] = b"\xff\x00PK\x01\x02\xff\xff"
        with suppress(RefusedError):
            assert examined("sjabloon.docx", bytes(spoiled)).parts


def test_a_file_that_says_it_is_small_unpacks_to_no_more_than_that() -> None:
    raw = bytearray(letterhead(**{"word/media/a.bin": bytes(5_000_000)}))
    true, claimed = (5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    with pytest.raises(RefusedError):
        examined("sjabloon.docx", bytes(raw.replace(true, claimed)))


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as missing:
        read_template(TemplateChoice(tmp_path / "weg.docx"))
    assert "weg.docx" in missing.value.say("nl")


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.docx"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(RefusedError) as refused:
        read_template(TemplateChoice(path))
    assert "20 MB" in refused.value.say("nl")


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        read_template(TemplateChoice(tmp_path))


def test_an_ordinary_template_keeps_all_its_parts() -> None:
    found = examined("sjabloon.docx", LETTERHEAD)
    with zipfile.ZipFile(io.BytesIO(LETTERHEAD)) as zipped:
        assert list(found.parts) == zipped.namelist()
    assert found.main == DOCUMENT
