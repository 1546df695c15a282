"""The competency book: everything of the framework once, in order, and findable."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from made_documents import said, shipped_framework
from made_workspaces import (
    HOSTILE,
    about,
    competence,
    files_of,
    framework,
    level,
    scale,
    table_rows,
    tables,
)

from competenties.documents import framework_book
from competenties.documents.framework_book import build
from competenties.documents.request import WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.text import Text, text_in
from competenties.office.blocks import (
    Contents,
    Document,
    Group,
    Heading,
    Index,
    PageBreak,
    Paragraph,
    Table,
)
from competenties.office.house_style import HouseStyle
from competenties.office.pages import pages

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def headings(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading)]


def heading_texts(document: Document) -> list[str]:
    return [one.text for one in headings(document)]


def index_of(document: Document) -> dict[str, list[str]]:
    """Return the index: each term with the headings that it leads to."""
    (index,) = (block for block in document.blocks if isinstance(block, Index))
    found: dict[str, list[str]] = {}
    for term, heading in index.entries:
        found.setdefault(term, []).append(heading)
    return found


def book(**data: Any) -> Document:
    return build(about(framework(**data)))


@BOTH
def test_every_indicator_definition_and_tip_is_in_the_book_exactly_once(language: Language) -> None:
    model = shipped_framework()
    lines = said(build(about(language=language)))

    def text(value: Text | None) -> str:
        return text_in(value, language, "nl")

    wanted = Counter(text(one.definition) for one in model.competences)
    wanted += Counter(text(one.text) for each in model.competences for one in each.all_indicators())
    tips = Counter(text(one.text) for each in model.competences for one in each.tips)
    assert len(wanted + tips) > 400
    found = {one: sum(line.startswith(one) for line in lines) for one in wanted}
    found |= {one: sum(line.count(one) for line in lines) for one in tips}  # also in running text
    wanted += tips
    assert {one: (found[one], wanted[one]) for one in wanted if found[one] != wanted[one]} == {}


@BOTH
def test_every_level_stands_once_in_the_table_of_its_competence(language: Language) -> None:
    model = shipped_framework()
    found = {table.about: table for table in tables(build(about(language=language)))}
    for one in model.competences:
        name = text_in(one.name, language, "nl")
        table = found[("Niveaus van " if language == "nl" else "Levels of ") + name]
        assert len(table.columns) == len(one.levels) == 5
        named = table_rows(table)[0]
        for cell, each in zip(named, one.levels, strict=True):
            assert cell.split("\n") == [
                text_in(each.name, language, "nl"),
                text_in(each.text, language, "nl"),
            ]


@BOTH
def test_every_term_of_the_glossary_stands_once_and_in_the_order_of_the_alphabet(
    language: Language,
) -> None:
    document = build(about(language=language))
    table = next(one for one in tables(document) if one.about in ("Begrippen", "Glossary"))
    wanted = {
        text_in(one.term, language, "nl"): text_in(one.definition, language, "nl")
        for one in shipped_framework().glossary
    }
    rows = table_rows(table)
    assert dict(rows) == wanted
    assert len(rows) == len(wanted)
    assert [term for term, _ in rows] == sorted(wanted, key=str.casefold)


@BOTH
def test_the_index_holds_every_name_and_alias_and_leads_to_a_heading(language: Language) -> None:
    document = build(about(language=language))
    index, there = index_of(document), heading_texts(document)
    assert len(there) == len(set(there))
    assert {heading for found in index.values() for heading in found} <= set(there)
    for one in shipped_framework().competences:
        name = text_in(one.name, language, "nl")
        assert index[name] == [name]
        for alias in one.aliases:
            assert name in index[text_in(alias, language, "nl")]
    assert list(index) == sorted(index, key=lambda term: term.casefold().replace("é", "e"))


@BOTH
def test_pages_lie_on_their_side_from_the_first_competence_to_the_last_and_no_other(
    language: Language,
) -> None:
    document = build(about(language=language))
    first, last = (
        ("Leeswijzer", "Begrippen")
        if language == "nl"
        else (
            "How to read this book",
            "Glossary",
        )
    )
    sides: list[tuple[str, bool]] = []
    is_landscape = False
    for block in document.blocks:
        if isinstance(block, PageBreak):
            is_landscape = block.is_landscape
        elif isinstance(block, Heading):
            sides.append((block.text, is_landscape))
    names = [text_in(one.name, language, "nl") for one in shipped_framework().competences]
    assert [name for name, lies in sides if lies and name in names] == names
    assert dict(sides)[first] is dict(sides)[last] is False
    flips = [a[1] != b[1] for a, b in pairwise(sides)]
    assert sum(flips) == 2


def test_no_page_begins_between_the_heading_of_a_competence_and_its_table() -> None:
    blocks = build(about()).blocks
    for number, block in enumerate(blocks):
        if (
            isinstance(block, Heading)
            and block.level == 2
            and block.text in index_of(build(about()))
        ):
            after = blocks[number + 1 : number + 4]
            kinds = [type(one) for one in after]
            assert Table in kinds
            assert PageBreak not in kinds[: kinds.index(Table)]
            break
    else:
        pytest.fail("the book has no competences")


def test_contra_indicators_stand_apart_under_their_own_name() -> None:
    document = book(
        competences=[competence("Zagen", levels=[level(1, "Zaagt recht.", "!Zaagt scheef.")])]
    )
    (table,) = (one for one in tables(document) if "Zagen" in one.about)
    assert table_rows(table) == [
        ["Zaagt recht."],
        ["Gedrag dat hier niet bij past"],
        ["Zaagt scheef."],
    ]


def test_the_cover_says_what_is_known_and_carries_no_fingerprint() -> None:
    document = book(
        version="2.1", status="published", valid_from="2026-05-01", owner="HR", licence="CC BY 4.0"
    )
    assert document.title == "Competentiewoordenboek Model"
    texts = said(document)
    for wanted in ("2.1 (vastgesteld)", "1 mei 2026", "HR", "CC BY 4.0", "0 competenties"):
        assert wanted in texts
    assert "controlecode" not in " ".join([document.footer, *texts])


def test_the_levels_are_explained_with_what_a_level_is_not() -> None:
    steps = scale(3) | {"cumulative": True}
    document = book(proficiency_scales=[steps])
    texts = "\n".join(said(document))
    for wanted in ("Niveau 1 – Trede A", "stapelen", "geen salarisschaal", "geen diploma"):
        assert wanted in texts
    document = book(proficiency_scales=[steps | {"cumulative": False}])
    assert "stapelen niet" in "\n".join(said(document))


@pytest.mark.parametrize(
    ("count", "columns"), [(1, [1]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (8, [4, 4]), (10, [5, 5])]
)
def test_more_than_five_levels_are_divided_over_two_tables(count: int, columns: list[int]) -> None:
    levels = [level(n, f"Doet {n}.") for n in range(1, count + 1)]
    document = book(
        proficiency_scales=[scale(count)], competences=[competence("Zagen", levels=levels)]
    )
    found = [one for one in tables(document) if "Zagen" in one.about]
    assert [len(one.columns) for one in found] == columns
    assert len({one.about for one in found}) == len(found)
    texts = said(document)
    assert all(texts.count(f"Doet {n}.") == 1 for n in range(1, count + 1))


@pytest.mark.parametrize(
    "levels",
    [
        [
            level(n, *(f"Doet {n} en {m}, " + "heel lang " * 20 for m in range(9)))
            for n in (1, 2, 4)
        ],
        [level(n, f"Doet {n}.") for n in range(1, 13)],
    ],
    ids=["long text", "twelve levels"],
)
def test_what_does_not_fit_side_by_side_stands_under_each_other(levels: list[Any]) -> None:
    document = book(competences=[competence("Zagen", levels=levels)])
    (table,) = (one for one in tables(document) if "Zagen" in one.about)
    assert [row[0] for row in table_rows(table)] == [f"Niveau {one['level']}" for one in levels]
    texts = said(document)
    for one in levels:
        for indicator in one["indicators"]:
            assert texts.count(indicator["text"]) == 1


def test_a_competence_without_levels_has_a_plain_list() -> None:
    indicators = level(1, "Zaagt recht.", "!Zaagt scheef.")["indicators"]
    document = book(competences=[competence("Zagen", indicators=indicators)])
    texts = said(document)
    assert texts[texts.index("Zagen") :] == [
        "Zagen",
        "Gedragsindicatoren",
        "Zaagt recht.",
        "Gedrag dat hier niet bij past",
        "Zaagt scheef.",
        "Register",
        "Namen van competenties, en andere namen waaronder zij bekend zijn.",
    ]
    assert "hebben geen niveaus" in "\n".join(texts)


def test_clusters_in_clusters_have_deeper_headings_and_their_own_names() -> None:
    clusters = [
        {"id": "a", "name": "Bos"},
        {"id": "c", "name": "Tak", "parent": "b"},
        {"id": "b", "name": "Boom", "parent": "a"},
    ]
    document = book(
        cluster_names=["domein", "thema"],
        clusters=clusters,
        competences=[
            competence("Zagen", cluster="c"),
            competence("Planten", cluster="a"),
            competence("Meten"),
        ],
    )
    found = [(one.text, one.level) for one in headings(document)][1:-1]
    assert found == [
        ("Domein Bos", 1),
        ("Planten", 2),
        ("Thema Boom", 2),
        ("Cluster Tak", 3),
        ("Zagen", 3),
        ("Overige competenties", 1),
        ("Meten", 2),
    ]
    (contents,) = (block for block in document.blocks if isinstance(block, Contents))
    assert contents.levels == 3


def test_clusters_that_stand_in_each_other_lose_nothing() -> None:
    clusters = [{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"}]
    competences = [competence("Zagen", cluster="a"), competence("Meten", cluster="nergens")]
    found = heading_texts(book(clusters=clusters, competences=competences))
    assert {"Cluster A", "Cluster B", "Zagen", "Meten"} <= set(found)


def test_equal_names_get_headings_that_differ_and_an_index_that_leads_to_each() -> None:
    clusters = [{"id": "a", "name": "Bos"}, {"id": "b", "name": "Tuin"}]
    competences = [
        {"id": "z1", "name": "Zagen", "cluster": "a"},
        {"id": "z2", "name": "Zagen", "cluster": "b"},
        {"id": "z3", "name": "Zagen", "cluster": "b"},
        {"id": "bron", "name": "Register"},
    ]
    document = book(clusters=clusters, competences=competences)
    there = heading_texts(document)
    assert len(there) == len(set(there))
    names = ["Zagen", "Zagen (Tuin)", "Zagen (Tuin) (2)", "Register (2)"]
    assert [one for one in there if one in names] == names
    index = index_of(document)
    assert all(index[name] == [name] for name in names)


def test_minimum_level_target_level_and_relations_say_why_and_to_what() -> None:
    document = book(
        proficiency_scales=[scale(3)],
        competences=[
            competence(
                "Zagen",
                levels=[level(n, f"Doet {n}.") for n in (1, 2, 3)],
                minimum_level={
                    "level": 2,
                    "reason": "Anders valt de boom verkeerd.",
                    "exceptions": [{"level": 1, "applies_to": "Leerlingen"}],
                },
                target_levels=[{"level": 3, "team": "Team Bos"}],
                relations=[{"kind": "related", "competence": "meten"}],
            ),
            competence("Meten"),
        ],
    )
    texts = said(document)
    for label, value in (
        ("Minimumniveau van de organisatie", "Niveau 2 – Trede B. Anders valt de boom verkeerd."),
        ("Uitzondering", "Niveau 1 – Trede A. Leerlingen"),
        ("Streefniveau van Team Bos", "Niveau 3 – Trede C."),
        ("Zie ook", "Meten"),
    ):
        assert texts[texts.index(label) + 1] == value


def test_a_translation_that_is_partly_missing_is_said_once() -> None:
    model = framework(
        name={"nl": "Model", "en": "Model"},
        competences=[competence("Zagen", definition="Zaagt hout."), competence("Meten")],
    )
    english, dutch = (said(build(about(model, language))) for language in ("en", "nl"))
    assert sum("Not every text" in line for line in english) == 1
    assert "Zaagt hout." in english
    assert not any("Niet alle teksten" in line for line in dutch)


def test_notes_for_the_authors_do_not_count_as_missing_text() -> None:
    model = framework(name={"nl": "Model", "en": "Model"}, notes="Nog doen.")
    texts = said(build(about(model, "en")))
    assert not any("Not every text" in line for line in texts)
    assert "Nog doen." not in texts


def test_errors_stand_at_the_top_and_under_every_page() -> None:
    document = build(about(errors=2))
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.style == "warning"
    assert document.footer.startswith("CONCEPT MET FOUTEN · ")


def test_without_a_choice_the_only_framework_is_taken_and_of_two_none() -> None:
    one, two = framework(), framework(id="ander")
    assert "Model" in build(WorkspaceRequest({"model": one}, (), "nl")).title
    with pytest.raises(RefusedError):
        build(WorkspaceRequest({"model": one, "ander": two}, (), "nl"))


@pytest.mark.slow
@BOTH
def test_hostile_and_long_text_and_many_competences_become_files(language: Language) -> None:
    names = [f"{HOSTILE} {n}" for n in range(40)]
    competences = [
        {
            "id": f"c{n}",
            "name": name,
            "definition": HOSTILE,
            "levels": [level(m, HOSTILE, f"!{HOSTILE}", owner=f"c{n}") for m in range(1, 9)],
        }
        for n, name in enumerate(names)
    ]
    model: Framework = framework(proficiency_scales=[scale(8)], competences=competences)
    document = build(about(model, language))
    assert len(index_of(document)) == 40
    assert all(files_of(document, framework_book.SUFFIXES).values())


@BOTH
def test_no_table_has_a_part_that_says_nothing(language: Language) -> None:
    for table in tables(build(about(language=language))):
        for row in table_rows(table):
            assert any(row)
        assert not isinstance(table.rows[-1], Group)


def test_an_indicator_is_marked_only_where_it_is_not_for_a_colleague() -> None:
    kinds = ("internal", "external", "chain", None)
    indicators = [
        {"id": f"i-{kind}".lower(), "text": f"Snoeit {kind}.", "audience": kind} for kind in kinds
    ]
    document = build(about(framework(competences=[competence("Snoeien", indicators=indicators)])))
    assert [line for line in said(document) if line.startswith("Snoeit ")] == [
        *("Snoeit internal.", "Snoeit external. (extern)", "Snoeit chain. (keten)", "Snoeit None."),
    ]


def test_tips_that_do_not_fit_under_their_table_become_running_text() -> None:
    tips = [{"id": f"t-{number}", "text": f"Oefen {number}."} for number in range(60)]
    document = build(about(framework(competences=[competence("Snoeien", tips=tips)])))
    (line,) = [one for one in said(document) if one.startswith("Oefen 0.")]
    assert "Oefen 59." in line


def test_a_house_with_a_high_header_leaves_no_page_of_the_book_with_a_few_lines() -> None:
    house = HouseStyle(header="Gemeente\nPersoneel\nOrganisatie\nAfdeling")
    document = replace(build(replace(about(), house=house)), house=house)
    breaks = [one for one in document.blocks if isinstance(one, PageBreak)]
    upright = replace(document, blocks=document.after_beginning)
    assert pages(upright).count <= len(breaks) + 2
