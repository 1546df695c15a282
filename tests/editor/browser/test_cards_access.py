"""The screen of a competence for everybody: screen reader, dark, small, large, and quick."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from card_pages import CardPage, framework, write
from running_editor import Editor, editor_of, wait_for, wait_until_saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FULL = "/frameworks/basis/competences/klantgerichtheid"


def _opened(page: "Page", path: str = FULL) -> None:
    page.goto(path)
    wait_until_saved(page)
    page.locator("#card-menu").wait_for(state="attached")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(
    page: "Page", axe: Callable[["Page"], list[str]], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _opened(page, f"{FULL}?open=questions&open=tips")
    page.locator(".column [data-add=positive]").first.click()
    page.keyboard.type("Schrijft heldere mails en is aardig.")
    page.locator(".finding").first.wait_for()
    page.get_by_role("button", name="Accepteren met reden").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(300)
    assert axe(page) == []
    page.locator(".choose").first.check(force=True)
    page.locator(".grip").nth(3).press("Enter")
    assert axe(page) == []
    page.keyboard.press("Escape")
    page.locator("#keys-open").click()
    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_wider_than_a_small_screen(page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    _opened(page, f"{FULL}?open=questions&open=tips")
    page.locator(".column [data-add=positive]").first.click()
    page.keyboard.type("Is in staat om klanten te helpen met heldere mails en is aardig.")
    page.locator(".finding").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_levels_stand_side_by_side_when_wide_and_below_each_other_when_small(
    page: "Page",
) -> None:
    _opened(page)
    tops = "[...document.querySelectorAll('.column:not([hidden])')].map(one => one.offsetTop)"
    assert len(set(page.evaluate(tops))) == 1
    page.set_viewport_size({"width": 800, "height": 700})
    assert len(set(page.evaluate(tops))) == 5


def test_everything_that_is_pressed_is_large_enough(page: "Page") -> None:
    _opened(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main textarea, main summary')]
            .filter(one => one.offsetParent && (one.offsetWidth < 24 || one.offsetHeight < 24))
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_the_other_language_is_beside_the_text_that_is_written(page: "Page") -> None:
    _opened(page)
    assert page.locator(".card .other[lang=en]").count() > 10
    page.locator(".texts a", has_text="en").click()
    wait_until_saved(page)
    field = page.locator("textarea[data-text]").first
    assert field.get_attribute("lang") == "en"
    assert page.locator(".card .other[lang=nl]").count() > 10
    field.press("Control+End")
    page.keyboard.type(" Today.")
    wait_until_saved(page)
    page.goto(FULL)
    other = page.locator(".card .other[lang=en]").first
    assert (other.text_content() or "").endswith("Today.")


def test_a_card_that_is_made_in_the_other_language_is_in_that_language(
    page: "Page", editor: Editor
) -> None:
    _opened(page, f"{FULL}?text=en")
    page.locator(".column [data-add=positive]").first.click()
    page.keyboard.type("Calls back.")
    wait_until_saved(page)
    answer = page.context.request.get("/api/v1/frameworks/basis").json()
    made = answer["competences"][0]["levels"][0]["indicators"]
    assert {"en": "Calls back."} in [one["text"] for one in made]
    assert editor.errors() == ""


def test_questions_tips_and_other_names_are_added_moved_and_removed(cards: CardPage) -> None:
    page = cards.page
    page.locator("#aliases summary").click()
    for name in ("samen optrekken", "teamwerk"):
        page.get_by_label("Nieuwe andere naam").fill(name)
        page.get_by_label("Nieuwe andere naam").press("Enter")
        cards.saved()
    page.get_by_role("button", name="Omhoog: Andere naam 2").click()
    wait_for(
        lambda: cards.document()["competences"][0]["aliases"] == ["teamwerk", "samen optrekken"]
    )
    page.locator("#questions summary").first.click()
    page.get_by_label("Nieuwe interviewvraag").fill("Vertel over een keer dat u hulp vroeg.")
    page.get_by_label("Nieuwe interviewvraag").press("Enter")
    page.get_by_label("Nieuwe doorvraag").fill("Wat was er aan de hand?")
    page.get_by_label("Nieuwe doorvraag").press("Enter")
    cards.saved()
    page.get_by_label("Doorvraag 1", exact=True).press("Control+End")
    page.keyboard.type(" Toen?")
    cards.saved()
    competence = cards.document()["competences"][0]
    assert competence["aliases"] == ["teamwerk", "samen optrekken"]
    assert competence["questions"][0]["text"] == "Vertel over een keer dat u hulp vroeg."
    assert competence["questions"][0]["probes"] == [
        {"step": "situation", "text": "Wat was er aan de hand? Toen?"}
    ]
    page.get_by_role("button", name="Verwijderen: Vraag 1").click()
    page.get_by_role("button", name="Verwijderen: Andere naam 1").click()
    wait_for(lambda: cards.document()["competences"][0]["aliases"] == ["samen optrekken"])
    assert "questions" not in cards.document()["competences"][0]


def test_a_minimum_level_is_set_with_its_reason_and_taken_away(cards: CardPage) -> None:
    page = cards.page
    page.locator("#minimum summary").click()
    page.locator("#minimum-level").select_option("2")
    page.locator("#minimum-reason").fill("Anders werkt het niet.")
    page.get_by_role("button", name="Minimumniveau vastleggen").click()
    cards.saved()
    asked = {"level": 2, "reason": "Anders werkt het niet."}
    assert cards.document()["competences"][0]["minimum_level"] == asked
    page.get_by_role("button", name="Minimumniveau weghalen").click()
    cards.saved()
    assert "minimum_level" not in cards.document()["competences"][0]


@pytest.mark.slow
def test_a_key_takes_less_than_30_milliseconds_among_a_hundred_cards(
    browser: "Browser", workspace: "Path", tmp_path: "Path"
) -> None:
    texts = {level: [f"Belt klant {level}{n} terug." for n in range(20)] for level in range(1, 6)}
    write(workspace, framework("groot", cards=texts))
    with editor_of(workspace, tmp_path / "state") as editor:
        context = browser.new_context(base_url=editor.origin)
        context.request.get(editor.address("/api/v1/workspace"))
        cards = CardPage(context.new_page(), "groot")
        cards.page.evaluate(
            """() => {
                window.keys = [];
                let start = 0;
                document.addEventListener('keydown', () => { start = performance.now(); }, true);
                document.addEventListener('input', () => setTimeout(
                    () => { document.body.offsetHeight; window.keys.push(performance.now() - start); }));
            }"""
        )
        cards.text(3, 10).press("Control+End")
        cards.page.keyboard.type(" Noteert de naam van iedereen die belt in het dossier.", delay=30)
        keys = sorted(cards.page.evaluate("window.keys"))
        context.close()
    assert len(keys) > 40
    assert keys[len(keys) // 2] < 30
