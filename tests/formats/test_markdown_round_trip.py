"""What an export as Markdown writes, an import reads again, and its losses are exactly what is gone."""

import pytest
from hypothesis import HealthCheck, given, settings
from whole_frameworks import any_content, back, differences, sound_content

from competenties.formats import markdown
from competenties.formats.inventory import inventory
from competenties.formats.source import Content, Source

pytestmark = pytest.mark.slow

TRIES = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@TRIES
@given(sound_content())
def test_a_framework_comes_back_whole(content: Content) -> None:
    content = Content(content.framework)
    export = markdown.write(content, ".md")
    assert export.losses == ()
    after = back(markdown, export.files[""])
    before = inventory(content)
    assert {place for place, held in before.items() if after[place].value != held.value} == set()


@TRIES
@given(any_content())
def test_losses_are_exactly_what_does_not_come_back(content: Content) -> None:
    said, gone = differences(markdown, content, ".md")
    assert said == gone


@TRIES
@given(sound_content())
def test_the_same_framework_gives_the_same_file(content: Content) -> None:
    raw = markdown.write(content, ".md").files[""]
    assert markdown.recognises(Source("x", raw))
    assert markdown.write(content, ".md").files[""] == raw
