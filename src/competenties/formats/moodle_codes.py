"""ID numbers of Moodle: our own ids, with an ending that says what a row is and at which level.

No id of ours holds a point, so the ending can be told apart: `.c` is a cluster, `.n2` an indicator
at level 2, `.i` one without a level, `.s` a scale and `.l2` its level 2; a competence has none.
"""

import re
from typing import Literal, NamedTuple

from competenties.model.ids import ID_PATTERN, MOST_ID, slug
from competenties.model.record import Identifier

SCHEME = "moodle"

NodeKind = Literal["cluster", "competence", "indicator", "scale", "level"]

_ENDINGS: dict[str, NodeKind] = {
    "c": "cluster",
    "i": "indicator",
    "n": "indicator",
    "s": "scale",
    "l": "level",
}
_CODE = re.compile(r"(?P<base>.+?)(?:\.(?P<ending>[cis]|[nl][0-9]{1,2}))?(?:\.d[0-9]+)?", re.DOTALL)
_FIT = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,79}")
_ID = re.compile(ID_PATTERN.removesuffix("$"))


class Code(NamedTuple):
    """What an id number of ours says."""

    base: str
    kind: NodeKind
    level: int | None
    has_ending: bool


def parsed(code: str) -> Code:
    """Return what an id number says; without an ending it is that of a competence."""
    found = _CODE.fullmatch(code)
    if not found or not found["ending"]:
        return Code(found["base"] if found else code, "competence", None, has_ending=False)
    ending = found["ending"]
    level = int(ending[1:]) if len(ending) > 1 else None
    return Code(found["base"], _ENDINGS[ending[0]], level, has_ending=True)


def is_own_id(base: str) -> bool:
    """Tell whether a code has the form of an id of ours."""
    return len(base) <= MOST_ID and _ID.fullmatch(base) is not None


class Codes:
    """Gives id numbers, each once; capitals make no difference, as in some databases."""

    def __init__(self) -> None:
        """Begin without any."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def give(
        self,
        identifier: str,
        kind: NodeKind = "competence",
        level: int | None = None,
        identifiers: tuple[Identifier, ...] = (),
    ) -> str:
        """Return the id number of an item: the one Moodle gave, where that leads back to its id."""
        ending = _ending(kind, level)
        for known in identifiers:
            code = f"{known.id}{ending}"
            is_free = code.casefold() not in self._taken
            if known.scheme == SCHEME and is_free and _leads_back(known.id, identifier, code):
                return self._take(code)
        return self._take(f"{identifier}{ending}")

    def _take(self, code: str) -> str:
        """Return a code that is free; the number behind it never starts over."""
        number, free = self._numbers.get(code, 2), code
        while free.casefold() in self._taken:
            free, number = f"{code}.d{number}", number + 1
        self._numbers[code] = number
        self._taken.add(free.casefold())
        return free


def _ending(kind: NodeKind, level: int | None) -> str:
    if kind == "competence":
        return ""
    if kind == "indicator":
        return ".i" if level is None else f".n{level}"
    return f".l{level}" if kind == "level" else f".{kind[0]}"


def _leads_back(foreign: str, own: str, code: str) -> bool:
    """Tell whether an import of this code gives the same id, and the code itself beside it."""
    is_fit = _FIT.fullmatch(foreign) is not None and not is_own_id(foreign)
    return is_fit and slug(foreign) == own and parsed(code).base == foreign
