"""What an export writes, an import reads again, and its losses are exactly what is gone."""

import pytest
from hypothesis import HealthCheck, given, settings
from whole_frameworks import any_content, back, differences, sound_content

from competenties.formats import yaml_text
from competenties.formats.inventory import inventory
from competenties.formats.source import Content, Source

pytestmark = pytest.mark.slow

TRIES = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@TRIES
@given(sound_content())
def test_a_framework_and_its_profiles_come_back_whole(content: Content) -> None:
    export = yaml_text.write(content, ".yaml")
    assert export.losses == ()
    after = back(yaml_text, export.files[""])
    before = inventory(content)
    assert {place for place, held in before.items() if after[place].value != held.value} == set()


@TRIES
@given(any_content())
def test_losses_are_exactly_what_does_not_come_back(content: Content) -> None:
    said, gone = differences(yaml_text, content, ".yaml")
    assert said == gone


@TRIES
@given(sound_content())
def test_the_same_framework_gives_the_same_file(content: Content) -> None:
    raw = yaml_text.write(content, ".yaml").files[""]
    assert yaml_text.recognises(Source("x", raw))
    assert yaml_text.write(content, ".yaml").files[""] == raw
