"""The editor as a web application: its screens, its API, and the guard before them."""

import secrets
from http import HTTPStatus
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from competenties.editor import data_api, operations_api, preferences
from competenties.editor.events import Hub
from competenties.editor.findings_now import FindingsNow
from competenties.editor.later_screens import LaterScreens
from competenties.editor.operations_api import NotWrittenError
from competenties.editor.security import Guard
from competenties.editor.site import HERE, Site, reader_language, render, site_of
from competenties.editor.static_files import Scripts
from competenties.findings import CompetentiesError, NotFoundError
from competenties.messages import Phrase
from competenties.workspace.session import Happened, Session

_PROBLEM = {
    "heading": Phrase(nl="Dat kan niet", en="That cannot be done"),
    "back": Phrase(nl="Naar de werkmap", en="To the workspace"),
}
_NOWHERE = Phrase(
    nl="Deze pagina bestaat niet. Misschien is een onderdeel verwijderd of van naam veranderd.",
    en="There is no such page. Perhaps something was removed, or has another name now.",
)
_WRONG = Phrase(
    nl="De gegevens van dit verzoek kloppen niet.", en="The data of this request are not right."
)


def create_app(session: Session, *, token: str, port: int) -> ASGIApp:
    """Return the editor of a session; it answers only on this host and port, with the token."""
    app = FastAPI(
        title="competenties",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(_note_revisions)],
    )
    hub = Hub()
    site = Site(session, hub, FindingsNow(session, hub), secrets.token_hex(4))
    app.state.site = site
    session.watchers.append(lambda happened: hub.tell(happened.kind, _event(happened)))
    app.include_router(operations_api.ROUTER)
    app.include_router(data_api.ROUTER)
    app.include_router(preferences.ROUTER)
    app.mount("/static", Scripts(directory=HERE / "static"), name="static")
    app.add_exception_handler(CompetentiesError, _said)
    app.add_exception_handler(NotWrittenError, _not_written)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPStatus.NOT_FOUND, _not_found)
    app.add_middleware(GZipMiddleware, minimum_size=400)
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    return Guard(LaterScreens(app, app), token=token, hosts=hosts, port=port)


def site_in(app: ASGIApp) -> Site:
    """Return what the screens of an app share."""
    inner: Any = app
    while isinstance(inner, Guard | LaterScreens):
        inner = inner.app
    found: Site = inner.state.site
    return found


def load_screens(app: ASGIApp) -> None:
    """Load what the first page did not need."""
    if isinstance(app, Guard) and isinstance(app.app, LaterScreens):
        app.app.load()


async def _note_revisions(request: Request) -> None:
    """Note how old a page is at most, before it is made: its tab asks again when it missed something."""
    request.state.revisions = site_of(request).revisions


def _event(happened: Happened) -> dict[str, Any]:
    edit = happened.edit
    return {
        "document": happened.document,
        "revision": happened.revision,
        "client": happened.client,
        "edit": edit.model_dump(mode="json") if edit is not None else None,
    }


async def _said(request: Request, error: Exception) -> Response:
    """Answer with the sentence of an error of ours: as a page, or as JSON for a program."""
    assert isinstance(error, CompetentiesError)  # noqa: S101  (what the handler is registered for)
    status = 404 if isinstance(error, NotFoundError) else 409
    message = error.say(reader_language(request))
    if request.url.path.startswith("/api/"):
        return JSONResponse({"message": message}, status_code=status)
    return render(request, "problem.html", _PROBLEM, status=status, message=message)


async def _not_found(request: Request, _: Exception) -> Response:
    """Answer to an address that is none."""
    message = _NOWHERE.say(reader_language(request))
    if request.url.path.startswith(("/api/", "/static/")):
        return JSONResponse({"message": message}, status_code=HTTPStatus.NOT_FOUND)
    return render(request, "problem.html", _PROBLEM, status=HTTPStatus.NOT_FOUND, message=message)


async def _not_written(_: Request, error: Exception) -> Response:
    return JSONResponse({"message": str(error)}, status_code=507)


async def _not_valid(request: Request, error: Exception) -> Response:
    """Say that a request is not right, without repeating what was in it."""
    assert isinstance(error, RequestValidationError)  # noqa: S101
    places = [".".join(map(str, one["loc"])) for one in error.errors()][:5]
    message = _WRONG.say(reader_language(request))
    return JSONResponse({"message": message, "fields": places}, status_code=422)
