"""A sentence as the rules see it: words, zones, acts and a subject."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from competenties.messages import Language

Zone = Literal["main", "subordinate", "relative", "purpose", "manner", "example", "quote"]
"""What part of the sentence a word stands in; word rules look in the main clause only."""

ActKind = Literal["act", "modal", "copula", "passive", "nominal"]
"""A finite act; ability or duty; "is …"; the passive; an infinitive or gerund."""

Form = Literal["third", "you", "first", "base", "nominal", "none"]
"""The form of the first verb: third person, je/you, ik/I, imperative, infinitive, no verb."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word in one language, whatever sentence it stands in.

    `finite`, `infinitive`, `participle` and `base` hold the infinitive of the verb that the word
    may be a form of, else nothing; `tags` are the word lists that it stands in, and `starts` the
    lists with a phrase that begins with it.
    """

    low: str
    lemma: str
    tags: frozenset[str]
    finite: str = ""
    infinitive: str = ""
    participle: str = ""
    base: str = ""
    gerund: str = ""
    is_word: bool = True
    starts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark at its place: [start, end) in code points of the text."""

    word: Word
    low: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Act:
    """Something that the sentence says is done: its verb and where it reaches.

    `verb` and `particle` are positions of tokens; `lemma` is the infinitive with the particle put
    in front ("licht … toe": toelichten); the act reaches over the tokens [start, end). In a clause
    with its verb at the end the words from `front` up to the verb belong to it.
    """

    verb: int
    lemma: str
    kind: ActKind = "act"
    particle: int | None = None
    start: int = 0
    end: int = 0
    front: int | None = None


@dataclass(slots=True)
class Sentence:
    """A sentence taken apart; `acts` are those of the main clauses, in order.

    `ability` holds the words [start, end) by which a sentence without a finite verb names one.
    """

    text: str
    language: Language
    tokens: list[Token]
    zones: list[Zone]
    acts: list[Act] = field(default_factory=list)
    subject: tuple[int, int] | None = None
    subject_is_person: bool = True
    form: Form = "none"
    ability: tuple[int, int] | None = None
    tags: frozenset[str] = frozenset()
    starts: dict[str, list[int]] = field(default_factory=dict)

    def know_words(self) -> None:
        """Note which word lists the words stand in, and where phrases may begin."""
        self.tags = frozenset().union(*(token.word.tags for token in self.tokens))
        for at, token in enumerate(self.tokens):
            for name in token.word.starts:
                self.starts.setdefault(name, []).append(at)

    def end_acts(self) -> None:
        """Let each act reach up to the next one."""
        for act, following in pairwise(self.acts):
            act.end = following.start
        for act in self.acts[-1:]:
            act.end = len(self.tokens)

    def noun_phrase(self, positions: list[int]) -> list[int]:
        """Return the words up to the first preposition: "de medewerker van de balie"."""
        for place, at in enumerate(positions):
            if place and "preposition" in self.tokens[at].word.tags:
                return positions[:place]
        return positions

    def name_subject(self, head: list[int]) -> None:
        """Set the subject to these words; it is the person when one of them may mean the person."""
        self.subject = (head[0], head[-1] + 1)
        self.subject_is_person = any(_may_be_rated(self.tokens[at].word) for at in head)

    def main(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return the positions of the words of the main clause in [start, end)."""
        last = len(self.tokens) if end is None else end
        return [
            at
            for at in range(start, last)
            if self.zones[at] == "main" and self.tokens[at].word.is_word
        ]

    def tagged(self, tag: str) -> list[int]:
        """Return the positions of words of the main clause that stand in a word list."""
        if tag not in self.tags:
            return []
        return [at for at in self.main() if tag in self.tokens[at].word.tags]

    def span(self, start: int, end: int | None = None) -> tuple[int, int]:
        """Return the place in the text of the tokens [start, end); of one token without `end`."""
        last = start if end is None else max(start, end - 1)
        return self.tokens[start].start, self.tokens[last].end

    def words(self, start: int, end: int) -> str:
        """Return the text of the tokens [start, end) as it stands there."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


_OTHERS = frozenset(["colleagues", "collega's", "collegae", "men", "peers"])


def _may_be_rated(word: Word) -> bool:
    """Tell whether a word may mean the person; more than one client or colleague never does."""
    is_group = "client_words" in word.tags and word.low != word.lemma
    is_person = bool(word.tags & {"person_words", "subject"})
    return is_person and not is_group and word.low not in _OTHERS
