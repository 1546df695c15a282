"""What descriptions give beside their text: the minimum level, and pictures that are left over."""

from collections.abc import Iterable, Iterator

from competenties.formats.anchor_reading import Described
from competenties.formats.plan import Draft, LeftOver, Spot
from competenties.messages import Phrase

PICTURE = Phrase(
    nl="in de omschrijving staat een afbeelding of film; alleen de beschrijving daarvan is overgenomen",
    en="the description holds a picture or film; only the text that describes it was taken over",
)


def pictures_left(pictures: Iterable[str], spot: Spot) -> Iterator[LeftOver]:
    """Yield the pictures of a description as left over; a framework holds text only."""
    for name in pictures:
        yield LeftOver(spot, name, PICTURE, is_kept=False)


def put_minimum(draft: Draft, said: Described) -> None:
    """Put a minimum level where it belongs; one without a reason is kept beside the competence."""
    if said.minimum is None:
        return
    if not said.minimum.reason:
        draft.setdefault("extra", {})["minimum_level"] = said.minimum.level
        return
    draft["minimum_level"] = {"level": said.minimum.level, "reason": said.minimum.reason}
    if said.minimum.by_sector:
        draft["minimum_level"]["asked_by"] = "sector"
