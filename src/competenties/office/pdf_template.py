"""The layout of a PDF: the typst program that reads a document as data, so that no text is ever markup.

The program holds no words and no measures of its own: both come in as JSON (`pdf_content`), and a
string of that JSON can only become text. Rows and heads of tables that could be higher than a page
are measured first, since typst cuts off what may not break and does not fit.
"""

from competenties.office.typesetter import WORDS

TEMPLATE = (
    WORDS
    + r"""
#let document-data = json(bytes(sys.inputs.document))
#let look = document-data.look

// The width and height between the margins of this page; only to be asked in a context.
#let across() = (if page.flipped { look.low.width } else { look.width }) * 1pt
#let down() = (if page.flipped { look.low.height } else { look.height }) * 1pt

// ---- Text ----------------------------------------------------------------------------------

#let colour(code) = rgb("#" + code)

#let styled(name, body) = {
  let style = look.styles.at(name)
  let weight = if style.bold { "bold" } else { "regular" }
  text(font: look.fonts.at(style.font), size: style.size * 1pt, weight: weight, fill: colour(style.colour), body)
}

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
  let height = down()
  let high = head-height(node.header, frame)
  let room = if high < height / 2 { 0.95 * height - high } else { 0.95 * height }
  let made = table(
    columns: node.widths.map(width => width * 1pt),
    inset: frame.inset, stroke: stroke-of(frame), align: start + top,
    ..head-of(node.header, high, 0.8 * height, high < height / 2), ..rows-of(node, frame, room),
  )
  let whole = node.whole and measure(width: across(), made).height < 0.95 * height
  if whole { block(breakable: false, made) } else { made }
}

#let labels-of(node) = context {
  let frame = frame-of(node)
  let made = grid(
    columns: node.widths.map(width => width * 1pt),
    inset: frame.inset, stroke: stroke-of(frame), align: start + top,
    ..node.rows.map(row => cells-of(row, grid.cell, may-break(row, frame, 0.95 * down()))).flatten(),
  )
  let whole = node.whole and measure(width: across(), made).height < 0.95 * down()
  block(breakable: not whole, made)
}

// ---- Blocks --------------------------------------------------------------------------------

#let set-apart(node, body, fill: none) = block(
  width: 100%, above: node.above * 1pt, below: node.below * 1pt, sticky: node.next, fill: fill, body,
)

#let heading-of(node) = {
  show heading: it => set-apart(node, styled(node.style, it.body))
  let made = heading(level: node.level, words(node.pieces))
  if node.target == none { made } else { [#made#label(node.target)] }
}

#let line-of(node) = {
  let room = if node.write { h(3pt) + box(width: 1fr, baseline: 2pt, line(length: 100%, stroke: look.line * 1pt + colour(look.colours.rule))) }
  set-apart(node, par(said(node.label) + said(node) + room))
}

// A picture about which nothing is said is decoration to a reader of the screen.
#let picture-of(node) = {
  let drawn = image(
    bytes(node.svg), format: "svg", alt: node.about,
    width: node.width * 1pt, height: node.height * 1pt, fit: "stretch",
  )
  set-apart(node, if node.about == none { pdf.artifact(drawn) } else { drawn })
}

// ---- What leads to other pages -------------------------------------------------------------

#let dots = box(width: 1fr, repeat(gap: 1.5pt, justify: false)[.])

#let contents-of(node) = {
  {
    show heading: it => set-apart(node, styled(node.style, it.body))
    heading(level: 1, outlined: false, bookmarked: false, words(node.pieces))
  }
  set outline.entry(fill: dots)
  show outline.entry: it => {
    let name = "toc " + str(calc.min(it.level, 3))
    let style = look.styles.at(name)
    let inside = pad(left: (it.level - 1) * look.toc_indent * 1pt, it.inner())
    block(width: 100%, above: style.before * 1pt, below: style.after * 1pt, styled(name, link(it.element.location(), inside)))
  }
  outline(title: none, depth: node.levels)
}

// A term, with the page of its heading behind dots.
#let term-of(entry) = {
  let found = if entry.target == none { () } else { query(label(entry.target)) }
  if found.len() == 0 { words(entry.pieces) }
  else {
    let place = found.first().location()
    link(place, { words(entry.pieces); h(2pt); dots; h(2pt); str(place.page()) })
  }
}

// Columns of about the same length: a block of that height, which may go on on the next page.
#let index-of(node) = context {
  let style = look.styles.at(node.style)
  let made = styled(node.style, list(
    marker: none, indent: 0pt, body-indent: 0pt, spacing: style.after * 1pt, ..node.entries.map(term-of),
  ))
  let high = measure(width: node.room * 1pt, made).height / node.columns
  let lost = (1 + high / down()) * 1.5 * style.size * 1pt  // less than a line at the end of each page
  block(height: high + lost, columns(node.columns, gutter: node.gap * 1pt, made))
}

#let block-of(node) = {
  if node.kind == "heading" { heading-of(node) }
  else if node.kind == "title" { set-apart(node, title(said(node))) }
  else if node.kind == "text" { set-apart(node, par(said(node))) }
  else if node.kind == "warning" { set-apart(node, par(said(node)), fill: colour(look.colours.warning)) }
  else if node.kind == "bullets" { set-apart(node, bullets(node)) }
  else if node.kind == "line" { line-of(node) }
  else if node.kind == "picture" { picture-of(node) }
  else if node.kind == "contents" { contents-of(node) }
  else if node.kind == "index" { set-apart(node, index-of(node)) }
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

#let header = if document-data.header != none {
  let head = document-data.header
  let logo = if head.logo != none {
    image(head.logo.file, width: head.logo.width * 1pt, height: head.logo.height * 1pt, fit: "stretch", alt: head.logo.about)
  }
  set text(size: head.size * 1pt, fill: colour(look.colours.grey))
  block(width: 100%, grid(
    columns: (auto, 1fr), column-gutter: 12pt, align: (start + top, end + top),
    logo, words(head.pieces),
  ))
}

#set document(
  title: document-data.title, author: document-data.author, keywords: document-data.keywords,
)
#set page(
  flipped: document-data.stretches.first().flipped,
  width: look.page.width * 1pt, height: look.page.height * 1pt, footer: footer, footer-descent: 0pt,
  header: header, header-ascent: look.page.under_header * 1pt,
  margin: (
    x: look.page.side * 1pt, top: look.page.top * 1pt, bottom: look.page.bottom * 1pt,
  ),
)
#set text(
  font: look.fonts.at(look.font), lang: document-data.language, region: document-data.region,
  size: 10pt, fill: colour(look.colours.ink), hyphenate: false,
  top-edge: look.edges.top * 1em, bottom-edge: -look.edges.bottom * 1em,
)
#set par(leading: 0pt, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#show title: it => it.body

#for (number, part) in document-data.stretches.enumerate() {
  if number == 0 { for node in part.nodes { block-of(node) } }
  else { page(flipped: part.flipped, for node in part.nodes { block-of(node) }) }
}
"""
)
"""What typst runs; it reads `sys.inputs.document` and no file."""

ONE_LETTER = r"""
#let letter-data = json(bytes(sys.inputs.document))
#set document(title: "?")
#set text(font: letter-data.fonts)
x#(letter-data.letter)x
*x#(letter-data.letter)x*
"""
"""What typst runs to see whether a letter can be drawn."""
