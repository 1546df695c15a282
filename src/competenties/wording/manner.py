"""Finds how something is done without a norm: "op een volwassen manier", "in an adult manner"."""

from collections.abc import Iterator

from competenties.messages import Language
from competenties.wording.sentence import Sentence, Word

_HEADS: dict[Language, frozenset[str]] = {
    "nl": frozenset(["manier", "wijze", "toon"]),
    "en": frozenset(["manner", "way", "fashion", "style", "tone"]),
}
_OPENERS = frozenset(["op", "in"])
_SMALL = frozenset(["determiner", "coordinator", "or", "adverb", "vague_amounts"])
_NAMED = frozenset(
    [
        *("andere", "diverse", "dezelfde", "eigen", "bepaalde", "speelse", "verbale", "analoge"),
        *("different", "similar", "same", "certain", "new", "given", "particular", "other"),
        *("specific", "standard", "such", "single", "own", "any", "no", "which", "what", "that"),
    ]
)
"""Words that tell which manner is meant, and do not judge it."""

_MOST_WORDS = 7


def manners(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the manners [start, end) of the main clause that an adjective judges."""
    for at, token in enumerate(sentence.tokens):
        if token.low in _HEADS[sentence.language] and sentence.zones[at] == "main":
            start = _opener(sentence, at)
            if start is not None and _is_judged(sentence, start + 1, at):
                yield start, at + 1


def _opener(sentence: Sentence, head: int) -> int | None:
    """Return where "op een …" or "in a …" begins, without another noun phrase in between."""
    for at in range(head - 1, max(-1, head - _MOST_WORDS), -1):
        if sentence.tokens[at].low in _OPENERS:
            return at
        if not sentence.tokens[at].word.is_word or sentence.zones[at] != "main":
            return None
    return None


def _is_judged(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether every word before the noun is small or an adjective, and one is a judgement."""
    words = [sentence.tokens[at].word for at in range(start, end)]
    described = [word for word in words if not word.tags & _SMALL]
    return any(_judges(word, sentence.language) for word in described)


def _judges(word: Word, language: Language) -> bool:
    if word.tags & {"vague_words", "trait_words"}:
        return True
    if word.low in _NAMED or word.tags & {"plain_adjectives", "pronoun", "question", "that"}:
        return False
    ending = "e" if language == "nl" else ""
    is_formed = bool(word.participle or word.gerund)
    return word.low.endswith(ending) and not is_formed and not word.tags & {"preposition"}
