"""Script in every text of a workspace is text on every screen, also where a script of ours shows it."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from every_screen import ADDRESSES
from running_editor import editor_of, wait_until_saved

from competenties.model.schema import SchemaKind
from competenties.workspace.gate import Gate, shipped_gate
from competenties.workspace.starting import start_workspace

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.slow

BAD = "</textarea></script>'\"><script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
PROFILE = "wijkverpleegkundige"
OPENS = "main details:not([open]) > summary, .grip, main button[aria-haspopup], main button[data-dialog]"
_MOST_OPENED = 25


def _spoiled(data: dict[str, Any], gate: Gate) -> dict[str, Any]:
    """Return a document with the bad text wherever its schema takes it."""
    for kind in dict.fromkeys(_kind(way) for way, _ in _strings(data)):
        tried = copy.deepcopy(data)
        for way, _ in _strings(data):
            if _kind(way) == kind:
                holder = tried
                for step in way[:-1]:
                    holder = holder[step]
                holder[way[-1]] = BAD
        if gate.validator.is_valid(tried):
            data = tried
    return data


def _strings(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(data, str):
        yield way, data
    pairs = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in pairs:
        yield from _strings(value, (*way, step))


def _kind(way: tuple[Any, ...]) -> tuple[str, ...]:
    """Return which field a text stands in, wherever that is."""
    return tuple(one for one in way if isinstance(one, str))


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "kwaad"
    start_workspace(root, "nl", framework="basis", organisation=BAD.replace('"', ""))
    kinds: list[tuple[Path, SchemaKind]] = [
        (root / "frameworks" / "basis.json", "framework"),
        (root / "profiles" / f"{PROFILE}.json", "profile"),
    ]
    for path, kind in kinds:
        data = _spoiled(json.loads(path.read_bytes()), shipped_gate(kind))
        spoiled = {_kind(way) for way, text in _strings(data) if text == BAD}
        assert len(spoiled) > 15
        assert ("name", "nl") in spoiled or ("name",) in spoiled
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return root


def _open_what_opens(page: "Page") -> None:
    for one in page.locator(OPENS).all()[:_MOST_OPENED]:
        if one.is_visible():
            one.click()
            page.keyboard.press("Escape")


def test_script_in_every_text_is_text_on_every_screen(
    hostile: Path, tmp_path: Path, context: "BrowserContext"
) -> None:
    complaints: list[str] = []
    shown = 0
    with editor_of(hostile, tmp_path / "state-of-it") as editor:
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.goto(editor.address())
        for address in [one for one in ADDRESSES if "klein" not in one and "<key>" not in one]:
            page.goto(f"{editor.origin}{address}")
            wait_until_saved(page)
            _open_what_opens(page)
            assert page.evaluate("window.hacked") is None, address
            shown += "window.hacked=1" in page.content()
            assert (
                page.locator("main script:not([type='application/json']), img[onerror]").count()
                == 0
            )
            page.goto("about:blank")
    assert shown >= 12, "the text is on the screens"
    assert [one for one in complaints if "Security Policy" in one] == []
