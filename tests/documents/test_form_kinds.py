"""Four kinds of form: what stands on each, and what never does."""

from dataclasses import replace
from typing import Any

import pytest
from made_documents import (
    form_rows,
    headings,
    lines_under,
    rating_sheet,
    request_of,
    said,
    sheet_texts,
    shipped_framework,
    shipped_request,
    workbook_file,
)

from competenties.documents import document_files
from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.text import text_in
from competenties.office.blocks import Blank, Choice, Document, Fields, Row, Table, Ticks

KINDS: tuple[FormKind, ...] = ("self-reflection", "feedback", "conversation", "appraisal-report")
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def form_request(kind: FormKind, language: Language = "nl", suffix: str = "") -> ProfileRequest:
    return replace(shipped_request(language), form=kind, suffix=suffix)


def form(kind: FormKind, language: Language = "nl", suffix: str = "") -> Document:
    return rating_sheet(form_request(kind, language, suffix))


def table_under(document: Document, title: str) -> Table:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    (found,) = (one for one in tables if one.about == title)
    return found


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (
            "self-reflection",
            ["Uitleg", "Gedrag", "Twee vragen", "Samenvatting: mijn eigen beeld"],
        ),
        ("feedback", ["Uitleg", "Gedrag", "Twee vragen"]),
        (
            "conversation",
            [
                "Uitleg",
                "Terugblik op de vorige afspraken",
                "Gedrag",
                "Gedrag dat hier niet bij past",
                "Afspraken",
                "Ontwikkelplan",
                "Samenvatting",
            ],
        ),
        (
            "appraisal-report",
            [
                "Uitleg",
                "Eindoordeel in woorden",
                "Terugblik op de vorige afspraken",
                "Gedrag",
                "Afspraken",
                "Ontwikkelplan",
                "Samenvatting",
                "Zienswijze van de medewerker",
                "Ondertekening",
            ],
        ),
    ],
)
def test_each_kind_has_its_own_blocks_in_a_fixed_order(kind: FormKind, titles: list[str]) -> None:
    document = form(kind)
    assert headings(document) == titles
    assert said(document)[-1].startswith("Privacy: ")


HEADS: dict[FormKind, dict[str, type]] = {
    "self-reflection": {
        "Medewerker": Blank,
        "Functie": str,
        "Functieprofiel": str,
        "Periode": Blank,
        "Datum": Blank,
    },
    "feedback": {"Voor wie": Blank, "Functie": str, "Van wie": Blank, "Uw rol": Choice},
    "conversation": {
        "Medewerker": Blank,
        "Leidinggevende": Blank,
        "Functie": str,
        "Functieprofiel": str,
        "Periode": Blank,
        "Datum van het gesprek": Blank,
        "Ingevuld door": Choice,
    },
    "appraisal-report": {
        "Medewerker": Blank,
        "Leidinggevende": Blank,
        "Tweede beoordelaar of HR": Blank,
        "Functie": str,
        "Functieprofiel": str,
        "Periode": Blank,
        "Datum van het gesprek": Blank,
    },
}


@EVERY_KIND
def test_the_head_has_room_for_who_and_when_that_this_kind_asks(kind: FormKind) -> None:
    head = next(one for one in form(kind).blocks if isinstance(one, Fields))
    assert {label: type(value) for label, value in head.rows} == HEADS[kind]


@BOTH
@EVERY_KIND
def test_the_kind_is_in_the_title_and_on_the_tab_of_the_sheet(
    kind: FormKind, language: Language
) -> None:
    document = form(kind, language)
    name = {"nl": "Medewerker klantcontact", "en": "Customer contact officer"}[language]
    assert document.title == f"{FORM_KINDS[kind].say(language)} {name}"
    assert document.sheet == FORM_KINDS[kind].say(language)


def test_a_conversation_form_is_made_when_nobody_chooses() -> None:
    assert rating_sheet(shipped_request()).title == "Gespreksformulier Medewerker klantcontact"


