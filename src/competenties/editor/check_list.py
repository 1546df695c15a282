"""The findings as the check screen lists them: chosen, counted, in groups, a page at a time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from re import fullmatch
from typing import Any
from urllib.parse import quote, urlencode

from competenties.checking.acceptance import acceptance_hash
from competenties.editor.check_links import address_of, without_language
from competenties.editor.finding_words import advice_of, statement_of, title_of
from competenties.editor.findings_json import is_accepted
from competenties.editor.framework_pages import parts, spoken
from competenties.editor.rule_weights import is_fixed
from competenties.editor.site import Site
from competenties.findings import SEVERITIES, Finding, Severity
from competenties.messages import Language
from competenties.model.text import LANGUAGE_TAG, text_in
from competenties.operations.kinds import Way
from competenties.operations.tree import at, items

AT_ONCE = 25
"""Findings that a page shows; of more it shows closed groups first."""

_GROUPS_AT_ONCE = 80


@dataclass(frozen=True)
class Wish:
    """What somebody wants to see, as the address says it."""

    document: str = ""
    by: str = "item"
    severity: str = ""
    category: str = ""
    only: str = ""
    """A group: its document and its key, with a space between."""
    page: int = 1

    def address(self, **changes: Any) -> str:
        """Return the address of the screen with another choice; it begins at its first page."""
        wish = replace(self, **{"page": 1, **changes})
        usual = Wish()
        said = {
            name: getattr(wish, name)
            for name in ("document", "by", "severity", "category", "only", "page")
            if getattr(wish, name) != getattr(usual, name)
        }
        return f"/check?{urlencode(said, quote_via=quote)}" if said else "/check"


@dataclass(frozen=True)
class Found:
    """A finding with its document, and the competence that it stands under."""

    finding: Finding
    document: str
    owner: str

    def group(self, by: str) -> str:
        """Return the group that it belongs to."""
        return f"{self.document} {self.finding.rule.name if by == 'rule' else self.owner}"


@dataclass
class Held:
    """A document as the list needs it: its data, and where its items stand."""

    name: str
    data: dict[str, Any]
    can_change: bool
    ways: dict[str, Way] = field(default_factory=dict)

    def way(self, item: str) -> Way:
        """Return the way to an item; the document itself, and what is not there, have none."""
        return () if item == self.data.get("id") else self.ways.get(item, ())

    def title(self) -> str:
        """Return what the document is called."""
        own = str(self.data.get("language", "nl"))
        return spoken(self.data.get("name"), own, own) or self.name.partition("/")[2] or self.name


@dataclass
class Group:
    """Findings that stand together; `rows` are those that this page shows."""

    key: str
    counts: Counter[Severity]
    found: list[Found]
    rows: list[dict[str, Any]] = field(default_factory=list)


def documents_of(site: Site) -> dict[str, Held]:
    """Return the documents of the workspace by name."""
    held = {}
    for name, state in list(site.session.states.items()):
        ways: dict[str, Way] = {}
        for item, way in items(state.data):
            ways.setdefault(item, way)
        held[name] = Held(name, state.data, state.problem is None, ways)
    return held


def findings_of(findings: Iterable[Finding], held: Mapping[str, Held]) -> list[Found]:
    """Return findings with their places, without those that were accepted since the check."""
    accepted = {
        (one.name, each.get("rule"), each.get("item"))
        for one in held.values()
        for each in parts(one.data, "accepted")
    }
    found = []
    for one in findings:
        name = one.place.file.removesuffix(".json")
        document = held.get(name)
        is_candidate = (name, one.rule.name, one.place.item) in accepted
        if document and is_candidate and is_accepted(one, document.data):
            continue
        found.append(Found(one, name, _owner(document, one.place.item)))
    return found


def chosen(found: Iterable[Found], wish: Wish, *, but: str = "") -> list[Found]:
    """Return what a wish asks for; `but` is a choice that does not count here."""
    return [
        one
        for one in found
        if (but == "document" or wish.document in ("", one.document))
        and (but == "severity" or wish.severity in ("", one.finding.severity))
        and (but == "category" or wish.category in ("", one.finding.rule.category))
        and (but or wish.only in ("", one.group(wish.by)))
    ]


def groups_of(found: Iterable[Found], by: str) -> list[Group]:
    """Return findings in groups, in the order of the documents; by rule, the heaviest first."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.group(by), []).append(one)
    made = [
        Group(key, Counter(one.finding.severity for one in inside), inside)
        for key, inside in groups.items()
    ]
    if by == "rule":
        made.sort(key=lambda one: [-one.counts[each] for each in SEVERITIES])
    return made


