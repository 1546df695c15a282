"""What the program says, in Dutch and English: phrases and the choice of language."""

from competenties.messages.language import LANGUAGES, Language, choose_language, is_language
from competenties.messages.phrase import Phrase, Spoken, fill, join_words, say

__all__ = [
    "LANGUAGES",
    "Language",
    "Phrase",
    "Spoken",
    "choose_language",
    "fill",
    "is_language",
    "join_words",
    "say",
]
