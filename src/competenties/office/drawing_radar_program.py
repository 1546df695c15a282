"""The typst program that draws a radar chart; all measures and words come in as data."""

from competenties.office.typesetter import WORDS

PROGRAM = (
    WORDS
    + r"""
#let colour(code) = rgb("#" + code)
#let radius = drawing.radius * 1pt
#let gap = 7pt

#set text(size: drawing.size * 1pt, lang: drawing.language, fill: colour(drawing.colours.ink))
#set text(top-edge: "ascender", bottom-edge: "descender", ligatures: false)
#set par(leading: 0.05em, spacing: 0.05em, justify: false)
#set block(spacing: 0pt)

#let at(axis, share) = (axis.x * share * radius, axis.y * share * radius)
#let put(point, body) = place(top + left, dx: point.at(0), dy: point.at(1), body)

// Text as wide as it is, or else as wide as its room.
#let fitted(pieces, room, side) = {
  let body = words(pieces)
  block(width: calc.min(measure(body).width + 0.1pt, room), align(side, body))
}

// ---- The web -------------------------------------------------------------------------------

#let polygon-at(share, stroke) = place(top + left, curve(
  fill: none, stroke: stroke,
  curve.move(at(drawing.axes.first(), share)),
  ..drawing.axes.slice(1).map(axis => curve.line(at(axis, share))),
  curve.close(mode: "straight"),
))

#let web = {
  for ring in drawing.rings { polygon-at(ring.share, 0.5pt + colour(drawing.colours.line)) }
  polygon-at(1, 0.8pt + colour(drawing.colours.rule))
  for axis in drawing.axes {
    place(top + left, line(start: (0pt, 0pt), end: at(axis, 1), stroke: 0.5pt + colour(drawing.colours.line)))
  }
}

// Beside the first axis; a white edge keeps it apart from a line that passes under it.
#let ring-label(ring) = {
  set text(top-edge: "cap-height", bottom-edge: "baseline")
  let body = words(ring.label)
  let size = measure(body)
  let (x, y) = at(drawing.axes.first(), ring.share)
  let corner = (x - size.width - 6pt, y - size.height / 2)
  put(corner, text(stroke: 2pt + white, body))
  put(corner, text(fill: colour(drawing.colours.grey), body))
}

// ---- The series ----------------------------------------------------------------------------

#let corners = (
  square: ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
  triangle: ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
  diamond: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
  down: ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
  hourglass: ((-1, -1.1), (1, -1.1), (-1, 1.1), (1, 1.1)),
  star: ((0, -1.4), (0.4, -0.4), (1.4, 0), (0.4, 0.4), (0, 1.4), (-0.4, 0.4), (-1.4, 0), (-0.4, -0.4)),
)

// The shape of a point around a place; an open one, so that what is under it stays to be seen.
#let mark(one, point) = {
  let size = 3pt
  let (x, y) = point
  let stroke = 1.2pt + colour(one.colour)
  if one.mark == "circle" { put((x - size, y - size), circle(radius: size, stroke: stroke)) }
  else {
    let found = corners.at(one.mark).map(((across, down)) => (x + across * size, y + down * size))
    place(top + left, curve(
      stroke: stroke, curve.move(found.first()), ..found.slice(1).map(curve.line), curve.close(mode: "straight"),
    ))
  }
}

#let stroke-of(one) = {
  let dash = if one.dash.len() > 0 { one.dash.map(length => length * 1pt) } else { none }
  (paint: colour(one.colour), thickness: 1.3pt, dash: dash)
}

// The line between neighbours that both have a value, then the points.
#let series-of(one) = {
  let count = drawing.axes.len()
  let points = drawing.axes.zip(one.shares).map(((axis, share)) => if share == none { none } else { at(axis, share) })
  for number in range(count) {
    let (here, there) = (points.at(number), points.at(calc.rem(number + 1, count)))
    if here != none and there != none {
      place(top + left, line(start: here, end: there, stroke: stroke-of(one)))
    }
  }
  for point in points { if point != none { mark(one, point) } }
}

// ---- The names of the axes -----------------------------------------------------------------

// Where the name of an axis stands: outside it, and centred above and under the middle.
#let axis-label(axis) = {
  let side = if axis.x > 0.001 { left } else if axis.x < -0.001 { right } else { center }
  let body = fitted(axis.name, drawing.room * 1pt, side)
  let size = measure(body)
  let (x, y) = (axis.x * (radius + gap), axis.y * (radius + gap))
  let corner = if side == left { x } else if side == right { x - size.width } else { x - size.width / 2 }
  (body: body, x: corner, y: y - size.height * (1 - axis.y) / 2, width: size.width, height: size.height)
}

#let chart() = {
  let labels = drawing.axes.map(axis-label)
  let ends = drawing.axes.map(axis => at(axis, 1))
  let (across, down) = (ends.map(end => end.at(0)), ends.map(end => end.at(1)))
  let left-end = calc.min(..across.map(x => x - 5pt), ..labels.map(one => one.x))
  let right-end = calc.max(..across.map(x => x + 5pt), ..labels.map(one => one.x + one.width))
  let top-end = calc.min(..down.map(y => y - 5pt), ..labels.map(one => one.y))
  let bottom-end = calc.max(..down.map(y => y + 5pt), ..labels.map(one => one.y + one.height))
  block(width: right-end - left-end, height: bottom-end - top-end, put((-left-end, -top-end), {
    web
    for one in drawing.series { series-of(one) }
    for ring in drawing.rings { ring-label(ring) }
    for one in labels { put((one.x, one.y), one.body) }
  }))
}

// ---- The legend ----------------------------------------------------------------------------

#let sample(one) = box(width: 30pt, height: 8pt, {
  put((0pt, 4pt), line(length: 30pt, stroke: stroke-of(one)))
  mark(one, (15pt, 4pt))
})

#let entry(one, room) = {
  let name = fitted(one.name, room - 36pt, left)
  box(grid(columns: 2, column-gutter: 5pt, align: start + horizon, sample(one), name))
}

#let in-lines(boxes, room) = {
  set par(leading: 0.3em)
  let body = boxes.join(h(14pt, weak: true) + sym.zws)
  block(width: calc.min(measure(body).width + 1pt, room), align(center, body))
}

#context {
  let room = drawing.widest * 1pt
  let made = (chart(), in-lines(drawing.series.map(one => entry(one, room)), room))
  if drawing.meanings.len() > 0 {
    set text(fill: colour(drawing.colours.grey))
    made.push(in-lines(drawing.meanings.map(one => box(fitted(one, room, left))), room))
  }
  let whole = calc.max(..made.map(body => measure(body).width))
  block(width: whole, stack(spacing: 8pt, ..made.map(body => align(center, body))))
}
"""
)
"""What typst runs; it reads `drawing`."""
