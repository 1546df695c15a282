"""The fingerprint: a short hash of exactly the text that is rated, and of how it counts."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from competenties.model.framework import Framework
from competenties.model.ids import base32
from competenties.model.indicator import Indicator
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
    return _grouped(_encoded(canonical(content)))


def text_hash(text: str) -> str:
    """Return the short hash of one text: 12 base-32 characters."""
    return _hash(_encoded(text))


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

    Who knows already what the profile asks can give it, so that it is not looked up again. This is
    the fingerprint of `rated_content`, of which the competences are remembered as JSON.
    """
    if asked is None:
        asked = requested_competences(profile, frameworks)
    scale = form_scale(profile, frameworks)
    frame = _encoded(canonical(_frame(profile, frameworks, language, asked, scale)))
    rated = (_rated(one, profile.language, language, scale.kind) for one in asked)
    competences = b",".join([_competence_json(one) for one in rated])
    # Keys are sorted: the competences stand before the rest, in the same braces.
    return _grouped(b'{"competences":[' + competences + b"]," + frame[1:])


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
    rated = (_rated(one, profile.language, language, scale.kind) for one in asked)
    return {
        **_frame(profile, frameworks, language, asked, scale),
        "competences": [_competence_content(one) for one in rated],
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


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _hash(content: bytes) -> str:
    digest = hashlib.sha256(content).digest()
    return base32(digest[:_LENGTH])[:_LENGTH]  # a character takes five of the eight bits


def _grouped(content: bytes) -> str:
    characters = _hash(content)
    groups = [characters[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP)]
    return "-".join(groups).upper()


def _frame(
    profile: JobProfile,
    frameworks: Mapping[str, Framework],
    language: str,
    asked: Sequence[RequestedCompetence],
    scale: RatingScale,
) -> dict[str, Any]:
    """Return what is rated, but for the competences."""
    own = frameworks[asked[0].framework.id].language if asked else profile.language
    return {
        "language": language,
        "profile": profile.id,
        "scale": _scale_content(scale, language, own),
    }


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


class _Rated(NamedTuple):
    """What is rated of one competence, in one language: values only, so that it can be a key.

    `levels` have a number, a name and indicators; indicators have an id and a text.
    """

    framework: str
    id: str
    name: str
    definition: str
    weights: tuple[float | None, ...]
    floors: tuple[int | None, ...]
    cumulative: bool | None
    answers: tuple[tuple[int, str], ...]
    words: tuple[str, ...]
    levels: tuple[tuple[int, str, tuple[tuple[str, str], ...]], ...]
    indicators: tuple[tuple[str, str], ...]


def _rated(
    asked: RequestedCompetence, profile_language: str, language: str, kind: RatingKind
) -> _Rated:
    framework, competence = asked.framework, asked.competence
    own, scale = framework.language, framework.scale_of(competence)
    answers = level_names(framework, competence) if kind == "level" else {}
    levels = [
        (level.number, text_in(level.name, language, own), _texts(level.indicators, language, own))
        for level in asked.levels
    ]
    return _Rated(
        framework=framework.id,
        id=competence.id,
        name=text_in(competence.name, language, own),
        definition=text_in(competence.definition, language, own),
        weights=tuple([one.weight for one in asked.requirements]),
        floors=tuple([one.floor for one in asked.requirements]),
        cumulative=scale.cumulative if scale else None,
        answers=tuple([(number, text_in(name, language, own)) for number, name in answers.items()]),
        words=tuple([text_in(one.words, language, profile_language) for one in asked.requirements]),
        levels=tuple(levels),
        indicators=_texts(asked.indicators, language, profile_language),
    )


def _texts(indicators: Iterable[Indicator], language: str, own: str) -> tuple[tuple[str, str], ...]:
    return tuple([(one.id, text_in(one.text, language, own)) for one in indicators])


# The jobs of an organisation ask the same levels of the same framework over and over.
@lru_cache(maxsize=1024)
def _competence_json(rated: _Rated) -> bytes:
    return _encoded(canonical(_competence_content(rated)))


def _competence_content(rated: _Rated) -> dict[str, Any]:
    return {
        "framework": rated.framework,
        "id": rated.id,
        "name": rated.name,
        "definition": rated.definition,
        "weights": list(rated.weights),
        "floors": list(rated.floors),
        "cumulative": rated.cumulative,
        "answers": [{"value": number, "label": name} for number, name in rated.answers],
        "words": list(rated.words),
        "levels": [
            {"level": number, "name": name, "indicators": _indicators_content(indicators)}
            for number, name, indicators in rated.levels
        ],
        "indicators": _indicators_content(rated.indicators),
    }


def _indicators_content(indicators: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"id": identifier, "text": text} for identifier, text in indicators]
