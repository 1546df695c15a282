"""SKOS that keeps the Dutch standard, and vocabularies of others that become frameworks."""

import json
import warnings
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from whole_frameworks import any_content, sound_content

from competenties.findings import UnusableError
from competenties.formats import skos
from competenties.formats.applying import apply
from competenties.formats.plan import ImportPlan
from competenties.formats.skos_graph import nodes_in
from competenties.formats.source import Content, Source
from competenties.model.framework import Framework
from conftest import ROOT, SHARED

PROFILE = SHARED / "data/interop/schemas/nl-sbb-skos-ap-nl.ttl"
SAMPLE = SHARED / "data/interop/own/skos-nl-sbb.ttl"
CORE = "http://www.w3.org/2004/02/skos/core#"
HEAD = f"""@prefix skos: <{CORE}> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://voorbeeld.nl/id/> .
"""
FOREIGN = """
:kader a skos:ConceptScheme ; dct:title "Kader"@nl ; dct:language "nl" .
:a a skos:Concept ; skos:prefLabel "Omgaan met klanten"@nl, "Customers"@en ; skos:inScheme :kader ;
  skos:definition "Groep."@nl ; skos:notation "A" .
:b a skos:Concept ; skos:prefLabel "Luisteren"@nl ; skos:inScheme :kader ; skos:broader :a ;
  skos:definition "Hoort wat een klant zegt."@nl ; skos:altLabel "Horen"@nl ; skos:notation "B" ;
  skos:editorialNote "Nakijken."@nl ; skos:related :c ; skos:changeNote "Nieuw."@nl ;
  skos:exactMatch <http://data.europa.eu/esco/skill/1> .
:c a skos:Concept ; skos:prefLabel "Vragen"@nl ; skos:inScheme :kader ; skos:broader :a .
"""
SMALL = Framework.model_validate(
    {
        "id": "klein",
        "name": {"nl": "Klein", "en": "Small"},
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "twee",
                "name": "Twee",
                "levels": [{"number": 1, "name": "Start"}, {"number": 2, "name": "Verder"}],
            }
        ],
        "clusters": [{"id": "samen", "name": "Samen"}],
        "competences": [
            {
                "id": "samen-2",
                "name": "Samen",
                "cluster": "samen",
                "aliases": ["Teamwerk"],
                "alignments": [
                    {"scheme": "esco", "target": "http://data.europa.eu/esco/skill/1"},
                    {
                        "scheme": "esco",
                        "target": "http://data.europa.eu/esco/skill/1",
                        "match": "broad",
                    },
                    {"scheme": "eigen lijst", "target": "nummer 7", "label": "Zeven"},
                ],
                "levels": [
                    {
                        "level": 1,
                        "indicators": [
                            {"id": "i-1", "text": "Meldt wanneer het klaar is."},
                            {"id": "i-2", "text": "Zwijgt.", "polarity": "contra"},
                        ],
                    }
                ],
            }
        ],
    }
)


def planned(text: str) -> ImportPlan:
    return skos.plan(Source("x.ttl", text.encode()))


def framework_in(text: str) -> Framework:
    made = apply(planned(text)).framework
    assert made is not None
    return made


def written(framework: Framework, suffix: str = ".ttl") -> str:
    return skos.write(Content(framework), suffix).files[""].decode()


def shipped(name: str) -> Framework:
    data = json.loads((ROOT / "frameworks" / f"{name}.json").read_text(encoding="utf-8"))
    del data["$schema"]
    return Framework.model_validate(data)


def triples(text: str, form: str = "turtle") -> Any:
    import rdflib

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib about itself
        return rdflib.Graph().parse(data=text, format=form)


def violations(text: str) -> str:
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(PROFILE)
    conforms, _, report = pyshacl.validate(triples(text), shacl_graph=shapes, advanced=True)
    return "" if conforms else str(report)


needs_profile = pytest.mark.skipif(not PROFILE.is_file(), reason="needs the profile in ../shared")


@needs_profile
@pytest.mark.parametrize(
    "name", [pytest.param("basis", marks=pytest.mark.slow), "klantgerichtheid"]
)
def test_a_framework_keeps_the_dutch_standard_without_violation_or_warning(name: str) -> None:
    assert violations(written(shipped(name))) == ""


@needs_profile
def test_names_that_occur_twice_and_matches_with_public_lists_keep_the_standard_too() -> None:
    assert violations(written(SMALL)) == ""


