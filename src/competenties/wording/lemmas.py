"""The dictionary form of a word, by simplemma; remembered, since frameworks repeat their words."""

from functools import lru_cache

from competenties.messages import Language

_LONGEST = 60
"""Nothing longer is a word; the dictionary would only lose time on it."""


@lru_cache(maxsize=50_000)
def lemma(word: str, language: Language) -> str:
    """Return the dictionary form of a word in small letters; the word itself when unknown."""
    if len(word) > _LONGEST or not word.isalpha():
        return word
    from simplemma import lemmatize

    return lemmatize(word, lang=language).lower()
