"""Starting the editor: one server a workspace, on this computer only, opened in the browser."""

import contextlib
import json
import os
import secrets
import signal
import socket
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path
from types import FrameType
from urllib.parse import urlencode

import platformdirs
import uvicorn
from starlette.types import ASGIApp

from competenties.editor.app import create_app, load_screens, site_in
from competenties.editor.security import cookie_name
from competenties.workspace.files import content_hash
from competenties.workspace.session import Session
from competenties.workspace.turns import claim

_SAVE_SECONDS = 1.0
_LOOK_SECONDS = 2.0
"""How often files are looked at for changes by others."""

_KEEP_SECONDS = 75
"""How long a quiet connection stays: a request on one that is just closed would be cut off."""

_FIRST_PAGE_SECONDS = 0.7
_START_SECONDS = 10.0
"""How long we wait for an editor that somebody else is starting, or that is stopping."""


class PortTakenError(Exception):
    """Another program has the port that was asked for."""


@dataclass(frozen=True)
class Running:
    """An editor that is running: where it is reached, and by which token."""

    port: int
    token: str
    pid: int

    def address(self, to: str = "/") -> str:
        """Return the address that opens it; it holds the token, so it is never logged."""
        return f"http://127.0.0.1:{self.port}/start?{urlencode({'token': self.token, 'to': to})}"


def running(root: Path) -> Running | None:
    """Return the editor that this user runs for a workspace, if it answers."""
    found = _known(root)
    if found is None:
        return None
    with contextlib.suppress(OSError, ValueError):
        request = urllib.request.Request(
            f"http://127.0.0.1:{found.port}/api/v1/workspace",
            headers={"Cookie": f"{cookie_name(found.port)}={found.token}"},
        )
        # Past any proxy: it does not know this computer from the inside, and would see the token.
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=2) as answer:
            return found if answer.status == HTTPStatus.OK else None
    return None


def running_or_claimed(root: Path) -> Running | None:
    """Return the editor that this user runs for a workspace; None when it is ours to run.

    Of two that are started at once the second one waits for the first.
    """
    until = time.monotonic() + _START_SECONDS
    while (found := running(root)) is None and time.monotonic() < until:
        if claim(_note(root).with_suffix(".lock")) is not None:
            break
        time.sleep(0.1)
    return found


def serve(root: Path, *, port: int, opens: bool, ready: Callable[[Running], None]) -> list[str]:
    """Run the editor of a workspace until it is stopped; return what could not be written.

    `port` 0 takes a free one. `ready` is told where it can be reached. Raises NotFoundError for what
    is no workspace, and PortTakenError for a port that is taken.
    """
    known = _known(root)
    with _bound(port or (known.port if known else 0), falls_back=not port) as door:
        session = Session(root)
        token = known.token if known else secrets.token_urlsafe(24)
        found = Running(door.getsockname()[1], token, os.getpid())
        app = create_app(session, token=found.token, port=found.port)
        site = site_in(app)
        site.findings.is_starting = True
        server = _Server(app)
        keeper = _Keeper(session)
        _write_note(root, found)
        threading.Thread(
            target=_when_started,
            args=(server, found, ready),
            kwargs={"opens": opens},
            daemon=True,
        ).start()
        threading.Thread(target=_load_the_rest, args=(server, app), daemon=True).start()
        keeper.start()
        try:
            server.run(sockets=[door])
        finally:
            site.hub.close()
            site.findings.stop()
            keeper.stop()
            unsaved = session.close()
    return unsaved


def last_workspace() -> Path | None:
    """Return the workspace that was edited last, if it is still there."""
    try:
        found = Path((_state_folder() / "last.txt").read_text(encoding="utf-8"))
    except OSError:
        return None
    return found if found.is_dir() else None


class _Server(uvicorn.Server):
    """A server that stops at Ctrl+C and then lets us write the files; the library's own would end us."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=1,
                timeout_keep_alive=_KEEP_SECONDS,
            )
        )
        self._hub = site_in(app).hub

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._hub.close()  # a stream that is still open would be cut off with a complaint
        super().handle_exit(sig, frame)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        names = ("SIGINT", "SIGTERM", "SIGBREAK")
        signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
        before = {one: signal.signal(one, self.handle_exit) for one in signals}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)


class _Keeper(threading.Thread):
    """Writes the files soon after an edit, and takes in what others changed in them."""

    def __init__(self, session: Session) -> None:
        super().__init__(name="keeper", daemon=True)
        self._session, self._stopped = session, threading.Event()

    def run(self) -> None:
        looked = time.monotonic()
        while not self._stopped.wait(_SAVE_SECONDS):
            with contextlib.suppress(OSError):
                if any(not one.is_saved for one in list(self._session.states.values())):
                    self._session.save()
                elif time.monotonic() - looked > _LOOK_SECONDS:
                    looked = time.monotonic()
                    self._session.refresh()

    def stop(self) -> None:
        self._stopped.set()


def _when_started(
    server: uvicorn.Server,
    found: Running,
    ready: Callable[[Running], None],
    *,
    opens: bool,
) -> None:
    while not server.started:
        time.sleep(0.01)
    ready(found)
    if opens:
        webbrowser.open(found.address())


def _load_the_rest(server: uvicorn.Server, app: ASGIApp) -> None:
    """Load the other screens and begin to check, once the browser has had time for the first page."""
    while not server.started:
        time.sleep(0.01)
    time.sleep(_FIRST_PAGE_SECONDS)
    load_screens(app)
    site_in(app).findings.start()


def _bound(port: int, *, falls_back: bool) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        door.close()
        if port and falls_back:
            return _bound(0, falls_back=False)
        raise PortTakenError from error
    return door


def _state_folder() -> Path:
    return platformdirs.user_state_path("competenties", appauthor=False, ensure_exists=True)


def _note(root: Path) -> Path:
    """Return the file that says where the editor of a workspace runs; only this user may read it."""
    name = content_hash(str(root.resolve()).encode())[:24]
    return _state_folder() / f"editor-{name}.json"


def _known(root: Path) -> Running | None:
    """Return where the editor of a workspace ran last.

    The next one takes the same address and token: what a browser kept for it belongs to that
    address, and pages that are still open go on by themselves.
    """
    try:
        data = json.loads(_note(root).read_text(encoding="utf-8"))
        return Running(int(data["port"]), str(data["token"]), int(data["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_note(root: Path, found: Running) -> None:
    path = _note(root)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(found), file)
    (_state_folder() / "last.txt").write_text(str(root.resolve()), encoding="utf-8")
