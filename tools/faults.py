"""Many fault runs of the editor one after another: `python tools/faults.py --runs 50`.

Prints a line a run and the sum at the end; the exit code is 1 when a word was lost, a conflict was
shown that nobody had, or a tab differed from the file. What was done in such a run is kept.
"""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "editor"))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "editor" / "browser"))

from fault_breakages import BREAKAGES, broken
from fault_runs import Faults, Found, report, save_trail
from running_browser import launched
from running_editor import editor_of

from competenties.workspace.starting import start_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_COUNTS = ("edits", "words", "cut", "unanswered", "kills", "outside", "undone")


def main() -> int:
    """Run them, and return the exit code."""
    asked = _asked()
    found = []
    with launched() as browser:
        for seed in range(asked.seed, asked.seed + asked.runs):
            one = _run(browser, seed, asked)
            found.append(one)
            print(report(one), flush=True)
            if one.complaints:
                save_trail(one, Path(asked.trails))
    sums = ", ".join(f"{sum(getattr(one, name) for one in found)} {name}" for name in _COUNTS)
    failed = [one.seed for one in found if one.complaints]
    print(f"\n{len(found)} runs: {sums}; failed: {failed or 'none'}")
    return 1 if failed else 0


def _run(browser: "Browser", seed: int, asked: argparse.Namespace) -> Found:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        root, state = Path(folder) / "werkmap", Path(folder) / "state"
        start_workspace(root, "nl", framework="basis", organisation="Gemeente Voorbeeld")
        with editor_of(root, state) as editor:
            context = browser.new_context(base_url=editor.origin, locale="nl-NL")
            context.set_default_timeout(15_000)
            failures: list[str] = []
            context.on("weberror", lambda error: failures.append(str(error.error)))
            context.request.get(editor.address("/api/v1/workspace"))
            faults = Faults(context, editor, seed, edits=asked.edits)
            try:
                with broken(asked.breakage, context):
                    faults.run()
            except Exception:  # noqa: BLE001  (a run that stops is a run that failed)
                faults.found.complaints.append(traceback.format_exc(limit=8))
            faults.found.complaints += [f"a script failed: {one}" for one in failures]
            if faults.found.complaints:
                faults.note(f"the server wrote: {editor.errors()}")
            faults.note(f"took {time.monotonic() - started:.1f} s")
            context.close()
    return faults.found


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the first run")
    parser.add_argument("--edits", type=int, default=70, help="in a run")
    parser.add_argument("--trails", default="fault-trails", help="where failed runs are kept")
    parser.add_argument("--breakage", choices=sorted(BREAKAGES), help="break it on purpose")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
