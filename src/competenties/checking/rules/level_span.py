"""A requirement whose levels contradict each other."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="level-span",
    category="profile",
    severity="error",
    title=Phrase(nl="Gevraagde niveaus spreken elkaar tegen", en="Requested levels contradict"),
    message=Phrase(nl='bij "{competence}" {what}.', en='for "{competence}" {what}.'),
    advice=Phrase(
        nl="Vraag één niveau, of een reeks van laag naar hoog.",
        en="Ask for one level, or for a span from low to high.",
    ),
    why=Phrase(
        nl="Uit twee antwoorden op dezelfde vraag kan niemand opmaken welk niveau is afgesproken.",
        en="From two answers to one question nobody can tell which level was agreed.",
    ),
)

_BOTH = Phrase(
    nl="staan een niveau en een reeks niveaus naast elkaar",
    en="a level and a span of levels stand side by side",
)
_REVERSED = Phrase(
    nl="begint de reeks hoger ({low}) dan ze eindigt ({high})",
    en="the span begins higher ({low}) than it ends ({high})",
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield requirements with a level beside a span, or a span from high to low."""
    for position, one in enumerate(profile.requirements):
        low, high = one.from_level, one.to_level
        if one.level is not None and (low is not None or high is not None):
            what = _BOTH
        elif low is not None and high is not None and low > high:
            what = _REVERSED.filled(low=low, high=high)
        else:
            continue
        competence = scope.asked(profile, one)
        name = competence.name if competence else one.competence
        path = ("requirements", position)
        yield finding(RULE, profile.id, *path, title=profile.name, competence=name, what=what)
