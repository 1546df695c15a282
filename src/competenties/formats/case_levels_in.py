"""Reads the levels of a CASE package: from rubrics first, else from `hasSkillLevel`, else none."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from competenties.formats.case_drafts import Drafts, Texts, name_and_more, own_id
from competenties.formats.case_identity import LEVEL_NAME, LEVELS_NAME
from competenties.formats.case_package import Entry, Package, has_words, text
from competenties.formats.case_terms import SKILL_LEVEL, Json, spoken
from competenties.formats.plan import Draft
from competenties.messages import Phrase

MOST_LEVEL = 99
_AT_END = re.compile(r"(?:^|[^0-9])([0-9]{1,2})$")
_NO_COMPETENCE = Phrase(
    nl="deze rubric hoort niet bij een competentie van dit model; hij is bewaard onder 'overig'",
    en="this rubric belongs to no competence of this framework; it is kept under 'extra'",
)
_NO_LEVEL = Phrase(
    nl="dit veld van een rubric heeft geen plaats in een model; het is bewaard onder 'overig'",
    en="this field of a rubric has no place in a framework; it is kept under 'extra'",
)
_USED_RUBRIC = {"identifier", "uri", "lastChangeDateTime", "title", "CFRubricCriteria"}
_USED_CRITERION = {
    "identifier",
    "uri",
    "lastChangeDateTime",
    "CFItemURI",
    "position",
    "rubricId",
    "CFRubricCriterionLevels",
}
_USED_LEVEL = {
    "identifier",
    "uri",
    "lastChangeDateTime",
    "quality",
    "description",
    "score",
    "position",
    "rubricCriterionId",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a competence has at one level of a rubric."""

    number: int
    data: Json
    path: str


@dataclass
class Levels:
    """The scales of a package, the level of each item, and the rubric of each competence."""

    scales: list[Draft] = field(default_factory=list)
    positions: dict[Entry | None, int] = field(default_factory=dict)
    """Where in `scales` an item is that holds levels; levels without such an item have None."""
    names: dict[tuple[Entry | None, int], str] = field(default_factory=dict)
    of_item: dict[Entry, tuple[Entry | None, int]] = field(default_factory=dict)
    rubrics: dict[Entry, list[Seen]] = field(default_factory=dict)
    names_of_rubrics: dict[Entry, Json] = field(default_factory=dict)
    """Number and title of the rubric of a competence, and the number of its criterion."""

    def of_behaviour(self, package: Package) -> dict[Entry, tuple[Entry | None, int]]:
        """Return at which level of which scale behaviour stands."""
        found: dict[Entry, tuple[Entry | None, int]] = {}
        for link in package.links:
            if link.kind == SKILL_LEVEL and isinstance(link.target, Entry):
                level = self.of_item.get(link.target)
                if level is not None and isinstance(link.origin, Entry):
                    found.setdefault(link.origin, level)
        return found


def read_levels(package: Package, drafts: Drafts, framework: Draft) -> Levels:
    """Return the levels, and leave over what belongs to nothing."""
    levels = Levels()
    for scale in package.entries:
        if scale.role == "scale":
            _read_scale(scale, scale.children, levels, drafts)
    loose = [one for one in package.entries if one.role == "level" and one.parent is None]
    if loose:
        _read_scale(None, loose, levels, drafts)
    _read_rubrics(package, levels, drafts, framework)
    if not levels.names and levels.rubrics:
        _make_scale(levels, drafts)
    return levels


def _read_scale(scale: Entry | None, items: list[Entry], levels: Levels, drafts: Drafts) -> None:
    draft: Draft = {"levels": []}
    for entry, number in zip(items, _numbers(items), strict=True):
        levels.of_item[entry] = (scale, number)
        level = _named(entry, drafts, {"number": number})
        levels.names[scale, number] = name_and_more(entry)[0]
        if entry.ours.get("unnamed") is not True:
            draft["levels"].append(level)
    if scale is None:
        draft["name"] = spoken(LEVELS_NAME, drafts.language)
    elif scale.ours.get("unnamed") is True:
        return
    else:
        _named(scale, drafts, draft)
        draft |= _about_scale(scale)
    levels.positions[scale] = len(levels.scales)
    levels.scales.append(draft)


