"""House styles and logos that several tests share, as organisations have them."""

import struct
import zlib

from competenties.office.house_style import HouseStyle, Logo

SVG_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">'
    b'<rect width="200" height="60" rx="8" fill="#006633"/><circle cx="30" cy="30" r="20" fill="#fff"/>'
    b"</svg>"
)


def png_logo(width: int, height: int) -> bytes:
    """Return a green PNG of so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x00\x66\x33" * width) * height
    content = zlib.compress(rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", content), chunk(b"IEND", b""))
    )


GREEN = HouseStyle(
    "006633",
    "222222",
    "Verdana",
    "",
    Logo(png_logo(400, 120), ".png", 4, 1.2, 'Logo van "Groen & Zn" <BV>'),
    "Gemeente Groenendaal\nPersoneel & organisatie",
    "Postbus 1, 1234 AB Groenendaal",
)
"""A wide font, a PNG, a header of two lines and a footer."""

RED = HouseStyle(
    "8A1538",
    "000000",
    "Arial",
    "Georgia",
    Logo(png_logo(200, 60), ".png", 5, 1.5, "Logo van Rood", SVG_LOGO),
)
"""Headings in a font of their own, an SVG, nothing in words."""

BLACK = HouseStyle("000000", "000000", "Times New Roman", header="De Brug", footer="Intern & eigen")
"""No logo."""

HOUSES = (GREEN, RED, BLACK)
