"""What counts in another way between two versions of a job: in words, since weights stay inside."""

from collections.abc import Iterator

from competenties.documents.levels import competence_name
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.model.requested import RequestedCompetence

SCORING = Phrase(nl="Score en weging", en="Scoring and weights")

_SCALE = Phrase(
    nl='De scoreschaal is gewijzigd: "{was}" wordt "{now}".',
    en='The rating scale has changed: "{was}" becomes "{now}".',
)
_SAME_SCALE = Phrase(
    nl='De scoreschaal "{now}" is gewijzigd: de vraag, de antwoorden of de manier van tellen.',
    en='The rating scale "{now}" has changed: the question, the answers or the way of counting.',
)
_WEIGHT = Phrase(nl="De weging van {name} is gewijzigd.", en="The weight of {name} has changed.")
_FLOOR = Phrase(nl="De ondergrens van {name} is gewijzigd.", en="The floor of {name} has changed.")
_NEW_FLOOR = Phrase(nl="{name} krijgt een ondergrens.", en="{name} gets a floor.")
_NO_FLOOR = Phrase(nl="De ondergrens van {name} vervalt.", en="The floor of {name} is removed.")
_DEFINITION = Phrase(
    nl="De omschrijving van {name} in het competentiemodel is gewijzigd.",
    en="The definition of {name} in the framework has changed.",
)
_SOMETHING = Phrase(
    nl="De controlecode is gewijzigd: iets wat een beoordelaar leest of wat meetelt, is anders dan het was.",
    en="The fingerprint has changed: something that a rater reads, or that counts, differs from what it was.",
)


def scoring_changes(
    was: ProfileRequest, now: ProfileRequest, *, is_text_same: bool
) -> Iterator[str]:
    """Yield a sentence for everything that counts in another way; never a number.

    Where the texts are the same and only the fingerprint differs, it says at least that.
    """
    said = [*_of_scale(was, now), *_of_competences(was, now)]
    yield from said
    is_same_job = was.profile.id == now.profile.id  # the id is in the fingerprint
    if is_text_same and is_same_job and not said and was.code != now.code:
        yield now.say(_SOMETHING)


def _of_scale(was: ProfileRequest, now: ProfileRequest) -> Iterator[str]:
    old, new = was.scale, now.scale
    if old != new:
        said = _SAME_SCALE if old.id == new.id else _SCALE
        yield now.say(said, was=was.own(old.name) or old.id, now=now.own(new.name) or new.id)


def _of_competences(was: ProfileRequest, now: ProfileRequest) -> Iterator[str]:
    """Yield what changed at each competence that both versions ask."""
    earlier = {_key(one): one for one in was.asked}
    for asked in now.asked:
        if old := earlier.get(_key(asked)):
            name = competence_name(now, asked)
            for phrase in _of_competence(was, old, now, asked):
                yield now.say(phrase, name=name)


def _key(asked: RequestedCompetence) -> tuple[str, str]:
    return asked.framework.id, asked.competence.id


def _of_competence(
    was: ProfileRequest, old: RequestedCompetence, now: ProfileRequest, new: RequestedCompetence
) -> Iterator[Phrase]:
    if _weights(old) != _weights(new):
        yield _WEIGHT
    before, after = _floors(old), _floors(new)
    if before != after:
        yield (_FLOOR if before and after else _NEW_FLOOR if after else _NO_FLOOR)
    definition = was.of(old.framework, old.competence.definition)
    if definition != now.of(new.framework, new.competence.definition):
        yield _DEFINITION


def _weights(asked: RequestedCompetence) -> list[float | None]:
    return [one.weight for one in asked.requirements]


def _floors(asked: RequestedCompetence) -> list[int]:
    return [one.floor for one in asked.requirements if one.floor is not None]
