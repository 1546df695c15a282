"""Who may talk to the editor: this browser, on this computer, with the token of this start.

A page of another site that is open in the same browser may send requests to this address too; so
every request has to name this host (against DNS rebinding), carry the cookie that the launch gave
(SameSite=Strict), and come from our own pages where it changes something (Origin, Fetch Metadata).
"""

import hmac

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from competenties.messages import Phrase

START = "/start"
MOST_BODY = 60_000_000
"""Bytes of a request; the largest file that is read (50 MB), and a bit."""

PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
)
"""Of a document that is shown in a frame: it has styles of its own and may do nothing."""

_HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_ON_PARTS = "x-content-type-options"
"""All that means something on a script or a style, of which a page has some twenty."""

_OPEN_AGAIN = Phrase(
    nl="Deze pagina hoort bij een editor die anders is gestart. Start haar met: competenties edit",
    en="This page belongs to an editor that was started otherwise. Start it with: competenties edit",
)
_ELSEWHERE = Phrase(
    nl="Dit verzoek komt niet van de editor zelf en is geweigerd.",
    en="This request does not come from the editor itself and was refused.",
)
_TOO_LARGE = Phrase(
    nl="Dit bestand is te groot: ten hoogste 50 MB.", en="This file is too large: at most 50 MB."
)
_SAFE = ("GET", "HEAD", "OPTIONS")


def cookie_name(port: int) -> str:
    """Return the name of the cookie: all ports of a host share cookies, and two editors may run."""
    return f"competenties-session-{port}"


class TooLargeError(HTTPException):
    """A body that goes on after it should have ended; the library turns others into "bad request"."""

    def __init__(self) -> None:
        """Say it in both languages: who sent so much may have no cookie yet."""
        super().__init__(413, f"{_TOO_LARGE.nl} {_TOO_LARGE.en}")


class Guard:
    """Lets through what this browser sends with the token, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, *, token: str, hosts: frozenset[str], port: int = 0) -> None:
        """Guard an app; `hosts` are the values of Host that are ours."""
        self.app, self._token, self._hosts = app, token, hosts
        self._cookie = cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        send = _with_headers(send)
        refusal = self._refusal(Request(scope))
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.app(scope, _bounded(receive), send)

    def _refusal(self, request: Request) -> Response | None:
        if request.headers.get("host", "") not in self._hosts:
            return _said(421, _ELSEWHERE)
        if request.url.path == START and request.method == "GET":
            return self._launch(request)
        if not self._is_known(request.cookies.get(self._cookie, "")):
            return _said(403, _OPEN_AGAIN)
        if not self._is_own(request):
            return _said(403, _ELSEWHERE)
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MOST_BODY:
            return _said(413, _TOO_LARGE)
        return None

    def _launch(self, request: Request) -> Response:
        if not self._is_known(request.query_params.get("token", "")):
            return _said(403, _OPEN_AGAIN)
        target = request.query_params.get("to", "/")
        is_ours = target.startswith("/") and not target.startswith(("//", "/\\"))
        answer = RedirectResponse(target if is_ours else "/", status_code=303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _is_known(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._token.encode())

    def _is_own(self, request: Request) -> bool:
        """Tell whether a request comes from our own pages, or only reads and comes from no page."""
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return False
        if request.method in _SAFE:
            return site in (None, "none", "same-origin")
        return site == "same-origin" or (site is None and origin is not None)


def _said(status: int, phrase: Phrase) -> Response:
    return PlainTextResponse(f"{phrase.nl}\n{phrase.en}\n", status_code=status)


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = Headers(raw=message.get("headers", []))
            headers = MutableHeaders(raw=list(message.get("headers", [])))
            is_part = present.get("content-type", "").startswith(("text/javascript", "text/css"))
            for name, value in _HEADERS.items():
                if name not in present and not (is_part and name != _ON_PARTS):
                    headers[name] = value
            message = {**message, "headers": headers.raw}
        await send(message)

    return wrapped


def _bounded(receive: Receive) -> Receive:
    """Return a receiver that stops a body without a stated length when it is too large."""
    got = 0

    async def wrapped() -> Message:
        nonlocal got
        message = await receive()
        if message["type"] == "http.request":
            got += len(message.get("body", b""))
            if got > MOST_BODY:
                raise TooLargeError
        return message

    return wrapped
