"""What an export loses, measured: the file is read again and laid beside what was written."""

from collections import Counter

from competenties.formats.inventory import Held, Inventory, Place, inventory
from competenties.formats.loss import LEFT_OUT, Loss, Lost
from competenties.formats.source import Content
from competenties.messages import Phrase

_MARK = "…"
_MOVED = Phrase(
    nl="op een andere plaats in het model, bijvoorbeeld zonder niveau of met een nieuw id",
    en="in another place in the framework, for example without its level or with a new id",
)


def losses_on_return(content: Content, returned: Content | None) -> tuple[Loss, ...]:
    """Return every value of `content` that `returned` does not have in the same place.

    `returned` is what an import made of the export, or None where it made nothing.
    """
    before = inventory(content)
    after = {} if returned is None else inventory(returned)
    moved = _Moved(before, after)
    found = []
    for place, held in before.items():
        there = after.get(place)
        if there is None or there.value != held.value:
            lost = moved.fate(place, held) if there is None else _changed(held, there)
            item, title, field, value = held
            found.append(Loss(place, item, title, field, lost.kind, value, lost.where))
    return tuple(found)


def _changed(held: Held, there: Held) -> Lost:
    before, after = held.value, there.value
    if isinstance(before, str) and isinstance(after, str) and after.endswith(_MARK):
        start = after.removesuffix(_MARK)
        if len(after) <= len(before) and before.startswith(start):
            return Lost("shortened")
    return Lost("changed")


class _Moved:
    """Texts that came back in places where there was none before."""

    def __init__(self, before: Inventory, after: Inventory) -> None:
        self._left = Counter(
            _said(place, held)
            for place, held in after.items()
            if place not in before and isinstance(held.value, str)
        )

    def fate(self, place: Place, held: Held) -> Lost:
        """Return what became of a value that is not in its place; each text counts once."""
        said = _said(place, held) if isinstance(held.value, str) else None
        if said is None or not self._left[said]:
            return LEFT_OUT
        self._left[said] -= 1
        return Lost("elsewhere", _MOVED)


def _said(place: Place, held: Held) -> tuple[object, ...]:
    """Return what a text says as what: the name of its field, its language, and the words."""
    return (*place[-2:], held.value)
