"""A Canvas account of the tests: imports outcomes row by row as Canvas was seen to do, and exports them.

It knows nothing of the program: which files are refused whole, which rows are skipped, what is cleaned.
"""

import csv
import io
import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import NoReturn

MOST_LINE, MOST_TEXT = 255, 65_535
REQUIRED = ("vendor_guid", "object_type", "title")
KNOWN = (
    *REQUIRED,
    "canvas_id",
    "course_id",
    "description",
    "display_name",
    "friendly_description",
    "calculation_method",
    "calculation_int",
    "mastery_points",
    "workflow_state",
    "parent_guids",
)
ONLY_OUTCOMES = ("calculation_method", "calculation_int", "mastery_points")


class RefusedByCanvasError(Exception):
    """The whole file is refused, or one row of it is skipped."""


@dataclass
class Item:
    """A group or an outcome of the account."""

    cells: dict[str, str]
    ratings: list[tuple[int, str]]
    parents: list[str]
    mastery: float = 0
    method: str = ""


@dataclass
class Site:
    """An account; every import updates what has the same vendor_guid."""

    groups: dict[str, Item] = field(default_factory=dict)
    outcomes: dict[str, Item] = field(default_factory=dict)
    errors: list[tuple[int, str]] = field(default_factory=list)
    made: int = 0
    _seen: set[str] = field(default_factory=set)

    def take(self, raw: bytes) -> None:
        """Import a file; rows with an error are skipped."""
        header, rows = _lines(raw)
        self._seen, self.errors, self.made = set(), [], 0
        for number, row in enumerate(rows, 2):
            try:
                self._take_row(dict(zip(header, row, strict=False)), row[len(header) :])
            except RefusedByCanvasError as error:
                self.errors.append((number, str(error)))

    def _take_row(self, cells: dict[str, str], rest: list[str]) -> None:
        guid, kind = cells["vendor_guid"], cells["object_type"]
        _check_row(cells, guid, kind)
        if guid in self._seen:
            _refuse("has already appeared in this import")
        parents = cells.get("parent_guids", "").split()
        if any(one not in self.groups or one not in self._seen for one in parents):
            _refuse("Parent references not found prior to this row")
        ratings = _ratings(rest)
        if kind == "group":
            self._take_group(guid, Item(cells, ratings, parents))
        else:
            self._take_outcome(guid, Item(cells, ratings, parents))
        self._seen.add(guid)

    def _take_group(self, guid: str, item: Item) -> None:
        if any(item.cells.get(name) for name in ONLY_OUTCOMES) or item.ratings:
            _refuse("Invalid fields for a group")
        if len(item.parents) > 1:
            _refuse("An outcome group can only have one parent")
        self.made += guid not in self.groups
        self.groups[guid] = item

    def _take_outcome(self, guid: str, item: Item) -> None:
        item.method = item.cells.get("calculation_method") or "decaying_average"
        if item.method in ("highest", "latest", "average") and item.cells.get("calculation_int"):
            _refuse("A calculation value is not used with this method")
        mastery = item.cells.get("mastery_points", "")
        if item.ratings:
            item.mastery = _number(mastery) if mastery else item.ratings[0][0]
        else:
            item.ratings, item.mastery = [(5, "Exceeds"), (3, "Meets"), (0, "Does Not Meet")], 3
        self.made += guid not in self.outcomes
        self.outcomes[guid] = item

    def exported(self) -> bytes:
        """Return what the account exports: groups first, then outcomes in another order."""
        widest = max((2 * len(one.ratings) for one in self.outcomes.values()), default=1)
        names = ["vendor_guid", "object_type", "title", "description", "display_name"]
        names += ["calculation_method", "calculation_int", "mastery_points", "workflow_state"]
        names += ["parent_guids"]
        lines = [["canvas_id", *names, "ratings", *[""] * (widest - 1)]]
        items = [*self.groups.values(), *reversed(self.outcomes.values())]
        for number, one in enumerate(items, 100):
            cells = [one.cells.get(name, "") for name in names]
            cells[7] = f"{one.mastery:.1f}" if one.ratings else ""
            told = [text for points, words in one.ratings for text in (f"{points}.0", words)]
            lines.append([str(number), *cells, *told, *[""] * (widest - len(told))])
        buffer = io.StringIO(newline="")
        csv.writer(buffer, lineterminator="\n").writerows(lines)
        return buffer.getvalue().encode()


def _refuse(reason: str) -> NoReturn:
    raise RefusedByCanvasError(reason)


def _lines(raw: bytes) -> tuple[list[str], list[list[str]]]:
    text = raw.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = [
        one
        for one in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        if one
    ]
    header = rows[0] if rows else []
    last = header.index("ratings") if "ratings" in header else len(header)
    if any(header[last + 1 :]):
        _refuse("Invalid fields after ratings")
    if not set(REQUIRED) <= set(header[:last]) or not set(header[:last]) <= set(KNOWN):
        _refuse("Missing required fields, or invalid fields")
    return header[:last], rows[1:]


def _check_row(cells: dict[str, str], guid: str, kind: str) -> None:
    if not guid.strip() or not cells["title"].strip():
        _refuse('The "title" field is required')
    if re.search(r"[\s:]", guid):
        _refuse('The "vendor_guid" field must have no spaces')
    if kind not in ("group", "outcome"):
        _refuse("Invalid object_type")
    if cells.get("workflow_state", "") not in ("", "active", "deleted"):
        _refuse('"workflow_state" must be either "active" or "deleted"')
    cells["description"] = _sanitized(cells.get("description", ""))
    for name, most in (
        ("vendor_guid", MOST_LINE),
        ("title", MOST_LINE),
        ("description", MOST_TEXT),
    ):
        if len(cells[name]) > most:
            _refuse(f"{name} is too long")


def _ratings(cells: list[str]) -> list[tuple[int, str]]:
    filled = list(cells)
    while filled and not filled[-1]:
        filled.pop()
    ratings: list[tuple[int, str]] = []
    for place in range(0, len(filled), 2):
        points = _number(filled[place])
        if ratings and ratings[-1][0] < points:
            _refuse("Points must be less than points for prior tier")
        words = filled[place + 1] if place + 1 < len(filled) else ""
        ratings.append((points, words or "No Comment"))
    return ratings


def _number(text: str) -> int:
    """Read a number as an English account does: a comma is no more than a mark of thousands."""
    try:
        return int(text.replace(",", ""))
    except ValueError:
        _refuse(f'Invalid points: "{text}"')


class _Sanitizer(HTMLParser):
    """Writes HTML again: entities become characters, scripts are gone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.said.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.said.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.said.append(escape(data, quote=False).replace("\xa0", "&nbsp;"))


def _sanitized(html: str) -> str:
    sanitizer = _Sanitizer()
    sanitizer.feed(html)
    sanitizer.close()
    return "".join(sanitizer.said)
