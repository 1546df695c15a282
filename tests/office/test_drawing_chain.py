"""Boxes with arrows: drawn once, as wide as the page, whatever stands in them."""

import pytest
from lxml import etree

from competenties.office import look
from competenties.office.drawing_chain import Box, chain_picture

CHAIN = [
    Box("Ontvangt van", ("Kweker: planten", "Gemeente: opdrachten")),
    Box("Deze functie", ("Tuinman",), is_marked=True),
    Box("Levert aan", ("Bewoners: een heg",)),
    Box("De eindklant merkt", ("Het is er groen.",)),
]
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 6


def test_a_chain_is_as_wide_as_the_page_and_a_column_is_not() -> None:
    across = chain_picture(CHAIN, "De keten.", "nl")
    down = chain_picture(CHAIN[:3], "De plaats.", "nl", is_down=True)
    assert look.TEXT_WIDTH - 0.5 < across.width <= look.TEXT_WIDTH + 0.1
    assert down.width < look.TEXT_WIDTH / 2
    assert across.about == "De keten."
    assert across.png.startswith(b"\x89PNG")


def test_the_marked_box_has_a_thicker_line_than_the_others() -> None:
    root = etree.fromstring(chain_picture(CHAIN, "x", "nl").svg)
    widths = [one.get("stroke-width") for one in root.iter("{*}path") if one.get("stroke-width")]
    assert widths.count("1.4") == 1
    assert widths.count("0.7") == 3


@pytest.mark.parametrize("is_down", [False, True])
@pytest.mark.parametrize(
    "boxes",
    [
        CHAIN[:1],
        [Box(LONG, (LONG,) * 9), *CHAIN],
        [Box("#let x = 1", ("*geen* $opmaak$ #panic()",)), CHAIN[1]],
        [Box("", ("",)), Box("\u202e\x07", ("<b>&amp;",))],
    ],
)
def test_whatever_stands_in_a_box_it_is_drawn_and_keeps_its_width(
    boxes: list[Box], *, is_down: bool
) -> None:
    made = chain_picture(boxes, "x", "nl", is_down=is_down)
    assert 0 < made.width <= look.TEXT_WIDTH + 0.1
    assert made.height > 0.5
    assert etree.fromstring(made.svg).tag.endswith("svg")


def test_a_box_with_many_points_grows_no_further() -> None:
    def height(count: int) -> float:
        return chain_picture([Box("Veel", ("punt",) * count), CHAIN[1]], "x", "nl").height

    assert height(3) < height(6) < height(7) == height(40)


def test_without_a_box_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match=r"\[\]"):
        chain_picture([], "x", "nl")
