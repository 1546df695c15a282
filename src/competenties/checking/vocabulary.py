"""What single words and short phrases mean to the rules that compare indicators.

The word lists of `wording/lexicon` say it; this reads them into one table per language, so that a
sentence is looked up once and not list by list.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from competenties.messages import Language
from competenties.wording.lemmas import lemma
from competenties.wording.word_lists import entries, words

Role = Literal["concept", "often", "autonomy", "denial", "number", "time", "scope", "own", "stop"]

_VALUED: tuple[tuple[Role, str], ...] = (
    ("autonomy", "autonomy_words"),
    ("denial", "denials"),
    ("number", "number_words"),
    ("time", "time_words"),
)
_OWN = frozenset(["eigen", "own"])
_NOUNS = ("concept", "scope", "time")
_SHORTEST_PART = 4
_LINKS = ("", "s", "e", "en", "n")


class Meaning(NamedTuple):
    """What a word stands for: its role, and the name of what it says."""

    role: Role
    value: str


class Entry(NamedTuple):
    """A phrase of the lists, as words, with its meaning."""

    phrase: tuple[str, ...]
    meaning: Meaning


Phrases = Mapping[str, tuple[Entry, ...]]


class Known(NamedTuple):
    """A word as the table knows it; `phrases` are those that begin with it, by second word."""

    lemma: str
    meanings: tuple[Meaning, ...]
    phrases: Phrases


@lru_cache(maxsize=100_000)
def known(low: str, language: Language) -> Known:
    """Return what is known of a word in small letters."""
    base = base_form(low, language)
    table, phrases = _table(language)
    if low[0].isdigit() and low not in table:
        return Known(low, (Meaning("number", low),), {})
    found = table.get(low) or table.get(base)
    begun = {**phrases.get(base, {}), **phrases.get(low, {})}
    if found:
        return Known(base, (found,), begun)
    parts = _parts(low, language) if language == "nl" else ()
    return Known(base, parts or (Meaning("concept", base),), begun)


def base_form(low: str, language: Language) -> str:
    """Return the dictionary form of a word, without an 's and with the British -ise."""
    bare = low.removesuffix("'s").removesuffix("'")
    found = lemma(bare, language).replace("_", "")
    if language == "nl" and bare.endswith("enden"):
        return bare.removesuffix("n")
    if language == "en":
        return found.replace("ization", "isation") if "iza" in found else _with_s(found)
    return found


def meaning_of(word: str, language: Language) -> Meaning:
    """Return the meaning of a word in its dictionary form."""
    return _table(language)[0].get(word) or Meaning("concept", word)


@cache
def verbs_with(language: Language) -> dict[str, tuple[Entry, ...]]:
    """Return by verb the words further on that give it another meaning."""
    found: dict[str, list[Entry]] = {}
    for phrase, value in entries(language, "verbs_with").items():
        verb, *rest = phrase.split()
        found.setdefault(verb, []).append(Entry(tuple(rest), meaning_of(value, language)))
    return {verb: tuple(ones) for verb, ones in found.items()}


@cache
def scope_ranks(language: Language) -> dict[str, int]:
    """Return how far every scope word reaches; 0 where it only tells two things apart."""
    return {entry: int(value) for entry, value in entries(language, "scope_words").items()}


def _with_s(word: str) -> str:
    return f"{word[:-2]}se" if word.endswith("ize") and len(word) > len("seize") else word


@cache
def _table(
    language: Language,
) -> tuple[dict[str, Meaning], dict[str, dict[str, tuple[Entry, ...]]]]:
    """Return single words, and phrases by their first and second word; what comes first counts."""
    single: dict[str, Meaning] = {}
    phrases: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for phrase, meaning in _meanings(language):
        first, *rest = phrase.split()
        if not rest:
            single.setdefault(phrase, meaning)
            continue
        begun = phrases.setdefault(first, {})
        found = (*begun.get(rest[0], ()), Entry((first, *rest), meaning))
        begun[rest[0]] = tuple(sorted(found, key=lambda one: -len(one.phrase)))
    return single, phrases


def _meanings(language: Language) -> Iterator[tuple[str, Meaning]]:
    """Yield every entry of the lists with its meaning, the weightiest role first."""
    for word in words(language, "how_often"):
        yield word, Meaning("often", word)
    for role, name in _VALUED:
        for word, value in entries(language, name).items():
            yield word, Meaning(role, value or word)
    for word in _OWN:
        yield word, Meaning("own", word)
    yield from _scopes(language)
    for word in words(language, "stop_words"):
        yield word, Meaning("stop", word)
    for word, head in _heads(language).items():
        yield word, Meaning("concept", head)


def _scopes(language: Language) -> Iterator[tuple[str, Meaning]]:
    heads, ranks = _heads(language), scope_ranks(language)
    for word in (*ranks, *heads):
        head = heads.get(word, word)
        if word in ranks or head in ranks:
            yield word, Meaning("scope", head)


@cache
def _heads(language: Language) -> dict[str, str]:
    """Return for every word of the list of equal meanings the word that stands for it."""
    heads: dict[str, str] = {}
    for head, value in entries(language, "same_meaning").items():
        for word in (head, *(one.strip() for one in value.split(",") if one.strip())):
            heads.setdefault(word, head)
    return heads


def _parts(low: str, language: Language) -> tuple[Meaning, ...]:
    """Return the meanings of a compound of two known words: klant|vragen."""
    table = _table(language)[0]
    for at in range(_SHORTEST_PART, len(low) - _SHORTEST_PART + 1):
        begun = _begun(low[:at], table)
        if begun is None:
            continue
        found = table.get(low[at:]) or table.get(lemma(low[at:], language))
        if found is not None and found.role in _NOUNS:
            return begun, found
    return ()


def _begun(word: str, table: Mapping[str, Meaning]) -> Meaning | None:
    """Return the meaning of the first part of a compound, with or without a linking letter."""
    bare = (word.removesuffix(link) for link in _LINKS if word.endswith(link))
    found = (table.get(one) for one in bare)
    return next((one for one in found if one is not None and one.role in _NOUNS), None)
