"""Files that somebody imports, in memory between the steps: a few, bounded, and never on disk."""

import secrets
import threading
import time
from dataclasses import dataclass, field

from starlette.requests import Request

from competenties.findings import NotFoundError, RefusedError
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Source
from competenties.messages import Phrase

MOST_FILES = 6
MOST_BYTES = 60_000_000
SECONDS = 3600.0

_GONE = Phrase(
    nl="Dit bestand is niet meer in het geheugen. Kies het opnieuw; er is niets gewijzigd.",
    en="This file is not in memory any more. Choose it again; nothing was changed.",
)
_TOO_LARGE = Phrase(
    nl="Deze bestanden zijn samen groter dan {most} MB. Kies er minder.",
    en="These files together are larger than {most} MB. Choose fewer.",
)


@dataclass(frozen=True)
class Wishes:
    """What somebody said about a file: how to read it, and what it becomes."""

    format: str = ""
    name: str = ""
    language: str = ""
    known: str = ""
    sheets: tuple[str, ...] | None = None
    """The sheets that take part; None where nothing was said of them."""

    columns: tuple[tuple[str, str], ...] = ()
    """A title, or a letter, with what the column is."""


@dataclass
class Upload:
    """A file with what was said about it, and the plan that this gave."""

    source: Source
    at: float
    wishes: Wishes = field(default_factory=Wishes)
    planned: tuple[object, ImportPlan] | None = None
    sheet_names: tuple[tuple[str, bool], ...] | None = None
    """The sheets of a table, and whether they are hidden, once the file was read for them."""

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.source.raw) + sum(len(one.raw) for one in self.source.more)


class ImportStore:
    """The files by a key that nobody can guess; the oldest goes when there are too many."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._uploads: dict[str, Upload] = {}

    def put(self, source: Source, wishes: Wishes) -> str:
        """Keep a file for an hour, and return its key. Raises RefusedError for too much."""
        upload = Upload(source, time.monotonic(), wishes)
        if upload.size > MOST_BYTES:
            raise RefusedError(_TOO_LARGE, most=MOST_BYTES // 1_000_000)
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._uploads[key] = upload
            self._tidy()
        return key

    def get(self, key: str) -> Upload:
        """Return a file. Raises NotFoundError when it is gone."""
        with self._lock:
            self._tidy()
            if key not in self._uploads:
                raise NotFoundError(_GONE)
            return self._uploads[key]

    def drop(self, key: str) -> None:
        """Forget a file."""
        with self._lock:
            self._uploads.pop(key, None)

    def _tidy(self) -> None:
        end = time.monotonic() - SECONDS
        for key in [key for key, one in self._uploads.items() if one.at < end]:
            del self._uploads[key]
        while len(self._uploads) > MOST_FILES or self._size() > MOST_BYTES:
            del self._uploads[next(iter(self._uploads))]

    def _size(self) -> int:
        return sum(one.size for one in self._uploads.values())


def imports_of(request: Request) -> ImportStore:
    """Return the files that are being imported into the workspace of a request."""
    state = request.app.state
    if not hasattr(state, "imports"):
        state.imports = ImportStore()
    found: ImportStore = state.imports
    return found
