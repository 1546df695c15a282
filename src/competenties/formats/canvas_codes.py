"""Codes of outcomes in Canvas: the framework's id and our own, with an ending that says what it is.

Canvas knows an outcome by its code in a whole account, so the id of the framework is part of it. No
id of ours holds a point: `.n2` is behaviour at level 2, `.i` behaviour without a level, and `.g` the
group of a competence with its behaviour.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from competenties.model.ids import ID_PATTERN, MOST_ID, slug
from competenties.model.record import Identifier

SCHEME = "canvas"
GROUP_ENDING = ".g"

_CODE = re.compile(r"(?P<base>.+?)(?:\.(?P<ending>[gi]|n[0-9]{1,2}))?(?:\.d[0-9]+)?", re.DOTALL)
_FIT = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,99}")
_ID = re.compile(ID_PATTERN.removesuffix("$"))


class Code(NamedTuple):
    """What a code says: what it was made from, and its ending."""

    base: str
    ending: str
    level: int | None

    @property
    def is_behaviour(self) -> bool:
        """Tell whether it is the code of an indicator."""
        return self.ending[:1] in ("n", "i") and self.ending != ""


def parsed(code: str, root: str) -> Code:
    """Return what a code says; `root` is the code of the framework."""
    found = _CODE.fullmatch(code.removeprefix(f"{root}."))
    if not found:
        return Code(code, "", None)
    ending = found["ending"] or ""
    return Code(found["base"], ending, int(ending[1:]) if len(ending) > 1 else None)


def is_own_id(base: str) -> bool:
    """Tell whether a code has the form of an id of ours."""
    return len(base) <= MOST_ID and _ID.fullmatch(base) is not None


class Codes:
    """Gives codes, each once."""

    def __init__(self, framework: str, identifiers: Sequence[Identifier]) -> None:
        """Begin with the code of the framework itself."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self.root = ""
        self.root = self.give(framework, identifiers)

    def give(self, identifier: str, identifiers: Sequence[Identifier], ending: str = "") -> str:
        """Return the code of an item: the one that Canvas had, where that leads back to its id."""
        for known in identifiers:
            code = f"{known.id}{ending}"
            is_free = known.scheme == SCHEME and code not in self._taken
            if is_free and self._leads_back(known.id, identifier, code):
                return self.free(code)
        return self.free(f"{self.root}.{identifier}{ending}" if self.root else identifier)

    def free(self, code: str) -> str:
        """Return a code that no other item has; the number behind it never starts over."""
        number, free = self._numbers.get(code, 2), code
        while free in self._taken:
            free, number = f"{code}.d{number}", number + 1
        self._numbers[code] = number
        self._taken.add(free)
        return free

    def _leads_back(self, foreign: str, own: str, code: str) -> bool:
        """Tell whether an import of this code gives the same id, and the code itself beside it."""
        is_fit = _FIT.fullmatch(foreign) is not None and not is_own_id(foreign)
        return is_fit and slug(foreign) == own and parsed(code, self.root).base == foreign
