"""Text from outside, made fit for Office files."""

import re

from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.text import WORDS

# What XML 1.0 cannot hold (section 2.2), C1 controls, lone surrogates, overrides of direction.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_INK = re.compile(WORDS)
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")

MOST_IN_CELL = 32_767
"""Characters that a cell of Excel holds; one outside the first 65,536 of Unicode counts double."""

_TOO_LONG = Phrase(
    nl="Deze tekst past niet in een cel van Excel ({count} tekens, ten hoogste {most}): {start}… "
    "Kort de tekst in.",
    en="This text does not fit into a cell of Excel ({count} characters, at most {most}): {start}… "
    "Shorten the text.",
)


def clean(text: str) -> str:
    """Return text without what XML cannot hold, with every kind of line break as a newline."""
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub("", _BREAKS.sub("\n", text))


def has_ink(text: str) -> bool:
    """Tell whether there is anything to see in a text."""
    return _INK.search(text) is not None


def clean_for_cell(text: str) -> str:
    r"""Return text for a cell of a workbook.

    Text that looks like the escape of the format itself, such as `_x000D_`, is escaped, so that
    it is read back as it was. Raises RefusedError for a text that no cell can hold.
    """
    cleaned = _ESCAPE_LOOKALIKE.sub("_x005F_", clean(text))
    if (count := size_in_excel(cleaned)) > MOST_IN_CELL:
        raise RefusedError(_TOO_LONG, count=count, most=MOST_IN_CELL, start=cleaned[:60])
    return cleaned


def size_in_excel(text: str) -> int:
    """Return how many characters Excel counts in a text (units of UTF-16)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut_for_excel(text: str, most: int) -> str:
    """Return the beginning of a text, at most as many characters as Excel counts to."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
