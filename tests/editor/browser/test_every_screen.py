"""Every screen, in light and dark, in Dutch and English: for everybody, small, clear and light."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from card_pages import framework, write
from every_screen import (
    ADDRESSES,
    EMPTY,
    NO_SCREENS,
    SCREENS,
    open_all,
    routes,
    strange_words,
    unclear_focus,
)
from running_editor import Editor, editor_of, wait_until_saved

from competenties.workspace.starting import start_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow

TABLE = (
    "Competentie;Blurb;Niveau 1;Niveau 2\n"
    "Samenwerken;Werkt met anderen;- Deelt informatie;- Lost een conflict op\n"
    "Luisteren;Hoort wat er is;- Vraagt door;- Vat samen\n"
)
WEAK = "Is in staat om klanten te helpen met heldere mails en is aardig."
LOOKED_AT = [f"full {one}" for one in ADDRESSES] + [f"empty {one}" for one in EMPTY]
_MOST_BYTES = 60_000
_TABS = 25


@pytest.fixture(scope="module")
def editors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Editor]]:
    """Two editors: on a workspace with much in it, and on an empty folder."""
    folder = tmp_path_factory.mktemp("screens")
    start_workspace(folder / "full", "nl", framework="basis", organisation="Gemeente Voorbeeld")
    weak = framework("klein")
    weak["competences"][0]["levels"][0]["indicators"][0]["text"] = WEAK
    write(folder / "full", weak)
    (folder / "empty").mkdir()
    with (
        editor_of(folder / "full", folder / "state-1") as full,
        editor_of(folder / "empty", folder / "state-2") as empty,
    ):
        yield {"full": full, "empty": empty}


@pytest.fixture(scope="module")
def key(browser: "Browser", editors: dict[str, Editor]) -> str:
    """The key of a file that waits on the import screen."""
    context = _context(browser, editors["full"], "nl")
    page = context.new_page()
    page.goto("/import")
    wait_until_saved(page)
    file: Any = {"name": "gedrag.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.set_input_files("#file", file)
    page.wait_for_url("**/import/*")
    found = page.url.rpartition("/")[2]
    context.close()
    return found


@pytest.fixture
def look(
    browser: "Browser", editors: dict[str, Editor], key: str
) -> Iterator[Callable[..., "Page"]]:
    """Open a screen; what its scripts or the console complain of fails the test."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def at(looked_at: str, language: str = "nl", scheme: Any = "light") -> "Page":
        which, _, address = looked_at.partition(" ")
        context = _context(browser, editors[which], language)
        opened.append(context)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        page = context.new_page()
        page.emulate_media(color_scheme=scheme)
        page.goto(address.replace("<key>", key))
        wait_until_saved(page)
        page.on("console", lambda said: _note(said.type, said.text, complaints))
        page.reload()
        wait_until_saved(page)
        return page

    yield at
    for one in opened:
        one.close()
    complaints = [one for one in complaints if "404" not in one]
    assert complaints == []


def test_no_screen_is_forgotten_here() -> None:
    assert routes() == {*SCREENS, *NO_SCREENS}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("address", LOOKED_AT)
def test_a_screen_reader_finds_nothing_wrong_and_every_word_is_of_the_reader(
    look: Callable[..., "Page"],
    axe: Callable[["Page"], list[str]],
    address: str,
    language: str,
    scheme: str,
) -> None:
    page = look(address, language, scheme)
    open_all(page)
    assert page.locator("html").get_attribute("lang") == language
    assert axe(page) == []
    assert strange_words(page, language) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("address", LOOKED_AT)
def test_nothing_runs_off_a_small_screen(
    look: Callable[..., "Page"], address: str, language: str
) -> None:
    page = look(address, language)
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 600})
        open_all(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", LOOKED_AT)
def test_the_focus_shows_wherever_tab_brings_it(look: Callable[..., "Page"], address: str) -> None:
    page = look(address)
    assert unclear_focus(page, 9) == []
    page.locator("#main").focus()
    assert unclear_focus(page, _TABS) == []


@pytest.mark.parametrize("address", LOOKED_AT)
def test_a_page_is_light_on_the_wire(
    browser: "Browser", editors: dict[str, Editor], key: str, address: str
) -> None:
    """From the first page to this one: the page, its own scripts, and what of the rest is new."""
    which, _, path = address.partition(" ")
    context = _context(browser, editors[which], "nl")
    page = context.new_page()
    sizes = _sizes(page)
    page.goto("/")
    wait_until_saved(page)
    assert 0 < sum(sizes.values()) < _MOST_BYTES
    sizes.clear()
    page.goto(path.replace("<key>", key))
    wait_until_saved(page)
    assert 0 < sum(sizes.values()) < _MOST_BYTES
    context.close()


def _sizes(page: "Page") -> dict[str, float]:
    """Return what comes over the wire from now on, without the document in a preview."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    frames: set[str] = set()
    main = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def asked(sent: dict[str, Any]) -> None:
        if sent.get("frameId", main) != main:
            frames.add(sent["requestId"])

    def came(done: dict[str, Any]) -> None:
        if done["requestId"] not in frames:
            sizes[done["requestId"]] = done["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", came)
    return sizes


def _context(browser: "Browser", editor: Editor, language: str) -> "BrowserContext":
    found = browser.new_context(
        viewport={"width": 1280, "height": 800}, base_url=editor.origin, locale="nl-NL"
    )
    found.set_default_timeout(20_000)
    found.request.get(editor.address("/api/v1/workspace"))
    cookie: Any = {"name": "competenties-language", "value": language, "url": editor.origin}
    found.add_cookies([cookie])
    return found


def _note(kind: str, text: str, complaints: list[str]) -> None:
    if kind in ("error", "warning"):
        complaints.append(text)
