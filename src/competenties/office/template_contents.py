"""The numbers of pages in a table of contents or an index, after the text came into a template.

What we expect is counted for our own pages; those of a template that come before are added.
"""

from collections.abc import Iterable
from typing import Any

from competenties.messages import Phrase
from competenties.office.template import W
from competenties.office.template_xml import all_of, child, number, owner_of, value

_RENEW = Phrase(
    nl="De paginanummers in de inhoudsopgave kunnen in het sjabloon {template} anders zijn. Open het "
    "document in Word, selecteer alles (Ctrl+A) en druk op F9.",
    en="The page numbers in the contents may differ in the template {template}. Open the document in "
    "Word, select everything (Ctrl+A) and press F9.",
)


def renewing(template: str) -> Phrase:
    """Return how whoever has the document gets the numbers of its pages right."""
    return _RENEW.filled(template=template)


def add_pages(holder: Any, pages: int) -> bool:
    """Add pages to every number that leads to a heading; tell whether there are such numbers."""
    fields = [one for one in all_of(holder, "instrText") if "PAGEREF" in (one.text or "").split()]
    for field in fields:
        shown = all_of(owner_of(field), "instrText", "t")
        following = shown[shown.index(field) + 1 :]
        if following and (following[0].text or "").isdigit():
            following[0].text = f"{int(following[0].text) + pages}"
    return bool(fields)


def pages_before(blocks: Iterable[Any], section: Any) -> int:
    """Return how many pages come before what follows these blocks of a template.

    A section that begins to count anew has the number that it says.
    """
    start = value(section, "pgNumType", "start") if section is not None else ""
    if start:
        return max(0, number(start, 1) - 1)
    return sum(map(_ended_pages, blocks))


def _ended_pages(block: Any) -> int:
    breaks = [one for one in all_of(block, "br") if one.get(f"{W}type") == "page"]
    begins = all_of(block, "pageBreakBefore")
    ends = child(block, "pPr/sectPr") if block.tag == f"{W}p" else None
    return len(breaks) + len(begins) + (ends is not None and value(ends, "type") != "continuous")
