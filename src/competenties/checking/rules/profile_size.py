"""A profile with more to rate than a rater can do well."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, Severity, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile
from competenties.model.requested import requested_competences

RULE = Rule(
    name="profile-size",
    category="profile",
    severity="warning",
    title=Phrase(nl="Profiel is te groot", en="Profile is too large"),
    message=Phrase(
        nl="{competences} competenties en {lines} regels om te scoren; dat kost een invuller ongeveer {minutes} minuten.",
        en="{competences} competences and {lines} lines to rate; that takes a rater about {minutes} minutes.",
    ),
    advice=Phrase(
        nl="Kies de competenties die in deze functie het verschil maken (vijf tot zeven is gangbaar), met samen ten hoogste {most} regels.",
        en="Choose the competences that make the difference in this job (five to seven is usual), with at most {most} lines together.",
    ),
    why=Phrase(
        nl="Wie te veel regels scoort, gaat overal hetzelfde invullen. De grenzen zijn praktijk, geen onderzoek, "
        "en staan in de instellingen (check.limits).",
        en="Whoever rates too many lines starts to answer the same everywhere. The limits are practice, not "
        "research, and stand in the settings (check.limits).",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the profile when it has more competences or lines than the settings advise."""
    limits = scope.settings.check.limits
    competences = len({(one.framework, one.competence) for one in profile.requirements})
    asked = requested_competences(profile, scope.frameworks)
    lines = sum(len(one.rated) for one in asked)
    severity: Severity
    if competences > limits.competences_most or lines > limits.lines_most:
        severity = "warning"
    elif competences > limits.competences_advised:
        severity = "hint"
    else:
        return
    yield finding(
        RULE,
        profile.id,
        "requirements",
        severity=severity,
        title=profile.name,
        competences=competences,
        lines=lines,
        minutes=max(1, round(lines * limits.seconds_per_line / 60)),
        most=limits.lines_most,
    )
