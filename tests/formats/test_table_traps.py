"""Traps in real tables: what must never end up at another item, in a model, or nowhere."""

import re
import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from importing import behaviour, framework_of, imported, left, planned, planned_file, raw_table
from odd_workbooks import package_of, sheet_xml

from competenties.findings import CompetentiesError
from competenties.formats.applying import apply
from competenties.formats.plan import Cell
from competenties.office.clean import has_ink


def sheet_of(*rows: list[str]) -> bytes:
    """Return a workbook; a text such as #N/A becomes a cell with that error."""
    made = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{letter}{number}" t="e"><v>{text}</v></c>'
            if text.startswith("#N")
            else f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for letter, text in zip("ABCDE", row, strict=False)
        )
        made.append(f'<row r="{number}">{cells}</row>')
    return package_of(sheet_xml("".join(made)))


def test_names_that_differ_in_signs_only_are_different_items() -> None:
    rows = (["C#", "1", "x"], ["C++", "1", "y"], ["C", "1", "z"])
    framework = framework_of(["Competentie", "Niveau", "Gedrag"], *rows)
    assert behaviour(framework) == {"C#": {1: ["x"]}, "C++": {1: ["y"]}, "C": {1: ["z"]}}
    jobs = (["Dev C#", "C#", "1"], ["Dev C++", "C++", "1"])
    profiles = imported(["Functie", "Competentie", "Niveau"], *jobs, known=framework).profiles
    asked = [(one.name, [r.competence for r in one.requirements]) for one in profiles]
    assert asked == [("Dev C#", ["c"]), ("Dev C++", ["c-2"])]


def test_a_code_that_occurs_twice_makes_no_item_of_two() -> None:
    header = ["Code", "Competentie", "Definitie", "Niveau 1", "Niveau 2"]
    rows = (["S1", "A", "da", "a1", "a2"], ["S1", "B", "db", "b1", "b2"])
    framework = framework_of(header, *rows)
    assert behaviour(framework) == {"A": {1: ["a1"], 2: ["a2"]}, "B": {1: ["b1"], 2: ["b2"]}}
    two = (["1", "A", "1", "x"], ["2", "A", "1", "y"])
    framework = framework_of(["Code", "Competentie", "Niveau", "Gedrag"], *two)
    assert len(framework.competences) == 2
    jobs = (["M", "F1", "A", "1"], ["N", "F1", "A", "3"], ["M", "", "B", "2"])
    profiles = imported(["Functie", "Functiecode", "Competentie", "Niveau"], *jobs).profiles
    assert [(one.name, len(one.requirements)) for one in profiles] == [("M", 2), ("N", 1)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (["Competentie", "Niveau", "Gedrag"], ["A", "3", "x"], ["B", "", "y"], ["", "", "z"]),
            {"A": {3: ["x"]}, "B": {0: ["y", "z"]}},
        ),
        (
            (["Cluster", "Competentie", "Gedrag"], ["K", "A", "x"], ["", "", "y"], ["L", "B", "z"]),
            {"A": {0: ["x", "y"]}, "B": {0: ["z"]}},
        ),
    ],
)
def test_a_new_item_takes_nothing_from_the_one_above_it(rows: Any, expected: Any) -> None:
    assert behaviour(framework_of(*rows)) == expected


def test_a_cluster_in_every_row_ends_neither_a_job_nor_a_competence() -> None:
    rows = (["K", "Luisteren", "1", "x"], ["K", "", "1", "y"], ["K", "", "2", "z"])
    framework = framework_of(["Cluster", "Competentie", "Niveau", "Gedrag"], *rows)
    assert behaviour(framework) == {"Luisteren": {1: ["x", "y"], 2: ["z"]}}
    jobs = (
        ["Balie", "K", "A", "1"],
        ["", "L", "B", "2"],
        ["", "L", "C", "1"],
        ["Winkel", "K", "A", "1"],
    )
    profiles = imported(["Functie", "Cluster", "Competentie", "Niveau"], *jobs).profiles
    assert [(one.name, len(one.requirements)) for one in profiles] == [("Balie", 3), ("Winkel", 1)]


