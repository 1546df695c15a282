"""What keeps people from reading a PDF: whether it is tagged, and says what and in which language.

No library for PDF comes with the program, so this reads only what stands at the top of a file: its
catalogue and its metadata, also where these are compressed. That the tags themselves are right is
for the tests, which read them with a library.
"""

import re
import zlib
from collections.abc import Iterator

from competenties.messages import Phrase
from competenties.office.accessibility_barrier import NO_LANGUAGE, NO_TITLE, Barrier

_NOT_TAGGED = Barrier(
    "not-tagged",
    Phrase(
        nl="De PDF heeft geen structuur (tags); een schermlezer kan koppen en tabellen niet vinden.",
        en="The PDF has no structure (tags); a screen reader cannot find headings and tables.",
    ),
)
_TITLE_NOT_SHOWN = Barrier(
    "title-not-shown",
    Phrase(
        nl="De PDF toont in het venster haar bestandsnaam en niet haar titel.",
        en="The PDF shows the name of its file in the window and not its title.",
    ),
)
_NO_CLAIM = Barrier(
    "no-claim",
    Phrase(
        nl="De PDF zegt niet dat zij aan PDF/UA-1 voldoet.",
        en="The PDF does not say that it keeps to PDF/UA-1.",
    ),
)
_STREAM = re.compile(rb"/(?:ObjStm|Metadata)\b.*?stream\r?\n(.*?)endstream", re.DOTALL)
_MARKED = re.compile(rb"/Marked\s+true")
_LANGUAGE = re.compile(rb"/Lang\s*[(<]\s*[^)>\s]")
_SHOWN = re.compile(rb"/DisplayDocTitle\s+true")
_TITLE = re.compile(rb"<dc:title>.*?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)
_CLAIM = re.compile(rb"pdfuaid:part(?:>|=[\"'])1\b")
_MOST = 10_000_000


def pdf_barriers(raw: bytes) -> Iterator[Barrier]:
    """Yield the barriers in a PDF."""
    whole = b"\n".join((raw, *_unpacked(raw)))
    found = re.search(rb"/Type\s*/Catalog\b", whole)
    catalogue = _around(whole, found.start()) if found else b""
    if b"/StructTreeRoot" not in catalogue or not _MARKED.search(catalogue):
        yield _NOT_TAGGED
    if not _LANGUAGE.search(catalogue):
        yield NO_LANGUAGE
    if not _TITLE.search(whole):
        yield NO_TITLE
    if not _SHOWN.search(catalogue):
        yield _TITLE_NOT_SHOWN
    if not _CLAIM.search(whole):
        yield _NO_CLAIM


def _around(whole: bytes, place: int) -> bytes:
    """Return the object that something stands in."""
    begin = max(whole.rfind(b" obj", 0, place), 0)
    end = whole.find(b"endobj", place)
    return whole[begin : end if end >= 0 else len(whole)]


def _unpacked(raw: bytes) -> Iterator[bytes]:
    for one in _STREAM.finditer(raw):
        try:
            yield zlib.decompressobj().decompress(one[1], _MOST)
        except zlib.error:
            continue
