"""The scales of a file of Moodle as drafts: from the description, a branch of levels, or its columns."""

import re

from competenties.formats.anchor_reading import Described, SaidScale
from competenties.formats.moodle_codes import is_own_id, parsed
from competenties.formats.moodle_columns import ID, NAME, VALUES
from competenties.formats.moodle_drafts import description_of
from competenties.formats.moodle_reading import Node, Tree
from competenties.formats.moodle_texts import ScaleNames, read_scale, scale_values
from competenties.formats.plan import Draft

_MADE_UP = re.compile(
    r"(niveau|level) [0-9]{1,2}|(nog niet )?aangetoond|(not yet )?shown", re.IGNORECASE
)


class ScaleDrafts:
    """The scales so far; a competence may add one."""

    def __init__(self, tree: Tree, about: Described, *, is_ours: bool) -> None:
        """Find the scales of the framework."""
        self._is_ours = is_ours
        self.drafts: list[Draft] = []
        self._by_values: dict[str, int] = {}
        for said in about.scales:
            self._add(_from_text(said))
        if not self.drafts:
            for branch in tree.nodes:
                if branch.kind == "scale":
                    self._add(_from_branch(branch))
        values = tree.framework[VALUES] if tree.framework else ""
        self.is_kept_apart = bool(self.drafts and values and not is_ours)
        if not self.drafts and values and not self._is_made_up(values):
            self._add(_from_values(values))

    def of(self, node: Node, *, has_minimum: bool) -> tuple[int | None, dict[int, str]]:
        """Return which scale a competence names, and the names of its levels by number.

        The first scale need not be named; a row holds it too where a minimum level asks for it.
        """
        place, values = None, node[VALUES]
        if values in self._by_values:
            place = self._by_values[values]
            if place == 0 and (has_minimum or not self._is_ours):
                place = None
        elif values and not self._is_made_up(values):
            place = self._add(_from_values(values))
        if not self.drafts:
            return None, {}
        levels = self.drafts[place or 0].get("levels", ())
        return place, {one["number"]: one["name"] for one in levels}

    def _add(self, draft: Draft) -> int:
        levels = draft.get("levels", ())
        numbers, names = [one["number"] for one in levels], [one["name"] for one in levels]
        self.drafts.append(draft)
        place = len(self.drafts) - 1
        if levels:
            whole = ScaleNames(tuple(numbers), tuple(names))
            for values in (scale_values(whole), ",".join(names), ", ".join(names)):
                self._by_values.setdefault(values, place)
        return place

    def _is_made_up(self, values: str) -> bool:
        """Tell whether this program made up the levels, for a framework without any."""
        names = read_scale(values).names
        return not names or (self._is_ours and all(map(_MADE_UP.fullmatch, names)))


def _from_text(said: SaidScale) -> Draft:
    draft: Draft = {"name": said.name}
    if said.identifier:
        draft["id"] = said.identifier
    if said.description:
        draft["description"] = said.description
    levels = [_level(*one) for one in said.levels]
    return {**draft, "levels": levels}


def _from_branch(branch: Node) -> Draft:
    name, text = _told(branch)
    draft: Draft = {"name": name}
    code = parsed(branch[ID])
    if code.kind == "scale" and is_own_id(code.base):
        draft["id"] = code.base
    if text:
        draft["description"] = text
    levels = [
        _level(child.level, *_told(child)) for child in branch.children if child.level is not None
    ]
    return {**draft, "levels": sorted(levels, key=lambda one: int(one["number"]))}


def _from_values(values: str) -> Draft:
    names = read_scale(values)
    levels = [_level(number, name, "") for number, name in zip(*names, strict=True)]
    title = names.names[0] if len(names.names) == 1 else f"{names.names[0]} – {names.names[-1]}"
    return {"name": title, "levels": levels}


def _level(number: int, name: str, text: str) -> Draft:
    draft: Draft = {"number": number, "name": name}
    return {**draft, "description": text} if text else draft


def _told(node: Node) -> tuple[str, str]:
    said = description_of(node, ())
    return said.full_name or node[NAME] or "-", said.text
