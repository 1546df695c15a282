"""What stands in a cell of the job matrix, and how its numbers are explained."""

from collections.abc import Iterator

from competenties.documents.levels import DESIRABLE, WITHOUT
from competenties.documents.request import ProfileRequest, Voice
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import Requirement
from competenties.model.requested import RequestedCompetence

NOT_ASKED = "\N{EN DASH}"
_DESIRABLE = Phrase(nl="{asked} ({desirable})", en="{asked} ({desirable})")
_SPAN = Phrase(nl="{low}–{high}", en="{low}–{high}")
_FROM = Phrase(nl="vanaf {low}", en="from {low}")
_UP_TO = Phrase(nl="tot en met {high}", en="up to {high}")
_SCALE = Phrase(nl="{name}: {levels}.", en="{name}: {levels}.")


def asked_in_short(request: ProfileRequest, asked: RequestedCompetence | None) -> str:
    """Return what a job asks of a competence: "3", "2–4", "3 (gewenst)", words, or a dash."""
    if asked is None:
        return NOT_ASKED
    essential = {_short(request, one) for one in asked.requirements if one.need != "desirable"}
    said: dict[str, None] = {}
    for one in asked.requirements:
        short = _short(request, one)
        if one.need == "desirable" and short not in essential:
            short = request.say(_DESIRABLE, asked=short, desirable=DESIRABLE)
        said[short] = None
    return "; ".join(said)


def _short(request: ProfileRequest, one: Requirement) -> str:
    words = request.own(one.words)
    level = _level(request, one)
    if level and words:
        return f"{level}, {words}"
    return level or words or request.say(WITHOUT)


def _level(request: ProfileRequest, one: Requirement) -> str:
    low, high = one.from_level, one.to_level
    if one.level is not None:
        return str(one.level)
    if low is not None and high is not None:
        return request.say(_SPAN, low=low, high=high) if low != high else str(low)
    if low is not None:
        return request.say(_FROM, low=low)
    return request.say(_UP_TO, high=high) if high is not None else ""


def scales_in_short(voice: Voice, framework: Framework) -> Iterator[str]:
    """Yield each scale with its levels: "Vijf niveaus: 1 Volgens afspraak, 2 Zelfstandig."."""
    for scale in framework.proficiency_scales:
        levels = (f"{one.number} {voice.of(framework, one.name)}" for one in scale.levels)
        name = voice.of(framework, scale.name)
        yield voice.say(_SCALE, name=name, levels=", ".join(levels))
