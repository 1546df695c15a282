"""Frameworks in which ids are there once and references lead somewhere, and what an export loses of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from competenties.formats import FormatFile
from competenties.formats.applying import apply
from competenties.formats.inventory import Place, inventory
from competenties.formats.source import Content, Source
from competenties.model.competence import (
    Anchor,
    Competence,
    DevelopmentTip,
    InterviewQuestion,
    Level,
    MinimumLevel,
    Probe,
    RatingAnchor,
    TargetLevel,
)
from competenties.model.framework import (
    Cluster,
    ConversationCard,
    Framework,
    GlossaryEntry,
    Promise,
)
from competenties.model.indicator import Indicator
from competenties.model.record import Alignment
from competenties.model.scale import ProficiencyScale, RatingPoint, RatingScale, ScaleLevel
from competenties.model.texts import text_fields
from competenties.office.clean import has_ink
from strategies import frameworks, profiles

HOSTILE = [
    "# kop",
    "- punt",
    "1. eerste",
    "tekst {#id}",
    "\\# al gevlucht",
    "Naam: waarde",
    "> aangehaald",
    "<b>vet</b> &lt; &#10; &amp;",
    "no",
    "2026-01-01",
    "1e5",
    "regel\nregel\n\n- lijst",
    " wit ",
    '"""@nl . <x> "',
    "=1+1",
    "a\rb\u2028c\ufeff\x85",
    "\x00\x1b",
    "😀",
    "---",
    "```",
    "*",
    "a\n",
    "\nb",
    "c\n \nd ",
]


TEXTS = st.sampled_from(HOSTILE) | st.text(
    st.characters(codec="utf-8"), min_size=1, max_size=30
).filter(has_ink)
_OTHERS = {"version", "licence", "scheme", "target", "replaces", "replaced_by", "text_hash"}
TEXT_FIELDS = _OTHERS | {
    name
    for part in (
        Framework,
        Cluster,
        Competence,
        Indicator,
        Level,
        Promise,
        ConversationCard,
        GlossaryEntry,
        ProficiencyScale,
        ScaleLevel,
        RatingScale,
        RatingPoint,
        InterviewQuestion,
        Probe,
        Anchor,
        DevelopmentTip,
        MinimumLevel,
        TargetLevel,
        RatingAnchor,
        Alignment,
    )
    for name, holds_parts in text_fields(part)
    if not holds_parts
}


@st.composite
def sound_content(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Content:
    """A framework of any shape with unique ids and references that lead somewhere, and profiles."""
    data = draw(frameworks()).model_dump(mode="json", exclude_defaults=True)
    _renumber(data)
    _sprinkle(draw, data)
    clusters = [one["id"] for one in data.get("clusters", ())]
    scales = [one["id"] for one in data.get("proficiency_scales", ())]
    for number, one in enumerate(data.get("clusters", ())):
        _refer(draw, one, "parent", clusters[:number])
    for one in data.get("competences", ()):
        _refer(draw, one, "cluster", clusters)
        _refer(draw, one, "scale", scales)
    made = draw(st.lists(profiles(), max_size=1))
    numbered = [one.model_copy(update={"id": f"p-{n}"}) for n, one in enumerate(made)]
    return Content(Framework.model_validate(data), numbered)


@st.composite
def any_content(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Content:
    """Any framework that has the right form, with double ids and references to nothing."""
    return Content(draw(frameworks()), draw(st.lists(profiles(), max_size=1)))


def differences(kind: FormatFile, content: Content, suffix: str) -> tuple[set[Place], set[Place]]:
    """Return what an export says it loses, and what its import does not bring back."""
    export = kind.write(content, suffix)
    (raw,) = export.files.values()
    after = back(kind, raw)
    before = inventory(content)
    gone = {p for p, held in before.items() if p not in after or after[p].value != held.value}
    return {one.place for one in export.losses}, gone


def back(kind: FormatFile, raw: bytes) -> dict[Place, Any]:
    """Return the inventory of what an import makes of a file."""
    made = apply(kind.plan(Source("x", raw)))
    assert made.framework is not None
    return dict(inventory(Content(made.framework, made.profiles)))


def _renumber(data: dict[str, Any]) -> None:
    """Give every item of which ids matter one of its own."""
    number = 0
    for items in ("proficiency_scales", "rating_scales", "clusters", "competences", "promises"):
        for one in data.get(items, ()):
            number += 1
            one["id"] = f"{one['id'][:20]}-{number}"
    for competence in data.get("competences", ()):
        levels = {one["level"]: one for one in competence.get("levels", ())}
        if levels:
            competence["levels"] = list(levels.values())
        for one in [
            *competence.get("indicators", ()),
            *(i for level in competence.get("levels", ()) for i in level.get("indicators", ())),
        ]:
            number += 1
            one["id"] = f"{one['id'][:20]}-{number}"
    for scale in data.get("proficiency_scales", ()):
        scale["levels"] = list({one["number"]: one for one in scale["levels"]}.values())


def _sprinkle(draw: Any, node: Any) -> None:
    """Put hostile texts in places where texts stand."""
    if isinstance(node, list):
        for one in node:
            _sprinkle(draw, one)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in TEXT_FIELDS:
            node[key] = _hostile(draw, value)
        elif key != "extra":
            _sprinkle(draw, value)


def _hostile(draw: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [_hostile(draw, one) for one in value]
    if isinstance(value, dict) and "id" in value:  # a part of the same name, such as `context`
        _sprinkle(draw, value)
        return value
    if isinstance(value, dict):
        return {tag: _hostile(draw, one) for tag, one in value.items()}
    return draw(TEXTS) if draw(st.booleans()) else value


def _refer(draw: Any, node: dict[str, Any], key: str, ids: list[str]) -> None:
    node.pop(key, None)
    if ids and draw(st.booleans()):
        node[key] = draw(st.sampled_from(ids))


def big_framework(count: int) -> Framework:
    """A framework with so many indicators."""
    competences = [
        {
            "id": f"competentie-{c}",
            "name": {"nl": f"Competentie {c}", "en": f"Competence {c}"},
            "definition": f"Doet wat nodig is in situatie {c}.",
            "levels": [
                {
                    "level": level,
                    "indicators": [
                        {"id": f"c{c}-l{level}-i{i}", "text": f"Meldt deel {i} van {c} op tijd."}
                        for i in range(20)
                    ],
                }
                for level in range(1, 6)
            ],
        }
        for c in range(count // 100)
    ]
    scale = {
        "id": "vijf",
        "name": "Vijf niveaus",
        "levels": [{"number": n, "name": f"Niveau {n}"} for n in range(1, 6)],
    }
    return Framework.model_validate(
        {
            "id": "groot",
            "name": "Groot",
            "language": "nl",
            "proficiency_scales": [scale],
            "competences": competences,
        }
    )
