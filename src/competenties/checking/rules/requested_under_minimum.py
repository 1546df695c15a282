"""A requested level under the minimum level of the organisation or the sector."""

from dataclasses import replace

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.competence import MinimumLevel
from competenties.model.profile import JobProfile

RULE = Rule(
    name="requested-under-minimum",
    category="profile",
    severity="warning",
    title=Phrase(nl="Gevraagd niveau onder het minimum", en="Requested level under the minimum"),
    message=Phrase(
        nl='vraagt niveau {level} van "{competence}"; het minimumniveau is {minimum}{exception}.',
        en='asks for level {level} of "{competence}"; the minimum level is {minimum}{exception}.',
    ),
    advice=Phrase(
        nl="Vraag niveau {minimum}, of leg bij het minimumniveau een uitzondering voor deze functie vast.",
        en="Ask for level {minimum}, or record an exception for this job at the minimum level.",
    ),
    why=Phrase(
        nl="De organisatie of de sector heeft een minimum gekozen, met een reden. Een profiel daaronder "
        "spreekt die keuze tegen.",
        en="The organisation or the sector has chosen a minimum, with a reason. A profile below it "
        "contradicts that choice.",
    ),
)

BY_EXCEPTION = replace(
    RULE,
    advice=Phrase(
        nl="Geldt die uitzondering voor deze functie? Laat het dan zo. Vraag anders niveau {minimum}.",
        en="Does that exception hold for this job? Then leave it. Otherwise ask for level {minimum}.",
    ),
)

_EXCEPTION = Phrase(
    nl=" (niveau {level} geldt voor: {jobs})", en=" (level {level} holds for: {jobs})"
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements below the minimum level; a hint where an exception allows the level."""
    for position, requirement in enumerate(profile.requirements):
        competence = scope.asked(profile, requirement)
        asked = requirement.to_level if requirement.level is None else requirement.level
        if competence is None or competence.minimum_level is None or asked is None:
            continue
        minimum = competence.minimum_level
        if asked >= minimum.level:
            continue
        allowed = any(one.level <= asked for one in minimum.exceptions)
        yield finding(
            BY_EXCEPTION if allowed else RULE,
            profile.id,
            *("requirements", position),
            severity="hint" if allowed else RULE.severity,
            title=profile.name,
            level=asked,
            competence=competence.name,
            minimum=minimum.level,
            exception=_exception(minimum, asked),
        )


def _exception(minimum: MinimumLevel, asked: int) -> Phrase:
    for one in minimum.exceptions:
        if one.level <= asked:
            return _EXCEPTION.filled(level=one.level, jobs=one.applies_to)
    return Phrase(nl="", en="")
