"""The program as functions, for other programs; `import competenties` has these names."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Unpack

from competenties.documents import DocumentFile, document_file
from competenties.documents.making import make, refuse_choices, template_for
from competenties.documents.material import (
    Material,
    blocking_errors,
    compared_with,
    materials,
    profile_request,
)
from competenties.documents.request import Choices, WorkspaceRequest
from competenties.findings import NotFoundError, RefusedError
from competenties.messages import LANGUAGES, Language, Phrase, Spoken, is_language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace import documents
from competenties.workspace import workspace as workspaces
from competenties.workspace.documents import Document
from competenties.workspace.workspace import Workspace

save = documents.save
document_request = profile_request

About = JobProfile | Framework | Sequence[JobProfile] | None
"""What a document is about; None stands for all job profiles, or for the only framework."""

_HAS_ERRORS = Phrase(
    nl='Het document is niet gemaakt, want "{name}" heeft nog fouten. De eerste: {first}',
    en='The document was not made, since "{name}" still has errors. The first: {first}',
)
_OTHER_SUBJECT = Phrase(
    nl="{title} ({name}) gaat over {wanted}. Geef dat op.",
    en="{title} ({name}) is about {wanted}. Give that.",
)
_SUBJECTS = {
    "profile": Phrase(nl="één functieprofiel", en="one job profile"),
    "profiles": Phrase(nl="een lijst van functieprofielen", en="a list of job profiles"),
    "framework": Phrase(nl="één competentiemodel", en="one framework"),
}
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


def write(  # noqa: PLR0913  (everything that may be asked of a document)
    workspace: Workspace,
    about: About,
    document: str,
    *,
    language: Language = "nl",
    anyway: bool = False,
    template: str | Path | None = None,
    against: Workspace | None = None,
    **choices: Unpack[Choices],
) -> bytes:
    """Return a document as the bytes of its file.

    `document` is a name such as "rating-sheet", "job-matrix" or "framework-book", and `about` the
    job profile, the job profiles or the framework that it is about; None stands for all profiles of
    the workspace, or for its only framework. `form="feedback"` chooses the kind of form,
    `suffix=".html"` the kind of file, `without={"contacts"}` leaves blocks out, `size="full"` gives
    the long job profile, `minutes=45` is the time for an interview. `template` is a file of Word
    whose styles and pages are used; `against` is the workspace that "job-changes" compares with.

    Raises NotFoundError for another document or language, and RefusedError when what it is about
    has errors, since text could then be missing; with `anyway` the document is made and says at
    its top that there were errors. Also RefusedError when a choice does not belong to the document,
    or a text cannot stand in that kind of file.
    """
    if not is_language(language):
        raise NotFoundError(_UNKNOWN_LANGUAGE, name=str(language), known=", ".join(LANGUAGES))
    kind = document_file(document)
    refuse_choices(document, [*choices, *(["against"] if against else [])])
    material = _material(workspace, kind, about)
    (errors,) = blocking_errors(workspace, [material])
    if errors and not anyway:
        first = Phrase(nl=errors[0].message("nl"), en=errors[0].message("en"))
        raise RefusedError(_HAS_ERRORS, name=_name(material), first=first)
    request = material.request(kind.SUBJECT, language, len(errors))
    if against and isinstance(request, WorkspaceRequest):
        request = compared_with(request, [against])
    suffix = choices.get("suffix") or kind.SUFFIXES[0]
    wishes: dict[str, Any] = {**choices, "suffix": suffix.lower()}
    chosen = Path(template) if template else None
    opened = template_for(chosen, suffix, workspace, document)
    return make(kind, replace(request, **wishes), Path(f"{document}{suffix}"), opened).raw


def _material(workspace: Workspace, kind: DocumentFile, about: About) -> Material:
    """Return what a document is made of. Raises RefusedError for what it cannot be about."""
    match kind.SUBJECT, about:
        case ("profile", JobProfile() as profile):
            return Material(workspace, profile.id, (_profile_file(workspace, profile),))
        case ("framework", Framework() as framework):
            return Material(
                workspace, framework.id, frameworks=(_framework_file(workspace, framework),)
            )
        case ("profiles" | "framework", None):
            found = materials(workspace, kind.SUBJECT)
            if len(found) == 1:
                return found[0]
        case ("profiles", [*several]) if all(isinstance(one, JobProfile) for one in several):
            return Material(
                workspace, profiles=tuple(_profile_file(workspace, one) for one in several)
            )
    wanted = _SUBJECTS[kind.SUBJECT]
    raise RefusedError(_OTHER_SUBJECT, title=kind.TITLE, name=kind.NAME, wanted=wanted)


def _name(material: Material) -> Spoken:
    """Return what a material is called, as a sentence says it."""
    names = [one.model.name for one in material.files if one.model]
    return names[0] if len(names) == 1 else ", ".join(one.path.stem for one in material.files)


def _profile_file(workspace: Workspace, profile: JobProfile) -> Document[JobProfile]:
    """Return the file that a profile came from; a profile made in code has none yet."""
    found = (one for one in workspace.known_profiles if one.whole and one.model == profile)
    return next(found, None) or documents.new_profile(profile, Path(f"{profile.id}.json"))


def _framework_file(workspace: Workspace, framework: Framework) -> Document[Framework]:
    """Return the file that a framework came from; one made in code has none yet."""
    found = (one for one in workspace.known_frameworks if one.whole and one.model == framework)
    return next(found, None) or documents.new_framework(framework, Path(f"{framework.id}.json"))
