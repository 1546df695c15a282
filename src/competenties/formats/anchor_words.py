"""The headings in a description of a competence or framework, as people read them."""

from competenties.messages import Phrase

LEVEL = Phrase(nl="Niveau", en="Level")
BEHAVIOUR = Phrase(nl="Gedrag", en="Behaviour")
CONTRA = Phrase(nl="Gedrag dat hier niet bij past", en="Behaviour that does not fit here")
MINIMUM = Phrase(nl="Minimumniveau", en="Minimum level")
SECTOR = Phrase(nl="gevraagd door de sector", en="asked by the sector")
MEASURE = Phrase(nl="Meetwijze", en="Measure")
EXAMPLES = Phrase(nl="Voorbeelden", en="Examples")
ABOUT = Phrase(nl="Over dit model", en="About this framework")
SCALE = Phrase(nl="Niveau-indeling", en="Proficiency scale")
CODE = "code: "
FACTS = {
    "language": Phrase(nl="Taal", en="Language"),
    "version": Phrase(nl="Versie", en="Version"),
    "status": Phrase(nl="Status", en="Status"),
    "owner": Phrase(nl="Eigenaar", en="Owner"),
    "valid_from": Phrase(nl="Van kracht per", en="Valid from"),
    "valid_until": Phrase(nl="Geldig tot en met", en="Valid until"),
    "licence": Phrase(nl="Licentie", en="Licence"),
}
