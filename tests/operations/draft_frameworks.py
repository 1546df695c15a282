"""Drafts of frameworks over a few ids, so that any two of them share items, and edits of them."""

from typing import Any

from hypothesis import strategies as st

from competenties.operations import (
    Batch,
    Insert,
    Move,
    Operation,
    Remove,
    Set,
)
from competenties.operations.tree import at, items

TEXTS = st.sampled_from(["Belt terug.", "Legt uit.", "", "Vraagt door.", "=1+1", "Ω"])
_IDS = [f"i{n}" for n in range(9)]


@st.composite
def drafts(draw: st.DrawFn) -> dict[str, Any]:
    """Return the JSON of a framework, perhaps with empty texts; every id occurs once."""
    free = draw(st.permutations(_IDS))
    free = list(free[: draw(st.integers(0, len(free)))])
    names = draw(st.permutations(["a", "b", "c"]))[: draw(st.integers(0, 3))]
    data: dict[str, Any] = {"id": "f", "name": draw(TEXTS), "language": "nl"}
    clusters = draw(st.permutations(["k", "l"]))[: draw(st.integers(0, 2))]
    if clusters:
        data["clusters"] = [{"id": one, "name": draw(TEXTS)} for one in clusters]
    competences = [_competence(draw, name, free) for name in names]
    if competences:
        data["competences"] = competences
    if draw(st.booleans()):
        data["notes"] = draw(TEXTS)
    if draw(st.booleans()):
        data["identifiers"] = [{"scheme": "s", "id": draw(st.sampled_from(["a", "i1", "x"]))}]
    return data


def _competence(draw: st.DrawFn, name: str, free: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"id": name, "name": draw(_SPOKEN)}
    levels = []
    for number in sorted(draw(st.sets(st.integers(1, 4)))):
        level: dict[str, Any] = {"level": number}
        if draw(st.booleans()):
            level["name"] = draw(TEXTS)
        own = _indicators(draw, free)
        if own:
            level["indicators"] = own
        levels.append(level)
    if levels:
        found["levels"] = levels
    loose = _indicators(draw, free)
    if loose:
        found["indicators"] = loose
    aliases = draw(st.lists(TEXTS, max_size=2))
    if aliases:
        found["aliases"] = aliases
    return found


_SPOKEN: st.SearchStrategy[Any] = TEXTS | st.fixed_dictionaries({"nl": TEXTS, "en": TEXTS})


def _indicators(draw: st.DrawFn, free: list[str]) -> list[dict[str, Any]]:
    return [{"id": free.pop(), "text": draw(_SPOKEN)} for _ in range(min(len(free), draw(_FEW)))]


_FEW = st.integers(0, 3)


@st.composite
def edits(draw: st.DrawFn, data: dict[str, Any]) -> Operation:
    """Return an edit that fits a draft."""
    if draw(st.integers(0, 9)) == 0:
        return Batch(operations=(draw(single(data)),))
    return draw(single(data))


@st.composite
def single(draw: st.DrawFn, data: dict[str, Any]) -> Operation:
    """Return an edit that is no batch."""
    known = list(items(data))
    competences = [one for one, way in known if way[0] == "competences" and len(way) == 2]
    indicators = [one for one, way in known if way[-2] == "indicators"]
    owners = st.sampled_from([*competences]) if competences else st.nothing()
    places = owners.flatmap(lambda owner: st.tuples(st.just(owner), _PLACES))
    choices: list[st.SearchStrategy[Operation]] = [
        TEXTS.map(lambda text: Set(path=("name",), was=data["name"], value=text))
    ]
    if competences:
        number = st.integers(1, 4)
        choices.append(
            st.tuples(places, st.sampled_from([*_IDS, None])).map(
                lambda one: Insert(
                    item=one[0][0], path=one[0][1], after=one[1], value={"id": "new", "text": ""}
                )
            )
        )
        choices.append(
            st.tuples(owners, number, TEXTS).map(
                lambda one: _level_name(data, one[0], one[1], one[2])
            )
        )
    if indicators:
        chosen = st.sampled_from(indicators)
        choices.append(chosen.map(lambda one: Remove(item=one, was=_value(data, one))))
        choices.append(
            st.tuples(chosen, TEXTS, st.sampled_from(["nl", "en"])).map(
                lambda one: _translated(data, one[0], one[2], one[1])
            )
        )
        choices.append(
            st.tuples(chosen, places, st.sampled_from([*indicators, None])).map(
                lambda one: Move(item=one[0], to=one[1][0], path=one[1][1], after=one[2])
            )
            if competences
            else st.nothing()
        )
    return draw(st.one_of(choices))


_PLACES: st.SearchStrategy[Any] = st.just(("indicators",)) | st.integers(1, 4).map(
    lambda number: ("levels", number, "indicators")
)


def _value(data: dict[str, Any], item: str) -> Any:
    return at(data, next(way for one, way in items(data) if one == item))


def _level_name(data: dict[str, Any], owner: str, number: int, text: str) -> Set:
    levels = _value(data, owner).get("levels", [])
    was = next((one.get("name") for one in levels if one["level"] == number), None)
    return Set(item=owner, path=("levels", number, "name"), was=was, value=text)


def _translated(data: dict[str, Any], item: str, language: str, text: str) -> Set:
    now = _value(data, item)["text"]
    was = (now if language == "nl" else None) if isinstance(now, str) else now.get(language)
    return Set(item=item, path=("text", language), was=was, value=text)
