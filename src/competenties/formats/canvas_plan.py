"""What becomes of a file of Canvas: groups as clusters, outcomes as competences with their levels."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from competenties.formats.anchor_drafts import pictures_left
from competenties.formats.anchor_reading import (
    OF_COMPETENCE,
    OF_FRAMEWORK,
    OF_INDICATOR,
    Described,
    described,
)
from competenties.formats.canvas_codes import GROUP_ENDING, SCHEME, is_own_id, parsed
from competenties.formats.canvas_levels import fill_levels
from competenties.formats.canvas_reading import Item, Outcomes, looks_like_canvas, read_outcomes
from competenties.formats.canvas_scales import ScaleDrafts
from competenties.formats.canvas_titles import is_full_title
from competenties.formats.free_ids import FreeIds
from competenties.formats.language_guess import language_of
from competenties.formats.plan import Cell, Draft, ImportPlan, LeftOver, Origin, Path, PlannedColumn
from competenties.formats.source import ImportChoices
from competenties.messages import Phrase
from competenties.model.ids import slug
from competenties.office.tables import TableFile

_SETTING = Phrase(
    nl="is een instelling van Canvas; hij blijft bewaard bij het onderdeel",
    en="is a setting of Canvas; it is kept with the item",
)
_COLUMNS = {
    "vendor_guid": Phrase(nl="id", en="id"),
    "object_type": Phrase(nl="cluster of competentie", en="cluster or competence"),
    "title": Phrase(nl="naam", en="name"),
    "display_name": Phrase(nl="andere naam", en="alias"),
    "description": Phrase(nl="omschrijving en niveaus", en="description and levels"),
    "workflow_state": Phrase(nl="status", en="status"),
    "parent_guids": Phrase(nl="cluster", en="cluster"),
    "ratings": Phrase(nl="niveau-indeling", en="proficiency scale"),
}
_OF_CANVAS = Phrase(nl="instelling van Canvas", en="setting of Canvas")
_KNOWN = frozenset(_COLUMNS)
_DEFAULTS = {"calculation_method": "highest"}


def plan_of(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of a file. Raises UnusableError where it is not of Canvas."""
    sheets = [one for one in file.sheets if looks_like_canvas(one)] or list(file.sheets)
    return _Planning(read_outcomes(file.name, sheets[0]), file, choices).plan()


