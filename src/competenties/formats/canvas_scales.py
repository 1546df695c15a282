"""The ratings of outcomes in Canvas as scales: each set of points and names once."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from competenties.formats.anchor_reading import SaidScale
from competenties.formats.canvas_titles import plain_line
from competenties.formats.plan import Draft

_NUMBER = re.compile(r"-?[0-9]{1,6}([.,][0-9]{1,4})?")
_MADE_UP = re.compile(
    r"(niveau|level) [0-9]{1,2}|(nog niet )?aangetoond|(not yet )?shown", re.IGNORECASE
)
_HIGHEST = 99

Points = tuple[tuple[int, str], ...]


class Read(NamedTuple):
    """The levels of an outcome, low to high, and whether their numbers are the points."""

    levels: Points
    is_exact: bool


class ScaleDrafts:
    """The scales so far, those of the description first."""

    def __init__(self, said: Sequence[SaidScale], *, is_ours: bool) -> None:
        """Begin with the scales that the framework's description names."""
        self._is_ours = is_ours
        self.drafts: list[Draft] = []
        self._by_levels: dict[Points, int] = {}
        for one in said:
            self._add(_draft(one))

    def of(self, ratings: Sequence[str]) -> tuple[int | None, Read]:
        """Return which scale ratings are, None for the first, with what they say."""
        read = read_ratings(ratings)
        names = [name for _, name in read.levels]
        if not names or (self._is_ours and all(map(_MADE_UP.fullmatch, names))):
            return None, read
        place = self._by_levels.get(read.levels)
        if place is None:
            levels = [{"number": number, "name": name} for number, name in read.levels]
            title = names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"
            place = self._add({"name": title, "levels": levels})
        return place or None, read

    def names(self, place: int | None) -> dict[int, str]:
        """Return the names of the levels of a scale by number."""
        if not self.drafts:
            return {}
        return {one["number"]: one["name"] for one in self.drafts[place or 0].get("levels", ())}

    def _add(self, draft: Draft) -> int:
        self.drafts.append(draft)
        levels = {
            one["number"]: plain_line(one["name"], str(one["number"]))
            for one in draft.get("levels", ())
        }
        place = len(self.drafts) - 1
        self._by_levels.setdefault(tuple(sorted(levels.items())), place)
        return place


def read_ratings(cells: Sequence[str]) -> Read:
    """Return the levels of ratings; points that are no numbers of levels make way for 1, 2, 3."""
    points, texts = list(cells[::2]), list(cells[1::2])
    texts += [""] * (len(points) - len(texts))
    pairs = [
        (_value(point), text or point)
        for point, text in zip(points, texts, strict=True)
        if point or text
    ]
    numbers = [value for value, _ in pairs if value is not None]
    is_exact = len(set(numbers)) == len(pairs) and all(
        value == int(value) and 0 <= value <= _HIGHEST for value in numbers
    )
    if is_exact:
        known = [(int(value), text) for value, text in pairs if value is not None]
        return Read(tuple(sorted(known)), is_exact=True)
    rising = [text for _, text in reversed(pairs)]
    return Read(tuple(enumerate(rising, 1)), is_exact=False)


def _value(point: str) -> float | None:
    return float(point.replace(",", ".")) if _NUMBER.fullmatch(point) else None


def _draft(said: SaidScale) -> Draft:
    draft: Draft = {"name": said.name}
    if said.identifier:
        draft["id"] = said.identifier
    if said.description:
        draft["description"] = said.description
    levels = [
        {"number": number, "name": name, **({"description": text} if text else {})}
        for number, name, text in said.levels
    ]
    return {**draft, "levels": levels}
