"""A version that ends before it begins."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

RULE = Rule(
    name="validity",
    category="schema",
    severity="warning",
    title=Phrase(nl="Geldigheid klopt niet", en="Validity does not hold"),
    message=Phrase(
        nl="de laatste dag ({until}) ligt voor de eerste dag ({start}).",
        en="the last day ({until}) lies before the first day ({start}).",
    ),
    advice=Phrase(
        nl='Verbeter "Van kracht per" of "Geldig tot en met".',
        en='Correct "Valid from" or "Valid until".',
    ),
    why=Phrase(
        nl="Een versie die eindigt voordat ze begint, is nooit van kracht.",
        en="A version that ends before it begins never holds.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield the framework when its validity ends before it begins."""
    del scope
    yield from _reversed(framework)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the profile when its validity ends before it begins."""
    del scope
    yield from _reversed(profile)


def _reversed(part: Framework | JobProfile) -> Findings:
    start, until = part.valid_from, part.valid_until
    if start and until and until < start:
        first, last = start.isoformat(), until.isoformat()
        yield finding(RULE, part.id, "valid_until", title=part.name, start=first, until=last)