def test_a_new_cluster_has_no_description_and_no_cluster_of_the_one_above_it() -> None:
    rows = (["A", "Over A", "X", "d"], ["B", "", "Y", "e"])
    framework = framework_of(["Cluster", "Omschrijving cluster", "Competentie", "Definitie"], *rows)
    assert [one.description for one in framework.clusters] == ["Over A", None]
    rows = (["A", "a1", "X", "d"], ["B", "", "Y", "e"])
    framework = framework_of(["Cluster", "Cluster 2", "Competentie", "Definitie"], *rows)
    assert [(one.name, one.parent) for one in framework.clusters] == [
        ("A", None),
        ("a1", "a"),
        ("B", None),
    ]


def test_an_error_of_excel_is_not_an_empty_cell_that_the_one_above_fills() -> None:
    rows = (["Competentie", "Niveau", "Gedrag"], ["Luisteren", "1", "x"], ["#N/A", "1", "y"])
    made = planned_file(sheet_of(*rows), "x.xlsx")
    framework = apply(made).framework
    assert framework is not None
    assert behaviour(framework) == {"Luisteren": {1: ["x"]}}
    assert set(left(made)) == {"A3", "B3", "C3"}


def test_names_and_addresses_of_people_never_reach_a_model() -> None:
    header = ["Naam", "Functie", "Competentie", "Niveau", "Eigenaar", "Manager", "Opmerking"]
    row = ["Jansen", "Adviseur", "Luisteren", "3", "Jan", "jan-jansen", "vraag jan@voorbeeld.nl"]
    made = planned(header, row)
    result = apply(made)
    assert result.framework is not None
    assert [one.name for one in result.framework.competences] == ["Luisteren"]
    for word in ("Jan", "jansen", "voorbeeld.nl"):
        assert word.lower() not in str(result).lower()


@pytest.mark.parametrize(
    ("cell", "level"), [("1.0", 1), ("2", 2), ("2-3", None), ("1.5", None), ("100", None)]
)
def test_a_cell_that_is_no_level_makes_no_level(cell: str, level: int | None) -> None:
    rows = (["Luisteren", "1", "x"], ["Luisteren", "2", "y"], ["Luisteren", cell, "z"])
    framework = framework_of(["Competentie", "Niveau", "Gedrag"], *rows)
    found = behaviour(framework)["Luisteren"]
    assert "z" in found[level if level is not None else 0]
    assert set(found) <= {0, 1, 2}


def test_levels_by_name_keep_away_from_numbers_and_stand_in_their_known_order() -> None:
    rows = (["A", "Meester", "een"], ["A", "1", "twee"], ["A", "2", "drie"])
    framework = framework_of(["Competentie", "Niveau", "Gedrag"], *rows)
    found = behaviour(framework)["A"]
    assert (found[1], found[2]) == (["twee"], ["drie"])
    framework = framework_of(["Skill", "Expert", "Advanced", "Basic"], ["A", "e", "a", "b"])
    scale = [one.name for one in framework.proficiency_scales[0].levels]
    assert sorted(scale, key=str) == ["Advanced", "Basic", "Expert"]


@pytest.mark.parametrize(
    "rows",
    [
        (["Begrip", "Betekenis", "Bron"], ["een", "twee", "drie"]),
        (
            ["Niveau", "Niveaunaam", "Omschrijving niveau"],
            *([str(n), "x", "y"] for n in range(120)),
        ),
        (["Competentie", "Niveau", "Gedrag"], *(["A", f"naam {n}", "x"] for n in range(120))),
        (
            ["Rol", "Role (en)", "Rol niveau", "Competentie", "Niveau"],
            ["", "Tester", "S", "A", "2"],
        ),
        (["Competentie-id", "Competentie", "Definitie"], ["con", "A", "d"], ["con", "B", "e"]),
    ],
)
def test_no_table_makes_the_program_fail(rows: Any) -> None:
    with_competences = (["Competentie", "Definitie"], ["A", "b"])
    for raw in (raw_table(*rows), raw_table(*with_competences)):
        try:
            apply(planned_file(raw))
        except CompetentiesError as error:
            assert error.say("nl") != error.say("en")  # noqa: PT017  (either is good)


