"""What the check has to say while somebody writes: the touched sentence at once, the rest soon after."""

import threading
import time
from typing import TYPE_CHECKING, Any

from competenties.editor.events import Hub
from competenties.findings import Finding, Place
from competenties.messages import LANGUAGES, Language
from competenties.model.framework import Framework
from competenties.workspace.session import Happened, Session

if TYPE_CHECKING:
    from competenties.checking.check import Report

_QUIET_SECONDS = 0.5
"""How long nobody has written before the whole is checked again."""


class FindingsNow:
    """The last report about the workspace, made again by a thread of its own after edits."""

    def __init__(self, session: Session, hub: Hub) -> None:
        """Watch a session; nothing is checked before `start`."""
        self._session, self._hub = session, hub
        self._lock = threading.Lock()
        self._asked = threading.Event()
        self._is_stopped = False
        self._last_edit = 0.0
        self._report: Report | None = None
        self._is_stale = True
        self.is_starting = False
        """The first check is still to come: it loads the word lists, and no answer waits for those."""
        session.watchers.append(self._note)

    def start(self) -> None:
        """Begin to check in the background."""
        threading.Thread(target=self._run, name="check", daemon=True).start()
        self._asked.set()

    def stop(self) -> None:
        """End the background check."""
        self._is_stopped = True
        self._asked.set()

    @property
    def report(self) -> "Report | None":
        """The last report, None while the first one is still being made; it may be a moment old."""
        return self._report

    def fresh(self) -> "Report":
        """Return a report about the workspace as it is now, whatever time that takes."""
        with self._lock:
            if self._report is None or self._is_stale:
                from competenties.checking import check

                self._is_stale = False
                self._report = check(self._session.workspace(), documents=_documents())
                self.is_starting = False
            return self._report

    def of_document(self, name: str) -> list[Finding]:
        """Return the last findings about one document, such as frameworks/basis."""
        report = self._report
        file = f"{name}.json"
        return [one for one in report.findings if one.place.file == file] if report else []

    def of_sentence(
        self, text: str, language: str, item: str, path: tuple[Any, ...]
    ) -> list[Finding]:
        """Return what there is to say about the wording of one sentence, at once."""
        from competenties.checking.sentences import house_of
        from competenties.wording import check_sentence

        spoken: Language | None = next((one for one in LANGUAGES if one == language[:2]), None)
        if spoken is None or not text.strip():
            return []
        workspace = self._session.workspace()
        frameworks: list[Framework] = [one.model for one in workspace.frameworks if one.model]
        found = check_sentence(text, spoken, house_of(workspace.settings, frameworks))
        switched_off = workspace.settings.check.severities
        return [
            Finding(
                one.rule, Place(item=item, path=path, span=one.place.span), one.values, one.severity
            )
            for one in found
            if switched_off.get(one.rule.name) != "off"
        ]

    def _note(self, _: Happened) -> None:
        self._last_edit = time.monotonic()
        self._is_stale = True
        self._asked.set()

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            while (quiet := time.monotonic() - self._last_edit) < _QUIET_SECONDS:
                time.sleep(_QUIET_SECONDS - quiet)
            if self._is_stopped:
                return
            report = self.fresh()
            self._hub.tell(
                "findings", {"errors": report.summary.errors, "all": len(report.findings)}
            )


def _documents() -> list[str]:
    from competenties.documents import document_files

    return list(document_files())
