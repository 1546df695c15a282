"""The logo of an organisation: read from its file, and refused where it is no picture or not safe.

Only the sizes of a PNG (W3C PNG, 5.3 and 11.2) and a JPEG (ITU T.81, B.2.2) are read here; whoever
draws it decodes it.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from competenties.messages import Phrase
from competenties.workspace.files import is_inside

MOST_BYTES = 5_000_000
MOST_PIXELS = 25_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CHUNK = struct.Struct(">I4s")
_SIZE = struct.Struct(">II")
_FRAME = struct.Struct(">HH")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that say its size; the other three say something else."""
_MARK = 0xFF  # before every marker; some stand before each other, to fill up
_SCAN = 0xDA  # where the picture itself begins

_NOT_THERE = Phrase(
    nl="het bestand is er niet of kan niet worden gelezen", en="it is not there or cannot be read"
)
_OUTSIDE = Phrase(nl="het ligt buiten de werkmap", en="it lies outside the workspace")
_TOO_LARGE = Phrase(
    nl="het bestand is {size} MB en mag ten hoogste {most} MB zijn",
    en="the file is {size} MB and may be at most {most} MB",
)
_TOO_MANY_DOTS = Phrase(
    nl="het is {width} bij {height} beeldpunten en mag ten hoogste {most} miljoen beeldpunten hebben",
    en="it is {width} by {height} pixels and may have at most {most} million pixels",
)
_NO_PICTURE = Phrase(
    nl="het is geen PNG, JPEG of SVG, of het is beschadigd",
    en="it is not a PNG, JPEG or SVG, or it is damaged",
)


class LogoError(Exception):
    """A logo that cannot be used; says why, as the end of a sentence."""

    def __init__(self, reason: Phrase) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A logo as it was read: its bytes, its kind, and its width over its height."""

    content: bytes
    suffix: str
    shape: float


def read_logo(name: str, root: Path) -> LogoFile:
    """Return the logo in a file of a workspace. Raises LogoError when it cannot be used."""
    content = _content(root / name, root)
    if content.startswith(_PNG):
        return LogoFile(content, ".png", _shape(_png_size(content)))
    if content.startswith(_JPEG):
        return LogoFile(content, ".jpg", _shape(_jpeg_size(content)))
    from competenties.workspace.svg import SvgError, safe_svg

    try:
        safe, shape = safe_svg(content)
    except SvgError as error:
        raise LogoError(error.reason or _NO_PICTURE) from error
    return LogoFile(safe, ".svg", shape)


def _content(path: Path, root: Path) -> bytes:
    if not is_inside(path, root):
        raise LogoError(_OUTSIDE)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            shown, most = -(-size // 1_000_000), MOST_BYTES // 1_000_000
            raise LogoError(_TOO_LARGE.filled(size=shown, most=most))
        return path.read_bytes()
    except OSError:
        raise LogoError(_NOT_THERE) from None


def _shape(size: tuple[int, int]) -> float:
    width, height = size
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise LogoError(_TOO_MANY_DOTS.filled(width=width, height=height, most=most))
    if not width or not height:
        raise LogoError(_NO_PICTURE)
    return width / height


def _png_size(content: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG of which no part is missing or damaged."""
    chunks = [*_chunks(content)]
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise LogoError(_NO_PICTURE)
    width, height = _SIZE.unpack_from(chunks[0][1])
    return width, height


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the parts of a PNG up to its end, each with the check that it carries."""
    place = len(_PNG)
    while place + 12 <= len(content):
        length, kind = _CHUNK.unpack_from(content, place)
        data = content[place + 8 : place + 8 + length]
        check = content[place + 8 + length : place + 12 + length]
        if zlib.crc32(data, zlib.crc32(kind)).to_bytes(4, "big") != check:
            raise LogoError(_NO_PICTURE)
        yield kind, data
        if kind == b"IEND":
            return
        place += 12 + length


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Return the width and height that a JPEG says before its picture begins."""
    place = 2
    while place + 9 <= len(content) and content[place] == _MARK:
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = _FRAME.unpack_from(content, place + 5)
            return width, height
        if marker == _SCAN:
            break
        place += 1 if marker == _MARK else 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    raise LogoError(_NO_PICTURE)
