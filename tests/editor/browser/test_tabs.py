"""Tabs of one browser on a real editor: each by itself, and together, they lose nothing."""

import json
from typing import TYPE_CHECKING, Any

from running_editor import BASIS, Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page, Route

_PAGE = "/frameworks/basis/competences/klantgerichtheid"
_QUEUES = "() => Object.keys(localStorage).filter((name) => name.startsWith('competenties:queue:'))"
_CLIENT = "() => Object.entries(sessionStorage).find(([name]) => name.includes(':client:'))[1]"


def _open(page: "Page") -> "Page":
    page.goto(_PAGE)
    page.wait_for_selector("#saving[data-state]")
    return page


def _field(page: "Page", number: int = 0) -> "Locator":
    return page.locator("li textarea[data-text][data-path]").nth(number)


def _type(page: "Page", text: str, number: int = 0) -> None:
    field = _field(page, number)
    field.click()
    field.press("Control+End")
    page.keyboard.type(text)


def _write(page: "Page", text: str) -> None:
    """Write in one stroke: of slow typing every pause makes an edit that is undone by itself."""
    field = _field(page)
    field.click()
    field.press("Control+End")
    page.keyboard.insert_text(text)


def _texts(editor: Editor) -> str:
    return json.dumps(editor.document(BASIS), ensure_ascii=False)


def _cut(context: "BrowserContext") -> None:
    context.route("**/api/operations", lambda route: route.abort())


def test_a_copy_of_a_tab_is_another_client(context: "BrowserContext", page: "Page") -> None:
    _open(page)
    with context.expect_page() as opened:
        page.evaluate("() => { window.open(location.href); }")  # it takes the storage along
    copy = opened.value
    copy.wait_for_selector("#saving[data-state]")
    assert copy.evaluate(_CLIENT) != page.evaluate(_CLIENT)


def test_a_tab_is_the_same_client_after_a_reload(page: "Page") -> None:
    _open(page)
    before = page.evaluate(_CLIENT)
    page.reload()
    page.wait_for_selector("#saving[data-state]")
    assert page.evaluate(_CLIENT) == before


def test_a_page_that_goes_away_sends_what_it_has(page: "Page", editor: Editor) -> None:
    _open(page)
    _type(page, " Nogopweg.")
    page.goto("about:blank")
    wait_for(lambda: "Nogopweg." in _texts(editor))


def test_what_a_closed_tab_left_is_sent_by_another_one(
    context: "BrowserContext", editor: Editor
) -> None:
    first, second = _open(context.new_page()), _open(context.new_page())
    _cut(context)
    _type(first, " Achtergelaten.")
    first.close()
    assert second.evaluate(_QUEUES)
    context.unroute_all()
    wait_for(lambda: "Achtergelaten." in _texts(editor))
    wait_for(lambda: not second.evaluate(_QUEUES))
    wait_for(lambda: _field(second).input_value().endswith(" Achtergelaten."))


def test_what_was_left_is_in_the_fields_of_the_next_tab_and_goes_on_there(
    context: "BrowserContext", editor: Editor
) -> None:
    first = _open(context.new_page())
    _cut(context)
    _type(first, " Eerst.")
    first.close()
    second = _open(context.new_page())
    wait_for(lambda: _field(second).input_value().endswith(" Eerst."))
    _type(second, " Daarna.")
    context.unroute_all()
    wait_for(lambda: " Eerst. Daarna." in _texts(editor))
    assert second.locator(".conflict").count() == 0


def test_a_tab_that_comes_back_goes_on_with_its_own_words_though_another_one_is_open(
    context: "BrowserContext", editor: Editor
) -> None:
    first, second = _open(context.new_page()), _open(context.new_page())
    editor.kill()
    _type(first, " Eerst.")
    first.close()
    second.wait_for_timeout(
        2500
    )  # the other one could have taken them over, and may not have sent them
    assert len(second.evaluate(_QUEUES)) == 1
    assert second.locator("#saving").get_attribute("data-state") == "saved"
    editor.start()
    again = _open(context.new_page())
    wait_for(lambda: _field(again).input_value().endswith(" Eerst."))
    _type(again, " Daarna.")
    wait_for(lambda: " Eerst. Daarna." in _texts(editor))
    assert [one.locator(".conflict").count() for one in (again, second)] == [0, 0]


