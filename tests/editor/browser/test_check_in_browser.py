"""The check screen in a real browser: to the field and back, accepting, weighing, keeping up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running_editor import Editor, editor_of, wait_for, wait_until_saved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

BASIS = "frameworks/basis"
VAGUE = "Is een echte teamspeler <b>met</b> een hands-on mentaliteit."


@pytest.fixture
def editor(workspace: Path, tmp_path: Path) -> "Iterator[Editor]":
    """An editor on a workspace in which two sentences are not right."""
    path = workspace / f"{BASIS}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    first, second, *_ = data["competences"][0]["levels"][0]["indicators"]
    first["text"]["nl"] = "Kent de regels voor verlof."
    second["text"]["nl"] = VAGUE
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    with editor_of(workspace, tmp_path / "state") as found:
        yield found


@pytest.fixture
def checks(page: "Page") -> "Page":
    """The check, when the first one is done."""
    page.goto("/check")
    page.wait_for_selector(".found", timeout=60_000)
    wait_until_saved(page)
    return page


def kent(page: "Page") -> "object":
    return page.locator(".found", has=page.locator("mark", has_text="Kent"))


def test_by_keyboard_from_a_finding_to_its_field_and_to_the_rule(checks: "Page") -> None:
    checks.locator("[data-go]").first.focus()
    checks.keyboard.press("Enter")
    checks.wait_for_url("**/competences/**")
    wait_for(lambda: checks.evaluate("document.activeElement.matches('textarea[data-text]')"))
    assert checks.evaluate("document.activeElement.value") in ("Kent de regels voor verlof.", VAGUE)
    checks.go_back()
    checks.wait_for_selector(".found")
    checks.get_by_role("link", name="Waarom?").first.click()
    checks.wait_for_url("**/rules/**")


def test_a_finding_is_accepted_by_keyboard_undone_and_shown_again(
    checks: "Page", editor: Editor
) -> None:
    before = checks.locator("#listed .found").count()
    button = checks.locator("#listed .found:has(mark:text-is('Kent')) [data-act=accept]")
    button.focus()
    checks.keyboard.press("Enter")
    wait_for(lambda: checks.evaluate("document.activeElement.id") == "reason")
    checks.keyboard.type("Zo heet het bij ons.")
    checks.keyboard.press("Tab")
    checks.keyboard.type("Hoofd personeel")
    checks.keyboard.press("Tab")
    checks.keyboard.press("Enter")
    checks.wait_for_selector("[data-key=accepted]")
    wait_for(lambda: checks.locator("#listed .found").count() == before - 1)
    assert not checks.evaluate("document.activeElement === document.body")
    wait_for(lambda: len(editor.document().get("accepted", [])) == 1)
    accepted = editor.document()["accepted"][0]
    assert accepted["reason"] == "Zo heet het bij ons."
    assert accepted["by"] == "Hoofd personeel"
    checks.keyboard.press("Control+z")
    wait_for(lambda: checks.locator("#listed .found").count() == before)
    checks.keyboard.press("Control+y")
    checks.wait_for_selector("[data-key=accepted]")
    checks.locator("[data-key=accepted] summary").click()
    checks.locator("[data-act=show-again]").click()
    wait_for(lambda: checks.locator("#listed .found").count() == before)
    assert checks.locator("[data-key=accepted]").count() == 0


def test_a_rule_is_switched_off_and_on_again_and_the_list_follows(
    checks: "Page", workspace: Path
) -> None:
    checks.locator(".found:has(mark:text-is('Kent')) [data-act=weigh]").click()
    checks.select_option("#weight", "off")
    checks.locator("#weigh button.primary").click()
    wait_for(lambda: checks.locator("mark:text-is('Kent')").count() == 0, 60)
    assert 'inner-state-verb = "off"' in (workspace / "competenties.toml").read_text(
        encoding="utf-8"
    )
    checks.locator("[data-key=own-rules] summary").click()
    checks.locator("[data-act=usual][data-rule=inner-state-verb]").click()
    wait_for(lambda: checks.locator("mark:text-is('Kent')").count() == 1, 60)


def test_an_edit_in_another_tab_changes_the_list_by_itself(checks: "Page") -> None:
    other = checks.context.new_page()
    other.goto(checks.locator("[data-go]").first.get_attribute("href") or "")
    wait_until_saved(other)
    field = other.locator("textarea[data-text]", has_text="Kent de regels")
    field.fill("Legt de regels voor verlof uit aan een collega.")
    wait_until_saved(other)
    wait_for(lambda: checks.locator("mark:text-is('Kent')").count() == 0, 60)


@pytest.mark.parametrize("path", ["/check", "/check?by=rule&document=frameworks/basis"])
def test_the_screen_can_be_used_by_everybody(
    path: str, checks: "Page", axe: "Callable[[Page], list[str]]"
) -> None:
    checks.goto(path)
    checks.wait_for_selector(".found")
    for scheme in ("light", "dark"):
        checks.emulate_media(color_scheme=scheme)
        assert axe(checks) == []
    checks.locator("[data-act=accept]").first.click()
    assert axe(checks) == []
    checks.keyboard.press("Escape")
    checks.set_viewport_size({"width": 320, "height": 700})
    assert checks.evaluate("document.documentElement.scrollWidth") <= 320
    assert checks.locator(".found b").count() == 0
