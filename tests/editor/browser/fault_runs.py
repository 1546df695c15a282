"""Two tabs, random edits, cut and unanswered saves, killed servers: then every word is looked for.

A run is `Faults(context, editor, seed).run()`; `complaints(...)` says what is wrong at its end. Each
tab writes only in its own part of the sentences, so that no conflict is anybody's fault but ours.
Runs are not the same twice: the seed says what is done, the machine says when.
"""

import contextlib
import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fault_tabs import COMPETENCE, WORD, Tab
from running_editor import BASIS, Editor

from competenties.workspace.turns import my_turn

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

_CUT, _UNANSWERED = 0.125, 0.25
_NOTE_CONFLICTS = """
document.addEventListener("edit-conflict", (event) => {
  const known = JSON.parse(localStorage.getItem("faults:conflicts") ?? "[]");
  localStorage.setItem("faults:conflicts", JSON.stringify([...known, event.detail]));
});
"""
_LEFT = (
    """() => Object.keys(localStorage).filter((name) => name.startsWith("competenties:queue:"))"""
)


@dataclass
class Found:
    """What happened in one run, and what was wrong at its end."""

    seed: int
    edits: int = 0
    cut: int = 0
    unanswered: int = 0
    kills: int = 0
    outside: int = 0
    words: int = 0
    undone: int = 0
    complaints: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)


