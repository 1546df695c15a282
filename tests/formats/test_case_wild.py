"""Packages as they are in the wild: wrapped, out of order, broken, and of quite another kind."""

import copy
import json
from itertools import pairwise
from typing import Any

import pytest

from competenties.findings import UnusableError
from competenties.formats.applying import apply
from competenties.formats.case import plan, problems, recognises
from competenties.formats.case_package import Package
from competenties.formats.plan import ImportPlan
from competenties.formats.source import ImportChoices, Source
from competenties.model.framework import Framework

TIME = "2026-01-01T00:00:00"
TOP = "d0000000-0000-4000-8000-000000000000"


def uuid(name: str) -> str:
    return f"a0000000-0000-4000-8000-{name.encode().hex():0>12}"


def item(name: str, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(name),
        "uri": uuid(name),
        "fullStatement": name,
        "lastChangeDateTime": TIME,
        **more,
    }


def link(kind: str, origin: str, target: str, **more: Any) -> dict[str, Any]:
    nodes = [
        {"title": one, "identifier": one if one == TOP else uuid(one), "uri": f"https://x.nl/{one}"}
        for one in (origin, target)
    ]
    return {
        "identifier": uuid(f"{origin[:3]}{target[:3]}"),
        "uri": "https://x.nl/a",
        "associationType": kind,
        "originNodeURI": nodes[0],
        "destinationNodeURI": nodes[1],
        "lastChangeDateTime": TIME,
        **more,
    }


