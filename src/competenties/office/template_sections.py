"""Pages of a template: how wide its text is, and which page a turned part of our document gets.

A section of Word ends with its properties: what comes before them has that page (ECMA-376 part 1,
17.6.17 and 17.6.18).
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from competenties.office.template import W
from competenties.office.template_xml import (
    all_of,
    child,
    made,
    number,
    paragraph_properties,
    set_property,
    value,
)

_BEFORE_PAPER = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_BEFORE_COLUMNS = (
    *_BEFORE_PAPER,
    *("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType"),
)
_PAPER, _MARGIN = (11906, 16838), 1440  # where a template says nothing itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of our blocks on pages of one kind, with the properties that end it, if any."""

    blocks: Sequence[Any]
    ending: Any


def section_after(body: Any, place: Any) -> Any:
    """Return the properties of the section that a place in the text is in, or None."""
    top = place
    while top is not None and top.getparent() is not body:
        top = top.getparent()
    following = list(body) if top is None else list(body)[list(body).index(top) :]
    if top is None:
        following = following[-1:]
    for one in following:
        if one.tag == f"{W}sectPr":
            return one
        found = child(one, "pPr/sectPr") if one.tag == f"{W}p" else None
        if found is not None:
            return found
    return None


def text_width(section: Any, *, is_landscape: bool | None = None, like: Any = None) -> int:
    """Return how wide text is on the pages of a section, turned where asked; one column of it.

    `like` is a section whose columns it gets.
    """
    wide, high = _paper(section)
    if is_landscape is not None and is_landscape != (wide > high):
        wide = high
    sides = ("left", "right", "gutter")
    margins = [
        _measure(section, "pgMar", side, _MARGIN if side != "gutter" else 0) for side in sides
    ]
    width = wide - sum(margins)
    divided = section if like is None or _measure(like, "cols", "num", 1) == 1 else like
    columns = max(1, _measure(divided, "cols", "num", 1))
    between = _measure(divided, "cols", "space", 720) * (columns - 1)
    return max(1000, (width - between) // columns)


def is_landscape(section: Any) -> bool:
    """Tell whether the pages of a section lie on their side."""
    wide, high = _paper(section)
    return wide > high


def stretches(blocks: Sequence[Any], last: Any) -> Iterator[Stretch]:
    """Yield our blocks by the kind of page they stand on; the last one has no ending of its own."""
    since = 0
    for place, block in enumerate(blocks):
        ending = child(block, "pPr/sectPr") if block.tag == f"{W}p" else None
        if ending is not None:
            yield Stretch(blocks[since : place + 1], ending)
            since = place + 1
    yield Stretch(blocks[since:], last)


def take_pages(
    holder: Any,
    base: Any,
    last: Any = None,
    *,
    has_text_before: bool = False,
    has_text_after: bool = False,
) -> bool:
    """Let our document have the template's own pages; tell whether it begins a section of its own.

    `base` are the properties of the section that it comes into, `last` are our own properties of
    our last pages. Text of the template before and after ours in that section keeps its page: what
    comes before ends with a first paragraph in `holder`. What follows is not a first page again.
    """
    endings = [one for one in all_of(holder, "sectPr") if one.getparent().tag == f"{W}pPr"]
    if base is None:
        for ending in endings:
            ending.getparent().remove(ending)
        return False
    is_other = last is not None and (_lies_only(last, base) or _columns(last) > 1)
    if is_other and has_text_after:
        endings.append(_ended(holder, last))
    begins = _lies_only(endings[0] if endings else last, base) and has_text_before
    if not endings and not is_other:
        return False
    plain = copy.deepcopy(base)
    if begins:
        opening = made("p")
        paragraph_properties(opening).append(copy.deepcopy(plain))
        holder.insert(0, opening)
    for place, ending in enumerate(endings):
        section = _page_like(plain, ending)
        if place or begins:
            _continue_pages(section, _beginning(ending))
        ending.getparent().replace(ending, section)
    _take_last(
        base, last, is_ours=is_other and not has_text_after, is_first=not endings and not begins
    )
    return begins


def _take_last(base: Any, last: Any, *, is_ours: bool, is_first: bool) -> None:
    """Let the section of the template go on after ours, or have the page of our last part."""
    if is_ours:
        own = _page_like(base, last)
        base[:] = list(own)
    if not is_first:
        is_turned = not is_ours and _lies_only(last, base)
        _continue_pages(base, "nextPage" if is_turned else _beginning(last))


def _lies_only(ours: Any, base: Any) -> bool:
    """Tell whether our pages lie on their side and those of the template do not."""
    return ours is not None and is_landscape(ours) and not is_landscape(base)


def _columns(section: Any) -> int:
    return number(value(section, "cols", "num"), 1)


def _ended(holder: Any, last: Any) -> Any:
    """End our last part before the template goes on; return the properties that end it."""
    if not len(holder) or holder[-1].tag != f"{W}p" or child(holder[-1], "pPr/sectPr") is not None:
        small = made("p")
        paragraph_properties(small).append(made("spacing", line="20", lineRule="exact"))
        holder.append(small)
    ending = copy.deepcopy(last)
    set_property(paragraph_properties(holder[-1]), ending)
    return ending


def _page_like(base: Any, ours: Any) -> Any:
    """Return the section of the template, on its side or in columns where ours is."""
    section = _turned(base, turned=is_landscape(ours) or is_landscape(base))
    _take_columns(section, ours)
    return section


def _beginning(section: Any) -> str:
    """Return how a section of ours begins: on a new page, unless it goes on under the last one."""
    usual = "nextPage"
    return usual if section is None else value(section, "type") or usual


def _take_columns(section: Any, ours: Any) -> None:
    """Let a part of ours in columns, such as an index, keep them."""
    columns = ours.find(f"{W}cols")
    if _columns(ours) > 1:
        old = section.find(f"{W}cols")
        if old is not None:
            section.replace(old, copy.deepcopy(columns))
        else:
            _put(section, copy.deepcopy(columns))


def _turned(base: Any, *, turned: bool) -> Any:
    section = copy.deepcopy(base)
    for name in ("rsidR", "rsidRPr", "rsidSect"):
        section.attrib.pop(f"{W}{name}", None)
    wide, high = _paper(section)
    if turned != (wide > high):
        size = section.find(f"{W}pgSz")
        if size is None:
            size = made("pgSz")
            _put(section, size)
        size.set(f"{W}w", f"{high}")
        size.set(f"{W}h", f"{wide}")
        size.set(f"{W}orient", "landscape" if turned else "portrait")
    return section


def _continue_pages(section: Any, beginning: str) -> None:
    """Let a section begin as asked, and not with a first page of the document."""
    for old in section.findall(f"{W}titlePg"):
        section.remove(old)
    for numbers in section.findall(f"{W}pgNumType"):
        numbers.attrib.pop(f"{W}start", None)
    for old in section.findall(f"{W}type"):
        section.remove(old)
    _put(section, made("type", val=beginning))


def _put(section: Any, one: Any) -> None:
    """Put how a section begins, or its paper, after what comes before these in the standard."""
    before = _BEFORE_COLUMNS if one.tag == f"{W}cols" else _BEFORE_PAPER
    places = [
        place
        for place, other in enumerate(section, 1)
        if other.tag.removeprefix(W) in before and other.tag != one.tag
    ]
    section.insert(max(places, default=0), one)


def _paper(section: Any) -> tuple[int, int]:
    return (
        _measure(section, "pgSz", "w", _PAPER[0]),
        _measure(section, "pgSz", "h", _PAPER[1]),
    )


def _measure(section: Any, name: str, attribute: str, otherwise: int) -> int:
    if section is None:
        return otherwise
    return number(value(section, name, attribute) or f"{otherwise}", otherwise)
