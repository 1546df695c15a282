"""Who clicks quicker than the page can follow gets what they clicked on, not what moved there."""

from typing import TYPE_CHECKING, Any

import pytest
from running_editor import BASIS, Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

pytestmark = pytest.mark.slow

DETAILS = "/frameworks/basis/details"
COMPETENCE = "/frameworks/basis/competences/klantgerichtheid"
PROFILE = "/profiles/wijkverpleegkundige"
_SLOW_PAGES = """
const real = window.fetch;
window.fetch = async (...asked) => {
  const answer = await real(...asked);
  if (asked[1]?.headers?.["X-Refresh"]) {
    do await new Promise((go) => setTimeout(go, 700)); while (window.isHeld);
  }
  return answer;
};
"""


@pytest.fixture
def slow(context: "BrowserContext") -> "Page":
    """A tab in which a newer page comes late, and by then is not the newest."""
    page = context.new_page()
    page.add_init_script(_SLOW_PAGES)
    return page


def _click(page: "Page", selector: str, *numbers: int) -> None:
    """Click on what matches, all at once: before anything can change."""
    page.evaluate(
        """([selector, numbers]) => {
          const all = [...document.querySelectorAll(selector)];
          for (const number of numbers) all[number].click();
        }""",
        [selector, numbers],
    )


@pytest.mark.parametrize(("clicks", "left"), [((0, 1), [2, 3]), ((1, 1), [0, 2, 3])])
def test_terms_that_are_deleted_in_a_row_are_the_ones_that_were_meant(
    slow: "Page", editor: Editor, clicks: tuple[int, ...], left: list[int]
) -> None:
    before = editor.document()["glossary"]
    slow.goto(DETAILS)
    wait_until_saved(slow)
    _click(slow, "[data-act=term-drop]", *clicks)
    wait_for(lambda: editor.document()["glossary"] == [before[n] for n in left] + before[4:])
    wait_for(lambda: slow.locator("[data-term]").count() == len(before) - 4 + len(left))
    assert editor.document()["glossary"] == [before[n] for n in left] + before[4:]


def test_a_term_that_is_deleted_while_the_page_is_old_is_the_one_that_was_meant(
    slow: "Page", editor: Editor
) -> None:
    before = editor.document()["glossary"]
    slow.goto(DETAILS)
    wait_until_saved(slow)
    slow.evaluate("window.isHeld = true")
    _click(slow, "[data-act=term-drop]", 0)
    wait_for(lambda: editor.document()["glossary"] == before[1:])
    _click(slow, "[data-act=term-drop]", 1)
    slow.evaluate("window.isHeld = false")
    wait_for(lambda: len(editor.document()["glossary"]) == len(before) - 2)
    assert editor.document()["glossary"] == before[2:]


def test_questions_of_a_card_that_are_deleted_in_a_row_are_the_ones_that_were_meant(
    slow: "Page", editor: Editor
) -> None:
    def questions() -> list[Any]:
        return list(editor.document()["cards"][0]["questions"])

    before = questions()
    slow.goto(DETAILS)
    wait_until_saved(slow)
    _click(slow, "[data-card-of] [data-more=question-drop]", 0, 1)
    wait_for(lambda: questions() == before[2:])


def test_other_names_that_are_removed_in_a_row_are_the_ones_that_were_meant(
    slow: "Page", editor: Editor
) -> None:
    slow.goto(COMPETENCE)
    wait_until_saved(slow)
    slow.locator("#aliases summary").click()
    before = _aliases(editor)
    for name in ("een", "twee", "drie"):
        slow.get_by_label("Nieuwe andere naam").fill(name)
        slow.get_by_label("Nieuwe andere naam").press("Enter")
    wait_for(lambda: _aliases(editor) == [*before, "een", "twee", "drie"])
    wait_for(lambda: slow.locator("#aliases [data-row]").count() == len(before) + 3)
    _click(slow, "#aliases [data-act=remove]", len(before), len(before) + 1)
    wait_for(lambda: _aliases(editor) == [*before, "drie"])


def test_what_is_added_to_a_profile_comes_in_the_order_of_writing_and_is_kept_at_once(
    slow: "Page", editor: Editor
) -> None:
    slow.goto(PROFILE)
    wait_until_saved(slow)
    slow.route("**/api/operations", lambda route: route.abort())
    adder = slow.locator("fieldset[data-path='[\"tasks\"]'] [data-adds]").first
    adder.focus()
    for text in ("Eerste taak.", "Tweede taak."):
        slow.keyboard.type(text)
        slow.keyboard.press("Enter")
        kept = slow.evaluate("JSON.stringify({...localStorage})")
        assert text in kept
    slow.unroute_all()
    slow.reload()

    def tasks() -> list[Any]:
        return list(editor.document("profiles/wijkverpleegkundige")["result_areas"][0]["tasks"])

    wait_for(lambda: [_own(one) for one in tasks()][-2:] == ["Eerste taak.", "Tweede taak."])


