"""The workspace and search screens in a real browser: the first run, cards, dialogs, narrow and dark."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running_editor import Editor, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def empty(workspace: Path) -> Path:
    """A workspace without any document; ask for it before `page`."""
    for folder in ("frameworks", "profiles"):
        shutil.rmtree(workspace / folder)
    return workspace


def test_the_first_run_goes_by_keyboard_to_a_blank_framework(empty: Path, page: "Page") -> None:
    page.goto("/")
    page.locator("#blank-name").focus()
    page.keyboard.type("Ons model")
    page.keyboard.press("Enter")
    page.wait_for_url("**/frameworks/ons-model")
    page.get_by_role("heading", name="Dit model heeft nog geen competenties").wait_for()
    assert (empty / "frameworks" / "ons-model.json").exists()


@pytest.mark.usefixtures("empty")
def test_the_first_run_gives_the_ready_made_framework_at_one_click(page: "Page") -> None:
    page.goto("/")
    page.get_by_role("button", name="Begin met Basis").click()
    page.wait_for_url("**/frameworks/basis")
    assert page.locator("tr[data-c]").count() == 18


@pytest.mark.parametrize(
    ("language", "shown", "own"),
    [("nl", "Alleen Nederlands", "nl"), ("en", "English only", "en")],
)
def test_the_first_run_proposes_the_language_of_the_screen_only(
    empty: Path, page: "Page", editor: Editor, language: str, shown: str, own: str
) -> None:
    cookie: Any = {"name": "competenties-language", "value": language, "url": editor.origin}
    page.context.add_cookies([cookie])
    page.goto("/")
    choice = page.locator("#ready-languages")
    assert choice.locator("option:checked").text_content() == shown
    assert page.locator("#blank-languages").input_value() == own
    page.locator("button[value=basis]").click()
    page.wait_for_url("**/frameworks/basis")
    assert editor.document()["languages"] == [own]
    assert len(list((empty / "profiles").glob("*.json"))) == 4


@pytest.mark.usefixtures("empty")
def test_the_first_run_gives_both_languages_to_who_asks(page: "Page", editor: Editor) -> None:
    page.goto("/")
    page.get_by_label("Talen van de teksten").first.select_option(label="Nederlands en Engels")
    page.get_by_role("button", name="Alleen Klantgerichtheid").click()
    page.wait_for_url("**/frameworks/klantgerichtheid")
    assert editor.document("frameworks/klantgerichtheid")["languages"] == ["nl", "en"]


def test_a_profile_is_removed_and_put_back_without_leaving_the_page(
    page: "Page", workspace: Path
) -> None:
    file = workspace / "profiles" / "wijkverpleegkundige.json"
    page.goto("/")
    page.get_by_role("button", name="Wijkverpleegkundige verwijderen").click()
    back = page.get_by_role("button", name="wijkverpleegkundige terugzetten")
    back.wait_for()
    assert not file.exists()
    back.click()
    page.get_by_role("link", name="Wijkverpleegkundige").wait_for()
    assert file.exists()


def test_a_new_profile_is_asked_for_in_a_dialog_that_escape_closes(page: "Page") -> None:
    page.goto("/")
    button = page.get_by_role("button", name="Nieuw functieprofiel")
    button.click()
    page.keyboard.press("Escape")
    assert button.evaluate("one => one === document.activeElement")
    button.click()
    page.get_by_label("Naam van de functie").fill("Baliemedewerker")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profiles/baliemedewerker")


def test_the_findings_of_a_document_come_to_its_card_by_themselves(page: "Page") -> None:
    page.goto("/")
    page.get_by_text("geen aandachtspunten").first.wait_for()


def test_the_name_of_the_organisation_is_changed_on_the_screen(
    page: "Page", workspace: Path
) -> None:
    page.goto("/")
    page.get_by_text("Organisatie en taal").click()
    page.get_by_label("Naam van de organisatie").fill("Zorggroep Noord")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("heading", name="Zorggroep Noord").wait_for()
    settings = workspace / "competenties.toml"
    assert 'organisation = "Zorggroep Noord"' in settings.read_text(encoding="utf-8")


def test_search_leads_to_the_field_itself(page: "Page") -> None:
    page.goto("/")
    wait_until_saved(page)
    page.keyboard.press("/")
    page.keyboard.type("éindklant")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    hit = page.locator("ul.hits a[href*='-text']").first
    wanted = (hit.get_attribute("href") or "").partition("#")[2]
    hit.click()
    page.wait_for_url("**/competences/**")
    page.wait_for_selector(f"[id='{wanted}']:focus")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_screen_reader_finds_nothing_wrong_and_nothing_runs_off_a_narrow_screen(
    page: "Page", axe: Callable[["Page"], list[str]], scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    for path in ("/", "/search?q=klant", "/search?q=zzqqxx"):
        page.goto(path)
        page.wait_for_selector("#saving[data-state=saved]")
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        assert axe(page) == [], path
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    page.get_by_role("button", name="Nieuw model").click()
    assert axe(page) == []


@pytest.mark.usefixtures("empty")
def test_the_first_run_has_nothing_wrong_either(
    page: "Page", axe: Callable[["Page"], list[str]]
) -> None:
    page.goto("/")
    page.wait_for_selector("#saving[data-state=saved]")
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_buttons_for_language_and_theme_work(page: "Page") -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="Light or dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
