"""Cards on pages of A4, with lines to cut along; each card stays whole."""

from collections.abc import Iterator, Sequence

from competenties.documents.block_room import lines_of_blocks, lines_on_page
from competenties.documents.request import WorkspaceRequest
from competenties.messages import Phrase
from competenties.office import look
from competenties.office.blocks import Block, PageBreak, Paragraph
from competenties.office.glyphs import width

CUT_LINES = 2.0
"""Lines that a cutting line takes."""

_DASH = "\N{EN DASH} "
_FILLED = 0.93  # of the width, so that a line to cut along stays one line in any font
_CUT = Phrase(nl="hier knippen", en="cut here")


def on_pages(
    cards: Sequence[Sequence[Block]], request: WorkspaceRequest, most: int
) -> Iterator[Block]:
    """Yield cards, at most so many on a page, a line to cut along between them.

    Each page begins with a page break.
    """
    page = used = lines_on_page(request.house)
    count = most
    for card in cards:
        lines = lines_of_blocks(card, request.house)
        if count == most or used + CUT_LINES + lines > page:
            yield PageBreak()
            used, count = 0.0, 0
        else:
            yield _cut(request)
            used += CUT_LINES
        yield from card
        used, count = used + lines, count + 1


def _cut(request: WorkspaceRequest) -> Paragraph:
    size, words = look.STYLES["Note"].size, request.say(_CUT)
    room = look.TEXT_WIDTH * look.POINTS_PER_CENTIMETRE * _FILLED - width(f" {words}", size)
    dashes = (_DASH * int(room / width(_DASH, size) / 2)).strip()
    return Paragraph(f"{dashes} {words} {dashes}", "note")
