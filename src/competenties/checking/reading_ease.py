"""How easily a text reads, by the formulas of Flesch (English) and Douma (Dutch)."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from competenties.messages import Language

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

_SENTENCE_END = re.compile(r"[.!?;:]+(?=\s|$)|\n+")
_CLOSING = " .!?;:\n"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class ReadingEase:
    """Counts over a text, with the score: from about 0 (hard) to 100 (easy)."""

    words: int
    words_per_sentence: float
    syllables_per_word: float
    score: float


def reading_ease(texts: list[str], language: Language) -> ReadingEase | None:
    """Return how easily texts read; None without any word."""
    sentences = sum(1 + len(_SENTENCE_END.findall(text.rstrip(_CLOSING))) for text in texts)
    found = [word for text in texts for word in _WORD.findall(text.lower())]
    if not found:
        return None
    per_sentence = len(found) / sentences
    per_word = sum(_syllables(word, language) for word in found) / len(found)
    return ReadingEase(len(found), per_sentence, per_word, _score(per_sentence, per_word, language))


def _score(per_sentence: float, per_word: float, language: Language) -> float:
    if language == "nl":
        return 206.84 - 77 * per_word - 0.93 * per_sentence
    return 206.835 - 84.6 * per_word - 1.015 * per_sentence


@lru_cache(maxsize=50_000)
def _syllables(word: str, language: Language) -> int:
    return sum(
        len(_dictionary(language).positions(part)) + 1 for part in re.split(r"['’-]", word) if part
    )


@cache
def _dictionary(language: Language) -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language], left=1, right=1)
