"""What a table becomes: three shapes, headers in two languages, points in cells, nothing lost."""

import pytest
from importing import behaviour, framework_of, imported, left, planned, planned_file, raw_table

from competenties.findings import NotFoundError
from competenties.formats.applying import apply
from competenties.messages import LANGUAGES

WIDE = (
    ["Cluster", "Competentie", "Definitie", "Niveau 1 – Basis", "Niveau 2 – Gevorderd"],
    ["Klant", "Luisteren", "Hoort wat iemand vraagt.", "- Vraagt door.\n- Vat samen.", "- Toetst."],
    ["Klant", "Schrijven", "Schrijft zoals iemand leest.", "", "- Kort in.\n• Legt uit."],
)
LONG = (
    ["Competentie", "Niveau", "Gedragsindicator", "Soort indicator"],
    ["Luisteren", "1", "Vraagt door.", ""],
    ["", "", "Vat samen.", "kennis"],
    ["", "2", "Toetst.", ""],
    ["Schrijven", "2", "Kort in.", ""],
)
JOBS = (
    ["Functie", "Competentie", "Gevraagd niveau", "Weging", "Vereist of gewenst"],
    ["Baliemedewerker", "Luisteren", "2", "1,5", "gewenst"],
    ["", "Schrijven", "Gevorderd", "", ""],
    ["Redacteur", "Schrijven", "2", "", "vereist"],
)


def test_a_row_a_competence_with_a_column_a_level() -> None:
    framework = framework_of(*WIDE, name="Balie")
    assert behaviour(framework) == {
        "Luisteren": {1: ["Vraagt door.", "Vat samen."], 2: ["Toetst."]},
        "Schrijven": {2: ["Kort in.", "Legt uit."]},
    }
    assert (framework.id, framework.name, framework.language) == ("balie", "Balie", "nl")
    assert [one.name for one in framework.clusters] == ["Klant"]
    assert framework.competences[0].definition == "Hoort wat iemand vraagt."
    (scale,) = framework.proficiency_scales
    assert [(one.number, one.name) for one in scale.levels] == [(1, "Basis"), (2, "Gevorderd")]
    assert scale.partial


def test_a_row_an_indicator_and_an_empty_cell_says_what_stands_above_it() -> None:
    framework = framework_of(*LONG)
    assert behaviour(framework) == {
        "Luisteren": {1: ["Vraagt door.", "Vat samen."], 2: ["Toetst."]},
        "Schrijven": {2: ["Kort in."]},
    }
    assert framework.competences[0].levels[0].indicators[1].kind == "knowledge"


def test_a_row_a_job_and_competence_refers_to_a_framework_that_is_there() -> None:
    framework = framework_of(*WIDE, name="Balie")
    made = planned(*JOBS, known=framework)
    result = apply(made)
    assert result.framework is None
    first, second = result.profiles
    assert (first.name, second.name) == ("Baliemedewerker", "Redacteur")
    assert [one.id for one in first.frameworks] == ["balie"]
    assert [(one.competence, one.level) for one in first.requirements] == [
        ("luisteren", 2),
        ("schrijven", 2),
    ]
    assert (first.requirements[0].weight, first.requirements[0].need) == (1.5, "desirable")


def test_a_table_of_jobs_alone_makes_the_framework_that_it_needs() -> None:
    result = imported(*JOBS)
    assert result.framework is not None
    assert [one.name for one in result.framework.competences] == ["Luisteren", "Schrijven"]
    assert [len(one.requirements) for one in result.profiles] == [2, 1]


def test_a_competence_that_the_framework_lacks_keeps_its_name_and_is_a_guess() -> None:
    framework = framework_of(*WIDE)
    made = planned(JOBS[0], ["Redacteur", "Spellen", "Meester", "", ""], known=framework)
    (profile,) = apply(made).profiles
    (requirement,) = profile.requirements
    assert (requirement.competence, requirement.name) == ("spellen", "Spellen")
    assert requirement.words == "Meester"
    guessed = {cell.label for _, one in made.doubts() for cell in one.cells}
    assert guessed == {"B2", "C2"}


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        (["Competentie", "Omschrijving"], ["competentie", "definitie"]),
        (["Skill Name", "Skill Description"], ["competentie", "definitie"]),
        (["Naam competentie", "Definitie van de competentie"], ["competentie", "definitie"]),
        (["COMPETENTIENAAM", "toelichting"], ["competentie", "definitie"]),
        (["Compententie", "Definitie"], ["competentie", "definitie"]),
        (["Competence area", "Competency", "Level 1"], ["cluster", "competentie", None]),
        (["Domein", "Vaardigheid", "1", "2"], ["cluster", "competentie", "niveau 1", "niveau 2"]),
        (["Skill", "Junior", "Medior"], ["competentie", "niveau 1", "niveau 2"]),
        (["Rol", "Competentie", "Vereist niveau"], ["functie", "competentie", "niveau"]),
        (["Competentie", "Gedrag", "Medewerker"], ["competentie", "gedragsindicator", None]),
    ],
)
def test_headers_are_recognised(titles: list[str], fields: list[str | None]) -> None:
    made = planned(titles, [f"Tekst {number}" for number in range(len(titles))])
    assert [one.becomes.nl if one.becomes else None for one in made.columns] == fields


