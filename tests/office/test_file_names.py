"""Names of files: fit for Windows, and all different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenties.office.file_names import Names, file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan de Vries", "Jan de Vries"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("naam. ", "naam"),
        ("..", "_"),
        ("", "_"),
        ("\u202egnp.exe", "gnp.exe"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_name_is_what_every_system_takes(text: str, name: str) -> None:
    assert file_name(text) == name


@given(st.text())
def test_any_text_becomes_a_name(text: str) -> None:
    name = file_name(text)
    assert 0 < len(name) <= 81
    assert not set(name) & set('<>:"/\\|?*\n\r\t')
    assert name == name.strip(" ")
    assert not name.endswith(".")
    assert file_name(name) == name


@given(st.lists(st.text(max_size=100), max_size=20))
def test_names_in_a_folder_differ_also_without_capitals(texts: list[str]) -> None:
    names = Names()
    found = [names.free("map", file_name(text), ".xlsx") for text in texts]
    assert len({name.casefold() for name in found}) == len(found)


def test_a_second_one_of_a_name_gets_a_number() -> None:
    names = Names()
    assert [names.free("a", "Jan", ".xlsx") for _ in range(2)] == ["Jan.xlsx", "Jan (2).xlsx"]
    assert names.free("b", "JAN", ".xlsx") == "JAN.xlsx"
    assert names.free("a", "JAN", ".xlsx") == "JAN (3).xlsx"
