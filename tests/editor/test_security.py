"""Nobody but this reader's own pages can read or change anything, and text from outside does nothing."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running_editor import Editor

from competenties.editor.security import MOST_BODY, cookie_name

if TYPE_CHECKING:
    from starlette.testclient import TestClient

EDIT = {"kind": "set", "item": "", "path": ["name", "nl"], "was": "Basis", "value": "Anders"}
SENDING = {
    "client": "a-client-1",
    "edits": [{"number": 1, "document": "frameworks/basis", "edit": EDIT}],
}
PATHS = ["/", "/api/v1/workspace", "/api/events", "/frameworks/basis", "/static/base.css"]


def is_unchanged(workspace: Path) -> bool:
    return '"Anders"' not in (workspace / "frameworks/basis.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_nothing_is_shown(client: "TestClient", path: str) -> None:
    client.cookies.clear()
    answer = client.get(path)
    assert answer.status_code == 403
    assert "competenties edit" in answer.text
    assert "basis" not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", "a-token-for-test", "ä"])
def test_a_wrong_token_opens_nothing(client: "TestClient", token: str) -> None:
    client.cookies.clear()
    answer = client.get("/start", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_launch_gives_a_cookie_that_scripts_and_other_sites_do_not_get(
    client: "TestClient",
) -> None:
    client.cookies.clear()
    answer = client.get(
        "/start", params={"token": "a-token-for-tests", "to": "/check"}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/check")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil"]
)
def test_the_launch_leads_to_no_other_site(client: "TestClient", to: str) -> None:
    answer = client.get(
        "/start", params={"token": "a-token-for-tests", "to": to}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("host", ["evil.example:8765", "127.0.0.1:1", "192.168.1.2:8765", ""])
def test_a_host_that_was_bound_to_another_name_is_refused(client: "TestClient", host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:9999", "Sec-Fetch-Site": "same-site"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_another_site_changes_nothing(
    client: "TestClient", workspace: Path, headers: dict[str, str]
) -> None:
    client.headers.pop("Origin")
    client.headers.pop("Sec-Fetch-Site")
    assert client.post("/api/operations", json=SENDING, headers=headers).status_code == 403
    form = {"language": "en"}
    assert client.post("/preferences", data=form, headers=headers).status_code == 403
    assert is_unchanged(workspace)


def test_a_frame_or_picture_on_another_site_shows_nothing(client: "TestClient") -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_every_answer_says_what_a_browser_may_do_with_it(client: "TestClient") -> None:
    for path in ["/", "/frameworks/basis", "/nothing", "/api/v1/workspace", "/static/icon.svg"]:
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "name",
    [
        "frameworks/..%2F..%2Fetc%2Fpasswd",
        "..%2Fcompetenties.toml",
        "frameworks/%2e%2e",
        "frameworks/basis%00",
        "frameworks/con",
    ],
)
def test_no_path_leads_out_of_the_workspace(client: "TestClient", name: str) -> None:
    for start in ("/", "/api/v1/", "/static/../", "/static/%2e%2e/"):
        answer = client.get(start + name)
        assert answer.status_code in (404, 405, 409, 422), start + name
        assert "root:" not in answer.text
        assert "organisation =" not in answer.text
    sending = {**SENDING, "edits": [{**SENDING["edits"][0], "document": "../competenties"}]}  # type: ignore[dict-item]
    (answer_one,) = client.post("/api/operations", json=sending).json()["answers"]
    assert answer_one["outcome"] == "refused"


def test_a_body_that_says_it_is_huge_is_refused_before_it_is_read(client: "TestClient") -> None:
    headers = {"Content-Length": str(MOST_BODY + 1), "Content-Type": "application/json"}
    answer = client.post("/api/operations", content=b"{}", headers=headers)
    assert answer.status_code == 413


@pytest.mark.slow
def test_a_body_that_goes_on_and_on_is_cut_off(client: "TestClient") -> None:
    def endless() -> Any:
        for _ in range(1100):
            yield b" " * 1_000_000

    answer = client.post(
        "/api/operations", content=endless(), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413


def test_what_is_no_edit_is_refused_without_repeating_it(client: "TestClient") -> None:
    bodies: list[Any] = [
        {},
        [],
        {"client": "<script>", "edits": []},
        {"client": "a-client-1", "edits": [{"number": 0, "document": "x", "edit": EDIT}]},
        {
            "client": "a-client-1",
            "edits": [{"number": 1, "document": "x", "edit": {"kind": "run"}}],
        },
    ]
    for body in bodies:
        answer = client.post("/api/operations", json=body)
        assert answer.status_code == 422
        assert "<script>" not in answer.text
    raw = client.post(
        "/api/operations", content=b"\xff{", headers={"Content-Type": "application/json"}
    )
    assert raw.status_code in (400, 422)


def test_the_server_answers_on_this_computer_only(editor: Editor) -> None:
    import socket

    port = int(editor.origin.rpartition(":")[2])
    addresses = {str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), port)}
    for address in addresses - {"127.0.0.1", "::1"}:
        if not address.startswith("127."):
            with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):  # noqa: PT011
                pass


def test_the_token_is_in_no_log(editor: Editor) -> None:
    import urllib.request

    request = urllib.request.Request(  # noqa: S310
        f"{editor.origin}/nothing?token={editor.token}",
        headers={"Cookie": f"{cookie_name(int(editor.origin.rpartition(':')[2]))}={editor.token}"},
    )
    with pytest.raises(OSError):  # noqa: PT011
        urllib.request.urlopen(request)  # noqa: S310
    assert editor.token not in editor.errors()
    journals = editor.root / ".competenties"
    kept = [one for one in journals.rglob("*") if one.is_file()] if journals.exists() else []
    assert all(editor.token.encode() not in one.read_bytes() for one in kept)
