"""What a job is for and where it stands: purpose, place, chain, description, context."""

from collections.abc import Iterable, Iterator

from competenties.documents.field_blocks import section
from competenties.documents.prose import prose
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.job import ChainLink
from competenties.office.blocks import (
    Block,
    Heading,
)

PLACE = Phrase(nl="Plaats in de organisatie", en="Place in the organisation")
UNIT = Phrase(nl="Onderdeel", en="Unit")
LOCATION = Phrase(nl="Locatie", en="Location")
REPORTS_TO = Phrase(nl="Rapporteert aan", en="Reports to")
LEADS = Phrase(nl="Geeft leiding aan", en="Leads")
_FTE = Phrase(nl="{fte} fte", en="{fte} FTE")


def place_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield under whom, with whom and over whom the job works."""
    place, own = request.profile.place, request.own
    if place is None:
        return
    leads = [own(place.leads)] if place.leads else []
    if place.leads_fte:
        leads.append(request.say(_FTE, fte=place.leads_fte))
    yield from section(
        request,
        PLACE,
        (UNIT, own(place.unit)),
        (LOCATION, own(place.location)),
        (REPORTS_TO, own(place.reports_to)),
        (LEADS, ", ".join(leads)),
        layout="pairs",
    )


PURPOSE = Phrase(nl="Doel van de functie", en="Purpose of the job")
DESCRIPTION = Phrase(nl="Omschrijving", en="Description")


def purpose_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield what the job is for."""
    if request.profile.purpose:
        yield Heading(request.say(PURPOSE))
        yield from prose(request.own(request.profile.purpose), "lead")


def description_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield the description of the job."""
    if request.profile.description:
        yield Heading(request.say(DESCRIPTION))
        yield from prose(request.own(request.profile.description))


CONTEXT = Phrase(nl="Context", en="Context")
ORGANISATION = Phrase(nl="Organisatie", en="Organisation")
TEAM = Phrase(nl="Team", en="Team")
SECTOR = Phrase(nl="Sector", en="Sector")
ENERGY = Phrase(nl="Wat energie geeft in dit werk", en="What gives energy in this work")
_FIGURES = Phrase(nl="Kerngetallen", en="Key figures")


def context_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield the surroundings of the job, what gives energy among them."""
    context, own = request.profile.context, request.own
    if context is None:
        return
    yield from section(
        request,
        CONTEXT,
        (ORGANISATION, own(context.organisation)),
        (TEAM, own(context.team)),
        (SECTOR, own(context.sector)),
        (ENERGY, own(context.energy)),
        (_FIGURES, own(context.figures)),
    )


CHAIN = Phrase(nl="Plaats in de keten", en="Place in the chain")
RECEIVES = Phrase(nl="Ontvangt van", en="Receives from")
DELIVERS = Phrase(nl="Levert aan", en="Delivers to")
_END_CUSTOMER = Phrase(nl="Eindklant", en="End customer")
_EFFECT = Phrase(nl="De eindklant merkt daarvan", en="What the end customer notices")


def chain_block(request: ProfileRequest) -> Iterator[Block]:
    """Yield who delivers to the job, to whom it delivers, and what the end customer notices."""
    chain = request.profile.chain
    if chain is None:
        return
    yield from section(
        request,
        CHAIN,
        (RECEIVES, _links(request, chain.receives_from)),
        (DELIVERS, _links(request, chain.delivers_to)),
        (_END_CUSTOMER, request.own(chain.end_customer)),
        (_EFFECT, request.own(chain.effect)),
    )


def _links(request: ProfileRequest, links: Iterable[ChainLink]) -> str:
    """Return who delivers or receives, and what, as one line of text."""
    said = []
    for link in links:
        who = request.own(link.name) or link.profile or ""
        what = request.own(link.what)
        said.append(f"{who} ({what})" if who and what else who or what)
    return "; ".join(one for one in said if one)