def test_a_column_that_is_not_recognised_is_kept_with_its_item() -> None:
    made = planned([*WIDE[0], "Kleur"], [*WIDE[1], "blauw"])
    assert left(made) == {"F1": "deze kolom is niet herkend", "F2": "deze kolom is niet herkend"}
    framework = apply(made).framework
    assert framework is not None
    assert framework.competences[0].extra == {"Kleur": "blauw"}


def test_what_belongs_to_no_row_is_kept_with_the_framework() -> None:
    made = planned(["Ons model 2026"], *LONG, ["", "", "", "houding"])
    assert left(made) == {
        "A1": "staat boven de kopregel",
        "D7": "zegt in deze rij niets over een onderdeel",
    }
    framework = apply(made).framework
    assert framework is not None
    assert framework.extra["left-overs"] == {"tabel!A1": "Ons model 2026"}


def test_names_of_people_are_never_taken_over() -> None:
    made = planned([*LONG[0], "Naam medewerker"], [*LONG[1], "Jan de Vries"])
    assert [(one.cell.label, one.is_kept) for one in made.left_overs] == [
        ("E1", False),
        ("E2", False),
    ]
    assert "Jan" not in str(apply(made))


def test_a_second_text_about_the_same_item_is_left_over_not_lost() -> None:
    rows = (
        ["Competentie", "Definitie", "Niveau", "Gedragsindicator"],
        ["Luisteren", "Hoort.", "1", "Vraagt door."],
        ["Luisteren", "Hoort wel.", "1", "Vat samen."],
    )
    made = planned(*rows)
    assert left(made) == {"B3": "wijkt af van wat in tabel!B2 staat over hetzelfde onderdeel"}
    framework = apply(made).framework
    assert framework is not None
    assert framework.competences[0].definition == "Hoort."
    assert framework.competences[0].extra == {"definition": "Hoort wel."}


def test_columns_can_be_mapped_by_title_and_by_letter() -> None:
    rows = (["Ding", "Uitleg", "Starter", "Kenner"], ["Luisteren", "Hoort.", "Vraagt.", "Toetst."])
    columns = ["Ding=competentie", "B=definition", "starter = niveau 1", "Kenner=level 2 – Kenner"]
    framework = framework_of(*rows, columns=columns)
    assert behaviour(framework) == {"Luisteren": {1: ["Vraagt."], 2: ["Toetst."]}}
    assert framework.competences[0].definition == "Hoort."


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("Onzin=competentie", "Luisteren"),
        ("Competentie=onzin", "gedragsindicator"),
        ("Competentie", "kop=betekenis"),
    ],
)
def test_a_mapping_that_cannot_be_says_what_can(column: str, said: str) -> None:
    with pytest.raises((NotFoundError, Exception)) as caught:
        planned(*WIDE, columns=[column])
    assert said in caught.value.say("nl")  # type: ignore[attr-defined]
    assert caught.value.say("nl") != caught.value.say("en")  # type: ignore[attr-defined]


def test_unknown_columns_with_long_texts_are_guessed_to_be_levels() -> None:
    text = "Doet iets dat iedereen kan zien en horen."
    made = planned(["Competentie", "Starter", "Kenner"], ["Luisteren", text, f"{text} Ook."])
    assert [one.confidence for one in made.columns] == ["certain", "guess", "guess"]
    assert apply(made).framework is not None


def test_a_sheet_of_somebody_else_may_call_its_codes_competence_ids() -> None:
    framework = framework_of(
        ["Competentie-id", "Competentie", "Niveau 1", "Niveau 2"],
        ["c1", "Luisteren", "• Vraagt door.\n• Vat samen.", "• Toetst."],
    )
    assert behaviour(framework) == {
        "Luisteren": {1: ["Vraagt door.", "Vat samen."], 2: ["Toetst."]}
    }


def test_where_cells_hold_points_a_text_without_a_sign_describes_the_level() -> None:
    framework = framework_of(
        ["Skill", "Level 1", "Level 2", "Level 3"],
        ["Listening", "You can:\n- ask on\n- sum up", "This level is not defined.", "- lead"],
    )
    first, second, _ = framework.competences[0].levels
    assert first.text == "You can:"
    assert [one.text for one in first.indicators] == ["ask on", "sum up"]
    assert (second.text, second.indicators) == ("This level is not defined.", ())


