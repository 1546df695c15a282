"""Importing in a real browser: choosing, dropping, pasting, correcting, taking over, undoing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from running_editor import Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABLE = (
    "Competentie;Blurb;Niveau 1;Niveau 2\n"
    "Samenwerken;Werkt <b>met</b> anderen;- Deelt informatie;- Lost een conflict op\n"
    "Luisteren;Hoort wat er is;- Vraagt door;- Vat samen\n"
)
DROP = """([name, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  const place = document.querySelector("[data-drop]");
  for (const kind of ["dragover", "drop"]) {
    place.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
  }
}"""
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""


@pytest.fixture
def asking(page: "Page") -> "Page":
    page.goto("/import")
    wait_until_saved(page)
    return page


def chosen(page: "Page", tmp_path: Path, text: str, name: str = "gedrag.csv") -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    page.set_input_files("#file", path)
    page.wait_for_url("**/import/*")
    wait_until_saved(page)


def choice(letter: str) -> str:
    return f"tr[data-key$=' {letter}'] select"


def test_a_file_that_is_dropped_is_read_corrected_and_taken_over(
    asking: "Page", editor: Editor
) -> None:
    asking.evaluate(DROP, ["gedrag.csv", TABLE])
    asking.wait_for_url("**/import/*")
    wait_until_saved(asking)
    assert "2 competenties" in asking.locator("#found").inner_text()
    assert asking.locator("main b").count() == 0
    asking.select_option(choice("B"), "definition")
    asking.wait_for_selector("text=Alles uit het bestand is gebruikt.")
    assert asking.locator(choice("B")).input_value() == "definition"
    wait_for(lambda: "Opnieuw gelezen" in (asking.locator("#announcer").text_content() or ""))
    asking.locator("#take button.primary").click()
    asking.wait_for_url("**/frameworks/gedrag")
    competence = editor.document("frameworks/gedrag")["competences"][0]
    assert competence["definition"] == "Werkt <b>met</b> anderen"


def test_by_keyboard_only(asking: "Page", tmp_path: Path) -> None:
    chosen(asking, tmp_path, TABLE)
    asking.locator(choice("B")).focus()
    asking.keyboard.type("definitie")
    asking.wait_for_selector("text=Alles uit het bestand is gebruikt.")
    assert asking.evaluate("document.activeElement.value") == "definition"
    asking.locator("#name").focus()
    asking.keyboard.press("Control+a")
    asking.keyboard.type("Eigen naam")
    asking.keyboard.press("Enter")
    asking.wait_for_selector("text=Er komt een nieuw model: Eigen naam.")
    asking.locator("#take button.primary").focus()
    asking.keyboard.press("Enter")
    asking.wait_for_url("**/frameworks/eigen-naam")


def test_a_range_that_is_pasted_on_the_page_is_read(asking: "Page") -> None:
    asking.evaluate(PASTE, TABLE.replace(";", "\t"))
    assert asking.locator("#pasted").input_value().startswith("Competentie")
    asking.locator("form.asking button.primary").click()
    asking.wait_for_url("**/import/*")
    assert "2 competenties" in asking.locator("#found").inner_text()


def test_replacing_a_framework_is_undone_with_one_key(
    asking: "Page", editor: Editor, tmp_path: Path
) -> None:
    asking.request.get("/api/v1/workspace")
    chosen(asking, tmp_path, TABLE, "basis.csv")
    asking.wait_for_selector("text=Er is al een model met de code basis")
    before = len(editor.document()["competences"])
    asking.check("#take input[value=replace]")
    asking.locator("#take button.primary").click()
    asking.wait_for_url("**/frameworks/basis")
    wait_for(lambda: len(editor.document()["competences"]) == 2)
    wait_until_saved(asking)
    asking.keyboard.press("Control+z")
    wait_for(lambda: len(editor.document()["competences"]) == before)


def test_a_sheet_is_left_out_by_its_tick_and_none_at_all_is_refused(
    asking: "Page", tmp_path: Path
) -> None:
    book = Workbook()
    for name in ("Eerste", "Tweede"):
        sheet = book.create_sheet(name)
        sheet.append(["Competentie", "Definitie"])
        sheet.append([f"{name} competentie", "Werkt met anderen aan het doel van de klant."])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bladen.xlsx")
    asking.set_input_files("#file", tmp_path / "bladen.xlsx")
    asking.wait_for_url("**/import/*")
    wait_until_saved(asking)
    first, second = (asking.locator(f"[name=sheet][value={one}]") for one in ("Eerste", "Tweede"))
    assert first.is_checked()
    assert second.is_checked()
    first.click()
    asking.wait_for_selector("#found >> text=1 competentie")
    assert (first.is_checked(), second.is_checked()) == (False, True)
    second.click()
    asking.wait_for_selector("text=Vink bij “Bladen die meedoen” ten minste één blad aan.")
    first.click()
    asking.wait_for_selector("#found >> text=1 competentie")
    assert "Eerste competentie" in asking.locator("main").inner_text()


def test_the_choice_of_levels_can_be_read_whole(page: "Page") -> None:
    for width in (1366, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/frameworks/basis/export?program=moodle")
        choice = page.get_by_text("In de omschrijving van de competentie", exact=True)
        box = choice.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
        assert choice.evaluate("one => one.scrollWidth <= one.offsetWidth")
    page.goto("/frameworks/basis/export?program=yaml")
    assert page.locator("[name=levels]").count() == 0


def test_what_cannot_be_read_is_said_and_another_file_can_be_chosen(
    asking: "Page", tmp_path: Path
) -> None:
    (tmp_path / "foto.csv").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 500)
    asking.set_input_files("#file", tmp_path / "foto.csv")
    asking.wait_for_url("**/import/*")
    assert "een afbeelding" in asking.locator("[role=alert]").first.inner_text()
    (tmp_path / "kapot.zip").write_bytes(b"PK\x03\x04 kapot")
    asking.set_input_files("#file", tmp_path / "kapot.zip")
    asking.wait_for_selector("text=beschadigd of beveiligd zip-bestand")
    chosen(asking, tmp_path, TABLE)
    assert "2 competenties" in asking.locator("#found").inner_text()


def test_the_screens_can_be_used_by_everybody(
    asking: "Page", tmp_path: Path, axe: "Callable[[Page], list[str]]"
) -> None:
    for path in ("/import", "plan", "/frameworks/basis/export?program=canvas"):
        if path == "plan":
            chosen(asking, tmp_path, TABLE, "basis.csv")
        else:
            asking.goto(path)
        asking.set_viewport_size({"width": 1280, "height": 800})
        for scheme in ("light", "dark"):
            asking.emulate_media(color_scheme=scheme)
            assert axe(asking) == []
        asking.set_viewport_size({"width": 320, "height": 700})
        assert asking.evaluate("document.documentElement.scrollWidth") <= 320, path
        asking.goto("/import")
