"""A table of people is refused; competences and jobs with an owner or manager beside them are not."""

from typing import Any

import pytest
from importing import imported, left, planned, raw_table
from odd_workbooks import workbook_of

from competenties.findings import UnusableError
from competenties.formats.applying import apply
from competenties.formats.plan import Cell
from competenties.formats.source import ImportChoices, Source
from competenties.formats.table import plan

JAN = ["Jan de Vries", "00123", "jan@voorbeeld.nl"]


def refusal(*rows: list[str], **choices: Any) -> str:
    with pytest.raises(UnusableError) as caught:
        plan(Source("mensen.csv", raw_table(*rows)), ImportChoices(**choices))
    assert "is a table of people" in caught.value.say("en")
    return caught.value.say("nl")


def test_the_refusal_says_what_it_is_and_what_to_do() -> None:
    said = refusal(["Naam", "Nummer", "E-mail"], JAN).splitlines()
    assert said[0] == (
        "mensen.csv is een tabel van mensen, en in een model of functieprofiel staan nooit "
        "gegevens van personen."
    )
    assert said[1].endswith("--people mensen.csv -o formulieren")
    assert [line.startswith("  → ") for line in said] == [False, True, True]


@pytest.mark.parametrize(
    "rows",
    [
        (["Naam", "Functie", "Afdeling"], ["Jan de Vries", "Adviseur", "Balie"]),
        (["naam", "rol", "beoordelaar"], ["Jan de Vries", "collega", "Anne Müller"]),
        (["Name", "Job", "Line manager"], ["Jan de Vries", "Adviser", "Piet"]),
        (["Medewerker", "Functie"], ["Jan de Vries", "Adviseur"]),
        (["Voornaam", "Achternaam"], ["Jan", "Vries"]),
        (["Personeelsnummer", "Naam"], ["7", "Jan"]),
        (["Overzicht", "2026"], ["Naam", "E-mail"], ["Jan", "jan@voorbeeld.nl"]),
        (
            ["Naam", "E-mail", "Functie", "Competentie", "Niveau"],
            ["Jan", "x", "Adviseur", "Luisteren", "2"],
        ),
        (["Medewerker", "Nummer", "Competentie", "Niveau"], ["Jan", "12", "Luisteren", "2"]),
        (["Naam", "Nummer", "Competentie", "Afdeling"], ["Jan", "12", "Luisteren", "Balie"]),
    ],
)
def test_people_are_known_by_their_headers(rows: tuple[list[str], ...]) -> None:
    refusal(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        (["Wie", "Waar te vinden"], ["Jan", "jan@voorbeeld.nl"], ["Kim", "kim@voorbeeld.nl"]),
        (["Ontvanger", "Post", "Code"], ["Jan", "jan@voorbeeld.nl", "a1"]),
        (["Nr", "Wie", "Plek"], JAN[1::-1], ["00124", "Kim van den Bos"], ["00125", "J. Ünal"]),
        (["00123", "Vries, Jan de"], ["00124", "Bos, Kim"]),
        (["Nummer", "Naam", "Functie"], ["00123", "Jan de Vries", "Adviseur"]),
    ],
)
def test_people_are_known_by_what_stands_in_the_columns(rows: tuple[list[str], ...]) -> None:
    refusal(*rows)


@pytest.mark.parametrize(
    ("header", "row", "dropped"),
    [
        (["Functie", "Competentie", "Niveau", "Eigenaar"], ["Chef", "Plannen", "2", "Jan"], "D"),
        (["Role", "Skill", "Level", "Owner e-mail"], ["Chef", "Plan", "2", "jan@x.nl"], "D"),
        (
            ["Functie", "Competentie", "Niveau", "Leidinggevende", "Manager", "Beoordelaar"],
            ["Chef", "Plannen", "2", "Jan", "Jan", "Jan"],
            "DEF",
        ),
        (["Naam", "Definitie", "Manager", "E-mail"], ["Plannen", "Zet.", "Jan", "jan@x.nl"], "CD"),
        (["Competentie", "Gedrag", "Medewerker"], ["Plannen", "Vat samen.", "Jan"], "C"),
    ],
)
def test_an_owner_or_manager_beside_competences_or_jobs_is_left_behind(
    header: list[str], row: list[str], dropped: str
) -> None:
    made = planned(header, row)
    assert {cell[0] for cell in left(made)} == set(dropped)
    assert not any(one.is_kept for one in made.left_overs)
    assert "jan" not in str(apply(made)).casefold()


@pytest.mark.parametrize(
    "rows",
    [
        (["Nummer", "Naam", "Cluster"], ["1001", "Customer Focus", "Working together"]),
        (["Nummer", "Naam", "Niveau", "Functie"], ["101", "Customer Focus", "2", "Adviser"]),
        (["Code", "Naam", "Functie"], ["101", "Customer Focus", "Adviser"]),
    ],
)
def test_numbers_beside_names_of_competences_are_no_people(rows: tuple[list[str], ...]) -> None:
    framework = imported(*rows).framework
    assert framework is not None
    assert [one.name for one in framework.competences] == ["Customer Focus"]


def test_columns_that_somebody_says_to_skip_do_not_count() -> None:
    rows = (["Naam", "E-mail", "Competentie", "Definitie"], [*JAN[::2], "Plannen", "Zet."])
    refusal(*rows, columns=["Naam=competentie"])
    made = planned(*rows, columns=["Naam=persoon", "E-mail=overslaan"])
    assert "jan" not in str(apply(made)).casefold()


def test_a_sheet_of_people_beside_a_framework_is_left_out_whole() -> None:
    def fill(sheet: Any) -> None:
        for row in (["Competentie", "Definitie"], ["Plannen", "Zet werk in volgorde."]):
            sheet.append(row)
        people = sheet.parent.create_sheet("Team")
        for row in (["Naam", "Nummer", "E-mail"], JAN):
            people.append(row)

    made = plan(Source("model.xlsx", workbook_of(fill)))
    gone = [
        one for one in made.left_overs if isinstance(one.cell, Cell) and one.cell.sheet == "Team"
    ]
    assert len(gone) == 6
    assert not any(one.is_kept for one in gone)
    assert "jan" not in str(apply(made)).casefold()


def test_results_of_people_are_refused_with_all_their_sheets() -> None:
    def fill(sheet: Any) -> None:
        for row in (["Competentie", "Gedragsindicator"], ["Plannen", "Zet werk in volgorde."]):
            sheet.append(row)
        people = sheet.parent.create_sheet("Uitkomsten")
        for row in (["Naam", "Nummer", "Competentie", "Periode"], ["Jan", "12", "Plannen", "2026"]):
            people.append(row)

    with pytest.raises(UnusableError):
        plan(Source("uitkomsten.xlsx", workbook_of(fill)))
