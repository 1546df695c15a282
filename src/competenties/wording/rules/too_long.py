"""A sentence of more than 25 words."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="too-long",
    category="jargon_or_long",
    severity="warning",
    title=Phrase(nl="Te lange zin", en="Sentence too long"),
    message=Phrase(
        nl="de zin telt {count} woorden.",
        en="the sentence counts {count} words.",
    ),
    advice=Phrase(
        nl="Haal voorwaarden en voorbeelden naar een toelichting, of splits de zin. Tien tot vijftien woorden leest prettig; vanaf {most} zegt de controle iets.",
        en="Move conditions and examples to a note, or split the sentence. Ten to fifteen words read well; above {most} the check says so.",
    ),
    why=Phrase(
        nl="Wie een formulier invult, leest elke zin één keer. Richtlijnen voor B1 houden tien tot vijftien "
        "woorden aan. De grens van 25 is een vuistregel, geen onderzoek.",
        en="Whoever fills in a form reads each sentence once. Plain language guides ask for ten to fifteen "
        "words. The limit of 25 is a rule of thumb, not research.",
    ),
    examples={
        "nl": Examples(
            wrong=(
                "Verstrekt, nadat de identiteit van de aanvrager aan de hand van een geldig document is vastgesteld en de gegevens in het systeem zijn bijgewerkt, de gevraagde pas aan de aanvrager of diens gemachtigde.",
                "Informeert de bewoners van de straat waarin de werkzaamheden plaatsvinden ten minste tien dagen voor de aanvang daarvan per brief over de duur, de omleiding en het nummer dat zij bij vragen bellen.",
                "Legt in het kader van de overdracht aan de nachtdienst, met inachtneming van de daarvoor geldende richtlijn, alsmede van de afspraken met de arts, de toestand van iedere cliënt in het dossier vast.",
            ),
            right=(
                "Geeft de pas na controle van het identiteitsbewijs.",
                "Stuurt bewoners tien dagen vooraf een brief over het werk.",
                "Legt voor de nachtdienst de toestand van elke cliënt vast.",
            ),
        ),
        "en": Examples(
            wrong=(
                "Issues, once the identity of the applicant has been established from a valid document and the details in the system have been updated, the requested pass to the applicant or their proxy.",
                "Informs the residents of the street in which the works take place at least ten days before they begin by letter of the duration, the diversion and the number they can ring.",
                "Records, in the context of the handover to the night shift and with due regard to the applicable guideline and the arrangements made with the doctor, the condition of every client.",
            ),
            right=(
                "Issues the pass after checking the identity document.",
                "Sends residents a letter about the works ten days ahead.",
                "Records each client's condition before the night shift.",
            ),
        ),
    },
)

MOST_WORDS = 25


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield the whole sentence when it is too long."""
    del house
    count = len(sentence.text.split())
    if count > MOST_WORDS and sentence.tokens:
        span = (sentence.tokens[0].start, sentence.tokens[-1].end)
        yield Hit(span, {"found": "", "count": count, "most": MOST_WORDS})