def _named(entry: Entry, drafts: Drafts, draft: Draft) -> Draft:
    texts = Texts(entry, drafts.language)
    name, more = name_and_more(entry)
    place = f"{entry.path}/fullStatement"
    drafts.put(draft, "name", name, texts.at("name", place))
    draft.setdefault("name", entry.path)
    drafts.put(draft, "description", more, texts.at("description", place))
    used = {
        "abbreviatedStatement",
        "fullStatement",
        "humanCodingScheme",
        "language",
        "identifier",
        "uri",
        "lastChangeDateTime",
        "CFItemType",
        "CFItemTypeURI",
        "CFDocumentURI",
    }
    drafts.leave_rest(draft, entry.data, entry.path, used)
    return draft


def _about_scale(scale: Entry) -> Draft:
    found: Draft = {}
    if identifier := own_id(scale):
        found["id"] = identifier
    if isinstance(scale.ours.get("cumulative"), bool):
        found["cumulative"] = scale.ours["cumulative"]
    if scale.ours.get("partial") is True:
        found["partial"] = True
    return found


def _numbers(items: list[Entry]) -> list[int]:
    """Return the numbers of levels: as we wrote them, else as their codes end, else in order."""
    codes = [_AT_END.search(text(one.data.get("humanCodingScheme"))) for one in items]
    at_end = [int(one.group(1)) if one else None for one in codes]
    return _first_whole([_level(one.ours.get("level")) for one in items], at_end)


def _first_whole(*candidates: list[int | None]) -> list[int]:
    """Return the first numbers of which none is missing or twice there, else 1, 2, 3."""
    for found in candidates:
        numbers = [one for one in found if one is not None]
        if len(set(numbers)) == len(found):
            return numbers
    return list(range(1, len(candidates[0]) + 1))


def _level(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if 0 <= value <= MOST_LEVEL and value == int(value) else None


def _read_rubrics(package: Package, levels: Levels, drafts: Drafts, framework: Draft) -> None:
    for path, rubric in package.rubrics:
        criteria = list(_objects(rubric.get("CFRubricCriteria"), f"{path}/CFRubricCriteria"))
        for place, criterion in criteria:
            entry = package.find(criterion.get("CFItemURI"))
            is_used = isinstance(entry, Entry) and entry.role == "competence"
            if isinstance(entry, Entry) and is_used and entry not in levels.rubrics:
                levels.rubrics[entry] = list(_seen(criterion, place, drafts, framework))
                levels.names_of_rubrics[entry] = _named_rubric(rubric, criterion)
            else:
                drafts.leave(framework, place, criterion, place, _NO_COMPETENCE)
        used = _USED_RUBRIC if criteria else set()
        for key in rubric.keys() - used:
            drafts.leave(framework, f"{path}/{key}", rubric[key], f"{path}/{key}", _NO_LEVEL)


def _named_rubric(rubric: Json, criterion: Json) -> Json:
    named = {key: text(rubric.get(key)) for key in ("identifier", "title")}
    return {**named, "criterion": text(criterion.get("identifier"))}


def _seen(criterion: Json, place: str, drafts: Drafts, framework: Draft) -> Iterator[Seen]:
    found = list(
        _objects(criterion.get("CFRubricCriterionLevels"), f"{place}/CFRubricCriterionLevels")
    )
    scores = [_level(one.get("score")) for _, one in found]
    positions = [_level(one.get("position")) for _, one in found]
    for number, (path, one) in zip(_first_whole(scores, positions), found, strict=True):
        is_kept = number > MOST_LEVEL
        for key in one if is_kept else one.keys() - _USED_LEVEL:
            drafts.leave(framework, f"{path}/{key}", one[key], f"{path}/{key}", _NO_LEVEL)
        if not is_kept:
            yield Seen(number, one, path)


def _objects(value: Any, path: str) -> Iterator[tuple[str, Json]]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield f"{path}/{number}", one


def _make_scale(levels: Levels, drafts: Drafts) -> None:
    """Make a scale of the levels of rubrics: what most of them call a level is its name."""
    names: dict[int, Counter[str]] = {}
    for rubric in levels.rubrics.values():
        for seen in rubric:
            quality = text(seen.data.get("quality"))
            names.setdefault(seen.number, Counter()).update([quality] if has_words(quality) else [])
    made = []
    for number in sorted(names):
        common = names[number].most_common(1)
        name = common[0][0] if common else spoken(LEVEL_NAME, drafts.language, number=number)
        levels.names[None, number] = name
        made.append({"number": number, "name": name})
    levels.scales.append({"name": spoken(LEVELS_NAME, drafts.language), "levels": made})
    levels.positions[None] = 0
