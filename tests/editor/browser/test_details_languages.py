"""Stopping with a language on the details of a framework: asked, counted, done at once, and undone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running_editor import Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROFILE = "profiles/wijkverpleegkundige"


@pytest.fixture
def details(page: "Page") -> "Page":
    page.goto("/frameworks/basis/details")
    wait_until_saved(page)
    page.get_by_role("checkbox", name="Engels").uncheck()
    page.get_by_role("heading", name="Stoppen met Engels?").wait_for()
    return page


def test_it_says_how_many_texts_would_go_and_leaves_them_when_asked(
    details: "Page", editor: Editor
) -> None:
    said = details.locator("#stop-language").text_content() or ""
    assert "in dit model die dan worden verwijderd: 1451" in said
    assert "profielen: 4" in said
    details.keyboard.press("Escape")
    assert details.get_by_role("checkbox", name="Engels").is_checked()
    details.get_by_role("checkbox", name="Engels").uncheck()
    details.get_by_role("button", name="Teksten bewaren").click()
    wait_for(lambda: editor.document()["languages"] == ["nl"])
    assert editor.document()["name"] == {"nl": "Basis", "en": "Foundation"}


def test_the_texts_go_at_one_click_and_come_back_with_undo(
    details: "Page", editor: Editor, workspace: Path
) -> None:
    before = {one: editor.document(one) for one in ("frameworks/basis", PROFILE)}
    details.get_by_role("button", name="Teksten verwijderen").click()
    wait_for(lambda: editor.document()["name"] == "Basis")
    wait_for(lambda: editor.document(PROFILE)["languages"] == ["nl"])
    files = [*(workspace / "frameworks").iterdir(), *(workspace / "profiles").iterdir()]
    wait_for(lambda: not [one for one in files if '"en":' in one.read_text(encoding="utf-8")])
    details.get_by_text("Teksten in", exact=True).wait_for(state="detached")
    for _ in files:
        wait_until_saved(details)
        details.locator("#undo").click()
    wait_for(lambda: {one: editor.document(one) for one in before} == before)


def test_the_profiles_keep_theirs_where_that_is_asked(details: "Page", editor: Editor) -> None:
    before = editor.document(PROFILE)
    details.locator("#stop-language input").uncheck()
    details.get_by_role("button", name="Teksten verwijderen").click()
    wait_for(lambda: editor.document()["languages"] == ["nl"])
    assert editor.document(PROFILE) == before


def test_the_question_can_be_read_by_everybody(
    details: "Page", axe: Callable[["Page"], list[str]]
) -> None:
    details.set_viewport_size({"width": 320, "height": 700})
    assert axe(details) == []
    assert details.evaluate("document.documentElement.scrollWidth") <= 320
