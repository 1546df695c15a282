"""A subject that is not the person who is rated."""

from collections.abc import Iterator

from competenties.findings import Examples, Rule
from competenties.messages import Phrase
from competenties.wording.hits import Hit, hit
from competenties.wording.house import House
from competenties.wording.sentence import Sentence

RULE = Rule(
    name="other-subject",
    category="passive_or_nonperson",
    severity="warning",
    title=Phrase(
        nl="Iets of iemand anders is onderwerp", en="Somebody or something else is the subject"
    ),
    message=Phrase(
        nl='de zin gaat over "{found}", niet over de persoon.',
        en='the sentence is about "{found}", not about the person.',
    ),
    advice=Phrase(
        nl="Maak de persoon het onderwerp: wat doet díe ervoor?",
        en="Make the person the subject: what do they do for it?",
    ),
    why=Phrase(
        nl="Een score moet over iemands eigen gedrag gaan. Wat een team, klant of bureau doet, hangt ook van "
        "anderen af.",
        en="A score has to be about somebody's own behaviour. What a team, a customer or a desk does also "
        "depends on others.",
    ),
    examples={
        "nl": Examples(
            wrong=("De balie blijft netjes.", "Het team overlegt.", "Men groet elkaar."),
            right=(
                "De baliemedewerker ruimt de balie op.",
                "Zij leidt het overleg.",
                "Je groet elke bezoeker.",
            ),
        ),
        "en": Examples(
            wrong=("The desk stays tidy.", "The team meets.", "People greet each other."),
            right=(
                "The receptionist tidies the desk.",
                "She leads the meeting.",
                "You greet each visitor.",
            ),
        ),
    },
)


def find(sentence: Sentence, house: House) -> Iterator[Hit]:
    """Yield a stated subject that is not the person, unless the passive was reported already."""
    del house
    if sentence.subject is None or sentence.subject_is_person:
        return
    if sentence.acts[0].kind == "passive":
        return
    yield hit(sentence, *sentence.subject)
