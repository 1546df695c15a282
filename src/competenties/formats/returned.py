"""What an export loses, measured: the file is read again and laid beside what was written."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator

from competenties.formats.inventory import Held, Inventory, Place, inventory
from competenties.formats.loss import LEFT_OUT, Loss, Lost
from competenties.formats.source import Content
from competenties.messages import Phrase

_MARK = "…"
_NAMES = ("name", "text")
_NO_NAME = "Import"
_SCALE, _LEVEL = ("Niveaus", "Levels"), ("Niveau", "Level")
"""What an import calls a framework, a scale and a level (with its number) that bring no name."""
_NEW_ID = Phrase(nl="met een nieuw id", en="with a new id")
_NO_LEVEL = Phrase(
    nl="bij de competentie, zonder niveau", en="with the competence, without a level"
)
_OTHER_LEVEL = Phrase(nl="bij een ander niveau", en="at another level")
_OTHER_ITEM = Phrase(nl="bij een ander onderdeel", en="with another item")
_IN_SCALE = Phrase(nl="in de niveau-indeling", en="in the proficiency scale")


Fate = Callable[[Place, Held], Lost | None]


def losses_on_return(
    content: Content, returned: Content | None, shown: Fate = lambda _, __: None
) -> tuple[Loss, ...]:
    """Return every value of `content` that `returned` does not have in the same place.

    Also what `returned` has more. It is what an import made of the export, or None where it made
    nothing. `shown` says what the other program does not show as it was, though an import of our
    own brings it back.
    """
    before = inventory(content)
    after = {} if returned is None else inventory(returned)
    moves = _Moves(before, after)
    fates = {place: lost for place, _, lost in moves.lost()}
    found = [
        _loss(place, held, fate)
        for place, held in before.items()
        if (fate := fates.get(place) or shown(place, held)) is not None
    ]
    found += [_loss(place, held, Lost("added")) for place, held in moves.added()]
    return tuple(found)


def _loss(place: Place, held: Held, lost: Lost) -> Loss:
    item, title, field, value = held
    return Loss(place, item, title, field, lost.kind, value, lost.where)


class _Moves:
    """Which values came back in a place where there was none before; each counts once."""

    def __init__(self, before: Inventory, after: Inventory) -> None:
        self._before, self._after = before, after
        self._owners = {*map(_owner, before)}
        self._targets: dict[Place, Place] = {}
        self._match_texts()
        self._match_others()

    def lost(self) -> Iterator[tuple[Place, Held, Lost]]:
        """Yield what does not come back in its place as it was, and what became of it."""
        for place, held in self._before.items():
            there = self._after.get(place)
            if there is not None and there.value != held.value:
                yield place, held, _changed(place, held, there)
            elif there is None:
                yield place, held, self._fate(place, held)

    def added(self) -> Iterator[tuple[Place, Held]]:
        """Yield what was not there before and is nothing that moved."""
        used = {*self._targets.values()}
        for place, held in self._after.items():
            if place not in self._before and place not in used:
                yield place, held

    def _match_texts(self) -> None:
        left: dict[tuple[object, ...], deque[Place]] = defaultdict(deque)
        for place, held in self._after.items():
            if place not in self._before and isinstance(held.value, str):
                left[_said(place, held)].append(place)
        for place, held in self._before.items():
            if place not in self._after and isinstance(held.value, str):
                found = left.get(_said(place, held))
                if found:
                    self._targets[place] = found.popleft()

    def _match_others(self) -> None:
        """Find what went along with the item that it belongs to."""
        items = {a[:-2]: b[:-2] for a, b in self._targets.items() if a[-2] in _NAMES}
        used = {*self._targets.values()}
        for place in self._before:
            if place in self._after or place in self._targets:
                continue
            around = (place[:end] for end in range(len(place) - 1, 0, -1))
            item = next((one for one in around if one in items), None)
            if item is None:
                continue
            target = (*items[item], *place[len(item) :])
            if target in self._after and target not in self._before and target not in used:
                self._targets[place] = target
                used.add(target)

    def _fate(self, place: Place, held: Held) -> Lost:
        target = self._targets.get(place)
        if target is None:
            return LEFT_OUT
        there = self._after[target]
        if there.value != held.value:
            return _changed(target, held, there)
        return Lost("elsewhere", self._where(place, target))

    def _where(self, place: Place, target: Place) -> Phrase:
        """Return in which way a place differs from that where the value is now."""
        if target[1] == "proficiency_scales" != place[1]:
            return _IN_SCALE
        if _owner(place) != _owner(target) and _owner(target) in self._owners:
            return _OTHER_ITEM
        level, now = _level(place), _level(target)
        if level == now:
            return _NEW_ID
        return _NO_LEVEL if now is None else _OTHER_LEVEL


def _changed(place: Place, held: Held, there: Held) -> Lost:
    before, after = held.value, there.value
    if not (isinstance(before, str) and isinstance(after, str)):
        return Lost("changed")
    if after.endswith(_MARK):
        start = after.removesuffix(_MARK)
        if len(after) <= len(before) and before.startswith(start):
            return Lost("shortened")
    return LEFT_OUT if _is_made_up(place, there) else Lost("changed")


def _is_made_up(place: Place, there: Held) -> bool:
    """Tell whether an import made up a name that was not in the file."""
    if place[:2] == ("framework", "name"):
        return bool(there.value == _NO_NAME)
    if place[1] == "proficiency_scales":
        numbered = tuple(f"{one} {place[-3]}" for one in _LEVEL)
        return there.value in (_SCALE if place[3] == "name" else numbered)
    return bool(there.value == there.item)


def _said(place: Place, held: Held) -> tuple[object, ...]:
    """Return what a text says as what: the name of its field, its language, and the words."""
    return (*place[-2:], held.value)


def _owner(place: Place) -> Place:
    """Return the job, cluster, competence or other whole that a value is of."""
    return place[:2] if place[0] == "profiles" else place[:3]


def _level(place: Place) -> str | int | None:
    return place[4] if len(place) > 4 and place[3] == "levels" else None  # noqa: PLR2004  (a level of a competence)
