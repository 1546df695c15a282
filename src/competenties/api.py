"""The program as functions, for other programs; `import competenties` has these names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from competenties.checking import check
from competenties.documents import DocumentFile, document_files
from competenties.documents.request import Choices, ProfileRequest
from competenties.findings import Finding, NotFoundError, RefusedError
from competenties.messages import LANGUAGES, Language, Phrase, is_language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.render import render
from competenties.workspace import documents
from competenties.workspace import workspace as workspaces
from competenties.workspace.documents import Document
from competenties.workspace.workspace import Workspace

save = documents.save

_HAS_ERRORS = Phrase(
    nl='Het document is niet gemaakt, want "{profile}" heeft nog fouten. De eerste: {first}',
    en='The document was not made, since "{profile}" still has errors. The first: {first}',
)
_UNKNOWN_DOCUMENT = Phrase(
    nl='Er is geen document "{name}". Kies uit: {known}.',
    en='There is no document "{name}". Choose from: {known}.',
)
_UNKNOWN_LANGUAGE = Phrase(
    nl='Documenten in de taal "{name}" zijn er niet. Kies uit: {known}.',
    en='There are no documents in the language "{name}". Choose from: {known}.',
)


def open_workspace(path: str | Path) -> Workspace:
    """Return the workspace in a folder, or a single file as one. Raises NotFoundError."""
    return workspaces.open_path(str(path))


def read_framework(path: str | Path) -> Document[Framework]:
    """Return the framework in a file, with everything that is wrong with the file."""
    return documents.read_framework(Path(path))


def read_profile(path: str | Path) -> Document[JobProfile]:
    """Return the job profile in a file, with everything that is wrong with the file."""
    return documents.read_profile(Path(path))


def write(
    workspace: Workspace,
    profile: JobProfile,
    document: str,
    *,
    language: Language = "nl",
    anyway: bool = False,
    **choices: Unpack[Choices],
) -> bytes:
    """Return a document on a profile as the bytes of its file.

    `document` is a name such as "rating-sheet" or "job-profile"; `form="feedback"` chooses the kind
    of form, `suffix=".html"` the kind of file, `without={"contacts"}` leaves blocks out. Raises
    NotFoundError for another document or language, and RefusedError when the profile has errors, since text could then be
    missing; with `anyway` the document is made and says at its top that there were errors. Also
    RefusedError when a text cannot stand in that kind of file.
    """
    if not is_language(language):
        raise NotFoundError(_UNKNOWN_LANGUAGE, name=str(language), known=", ".join(LANGUAGES))
    kind = document_file(document)
    errors = blocking_errors(workspace, _document_of(workspace, profile))
    if errors and not anyway:
        first = Phrase(nl=errors[0].message("nl"), en=errors[0].message("en"))
        raise RefusedError(_HAS_ERRORS, profile=profile.name, first=first)
    request = document_request(workspace, profile, language, len(errors))
    path = Path(f"{document}{choices.get('suffix') or kind.SUFFIXES[0]}")
    return render(kind.build(replace(request, **choices)), path)


def document_file(name: str) -> DocumentFile:
    """Return a kind of document by its name. Raises NotFoundError."""
    known = document_files()
    if name not in known:
        raise NotFoundError(_UNKNOWN_DOCUMENT, name=name, known=", ".join(known))
    return known[name]


def document_request(
    workspace: Workspace, profile: JobProfile, language: Language, errors: int = 0
) -> ProfileRequest:
    """Return what a document on a profile is made of."""
    frameworks = workspace.frameworks_by_id()
    return ProfileRequest(profile, frameworks, language, workspace.settings, errors)


def blocking_errors(workspace: Workspace, document: Document[JobProfile]) -> Sequence[Finding]:
    """Return the errors in a profile and in the frameworks that it uses."""
    model = document.model
    used = {model.framework_of(one) for one in model.requirements} if model else set()
    whole = workspace.around or workspace
    narrowed = replace(
        whole,
        frameworks=tuple(one for one in whole.frameworks if one.path.stem in used),
        profiles=(document,),
        around=whole,
    )
    found = check(narrowed, advice=False).findings
    return [one for one in found if one.severity == "error"]


def _document_of(workspace: Workspace, profile: JobProfile) -> Document[JobProfile]:
    """Return the file that a profile came from; a profile made in code has none yet."""
    found = (one for one in workspace.known_profiles if one.whole and one.model == profile)
    return next(found, None) or documents.new_profile(profile, Path(f"{profile.id}.json"))
