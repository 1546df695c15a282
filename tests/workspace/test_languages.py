"""Languages of a document: it begins with some, and can stop with one without losing a text."""

from typing import Any

import pytest

from competenties.model.fingerprint import text_hash
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.texts import texts
from competenties.operations import apply
from competenties.workspace.documents import document_data, read_framework, read_profile
from competenties.workspace.languages import in_languages, stopping
from competenties.workspace.shipped import shipped_frameworks, shipped_profiles


@pytest.fixture
def basis() -> Framework:
    found = read_framework(shipped_frameworks()["basis"]).model
    assert found
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_in_one_language_every_text_is_a_plain_string(basis: Framework, language: str) -> None:
    profiles = [read_profile(one).model for one in shipped_profiles().values()]
    models: list[Framework | JobProfile] = [basis, *[one for one in profiles if one]]
    for model in models:
        made = in_languages(model, [language])
        assert (made.language, made.languages) == (language, (language,))
        assert {type(text) for _, text in texts(made)} == {str}
        before = [text[language] for _, text in texts(model) if isinstance(text, dict)]
        assert [text for _, text in texts(made)] == before


def test_in_all_its_languages_a_document_is_what_it_was(basis: Framework) -> None:
    assert in_languages(basis, ["nl", "en"]) is basis
    assert in_languages(basis, []) is basis


def test_stopping_with_a_language_is_one_edit_that_can_be_undone(basis: Framework) -> None:
    data = document_data(basis)
    found = stopping(data, "en")
    assert (found.goes, found.stays) == (len(list(texts(basis))), 0)
    done = apply(data, found.edit)
    assert done.data == document_data(in_languages(basis, ["nl"]))
    assert apply(done.data, done.inverse).data == data


def test_a_text_in_that_language_only_stays_and_a_third_language_does_too() -> None:
    data: dict[str, Any] = {
        "id": "klein",
        "name": {"nl": "Klein", "en": "Small", "de": "Klein"},
        "description": {"en": "Only here"},
        "language": "nl",
        "languages": ["nl", "en", "de"],
        "frameworks": [{"id": "en"}],
        "extra": {"nl": "van een ander", "en": "somebody else's"},
        "competences": [
            {"id": "een", "levels": [{"level": 3, "name": {"nl": "Drie", "en": "Three"}}]}
        ],
    }
    found = stopping(data, "en")
    assert (found.goes, found.stays) == (2, 1)
    left = apply(data, found.edit).data
    assert left["name"] == {"nl": "Klein", "de": "Klein"}
    assert left["description"] == {"en": "Only here"}
    assert left["competences"][0]["levels"][0]["name"] == "Drie"
    assert left["languages"] == ["nl", "de"]
    assert [left[one] for one in ("frameworks", "extra")] == [data["frameworks"], data["extra"]]


def test_what_was_accepted_in_the_language_that_stays_goes_on_to_hold(basis: Framework) -> None:
    data = document_data(basis)
    indicator = data["competences"][0]["levels"][0]["indicators"][0]
    indicator["text"]["nl"] = "Doet zijn best."
    accepted = {
        "rule": "gendered-wording",
        "item": indicator["id"],
        "field": "text/nl",
        "text_hash": text_hash("Doet zijn best."),
        "reason": "Zo besloten.",
    }
    data["accepted"] = [accepted]
    left = apply(data, stopping(data, "en").edit).data
    assert left["accepted"] == [{**accepted, "field": "text"}]
