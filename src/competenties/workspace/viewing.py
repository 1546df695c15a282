"""The workspace as the check and the documents see it, with the edits that no file has yet."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from competenties.findings import Finding
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace.documents import Document, document_of
from competenties.workspace.settings import SETTINGS_FILE, SettingsRead, read_settings
from competenties.workspace.state import State, stamp_of
from competenties.workspace.workspace import Workspace, skipped

_Document = Document[Framework] | Document[JobProfile]


class View:
    """Makes the documents that have changed anew, and keeps the others."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing made."""
        self._root = root
        self._stamp: tuple[int, int] | None = None
        self._settings: tuple[SettingsRead, tuple[Finding, ...]] | None = None
        self._made: dict[str, tuple[tuple[Any, ...], _Document]] = {}

    def workspace(self, states: Mapping[str, State]) -> Workspace:
        """Return the workspace with its documents as they are now."""
        read, findings = self._settings_now()
        ordered = sorted(states.values(), key=lambda one: one.name)
        frameworks = [self._document(one, read) for one in ordered if one.kind == "framework"]
        profiles = [self._document(one, read) for one in ordered if one.kind == "profile"]
        return Workspace(
            root=self._root,
            settings=read.settings,
            findings=findings,
            frameworks=tuple(cast("list[Document[Framework]]", frameworks)),
            profiles=tuple(cast("list[Document[JobProfile]]", profiles)),
        )

    def _document(self, state: State, read: SettingsRead) -> _Document:
        house = read.framework_house if state.kind == "framework" else read.profile_house
        known = self._made.get(state.name)
        made_of = (state.data, state.problem, house)
        if known and all(one is other for one, other in zip(known[0], made_of, strict=True)):
            return known[1]
        made = document_of(state.kind, state.data, state.path, self._root, house)
        if state.problem:
            made = replace(made, model=None, findings=(state.problem,))
        self._made[state.name] = (made_of, made)
        return made

    def _settings_now(self) -> tuple[SettingsRead, tuple[Finding, ...]]:
        """Return the settings; read again when their file has changed."""
        stamp = stamp_of(self._root / SETTINGS_FILE)
        if self._settings is None or stamp != self._stamp:
            read = read_settings(self._root)
            self._settings = (read, (*read.findings, *skipped(self._root)))
            self._stamp = stamp
        return self._settings
