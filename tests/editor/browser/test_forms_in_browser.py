"""Forms in the browser: the preview follows the choices, lists go up and forms come down."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from running_editor import wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASTED = (
    "naam\tfunctieprofiel\tleidinggevende\trol\n"
    "Jan Jansen\twijkverpleegkundige\tKees Koning\tzelf\n"
    "Piet Pieters\tonbekend\tKees Koning\tzelf\n"
)


@pytest.fixture
def screen(page: "Page") -> "Page":
    page.goto("/forms")
    page.wait_for_selector("#saving[data-state=saved]")
    return page


def _shown(page: "Page") -> str:
    frame = page.locator(".frames iframe:not(.coming)").first
    found: str = frame.evaluate("one => one.contentDocument?.body?.textContent ?? ''")
    return found


def test_a_form_is_chosen_seen_and_downloaded_with_the_keyboard_only(screen: "Page") -> None:
    wait_for(lambda: "Gespreksformulier Adviseur" in _shown(screen))
    first = screen.locator("#one input[name=form]:checked")
    first.focus()
    screen.keyboard.press("ArrowUp")
    wait_for(lambda: "Feedbackformulier Adviseur" in _shown(screen))
    button = screen.locator("#one button[value='.xlsx']")
    button.focus()
    with screen.expect_download() as download:
        screen.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("feedbackformulier-adviseur")


def test_a_team_is_asked_only_for_a_form_about_one(screen: "Page") -> None:
    assert screen.locator("#one-team").is_hidden()
    screen.check("#one input[value=team]")
    screen.fill("#one-team", "Wijkteam Noord")
    screen.keyboard.press("Tab")
    wait_for(lambda: "Wijkteam Noord" in _shown(screen))


def test_a_pasted_list_is_understood_row_by_row_and_comes_back_as_forms(
    screen: "Page", tmp_path: Path
) -> None:
    screen.locator("#people-paste").focus()
    screen.keyboard.insert_text(PASTED)
    screen.keyboard.press("Tab")
    answer = screen.locator("#people-answer")
    answer.locator("table").wait_for()
    assert "1 formulier, 1 rij zonder formulier" in (answer.text_content() or "")
    with screen.expect_download() as download:
        answer.locator("button.primary").click()
    path = tmp_path / "formulieren.zip"
    download.value.save_as(path)
    assert ZipFile(path).namelist()[-1] == "verzendlijst.csv"
    screen.set_input_files("#returned-files", path)
    screen.click("#returned-form button")
    screen.locator("#returned-answer .finding").first.wait_for()
    assert "Er is niets ingevuld" in (screen.locator("#returned-answer").text_content() or "")


def test_a_wrong_list_says_what_to_do_and_the_next_one_is_read(screen: "Page") -> None:
    screen.fill("#people-paste", "a\tb\n1\t2\n")
    screen.click("#people-form button")
    screen.locator("#people-answer .notice").wait_for()
    assert "Zet bovenaan een rij met koppen" in (
        screen.locator("#people-answer").text_content() or ""
    )
    screen.fill("#people-paste", PASTED)
    screen.click("#people-form button")
    screen.locator("#people-answer table").wait_for()
    assert screen.locator("#people-answer .notice").count() == 0


def test_a_document_that_is_opened_is_shown(screen: "Page") -> None:
    screen.click("#document-framework-book > summary")
    wait_for(lambda: "competentiewoordenboek" in _shown(screen).lower())
    with screen.expect_download() as download:
        screen.click("#document-framework-book button[value='.docx']")
    assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_the_screen_is_hard_to_use(
    screen: "Page", axe: Callable[["Page"], list[str]], theme: str
) -> None:
    screen.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    screen.fill("#people-paste", PASTED)
    screen.click("#people-form button")
    screen.locator("#people-answer table").wait_for()
    for one in screen.locator("details").all():
        one.evaluate("each => { each.open = true; }")
    screen.wait_for_timeout(500)
    assert axe(screen) == []


def test_nothing_overflows_on_a_narrow_screen(screen: "Page") -> None:
    screen.set_viewport_size({"width": 320, "height": 800})
    screen.fill("#people-paste", PASTED)
    screen.click("#people-form button")
    screen.locator("#people-answer table").wait_for()
    for one in screen.locator("details").all():
        one.evaluate("each => { each.open = true; }")
    assert screen.evaluate("document.documentElement.scrollWidth") <= 320
