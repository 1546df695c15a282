"""A row of tokens that can be asked beyond its ends, so that rules of grammar stay short."""

from collections.abc import Sequence

from competenties.wording.marks import MARKS, QUOTES
from competenties.wording.sentence import Token, Word

NOTHING = Word("", "", frozenset(), is_word=False)
"""What stands before the first token and after the last."""


class Row:
    """The tokens of a sentence; outside it there is `NOTHING`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Keep the tokens."""
        self.tokens = tokens

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.tokens)

    def word(self, at: int) -> Word:
        """Return what is known of the word at a place."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else NOTHING

    def low(self, at: int) -> str:
        """Return the word at a place in small letters, empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def tags(self, at: int) -> frozenset[str]:
        """Return the word lists that the word at a place stands in."""
        return self.word(at).tags

    def is_mark(self, at: int) -> bool:
        """Tell whether a mark that may part two clauses stands at a place."""
        return self.low(at) in MARKS

    def is_quoted(self, at: int) -> bool:
        """Tell whether somebody's words begin here, behind a colon or comma: 'Answers: "yes"'."""
        is_parted = self.low(at) in (":", ",")
        return self.low(at + is_parted) in QUOTES
