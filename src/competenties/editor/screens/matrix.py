"""The matrix: all competences of a framework with their levels, and one cell open for writing."""

import json
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.finding_words import advice_of, statement_of
from competenties.editor.framework_pages import TAB_WORDS, FrameworkPage, framework_page
from competenties.editor.matrix_table import Heading, matrix_table, sentences_at
from competenties.editor.matrix_words import CLIENT_WORDS, WORDS
from competenties.editor.site import reader_language, render, site_of
from competenties.findings import Finding
from competenties.messages import Language
from competenties.model.text import Text

ROUTER = APIRouter()

_NO_LEVEL = "none"
_VIEWS = ("counts", "sentences")


class Sentence(NamedTuple):
    """A sentence in the open cell, with what there is to say about it."""

    id: str
    text: Text
    value: str
    is_contra: bool
    findings: list[dict[str, Any]]


class Opened(NamedTuple):
    """The cell that is open for writing."""

    competence: str
    level: str
    title: str
    path: str
    sentences: list[Sentence]


@ROUTER.get("/frameworks/{framework}", response_class=HTMLResponse)
def matrix_screen(
    request: Request, framework: str, view: str = "counts", opened: str = ""
) -> HTMLResponse:
    """Show the matrix of a framework."""
    page, language = framework_page(request, framework), reader_language(request)
    findings = site_of(request).findings.of_document(page.name)
    table = matrix_table(page, findings)
    return render(
        request,
        "matrix.html",
        {**WORDS, **TAB_WORDS},
        client_words={name: phrase.say(language) for name, phrase in CLIENT_WORDS.items()},
        page=page,
        tab="matrix",
        table=table,
        view=view if view in _VIEWS else "counts",
        opened=_opened(page, table.headings, opened, findings, language),
        heading=lambda one: _heading(one, language),
        address=f"{request.url.path}?text={page.tag}",
    )


def _heading(one: Heading, language: Language) -> str:
    if one.number is None:
        return WORDS["no_level"].say(language)
    return f"{one.number} {one.name}".strip()


def _opened(
    page: FrameworkPage,
    headings: list[Heading],
    wanted: str,
    findings: list[Finding],
    language: Language,
) -> Opened | None:
    """Return the cell that the address asks for: `<competence>.<level>`."""
    own, _, level = wanted.rpartition(".")
    competence = next((one for one in page.parts("competences") if one.get("id") == own), None)
    column = int(level) if level.isdecimal() else None
    heading = next((one for one in headings if one.number == column), None)
    if competence is None or heading is None or (column is None and level != _NO_LEVEL):
        return None
    by_item = _by_item(findings, language)
    path = ["indicators"] if column is None else ["levels", column, "indicators"]
    return Opened(
        own,
        level,
        f"{page.text(competence.get('name'))}, {_heading(heading, language)}",
        json.dumps(path),
        [_sentence(one, by_item) for one in sentences_at(competence, column)],
    )


def _sentence(indicator: dict[str, Any], by_item: dict[str, list[dict[str, Any]]]) -> Sentence:
    identifier = str(indicator.get("id", ""))
    return Sentence(
        identifier,
        indicator.get("text", ""),
        json.dumps(indicator, ensure_ascii=False),
        indicator.get("polarity") == "contra",
        by_item.get(identifier, []),
    )


def _by_item(findings: list[Finding], language: Language) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for one in findings:
        shown = {
            "severity": one.severity,
            "word": WORDS[one.severity].say(language),
            "message": statement_of(one, language),
            "advice": advice_of(one, language),
        }
        found.setdefault(one.place.item, []).append(shown)
    return found
