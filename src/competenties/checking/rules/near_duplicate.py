"""Two indicators of a competence that say the same in other words."""

from dataclasses import replace

from competenties.checking.levels import unpointed, where
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.framework import Framework

RULE = Rule(
    name="near-duplicate",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Bijna dezelfde gedragsindicator", en="Almost the same indicator"),
    message=Phrase(
        nl='zegt bijna hetzelfde als "{other}" ({where}).',
        en='says almost the same as "{other}" ({where}).',
    ),
    advice=Phrase(
        nl="Schrijf wat er anders is: voor wie, hoe ver het reikt of hoe zelfstandig. Is er geen verschil, haal dan een van de twee weg.",
        en="Write what is different: for whom, how far it reaches or how independent. If nothing is, remove one of the two.",
    ),
    why=Phrase(
        nl="Twee zinnen met dezelfde inhoud laten een beoordelaar hetzelfde gedrag twee keer scoren. De controle legt "
        "woorden met dezelfde betekenis naast elkaar, in welke volgorde ze ook staan. Verschilt de groep (het team, "
        "de raad), een getal of de zelfstandigheid, dan is het een ander gedrag en zegt de regel niets. "
        "Vergelijken op woorden blijft een schatting: is er volgens u wel verschil, accepteer de melding dan met "
        "een reden. Dat niveaus naar soort moeten verschillen is vakpraktijk, geen uitkomst van onderzoek.",
        en="Two sentences with the same content make a rater score the same behaviour twice. The check lays words of "
        "the same meaning beside each other, in whatever order they stand. If the group (the team, the board), a "
        "number or the independence differs, it is other behaviour and the rule says nothing. Comparing words "
        "remains an estimate: if there is a difference in your view, accept the finding with a reason. That levels "
        "should differ in kind is professional practice, not an outcome of research.",
    ),
)

SAME_LEVEL = replace(
    RULE,
    advice=Phrase(
        nl="Voeg de twee samen, of schrijf wat er anders is.",
        en="Merge the two, or write what is different.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every indicator that says almost the same as an earlier one of its competence, once."""
    alike = [one for one in scope.compared(framework).alike if one.is_in_one_competence]
    told = {one.second.indicator.id for one in alike if one.kind == "equal"}
    for one in alike:
        again = one.second.indicator
        if one.kind != "near" or again.id in told:
            continue
        told.add(again.id)
        yield finding(
            SAME_LEVEL if one.is_in_one_level else RULE,
            again.id,
            "text",
            title=again.text,
            other=unpointed(one.first.indicator.text),
            where=where(one.first, one.second),
        )
