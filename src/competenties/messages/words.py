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
}
