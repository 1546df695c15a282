"""The drawings of a job profile: its place among other jobs, and its place in the chain."""

from collections.abc import Iterable, Iterator

from competenties.documents.request import ProfileRequest
from competenties.documents.setting_blocks import DELIVERS, LEADS, RECEIVES, REPORTS_TO
from competenties.messages import Phrase
from competenties.model.job import ChainLink
from competenties.office.blocks import Picture
from competenties.office.drawing_chain import Box, chain_picture

_THIS_JOB = Phrase(nl="Deze functie", en="This job")
_NOTICES = Phrase(nl="De eindklant merkt", en="The end customer notices")
_NOBODY = frozenset(("nee", "geen", "niemand", "nvt", "no", "none", "nobody", "na"))
_PLACE_ABOUT = Phrase(
    nl="Tekening van de plaats in de organisatie, van boven naar beneden. {steps}",
    en="Drawing of the place in the organisation, from top to bottom. {steps}",
)
_CHAIN_ABOUT = Phrase(
    nl="Tekening van de keten, van links naar rechts. {steps}",
    en="Drawing of the chain, from left to right. {steps}",
)


def place_drawing(request: ProfileRequest) -> Iterator[Picture]:
    """Yield to whom the job reports and whom it leads, where there is somebody to draw."""
    place, own = request.profile.place, request.own
    if place is None:
        return
    leads = own(place.leads)
    above = [own(place.reports_to)] if place.reports_to else []
    below = [leads] if leads and not _is_nobody(leads) else []
    yield from _drawn(
        request,
        _PLACE_ABOUT,
        [_box(request, REPORTS_TO, above)],
        [_box(request, LEADS, below)],
        is_down=True,
    )


def chain_drawing(request: ProfileRequest) -> Iterator[Picture]:
    """Yield who delivers to the job, to whom it delivers, and what the end customer notices."""
    chain = request.profile.chain
    if chain is None:
        return
    end = [request.own(text) for text in (chain.end_customer, chain.effect) if text]
    yield from _drawn(
        request,
        _CHAIN_ABOUT,
        [_box(request, RECEIVES, _links(request, chain.receives_from))],
        [
            _box(request, DELIVERS, _links(request, chain.delivers_to)),
            _box(request, _NOTICES, end),
        ],
    )


def _drawn(
    request: ProfileRequest,
    about: Phrase,
    before: list[Box],
    after: list[Box],
    *,
    is_down: bool = False,
) -> Iterator[Picture]:
    """Yield the job between what comes before and after it, without boxes that are empty."""
    job = Box(request.say(_THIS_JOB), (request.own(request.profile.name),), is_marked=True)
    boxes = [box for box in (*before, job, *after) if box.lines]
    if len(boxes) > 1:
        steps = " ".join(f"{box.title}: {'; '.join(box.lines).rstrip('.')}." for box in boxes)
        said = request.say(about, steps=steps)
        yield chain_picture(boxes, said, request.language, request.house, is_down=is_down)


def _box(request: ProfileRequest, title: Phrase, lines: Iterable[str]) -> Box:
    return Box(request.say(title), tuple(lines))


def _links(request: ProfileRequest, links: Iterable[ChainLink]) -> Iterator[str]:
    """Yield who delivers or receives, and what."""
    for link in links:
        who, what = request.own(link.name) or link.profile or "", request.own(link.what)
        if said := ": ".join(text for text in (who, what) if text):
            yield said


def _is_nobody(leads: str) -> bool:
    """Tell whether a text says that the job leads nobody."""
    return "".join(filter(str.isalpha, leads)).casefold() in _NOBODY
