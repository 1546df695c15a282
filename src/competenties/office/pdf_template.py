"""The layout of a PDF: the typst program that reads a document as data, so that no text is ever markup.

The program holds no words and no measures of its own: both come in as JSON (`pdf_content`), and a
string of that JSON can only become text. Rows and heads of tables that could be higher than a page
are measured first, since typst cuts off what may not break and does not fit.
"""

TEMPLATE = r"""
#let document-data = json(bytes(sys.inputs.document))
#let look = document-data.look
#let height = look.height * 1pt

// ---- Text ----------------------------------------------------------------------------------

#let colour(code) = rgb("#" + code)

#let styled(name, body) = {
  let style = look.styles.at(name)
  let weight = if style.bold { "bold" } else { "regular" }
  text(size: style.size * 1pt, weight: weight, fill: colour(style.colour), body)
}

// Words that belong together stay on one line. A word that is wider than its room goes on on the
// next line: in syllables, or after some letters.
#let broken(word) = {
  if word.breaks == "never" { box(word.text) }
  else if word.breaks == "syllables" { text(hyphenate: true, word.text) }
  else { word.text.clusters().chunks(word.letters).map(array.join).join("\u{200B}") }
}

#let words(pieces) = for piece in pieces { if type(piece) == str { piece } else { broken(piece) } }

#let said(part) = styled(part.style, words(part.pieces))

#let bullets(part) = {
  let style = look.styles.at(part.style)
  let marker = box(width: style.indent * 1pt, "•" + h(1fr))
  styled(part.style, list(
    marker: marker, indent: 0pt, body-indent: 0pt, spacing: style.after * 1pt, ..part.items.map(words),
  ))
}

#let part-of-cell(part) = {
  if part.kind == "text" { block(width: 100%, par(said(part))) }
  else if part.kind == "bullets" { block(width: 100%, bullets(part)) }
  else { block(width: 100%, height: part.height * 1pt) }
}

#let filled(cell) = cell.parts.map(part-of-cell).join()

// ---- Tables --------------------------------------------------------------------------------

#let frame-of(node) = {
  let frame = look.frames.at(node.frame)
  let line = if frame.lines == "rows" { look.line } else { 0 }
  let inset = (top: frame.above + line, bottom: frame.above, left: frame.left, right: frame.right)
  (lines: frame.lines, inset: inset.pairs().map(((side, room)) => (side, room * 1pt)).to-dict())
}

#let stroke-of(frame) = {
  let line = look.line * 1pt
  if frame.lines == "grid" { line + colour(look.colours.rule) }
  else if frame.lines == "rows" {
    (_, row) => (bottom: if row == 0 { 2 * line + colour(look.colours.ink) }
                         else { line + colour(look.colours.hairline) })
  }
}

// How high a row becomes; only to be asked in a context.
#let height-of(row, frame) = {
  let high = row.cells.map(cell => measure(width: cell.width * 1pt, filled(cell)).height)
  calc.max(0pt, ..high) + frame.inset.top + frame.inset.bottom
}

#let may-break(row, frame, room) = row.long and height-of(row, frame) > room

#let cells-of(row, make, breakable) = row.cells.map(
  cell => make(colspan: cell.span, breakable: breakable, filled(cell)),
)

// How high a head becomes; one that is surely short need not be measured.
#let head-height(head, frame) = head.rows.map(row => height-of(row, frame)).sum()

// The head of a table or of a part of it; one that does not fit beside its rows is an ordinary row.
#let head-of(head, high, most, repeat) = {
  if high > most { head.rows.map(row => cells-of(row, table.cell, true)).flatten() }
  else {
    let cells = head.rows.map(row => cells-of(row, table.cell, false)).flatten()
    (table.header(level: head.level, repeat: repeat, ..cells),)
  }
}

#let rows-of(node, frame, room) = for row in node.rows {
  if row.kind == "row" { cells-of(row, table.cell, may-break(row, frame, room)) }
  else { head-of(row, if row.long { head-height(row, frame) } else { 0pt }, room / 2, false) }
}

#let table-of(node) = context {
  let frame = frame-of(node)
  let high = head-height(node.header, frame)
  let room = if high < height / 2 { 0.95 * height - high } else { 0.95 * height }
  table(
    columns: node.widths.map(width => width * 1pt),
    inset: frame.inset, stroke: stroke-of(frame), align: start + top,
    ..head-of(node.header, high, 0.8 * height, high < height / 2), ..rows-of(node, frame, room),
  )
}

#let labels-of(node) = context {
  let frame = frame-of(node)
  let made = grid(
    columns: node.widths.map(width => width * 1pt),
    inset: frame.inset, stroke: stroke-of(frame), align: start + top,
    ..node.rows.map(row => cells-of(row, grid.cell, may-break(row, frame, 0.95 * height))).flatten(),
  )
  let whole = node.whole and measure(width: look.width * 1pt, made).height < 0.95 * height
  block(breakable: not whole, made)
}

// ---- Blocks --------------------------------------------------------------------------------

#let set-apart(node, body, fill: none) = block(
  width: 100%, above: node.above * 1pt, below: node.below * 1pt, sticky: node.next, fill: fill, body,
)

#let heading-of(node) = {
  show heading: it => set-apart(node, it.body)
  heading(level: node.level, said(node))
}

#let line-of(node) = {
  let room = if node.write { h(3pt) + box(width: 1fr, baseline: 2pt, line(length: 100%, stroke: look.line * 1pt + colour(look.colours.rule))) }
  set-apart(node, par(said(node.label) + said(node) + room))
}

#let block-of(node) = {
  if node.kind == "heading" { heading-of(node) }
  else if node.kind == "title" { set-apart(node, title(said(node))) }
  else if node.kind == "text" { set-apart(node, par(said(node))) }
  else if node.kind == "warning" { set-apart(node, par(said(node)), fill: colour(look.colours.warning)) }
  else if node.kind == "bullets" { set-apart(node, bullets(node)) }
  else if node.kind == "line" { line-of(node) }
  else if node.kind == "labels" { set-apart(node, labels-of(node)) }
  else if node.kind == "table" { set-apart(node, table-of(node)) }
  else { pagebreak(weak: true) }
}

// ---- The page ------------------------------------------------------------------------------

#let footer = context {
  let foot = document-data.footer
  let number = [#foot.page #counter(page).display() #foot.of #counter(page).final().first()]
  let columns = (1fr, auto)
  set text(size: foot.size * 1pt, fill: colour(look.colours.grey))
  block(width: 100%, height: (look.page.bottom - look.page.under_footer) * 1pt, clip: true, align(bottom, grid(
    columns: columns, column-gutter: 12pt, align: (start + bottom, end + bottom),
    words(foot.pieces), number,
  )))
}

#set document(
  title: document-data.title, author: document-data.author, keywords: document-data.keywords,
)
#set page(
  width: look.page.width * 1pt, height: look.page.height * 1pt, footer: footer, footer-descent: 0pt,
  margin: (
    x: look.page.side * 1pt, top: look.page.top * 1pt, bottom: look.page.bottom * 1pt,
  ),
)
#set text(
  font: document-data.fonts, lang: document-data.language, region: document-data.region,
  size: 10pt, fill: colour(look.colours.ink), hyphenate: false,
  top-edge: look.edges.top * 1em, bottom-edge: -look.edges.bottom * 1em,
)
#set par(leading: 0pt, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#show title: it => it.body

#for node in document-data.blocks { block-of(node) }
"""
"""What typst runs; it reads `sys.inputs.document` and no file."""

ONE_LETTER = r"""
#let letter-data = json(bytes(sys.inputs.document))
#set document(title: "?")
#set text(font: letter-data.fonts)
x#(letter-data.letter)x
*x#(letter-data.letter)x*
"""
"""What typst runs to see whether a letter can be drawn."""
