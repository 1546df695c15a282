"""A Moodle site of the tests: imports and exports a framework as Moodle 4.5 and 5.1 were seen to do.

It knows nothing of the program: how PHP reads CSV, what is cut, cleaned, dropped or refused.
"""

import json
import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Any, NoReturn

MOST = 100
COLUMNS = 14
TERMS = (
    "behaviour,competency,concept,domain,indicator,level,outcome,practice,proficiency,skill,value"
)
_NUMERIC = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
_PURE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK = " \t\v\f\r"


class RefusedByMoodleError(Exception):
    """Moodle shows an error, or stops half-way."""


@dataclass(eq=False)
class Row:
    """A row as Moodle keeps it while it reads."""

    parent: str
    idnumber: str
    name: str
    description: str
    format: str
    values: str
    configuration: str
    rule: str
    outcome: str
    rule_configuration: str
    related: str
    exported: str
    is_framework: str
    taxonomies: str
    raw_id: str = ""
    number: int = 0


@dataclass
class Site:
    """What stands in the site after an import."""

    framework: Row
    competencies: dict[str, Row] = field(default_factory=dict)
    relations: set[frozenset[str]] = field(default_factory=set)
    scales: dict[str, int] = field(default_factory=dict)


def imported(raw: bytes, *, newer: bool = False) -> Site:
    """Return the site after an import; `newer` is 5.1.3, which guards against formulas."""
    lines = _stored(raw, newer=newer)
    flat: dict[str, Row] = {}
    framework = None
    for cells in lines[1:]:
        row = _row(cells)
        if row.is_framework in ("", "0"):
            flat[row.raw_id] = row
        else:
            framework = row
    if framework is None:
        _refuse("File format is invalid.")
    site = Site(framework)
    _check_framework(site)
    _create(site, _below(flat), "", set())
    for row in site.competencies.values():
        _relate(site, row, flat)
    return site


def exported(site: Site, *, newer: bool = False) -> bytes:
    """Return what the site exports: siblings in another order, relations on both sides."""
    lines = [["Parent ID number", "ID number", "Short name", *["x"] * (COLUMNS - 3)]]
    related: dict[str, list[str]] = {}
    for pair in site.relations:
        for one in pair:
            related.setdefault(one, []).extend(other for other in pair if other != one)
    for row in (site.framework, *reversed(site.competencies.values())):
        others = ",".join(one.replace(",", "%2C") for one in sorted(related.get(row.idnumber, [])))
        is_root = row is site.framework
        lines.append(
            [
                row.parent,
                row.idnumber,
                row.name,
                row.description,
                row.format,
                row.values,
                row.configuration,
                *(["", "", ""] if is_root else [row.rule, row.outcome or "0", "null"]),
                others,
                "" if is_root else str(row.number),
                "1" if is_root else "",
                row.taxonomies if is_root else "",
            ]
        )
    return "".join(_put_csv(line, newer=newer) for line in lines).encode()


def _refuse(reason: str) -> NoReturn:
    raise RefusedByMoodleError(reason)


def _stored(raw: bytes, *, newer: bool) -> list[list[str]]:
    """Return the lines as they come out of the file that Moodle keeps in between."""
    text = re.sub("\r\n?", "\n", raw.decode("utf-8-sig"))
    lines = _get_csv(text)
    if not lines or any(len(one) != len(lines[0]) for one in lines):
        _refuse("File format is invalid.")
    return _get_csv("".join(_put_csv(one, newer=newer) for one in lines))


def _get_csv(text: str) -> list[list[str]]:
    """Read CSV as PHP does: a backslash keeps the quote after it from ending the field."""
    lines: list[list[str]] = []
    line: list[str] = []
    place = 0
    while place < len(text):
        cell, place = _get_cell(text, place)
        line.append(cell)
        if place >= len(text) or text[place] == "\n":
            if line != [""]:
                lines.append(line)
            line = []
        elif place == len(text) - 1:  # a comma ends the file
            line.append("")
            lines.append(line)
        place += 1
    return lines


def _get_cell(text: str, place: int) -> tuple[str, int]:
    at = place
    while at < len(text) and text[at] in _BLANK:
        at += 1
    said = ""
    if at < len(text) and text[at] == '"':
        inner = re.compile(r'((?:\\.|""|[^"\\]|\\\Z)*)', re.DOTALL).match(text, at + 1)
        assert inner is not None
        said = re.sub(r'(\\.)|""', lambda one: one[1] or '"', inner[1], flags=re.DOTALL)
        place = inner.end() + 1
    end = re.compile(r"[^,\n]*").match(text, min(place, len(text)))
    assert end is not None
    return said + end[0], end.end()


