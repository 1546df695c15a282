"""Guesses the language of texts by the small words in them."""

from collections import Counter
from collections.abc import Iterable

from competenties.messages import Language

_SMALL_WORDS: dict[Language, frozenset[str]] = {
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "en",
            "van",
            "voor",
            "met",
            "niet",
            "wordt",
            "zijn",
            "bij",
            "op",
            "aan",
            "die",
            "dat",
            "te",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "and",
            "of",
            "for",
            "with",
            "not",
            "is",
            "are",
            "to",
            "that",
            "from",
            "by",
            "on",
            "this",
        ]
    ),
}
_ENOUGH = 4000  # words


def language_of(texts: Iterable[str], otherwise: str) -> str:
    """Return the language that most small words of the texts belong to, else `otherwise`."""
    count: Counter[str] = Counter()
    seen = 0
    for text in texts:
        words = text.casefold().split()
        seen += len(words)
        for language, small in _SMALL_WORDS.items():
            count[language] += sum(word in small for word in words)
        if seen > _ENOUGH:
            break
    if count["nl"] == count["en"]:
        return otherwise
    return "nl" if count["nl"] > count["en"] else "en"
