"""The table of contents and the index of a Word document: fields that lead to its headings.

What they show is what we expect; Word renews a field that is marked stale, and who does not, still
sees pages. Names of the fields: ECMA-376 part 1, 17.16.5 (TOC, PAGEREF).
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from competenties.office import look
from competenties.office.blocks import Contents, Document, Heading, Index
from competenties.office.pages import heading_pages
from competenties.office.word_xml import (
    FIELD_END,
    field,
    field_begin,
    paragraph,
    right_stop,
    run,
    twips,
)

_DEEPEST = 3  # levels that have a style


class Target(NamedTuple):
    """A heading that can be led to: its text and level, its bookmark and the page we expect."""

    text: str
    level: int
    bookmark: str
    page: int


def targets(document: Document) -> list[Target]:
    """Return the headings of a document in order; none where nothing leads to them."""
    if {Contents, Index}.isdisjoint(map(type, document.blocks)):
        return []
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    found = zip(headings, heading_pages(document), count(1), strict=False)
    return [Target(one.text, one.level, f"_Toc{number:06}", page) for one, page, number in found]


def marked(content: str, target: Target, number: int) -> str:
    """Return the text of a heading with the bookmark to which others lead."""
    begin = f'<w:bookmarkStart w:id="{number}" w:name="{target.bookmark}"/>'
    return f'{begin}{content}<w:bookmarkEnd w:id="{number}"/>'


def contents(block: Contents, headings: Sequence[Target], width: float) -> Iterator[str]:
    """Yield the paragraphs of a table of contents; without headings there is none."""
    deepest = min(block.levels, _DEEPEST)
    listed = [one for one in headings if one.level <= deepest]
    if not listed:
        return
    yield paragraph("TOC Heading", run(block.title))
    before = field_begin(f'TOC \\o "1-{deepest}" \\h \\z')
    for number, one in enumerate(listed, 1):
        after = FIELD_END if number == len(listed) else ""
        indent = look.TOC_INDENT * (one.level - 1)
        properties = _stop(width) + _indent(indent)
        yield paragraph(f"toc {one.level}", f"{before}{_leading(one.text, one)}{after}", properties)
        before = ""


def index(block: Index, headings: Sequence[Target], width: float) -> Iterator[str]:
    """Yield the paragraphs of an index, for a column of some width in centimetres.

    A term of which the heading is not there stands there without a page.
    """
    known: dict[str, Target] = {}
    for one in headings:
        known.setdefault(one.text, one)
    for term, heading in block.entries:
        target = known.get(heading)
        content = _leading(term, target) if target else run(term)
        yield paragraph("index 1", content, _stop(width))


def _leading(text: str, target: Target) -> str:
    """Return a text with the number of a page behind dots, that leads to a heading."""
    number = field(f"PAGEREF {target.bookmark} \\h", f"{target.page}")
    shown = run(" ".join(text.split()))
    tab = "<w:r><w:tab/></w:r>"
    link = f'<w:hyperlink w:anchor="{target.bookmark}" w:history="1">'
    return f"{link}{shown}{tab}{number}</w:hyperlink>"


def _stop(width: float) -> str:
    return f"<w:tabs>{right_stop(width, 'dot')}</w:tabs>"


def _indent(centimetres: float) -> str:
    return f'<w:ind w:left="{twips(centimetres)}"/>' if centimetres else ""
