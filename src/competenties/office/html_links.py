"""The contents and the index of a web page: links to its headings."""

from collections.abc import Iterator

from competenties.office.blocks import Contents, Document, Heading, Index
from competenties.office.clean import has_ink
from competenties.office.html_text import text_in_page


def has_links(document: Document) -> bool:
    """Tell whether something in a document leads to its headings."""
    return any(isinstance(block, Contents | Index) for block in document.blocks)


def leading(block: Contents | Index, document: Document) -> Iterator[str]:
    """Yield what leads to the headings of a document."""
    if isinstance(block, Contents):
        yield from _contents(block, document)
    else:
        yield _index(block, document)


def name_of(number: int) -> str:
    """Return the name of a heading by its place, to which others lead."""
    return f"heading-{number}"


def _contents(block: Contents, document: Document) -> Iterator[str]:
    """Yield the headings as a list of links, in which deeper ones stand in a list of their own."""
    found = [(name, one) for name, one in _headings(document) if one.level <= block.levels]
    if not found:
        return
    yield f'<nav class="contents"><h2>{text_in_page(block.title)}</h2>'
    depth = 0
    for name, heading in found:
        level = min(max(heading.level, 1), depth + 1)  # no level may be passed over
        if level > depth:
            yield "<ol>"
        else:
            yield f"</li>{'</ol></li>' * (depth - level)}"
        depth = level
        yield f'<li><a href="#{name}">{text_in_page(heading.text)}</a>'
    yield f"{'</li></ol>' * depth}</nav>"


def _index(block: Index, document: Document) -> str:
    """Return terms that lead to headings; one whose heading is not there leads nowhere."""
    names: dict[str, str] = {}
    for name, heading in _headings(document):
        names.setdefault(heading.text, name)
    items = []
    for term, heading_text in block.entries:
        shown = text_in_page(term)
        if name := names.get(heading_text, ""):
            shown = f'<a href="#{name}">{shown}</a>'
        items.append(f"<li>{shown}</li>")
    return f'<div class="index"><ul>{"".join(items)}</ul></div>'


def _headings(document: Document) -> list[tuple[str, Heading]]:
    """Return the headings that others can lead to, each with its name."""
    return [
        (name_of(number), block)
        for number, block in enumerate(document.blocks)
        if isinstance(block, Heading) and has_ink(block.text)
    ]
