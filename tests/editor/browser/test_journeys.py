"""The whole way from an empty folder to paper: by keyboard only, by mouse, and from a spreadsheet."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running_editor import editor_of, wait_for, wait_until_saved

from conftest import SHARED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Locator, Page

pytestmark = pytest.mark.slow

FRAMEWORKS = SHARED / "data" / "frameworks"
SHEETS = {
    "digcomp3-nl/DigComp_3.0_Data_Supplement_nl.xlsx": 21,
    "uk-ddat/skills.csv": 100,
}
"""Real files, with how many competences they hold at least."""

BASE = ["Belt de klant op de afgesproken dag terug.", "Noteert elke afspraak in het dossier."]
HIGHER = ["Legt met een collega vast wie de klant antwoord geeft."]
TOGETHER = "Draagt het werk aan het eind van de dag over."
AGREED = [*HIGHER, TOGETHER]
"""What the requested levels bring."""
PURPOSE = "Helpt inwoners aan de balie met hun aanvraag."
_MOST_TABS = 250


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder with nothing in it."""
    root = tmp_path / "nieuw"
    root.mkdir()
    return root


@pytest.fixture
def first(browser: "Browser", empty: Path, tmp_path: Path) -> Iterator["Page"]:
    """The first page of an editor on an empty folder; a script that fails in it fails the test."""
    with editor_of(empty, tmp_path / "state") as editor:
        context = browser.new_context(
            viewport={"width": 1366, "height": 768}, base_url=editor.origin, locale="nl-NL"
        )
        context.set_default_timeout(20_000)
        failures: list[str] = []
        context.on("weberror", lambda error: failures.append(str(error.error)))
        page = context.new_page()
        page.goto(editor.address("/"))
        wait_until_saved(page)
        yield page
        context.close()
        assert failures == []


def test_from_an_empty_folder_to_paper_with_the_keyboard_only(
    first: "Page", empty: Path, tmp_path: Path
) -> None:
    _blank_framework(first)
    _competence_by_keyboard(first)
    _profile_by_keyboard(first)
    word = _downloaded(first, lambda: _press(first, "a[data-kind='.docx']"), tmp_path)
    said = _word_text(word)
    assert PURPOSE in said
    assert all(one in said for one in AGREED)
    assert BASE[0] not in said
    with first.context.expect_page() as printed:
        _press(first, "a[data-print]")
    _is_paper(printed.value, *AGREED, PURPOSE)
    _press(first, "header a[href='/forms']")
    first.wait_for_url("**/forms")
    wait_until_saved(first)
    sheet = _downloaded(first, lambda: _press(first, "#one button[value='.xlsx']"), tmp_path)
    assert all(one in _sheet_text(sheet) for one in AGREED)
    assert sorted(one.name for one in empty.glob("*/*.json") if one.parent.name != "schemas") == [
        "baliemedewerker.json",
        "ons-model.json",
    ]


def test_from_an_empty_folder_to_paper_with_the_mouse_and_the_ready_made_framework(
    first: "Page", tmp_path: Path
) -> None:
    first.get_by_role("button", name="Begin met Basis").click()
    first.wait_for_url("**/frameworks/basis")
    first.locator("tr[data-c=klantgerichtheid] a.name").click()
    first.wait_for_url("**/competences/klantgerichtheid")
    wait_until_saved(first)
    column = first.locator(".column[data-level='2']")
    column.locator("[data-add=positive]").click()
    first.keyboard.insert_text(HIGHER[0])
    wait_until_saved(first)
    first.get_by_role("link", name="Werkmap").click()
    first.wait_for_url(lambda address: address.endswith("/"))
    wait_until_saved(first)
    first.get_by_role("button", name="Nieuw functieprofiel").click()
    first.get_by_label("Naam van de functie").fill("Baliemedewerker")
    first.locator("dialog[open] button.primary").click()
    first.wait_for_url("**/profiles/baliemedewerker")
    wait_until_saved(first)
    first.get_by_role("link", name="Alle competenties").click()
    first.wait_for_url("**competences=all**")
    wait_until_saved(first)
    for competence, level in (("klantgerichtheid", 2), ("samenwerken", 3)):
        line = f"tr.line[data-competence={competence}]"
        first.locator(f"{line} input[value='{level}']").click()
        first.locator(f"{line}[data-level='{level}']").wait_for()
    with first.context.expect_page() as printed:
        first.get_by_role("link", name="Afdrukken").click()
    _is_paper(printed.value, HIGHER[0], "Samenwerken")
    link = first.get_by_role("link", name="Download Word")
    assert HIGHER[0] in _word_text(_downloaded(first, link.click, tmp_path))
    first.get_by_role("link", name="Formulieren").first.click()
    first.wait_for_url("**/forms")
    wait_until_saved(first)
    first.locator("#one input[value=baliemedewerker]").check()
    others = first.locator("#one input[name=profile]:checked:not([value=baliemedewerker])")
    while others.count():
        others.first.uncheck()
    button = first.locator("#one button[value='.xlsx']")
    assert HIGHER[0] in _sheet_text(_downloaded(first, button.click, tmp_path))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_real_spreadsheet_comes_in_by_the_import_screen_up_to_the_matrix(
    first: "Page", sheet: str, empty: Path
) -> None:
    file = FRAMEWORKS / sheet
    if not file.exists():
        pytest.skip("needs the collected frameworks")
    first.get_by_role("link", name="Importeren").last.click()
    first.wait_for_url("**/import")
    wait_until_saved(first)
    first.set_input_files("#file", file)
    first.wait_for_url("**/import/*", timeout=60_000)
    wait_until_saved(first)
    said = first.locator("#found").inner_text()
    least = SHEETS[sheet]
    found = next(int(word) for word in said.split() if word.isdecimal() and int(word) >= least)
    assert f"{found} competenties" in said
    first.locator("#take button.primary").click()
    first.wait_for_url("**/frameworks/*", timeout=60_000)
    first.locator("tr[data-c]").first.wait_for()
    assert first.locator("tr[data-c]").count() == found
    wait_for(lambda: len(list((empty / "frameworks").glob("*.json"))) == 1)


