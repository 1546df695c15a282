"""What a CASE package carries comes back as it was, and the report names exactly what does not."""

from typing import Any

import pytest
from case_frameworks import READERS, frameworks
from hypothesis import HealthCheck, given, settings

from competenties.formats.applying import apply
from competenties.formats.case import plan, problems, write
from competenties.formats.case_carried import carried
from competenties.formats.inventory import Place, inventory
from competenties.formats.source import Content, Source
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.workspace.json_text import parse

pytestmark = pytest.mark.slow

TRIES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def back(content: Content) -> Framework:
    raw = write(content).files[""]
    imported = apply(plan(Source("x.json", raw))).framework
    assert imported is not None
    return imported


def values(framework: Framework) -> dict[Place, Any]:
    return {place: held.value for place, held in inventory(Content(framework)).items()}


@TRIES
@given(frameworks(), READERS)
def test_the_report_names_exactly_what_does_not_come_back(
    framework: Framework, reader: Language
) -> None:
    content = Content(framework, (), reader)
    before, after = values(framework), values(back(content))
    missing = {place for place, value in before.items() if after.get(place) != value}
    assert missing == {one.place for one in write(content).losses}


@TRIES
@given(frameworks(), READERS)
def test_what_is_carried_comes_back_whole_and_in_order(
    framework: Framework, reader: Language
) -> None:
    content = Content(framework, (), reader)
    assert back(content).model_dump() == carried(content).model_dump()


@TRIES
@given(frameworks(), READERS)
def test_an_import_of_an_export_leaves_nothing_over_and_is_written_the_same(
    framework: Framework, reader: Language
) -> None:
    content = Content(framework, (), reader)
    raw = write(content).files[""]
    planned = plan(Source("x.json", raw))
    assert planned.left_overs == ()
    assert planned.notes == ()
    data, _, findings = parse(raw)
    assert findings == []
    assert problems(data) == ()
    again = write(Content(carried(content), (), reader)).files[""]
    if framework.publication is None:
        assert again == raw