def test_two_texts_in_one_sentence_are_both_shown_and_one_is_chosen(
    context: "BrowserContext", editor: Editor
) -> None:
    first, second = _open(context.new_page()), _open(context.new_page())
    second.route("**/api/operations", lambda route: route.abort())
    _type(second, " Van de tweede.")
    _type(first, " Van de eerste.")
    wait_until_saved(first)
    second.unroute_all()
    box = second.locator(".conflict")
    box.wait_for()
    assert box.locator("blockquote").inner_text().endswith(" Van de eerste.")
    assert _field(second).input_value().endswith(" Van de tweede.")
    second.reload()
    second.locator(".conflict button").first.click()
    wait_until_saved(second)
    wait_for(lambda: "Van de tweede." in _texts(editor))
    wait_for(lambda: _field(first).input_value().endswith(" Van de tweede.") or _leave(first))


def _leave(page: "Page") -> bool:
    page.evaluate("() => document.activeElement.blur()")
    page.wait_for_timeout(20)
    return False


def test_undo_and_redo_work_after_a_reload(page: "Page", editor: Editor) -> None:
    _open(page)
    before = _field(page).input_value()
    _write(page, " Erbij.")
    wait_until_saved(page)
    page.reload()
    page.wait_for_selector("#saving[data-state]")
    page.keyboard.press("Control+z")
    wait_for(lambda: _value(page) == before)
    page.keyboard.press("Control+y")
    wait_for(lambda: _value(page) == before + " Erbij.")
    wait_for(lambda: "Erbij." in _texts(editor))


def test_undo_right_after_the_last_key_takes_back_what_was_just_typed(page: "Page") -> None:
    _open(page)
    before = _field(page).input_value()
    _write(page, " Direct")
    page.keyboard.press("Control+z")
    wait_for(lambda: _value(page) == before)


def test_an_edit_whose_answer_was_lost_can_be_undone(page: "Page") -> None:
    _open(page)
    before = _field(page).input_value()
    lost: list[Any] = []

    def lose(route: "Route") -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch())
        route.abort()

    page.route("**/api/operations", lose)
    _write(page, " Onbeantwoord.")
    wait_until_saved(page)
    assert lost
    page.keyboard.press("Control+z")
    wait_for(lambda: _value(page) == before)


def test_eight_tabs_all_save(context: "BrowserContext", editor: Editor) -> None:
    tabs = [_open(context.new_page()) for _ in range(8)]
    for number, tab in enumerate(tabs):
        _type(tab, f" Tab{number}.", number)
    for tab in tabs:
        wait_until_saved(tab)
    wait_for(lambda: all(f"Tab{number}." in _texts(editor) for number in range(8)))


def test_news_goes_on_when_the_tab_that_listens_is_closed(context: "BrowserContext") -> None:
    first, second, third = (_open(context.new_page()) for _ in range(3))
    first.close()
    _type(second, " Nieuws.")
    wait_for(lambda: _field(third).input_value().endswith(" Nieuws.") or _leave(third))


def test_a_text_of_a_card_that_was_removed_elsewhere_is_still_there_after_a_reload(
    context: "BrowserContext",
) -> None:
    first, second = _open(context.new_page()), _open(context.new_page())
    second.route("**/api/operations", lambda route: route.abort())
    _type(second, " Blijft.")
    item = _field(first).get_attribute("data-item")
    first.locator(f"#grip-{item}").press("Delete")
    wait_until_saved(first)
    second.unroute_all()
    second.wait_for_selector("#saving[data-state=conflict]")
    second.reload()
    second.wait_for_selector("#left-over")
    assert second.locator("#left-over blockquote").inner_text().endswith(" Blijft.")


def _value(page: "Page") -> str:
    page.wait_for_timeout(20)
    return _field(page).input_value()
