"""What stands beside a profile, and behind every download: a document as a page, its file, what it says."""

from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from competenties.editor.downloads import download, zipped
from competenties.editor.finding_links import mending_address
from competenties.editor.finding_words import advice_of, message_of
from competenties.editor.made_documents import (
    Prepared,
    Wish,
    estimated,
    files,
    not_filled_in,
    prepare,
    shown,
    wish_of,
)
from competenties.editor.security import DOCUMENT_POLICY
from competenties.editor.site import reader_language, render, site_of
from competenties.findings import CompetentiesError, Finding
from competenties.messages import Language, Phrase, join_words

ROUTER = APIRouter()

FRAME_POLICY = DOCUMENT_POLICY.replace("sandbox", "sandbox allow-same-origin")
"""The page around a preview has to find and keep its scroll position; no script runs in it."""

PRINT_POLICY = DOCUMENT_POLICY.replace("frame-ancestors 'self'; sandbox", "frame-ancestors 'none'")
"""A page by itself: nothing but a document, without script."""

_MOST_SHOWN = 12
_MOST_MISSING = 5

WORDS: dict[str, Phrase] = {
    "pages": Phrase(nl="Ongeveer {count} pagina's in Word", en="About {count} pages in Word"),
    "one_page": Phrase(nl="Ongeveer 1 pagina in Word", en="About 1 page in Word"),
    "errors_title": Phrase(
        nl="Nog {count} keer een fout. Los die eerst op:",
        en="Still {count} errors. Mend these first:",
    ),
    "one_error_title": Phrase(
        nl="Er is nog één fout. Los die eerst op:", en="There is still one error. Mend it first:"
    ),
    "and_more": Phrase(nl="en nog {count}", en="and {count} more"),
    "anyway": Phrase(
        nl="Toch maken: het document zegt dan zelf dat er fouten in staan",
        en="Make it anyway: the document then says itself that there are errors in it",
    ),
    "never": Phrase(
        nl="Door deze fouten zou ongemerkt tekst ontbreken. Het document kan pas daarna.",
        en="Because of these errors text would be missing unnoticed. The document has to wait.",
    ),
    "missing": Phrase(
        nl="Nog niet ingevuld in het functieprofiel {name}: {blocks}. Het document kan wel, maar mist dit.",
        en="Not filled in yet in the job profile {name}: {blocks}. The document can be made, but lacks "
        "this.",
    ),
    "to_profile": Phrase(nl="Naar het functieprofiel", en="To the job profile"),
    "to_field": Phrase(nl="Naar het veld", en="To the field"),
    "not_made": Phrase(nl="Dit document is nog niet gemaakt", en="This document was not made yet"),
    "back": Phrase(nl="Terug naar de formulieren", en="Back to the forms"),
    "advice": Phrase(nl="Goed om te weten", en="Good to know"),
}
_EMPTY_PAGE = (
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><p>{said}</p></body></html>"
)


@ROUTER.get("/profiles/{profile}/preview")
def profile_preview(request: Request, profile: str, document: str = "job-profile") -> Response:
    """Return a document on one profile as the page that stands beside it."""
    return _page(request, _wish(request, document, [profile]), FRAME_POLICY)


@ROUTER.get("/documents/{document}/preview")
def document_preview(request: Request, document: str) -> Response:
    """Return a document as a page in a frame."""
    return _page(request, _wish(request, document), FRAME_POLICY)


@ROUTER.get("/print/{document}")
def print_page(request: Request, document: str) -> Response:
    """Return a document by itself, to be printed by the browser."""
    return _page(request, _wish(request, document), PRINT_POLICY)


@ROUTER.get("/documents/{document}/facts", response_class=HTMLResponse)
def document_facts(request: Request, document: str) -> Response:
    """Return what there is to know about a document: its pages, and the errors in the way."""
    language = reader_language(request)
    try:
        prepared = prepare(site_of(request).session.workspace(), _wish(request, document))
        count, advice = estimated(prepared)
    except CompetentiesError as error:
        return _facts(request, {"refusal": error.say(language)})
    return _facts(request, _about(request, prepared, advice, count))


@ROUTER.get("/documents/{document}/file")
def document_download(request: Request, document: str) -> Response:
    """Return a document as a file, several as a zip file; with errors a page that names them."""
    language = reader_language(request)
    wish = _wish(request, document)
    prepared = prepare(site_of(request).session.workspace(), wish)
    if prepared.all_errors and not (wish.anyway and prepared.is_readable):
        about = _about(request, prepared, [], 0)
        return render(request, "document_refused.html", WORDS, status=409, **about, facts=False)
    made = [(name, one.raw) for name, one in files(prepared)]
    if len(made) == 1:
        return download(*made[0])
    return download(f"{wish.kind.TITLE.say(language)}.zip", zipped(made))


def _wish(request: Request, document: str, about: list[str] | None = None) -> Wish:
    query = request.query_params
    named = about or [*query.getlist("profile"), *query.getlist("framework")]
    return wish_of(document, query, named, reader_language(request))


def _page(request: Request, wish: Wish, policy: str) -> Response:
    """Return a document as a page; where there is none, a page that says why."""
    headers = {"Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "unsafe-none"}
    language = reader_language(request)
    try:
        raw = shown(prepare(site_of(request).session.workspace(), wish))
    except CompetentiesError as error:
        from html import escape

        title = escape(wish.kind.TITLE.say(language))
        said = escape(error.say(language))
        raw = _EMPTY_PAGE.format(language=language, title=title, said=said).encode()
    return HTMLResponse(raw, headers=headers)


def _facts(request: Request, about: dict[str, Any]) -> HTMLResponse:
    blank = {"refusal": "", "errors": [], "more": 0, "title": "", "pages": "", "advice": []}
    blank |= {"anyway": "", "never": False, "missing": []}
    return render(request, "document_facts.html", WORDS, **{**blank, **about})


def _about(request: Request, prepared: Prepared, advice: list[str], count: int) -> dict[str, Any]:
    language, wish = reader_language(request), prepared.wish
    errors = prepared.all_errors
    title = WORDS["one_error_title" if len(errors) == 1 else "errors_title"]
    pages = WORDS["one_page" if count == 1 else "pages"].say(language, count=count)
    return {
        "refusal": "",
        "errors": [_shown(request, one, language) for one in errors[:_MOST_SHOWN]],
        "more": max(0, len(errors) - _MOST_SHOWN),
        "title": title.say(language, count=len(errors)) if errors else "",
        "pages": pages if count else "",
        "advice": advice,
        "missing": _missing(prepared, language),
        "anyway": _anyway(request, wish) if errors and prepared.is_readable else "",
        "never": bool(errors) and not prepared.is_readable,
    }


def _missing(prepared: Prepared, language: Language) -> list[tuple[str, str]]:
    """Return what is still empty in the first profiles, each with where it is filled in."""
    return [
        (
            WORDS["missing"].say(
                language,
                name=profile.name,
                blocks=join_words([one.say(language) for one in blocks], language),
            ),
            f"/profiles/{quote(profile.id)}",
        )
        for profile, blocks in not_filled_in(prepared)[:_MOST_MISSING]
    ]


def _anyway(request: Request, wish: Wish) -> str:
    query = [
        (name, value) for name, value in request.query_params.multi_items() if name != "anyway"
    ]
    return f"/documents/{wish.kind.NAME}/file?{urlencode([*query, ('anyway', '1')])}"


def _shown(request: Request, one: Finding, language: Language) -> dict[str, str]:
    return {
        "message": message_of(one, language),
        "advice": advice_of(one, language),
        "address": mending_address(site_of(request).session, one),
    }