def test_where_no_cell_holds_points_each_line_is_an_indicator() -> None:
    framework = framework_of(
        ["Skill", "Level 1", "Level 2"], ["Listening", "asks on\nsums up", "x y"]
    )
    assert behaviour(framework) == {"Listening": {1: ["asks on", "sums up"], 2: ["x y"]}}


@pytest.mark.parametrize("sign", ["-", "–", "*", "•", "·", "▪", "1.", "2)", "a)", "o", "\uf0b7"])
def test_signs_of_points_are_taken_away_and_a_point_goes_on_over_lines(sign: str) -> None:
    cell = f"{sign} vraagt door\nop wat hij hoort\n{sign} vat samen"
    framework = framework_of(["Competentie", "Niveau 1", "Niveau 2"], ["Luisteren", cell, ""])
    assert behaviour(framework) == {"Luisteren": {1: ["vraagt door op wat hij hoort", "vat samen"]}}


def test_points_behind_each_other_on_one_line_are_several() -> None:
    framework = framework_of(["Competentie", "Niveau 1", "Niveau 2"], ["A", "• x y • z", ""])
    assert behaviour(framework) == {"A": {1: ["x y", "z"]}}


def test_two_languages_side_by_side_become_one_framework() -> None:
    framework = framework_of(
        ["Competence", "Competence (nl)", "Level", "Behaviour", "Behaviour (nl)"],
        ["Listening", "Luisteren", "1", "Asks the customer for the reason.", "Vraagt door."],
        language="en",
    )
    (competence,) = framework.competences
    assert competence.name == {"en": "Listening", "nl": "Luisteren"}
    assert competence.id == "listening"
    texts = [one.text for one in competence.levels[0].indicators]
    assert texts == [{"en": "Asks the customer for the reason.", "nl": "Vraagt door."}]


def test_headers_in_two_languages_become_one_framework_in_both() -> None:
    framework = framework_of(
        ["Competentie", "Competency", "Niveau 1", "Level 1", "Niveau 2", "Level 2"],
        ["Luisteren", "Listening", "Vraagt door.", "Asks on.", "Vat samen.", "Sums up."],
    )
    (competence,) = framework.competences
    assert competence.name == {"nl": "Luisteren", "en": "Listening"}
    assert [[one.text for one in level.indicators] for level in competence.levels] == [
        [{"nl": "Vraagt door.", "en": "Asks on."}],
        [{"nl": "Vat samen.", "en": "Sums up."}],
    ]


def test_the_language_is_that_of_the_texts_else_of_the_framework_else_of_the_headers() -> None:
    english = framework_of(["Skill", "Level 1", "Level 2"], ["Aa", "bb", "cc"])
    assert english.language == "en"
    dutch = framework_of(
        ["Vaardigheid", "Niveau 1", "Niveau 2"], ["Aa", "bb", "cc"], otherwise="en"
    )
    assert dutch.language == "nl"
    (profile,) = imported(["Job", "Skill"], ["Bb", "Aa"], known=dutch).profiles
    assert profile.language == "nl"
    texts = [
        "Asks the customer for the reason and the date.",
        "Sums up what was said by the other.",
    ]
    assert framework_of(["Vaardigheid", "Niveau 1", "Niveau 2"], ["Aa", *texts]).language == "en"


def test_a_column_can_be_mapped_to_a_language() -> None:
    framework = framework_of(
        ["Wat", "What", "Definitie"],
        ["Luisteren", "Listening", "Hoort wat iemand vraagt."],
        columns=["Wat=competentie (nl)", "What=competence (en)"],
    )
    assert framework.competences[0].name == {"nl": "Luisteren", "en": "Listening"}


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (["Niveau A", "Niveau B", "Niveau C"], [1, 2, 3]),
        (["Niveau I", "Niveau II", "Niveau IV"], [1, 2, 4]),
        (["N1", "N2", "N3"], [1, 2, 3]),
    ],
)
def test_levels_may_have_letters_and_roman_numerals(titles: list[str], numbers: list[int]) -> None:
    framework = framework_of(
        ["Competentie", "Omschrijving", *titles], ["Luisteren", "Hoort.", "een", "twee", "drie"]
    )
    (competence,) = framework.competences
    assert competence.definition == "Hoort."
    assert [one.level for one in competence.levels] == numbers
    assert [one.indicators[0].text for one in competence.levels] == ["een", "twee", "drie"]


def test_a_level_without_points_among_many_with_them_has_to_be_looked_at() -> None:
    cells = ["- a b\n- c d", "- e f", "Nog niet beschreven."]
    made = planned(["Competentie", "Niveau 1", "Niveau 2", "Niveau 3"], ["Luisteren", *cells])
    ((cell, text),) = [(one.cell.label, one.text.nl) for one in made.notes]
    assert cell == "D2"
    assert text.startswith("gelezen als omschrijving van het niveau")


