"""Tells the language of texts by the small words in them."""

import re
from collections import Counter
from collections.abc import Iterable

from competenties.messages import Language

_DUTCH = (
    "aan als bij dat de deze die dit door een eigen en er geen haar het hun ik je kan kunnen maar meer "
    "met naar niet nog om onder ook op te tot tussen uit van voor waar wat welke wordt worden zich zijn "
    "zoals zodat"
)
_ENGLISH = (
    "a an and are as at be by can for from has have how into it its not on or other others own that the "
    "their them they this to using when where which while who with within your"
)
_SMALL_WORDS: dict[Language, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""Words that one language has and the other has not: "in", "is", "of", "over" and "was" tell nothing."""

_ENOUGH = 4000  # words
_FEW = 2  # small words that may be there by chance
_CLEARLY = 2  # times as many as of the other language


def language_of(texts: Iterable[str], otherwise: str) -> str:
    """Return the language that most small words of the texts are of, else `otherwise`.

    Where there are too few of them, or as many of the other language, the texts do not tell.
    """
    count: Counter[Language] = Counter()
    seen = 0
    for text in texts:
        words = re.findall(r"[^\W\d_]+", text.casefold())
        seen += len(words)
        for language, small in _SMALL_WORDS.items():
            count[language] += sum(word in small for word in words)
        if seen > _ENOUGH:
            break
    (first, most), (_, others) = sorted(
        ((one, count[one]) for one in _SMALL_WORDS), key=lambda one: -one[1]
    )
    return first if most >= _FEW and most >= others * _CLEARLY else otherwise
