"""Colours: how well one can be read on another, and shades of one that can."""

import pytest

from competenties.model.colour import READABLE, WHITE, contrast, readable_shade, tint


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("ffffff", "FFFFFF", 1.0),
        ("767676", "FFFFFF", 4.54),  # the lightest grey that WCAG's own examples accept
        ("FF0000", "FFFFFF", 4.0),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_a_grey_a_shade_lighter_than_the_limit_cannot_be_read() -> None:
    assert contrast("777777", "FFFFFF") < READABLE < contrast("767676", "FFFFFF")


@pytest.mark.parametrize("wrong", ["", "FFF", "#FFFFFF", "GGGGGG", "FFFFFF00", "auto"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        contrast(wrong, "FFFFFF")


@pytest.mark.parametrize("colour", ["F39200", "FFFFFF", "00FF00", "777777"])
def test_a_readable_shade_is_the_lightest_of_its_colour_that_can_be_read(colour: str) -> None:
    shade = readable_shade(colour)
    assert READABLE <= contrast(shade, WHITE) < READABLE + 0.5


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable_shade("1B4F72") == "1B4F72"


def test_a_tint_lies_between_a_colour_and_white() -> None:
    assert tint("000000", 0) == "FFFFFF"
    assert tint("1B4F72", 1) == "1B4F72"
    assert tint("000000", 0.2) == "CCCCCC"
