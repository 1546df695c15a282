"""What somebody does in one tab of a fault run: by keys, at random places, in sentences of its own."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fault_runs import Faults
    from playwright.sync_api import Locator

COMPETENCE = "/frameworks/basis/competences/klantgerichtheid"
WORD = re.compile(r"woord[0-9]+x")
_SENTENCES = """() => [...document.querySelectorAll("li textarea[data-text][data-path]")]
  .map((one) => [one.dataset.item, one.value])"""
_PUT_CURSOR = """(field, share) => {
  const places = [...field.value.matchAll(/ |$/g)].map((one) => one.index);
  const at = places[Math.floor(share * places.length)];
  field.focus();
  field.setSelectionRange(at, at);
}"""
_STATE = """() => [document.getElementById("saving").dataset.state, document.getElementById("saving").textContent,
  ...Object.entries(localStorage)].join(" ")"""
_STEPS = ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")

_REMOVE = """(field, grip) => {
  const said = field.value;  // read in the same moment: what another tab wrote may come in any time
  document.getElementById(grip).dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
  return said;
}"""


class Tab:
    """One tab, and the sentences that it writes in."""

    def __init__(self, faults: "Faults", items: list[str]) -> None:
        self._faults, self._chance = faults, faults.chance
        self.items, self.removed = set(items), set[str]()
        self.page = faults.context.new_page()
        self.is_open = False
        self.open()

    def open(self) -> bool:
        """Open the page, if the server is there; tells whether it is."""
        if self._faults.is_up:
            self._go()
            self._wait_until_ready()
        return self.is_open

    def shown(self) -> list[tuple[str, str]]:
        """Return the sentences that it shows, with their ids."""
        return [(item, text) for item, text in self.page.evaluate(_SENTENCES)]

    def leave_field(self) -> None:
        """Take the focus out of the sentences."""
        self.page.evaluate("() => document.activeElement.blur()")

    def pause(self) -> None:
        """Wait a moment, as somebody who thinks."""
        self.page.wait_for_timeout(self._chance.choice((0, 0, 50, 200, 500)))

    def write(self) -> None:
        """Type a word, or two, somewhere in a sentence."""
        item = self._one()
        for _ in range(self._chance.choice((1, 1, 2))):
            word = self._faults.word()
            self._note(f"types {word} in {item}")
            self._field(item).evaluate(_PUT_CURSOR, self._chance.random())
            self.page.keyboard.type(f" {word}", delay=self._chance.choice((0, 5, 25)))
            if word not in self._field(item).input_value():
                self._faults.note(f"  {word} is not in {item} but in {self._where(word)}")

    def add(self) -> None:
        """Make a new card with Enter, and type in it."""
        item, word = self._one(), self._faults.word()
        field = self._field(item)
        if not field.input_value().strip():
            return
        field.evaluate(_PUT_CURSOR, 1)
        known = self._all()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(f"Nieuw {word}", delay=self._chance.choice((0, 5, 25)))
        self._takes_new(known)
        self._note(f"adds {word} behind {item}: {self._all() - known}")

    def move(self) -> None:
        """Move a card up, down or to another level."""
        item, key = self._one(), self._chance.choice(_STEPS)
        self._note(f"moves {item} {key}")
        self._field(item).press(f"Alt+Shift+{key}")

    def split(self) -> None:
        """Make two cards of one."""
        item = self._one()
        known = self._all()
        self._field(item).evaluate(_PUT_CURSOR, 0.5)
        self.page.keyboard.press("Control+Shift+Enter")
        self._takes_new(known)
        self._note(f"splits {item}: {self._all() - known}")

    def remove(self) -> None:
        """Delete a card, and all words in it."""
        item = self._one()
        if len(self.items) < 3:
            return
        words = WORD.findall(self._field(item).evaluate(_REMOVE, f"grip-{item}").lower())
        self._note(f"removes {item} with {words}")
        self.removed.update(words)
        self.items.discard(item)

    def undo_and_redo(self) -> None:
        """Undo the last edit and do it again, once all is saved."""
        if not self._faults.is_up or not self._is_saved():
            return
        before = self._own()
        self.page.keyboard.press("Control+z")
        if not self._is_saved():
            return
        self.page.keyboard.press("Control+y")
        assert self._is_saved()
        self._note("undoes and does again")
        self._faults.found.undone += 1
        now = self._own()
        if now != before:
            self._faults.note(f"WRONG after undo and redo: {before} became {now}")

    def reload(self) -> None:
        """Load the page again, at once; while the server is gone that leaves an error page."""
        from playwright.sync_api import Error

        self._note("loads again")
        try:
            self.page.reload()
            self._wait_until_ready()
        except Error:
            self.is_open = False

    def open_again(self) -> None:
        """Close the tab, and open another one."""
        self._note("closes and opens again")
        self.page.close()
        self.page = self._faults.context.new_page()
        self.is_open = False
        self.open()

    def _go(self) -> None:
        from playwright.sync_api import Error

        try:
            self.page.goto(COMPETENCE)
        except Error as error:
            # A page of which a script did not come was just asking for itself again.
            if "ERR_ABORTED" not in error.message:
                raise
            self.page.goto(COMPETENCE)

    def _wait_until_ready(self) -> None:
        self.page.wait_for_selector("#saving[data-state]")
        self.page.evaluate("() => import('/static/cards.js').then(() => true)")
        self.is_open = True

    def _is_saved(self) -> bool:
        from playwright.sync_api import Error

        self.page.wait_for_timeout(100)
        try:
            self.page.wait_for_selector("#saving[data-state=saved]", timeout=20_000)
        except Error:
            self._note(f"is not saved: {self.page.evaluate(_STATE)}")
            return False
        self.page.wait_for_timeout(100)
        return True

    def _all(self) -> set[str]:
        return {item for item, _ in self.shown()}

    def _own(self) -> list[tuple[str, str]]:
        return [one for one in self.shown() if one[0] in self.items]

    def _one(self) -> str:
        return self._chance.choice(sorted(self.items & self._all()))

    def _field(self, item: str) -> "Locator":
        return self.page.locator(f'li textarea[data-text][data-item="{item}"]')

    def _where(self, word: str) -> str:
        focused = self.page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
        parts = [one for one in self.shown() if word[:7] in one[1]]
        return f"{parts}; the focus is on {focused}"

    def _takes_new(self, known: set[str]) -> None:
        """Take the card that was made just now; nobody else is doing anything meanwhile."""
        focused = self.page.evaluate(
            "() => document.activeElement.closest('[data-card]')?.dataset.card"
        )
        if focused and focused not in known:
            self.items.add(focused)

    def _note(self, said: str) -> None:
        self._faults.note(
            f"tab {self._faults.tabs.index(self) if self in self._faults.tabs else '-'} {said}"
        )