@BOTH
@EVERY_KIND
def test_the_word_for_a_judgement_stands_only_on_the_kind_that_judges(
    kind: FormKind, language: Language
) -> None:
    request = form_request(kind, language, ".xlsx")
    document = rating_sheet(request)
    texts = [document.title, document.sheet, *said(document), *sheet_texts(workbook_file(request))]
    whole = "\n".join(texts).lower()
    words = ("oordeel", "oordel", "apprais", "judg")
    assert any(word in whole for word in words) == (kind == "appraisal-report")


@EVERY_KIND
def test_every_kind_rates_the_same_lines_and_says_the_same_fingerprint(kind: FormKind) -> None:
    usual = form("conversation")
    assert form_rows(form(kind)) == form_rows(usual)
    assert form(kind).footer == usual.footer


@pytest.mark.parametrize(
    ("suffix", "notice"),
    [
        (".xlsx", "Kunt u niets invullen? Klik bovenaan op 'Bewerken inschakelen'."),
        (".docx", "Kunt u niets invullen? Klik bovenaan op 'Bewerken inschakelen'."),
        (".html", ""),
    ],
)
@EVERY_KIND
def test_a_file_that_opens_protected_says_how_to_fill_it_in(
    kind: FormKind, suffix: str, notice: str
) -> None:
    assert form(kind, suffix=suffix).notice == notice


def test_a_self_reflection_speaks_of_oneself() -> None:
    lines = said(form("self-reflection"))
    assert "Mijn antwoord" in lines
    prompt = "Wat was de situatie, wat was uw taak, wat deed u, en wat was het resultaat?"
    assert prompt in lines
    assert "Kies een antwoord. Kwam de situatie niet voor? Kies dan 'niet waargenomen'." in lines
    assert '"Niet waargenomen" (n.w.): de situatie kwam niet voor.' in "\n".join(lines)
    assert "de ander" not in "\n".join(lines)


def test_last_agreements_are_looked_back_on_with_what_came_of_them() -> None:
    table = table_under(form("conversation"), "Terugblik op de vorige afspraken")
    assert [one.title for one in table.columns] == ["Wat was afgesproken", "Gedaan?", "Toelichting"]
    assert len(table.rows) == 3
    (row, *_) = table.rows
    assert isinstance(row, Row)
    assert isinstance(row.cells[1], Choice)
    assert row.cells[1].options == ("ja", "deels", "nee")


def test_an_agreement_says_what_who_when_what_it_takes_and_how_it_shows() -> None:
    table = table_under(form("conversation"), "Afspraken")
    titles = [one.title for one in table.columns]
    assert titles == [
        "Wat spreken we af?",
        "Wie?",
        "Wanneer?",
        "Wat is daarvoor nodig?",
        "Waaraan is het te zien?",
    ]
    assert {type(cell) for row in table.rows if isinstance(row, Row) for cell in row.cells} == {
        Blank
    }


CONTRA = "Gedrag dat niet bij de gevraagde competenties past, om te bespreken"


def contra_texts(document: Document) -> list[Any]:
    return [row.cells[0] for row in table_under(document, CONTRA).rows if isinstance(row, Row)]


@BOTH
def test_behaviour_that_does_not_fit_is_that_of_the_requested_levels(language: Language) -> None:
    asked = {one.competence.id: one.levels[0].number for one in shipped_request().asked}
    wanted = [
        text_in(one.text, language, "nl")
        for identifier, number in asked.items()
        for competence in shipped_framework().competences
        if competence.id == identifier
        for level in competence.levels
        if level.level == number
        for one in level.indicators
        if one.is_contra
    ]
    assert len(wanted) == 5
    whole = said(form("conversation", language))
    assert [text for text in wanted if text not in whole] == []