def _put_csv(cells: list[str], *, newer: bool) -> str:
    """Write CSV as PHP does: a quote after a backslash is not doubled."""
    if newer:
        cells = [f"'{one}" if re.match(r"\s*[=+\-@]", one) else one for one in cells]
    return ",".join(_put_cell(one) for one in cells) + "\n"


def _put_cell(cell: str) -> str:
    if not re.search(r'[ \t\n\r",\\]', cell):
        return cell
    return '"' + re.sub(r'(\\+")|"', lambda one: one[1] or '""', cell) + '"'


def _row(cells: list[str]) -> Row:
    row = Row(*[*cells, *[""] * COLUMNS][:COLUMNS])  # type: ignore[arg-type]  # the last has a default
    row.raw_id = row.idnumber
    row.parent = _plain(row.parent)
    row.idnumber, row.name = _cut(_plain(row.idnumber)), _cut(_plain(row.name))
    row.description = purified(row.description)
    return row


def _plain(text: str) -> str:
    """Return a text without tags, as strip_tags of PHP leaves it."""
    return re.sub(r"<(?!\s)[^>]*(>|\Z)", "", text.replace("\0", ""))


def _cut(text: str) -> str:
    return text if len(text) <= MOST else f"{text[: MOST - 3]}..."


def _below(flat: dict[str, Row]) -> dict[Any, list[Row]]:
    below: dict[Any, list[Row]] = {}
    for row in flat.values():
        below.setdefault(_as_php(row.parent), []).append(row)
    return below


def _as_php(text: str) -> Any:
    """Return what two texts share that PHP holds for equal."""
    return float(text) if _NUMERIC.fullmatch(text) else text


def _create(site: Site, below: dict[Any, list[Row]], parent: str, way: set[int]) -> None:
    for row in below.get(_as_php(parent), ()):
        is_round = id(row) in way or row.idnumber == ""  # all at the top stand under an empty one
        if is_round or row.idnumber in site.competencies:
            _refuse("progress() value out of range")
        if row.idnumber == "0" or row.name in ("", "0"):
            continue
        _check_competency(site, row)
        row.number = 1000 + len(site.competencies)
        site.competencies[row.idnumber] = row
        _create(site, below, row.idnumber, way | {id(row)})


def _check_framework(site: Site) -> None:
    row = site.framework
    terms = row.taxonomies.split(",")
    if any(one and one not in TERMS.split(",") for one in terms) or len(row.taxonomies) > 255:
        _refuse("taxonomies")
    if not (row.values and row.configuration):
        _refuse("Attempt to assign property scaleid on null")
    if row.idnumber in ("", "0") or row.name in ("", "0"):
        _refuse("Required")
    _put_scale(site, row)


def _check_competency(site: Site, row: Row) -> None:
    if row.description and row.format not in ("", "0", "1", "2", "4"):
        _refuse("description format")
    if row.outcome not in ("", "0", "1", "2", "3"):
        _refuse("rule outcome")
    known = {one.casefold() for one in site.competencies}
    if row.idnumber.casefold() in known:  # MySQL makes no difference
        _refuse("idnumbertaken")
    if row.values:
        _put_scale(site, row)


def _put_scale(site: Site, row: Row) -> None:
    try:
        given = json.loads(row.configuration)
        given[0]["scaleid"] = site.scales.setdefault(row.values, len(site.scales) + 1)
    except (ValueError, LookupError, TypeError):
        _refuse("Attempt to assign property scaleid on null")
    if not all(any(one.get(key) for one in given[1:]) for key in ("scaledefault", "proficient")):
        _refuse("The scale needs to be configured")
    row.configuration = json.dumps(given)
    row.values = ",".join(one.strip() for one in row.values.split(","))


def _relate(site: Site, row: Row, flat: dict[str, Row]) -> None:
    for one in filter(None, row.related.split(",")):
        other = flat.get(one.replace("%2C", ","))
        if other is row or (other and other.idnumber not in site.competencies):
            _refuse("related")
        if other:
            site.relations.add(frozenset((row.idnumber, other.idnumber)))


class _Purifier(HTMLParser):
    """Writes HTML again: entities become characters, scripts are gone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent = tag in ("script", "style")
        if not self._silent:
            self.said.append("<br />" if tag == "br" else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._silent:
            self.said.append(f"</{tag}>")
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(escape(data, quote=False))


def purified(html: str) -> str:
    purifier = _Purifier()
    purifier.feed(_PURE.sub("", html))
    purifier.close()
    return "".join(purifier.said).strip(" \t\n\r\0\v")
