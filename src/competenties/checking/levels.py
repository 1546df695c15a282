"""Levels as the rules over a competence look at them: in order, and with names for people."""

from competenties.checking.compared import Entry
from competenties.messages import Phrase, Spoken
from competenties.model.competence import Competence, Level
from competenties.model.indicator import Indicator
from competenties.model.text import Text


def in_order(competence: Competence) -> list[Level]:
    """Return the levels of a competence from low to high, without retired ones."""
    kept = (level for level in competence.levels if level.status != "retired")
    return sorted(kept, key=lambda level: level.level)


def positive(level: Level) -> list[Indicator]:
    """Return the indicators of a level that can be rated."""
    return [one for one in level.indicators if not one.is_contra and one.status != "retired"]


def unpointed(text: Text) -> Spoken:
    """Return a text without its full stop, to be quoted in a sentence."""
    if isinstance(text, str):
        return text.strip().removesuffix(".")
    return {language: one.strip().removesuffix(".") for language, one in text.items()}


def where(entry: Entry, seen_from: Entry) -> Phrase:
    """Return where an indicator stands, in words, as seen from another one."""
    if entry.competence is not seen_from.competence:
        name = Phrase(nl='bij "{name}"', en='under "{name}"').filled(name=entry.competence.name)
        return Phrase(nl="{name}{level}", en="{name}{level}").filled(
            name=name, level=_at_level(entry, first=False)
        )
    if entry.level is seen_from.level:
        return Phrase(nl="bij hetzelfde niveau", en="at the same level")
    return _at_level(entry, first=True)


def _at_level(entry: Entry, *, first: bool) -> Phrase:
    if entry.level is None:
        return Phrase(nl="zonder niveau", en="without a level") if first else Phrase(nl="", en="")
    if first:
        said = Phrase(nl="bij niveau {number}", en="at level {number}")
    else:
        said = Phrase(nl=", niveau {number}", en=", level {number}")
    return said.filled(number=entry.level.level)
