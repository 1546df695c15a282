"""Ids: made once by the program, never changed, never given out again."""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Collection
from typing import Annotated

from pydantic import StringConstraints

from competenties.model.part import doc

ID_PATTERN = r"^[a-z][a-z0-9-]*$"
MOST_SLUG = 40
MOST_ID = 64

_DEVICE_NAMES = re.compile(r"^(con|prn|aux|nul|clock|com[0-9]|lpt[0-9])$")

IdName = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MOST_ID)]
"""The form of an id: a letter first, then `a-z0-9-`."""

Id = Annotated[
    IdName,
    doc(
        nl="Id | Vaste sleutel; het programma maakt hem één keer en verandert hem nooit.",
        en="Id | Fixed key; the program makes it once and never changes it.",
    ),
]


def slug(name: str, taken: Collection[str] = ()) -> str:
    """Return the id of a framework, cluster, competence, scale or profile from its first name.

    A letter first, then `a-z0-9-`, at most 40 characters, with `-2` and so on when `taken` has
    it already. Names that Windows keeps for devices are never given out.
    """
    words = re.sub(r"[^a-z0-9]+", "-", _plain(name)).strip("-")
    stem = words[:MOST_SLUG].rstrip("-")
    if not stem or not stem[0].isalpha() or is_device_name(stem):
        stem = f"x-{stem}"[:MOST_SLUG].rstrip("-")
    return _first_free(stem, taken, MOST_SLUG)


def item_id(owner: str, framework: str, path: str, text: str, taken: Collection[str] = ()) -> str:
    """Return the id of an indicator or other small item: its owner's slug and six characters.

    They are hashed from the framework's id, the item's path and its text at birth, so that
    importing the same sheet twice gives the same ids.
    """
    digest = hashlib.sha256(f"{framework}\x1f{path}\x1f{text}".encode()).digest()
    return _first_free(f"{owner[:MOST_SLUG]}-{base32(digest)[:6]}", taken, MOST_ID)


def base32(digest: bytes) -> str:
    """Return bytes as base-32 in small letters (RFC 4648 section 6, without padding)."""
    return base64.b32encode(digest).decode("ascii").rstrip("=").lower()


def is_device_name(name: str) -> bool:
    """Tell whether Windows keeps this name for a device, so that no file can have it."""
    return _DEVICE_NAMES.match(name.lower()) is not None


def _plain(name: str) -> str:
    """Return a name in small ASCII letters; "risico's" is one word with either apostrophe."""
    spelled = name.casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


_LETTERS = str.maketrans({"'": "", "’": "", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"})


def _first_free(stem: str, taken: Collection[str], most: int) -> str:
    candidate, number = stem, 2
    while candidate in taken:
        suffix = f"-{number}"
        candidate = f"{stem[: most - len(suffix)]}{suffix}"
        number += 1
    return candidate
