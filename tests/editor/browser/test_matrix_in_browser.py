"""The matrix in a real browser: keys, mouse, the open cell, undo, and what a screen reader gets."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from running_editor import Editor, wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

MATRIX = "/frameworks/basis"
_PATIENCE = 60
"""Seconds for the first check of sentences, which reads all word lists, on a busy computer."""


@pytest.fixture
def matrix(page: "Page") -> "Page":
    page.goto(MATRIX)
    page.wait_for_selector("#saving[data-state=saved]")
    return page


def cell(page: "Page", competence: str, column: int) -> Any:
    return page.locator(f"tr[data-c={competence}] td > button").nth(column)


def focused(page: "Page") -> str:
    found: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
    )
    return found


def names(page: "Page") -> list[str]:
    found: list[str] = page.locator("tr[data-c]").evaluate_all(
        "all => all.map((one) => one.dataset.c)"
    )
    return found


def competence(editor: Editor, identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in editor.document()["competences"] if one["id"] == identifier
    )
    return found


def test_tab_stops_once_and_the_arrows_go_from_cell_to_cell(matrix: "Page") -> None:
    assert matrix.locator("table [tabindex='0']").count() == 1
    matrix.locator("table [tabindex='0']").focus()
    matrix.keyboard.press("ArrowRight")
    matrix.keyboard.press("ArrowRight")
    assert focused(matrix) == "Klantgerichtheid, 1 Volgens afspraak: 4 zinnen"
    matrix.keyboard.press("ArrowDown")
    matrix.keyboard.press("ArrowRight")
    assert focused(matrix) == "Adviseren, 2 Zelfstandig: 4 zinnen"
    matrix.keyboard.press("Control+End")
    assert "5 Richtinggevend" in focused(matrix)
    matrix.keyboard.press("Home")
    assert matrix.evaluate("document.activeElement.matches('tr[data-c] th a')")
    assert matrix.locator("table [tabindex='0']").count() == 1


def test_enter_opens_a_cell_and_what_is_written_there_reaches_the_file(
    matrix: "Page", editor: Editor
) -> None:
    cell(matrix, "adviseren", 1).focus()
    matrix.keyboard.press("Enter")
    field = matrix.locator("section.cell textarea").first
    field.wait_for()
    assert field.evaluate("one => one === document.activeElement")
    assert cell(matrix, "adviseren", 1).get_attribute("aria-expanded") == "true"
    matrix.keyboard.press("End")
    matrix.keyboard.type(" Belt terug.")
    matrix.keyboard.press("Enter")
    matrix.keyboard.type("Vraagt door tot het doel helder is.")
    wanted = "Vraagt door tot het doel helder is."
    wait_for(lambda: _sentences(editor, "adviseren", 2)[1] == wanted, _PATIENCE)
    assert len(_sentences(editor, "adviseren", 2)) == 5
    assert _sentences(editor, "adviseren", 2)[0].endswith(" Belt terug.")
    matrix.keyboard.press("Escape")
    assert focused(matrix).startswith("Adviseren, 2 Zelfstandig")
    assert matrix.locator("section.cell").count() == 0
    matrix.wait_for_function(
        "() => document.querySelector('tr[data-c=adviseren]').cells[2].textContent.startsWith('5')"
    )


def test_an_empty_sentence_goes_with_backspace_and_undo_brings_a_deleted_one_back(
    matrix: "Page", editor: Editor
) -> None:
    cell(matrix, "adviseren", 0).click()
    matrix.locator("section.cell textarea").first.wait_for()
    first = matrix.locator("section.cell textarea").first.input_value()
    matrix.locator("section.cell [data-act=drop-sentence]").first.click()
    wait_until_saved(matrix)
    wait_for(lambda: len(_sentences(editor, "adviseren", 1)) == 3)
    matrix.keyboard.press("Control+z")
    wait_for(lambda: len(_sentences(editor, "adviseren", 1)) == 4)
    matrix.wait_for_function(
        "text => document.querySelector('section.cell textarea')?.value === text", arg=first
    )


def test_pasted_lines_become_sentences(matrix: "Page", editor: Editor) -> None:
    cell(matrix, "adviseren", 0).click()
    matrix.locator("section.cell [data-act=add-sentence]").click()
    paste(matrix, "Legt twee keuzes voor.\nNoemt van elke keuze het gevolg.\n")
    wait_until_saved(matrix)
    wait_for(lambda: len(_sentences(editor, "adviseren", 1)) == 6)
    assert _sentences(editor, "adviseren", 1)[-2:] == [
        "Legt twee keuzes voor.",
        "Noemt van elke keuze het gevolg.",
    ]


def test_what_the_check_says_comes_under_the_sentence_while_it_is_written(matrix: "Page") -> None:
    cell(matrix, "adviseren", 0).click()
    matrix.locator("section.cell [data-act=add-sentence]").click()
    matrix.keyboard.type("Is een echte teamspeler met een hands-on mentaliteit.")
    matrix.wait_for_selector("section.cell li:last-child .finding", timeout=_PATIENCE * 1000)


def test_alt_shift_arrow_moves_a_competence_keeps_the_focus_and_says_where_it_is(
    matrix: "Page", editor: Editor
) -> None:
    matrix.locator("tr[data-c=adviseren] a").focus()
    matrix.keyboard.press("Alt+Shift+ArrowDown")
    matrix.wait_for_function(
        "() => document.getElementById('announcer').textContent"
        " === 'Adviseren staat nu op plaats 3 van 3 in Klant en omgeving'"
    )
    matrix.wait_for_function(
        "() => [...document.querySelectorAll('tr[data-c]')].map((one) => one.dataset.c)[2] === 'adviseren'"
    )
    assert focused(matrix) == "Adviseren"
    matrix.keyboard.press("Alt+Shift+ArrowDown")
    wait_for(lambda: competence(editor, "adviseren")["cluster"] != "klant-en-omgeving")
    matrix.wait_for_timeout(300)
    assert focused(matrix) == "Adviseren"
    matrix.keyboard.press("Control+z")
    wait_for(lambda: competence(editor, "adviseren")["cluster"] == "klant-en-omgeving")
    matrix.keyboard.press("Control+z")
    wait_for(lambda: [one["id"] for one in editor.document()["competences"]][1] == "adviseren")


def test_the_menu_of_a_row_renames_duplicates_and_deletes_with_an_undo(
    matrix: "Page", editor: Editor
) -> None:
    choose(matrix, "adviseren", "rename")
    matrix.keyboard.type("Raad geven")
    matrix.keyboard.press("Enter")
    wait_for(lambda: competence(editor, "adviseren")["name"]["nl"] == "Raad geven")
    assert competence(editor, "adviseren")["name"]["en"]

    choose(matrix, "adviseren", "copy")
    wait_for(lambda: len(editor.document()["competences"]) == 19)
    copied = editor.document()["competences"][2]
    assert copied["name"]["nl"] == "Raad geven (kopie)"
    assert len(copied["levels"]) == 5
    assert not _ids(copied) & _ids(competence(editor, "adviseren"))

    choose(matrix, "adviseren", "drop")
    wait_for(lambda: len(editor.document()["competences"]) == 18)
    matrix.locator("#undo-offer button").click()
    wait_for(lambda: len(editor.document()["competences"]) == 19)


def test_a_cluster_is_added_moved_and_deleted_and_its_competences_stay(
    matrix: "Page", editor: Editor
) -> None:
    matrix.locator("[data-act=add-cluster]").click()
    matrix.keyboard.type("Vakmanschap")
    matrix.keyboard.press("Enter")
    matrix.wait_for_selector("#g-vakmanschap")
    matrix.wait_for_function("() => document.activeElement.closest('tr')?.id === 'g-vakmanschap'")
    matrix.keyboard.press("Alt+Shift+ArrowUp")
    wait_for(lambda: [one["id"] for one in editor.document()["clusters"]][-2] == "vakmanschap")
    matrix.wait_for_timeout(300)
    matrix.locator("#g-klant-en-omgeving .grip").click()
    matrix.locator("#row-menu [data-do=drop]").click()
    wait_for(
        lambda: "klant-en-omgeving" not in [one["id"] for one in editor.document()["clusters"]]
    )
    assert "cluster" not in competence(editor, "adviseren")
    matrix.keyboard.press("Control+z")
    wait_for(lambda: competence(editor, "adviseren").get("cluster") == "klant-en-omgeving")


def test_a_cluster_is_dragged_by_its_grip_and_the_place_is_said(
    matrix: "Page", editor: Editor
) -> None:
    before = [one["id"] for one in editor.document()["clusters"]]
    grip = matrix.locator("tr.group .grip").nth(1).bounding_box()
    goal = matrix.locator("tr.group").nth(0).bounding_box()
    assert grip
    assert goal
    matrix.mouse.move(grip["x"] + 5, grip["y"] + 5)
    matrix.mouse.down()
    matrix.mouse.move(grip["x"] + 5, grip["y"] - 20, steps=4)
    matrix.mouse.move(grip["x"] + 5, goal["y"] + 4, steps=4)
    matrix.mouse.up()
    said = matrix.locator("#announcer")
    wait_for(lambda: "plaats 1 van" in (said.text_content() or ""))
    wanted = [before[1], before[0], *before[2:]]
    wait_for(lambda: [one["id"] for one in editor.document()["clusters"]] == wanted)


def test_the_toolbar_is_one_line_on_a_laptop_and_fits_a_narrow_screen(matrix: "Page") -> None:
    matrix.set_viewport_size({"width": 1366, "height": 768})
    bar = matrix.locator(".above").bounding_box()
    button = matrix.locator(".above button").first.bounding_box()
    assert bar
    assert button
    assert bar["height"] < button["height"] * 1.5
    matrix.set_viewport_size({"width": 320, "height": 800})
    assert matrix.evaluate("document.documentElement.scrollWidth") == 320


def test_a_competence_is_dragged_by_its_grip_into_another_cluster(
    matrix: "Page", editor: Editor
) -> None:
    grip = matrix.locator("tr[data-c=klantgerichtheid] .grip").bounding_box()
    goal = matrix.locator("tr[data-c=samenwerken] th").bounding_box()
    assert grip
    assert goal
    matrix.mouse.move(grip["x"] + 5, grip["y"] + 5)
    matrix.mouse.down()
    matrix.mouse.move(grip["x"] + 5, grip["y"] + 40, steps=4)
    matrix.mouse.move(goal["x"] + 40, goal["y"] + goal["height"] - 4, steps=8)
    assert matrix.locator("tr[data-c=samenwerken].drop-after").count() == 1
    matrix.mouse.up()
    wait_for(lambda: competence(editor, "klantgerichtheid")["cluster"] == "samenwerken-2")
    matrix.wait_for_timeout(300)
    shown = names(matrix)
    assert shown.index("klantgerichtheid") == shown.index("samenwerken") + 1
    assert not matrix.locator("#row-menu").is_visible()


def test_the_filters_show_competences_with_findings_with_empty_cells_or_by_name(
    page: "Page",
) -> None:
    page.goto(MATRIX)
    cell(page, "adviseren", 0).click()
    page.locator("section.cell [data-act=add-sentence]").click()
    page.keyboard.type("Is een echte teamspeler.")
    page.wait_for_selector("tr[data-c=adviseren] td i", timeout=_PATIENCE * 1000)
    page.keyboard.press("Escape")
    page.locator("#show").select_option("remarks")
    assert shown(page) == ["adviseren"]
    page.locator("#show").select_option("empty")
    assert shown(page) == []
    page.locator("#matrix-none button").click()
    assert len(shown(page)) == 18
    page.locator("#rail-filter").fill("KLÁNTG")
    assert shown(page) == ["klantgerichtheid"]
    assert page.locator(".tree a:visible").all_text_contents() == [
        "Klant en omgeving",
        "Klantgerichtheid",
    ]
    page.keyboard.press("Enter")
    page.wait_for_url("**/competences/klantgerichtheid")


def test_a_column_pasted_from_excel_becomes_competences_in_an_empty_framework(
    page: "Page", editor: Editor
) -> None:
    page.goto("/frameworks/leeg")
    page.get_by_role("button", name="Plakken uit Excel").first.click()
    page.locator("#ask-lines").fill("Samenwerken\tHelpt collega's.\r\nLuisteren\r\n\r\nPlannen")
    assert page.locator("#ask-count").text_content() == "3 namen herkend"
    page.locator("#ask-yes").click()
    page.wait_for_selector("tr[data-c=plannen]")

    def made() -> list[Any]:
        return list(editor.document("frameworks/leeg").get("competences", []))

    wait_for(lambda: len(made()) == 3)
    assert made()[0] == {
        "id": "samenwerken",
        "name": "Samenwerken",
        "definition": "Helpt collega's.",
    }
    page.keyboard.press("Control+z")
    wait_for(lambda: made() == [])


@pytest.fixture(autouse=True)
def empty_framework(workspace: Path) -> None:
    data = {
        "$schema": "urn:competenties:framework:1",
        "id": "leeg",
        "name": "Leeg",
        "language": "nl",
    }
    (workspace / "frameworks" / "leeg.json").write_text(
        json.dumps(data, indent=2), encoding="utf-8"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_screen_reader_finds_nothing_wrong(
    page: "Page", axe: Callable[["Page"], list[str]], scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    for path in (
        MATRIX,
        f"{MATRIX}?view=sentences&opened=adviseren.2",
        "/frameworks/leeg",
        f"{MATRIX}/details",
        f"{MATRIX}/profiles",
    ):
        page.goto(path)
        page.wait_for_selector("#saving[data-state=saved]")
        assert axe(page) == [], path
    page.goto(MATRIX)
    page.locator("tr[data-c=adviseren] .grip").click()
    assert axe(page) == []
    page.keyboard.press("F2")
    page.keyboard.press("Escape")
    page.locator("[data-act=add]").first.click()
    assert axe(page) == []


def test_nothing_runs_off_a_narrow_screen(page: "Page") -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in (
        MATRIX,
        f"{MATRIX}?view=sentences&opened=adviseren.2",
        "/frameworks/leeg",
        f"{MATRIX}/details",
        f"{MATRIX}/profiles",
    ):
        page.goto(path)
        page.wait_for_selector("#saving[data-state=saved]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.goto(f"{MATRIX}?opened=adviseren.2")
    box = page.locator("section.cell textarea").first.bounding_box()
    assert box
    assert box["width"] < 300


def test_levels_promises_and_terms_are_added_swapped_and_deleted(
    page: "Page", editor: Editor
) -> None:
    page.goto(f"{MATRIX}/details")
    page.get_by_role("button", name="Niveau toevoegen").click()
    page.wait_for_function("() => document.activeElement.id.endsWith('-levels-6-name')")
    page.keyboard.type("Gezaghebbend")
    page.get_by_role("button", name="Omhoog: Niveau 6").click()

    def levels() -> list[Any]:
        return list(editor.document()["proficiency_scales"][0]["levels"])

    wait_for(lambda: levels()[4]["name"] == "Gezaghebbend")
    assert levels()[5]["name"]["nl"] == "Richtinggevend"
    page.get_by_role("button", name="Verwijderen: Niveau 6").click()
    wait_for(lambda: len(levels()) == 5)
    page.get_by_role("button", name="Belofte toevoegen").click()
    page.wait_for_function("() => document.activeElement.closest('[data-promise]') !== null")
    page.keyboard.type("Wij bellen dezelfde dag terug.")
    wait_for(lambda: editor.document()["promises"][-1]["text"] == "Wij bellen dezelfde dag terug.")
    page.get_by_role("button", name="Begrip toevoegen").click()
    page.wait_for_function("() => document.activeElement.id === 'f--glossary-12-term'")
    page.keyboard.type("Keten")
    wait_for(lambda: editor.document()["glossary"][-1]["term"] == "Keten")
    page.locator("#f--status").select_option("review")
    wait_for(lambda: editor.document().get("status") == "review")
    page.locator(".languages input[value=en]").uncheck()
    page.get_by_role("button", name="Teksten bewaren").click()
    wait_for(lambda: editor.document().get("languages") == ["nl"])


def choose(page: "Page", competence: str, act: str) -> None:
    page.locator(f"tr[data-c={competence}] .grip").click()
    page.locator(f"#row-menu [data-do={act}]").click()


def shown(page: "Page") -> list[str]:
    found: list[str] = page.locator("tr[data-c]:visible").evaluate_all(
        "all => all.map((one) => one.dataset.c)"
    )
    return found


def paste(page: "Page", text: str) -> None:
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


def _sentences(editor: Editor, identifier: str, level: int) -> list[str]:
    found = next(one for one in competence(editor, identifier)["levels"] if one["level"] == level)
    return [
        one["text"] if isinstance(one["text"], str) else one["text"]["nl"]
        for one in found["indicators"]
    ]


def _ids(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["id"]} if isinstance(value.get("id"), str) else set()
        return own.union(*(_ids(one) for one in value.values()))
    return set().union(*(_ids(one) for one in value)) if isinstance(value, list) else set()
