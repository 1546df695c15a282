"""What stands around the place for our content in a template, and how the pages there begin."""

from typing import Any

from competenties.office.template import W
from competenties.office.template_xml import (
    all_of,
    child,
    made,
    paragraph_properties,
    set_property,
    text_of,
)


def has_text(body: Any, place: Any, *, before: bool) -> bool:
    """Tell whether a template has anything before or after a place in the same section."""
    if place is None:
        blocks = list(reversed(body)) if before else []
    else:
        ends_here = child(place, "pPr/sectPr") is not None and not before
        blocks = [] if ends_here else list(place.itersiblings(preceding=before))
    for block in blocks:
        ends = child(block, "pPr/sectPr") is not None
        if ends and before:
            return False
        if has_ink(block, with_section=False):
            return True
        if ends:
            return False
    return False


def has_ink(block: Any, *, with_section: bool = True) -> bool:
    """Tell whether there is something to see in a block of the template."""
    if block.tag == f"{W}p" and not text_of(block).strip():
        seen = ("drawing", "pict", "object", "t", "br")
        return bool(all_of(block, *seen, *(("sectPr",) if with_section else ())))
    return block.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")


def ends_page(body: Any) -> bool:
    """Tell whether what follows the text of a template begins on a new page already."""
    blocks = [one for one in body if one.tag != f"{W}sectPr"]
    last = blocks[-1]
    breaks = [one for one in all_of(last, "br") if one.get(f"{W}type") == "page"]
    return bool(breaks) or (last.tag == f"{W}p" and child(last, "pPr/sectPr") is not None)


def breaks_before(paragraph: Any) -> bool:
    """Tell whether a paragraph begins a new page, or breaks off one."""
    breaks = [one for one in all_of(paragraph, "br") if one.get(f"{W}type") == "page"]
    return bool(breaks) or child(paragraph, "pPr/pageBreakBefore") is not None


def begin_page(holder: Any) -> None:
    """Let our content begin on a new page."""
    if not len(holder) or holder[0].tag != f"{W}p":
        holder.insert(0, made("p"))
    set_property(paragraph_properties(holder[0]), made("pageBreakBefore"))
