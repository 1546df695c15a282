"""Other programs read the workspace as it is now, edits included; nothing they send breaks it."""

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from starlette.testclient import TestClient

RENAME = {"kind": "set", "item": "", "path": ["name", "nl"], "was": "Basis", "value": "Anders"}


def send(client: "TestClient", *edits: dict[str, Any], first: int = 1) -> list[dict[str, Any]]:
    numbered = [
        {"number": number, "document": "frameworks/basis", "edit": edit}
        for number, edit in enumerate(edits, first)
    ]
    answer = client.post("/api/operations", json={"client": "a-client-1", "edits": numbered})
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["answers"]
    return found


def test_an_edit_is_answered_with_what_undoes_it_and_read_at_once(client: "TestClient") -> None:
    (done,) = send(client, RENAME)
    assert (done["outcome"], done["revision"]) == ("done", 1)
    assert client.get("/api/v1/frameworks/basis").json()["name"]["nl"] == "Anders"
    (undone,) = send(client, done["inverse"], first=2)
    assert undone["outcome"] == "done"
    assert client.get("/api/v1/frameworks/basis").json()["name"]["nl"] == "Basis"


def test_an_edit_that_is_sent_twice_happens_once(client: "TestClient") -> None:
    assert send(client, RENAME) == send(client, RENAME)
    documents = client.get("/api/v1/workspace").json()["documents"]
    assert {one["name"]: one["revision"] for one in documents}["frameworks/basis"] == 1


def test_an_edit_of_what_says_something_else_gets_that(client: "TestClient") -> None:
    (answer,) = send(client, {**RENAME, "was": "Base"})
    assert (answer["outcome"], answer["theirs"]) == ("conflict", "Basis")
    (gone,) = send(client, {**RENAME, "item": "no-such-item"}, first=2)
    assert gone["outcome"] == "gone"


def test_what_there_is_to_say_about_a_sentence_comes_with_the_answer(client: "TestClient") -> None:
    assert client.get("/api/v1/findings").json() == []  # the first check is over
    data = client.get("/api/v1/frameworks/basis").json()
    indicator = data["competences"][0]["levels"][0]["indicators"][0]
    edit = {
        "kind": "set",
        "item": indicator["id"],
        "path": ["text", "nl"],
        "was": indicator["text"]["nl"],
        "value": "Kent de regels voor verlof.",
    }
    sending = [{"number": 1, "document": "frameworks/basis", "edit": edit}]
    answer = client.post("/api/operations", json={"client": "a-client-1", "edits": sending}).json()
    found = answer["findings"][indicator["id"]]
    assert [one["rule"] for one in found] == ["inner-state-verb"]
    assert "kan niemand zien" in found[0]["message"]


def test_findings_are_those_of_the_check_with_the_edits_in_them(client: "TestClient") -> None:
    assert client.get("/api/v1/findings").json() == []
    send(client, {**RENAME, "path": ["language"], "was": "nl", "value": ""})
    found = client.get("/api/v1/findings", params={"language": "en"}).json()
    assert any(one["severity"] == "error" for one in found)
    assert set(found[0]) >= {"rule", "severity", "file", "line", "message", "advice"}


@pytest.mark.slow
def test_a_framework_is_exported_in_every_format(client: "TestClient") -> None:
    for one in client.get("/api/v1/formats").json():
        answer = client.get(f"/api/v1/exports/{one['name']}/basis")
        assert answer.status_code == 200, one["name"]
        assert int(answer.headers["x-values-lost"]) >= 0
        if ".zip" in answer.headers["content-disposition"]:
            assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    assert client.get("/api/v1/exports/nothing/basis").status_code == 404
    assert client.get("/api/v1/exports/moodle/nothing").status_code == 404


def test_the_description_of_the_api_names_every_way_in(client: "TestClient") -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/v1/workspace", "/api/v1/findings", "/api/operations"} <= set(paths)
    assert not [one for one in paths if not one.startswith("/api/")]
    writing = {path for path, ways in paths.items() if set(ways) - {"get"}}
    assert writing == {"/api/operations"}


WAYS_IN = [
    "GET /api/findings",
    "GET /api/v1/exports/{format_name}/{identifier}",
    "GET /api/v1/findings",
    "GET /api/v1/formats",
    "GET /api/v1/frameworks/{identifier}",
    "GET /api/v1/profiles/{identifier}",
    "GET /api/v1/workspace",
    "POST /api/operations",
]


def test_every_way_in_is_tried_below(client: "TestClient") -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    described = {f"{way.upper()} {path}" for path, ways in paths.items() for way in ways}
    assert described == set(WAYS_IN)


@pytest.mark.slow
@pytest.mark.parametrize("label", WAYS_IN)
def test_nothing_that_is_sent_makes_the_server_fail(label: str, client: "TestClient") -> None:
    schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
    way, _, path = label.partition(" ")
    tried = []

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(schema[path][way].as_strategy())
    def sends(case: Any) -> None:
        content = json.dumps(case.body).encode() if case.method == "POST" else None
        headers = {"Content-Type": "application/json"} if content else {}
        answer = client.request(
            case.method, case.formatted_path, params=case.query, content=content, headers=headers
        )
        assert answer.status_code < 500, answer.text
        tried.append(answer.status_code)

    sends()
    assert tried
    assert client.get("/api/v1/workspace").status_code == 200
