"""The check: all that there is to say about the workspace, where to mend it, and what was accepted."""

from collections import Counter
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse

from competenties.checking import every_rule
from competenties.editor.check_list import (
    Found,
    Group,
    Held,
    Wish,
    chosen,
    documents_of,
    findings_of,
    heading_of,
    page_of,
    row_of,
)
from competenties.editor.check_words import CLIENT_WORDS, WORDS
from competenties.editor.framework_pages import spoken
from competenties.editor.rule_weights import change_weight, is_fixed
from competenties.editor.site import Site, reader_language, render, site_of
from competenties.findings import SEVERITIES, Rule
from competenties.messages import Language
from competenties.messages.words import CATEGORIES
from competenties.messages.words import SEVERITIES as SEVERITY_WORDS
from competenties.operations.tree import at
from competenties.workspace.session import Happened
from competenties.workspace.settings import SETTINGS_FILE

ROUTER = APIRouter()

Choice = Annotated[str, Query(max_length=300)]


@ROUTER.get("/check", response_class=HTMLResponse)
def check_screen(  # noqa: PLR0913, PLR0917  (each a choice in the address)
    request: Request,
    document: Choice = "",
    by: Literal["item", "rule"] = "item",
    severity: Choice = "",
    category: Choice = "",
    only: Choice = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> HTMLResponse:
    """Show the findings that somebody asks for."""
    site, language = site_of(request), reader_language(request)
    wish = Wish(document, by, severity, category, only, page)
    held, report = documents_of(site), site.findings.report
    found = findings_of(report.findings, held) if report else []
    shown = chosen(found, wish)
    listed = page_of(shown, wish, lambda one: row_of(one, site, held, language))
    about = held.get(document)
    return render(
        request,
        "check.html",
        WORDS,
        client_words={name: phrase.say(language) for name, phrase in CLIENT_WORDS.items()},
        wish=wish,
        is_running=report is None,
        about=about.title() if about else "",
        total=len(shown),
        is_chosen=bool(severity or category or only),
        listed=listed,
        headings={one.key: _heading(one, wish, held, language) for one in listed.groups},
        severities=_severities(found, wish, language),
        categories=_categories(found, wish, language),
        documents=_documents(found, wish, held, language),
        accepted=_accepted(held, wish, language),
        own_rules=_own_rules(site, language),
        weights=[(one, SEVERITY_WORDS[one].say(language)) for one in SEVERITIES],
        standards={one.name: SEVERITY_WORDS[one.severity].say(language) for one in _rules(shown)},
        own_weights=dict(site.settings.check.severities),
    )


class Weighing(BaseModel):
    """A rule and what it is to weigh; nothing for what it usually weighs."""

    model_config = ConfigDict(extra="forbid")

    rule: Annotated[str, Field(max_length=64, pattern=r"^[a-z][a-z0-9-]*$")]
    weight: Literal["off", "hint", "warning", "error"] | None = None


@ROUTER.post("/api/check/weights")
def weigh(request: Request, asked: Weighing) -> dict[str, str]:
    """Let a rule weigh otherwise in this workspace; the check then runs again."""
    session = site_of(request).session
    with session.lock:
        change_weight(session.root, asked.rule, asked.weight)
    for watcher in list(session.watchers):
        watcher(Happened("settings", SETTINGS_FILE, 0))
    return {}


def _heading(group: Group, wish: Wish, held: dict[str, Held], language: Language) -> dict[str, Any]:
    """Return a group as its summary names it."""
    name = group.key.partition(" ")[0]
    document = held.get(name)
    title = heading_of(group, wish.by, held, language)
    kind = "itself_framework" if name.startswith("frameworks/") else "itself_profile"
    rule = group.found[0].finding.rule if wish.by == "rule" else None
    return {
        "document": document.title() if document else WORDS["settings"].say(language),
        "title": title or (WORDS[kind].say(language) if document else ""),
        "counts": [
            (one, SEVERITY_WORDS[one].say(language), group.counts[one])
            for one in SEVERITIES
            if group.counts[one]
        ],
        "count": sum(group.counts.values()),
        "rule": "" if rule is None or is_fixed(rule) else rule.name,
        "rule_page": rule.name if rule else "",
        "address": wish.address(only=group.key),
    }


def _severities(found: list[Found], wish: Wish, language: Language) -> list[tuple[str, str, int]]:
    counted = Counter(one.finding.severity for one in chosen(found, wish, but="severity"))
    words = [(one, SEVERITY_WORDS[one].say(language), counted[one]) for one in SEVERITIES]
    return [("", WORDS["all_severities"].say(language), sum(counted.values())), *words]


def _categories(found: list[Found], wish: Wish, language: Language) -> list[tuple[str, str, int]]:
    counted = Counter(one.finding.rule.category for one in chosen(found, wish, but="category"))
    return [
        (name, phrase.say(language).capitalize(), counted[name])  # type: ignore[index]
        for name, phrase in CATEGORIES.items()
        if name in counted or name == wish.category
    ]


def _documents(
    found: list[Found], wish: Wish, held: dict[str, Held], language: Language
) -> list[tuple[str, str, int]]:
    counted = Counter(one.document for one in chosen(found, wish, but="document"))
    listed = [(name, one.title(), counted[name]) for name, one in held.items()]
    settings = WORDS["settings"].say(language)
    others = [(name, settings, counted[name]) for name in counted if name not in held]
    return [*sorted(listed, key=lambda one: one[1].casefold()), *others]


def _accepted(held: dict[str, Held], wish: Wish, language: Language) -> list[dict[str, Any]]:
    """Return what was accepted in the documents on the page, each with the reason."""
    rules = every_rule()
    return [
        _acceptance(one, position, each, rules, language)
        for one in held.values()
        if wish.document in ("", one.name) and one.can_change
        for position, each in enumerate(_listed(one))
        if isinstance(each, dict)
    ]


def _listed(document: Held) -> list[Any]:
    listed = document.data.get("accepted")
    return listed if isinstance(listed, list) else []


def _acceptance(
    document: Held, position: int, each: dict[str, Any], rules: dict[str, Rule], language: Language
) -> dict[str, Any]:
    said = {
        name: str(each.get(name) or "") for name in ("rule", "item", "field", "reason", "on", "by")
    }
    rule = rules.get(said["rule"])
    return {
        **said,
        "key": " ".join((document.name, said["rule"], said["item"], said["field"])),
        "document": document.name,
        "document_title": document.title(),
        "position": position,
        "value": each,
        "rule": rule.title.say(language) if rule else said["rule"],
        "title": _item_title(document, said["item"], language),
    }


def _item_title(document: Held, item: str, language: Language) -> str:
    way = document.way(item)
    found = at(document.data, way)
    own = str(document.data.get("language", "nl"))
    names = ("name", "text", "term") if isinstance(found, dict) else ()
    said = (spoken(found.get(one), language, own) for one in names)
    is_there = bool(way) or item == document.data.get("id")
    return next((one for one in said if one), item) if is_there else item


def _own_rules(site: Site, language: Language) -> list[dict[str, str]]:
    rules = every_rule()
    made = []
    for name, weight in site.settings.check.severities.items():
        rule = rules.get(name)
        said = WORDS["is_off"] if weight == "off" else SEVERITY_WORDS[weight]
        usual = SEVERITY_WORDS[rule.severity].say(language) if rule else ""
        made.append(
            {
                "rule": name,
                "title": rule.title.say(language) if rule else name,
                "weight": said.say(language),
                "usual": WORDS["standard"].say(language, weight=usual) if usual else "",
                "is_known": "yes" if rule else "",
            }
        )
    return made


def _rules(found: list[Found]) -> list[Rule]:
    return list({one.finding.rule.name: one.finding.rule for one in found}.values())
