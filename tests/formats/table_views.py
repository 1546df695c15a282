"""What the three tables can carry of a framework and its profiles: made-up ones, and as plain data."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.clean import clean

_LETTERS = st.characters(codec="utf-8")
TEXTS = (
    st.text(_LETTERS, min_size=1, max_size=30)
    | st.sampled_from(
        ["=1+1", "'=x", "''", "-5", "+31 6", "@naam", "#N/A", "TRUE", "00123", "1e5", "_x000D_"]
    )
    | st.sampled_from(["a;b,c\td|e", '"aanhaling"', "regel\nregel", "- geen punt", "niveau 3"])
).map(lambda text: clean(text).strip())
NAMES = TEXTS.filter(lambda text: "\n" not in text and _has_ink(text))
WORDS = TEXTS.filter(lambda text: _has_ink(text))  # noqa: PLW0108  (defined below)
SCALE_NAMES = st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,6})?", fullmatch=True)
KINDS = ["behaviour", "knowledge", "skill", "attitude", "criterion", "example", "norm"]


def _has_ink(text: str) -> bool:
    return bool(re.search(r"[^\s\x85\u200b-\u200d\u2060\ufeff]", text))


@st.composite
def content(
    draw: Callable[[st.SearchStrategy[Any]], Any],
) -> tuple[Framework, list[JobProfile]]:
    """A framework and job profiles of which the tables carry everything."""
    languages = draw(st.sampled_from([["nl"], ["en"], ["nl", "en"], ["en", "nl"]]))
    numbers = draw(st.lists(st.integers(0, 99), min_size=1, max_size=4, unique=True).map(sorted))
    framework = Framework.model_validate(_framework(draw, languages, numbers))
    profiles = [
        JobProfile.model_validate(_profile(draw, languages, number, framework))
        for number in range(draw(st.integers(0, 2)))
    ]
    return framework, profiles


def _text(draw: Any, languages: list[str], words: st.SearchStrategy[str] = WORDS) -> Any:
    made = {language: draw(words) for language in languages}
    return made if len(languages) > 1 else made[languages[0]]


def _framework(draw: Any, languages: list[str], numbers: list[int]) -> dict[str, Any]:
    clusters = draw(st.lists(NAMES, max_size=3, unique=True))
    return {
        "id": "raamwerk",
        "name": "Raamwerk",
        "language": languages[0],
        "proficiency_scales": [
            {
                "id": "schaal",
                "name": "Schaal",
                "levels": [
                    {"number": number, "name": _text(draw, languages, SCALE_NAMES)}
                    for number in numbers
                ],
            }
        ],
        "clusters": [
            {
                "id": f"cluster-{n}",
                "name": name if len(languages) == 1 else dict.fromkeys(languages, name),
                **({"parent": "cluster-0"} if n == 2 else {}),
            }
            for n, name in enumerate(clusters)
        ],
        "competences": [
            _competence(draw, languages, numbers, n, len(clusters))
            for n in range(draw(st.integers(1, 3)))
        ],
    }


def _competence(
    draw: Any, languages: list[str], numbers: list[int], position: int, clusters: int
) -> dict[str, Any]:
    identifier = f"competentie-{position}"
    cluster = draw(st.integers(-1, clusters - 1))
    levels = draw(st.lists(st.sampled_from(numbers), max_size=3, unique=True).map(sorted))
    return {
        "id": identifier,
        "name": _text(draw, languages),
        **({"definition": _text(draw, languages)} if draw(st.booleans()) else {}),
        **draw(st.sampled_from([{}, {"type": "core"}, {"type": "technical"}])),
        **({"cluster": f"cluster-{cluster}"} if cluster >= 0 else {}),
        "levels": [
            {
                "level": number,
                "indicators": _indicators(draw, languages, f"{identifier}-{number}"),
                **({"name": _text(draw, languages)} if draw(st.booleans()) else {}),
            }
            for number in levels
        ],
        "indicators": _indicators(draw, languages, identifier),
    }


def _indicators(draw: Any, languages: list[str], owner: str) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{owner}-i{number}",
            "text": _text(draw, languages),
            "kind": draw(st.sampled_from(KINDS)),
            "polarity": draw(st.sampled_from(["positive", "positive", "contra"])),
            "audience": draw(st.sampled_from([None, "internal", "external", "chain"])),
            "measure": draw(st.none() | st.just(_text(draw, languages))),
        }
        for number in range(draw(st.integers(0, 3)))
    ]


def _profile(draw: Any, languages: list[str], number: int, framework: Framework) -> dict[str, Any]:
    numbers = [level.number for level in framework.proficiency_scales[0].levels]
    asked = st.sampled_from([one.id for one in framework.competences])
    return {
        "id": f"functie-{number}",
        "name": _text(draw, languages),
        "language": languages[0],
        "code": draw(st.none() | NAMES),
        "family": draw(st.none() | st.just(_text(draw, languages))),
        "series": draw(st.none() | st.just(_text(draw, languages))),
        "purpose": draw(st.none() | st.just(_text(draw, languages))),
        "frameworks": [{"id": "raamwerk"}],
        "requirements": [
            _requirement(draw, languages, draw(asked), numbers)
            for _ in range(draw(st.integers(1, 3)))
        ],
    }


def _requirement(
    draw: Any, languages: list[str], competence: str, numbers: list[int]
) -> dict[str, Any]:
    level = st.integers(0, 99)
    asked = draw(
        st.sampled_from([{}, {"from_level": 2, "to_level": 4}, {"from_level": 3}])
        | st.sampled_from(numbers).map(lambda one: {"level": one})
        | level.map(lambda one: {"to_level": one})
    )
    return {
        "competence": competence,
        **asked,
        "words": draw(st.none() | st.just(_text(draw, languages))),
        "need": draw(st.sampled_from(["essential", "desirable"])),
        "weight": draw(st.none() | st.integers(1, 99_999).map(lambda one: one / 100)),
        "floor": draw(st.none() | level),
        "rationale": draw(st.none() | st.just(_text(draw, languages))),
    }


def competences_view(framework: Framework) -> Any:
    """What the table of competences carries."""
    return [
        {
            **_start(framework, one),
            "definition": one.definition,
            "type": one.type,
            "levels": [
                (level.level, [i.text for i in level.indicators if not i.is_contra])
                for level in one.levels
                if any(not i.is_contra for i in level.indicators)
            ],
        }
        for one in framework.competences
    ]


def indicators_view(framework: Framework) -> Any:
    """What the table of indicators carries."""
    return [
        {
            **_start(framework, one),
            "levels": [level.model_dump() for level in one.levels],
            "indicators": [indicator.model_dump() for indicator in one.indicators],
        }
        for one in framework.competences
    ]


def scale_view(framework: Framework) -> Any:
    """The levels by number and name."""
    return [[(one.number, one.name) for one in s.levels] for s in framework.proficiency_scales]


def _start(framework: Framework, competence: Any) -> dict[str, Any]:
    clusters = {one.id: one for one in framework.clusters}
    path: list[Any] = []
    cluster = competence.cluster
    while cluster is not None:
        path.insert(0, clusters[cluster].name)
        cluster = clusters[cluster].parent
    return {"id": competence.id, "name": competence.name, "path": path}
