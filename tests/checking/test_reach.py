"""How far an indicator reaches, its form, and how easily a text reads."""

from typing import cast

import pytest

from competenties.checking.ascent import Step, first_fall
from competenties.checking.forms import form_of
from competenties.checking.gist import gist_of
from competenties.checking.reading_ease import reading_ease
from competenties.messages import Language


@pytest.mark.parametrize(
    ("text", "language", "leans"),
    [
        ("Vraagt de leidinggevende om hulp", "nl", True),
        ("Vraagt de klant om hulp bij een test", "nl", False),
        ("Vraagt de ondernemingsraad om advies", "nl", False),
        ("Werkt onder toezicht van een collega", "nl", True),
        ("Voert een besluit van de leidinggevende uit", "nl", True),
        ("Komt in actie als de leidinggevende erom vraagt", "nl", True),
        ("Begeleidt een stagiair", "nl", False),
        ("Asks the manager for permission", "en", True),
        ("Tries a new tool when the supervisor asks for it", "en", True),
        ("Works under the supervision of a colleague", "en", True),
        ("Coaches team leaders", "en", False),
    ],
)
def test_who_leans_on_somebody_else(text: str, language: str, leans: bool) -> None:  # noqa: FBT001
    assert gist_of(text, cast("Language", language)).reach.leans == leans


def test_a_wider_group_and_a_weightier_verb_reach_further() -> None:
    texts = (
        "Noteert de eigen uren",
        "Bespreekt fouten met een collega",
        "Verdeelt het werk over drie afdelingen",
        "Stelt de koers van de organisatie vast",
    )
    scores = [gist_of(text, "nl").reach.score for text in texts]
    assert None not in scores
    assert scores == sorted(scores, key=lambda score: score or 0)
    assert len(set(scores)) == len(scores)


def test_a_sentence_without_such_words_is_not_scored() -> None:
    assert gist_of("Zoekt vooraf naar een andere route", "nl").reach.score is None


def test_with_one_scored_indicator_at_a_level_nothing_is_said() -> None:
    high = gist_of("Stelt de koers van de organisatie vast", "nl").reach
    low = gist_of("Noteert de eigen uren", "nl").reach
    assert first_fall([Step(1, [high]), Step(2, [low])]) is None
    fall = first_fall([Step(1, [high, high]), Step(2, [low, low])])
    assert fall is not None
    assert [one.number for one in fall] == [1, 2]


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("Controleert de brief", "nl", "third"),
        ("Controleer de brief", "nl", "imperative"),
        ("Controleren van de brief", "nl", "infinitive"),
        ("Je controleert de brief", "nl", "you"),
        ("Ik controleer de brief", "nl", "first"),
        ("Vat de brief samen", "nl", None),
        ("Kennis van de wet", "nl", None),
        ("Checks the letter", "en", "third"),
        ("Check the letter", "en", "imperative"),
        ("Checking the letter", "en", "infinitive"),
        ("You check the letter", "en", "you"),
        ("Knowledge of the law", "en", None),
        ("", "en", None),
    ],
)
def test_the_form_of_a_sentence(text: str, language: str, form: str | None) -> None:
    assert form_of(text, cast("Language", language)) == form


def test_short_words_in_short_sentences_read_easily() -> None:
    easy = reading_ease(["De kat zit op de mat. Zij slaapt."], "nl")
    hard = reading_ease(["Organisatieontwikkeling impliceert verantwoordelijkheidsbesef."], "nl")
    assert easy
    assert hard
    assert easy.score > 90
    assert hard.score < 0
    assert easy.words_per_sentence == 4
    assert reading_ease(["…"], "en") is None
