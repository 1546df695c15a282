"""Reads an indicator as words with a meaning: what the rules that compare indicators look at."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from competenties.checking.vocabulary import Known, Meaning, Role, known, meaning_of, verbs_with
from competenties.messages import Language
from competenties.wording.word_lists import entries, words

_TOKEN = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*(?:'|-(?=\s))?|[.,;:!?()/–—]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‑": "-"})
_FAR = 7
"""A noun that names the act stands at most so many words behind its light verb."""


class Word(NamedTuple):
    """A word of an indicator, or a phrase that means one thing."""

    low: str
    lemma: str
    role: Role
    value: str


_MARK = Known("", (Meaning("stop", ""),), {})


def read(text: str, language: Language) -> list[Word]:
    """Return the words of an indicator with their meaning; marks stay as words without one."""
    lows = _TOKEN.findall(text.translate(_QUOTES).lower())
    looked_up = [known(low, language) if low[0].isalnum() else _MARK for low in lows]
    found: list[Word] = []
    at = 0
    while at < len(lows):
        one = looked_up[at]
        length = _add_phrase(found, lows, looked_up, at) if one.phrases else 0
        if not length:
            found.extend(_words(lows[at], language) if one is not _MARK else (_mark(lows[at]),))
        at += length or 1
    _join_verbs_with(found, language)
    if language == "nl":
        _join_particles(found)
    _name_acts(found, language)
    return found


@lru_cache(maxsize=100_000)
def _words(low: str, language: Language) -> tuple[Word, ...]:
    one = known(low, language)
    return tuple(Word(low, one.lemma, *meaning) for meaning in one.meanings)


@cache
def _mark(low: str) -> Word:
    return Word(low, "", "stop", "")


def _add_phrase(found: list[Word], lows: Sequence[str], looked_up: Sequence[Known], at: int) -> int:
    """Add the phrase that begins at a place; return how many words it takes, 0 without one."""
    if at + 1 >= len(lows):
        return 0
    phrases = looked_up[at].phrases
    for entry in phrases.get(lows[at + 1]) or phrases.get(looked_up[at + 1].lemma, ()):
        size = len(entry.phrase)
        if at + size > len(lows):
            continue
        pairs = zip(entry.phrase, lows[at : at + size], looked_up[at : at + size], strict=False)
        if all(word in (low, it.lemma) for word, low, it in pairs):
            low = " ".join(lows[at : at + size])
            found.append(Word(low, entry.meaning.value, *entry.meaning))
            return size
    return 0


def _join_verbs_with(found: list[Word], language: Language) -> None:
    """Give a verb the meaning that words further on give it: "laat de klant weten"."""
    table = verbs_with(language)
    for at, word in enumerate(found):
        for entry in table.get(word.lemma, ()):
            place = _place_of(entry.phrase, found, at + 1)
            if place is not None:
                found[at] = Word(word.low, word.lemma, *entry.meaning)
                for one in range(place, place + len(entry.phrase)):
                    found[one] = Word(found[one].low, found[one].lemma, "stop", "")
                break


def _place_of(phrase: Sequence[str], found: Sequence[Word], start: int) -> int | None:
    """Return where words stand together within the next few words."""
    first, *rest = phrase
    for place in range(start, min(start + _FAR + 1, len(found) - len(rest))):
        if first not in (found[place].low, found[place].lemma):
            continue
        if all(one in it[:2] for one, it in zip(rest, found[place + 1 :], strict=False)):
            return place
    return None


def _join_particles(found: list[Word]) -> None:
    """Put separable verbs together: "kijkt … na" becomes nakijken."""
    particles = words("nl", "particles")
    verb: int | None = 0
    for at, word in enumerate(found):
        if word.low == "te" and 0 < at < len(found) - 1 and found[at - 1].low in particles:
            _join(found, at + 1, at - 1)
        elif _may_be_verb(word) and (verb is None or found[at - 1].low in _JOINING):
            verb = at
        elif word.low in particles and at and verb is not None and _ends_clause(found, at):
            _join(found, verb, at)
            verb = None


_JOINING = frozenset(["en", "of", ","])


def _may_be_verb(word: Word) -> bool:
    is_inflected = word.lemma.endswith("n") and word.lemma != word.low
    return is_inflected and word.role != "number"


def _join(found: list[Word], verb: int, particle: int) -> None:
    base = found[verb].lemma
    whole = found[particle].low + (base if base.endswith("n") else f"{found[verb].low}en")
    found[verb] = Word(found[verb].low, whole, *meaning_of(whole, "nl"))
    found[particle] = Word(found[particle].low, found[particle].low, "stop", "")


def _ends_clause(found: Sequence[Word], at: int) -> bool:
    if at + 1 >= len(found):
        return True
    after = found[at + 1]
    return not after.low[0].isalnum() or after.low.split()[0] in words("nl", "after_particles")


@cache
def _acts(language: Language) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the verb of every noun that names an act, and the light verbs it goes with."""
    usual = words(language, "light_verbs")
    acts = {}
    for noun, value in entries(language, "action_nouns").items():
        verb, _, light = value.partition(":")
        acts[noun] = (verb.strip(), frozenset(light.split()) or usual)
    return acts


def _name_acts(found: list[Word], language: Language) -> None:
    """Read a light verb with a noun as the act: "geeft een samenvatting" becomes samenvatten."""
    light, acts = _all_light(language), _acts(language)
    for at, word in enumerate(found):
        if word.lemma not in light:
            continue
        for place in range(at + 1, min(at + _FAR, len(found))):
            noun = found[place]
            verb, goes_with = _act(noun, acts)
            if word.lemma in goes_with:
                found[at] = Word(word.low, word.lemma, "stop", word.lemma)
                found[place] = Word(noun.low, verb, *meaning_of(verb, language))
                break
            if noun.low in (",", ";", "."):
                break


def _act(noun: Word, acts: Mapping[str, tuple[str, frozenset[str]]]) -> tuple[str, frozenset[str]]:
    found = acts.get(noun.low) or acts.get(noun.lemma) or acts.get(noun.value)
    return found or ("", frozenset())


@cache
def _all_light(language: Language) -> frozenset[str]:
    own = (light for _, light in _acts(language).values())
    return frozenset().union(words(language, "light_verbs"), *own)
