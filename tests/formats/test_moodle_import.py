"""Files of Moodle as they are in the wild: read whole, with what is odd reported."""

import csv
import io
from pathlib import Path

import pytest
from lms_frameworks import missing_cells

from competenties.findings import UnusableError
from competenties.formats import moodle, recognised
from competenties.formats.applying import apply
from competenties.formats.moodle_columns import HEADER
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ImportChoices, Source
from competenties.model.framework import Framework
from conftest import SHARED

DATA = SHARED / "data" / "interop"
SAMPLES = sorted(DATA.glob("*/moodle*.csv"))
SCALE = '"[{""scaleid"":""3""},{""id"":1,""scaledefault"":1,""proficient"":1}]"'
ROOT = f',VB,Model,,1,"Nee,Ja",{SCALE},,,,,,1,'


def planned(*lines: str, root: str = ROOT) -> ImportPlan:
    raw = "\n".join([",".join(HEADER), root, *lines]).encode()
    made = moodle.plan(Source("x.csv", raw))
    assert missing_cells(made, raw) == set()
    return made


def imported(*lines: str, root: str = ROOT) -> Framework:
    made = apply(planned(*lines, root=root)).framework
    assert made is not None
    return made


def shape(framework: Framework) -> dict[str, list[str]]:
    names = {one.id: str(one.name) for one in framework.clusters}
    found: dict[str, list[str]] = {}
    for one in framework.competences:
        found.setdefault(names.get(one.cluster or "", ""), []).append(str(one.name))
    return found


def row(parent: str, code: str, name: str, rest: str = ",1,,,,0,null,,,,") -> str:
    return f"{parent},{code},{name},{rest}"


@pytest.mark.skipif(not SAMPLES, reason="needs the samples of other programs in ../shared")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_imported_with_every_cell_accounted_for(path: Path) -> None:
    raw = path.read_bytes()
    source = Source("x.csv", raw)
    assert moodle.recognises(source)
    made = moodle.plan(source)
    assert missing_cells(made, raw) == set()
    framework = apply(made).framework
    assert framework is not None
    again = moodle.write(Content(framework), ".csv").files[""]
    assert moodle.recognises(Source("y", again))


@pytest.mark.skipif(not SAMPLES, reason="needs the samples of other programs in ../shared")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("samples/moodle-3.11-lpimportcsv-example-OECD.csv", (4, 15, 39, [5])),
        ("samples/moodle-lpimportcsv-2016-12col-pharmacy.csv", (6, 25, 178, [3])),
        ("own/moodle.csv", (1, 2, 1, [3])),
        ("samples/moodle-3.11-export-of-own-framework.csv", (1, 2, 1, [3])),
    ],
)
def test_samples_become_what_they_say(name: str, counts: tuple[int, int, int, list[int]]) -> None:
    made = apply(moodle.plan(Source(name, (DATA / name).read_bytes()))).framework
    assert made is not None
    behaviour = sum(len(one.all_indicators()) for one in made.competences)
    levels = [len(one.levels) for one in made.proficiency_scales]
    assert (len(made.clusters), len(made.competences), behaviour, levels) == counts


@pytest.mark.skipif(not SAMPLES, reason="needs the samples of other programs in ../shared")
def test_a_branch_of_levels_says_at_which_level_behaviour_is() -> None:
    name = "samples/moodle-3.11-lpimportcsv-example-OECD.csv"
    made = apply(moodle.plan(Source(name, (DATA / name).read_bytes()))).framework
    assert made is not None
    assert all(not one.indicators for one in made.competences)
    assert {level.level for one in made.competences for level in one.levels} == {1}


def test_a_parent_that_is_not_there_is_reported_and_its_row_kept() -> None:
    made = planned(row("weg", "A", "Samenwerken"))
    assert [note.cell.label for note in made.notes] == ["A3"]
    assert shape(imported(row("weg", "A", "Samenwerken"))) == {"": ["Samenwerken"]}


