"""What an export as Turtle or JSON-LD writes, an import reads again, and its losses are exactly what is gone."""

import pytest
from hypothesis import HealthCheck, given, settings
from whole_frameworks import any_content, back, differences, sound_content

from competenties.formats import skos
from competenties.formats.inventory import inventory
from competenties.formats.source import Content, Source

TRIES = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
@TRIES
@given(sound_content())
def test_a_framework_comes_back_whole(suffix: str, content: Content) -> None:
    content = Content(content.framework)
    export = skos.write(content, suffix)
    assert export.losses == ()
    after = back(skos, export.files[""])
    before = inventory(content)
    assert {place for place, held in before.items() if after[place].value != held.value} == set()


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
@TRIES
@given(any_content())
def test_losses_are_exactly_what_does_not_come_back(suffix: str, content: Content) -> None:
    said, gone = differences(skos, content, suffix)
    assert said == gone


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
@TRIES
@given(sound_content())
def test_the_same_framework_gives_the_same_file(suffix: str, content: Content) -> None:
    raw = skos.write(content, suffix).files[""]
    assert skos.recognises(Source("x", raw))
    assert skos.write(content, suffix).files[""] == raw
