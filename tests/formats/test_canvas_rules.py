"""Each rule of Canvas's importer, broken on purpose: the check before writing sees it."""

import pytest

from competenties.formats import canvas_problems as wrong
from competenties.formats.canvas_columns import NAMES
from competenties.formats.canvas_problems import problems

HEADER = [*NAMES, "", "", ""]


def row(**cells: str) -> list[str]:
    return [*(cells.get(name, "") for name in NAMES[:-1]), *["1", "Ja", "0", "Nee"]]


def outcome(**cells: str) -> list[str]:
    given = {
        "vendor_guid": "a",
        "object_type": "outcome",
        "title": "A",
        "calculation_method": "highest",
    }
    return row(**{**given, **cells})


def group(guid: str, **cells: str) -> list[str]:
    given = {"vendor_guid": guid, "object_type": "group", "title": "G"}
    return [*row(**{**given, **cells})[:-4], "", "", "", ""]


def rated(*ratings: str) -> list[str]:
    return [*outcome()[:-4], *ratings, *[""] * (4 - len(ratings))]


GOOD = [
    [HEADER, group("g"), outcome(parent_guids="g")],
    [HEADER, group("g"), group("h", parent_guids="g"), outcome(parent_guids="g h")],
    [HEADER, outcome(calculation_method="decaying_average", calculation_int="65")],
    [HEADER, outcome(mastery_points="2", workflow_state="active")],
    [HEADER, rated("1", "Ja", "1", "Ook")],
    [["title", "object_type", "vendor_guid"], ["T", "group", "g"]],
]


@pytest.mark.parametrize("good", GOOD)
def test_a_file_that_canvas_takes_has_no_problem(good: list[list[str]]) -> None:
    assert problems(good) == []


BROKEN = [
    ("no file", [], wrong.NO_HEADER),
    ("a header with a capital", [["Title", *HEADER[1:]], outcome()], wrong.NO_HEADER),
    ("an unknown header", [["x", *HEADER], ["", *outcome()]], wrong.UNKNOWN_HEADER),
    ("an empty header in the middle", [["", *HEADER], ["", *outcome()]], wrong.UNKNOWN_HEADER),
    ("a header after ratings", [[*HEADER, "course_id"], outcome()], wrong.AFTER_RATINGS),
    ("a header twice", [["title", *HEADER], ["A", *outcome()]], wrong.HEADER_TWICE),
    ("no rows", [HEADER], wrong.NOTHING),
    ("a row too wide", [HEADER, [*outcome(), "x"]], wrong.UNEVEN),
    ("no code", [HEADER, outcome(vendor_guid="")], wrong.BAD_GUID),
    ("a blank in a code", [HEADER, outcome(vendor_guid="a b")], wrong.BAD_GUID),
    ("a colon in a code", [HEADER, outcome(vendor_guid="a:b")], wrong.BAD_GUID),
    ("a code of Canvas", [HEADER, outcome(vendor_guid="canvas_outcome:1")], wrong.RESERVED_GUID),
    ("a code twice", [HEADER, outcome(), outcome()], wrong.GUID_TWICE),
    ("a long title", [HEADER, outcome(title="a" * 256)], wrong.TOO_LONG),
    ("a long description", [HEADER, outcome(description="a" * 65_536)], wrong.TOO_MUCH),
    ("no title", [HEADER, outcome(title=" ")], wrong.NO_TITLE),
    ("another type", [HEADER, outcome(object_type="Outcome")], wrong.BAD_TYPE),
    ("a group with ratings", [HEADER, [*group("g")[:-4], "1", "Ja", "", ""]], wrong.GROUP_HAS_MORE),
    ("a group with a method", [HEADER, group("g", calculation_method="x")], wrong.GROUP_HAS_MORE),
    (
        "a group in two groups",
        [HEADER, group("g"), group("h"), group("i", parent_guids="g h")],
        wrong.MORE_PARENTS,
    ),
    ("a late parent", [HEADER, outcome(parent_guids="g"), group("g")], wrong.LATE_PARENT),
    ("an outcome as parent", [HEADER, outcome(), group("g", parent_guids="a")], wrong.LATE_PARENT),
    ("another state", [HEADER, outcome(workflow_state="weg")], wrong.BAD_STATE),
    ("no method", [HEADER, outcome(calculation_method="")], wrong.BAD_METHOD),
    ("highest with a number", [HEADER, outcome(calculation_int="3")], wrong.BAD_INT),
    (
        "an average of 100",
        [HEADER, outcome(calculation_method="decaying_average", calculation_int="100")],
        wrong.BAD_INT,
    ),
    ("half a point of mastery", [HEADER, outcome(mastery_points="3,5")], wrong.BAD_NUMBER),
    ("half a point", [HEADER, rated("3,5", "Ja")], wrong.BAD_NUMBER),
    ("points missing", [HEADER, rated("", "Ja")], wrong.BAD_NUMBER),
    ("no ratings", [HEADER, rated()], wrong.NO_RATINGS),
    ("a rating without text", [HEADER, rated("2", "Ja", "1")], wrong.NO_RATING_TEXT),
    ("ratings that rise", [HEADER, rated("1", "Nee", "2", "Ja")], wrong.RATINGS_RISE),
    ("a formula", [HEADER, outcome(title="=1+1")], wrong.FORMULA),
]


@pytest.mark.parametrize(
    ("rows", "reason"), [one[1:] for one in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_each_rule_is_seen_when_it_is_broken(rows: list[list[str]], reason: object) -> None:
    assert reason in {one.text for one in problems(rows)}
