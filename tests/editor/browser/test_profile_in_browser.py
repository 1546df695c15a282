"""A job profile with the mouse, its preview beside it, in two tabs, narrow and wide, light and dark."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from running_editor import wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PAGE = "/profiles/wijkverpleegkundige"


@pytest.fixture
def screen(page: "Page") -> "Page":
    page.goto(PAGE)
    page.wait_for_selector("#saving[data-state=saved]")
    return page


def _data(page: "Page") -> dict[str, Any]:
    found: dict[str, Any] = page.request.get("/api/v1/profiles/wijkverpleegkundige").json()
    return found


def _areas(page: "Page") -> list[str]:
    return [one["id"] for one in _data(page)["result_areas"]]


def _shown(page: "Page") -> str:
    frame = page.locator(".frames iframe:not(.coming)").first
    found: str = frame.evaluate("one => one.contentDocument?.body?.textContent ?? ''")
    return found


def test_the_preview_follows_what_is_written_and_keeps_its_place(screen: "Page") -> None:
    wait_for(lambda: "Wijkverpleegkundige" in _shown(screen))
    frame = screen.locator(".frames iframe:not(.coming)").first
    frame.evaluate("one => one.contentWindow.scrollTo(0, 300)")
    screen.locator("#f--purpose").click()
    screen.keyboard.press("Control+End")
    screen.keyboard.type(" Dit staat er nu ook.")
    wait_for(lambda: "Dit staat er nu ook." in _shown(screen))
    wait_for(lambda: screen.locator(".frames iframe").count() == 1)
    frame = screen.locator(".frames iframe").first
    assert frame.evaluate("one => one.contentWindow.scrollY") == 300
    assert "pagina" in (screen.locator("#document-facts").text_content() or "")


def test_another_document_is_shown_and_downloaded(screen: "Page") -> None:
    screen.select_option("#preview-document", "rating-sheet")
    wait_for(lambda: "Gespreksformulier" in _shown(screen))
    with screen.expect_download() as download:
        screen.click("[data-kind='.xlsx']")
    assert download.value.suggested_filename == "gespreksformulier-wijkverpleegkundige.xlsx"
    screen.select_option("#preview-document", "vacancy")
    assert screen.locator("[data-kind='.pdf']").is_hidden()


def test_an_error_is_named_beside_the_document_and_its_link_goes_to_the_field(
    screen: "Page",
) -> None:
    field = screen.locator(".area textarea").first
    name = field.get_attribute("id")
    field.fill("")
    screen.locator("#document-facts a[href*='#f-']").first.click()
    wait_for(lambda: screen.evaluate("document.activeElement.id") == name)


def test_the_print_page_opens_in_a_tab_of_its_own(
    screen: "Page", context: "BrowserContext"
) -> None:
    with context.expect_page() as opened:
        screen.click("[data-print]")
    printed = opened.value
    printed.wait_for_load_state()
    assert "/print/job-profile" in printed.url
    assert printed.locator("header.frame-head").count() == 0
    assert "Wijkverpleegkundige" in (printed.locator("h1").text_content() or "")


def test_result_areas_come_move_and_go_with_buttons(screen: "Page") -> None:
    first, second, *rest = _areas(screen)
    screen.locator(".area").first.locator(":scope > .tools-of-row [data-act=down]").click()
    wait_for(lambda: _areas(screen)[:2] == [second, first])
    wait_for(lambda: screen.evaluate("document.activeElement.dataset.act") == "down")
    screen.locator(f".area[data-id={first}] > .tools-of-row [data-act=drop]").click()
    wait_for(lambda: _areas(screen) == [second, *rest])
    screen.locator("#new-area, [data-adds][placeholder^=Resultaatgebied]").first.fill("Overdragen")
    screen.keyboard.press("Tab")
    wait_for(lambda: len(_areas(screen)) == len(rest) + 2)
    made = _data(screen)["result_areas"][-1]
    assert made["name"] in ("Overdragen", {"nl": "Overdragen"})
    assert made["id"].startswith("overdragen-")


def test_rows_of_several_fields_come_move_and_go(screen: "Page") -> None:
    def contacts() -> list[str]:
        found = [one["who"] for one in _data(screen).get("contacts", [])]
        return [one if isinstance(one, str) else one["nl"] for one in found]

    screen.click("#block-contacts > summary")
    before = contacts()
    place = screen.locator("#l--contacts")
    place.locator("[data-adds]").fill("Wijkagent")
    place.locator("[data-adds]").press("Enter")
    wait_for(lambda: contacts() == [*before, "Wijkagent"])
    wait_for(lambda: place.locator("li").count() == len(before) + 1)
    place.locator("li").last.locator("[data-act=up]").click()
    wait_for(lambda: contacts() == [*before[:-1], "Wijkagent", before[-1]])
    screen.wait_for_timeout(300)
    place.locator("li").nth(len(before) - 1).locator("select").first.select_option("external")
    wait_for(lambda: _data(screen)["contacts"][len(before) - 1].get("audience") == "external")
    place.locator("li").nth(len(before) - 1).locator("[data-act=drop]").click()
    wait_for(lambda: contacts() == before)


def test_a_span_of_levels_can_be_asked_and_taken_back(screen: "Page") -> None:
    def asked() -> dict[str, Any]:
        found = next(
            one for one in _data(screen)["requirements"] if one["competence"] == "integer-handelen"
        )
        return {name: found.get(name) for name in ("level", "from_level", "to_level")}

    key = screen.locator("tr.line[data-competence=integer-handelen]").get_attribute("data-line")
    screen.locator(f"[data-details='{key}'] > summary").click()
    screen.locator(f"[data-until-of='{key}']").select_option("4")
    wait_for(lambda: asked() == {"level": None, "from_level": 2, "to_level": 4})
    screen.locator(f"tr.line[data-line='{key}'] input[value='3']").check()
    wait_for(lambda: asked() == {"level": 3, "from_level": None, "to_level": None})


def test_two_tabs_write_in_one_profile_and_nothing_gets_lost(
    screen: "Page", context: "BrowserContext"
) -> None:
    other = context.new_page()
    other.goto(PAGE)
    other.wait_for_selector("#saving[data-state=saved]")
    screen.locator("#f--purpose").fill("Zin van de eerste.")
    other.locator("tr.line[data-competence=samenwerken] input[value='1']").check()
    wait_until_saved(screen)
    wait_until_saved(other)
    wait_for(lambda: _data(screen)["purpose"]["nl"] == "Zin van de eerste.")
    wait_for(
        lambda: (
            screen.locator("tr.line[data-competence=samenwerken]").get_attribute("data-level")
            == "1"
        )
    )
    wait_for(lambda: other.locator("#f--purpose").input_value() == "Zin van de eerste.")


def test_a_copy_and_a_removal_lead_to_where_one_wants_to_be(screen: "Page") -> None:
    screen.click("#copy-profile")
    screen.wait_for_url("**/profiles/wijkverpleegkundige-kopie")
    screen.wait_for_selector("#saving[data-state=saved]")
    assert "(kopie)" in (screen.locator("h1").text_content() or "")
    screen.click("#remove-profile")
    screen.click("#remove-dialog button[value=yes]")
    screen.wait_for_url("**/")
    assert screen.request.get("/profiles/wijkverpleegkundige-kopie").status == 404


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("which", ["", "?competences=all&text=en"])
def test_nothing_on_the_screen_is_hard_to_use(
    page: "Page", axe: Callable[["Page"], list[str]], theme: str, which: str
) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(PAGE + which)
    page.wait_for_selector("#saving[data-state=saved]")
    for one in page.locator("details").all():
        one.evaluate("each => { each.open = true; }")
    page.wait_for_timeout(500)
    assert axe(page) == []


def test_nothing_overflows_on_a_narrow_screen_and_the_preview_is_a_tab(page: "Page") -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{PAGE}?competences=all")
    page.wait_for_selector("#saving[data-state=saved]")
    for one in page.locator("details").all():
        one.evaluate("each => { each.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.click("[data-view=preview]")
    assert page.locator(".beside").is_visible()
    assert page.locator(".editing").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.click("[data-view=edit]")
    assert page.locator("#f--purpose").is_visible()
