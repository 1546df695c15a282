"""Word forms are filled in through content controls; what was filled in is read back by tag."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from example_documents import EVERY_BLOCK, EVERY_LAYOUT, HOSTILE
from lxml import etree
from office_dumps import parts, workbook_dump
from test_validity import sdk_errors_fixture

from competenties.documents import document_files
from competenties.documents.request import (
    FORM_KINDS,
    WITHOUT_PERSON,
    FormKind,
    ProfileRequest,
)
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Block,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Row,
    Table,
    Ticks,
)
from competenties.office.clean import has_ink, size_in_excel
from competenties.office.html import html
from competenties.office.pages import pages
from competenties.office.word import word
from competenties.office.workbook import workbook
from competenties.workspace.documents import read_framework, read_profile

__all__ = ["sdk_errors_fixture"]  # the fixture `sdk_errors`

ROOT = Path(__file__).parent.parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
KINDS = {
    f"{W}dropDownList": "choice",
    f"{W}text": "blank",
    f"{W14}checkbox": "tick",
    f"{W}richText": "locked",
}
EMPTY = "\N{NO-BREAK SPACE}" * 5
ANSWERS = Choice(("1 – nooit", "2 – altijd"), "Kies een antwoord.", "1  2\nn.w.")
RATED = Table(
    (Column("Gedrag", 3), Column("Gezien"), Column("Voorbeeld", 3)),
    (
        Group("Snoeien", "Knipt planten terug."),
        Row(("Snoeit voor de zomer.", ANSWERS, Blank("Wat was de situatie?"))),
        Row(("Ruimt op.", ANSWERS, Blank("Wat was de situatie?"))),
    ),
    "Gedrag",
)
AGREED = Table((Column("Wat?"), Column("Wie?")), (Row((Blank(lines=2), Blank())),) * 2, "Afspraken")
SIGNED = Table(
    (Column("Rol"), Column("Kruis aan"), Column("Handtekening")),
    (Row(("Medewerker", Ticks(("voor gezien", "voor akkoord")), Blank(lines=3))),),
    "Ondertekening",
)


def written(*blocks: Block, **changes: Any) -> bytes:
    return word(replace(EVERY_BLOCK, blocks=blocks, **changes))


def shipped(name: str, language: Language = "nl", form: FormKind = "conversation") -> Document:
    framework = read_framework(ROOT / "frameworks" / "basis.json").model
    profile = read_profile(ROOT / "frameworks" / "profiles" / "medewerker-klantcontact.json").model
    assert framework is not None
    assert profile is not None
    request = ProfileRequest(profile, {"basis": framework}, language, form=form, suffix=".docx")
    return document_files()[name].build(request)


def controls(package: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts(package)["word/document.xml"]).iter(f"{W}sdt"))


def said(control: etree._Element, name: str) -> str:
    found = control.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else str(found.get(f"{W}val"))


def kind(control: etree._Element) -> str:
    (found,) = (KINDS[child.tag] for child in control[0] if child.tag in KINDS)
    return found


def kinds(package: bytes) -> Counter[str]:
    return Counter(kind(one) for one in controls(package))


def only(package: bytes, name: str) -> etree._Element:
    (found,) = (one for one in controls(package) if kind(one) == name)
    return found


def titles(package: bytes) -> list[str]:
    return [said(one, "alias") for one in controls(package) if kind(one) != "locked"]


def options(control: etree._Element) -> list[str]:
    """Return what can be chosen; an item without a text of its own takes an answer back."""
    shown = (item.get(f"{W}displayText") for item in control.iter(f"{W}listItem"))
    return [str(text) for text in shown if text is not None]


def text(control: etree._Element) -> str:
    pieces = control.iter(f"{W}t", f"{W}br")
    return "".join(piece.text or "\n" for piece in pieces)


def is_open(control: etree._Element) -> bool:
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def filled(package: bytes, values: dict[str, str]) -> bytes:
    """Return a form as Word saves it with these values, by tag."""
    content = parts(package)
    body = etree.fromstring(content["word/document.xml"])
    for control in body.iter(f"{W}sdt"):
        if (value := values.get(said(control, "tag"))) is not None:
            _fill(control, value)
    content["word/document.xml"] = etree.tostring(body)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, part in content.items():
            target.writestr(name, part)
    return buffer.getvalue()


def _fill(control: etree._Element, value: str) -> None:
    for sign in control[0].findall(f"{W}showingPlcHdr"):
        control[0].remove(sign)
    for state in control.iter(f"{W14}checked"):
        state.set(f"{W14}val", "1")
    (run,) = control[1]
    for child in list(run):
        run.remove(child)
    etree.SubElement(run, f"{W}t").text = value


def read(package: bytes) -> dict[str, str]:
    """Return what was filled in, by tag."""
    answered = (one for one in controls(package) if not is_open(one) and kind(one) != "locked")
    return {said(one, "tag"): text(one) for one in answered}


def test_each_place_to_choose_write_or_tick_is_a_control_of_its_own_kind() -> None:
    found = kinds(written(RATED, AGREED, SIGNED))
    assert found == {"choice": 2, "blank": 2 + 4 + 1, "tick": 2, "locked": 3}


@pytest.mark.parametrize("layout", ["table", "pairs", "lines", "room"])
def test_labels_have_controls_in_every_layout(layout: str) -> None:
    fields = Fields((("Wie?", Blank()), ("Rol", ANSWERS), ("Job", "Tuinman")), layout)
    assert kinds(written(fields)) == {"choice": 1, "blank": 1}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORM_KINDS)
def test_every_kind_of_form_can_be_filled_in(form: FormKind, language: Language) -> None:
    document = shipped("rating-sheet", language, form)
    package = word(document)
    rows = [row for one in document.blocks if isinstance(one, Table) for row in one.rows]
    cells = [cell for row in rows if isinstance(row, Row) for cell in row.cells]
    cells += [value for one in document.blocks if isinstance(one, Fields) for _, value in one.rows]
    found = kinds(package)
    choices, blanks = (sum(isinstance(cell, one) for cell in cells) for one in (Choice, Blank))
    boxes = sum(len(cell.options) for cell in cells if isinstance(cell, Ticks))
    assert found["choice"] == choices >= (0 if form == "checklist" else 4)
    assert found["blank"] == blanks >= 5
    assert found["tick"] == boxes == {"appraisal-report": 3, "checklist": 54}.get(form, 0)
    if form not in WITHOUT_PERSON:
        assert choices >= 15
        assert blanks >= 19


def test_tags_and_numbers_are_unique_and_the_same_every_time() -> None:
    package = written(RATED, AGREED, SIGNED)
    assert package == written(RATED, AGREED, SIGNED)
    for name in ("tag", "id"):
        values = [said(one, name) for one in controls(package)]
        assert len(set(values)) == len(values) == 14
    first = [said(one, "tag") for one in controls(package) if kind(one) in ("choice", "blank")][:4]
    assert first == ["answer-1", "blank-1", "answer-2", "blank-2"]


def test_a_key_is_the_tag_and_a_second_one_gets_a_number() -> None:
    keys = ("", "wie", "wie", "blank-1", "k" * 100, "k" * 100, "\n\x00")
    package = written(Fields(tuple(("Wie?", Blank(key=key)) for key in keys)))
    tags = [said(one, "tag") for one in controls(package)]
    cut = "k" * 63
    assert tags[:5] == ["blank-1", "wie", "wie (2)", "blank-1 (2)", f"{cut}…"]
    assert tags[5:] == [f"{'k' * 59}… (2)", "blank-7"]
    ticked = controls(written(Fields((("x", Ticks(("ja", "nee"), "akkoord")),))))
    assert [said(one, "tag") for one in ticked] == ["akkoord-1", "akkoord-2"]


def test_a_list_has_the_options_and_a_way_to_take_an_answer_back() -> None:
    for language, none in (("nl", "(leeg)"), ("en", "(blank)")):
        (control,) = controls(written(Fields((("Rol", ANSWERS),)), language=language))
        assert options(control) == list(ANSWERS.options)
        items = list(control.iter(f"{W}listItem"))
        assert [str(item.get(f"{W}value")) for item in items] == [*ANSWERS.options, none]


def test_options_are_unique_visible_and_no_longer_than_word_takes() -> None:
    long = "a" * 300
    many = ("ja", "ja", " ja ", "", "\u200b", "(leeg)", f"{long}1", f"{long}2", "🌱" * 300)
    control = only(written(Fields((("x", Choice(many)),))), "choice")
    shown = options(control)
    assert shown[:2] == ["ja", "(leeg)"]
    assert shown[2:4] == [f"{'a' * 254}…", f"{'a' * 250}… (2)"]
    values = [str(item.get(f"{W}value")) for item in control.iter(f"{W}listItem")]
    assert len(set(values)) == len(values) == 6
    assert max(size_in_excel(value) for value in values) <= 255
    assert values[-1] == "(leeg) (2)"


def test_until_somebody_chooses_the_short_answers_stand_there_in_grey() -> None:
    package = written(Fields((("Rol", ANSWERS), ("x", Choice(("a", "b"))))))
    assert [text(one) for one in controls(package)] == ["1  2\nn.w.", "a / b"]
    assert all(is_open(one) for one in controls(package))
    style = docx.Document(io.BytesIO(package)).styles["Placeholder Text"]
    assert str(style.font.color.rgb) == "595959"


def test_a_place_to_write_shows_nothing_on_paper_and_keeps_its_room() -> None:
    package = written(Fields((("Wat?", Blank(lines=6)),), "room"), AGREED, SIGNED)
    assert {text(one) for one in controls(package) if kind(one) == "blank"} == {EMPTY}
    tables = docx.Document(io.BytesIO(package)).tables
    heights = [row.height.pt if row.height else 0 for table in tables for row in table.rows]
    assert heights == pytest.approx([0, 67.7, 0, 27.9, 27.9, 0, 38.6], abs=0.1)


def test_room_for_lines_takes_lines_and_room_for_one_does_not() -> None:
    package = written(Fields((("a", Blank()), ("b", Blank(lines=2)), ("c", Blank(text="x\ny")))))
    texts = [one[0].find(f"{W}text") for one in controls(package)]
    assert [one.get(f"{W}multiLine") for one in texts if one is not None] == [None, "1", "1"]


def test_a_text_that_stands_there_already_is_an_answer() -> None:
    package = written(Fields((("Wie?", Blank(text="Ada & Bo", key="wie")),)))
    assert read(package) == {"wie": "Ada & Bo"}


def test_a_control_is_read_aloud_with_its_label_or_its_column_and_row() -> None:
    period = Fields((("Periode", Blank("Van en tot.")), ("Wie?", Blank())))
    assert titles(written(period)) == ["Periode – Van en tot.", "Wie?"]
    assert titles(written(RATED))[:2] == [
        "Gezien – Snoeit voor de zomer.",
        "Voorbeeld – Snoeit voor de zomer.",
    ]
    assert titles(written(AGREED)) == ["Wat? – 1", "Wie? – 1", "Wat? – 2", "Wie? – 2"]
    assert titles(written(SIGNED)) == ["voor gezien", "voor akkoord", "Handtekening – Medewerker"]
    (long,) = titles(written(Fields((("Wat? " * 40, Blank()),))))
    assert long == "Wat? " * 12 + "Wat…"


def test_what_somebody_writes_is_in_the_language_of_the_document() -> None:
    for language, locale in (("nl", "nl-NL"), ("en", "en-GB")):
        package = written(RATED, AGREED, SIGNED, language=language)
        path = f"{W}sdtPr/{W}rPr/{W}lang"
        found = [one.find(path) for one in controls(package)]
        assert {one.get(f"{W}val") for one in found if one is not None} == {locale}
        assert None not in found


def test_what_is_rated_is_locked_and_everything_else_can_be_changed() -> None:
    package = written(RATED, AGREED, SIGNED)
    locked = [one for one in controls(package) if said(one, "lock") == "sdtContentLocked"]
    assert [text(one) for one in locked] == [
        "SnoeienKnipt planten terug.",
        "Snoeit voor de zomer.",
        "Ruimt op.",
    ]
    rest = {said(one, "lock") for one in controls(package) if kind(one) != "locked"}
    assert rest == {"sdtLocked"}, "filled in, but not thrown away"


def test_no_document_is_protected_as_a_whole() -> None:
    for package in (word(EVERY_BLOCK), word(shipped("rating-sheet"))):
        assert b"documentProtection" not in parts(package)["word/settings.xml"]


def test_every_rated_sentence_of_a_form_is_locked_and_nothing_of_a_job_profile() -> None:
    form = shipped("rating-sheet")
    rows = [row for one in form.blocks if isinstance(one, Table) for row in one.rows]
    rated = [row for row in rows if isinstance(row, Row) and isinstance(row.cells[1], Choice)]
    sentences = {row.cells[0] for row in rated if isinstance(row.cells[0], str)}
    locked = {text(one) for one in controls(word(form)) if kind(one) == "locked"}
    assert len(sentences) >= 15
    assert sentences <= locked
    assert kinds(word(shipped("job-profile")))["locked"] == 0


def test_a_label_and_the_room_under_it_are_cells_of_their_own_in_one_box() -> None:
    package = written(Fields((("Wat gaat goed?", Blank(lines=3)), ("En?", Blank())), "room"))
    (table,) = docx.Document(io.BytesIO(package)).tables
    assert [row.cells[0].text for row in table.rows] == ["Wat gaat goed?", "", "En?", ""]
    content = etree.fromstring(parts(package)["word/document.xml"])
    sides = [side.tag for borders in content.iter(f"{W}tcBorders") for side in borders]
    assert sides == [f"{W}bottom", f"{W}top"] * 2


def test_what_was_filled_in_is_read_back_by_tag() -> None:
    values = {"answer-2": "2 – altijd", "blank-3": "Ada & <Bo>", "tick-1": "☒"}
    package = written(RATED, AGREED, SIGNED)
    assert read(package) == {"tick-1": "☐", "tick-2": "☐"}
    assert read(filled(package, values)) == values | {"tick-2": "☐"}


def test_a_filled_form_is_still_valid(sdk_errors: Callable[[bytes, str], list[str]]) -> None:
    package = word(shipped("rating-sheet", form="appraisal-report"))
    values = {said(one, "tag"): "4 – meestal" for one in controls(package) if kind(one) == "choice"}
    values |= {said(one, "tag"): "x" for one in controls(package) if kind(one) == "blank"}
    values |= {"tick-1": "☒"}
    assert len(values) > 60
    assert sdk_errors(filled(package, values), ".docx") == []


def test_hostile_text_in_every_control_is_valid(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    places = [(one, Choice((one, one), one, one, one)) for one in HOSTILE]
    rooms = tuple((one, Blank(one, 2, one, one)) for one in HOSTILE)
    rows = tuple(Row((one, choice, one)) for one, choice in places)
    last = Row(("x", Choice(HOSTILE), Ticks(HOSTILE, "\n")))
    table = Table((Column(HOSTILE[-1]), Column("x"), Column(HOSTILE[0])), (*rows, last), "x")
    package = written(Fields(tuple(places), "lines"), Fields(rooms, "room"), table)
    assert sdk_errors(package, ".docx") == []
    for one in controls(package):
        assert 0 < size_in_excel(said(one, "tag")) <= 64
        assert size_in_excel(said(one, "alias")) <= 64
        values = [str(item.get(f"{W}value")) for item in one.iter(f"{W}listItem")]
        assert len(set(values)) == len(values)
        assert all(has_ink(value) and size_in_excel(value) <= 255 for value in values)


def test_boxes_to_tick_are_lines_with_a_box_everywhere_else() -> None:
    document = replace(EVERY_LAYOUT, blocks=(SIGNED,))
    assert (
        "☐\N{NO-BREAK SPACE}voor gezien<br>☐\N{NO-BREAK SPACE}voor akkoord"
        in html(document).decode()
    )
    assert "'☐\\xa0voor gezien\\n☐\\xa0voor akkoord'" in workbook_dump(workbook(document))
    assert pages(document).count == 1
    assert kinds(written(Fields((("x", Ticks(())),)))) == {}


def test_ticks_take_a_line_each_where_pages_are_counted() -> None:
    def lines(*boxes: str) -> float:
        table = replace(SIGNED, rows=(Row(("x", Ticks(boxes), "")),))
        return pages(replace(EVERY_LAYOUT, blocks=(table,))).sections[0].lines

    assert lines("a", "b", "c") - lines("a") == pytest.approx(2, abs=0.01)
