"""Markdown as people edit it: what they change, add and get wrong."""

import json

import pytest

from competenties.findings import UnusableError
from competenties.formats import markdown
from competenties.formats.applying import apply
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, Source
from competenties.model.framework import Framework
from conftest import ROOT

BY_HAND = """\
# Ons model

Taal: nl
Versie: 1.0

Dit model is voor iedereen.

## Klanten

### Luisteren

Hoort wat een klant zegt,
en vat dat samen.

Soort: kerncompetentie
Ook bekend als:
- Horen
  (en): Listening

#### Niveau 1: Begin

- Vraagt door tot de vraag
  duidelijk is.
  Publiek: extern
* Schrijft de vraag op.

##### Gedrag dat hier niet bij past

- Valt een klant in de rede.

#### Niveau 3

- Laat anderen luisteren.

### Vragen
#### Zonder niveau
- Stelt open vragen.

## Servicebeloften

- We bellen binnen een dag terug.
  Norm: 95%
"""


def planned(text: str) -> ImportPlan:
    return markdown.plan(Source("x.md", text.encode()))


def framework_in(text: str) -> Framework:
    framework = apply(planned(text)).framework
    assert framework is not None
    return framework


def shipped() -> Framework:
    path = ROOT / "frameworks" / "klantgerichtheid.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["$schema"]
    return Framework.model_validate(data)


def written(framework: Framework) -> str:
    return markdown.write(Content(framework), ".md").files[""].decode()


def test_a_model_written_by_hand_is_understood() -> None:
    made = planned(BY_HAND)
    assert made.left_overs == ()
    framework = framework_in(BY_HAND)
    assert (framework.name, framework.version) == ("Ons model", "1.0")
    assert framework.description == "Dit model is voor iedereen."
    listen, ask = framework.competences
    assert listen.definition == "Hoort wat een klant zegt, en vat dat samen."
    assert (listen.type, listen.cluster) == ("core", "klanten")
    assert listen.aliases == ({"nl": "Horen", "en": "Listening"},)
    assert [one.level for one in listen.levels] == [1, 3]
    assert listen.levels[0].name == "Begin"
    assert [(one.text, one.polarity) for one in listen.levels[0].indicators] == [
        ("Vraagt door tot de vraag duidelijk is.", "positive"),
        ("Schrijft de vraag op.", "positive"),
        ("Valt een klant in de rede.", "contra"),
    ]
    assert listen.levels[0].indicators[0].audience == "external"
    assert [one.text for one in ask.indicators] == ["Stelt open vragen."]
    assert [(one.text, one.norm) for one in framework.promises] == [
        ("We bellen binnen een dag terug.", "95%")
    ]


def test_the_same_file_gives_the_same_ids_every_time() -> None:
    assert framework_in(BY_HAND) == framework_in(BY_HAND)
    assert framework_in(written(framework_in(BY_HAND))) == framework_in(BY_HAND)


def test_the_shipped_framework_comes_back_equal_and_in_order() -> None:
    assert framework_in(written(shipped())) == shipped()


def test_a_new_name_is_no_new_item() -> None:
    text = written(shipped())
    first = shipped().competences[0]
    line = next(
        one
        for one in text.splitlines()
        if one.startswith("### ") and one.endswith(f" {{#{first.id}}}")
    )
    changed = framework_in(text.replace(line, f"### Een andere naam {{#{first.id}}}"))
    assert changed.competences[0].id == first.id
    assert changed.competences[0].levels == first.levels


def test_a_changed_sentence_changes_one_line() -> None:
    data = framework_in(BY_HAND).model_dump()
    data["competences"][0]["levels"][0]["indicators"][1]["text"] = "Noteert de vraag."
    before = written(framework_in(BY_HAND)).splitlines()
    after = written(Framework.model_validate(data)).splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_an_english_framework_has_english_words_and_both_are_read() -> None:
    data = framework_in(BY_HAND).model_dump()
    text = written(Framework.model_validate({**data, "language": "en"}))
    assert "Language: en" in text
    assert "##### Behaviour that does not fit here" in text
    assert "#### Level 3" in text
    assert framework_in(text).competences[0].levels[0].indicators[2].is_contra
    mixed = BY_HAND.replace("Soort: kerncompetentie", "Type: core competence")
    assert framework_in(mixed).competences[0].type == "core"


