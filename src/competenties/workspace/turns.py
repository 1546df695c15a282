"""Turns: of several programs in one workspace only one replaces a file, and only one is its editor.

The system gives the lock back when a program is killed. Where a drive knows no locks, the hash of
the file is what remains.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

_LOCK = Path(".competenties") / "writing.lock"
_TRIES = 100
_WAIT_SECONDS = 0.02


@contextlib.contextmanager
def my_turn(root: Path) -> Iterator[None]:
    """Wait until nobody else writes, two seconds at most; then go on all the same."""
    handle = None
    with contextlib.suppress(OSError):
        (root / _LOCK).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(root / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        for _ in range(_TRIES if handle is not None else 0):
            try:
                _take(handle)
                break
            except (BlockingIOError, PermissionError):
                time.sleep(_WAIT_SECONDS)
            except OSError:
                break
        yield
    finally:
        if handle is not None:
            os.close(handle)


def claim(path: Path) -> int | None:
    """Take a lock for as long as this program runs; None where another program has it.

    Where a drive knows no locks everybody gets it. Raises OSError where there can be no such file.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle)
    except (BlockingIOError, PermissionError):
        os.close(handle)
        return None
    except OSError:
        pass
    return handle


def _take(handle: int | None) -> None:
    if handle is None:
        return
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