def package(
    items: list[dict[str, Any]], links: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    document = {
        "identifier": TOP,
        "uri": f"https://x.nl/{TOP}",
        "creator": "School",
        "title": "Raamwerk",
        "lastChangeDateTime": TIME,
        "language": "nl",
    }
    return {"CFItems": items, "CFAssociations": links, "CFDocument": document, **more}


def planned(data: Any, **choices: Any) -> ImportPlan:
    return plan(Source("x.json", json.dumps(data).encode()), ImportChoices(**choices))


def framework_of(data: Any, **choices: Any) -> Framework:
    framework = apply(planned(data, **choices)).framework
    assert framework is not None
    return framework


def shape(framework: Framework) -> dict[str, Any]:
    """Return the names of clusters and competences, with the behaviour of the latter."""
    clusters = {one.id: str(one.name) for one in framework.clusters}
    return {
        "clusters": {str(one.name): clusters.get(one.parent or "") for one in framework.clusters},
        "competences": {
            str(one.name): (
                clusters.get(one.cluster or ""),
                [str(each.text) for each in one.all_indicators()],
            )
            for one in framework.competences
        },
    }


TREE = package(
    [item(name) for name in ("i1", "i2", "c1", "c2", "k1", "k2")],
    [
        link("isChildOf", "i2", "c1", sequenceNumber=1),
        link("isChildOf", "i1", "c1", sequenceNumber=2),
        link("isChildOf", "c1", "k2"),
        link("isChildOf", "c2", "k2"),
        link("isChildOf", "k2", "k1"),
        link("isChildOf", "k1", TOP),
    ],
)
TREE_SHAPE = {
    "clusters": {"k1": None, "k2": "k1"},
    "competences": {"c1": ("k2", ["i2", "i1"]), "c2": ("k2", [])},
}


def test_the_place_in_the_tree_decides_where_no_type_is_known() -> None:
    made = planned(TREE)
    assert shape(framework_of(TREE)) == TREE_SHAPE
    assert any("plaats" in one.nl for one in made.remarks)
    assert {origin.confidence for path, origin in made.origins.items() if path[-1] == "text"} == {
        "likely"
    }


@pytest.mark.parametrize("wrap", [lambda data: data, lambda data: {"CFPackage": data}])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_package_may_be_wrapped_and_begin_with_a_mark(wrap: Any, bom: bytes) -> None:
    source = Source("x", bom + json.dumps(wrap(TREE)).encode())
    assert recognises(source)
    framework = apply(plan(source)).framework
    assert framework is not None
    assert shape(framework) == TREE_SHAPE


def test_addresses_alone_are_enough_to_find_the_parent() -> None:
    data = copy.deepcopy(TREE)
    for one in data["CFAssociations"]:
        for end in ("originNodeURI", "destinationNodeURI"):
            one[end] = f"https://elders.nl/uri/{one[end]['identifier']}"
    assert shape(framework_of(data)) == TREE_SHAPE


def test_children_may_stand_before_their_parents_in_any_order() -> None:
    data = copy.deepcopy(TREE)
    for order in (1, 2, 3):
        data["CFAssociations"] = [*data["CFAssociations"][order:], *data["CFAssociations"][:order]]
        assert shape(framework_of(data)) == TREE_SHAPE


def test_types_that_are_known_go_before_the_place() -> None:
    data = package(
        [
            item("k", CFItemType="Domain"),
            item("c", CFItemType="Competency"),
            item("i", CFItemType="Behavioural indicator"),
            item("x", CFItemType="contra-indicator"),
        ],
        [
            link("isChildOf", "k", TOP),
            link("isChildOf", "c", "k"),
            link("isChildOf", "i", "c"),
            link("Is Child Of", "x", "c"),
        ],
    )
    framework = framework_of(data)
    assert shape(framework)["competences"] == {"c": ("k", ["i", "x"])}
    assert [one.polarity for one in framework.competences[0].indicators] == ["positive", "contra"]
    lone = package([item("k", CFItemType="Domain")], [link("isChildOf", "k", TOP)])
    assert shape(framework_of(lone))["clusters"] == {"k": None}


def test_what_stands_deeper_than_a_competence_is_kept_and_said() -> None:
    names = ("c", "i", "diep", "dieper")
    data = package(
        [item(one, CFItemType="Competency" if one == "c" else "Standard") for one in names],
        [
            link("isChildOf", "c", TOP),
            *(link("isChildOf", b, a) for a, b in pairwise(names)),
        ],
    )
    made = planned(data)
    assert shape(framework_of(data))["competences"] == {"c": (None, ["i", "diep", "dieper"])}
    said = [one.text.nl for one in made.notes if "dieper dan" in one.text.nl]
    assert [one.split('"')[1] for one in said] == ["diep", "dieper"]


BROKEN = {
    "double": package([item("a"), item("a")], [link("isChildOf", "a", TOP)]),
    "cycle": package(
        [item("a"), item("b"), item("c")],
        [link("isChildOf", "a", "b"), link("isChildOf", "b", "a"), link("isChildOf", "c", TOP)],
    ),
    "itself": package([item("a")], [link("isChildOf", "a", "a")]),
    "dangling": package([item("a")], [link("isChildOf", "a", "weg")]),
    "no origin": package([item("a")], [link("isChildOf", "a", TOP), link("precedes", "weg", "a")]),
    "two parents": package(
        [item("a"), item("b"), item("c")],
        [
            link("isChildOf", "a", "b"),
            link("isChildOf", "a", "c"),
            link("isChildOf", "b", TOP),
            link("isChildOf", "c", TOP),
        ],
    ),
    "orphan": package([item("a")], []),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_no_schema_sees_is_found_and_nothing_goes_missing(name: str) -> None:
    data = BROKEN[name]
    assert len(problems(data)) == 1
    made = planned(data)
    assert problems(data)[0] in made.notes
    framework = framework_of(data)
    behaviour = sum(len(one.all_indicators()) for one in framework.competences)
    found = len(framework.clusters) + len(framework.competences) + behaviour
    assert found == len(data["CFItems"])


def test_a_sound_tree_has_no_problems() -> None:
    assert problems(TREE) == ()


def test_a_missing_statement_is_taken_from_what_is_there() -> None:
    data = package(
        [item("a", fullStatement="", abbreviatedStatement="Kort"), item("b", fullStatement=None)],
        [link("isChildOf", "a", TOP), link("isChildOf", "b", TOP)],
    )
    assert list(shape(framework_of(data))["competences"]) == ["Kort", "Zonder naam 2"]


def test_a_long_statement_becomes_the_definition_and_its_start_the_name() -> None:
    long = "Understand the concept of a ratio and use ratio language to describe it. " * 3
    data = package([item("a", fullStatement=long)], [link("isChildOf", "a", TOP)])
    (competence,) = framework_of(data).competences
    assert competence.definition == long.strip()
    assert str(competence.name).endswith("…")
    assert long.startswith(str(competence.name)[:-1])


def test_levels_come_from_has_skill_level_where_there_is_no_rubric() -> None:
    data = package(
        [item("c"), item("i"), item("n"), item("basis"), item("expert")],
        [
            link("isChildOf", "c", TOP),
            link("isChildOf", "i", "c"),
            link("isChildOf", "n", TOP),
            link("isChildOf", "basis", "n", sequenceNumber=1),
            link("isChildOf", "expert", "n", sequenceNumber=2),
            link("hasSkillLevel", "i", "expert"),
        ],
    )
    framework = framework_of(data)
    (scale,) = framework.proficiency_scales
    assert [(one.number, one.name) for one in scale.levels] == [(1, "basis"), (2, "expert")]
    (competence,) = framework.competences
    assert [(one.level, len(one.indicators)) for one in competence.levels] == [(2, 1)]


def test_relations_and_links_to_elsewhere_come_in() -> None:
    data = package(
        [item("a"), item("b")],
        [
            link("isChildOf", "a", TOP),
            link("isChildOf", "b", TOP),
            link("RelatedTo", "a", "b"),
            link("replacedBy", "a", "b"),
            link("exactMatchOf", "a", "elders"),
            link("exemplar", "a", "voorbeeld"),
        ],
    )
    first, second = framework_of(data).competences
    assert [(one.kind, one.competence) for one in first.relations] == [("related", second.id)]
    assert [(one.kind, one.competence) for one in second.relations] == [("replaces", first.id)]
    assert [(one.scheme, one.target, one.match) for one in first.alignments] == [
        ("case", "https://x.nl/elders", "exact")
    ]
    assert [one.cell.label for one in planned(data).left_overs] == ["CFAssociations/5"]
    assert "exemplar https://x.nl/voorbeeld" in str(first.extra)


def test_fields_without_a_place_are_kept_and_named_but_no_person_is() -> None:
    data = package(
        [item("a", educationLevel="06", eigen={"x": 1}, alternativeLabel="bel jan@school.nl")],
        [link("isChildOf", "a", TOP)],
        extensions={"meer": True},
    )
    made = planned(data)
    left = {one.cell.label: one.is_kept for one in made.left_overs}
    assert left == {
        "CFItems/0/educationLevel": True,
        "CFItems/0/eigen": True,
        "CFItems/0/alternativeLabel": False,
        "extensions": True,
    }
    (competence,) = framework_of(data).competences
    assert competence.extra == {"case": {"educationLevel": "06", "eigen": {"x": 1}}}
    assert "jan@" not in framework_of(data).model_dump_json()


def test_a_chosen_name_and_language_hold() -> None:
    framework = framework_of(TREE, name="Anders", language="en")
    assert (framework.name, framework.language) == ("Anders", "en")


@pytest.mark.parametrize(
    "strange",
    [None, [], "x", 3, {"a": 1}, [None, 1, "x", [], {}], [{"identifier": 3, "uri": []}], True],
)
@pytest.mark.parametrize(
    "part", ["CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions"]
)
def test_a_part_of_another_form_stops_nothing(part: str, strange: Any) -> None:
    data = {**copy.deepcopy(TREE), part: strange}
    assert framework_of(data).name == "Raamwerk"
    inside = {
        **copy.deepcopy(TREE),
        "CFDefinitions": {"CFItemTypes": strange, "CFLicenses": strange},
    }
    assert shape(framework_of(inside)) == TREE_SHAPE


@pytest.mark.parametrize("strange", [None, [], "", "x", 3, -1.5, {"a": 1}, True, [{}]])
def test_a_field_of_another_form_stops_nothing(strange: Any) -> None:
    for part in ("CFItems", "CFAssociations"):
        for key in [*TREE[part][0], "language", "notes", "extensions", "CFItemTypeURI"]:
            data = copy.deepcopy(TREE)
            data[part][0][key] = strange
            framework_of(data)
    for key in [*TREE["CFDocument"], "version", "adoptionStatus", "licenseURI", "extensions"]:
        data = copy.deepcopy(TREE)
        data["CFDocument"][key] = strange
        framework_of(data)
    rubric = {
        "identifier": uuid("r"),
        "CFRubricCriteria": [
            {
                "CFItemURI": {"identifier": uuid("c1")},
                "CFRubricCriterionLevels": [{"score": strange, "quality": strange}, strange],
            },
            strange,
        ],
    }
    framework_of({**copy.deepcopy(TREE), "CFRubrics": [rubric, strange]})


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"CFDocument": {"title": "x"', "te vroeg op"),
        (b'{"CFDocument": {"a": 1, "a": 2}}', '"a"'),
        (b'{"CFDocument": {"a": NaN}}', "NaN"),
        (b'{"CFDocument": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "64"),
        (b'{"CFDocuments": []}', "lijst van raamwerken"),
        (b'{"CFPackage": {"CFItems": []}}', "geen CASE-pakket"),
        ('{"CFDocument": "é"}'.encode("cp1252"), "UTF-8"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(raw: bytes, words: str) -> None:
    source = Source("raar.json", raw)
    assert recognises(source)
    with pytest.raises(UnusableError) as refused:
        plan(source)
    assert words in refused.value.say("nl")
    assert "raar.json" in refused.value.say("en")


@pytest.mark.parametrize("raw", [b"", b"a;b\n1;2\n", b"[]", b'{"$schema": "x"}', b'"CFDocument":'])
def test_other_files_are_not_taken_for_a_package(raw: bytes) -> None:
    assert not recognises(Source("x.json", raw))


def test_five_thousand_items_in_one_line_of_ancestors_come_in() -> None:
    names = [f"n{number}" for number in range(5_000)]
    links = [link("isChildOf", names[0], TOP)]
    links += [link("isChildOf", b, a) for a, b in pairwise(names)]
    data = package([item(name) for name in names], links)
    made = Package(data)
    assert len(made.entries) == len(names)
    framework = framework_of(data)
    behaviour = sum(len(one.all_indicators()) for one in framework.competences)
    assert len(framework.clusters) + len(framework.competences) + behaviour == len(names)
