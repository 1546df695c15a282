"""Placeholders of an organisation's own: filled in from plain data, and never trusted."""

import base64
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from example_documents import EVERY_LAYOUT, HOSTILE
from lxml import etree
from template_files import TEMPLATES, package, parts_of, template, texts, with_body
from test_validity import sdk_errors_fixture  # noqa: F401  (a fixture)

from competenties.findings import RefusedError
from competenties.messages import LANGUAGES
from competenties.office import template_fields, template_sandbox
from competenties.office.blocks import Paragraph
from competenties.office.clean import clean
from competenties.office.template import W, examined
from competenties.office.template_fields import in_own_template

CONTEXT: dict[str, Any] = {
    "functie": {"naam": "Tuinman & <zoon>"},
    "doel": "Houdt de tuin in orde.",
    "resultaatgebieden": [
        {"naam": "Snoeien", "taken": ["Knipt.", "Ruimt op."]},
        {"naam": "Maaien", "taken": []},
    ],
    "competenties": [
        {
            "naam": "Plannen",
            "niveau": "2",
            "niveaunaam": "Plant",
            "indicatoren": ["Plant vooruit."],
        },
        {"naam": "Luisteren", "niveau": "1", "niveaunaam": "Hoort", "indicatoren": []},
    ],
}
FILLED = in_own_template(EVERY_LAYOUT, template("fields"), CONTEXT)


def fill(*paragraphs: str) -> list[str]:
    """Return the text of the letterhead with these paragraphs, filled in."""
    return texts(in_own_template(EVERY_LAYOUT, with_body(*paragraphs), CONTEXT).raw)


def refused(*paragraphs: str) -> str:
    with pytest.raises(RefusedError) as error:
        fill(*paragraphs)
    for language in LANGUAGES:
        assert "brief.docx" in error.value.say(language)
    return error.value.say("en")


def test_names_loops_and_rows_are_filled_in() -> None:
    shown = texts(FILLED.raw)
    assert shown[0] == "Tuinman & <zoon>"
    assert "Snoeien: Knipt.; Ruimt op." in shown
    assert "Maaien: " in shown
    assert shown[-8:-1] == [
        "Gedrag",
        "Plannen",
        "2 Plant",
        "Plant vooruit.",
        "Luisteren",
        "1 Hoort",
        "",
    ]
    assert "versie 1" in texts(FILLED.raw, "word/footer1.xml")[0]
    assert FILLED.report == []


def test_only_parts_with_placeholders_change() -> None:
    before, after = template("fields").parts, parts_of(FILLED.raw)
    changed = {name for name in before if before[name] != after[name]}
    properties = {"docProps/core.xml", "[Content_Types].xml", "_rels/.rels"}
    assert changed == {"word/document.xml", "word/footer1.xml"} | properties
    assert set(after) - set(before) == {"docProps/custom.xml"}


def test_a_list_of_texts_is_shown_as_text() -> None:
    assert fill("{{ resultaatgebieden[0].taken }}")[0] == "Knipt.; Ruimt op."


def test_conditions_and_filters_work() -> None:
    assert fill("{% if doel %}{{ doel | upper }}{% endif %}{{ competenties | length }}")[0] == (
        "HOUDT DE TUIN IN ORDE.2"
    )
    shown = fill(
        "{%p for c in competenties %}",
        "{{ loop.index }}. {{ c.naam }}{% if not loop.last %};{% endif %}",
        "{%p endfor %}",
    )
    assert shown[:2] == ["1. Plannen;", "2. Luisteren"]


def test_the_whole_content_may_stand_among_placeholders() -> None:
    shown = fill("Voor {{ functie.naam }}", "{{ inhoud }}", "Einde")
    assert shown[0] == "Voor Tuinman & <zoon>"
    assert shown.index("Plaats in de keten") < shown.index("Einde")


def test_version_and_fingerprint_are_never_lost() -> None:
    filled = in_own_template(EVERY_LAYOUT, with_body("{{ doel }}"), CONTEXT)
    assert texts(filled.raw)[-1] == EVERY_LAYOUT.footer
    assert "do not name version and fingerprint" in filled.report[0].say("en")
    kept = in_own_template(
        EVERY_LAYOUT, with_body("{{ doel }} {{ versie }} {{ controlecode }}"), CONTEXT
    )
    assert kept.report == []


