"""Text from outside is made fit for Office files, and nothing else about it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from competenties.findings import RefusedError
from competenties.office.clean import (
    MOST_IN_CELL,
    clean,
    clean_for_cell,
    cut_for_excel,
    size_in_excel,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("rood\x00 \x07geel\x1f", "rood geel"),
        ("\x7f\x80\x9f", ""),
        ("half\ud83d teken\udca9", "half teken"),
        ("\ufffe\uffff", ""),
        ("vals\u202egnp.exe\u202c", "valsgnp.exe"),
        ("\u2066ingesloten\u2069", "ingesloten"),
    ],
)
def test_what_no_office_file_can_hold_goes(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize("kind", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_becomes_the_same(kind: str) -> None:
    assert clean(f"een{kind}twee") == "een\ntwee"


@pytest.mark.parametrize(
    "text",
    ["Hé, ’t is goed – ½ €", "tab\ttab", "👨‍👩‍👧‍👦", "שלום", "a\u200eb", "  ruimte  ", "漢字"],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == clean_for_cell(text) == text


@given(st.text(st.characters(codec=None)))
def test_whatever_comes_in_fits_into_xml_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    element = etree.Element("t")
    element.text = cleaned
    assert etree.fromstring(etree.tostring(element)).text == (cleaned or None)
    assert clean(cleaned) == cleaned


def decoded(text: str) -> str:
    """Return cell text as Excel shows it: `_xHHHH_` is one character (ECMA-376 part 1, 22.9.2.19)."""
    said, rest = "", text
    while rest:
        if rest[0] == "_" and rest[1:2] == "x" and rest[6:7] == "_" and _is_hex(rest[2:6]):
            said, rest = said + chr(int(rest[2:6], 16)), rest[7:]
        else:
            said, rest = said + rest[0], rest[1:]
    return said


def _is_hex(text: str) -> bool:
    return len(text) == 4 and all(digit in "0123456789abcdefABCDEF" for digit in text)


@pytest.mark.parametrize(
    "text",
    ["_x000D_", "a_x000a_b", "_x0041_x0042_", "__x0041__", "_x005F_", "_x00_", "_X0041_", "x0041_"],
)
def test_text_that_looks_like_an_escape_is_read_back_as_it_was(text: str) -> None:
    assert decoded(clean_for_cell(text)) == text


@given(st.lists(st.sampled_from(["_", "x", "0041", "000D", "f", "_x0041_"])).map("".join))
def test_no_mixture_of_underscores_becomes_another_character(text: str) -> None:
    assert decoded(clean_for_cell(text)) == text


def test_a_cell_holds_no_more_than_excel_allows() -> None:
    assert len(clean_for_cell("a" * MOST_IN_CELL)) == MOST_IN_CELL
    with pytest.raises(RefusedError) as refused:
        clean_for_cell("b" * 40_000)
    assert "40000" in refused.value.say("nl")
    assert "bbb…" in refused.value.say("en")


def test_characters_count_as_excel_counts_them() -> None:
    assert size_in_excel("a🌱é") == 4
    with pytest.raises(RefusedError):
        clean_for_cell("🌱" * 20_000)


def test_escapes_count_too_so_that_nothing_is_cut_off() -> None:
    with pytest.raises(RefusedError):
        clean_for_cell("_x000D_" * 4_500)


@pytest.mark.parametrize(("text", "most", "cut"), [("abc", 2, "ab"), ("a🌱b", 2, "a"), ("", 5, "")])
def test_a_text_is_cut_where_excel_stops_and_never_within_a_character(
    text: str, most: int, cut: str
) -> None:
    assert cut_for_excel(text, most) == cut