def test_one_cell_with_points_changes_nothing_in_the_others() -> None:
    framework = framework_of(
        ["Competentie", "Niveau 1", "Niveau 2", "Niveau 3"],
        ["Moed", "Zegt nee.", "- Komt op voor anderen.\n- Vraagt hulp.", "Spreekt aan."],
    )
    assert behaviour(framework) == {
        "Moed": {
            1: ["Zegt nee."],
            2: ["Komt op voor anderen.", "Vraagt hulp."],
            3: ["Spreekt aan."],
        }
    }


def test_a_level_that_is_called_otherwise_in_the_framework_has_to_be_looked_at() -> None:
    framework = framework_of(*WIDE)
    rows = (["Balie", "Luisteren", "2 - Met hulp"], ["Balie", "Schrijven", "9"])
    made = planned(["Functie", "Competentie", "Niveau"], *rows, known=framework)
    assert [(one.cell.label, one.text.nl) for one in made.notes] == [
        (
            "C2",
            'niveau 2 heet in het model anders dan "Met hulp"; niveau 2 is aangehouden',
        ),
        ("C3", 'niveau 9 bestaat niet bij "Schrijven"'),
    ]


@pytest.mark.parametrize("word", ["n.v.t.", "-", "geen", "N.v.t"])
def test_a_competence_that_is_not_applicable_is_not_requested(word: str) -> None:
    framework = framework_of(*WIDE)
    rows = (["Balie", "Luisteren", "2"], ["Balie", "Schrijven", word])
    made = planned(["Functie", "Competentie", "Niveau"], *rows, known=framework)
    assert left(made) == {"B3": "wordt niet gevraagd", "C3": "wordt niet gevraagd"}
    (profile,) = apply(made).profiles
    assert [one.competence for one in profile.requirements] == ["luisteren"]


def test_a_competence_is_missed_with_the_one_that_was_probably_meant() -> None:
    framework = framework_of(*WIDE, name="Balie")
    rows = (["Functie", "Competentie"], ["Redacteur", "Schrijvn"])
    (note,) = planned(*rows, known=framework).notes
    assert note.text.nl == '"Schrijvn" staat niet in Balie. Bedoelt u "Schrijven" (schrijven)? '


def test_the_same_name_in_two_rows_of_competences_is_two_competences() -> None:
    framework = framework_of(WIDE[0], WIDE[1], WIDE[1])
    assert [one.id for one in framework.competences] == ["luisteren", "luisteren-2"]


def test_importing_the_same_sheet_twice_gives_the_same_ids() -> None:
    assert framework_of(*WIDE) == framework_of(*WIDE)


def test_levels_by_name_are_put_in_their_known_order() -> None:
    framework = framework_of(
        ["Skill", "Skill Level", "Behaviour"],
        ["Testing", "Expert", "leads"],
        ["Testing", "Working", "does"],
        ["Testing", "Practitioner", "helps"],
    )
    assert behaviour(framework) == {"Testing": {1: ["does"], 2: ["helps"], 3: ["leads"]}}


def test_codes_of_another_system_are_kept_as_foreign_ids() -> None:
    framework = framework_of(["Nr.", "Competentie", "Definitie"], ["1.1", "Luisteren", "Hoort."])
    (identifier,) = framework.competences[0].identifiers
    assert (identifier.scheme, identifier.id) == ("Nr.", "1.1")


def test_a_word_that_a_column_does_not_know_is_left_over_with_the_words_that_it_does() -> None:
    made = planned([*WIDE[0], "Soort"], [*WIDE[1], "blauw"])
    assert left(made)["F2"].startswith(
        "dit woord is hier niet bekend; bekend zijn: kerncompetentie"
    )


def test_every_reason_and_field_is_said_in_both_languages() -> None:
    made = planned([*LONG[0], "Kleur"], [*LONG[1], "x"], ["", "", "", "houding"])
    phrases = [one.reason for one in made.left_overs]
    phrases += [one.becomes for one in made.columns if one.becomes]
    assert all(phrase.say(language) for phrase in phrases for language in LANGUAGES)


def test_the_plan_says_from_which_cell_each_text_comes() -> None:
    made = planned_file(raw_table(*WIDE))
    origins = {path: [cell.label for cell in one.cells] for path, one in made.origins.items()}
    assert origins["framework", "competences", 0, "name"] == ["B2"]
    assert origins["framework", "clusters", 0, "name"] == ["A2", "A3"]
    path = ("framework", "competences", 1, "levels", 0, "indicators", 1, "text")
    assert origins[path] == ["E3"]
