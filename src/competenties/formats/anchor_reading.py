"""Understands the headings in a description: levels, behaviour, scales, and which version it is."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from competenties.formats import anchor_words as words
from competenties.formats.html_prose import Block, markdown_of, read_html
from competenties.model.record import STATUSES
from competenties.office.clean import has_ink

OF_FRAMEWORK = ("about", "scale")
OF_COMPETENCE = ("level", "behaviour", "contra", "minimum")
OF_INDICATOR = ("measure", "examples")
"""Headings that mean something in the description of each."""

_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_LEVEL_HEADING = re.compile(
    r"(?:niveau|level)\s+([0-9]{1,2})(?:\s*([–:.—-])\s*(.+))?", re.IGNORECASE | re.DOTALL
)
_SCALE_HEADING = re.compile(
    r"(?:niveau-indeling|proficiency scale): (.+?)(?: \(code: ([a-z][a-z0-9-]*)\))?",
    re.IGNORECASE | re.DOTALL,
)
_MINIMUM_HEADING = re.compile(
    r"(?:minimumniveau|minimum level) ([0-9]{1,2})(?: \((gevraagd door de sector|asked by the sector)\))?",
    re.IGNORECASE,
)
_NUMBERED_NAME = re.compile(r"([0-9]{1,2}) – (.+)", re.DOTALL)


@dataclass
class SaidLevel:
    """A level in a description: its name, its text, and behaviour under it.

    A name after a colon is of this competence alone; another is what the scale calls the level.
    """

    number: int
    name: str = ""
    has_own_name: bool = False
    text: str = ""
    behaviour: list[str] = field(default_factory=list)
    contra: list[str] = field(default_factory=list)


class SaidMinimum(NamedTuple):
    """A minimum level with its reason."""

    level: int
    reason: str
    by_sector: bool


@dataclass
class SaidScale:
    """A proficiency scale: id only where it is not made from the name; numbers and names."""

    name: str
    identifier: str = ""
    description: str = ""
    levels: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class Described:
    """What a description says; `full_name` where it begins with a name that was too long."""

    full_name: str = ""
    text: str = ""
    levels: dict[int, SaidLevel] = field(default_factory=dict)
    behaviour: list[str] = field(default_factory=list)
    contra: list[str] = field(default_factory=list)
    minimum: SaidMinimum | None = None
    measure: str = ""
    examples: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    other_facts: list[str] = field(default_factory=list)
    scales: list[SaidScale] = field(default_factory=list)
    language: str = ""
    pictures: tuple[str, ...] = ()
    """What cannot go along."""


def described(
    html: str,
    known: Collection[str] = (),
    is_full_name: Callable[[str], bool] = lambda _: False,
) -> Described:
    """Return what a description says; `known` are the headings that mean something here.

    A heading that is not known is part of the text. `is_full_name` tells whether the first
    paragraph is a name that stands elsewhere in short.
    """
    page = read_html(html)
    said, blocks = Described(language=page.language, pictures=page.pictures), page.blocks
    if blocks and blocks[0].kind == "paragraph" and is_full_name(blocks[0].text):
        said.full_name, blocks = blocks[0].text, blocks[1:]
    reading = _Reading(said, known)
    for block in blocks:
        reading.take(block)
    return reading.finished()


class _Reading:
    """Puts each block where the last heading says that it belongs."""

    def __init__(self, said: Described, known: Collection[str]) -> None:
        self._said = said
        self._known = known
        self._blocks: list[Block] = []
        self._target = "text"
        self._level: SaidLevel | None = None
        self._level_depth = 0
        self._scale: SaidScale | None = None
        self._minimum: tuple[int, bool] = (0, False)

    def take(self, block: Block) -> None:
        target = self._target_of(block) if block.kind == "heading" else None
        if target is None:
            self._blocks.append(_plain(block))
        else:
            self._settle()
            self._begin(target, block)

    def finished(self) -> Described:
        self._settle()
        return self._said

    def _target_of(self, heading: Block) -> str | None:
        text = heading.text
        if self._scale and _NUMBERED_NAME.fullmatch(text) and heading.depth > 4:  # noqa: PLR2004
            return "scale level"
        patterns = (one for one in _PATTERNS.items() if one[1].fullmatch(text))
        target = next((one for one, _ in patterns), _NAMED.get(text.casefold()))
        return target if target in self._known else None

    def _begin(self, target: str, heading: Block) -> None:
        self._target, text = target, heading.text
        if target not in ("behaviour", "contra") or heading.depth <= self._level_depth:
            self._level = None  # behaviour under a heading as high is of no level
        if target != "scale level":
            self._scale = None
        if target == "level" and (found := _LEVEL_HEADING.fullmatch(text)):
            number = int(found[1])
            level = SaidLevel(number, _seen(found[3]), has_own_name=found[2] == ":")
            self._level = self._said.levels.setdefault(number, level)
            self._level_depth = heading.depth
        elif target == "scale" and (found := _SCALE_HEADING.fullmatch(text)):
            self._scale = SaidScale(_seen(found[1]) or "-", found[2] or "")
            self._said.scales.append(self._scale)
        elif target == "scale level" and (found := _NUMBERED_NAME.fullmatch(text)):
            if self._scale:
                self._scale.levels.append((int(found[1]), _seen(found[2]) or found[1], ""))
        elif target == "minimum" and (found := _MINIMUM_HEADING.fullmatch(text)):
            self._minimum = int(found[1]), bool(found[2])

    def _settle(self) -> None:
        """Put the blocks since the last heading where they belong."""
        blocks, self._blocks = self._blocks, []
        said, text = self._said, markdown_of(blocks)
        match self._target:
            case "text":
                said.text = text
            case "minimum":
                said.minimum = SaidMinimum(self._minimum[0], text, self._minimum[1])
            case "measure":
                said.measure = _joined(said.measure, text)
            case "examples":
                said.examples.extend(_points(blocks))
            case "about":
                self._take_facts(blocks)
            case _:
                self._settle_levels(blocks, text)

    def _settle_levels(self, blocks: list[Block], text: str) -> None:
        """Put blocks with a level of the competence, or of a scale."""
        match self._target:
            case "level" if self._level:
                self._level.text = _joined(self._level.text, text)
            case "behaviour":
                (self._level or self._said).behaviour.extend(_points(blocks))
            case "contra":
                (self._level or self._said).contra.extend(_points(blocks))
            case "scale" if self._scale:
                self._scale.description = text
            case "scale level" if self._scale:
                number, name, _ = self._scale.levels[-1]
                self._scale.levels[-1] = number, name, text

    def _take_facts(self, blocks: Iterable[Block]) -> None:
        """Take over what the list about the framework says, as far as it can be understood."""
        for text in _points(blocks):
            label, _, value = text.partition(": ")
            key = next((name for name, words in words.FACTS.items() if label in words), "")
            usable = _usable(key, value)
            if key and usable:
                self._said.facts.setdefault(key, usable)
            else:
                self._said.other_facts.append(text)


_PATTERNS = {"level": _LEVEL_HEADING, "scale": _SCALE_HEADING, "minimum": _MINIMUM_HEADING}
_NAMED = {
    word.casefold(): target
    for target, phrase in {
        "behaviour": words.BEHAVIOUR,
        "contra": words.CONTRA,
        "measure": words.MEASURE,
        "examples": words.EXAMPLES,
        "about": words.ABOUT,
    }.items()
    for word in phrase
}


def _seen(text: str | None) -> str:
    return text if text and has_ink(text) else ""


def _plain(block: Block) -> Block:
    return Block("paragraph", block.texts) if block.kind == "heading" else block


def _joined(first: str, second: str) -> str:
    return f"{first}\n\n{second}" if first and second else first or second


def _points(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks for text in block.texts]


def _usable(key: str, value: str) -> str | None:
    if key == "language":
        return value if _LANGUAGE_TAG.fullmatch(value) else None
    if key == "status":
        return next((name for name, words in STATUSES.items() if value in words), None)
    if key.startswith("valid"):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return None
    return _seen(value) or None
