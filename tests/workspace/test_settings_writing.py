"""Settings are changed in the text of their file: nothing else in it changes, or nothing at all."""

import tomllib
from pathlib import Path

import pytest

from competenties.findings import RefusedError
from competenties.workspace.settings_writing import change_settings, with_settings


def test_a_value_changes_and_the_comment_behind_it_stays() -> None:
    text = '# uitleg\norganisation = "Oud"  # zoals op papier\n\n[check]\norganisation = "ander"\n'
    after = with_settings(text, {"organisation": 'Nieuw "\\'})
    assert after == text.replace('"Oud"', '"Nieuw \\"\\\\"')


def test_a_setting_that_is_not_there_comes_behind_the_last_one() -> None:
    text = 'format = "x"\n\n# language = "nl"\n\n# Huisstijl\n[house_style]\n'
    after = with_settings(text, {"language": "en"})
    assert after.startswith('format = "x"\nlanguage = "en"\n')
    assert after.endswith('# language = "nl"\n\n# Huisstijl\n[house_style]\n')


@pytest.mark.parametrize(
    "text", ["", "# niets\n", "[check]\n", "\ufeffformat = 'x'\r\n", "format = 'x'"]
)
def test_any_beginning_takes_a_setting(text: str) -> None:
    after = with_settings(text, {"organisation": "A"})
    assert tomllib.loads(after.removeprefix("\ufeff"))["organisation"] == "A"
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in text)


def test_a_setting_is_taken_away() -> None:
    assert tomllib.loads(with_settings('organisation = "A"\n', {"organisation": None})) == {}


@pytest.mark.parametrize(
    "text",
    [
        'organisation = """een\ntwee"""\n',
        'a = """\norganisation = "x"\n"""\n',
        "organisation = 3\n",
        '"organisation" = "A"\n',
        "geen toml",
    ],
)
def test_a_file_that_is_built_otherwise_is_left_alone(text: str, tmp_path: Path) -> None:
    (tmp_path / "competenties.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError):
        change_settings(tmp_path, {"organisation": "B"})
    assert (tmp_path / "competenties.toml").read_text(encoding="utf-8") == text
