"""Requested levels in words, the same on every document."""

import re
from functools import lru_cache

from competenties.documents.request import ProfileRequest, Voice
from competenties.messages import Language, Phrase
from competenties.model.requested import RequestedCompetence, RequestedLevel

DESIRABLE = Phrase(nl="gewenst", en="desirable")
_LEVEL = Phrase(nl="Niveau {number}", en="Level {number}")
_NUMBERED_NAME = re.compile(r"\w+ (\d+)(?:\s*[:–-].*)?", re.DOTALL)
WITHOUT = Phrase(nl="zonder niveau", en="without a level")


def level_title(request: ProfileRequest, asked: RequestedCompetence, level: RequestedLevel) -> str:
    """Return "Niveau 3 – Blijft eigenaar tot het is opgelost"."""
    return numbered_level(request, level.number, request.of(asked.framework, level.name))


def numbered_level(voice: Voice, number: int, name: str) -> str:
    """Return the number of a level and its name.

    A name that is no more than a number, such as "Niveau 3", is not preceded by another one.
    """
    return _numbered_level(voice.language, number, name)


@lru_cache(maxsize=1024)
def _numbered_level(language: Language, number: int, name: str) -> str:
    """Return a level in words; the levels of a framework return in many documents."""
    title = _LEVEL.say(language, number=number)
    numbered = _NUMBERED_NAME.fullmatch(name)
    if numbered and int(numbered[1]) == number:
        return name
    return f"{title} – {name}" if name else title


def asked_in_words(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return everything that is asked of one competence: its levels, else the profile's words."""
    levels = [level_title(request, asked, level) for level in asked.levels]
    words = [request.own(one.words) for one in asked.requirements if one.words]
    return "\n".join([*levels, *words]) or request.say(WITHOUT)


def competence_name(request: ProfileRequest, asked: RequestedCompetence) -> str:
    """Return the name of a competence in the language of the document."""
    return request.of(asked.framework, asked.competence.name)


def is_desirable(asked: RequestedCompetence) -> bool:
    """Tell whether a competence is wished for rather than required."""
    return all(one.need == "desirable" for one in asked.requirements)
