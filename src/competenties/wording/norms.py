"""Tells whether a sentence states a norm: a number, a deadline, a standard to go by."""

from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence


def has_norm(sentence: Sentence) -> bool:
    """Tell whether the main clause holds a number with a unit, a deadline or a standard."""
    for at, token in enumerate(sentence.tokens):
        if sentence.zones[at] == "main" and token.text[0].isdigit():
            return True
    return any(True for _ in phrases_in(sentence, "norm_phrases"))
