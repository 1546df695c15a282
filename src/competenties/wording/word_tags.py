"""The word lists that tag single words; a tag is the name of the list."""

from collections.abc import Iterable
from functools import cache

from competenties.messages import Language
from competenties.wording.word_lists import entries

WORD_LISTS = (
    "vague_amounts",
    "negation_words",
    "attitude_nouns",
    "quality_nouns",
    "effect_nouns",
    "person_words",
    "jargon",
    "gendered_words",
    "biased_guards",
    "client_words",
    "group_words",
    "role_nouns",
)
ADJECTIVE_LISTS = ("vague_words", "trait_words", "biased_words", "plain_adjectives")
COMPOUND_LISTS = ("person_words", "effect_nouns")

PHRASE_LISTS = (
    "capability_phrases",
    "vague_phrases",
    "vague_amounts",
    "escape_phrases",
    "norm_phrases",
    "negation_guards",
    "comparison_phrases",
    "fixed_phrases",
    "jargon",
    "biased_words",
)


@cache
def first_words(language: Language, name: str) -> frozenset[str]:
    """Return the words that begin a phrase of a list."""
    return frozenset(entry.split()[0] for entry in entries(language, name))


def starts_of(language: Language, low: str) -> frozenset[str]:
    """Return the lists with a phrase that begins with a word."""
    return frozenset(name for name in PHRASE_LISTS if low in first_words(language, name))


def tags_of(language: Language, lists: Iterable[str], forms: Iterable[str]) -> set[str]:
    """Return the names of the lists that hold one of the forms."""
    spelled = list(forms)
    return {name for name in lists if any(one in entries(language, name) for one in spelled)}


def homograph_tags(language: Language, form: str) -> set[str]:
    """Return whether a finite form is a noun as well (`homograph`), or nearly always (`noun_only`)."""
    kind = entries(language, "verb_homographs").get(form)
    if kind is None:
        return set()
    return {"noun_only"} if kind == "noun" else {"homograph"}
