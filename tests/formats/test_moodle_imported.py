"""What is exported arrives in a Moodle site whole, and comes back from there as the loss report says."""

import csv
import io
from typing import Any, Literal

import pytest
from awkward_frameworks import AWKWARD, HOSTILE, HUGE, everywhere
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_frameworks import apart, frameworks, lost_places
from moodle_site import RefusedByMoodleError, Site, exported, imported, purified

import strategies
from competenties.formats import moodle
from competenties.formats.applying import apply
from competenties.formats.inventory import Place, inventory
from competenties.formats.moodle_columns import HEADER
from competenties.formats.moodle_problems import problems
from competenties.formats.source import Content, ExportChoices, Source
from competenties.model.framework import Framework
from competenties.office.clean import has_ink

TRIES = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
Levels = Literal["anchors", "branch"]
LEVELS: tuple[Levels, ...] = ("anchors", "branch")
ANY = frameworks() | strategies.frameworks()


def rows_of(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode(), newline="")))


def check_site(site: Site, rows: list[list[str]]) -> None:
    """Check that the site has the framework and every row as it was written, and nothing more."""
    assert (site.framework.idnumber, site.framework.name) == (rows[1][1], rows[1][2])
    assert site.framework.values == rows[1][5]
    assert set(site.competencies) == {row[1] for row in rows[2:]}
    for row in rows[2:]:
        there = site.competencies[row[1]]
        assert (there.parent, there.name, there.values) == (row[0], row[2], row[5])
        assert there.description == purified(row[3])
    named = [(row[1], one) for row in rows[2:] for one in row[10].split(",") if one]
    wanted = {frozenset((one, other.replace("%2C", ","))) for one, other in named}
    assert site.relations == wanted


def without_relations(places: set[Place]) -> set[Place]:
    """Leave out relations, which Moodle writes on both sides."""
    return {one for one in places if "relations" not in one}


def check_way_and_back(framework: Framework, levels: Levels, *, newer: bool) -> None:
    export = moodle.write(Content(framework), ".csv", ExportChoices(levels=levels))
    raw = export.files[""]
    site = imported(raw, newer=newer)
    check_site(site, rows_of(raw))
    back = apply(moodle.plan(Source("x.csv", exported(site, newer=newer)))).framework
    assert back is not None
    before, after = inventory(Content(framework)), inventory(Content(back))
    lost = {p for p, held in before.items() if p not in after or after[p].value != held.value}
    told = lost_places(export)
    assert without_relations(lost) == without_relations(told)


@TRIES
@given(framework=ANY, levels=st.sampled_from(LEVELS), newer=st.booleans())
def test_any_framework_arrives_whole_and_comes_back_as_the_report_says(
    framework: Framework, levels: Levels, *, newer: bool
) -> None:
    check_way_and_back(apart(framework), levels, newer=newer)


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("framework", AWKWARD.values(), ids=list(AWKWARD))
def test_an_awkward_framework_arrives_whole(framework: Framework, levels: Levels) -> None:
    check_way_and_back(framework, levels, newer=True)


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("text", [one for one in HOSTILE if has_ink(one)])
def test_a_text_that_means_something_to_php_or_html_is_kept_everywhere(
    text: str, levels: Levels
) -> None:
    for newer in (False, True):
        check_way_and_back(everywhere(text), levels, newer=newer)


@pytest.mark.parametrize("levels", LEVELS)
def test_of_very_long_texts_only_these_are_shortened(levels: Levels) -> None:
    check_way_and_back(HUGE, levels, newer=True)
    export = moodle.write(Content(HUGE), ".csv", ExportChoices(levels=levels))
    assert {one.kind for one in export.losses if one.field.en != "Id"} == {"shortened"}


