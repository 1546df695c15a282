"""A delivers to B, but B does not receive from A."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.profile import JobProfile

RULE = Rule(
    name="chain-not-closed",
    category="profile",
    severity="warning",
    title=Phrase(nl="Keten sluit niet", en="Chain does not close"),
    message=Phrase(nl="{what}", en="{what}"),
    advice=Phrase(
        nl="Bespreek met mensen uit beide functies wat er wordt doorgegeven en schrijf het in beide profielen.",
        en="Discuss with people in both jobs what is passed on and write it in both profiles.",
    ),
    why=Phrase(
        nl="Als de een levert wat de ander niet zegt te ontvangen, valt het werk voor de eindklant ertussen.",
        en="When one delivers what the other does not say to receive, the end customer's work falls in between.",
    ),
)

_DELIVERS = Phrase(
    nl='levert aan "{other}", maar volgens dat profiel komt er niets van deze functie.',
    en='delivers to "{other}", but according to that profile nothing comes from this job.',
)
_RECEIVES = Phrase(
    nl='ontvangt van "{other}", maar volgens dat profiel gaat er niets naar deze functie.',
    en='receives from "{other}", but according to that profile nothing goes to this job.',
)


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield links of the chain that the other profile does not have the other way round."""
    if profile.chain is None:
        return
    sides = (
        ("delivers_to", "receives_from", _DELIVERS),
        ("receives_from", "delivers_to", _RECEIVES),
    )
    for field, opposite, said in sides:
        for position, link in enumerate(getattr(profile.chain, field)):
            other = scope.profiles.get(link.profile or "")
            if other is None or scope.is_damaged(other.id, "chain"):
                continue
            back = getattr(other.chain, opposite) if other.chain else ()
            if all(one.profile != profile.id for one in back):
                what = said.filled(other=other.name)
                path = ("chain", field, position)
                yield finding(RULE, profile.id, *path, title=profile.name, what=what)
