"""Labels with values, as most blocks of a job profile have them."""

from collections.abc import Iterable, Iterator

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.text import Text
from competenties.office.blocks import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
)

_NO_POINTS = Bullets(())


def section(
    request: ProfileRequest, title: Phrase, *rows: tuple[Phrase, Cell], layout: str = "lines"
) -> Iterator[Block]:
    """Yield a heading with its labels and values, or nothing where there is nothing to say."""
    fields = labelled(request, *rows, layout=layout)
    if fields.rows:
        yield Heading(request.say(title))
        yield fields


def labelled(request: ProfileRequest, *rows: tuple[Phrase, Cell], layout: str = "lines") -> Fields:
    """Return labels with their values, without those that have nothing to say."""
    kept = [(request.say(label), value) for label, value in rows if value and value != _NO_POINTS]
    return Fields(tuple(kept), layout)


def bullets(request: ProfileRequest, texts: Iterable[Text]) -> Bullets:
    """Return texts of the profile as a list."""
    return Bullets(tuple([request.own(text) for text in texts]))
