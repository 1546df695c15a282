"""Running the editor in tests: start it, stop it, kill it, and wait for what it does."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

BASIS = "frameworks/basis"
_START_SECONDS = 60


class Editor:
    """`competenties edit` on a workspace: start, stop, kill, and where to reach it."""

    program = (sys.executable, "-m", "competenties")

    def __init__(self, root: Path, state: Path) -> None:
        self.root, self._state = root, state
        self.process: subprocess.Popen[str] | None = None
        self.origin, self.token = "", ""

    def start(self) -> None:
        """Start it and wait until it says its address; a second start has the same address."""
        environment = {
            **os.environ,
            "XDG_STATE_HOME": str(self._state),
            "LOCALAPPDATA": str(self._state),
        }
        command = [*self.program, "edit", str(self.root)]
        with (self._state / "errors.txt").open("a", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                [*command, "--no-browser", "--language", "nl"],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
                env=environment,
            )
        address = urlsplit(self._address())
        self.origin = f"http://{address.netloc}"
        self.token = parse_qs(address.query)["token"][0]

    def address(self, path: str = "/") -> str:
        """Return the address that opens a page and gives the browser its cookie."""
        return f"{self.origin}/start?token={self.token}&to={quote(path, safe='')}"

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._end(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)

    def stop(self) -> None:
        """End it as Ctrl+C does: everything is written to the files."""
        self._end(signal.SIGINT if os.name != "nt" else signal.SIGTERM)

    def document(self, name: str = BASIS) -> dict[str, Any]:
        """Return a document as its file says it now."""
        found: dict[str, Any] = json.loads((self.root / f"{name}.json").read_bytes())
        return found

    def errors(self) -> str:
        """Return what it wrote to the error output."""
        return (self._state / "errors.txt").read_text(encoding="utf-8")

    def _address(self) -> str:
        assert self.process is not None
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("http"):
                return line.strip()
        self._end(signal.SIGTERM)
        raise AssertionError(self.errors())

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        self.process.send_signal(how)
        self.process.wait(_START_SECONDS)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None


@contextlib.contextmanager
def editor_of(
    root: Path, state: Path, made: Callable[[Path, Path], Editor] = Editor
) -> Iterator[Editor]:
    """Run an editor on a workspace of your own."""
    state.mkdir(exist_ok=True)
    found = made(root, state)
    found.start()
    try:
        yield found
    finally:
        found.stop()


def wait_until_saved(page: "Page") -> None:
    """Wait until the server has confirmed everything that was typed."""
    page.wait_for_timeout(50)
    page.wait_for_selector("#saving[data-state=saved]")


def wait_for(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something holds; a test that waits in vain fails."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "this did not happen in time"
        time.sleep(0.05)
