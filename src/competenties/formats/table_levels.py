"""The levels of an imported framework: their numbers, from numbers or names in the source."""

from collections.abc import Iterable
from typing import Any

from competenties.formats.drafting import Drafting, Said, Texts
from competenties.formats.plan import Draft
from competenties.formats.table_headers import LEVEL_ORDERS, level_number, plain, same_name
from competenties.messages import Phrase

MOST_LEVEL = 99
"""The highest number of a level that a framework can hold."""

_NONE: tuple[None, str] = (None, "")
_NEW_LEVEL = Phrase(
    nl='"{name}" is als niveau {number} gelezen; klopt dat nummer?',
    en='"{name}" was read as level {number}; is that number right?',
)
_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")
_SCALE = Phrase(nl="Niveaus", en="Levels")
_GROUPS = Phrase(nl="Groepen van niveaus", en="Groups of levels")


class Levels:
    """The proficiency scale while it is found, level by level.

    Where several levels have one name, as eight levels in four groups have, behaviour that names a
    group belongs to a scale of those groups.
    """

    def __init__(self, drafting: Drafting) -> None:
        """Begin without levels."""
        self._drafting = drafting
        self._levels: dict[int, Draft] = {}
        self._groups: dict[int, Draft] = {}
        self._is_closed = False

    def close(self) -> None:
        """Say that the levels are known where there are any: another name is no level."""
        self._is_closed = bool(self._levels)

    def expect(self, names: Iterable[str]) -> None:
        """Give numbers to names of levels whose order is known, before they are met one by one."""
        texts = list(names)
        for found in map(level_number, texts):  # a number that is said belongs to nobody else
            if found is not None and found[0] <= MOST_LEVEL:
                self.declare(found[0])
        wanted = {plain(name): name for name in texts if level_number(name) is None}
        if not wanted or self._levels:
            return
        order = max(LEVEL_ORDERS, key=lambda one: len(wanted.keys() & set(one)))
        known = [name for name in order if name in wanted]
        for number, name in enumerate(known if len(known) > 1 else (), 1):
            self._levels[number] = {"number": number, "_name": wanted[name]}

    def declare(self, number: int, saids: Iterable[Said] = ()) -> Draft:
        """Return the level with a number, and give it the names that it has in the source."""
        levels = self._groups or self._levels
        level = levels.setdefault(number, {"number": number})
        for said in saids:
            self._drafting.put(level, "name", said)
        return level

    def number(self, saids: list[Said]) -> tuple[int | None, str]:
        """Return the number of a level that a row names, and a name that it has of its own.

        Where no level is known yet, a name that was never met becomes one above the others, which
        is a guess; beside known levels such a name is none.
        """
        first = saids[0]
        if (found := level_number(first.text)) is not None:
            number, name = found
            return (number, self._own_name(number, name, first)) if number <= MOST_LEVEL else _NONE
        numbers = self._numbers(first.text)
        if len(numbers) > 1:
            return self._group(saids), ""
        if numbers:
            self.declare(numbers[0], saids)
            return numbers[0], ""
        number = max(self._levels, default=0) + 1
        if self._is_closed or number > MOST_LEVEL:
            return _NONE
        self.declare(number, [said.guessed() for said in saids])
        self._drafting.note(first, _NEW_LEVEL, name=first.text, number=number)
        return number, ""

    def name_also(self, number: int, said: Said) -> bool:
        """Take over what a level is called in one more language; tell whether it is that level."""
        found = level_number(said.text)
        name = said.text if found is None else found[1]
        if found is not None and found[0] != number:
            return False
        level = self.declare(number)
        known = level.get("name", {}).get(said.language) if name else None
        if name and known is None:
            self._drafting.put(level, "name", said.says(name))
        return known in (None, name)

    def scales(self) -> list[Draft]:
        """Return the proficiency scales: that of the groups first, where behaviour names those."""
        if not self._groups:
            for level in self._levels.values():
                if "_group_text" in level and "description" not in level:
                    level["description"] = level["_group_text"]
        found = []
        for levels, name in ((self._groups, _GROUPS), (self._levels, _SCALE)):
            if levels:
                nodes = [self._whole(levels[number]) for number in sorted(levels)]
                found.append({"name": name.say(self._drafting.reader), "levels": nodes})
        return found

    def used(self) -> set[int]:
        """Return the numbers that behaviour can have."""
        return set(self._groups or self._levels)

    def _own_name(self, number: int, name: str, said: Said) -> str:
        if not name:
            self.declare(number)
            return ""
        level = self.declare(number)
        known = level.get("name", {}).get(said.language)
        if known is None:
            self._drafting.put(level, "name", said.says(name))
            return ""
        return "" if known == name else name

    def _numbers(self, name: str) -> list[int]:
        levels = self._groups or self._levels
        return [
            number
            for number, level in levels.items()
            if same_name(name) in {same_name(one) for one in _names(level)}
        ]

    def _group(self, saids: list[Said]) -> int:
        """Make a scale of the distinct names, and return the number of one of them in it."""
        for level in self._levels.values():
            if not _names(level):
                continue
            key = same_name(_names(level)[0])
            if "name" not in level:  # called by the number that its header has
                level["name"] = Texts({self._drafting.language: level["_name"]})
            level["group"] = Texts(level["name"])
            same = [one for one in self._groups.values() if same_name(_names(one)[0]) == key]
            if not same:
                number = len(self._groups) + 1
                self._groups[number] = {"number": number, "name": Texts(level["name"])}
                if description := level.get("_group_text"):
                    self._groups[number]["description"] = description
        (number,) = self._numbers(saids[0].text)[:1]
        for said in saids:
            self._drafting.put(self._groups[number], "name", said)
        return number

    def _whole(self, level: Draft) -> Draft:
        if "name" not in level:
            number = level["number"]
            level["name"] = level.get("_name") or _LEVEL.say(self._drafting.reader, number=number)
        return level


def _names(level: Draft) -> list[str]:
    names: Any = level.get("name", {})
    return [*names.values()] if names else [level["_name"]] if "_name" in level else []