def _blank_framework(page: "Page") -> None:
    _reach(page, "#blank-name")
    page.keyboard.type("Ons model")
    page.keyboard.press("Enter")
    page.wait_for_url("**/frameworks/ons-model")
    wait_until_saved(page)


def _competence_by_keyboard(page: "Page") -> None:
    for selector, name in (
        (".teaches [data-act=add]", "Samenwerken"),
        (".above [data-act=add]", "Klantgericht werken"),
    ):
        _press(page, selector)
        _has_focus(page, "#ask-name")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        page.locator("tr[data-c]", has_text=name).wait_for()
        wait_until_saved(page)
    _reach(page, "tr[data-c] a.name")
    page.keyboard.press("ArrowUp")
    _has_focus(page, "tr[data-c=samenwerken] a.name")
    page.keyboard.press("Enter")
    page.wait_for_url("**/competences/samenwerken")
    wait_until_saved(page)
    _sentences_by_keyboard(page, 1, [TOGETHER])
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/competences/klantgericht-werken")
    wait_until_saved(page)
    _sentences_by_keyboard(page, 1, BASE)
    _sentences_by_keyboard(page, 2, HIGHER)


def _sentences_by_keyboard(page: "Page", level: int, sentences: list[str]) -> None:
    _press(page, f".column[data-level='{level}'] [data-add=positive]")
    for number, sentence in enumerate(sentences):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(sentence)
    wait_until_saved(page)


def _profile_by_keyboard(page: "Page") -> None:
    _press(page, "header nav a[href='/']")
    page.wait_for_url(lambda address: address.endswith("/"))
    wait_until_saved(page)
    _press(page, "button[data-dialog=new-profile]")
    _has_focus(page, "dialog[open] input")
    page.keyboard.type("Baliemedewerker")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profiles/baliemedewerker")
    wait_until_saved(page)
    _reach(page, "#block-purpose textarea")
    page.keyboard.type(PURPOSE)
    _press(page, "a[data-which=all]")
    page.wait_for_url("**competences=all**")
    wait_until_saved(page)
    for competence, level in (("klantgericht-werken", 2), ("samenwerken", 1)):
        line = f"tr.line[data-competence={competence}]"
        _reach(page, f"{line} input:checked")
        for _ in range(level):
            page.keyboard.press("ArrowRight")
        page.locator(f"{line}[data-level='{level}']").wait_for()
        wait_until_saved(page)


def _reach(page: "Page", selector: str) -> None:
    """Press Tab until the focus is there: what cannot be reached with it fails the test."""
    page.locator(selector).first.wait_for()
    for _ in range(_MOST_TABS):
        if page.evaluate("one => document.activeElement?.matches(one)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not come to " + selector)


def _press(page: "Page", selector: str) -> None:
    _reach(page, selector)
    page.keyboard.press("Enter")


def _has_focus(page: "Page", selector: str) -> None:
    wait_for(lambda: page.evaluate("one => document.activeElement?.matches(one)", selector))


def _is_paper(printed: "Page", *sentences: str) -> None:
    """A page of its own that prints: the words are there, and nothing of the editor."""
    printed.wait_for_load_state()
    text = _text(printed.locator("body"))
    assert [one for one in sentences if one not in text] == []
    assert printed.locator("textarea, input, button, nav").count() == 0
    assert printed.pdf().startswith(b"%PDF")
    printed.close()


def _text(place: "Locator") -> str:
    return " ".join((place.text_content() or "").split())


def _downloaded(page: "Page", act: Callable[[], None], folder: Path) -> Path:
    with page.expect_download() as waiting:
        act()
    download: Download = waiting.value
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def _word_text(path: Path) -> str:
    from docx import Document

    body = Document(str(path)).element.body
    return "\n".join("".join(one.itertext()) for one in body.iter() if str(one.tag).endswith("}p"))


def _sheet_text(path: Path) -> str:
    from openpyxl import load_workbook

    book = load_workbook(path)
    cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)
