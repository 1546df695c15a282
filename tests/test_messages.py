"""Phrases, and the choice of language."""

import pytest

from competenties.messages import Phrase, choose_language, is_language, join_words, say
from competenties.messages.language import _language_of_the_computer

LEVELS = Phrase(nl="{count} niveaus bij {name}", en="{count} levels of {name}")


def test_a_phrase_is_filled_in_in_the_readers_language() -> None:
    name = {"nl": "Samenwerken", "en": "Working together"}
    assert LEVELS.say("nl", count=3, name=name) == "3 niveaus bij Samenwerken"
    assert LEVELS.say("en", count=3, name=name) == "3 levels of Working together"
    assert LEVELS.filled(count=3, name=name).say("en") == "3 levels of Working together"


def test_a_phrase_in_a_phrase_follows_the_language() -> None:
    inner = Phrase(nl="tekst", en="text")
    assert Phrase(nl="geen {what}", en="no {what}").say("en", what=inner) == "no text"


def test_the_word_that_belongs_to_a_number_follows_it() -> None:
    found = Phrase(
        nl="{count} {count:zin|zinnen} {count:doet|doen} mee",
        en="{count} {count:sentence takes|sentences take} part",
    )
    assert [found.say("nl", count=count) for count in (0, 1, 2)] == [
        "0 zinnen doen mee",
        "1 zin doet mee",
        "2 zinnen doen mee",
    ]
    assert found.filled(count=1).say("en") == "1 sentence takes part"


def test_what_is_filled_in_is_never_taken_for_a_gap() -> None:
    assert Phrase(nl="{a}", en="{a}").say("nl", a="{b} {0} %s") == "{b} {0} %s"


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (2.5, "2,5", "2.5"),
        (4.0, "4", "4"),
        (7, "7", "7"),
        ({"en": "only English"}, "only English", "only English"),
        ({}, "", ""),
    ],
)
def test_values_are_said_as_a_reader_writes_them(value: object, nl: str, en: str) -> None:
    assert (say(value, "nl"), say(value, "en")) == (nl, en)  # type: ignore[arg-type]


def test_enumerations_read_well() -> None:
    assert [join_words(words, "nl") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


def test_the_first_wish_that_the_program_speaks_wins() -> None:
    assert choose_language("en", "nl") == "en"
    assert choose_language(None, "nl") == "nl"
    assert choose_language("fr", "nl") == "nl"
    assert is_language(choose_language())


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "nl_BE", "LANG": "en_GB"}, "nl"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_computer_has_a_language(environment: dict[str, str], language: str) -> None:
    assert _language_of_the_computer(environment) == language
