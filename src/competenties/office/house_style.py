"""The house style of an organisation: its colours, fonts, logo, header and footer."""

import re
from dataclasses import dataclass

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_FONT = re.compile(r"[\w .,&+\-]{0,60}")  # what no file takes for anything but a name


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as the bytes of a picture file; width and height are centimetres on paper.

    `svg` is there when the organisation gave one; `image` is PNG or JPEG, made from it if need be.
    """

    image: bytes
    suffix: str
    width: float
    height: float
    about: str
    svg: bytes = b""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What an organisation sets of the look of its documents; colours are six hexadecimal digits.

    `heading_font` is empty where headings have the font of the text. `header` stands above every
    page beside the logo, `footer` under it before what the document says itself.
    """

    accent: str = "1B4F72"
    ink: str = "1F2A37"
    font: str = "Calibri"
    heading_font: str = ""
    logo: Logo | None = None
    header: str = ""
    footer: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no colour or no name of a font, which could break a file."""
        for colour in (self.accent, self.ink):
            if not _COLOUR.fullmatch(colour):
                raise ValueError(colour)
        for font in (self.font, self.heading_font):
            if not _FONT.fullmatch(font):
                raise ValueError(font)


PLAIN = HouseStyle()