def test_a_round_is_cut_and_reported() -> None:
    lines = [row("B", "A", "Eerste"), row("A", "B", "Tweede"), row("C", "C", "Derde")]
    assert len(planned(*lines).notes) == 2
    framework = imported(*lines)
    names = {str(one.name) for one in framework.clusters}
    names |= {str(one.name) for one in framework.competences}
    assert names == {"Eerste", "Tweede", "Derde"}


def test_a_code_that_is_there_twice_is_reported_and_both_rows_kept() -> None:
    lines = [row("", "A", "Een"), row("", "A", "Twee")]
    assert len(planned(*lines).notes) == 1
    assert [one.id for one in imported(*lines).competences] == ["a", "a-2"]


def test_children_may_come_before_their_parents() -> None:
    assert shape(imported(row("A", "B", "Twee"), row("", "A", "Een"))) == {"Een": ["Twee"]}


def test_decimal_codes_are_not_mixed_up() -> None:
    lines = [row("", "1.1", "Een"), row("", "1.10", "Tien"), row("1.10", "x", "Onder tien")]
    assert shape(imported(*lines)) == {"": ["Een"], "Tien": ["Onder tien"]}


def test_codes_of_others_are_kept_and_go_back() -> None:
    framework = imported(row("", "INT", "Mens"), row("INT", "INT-SAM", "Samenwerken"))
    (competence,) = framework.competences
    assert (competence.id, competence.identifiers[0].id) == ("int-sam", "INT-SAM")
    raw = moodle.write(Content(framework), ".csv").files[""].decode()
    assert "\r\nINT.c,INT-SAM,Samenwerken," in raw
    assert apply(moodle.plan(Source("x.csv", raw.encode()))).framework == framework.model_copy(
        update={"extra": {}, "proficiency_scales": framework.proficiency_scales}
    )


def test_a_rule_is_kept_with_our_ids_and_goes_back() -> None:
    rule = '"{""base"":{""points"":2},""competencies"":[{""id"":7,""points"":2,""required"":1}]}"'
    kind = r"core_competency\competency_rule_points"
    lines = [
        row("", "OUD", "Ouder", f",1,,,{kind},2,{rule},,,,"),
        row("OUD", "KIND", "Kind", ",1,,,,0,null,,7,,"),
    ]
    framework = imported(*lines)
    assert framework.clusters[0].extra["moodle"] == {
        "rule": {
            "rule": kind,
            "outcome": 2,
            "base": 2,
            "points": [{"item": "kind", "points": 2, "required": 1}],
        }
    }
    export = moodle.write(Content(framework), ".csv")
    assert f"{kind},2," in export.files[""].decode()
    assert not [one for one in export.losses if "clusters" in one.place]


def test_a_rule_that_cannot_be_kept_is_left_over() -> None:
    made = planned(row("", "A", "Een", r",1,,,core\onbekend,7,{,,,,"))
    assert len([one for one in made.left_overs if one.cell.label.endswith("3")]) == 3


def test_false_is_no_framework_and_a_second_framework_is_kept() -> None:
    made = planned(row("", "A", "Een", ",1,,,,0,null,,,FALSE,"), ROOT.replace("VB", "WB"))
    assert [note.cell.label for note in made.notes] == ["M3"]
    assert made.framework is not None
    assert "4:2" in made.framework["extra"]["moodle"]


def test_markdown_and_plain_text_are_read_as_they_are() -> None:
    for kind in "24":
        text = f'"Doet:\n- een\n- twee <x>",{kind},,,,0,null,,,,'
        assert imported(row("", "A", "Een", text)).competences[0].definition == (
            "Doet:\n- een\n- twee <x>"
        )


def test_html_becomes_paragraphs_and_lists_without_scripts() -> None:
    text = "<div><p>Een<br>twee</p><ul><li>a</li><li><b>b</b></li></ul><script>x</script></div>"
    definition = imported(row("", "A", "Een", f"{text},1,,,,0,null,,,,")).competences[0].definition
    assert definition == "Een\ntwee\n\n- a\n- **b**"


