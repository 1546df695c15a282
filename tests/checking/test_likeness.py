"""Two indicators that say the same are recognised, and two that do not are kept apart."""

import json
from pathlib import Path
from typing import cast

import pytest
from made_frameworks import competence, findings, framework

from competenties.checking.gist import gist_of, plain
from competenties.checking.likeness import alike_pairs
from competenties.messages import LANGUAGES, Language
from competenties.model.settings import Settings

PAIRS = json.loads((Path(__file__).parent / "sentence_pairs.json").read_text(encoding="utf-8"))


def kind(left: str, right: str, language: Language) -> str:
    gists = {0: gist_of(left, language), 1: gist_of(right, language)}
    return next((one.kind for one in alike_pairs(gists, language, ["a", "a"])), "")


def split(pair: str) -> tuple[str, str]:
    left, right = pair.split("|")
    return left, right


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_behaviour_is_never_taken_for_the_same(language: Language) -> None:
    for pair in PAIRS["different"][language]:
        assert not kind(*split(pair), language), pair


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_paraphrases_are_recognised(language: Language) -> None:
    found = [pair for pair in PAIRS["same"][language] if kind(*split(pair), language)]
    assert len(found) >= 13, "out of twenty, a few of which share hardly a word"


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        ("Kijkt eigen werk na", "Controleert eigen werk", "nl", "near"),
        ("Bespreekt risico's met het team", "Bespreekt risico's met de raad", "nl", ""),
        ("Helpt een ander team", "Helpt het eigen team", "nl", ""),
        ("Helpt een collega onder begeleiding", "Helpt een collega zelfstandig", "nl", ""),
        ("Belt binnen twee dagen terug", "Belt binnen 2 dagen terug", "nl", "near"),
        ("Belt binnen twee dagen terug", "Belt binnen een week terug", "nl", ""),
        ("Vraagt soms hulp bij een klus", "Vraagt altijd hulp bij een klus", "nl", "often"),
        ("Meldt elke week de cijfers", "Meldt elke maand de cijfers", "nl", "often"),
        ("Laat de klant weten wat het kost", "Vertelt de klant wat het kost", "nl", "near"),
        ("Beantwoordt klantvragen", "Geeft antwoord op vragen van de klant", "nl", "near"),
        ("Summarizes the talk", "Gives a summary of the talk", "en", "near"),
        ("Uses some methods of analysis", "Describes some methods of analysis", "en", ""),
        ("Always reports incidents", "Reports incidents now and then", "en", "often"),
        ("Lets the customer know the date", "Tells the customer the date", "en", "near"),
    ],
)
def test_pairs(left: str, right: str, language: str, expected: str) -> None:
    assert kind(left, right, cast("Language", language)) == expected


def test_capitals_marks_accents_and_spaces_make_no_difference_but_signs_of_a_name_do() -> None:
    assert plain("Meldt het, vóór  vijf uur!") == plain("meldt het voor vijf uur")
    assert plain("Werkt in C#") != plain("Werkt in C++")


def test_a_pair_in_two_languages_is_reported_once() -> None:
    first = {"nl": "Kijkt een brief na.", "en": "Checks a letter."}
    again = {"nl": "Controleert een brief.", "en": "Verifies a letter."}
    data = competence("schrijven", "Schrijven", [["x"], ["y"]])
    data["levels"][0]["indicators"][0]["text"] = first
    data["levels"][1]["indicators"][0]["text"] = again
    found = [one for one in findings(framework(data)) if one.rule.name == "near-duplicate"]
    assert len(found) == 1
    assert found[0].place.item == "schrijven-2-0"


def test_a_text_that_occurs_many_times_is_reported_once_for_each_repeat() -> None:
    data = competence("schrijven", "Schrijven", [["Leest een brief na."]] * 20)
    found = [one for one in findings(framework(data)) if one.rule.name.startswith("duplicate-a")]
    assert [one.place.item for one in found] == [f"schrijven-{n}-0" for n in range(2, 21)]


def test_within_a_competence_no_pair_is_passed_over_however_large_the_framework() -> None:
    """With a word that hundreds of sentences share, only some are compared between competences."""
    many = [
        competence(
            f"c{number}", f"C{number}", [[f"Controleert de machine met sleutel {letter}{number}"]]
        )
        for number in range(300)
        for letter in "k"
    ]
    last = competence(
        "laatste",
        "Laatste",
        [["Kijkt de machine na met de zaag"], ["Controleert met een zaag de machine"]],
    )
    found = [one for one in findings(framework(*many, last)) if one.rule.name == "near-duplicate"]
    assert [one.place.item for one in found] == ["laatste-2-0"]


def test_contra_indicators_are_not_compared_with_wanted_behaviour() -> None:
    data = competence("schrijven", "Schrijven", [["Leest een brief na."], ["Leest een brief na."]])
    data["levels"][1]["indicators"][0]["polarity"] = "contra"
    assert not [one for one in findings(framework(data)) if one.rule.name.startswith("duplicate-a")]


def test_limits_are_the_organisations_own() -> None:
    data = competence("schrijven", "Schrijven", [["Leest a.", "Telt b.", "Belt c.", "Meldt d."]])
    settings = Settings.model_validate({"check": {"limits": {"indicators_most": 3}}})
    names = {one.rule.name for one in findings(framework(data), settings=settings)}
    assert "too-many-indicators" in names
    assert "too-many-indicators" not in {one.rule.name for one in findings(framework(data))}


def test_a_framework_with_one_sentence_a_level_is_not_told_that_it_has_too_few() -> None:
    data = competence("schrijven", "Schrijven", [["Leest een brief."], ["Schrijft een brief."]])
    assert "too-few-indicators" not in {one.rule.name for one in findings(framework(data))}


def test_versions_of_a_framework_may_share_names() -> None:
    data = competence("schrijven", "Schrijven", [["Leest een brief."]])
    base = framework(data, id="basis")
    own = framework(data, id="eigen")
    tailored = framework(data, id="eigen", base={"framework": "basis"})
    named = [
        one
        for model in (own, tailored)
        for one in findings(model, base)
        if one.rule.name == "overlapping-competences"
    ]
    assert [one.severity for one in named] == ["hint"]
