"""A phrase: one thing the program says, in every language that it speaks."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from competenties.messages.language import Language


class Phrase(NamedTuple):
    """One sentence or word in Dutch and English; `{name}` marks what is filled in.

    `{count:zin|zinnen}` is the word that belongs to the number `count`.
    """

    nl: str
    en: str

    def say(self, language: Language, **values: "Spoken") -> str:
        """Return the phrase in `language`, with every `{name}` filled in in that language."""
        template = self.nl if language == "nl" else self.en
        return fill(template, language, **values) if values else template

    def filled(self, **values: "Spoken") -> "Phrase":
        """Return the phrase with every `{name}` filled in, still in every language."""
        return Phrase(nl=self.say("nl", **values), en=self.say("en", **values))


Spoken = str | int | float | Phrase | Mapping[str, str]
"""What a phrase can be filled with; a mapping is a text of the framework per language."""


def fill(template: str, language: Language, /, **values: Spoken) -> str:
    """Return one language of a phrase with every `{name}` filled in."""
    return template.format_map({key: _filled(one, language) for key, one in values.items()})


def say(value: Spoken, language: Language) -> str:
    """Return a value as a reader of `language` sees it.

    Of a text per language the reader's own is taken, else the first one there is.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Phrase):
        return value.nl if language == "nl" else value.en
    if isinstance(value, Mapping):
        return value.get(language) or next(iter(value.values()), "")
    if isinstance(value, float):
        number = f"{value:.12g}"
        return number.replace(".", ",") if language == "nl" else number
    return str(value)


def join_words(words: Sequence[str], language: Language) -> str:
    """Return words as an enumeration: "a, b en c" or "a, b and c"."""
    *first, last = words or [""]
    between = " en " if language == "nl" else " and "
    return between.join([", ".join(first), last]) if first else last


class _Number(int):
    """A number that knows which of two words belongs to it."""

    def __format__(self, words: str) -> str:
        one, sign, more = words.partition("|")
        if not sign:
            return super().__format__(words)
        return one if self == 1 else more


def _filled(value: Spoken, language: Language) -> str | int:
    if isinstance(value, str):
        return value
    return _Number(value) if isinstance(value, int) else say(value, language)