def test_a_name_that_moodle_cut_is_taken_in_full_from_the_description() -> None:
    whole = "Helpt een collega die het werk niet af krijgt zonder dat iemand daarom hoeft te vragen"
    lines = [
        row("", "A", "Helpen"),
        row("A", "A1", "Helpt een collega die het ...", f"{whole},1,,,,0,null,,,,"),
    ]
    (indicator,) = imported(*lines).competences[0].indicators
    assert (indicator.text, indicator.notes) == (whole, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_of_excel_are_read(encoding: str, delimiter: str) -> None:
    lines = [
        [*HEADER],
        ["", "VB", "Coördinatie", "", "1", "Nee", '[{"scaleid":"1"}]'] + [""] * 5 + ["1", ""],
    ]
    lines.append(["", "A", "Één", "", "1"] + [""] * 9)
    text = "\r\n".join(
        delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) for line in lines
    )
    source = Source("x.csv", text.encode(encoding))
    assert moodle.recognises(source)
    made = apply(moodle.plan(source)).framework
    assert made is not None
    assert (made.name, made.competences[0].name) == ("Coördinatie", "Één")


@pytest.mark.parametrize(
    "raw", [b"", b"a,b\n1,2\n", b"%PDF-1.7", b"\xff\xfe\x00", b"<html>scaleid"]
)
def test_another_file_is_refused_with_what_to_do(raw: bytes) -> None:
    source = Source("x.csv", raw)
    assert not moodle.recognises(source)
    with pytest.raises(UnusableError):
        moodle.plan(source)


def test_the_language_is_in_the_file_and_can_be_chosen() -> None:
    made = Framework.model_validate({"id": "x", "name": "X", "language": "de", "competences": []})
    source = Source("x.csv", moodle.write(Content(made), ".csv").files[""])
    assert moodle.plan(source).language == "de"
    assert moodle.plan(source, ImportChoices(language="fr")).language == "fr"


def described(cell: str) -> str:
    """Return the definition that is read from a cell as it stands in a file."""
    rows = [
        ",".join(HEADER),
        ROOT,
        f"a,b,B,{cell},1,,,,0,null,,,,",
        row("", "a", "A", ",1" + "," * 9),
    ]
    framework = apply(moodle.plan(Source("x.csv", "\n".join(rows).encode()))).framework
    assert framework is not None
    (one,) = framework.competences
    return str(one.definition)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (r'"zeg \"hoi\" en, ""dag"""', r'zeg \"hoi\" en, "dag"'),  # as Moodle writes it
        (r'"zeg \""hoi\"" en, ""dag"""', r'zeg \"hoi\" en, "dag"'),  # as others do
        (r'"aan het eind, \""', r"aan het eind, \""),
        (r'"aan het eind, \"""', r"aan het eind, \""),
        ('"pad C:\\"', "pad C:\\"),
        (r'"\", midden"', r"\", midden"),
    ],
)
def test_a_quote_after_a_backslash_is_read_as_moodle_writes_it(cell: str, text: str) -> None:
    assert described(cell) == text


def test_the_language_is_told_by_descriptions_too() -> None:
    made = planned(
        row("", "a", "Teamwork", "<p>Werkt samen met het team en de klant.</p>,1,,,,0,null,,,,")
    )
    assert made.language == "nl"
    choices = ImportChoices(otherwise="en")
    raw = "\n".join(
        [",".join(HEADER), ROOT, row("", "a", "Teamwork", "<p>Werkt met de klant.</p>,1,,,,,,,,,")]
    )
    assert moodle.plan(Source("x.csv", raw.encode()), choices).language == "nl"


def shuffled(header: tuple[str, ...], order: list[int]) -> bytes:
    """Return a framework with two competences, one under the other, with its columns in an order."""
    scale = '[{"scaleid":"3"},{"id":1,"scaledefault":1,"proficient":1}]'
    rows = [
        list(header),
        ["", "VB", "Model", "", "1", "Nee,Ja", scale, *[""] * 5, "1", "domain,competency"],
        ["", "A", "Mens", "<p>Wat wij doen.</p>", "1", *[""] * 3, "0", "null", *[""] * 4],
        ["A", "B", "Samenwerken", "<p>Helpt.</p>", "1", *[""] * 3, "0", "null", *[""] * 4],
    ]
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([row[place] for place in order] for row in rows)
    return buffer.getvalue().encode()


