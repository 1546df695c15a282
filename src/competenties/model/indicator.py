"""Behavioural indicators: one observable behaviour at a level."""

from typing import Annotated, Literal

from competenties.messages import Phrase
from competenties.model.ids import Id, IdName
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.record import Alignments, Identifiers, ItemStatus, Notes
from competenties.model.text import Text, Words

Audience = Literal["internal", "external", "chain"]
AUDIENCES: dict[str, Phrase] = {
    "internal": Phrase(nl="intern", en="internal"),
    "external": Phrase(nl="extern", en="external"),
    "chain": Phrase(nl="keten", en="chain"),
}


class Indicator(Part):
    """One observable behaviour; with polarity `contra`, behaviour that does not fit here."""

    model_config = part_doc(
        nl="Gedragsindicator | Eén gedrag dat te zien is, of gedrag dat hier niet bij past.",
        en="Indicator | One behaviour that can be seen, or behaviour that does not fit here.",
    )

    id: Id
    text: Annotated[
        Text,
        doc(
            nl="Tekst | Het gedrag in één zin, zonder opmaak.",
            en="Text | The behaviour in one sentence, without markup.",
        ),
    ]
    kind: Annotated[
        Words,
        doc(
            nl="Soort | behaviour, knowledge, skill, attitude, criterion, example of een eigen woord.",
            en="Kind | behaviour, knowledge, skill, attitude, criterion, example or a word of your own.",
        ),
    ] = "behaviour"
    polarity: Annotated[
        Literal["positive", "contra"],
        doc(
            nl="Richting | Gewenst gedrag, of gedrag dat hier niet bij past (telt nooit mee).",
            en="Polarity | Behaviour that is wanted, or that does not fit here (never in a score).",
        ),
    ] = "positive"
    contrasts_with: Annotated[
        IdName | None,
        doc(
            nl="Tegenover | Id van de indicator waar deze contra-indicator bij hoort.",
            en="Contrasts with | Id of the indicator that this contra-indicator belongs to.",
        ),
    ] = None
    audience: Annotated[
        Audience | None,
        doc(
            nl="Publiek | Gaat het gedrag over een interne klant, een externe klant of de keten?",
            en="Audience | Is the behaviour about an internal customer, an external one or the chain?",
        ),
    ] = None
    measure: Annotated[
        Text | None,
        doc(
            nl="Meetwijze | Hoe wordt vastgesteld dat het gedrag er was.",
            en="Measure | How it is established that the behaviour was there.",
        ),
    ] = None
    examples: Annotated[
        tuple[Text, ...],
        doc(
            nl="Voorbeelden | Situaties of zinnen die het gedrag verduidelijken.",
            en="Examples | Situations or sentences that make the behaviour clear.",
        ),
    ] = ()
    rationale: Annotated[
        Text | None,
        doc(nl="Waarom | Waarom dit gedrag telt.", en="Rationale | Why this behaviour counts."),
    ] = None
    source: Annotated[
        Text | None,
        doc(nl="Bron | Waar de tekst vandaan komt.", en="Source | Where the text comes from."),
    ] = None
    status: ItemStatus = None
    alignments: Alignments = ()
    identifiers: Identifiers = ()
    notes: Notes = None
    extra: Extra = {}

    @property
    def is_contra(self) -> bool:
        """Tell whether this is behaviour that does not fit, and so is never counted."""
        return self.polarity == "contra"
