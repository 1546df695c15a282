"""A table of people becomes a list of forms; what is wrong with a row is said, and stops nothing."""

import pytest

from competenties.findings import UnusableError
from competenties.office.tables import read_tables
from competenties.ratings.people import People, people_of


def people(*rows: str, header: str = "Naam;Nummer;E-mail;Rol;Beoordelaar") -> People:
    text = "\r\n".join([header, *rows])
    return people_of(read_tables("mensen.csv", text.encode()))


def remarks(found: People) -> list[tuple[int, str, bool]]:
    return [(one.row, one.said.nl, one.refused) for one in found.remarks]


@pytest.mark.parametrize(
    "header",
    [
        "naam;nummer;e-mail;rol",
        "NAAM;Personeelsnummer;Mail;Rol",
        "name;employee number;E-mail address;role",
    ],
)
def test_columns_are_known_by_dutch_and_english_names(header: str) -> None:
    (one,) = people("Jan;007;j@x.nl;zelf", header=header).people
    assert (one.name, one.number, one.email, one.role, one.row) == (
        "Jan",
        "007",
        "j@x.nl",
        "self",
        2,
    )


def test_each_rater_gets_a_form_and_an_equal_row_gets_one() -> None:
    found = people("Jan;1;;collega;Anne", "Jan;1;;collega;Bert", "Jan;1;;collega;anne")
    assert [one.rater for one in found.people] == ["Anne", "Bert"]
    ((row, said, refused),) = remarks(found)
    assert (row, refused) == (4, True)
    assert "ook in rij 2" in said


def test_bad_rows_are_named_and_the_others_go_on() -> None:
    found = people(";1;;;", "Jan;2;geen;;", "Piet;3;;baas;", "Éva;4;e@x.nl;;")
    assert [one.name for one in found.people] == ["Jan", "Éva"]
    assert [(row, refused) for row, _, refused in remarks(found)] == [
        (2, True),
        (3, False),
        (4, True),
    ]
    assert found.people[0].email == ""


def test_two_people_of_one_name_are_asked_about_where_nothing_tells_them_apart() -> None:
    found = people("Jan;;;;", "Jan;;a@x.nl;;")
    assert len(found.people) == 2
    assert any("dezelfde persoon?" in said for _, said, _ in remarks(found))
    assert remarks(people("Jan;1;;;", "Jan;2;;;")) == []


def test_a_formula_is_text_and_empty_rows_are_nothing() -> None:
    found = people("=cmd|' /C calc'!A0;;;;", ";;;;", "Jan;;;;")
    assert [one.name for one in found.people] == ["=cmd|' /C calc'!A0", "Jan"]
    assert remarks(found) == []


def test_last_agreements_are_the_lines_of_a_cell() -> None:
    header = "naam;afspraken"
    lines = "1. Belt elke klant terug.\n- Volgt een training.\n\nc\nd\ne\nf"
    (one,) = people(f'Jan;"{lines}"', header=header).people
    assert one.agreements == ("Belt elke klant terug.", "Volgt een training.", "c", "d", "e\nf")
    assert remarks(people(f"Jan;{'x' * 201}", header=header))[0][2] is False


def test_a_colleague_without_a_name_is_not_the_person_itself() -> None:
    found = people("Rita;1;rita@x.nl;collega;")
    assert found.people == ()
    assert "hoort een beoordelaar" in remarks(found)[0][1]


def test_a_missing_address_is_told_where_others_have_one() -> None:
    assert remarks(people("Jan;1;;;", "Eva;2;;;")) == []
    ((row, said, refused),) = remarks(people("Jan;1;j@x.nl;;", "Eva;2;;;"))
    assert (row, refused) == (3, False)
    assert "geen e-mailadres" in said


def test_a_table_without_names_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnusableError) as refused:
        people("1;2", header="a;b")
    assert 'kolom "naam"' in refused.value.say("nl")
