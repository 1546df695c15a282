"""Makes the pictures of the editor from the editor itself; `make pictures` needs Chromium.

They stand in the guides (Dutch and English) and in the README, and are made anew when a screen
changes. The texts are our own; no picture has the name of a person.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
ORGANISATION = {"nl": "Gemeente Zonnestad", "en": "Sunville Council"}
WIDTH, HEIGHT = 1280, 800
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Screen:
    """A screen: the name of its picture, its path, and what is done before it is taken."""

    name: str
    path: str
    prepare: Callable[["Page"], None] = lambda _: None
    theme: str = "light"


def _write_a_weak_sentence(page: "Page") -> None:
    field = page.locator("textarea[data-line][data-path*=text]").first
    field.fill(
        {"nl": "Kent de afspraken met de klant.", "en": "Knows what was agreed."}[_language(page)]
    )
    page.wait_for_selector("#saving[data-state=saved]")
    page.wait_for_selector(".finding", timeout=10_000)


def _language(page: "Page") -> str:
    return page.locator("html").get_attribute("lang") or "nl"


SCREENS = (
    Screen("workspace", "/"),
    Screen("matrix", "/frameworks/basis"),
    Screen("competence", "/frameworks/basis/competences/klantgerichtheid", _write_a_weak_sentence),
    Screen("competence-dark", "/frameworks/basis/competences/adviseren", theme="dark"),
    Screen("profile", "/profiles/medewerker-klantcontact"),
    Screen("forms", "/forms"),
    Screen("check", "/check"),
    Screen("import", "/import"),
)


def main() -> None:
    """Make every picture, in both languages."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=_ARGUMENTS
        )
        for language in ORGANISATION:
            with (
                tempfile.TemporaryDirectory() as folder,
                _editor(Path(folder), language) as address,
            ):
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT},
                    device_scale_factor=1,
                    locale=language,
                )
                for screen in SCREENS:
                    _take(context, screen, address, language)
                context.close()
        browser.close()


def _take(context: "BrowserContext", screen: Screen, address: str, language: str) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if screen.theme == "dark" else "light")
    page.goto(
        address.replace("to=%2F", "to=" + screen.path.replace("/", "%2F").replace("?", "%3F"))
    )
    page.wait_for_selector("#saving[data-state=saved]")
    page.wait_for_timeout(1500)  # the first check, and pictures in frames
    screen.prepare(page)
    target = PICTURES / f"editor-{screen.name}-{language}.png"
    page.screenshot(path=target)
    page.close()
    print(target.relative_to(ROOT))


@contextmanager
def _editor(folder: Path, language: str) -> Iterator[str]:
    """Run the editor on a new workspace; yield the address that opens it."""
    root = folder / "werkmap"
    program = [sys.executable, "-m", "competenties"]
    new = [*program, "new", str(root), "--language", language]
    subprocess.run(
        [*new, "--organisation", ORGANISATION[language]], check=True, capture_output=True
    )
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
    process = subprocess.Popen(
        [*program, "edit", str(root), "--no-browser"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    try:
        yield next(line.strip() for line in process.stdout or () if line.startswith("http"))
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
