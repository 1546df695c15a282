"""The workspace as data for its screen: a card for each document, conflicts, what was removed."""

import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from competenties.editor.framework_pages import parts, spoken
from competenties.editor.site import Site
from competenties.findings import Finding
from competenties.messages import Language, Phrase
from competenties.model.record import STATUSES
from competenties.operations.tree import at, way_to
from competenties.workspace.state import State

_TODAY = Phrase(nl="vandaag om {time}", en="today at {time}")
_VERSION = Phrase(nl="{status} v{version}", en="{status} v{version}")
_NO_FINDINGS = Phrase(nl="geen aandachtspunten", en="no findings")
_ONE_ERROR = Phrase(nl="1 fout", en="1 error")
_ERRORS = Phrase(nl="{count} fouten", en="{count} errors")
_ONE_REMARK = Phrase(nl="1 aandachtspunt", en="1 finding")
_REMARKS = Phrase(nl="{count} aandachtspunten", en="{count} findings")
_ONE_HINT = Phrase(nl="1 tip", en="1 hint")
_HINTS = Phrase(nl="{count} tips", en="{count} hints")
_GONE = Phrase(nl="(weggehaald)", en="(taken away)")


@dataclass(frozen=True)
class Card:
    """A document: what it is called, how it stands, and where it is edited."""

    name: str
    title: str
    address: str
    status: str
    count: int
    findings: str
    """What the check found, in words; empty while it has not looked yet."""
    severity: str
    changed: str
    problem: Finding | None


class Dispute(NamedTuple):
    """A text that was changed here and in the file at once: what both say."""

    id: str
    document: str
    item: str
    mine: str
    theirs: str


class Gone(NamedTuple):
    """A document that was removed and can come back."""

    key: str
    title: str
    when: str


def cards(site: Site, kind: str, language: Language) -> list[Card]:
    """Return the cards of the frameworks or of the job profiles, by title."""
    states = [one for one in list(site.session.states.values()) if one.kind == kind]
    found = [_card(site, one, language) for one in states]
    return sorted(found, key=lambda one: _in_order(one.title))


def disputes(site: Site, language: Language) -> list[Dispute]:
    """Return the texts about which somebody has to choose."""
    found = []
    for name, state in list(site.session.states.items()):
        title = _title(state, language)
        for one in site.session.conflicts_of(name):
            mine, theirs = (_words(each, language) for each in (one.mine, one.theirs))
            item = _item(state.data, one.item, language)
            found.append(Dispute(one.id, title, item, mine, theirs))
    return found


def removed(site: Site, language: Language) -> list[Gone]:
    """Return the documents that can be brought back, the last one first."""
    return [
        Gone(one.key, one.name.partition("/")[2], _when(_seconds(one.when), language))
        for one in site.session.removed()
    ]


def _in_order(title: str) -> list[tuple[int, str]]:
    """Return what titles are sorted by: 2 comes before 10, and capitals make no difference."""
    pieces = re.split(r"(\d{1,9})", title.casefold())
    return [(int(one), "") if one.isdecimal() else (0, one) for one in pieces]


def _card(site: Site, state: State, language: Language) -> Card:
    data = state.data
    folder, _, identifier = state.name.partition("/")
    field = "competences" if state.kind == "framework" else "requirements"
    words, severity = _found(site, state.name, language)
    return Card(
        state.name,
        _title(state, language),
        f"/{folder}/{identifier}",
        _status(data, language),
        len(parts(data, field)),
        words,
        severity,
        _when(state.stamp[0] / 1e9 if state.stamp else time.time(), language),
        state.problem,
    )


def _title(state: State, language: Language) -> str:
    own = str(state.data.get("language", "nl"))
    return spoken(state.data.get("name"), language, own) or state.name.partition("/")[2]


def _status(data: dict[str, Any], language: Language) -> str:
    phrase = STATUSES.get(str(data.get("status", "draft")))
    status = phrase.say(language).capitalize() if phrase else str(data.get("status"))
    version = data.get("version")
    return _VERSION.say(language, status=status, version=str(version)) if version else status


def _found(site: Site, name: str, language: Language) -> tuple[str, str]:
    """Return how much the check found in a document, in words, and how heavy the heaviest is."""
    if site.findings.report is None:
        return "", ""
    counted = Counter(one.severity for one in site.findings.of_document(name))
    words = [
        _counted(counted["error"], _ONE_ERROR, _ERRORS, language),
        _counted(counted["warning"], _ONE_REMARK, _REMARKS, language),
        _counted(counted["hint"], _ONE_HINT, _HINTS, language),
    ]
    severity = next((one for one in ("error", "warning", "hint") if counted[one]), "")
    return ", ".join(one for one in words if one) or _NO_FINDINGS.say(language), severity


def _counted(count: int, one: Phrase, more: Phrase, language: Language) -> str:
    if not count:
        return ""
    return one.say(language) if count == 1 else more.say(language, count=count)


def _when(seconds: float, language: Language) -> str:
    moment = datetime.fromtimestamp(seconds)  # noqa: DTZ006  (the reader's own clock)
    if moment.date() == datetime.now().date():  # noqa: DTZ005
        return _TODAY.say(language, time=f"{moment:%H:%M}")
    from babel.dates import format_date

    return format_date(moment, "d MMMM y", locale=language)


def _seconds(when: str) -> float:
    import calendar

    return calendar.timegm(time.strptime(when, "%Y%m%dT%H%M%S"))


def _item(data: dict[str, Any], item: str, language: Language) -> str:
    """Return what an item in conflict is called: its name, else its text, else its id."""
    way = way_to(data, item)
    found = at(data, way) if way else None
    if not isinstance(found, dict):
        return item
    own = str(data.get("language", "nl"))
    return next(
        (
            said
            for one in ("name", "text", "term")
            if (said := spoken(found.get(one), language, own))
        ),
        item,
    )


def _words(value: Any, language: Language) -> str:
    """Return what one side of a conflict says, as a reader reads it."""
    if value is None:
        return _GONE.say(language)
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        if all(isinstance(one, str) for one in value.values()) and "id" not in value:
            return "\n".join(f"{key}: {one}" for key, one in value.items())
        texts = (value.get(one) for one in ("name", "text", "term"))
        return next((said for one in texts if (said := spoken(one, language, language))), "…")
    if isinstance(value, list):
        return "\n".join(_words(one, language) for one in value)
    return str(value)
