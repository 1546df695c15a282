"""The house style in the settings: is the logo a picture, is a colour readable, is a template there?"""

from collections.abc import Iterator
from pathlib import Path

from competenties.findings import Finding, Place, Rule
from competenties.messages import Phrase, Spoken
from competenties.model.colour import READABLE, WHITE, contrast, readable_shade
from competenties.model.settings import HouseStyleSettings
from competenties.model.style_names import STYLE_NAMES
from competenties.model.text import Text
from competenties.workspace.explain import nearest
from competenties.workspace.files import is_inside
from competenties.workspace.house_problems import (
    FOOTER_JOINED,
    HEADER_TOO_LONG,
    LOGO_UNUSABLE,
    LOW_CONTRAST,
    TEMPLATE_MISSING,
    UNKNOWN_STYLE,
)
from competenties.workspace.logo import LogoError, read_logo

MOST_HEADER_LINES = 4
"""Above a page; more would leave no room for the text."""

_SECTION = "house_style"
_SHOWN = 60  # characters of a line
_WORD = ".docx"
_NOT_THERE = Phrase(nl="het bestand is er niet", en="the file is not there")
_OUTSIDE = Phrase(nl="het ligt buiten de werkmap", en="it lies outside the workspace")
_NO_WORD = Phrase(nl="de naam eindigt niet op .docx", en="its name does not end in .docx")


def house_findings(house: HouseStyleSettings, root: Path) -> Iterator[Finding]:
    """Yield what is wrong with the house style of the workspace in a folder."""
    for name, colour in (("accent", house.accent), ("ink", house.ink)):
        if colour is not None:
            yield from _contrast(name, colour)
    if house.logo is not None:
        try:
            read_logo(house.logo, root)
        except LogoError as error:
            values: dict[str, Spoken] = {"found": house.logo, "reason": error.reason}
            yield Finding(LOGO_UNUSABLE, Place(path=(_SECTION, "logo")), values, "warning")
    for document, path in house.templates.items():
        if reason := _why_not(path, root):
            place = Place(path=(_SECTION, "templates", document))
            values = {"found": path, "reason": reason}
            yield Finding(TEMPLATE_MISSING, place, values, "warning")
    yield from _lines(house)
    yield from _styles(house)


def _lines(house: HouseStyleSettings) -> Iterator[Finding]:
    """Yield where a header loses lines, and where those of a footer are put on one."""
    for text in _texts(house.header):
        if len(lines := text.strip().splitlines()) > MOST_HEADER_LINES:
            yield _edge_finding(HEADER_TOO_LONG, "header", lines, lines[MOST_HEADER_LINES])
    for text in _texts(house.footer):
        if len(lines := text.strip().splitlines()) > 1:
            yield _edge_finding(FOOTER_JOINED, "footer", lines, " ".join(" ".join(lines).split()))


def _edge_finding(rule: Rule, name: str, lines: list[str], found: str) -> Finding:
    shown = found if len(found) <= _SHOWN else f"{found[: _SHOWN - 1].rstrip()}…"
    values: dict[str, Spoken] = {"count": len(lines), "most": MOST_HEADER_LINES, "found": shown}
    return Finding(rule, Place(path=(_SECTION, name)), values, rule.severity)


def _texts(text: Text | None) -> list[str]:
    """Return a text in each of its languages."""
    if text is None:
        return []
    return [text] if isinstance(text, str) else list(text.values())


def _styles(house: HouseStyleSettings) -> Iterator[Finding]:
    """Yield the styles that the settings choose one for, and that no document has."""
    for name in house.styles:
        if name not in STYLE_NAMES:
            values: dict[str, Spoken] = {
                "found": name,
                "nearest": nearest(name, STYLE_NAMES),
                "known": ", ".join(f'"{one}"' for one in STYLE_NAMES),
            }
            yield Finding(UNKNOWN_STYLE, Place(path=(_SECTION, "styles", name)), values, "warning")


def _contrast(name: str, colour: str) -> Iterator[Finding]:
    digits = colour.removeprefix("#")
    found = contrast(digits, WHITE)
    if found >= READABLE:
        return
    shade = readable_shade(digits)
    values: dict[str, Spoken] = {
        "found": colour,
        "contrast": _number(found),
        "least": _number(READABLE),
        "darker": Phrase(nl=f', zoals "{shade}"', en=f', such as "{shade}"'),
    }
    yield Finding(LOW_CONTRAST, Place(path=(_SECTION, name)), values, "warning")


def _number(value: float) -> Phrase:
    """Return a number with one decimal, never rounded up to a limit that it does not reach."""
    shown = f"{int(value * 10) / 10:.1f}"
    return Phrase(nl=shown.replace(".", ","), en=shown)


def _why_not(path: str, root: Path) -> Phrase | None:
    """Return why a file cannot be a template, as the end of a sentence."""
    if not is_inside(root / path, root):
        return _OUTSIDE
    if not path.lower().endswith(_WORD):
        return _NO_WORD
    return None if (root / path).is_file() else _NOT_THERE