def test_without_a_connection_nothing_goes_to_a_competence_that_took_the_place_of_another(
    slow: "Page", editor: Editor
) -> None:
    before = _requirements(editor)
    assert before[4]["level"] == before[5]["level"] == 2
    slow.goto(PROFILE)
    wait_until_saved(slow)
    slow.route("**/api/operations", lambda route: route.abort())
    lines = slow.locator("tr.line[data-place]")
    lines.nth(0).locator("input[value='']").check(force=True)
    lines.nth(4).locator("input[value='3']").check(force=True)
    detail = slow.locator("tr.detail").nth(4)
    detail.locator("details > summary").first.click()
    slow.wait_for_selector("#saving[data-state=offline]")
    detail.locator("[data-adds]").fill("Vraagt de cliënt wat er nodig is.")
    detail.locator("[data-adds]").press("Enter")
    slow.wait_for_timeout(4000)
    slow.unroute_all()
    wait_for(lambda: len(_requirements(editor)) == len(before) - 1)
    wait_for(lambda: bool(_requirements(editor)[3].get("indicators")))
    wait_for(lambda: _requirements(editor)[3]["level"] == 3)
    found = _requirements(editor)
    assert found[3]["competence"] == before[4]["competence"]
    assert found[:3] + found[4:] == before[1:4] + before[5:]


def test_sentences_that_are_switched_off_in_a_row_leave_the_last_one_ticked(
    slow: "Page", editor: Editor
) -> None:
    boxes = _sentences(slow)
    ids = [boxes.nth(number).get_attribute("value") for number in range(boxes.count())]
    for number in range(len(ids)):
        boxes.nth(number).focus()
        slow.keyboard.press("Space")
    wait_for(lambda: _selected(editor) == ids[-1:])
    wait_for(boxes.last.is_checked)
    assert slow.locator(".conflict").count() == 0


def test_a_box_that_has_the_focus_follows_when_its_tick_is_undone(
    slow: "Page", editor: Editor
) -> None:
    box = _sentences(slow).first
    box.uncheck()
    wait_for(lambda: bool(_selected(editor)))
    slow.keyboard.press("Control+z")
    wait_for(lambda: not _selected(editor))
    wait_for(box.is_checked)


@pytest.mark.parametrize(
    ("address", "button"),
    [
        (DETAILS, "[data-act=term-drop]"),
        (DETAILS, "[data-more=question-drop]"),
        (COMPETENCE, "#aliases [data-act=remove]"),
        (PROFILE, "fieldset[data-path='[\"tasks\"]'] [data-act=drop]"),
        ("/frameworks/basis?opened=klantgerichtheid.2", "[data-act=drop-sentence]"),
    ],
)
def test_a_double_click_takes_one_thing_away(page: "Page", address: str, button: str) -> None:
    page.goto(address)
    wait_until_saved(page)
    if "aliases" in button:
        page.locator("#aliases summary").click()
    buttons = page.locator(button)
    buttons.first.scroll_into_view_if_needed()
    wait_for(lambda: buttons.count() > 1)
    before = buttons.count()
    box = buttons.first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.up()
    wait_for(lambda: buttons.count() == before - 1)
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    wait_until_saved(page)
    page.reload()
    wait_until_saved(page)
    assert buttons.count() == before - 1


def _sentences(page: "Page") -> "Locator":
    """Open the profile at the sentences that its first competence brings."""
    page.goto(PROFILE)
    wait_until_saved(page)
    detail = page.locator("tr.detail").first
    detail.locator("details > summary").first.click()
    return detail.locator(".brings input")


def _aliases(editor: Editor) -> list[Any]:
    found = next(
        one for one in editor.document(BASIS)["competences"] if one["id"] == "klantgerichtheid"
    )
    return [_own(one) for one in found.get("aliases", [])]


def _requirements(editor: Editor) -> list[Any]:
    return list(editor.document("profiles/wijkverpleegkundige")["requirements"])


def _own(text: Any) -> Any:
    return text["nl"] if isinstance(text, dict) else text


def _selected(editor: Editor) -> Any:
    asked = editor.document("profiles/wijkverpleegkundige")["requirements"]
    return next(one for one in asked if one["competence"] == "klantgerichtheid").get("selected")
