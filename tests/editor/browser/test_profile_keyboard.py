"""A job profile written with the keyboard only: lists, levels, sentences, undo, and where the focus is."""

from typing import TYPE_CHECKING, Any

import pytest
from running_editor import Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NAME = "profiles/wijkverpleegkundige"
PAGE = "/profiles/wijkverpleegkundige"


@pytest.fixture
def screen(page: "Page") -> "Page":
    page.goto(PAGE)
    page.wait_for_selector("#saving[data-state=saved]")
    return page


def _data(page: "Page") -> dict[str, Any]:
    found: dict[str, Any] = page.request.get("/api/v1/profiles/wijkverpleegkundige").json()
    return found


def _tasks(page: "Page") -> list[str]:
    tasks = _data(page)["result_areas"][0]["tasks"]
    return [one if isinstance(one, str) else one["nl"] for one in tasks]


def _asked(page: "Page", competence: str) -> dict[str, Any] | None:
    found = [one for one in _data(page)["requirements"] if one["competence"] == competence]
    return found[0] if found else None


def _focused(page: "Page", name: str = "id") -> str:
    found: str = page.evaluate(f"document.activeElement.getAttribute('{name}') ?? ''")
    return found


def _first_tasks(page: "Page") -> "Locator":
    return page.locator("fieldset[data-path='[\"tasks\"]']").first


def _line(page: "Page", competence: str) -> "Locator":
    return page.locator(f"tr.line[data-competence={competence}]")


def test_enter_adds_a_task_and_waits_for_the_next_one(screen: "Page") -> None:
    before = _tasks(screen)
    screen.keyboard.press("Tab")
    adder = _first_tasks(screen).locator("[data-adds]")
    adder.focus()
    screen.keyboard.type("Belt de cliënt dezelfde dag.")
    screen.keyboard.press("Enter")
    wait_for(lambda: _tasks(screen) == [*before, "Belt de cliënt dezelfde dag."])
    wait_for(lambda: _first_tasks(screen).locator("li").count() == len(before) + 1)
    wait_for(lambda: _focused(screen) == adder.get_attribute("id"))
    screen.keyboard.type("Legt vast wat is afgesproken.")
    screen.keyboard.press("Enter")
    wait_for(lambda: len(_tasks(screen)) == len(before) + 2)


def test_a_row_moves_with_alt_and_shift_and_the_focus_goes_along(screen: "Page") -> None:
    first, second, *_ = _tasks(screen)
    _first_tasks(screen).locator("li textarea").first.focus()
    screen.keyboard.press("Alt+Shift+ArrowDown")
    wait_for(lambda: _tasks(screen)[:2] == [second, first])
    wait_for(lambda: screen.evaluate("document.activeElement.value") == first)
    wait_for(lambda: "plaats 2 van" in (screen.locator("#announcer").text_content() or ""))


def test_backspace_in_an_empty_row_takes_it_away_and_undo_brings_it_back(screen: "Page") -> None:
    before = _tasks(screen)
    field = _first_tasks(screen).locator("li textarea").nth(1)
    field.focus()
    screen.keyboard.press("Control+a")
    screen.keyboard.press("Delete")
    wait_until_saved(screen)
    screen.keyboard.press("Backspace")
    wait_for(lambda: _tasks(screen) == [before[0], *before[2:]])
    wait_for(lambda: _first_tasks(screen).locator("li").count() == len(before) - 1)
    screen.keyboard.press("Control+z")
    screen.keyboard.press("Control+z")
    wait_for(lambda: _tasks(screen) == before)


def test_an_empty_row_does_not_stay_behind(screen: "Page") -> None:
    before = _tasks(screen)
    field = _first_tasks(screen).locator("li textarea").nth(1)
    field.focus()
    screen.keyboard.press("Control+a")
    screen.keyboard.press("Delete")
    screen.keyboard.press("Tab")
    wait_for(lambda: _tasks(screen) == [before[0], *before[2:]])


def test_arrow_keys_choose_the_level_and_none_takes_it_away(screen: "Page") -> None:
    line = _line(screen, "samenwerken")
    line.locator("input:checked").focus()
    screen.keyboard.press("ArrowRight")
    wait_for(lambda: (_asked(screen, "samenwerken") or {}).get("level") == 4)
    wait_for(lambda: screen.evaluate("document.activeElement.value") == "4")
    wait_for(lambda: "niveau 4" in (screen.locator("#announcer").text_content() or ""))
    line.locator("input[value='']").focus()
    screen.keyboard.press("Space")
    wait_for(lambda: _asked(screen, "samenwerken") is None)
    wait_for(lambda: _line(screen, "samenwerken").count() == 0)
    screen.keyboard.press("Control+z")
    wait_for(lambda: (_asked(screen, "samenwerken") or {}).get("level") == 4)


