"""What somebody does on a page before its scripts are there is done all the same."""

from typing import TYPE_CHECKING

import pytest
from running_editor import BASIS, Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

COMPETENCE = "/frameworks/basis/competences/klantgerichtheid"
PROFILE = "/profiles/medewerker-klantcontact"


@pytest.fixture
def slow_page(context: "BrowserContext") -> tuple["Page", list["Route"]]:
    """A tab whose modules wait; `go_on` lets them come."""
    held: list[Route] = []
    context.route("**/static/frame.js", lambda route: held.append(route))  # noqa: PLW0108  (Playwright marks what it is given)
    return context.new_page(), held


def _come(page: "Page", held: list["Route"]) -> None:
    for one in held:
        one.continue_()
    page.wait_for_selector("#saving[data-state]", state="attached")
    wait_until_saved(page)


@pytest.mark.slow
def test_words_in_two_fields_are_kept(
    slow_page: tuple["Page", list["Route"]], editor: Editor
) -> None:
    page, held = slow_page
    page.goto(COMPETENCE, wait_until="commit")
    fields = page.locator("li textarea[data-text]")
    for number, word in enumerate(["vroegeen", "vroegtwee"]):
        fields.nth(number).press("Control+End")
        page.keyboard.type(f" {word}")
    page.get_by_role("button").first.focus()
    _come(page, held)
    wait_for(lambda: "vroegeen" in str(editor.document()))
    assert "vroegtwee" in str(editor.document())


@pytest.mark.slow
def test_a_level_that_was_chosen_is_kept(slow_page: tuple["Page", list["Route"]]) -> None:
    page, held = slow_page
    page.goto(PROFILE, wait_until="commit")
    row = page.locator("tr.line").first
    wanted = row.locator("input[type=radio]:not(:checked)").last
    level = wanted.get_attribute("value")
    wanted.check(force=True)
    _come(page, held)
    assert row.locator("input:checked").get_attribute("value") == level
    page.reload(wait_until="commit")
    assert row.locator("input:checked").get_attribute("value") == level


@pytest.mark.slow
def test_a_button_that_was_clicked_in_vain_does_its_work_once(
    slow_page: tuple["Page", list["Route"]],
) -> None:
    page, held = slow_page
    page.goto(COMPETENCE, wait_until="commit")
    cards = page.locator("li textarea[data-text]")
    button = page.locator("button[data-add]").first
    button.wait_for()
    before = cards.count()
    for _ in range(3):
        button.click(no_wait_after=True)
    _come(page, held)
    page.wait_for_timeout(300)
    assert cards.count() == before + 1


@pytest.mark.slow
@pytest.mark.parametrize("script", ["frame.js", "sync.js", "cards.js"])
def test_a_page_of_which_a_script_did_not_come_is_asked_again_with_what_was_written(
    context: "BrowserContext", editor: Editor, script: str
) -> None:
    context.route(f"**/static/{script}", lambda route: route.abort())
    context.route("**/static/icon.svg", lambda route: route.abort())  # the editor does not answer
    page = context.new_page()
    page.goto(COMPETENCE, wait_until="commit")
    field = page.locator("li textarea[data-text]").first
    field.press("Control+End")
    page.keyboard.type(" Vroegop.")
    page.wait_for_timeout(500)
    context.unroute_all()
    wait_for(lambda: "Vroegop." in str(editor.document()))
    assert page.locator("li textarea[data-text]").first.input_value().endswith(" Vroegop.")


@pytest.mark.slow
def test_what_somebody_else_wrote_before_such_a_page_came_again_is_shown_beside_it(
    context: "BrowserContext", editor: Editor
) -> None:
    context.route("**/static/frame.js", lambda route: route.abort())
    context.route("**/static/icon.svg", lambda route: route.abort())
    page = context.new_page()
    page.goto(COMPETENCE, wait_until="commit")
    field = page.locator("li textarea[data-text]").first
    before = field.input_value()
    field.press("Control+End")
    page.keyboard.type(" Vroegop.")
    page.wait_for_timeout(500)
    theirs = "Een ander schreef dit."
    file = editor.root / f"{BASIS}.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(before, theirs), encoding="utf-8")
    wait_for(lambda: theirs in context.request.get(f"{editor.origin}{COMPETENCE}").text())
    context.unroute_all()
    box = page.locator(".conflict")
    box.wait_for()
    assert theirs in box.inner_text()
    assert field.input_value() == f"{before} Vroegop."
