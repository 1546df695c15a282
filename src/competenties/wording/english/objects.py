"""Tells where the object of an English verb begins that has no article: "orders new stock".

A plural noun is not followed by one ("shortages and orders"), so what comes after the word decides.
"""

from competenties.wording.english.words import know
from competenties.wording.row import Row
from competenties.wording.sentence import Word
from competenties.wording.word_lists import entries

_ADJECTIVES = frozenset(["plain_adjectives", "vague_words", "trait_words"])
_SMALL = frozenset(
    [
        "adverb",
        "coordinator",
        "determiner",
        "example",
        "maybe_clause",
        "negation_words",
        "particle",
        "preposition",
        "pronoun",
        "question",
        "so",
        "subject",
        "subordinator",
        "such",
        "that",
        "then",
        "there",
        "to",
        "vague_amounts",
    ]
)
_BEFORE_NOUNS = frozenset(["accounts", "claims", "means", "needs", "works"])
"""Plurals that are part of another noun: "the claims and accounts team leaders"."""

_TIMES = frozenset(["each", "every", "this", "these", "any"])
_MOMENTS = frozenset(["afternoon", "evening", "morning", "night", "shift", "time"])
_MOST_ADJECTIVES = 4


def begins_object(row: Row, at: int) -> bool:
    """Tell whether an object begins here that cannot follow a noun: "badges", "20 badges"."""
    if row.low(at)[:1].isdigit() or row.low(at).endswith("'s"):
        return True
    if begins_described_object(row, at):
        return True
    word, after = row.word(at), row.word(at + 1)
    if row.low(at - 1) in _BEFORE_NOUNS:
        return False
    if _stands_alone(word):
        return not _begins_clause(after)
    is_part = is_noun(word) or bool(word.participle)  # "visitor badges", "damaged boxes"
    return is_part and _stands_alone(after)


def begins_described_object(row: Row, at: int) -> bool:
    """Tell whether an adjective with its noun begins here: "new stock", not "relevant to …"."""
    noun = _after_adjectives(row, at)
    return noun > at and is_noun(row.word(noun))


def is_time(row: Row, at: int) -> bool:
    """Tell whether "each quarter" or "this week" begins here, which may follow a noun as well."""
    noun = row.word(at + 1).lemma
    return row.low(at) in _TIMES and (noun in _MOMENTS or noun in entries("en", "time_words"))


def is_plural(word: Word) -> bool:
    """Tell whether a word is a plural noun."""
    return word.low == "people" or (word.low.endswith("s") and word.lemma != word.low)


def also_noun(word: Word) -> bool:
    """Tell whether a base form is as often a noun: the plural is listed as a homograph."""
    return bool(know(f"{word.low}s").tags & {"homograph", "noun_only"})


def is_noun(word: Word) -> bool:
    """Tell whether a word may be a noun: no small word, and no form that only a verb has."""
    if not word.is_word or word.tags & _SMALL or (word.participle and not word.base):
        return False
    return not word.finite or bool(word.tags & {"homograph", "noun_only"})


def _after_adjectives(row: Row, at: int) -> int:
    """Return where the adjectives that begin here end: "new and urgent orders"."""
    end = at
    while end < at + _MOST_ADJECTIVES:
        is_joint = end > at and "coordinator" in row.tags(end)
        if not row.tags(end + is_joint) & _ADJECTIVES:
            break
        end += 1 + is_joint
    return end


def _stands_alone(word: Word) -> bool:
    """Tell whether a noun needs no article: a plural, or what cannot be counted."""
    return is_noun(word) and (is_plural(word) or word.low in entries("en", "mass_nouns"))


def _begins_clause(word: Word) -> bool:
    """Tell whether a verb follows, so that the noun is its subject: "requests customers make"."""
    if word.finite in ("be", "have"):
        return True
    return bool(word.base) and "noun_only" not in word.tags and not also_noun(word)
