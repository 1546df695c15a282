"""What differs between two versions of what a job says: pure comparing, nothing is judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Aspect:
    """A part of a subject that can change by itself: `key` says which part, `title` its name.

    `head` stands above its lines, such as the requested level; `levels` are the numbers of that.
    """

    subject: str
    key: str
    title: str
    head: str = ""
    lines: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that is new, gone or changed: None stands for a version that does not have it."""

    was: Aspect | None
    now: Aspect | None

    @property
    def subject(self) -> str:
        """The subject that it belongs to."""
        return self._either.subject

    @property
    def title(self) -> str:
        """What the part is called, now or before."""
        return self._either.title

    @property
    def added(self) -> tuple[str, ...]:
        """The lines that were not there before."""
        return _beyond(self.now, self.was)

    @property
    def removed(self) -> tuple[str, ...]:
        """The lines that are no longer there."""
        return _beyond(self.was, self.now)

    @property
    def _either(self) -> Aspect:
        either = self.now or self.was
        assert either is not None  # noqa: S101  (one of both is always there)
        return either


def differences(before: Sequence[Aspect], after: Sequence[Aspect]) -> list[Difference]:
    """Return what differs, in the order of the later version; what is gone stands with its subject."""
    pairs = _pairs(before, after)
    matched = {id(was) for was, _ in pairs if was}
    gone = [Difference(one, None) for one in before if id(one) not in matched]
    changed = [
        Difference(was, now) for was, now in pairs if was is None or not _says_same(was, now)
    ]
    order = list(dict.fromkeys(one.subject for one in (*after, *before)))
    return sorted([*changed, *gone], key=lambda one: order.index(one.subject))


def unchanged(
    before: Iterable[Aspect], after: Iterable[Aspect], found: Iterable[Difference]
) -> list[str]:
    """Return the subjects that both versions have, with no difference in them."""
    changed = {one.subject for one in found}
    earlier = {one.subject for one in before}
    subjects = dict.fromkeys(one.subject for one in after)
    return [one for one in subjects if one in earlier and one not in changed]


def _pairs(before: Sequence[Aspect], after: Sequence[Aspect]) -> list[tuple[Aspect | None, Aspect]]:
    """Return each later part with the earlier one of the same key, else of the same name."""
    free = list(before)
    found: dict[int, Aspect] = {}
    for is_same in (_is_same_key, _is_same_title):
        for place, now in enumerate(after):
            was = next((one for one in free if is_same(one, now)), None)
            if place not in found and was:
                found[place] = was
                free.remove(was)
    return [(found.get(place), now) for place, now in enumerate(after)]


def _is_same_key(was: Aspect, now: Aspect) -> bool:
    return (was.subject, was.key) == (now.subject, now.key)


def _is_same_title(was: Aspect, now: Aspect) -> bool:
    return (was.subject, was.title.casefold()) == (now.subject, now.title.casefold())


def _says_same(was: Aspect, now: Aspect) -> bool:
    """Tell whether two versions say the same; keys are for the program only."""
    return replace(was, key=now.key) == now


def _beyond(one: Aspect | None, other: Aspect | None) -> tuple[str, ...]:
    lines = other.lines if other else ()
    return tuple(line for line in one.lines if line not in lines) if one else ()
