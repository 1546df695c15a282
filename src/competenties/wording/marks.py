"""Marks in a sentence: breaks, brackets and quotes."""

from competenties.wording.sentence import Token, Zone

BREAKS = frozenset([".", ";", "!", "?", ":", "•", "\n"])
"""Marks after which a new clause begins."""

MARKS = BREAKS | frozenset([",", "/", "&", "+", "–", "—", "-", "…", "|"])
"""Marks that may stand between two clauses or two words of an enumeration."""

QUOTES = frozenset(['"', "'", "«"])
"""Marks that may open a quote."""

_OPENING = {"(": ")", "[": "]", "{": "}"}
_MOST_QUOTED = 30
"""A quote that is not closed within so many words was an apostrophe."""


def outer_zones(tokens: list[Token]) -> list[Zone]:
    """Return the zones with what stands in brackets or quotes already filled in."""
    zones: list[Zone] = ["main"] * len(tokens)
    at = 0
    while at < len(tokens):
        low = tokens[at].low
        end = _closed(tokens, at, _OPENING[low]) if low in _OPENING else None
        zone: Zone = "example"
        if low in QUOTES:
            end, zone = _closed(tokens, at, "»" if low == "«" else low, _MOST_QUOTED), "quote"
        if end is None:
            at += 1
            continue
        zones[at : end + 1] = [zone] * (end + 1 - at)
        at = end + 1
    return zones


def _closed(tokens: list[Token], at: int, mark: str, most: int = 200) -> int | None:
    for place in range(at + 1, min(at + most, len(tokens))):
        if tokens[place].low == mark:
            return place
    return None