def test_an_id_that_is_taken_or_that_windows_keeps_is_made_anew() -> None:
    rows = (["a", "A", "d"], ["a", "B", "e"], ["con", "C", "f"])
    framework = framework_of(["Competentie-id", "Competentie", "Definitie"], *rows)
    ids = [one.id for one in framework.competences]
    assert len(set(ids)) == len(ids)
    assert "con" not in ids


def test_a_name_and_a_description_alone_may_be_of_anything() -> None:
    with pytest.raises(CompetentiesError):
        planned(["Naam", "Omschrijving"], ["Bureau", "Staat in de hal."])
    framework = framework_of(["Naam", "Omschrijving", "Niveau 1", "Niveau 2"], ["A", "b", "c", "d"])
    assert behaviour(framework) == {"A": {1: ["c"], 2: ["d"]}}
    chosen = ["Naam=competentie", "Omschrijving=definitie"]
    framework = framework_of(["Naam", "Omschrijving"], ["A", "b"], columns=chosen)
    assert framework.competences[0].definition == "b"


def test_a_row_of_data_far_down_is_no_header() -> None:
    rows = [[f"sleutel {n}", f"tekst {n}", f"uitleg {n}"] for n in range(20)]
    rows[6] = ["x", "competence", "niveau 1"]
    with pytest.raises(CompetentiesError):
        planned(*rows)


@pytest.mark.parametrize(
    "row",
    [
        ["x" + " " * 100_000 + "y", "d"],
        ["A", "d" + ";" + " " * 100_000],
    ],
)
def test_a_cell_of_spaces_costs_no_time(row: list[str]) -> None:
    start = time.process_time()
    planned(["Competentie", "Ook bekend als"], row)
    assert time.process_time() - start < 10


def test_ten_thousand_equal_rows_cost_no_more_than_others() -> None:
    start = time.process_time()
    planned(["Competentie", "Niveau", "Gedrag"], *([["A", "1", "x"]] * 10_000))
    assert time.process_time() - start < 20


WORDS = st.sampled_from(["Alfa", "Beta", "Gamma", "Delta", "Basis", "Expert", "1", "2", "3", ""])
HEADERS = (
    ["Cluster", "Competentie", "Niveau", "Gedrag"],
    ["Competentie", "Definitie", "Niveau 1", "Niveau 2"],
    ["Competentie", "Niveau (nl)", "Niveau (en)", "Gedrag"],
    ["Functie", "Competentie", "Niveau", "Kleur"],
    ["Competentie", "Competentie (en)", "Gedrag", "Gedrag (en)"],
)


@settings(max_examples=300, deadline=None)
@example(HEADERS[2], [["Alfa", "Basis", "Expert", "Alfa"], ["Alfa", "Expert", "Alfa", "Alfa"]])
@given(st.sampled_from(HEADERS), st.lists(st.lists(WORDS, min_size=4, max_size=4), max_size=6))
def test_what_a_plan_calls_used_can_be_read_in_what_it_makes(
    header: list[str], rows: list[list[str]]
) -> None:
    try:
        made = planned_file(raw_table(header, *rows))
    except CompetentiesError:
        return
    result = apply(made)
    text = f"{result.framework!r} {result.profiles!r}"
    for cell in made.used_cells():
        assert isinstance(cell, Cell)
        said = rows[cell.row - 2][cell.column - 1] if cell.row > 1 else ""
        if has_ink(said) and not re.fullmatch(r"\d", said):
            assert said in text, (cell.label, said)
