"""Finds the phrases of a word list in a sentence."""

from collections.abc import Iterator
from functools import cache

from competenties.messages import Language
from competenties.wording.sentence import Act, Sentence
from competenties.wording.word_lists import entries

_FAR = 60
"""Words further from their verb are no part of a verb phrase."""


def phrases_in(
    sentence: Sentence, name: str, *, anywhere: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of every phrase of a list that starts in the main clause."""
    for at in sentence.starts.get(name, ()):
        if not anywhere and sentence.zones[at] != "main":
            continue
        end = _phrase_end(sentence, at, _by_start(sentence.language, name))
        if end is not None:
            yield at, end


def verb_phrase(sentence: Sentence, act: Act, name: str) -> list[int] | None:
    """Return the positions of the words of a verb phrase that an act holds, its verb first.

    An entry is a verb, the words right behind it ("keep up to date"), and behind "+" words that
    have to stand in the same clause.
    """
    known = _by_verb(sentence.language, name).get(act.lemma)
    if not known:
        return None
    places = _places(sentence, act)
    for next_words, needed in known:
        end = act.verb + 1 + len(next_words)
        if [token.low for token in sentence.tokens[act.verb + 1 : end]] != next_words:
            continue
        if all(word in places for word in needed):
            return [*range(act.verb, end), *(places[word] for word in needed)]
    return None


def _places(sentence: Sentence, act: Act) -> dict[str, int]:
    """Return where the words of an act first stand in its main clause, not too far from its verb."""
    first, last = max(act.start, act.verb - _FAR), min(act.end, act.verb + _FAR)
    return {
        sentence.tokens[at].low: at
        for at in range(last - 1, first - 1, -1)
        if at != act.verb and sentence.zones[at] == "main"
    }


def _phrase_end(
    sentence: Sentence, at: int, by_start: dict[tuple[str, ...], list[tuple[str, ...]]]
) -> int | None:
    """Return where the longest phrase that begins at a token ends, or None."""
    tokens = sentence.tokens
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for phrase in by_start.get((tokens[at].low, following), ()):
        end = at + len(phrase)
        if tuple(one.low for one in tokens[at:end]) == phrase:
            return end
    return at + 1 if (tokens[at].low,) in by_start else None


@cache
def _by_start(language: Language, name: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the phrases of a list by their first two words, the longest first."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for entry in entries(language, name):
        phrase = tuple(entry.split())
        found.setdefault(phrase[:2], []).append(phrase)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


@cache
def _by_verb(language: Language, name: str) -> dict[str, list[tuple[list[str], list[str]]]]:
    """Return for each verb the words right behind it and the words anywhere, the most first."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    for entry in entries(language, name):
        head, _, words = entry.partition("+")
        verb, *next_words = head.split()
        needed = words.replace("+", " ").split()
        found.setdefault(verb.replace("|", ""), []).append((next_words, needed))
    for group in found.values():
        group.sort(key=lambda one: len(one[0]) + len(one[1]), reverse=True)
    return found
