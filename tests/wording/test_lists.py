"""The word lists that a linguist edits: every one can be read, and holds nothing twice."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

import competenties
from competenties.messages import LANGUAGES, Language
from competenties.wording.word_lists import entries
from competenties.wording.word_tags import (
    ADJECTIVE_LISTS,
    COMPOUND_LISTS,
    PHRASE_LISTS,
    WORD_LISTS,
)

SOURCE = Path(str(files(competenties)))
LEXICON = SOURCE / "wording" / "lexicon"
LISTS = sorted(LEXICON.glob("*/*.txt"))
_ONE_LANGUAGE = {"particles", "after_particles", "mass_nouns", "acts_besides"}
"""Lists about verbs that come apart, which English has not, and about what only English has."""


def entries_of(path: Path) -> list[str]:
    """Return the entries of a list as they stand in the file, without reading them into a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = (line.partition("#")[0].partition("=")[0].strip() for line in lines)
    return [one for one in bare if one]


def names(language: Language) -> set[str]:
    return {path.stem for path in (LEXICON / language).glob("*.txt")}


def words_in_the_source() -> set[str]:
    """Return every text in the source that could be the name of a list."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+(_[a-z]+)*", node.value)
    }


def listed(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", LISTS, ids=listed)
def test_a_list_says_first_what_it_is_for(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    first = raw.decode("utf-8").splitlines()[0]
    assert re.fullmatch(r"# \S.{15,}", first), first


@pytest.mark.parametrize("path", LISTS, ids=listed)
def test_a_list_holds_no_entry_twice(path: Path) -> None:
    found = entries_of(path)
    assert sorted(one for one in set(found) if found.count(one) > 1) == []


@pytest.mark.parametrize("path", LISTS, ids=listed)
def test_a_list_can_be_read(path: Path) -> None:
    language: Language = "nl" if path.parent.name == "nl" else "en"
    read = entries(language, path.stem)
    assert set(read) == set(entries_of(path))
    assert read
    for entry, value in read.items():
        assert entry == " ".join(entry.split()), "single spaces"
        assert entry == entry.lower() or path.stem == "abbreviations", "small letters"
        assert entry.count("|") <= 1
        assert "=" not in value
        assert not set(entry) & set('’‘“”"\t;'), "straight quotes, as a sentence is read"


def test_every_list_exists_in_both_languages() -> None:
    assert names("nl") ^ names("en") <= _ONE_LANGUAGE


def test_every_list_is_used() -> None:
    assert names("nl") | names("en") <= words_in_the_source()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_that_is_used_exists(language: Language) -> None:
    used = {*WORD_LISTS, *ADJECTIVE_LISTS, *COMPOUND_LISTS, *PHRASE_LISTS}
    assert used <= names(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_is_given_with_its_irregular_forms(language: Language) -> None:
    for entry, value in entries(language, "verbs").items():
        assert re.fullmatch(r"[a-zëïüéèêö'|-]+", entry), entry
        forms = [one.strip() for one in value.split(",")] if value else []
        assert len(forms) <= 3, entry
        assert all(re.fullmatch(r"[a-zëïüéèêö'-]+", one) for one in forms), entry
