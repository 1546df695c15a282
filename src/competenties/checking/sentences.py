"""The wording of indicators: the sentence rules over a framework, or over a profile's own ones."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from competenties.checking.scope import Scope
from competenties.findings import Finding, Path, Place
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.model.indicator import Indicator
from competenties.model.profile import JobProfile
from competenties.model.settings import Settings
from competenties.model.text import Text
from competenties.wording import House, check_sentence

_NOT_JUDGED = frozenset(["knowledge", "skill", "attitude", "example"])
"""Kinds of indicator that do not claim to be behaviour."""


_TOLD_EVERY = 250
"""Sentences; some 50 milliseconds of work."""


class Judged(NamedTuple):
    """One sentence of an indicator: in which language, and the way to it from the indicator."""

    indicator: Indicator
    language: Language
    text: str
    path: Path


def sentence_findings(
    model: Framework | JobProfile, scope: Scope, watch: Callable[[int, int], None]
) -> Iterator[Finding]:
    """Yield what there is to say about the wording of every indicator, in each language."""
    house = house_of(scope.settings, _frameworks(model, scope))
    sentences = list(judged(model))
    for done, one in enumerate(sentences, 1):
        if done % _TOLD_EVERY == 0 or done == len(sentences):
            watch(done, len(sentences))
        for finding in check_sentence(one.text, one.language, house):
            place = Place(item=one.indicator.id, path=one.path, span=finding.place.span)
            is_hint = one.indicator.is_contra and finding.rule.category == "negative"
            severity = "hint" if is_hint else finding.severity
            yield replace(finding, place=place, severity=severity)


def judged(model: Framework | JobProfile) -> Iterator[Judged]:
    """Yield the sentences that should be observable behaviour, in Dutch and in English."""
    for indicator in _indicators(model):
        if indicator.kind not in _NOT_JUDGED:
            for language, text, path in _spoken(indicator.text, model.language):
                yield Judged(indicator, language, text, path)


def house_of(settings: Settings, frameworks: list[Framework]) -> House:
    """Return the house rules of an organisation, with the terms of its glossaries."""
    wording = settings.check.wording
    terms = [*wording.allowed_terms]
    for framework in frameworks:
        for entry in framework.glossary:
            terms.extend([entry.term] if isinstance(entry.term, str) else entry.term.values())
    kinds = [scale.kind for framework in frameworks for scale in framework.rating_scales]
    frequency = wording.frequency_scale
    return House(
        style=wording.style,
        allowed=frozenset(term.lower() for term in terms),
        frequency_scale=(not kinds or "frequency" in kinds) if frequency is None else frequency,
    )


def _frameworks(model: Framework | JobProfile, scope: Scope) -> list[Framework]:
    if isinstance(model, Framework):
        return [model]
    named = (scope.frameworks.get(one.id) for one in model.frameworks)
    return [framework for framework in named if framework is not None]


def _indicators(model: Framework | JobProfile) -> Iterator[Indicator]:
    if isinstance(model, JobProfile):
        for requirement in model.requirements:
            yield from requirement.indicators
        return
    for competence in model.competences:
        yield from competence.all_indicators()


def _spoken(text: Text, language: str) -> Iterator[tuple[Language, str, Path]]:
    """Yield a text per language that the check speaks, with the way to it."""
    for one in LANGUAGES:
        if isinstance(text, str):
            if language.partition("-")[0] == one:
                yield one, text, ("text",)
        elif one in text:
            yield one, text[one], ("text", one)
