"""The fingerprint: a short hash of exactly the text that is rated, and of how it counts."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from competenties.model.framework import Framework
from competenties.model.ids import base32
from competenties.model.profile import JobProfile
from competenties.model.requested import (
    RequestedCompetence,
    level_names,
    requested_competences,
)
from competenties.model.scale import FREQUENCY_SCALE, RatingKind, RatingScale
from competenties.model.text import text_in

_LENGTH = 12
_GROUP = 4


def fingerprint(content: Mapping[str, Any]) -> str:
    """Return the fingerprint of rated content: `ABCD-EFGH-IJKL`.

    The first 12 base-32 characters of the SHA-256 of its canonical JSON.
    """
    characters = text_hash(canonical(content))
    groups = [characters[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP)]
    return "-".join(groups).upper()


def text_hash(text: str) -> str:
    """Return the short hash of one text: 12 base-32 characters."""
    return base32(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())[:_LENGTH]


def canonical(content: Mapping[str, Any]) -> str:
    """Return content as JSON that is the same for the same content: sorted keys, no spaces."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def profile_fingerprint(
    profile: JobProfile,
    frameworks: Mapping[str, Framework],
    language: str,
    asked: Sequence[RequestedCompetence] | None = None,
) -> str:
    """Return the fingerprint of a form on a profile in one language.

    Who knows already what the profile asks can give it, so that it is not looked up again.
    """
    return fingerprint(rated_content(profile, frameworks, language, asked))


def rated_content(
    profile: JobProfile,
    frameworks: Mapping[str, Framework],
    language: str,
    asked: Sequence[RequestedCompetence] | None = None,
) -> dict[str, Any]:
    """Return what a rater reads and how it counts; never people, layout or house style."""
    if asked is None:
        asked = requested_competences(profile, frameworks)
    scale = form_scale(profile, frameworks)
    own = frameworks[asked[0].framework.id].language if asked else profile.language
    return {
        "language": language,
        "profile": profile.id,
        "scale": _scale_content(scale, language, own),
        "competences": [
            _competence_content(one, profile.language, language, scale.kind) for one in asked
        ],
    }


def form_scale(profile: JobProfile, frameworks: Mapping[str, Framework]) -> RatingScale:
    """Return the rating scale on the forms of a profile: its own choice, else the framework's."""
    references = [one.id for one in profile.frameworks]
    known = [frameworks[identifier] for identifier in references if identifier in frameworks]
    for framework in known:
        scale = framework.rating_scale(profile.rating_scale)
        if profile.rating_scale in (None, scale.id):
            return scale
    return known[0].rating_scale() if known else FREQUENCY_SCALE


def _scale_content(scale: RatingScale, language: str, own: str) -> dict[str, Any]:
    return {
        "id": scale.id,
        "kind": scale.kind,
        "question": text_in(scale.question, language, own),
        "points": [
            {
                "value": point.value,
                "label": text_in(point.label, language, own),
                "definition": text_in(point.definition, language, own),
            }
            for point in scale.points
        ],
        "not_observed": scale.not_observed,
        "not_applicable": scale.not_applicable,
        "arithmetic": scale.arithmetic.model_dump(mode="json"),
    }


def _competence_content(
    asked: RequestedCompetence, profile_language: str, language: str, kind: RatingKind
) -> dict[str, Any]:
    own = asked.framework.language
    scale = asked.framework.scale_of(asked.competence)
    on_levels = level_names(asked.framework, asked.competence) if kind == "level" else {}
    levels = [
        {
            "level": level.number,
            "name": text_in(level.name, language, own),
            "indicators": [
                {"id": one.id, "text": text_in(one.text, language, own)} for one in level.indicators
            ],
        }
        for level in asked.levels
    ]
    return {
        "framework": asked.framework.id,
        "id": asked.competence.id,
        "name": text_in(asked.competence.name, language, own),
        "definition": text_in(asked.competence.definition, language, own),
        "weights": [one.weight for one in asked.requirements],
        "floors": [one.floor for one in asked.requirements],
        "cumulative": scale.cumulative if scale else None,
        "answers": [
            {"value": number, "label": text_in(name, language, own)}
            for number, name in on_levels.items()
        ],
        "words": [text_in(one.words, language, profile_language) for one in asked.requirements],
        "levels": levels,
        "indicators": [
            {"id": one.id, "text": text_in(one.text, language, profile_language)}
            for one in asked.indicators
        ],
    }
