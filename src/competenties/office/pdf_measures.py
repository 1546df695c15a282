"""The measures and colours of `look` as the layout of a PDF reads them: points, and codes of colours."""

from dataclasses import asdict
from typing import Any

from competenties.office import look
from competenties.office.pages import line_height

_UNDER_LETTERS = 0.2686
"""Of the size of the type: what a line of Calibri has below its letters; the rest is above."""

_ABOVE_FOOTER = 5  # points between the text and a footer of many lines


def measures(footer_height: float) -> dict[str, Any]:
    """Return sizes, styles, frames and colours; a footer of many lines takes from the text."""
    page = _page(footer_height)
    return {
        "page": page,
        "width": page["width"] - 2 * page["side"],
        "height": page["height"] - page["top"] - page["bottom"],
        "edges": {"top": line_height(1) - _UNDER_LETTERS, "bottom": _UNDER_LETTERS},
        "line": look.LINE,
        "styles": {name: _style(style) for name, style in look.STYLES.items()},
        "frames": {name: asdict(frame) for name, frame in look.FRAMES.items()},
        "colours": {
            "ink": look.INK,
            "grey": look.GREY,
            "rule": look.RULE,
            "hairline": look.HAIRLINE,
            "warning": look.WARNING,
        },
    }


def _page(footer_height: float) -> dict[str, float]:
    under = _points(look.FOOTER_MARGIN)
    return {
        "width": _points(look.PAGE_WIDTH),
        "height": _points(look.PAGE_HEIGHT),
        "side": _points(look.SIDE_MARGIN),
        "top": _points(look.TOP_MARGIN),
        "bottom": max(_points(look.BOTTOM_MARGIN), under + footer_height + _ABOVE_FOOTER),
        "under_footer": under,
    }


def _style(style: look.Style) -> dict[str, Any]:
    return asdict(style) | {"indent": _points(style.indent)}


def _points(centimetres: float) -> float:
    return centimetres * look.POINTS_PER_CENTIMETRE
