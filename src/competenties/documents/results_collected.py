"""What the results are made of, and how a role, a number and a header are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from competenties.messages import Language, Phrase
from competenties.model.settings import Privacy
from competenties.office.tables import Value
from competenties.ratings.groups import LineQuality, TeamPart
from competenties.ratings.people import ROLE_NAMES
from competenties.ratings.periods import PeriodChange
from competenties.ratings.results import PersonResult
from competenties.ratings.returned import FileRemark

_TOGETHER = Phrase(nl="samen", en="together")
_TEAM = Phrase(nl="team", en="team")
_ORGANISATION = Phrase(nl="organisatie", en="organisation")
_ROLES = {**ROLE_NAMES, "together": _TOGETHER, "team": _TEAM, "organisation": _ORGANISATION}


@dataclass(frozen=True)
class Collected:
    """Everything that goes into the results."""

    results: Sequence[PersonResult]
    teams: Sequence[TeamPart]
    left_out_teams: int
    qualities: Sequence[LineQuality]
    changes: Sequence[PeriodChange]
    remarks: Sequence[FileRemark]
    missing: Sequence[tuple[str, ...]]
    missing_header: tuple[str, ...]
    privacy: Privacy
    has_pseudonyms: bool
    moved_on: Sequence[str] = ()
    notes: Sequence[Phrase] = ()


def role_name(role: str, language: Language) -> str:
    """Return a role in words; of those that hide, that they are several."""
    return _ROLES[role].say(language) if role in _ROLES else role


def number(value: Decimal | None, language: Language, *, signed: bool = False) -> str:
    """Return a number as a reader of a language writes it."""
    if value is None:
        return ""
    text = f"{value:+f}" if signed else f"{value:f}"
    return text.replace(".", ",") if language == "nl" else text


def filled(value: Decimal | None) -> Value:
    """Return a number for a cell, which stays empty without one."""
    return "" if value is None else value


def header(titles: Sequence[Phrase], language: Language) -> tuple[str, ...]:
    """Return the titles of a sheet in one language."""
    return tuple(title.say(language) for title in titles)
