"""Cuts a text into words, numbers and marks, each with its place."""

import re
from collections.abc import Callable, Iterator

from competenties.wording.sentence import Token, Word

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # e.g., i.v.m.
    r"|\b(?i:bijv|bv|eg)\.(?=\s\w)"
    r"|\b(?i:cq|evt|resp|incl|excl)\.(?=\s[a-zà-ÿ(])"
    r"|[^\W\d_]+(?:['’\-‑][^\W\d_]+)*(?:-(?=[\s,/]))?"
    r"|\d+(?:[.,:]\d+)*(?:\s?%)?"
    r"|[^\s]"
)
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦●○‣»>]+|o(?=\t)|\(?\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))\s*")
_MARKS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "“": '"', "”": '"', "„": '"'})


def tokenise(text: str, know: Callable[[str], Word]) -> list[Token]:
    """Return the tokens of a text without its bullet; `know` tells what is known of a word."""
    return list(_tokens(text, know))


def _tokens(text: str, know: Callable[[str], Word]) -> Iterator[Token]:
    bullet = _BULLET.match(text)
    for found in _TOKEN.finditer(text, bullet.end() if bullet else 0):
        written = found.group()
        low = written.lower().translate(_MARKS)
        yield Token(know(low), low, written, found.start(), found.end())