def test_quick_choices_one_after_the_other_each_reach_their_own_competence(screen: "Page") -> None:
    wanted = {"klantgerichtheid": 4, "samenwerken": 1, "integer-handelen": 3}
    for competence, level in wanted.items():
        _line(screen, competence).locator(f"input[value='{level}']").focus()
        screen.keyboard.press("Space")
    _line(screen, "klantgerichtheid").locator("input[value='']").focus()
    screen.keyboard.press("Space")
    _line(screen, "samenwerken").locator("input[value='2']").focus()
    screen.keyboard.press("Space")
    wait_for(lambda: _asked(screen, "klantgerichtheid") is None)
    wait_for(lambda: (_asked(screen, "samenwerken") or {}).get("level") == 2)
    assert (_asked(screen, "integer-handelen") or {}).get("level") == 3


def test_a_competence_from_the_whole_list_is_found_and_asked(screen: "Page") -> None:
    screen.locator("[data-which=all]").focus()
    screen.keyboard.press("Enter")
    screen.wait_for_url("**competences=all**")
    screen.wait_for_selector("#saving[data-state=saved]")
    screen.locator("#competence-filter").focus()
    screen.keyboard.type("advis")
    found = screen.locator("tr.line:visible")
    wait_for(lambda: found.count() < 5)
    competence = found.first.get_attribute("data-competence") or ""
    found.first.locator("input[value='2']").focus()
    screen.keyboard.press("Space")
    wait_for(lambda: (_asked(screen, competence) or {}).get("level") == 2)
    wait_for(lambda: screen.evaluate("document.activeElement.type") == "radio")


def test_sentences_take_part_or_not_and_one_always_stays(screen: "Page") -> None:
    detail = screen.locator("tr.detail").first
    detail.locator("details > summary").first.focus()
    screen.keyboard.press("Enter")
    boxes = detail.locator(".brings input")
    ids = [boxes.nth(number).get_attribute("value") for number in range(boxes.count())]
    for number in range(len(ids)):
        boxes.nth(number).focus()
        screen.keyboard.press("Space")
    wait_for(lambda: (_asked(screen, "klantgerichtheid") or {}).get("selected") == ids[-1:])
    wait_for(boxes.last.is_checked)
    for number in range(len(ids) - 1):
        screen.wait_for_timeout(500)
        boxes.nth(number).focus()
        screen.keyboard.press("Space")
    wait_for(lambda: "selected" not in (_asked(screen, "klantgerichtheid") or {}))


def test_an_indicator_of_its_own_is_checked_while_it_is_written(screen: "Page") -> None:
    detail = screen.locator("tr.detail").first
    detail.locator("details > summary").first.focus()
    screen.keyboard.press("Enter")
    detail.locator("[data-adds]").focus()
    screen.keyboard.type("Is proactief.")
    screen.keyboard.press("Enter")
    detail.locator(".said .finding").first.wait_for()
    own = (_asked(screen, "klantgerichtheid") or {})["indicators"]
    assert [one["text"] for one in own] == [{"nl": "Is proactief."}] or own[0][
        "text"
    ] == "Is proactief."


def test_the_focus_is_always_visible(screen: "Page") -> None:
    for _ in range(60):
        screen.keyboard.press("Tab")
        width = screen.evaluate(
            "(() => { const one = document.activeElement; if (one.tagName === 'IFRAME') return 3;"
            " return parseFloat(getComputedStyle(one).outlineWidth); })()"
        )
        assert width >= 2, screen.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_address_of_a_field_opens_its_part_and_goes_there(screen: "Page") -> None:
    screen.goto(f"{PAGE}#f--chain-effect-nl")
    wait_for(lambda: _focused(screen) == "f--chain-effect")
    assert screen.locator("#block-chain").evaluate("one => one.open")


def test_what_was_written_is_in_the_file_soon(screen: "Page", editor: Editor) -> None:
    screen.locator("#f--purpose").focus()
    screen.keyboard.press("Control+End")
    screen.keyboard.type(" Zoals afgesproken.")
    wait_until_saved(screen)
    wait_for(lambda: editor.document(NAME)["purpose"]["nl"].endswith(" Zoals afgesproken."))
