"""Files on disk: bounded reading inside a folder, and writing that never leaves half a file."""

import contextlib
import hashlib
import os
import secrets
import time
from pathlib import Path

from competenties.findings import Finding, Place, RefusedError, Rule
from competenties.messages import Phrase, Spoken
from competenties.workspace import problems

MOST_BYTES = 50_000_000
"""A framework with 50,000 indicators is about 15 MB."""

_MEGABYTE = 1_000_000
_TRIES = 40
_WAIT_SECONDS = 0.05  # times the number of the try: two seconds and a bit in the worst case
_STALE_SECONDS = 60.0

_NO_ACCESS = Phrase(nl="geen toegang", en="no access")
_BROKEN_LINK = Phrase(nl="het bestand bestaat niet", en="the file does not exist")


def read_bytes(path: Path, root: Path | None = None) -> tuple[bytes, list[Finding]]:
    """Return the content of a file, and the finding that says why there is none.

    With `root` a file that lies outside that folder, behind a link for example, is refused.
    """
    if root is not None and not is_inside(path, root):
        return b"", [_finding(problems.OUTSIDE, found=path.name)]
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            size_shown = -(-size // _MEGABYTE)
            most = MOST_BYTES // _MEGABYTE
            return b"", [_finding(problems.TOO_LARGE, size=size_shown, most=most)]
        return path.read_bytes(), []
    except FileNotFoundError:
        return b"", [_finding(problems.UNREADABLE, reason=_BROKEN_LINK)]
    except OSError:
        if path.is_dir():
            return b"", [_finding(problems.IS_FOLDER)]
        return b"", [_finding(problems.UNREADABLE, reason=_NO_ACCESS)]


def is_inside(path: Path, root: Path) -> bool:
    """Tell whether a path, with every link in it followed, stays inside a folder."""
    return path.resolve().is_relative_to(root.resolve())


def as_argument(path: Path | str) -> str:
    """Return a path as a command line takes it: in quotes where it has a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def content_hash(raw: bytes) -> str:
    """Return a hash by which a change on disk is seen."""
    return hashlib.sha256(raw).hexdigest()


def save_bytes(path: Path, content: bytes, *, replaces: str | None = None) -> None:
    """Write a file whole or not at all: after a crash there is the old file or the new one.

    `replaces` is the `content_hash` of what was read before; None says that there was no file.
    Raises RefusedError when the file on disk is another one by now, or cannot be written.
    """
    _refuse_unseen(path, replaces)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path)
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        replace_patiently(temporary, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise RefusedError(_CANNOT_WRITE, path=path.name, folder=str(path.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


_CHANGED = Phrase(
    nl="{path} is intussen door iemand anders gewijzigd en is niet overschreven. "
    "Open het opnieuw en breng de wijziging daar aan.",
    en="{path} was changed by somebody else in the meantime and has not been overwritten. "
    "Open it again and make the change there.",
)
_CANNOT_WRITE = Phrase(
    nl="{path} kan niet worden geschreven in {folder}. "
    "Sluit het bestand in andere programma's en controleer of u in die map mag schrijven.",
    en="{path} cannot be written in {folder}. "
    "Close the file in other programs and check that you may write in that folder.",
)


def replace_patiently(source: Path, target: Path) -> None:
    """Move a file into place; on Windows a virus scanner may hold the old one for a moment."""
    for attempt in range(_TRIES):
        try:
            os.replace(source, target)  # noqa: PTH105  (the same, but says what matters here)
        except PermissionError:
            if attempt == _TRIES - 1 or os.name != "nt":
                raise
            time.sleep(_WAIT_SECONDS * (attempt % 3))
        else:
            return


def _refuse_unseen(path: Path, replaces: str | None) -> None:
    try:
        on_disk = content_hash(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        on_disk = None
    except OSError as error:
        raise RefusedError(_CANNOT_WRITE, path=path.name, folder=str(path.parent)) from error
    if on_disk != replaces:
        raise RefusedError(_CHANGED, path=path.name)


def _clear_leftovers(path: Path) -> None:
    """Remove what a save that was killed left behind; a recent one may still be at work."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that for a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _finding(rule: Rule, **values: Spoken) -> Finding:
    return Finding(rule, Place(), values)
