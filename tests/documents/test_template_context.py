"""What a template may name: plain data, under Dutch and English names."""

from typing import Any

import pytest

from competenties.api import document_request, open_workspace
from competenties.documents.template_context import NAMES, Name, known_names, template_context
from competenties.messages import LANGUAGES, Language
from competenties.workspace.shipped import shipped_profiles


def contexts(language: Language) -> list[dict[str, Any]]:
    found = []
    for path in shipped_profiles().values():
        workspace = open_workspace(path)
        profile = workspace.profiles[0].model
        assert profile is not None
        found.append(template_context(document_request(workspace, profile, language)))
    return found


def is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_plain(one) for key, one in value.items())
    if isinstance(value, list):
        return all(is_plain(one) for one in value)
    return isinstance(value, str | int | float)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_profile_becomes_plain_data(language: Language) -> None:
    for context in contexts(language):
        assert is_plain(context)
        assert context["functie"]["naam"] == context["job"]["name"] != ""
        assert context["competenties"][0]["indicatoren"] == context["competences"][0]["indicators"]
        assert context["controlecode"] in context["voettekst"]


def names_of(names: tuple[Name, ...]) -> list[Name]:
    return [one for name in names for one in (name, *names_of(name.parts))]


def test_no_name_begins_with_an_underscore_or_is_that_of_a_method() -> None:
    for name in names_of(NAMES):
        for word in (name.nl, name.en):
            assert word.isidentifier()
            assert not word.startswith("_")
            assert not hasattr({}, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_listed_with_what_they_mean(language: Language) -> None:
    listed = dict(known_names(language))
    wanted = {"nl": "competenties.niveaunaam", "en": "competences.level_name"}
    assert listed[wanted[language]]
    assert all(listed.values())
    assert len(listed) == len(names_of(NAMES))


def test_a_requirement_keeps_its_conditions() -> None:
    said = " ".join(one["tekst"] for found in contexts("nl") for one in found["functie_eisen"])
    assert "of aantoonbaar gelijkwaardig" in said
    assert ", B2" in said
