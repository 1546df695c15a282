"""Keeps an import from Moodle whole: ids, where each text comes from, and what is left over."""

from collections.abc import Collection, Mapping

from competenties.formats.anchor_drafts import pictures_left
from competenties.formats.anchor_reading import Described, described
from competenties.formats.free_ids import FreeIds
from competenties.formats.html_prose import as_html
from competenties.formats.moodle_codes import SCHEME, is_own_id
from competenties.formats.moodle_columns import DESCRIPTION, EXPORTED, FORMAT, ID, NAME
from competenties.formats.moodle_reading import Node
from competenties.formats.moodle_rules import EXTRA
from competenties.formats.moodle_texts import is_full_name
from competenties.formats.plan import Cell, Draft, LeftOver, Note, Origin, Path
from competenties.messages import Phrase
from competenties.model.ids import slug

_PLAIN, _MARKDOWN = "2", "4"
_NUMBER_ONLY = Phrase(
    nl="is alleen het volgnummer van deze rij in Moodle",
    en="is only the number of this row in Moodle",
)


class Drafts:
    """What was made of the rows so far."""

    def __init__(self, notes: Collection[Note]) -> None:
        """Begin with what was noticed of the rows themselves."""
        self.notes = list(notes)
        self.left_overs: list[LeftOver] = []
        self.origins: dict[Path, Origin] = {}
        self.made: dict[int, Draft] = {}
        self._ids = FreeIds()
        self._settled: set[tuple[int, int]] = set()

    def give_id(self, draft: Draft, node: Node, *, is_root: bool = False) -> None:
        """Give an item the id in its id number; another code is kept, and an id is made from it."""
        code = node.base
        if is_own_id(code):
            draft["id"] = code
        else:
            draft["id"] = slug(code or str(draft.get("name") or draft.get("text")))
        if code and code != draft["id"]:
            draft["identifiers"] = [{"scheme": SCHEME, "id": code}]
        if not is_root:
            draft["id"] = self._ids.give(draft["id"])
        self.made[id(node)] = draft

    def account(self, node: Node, path: Path, fields: Mapping[int, str]) -> None:
        """Say where each cell of a row went: the fields named, else the item as a whole."""
        by_field: dict[str, list[Cell]] = {}
        for column, cell in node.places.items():
            if (id(node), column) not in self._settled:
                by_field.setdefault(fields.get(column, "id"), []).append(cell)
        for name, cells in by_field.items():
            self.origins[(*path, name)] = Origin(tuple(cells))

    def keep(self, node: Node, column: int, key: str, draft: Draft, reason: Phrase) -> None:
        """Keep the text of a cell beside an item, and say so."""
        if node[column]:
            draft.setdefault("extra", {}).setdefault(EXTRA, {})[key] = node[column]
            self.leave(node, column, reason)

    def leave(self, node: Node, column: int, reason: Phrase, *, is_kept: bool = True) -> None:
        """Say that the text of a cell became no part of the framework."""
        if column in node.places and (id(node), column) not in self._settled:
            self._settled.add((id(node), column))
            spot = node.places[column]
            self.left_overs.append(LeftOver(spot, node[column], reason, is_kept))

    def leave_pictures(self, node: Node) -> None:
        """Leave the pictures over that the description of a row holds."""
        self.left_overs.extend(pictures_left(node.pictures, node.spot(DESCRIPTION)))

    def leave_number(self, node: Node) -> None:
        """Leave the number over that Moodle gave a row."""
        self.leave(node, EXPORTED, _NUMBER_ONLY, is_kept=False)


def description_of(node: Node, known: Collection[str]) -> Described:
    """Return what the description of a row says; plain text and Markdown are read as they are."""
    text = node[DESCRIPTION]
    if node[FORMAT] in (_PLAIN, _MARKDOWN):
        text = as_html(text)
    said = described(text, known, lambda one: is_full_name(one, node[NAME]))
    node.pictures = said.pictures
    return said


def name_of(node: Node, said: Described) -> str:
    """Return what a row is called: in full where its description says so."""
    return said.full_name or node[NAME] or node[ID] or "-"
