"""The program as functions, for other programs; `import competenties` has these names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Unpack

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
from competenties.findings import NotFoundError, RefusedError, UnusableError
from competenties.formats.applying import Imported, apply
from competenties.formats.exporting import exported
from competenties.formats.importing import planned, source_at
from competenties.formats.loss import Loss
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import LANGUAGES, Language, Phrase, Spoken, is_language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace import documents
from competenties.workspace import workspace as workspaces
from competenties.workspace.documents import Document
from competenties.workspace.files import content_hash, save_bytes
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
_EXISTS = Phrase(
    nl="{path} bestaat al en is niet overschreven. Kies een andere naam of geef force=True op.",
    en="{path} exists already and has not been overwritten. Choose another name or give force=True.",
)
_LEFT_OVER = Phrase(
    nl="Van {path} zijn {count} waarden niet gebruikt. De eerste: {place}, {reason}. Verander het bestand, "
    "of laat strict weg.",
    en="Of {path} {count} values were not used. The first: {place}, {reason}. Change the file, or leave "
    "strict out.",
)
_UNKNOWN_LANGUAGE = Phrase(
    nl='Het programma schrijft niet in de taal "{name}". Kies uit: {known}.',
    en='The program does not write in the language "{name}". Choose from: {known}.',
)


def open_workspace(path: str | Path) -> Workspace:
    """Return the workspace in a folder, or a single file as one. Raises NotFoundError."""
    return workspaces.open_path(str(path))


def read_framework(path: str | Path) -> Document[Framework]:
    """Return the framework in a file, with everything that is wrong with the file.

    `model` of what is returned is the framework, None where the file cannot be used; `findings`
    says what is wrong. To `save` it again, give what is returned and the changed framework.
    """
    return documents.read_framework(Path(path))


def read_profile(path: str | Path) -> Document[JobProfile]:
    """Return the job profile in a file, with everything that is wrong with the file.

    `model` of what is returned is the job profile, None where the file cannot be used.
    """
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
    _refuse_language(language)
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


@dataclass(frozen=True, slots=True)
class ImportedFile(Imported):
    """The models that an import made, and its plan: columns, left-overs and notes."""

    plan: ImportPlan


def export(  # noqa: PLR0913  (everything that may be asked of an export)
    framework: Framework,
    format: str,  # noqa: A002  (the word of the command line)
    path: str | Path,
    *,
    profiles: Sequence[JobProfile] = (),
    preset: str = "",
    levels: Literal["anchors", "branch"] = "anchors",
    language: Language = "nl",
    strict: bool = False,
    force: bool = False,
) -> tuple[Loss, ...]:
    """Write a framework for another program, and return every value that does not come back.

    `format` is a name such as "moodle", "case" or "table", or that of a preset such as "totara";
    `path` a file, or a folder for what becomes several files. `levels` says where behaviour goes in
    a program without levels. `language` is that of the texts in a format that holds one language, and
    of the words that the program adds. With `strict` nothing is written when anything is lost, and the
    losses are returned all the same.

    Raises NotFoundError for another format or language, and RefusedError where a file is there already
    (unless `force`), the path does not fit the format, or a text cannot stand in it.
    """
    _refuse_language(language)
    content = Content(framework, tuple(profiles), language)
    made = exported(content, format, Path(path), ExportChoices(preset=preset, levels=levels))
    if strict and made.losses:
        return made.losses
    existing = [one for one in made.files if one.exists()]
    if existing and not force:
        raise RefusedError(_EXISTS, path=str(existing[0]))
    for place, content_bytes in made.files.items():
        save_bytes(place, content_bytes, replaces=_hash(place))
    return made.losses


def import_file(  # noqa: PLR0913  (everything that may be said of a source)
    path: str | Path,
    format: str = "",  # noqa: A002  (the word of the command line)
    *,
    name: str = "",
    language: str = "",
    known: Framework | None = None,
    columns: Sequence[str] = (),
    sheets: Sequence[str] = (),
    strict: bool = False,
) -> ImportedFile:
    """Return the framework and the job profiles in a file of another program.

    Without a `format` the content of the file tells it. `name` is that of the framework, `language`
    that of its texts; `known` is the framework that a table of jobs refers to. `columns` are texts
    such as "Notes=definition". What was not understood stands in `plan.left_overs`; with `strict`
    UnusableError is raised for it.

    Raises NotFoundError and UnusableError, with what to do.
    """
    choices = ImportChoices(
        columns=columns, sheets=sheets, name=name, language=language, known=known
    )
    plan = planned(source_at(Path(path)), format, choices)
    if strict and plan.left_overs:
        first = plan.left_overs[0]
        raise UnusableError(
            _LEFT_OVER,
            path=str(path),
            count=len(plan.left_overs),
            place=first.cell.label,
            reason=first.reason,
        )
    made = apply(plan)
    return ImportedFile(made.framework, made.profiles, plan)


def _refuse_language(language: str) -> None:
    """Raise NotFoundError for a language that the program does not speak."""
    if not is_language(language):
        raise NotFoundError(_UNKNOWN_LANGUAGE, name=str(language), known=", ".join(LANGUAGES))


def _hash(place: Path) -> str | None:
    return content_hash(place.read_bytes()) if place.exists() else None


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
