"""Several points in one cell: each line with a sign before it is one."""

import re
from collections.abc import Iterator

from competenties.office.clean import has_ink

_SIGN = re.compile(
    r"(?:[-–—*•·▪◦‣●○■□➢➤→➔»›✓✔\uf0b7\uf0a7]\s+|[-–•·▪](?=[^\W\d])|o\s+(?=\w)|\d{1,2}[.)]\s+|[a-z][.)]\s+)(?=\S)"
)
_INSIDE = re.compile(r"\s[•▪·]\s")


def points(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of a cell that are no points, and its points without their signs.

    A line that follows a point without a sign of its own goes on with that point; after an empty
    line it does not.
    """
    lines: list[str] = []
    found: list[str] = []
    is_open = False
    for line in text.split("\n"):
        parts = list(_parts(line.strip()))
        if parts:
            found.extend(parts)
            is_open = True
        elif not has_ink(line):
            is_open = False
        elif is_open:
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            lines.append(line.strip())
    return lines, found


def _parts(line: str) -> Iterator[str]:
    sign = _SIGN.match(line)
    if sign is None:
        return
    rest = line[sign.end() :]
    separators = _INSIDE.split(rest) if sign[0].strip() in "•▪·" else [rest]
    yield from (part.strip() for part in separators if has_ink(part))