class Faults:
    """One run: what is done, by chance, and what goes wrong meanwhile."""

    def __init__(
        self,
        context: "BrowserContext",
        editor: Editor,
        seed: int,
        *,
        edits: int = 70,
        patience: float = 45,
    ) -> None:
        self.context, self.editor, self.edits, self._patience = context, editor, edits, patience
        self.chance, self._luck = random.Random(seed), random.Random(seed + 1)  # noqa: S311
        self.found = Found(seed)
        self.written: set[str] = set()
        self.tabs: list[Tab] = []
        self._is_calm, self._is_up = False, True
        self._killing: threading.Timer | None = None
        self._changes_outside = seed % 3 == 0

    def run(self) -> Found:
        """Do it all, and return what was found."""
        self.context.add_init_script(_NOTE_CONFLICTS)
        self.context.route("**/api/operations", self._spoil)
        items = [one["id"] for _, one in indicators(self.editor.document())]
        self.tabs = [Tab(self, items[side::3]) for side in range(2)]
        self._third = items[2::3]
        kills = sorted(self.chance.sample(range(4, self.edits - 4, 6), 2))
        for number in range(self.edits):
            if number in kills:
                self._kill()
            elif any(number == one + 4 for one in kills):
                self._start()
            elif any(number == one + 2 for one in kills):
                self._close_while_down(self.chance.choice(self.tabs))
            self._act(self.chance.choice(self.tabs))
        self._start()
        self.found.complaints = self._end()
        return self.found

    @property
    def is_up(self) -> bool:
        """Whether the server can be reached now, as far as a reader knows."""
        return self._is_up

    def note(self, said: str) -> None:
        """Write down what is done, to explain what is wrong in the end."""
        self.found.trail.append(f"{time.monotonic():.2f} {said}")

    def word(self) -> str:
        """Return a word that nobody wrote before."""
        made = f"woord{len(self.written)}x"
        self.written.add(made)
        self.found.words += 1
        return made

    def _act(self, tab: Tab) -> None:
        self.found.edits += 1
        if self._changes_outside and self.chance.random() < 0.06:
            self._change_outside()
        acts: list[tuple[int, Callable[[], None]]] = [
            (9, tab.write),
            (3, tab.add),
            (3, tab.move),
            (1, tab.split),
            (1, tab.remove),
            (1, tab.undo_and_redo),
            (1, tab.reload),
            (1, tab.open_again),
        ]
        weights = [weight for weight, _ in acts]
        act = self.chance.choices([one for _, one in acts], weights)[0]
        if tab.is_open or tab.open():
            act()
        tab.pause()

    def _close_while_down(self, tab: Tab) -> None:
        """Write something that only the browser can keep, and close the tab at once."""
        if tab.is_open:
            tab.write()
            tab.open_again()

    def _kill(self) -> None:
        self._is_up = False
        self.found.kills += 1
        self._killing = threading.Timer(self.chance.uniform(0, 0.6), self.editor.kill)
        self._killing.start()

    def _start(self) -> None:
        if self._killing is None:
            return
        self._killing.join()
        self._killing = None
        self.editor.start()
        self._is_up = True
        self.note("the server is there again")

    def _spoil(self, route: "Route") -> None:
        from playwright.sync_api import Error

        luck = 1.0 if self._is_calm else self._luck.random()
        self.note(f"  sends with luck {luck:.2f}: {route.request.post_data}")
        with contextlib.suppress(Error):
            if luck < _CUT:
                self.found.cut += 1
                route.abort()
            elif luck < _UNANSWERED:
                self.found.unanswered += 1
                try:
                    route.fetch()
                finally:
                    route.abort()
            else:
                route.continue_()

    def _change_outside(self) -> None:
        """Write in the file as another program does, in a sentence that no tab writes in."""
        path = self.editor.root / f"{BASIS}.json"
        wanted, word = self.chance.choice(self._third), self.word()
        with my_turn(self.editor.root):
            data = json.loads(path.read_bytes())
            for _, one in indicators(data):
                if one["id"] == wanted:
                    one["text"]["nl"] += f" {word}"
            beside = path.with_suffix(".new")
            beside.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
            beside.replace(path)
        self.found.outside += 1
        self.note(f"another program wrote {word} in {wanted}")

    def _end(self) -> list[str]:
        """Wait until all is quiet, stop the server, and compare what there is."""
        self._is_calm = True
        for tab in self.tabs:
            assert tab.is_open or tab.open()
            tab.leave_field()
        quiet = self._wait(self._is_quiet)
        alike = self._wait(self._are_alike)
        shown = [tab.shown() for tab in self.tabs]
        boxes = [
            box for tab in self.tabs for box in tab.page.locator(".conflict").all_inner_texts()
        ]
        told = self.tabs[0].page.evaluate('() => localStorage.getItem("faults:conflicts")')
        left = self.tabs[0].page.evaluate(_LEFT)
        self.editor.stop()
        said = [] if quiet else [f"not all is saved: {left}"]
        said += [] if alike else ["the tabs did not become what the file says"]
        said += [f"a conflict is shown: {box}" for box in boxes]
        said += [f"a conflict was told: {told}"] if told else []
        return [*said, *self._lost(), *self._differs(shown)]

    def _is_quiet(self) -> bool:
        states = [tab.page.locator("#saving").get_attribute("data-state") for tab in self.tabs]
        return states == ["saved", "saved"] and not self.tabs[0].page.evaluate(_LEFT)

    def _are_alike(self) -> bool:
        wanted = sentences(self.editor.document())
        return all(tab.shown() == wanted for tab in self.tabs)

    def _wait(self, holds: Callable[[], bool]) -> bool:
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            if holds():
                return True
            self.tabs[0].page.wait_for_timeout(100)
        return False

    def _lost(self) -> list[str]:
        on_disk = json.dumps(
            self.editor.document()
        ).lower()  # a sentence that is split off gets a capital
        removed = {word for tab in self.tabs for word in tab.removed}
        lost = self.written - removed - set(WORD.findall(on_disk))
        return [f"lost: {word}" for word in sorted(lost)]

    def _differs(self, shown: list[list[tuple[str, str]]]) -> list[str]:
        wanted = sentences(self.editor.document())
        said = []
        for number, one in enumerate(shown):
            if one != wanted:
                extra, missing = set(one) - set(wanted), set(wanted) - set(one)
                said.append(f"tab {number} differs: has {extra}, lacks {missing}")
        return said


def indicators(data: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """Return the indicators of the competence as its page orders them, each with its level."""
    wanted = COMPETENCE.rpartition("/")[2]
    found = next(one for one in data["competences"] if one["id"] == wanted)
    each = [
        (level["level"], one) for level in found["levels"] for one in level.get("indicators", [])
    ]
    return sorted(each, key=lambda one: (one[0], one[1].get("polarity") == "contra"))


def sentences(data: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the id and the text of every indicator of the competence."""
    texts = [(one["id"], one["text"]) for _, one in indicators(data)]
    return [(one, text["nl"] if isinstance(text, dict) else text) for one, text in texts]


def report(found: Found) -> str:
    """Return a run as one line, and what was wrong below it."""
    line = (
        f"seed {found.seed}: {found.edits} edits, {found.words} words, {found.cut} cut, "
        f"{found.unanswered} unanswered, {found.kills} kills, {found.outside} outside, "
        f"{found.undone} undone and done again, {len(found.complaints)} complaints"
    )
    return "\n  ".join([line, *found.complaints])


def save_trail(found: Found, folder: Path) -> None:
    """Keep what was done in a run that went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join([report(found), *found.trail])
    (folder / f"seed-{found.seed}.txt").write_text(text, encoding="utf-8")
