"""The screen of a competence and what comes with an edit, as the server says it."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from competenties.editor.remedies import remedies
from competenties.wording import check_sentence

SCREEN = "/frameworks/basis/competences/klantgerichtheid"
CARD = "klantgerichtheid-isifk5"
TEXT = "Beantwoordt een vraag van een klant binnen de afgesproken termijn."


def test_it_shows_every_level_of_the_scale_with_its_indicators(client: TestClient) -> None:
    text = client.get(SCREEN).text
    shown = re.findall(r'data-level="(\d*)" data-label', text)
    assert shown == ["1", "2", "3", "4", "5", ""]
    assert TEXT in text


def test_a_page_is_small_and_its_long_lists_come_when_they_are_opened(client: TestClient) -> None:
    assert len(client.get(SCREEN).content) < 70_000
    assert "new-question" not in client.get(SCREEN).text
    assert "new-question" in client.get(f"{SCREEN}?open=questions").text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_is_there_in_both_languages(client: TestClient, language: str) -> None:
    client.cookies.set("competenties-language", language)
    text = client.get(SCREEN).text
    assert ("Gedrag toevoegen" in text) is (language == "nl")
    assert ("Add behaviour" in text) is (language == "en")


def test_a_competence_that_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/frameworks/basis/competences/nergens")
    assert answer.status_code == 404
    assert "er niet" in answer.text


def test_script_in_a_sentence_is_shown_as_text(client: TestClient) -> None:
    evil = "</textarea><script>alert(1)</script>'\"><img src=x onerror=alert(1)>"
    _set(client, evil)
    text = client.get(SCREEN).text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_an_answer_says_what_is_wrong_with_the_sentence_and_how_to_mend_it(
    client: TestClient,
) -> None:
    [found] = _set(client, "Ontvangt gasten en boekt zalen.")
    assert found["rule"] == "two-behaviours"
    assert found["remedies"] == [{"texts": ["Ontvangt gasten.", "Boekt zalen."]}]
    assert found["can_accept"]


def test_what_was_accepted_is_not_said_again_until_the_text_changes(client: TestClient) -> None:
    [found] = _set(client, "Schrijft heldere mails.")
    value = {name: found[name] for name in ("rule", "item", "field", "text_hash")}
    accepted = {**value, "reason": "Iedereen weet wat dit is."}
    _send(client, {"kind": "insert", "item": "", "path": ["accepted"], "value": accepted})
    assert _set(client, "Schrijft heldere mails!") != []
    assert _set(client, "Schrijft heldere mails.") == []


def test_the_page_of_a_rule_shows_why_and_examples(client: TestClient) -> None:
    text = client.get("/rules/vague-word").text
    assert "Zo kan het wel" in text
    assert "{" not in re.sub(r"<script.*?</script>", "", text)
    assert client.get("/rules/nergens").status_code == 404


@pytest.mark.parametrize(
    ("sentence", "becomes"),
    [
        ("Is in staat om klanten te helpen.", "Helpt klanten."),
        ("Moet de klant uitleg geven.", "Geeft de klant uitleg."),
        ("De sleutels worden elke avond geteld.", "Telt de sleutels elke avond."),
        ("Helpt zo nodig collega's.", "Helpt collega's."),
        ("Weet wat de klant wil.", "Legt aan … uit wat de klant wil."),
    ],
)
def test_a_sentence_can_be_replaced_by_a_better_one(sentence: str, becomes: str) -> None:
    offered = [
        one for each in check_sentence(sentence, "nl") for one in remedies(each, sentence, "nl")
    ]
    assert {"text": becomes} in offered


def test_nothing_is_offered_where_words_would_get_lost() -> None:
    sentence = "Lijsten worden bijgehouden door een collega."
    assert [remedies(one, sentence, "nl") for one in check_sentence(sentence, "nl")] == [[]]


_NUMBERS = iter(range(1, 1000))


def _set(client: TestClient, text: str) -> list[dict[str, Any]]:
    """Write a sentence, and return what is said about it."""
    framework = client.get("/api/v1/frameworks/basis").json()
    was = framework["competences"][0]["levels"][0]["indicators"][0]["text"]["nl"]
    edit = {"kind": "set", "item": CARD, "path": ["text", "nl"], "was": was, "value": text}
    found: list[dict[str, Any]] = _send(client, edit)["findings"][CARD]
    return [one for one in found if one["field"] == "text/nl"]


def _send(client: TestClient, edit: dict[str, Any]) -> dict[str, Any]:
    sent = {"number": next(_NUMBERS), "document": "frameworks/basis", "edit": edit}
    answer = client.post("/api/operations", json={"client": "tab-of-a-test", "edits": [sent]})
    found: dict[str, Any] = answer.json()
    assert found["answers"][0]["outcome"] == "done"
    return found