def test_the_order_of_competences_stays_where_clusters_alternate() -> None:
    data = {
        "id": "a",
        "name": "A",
        "language": "nl",
        "clusters": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y", "parent": "x"}],
        "competences": [
            {"id": f"c-{n}", "name": f"C {n}", **({"cluster": one} if one else {})}
            for n, one in enumerate(["y", None, "x", "y", None])
        ],
    }
    framework = Framework.model_validate(data)
    assert framework_in(written(framework)) == framework


@pytest.mark.parametrize(
    ("line", "after", "reason"),
    [
        ("Los eindje: zomaar", "Taal: nl", "veld"),
        ("#### Onbekende kop", "- Laat anderen luisteren.", "kop"),
        ("##### Iets anders", "- Laat anderen luisteren.", "kop"),
        ("Taal: de", "Taal: nl", "al ingevuld"),
        ("Overig: {geen json}", "Taal: nl", "JSON"),
        ("- Een losse punt", "Taal: nl", "zonder iets erboven"),
    ],
)
def test_what_is_not_understood_is_kept_with_its_line(line: str, after: str, reason: str) -> None:
    made = planned(
        BY_HAND.replace(after, f"{after}\n\n{line}", 1).replace("Dit model is", "Voor: x")
    )
    found = [one for one in made.left_overs if reason in one.reason.nl]
    assert found, made.left_overs
    assert all(one.is_kept for one in found)
    framework = apply(made).framework
    assert framework is not None
    assert found[0].text in json.dumps(framework.extra, ensure_ascii=False)


def test_a_value_that_the_model_does_not_take_is_left_over_and_the_rest_comes_in() -> None:
    text = BY_HAND.replace("Soort: kerncompetentie", "Soort: heel belangrijk")
    made = planned(text)
    assert [one.text for one in made.left_overs] == ["heel belangrijk"]
    framework = apply(made).framework
    assert framework is not None
    assert framework.competences[0].type is None


def test_the_address_of_a_person_is_not_kept() -> None:
    made = planned(BY_HAND + "\n- Vraag het jan@voorbeeld.nl\n#### Jan jan@voorbeeld.nl\n")
    assert [one.is_kept for one in made.left_overs if "@" in one.text] == [False]


def test_windows_files_are_read() -> None:
    raw = BY_HAND.replace("\n", "\r\n").replace("Ons", "Één").encode("utf-8-sig")
    framework = apply(markdown.plan(Source("x", raw))).framework
    assert framework is not None
    assert framework.name == "Één model"
    assert len(framework.competences) == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "kop"),
        ("zomaar tekst\n", "kop"),
        ("# Een\n\nTaal: nl\n\n# Twee\n", "tweede kop"),
        ("# Een\n" + "".join(f"{' ' * n}- x\n" for n in range(100)), "springt te ver in"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(text: str, word: str) -> None:
    with pytest.raises(UnusableError) as caught:
        planned(text)
    assert word in caught.value.say("nl")
    assert caught.value.say("en") != caught.value.say("nl")


def test_a_source_is_recognised_by_its_headings() -> None:
    assert markdown.recognises(Source("x.txt", BY_HAND.encode("utf-8-sig")))
    assert markdown.recognises(Source("x", written(shipped()).encode()))
    assert not markdown.recognises(Source("x.txt", b"# Leesmij\n\nZomaar tekst.\n"))
    with pytest.raises(
        UnusableError, match=r"x.md holds no framework.*'### Name of a competence'\.$"
    ):
        markdown.plan(Source("x.md", b"Zomaar tekst.\n"))
    assert markdown.recognises(Source("x.md", b"Zomaar tekst.\n"))
    assert not markdown.recognises(Source("x.csv", b"naam;definitie\n"))
