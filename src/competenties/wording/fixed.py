"""Fixed phrases, whose words the word rules leave alone: "open vragen", "health and safety"."""

from competenties.wording.phrases import phrases_in
from competenties.wording.sentence import Sentence


def fixed_positions(sentence: Sentence) -> set[int]:
    """Return the positions of words that are part of a fixed phrase."""
    return {
        at
        for start, end in phrases_in(sentence, "fixed_phrases", anywhere=True)
        for at in range(start, end)
    }
