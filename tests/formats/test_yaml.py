"""YAML as people write it, and what is refused of it."""

import pytest

from competenties.findings import UnusableError
from competenties.formats import recognised, yaml_text
from competenties.formats.applying import Imported, apply
from competenties.formats.source import Content, Source
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace.documents import document_data
from competenties.workspace.json_text import canonical_json

WRITTEN = """\
# van ons
$schema: urn:competenties:framework:1
id: klein
name: no
language: nl
version: 2.0
valid_from: 2026-01-01
definition_:
"""
GOOD = """\
$schema: urn:competenties:framework:1
id: klein
name: no
language: nl
version: 2.0
valid_from: 2026-01-01
owner:
licence: 1e5
proficiency_scales:
- id: schaal
  name: yes
  cumulative: false
  levels:
  - {number: 1, name: 08}
competences:
- id: c
  name: {nl: Ja, en: Yes}
  definition: |
    Eerste regel.

    - punt
  type: core
  levels:
  - level: 1
    indicators:
    - {id: c-1, text: "12:30 is geen tijd"}
extra: {waar: true, niets: null, getal: 1.5, tekst: "1.5", dag: 2026-01-01}
"""


def imported(text: str) -> Imported:
    return apply(yaml_text.plan(Source("x.yaml", text.encode())))


def framework_in(text: str) -> Framework:
    framework = imported(text).framework
    assert framework is not None
    return framework


def test_what_looks_like_something_else_stays_a_text_where_a_text_belongs() -> None:
    framework = framework_in(GOOD)
    assert (framework.name, framework.version, framework.licence) == ("no", "2.0", "1e5")
    assert framework.owner is None
    assert str(framework.valid_from) == "2026-01-01"
    assert framework.proficiency_scales[0].name == "yes"
    assert framework.proficiency_scales[0].cumulative is False
    assert framework.proficiency_scales[0].levels[0].name == "08"
    assert framework.competences[0].definition == "Eerste regel.\n\n- punt\n"
    assert framework.competences[0].levels[0].indicators[0].text == "12:30 is geen tijd"
    assert framework.extra == {
        "waar": True,
        "niets": None,
        "getal": 1.5,
        "tekst": "1.5",
        "dag": "2026-01-01",
    }


def test_texts_of_several_lines_are_written_as_blocks() -> None:
    text = yaml_text.write(Content(framework_in(GOOD)), ".yaml").files[""].decode()
    assert "  definition: |\n    Eerste regel.\n\n    - punt\n" in text
    assert "version: '2.0'" in text


def test_profiles_stand_in_the_same_file() -> None:
    profile = JobProfile(id="balie", name="Balie", language="nl")
    raw = yaml_text.write(Content(framework_in(GOOD), [profile]), ".yaml").files[""]
    made = imported(raw.decode())
    assert [one.name for one in made.profiles] == ["Balie"]
    assert made.framework is not None


def test_a_profile_may_stand_alone() -> None:
    made = imported("id: balie\nname: Balie\nlanguage: nl\npurpose: Helpt bezoekers.\n")
    assert made.framework is None
    assert made.profiles[0].purpose == "Helpt bezoekers."


@pytest.mark.parametrize(
    "change", [str.encode, lambda text: text.replace("\n", "\r\n").encode("utf-8-sig")]
)
def test_windows_files_are_read(change: object) -> None:
    assert callable(change)
    source = Source("x", change(GOOD.replace("Ja", "Privé")))
    framework = apply(yaml_text.plan(source)).framework
    assert framework is not None
    assert framework.competences[0].name == {"nl": "Privé", "en": "Yes"}


def test_windows_1252_is_read_and_said() -> None:
    plan = yaml_text.plan(Source("x", GOOD.replace("Ja", "Privé").encode("cp1252")))
    assert "Windows-1252" in plan.remarks[0].nl
    framework = apply(plan).framework
    assert framework is not None
    assert framework.competences[0].name == {"nl": "Privé", "en": "Yes"}


