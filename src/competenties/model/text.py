"""Texts of a framework: a string in its own language, or one per language."""

from typing import Annotated

from pydantic import Field, StringConstraints

LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""The form of a language tag: language, script, region (BCP 47, RFC 5646 section 2.1)."""

LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)]
WORDS = r"[^\s\x85\u200b-\u200d\u2060\ufeff]"
"""A character that can be seen; `\\s` alone means another set in JSON Schema than in pydantic."""

Words = Annotated[str, StringConstraints(pattern=WORDS)]
"""A text that is not empty."""

Text = Words | Annotated[dict[LanguageTag, Words], Field(min_length=1)]
"""A text in the framework's language, or a text per language; it keeps its form."""


def text_in(text: Text | None, language: str, own: str) -> str:
    """Return a text in `language`; a plain string counts as text in the language `own`.

    Where that language is missing the framework's own language is taken, else the first there
    is: a form with a sentence in another language is better than one with a hole.
    """
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(own) or next(iter(text.values()), "")


def has_language(text: Text, language: str, own: str) -> bool:
    """Tell whether a text exists in `language`; `own` is the language of a plain string."""
    return language == own if isinstance(text, str) else language in text