def test_behaviour_that_does_not_fit_is_discussed_with_its_situation_and_never_scored() -> None:
    document = form("conversation")
    table = table_under(document, CONTRA)
    titles = [one.title for one in table.columns]
    assert titles == ["Gedrag", "Gezien?", "Datum", "Situatie", "Reactie van de medewerker"]
    (row, *_) = table.rows
    assert isinstance(row, Row)
    assert isinstance(row.cells[1], Choice)
    assert row.cells[1].options == ("ja", "nee")
    assert [type(cell) for cell in row.cells] == [str, Choice, Blank, Blank, Blank]
    explained = lines_under(document, "Gedrag dat hier niet bij past")[0]
    assert "deze regels tellen nergens in mee" in explained


@pytest.mark.parametrize("kind", ["self-reflection", "feedback", "appraisal-report"])
def test_behaviour_that_does_not_fit_stands_on_no_other_kind(kind: FormKind) -> None:
    contras = [
        text_in(one.text, "nl", "nl")
        for competence in shipped_framework().competences
        for one in competence.all_indicators()
        if one.is_contra
    ]
    whole = "\n".join(said(form(kind)))
    assert [text for text in contras if text in whole] == []


def garden(**competence: Any) -> Framework:
    return Framework.model_validate(
        {
            "id": "tuin",
            "name": "Tuin",
            "language": "nl",
            "competences": [{"id": "snoeien", "name": "Snoeien", **competence}],
        }
    )


LEVELS = [
    {
        "level": number,
        "indicators": [
            {"id": f"p{number}", "text": f"Snoeit op {number}."},
            {"id": f"q{number}", "text": f"Ruimt op {number}."},
            {
                "id": f"c{number}",
                "text": f"Breekt op {number}.",
                "polarity": "contra",
                "contrasts_with": f"p{number}",
            },
        ],
    }
    for number in (1, 2, 3)
]
LOOSE = [{"id": "c0", "text": "Rommelt.", "polarity": "contra"}]


def asked(requirement: dict[str, Any], **competence: Any) -> Document:
    wanted = {"requirements": [{"competence": "snoeien", **requirement}]}
    return rating_sheet(request_of(wanted, garden(**competence)))


@pytest.mark.parametrize(
    ("requirement", "texts"),
    [
        ({"level": 2}, ["Breekt op 2.", "Rommelt."]),
        ({"from_level": 1, "to_level": 2}, ["Breekt op 1.", "Breekt op 2.", "Rommelt."]),
        ({}, ["Rommelt."]),
        ({"level": 2, "selected": ["p2"]}, ["Breekt op 2.", "Rommelt."]),
        ({"level": 2, "selected": ["q2"]}, ["Rommelt."]),
        (
            {"level": 2, "indicators": [{"id": "x", "text": "Zwijgt.", "polarity": "contra"}]},
            ["Breekt op 2.", "Rommelt.", "Zwijgt."],
        ),
    ],
)
def test_which_behaviour_does_not_fit_follows_what_is_asked(
    requirement: dict[str, Any], texts: list[str]
) -> None:
    assert contra_texts(asked(requirement, levels=LEVELS, indicators=LOOSE)) == texts


def test_without_behaviour_that_does_not_fit_there_is_no_such_block() -> None:
    document = asked({}, indicators=[{"id": "p", "text": "Snoeit."}])
    assert "Gedrag dat hier niet bij past" not in headings(document)


TIPS: list[dict[str, Any]] = [
    {"id": "a", "text": "van 1 naar 2", "from_level": 1, "to_level": 2},
    {"id": "b", "text": "van 2 naar 3", "from_level": 2, "to_level": 3},
    {"id": "c", "text": "van 1 naar 3", "from_level": 1, "to_level": 3},
    {"id": "d", "text": "op 2", "from_level": 2, "to_level": 2},
    {"id": "e", "text": "tot 2", "to_level": 2},
    {"id": "f", "text": "vanaf 2", "from_level": 2},
    {"id": "g", "text": "altijd"},
]