def test_a_document_with_errors_says_so_at_the_top() -> None:
    document = replace(EVERY_LAYOUT, blocks=(Paragraph("Concept met fouten.", "warning"),))
    assert texts(in_own_template(document, with_body("{{ doel }}"), CONTEXT).raw)[0] == (
        "Concept met fouten."
    )


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("{{ functie.naan }}", ("'naan'", "{{ functie.naan }}", "'naam'")),
        ("{{ fucntie.naam }}", ("'fucntie'", "{{ fucntie.naam }}", "'functie'")),
        ("{% for c in competentie %}{{ c.naam }}{% endfor %}", ("'competentie'", "'competenties'")),
        ("{% for c in competenties %}{{ c.nam }}{% endfor %}", ("'nam'", "{{ c.nam }}", "'naam'")),
        ("{{ zomaar.iets }}", ("'zomaar'", "Choose from", "competenties")),
        ("{{ doel.langer }}", ("'langer'", "{{ doel.langer }}")),
        ("{{ doel", ("{{ doel", "braces")),
        ("{{ doel + }}", ("{{ doel + }}", "braces")),
        (
            "{% for c in competenties %}{{ c.naam }}",
            ("{% for c in competenties %} without {% endfor %}",),
        ),
        ("{% if doel %}{% for c in competenties %}{% endif %}", ("competenties %} without",)),
        ("{{ doell }}{{ zo }}{{ functie.naan }}", ("'doell'", "Also not known: 'zo', 'naan'")),
        ("{% endfor %}", ("{% endfor %}",)),
        ("{{ doel | vertaal }}", ("'vertaal'", "upper")),
        ("{{ functie }}", ("{{ functie }}", "group")),
        ("{{ competenties }}", ("{{ competenties }}", "list")),
        ("{{r doel }}", ("{{r doel }}",)),
        ("{% tr %}", ("{% tr %}",)),
    ],
)
def test_a_mistake_is_named_with_its_placeholder(paragraph: str, said: tuple[str, ...]) -> None:
    sentence = refused("Goed.", paragraph)
    for part in said:
        assert part in sentence


def test_a_loop_of_paragraphs_that_does_not_end_is_named() -> None:
    sentence = refused("{%p for c in competenties %}", "{{ c.naam }}")
    assert "{%p for c in competenties %} without {%p endfor %}" in sentence


def test_a_document_that_is_all_content_needs_a_place_for_it() -> None:
    fields = with_body("{{ doel }}")
    with pytest.raises(RefusedError) as error:
        in_own_template(EVERY_LAYOUT, fields, CONTEXT, needs_content=True)
    assert "Zet {{ inhoud }} in een eigen alinea" in error.value.say("nl")
    whole = with_body("{{ doel }}", "{{ inhoud }}")
    filled = in_own_template(EVERY_LAYOUT, whole, CONTEXT, needs_content=True)
    assert "Plaats in de keten" in texts(filled.raw)


def test_a_mistake_is_named_with_its_paragraph() -> None:
    sentence = refused("Goed.", "De functie heet {{ functie.naan }} bij ons.")
    assert "(in the paragraph 'De functie heet {{ functie.naan }} bij ons.')" in sentence


def test_a_text_full_of_braces_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_fields, "_SECONDS", 3)
    begun = time.monotonic()
    refused("{{" * 300_000)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    "paragraph",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ functie['__class__'] }}",
        "{{ functie.__class__ }}",
        "{{ functie|attr('__class__') }}",
        "{{ functie._naam }}",
        "{{ functie.items() }}",
        "{{ functie.keys }}",
        "{{ functie.pop('naam') }}",
        "{{ competenties.append(1) }}",
        "{{ 'a'.join(['x']) }}",
        "{{ '%s'.format(doel) }}",
        "{{ '{0.__class__}'.format(doel) }}",
        "{{ range(10) }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ namespace() }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% set x = 1 %}",
        "{% block b %}{% endblock %}",
        "{% call m() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with x = 1 %}{% endwith %}",
        "{% autoescape false %}{{ doel }}{% endautoescape %}",
        "{{ doel | safe }}",
        "{{ doel | center(10000000) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ doel | map('upper') }}",
        "{{ config }}",
        "{{ request.application }}",
        "{% for a in competenties recursive %}{{ loop(competenties) }}{% endfor %}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ loop.cycle('a') }}",
        "{% for a in competenties %}{{ loop.__class__ }}{% endfor %}",
        "{% for a in competenties %}{{ loop._iterator }}{% endfor %}",
    ],
)
def test_code_in_a_placeholder_is_refused(paragraph: str) -> None:
    answer = template_sandbox.answer(task(paragraph))
    assert answer["wrong"] in ("code", "filter", "syntax", "unknown")