@needs_profile
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(sound_content())
def test_any_framework_keeps_the_standard(content: Content) -> None:
    assert violations(written(content.framework)) == ""


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_content())
def test_labels_codes_and_definitions_are_as_the_standard_asks(content: Content) -> None:
    graph = triples(written(content.framework))
    concepts = set(graph.subjects(None, _iri(f"{CORE}Concept")))
    schemes = {one: graph.value(one, _iri(f"{CORE}inScheme")) for one in concepts}
    for name in ("prefLabel", "notation"):
        said = [
            (schemes[one], label)
            for one in concepts
            for label in graph.objects(one, _iri(f"{CORE}{name}"))
        ]
        assert max(Counter(said).values(), default=1) == 1
    for one in concepts:
        definitions = list(graph.objects(one, _iri(f"{CORE}definition")))
        assert definitions
        assert all(text.language for text in definitions)
        is_top = graph.value(one, _iri(f"{CORE}topConceptOf")) is not None
        assert is_top != (graph.value(one, _iri(f"{CORE}broader")) is not None)


def test_turtle_and_json_ld_say_the_same() -> None:
    from rdflib.compare import isomorphic

    framework = shipped("basis")
    turtle = triples(written(framework))
    assert len(turtle) > 1000
    assert isomorphic(turtle, triples(written(framework, ".jsonld"), "json-ld"))


def test_a_new_name_changes_no_address() -> None:
    before = set(triples(written(SMALL)).subjects())
    data = SMALL.model_dump()
    data["name"], data["competences"][0]["name"] = "Anders", "Anders"
    assert set(triples(written(Framework.model_validate(data))).subjects()) == before


def test_a_changed_sentence_changes_few_lines() -> None:
    data = SMALL.model_dump()
    data["competences"][0]["levels"][0]["indicators"][0]["text"] = "Zegt wanneer het klaar is."
    before = written(SMALL).splitlines()
    after = written(Framework.model_validate(data)).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 2


def test_behaviour_that_does_not_fit_says_so_to_every_reader() -> None:
    text = written(SMALL)
    assert 'skos:prefLabel "Past hier niet: Zwijgt."@nl' in text
    assert 'skos:scopeNote "Contra-indicator' in text


def test_a_label_that_somebody_changed_in_a_thesaurus_becomes_the_name() -> None:
    text = written(SMALL).replace('skos:prefLabel "Samen"@nl', 'skos:prefLabel "Met elkaar"@nl')
    framework = framework_in(text)
    assert framework.clusters[0].name == "Met elkaar"
    assert framework.clusters[0].id == "samen"
    assert framework.competences[0].name == "Samen"


def test_a_concept_that_somebody_added_becomes_a_competence_or_an_indicator() -> None:
    text = written(SMALL) + (
        '\nid:nieuw a skos:Concept ; skos:prefLabel "Nieuw"@nl ; skos:definition "D."@nl ;\n'
        "  skos:inScheme <urn:competenties:id:klein> ; skos:broader id:samen .\n"
        'id:meer a skos:Concept ; skos:prefLabel "Vraagt door"@nl ; skos:definition "Vraagt door."@nl ;\n'
        "  skos:inScheme <urn:competenties:id:klein> ; skos:broader id:samen-2 .\n"
    )
    framework = framework_in(text)
    assert [(one.name, one.cluster) for one in framework.competences] == [
        ("Samen", "samen"),
        ("Nieuw", "samen"),
    ]
    assert [one.text for one in framework.competences[0].indicators] == ["Vraagt door."]


def test_a_file_without_our_own_properties_is_still_a_framework() -> None:
    graph = triples(written(SMALL))
    for one in list(graph):
        if str(one[1]).startswith("urn:competenties:term:"):
            graph.remove(one)
    framework = framework_in(graph.serialize(format="turtle"))
    assert [one.number for one in framework.proficiency_scales[0].levels] == [1, 2]
    assert framework.clusters


def test_the_vocabulary_of_another_program_becomes_clusters_and_competences() -> None:
    made = planned(HEAD + FOREIGN)
    framework = apply(made).framework
    assert framework is not None
    assert framework.name == "Kader"
    assert [one.name for one in framework.clusters] == [
        {"en": "Customers", "nl": "Omgaan met klanten"}
    ]
    listen, ask = framework.competences
    assert (listen.name, listen.definition, listen.notes) == (
        "Luisteren",
        "Hoort wat een klant zegt.",
        "Nakijken.",
    )
    assert listen.cluster == ask.cluster == framework.clusters[0].id
    assert listen.aliases == ("Horen",)
    assert [(one.kind, one.competence) for one in listen.relations] == [("related", ask.id)]
    assert [(one.match, one.target) for one in listen.alignments] == [
        ("exact", "http://data.europa.eu/esco/skill/1")
    ]
    assert {one.id for one in listen.identifiers} == {"https://voorbeeld.nl/id/b", "B"}
    assert [(one.text, one.is_kept) for one in made.left_overs] == [("Nieuw.", True)]
    assert made.remarks


