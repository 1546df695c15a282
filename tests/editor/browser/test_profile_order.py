"""The order of requested competences: by key, menu and mouse; the printed documents follow it."""

from typing import TYPE_CHECKING, Any

import pytest
from running_editor import wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PAGE = "/profiles/medewerker-klantcontact"


@pytest.fixture
def screen(page: "Page") -> "Page":
    page.goto(f"{PAGE}#block-requested")
    page.wait_for_selector("#saving[data-state=saved]")
    return page


def _order(page: "Page") -> list[str]:
    data: dict[str, Any] = page.request.get(f"/api/v1{PAGE}").json()
    return [one["competence"] for one in data["requirements"]]


def _lines(page: "Page") -> list[str]:
    found: list[str] = page.locator("tr.line").evaluate_all(
        "all => all.map((one) => one.dataset.competence)"
    )
    return found


def _grip(page: "Page", place: int) -> "Locator":
    return page.locator("tr.line .grip").nth(place)


def _becomes(page: "Page", wanted: list[str]) -> None:
    wait_for(lambda: _order(page) == wanted)
    wait_for(lambda: _lines(page) == wanted)


def _says(page: "Page", text: str) -> None:
    wait_for(lambda: text in (page.locator("#announcer").text_content() or ""))


def test_the_rows_stand_as_the_profile_has_them(screen: "Page") -> None:
    assert _lines(screen) == _order(screen)


def test_alt_shift_arrows_move_a_row_and_the_focus_stays_in_it(screen: "Page") -> None:
    first, second, *rest = _order(screen)
    screen.locator("tr.line input:checked").first.focus()
    screen.keyboard.press("Alt+Shift+ArrowDown")
    _becomes(screen, [second, first, *rest])
    _says(screen, f"plaats 2 van {len(rest) + 2}")
    assert screen.evaluate("document.activeElement.closest('tr.line').dataset.competence") == first
    assert screen.locator("tr.line").nth(1).locator("input:checked").input_value() == "3"
    screen.keyboard.press("Control+z")
    _becomes(screen, [first, second, *rest])


def test_two_quick_steps_are_two_steps(screen: "Page") -> None:
    first, second, third, *rest = _order(screen)
    _grip(screen, 0).focus()
    screen.keyboard.press("Alt+Shift+ArrowDown")
    screen.keyboard.press("Alt+Shift+ArrowDown")
    _becomes(screen, [second, third, first, *rest])


def test_the_menu_of_a_grip_brings_a_row_to_the_beginning(screen: "Page") -> None:
    *rest, last = _order(screen)
    _grip(screen, len(rest)).press("Enter")
    screen.locator("#order-menu:popover-open").wait_for()
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    _becomes(screen, [last, *rest])


def test_a_row_is_dragged_by_its_grip_and_the_document_follows(screen: "Page") -> None:
    first, second, third, *rest = _order(screen)
    _grip(screen, 0).scroll_into_view_if_needed()
    start, goal = _grip(screen, 0).bounding_box(), screen.locator("tr.line").nth(1).bounding_box()
    assert start
    assert goal
    screen.mouse.move(start["x"] + 5, start["y"] + 5)
    screen.mouse.down()
    screen.mouse.move(start["x"] + 5, start["y"] + 25, steps=4)
    screen.mouse.move(start["x"] + 5, goal["y"] + goal["height"] + 25, steps=4)
    screen.mouse.up()
    _becomes(screen, [second, first, third, *rest])
    names = screen.locator("tr.line .name").all_text_contents()
    shown = screen.request.get(f"{PAGE}/preview?document=job-profile&language=nl").text()
    places = [shown.index(f'class="level">{name}') for name in names]
    assert places == sorted(places)


def test_the_whole_list_stands_as_the_framework_and_has_no_grips(screen: "Page") -> None:
    screen.goto(f"{PAGE}?competences=all")
    assert screen.locator("tr.line .grip").count() == 0
