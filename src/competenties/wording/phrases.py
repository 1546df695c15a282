"""Finds the phrases of a word list in a sentence."""

from collections.abc import Iterator
from functools import cache

from competenties.messages import Language
from competenties.wording.sentence import Act, Sentence
from competenties.wording.word_lists import entries


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

    An entry is a verb, or a verb and words that have to stand in the same clause.
    """
    for needed in _by_verb(sentence.language, name).get(act.lemma, ()):
        places = [_place(sentence, act, word) for word in needed]
        if all(place is not None for place in places):
            return [act.verb, *(place for place in places if place is not None)]
    return None


def _place(sentence: Sentence, act: Act, word: str) -> int | None:
    for at in range(act.start, act.end):
        if at != act.verb and sentence.tokens[at].low == word and sentence.zones[at] == "main":
            return at
    return None


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
def _by_verb(language: Language, name: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for entry in entries(language, name):
        verb, _, words = entry.partition("+")
        needed = words.replace("+", " ").split()
        found.setdefault(verb.strip().replace("|", ""), []).append(needed)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found
