"""A radar chart: values on three to twelve axes of one scale, a line for each series.

Series are told apart by the shape of their points and the dashes of their line as well as by
colour. A value that is missing is no zero: there the line has a gap and there is no point.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from competenties.messages import Language
from competenties.office import look
from competenties.office.blocks import Picture
from competenties.office.drawing import picture
from competenties.office.drawing_radar_program import PROGRAM
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.pdf_text import Pieces, pieces

FEWEST_AXES, MOST_AXES = 3, 12
"""With fewer there is no shape, with more no room for what they are called."""

_RADIUS = 108.0  # points
_ROOM = 122.0  # points for the name of an axis, on each side
_WIDEST = 2 * (_RADIUS + _ROOM)
_STYLE = look.Style(9)
_MOST_NAME = 90  # characters of a name; the alternative text has it whole
_BETWEEN_RINGS = 10.0  # points that the value of a ring takes

_COLOURS = ("1B4F72", "A84300", "1E6B3C", "7A2E8E", "9A1B1E", "4A4A4A")
_DASHES = ((), (6, 3), (1.5, 2.2), (9, 2.5, 1.5, 2.5), (3, 1.8))
_MARKS = ("circle", "square", "triangle", "diamond", "down", "hourglass", "star")


@dataclass(frozen=True, slots=True)
class Ring:
    """A value of the scale that has a ring of its own, and what it means."""

    value: float
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one line, in the order of the axes; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """What a radar chart shows; the rings go from low to high."""

    axes: tuple[str, ...]
    rings: tuple[Ring, ...]
    series: tuple[Series, ...]
    language: Language


def radar_picture(radar: Radar, about: str, house: HouseStyle = PLAIN) -> Picture:
    """Return a radar chart as a picture; `about` is its alternative text.

    Raises ValueError for too few or too many axes, for less than two rings, or where a series
    has not one place for each axis.
    """
    count = len(radar.axes)
    if not FEWEST_AXES <= count <= MOST_AXES or len(radar.rings) < 2:  # noqa: PLR2004
        raise ValueError(radar)
    if any(len(one.values) != count for one in radar.series):
        raise ValueError(radar)
    return picture(PROGRAM, _described(radar, house), about, house)


def _described(radar: Radar, house: HouseStyle) -> dict[str, Any]:
    return {
        "language": radar.language,
        "size": _STYLE.size,
        "colours": {"ink": house.ink, "grey": look.GREY, "rule": look.RULE, "line": look.HAIRLINE},
        "radius": _RADIUS,
        "room": _ROOM,
        "widest": _WIDEST,
        "axes": list(_axes(radar.axes)),
        "rings": list(_rings(radar.rings)),
        "series": list(_series(radar)),
        "meanings": [_named(f"{one.label} = {one.meaning}") for one in radar.rings if one.meaning],
    }


def _axes(names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the axes with their directions: the first one up, the others clockwise."""
    for number, name in enumerate(names):
        turn = 2 * math.pi * number / len(names)
        x, y = round(math.sin(turn), 6), round(-math.cos(turn), 6)
        yield {"x": x, "y": y, "name": _named(name, _ROOM)}


def _rings(rings: Sequence[Ring]) -> Iterator[dict[str, Any]]:
    """Yield the rings; where they are close together not every one shows its value."""
    last = -1.0
    for ring in rings:
        share = _share(ring.value, rings)
        is_shown = (share - last) * _RADIUS >= _BETWEEN_RINGS
        last = share if is_shown else last
        yield {"share": share, "label": _named(ring.label) if is_shown else []}


def _series(radar: Radar) -> Iterator[dict[str, Any]]:
    """Yield the series that have a value; each keeps the look of its place."""
    for number, one in enumerate(radar.series):
        if any(value is not None for value in one.values):
            yield {
                "name": _named(one.name),
                "colour": _COLOURS[number % len(_COLOURS)],
                "dash": _DASHES[number % len(_DASHES)],
                "mark": _MARKS[number % len(_MARKS)],
                "shares": [
                    None if value is None else _share(value, radar.rings) for value in one.values
                ],
            }


def _share(value: float, rings: Sequence[Ring]) -> float:
    """Return how far from the middle a value stands, 1 at the last ring.

    The lowest ring stands off from the middle, so that its values can be told apart too.
    """
    low, high = rings[0].value, rings[-1].value
    middle = low - (high - low) / (len(rings) - 1)
    return max(0.0, round((value - middle) / (high - middle), 6))


def _named(name: str, room: float = _WIDEST) -> Pieces:
    """Return a name, at most so long that it stays readable, in pieces that fit in their room."""
    words = " ".join(name.split())
    cut = words if len(words) <= _MOST_NAME else f"{words[:_MOST_NAME].rstrip()}…"
    return pieces(cut, _STYLE, room)
