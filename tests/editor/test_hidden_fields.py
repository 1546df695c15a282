"""What the screens do not show is still there after everything around it was edited."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

SAMPLE = Path(__file__).parents[1] / "released" / "framework-1.json"
"""A framework in which every field holds something."""


@pytest.fixture
def whole(workspace: Path) -> dict[str, Any]:
    """The sample, as a framework of the workspace."""
    data: dict[str, Any] = json.loads(SAMPLE.read_bytes())
    path = workspace / "frameworks" / f"{data['id']}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return data


def _state(client: "TestClient", identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/frameworks/{identifier}").json()
    return found


def _send(client: "TestClient", identifier: str, *edits: dict[str, Any]) -> list[dict[str, Any]]:
    sent = [
        {"number": number, "document": f"frameworks/{identifier}", "edit": edit}
        for number, edit in enumerate(edits, start=1)
    ]
    answer = client.post("/api/operations", json={"client": "tab-of-a-test", "edits": sent})
    found: list[dict[str, Any]] = answer.json()["answers"]
    assert [one["outcome"] for one in found] == ["done"] * len(edits), found
    return found


def test_every_field_of_the_sample_is_as_it_was_beside_what_was_edited(
    whole: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    client: TestClient = request.getfixturevalue("client")
    before = _state(client, whole["id"])
    competence = before["competences"][0]
    level = next(one for one in competence["levels"] if one.get("indicators"))
    card = level["indicators"][0]
    path = ["levels", level["level"], "indicators"]
    done = _send(
        client,
        whole["id"],
        {"kind": "set", "path": ["name"], "was": before["name"], "value": "Anders"},
        {
            "kind": "set",
            "item": card["id"],
            "path": ["text"],
            "was": card["text"],
            "value": "Belt.",
        },
        {"kind": "move", "item": card["id"], "to": competence["id"], "path": ["indicators"]},
        {"kind": "move", "item": card["id"], "to": competence["id"], "path": path},
        {"kind": "move", "item": competence["id"], "path": ["competences"], "after": "-"},
    )
    after = _state(client, whole["id"])
    kept = next(one for one in after["competences"] if one["id"] == competence["id"])
    moved = next(
        one
        for each in kept["levels"]
        for one in each.get("indicators", [])
        if one["id"] == card["id"]
    )
    assert {**moved, "text": card["text"]} == card
    assert {**kept, "levels": None} == {**competence, "levels": None}
    rest = [name for name in before if name not in ("name", "competences")]
    assert {name: after[name] for name in rest} == {name: before[name] for name in rest}
    undo = [one["inverse"] for one in reversed(done)]
    body = [
        {"number": number, "document": f"frameworks/{whole['id']}", "edit": edit}
        for number, edit in enumerate(undo, start=6)
    ]
    client.post("/api/operations", json={"client": "tab-of-a-test", "edits": body})
    assert _state(client, whole["id"]) == before