CONFIGURATION = '[{"scaleid":"0"},{"id":1,"scaledefault":1,"proficient":1}]'
ROOT = ["", "VB", "Model", "", "1", "Nee,Ja", CONFIGURATION, "", "", "", "", "", "1", "domain"]
IDS = [
    "a",
    "A",
    "1",
    "1.0",
    "1.1",
    "1.10",
    "01",
    "1e0",
    "0",
    "",
    "-2",
    " a",
    "a<b",
    "a,1",
    "b" * 101,
]
CELLS = {
    0: [*IDS, "VB"],
    1: IDS,
    2: ["Naam", "", "0", "5<6", "a < b", "<b>x</b>", "=1", "c" * 101, "x\\", '\\"', "d "],
    3: ["", "<p>x</p>", "pad C:\\", 'zeg \\"hoi\\"', "- punt", " =1", 'a "b"', "a\nb", "a\\,b"],
    4: ["", "0", "1", "2", "3", "4", "9"],
    5: ["", "Een", "Een, twee", "Een,,Twee", "-laag"],
    6: ["", "[", "{}", "[]", CONFIGURATION, '[{"id":1,"scaledefault":1,"proficient":1}]'],
    8: ["", "0", "3", "4"],
    10: ["", "a", "b", "a,b", "a, b", "x", "a%2C1"],
    12: ["", "0", "1", "FALSE", "nee"],
    13: ["", "domain", "Domain", "domain, level", "domain,level"],
}


@st.composite
def files(draw: Any) -> list[list[str]]:
    """A file with a few cells that may be wrong."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=3, max_size=3))
    rows = [list(ROOT)] + [
        ["", one, "Naam", "", "1", *[""] * 9] for one in (ids if draw(st.booleans()) else "abc")
    ]
    for _ in range(draw(st.integers(0, 4))):
        column = draw(st.sampled_from(list(CELLS)))
        rows[draw(st.integers(0, 3))][column] = draw(st.sampled_from(CELLS[column]))
    return [list(HEADER), *rows]


@settings(TRIES, max_examples=300)
@given(rows=files(), newer=st.booleans())
def test_where_the_check_finds_nothing_moodle_takes_the_file_as_it_is(
    rows: list[list[str]], *, newer: bool
) -> None:
    if problems(rows):
        return
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    site = imported(buffer.getvalue().encode(), newer=newer)
    place = next(n for n, row in enumerate(rows[1:], 1) if row[12] not in ("", "0"))
    check_site(site, [rows[0], rows[place], *rows[1:place], *rows[place + 1 :]])


def site_of(*rows: list[str], newer: bool = False) -> Site:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([list(HEADER), ROOT, *rows])
    return imported(buffer.getvalue().encode(), newer=newer)


def row(parent: str, code: str, name: str = "Naam", text: str = "") -> list[str]:
    return [parent, code, name, text, "1", *[""] * 9]


def test_the_site_of_these_tests_drops_and_changes_what_moodle_does() -> None:
    rows = [
        row("", "a"),
        row("weg", "b"),
        row("VB", "c"),
        row("d", "d"),
        row("", "0"),
        row("", "e", ""),
    ]
    assert set(site_of(*rows).competencies) == {"a"}
    assert site_of(row("", "a", "5<6")).competencies["a"].name == "5"
    assert len(site_of(row("", "a", "n" * 101)).competencies["a"].name) == 100
    assert set(site_of(row("", "x" * 101), row("x" * 101, "b")).competencies) == {f"{'x' * 97}..."}
    assert site_of(row("", "a", "-x"), newer=True).competencies["a"].name == "'-x"
    assert (
        site_of(row("", "a", text="<p>1 &#92; 2</p>")).competencies["a"].description
        == "<p>1 \\ 2</p>"
    )


BROKEN: dict[str, list[list[str]]] = {
    "1.1 is 1.10": [row("", "1.1"), row("", "1.10"), row("1.1", "x")],
    "a line of commas": [row("", "a"), [""] * 14],
    "a ragged row": [["", "a"]],
    "a backslash at the end of a quoted text": [row("", "a", text="pad, C:\\"), row("", "b")],
}


@pytest.mark.parametrize("rows", BROKEN.values(), ids=list(BROKEN))
def test_the_site_of_these_tests_refuses_what_moodle_does(rows: list[list[str]]) -> None:
    with pytest.raises(RefusedByMoodleError):
        site_of(*rows)
