"""Importing: a file becomes a plan that somebody reads and corrects, and then documents."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, ConfigDict
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from competenties.editor.downloads import download
from competenties.editor.framework_pages import spoken
from competenties.editor.import_files import PASTED, files_in, form_of, source_of
from competenties.editor.import_left import for_screen, left_over, left_over_workbook, notes_of
from competenties.editor.import_page import (
    by_sheet,
    columns_in,
    columns_of,
    counted,
    meanings,
    plan_of,
    preview,
    sheets_in,
    sheets_of,
    target_for,
)
from competenties.editor.import_store import Upload, Wishes, imports_of
from competenties.editor.import_taking import replaced_by, take
from competenties.editor.import_words import CLIENT_WORDS, WORDS
from competenties.editor.site import reader_language, render, site_of
from competenties.findings import CompetentiesError, NotFoundError, UnusableError
from competenties.formats.plan import ImportPlan
from competenties.messages import Language, Phrase
from competenties.model.framework import Framework

ROUTER = APIRouter()

Key = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{8,40}$")]
LANGUAGES = {"nl": "Nederlands", "en": "English", "de": "Deutsch", "fr": "Français"}
_COLUMN = "column:"
_NO_JOBS = Phrase(
    nl="In {file} staat geen tabel met functies. Kies bij “Wat wordt dit?” een nieuw competentiemodel.",
    en="{file} holds no table of jobs. Choose a new framework at “What does this become?”.",
)
_NO_FRAMEWORK = Phrase(nl="Dit model is er niet.", en="There is no such framework.")


@ROUTER.get("/import", response_class=HTMLResponse)
def import_screen(request: Request) -> HTMLResponse:
    """Ask for a file."""
    return _asking(request, "")


@ROUTER.post("/import", response_class=HTMLResponse)
async def upload(request: Request) -> Response:
    """Take in a file, and show what becomes of it; nothing is written."""
    language = reader_language(request)
    try:
        form = await form_of(request)
        files = await files_in(form)
        pasted = str(form.get("pasted", ""))
        source = await run_in_threadpool(source_of, files, pasted, PASTED.say(language))
        key = imports_of(request).put(source, _wishes(form))
    except CompetentiesError as error:
        return _asking(request, error.say(language), status=422)
    return RedirectResponse(f"/import/{key}", status_code=303)


@ROUTER.get("/import/{key}", response_class=HTMLResponse)
def plan_screen(request: Request, key: Key) -> HTMLResponse:
    """Show what becomes of a file, or why nothing does and what to say about it."""
    found, language = imports_of(request).get(key), reader_language(request)
    try:
        plan = _plan(request, found)
    except CompetentiesError as error:
        return _not_understood(request, key, found, error.say(language))
    return _shown(
        request,
        key,
        found,
        plan=plan,
        problem="",
        columns=by_sheet(columns_of(plan, found.wishes, language)),
        sheets=sheets_of(found, plan, language),
        counts=counted(plan, language),
        preview=preview(plan),
        left_over=left_over(plan, language),
        notes=notes_of(plan, language),
        remarks=[for_screen(one.say(language)) for one in plan.remarks],
        replaced=replaced_by(site_of(request).session, plan),
        name=plan.framework["name"] if plan.framework else "",
    )


@ROUTER.get("/import/{key}/left.xlsx")
def left_screen(request: Request, key: Key) -> Response:
    """Return every cell that is not used, with why and what to do, as a workbook."""
    language = reader_language(request)
    plan = _plan(request, imports_of(request).get(key))
    return download(WORDS["left_name"].say(language), left_over_workbook(plan, language))


@ROUTER.post("/import/{key}", response_class=HTMLResponse)
async def correct(request: Request, key: Key) -> Response:
    """Note what somebody says about a file, and show the plan anew."""
    found = imports_of(request).get(key)
    found.wishes = _wishes(await form_of(request), found.wishes.sheets)
    return RedirectResponse(f"/import/{key}", status_code=303)


class Taking(BaseModel):
    """What is to be done with a plan."""

    model_config = ConfigDict(extra="forbid")

    how: Literal["new", "replace"] = "new"


@ROUTER.post("/api/import/{key}/take")
def accept(request: Request, key: Key, asked: Taking) -> dict[str, Any]:
    """Put what is planned into the workspace, and say where it is edited."""
    found = imports_of(request).get(key)
    plan = _plan(request, found)
    session = site_of(request).session
    taken = take(session, plan, replaces=asked.how == "replace", known=found.wishes.known)
    imports_of(request).drop(key)
    return {"to": taken.to, "undo": taken.undo}


@ROUTER.post("/api/import/{key}/drop")
def drop(request: Request, key: Key) -> dict[str, Any]:
    """Forget a file."""
    imports_of(request).drop(key)
    return {"to": "/import"}


def _plan(request: Request, found: Upload) -> ImportPlan:
    known = _known(request, found.wishes.known) if found.wishes.known else None
    plan = plan_of(found, known, reader_language(request))
    if known is not None and not plan.profiles:
        raise UnusableError(_NO_JOBS, file=found.source.name)
    return plan


def _known(request: Request, identifier: str) -> Framework:
    model = site_of(request).session.workspace().frameworks_by_id().get(identifier)
    if model is None:
        raise NotFoundError(_NO_FRAMEWORK)
    return model


def _wishes(form: FormData, before: tuple[str, ...] | None = None) -> Wishes:
    """Return what a form says about a file; a column that nothing was said of is left out.

    `before` is what was said of the sheets earlier: it stays where the ticks are as they were shown.
    """

    def said(name: str) -> str:
        value = form.get(name, "")
        return value.strip()[:400] if isinstance(value, str) else ""

    columns = [
        (name.removeprefix(_COLUMN), target_for(name.removeprefix(_COLUMN), str(value)))
        for name, value in form.multi_items()
        if name.startswith(_COLUMN) and value
    ]
    language = said("language")
    return Wishes(
        format=said("format"),
        name=said("name"),
        language=language if language in LANGUAGES else "",
        known=said("known"),
        sheets=_sheets(form, before),
        columns=tuple(dict(columns).items()),
    )


def _sheets(form: FormData, before: tuple[str, ...] | None) -> tuple[str, ...] | None:
    ticked = tuple(str(one) for one in form.getlist("sheet"))
    shown = tuple(str(one) for one in form.getlist("shown-sheet"))
    if "sheets" not in form and not ticked:
        return None
    return before if ticked == shown else ticked


def _not_understood(request: Request, key: str, found: Upload, problem: str) -> HTMLResponse:
    columns = by_sheet(columns_in(found))
    return _shown(
        request,
        key,
        found,
        status=422,
        plan=None,
        problem=for_screen(problem),
        columns=columns,
        sheets=sheets_in(found),
        counts=[],
        preview=None,
        left_over=[],
        notes=[],
        remarks=[],
        replaced=None,
        name=found.wishes.name,
    )


def _shown(
    request: Request, key: str, found: Upload, *, status: int = 200, **values: Any
) -> HTMLResponse:
    language, plan = reader_language(request), values["plan"]
    return render(
        request,
        "importing_plan.html",
        WORDS,
        status=status,
        client_words=_client_words(language),
        key=key,
        file=found.source.name,
        wishes=found.wishes,
        meanings=meanings(language),
        formats=_formats(language),
        languages=LANGUAGES,
        frameworks=_frameworks(request),
        read_as=LANGUAGES.get(plan.language, plan.language) if plan else "",
        **values,
    )


def _asking(request: Request, problem: str, *, status: int = 200) -> HTMLResponse:
    language = reader_language(request)
    return render(
        request,
        "importing.html",
        WORDS,
        status=status,
        client_words=_client_words(language),
        problem=problem,
    )


def _client_words(language: Language) -> dict[str, str]:
    return {name: phrase.say(language) for name, phrase in CLIENT_WORDS.items()}


def _formats(language: Language) -> list[tuple[str, str]]:
    from competenties.formats import format_files

    return [(name, one.TITLE.say(language)) for name, one in format_files().items()]


def _frameworks(request: Request) -> list[tuple[str, str]]:
    held = site_of(request).session.workspace().frameworks_by_id()
    language = reader_language(request)
    return [(name, spoken(one.name, language, one.language)) for name, one in held.items()]
