"""What a sentence rule finds: a place in the text and the words that fill in its message."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from competenties.messages import Spoken
from competenties.wording.house import House
from competenties.wording.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule holds; `span` is [start, end) in code points of the text."""

    span: tuple[int, int]
    values: Mapping[str, Spoken] = field(default_factory=dict)
    is_hint: bool = False


Find = Callable[[Sentence, House], Iterator[Hit]]


def hit(sentence: Sentence, start: int, end: int | None = None, **values: Spoken) -> Hit:
    """Return a hit on the tokens [start, end), with the words themselves as `found`."""
    last = start + 1 if end is None else end
    values.setdefault("found", sentence.words(start, last))
    return Hit(sentence.span(start, last), values)


def hit_on(sentence: Sentence, positions: list[int], **values: Spoken) -> Hit:
    """Return a hit on words that need not stand together: "licht … toe"."""
    places = sorted(positions)
    values.setdefault("found", shown(sentence, places))
    return Hit(sentence.span(places[0], places[-1] + 1), values)


def shown(sentence: Sentence, positions: list[int]) -> str:
    """Return words as a reader sees them, with "…" for what stands between."""
    places = sorted(set(positions))
    text = sentence.tokens[places[0]].text
    for before, at in pairwise(places):
        text += f"{' ' if at == before + 1 else ' … '}{sentence.tokens[at].text}"
    return text
