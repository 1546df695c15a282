"""What a fault run has to notice: the same editor with one thing broken on purpose, in a test only."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from running_editor import Editor

import competenties.editor

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

_STATIC = Path(competenties.editor.__file__).parent / "static"

BREAKAGES: dict[str, tuple[str, str, str]] = {
    "no journal": (
        "sync.js",
        "this.storage.setItem(this.key, JSON.stringify({ queue, held }));",
        "",
    ),
    "no reconcile": (
        "frame.js",
        "export function refresh() {",
        "export function refresh() { return Promise.resolve();",
    ),
    "wrong expectation": (
        "sync.js",
        "expected(document, item, path, confirmed) {",
        "expected(document, item, path, confirmed) { return confirmed;",
    ),
    "a tried edit is changed": (
        "sync.js",
        "return !one.isTried && !one.history && one.sender === this.sender;",
        "return !one.history;",
    ),
}
"""The script that is served otherwise, what is replaced in it, and by what."""


class ForgetfulEditor(Editor):
    """An editor that applies an edit again when it is sent again."""

    program = (
        sys.executable,
        "-c",
        (
            "from competenties.workspace.session import Session;"
            " Session._repeated = lambda self, change: None;"
            " from competenties.cli import main; main()"
        ),
    )


@contextlib.contextmanager
def broken(name: str | None, context: "BrowserContext") -> Iterator[None]:
    """Serve a script that is broken; without a name nothing is."""
    if name is None:
        yield
        return
    script, right, wrong = BREAKAGES[name]
    text = (_STATIC / script).read_text(encoding="utf-8")
    assert text.count(right) == 1, f"{script} does not say: {right}"

    def serve(route: "Route") -> None:
        route.fulfill(body=text.replace(right, wrong), content_type="text/javascript")

    context.route(f"**/static/{script}", serve)
    yield
