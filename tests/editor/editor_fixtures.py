"""What tests of the editor share: a workspace, an editor that runs on it, and a browser that looks at it.

`workspace` is a fresh folder with the ready-made framework and profiles. `editor` is
`competenties edit` on it, in a process of its own. `page` is a tab of a real browser that has the
cookie of that editor; a script that fails in it fails the test. `client` asks the application
itself, without a process or a browser. More hands: `from running_editor import wait_until_saved`.
"""

import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from card_pages import CardPage, framework, write
from running_browser import CHROMIUM, launched
from running_editor import Editor, editor_of

from competenties.workspace.starting import start_workspace

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it asks for a successor of httpx, which nothing else needs
    from starlette.testclient import TestClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

TOKEN = "a-token-for-tests"  # noqa: S105
_PORT = 8765
_NUMBERS = count(1)
_MOST_SMALL = 80
_AT_REST = """() => {
  const ending = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ending.map((one) => one.finished)).then(() => {});
}"""
"""A colour that is still changing, after a change of scheme, has too little contrast on its way."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the ready-made framework `basis` and its job profiles."""
    root = tmp_path / "werkmap"
    start_workspace(root, "nl", framework="basis", organisation="Gemeente Voorbeeld")
    return root


@pytest.fixture
def editor(workspace: Path, tmp_path: Path) -> Iterator[Editor]:
    """An editor that runs on the workspace; a test may change the files before it asks for this."""
    with editor_of(workspace, tmp_path / "state") as found:
        yield found


@pytest.fixture
def client(workspace: Path) -> Iterator[TestClient]:
    """The application itself, with the cookie and the headers of its own pages."""
    from competenties.editor.app import create_app
    from competenties.editor.security import cookie_name
    from competenties.workspace.session import Session

    session = Session(workspace)
    app = create_app(session, token=TOKEN, port=_PORT)
    origin = f"http://127.0.0.1:{_PORT}"
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    found = TestClient(app, base_url=origin, headers=headers, follow_redirects=True)
    found.cookies.set(cookie_name(_PORT), TOKEN)
    yield found
    found.close()
    session.close()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium, one for all tests of a worker."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with launched() as found:
        yield found


@pytest.fixture
def context(browser: "Browser", editor: Editor) -> Iterator["BrowserContext"]:
    """What tabs of one reader share; every failing script in them fails the test."""
    found = browser.new_context(
        viewport={"width": 1280, "height": 800}, base_url=editor.origin, locale="nl-NL"
    )
    found.set_default_timeout(15_000)
    failures: list[str] = []
    found.on("weberror", lambda error: failures.append(str(error.error)))
    found.on("console", lambda said: _note_policy(said.text, failures))
    found.request.get(editor.address("/api/v1/workspace"))
    yield found
    found.close()
    assert failures == []


@pytest.fixture
def page(context: "BrowserContext") -> "Page":
    """A tab; go to a page by its path: `page.goto("/check")`."""
    return context.new_page()


@pytest.fixture
def axe() -> Callable[["Page"], list[str]]:
    """Look for what makes a page hard to use with a screen reader or keyboard, one line each."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    def violations(page: "Page") -> list[str]:
        page.evaluate(_AT_REST)
        found = Axe().run(page).response["violations"]
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]

    return violations


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor on a workspace with a small framework for every test that asks for `cards`."""
    folder = tmp_path_factory.mktemp("cards")
    root = folder / "werkmap"
    start_workspace(root, "nl", framework=None, organisation="Gemeente Voorbeeld")
    (root / "frameworks").mkdir(exist_ok=True)
    for number in range(1, _MOST_SMALL + 1):
        write(root, framework(f"klein-{number}"))
    with editor_of(root, folder / "state") as found:
        yield found


@pytest.fixture
def cards(browser: "Browser", many: Editor) -> Iterator[CardPage]:
    """The screen of a competence in a framework that no other test uses."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, base_url=many.origin, locale="nl-NL"
    )
    context.set_default_timeout(15_000)
    failures: list[str] = []
    context.on("weberror", lambda error: failures.append(str(error.error)))
    context.request.get(many.address("/api/v1/workspace"))
    yield CardPage(context.new_page(), f"klein-{next(_NUMBERS)}")
    context.close()
    assert failures == []


def _note_policy(text: str, failures: list[str]) -> None:
    if "Content Security Policy" in text:
        failures.append(text)
