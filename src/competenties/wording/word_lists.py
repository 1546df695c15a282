"""Reads the word lists of `lexicon/`: text files that a linguist can edit.

One entry a line, in small letters; what stands behind `=` belongs to the entry; `#` starts a
comment. The first line of every file says what the list is for.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from competenties.messages import Language


@cache
def entries(language: Language, name: str) -> Mapping[str, str]:
    """Return the entries of a list with what stands behind their `=` (else empty), in order."""
    text = files("competenties.wording").joinpath("lexicon", language, f"{name}.txt")
    lines = (line.partition("#")[0].strip() for line in text.read_text("utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line)
    return {entry.strip(): value.strip() for entry, _, value in pairs}


@cache
def words(language: Language, name: str) -> frozenset[str]:
    """Return the entries of a list without what belongs to them."""
    return frozenset(entries(language, name))
