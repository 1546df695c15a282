"""Competences of a file of Moodle as drafts: levels from their description, behaviour from rows too."""

from collections.abc import Sequence

from competenties.formats.anchor_drafts import put_minimum
from competenties.formats.anchor_reading import OF_COMPETENCE, OF_INDICATOR, Described
from competenties.formats.moodle_columns import (
    CONFIGURATION,
    DESCRIPTION,
    PARENT,
    RELATED,
    VALUES,
)
from competenties.formats.moodle_drafts import Drafts, description_of, name_of
from competenties.formats.moodle_reading import Node
from competenties.formats.moodle_scales import ScaleDrafts
from competenties.formats.plan import Draft, Path
from competenties.messages import Phrase

SETTING = Phrase(
    nl="is een instelling van Moodle; hij blijft bewaard bij het onderdeel",
    en="is a setting of Moodle; it is kept with the item",
)
_OWN_SCALE = Phrase(
    nl="is een schaal bij een onderdeel dat zelf geen niveaus heeft; hij blijft bewaard",
    en="is a scale of an item that has no levels of its own; it is kept",
)


class CompetenceDrafts:
    """Makes competences of rows."""

    def __init__(self, drafts: Drafts, scales: ScaleDrafts, *, is_ours: bool) -> None:
        """Make them for a file of ours, or for that of another program."""
        self._drafts, self._scales, self._is_ours = drafts, scales, is_ours

    def competence(self, node: Node, path: Path, below: Sequence[Node]) -> Draft:
        """Return the draft of a competence; `below` are the rows of its behaviour."""
        said = description_of(node, OF_COMPETENCE)
        draft: Draft = {"name": name_of(node, said)}
        self._drafts.give_id(draft, node)
        if said.text:
            draft["definition"] = said.text
        scale, names = self._scales.of(node, has_minimum=said.minimum is not None)
        if scale is not None:
            draft["scale"] = scale
        put_minimum(draft, said)
        if not self._is_ours:
            self._drafts.keep(node, CONFIGURATION, "scale_configuration", draft, SETTING)
        _Levels(self._drafts, draft, path, names).fill(said, below)
        return draft


def keep_scale(drafts: Drafts, node: Node, draft: Draft) -> None:
    """Keep the scale of a cluster or indicator, which has none in a framework."""
    drafts.keep(node, VALUES, "scale_values", draft, _OWN_SCALE)
    drafts.keep(node, CONFIGURATION, "scale_configuration", draft, _OWN_SCALE)


class _Levels:
    """The levels of one competence, and the behaviour without a level."""

    def __init__(self, drafts: Drafts, draft: Draft, path: Path, names: dict[int, str]) -> None:
        self._drafts, self._draft, self._path, self._names = drafts, draft, path, names
        self._levels: dict[int, Draft] = {}
        self._places: dict[int, int] = {}
        self._without: list[Draft] = []

    def fill(self, said: Described, below: Sequence[Node]) -> None:
        """Put behaviour at its levels: from rows of its own first, then from the description."""
        for one in said.levels.values():
            level = self._level(one.number)
            if one.name and one.name != self._names.get(one.number):
                level["name"] = one.name
            if one.text:
                level["text"] = one.text
        rows = {(node.level, self._take_row(node)) for node in below}
        for one in said.levels.values():
            self._list(one.number, one.behaviour, one.contra, rows)
        self._list(None, said.behaviour, said.contra, rows)
        if self._levels:
            self._draft["levels"] = list(self._levels.values())
        if self._without:
            self._draft["indicators"] = self._without

    def _level(self, number: int) -> Draft:
        self._places.setdefault(number, len(self._places))
        return self._levels.setdefault(number, {"level": number})

    def _items(self, number: int | None) -> list[Draft]:
        if number is None:
            return self._without
        items: list[Draft] = self._level(number).setdefault("indicators", [])
        return items

    def _take_row(self, node: Node) -> str:
        """Take a row as behaviour; return its text, by which the description repeats it."""
        items = self._items(node.level)
        way: Path = () if node.level is None else ("levels", self._places[node.level])
        items.append(_indicator(self._drafts, node, (*self._path, *way, "indicators", len(items))))
        return _folded(str(items[-1]["text"]))

    def _list(
        self,
        number: int | None,
        behaviour: Sequence[str],
        contra: Sequence[str],
        rows: set[tuple[int | None, str]],
    ) -> None:
        made: list[Draft] = [
            {"text": one} for one in behaviour if (number, _folded(one)) not in rows
        ]
        made += [{"text": one, "polarity": "contra"} for one in contra]
        if made:
            self._items(number).extend(made)


def _indicator(drafts: Drafts, node: Node, path: Path) -> Draft:
    said = description_of(node, OF_INDICATOR)
    draft: Draft = {"text": name_of(node, said)}
    drafts.give_id(draft, node)
    if said.measure:
        draft["measure"] = said.measure
    if said.examples:
        draft["examples"] = said.examples
    if said.text and _folded(said.text) != _folded(draft["text"]):
        draft["notes"] = said.text
    keep_scale(drafts, node, draft)
    drafts.leave_number(node)
    drafts.account(node, path, {DESCRIPTION: "text", PARENT: "text", RELATED: "text"})
    return draft


def _folded(text: str) -> str:
    """Return a text by which two of them are the same."""
    return " ".join(text.split()).rstrip(".").casefold()
