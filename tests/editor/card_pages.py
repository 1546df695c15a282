"""A competence on the screen, as somebody who writes sees it and as the document has it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from running_editor import wait_for, wait_until_saved

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

FIRST = {
    1: ["Belt een klant op de afgesproken dag terug.", "Noteert elke afspraak in het dossier.",
        "Vraagt de klant naar het nummer van de zaak."],
    2: ["Legt met een collega de taken vast.", "Meldt een fout binnen een dag."],
    3: [],
}  # fmt: skip
CONTRA = "Laat een bericht een week liggen."


def framework(identifier: str, *, cards: dict[int, list[str]] | None = None) -> dict[str, Any]:
    """Return a small framework: two competences, three levels, a handful of cards."""
    sentences = FIRST if cards is None else cards
    levels = [
        {"level": level, "indicators": [_card(level, n, text) for n, text in enumerate(texts)]}
        for level, texts in sentences.items()
        if texts
    ]
    if cards is None:
        contra = {"id": "samenwerken-contra", "text": CONTRA, "polarity": "contra"}
        levels[0]["indicators"].append(contra)  # type: ignore[attr-defined]
    return {
        "$schema": "urn:competenties:framework:1",
        "id": identifier,
        "name": "Klein model",
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "drie",
                "name": "Drie niveaus",
                "levels": [
                    {"number": 1, "name": "Basis"},
                    {"number": 2, "name": "Gevorderd"},
                    {"number": 3, "name": "Expert"},
                ],
            }
        ],
        "competences": [
            {"id": "samenwerken", "name": "Samenwerken", "levels": levels},
            {"id": "luisteren", "name": "Luisteren"},
        ],
    }


def write(root: Path, data: dict[str, Any]) -> None:
    """Put a framework into a workspace."""
    path = root / "frameworks" / f"{data['id']}.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _card(level: int, position: int, text: str) -> dict[str, Any]:
    return {"id": f"samenwerken-{level}-{position}", "text": text}


class CardPage:
    """The screen of the competence `samenwerken` of one framework."""

    def __init__(self, page: "Page", identifier: str) -> None:
        self.page, self.identifier = page, identifier
        self.path = f"/frameworks/{identifier}/competences/samenwerken"
        self.open()

    def open(self) -> "CardPage":
        """Load the page, and wait until its scripts run."""
        self.page.goto(self.path)
        wait_until_saved(self.page)
        return self

    def cards(self, level: int, polarity: str = "positive") -> "Locator":
        """Return the cards of a level."""
        return self.page.locator(
            f'.column[data-level="{level}"] .cards[data-polarity={polarity}] > [data-card]'
        )

    def text(self, level: int, position: int, polarity: str = "positive") -> "Locator":
        """Return the text of a card."""
        return self.cards(level, polarity).nth(position).locator("textarea[data-text]")

    def grip(self, level: int, position: int, polarity: str = "positive") -> "Locator":
        """Return the grip of a card."""
        return self.cards(level, polarity).nth(position).locator(".grip")

    def says(self, level: int, polarity: str = "positive") -> list[str]:
        """Return what the cards of a level say on the screen."""
        found: list[str] = self.cards(level, polarity).evaluate_all(
            "all => all.map(one => one.querySelector('textarea[data-text]').value)"
        )
        return found

    def document(self) -> dict[str, Any]:
        """Return the framework as the editor has it now."""
        answer = self.page.context.request.get(f"/api/v1/frameworks/{self.identifier}")
        found: dict[str, Any] = answer.json()
        return found

    def indicators(self, level: int, competence: int = 0) -> list[dict[str, Any]]:
        """Return the indicators of a level as the editor has them now."""
        levels = self.document()["competences"][competence].get("levels", [])
        return [
            one for each in levels if each["level"] == level for one in each.get("indicators", [])
        ]

    def stored(self, level: int, competence: int = 0) -> list[str]:
        """Return the sentences of a level as the editor has them now."""
        return [one["text"] for one in self.indicators(level, competence)]

    def saved(self) -> None:
        """Wait until all is saved and the page has been made new after it."""
        wait_until_saved(self.page)
        self.page.evaluate("import('/static/frame.js').then((frame) => frame.refresh())")

    def announced(self, text: str) -> None:
        """Wait until the live region says something."""
        place = self.page.locator("#announcer")
        wait_for(lambda: text in (place.text_content() or ""))

    def focused(self) -> str:
        """Return what the field with the focus says, or the label of what else has it."""
        found: str = self.page.evaluate(
            "(one => one.matches('textarea, input, select') ? one.value"
            " : one.getAttribute('aria-label') ?? one.textContent)(document.activeElement)"
        )
        return found

    def undo(self) -> None:
        """Press Ctrl+Z and wait for what comes of it."""
        self.page.keyboard.press("Control+z")
        self.saved()


def second_tab(context: "BrowserContext", identifier: str) -> CardPage:
    """Open the same competence in another tab."""
    return CardPage(context.new_page(), identifier)
