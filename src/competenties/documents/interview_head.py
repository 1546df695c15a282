"""What the forms around an interview have in common: what they are, their head and their privacy."""

from collections.abc import Iterable, Iterator

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Blank, Block, Cell, Document, Fields, Paragraph

_ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
_PROFILE = Phrase(nl="Functieprofiel", en="Job profile")
CANDIDATE = Phrase(nl="Kandidaat", en="Candidate")
_DURATION = Phrase(nl="Duur", en="Duration")
DAY = Phrase(nl="Datum van het gesprek", en="Date of the interview")
_TITLED = Phrase(nl="{document} {job}", en="{document} {job}")
_CONFIDENTIAL = Phrase(
    nl="{footer} · vertrouwelijk zodra ingevuld", en="{footer} · confidential once filled in"
)


def interview_form(
    request: ProfileRequest,
    title: Phrase,
    blocks: Iterable[Block] = (),
    *,
    is_confidential: bool = True,
) -> Document:
    """Return a form about an interview for a job; one that describes a person is confidential."""
    footer = request.footer()
    return Document(
        title=request.say(_TITLED, document=title, job=request.own(request.profile.name)),
        language=request.language,
        blocks=tuple(blocks),
        footer=request.say(_CONFIDENTIAL, footer=footer) if is_confidential else footer,
        sheet=request.say(title),
        organisation=request.settings.organisation or "",
        keywords=(request.profile.id, request.code),
    )


def interview_head(
    request: ProfileRequest, *places: tuple[Phrase, str], duration: str = ""
) -> Iterator[Block]:
    """Yield the head: organisation and job profile, and the places to fill in with their keys."""
    say, organisation = request.say, request.settings.organisation
    rows: list[tuple[str, Cell]] = [(say(_ORGANISATION), organisation)] if organisation else []
    rows.append((say(_PROFILE), f"{request.own(request.profile.name)}, {request.version()}"))
    rows += blanks(request, *places)
    yield Fields((*rows, *([(say(_DURATION), duration)] if duration else [])))


def blanks(request: ProfileRequest, *places: tuple[Phrase, str]) -> list[tuple[str, Cell]]:
    """Return places to fill in, each with its key; what is known beforehand stands there."""
    return [
        (request.say(label), Blank(key=key, text=request.about.get(key, "")))
        for label, key in places
    ]


_PRIVACY = Phrase(nl="Privacy", en="Privacy")
_PURPOSE = Phrase(
    nl="Dit formulier dient alleen voor deze sollicitatieprocedure. Wie meebeslist en HR mogen het zien.",
    en="This form serves this application procedure only. Those who take part in the decision and HR may see it.",
)
_USUAL = Phrase(
    nl="Gebruikelijk bij sollicitanten: vernietigen vier weken na het einde van de procedure, of met "
    "toestemming van de kandidaat na ten hoogste een jaar.",
    en="Usual for applicants: destroy it four weeks after the end of the procedure, or with the candidate's "
    "consent after at most a year.",
)
_ALWAYS = Phrase(
    nl="Een ingevuld formulier is vertrouwelijk. De kandidaat mag het inzien en om verbetering vragen.",
    en="A form that is filled in is confidential. The candidate may see it and ask for corrections.",
)


def applicant_privacy(request: ProfileRequest) -> Iterator[Block]:
    """Yield what becomes of an applicant's data.

    Of what the organisation says the purpose, the basis and the readers are left out: they are
    about employees, and an applicant is not one.
    """
    stated = request.settings.privacy
    own = [request.own(text) for text in (stated.retention, stated.contact) if text]
    said = [request.say(_PURPOSE), *own, request.say(_USUAL), request.say(_ALWAYS)]
    yield Paragraph(" ".join([f"{request.say(_PRIVACY)}:", *said]), "note")
