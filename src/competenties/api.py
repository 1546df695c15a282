"""The program as functions, for other programs; `import competenties` has these names."""

from pathlib import Path

from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.office.render import render
from competenties.workspace import documents
from competenties.workspace import workspace as workspaces
from competenties.workspace.documents import Document
from competenties.workspace.workspace import Workspace

save = documents.save


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
    workspace: Workspace, profile: JobProfile, document: str, *, language: Language = "nl"
) -> bytes:
    """Return a document on a profile as the bytes of its file.

    `document` is a name such as "rating-sheet" or "job-profile". Raises KeyError for another name
    and RefusedError when a text cannot stand in that kind of file.
    """
    kind = document_files()[document]
    frameworks = workspace.frameworks_by_id()
    request = ProfileRequest(profile, frameworks, language, workspace.settings)
    return render(kind.build(request), Path(f"{document}{kind.SUFFIX}"))
