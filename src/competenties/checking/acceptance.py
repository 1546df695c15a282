"""Accepted findings: which ones still match, and which do not."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from competenties.checking.rules.stale_acceptance import stale
from competenties.findings import Finding, Path
from competenties.model.fingerprint import canonical, text_hash
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.record import Acceptance
from competenties.workspace.documents import Document
from competenties.workspace.placing import item_paths

_Key = tuple[str, str, str, str]


class Acceptances:
    """The acceptances of a workspace; remembers which of them matched a finding."""

    def __init__(self, documents: Iterable[Document[Framework] | Document[JobProfile]]) -> None:
        """Collect the acceptances of every document."""
        self._documents = {one.file: one for one in documents if one.model and one.model.accepted}
        self._items: dict[str, dict[str, Path]] = {}
        self._open: dict[_Key, tuple[int, Acceptance]] = {}
        self._matched: set[_Key] = set()
        self._errors: set[_Key] = set()
        self.used = 0
        for file, document in self._documents.items():
            accepted = document.model.accepted if document.model else ()
            for position, one in enumerate(accepted):
                self._open[(file, one.rule, one.item, one.field)] = (position, one)

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding was accepted, with the text as it is now.

        An error is never accepted, unless it is advice on what was written.
        """
        place = finding.place
        keys = [(place.file, finding.rule.name, place.item, field) for field in (place.field, "")]
        key = next((one for one in keys if one in self._open), None)
        if key is None:
            return False
        if finding.severity == "error" and not finding.rule.is_advice:
            self._errors.add(key)
            return False
        now = self._text_hash(place.file, place.item, place.path)
        if self._open[key][1].text_hash not in ("", now):
            return False
        self._matched.add(key)
        self.used += 1
        return True

    def unused(self, switched_off: Collection[str]) -> Iterator[Finding]:
        """Yield a hint for every acceptance that matched nothing, of the rules that are on."""
        for key, (position, acceptance) in self._open.items():
            model = self._documents[key[0]].model
            if model is not None and key not in self._matched and key[1] not in switched_off:
                is_error = key in self._errors
                hint = stale(model.id, model.name, position, acceptance, is_error=is_error)
                yield hint.at(file=key[0])

    def _text_hash(self, file: str, item: str, path: Path) -> str:
        data = self._documents[file].data
        if file not in self._items:
            self._items[file] = item_paths(data)
        for step in (*self._items[file].get(item, ()), *path):
            try:
                data = data[step]
            except (KeyError, IndexError, TypeError):
                return ""
        return acceptance_hash(data)


def acceptance_hash(value: Any) -> str:
    """Return the hash of a field's text for an acceptance; of anything but a text it is empty."""
    if isinstance(value, str):
        return text_hash(value)
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return text_hash(canonical(value))
    return ""
