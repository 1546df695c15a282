"""Loads the other screens after the first page is out, or when one of them is asked for.

They bring the libraries of documents, formats and the check; the first page needs none of those.
"""

import importlib
import pkgutil
import threading

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from competenties.editor import screens

_EARLY = ("/static/", "/api/events", "/api/v1/workspace", "/preferences")


class LaterScreens:
    """The application, with the screens that are loaded later."""

    def __init__(self, app: ASGIApp, api: FastAPI) -> None:
        """Load the screen of the first page only; `api` is where screens are added."""
        self.app = app
        self._api = api
        self._lock = threading.Lock()
        self._is_loaded = False
        self._add("workspace")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with every screen there where it may need one."""
        path = scope.get("path", "")
        if not self._is_loaded and path != "/" and not path.startswith(_EARLY):
            await run_in_threadpool(self.load)
        await self.app(scope, receive, send)

    def load(self) -> None:
        """Load every screen; does nothing the second time."""
        with self._lock:
            if not self._is_loaded:
                for name in sorted(one.name for one in pkgutil.iter_modules(screens.__path__)):
                    if name != "workspace":
                        self._add(name)
                self._is_loaded = True

    def _add(self, name: str) -> None:
        router = importlib.import_module(f"{screens.__name__}.{name}").ROUTER
        self._api.include_router(router, include_in_schema=False)
