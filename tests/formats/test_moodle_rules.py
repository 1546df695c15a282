"""Each rule of Moodle's importer, broken on purpose: the check before writing sees it."""

import json

import pytest

from competenties.formats import moodle_wrong as wrong
from competenties.formats.moodle_columns import HEADER
from competenties.formats.moodle_problems import problems
from competenties.formats.moodle_rules import ALL, POINTS

CONFIGURATION = '[{"scaleid":"0"},{"id":1,"scaledefault":1,"proficient":0},{"id":2,"proficient":1}]'
COLUMNS = [
    "parent",
    "code",
    "name",
    "text",
    "format",
    "values",
    "configuration",
    "rule",
    "outcome",
    "points",
    "related",
    "exported",
    "root",
    "terms",
]
FRAMEWORK = {
    "code": "VB",
    "name": "Model",
    "format": "1",
    "values": "Nee,Ja",
    "configuration": CONFIGURATION,
    "root": "1",
    "terms": "domain,competency",
}


def row(**cells: str) -> list[str]:
    return [cells.get(name, "") for name in COLUMNS]


def file(*rows: dict[str, str], **framework: str) -> list[list[str]]:
    given = [row(**{"name": "Naam", "format": "1", **one}) for one in rows]
    return [list(HEADER), row(**{**FRAMEWORK, **framework}), *given]


def reasons(found: list[list[str]]) -> list[str]:
    return sorted({one.text.en for one in problems(found)})


def points(**change: object) -> str:
    rule = {"base": {"points": 2}, "competencies": [{"id": 7, "points": 2, "required": 1}]}
    return json.dumps({**rule, **change})


CHILD = {"parent": "a", "code": "b", "exported": "7"}
GOOD = [
    file({"code": "a"}, {"parent": "a", "code": "b", "related": "a"}),
    file({"parent": "a", "code": "b"}, {"code": "a"}),
    file({"code": "1"}, {"code": "1.0"}),
    file({"code": "1.1.1"}, {"code": "1.1.10"}, {"parent": "1.1.1", "code": "x"}),
    file({"code": "a", "name": "a < b"}),
    file({"code": "a,1"}, {"code": "b", "related": "a%2C1"}),
    file({"code": "a", "rule": ALL, "outcome": "2", "points": "null"}),
    file({"code": "a", "rule": POINTS, "outcome": "2", "points": points()}, CHILD),
    file({"code": "a", "values": "Een,Twee", "configuration": CONFIGURATION}),
    file({"code": "a", "root": "0"}),
]


@pytest.mark.parametrize("good", GOOD)
def test_a_file_that_moodle_takes_has_no_problem(good: list[list[str]]) -> None:
    assert problems(good) == []


def configured(*entries: object) -> list[list[str]]:
    return file(configuration=json.dumps(entries))


