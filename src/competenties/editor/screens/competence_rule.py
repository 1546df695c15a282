"""Why the check says something: the page of a rule."""

import re

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.checking import every_rule
from competenties.editor.finding_words import page_advice, page_why
from competenties.editor.site import reader_language, render
from competenties.findings import NotFoundError
from competenties.messages import Phrase
from competenties.messages.words import CATEGORIES, SEVERITIES

ROUTER = APIRouter()

WORDS = {
    "why": Phrase(nl="Waarom", en="Why"),
    "weight": Phrase(nl="Gewicht", en="Severity"),
    "do": Phrase(nl="Wat te doen", en="What to do"),
    "wrong": Phrase(nl="Zo liever niet", en="Rather not like this"),
    "right": Phrase(nl="Zo kan het wel", en="Like this"),
}
_UNKNOWN = Phrase(nl="Deze regel is er niet.", en="There is no such rule.")


@ROUTER.get("/rules/{name}", response_class=HTMLResponse)
def rule_screen(request: Request, name: str) -> HTMLResponse:
    """Show what a rule says, why, and sentences that show it."""
    rule, reader = every_rule().get(name), reader_language(request)
    if rule is None:
        raise NotFoundError(_UNKNOWN)
    return render(
        request,
        "competence_rule.html",
        WORDS,
        title=rule.title.say(reader),
        why=page_why(rule, reader),
        advice=_open(page_advice(rule).say(reader)),
        severity=rule.severity,
        weight=f"{SEVERITIES[rule.severity].say(reader)} ({CATEGORIES[rule.category].say(reader)})",
        shown=rule.examples.get(reader),
    )


def _open(template: str) -> str:
    """Return a sentence with "…" where the check fills in a word; nothing where that is all."""
    without = re.sub(r"(?<=[\w.}])\{\w+\}", "", template)
    opened = " ".join(re.sub(r"\{\w+\}", "…", without).split())
    return "" if opened == "…" else opened
