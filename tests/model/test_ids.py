"""Ids are made once, fit in file names and addresses, and are never given out twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenties.model.ids import ID_PATTERN, MOST_ID, MOST_SLUG, is_device_name, item_id, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Klantgerichtheid", "klantgerichtheid"),
        ("Omgaan met verandering", "omgaan-met-verandering"),
        ("Risico's en kansen", "risicos-en-kansen"),
        ("Risico’s en kansen", "risicos-en-kansen"),
        ("klant–leverancier", "klant-leverancier"),
        ("Coördineren", "coordineren"),
        ("3D-printen", "x-3d-printen"),
        ("Con", "x-con"),
        ("漢字", "x"),
        ("", "x"),
    ],
)
def test_an_id_is_made_from_the_first_name(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=80), st.sets(st.text(max_size=5), max_size=3))
def test_any_name_gives_an_id_of_the_right_form(name: str, others: set[str]) -> None:
    first = slug(name, others)
    second = slug(name, {first, *others})
    for made in (first, second):
        assert re.fullmatch(ID_PATTERN, made)
        assert len(made) <= MOST_SLUG
        assert not is_device_name(made)
    assert first != second


def test_a_taken_id_gets_a_number() -> None:
    assert slug("Samenwerken", {"samenwerken"}) == "samenwerken-2"
    assert slug("Samenwerken", {"samenwerken", "samenwerken-2"}) == "samenwerken-3"


def test_importing_the_same_text_twice_gives_the_same_id() -> None:
    made = item_id("samenwerken", "basis", "levels/1/0", "Meldt een vertraging.")
    assert made == item_id("samenwerken", "basis", "levels/1/0", "Meldt een vertraging.")
    assert re.fullmatch(r"samenwerken-[a-z2-7]{6}", made)


def test_another_text_place_or_framework_gives_another_id() -> None:
    made = {
        item_id("samenwerken", framework, path, text)
        for framework in ("basis", "ander")
        for path in ("levels/1/0", "levels/1/1")
        for text in ("Meldt een vertraging.", "Meldt een storing.")
    }
    assert len(made) == 8


def test_a_taken_item_id_keeps_its_hash() -> None:
    first = item_id("a" * 60, "basis", "p", "t")
    second = item_id("a" * 60, "basis", "p", "t", {first})
    assert second == f"{first}-2"
    assert len(second) <= MOST_ID
