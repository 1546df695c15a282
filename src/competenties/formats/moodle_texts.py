"""Texts for the plain cells of Moodle, in a form that it keeps, and scales in the form it takes."""

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from competenties.formats.shown_names import one_line
from competenties.office.clean import has_ink

MOST_NAME = 100
_CUT = "..."  # as Moodle itself cuts
_CUT_NUMBER = re.compile(r"\.\.\. \(([0-9]{1,6})\)\Z")
_FORMULA = re.compile(r"'*[=+\-@]")
_NUMBERED = re.compile(r"([0-9]{1,2}) ?[–:.-] ?(.+)")


class ScaleNames(NamedTuple):
    """The levels of a scale, low to high."""

    numbers: tuple[int, ...]
    names: tuple[str, ...]


class ShortNames:
    """Gives short names, so that two texts under one parent stay two."""

    def __init__(self) -> None:
        """Begin without any."""
        self._given: dict[tuple[str, str], dict[str, int]] = {}

    def give(self, parent: str, text: str, otherwise: str) -> str:
        """Return the short name of a text; one that another text has got already has a number."""
        short = short_name(text, otherwise)
        given = self._given.setdefault((parent, short), {})
        number = given.setdefault(one_line(text), len(given) + 1)
        return short if number == 1 else short_name(text, otherwise, number)


def short_name(text: str, otherwise: str = "-", number: int = 1) -> str:
    """Return a text as a short name that Moodle keeps as it is; a long one is cut at a word.

    Moodle takes `<` for the start of a tag, a backslash before a quote for an escape, "0" for
    nothing, and puts an apostrophe before what a spreadsheet would take for a formula. From the
    second on a number tells texts apart that have one short name.
    """
    line = _plain_line(text)
    if not has_ink(line):
        line = otherwise
    if _FORMULA.match(line) or line == "0":
        line = f"“{line}”"
    if len(line) <= MOST_NAME and number == 1:
        return line
    ending = _CUT if number == 1 else f"{_CUT} ({number})"
    start = line[: MOST_NAME - len(ending)]
    if start == line:
        return f"{line}{ending}"
    before, blank, _ = start.rpartition(" ")
    return f"{(before if blank and len(before) > MOST_NAME // 2 else start).rstrip()}{ending}"


def is_full_name(text: str, short: str) -> bool:
    """Tell whether a text is what a short name was made from."""
    if text == short:
        return False
    if short_name(text) == short:
        return True
    if found := _CUT_NUMBER.search(short):
        return short_name(text, number=int(found[1])) == short
    stem = short.removesuffix(_CUT).removesuffix("…").rstrip()
    return stem not in ("", short) and _plain_line(text).startswith(stem)


def scale_values(scale: ScaleNames) -> str:
    """Return the levels as Moodle lists them; with their numbers, unless these go without saying."""
    names = [level_name(name) or str(number) for number, name in zip(*scale, strict=True)]
    goes_without_saying = (
        scale.numbers == tuple(range(1, len(names) + 1))
        and not any(map(_NUMBERED.fullmatch, names))
        and not _FORMULA.match(names[0])
    )
    if goes_without_saying:
        return ",".join(names)
    return ",".join(f"{n} – {name}" for n, name in zip(scale.numbers, names, strict=True))


def read_scale(values: str) -> ScaleNames:
    """Return the levels of a list of Moodle; numbers before all names are those of the levels."""
    names = [one.strip() for one in values.split(",") if has_ink(one)]
    numbered = [_NUMBERED.fullmatch(name) for name in names]
    numbers = [int(found[1]) for found in numbered if found]
    if len(numbers) == len(names) and numbers == sorted(set(numbers)):
        return ScaleNames(tuple(numbers), tuple(found[2] for found in numbered if found))
    return ScaleNames(tuple(range(1, len(names) + 1)), tuple(names))


def scale_configuration(numbers: Sequence[int], minimum: int | None = None) -> str:
    """Return which levels Moodle counts as proficient.

    From the minimum level on where there is one, else the upper half: of five levels the third and
    higher. The default, which Moodle gives where a course is completed, is the lowest of these.
    """
    reached = [place for place, one in enumerate(numbers) if minimum is not None and one >= minimum]
    first = len(numbers) // 2
    if minimum is not None:
        first = reached[0] if reached else len(numbers) - 1
    entries: list[dict[str, Any]] = [{"scaleid": "0"}]
    entries += [
        {"id": place + 1, "scaledefault": int(place == first), "proficient": int(place >= first)}
        for place in range(len(numbers))
    ]
    return json.dumps(entries, separators=(",", ":"))


def level_name(name: str) -> str:
    """Return the name of a level as it stands in a list of levels."""
    return _plain_line(name).replace(",", ";").strip()


def _plain_line(text: str) -> str:
    return one_line(text).replace("\\", "/").replace("<", "‹")