@pytest.mark.skipif(not SAMPLE.is_file(), reason="needs the sample in ../shared")
def test_the_sample_of_the_standard_comes_in_with_every_concept() -> None:
    framework = framework_in(SAMPLE.read_text(encoding="utf-8"))
    assert [one.name for one in framework.clusters] == ["Interpersoonlijk"]
    assert [one.name for one in framework.competences] == ["Samenwerken"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('{"@context": "https://schema.org", "@graph": []}', "schema.org"),
        ('{"@context": [{"a": "http://x/"}, "http://elders.nl/c"], "@graph": []}', "elders.nl"),
        ('{"@context": {"@import": "http://elders.nl/i"}, "@graph": []}', "elders.nl"),
        ('{"@context": {"a": {"@id": "http://a/", "@context": "http://diep.nl"}}}', "diep.nl"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rdf:RDF/>', "RDF/XML"),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "RDF/XML"),
        (f"{HEAD}\n:a a skos:Concept ; skos:prefLabel", "Turtle"),
        ('{"@graph": [], "@graph": []}', "JSON-LD"),
        ("[" * 5000, "JSON-LD"),
        (HEAD + ":a :b " + "[ :c " * 3000, "Turtle"),
        (f'{HEAD}\n:a dct:title "niets"@nl .', "skos:Concept"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(text: str, word: str) -> None:
    with pytest.raises(UnusableError) as caught:
        planned(text)
    assert word in caught.value.say("nl")
    assert "{" not in caught.value.say("nl") + caught.value.say("en")


def test_our_own_properties_may_be_spoiled() -> None:
    rest = '"{\\"id\\": 5, \\"aliases\\": 5, \\"alignments\\": [5], \\"levels\\": [7], \\"type\\": []}"'
    text = (
        HEAD
        + FOREIGN
        + f':b <urn:competenties:term:rest> {rest} .\n:c <urn:competenties:term:rest> "x" .'
    )
    framework = framework_in(text)
    assert [one.name for one in framework.competences] == ["Luisteren", "Vragen"]


def test_circles_and_odd_languages_do_no_harm() -> None:
    text = f"""{HEAD}
:k a skos:ConceptScheme .
:a a skos:Concept ; skos:prefLabel "A"@nl, "A"@NL-be, "A"@de-1996 ; skos:broader :b ; skos:inScheme :k .
:b a skos:Concept ; skos:prefLabel "B" ; skos:broader :a, :b, :weg ; skos:inScheme :k .
"""
    made = planned(text)
    framework = apply(made).framework
    assert framework is not None
    assert {len(framework.clusters), len(framework.competences)} == {0, 2}
    assert any("de-1996" in one.reason.nl for one in made.left_overs)


def test_json_ld_with_a_named_graph_is_read() -> None:
    data = json.loads(written(SMALL, ".jsonld"))
    named = json.dumps({"@id": "https://voorbeeld.nl/graaf", **data})
    assert framework_in(named) == framework_in(written(SMALL))


def test_a_source_is_recognised_by_what_it_says() -> None:
    assert skos.recognises(Source("x.txt", written(SMALL).encode()))
    assert skos.recognises(Source("x", b"\xef\xbb\xbf" + written(SMALL, ".jsonld").encode()))
    assert not skos.recognises(Source("x.ttl", b"naam;definitie\n"))
    assert not skos.recognises(Source("x.csv", f"adres;{CORE}\n".encode()))


def _iri(address: str) -> Any:
    import rdflib

    return rdflib.URIRef(address)


def test_a_cluster_that_stands_in_itself_is_a_top_concept_and_that_is_told() -> None:
    framework = Framework.model_validate(
        {
            "id": "a",
            "name": "A",
            "language": "nl",
            "clusters": [{"id": "k", "name": "K", "parent": "k"}],
        }
    )
    export = skos.write(Content(framework), ".ttl")
    assert [(one.place[1:], one.kind) for one in export.losses] == [
        (("clusters", "k", "parent"), "left-out")
    ]
    assert "skos:broader" not in export.files[""].decode()


def test_a_vocabulary_larger_than_a_table_may_be_is_read() -> None:
    raw = b'{"@context": {}, "@graph": []' + b" " * 50_000_000 + b"}"
    nodes, _ = nodes_in(Source("groot.jsonld", raw))
    assert not nodes
