"""Ids for the items of an import, each given once."""

from competenties.model.ids import MOST_SLUG


class FreeIds:
    """The ids that were given so far."""

    def __init__(self) -> None:
        """Begin without any."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def give(self, identifier: str) -> str:
        """Return an id that no other item has; the number behind it never starts over."""
        free, number = identifier, self._numbers.get(identifier, 2)
        while free in self._taken:
            ending = f"-{number}"
            free, number = f"{identifier[: MOST_SLUG - len(ending)]}{ending}", number + 1
        self._numbers[identifier] = number
        self._taken.add(free)
        return free
