"""The candidate beside the profile, on one page: what is asked, what was shown, and interests apart."""

from collections.abc import Iterator

from competenties.documents import Subject
from competenties.documents.interview_head import (
    CANDIDATE,
    applicant_privacy,
    blanks,
    interview_form,
)
from competenties.documents.interview_plan import named_level
from competenties.documents.interview_score import competence_key, score
from competenties.documents.prose import in_cell
from competenties.documents.request import ProfileRequest
from competenties.documents.work_blocks import qualification_text
from competenties.messages import Phrase
from competenties.model.terms import NEEDS
from competenties.office.blocks import (
    Blank,
    Block,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)
from competenties.office.pages import pages

NAME = "candidate-form"
SUBJECT: Subject = "profile"
SUFFIXES = (".docx", ".pdf")
TITLE = Phrase(nl="Kandidaat naast het profiel", en="Candidate beside the profile")
PAGE = Phrase(
    nl="Eén bladzijde in Word of PDF: wat het functieprofiel vraagt, en daarnaast wat de kandidaat heeft laten zien, "
    "met het bewijs. Interesses staan apart, naast de context van het werk, en krijgen geen score.",
    en="One page in Word or PDF: what the job profile asks, and beside it what the candidate has shown, with the "
    "evidence. Interests stand apart, beside the context of the work, and get no score.",
)

_FILLED_IN_BY = Phrase(nl="Ingevuld door en datum", en="Filled in by and date")


def build(request: ProfileRequest) -> Document:
    """Return the page of one candidate."""
    blocks = [
        *request.remarks(),
        Fields(tuple(blanks(request, (CANDIDATE, "candidate"), (_FILLED_IN_BY, "filled-in-by")))),
        *_shown(request),
        *_interests(request),
        *applicant_privacy(request),
    ]
    return interview_form(request, TITLE, blocks)


def advice(document: Document) -> list[Phrase]:
    """Return that the page of a candidate became longer than one."""
    count = pages(document).count
    return [_TOO_LONG.filled(pages=count)] if count > 1 else []


_TOO_LONG = Phrase(
    nl="Dit wordt ongeveer {pages} bladzijden, en het streven is er een. Vraag minder competenties of functie-eisen, "
    "of maak de context in het functieprofiel korter.",
    en="This takes about {pages} pages, and one is the aim. Ask fewer competences or job requirements, or shorten the "
    "context in the job profile.",
)

_SHOWN = Phrase(nl="Wat de kandidaat liet zien", en="What the candidate has shown")
_ASKED = Phrase(nl="Dit vraagt het profiel", en="This is what the profile asks")
_AGREED = Phrase(nl="Samen afgesproken", en="Agreed together")
_EVIDENCE = Phrase(nl="Bewijs, en waar het vandaan komt", en="Evidence, and where it comes from")
_COMPETENCES = Phrase(
    nl="Competenties: neem de score over van het groepsformulier, of kies 'niet gevraagd'",
    en="Competences: copy the score from the group form, or choose 'not asked'",
)
_QUALIFICATIONS = Phrase(
    nl="Functie-eisen: heeft de kandidaat dit laten zien?",
    en="Job requirements: has the candidate shown this?",
)
_DESIRABLE = Phrase(nl="{text} (gewenst)", en="{text} (desirable)")
_PROOFS = (
    Phrase(nl="ja", en="yes"),
    Phrase(nl="nee", en="no"),
    Phrase(nl="te leren", en="to learn"),
)


def _shown(request: ProfileRequest) -> Iterator[Block]:
    """Yield what is asked, each beside what was shown and the evidence of it."""
    rows = tuple(_rows(request))
    if not rows:
        return
    say = request.say
    columns = (Column(say(_ASKED), 5.2), Column(say(_AGREED), 3.1), Column(say(_EVIDENCE), 3.6))
    yield Heading(say(_SHOWN))
    yield Table(columns, rows, say(_SHOWN))


def _rows(request: ProfileRequest) -> Iterator[Row | Group]:
    say = request.say
    if request.asked:
        yield Group(say(_COMPETENCES))
    for asked in request.asked:
        text = named_level(request, asked)
        agreed = score(request, asked, competence_key(asked, "agreed-score"))
        yield Row((text, agreed, Blank(lines=2, key=competence_key(asked, "agreed-evidence"))))
    if request.profile.qualifications:
        yield Group(say(_QUALIFICATIONS))
    proofs = tuple(say(one) for one in _PROOFS)
    for need in NEEDS:
        found = [one for one in request.profile.qualifications if one.need == need]
        for number, one in enumerate(found, 1):
            text = qualification_text(request, one)
            asked_text = say(_DESIRABLE, text=text) if need == "desirable" else text
            proof = Choice(proofs, unanswered=" / ".join(proofs), key=f"proof/{need}-{number}")
            yield Row((in_cell(asked_text), proof, Blank(key=f"evidence/{need}-{number}")))


_INTERESTS = Phrase(nl="Interesses naast de context", en="Interests beside the context")
_NOT_SCORED = Phrase(
    nl="Dit krijgt geen score en telt nergens in mee. Schrijf op wat de kandidaat zelf zei, geen oordeel.",
    en="This gets no score and counts for nothing. Write down what the candidate said, not an opinion.",
)
_CONTEXT = Phrase(nl="Zo is dit werk", en="What this work is like")
_SAID = Phrase(nl="Wat de kandidaat daarover zei", en="What the candidate said about it")
_ORGANISATION = Phrase(nl="Organisatie: {text}", en="Organisation: {text}")
_TEAM = Phrase(nl="Team: {text}", en="Team: {text}")
_SECTOR = Phrase(nl="Sector: {text}", en="Sector: {text}")
_ENERGY = Phrase(nl="Energie: {text}", en="Energy: {text}")
_UNKNOWN = Phrase(nl="(staat niet in het profiel)", en="(not in the profile)")


def _interests(request: ProfileRequest) -> Iterator[Block]:
    """Yield the context of the work beside what the candidate said about it; never a score."""
    say, context = request.say, request.profile.context
    texts = (
        (_ENERGY, context.energy if context else None, "energy"),
        (_TEAM, context.team if context else None, "team"),
        (_ORGANISATION, context.organisation if context else None, "organisation"),
        (_SECTOR, context.sector if context else None, "sector"),
    )
    rows = tuple(
        Row((in_cell(say(label, text=request.own(text) or _UNKNOWN)), Blank(key=f"interest/{key}")))
        for label, text, key in texts
    )
    yield Heading(say(_INTERESTS))
    yield Paragraph(say(_NOT_SCORED), "intro")
    yield Table((Column(say(_CONTEXT), 7.4), Column(say(_SAID), 3.6)), rows, say(_INTERESTS))
