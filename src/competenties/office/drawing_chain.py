"""A row of boxes with arrows between them: what comes before, what this is, what comes after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from competenties.messages import Language
from competenties.model.colour import tint
from competenties.office import look
from competenties.office.blocks import Picture
from competenties.office.drawing import picture
from competenties.office.house_style import PLAIN, HouseStyle
from competenties.office.pdf_text import WIDTH, Pieces, pieces
from competenties.office.typesetter import WORDS

_STYLE = look.Style(9)
_MOST_LINES = 6  # points in a box; the alternative text has them all
_MOST_LETTERS = 160  # of a point
_MORE = "…"
_INSET, _ARROW, _ARROW_DOWN = 5.0, 20.0, 15.0  # points
_WIDE = 220.0  # points of a box in a column, and the most that one in a row has
_AROUND = 4.0  # points beside the drawing, for the lines at its edges
_FILL, _FILLED = "EEF2F6", 0.07  # of the accent in a fill


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its title, and what stands under it; one is marked as what the drawing is about."""

    title: str
    lines: tuple[str, ...] = ()
    is_marked: bool = False


def chain_picture(
    boxes: Sequence[Box],
    about: str,
    language: Language,
    house: HouseStyle = PLAIN,
    *,
    is_down: bool = False,
) -> Picture:
    """Return boxes with arrows from each to the next, from left to right or downwards.

    `about` is the alternative text. Raises ValueError where there is no box.
    """
    if not boxes:
        raise ValueError(boxes)
    return picture(_PROGRAM, _described(boxes, language, house, is_down=is_down), about, house)


def _described(
    boxes: Sequence[Box], language: Language, house: HouseStyle, *, is_down: bool
) -> dict[str, Any]:
    beside = (WIDTH - _AROUND - _ARROW * (len(boxes) - 1)) / len(boxes)
    width = _WIDE if is_down else min(_WIDE, beside)
    room = width - 2 * _INSET - 1
    return {
        "language": language,
        "size": _STYLE.size,
        "inset": _INSET,
        "arrow": _ARROW_DOWN if is_down else _ARROW,
        "width": width,
        "down": is_down,
        "colours": {
            "ink": house.ink,
            "accent": house.accent,
            "rule": look.RULE,
            "fill": _FILL if house.accent == PLAIN.accent else tint(house.accent, _FILLED),
        },
        "boxes": [_box(box, room, house.font) for box in boxes],
    }


def _box(box: Box, room: float, font: str) -> dict[str, Any]:
    shown = box.lines[:_MOST_LINES]
    rest = (_MORE,) if len(box.lines) > _MOST_LINES else ()
    return {
        "title": _cut(box.title, room, font),
        "lines": [_cut(line, room, font) for line in (*shown, *rest)],
        "marked": box.is_marked,
    }


def _cut(text: str, room: float, font: str) -> Pieces:
    words = " ".join(text.split())
    cut = words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rstrip()}{_MORE}"
    return pieces(cut, look.Style(_STYLE.size, bold=True, font=font), room)


_PROGRAM = (
    WORDS
    + r"""
#let colour(code) = rgb("#" + code)
#set text(size: drawing.size * 1pt, lang: drawing.language, fill: colour(drawing.colours.ink))
#set par(leading: 0.45em, spacing: 0.55em, justify: false)

// A box: a marked one has a thick line and a light ground, so that it stands out in grey too.
#let framed(one, height: auto) = block(
  width: drawing.width * 1pt, height: height, inset: drawing.inset * 1pt, radius: 2pt,
  fill: if one.marked { colour(drawing.colours.fill) } else { white },
  stroke: if one.marked { 1.4pt + colour(drawing.colours.accent) } else { 0.7pt + colour(drawing.colours.rule) },
  {
    let title = text(weight: "bold", fill: colour(drawing.colours.accent), words(one.title))
    if one.lines.len() == 0 { align(center + horizon, title) }
    else {
      let lines = one.lines.map(line => block(words(line)))
      align(if drawing.down { center } else { left + top }, stack(spacing: 6pt, title, ..lines))
    }
  },
)

#let head(down) = {
  let paint = colour(drawing.colours.rule)
  if down { polygon(fill: paint, (0pt, 0pt), (7pt, 0pt), (3.5pt, 6pt)) }
  else { polygon(fill: paint, (0pt, 0pt), (6pt, 3.5pt), (0pt, 7pt)) }
}

#let arrow = {
  let (long, paint) = (drawing.arrow * 1pt, 1pt + colour(drawing.colours.rule))
  if drawing.down {
    box(width: 7pt, height: long, {
      place(top + center, dy: 2pt, line(length: long - 8pt, angle: 90deg, stroke: paint))
      place(bottom + center, dy: -1pt, head(true))
    })
  } else {
    box(width: long, height: 7pt, {
      place(horizon + left, dx: 2pt, line(length: long - 8pt, stroke: paint))
      place(horizon + right, dx: -1pt, head(false))
    })
  }
}

#context {
  let tallest = calc.max(..drawing.boxes.map(one => measure(framed(one)).height))
  let cells = drawing.boxes.map(one => if drawing.down { framed(one) } else { framed(one, height: tallest) })
  let parts = cells.intersperse(arrow)
  let across = if drawing.down { 1 } else { parts.len() }
  grid(columns: across, align: center + horizon, ..parts)
}
"""
)
"""What typst runs; it reads `drawing`."""
