"""The fingerprint tells exactly whether the rated text, or how it counts, has changed."""

import re
from typing import Any

import pytest

from competenties.model.fingerprint import (
    canonical,
    fingerprint,
    profile_fingerprint,
    rated_content,
)
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

FRAMEWORK: dict[str, Any] = {
    "id": "model",
    "name": "Model",
    "language": "nl",
    "proficiency_scales": [
        {
            "id": "n",
            "name": "N",
            "levels": [{"number": 1, "name": "Een"}, {"number": 2, "name": "Twee"}],
        }
    ],
    "rating_scales": [
        {
            "id": "s",
            "name": "S",
            "kind": "frequency",
            "points": [{"value": 1, "label": "nooit"}, {"value": 2, "label": "altijd"}],
        }
    ],
    "competences": [
        {
            "id": "samenwerken",
            "name": "Samenwerken",
            "levels": [
                {"level": 1, "indicators": [{"id": "i-1", "text": "Deelt de agenda."}]},
                {
                    "level": 2,
                    "indicators": [
                        {"id": "i-2", "text": "Verdeelt het werk."},
                        {"id": "i-3", "text": "Houdt de agenda geheim.", "polarity": "contra"},
                    ],
                },
            ],
        }
    ],
}
PROFILE: dict[str, Any] = {
    "id": "functie",
    "name": "Functie",
    "language": "nl",
    "frameworks": [{"id": "model"}],
    "requirements": [{"competence": "samenwerken", "level": 2}],
}


def changed(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return a copy with the value at a path such as `competences.0.name` changed."""
    import copy

    data = copy.deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    node: Any = data
    for step in way:
        node = node[step]
    node[last] = value
    return data


def code(framework: dict[str, Any], profile: dict[str, Any], language: str = "nl") -> str:
    model = Framework.model_validate(framework)
    return profile_fingerprint(JobProfile.model_validate(profile), {"model": model}, language)


def test_it_is_twelve_characters_in_groups_of_four() -> None:
    assert re.fullmatch(r"[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}", code(FRAMEWORK, PROFILE))


def test_it_is_the_hash_of_the_canonical_content() -> None:
    import base64
    import hashlib

    model, profile = Framework.model_validate(FRAMEWORK), JobProfile.model_validate(PROFILE)
    content = rated_content(profile, {"model": model}, "nl")
    digest = base64.b32encode(hashlib.sha256(canonical(content).encode()).digest()).decode()
    assert fingerprint(content).replace("-", "") == digest[:12]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("competences.0.levels.1.indicators.0.text", "Verdeelt het werk van de week."),
        ("competences.0.levels.1.indicators.0.id", "i-9"),
        ("competences.0.levels.1.name", "Verdeelt"),
        ("competences.0.name", "Samen werken"),
        ("proficiency_scales.0.levels.1.name", "Zelfstandig"),
        ("rating_scales.0.points.1.label", "steeds"),
        ("rating_scales.0.points.1.value", 5),
        ("rating_scales.0.arithmetic", {"coverage": 0.5}),
        ("rating_scales.0.not_observed", False),
    ],
)
def test_it_changes_with_what_is_rated(path: str, value: Any) -> None:
    assert code(changed(FRAMEWORK, path, value), PROFILE) != code(FRAMEWORK, PROFILE)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("owner", "HR"),
        ("notes", "Nog bespreken."),
        ("version", "2"),
        ("description", "Anders"),
        ("competences.0.levels.0.indicators.0.text", "Niet gevraagd niveau."),
        ("competences.0.levels.1.indicators.1.text", "Contra telt niet."),
        ("competences.0.notes", "x"),
    ],
)
def test_it_stays_the_same_when_what_is_rated_stays_the_same(path: str, value: Any) -> None:
    assert code(changed(FRAMEWORK, path, value), PROFILE) == code(FRAMEWORK, PROFILE)


def test_it_changes_with_the_requested_level_and_the_weight() -> None:
    codes = {
        code(FRAMEWORK, PROFILE),
        code(FRAMEWORK, changed(PROFILE, "requirements.0.level", 1)),
        code(FRAMEWORK, changed(PROFILE, "requirements.0.weight", 2)),
    }
    assert len(codes) == 3


def test_each_language_has_its_own() -> None:
    both = changed(FRAMEWORK, "competences.0.name", {"nl": "Samenwerken", "en": "Working together"})
    assert code(both, PROFILE, "nl") != code(both, PROFILE, "en")
