"""Older files are read in today's form; newer ones are refused with a sentence."""

from pathlib import Path
from typing import Any

import pytest

from competenties.workspace.documents import read_framework, read_profile
from competenties.workspace.upgrades import CURRENT, kind_of, upgraded

RELEASED = Path(__file__).parents[1] / "released"


def one_to_two(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "title": data["name"]}


def two_to_three(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "name"}


STEPS = {"framework_1_to_2": one_to_two, "framework_2_to_3": two_to_three}


def test_an_older_file_goes_through_every_step_in_turn() -> None:
    data = {"$schema": "urn:competenties:framework:1", "name": "Model"}
    result, findings = upgraded(data, "framework", current=3, steps=STEPS)
    assert findings == []
    assert result == {"$schema": "urn:competenties:framework:3", "title": "Model"}
    assert data == {"$schema": "urn:competenties:framework:1", "name": "Model"}


def test_a_newer_file_is_refused_with_both_versions() -> None:
    _, findings = upgraded({"$schema": "urn:competenties:profile:7"}, "profile")
    assert [one.rule.name for one in findings] == ["newer-format"]
    assert findings[0].message("nl") == (
        "Het bestand heeft vorm 7; dit programma kent de vormen tot en met 1."
    )


@pytest.mark.parametrize(
    "named",
    [None, "", 1, "urn:competenties:profile:1", "urn:competenties:framework:0", "framework"],
)
def test_a_file_that_does_not_say_what_it_is_is_refused(named: object) -> None:
    _, findings = upgraded({"$schema": named}, "framework")
    assert [one.rule.name for one in findings] == ["unknown-format"]


def test_there_is_a_step_from_every_older_form() -> None:
    from competenties.workspace import upgrades

    steps = upgrades._shipped_steps()  # noqa: SLF001  (what ships is the point)
    for kind, current in CURRENT.items():
        for number in range(1, current):
            assert f"{kind}_{number}_to_{number + 1}" in steps


@pytest.mark.parametrize("path", sorted(RELEASED.glob("*.json")), ids=lambda path: path.name)
def test_files_of_every_released_form_can_still_be_read(path: Path) -> None:
    import json

    kind = kind_of(json.loads(path.read_text(encoding="utf-8")))
    read = read_framework(path) if kind == "framework" else read_profile(path)
    assert list(read.findings) == []
    assert read.whole


def test_there_is_a_sample_of_every_released_form() -> None:
    names = {path.name for path in RELEASED.glob("*.json")}
    for kind, current in CURRENT.items():
        assert {f"{kind}-{number}.json" for number in range(1, current + 1)} <= names
