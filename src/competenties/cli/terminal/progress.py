"""Progress of long work, on stderr: a bar on a terminal, now and then a line elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from competenties.messages import Language, Phrase, Spoken

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_LINE = Phrase(nl="{what}: {done} van {total}", en="{what}: {done} of {total}")
_LEFT = Phrase(
    nl="{what}: {done} van {total}, nog ongeveer {left}",
    en="{what}: {done} of {total}, about {left} left",
)
_SECONDS = Phrase(nl="{count} seconden", en="{count} seconds")
_MINUTES = Phrase(nl="{count} minuten", en="{count} minutes")

_QUIET, _BETWEEN = 1.0, 5.0
"""Seconds in which nothing is shown, and between two lines where no bar can be drawn."""
_LONG = 120


@contextmanager
def watching(language: Language) -> Iterator["Watching"]:
    """Show how work gets on as long as this lasts; work that is over soon shows nothing."""
    shown = Watching(language)
    try:
        yield shown
    finally:
        shown.stop()


class Watching:
    """Takes in how far the work is, kind by kind, and shows it."""

    def __init__(self, language: Language) -> None:
        """Begin to watch now."""
        self._language = language
        self._start = self._told = monotonic()
        self._kinds: dict[Phrase, float] = {}
        self._bar: Progress | None = None
        self._bars: dict[Phrase, TaskID] = {}

    def __call__(self, what: Phrase, done: int, total: int) -> None:
        """Show how much of something has been done, when there is reason to."""
        now = monotonic()
        self._kinds.setdefault(what, now)
        if now - self._start < _QUIET:
            return
        if sys.stderr.isatty():
            self._draw(what, done, total)
        elif now - self._told >= _BETWEEN:
            self._told = now
            print(self._line(what, done, total), file=sys.stderr, flush=True)

    def stop(self) -> None:
        """Leave the terminal as it was."""
        if self._bar is not None:
            self._bar.stop()

    def _draw(self, what: Phrase, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
        if what not in self._bars:
            self._bars[what] = self._bar.add_task(what.say(self._language), total=total)
        self._bar.update(self._bars[what], completed=done, total=total)

    def _line(self, what: Phrase, done: int, total: int) -> str:
        spent = monotonic() - self._kinds[what]
        said: dict[str, Spoken] = {"what": what, "done": done, "total": total}
        if not done or done >= total or spent < _QUIET:
            return _LINE.say(self._language, **said)
        return _LEFT.say(self._language, **said, left=_duration(spent / done * (total - done)))


def _duration(seconds: float) -> Phrase:
    """Return a length of time in words that need not be exact."""
    if seconds > _LONG:
        return _MINUTES.filled(count=round(seconds / 60))
    return _SECONDS.filled(count=max(1, round(seconds)))


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