HEAD = {"scaleid": "0"}
BOTH = {"id": 1, "scaledefault": 1, "proficient": 1}
BROKEN = [
    ("no file", [], wrong.NO_HEADER),
    ("no header", file({"code": "a"})[1:], wrong.NO_HEADER),
    ("a ragged row", [*file(), ["", "a", "A"]], wrong.UNEVEN),
    ("twelve columns", [one[:12] for one in file()], wrong.UNEVEN),
    ("no framework", file(root=""), wrong.NO_FRAMEWORK),
    ("FALSE for a competency", file({"code": "a", "root": "FALSE"}), wrong.MORE_FRAMEWORKS),
    ("two frameworks", file({"code": "a", "root": "1"}), wrong.MORE_FRAMEWORKS),
    ("a line of commas", [*file(), row()], wrong.EMPTY_ROW),
    ("no id number", file({"code": ""}), wrong.NO_ID),
    ("id number 0", file({"code": "0"}), wrong.NO_ID),
    ("no short name", file({"code": "a", "name": ""}), wrong.NO_NAME),
    ("a long id number", file({"code": "a" * 101}), wrong.TOO_LONG),
    ("a long short name", file({"code": "a", "name": "a" * 101}), wrong.TOO_LONG),
    ("a tag in a name", file({"code": "a", "name": "5<6"}), wrong.TAG),
    ("a tag in an id number", file({"code": "a<b"}), wrong.TAG),
    ("blanks around an id number", file({"code": " a"}), wrong.BLANKS),
    ("an id number twice", file({"code": "a"}, {"code": "a"}), wrong.TWICE),
    ("an id number in capitals", file({"code": "a"}, {"code": "A"}), wrong.TWICE),
    (
        "1.1 and 1.10 with rows under them",
        file({"code": "1.1"}, {"code": "1.10"}, {"parent": "1.10", "code": "x"}),
        wrong.EQUAL_NUMBERS,
    ),
    (
        "10 and 1e1 with rows under them",
        file({"code": "10"}, {"code": "1e1"}, {"parent": "10", "code": "x"}),
        wrong.EQUAL_NUMBERS,
    ),
    ("a parent that is not there", file({"parent": "x", "code": "a"}), wrong.NO_PARENT),
    ("a row under the framework", file({"parent": "VB", "code": "a"}), wrong.UNDER_FRAMEWORK),
    ("a row under itself", file({"parent": "a", "code": "a"}), wrong.ROUND),
    ("a round", file({"parent": "b", "code": "a"}, {"parent": "a", "code": "b"}), wrong.ROUND),
    ("a backslash at the end", file({"code": "a", "text": "pad C:\\"}), wrong.BACKSLASH),
    ("a backslash before a quote", file({"code": "a", "text": 'zeg \\"hoi'}), wrong.BACKSLASH),
    ("a formula as name", file({"code": "a", "name": "=1+1"}), wrong.FORMULA),
    ("a list as description", file({"code": "a", "text": " - punt"}), wrong.FORMULA),
    ("a negative id number", file({"code": "-2"}), wrong.FORMULA),
    ("format 3", file({"code": "a", "format": "3"}), wrong.FORMAT_UNKNOWN),
    ("a blank in the taxonomy", file(terms="domain, competency"), wrong.TAXONOMY_UNKNOWN),
    ("a capital in the taxonomy", file(terms="Domain"), wrong.TAXONOMY_UNKNOWN),
    ("a long taxonomy", file(terms=",".join(["domain"] * 40)), wrong.TAXONOMY_TOO_LONG),
    ("a relation to itself", file({"code": "a", "related": "a"}), wrong.SELF_RELATED),
    ("a relation to nothing", file({"code": "a", "related": "x"}), wrong.RELATED_UNKNOWN),
    (
        "a blank between relations",
        file({"code": "a"}, {"code": "b"}, {"code": "c", "related": "a, b"}),
        wrong.RELATED_UNKNOWN,
    ),
    ("no scale", file(values="", configuration=""), wrong.NO_SCALE),
    ("no configuration", file(configuration=""), wrong.NO_SCALE),
    ("half a scale", file({"code": "a", "values": "Nee,Ja"}), wrong.HALF_A_SCALE),
    ("broken configuration", file(configuration="[{"), wrong.NOT_CONFIGURED),
    ("no head", configured(BOTH), wrong.NOT_CONFIGURED),
    ("an object", file(configuration="{}"), wrong.NOT_CONFIGURED),
    ("no default", configured(HEAD, {"id": 1, "proficient": 1}), wrong.NO_DEFAULT),
    ("nobody proficient", configured(HEAD, {"id": 1, "scaledefault": 1}), wrong.NO_DEFAULT),
    ("a level too many", configured(HEAD, BOTH, {"id": 9}), wrong.NO_SUCH_LEVEL),
    ("a blank in the scale", file(values="Nee, Ja"), wrong.BAD_VALUES),
    ("an empty level", file(values="Nee,,Ja"), wrong.BAD_VALUES),
    ("an unknown rule", file({"code": "a", "rule": "x"}), wrong.RULE_UNKNOWN),
    ("outcome 4", file({"code": "a", "outcome": "4"}), wrong.OUTCOME_UNKNOWN),
    ("a rule without points", file({"code": "a", "rule": POINTS}), wrong.RULE_BROKEN),
    (
        "points for a row that is not there",
        file({"code": "a", "rule": POINTS, "points": points()}),
        wrong.RULE_BROKEN,
    ),
    (
        "too few points",
        file({"code": "a", "rule": POINTS, "points": points(base={"points": 3})}, CHILD),
        wrong.TOO_FEW_POINTS,
    ),
]


@pytest.mark.parametrize(
    ("rows", "reason"), [one[1:] for one in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_each_rule_is_seen_when_it_is_broken(rows: list[list[str]], reason: object) -> None:
    assert getattr(reason, "en", None) in reasons(rows)
