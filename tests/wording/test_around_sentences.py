"""What stands around a sentence says nothing about it: quotation marks, a note of its level."""

import pytest

from competenties.messages import Language
from competenties.wording import check_sentence


def rules(text: str, language: Language) -> list[str]:
    return [finding.rule.name for finding in check_sentence(text, language)]


@pytest.mark.parametrize("quoted", ['"{}"', "“{}”", "„{}”", '"{}".'])
def test_a_sentence_in_quotation_marks_is_read_as_if_they_were_not_there(quoted: str) -> None:
    assert rules(quoted.format("Records each call in the log"), "en") == []
    assert rules(quoted.format("Kent de regels voor verlof"), "nl") == ["inner-state-verb"]


def test_words_found_inside_quotation_marks_are_at_their_place() -> None:
    text = '"Kent de regels."'
    (found,) = check_sentence(text, "nl")
    assert found.place.span is not None
    assert text[slice(*found.place.span)] == "Kent"


def test_what_is_said_stays_a_quotation() -> None:
    assert rules('Says "I do not know" to a customer.', "en") == []


def test_a_level_behind_the_sentence_is_a_note_and_no_comparison() -> None:
    assert rules("Noteert de klacht in het dossier. Niveau 3", "nl") == []
    assert "comparison" not in rules("Niveau 3: Noteert de klacht in het dossier.", "nl")
    assert "comparison" in rules("Werkt op niveau 3.", "nl")
