"""Drawings: the same for the same data, whatever words are in it; a radar chart among them."""

import struct

import pytest
from example_documents import HOSTILE
from lxml import etree

from competenties.findings import RefusedError
from competenties.office.blocks import Picture
from competenties.office.drawing import _drawn, picture
from competenties.office.drawing_radar import Radar, Ring, Series, radar_picture

_FIRST_COLOUR = "#1b4f72"
MARKUP = (
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    "\"aanhaling\" en 'apostrof' ]) #panic()",
    "a\x00b\x1b[31m",
    "$x^2$ @bron *vet* // rest",
    "Zeer" + "lange" * 60,
)
RINGS = tuple(Ring(value, f"{value}", f"stap {value}") for value in range(1, 6))


def radar(*values: float | None, name: str = "zelf", axis: str = "Naam {}") -> Picture:
    axes = tuple(axis.format(number) if "{}" in axis else axis for number in range(len(values)))
    return radar_picture(Radar(axes, RINGS, (Series(name, values),), "nl"), "over")


def root(one: Picture) -> etree._Element:
    return etree.fromstring(one.svg)


def lines_of_the_first_series(one: Picture) -> int:
    """Return how many lines and points have the colour of the first series."""
    return sum(element.get("stroke") == _FIRST_COLOUR for element in root(one).iter())


def test_the_same_data_give_the_same_drawing() -> None:
    first = radar(1, 2, 3)
    _drawn.cache_clear()
    assert radar(1, 2, 3) == first
    assert radar(1, 2, 4) != first


def test_the_png_has_the_shape_of_the_svg() -> None:
    one = radar(1, 2, 3)
    width, height = struct.unpack(">II", one.png[16:24])
    assert width / height == pytest.approx(one.width / one.height, rel=0.01)
    assert width == pytest.approx(one.width / 2.54 * 200, rel=0.01)


def test_letters_are_drawn_where_they_stand() -> None:
    tags = {etree.QName(element).localname for element in root(radar(1, 2, 3)).iter()}
    assert tags <= {"svg", "g", "path", "defs"}


@pytest.mark.parametrize("count", range(3, 13))
def test_three_to_twelve_axes_fit_on_a_page(count: int) -> None:
    one = radar(*[float(1 + number % 5) for number in range(count)], axis="Een lange naam " * 9)
    assert one.width < 17.6
    assert one.height < 13


@pytest.mark.parametrize("count", [2, 13])
def test_fewer_or_more_axes_are_no_chart(count: int) -> None:
    with pytest.raises(ValueError, match="Radar"):
        radar(*[1.0] * count)


def test_a_line_goes_round() -> None:
    legend = 2
    assert lines_of_the_first_series(radar(1, 2, 3, 4)) == 4 + 4 + legend


def test_a_missing_value_leaves_a_gap_and_no_point() -> None:
    legend = 2
    assert lines_of_the_first_series(radar(1, 2, None, 4)) == 2 + 3 + legend


def test_a_series_without_values_is_not_there_and_the_next_keeps_its_look() -> None:
    nothing, some = Series("zelf", (None,) * 3), Series("collega", (1.0, 2.0, 3.0))
    axes = ("a", "b", "c")
    alone = radar_picture(Radar(axes, RINGS, (nothing, some), "nl"), "over")
    assert lines_of_the_first_series(alone) == 0


def test_series_differ_in_more_than_colour() -> None:
    series = tuple(Series(f"{number}", (1.0, 2.0, 3.0)) for number in range(6))
    drawn = root(radar_picture(Radar(("a", "b", "c"), RINGS, series, "nl"), "over"))
    strokes: dict[str, set[str | None]] = {}
    for element in drawn.iter():
        if element.get("stroke-dasharray"):
            strokes.setdefault(element.get("stroke", ""), set()).add(
                element.get("stroke-dasharray")
            )
    dashes = [frozenset(found) for found in strokes.values()]
    assert len(dashes) == len(set(dashes)) == 4


@pytest.mark.parametrize("said", [*MARKUP, *HOSTILE])
def test_words_are_words(said: str) -> None:
    rings = (Ring(1, said, said), Ring(2, "2", said))
    chart = Radar((said, "b", said), rings, (Series(said, (1, 2, None)),), "nl")
    one = radar_picture(chart, said)
    assert one.width < 17.6
    assert b"script" not in one.svg


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(RefusedError):
        picture("#panic()", {}, "over")
