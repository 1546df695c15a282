"""An accepted finding that no longer matches anything.

The engine of the check finds these itself, since only it knows which acceptances were used.
"""

from dataclasses import replace

from competenties.findings import Finding, Place, Rule
from competenties.messages import Phrase, Spoken
from competenties.model.record import Acceptance

RULE = Rule(
    name="stale-acceptance",
    category="reference",
    severity="hint",
    title=Phrase(nl="Acceptatie past niet meer", en="Acceptance no longer matches"),
    message=Phrase(
        nl='de acceptatie van "{rule}" bij "{item}" geldt niet meer: {reason}.',
        en='the acceptance of "{rule}" for "{item}" no longer holds: {reason}.',
    ),
    advice=Phrase(
        nl="Haal de acceptatie weg, of accepteer de nieuwe melding opnieuw met een reden.",
        en="Remove the acceptance, or accept the new finding again with a reason.",
    ),
    why=Phrase(
        nl="Een acceptatie geldt voor één tekst. Is de tekst veranderd, dan moet iemand opnieuw kijken.",
        en="An acceptance holds for one text. When the text has changed, somebody has to look again.",
    ),
)

OF_AN_ERROR = replace(
    RULE,
    advice=Phrase(
        nl="Haal de acceptatie weg en los de fout op.",
        en="Remove the acceptance and mend the error.",
    ),
)

_GONE = Phrase(
    nl="de melding is er niet meer of de tekst is veranderd",
    en="the finding is gone or the text has changed",
)
_ERROR = Phrase(nl="een fout kan niet worden geaccepteerd", en="an error cannot be accepted")


def stale(
    owner: str, title: Spoken, position: int, acceptance: Acceptance, *, is_error: bool
) -> Finding:
    """Return the hint about one acceptance that was not used."""
    path = ("accepted", position)
    values = {
        "title": title,
        "rule": acceptance.rule,
        "item": acceptance.item,
        "reason": _ERROR if is_error else _GONE,
    }
    return Finding(
        OF_AN_ERROR if is_error else RULE,
        Place(item=owner, path=path, pointer=path),
        values,
        RULE.severity,
    )