def test_refused_code_is_named() -> None:
    sentence = refused("{{ functie.__class__ }}")
    assert "holds code that is not allowed: {{ functie.__class__ }}" in sentence


def task(*paragraphs: str, context: dict[str, Any] | None = None) -> dict[str, Any]:
    raw = package(with_body(*paragraphs).parts)
    return {
        "template": base64.b64encode(raw).decode(),
        "context": CONTEXT if context is None else context,
        "wanted": ["word/document.xml"],
    }


def test_the_other_process_answers_in_json() -> None:
    answer = template_sandbox.answer(task("{{ doel }}"))
    assert "Houdt de tuin in orde." in json.loads(json.dumps(answer))["parts"]["word/document.xml"]


def test_a_document_that_becomes_far_too_large_is_stopped() -> None:
    many = {"a": [f"{number}" for number in range(200)]}
    loop = "{% for x in a %}" * 3 + "xxxxxxxxxx" + "{% endfor %}" * 3
    assert template_sandbox.answer(task(loop, context=many)) == {
        "wrong": "large",
        "name": "",
        "known": ["a"],
    }


def test_work_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_fields, "_SECONDS", 3)
    many = {"a": [f"{number}" for number in range(3_000)]}
    loop = "{% for x in a %}" * 3 + "{% endfor %}" * 3
    begun = time.monotonic()
    with pytest.raises(RefusedError) as error:
        in_own_template(EVERY_LAYOUT, with_body(loop), many)
    assert "3 seconds" in error.value.say("en")
    assert time.monotonic() - begun < 30


def test_four_loops_in_each_other_are_refused() -> None:
    assert "not allowed" in refused("{% for a in competenties %}" * 4 + "{% endfor %}" * 4)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_of_a_profile_is_only_text(text: str) -> None:
    context = {"doel": clean(text), "functie": {"naam": clean(text)}}
    answer = template_sandbox.answer(task("{{ doel }}", "{{ functie.naam }}", context=context))
    root = etree.fromstring(answer["parts"]["word/document.xml"].encode())
    shown = "".join(one.text or "" for one in root.iter(f"{W}t"))
    visible = clean(text).replace("\n", "").replace("\t", "")
    assert shown == visible * 2


def test_control_characters_are_taken_out() -> None:
    context = {"doel": "rood\x00 \x07geel"}
    filled = in_own_template(EVERY_LAYOUT, with_body("{{ doel }}"), context)
    assert texts(filled.raw)[0] == "rood geel"


def test_placeholders_in_our_own_text_stay_as_they_are() -> None:
    context = {"doel": "{{ functie.naam }} {% for %} {{ inhoud }} {{ titel }}"}
    filled = in_own_template(EVERY_LAYOUT, with_body("{{ doel }}", "{{ inhoud }}"), context)
    assert texts(filled.raw)[0] == context["doel"]


def test_a_loop_that_gives_nothing_leaves_a_file_that_word_opens() -> None:
    filled = in_own_template(
        EVERY_LAYOUT, template("fields"), {**CONTEXT, "competenties": [], "resultaatgebieden": []}
    )
    root = etree.fromstring(parts_of(filled.raw)["word/document.xml"])
    for table in root.iter(f"{W}tbl"):
        assert table.find(f"{W}tr") is not None
    for cell in root.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_a_loop_over_half_a_table_is_refused_as_broken_layout() -> None:
    parts = dict(template("fields").parts)
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"{%tr endfor %}", b"").replace(
        b"Einde.", b"{% endfor %}"
    )
    with pytest.raises(RefusedError) as error:
        in_own_template(EVERY_LAYOUT, examined("half.docx", package(parts)), CONTEXT)
    assert "break its layout" in error.value.say("en")


def test_a_document_without_data_knows_the_fields_only() -> None:
    with pytest.raises(RefusedError) as error:
        in_own_template(EVERY_LAYOUT, template("fields"))
    assert "'functie'" in error.value.say("en")


@pytest.mark.slow
def test_a_filled_template_has_no_errors_that_the_template_had_not(
    sdk_errors: Callable[[bytes, str], list[str]],
) -> None:
    own = sdk_errors((TEMPLATES / "fields.docx").read_bytes(), ".docx")
    assert sorted(sdk_errors(FILLED.raw, ".docx")) == sorted(own)