@dataclass(frozen=True)
class Shown:
    """The groups that a page shows, and whether they are closed until somebody opens them."""

    groups: list[Group]
    is_closed: bool
    pages: int


def page_of(found: list[Found], wish: Wish, row: Callable[[Found], dict[str, Any]]) -> Shown:
    """Return the groups on a page with their rows."""
    is_closed = not wish.only and len(found) > AT_ONCE
    start = wish.page - 1
    if is_closed:
        groups = groups_of(found, wish.by)
        shown = groups[start * _GROUPS_AT_ONCE : (start + 1) * _GROUPS_AT_ONCE]
        return Shown(shown, is_closed=True, pages=-(-len(groups) // _GROUPS_AT_ONCE))
    part = found[start * AT_ONCE : (start + 1) * AT_ONCE]
    totals = {one.key: one.counts for one in groups_of(found, wish.by)}
    groups = groups_of(part, wish.by)
    for group in groups:
        group.counts = totals[group.key]
        group.rows = [row(one) for one in group.found]
    return Shown(groups, is_closed=False, pages=-(-len(found) // AT_ONCE))


def row_of(one: Found, site: Site, held: Mapping[str, Held], language: Language) -> dict[str, Any]:
    """Return a finding as the page shows it."""
    finding, place = one.finding, one.finding.place
    document = held.get(one.document)
    way = document.way(place.item) if document else ()
    value = at(document.data, (*way, *place.path)) if document else None
    data = document.data if document else {}
    title, pieces = title_of(finding, language), _pieces(value, place.span)
    is_stale = place.path[:1] == ("accepted",)
    may_accept = (finding.severity != "error" or finding.rule.is_advice) and not is_stale
    return {
        "key": f"{one.document} {place.item} {place.field} {finding.rule.name} {place.span}",
        "severity": finding.severity,
        "rule": finding.rule.name,
        "rule_title": finding.rule.title.say(language),
        "document": one.document,
        "item": place.item,
        "field": place.field,
        "title": title,
        "message": statement_of(finding, language),
        "advice": advice_of(finding, language),
        "pieces": pieces,
        "says_title": bool(pieces and title)
        and "".join(pieces or ()).startswith(title.removesuffix("…")),
        "lang": without_language(place.path, data)[1] or data.get("language", ""),
        "address": address_of(site.session, finding, way),
        "file": place.file,
        "line": place.line,
        "can_accept": bool(document and document.can_change and place.item and may_accept),
        "text_hash": acceptance_hash(value),
        "is_fixed": is_fixed(finding.rule),
    }


def heading_of(group: Group, by: str, held: Mapping[str, Held], language: Language) -> str:
    """Return what a group is called; "" for what stands under the document itself."""
    name, _, key = group.key.partition(" ")
    if by == "rule":
        return group.found[0].finding.rule.title.say(language)
    document = held.get(name)
    competence = at(document.data, document.way(key)) if document and key else None
    if not document or not isinstance(competence, dict):
        return ""
    return spoken(competence.get("name"), language, str(document.data.get("language", "nl"))) or key


def _owner(document: Held | None, item: str) -> str:
    """Return the competence in which an item stands, "" for what stands elsewhere."""
    way = document.way(item) if document else ()
    if not document or way[:1] != ("competences",) or len(way) < 2:  # noqa: PLR2004
        return ""
    found = at(document.data, way[:2])
    return str(found.get("id", "")) if isinstance(found, dict) else ""


def _is_said(tag: str, text: Any) -> bool:
    return isinstance(text, str) and fullmatch(LANGUAGE_TAG, tag) is not None


def _pieces(value: Any, span: tuple[int, int] | None) -> tuple[str, str, str] | None:
    """Return a text with the words in question apart; None where there is no text."""
    if isinstance(value, dict) and value and all(_is_said(*one) for one in value.items()):
        value = text_in(value, next(iter(value)), next(iter(value)))
    if not isinstance(value, str) or not value.strip():
        return None
    start, end = span or (0, 0)
    if not span:
        return (value if len(value) <= 400 else f"{value[:399]}…", "", "")  # noqa: PLR2004
    before, after = value[:start], value[end:]
    return (
        before if len(before) <= 300 else f"…{before[-299:]}",  # noqa: PLR2004
        value[start:end],
        after if len(after) <= 300 else f"{after[:299]}…",  # noqa: PLR2004
    )
