"""Titles of groups and outcomes, in a form that Canvas and a spreadsheet keep as it is."""

import re

from competenties.formats.canvas_columns import MOST_TITLE
from competenties.formats.shown_names import one_line
from competenties.office.clean import has_ink

_CUT = "…"
_CUT_NUMBER = re.compile(r"… \(([0-9]{1,6})\)\Z")
_FORMULA = re.compile(r"'*[=+\-@]")


class Titles:
    """Gives titles, so that two texts in one group stay two."""

    def __init__(self) -> None:
        """Begin without any."""
        self._given: dict[tuple[str, str], dict[str, int]] = {}

    def give(self, group: str, text: str) -> str:
        """Return the title of a text; one that another text has got already has a number."""
        title = title_of(text)
        given = self._given.setdefault((group, title), {})
        number = given.setdefault(one_line(text), len(given) + 1)
        return title if number == 1 else title_of(text, number)


def title_of(text: str, number: int = 1) -> str:
    """Return a text as a title: one line of at most 255 characters that no spreadsheet computes.

    From the second on a number tells texts apart that have one title.
    """
    line = plain_line(text, "–")
    if len(line) <= MOST_TITLE and number == 1:
        return line
    ending = _CUT if number == 1 else f"{_CUT} ({number})"
    return f"{line[: MOST_TITLE - len(ending)].rstrip()}{ending}"


def is_full_title(text: str, title: str) -> bool:
    """Tell whether a text is what a title was made from."""
    found = _CUT_NUMBER.search(title)
    numbers = (1, int(found[1])) if found else (1,)
    return text != title and any(title_of(text, number) == title for number in numbers)


def plain_line(text: str, otherwise: str) -> str:
    """Return a text as one line; what looks like a formula comes between quotes."""
    line = one_line(text)
    if not has_ink(line):
        return otherwise
    return f"“{line}”" if _FORMULA.match(line) else line


def level_name(text: str) -> str:
    """Return the name of a level as it stands in the ratings."""
    return plain_line(text, text)
