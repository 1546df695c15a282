"""How quick the editor is: its start, a key, the way to the disk; and what memory it takes.

Goals: under 1 s from the start of the process to the first page, under 30 ms a key, under 450 ms
from the last key to the journal on disk, under 170 MiB with 60 competences of 20 indicators, and
under 60 kB for a page with all its parts. It prints; it never fails on a time.
"""

import json
import re
import statistics
import sys
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "editor"))

from running_browser import launched
from running_editor import Editor

from competenties.workspace.starting import start_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_COMPETENCES, _LEVELS, _PER_LEVEL = 60, 5, 4
_STARTS = 5
_PAGES = (
    "/",
    "/frameworks/basis",
    "/frameworks/basis/competences/klantgerichtheid",
    "/profiles/medewerker-klantcontact",
    "/check",
    "/forms",
    "/import",
)
_TEXT = "woorden die iemand hier typt"


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    root, state = tmp_path / "werkmap", tmp_path / "state"
    start_workspace(root, "nl", framework="basis", organisation="Gemeente Voorbeeld")
    _enlarge(root / "frameworks" / "basis.json")
    state.mkdir()
    return Editor(root, state)


def test_the_first_page_and_the_memory(editor: Editor) -> None:
    starts, peaks = [], []
    for _ in range(_STARTS):
        started = time.monotonic()
        editor.start()
        _read(editor, "/")
        starts.append(time.monotonic() - started)
        for path in ("/frameworks/basis", "/frameworks/basis/competences/klantgerichtheid"):
            _read(editor, path)
        time.sleep(8)  # the first check of the whole is done by then
        peaks.append(_memory(editor))
        editor.stop()
    print(
        f"\nfirst page {statistics.median(starts):.2f} s after the start, memory "
        f"{max(one[0] for one in peaks):.0f} MiB, at most {max(one[1] for one in peaks):.0f} MiB"
    )


def test_a_key_and_the_way_to_the_disk(editor: Editor) -> None:
    editor.start()
    with launched() as browser:
        context = browser.new_context(base_url=editor.origin)
        context.request.get(editor.address("/api/v1/workspace"))
        page = context.new_page()
        page.goto("/frameworks/basis/competences/klantgerichtheid")
        page.wait_for_selector("#saving[data-state=saved]")
        field = page.locator("li textarea[data-text]").first
        field.press("Control+End")
        keys = [_key(page, letter) for letter in _TEXT]
        delays = [_to_disk(page, editor.root) for _ in range(9)]
        context.close()
    editor.stop()
    print(
        f"\na key {statistics.median(keys):.1f} ms, at most {max(keys):.1f} ms; "
        f"last key to disk {statistics.median(delays):.0f} ms, at most {max(delays):.0f} ms"
    )


def test_the_weight_of_a_page(editor: Editor) -> None:
    editor.start()
    with launched() as browser:
        for path in _PAGES:
            parts = _weights(browser, editor, path)
            print(f"\n{path}: {sum(parts) / 1000:.1f} kB in {len(parts)} answers", end="")
    print()
    editor.stop()


def _weights(browser: "Browser", editor: Editor, path: str) -> list[int]:
    """Return the bytes on the wire of every answer, head included, for a browser that has nothing."""
    context = browser.new_context(base_url=editor.origin)
    context.request.get(editor.address("/api/v1/workspace"))
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    parts: list[int] = []
    wire.on("Network.loadingFinished", lambda one: parts.append(int(one["encodedDataLength"])))
    page.goto(path)
    page.wait_for_selector("#saving[data-state=saved]")
    page.wait_for_timeout(500)
    context.close()
    return parts


def _key(page: "Page", letter: str) -> float:
    """Return the milliseconds from a key until the page is painted again."""
    page.evaluate(
        """() => { window.painted = new Promise((done) => document.addEventListener("keydown", () => {
          const started = performance.now();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - started), 0));
        }, { once: true, capture: true })); }"""
    )
    page.keyboard.type(letter)
    return float(page.evaluate("() => window.painted"))


def _to_disk(page: "Page", root: Path) -> float:
    page.wait_for_timeout(1500)
    before = _journal(root)
    page.keyboard.type("x")
    started = time.monotonic()
    while _journal(root) == before:
        time.sleep(0.002)
    return (time.monotonic() - started) * 1000


def _journal(root: Path) -> int:
    return sum(one.stat().st_size for one in (root / ".competenties" / "journal").glob("*.jsonl"))


def _read(editor: Editor, path: str) -> None:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with opener.open(editor.address(path), timeout=60) as answer:
        assert b"<main" in answer.read()


def _memory(editor: Editor) -> tuple[float, float]:
    """Return the memory of the process now, and at most, in MiB; nought where it is not said."""
    assert editor.process is not None
    status = Path(f"/proc/{editor.process.pid}/status")
    if not status.exists():
        return 0.0, 0.0
    said = status.read_text()
    now, most = (re.search(rf"{name}:\s+(\d+)", said) for name in ("VmRSS", "VmHWM"))
    assert now
    assert most
    return int(now[1]) / 1024, int(most[1]) / 1024


def _enlarge(path: Path) -> None:
    """Give a framework as many competences, each with as many indicators at each level."""
    data = json.loads(path.read_bytes())
    shipped = data["competences"]
    for number in range(_COMPETENCES - len(shipped)):
        data["competences"].append(_copy(shipped[number % len(shipped)], number))
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _copy(competence: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a competence under another name: all ids in it are others, its texts too."""
    text = json.dumps({**competence, "aliases": None})
    for one in set(re.findall(r'"id": "([^"]+)"', text)):
        text = text.replace(f'"{one}"', f'"{one[:50]}-{number}"')
    made: dict[str, Any] = json.loads(text)
    del made["aliases"]
    return made
