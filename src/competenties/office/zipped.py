"""Zip files of parts that are compressed once: what is the same in many files is packed once.

The layout is that of the ZIP application note (4.3.7, 4.3.12 and 4.3.16). Every part has one date,
so that the same content gives the same bytes.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

try:
    from isal import isal_zlib
except ImportError:  # it is not made for every processor
    _is_fast = False
else:
    _is_fast = True

LEVEL, HIGHEST = 2, 9
"""How hard to compress what is made for one file, and what goes into many.

Level 2 of isal makes files as small as level 2 of zlib, in half (forms) or a fifth (job profiles)
of its time.
"""

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DAY = (2000 - 1980) << 9 | 1 << 5 | 1
_UTF8 = 0x800
_LEAST_BITS = 9  # zlib has no smaller window


class Part(NamedTuple):
    """A part of a package, compressed: what stands before its data, and what in the list of parts."""

    name: bytes
    crc: int
    size: int
    data: bytes


def compressed(name: str, content: bytes, level: int = LEVEL) -> Part:
    """Return a part, compressed."""
    data = _deflated(content, level, zlib.Z_FINISH)
    return Part(name.encode(), zlib.crc32(content), len(content), data)


def continued(name: str, begin: bytes, rest: bytes) -> Part:
    """Return a part that begins as others do: that beginning is compressed once."""
    if not begin:
        return compressed(name, rest)
    data = _begun(begin) + _deflated(rest, LEVEL, zlib.Z_FINISH)
    crc = zlib.crc32(rest, zlib.crc32(begin))
    return Part(name.encode(), crc, len(begin) + len(rest), data)


@lru_cache(maxsize=128)
def kept(name: str, content: bytes) -> Part:
    """Return a part that other files have too, compressed once."""
    return compressed(name, content, HIGHEST)


@lru_cache(maxsize=128)
def _begun(content: bytes) -> bytes:
    """Return a beginning after which another stream can stand: whole bytes, nothing referred to."""
    return _deflated(content, HIGHEST, zlib.Z_FULL_FLUSH)


def _deflated(content: bytes, level: int, ending: int) -> bytes:
    """Return content compressed; zlib has a window no larger than it, which takes time to make."""
    packer: Any
    if level == LEVEL and _is_fast:
        packer = isal_zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    else:
        bits = min(zlib.MAX_WBITS, max(_LEAST_BITS, len(content).bit_length()))
        packer = zlib.compressobj(level, zlib.DEFLATED, -bits, bits - 7)
    return cast("bytes", packer.compress(content) + packer.flush(ending))


def laid_out(parts: Iterable[Part], offset: int = 0) -> tuple[bytes, bytes]:
    """Return parts as they stand in a zip file from `offset` on, and their lines in its list."""
    data, listed = [], []
    for name, crc, size, packed in parts:
        fields = (20, _UTF8, zipfile.ZIP_DEFLATED, 0, _DAY, crc, len(packed), size, len(name), 0)
        head = _LOCAL.pack(b"PK\3\4", *fields) + name
        line = _CENTRAL.pack(b"PK\1\2", 20, *fields, 0, 0, 0, 0, offset) + name
        data += [head, packed]
        listed.append(line)
        offset += len(head) + len(packed)
    return b"".join(data), b"".join(listed)


def ended(data: Sequence[bytes], listed: Sequence[bytes], count: int) -> bytes:
    """Return a whole zip file of so many parts, of what `laid_out` gave."""
    start, size = sum(map(len, data)), sum(map(len, listed))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
    return b"".join((*data, *listed, end))


def zipped(parts: Sequence[Part]) -> bytes:
    """Return the bytes of a zip file."""
    data, listed = laid_out(parts)
    return ended((data,), (listed,), len(parts))
