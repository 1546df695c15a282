"""The measures and colours of `look` as the layout of a PDF reads them: points, and codes of colours."""

from dataclasses import asdict
from typing import Any

from competenties.office import look
from competenties.office.house_style import HouseStyle
from competenties.office.pages import line_height
from competenties.office.typesetter import families

_UNDER_LETTERS = 0.2686
"""Of the size of the type: what a line of Calibri has below its letters; the rest is above."""

_ABOVE_FOOTER = 5  # points between the text and a footer of many lines


def measures(house: HouseStyle, footer_height: float) -> dict[str, Any]:
    """Return sizes, styles, frames and colours; a footer of many lines takes from the text.

    `low` is the room on a page that lies on its side.
    """
    page = _page(house, footer_height)
    styles = look.styles(house)
    return {
        "page": page,
        "width": page["width"] - 2 * page["side"],
        "height": page["height"] - page["top"] - page["bottom"],
        "low": {
            "width": page["height"] - 2 * page["side"],
            "height": page["width"] - page["top"] - page["bottom"],
        },
        "edges": {"top": line_height(1) - _UNDER_LETTERS, "bottom": _UNDER_LETTERS},
        "line": look.LINE,
        "toc_indent": _points(look.TOC_INDENT),
        "font": house.font,
        "fonts": {style.font: families(style.font) for style in styles.values()},
        "styles": {name: _style(style) for name, style in styles.items()},
        "frames": {name: asdict(frame) for name, frame in look.FRAMES.items()},
        "colours": {
            "ink": house.ink,
            "grey": look.GREY,
            "rule": look.RULE,
            "hairline": look.HAIRLINE,
            "warning": look.WARNING,
        },
    }


def _page(house: HouseStyle, footer_height: float) -> dict[str, float]:
    under = _points(look.FOOTER_MARGIN)
    return {
        "width": _points(look.PAGE_WIDTH),
        "height": _points(look.PAGE_HEIGHT),
        "side": _points(look.SIDE_MARGIN),
        "top": _points(look.top_margin(house)),
        "under_header": _points(look.UNDER_HEADER),
        "bottom": max(_points(look.BOTTOM_MARGIN), under + footer_height + _ABOVE_FOOTER),
        "under_footer": under,
    }


def _style(style: look.Style) -> dict[str, Any]:
    return asdict(style) | {"indent": _points(style.indent)}


def _points(centimetres: float) -> float:
    return centimetres * look.POINTS_PER_CENTIMETRE
