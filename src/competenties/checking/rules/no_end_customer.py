"""A profile that does not say for whom it is all done."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="no-end-customer",
    category="profile",
    severity="warning",
    title=Phrase(nl="Geen eindklant", en="No end customer"),
    message=Phrase(
        nl="het profiel zegt niet wie de eindklant is.",
        en="the profile does not say who the end customer is.",
    ),
    advice=Phrase(
        nl='Vul bij "Plaats in de keten" in voor wie het werk uiteindelijk is en wat die ervan merkt.',
        en='Fill in under "Place in the chain" whom the work is for in the end, and what they notice of it.',
    ),
    why=Phrase(
        nl="Iedereen bedient een klant of iemand die dat doet. Wie alleen collega's als klant heeft, "
        "verliest snel uit het oog voor wie het werk is.",
        en="Everybody serves a customer or somebody who does. Whoever has only colleagues as customers "
        "soon loses sight of whom the work is for.",
    ),
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the profile when its chain has no end customer."""
    del scope
    if profile.status != "retired" and (profile.chain is None or not profile.chain.end_customer):
        yield finding(RULE, profile.id, "chain", title=profile.name)
