"""Words of the product that more than one part of the program uses."""

from competenties.messages.phrase import Phrase

FRAMEWORK = Phrase(nl="competentiemodel", en="framework")
JOB_PROFILE = Phrase(nl="functieprofiel", en="job profile")

SEVERITIES = {
    "error": Phrase(nl="Fout", en="Error"),
    "warning": Phrase(nl="Let op", en="Warning"),
    "hint": Phrase(nl="Tip", en="Hint"),
}

CATEGORIES = {
    "schema": Phrase(nl="vorm van het bestand", en="form of the file"),
    "reference": Phrase(nl="verwijzingen", en="references"),
    "level": Phrase(nl="niveaus en schalen", en="levels and scales"),
    "profile": Phrase(nl="functieprofielen", en="job profiles"),
    "not_observable": Phrase(nl="niet waarneembaar", en="not observable"),
    "vague": Phrase(nl="vaag", en="vague"),
    "double_barrelled": Phrase(nl="twee gedragingen in één", en="two behaviours in one"),
    "negative": Phrase(nl="ontkennend", en="negative"),
    "no_behaviour_verb": Phrase(nl="geen werkwoord", en="no verb"),
    "outcome_not_behaviour": Phrase(
        nl="resultaat in plaats van gedrag", en="outcome, not behaviour"
    ),
    "comparative": Phrase(nl="vergelijkend", en="comparative"),
    "passive_or_nonperson": Phrase(nl="de persoon ontbreekt", en="the person is missing"),
    "future_or_modal": Phrase(nl="kunnen, moeten of zullen", en="can, must or will"),
    "jargon_or_long": Phrase(nl="te lang of jargon", en="too long or jargon"),
    "inclusive": Phrase(nl="inclusieve taal", en="inclusive wording"),
}
