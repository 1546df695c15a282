"""Starting the editor: one server a workspace, the same address each time, and nothing lost at the end."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from running_editor import BASIS, Editor, wait_for

PROGRAM = [sys.executable, "-m", "competenties"]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """What a start needs to know that the editor of the fixture runs, and no browser of anybody."""
    state = str(tmp_path / "state")
    return {**os.environ, "XDG_STATE_HOME": state, "LOCALAPPDATA": state, "BROWSER": "true"}


@pytest.fixture
def starts(surroundings: dict[str, str], tmp_path: Path) -> Iterator["Starts"]:
    """Hands that start editors, and end those that still run."""
    (tmp_path / "state").mkdir(exist_ok=True)
    hands = Starts(surroundings)
    yield hands
    for one in hands.begun:
        if one.poll() is None:
            one.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        one.communicate(timeout=30)


class Starts:
    """Programs that were started, with what they say."""

    def __init__(self, surroundings: dict[str, str]) -> None:
        self.begun: list[subprocess.Popen[str]] = []
        self._surroundings = surroundings

    def begin(self, root: Path, *more: str) -> subprocess.Popen[str]:
        """Start an editor, without waiting."""
        command = [*PROGRAM, "edit", str(root), "--no-browser", "--language", "nl", *more]
        one = subprocess.Popen(
            command,
            env=self._surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.begun.append(one)
        return one


def _address(one: subprocess.Popen[str]) -> str:
    assert one.stdout is not None
    return next(line.strip() for line in one.stdout if line.startswith("http"))


def _edit(editor: Editor, value: str) -> None:
    """Send an edit of the name as a page does, and wait until it is on the disk."""
    name = editor.document()["name"]["nl"]
    edit = {"kind": "set", "item": "", "path": ["name", "nl"], "was": name, "value": value}
    with httpx.Client(base_url=editor.origin, headers={"Origin": editor.origin}) as client:
        client.get("/start", params={"token": editor.token})
        sent = {"number": 1, "document": BASIS, "edit": edit}
        answer = client.post("/api/operations", json={"client": "a-tab-of-mine", "edits": [sent]})
    assert answer.json()["answers"][0]["outcome"] == "done"


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:9"], ids=["direct", "behind a proxy"])
def test_a_second_start_opens_the_editor_that_runs(
    editor: Editor, starts: Starts, surroundings: dict[str, str], proxy: str
) -> None:
    surroundings.update({"http_proxy": proxy, "no_proxy": ""} if proxy else {})
    second = starts.begin(editor.root)
    assert second.communicate(timeout=30) == (f"{editor.address()}\n", "")
    assert second.returncode == 0
    assert editor.process is not None
    assert editor.process.poll() is None


def test_of_several_that_are_started_at_once_one_runs(workspace: Path, starts: Starts) -> None:
    begun = [starts.begin(workspace) for _ in range(3)]
    addresses: list[str] = []
    threads = [
        threading.Thread(target=lambda one=one: addresses.append(_address(one))) for one in begun
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=30)
    assert len(addresses) == len(begun)
    assert len(set(addresses)) == 1
    wait_for(lambda: sum(one.poll() is None for one in begun) == 1)


def test_after_it_was_killed_it_has_the_same_address_and_every_edit(editor: Editor) -> None:
    _edit(editor, "Vlak voor het einde")
    before = editor.address()
    editor.kill()
    editor.start()
    assert editor.address() == before
    wait_for(lambda: editor.document()["name"]["nl"] == "Vlak voor het einde")


def test_stopping_writes_the_files_and_says_so(workspace: Path, starts: Starts) -> None:
    one = starts.begin(workspace)
    editor = Editor(workspace, workspace)
    found = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/start\?token=([\w-]+)&to=%2F", _address(one))
    assert found is not None
    editor.origin, editor.token = found.groups()
    _edit(editor, "Op het laatst")
    one.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
    said, complaints = one.communicate(timeout=30)
    assert editor.document()["name"]["nl"] == "Op het laatst"
    assert said.splitlines()[-1] == "De editor is gestopt. Alles is opgeslagen."
    assert complaints == "", "no trace, and nothing that holds the token"
    assert one.returncode == 0


@pytest.mark.parametrize("port", ["taken", "99999"])
def test_a_port_that_cannot_be_had_is_said(workspace: Path, starts: Starts, port: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        asked = str(other.getsockname()[1]) if port == "taken" else port
        one = starts.begin(workspace, "--port", asked)
        said, complaints = one.communicate(timeout=30)
    assert (said, one.returncode) == ("", 2)
    assert complaints == (
        f"Poort {asked} kan niet worden gebruikt; misschien heeft een ander programma die al. "
        "Kies een andere, of laat --port weg.\n"
    )


def test_the_note_of_where_it_runs_is_for_this_user_alone(
    editor: Editor, surroundings: dict[str, str]
) -> None:
    notes = [
        path
        for path in Path(surroundings["XDG_STATE_HOME"]).rglob("*")
        if path.is_file() and editor.token.encode() in path.read_bytes()
    ]
    assert len(notes) == 1
    if os.name != "nt":
        assert notes[0].stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is a matter of POSIX")
def test_the_program_alone_opens_the_workspace_of_last_time(
    editor: Editor, surroundings: dict[str, str], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    ours, theirs = os.openpty()
    done = subprocess.Popen(
        PROGRAM, cwd=elsewhere, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs
    )
    assert done.wait(timeout=30) == 0
    time.sleep(0.1)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)
    assert str(editor.root) in said.replace("\r\n", "")
    assert list(elsewhere.iterdir()) == []