OLDER = (
    "Parent id number,Id number,Shortname,Description,Description format,Scale values,"
    "Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),"
    "Cross referenced competency id numbers,Exported id (optional),Is framework,Taxonomy"
)
DUTCH = (
    "Bovenliggend ID-nummer,ID-nummer,Korte naam,Beschrijving,Beschrijvingsformaat,Schaalwaarden,"
    "Schaalconfiguratie,Regeltype (optioneel),Regelresultaat (optioneel),"
    "Regelconfiguratie (optioneel),Kruisverwijzingen,Geëxporteerd ID (optioneel),Is raamwerk,"
    "Taxonomie"
)
HEADERS = [HEADER, tuple(OLDER.split(",")), tuple(DUTCH.split(","))]
ORDERS = [list(range(13, -1, -1)), [2, 1, 0, *range(3, 14)], [0, 1, 2, 3, 4, 12, 13, *range(5, 12)]]


@pytest.mark.parametrize("header", HEADERS, ids=lambda header: header[0])
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_columns_in_another_order_are_read_by_their_headers(
    header: tuple[str, ...], order: list[int]
) -> None:
    raw = shuffled(header, order)
    assert recognised(Source("raamwerk.csv", raw)).NAME == "moodle"
    made = moodle.plan(Source("raamwerk.csv", raw))
    assert missing_cells(made, raw) == set()
    assert any("andere volgorde" in one.say("nl") for one in made.remarks)
    framework = apply(made).framework
    assert framework is not None
    assert shape(framework) == {"Mens": ["Samenwerken"]}
    assert [str(one.definition) for one in framework.competences] == ["Helpt."]
    assert [one.name for one in framework.proficiency_scales[0].levels] == ["Nee", "Ja"]


SWAPS = {
    "code and parent": (0, 1),
    "code and name": (1, 2),
    "name and description": (2, 3),
    "description format": (3, 4),
    "levels and their configuration": (5, 6),
    "configuration and rule": (6, 7),
    "levels and taxonomy": (5, 13),
    "description format and is framework": (4, 12),
}


@pytest.mark.parametrize(("first", "second"), SWAPS.values(), ids=SWAPS)
def test_moved_columns_without_known_headers_are_refused_as_moodle(first: int, second: int) -> None:
    order = list(range(14))
    order[first], order[second] = second, first
    source = Source("raamwerk.csv", shuffled(tuple("abcdefghijklmn"), order))
    assert recognised(source).NAME == "moodle"
    with pytest.raises(UnusableError) as caught:
        moodle.plan(source)
    said = caught.value.say("nl")
    assert "uit Moodle" in said
    assert "verplaatst" in said


def test_headers_that_were_moved_without_their_columns_are_refused_as_moodle() -> None:
    rows = shuffled(HEADER, list(range(14))).split(b"\r\n")
    headers = shuffled(HEADER, ORDERS[1]).split(b"\r\n")
    raw = b"\r\n".join([headers[0], *rows[1:]])
    with pytest.raises(UnusableError, match=r"raamwerk\.csv"):
        moodle.plan(Source("raamwerk.csv", raw))


def test_headers_in_another_language_are_no_problem_in_the_order_of_moodle() -> None:
    made = moodle.plan(Source("x.csv", shuffled(tuple("abcdefghijklmn"), list(range(14)))))
    framework = apply(made).framework
    assert framework is not None
    assert shape(framework) == {"Mens": ["Samenwerken"]}
    assert not any("andere volgorde" in one.say("nl") for one in made.remarks)


def test_a_picture_in_a_description_is_left_over_and_its_text_is_kept() -> None:
    text = '"<p>Zie <img src=""@@PLUGINFILE@@/kring.png"" alt=""de kring van Deming""></p>"'
    made = planned(row("", "A", "Plannen", f"{text},1,,,,0,null,,,,"))
    assert made.framework is not None
    assert made.framework["competences"][0]["definition"] == "Zie de kring van Deming"
    (left,) = (one for one in made.left_overs if one.text == "kring.png")
    assert (left.cell.label, left.is_kept) == ("D3", False)
