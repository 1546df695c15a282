"""Forms that are about nobody: what they share, and how a team or an organisation rates itself."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_documents import (
    headings,
    rating_sheet,
    request_of,
    said,
    shipped_request,
)

from competenties.documents.request import FORM_KINDS, WITHOUT_PERSON, FormKind, ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.settings import Settings
from competenties.office.blocks import Block, Choice, Document, Fields, Group, Row, Table
from competenties.office.render import render
from competenties.ratings.form import answer_key
from competenties.ratings.reading import read_form

KINDS: tuple[FormKind, ...] = ("team", "organisation", "customer", "checklist")
GROUPS: tuple[FormKind, ...] = ("team", "organisation")
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
BOTH_GROUPS = pytest.mark.parametrize("kind", GROUPS)


def asking(kind: FormKind, language: Language = "nl", **changes: Any) -> ProfileRequest:
    return replace(shipped_request(language), form=kind, **changes)


def form(kind: FormKind, language: Language = "nl", **changes: Any) -> Document:
    return rating_sheet(asking(kind, language, **changes))


def garden(*competences: dict[str, Any], **more: Any) -> Framework:
    return Framework.model_validate(
        {"id": "tuin", "name": "Tuin", "language": "nl", "competences": competences, **more}
    )


def competence(name: str, **more: Any) -> dict[str, Any]:
    levels = [
        {
            "level": level,
            "indicators": [{"id": f"i-{name}-{level}", "text": f"Doet {name} {level}."}],
        }
        for level in (1, 2, 3, 4)
    ]
    return {"id": name, "name": name.title(), "levels": levels, **more}


def minimum(level: int, reason: str = "Daarom.", **more: Any) -> dict[str, Any]:
    return {"minimum_level": {"level": level, "reason": reason, **more}}


def target(level: int, team: str, reason: str | None = None) -> dict[str, Any]:
    return {"level": level, "team": team, "reason": reason}


def request_on(
    kind: FormKind, framework: Framework, *asked: str, team: str = "", **profile: Any
) -> ProfileRequest:
    """Return a request on a profile that asks level 1 of everything that is named."""
    requirements = [{"competence": name, "level": 1} for name in asked]
    request = request_of({"requirements": requirements, **profile}, framework)
    return replace(request, form=kind, team=team)


def rated(document: Document) -> list[str]:
    """Return what is rated: the groups of the tables with answers to count, and their lines."""
    found: list[str] = []
    for table in (one for one in document.blocks if isinstance(one, Table)):
        if table.columns[0].title in ("Gedragsindicator", "Behavioural indicator"):
            found.extend(
                f"# {row.title}" if isinstance(row, Group) else str(row.cells[0])
                for row in table.rows
            )
    return found


def fields(document: Document) -> dict[str, Any]:
    blocks = (one for one in document.blocks if isinstance(one, Fields))
    return {label: value for one in blocks for label, value in one.rows}


def rows_of(block: Block) -> list[Row]:
    return [row for row in block.rows if isinstance(row, Row)] if isinstance(block, Table) else []


@BOTH
@EVERY_KIND
def test_every_kind_becomes_every_sort_of_file(kind: FormKind, language: Language) -> None:
    for suffix in (".xlsx", ".docx", ".pdf", ".html"):
        document = form(kind, language, suffix=suffix)
        assert render(document, Path(f"x{suffix}"))
        assert document.sheet == FORM_KINDS[kind].say(language)


@BOTH
@EVERY_KIND
def test_no_person_is_asked_and_the_form_says_that_names_do_not_belong_on_it(
    kind: FormKind, language: Language
) -> None:
    document = form(kind, language)
    labels = " ".join(fields(document)).lower()
    persons = {
        "nl": ("naam", "medewerker", "leidinggevende"),
        "en": ("name", "employee", "manager"),
    }
    assert [one for one in persons[language] if one in labels] == []
    no_names = {"nl": "geen namen", "en": "no names"}
    assert no_names[language] in " ".join(said(document)).lower()
    if kind != "checklist":
        assert {"nl": "ten minste 5 mensen", "en": "at least 5 people"}[language] in said(document)[
            -1
        ]


@EVERY_KIND
def test_the_footer_names_the_framework_and_a_code_only_where_something_is_rated(
    kind: FormKind,
) -> None:
    document = form(kind)
    assert document.footer.startswith(f"{document.sheet} · competentiemodel Basis, versie ")
    assert ("controlecode" in document.footer) == (kind in GROUPS)
    assert form(kind, errors=2).footer.startswith("CONCEPT MET FOUTEN · ")


def test_the_number_of_people_is_the_one_that_the_organisation_chose() -> None:
    settings = Settings.model_validate({"privacy": {"least_people": 8}})
    for kind in ("team", "organisation", "customer"):
        assert "ten minste 8 mensen" in said(form(kind, settings=settings))[-1]


@pytest.mark.parametrize(
    ("kind", "titles", "head"),
    [
        (
            "team",
            ["Uitleg", "Gedrag", "Twee vragen", "Afspraken"],
            ["Team", "Datum", "Aantal aanwezigen", "Ingevuld door"],
        ),
        (
            "organisation",
            ["Uitleg", "Gedrag", "Twee vragen", "Afspraken"],
            ["Organisatie", "Organisatieonderdeel", "Periode", "Datum", "Ingevuld door"],
        ),
        ("customer", ["Onze beloften", "Twee vragen"], ["Team", "Wanneer had u contact met ons?"]),
        ("checklist", ["Servicebeloften"], ["Team", "Periode"]),
    ],
)
def test_each_kind_has_its_own_head_and_blocks(
    kind: FormKind, titles: list[str], head: list[str]
) -> None:
    document = form(kind)
    assert headings(document) == titles
    assert list(fields(document))[: len(head)] == head


class TestLevels:
    """A group rates itself against its own levels, not against those of the job."""

    def test_a_team_has_its_target_level_and_else_the_minimum(self) -> None:
        framework = garden(
            competence("snoeien", **minimum(2), target_levels=[target(3, "Park", "Wij groeien.")]),
            competence("maaien", **minimum(2, asked_by="sector")),
        )
        document = rating_sheet(request_on("team", framework, "snoeien", "maaien", team="park"))
        assert rated(document) == [
            "# Snoeien · Niveau 3",
            "# Streefniveau van het team",
            "Doet snoeien 3.",
            "# Maaien · Niveau 2",
            "# Minimumniveau van de sector",
            "Doet maaien 2.",
        ]
        assert {"Wij groeien.", "Daarom."} <= set(said(document))

    def test_the_reason_says_for_whom_another_minimum_holds(self) -> None:
        exceptions = [{"level": 1, "applies_to": "Kantoor"}]
        framework = garden(competence("snoeien", **minimum(2, exceptions=exceptions)))
        texts = "\n".join(said(rating_sheet(request_on("team", framework, "snoeien"))))
        assert "Daarom.\nUitzondering: Kantoor, niveau 1." in texts

    def test_what_a_team_aims_at_is_rated_even_where_the_job_does_not_ask_it(self) -> None:
        framework = garden(
            competence("snoeien", target_levels=[target(3, "Park")]),
            competence("maaien", target_levels=[target(4, "Park")]),
            competence("spitten", **minimum(1)),
        )
        document = rating_sheet(request_on("team", framework, "snoeien"))
        assert [one for one in rated(document) if not one.startswith("#")] == [
            "Doet snoeien 3.",
            "Doet maaien 4.",
        ]

    def test_a_competence_without_a_level_is_left_out_and_named(self) -> None:
        framework = garden(competence("snoeien", **minimum(2)), competence("maaien"))
        document = rating_sheet(request_on("team", framework, "snoeien", "maaien"))
        assert not any("maaien" in one.lower() for one in rated(document))
        assert any(
            text.startswith("Niet op dit formulier: Maaien. Daarvoor") for text in said(document)
        )

    @pytest.mark.parametrize(
        ("unit", "chosen", "level"),
        [
            (None, "Park", 3),
            (None, "PLEIN", 4),
            ("Plein", "", 4),
            ("Plein", "Park", 3),
            ("Plein", "Tuin", 2),
        ],
    )
    def test_the_team_is_the_chosen_one_or_the_unit_of_the_job(
        self, unit: str | None, chosen: str, level: int
    ) -> None:
        targets = [target(3, "Park"), target(4, "Plein")]
        framework = garden(competence("snoeien", **minimum(2), target_levels=targets))
        place = {"place": {"unit": unit}} if unit else {}
        document = rating_sheet(request_on("team", framework, "snoeien", team=chosen, **place))
        assert rated(document)[-1] == f"Doet snoeien {level}."
        assert fields(document)["Team"].text == (chosen or unit)

    def test_a_unit_in_another_language_finds_its_own_target(self) -> None:
        framework = garden(
            competence("snoeien", target_levels=[target(3, "Park"), target(4, "Plein")])
        )
        place = {"unit": {"nl": "Plein", "en": "Square"}}
        request = request_on("team", framework, "snoeien", place=place)
        assert rated(rating_sheet(replace(request, language="en")))[-1] == "Doet snoeien 4."

    def test_with_targets_of_several_teams_somebody_has_to_say_which(self) -> None:
        targets = [target(3, "Park"), target(4, "Plein")]
        framework = garden(competence("snoeien", target_levels=targets))
        with pytest.raises(RefusedError) as refused:
            rating_sheet(request_on("team", framework, "snoeien"))
        assert "Park, Plein" in refused.value.say("nl")
        assert "--team" in refused.value.say("en")

    def test_an_organisation_has_the_minimum_of_every_core_competence(self) -> None:
        framework = garden(
            competence("snoeien", type="core", **minimum(2), target_levels=[target(4, "Park")]),
            competence("maaien", type="technical", **minimum(3)),
            competence("spitten", type="core"),
            competence("zaaien", type="core", status="retired", **minimum(2)),
        )
        document = rating_sheet(request_on("organisation", framework, "maaien"))
        assert rated(document) == [
            "# Snoeien · Niveau 2",
            "# Minimumniveau van de organisatie",
            "Doet snoeien 2.",
        ]
        assert any("Niet op dit formulier: Spitten." in text for text in said(document))

    @BOTH_GROUPS
    def test_without_any_level_the_form_is_refused_with_what_to_add(self, kind: FormKind) -> None:
        framework = garden(competence("snoeien", type="core"))
        with pytest.raises(RefusedError) as refused:
            rating_sheet(request_on(kind, framework, "snoeien"))
        for language in LANGUAGES:
            assert "minimum_level" in refused.value.say(language)
            assert "Tuin" in refused.value.say(language)

    @pytest.mark.parametrize("kind", ["team", "organisation"])
    def test_without_a_framework_the_form_is_refused_with_what_to_add(self, kind: FormKind) -> None:
        with pytest.raises(RefusedError) as refused:
            rating_sheet(replace(request_of({}), form=kind))
        for language in LANGUAGES:
            assert "requirements" in refused.value.say(language)


class TestRating:
    """What is rated is what the form carries, what its code is of, and what its result counts."""

    @BOTH_GROUPS
    def test_the_answers_are_frequencies_even_where_people_are_rated_by_level(
        self, kind: FormKind
    ) -> None:
        scale = {"id": "hoog", "name": "Niveau", "kind": "level", "question": "Welk niveau?"}
        core = competence("snoeien", type="core", **minimum(2))
        framework = garden(core, rating_scales=[scale])
        document = rating_sheet(request_on(kind, framework, "snoeien"))
        (answer,) = [
            row.cells[1]
            for block in document.blocks
            for row in rows_of(block)
            if isinstance(row.cells[1], Choice)
        ]
        assert answer.options[0] == "1 – nooit"
        assert answer.options[-2:] == ("niet waargenomen", "n.v.t.")
        whose = {"team": "in ons team", "organisation": "in onze organisatie"}
        assert any(f"Hoe vaak zien wij dit gedrag {whose[kind]}" in one for one in said(document))

    @BOTH_GROUPS
    def test_each_competence_has_room_for_one_example(self, kind: FormKind) -> None:
        core = [competence(name, type="core", **minimum(2)) for name in ("snoeien", "maaien")]
        document = rating_sheet(request_on(kind, garden(*core), "snoeien", "maaien"))
        examples = [value.key for label, value in fields(document).items() if "voorbeeld" in label]
        assert examples == ["example/tuin/snoeien", "example/tuin/maaien"]

    @BOTH
    @BOTH_GROUPS
    def test_the_form_carries_exactly_what_is_rated(
        self, kind: FormKind, language: Language
    ) -> None:
        document = form(kind, language, suffix=".xlsx")
        filled = read_form(render(document, Path("x.xlsx")))
        assert filled.text.kind == kind
        lines = [line.text for _, line in filled.text.lines()]
        assert lines == [one for one in rated(document) if not one.startswith("#")]
        assert filled.text.fingerprint in document.footer
        assert [one.requested for one in filled.text.content.competences] == [[3]]

    def test_what_is_filled_in_can_be_read_back(self) -> None:
        document = form("team", suffix=".xlsx", team="Park")
        raw = render(document, Path("x.xlsx"))
        text = read_form(raw).text
        book = openpyxl.load_workbook(io.BytesIO(raw))
        sheet: Any = book.worksheets[0]
        for key, value in {
            "present": "7",
            "example/basis/klantgerichtheid": "Wij belden terug.",
            **{answer_key(line.id): "4 – meestal" for _, line in text.lines()},
        }.items():
            sheet[text.cells[key]] = value
        buffer = io.BytesIO()
        book.save(buffer)
        filled = read_form(buffer.getvalue())
        assert set(filled.answers.values()) == {4}
        assert filled.written["team"] == "Park"
        assert filled.written["present"] == "7"
        assert filled.written["example/basis/klantgerichtheid"] == "Wij belden terug."

    def test_team_organisation_and_job_have_three_codes_though_the_lines_are_the_same(self) -> None:
        framework = garden(competence("snoeien", type="core", **minimum(1)))
        kinds: tuple[FormKind, ...] = ("team", "organisation", "conversation")
        documents = [rating_sheet(request_on(kind, framework, "snoeien")) for kind in kinds]
        assert len({one.keywords[1] for one in documents}) == 3
        assert all(one.keywords[1] in one.footer for one in documents)
        assert all("Doet snoeien 1." in said(one) for one in documents)

    @pytest.mark.parametrize(
        ("kind", "name", "title"),
        [
            (
                "team",
                "Team Klantcontact, afdeling Publiekszaken",
                "Zichtbaar op streef- of minimumniveau",
            ),
            ("organisation", "Basis", "Zichtbaar op minimumniveau"),
        ],
    )
    def test_the_result_says_whether_behaviour_is_visible_on_that_level(
        self, kind: FormKind, name: str, title: str
    ) -> None:
        _, result = form(kind).sheets
        assert result.title == f"Resultaat: {name}"
        table = next(one for one in result.blocks if isinstance(one, Table))
        assert title in [column.title for column in table.columns]
        assert "gevraagd" not in str(result.blocks).lower()

    @pytest.mark.parametrize("kind", ["customer", "checklist"])
    def test_promises_are_not_rated_so_nothing_is_carried_or_counted(self, kind: FormKind) -> None:
        document = form(kind, suffix=".xlsx")
        assert document.sheets == ()
        assert document.carried == {}
        names = openpyxl.load_workbook(io.BytesIO(render(document, Path("x.xlsx")))).sheetnames
        assert [name for name in names if not name.startswith("_")] == [document.sheet]
        assert "_form" not in names


def test_the_kinds_without_a_person_are_these_four() -> None:
    assert set(KINDS) == WITHOUT_PERSON


def test_what_is_carried_names_no_person() -> None:
    text = json.dumps(form("team", suffix=".xlsx").carried)
    assert "employee" not in text
