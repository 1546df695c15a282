"""What the screen of a competence shows: its levels as columns, its neighbours, its places to go to."""

from typing import Any, NamedTuple

from competenties.editor.competence_words import CLIENT_PHRASES, TEACHING, WORDS
from competenties.editor.framework_pages import FrameworkPage, parts
from competenties.messages import Language


class Column(NamedTuple):
    """A level as a column; number None holds what has no level."""

    number: int | None
    name: str
    test: str
    own: dict[str, Any]
    position: int | None
    wanted: list[dict[str, Any]]
    contra: list[dict[str, Any]]
    teaching: str

    @property
    def key(self) -> str:
        """The level as the page's scripts know it: empty without a level."""
        return "" if self.number is None else str(self.number)

    @property
    def size(self) -> int:
        """The number of cards in it."""
        return len(self.wanted) + len(self.contra)


def columns(page: FrameworkPage, competence: dict[str, Any], reader: Language) -> list[Column]:
    """Return the levels of a competence, those of its scale too, and what has no level last."""
    steps = {one["number"]: one for one in _steps(page, competence)}
    own = {one["level"]: one for one in _levels(competence)}
    places = {one["level"]: place for place, one in enumerate(_levels(competence))}
    found = [
        _column(page, number, steps.get(number, {}), own.get(number, {}), places.get(number))
        for number in sorted({*steps, *own})
    ]
    last = _column(page, None, {"name": WORDS["without_level"].say(reader)}, competence, None)
    taught = [TEACHING[place % len(TEACHING)].say(reader) for place in range(len(found))]
    filled = [one._replace(teaching=example) for one, example in zip(found, taught, strict=True)]
    return [*filled, last._replace(teaching=TEACHING[0].say(reader))]


def client_data(
    page: FrameworkPage, competence: dict[str, Any], shown: list[Column], reader: Language
) -> dict[str, Any]:
    """Return what the scripts of the page need: ids, levels, and where else a card may go."""
    return {
        **where_to(page, reader),
        "document": page.name,
        "competence": competence["id"],
        "own": page.own,
        "tag": page.tag,
        "levels": [[one.key, _label(one.number, one.name)] for one in shown],
    }


def where_to(page: FrameworkPage, reader: Language) -> dict[str, Any]:
    """Return where a sentence may go: every competence, with which of the lists of levels it has."""
    found = [_places(page, one, reader) for one in page.parts("competences")]
    different = [one for n, one in enumerate(found) if one not in found[:n]]
    return {
        "places": different,
        "others": [
            [str(one.get("id")), page.text(one.get("name")), different.index(levels)]
            for one, levels in zip(page.parts("competences"), found, strict=True)
        ],
    }


def client_words(reader: Language) -> dict[str, str]:
    """Return what the scripts of the page say."""
    return {name: phrase.say(reader) for name, phrase in CLIENT_PHRASES.items()}


def neighbours(
    page: FrameworkPage, competence: dict[str, Any]
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return the competences before and after one, in the order of the framework."""
    all_of_them = page.parts("competences")
    place = next((n for n, one in enumerate(all_of_them) if one is competence), 0)
    before = all_of_them[place - 1] if place > 0 else None
    after = all_of_them[place + 1] if place + 1 < len(all_of_them) else None
    return before, after


def clusters(page: FrameworkPage) -> list[tuple[str, str]]:
    """Return the clusters with the names of those around them: "Klant › Service"."""
    by_id = {str(one.get("id")): one for one in page.parts("clusters")}
    return [(identifier, _full_name(page, by_id, identifier)) for identifier in by_id]


def _column(
    page: FrameworkPage,
    number: int | None,
    step: dict[str, Any],
    own: dict[str, Any],
    position: int | None,
) -> Column:
    indicators = [one for one in parts(own, "indicators") if isinstance(one.get("id"), str)]
    is_contra = [one.get("polarity") == "contra" for one in indicators]
    return Column(
        number=number,
        name=page.text(step.get("name")),
        test=page.text(step.get("test")),
        own=own if number is not None else {},
        position=position,
        wanted=[one for one, contra in zip(indicators, is_contra, strict=True) if not contra],
        contra=[one for one, contra in zip(indicators, is_contra, strict=True) if contra],
        teaching="",
    )


def _steps(page: FrameworkPage, competence: dict[str, Any]) -> list[dict[str, Any]]:
    scales = page.parts("proficiency_scales")
    named = competence.get("scale")
    found = [one for one in scales if named in (None, one.get("id"))]
    levels = parts(found[0], "levels") if found else []
    return [one for one in levels if isinstance(one.get("number"), int)]


def _levels(competence: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in parts(competence, "levels") if isinstance(one.get("level"), int)]


def _label(number: int | None, name: str) -> str:
    return name if number is None else f"{number} {name}".strip()


def _places(
    page: FrameworkPage, competence: dict[str, Any], reader: Language
) -> list[tuple[str, str]]:
    """Return the levels of a competence, and that without one, as a list to choose from."""
    steps = {one["number"]: page.text(one.get("name")) for one in _steps(page, competence)}
    numbers = sorted({*steps, *(one["level"] for one in _levels(competence))})
    levels = [(str(one), _label(one, steps.get(one, ""))) for one in numbers]
    return [*levels, ("", WORDS["without_level"].say(reader))]


def _full_name(page: FrameworkPage, by_id: dict[str, dict[str, Any]], identifier: str) -> str:
    names: list[str] = []
    passed: set[str] = set()
    while identifier in by_id and identifier not in passed:
        passed.add(identifier)
        names.insert(0, page.text(by_id[identifier].get("name")) or identifier)
        identifier = str(by_id[identifier].get("parent", ""))
    return " › ".join(names)
