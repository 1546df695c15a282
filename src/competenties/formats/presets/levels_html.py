"""The levels of a competence inside one text with HTML, and out of it again."""

import re
from html import escape
from html.parser import HTMLParser
from typing import Any

from competenties.formats.presets.codes import level_name, text_of
from competenties.model.competence import Competence
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator

_HEADING = re.compile(r"(\d{1,2})(?: – (.*)|: (.*))?", re.DOTALL)
_PLAIN = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def html_of(framework: Framework, competence: Competence, *, indicators: bool) -> str:
    """Return definition and levels: a heading a level, its text, and a list of its indicators."""
    own = framework.language
    parts = [_paragraph(text_of(competence.definition, own, own))]
    if indicators:
        parts.append(_list(competence.indicators, own))
    for level in competence.levels:
        name = text_of(level.name, own, own)
        general = text_of(level_name(framework, competence, level.level), own, own)
        ending = f": {name}" if name else f" – {general}" if general else ""
        parts.append(f"<h4>{_escaped(f'{level.level}{ending}')}</h4>")
        parts.append(_paragraph(text_of(level.text, own, own)))
        if indicators:
            parts.append(_list(level.indicators, own))
    return "".join(parts)


class LevelsReader(HTMLParser):
    """What stands in such a text: `definition`, `indicators`, and `levels` by number.

    A level has `name`, `general` (what the scale calls it), `text` and `indicators`; an indicator is
    a text and whether it is a contra-indicator. Other HTML is text of the place where it stands.
    """

    def __init__(self, text: str) -> None:
        """Read a text, with or without HTML."""
        super().__init__(convert_charrefs=True)
        self.levels: dict[int, dict[str, Any]] = {}
        self._top: dict[str, Any] = {"text": [], "indicators": []}
        self._at = self._top
        self._words: list[str] = []
        self._is_contra = False
        if _PLAIN.search(text) is None:
            self._top["text"].append(text)
            return
        self.feed(text)
        self.close()
        self._paragraph_ends()

    @property
    def definition(self) -> str:
        """What stands before the first level."""
        return "\n\n".join(self._top["text"])

    @property
    def indicators(self) -> list[tuple[str, bool]]:
        """The indicators before the first level."""
        found: list[tuple[str, bool]] = self._top["indicators"]
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        if tag == "br":
            self._words.append("\n")
        elif tag in ("p", "li", "h4", "ul"):
            self._paragraph_ends()
            self._is_contra = ("class", "contra") in attrs

    def handle_endtag(self, tag: str) -> None:
        """End a level's heading, an indicator or a paragraph."""
        if tag == "h4":
            self._heading("".join(self._words))
            self._words = []
        elif tag == "li":
            text = "".join(self._words).strip()
            self._words = []
            if text:
                self._at["indicators"].append((text, self._is_contra))
        elif tag == "p":
            self._paragraph_ends()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._words.append(data)

    def _paragraph_ends(self) -> None:
        text = "".join(self._words).strip()
        self._words = []
        if text:
            self._at["text"].append(text)

    def _heading(self, text: str) -> None:
        found = _HEADING.fullmatch(text.strip())
        if found is None or int(found[1]) in self.levels:
            self._at["text"].append(text.strip())
            return
        made: dict[str, Any] = {
            "general": found[2] or "",
            "name": found[3] or "",
            "text": [],
            "indicators": [],
        }
        self.levels[int(found[1])] = self._at = made


def _paragraph(text: str) -> str:
    return f"<p>{_escaped(text)}</p>" if text else ""


def _list(indicators: tuple[Indicator, ...], own: str) -> str:
    points = [
        f'<li class="contra">{said}</li>' if one.is_contra else f"<li>{said}</li>"
        for one in indicators
        if (said := _escaped(text_of(one.text, own, own)))
    ]
    return f"<ul>{''.join(points)}</ul>" if points else ""


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br />")
