"""What a format does not carry: a report for whoever hands a framework over, or takes one in."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from competenties.formats.inventory import Held, Place, inventory
from competenties.formats.source import Content
from competenties.messages import Phrase

LossKind = Literal["left-out", "elsewhere", "shortened", "changed"]
LOSS_KINDS: dict[LossKind, Phrase] = {
    "left-out": Phrase(nl="blijft achter", en="stays behind"),
    "elsewhere": Phrase(nl="staat ergens anders", en="stands elsewhere"),
    "shortened": Phrase(nl="is ingekort", en="is shortened"),
    "changed": Phrase(nl="is anders geschreven", en="is written otherwise"),
}
"""`elsewhere`: the text is in the file, in a place from which it does not come back by itself."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One value that does not come back as it was; `where` says where it went instead."""

    place: Place
    item: str
    title: Phrase
    field: Phrase
    kind: LossKind
    value: Any
    where: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """The files of an export by name (one alone has the empty name), and what they lose."""

    files: dict[str, bytes]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """What becomes of one value: how it is lost, and where it went instead."""

    kind: LossKind = "left-out"
    where: Phrase | None = None


LEFT_OUT = Lost()


def losses(content: Content, lost: Callable[[Place, Held], Lost | None]) -> tuple[Loss, ...]:
    """Return what a format loses; `lost` says it of each value, None for what comes back."""
    found = []
    for place, held in inventory(content).items():
        fate = lost(place, held)
        if fate is not None:
            item, title, field, value = held
            found.append(Loss(place, item, title, field, fate.kind, value, fate.where))
    return tuple(found)


def summary(found: Iterable[Loss]) -> list[tuple[Phrase, LossKind, Phrase | None, int]]:
    """Return how often a field is lost in a way, the most frequent first."""
    counted = Counter((one.field, one.kind, one.where) for one in found)
    return [(*key, count) for key, count in counted.most_common()]