def test_a_cluster_that_is_not_there_is_left_over() -> None:
    plan = yaml_text.plan(Source("x", GOOD.replace("  type: core", "  cluster: weg").encode()))
    assert [(one.cell.label, one.text) for one in plan.left_overs] == [
        ("competences/0/cluster", "weg")
    ]
    assert apply(plan).framework is not None


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "regel 1|voluit"),
        ("a: *b\n", "regel 1|voluit"),
        ("a: !!python/object/apply:os.system ['x']\n", "regel 1|soortaanduiding"),
        ("a: !!binary aGk=\n", "regel 1|soortaanduiding"),
        ("<<: {a: b}\n", "regel 1|veld"),
        ("? [a]\n: b\n", "regel 1|veld"),
        ("id: a\nid: b\n", 'regel 2|"id"|twee keer'),
        ("a: b: c\n", "regel 1|inspringen"),
        ("a: 'open\n", "inspringen"),
        ("a: \x00\n", "regel 1"),
        ("[" * 500, "regel 1|genest"),
        ("- een\n- twee\n", "$schema"),
        ("", "$schema"),
        ("tekst\n", "$schema"),
        (GOOD + "---\n" + GOOD, "meer dan één"),
        (WRITTEN, "definition_"),
        (GOOD.replace("level: 1", "level: hoog"), 'regel 24|"hoog"|heel getal'),
        (GOOD.replace("framework:1", "framework:9"), "vorm 9"),
        (GOOD.replace("valid_from: 2026-01-01", "valid_from: 2026-13-01"), "2026-13-01"),
        (GOOD.replace("number: 1,", "number: 1" + "0" * 400 + ","), "model"),
        (GOOD.replace("getal: 1.5", "getal: .nan, nog: 1e999"), ""),
    ],
)
def test_what_cannot_be_used_is_refused_with_where_and_why(text: str, words: str) -> None:
    if not words:
        assert framework_in(text).extra["getal"] == ".nan"
        return
    with pytest.raises(UnusableError) as caught:
        imported(text)
    said = caught.value.say("nl")
    assert all(word.lower() in said.lower() for word in words.split("|")), said
    assert caught.value.say("en") != said


def test_a_source_is_recognised_by_what_it_says_of_itself() -> None:
    assert yaml_text.recognises(Source("x.txt", GOOD.encode()))
    assert yaml_text.recognises(Source("x", WRITTEN.encode("utf-8-sig")))
    assert yaml_text.recognises(Source("x.yaml", b"a: b\n"))
    assert not yaml_text.recognises(Source("x.csv", b"a: b\n"))
    assert not yaml_text.recognises(Source("x.csv", b"{a};b\n"))


def test_every_problem_is_told_with_its_line_in_the_order_of_the_file() -> None:
    wrong = GOOD.replace("  type: core", "  soort: kern").replace("version: 2.0", "versie: 2.0")
    second = "---\n$schema: urn:competenties:profile:1\nid: balie\nname: Balie\nlanguage: nl\n"
    with pytest.raises(UnusableError) as caught:
        imported(wrong)
    said = caught.value.say("nl").splitlines()
    assert [one.split(":")[0].strip() for one in said[1::2]] == ["regel 5", "regel 22"]
    assert all(one.startswith("    → ") for one in said[2::2])
    with pytest.raises(UnusableError, match=f"line {GOOD.count(chr(10)) + 6}: Balie"):
        imported(f"{GOOD}{second}doel: Helpt.\n")


def test_json_of_our_own_comes_in_the_same_way() -> None:
    framework = framework_in(GOOD)
    raw = canonical_json(document_data(framework)).encode()
    for name in ("x.json", "x"):
        source = Source(name, raw)
        assert yaml_text.recognises(source)
        assert apply(yaml_text.plan(source)).framework == framework
    with pytest.raises(UnusableError, match=r'line 4: .*"naam"'):
        yaml_text.plan(Source("x.json", raw.replace(b'"name"', b'"naam"', 1)))
    with pytest.raises(UnusableError, match=r"x.json cannot be read\.\n  line 4: "):
        yaml_text.plan(Source("x.json", raw.replace(b'"id": "klein",', b'"id": "klein"', 1)))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"@context": "https://credreg.net/ctdlasn/schema/context/json"}', "CTDL-ASN"),
        (b'[{"@type": "ceasn:Rubric"}]', "CTDL-ASN"),
        (b'{"@context": ["https://purl.imsglobal.org/spec/ob/v3p0/x.json"]}', "Open Badge"),
        (b'{"specifiedCompetencyType": {}}', "HR Open"),
        (b'{"@context": {}}', "JSON-LD"),
        (b'{"a": 1}', "another program"),
        (b'{"a": ', "another program"),
    ],
)
def test_json_of_others_is_refused_by_its_name(raw: bytes, kind: str) -> None:
    source = Source("x.json", raw)
    assert recognised(source).NAME == "yaml"
    with pytest.raises(UnusableError, match=f"{kind}.*CFPackage"):
        yaml_text.plan(source)
