"""The language of a table is that of its sentences; its headers count where these do not tell."""

import pytest

from competenties.formats import table
from competenties.formats.source import ImportChoices, Source

ENGLISH_HEADERS = "Competence,Definition,Level 1,Level 2"
DUTCH_HEADERS = "Competentie,Definitie,Niveau 1,Niveau 2"
DUTCH = (
    "Samenwerken,Zoekt steun of hulp als werk dreigt te blijven liggen.,"
    '"Vraagt of iemand klaar is, of overlegt.",Is bereikbaar of regelt vervanging.\n'
)
ENGLISH = (
    "Working together,Seeks help when work is at risk.,"
    "Asks a colleague whether they need help.,Is there or finds someone else for the others.\n"
)
LITTLE = "Excel,Basis,Formules,Macro's\n"


def language(text: str, said: str = "") -> str:
    return table.plan(Source("tabel.csv", text.encode()), ImportChoices(language=said)).language


@pytest.mark.parametrize("headers", [ENGLISH_HEADERS, DUTCH_HEADERS])
@pytest.mark.parametrize(("rows", "own"), [(DUTCH, "nl"), (ENGLISH, "en")])
def test_sentences_decide_whatever_the_headers_say(headers: str, rows: str, own: str) -> None:
    assert language(f"{headers}\n{rows}") == own


@pytest.mark.parametrize(("headers", "own"), [(ENGLISH_HEADERS, "en"), (DUTCH_HEADERS, "nl")])
def test_with_too_little_text_the_headers_decide(headers: str, own: str) -> None:
    assert language(f"{headers}\n{LITTLE}") == own
    assert language(f"{headers}\nMet,{LITTLE.partition(',')[2]}") == own


def test_a_single_word_that_both_languages_have_tells_nothing() -> None:
    rows = "Plannen,Doel of opdracht is helder,Is op tijd of belt,Is vooruit\n"
    assert language(f"{DUTCH_HEADERS}\n{rows}") == "nl"


def test_texts_of_both_languages_in_one_column_leave_it_to_the_headers() -> None:
    mixed = (
        "Helpen,Helpt een collega met het werk,,\nHelping,Helps the team to work with others,,\n"
    )
    assert language(f"{ENGLISH_HEADERS}\n{mixed}") == "en"
    assert language(f"{DUTCH_HEADERS}\n{mixed}") == "nl"


def test_what_somebody_says_goes_before_all() -> None:
    assert language(f"{DUTCH_HEADERS}\n{DUTCH}", said="en") == "en"
