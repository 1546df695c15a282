"""No word is lost, whatever goes wrong on the way; and a run of faults would notice it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fault_breakages import BREAKAGES, ForgetfulEditor, broken
from fault_runs import Faults, report
from running_editor import Editor, editor_of

from competenties.workspace.starting import start_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

_TRIES = 4


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_word_is_lost_under_faults(context: "BrowserContext", editor: Editor, seed: int) -> None:
    found = Faults(context, editor, seed).run()
    print(report(found))
    assert found.complaints == [], found.trail


@pytest.mark.slow
@pytest.mark.parametrize("breakage", sorted(BREAKAGES))
def test_an_editor_that_is_broken_on_purpose_is_noticed(
    browser: "Browser", tmp_path: Path, breakage: str
) -> None:
    assert _is_noticed(browser, tmp_path, Editor, breakage)


@pytest.mark.slow
def test_a_server_that_forgets_what_it_has_done_is_noticed(
    browser: "Browser", tmp_path: Path
) -> None:
    assert _is_noticed(browser, tmp_path, ForgetfulEditor, None)


def _is_noticed(
    browser: "Browser",
    folder: Path,
    made: Callable[[Path, Path], Editor],
    breakage: str | None,
) -> bool:
    """Tell whether one of a few runs complains: what goes wrong in one is chance."""
    for seed in range(_TRIES):
        root = folder / f"werkmap-{seed}"
        start_workspace(root, "nl", framework="basis", organisation="Gemeente Voorbeeld")
        with editor_of(root, folder / f"state-{seed}", made) as editor:
            context = browser.new_context(base_url=editor.origin, locale="nl-NL")
            context.request.get(editor.address("/api/v1/workspace"))
            with broken(breakage, context):
                found = Faults(context, editor, seed, edits=40, patience=15).run()
            context.close()
        print(report(found))
        if found.complaints:
            return True
    return False