class _Planning:
    def __init__(self, outcomes: Outcomes, file: TableFile, choices: ImportChoices) -> None:
        self._outcomes, self._file, self._choices = outcomes, file, choices
        self._left_overs = list(outcomes.left_overs)
        self._origins: dict[Path, Origin] = {}
        self._ids = FreeIds()
        self._root = _root(outcomes.items)
        self._root_code = self._root["vendor_guid"] if self._root else ""
        self._about = _described(self._root, OF_FRAMEWORK) if self._root else Described()
        prefix = f"{self._root_code}."
        self._is_ours = "language" in self._about.facts or any(
            self._root_code and one["vendor_guid"].startswith(prefix) for one in outcomes.items
        )
        self._scales = ScaleDrafts(self._about.scales, is_ours=self._is_ours)
        self._behaviour: dict[str, list[Item]] = {}
        self._sort_out()

    def plan(self) -> ImportPlan:
        """Return the plan; every filled cell of the file is accounted for in it."""
        framework = self._framework()
        framework["clusters"] = list(self._cluster_drafts())
        framework["competences"] = list(self._competence_drafts())
        framework["proficiency_scales"] = self._scales.drafts
        self._keep_rows(framework)
        items = self._outcomes.items
        for one in items:
            self._left_overs.extend(pictures_left(one.pictures, one.spot("description")))
        texts = (one[name] for one in items for name in ("title", "description"))
        language = self._choices.language or self._about.facts.get("language")
        return ImportPlan(
            source=self._file.name,
            language=language or language_of(texts, self._choices.otherwise),
            framework={key: value for key, value in framework.items() if value},
            origins=self._origins,
            columns=tuple(
                PlannedColumn(cell, name, _COLUMNS.get(name, _OF_CANVAS))
                for name, cell in self._outcomes.header.items()
            ),
            left_overs=tuple(self._left_overs),
            notes=tuple(self._outcomes.notes),
            remarks=self._file.remarks,
        )

    def _sort_out(self) -> None:
        """Tell groups of behaviour and behaviour itself apart from clusters and competences."""
        items = [one for one in self._outcomes.items if one is not self._root]
        owners = {one["vendor_guid"] for one in items if not one.is_group}
        self._groups: dict[int, str] = {}  # the competence that a group holds the behaviour of
        for item in items:
            owner = item["vendor_guid"].removesuffix(GROUP_ENDING)
            if self._is_ours and item.is_group and owner != item["vendor_guid"] and owner in owners:
                self._groups[id(item)] = owner
        self._clusters = [one for one in items if one.is_group and id(one) not in self._groups]
        self._competences: list[Item] = []
        for item in items:
            if item.is_group:
                continue
            owner = self._groups.get(id(item.parent), "")
            if owner and self._code(item).is_behaviour:
                self._behaviour.setdefault(owner, []).append(item)
            else:
                self._competences.append(item)

    def _framework(self) -> Draft:
        root, about = self._root, self._about
        file = self._file.name
        if root is None:
            return {"name": self._choices.name or file.rpartition(".")[0] or file or "-"}
        draft: Draft = {"name": self._choices.name or _name(root, about)}
        self._give_id(draft, root["vendor_guid"], free=False)
        draft.update({key: value for key, value in about.facts.items() if key != "language"})
        if about.text:
            draft["description"] = about.text
        if about.other_facts:
            draft.setdefault("extra", {})["about"] = list(about.other_facts)
        self._account(root, ("framework",), draft, {"description": "description"})
        return draft

    def _cluster_drafts(self) -> Iterator[Draft]:
        positions = {id(one): place for place, one in enumerate(self._clusters)}
        for place, item in enumerate(self._clusters):
            said = _described(item, ())
            draft: Draft = {"name": _name(item, said)}
            self._give_id(draft, self._base(item))
            if said.text:
                draft["description"] = said.text
            parent = self._cluster_of(item)
            if parent is not None:
                draft["parent"] = positions[id(parent)]
            fields = {"description": "description", "parent_guids": "parent"}
            self._account(item, ("framework", "clusters", place), draft, fields)
            yield draft

    def _competence_drafts(self) -> Iterator[Draft]:
        positions = {id(one): place for place, one in enumerate(self._clusters)}
        for place, item in enumerate(self._competences):
            said = _described(item, OF_COMPETENCE)
            draft: Draft = {"name": _name(item, said)}
            self._give_id(draft, self._base(item))
            if said.text:
                draft["definition"] = said.text
            cluster = self._cluster_of(item)
            if cluster is not None:
                draft["cluster"] = positions[id(cluster)]
            if item["display_name"] and item["display_name"] != item["title"]:
                draft["aliases"] = [item["display_name"]]
            path: Path = ("framework", "competences", place)
            scale = self._scale(item, draft)
            rows = self._behaviour.pop(item["vendor_guid"], [])
            fill_levels(draft, said, self._rows_of(rows, path), self._scales.names(scale))
            fields = {
                "description": "definition",
                "parent_guids": "cluster",
                "display_name": "aliases",
                "ratings": "scale",
            }
            self._account(item, path, draft, fields)
            yield draft

    def _scale(self, item: Item, draft: Draft) -> int | None:
        scale, read = self._scales.of(item.ratings)
        if scale is not None:
            draft["scale"] = scale
        if not read.is_exact and item.ratings:
            self._keep(draft, "ratings", list(item.ratings))
        return scale

    def _rows_of(self, rows: Sequence[Item], path: Path) -> Iterator[tuple[int | None, Draft]]:
        """Yield behaviour that has rows of its own, with its level."""
        cells: dict[str, list[Cell]] = {}
        for item in rows:
            said = _described(item, OF_INDICATOR)
            draft: Draft = {"text": _name(item, said)}
            self._give_id(draft, self._base(item))
            if said.measure:
                draft["measure"] = said.measure
            if said.examples:
                draft["examples"] = said.examples
            if said.text:
                draft["notes"] = said.text
            level = self._code(item).level
            name = "indicators" if level is None else "levels"
            for found in self._settled(item, draft, {}).values():
                cells.setdefault(name, []).extend(found)
            yield level, draft
        for name, found in cells.items():
            self._origins[(*path, name)] = Origin(tuple(found))

    def _cluster_of(self, item: Item) -> Item | None:
        at = item.parent
        while at is not None and id(at) in self._groups:
            at = at.parent
        return None if at is self._root else at

    def _code(self, item: Item) -> Any:
        return parsed(item["vendor_guid"], self._root_code)

    def _base(self, item: Item) -> str:
        return str(self._code(item).base) if self._is_ours else item["vendor_guid"]

    def _give_id(self, draft: Draft, code: str, *, free: bool = True) -> None:
        """Give an item the id in its code; another code is kept, and an id is made from it."""
        text = str(draft.get("name") or draft.get("text"))
        draft["id"] = code if is_own_id(code) else slug(code or text)
        if code and code != draft["id"]:
            draft["identifiers"] = [{"scheme": SCHEME, "id": code}]
        if free:
            draft["id"] = self._ids.give(draft["id"])

    def _account(self, item: Item, path: Path, draft: Draft, fields: Mapping[str, str]) -> None:
        """Say where each cell of a row went."""
        for name, cells in self._settled(item, draft, fields).items():
            self._origins[(*path, name)] = Origin(tuple(cells))

    def _settled(
        self, item: Item, draft: Draft, fields: Mapping[str, str]
    ) -> dict[str, list[Cell]]:
        """Return the cells of a row by field; what is only of use to Canvas is kept beside it."""
        if item["workflow_state"].casefold() == "deleted":
            draft["status"] = "retired"
        if item.others:
            self._keep(draft, "parents", item.others)
        by_field: dict[str, list[Cell]] = {}
        for name, cell in item.places.items():
            is_ours = self._is_ours and name in ("calculation_method", "mastery_points")
            if name in _KNOWN or is_ours or item[name] == _DEFAULTS.get(name):
                by_field.setdefault(fields.get(name, "id"), []).append(cell)
            else:
                self._keep(draft, name, item[name])
                self._left_overs.append(LeftOver(cell, item[name], _SETTING))
        if item.rating_places:
            by_field.setdefault(fields.get("ratings", "id"), []).extend(item.rating_places)
        return by_field

    def _keep(self, draft: Draft, key: str, value: Any) -> None:
        draft.setdefault("extra", {}).setdefault("canvas", {})[key] = value

    def _keep_rows(self, framework: Draft) -> None:
        """Keep rows that are neither group nor outcome; a group of behaviour goes with its competence."""
        rows: dict[str, list[str]] = {}
        for one in self._outcomes.left_overs:
            rows.setdefault(str(getattr(one.cell, "row", "")), []).append(one.text)
        if rows:
            self._keep(framework, "rows", rows)
        owners = {one["vendor_guid"]: place for place, one in enumerate(self._competences)}
        for item in self._outcomes.items:
            if id(item) in self._groups:
                place = ("framework", "competences", owners[self._groups[id(item)]], "id")
                cells = [cell for found in self._settled(item, {}, {}).values() for cell in found]
                self._origins[place] = Origin((*self._origins[place].cells, *cells))


def _root(items: Sequence[Item]) -> Item | None:
    """Return the one group in which everything stands, if there is one."""
    top = [one for one in items if one.parent is None]
    return top[0] if len(top) == 1 and top[0].is_group and len(items) > 1 else None


def _described(item: Item, known: Collection[str]) -> Described:
    said = described(item["description"], known, lambda text: is_full_title(text, item["title"]))
    item.pictures = said.pictures
    return said


def _name(item: Item, said: Described) -> str:
    return said.full_name or item["title"] or item["vendor_guid"] or "-"
