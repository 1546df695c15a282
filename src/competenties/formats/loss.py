"""What another program does not hold as it was: a report for whoever hands a framework over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from competenties.formats.inventory import Held, Place, inventory
from competenties.formats.source import Content
from competenties.messages import Phrase

LossKind = Literal["left-out", "elsewhere", "shortened", "changed", "added"]
LOSS_KINDS: dict[LossKind, Phrase] = {
    "shortened": Phrase(nl="Ingekort", en="Shortened"),
    "changed": Phrase(nl="Anders geschreven", en="Written otherwise"),
    "elsewhere": Phrase(nl="Staat ergens anders", en="Stands elsewhere"),
    "left-out": Phrase(nl="Blijft achter", en="Stays behind"),
    "added": Phrase(nl="Komt er bij een import bij", en="Is added by an import"),
}
"""In the order in which they are told. `elsewhere`: the text is in the file, in a place from which it does not come back by itself.

`shortened` and `changed` are also of what the other program shows otherwise, though an import of our
own brings it back."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One value that the other program does not hold as it was; `where` says where it went instead."""

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
