"""What an import could not place goes into the framework from the details, and is never lost."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running_editor import BASIS, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "Helpt <script>alert(1)</script> de 'klant'\nop \"weg\"."


def _with_left_overs(workspace: Path) -> None:
    path = workspace / f"{BASIS}.json"
    data: dict[str, Any] = json.loads(path.read_bytes())
    data["extra"] = {"left-overs": {"Blad1!B4": HOSTILE}, "case": {"uri": "urn:x"}}
    data["competences"][0]["extra"] = {"Kolom": "Ook dit.", "nummer": 3}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _data(page: "Page") -> dict[str, Any]:
    found: dict[str, Any] = page.request.get("/api/v1/frameworks/basis").json()
    return found


@pytest.mark.slow
def test_a_text_that_was_left_over_becomes_an_indicator_and_undo_takes_it_back(
    workspace: Path, request: Any
) -> None:
    _with_left_overs(workspace)
    page: Page = request.getfixturevalue("page")
    page.goto("/frameworks/basis/details")
    wait_until_saved(page)
    assert page.locator("[data-left]").count() == 2
    page.locator("#left-place").select_option("adviseren")
    page.locator("#left-level").select_option("2")
    page.locator("[data-left-act=put]").first.click()
    wait_for(lambda: page.locator("[data-left]").count() == 1)
    data = _data(page)
    competence = next(one for one in data["competences"] if one["id"] == "adviseren")
    last = competence["levels"][1]["indicators"][-1]
    assert last["text"] == " ".join(HOSTILE.split())
    assert data["extra"] == {"case": {"uri": "urn:x"}}
    assert data["competences"][0]["extra"] == {"Kolom": "Ook dit.", "nummer": 3}
    page.keyboard.press("Control+z")
    wait_for(lambda: _data(page)["extra"].get("left-overs") == {"Blad1!B4": HOSTILE})
    wait_for(lambda: page.locator("[data-left]").count() == 2)