@pytest.mark.parametrize(
    ("requirement", "tips"),
    [
        ({"level": 1}, ["tot 2", "altijd"]),
        ({"level": 2}, ["van 1 naar 2", "van 1 naar 3", "op 2", "tot 2", "vanaf 2", "altijd"]),
        ({"level": 3}, ["van 2 naar 3", "van 1 naar 3", "vanaf 2", "altijd"]),
        ({"words": "zoals het uitkomt"}, ["altijd"]),
    ],
)
def test_tips_lead_to_the_requested_level(requirement: dict[str, Any], tips: list[str]) -> None:
    lines = lines_under(asked(requirement, levels=LEVELS, tips=TIPS), "Ontwikkelplan")
    texts = [one["text"] for one in TIPS]
    assert [line for line in lines if line in texts] == tips
    assert lines[:2] == ["Ideeën die bij het gevraagde niveau passen:", "Snoeien"]


def test_without_tips_there_is_only_room_for_a_plan() -> None:
    lines = lines_under(asked({"level": 1}, levels=LEVELS), "Ontwikkelplan")
    assert lines[0] == "Wat wil de medewerker leren of versterken?"


SIGNED = ("voor gezien", "voor akkoord", "gezien, niet akkoord (toelichting)")


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_report_is_signed_by_three_of_whom_the_employee_says_what_for(suffix: str) -> None:
    table = table_under(form("appraisal-report", suffix=suffix), "Ondertekening")
    rows = [row.cells for row in table.rows if isinstance(row, Row)]
    assert [row[0] for row in rows] == ["Medewerker", "Leidinggevende", "Tweede beoordelaar of HR"]
    assert rows[0][1] == Ticks(SIGNED)
    assert [row[1] for row in rows[1:]] == ["", ""]
    for row in rows:
        assert [type(cell) for cell in row[2:]] == [Blank, Blank]


def test_a_workbook_is_not_signed_and_says_where_that_is_done() -> None:
    document = form("appraisal-report", suffix=".xlsx")
    (line, *_) = lines_under(document, "Ondertekening")
    assert "op het verslag in Word" in line
    assert "Vraag HR" in line
    whole = "\n".join(said(document))
    assert [text for text in SIGNED if text in whole] == []


def test_the_judgement_stands_in_words_before_any_answer() -> None:
    document = form("appraisal-report")
    places = headings(document)
    assert places.index("Eindoordeel in woorden") < places.index("Gedrag")
    (room,) = (
        one for one in document.blocks if isinstance(one, Fields) and "gewerkt" in one.rows[0][0]
    )
    assert {type(value) for _, value in room.rows} == {Blank}


@pytest.mark.parametrize(("count", "advised"), [(30, False), (31, True)])
@BOTH
def test_more_lines_than_anybody_fills_in_well_are_advised_against(
    count: int, language: Language, *, advised: bool
) -> None:
    indicators = [{"id": f"i{number}", "text": f"Snoeit {number}."} for number in range(count)]
    model = garden(indicators=[*indicators, *LOOSE])
    request = request_of({"requirements": [{"competence": "snoeien"}]}, model, language=language)
    advice = document_files()["rating-sheet"].advice(rating_sheet(request))
    assert [one.nl.partition(";")[0] for one in advice] == (
        ["Dit formulier heeft 31 regels om in te vullen"] if advised else []
    )
    assert all("31 lines" in one.en and "at most 30" in one.en for one in advice)


def test_the_shipped_form_is_short_enough() -> None:
    assert document_files()["rating-sheet"].advice(form("conversation")) == []


def test_the_signatures_of_a_report_stay_on_one_page() -> None:
    document = rating_sheet(replace(shipped_request("nl"), form="appraisal-report"))
    (signed,) = [
        one for one in document.blocks if isinstance(one, Table) and one.about == "Ondertekening"
    ]
    assert signed.is_whole
