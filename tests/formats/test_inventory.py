"""What stands in a framework is named value by value, and every difference is in the comparison."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from competenties.formats.inventory import inventory
from competenties.formats.source import Content
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.texts import texts
from strategies import frameworks, profiles

TRIES = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def framework_of(**values: Any) -> Framework:
    return Framework.model_validate({"id": "f", "name": "F", "language": "nl", **values})


def test_a_text_is_named_by_the_ids_on_the_way_to_it_and_its_language() -> None:
    one = {
        "id": "luisteren",
        "name": {"nl": "Luisteren", "en": "Listening"},
        "definition": "Hoort.",
    }
    found = inventory(Content(framework_of(competences=[one])))
    start = ("framework", "competences", "luisteren")
    assert {place: held.value for place, held in found.items()} == {
        ("framework", "name", "nl"): "F",
        ("framework", "language"): "nl",
        (*start, "name", "nl"): "Luisteren",
        (*start, "name", "en"): "Listening",
        (*start, "definition", "nl"): "Hoort.",
    }
    held = found[*start, "definition", "nl"]
    assert (held.item, held.title.en, held.field.nl) == ("luisteren", "Listening", "Definitie")


def test_levels_are_named_by_their_number_and_not_by_their_position() -> None:
    levels = [{"level": 1, "text": "een"}, {"level": 3, "text": "drie"}]
    found = inventory(
        Content(framework_of(competences=[{"id": "a", "name": "A", "levels": levels}]))
    )
    assert found["framework", "competences", "a", "levels", 3, "text", "nl"].value == "drie"


def test_a_text_in_one_language_and_a_map_with_that_language_are_the_same() -> None:
    plain, mapped = framework_of(), framework_of(name={"nl": "F"})
    assert inventory(Content(plain)) == inventory(Content(mapped))


def test_two_items_with_one_id_are_both_named() -> None:
    twice = [{"id": "a", "name": "Een"}, {"id": "a", "name": "Twee"}]
    levels = [{"level": 1, "text": "een"}, {"level": 1, "text": "twee"}]
    items = [*twice, {"id": "b", "name": "B", "levels": levels}]
    profiles = [JobProfile.model_validate({**one, "language": "nl"}) for one in twice]
    found = inventory(Content(framework_of(competences=items), profiles))
    start = ("framework", "competences")
    assert found[*start, "a", "name", "nl"].value == "Een"
    assert found[*start, "a#2", "name", "nl"].value == "Twee"
    assert found[*start, "a#2", "name", "nl"].item == "a"
    assert found[*start, "b", "levels", "1#2", "text", "nl"].value == "twee"
    assert found["profiles", "a#2", "name", "nl"].value == "Twee"


def test_what_is_the_default_is_not_named() -> None:
    explicit = framework_of(status="draft", competences=[], notes=None)
    assert inventory(Content(explicit)) == inventory(Content(framework_of()))


@TRIES
@given(frameworks())
def test_every_text_of_a_framework_is_named(framework: Framework) -> None:
    values = [held.value for held in inventory(Content(framework)).values()]
    for (item, _), text in texts(framework):
        for one in [text] if isinstance(text, str) else text.values():
            assert one in values, item


@TRIES
@given(profiles())
def test_a_job_profile_stands_under_its_id_in_its_own_language(profile: JobProfile) -> None:
    found = inventory(Content(framework_of(), [profile]))
    name = {profile.language: profile.name} if isinstance(profile.name, str) else profile.name
    for language, text in name.items():
        assert found["profiles", profile.id, "name", language].value == text
