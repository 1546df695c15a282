"""What documents are made of: profiles and frameworks of a workspace, and the errors in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from competenties.checking import check
from competenties.documents import Subject
from competenties.documents.house import house_style
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.findings import Finding
from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.workspace.documents import Document
from competenties.workspace.workspace import Workspace

Request = ProfileRequest | WorkspaceRequest


@dataclass(frozen=True, slots=True)
class Material:
    """What one document is made of; `name` tells it from others, and is empty where there is one.

    `profiles` is one file or several, `frameworks` the one that a document on a framework is about.
    """

    workspace: Workspace
    name: str = ""
    profiles: tuple[Document[JobProfile], ...] = ()
    frameworks: tuple[Document[Framework], ...] = ()

    @property
    def files(self) -> tuple[Document[JobProfile] | Document[Framework], ...]:
        """The files that the document is about."""
        return (*self.frameworks, *self.profiles)

    @property
    def is_readable(self) -> bool:
        """Tell whether anything can be made of it at all."""
        return any(one.whole and one.model is not None for one in self.files)

    def request(self, subject: Subject, language: Language, errors: int = 0) -> Request:
        """Return what is asked of a document; what cannot be read is not in it."""
        profiles = [one.model for one in self.profiles if one.whole and one.model]
        if subject == "profile":
            return profile_request(self.workspace, profiles[0], language, errors)
        whole = self.workspace.around or self.workspace
        if subject == "framework":
            profiles = [one.model for one in whole.profiles if one.whole and one.model]
        return WorkspaceRequest(
            frameworks=self.workspace.frameworks_by_id(),
            profiles=profiles,
            language=language,
            settings=self.workspace.settings,
            errors=errors,
            framework=next((one.model for one in self.frameworks), None),
            house=house_style(self.workspace, language),
        )


def materials(workspace: Workspace, subject: Subject) -> list[Material]:
    """Return what is there to make documents of: one for each profile or framework, or of all."""
    match subject:
        case "profile":
            return [Material(workspace, one.path.stem, (one,)) for one in workspace.profiles]
        case "framework":
            return [
                Material(workspace, one.path.stem, frameworks=(one,))
                for one in workspace.frameworks
            ]
        case "profiles":
            profiles = workspace.known_profiles
            return [Material(workspace, profiles=profiles)] if profiles else []


def profile_request(
    workspace: Workspace, profile: JobProfile, language: Language, errors: int = 0
) -> ProfileRequest:
    """Return what a document on one job profile is made of."""
    frameworks = workspace.frameworks_by_id()
    house = house_style(workspace, language)
    return ProfileRequest(profile, frameworks, language, workspace.settings, errors, house=house)


def compared_with(
    request: WorkspaceRequest, before: Sequence[Workspace], *, only_followed: bool = False
) -> WorkspaceRequest:
    """Return a request that also has the profiles, and the frameworks, that were there before.

    With `only_followed` just those that a profile of the request follows: the others did not end,
    they were not asked about.
    """
    profiles = [one.model for part in before for one in part.profiles if one.model]
    if only_followed:
        # where none is, the document says which ids it saw
        profiles = [one for one in profiles if _is_followed(one, request.profiles)] or profiles
    frameworks: dict[str, Framework] = {}
    for part in before:
        frameworks |= part.frameworks_by_id()
    return replace(request, before=profiles, frameworks_before=frameworks)


def _is_followed(before: JobProfile, profiles: Sequence[JobProfile]) -> bool:
    return any(
        before.id in (one.id, one.replaces) or before.replaced_by == one.id for one in profiles
    )


def blocking_errors(workspace: Workspace, found: Sequence[Material]) -> list[list[Finding]]:
    """Return for each material the errors in its files and in the frameworks that these use.

    All are looked at in one go: what many profiles share is looked at once.
    """
    whole = workspace.around or workspace
    used = [_frameworks_used(one) for one in found]
    ids = frozenset().union(*used)
    frameworks = {one.path.stem: one for one in whole.frameworks if one.path.stem in ids}
    frameworks |= {one.path.stem: one for part in found for one in part.frameworks}
    narrowed = replace(
        whole,
        frameworks=tuple(frameworks.values()),
        profiles=tuple({one.file: one for part in found for one in part.profiles}.values()),
        around=whole,
    )
    errors = [one for one in check(narrowed, advice=False).findings if one.severity == "error"]
    looked_at = {one.file for one in narrowed.documents}
    shared = [one for one in errors if one.place.file not in looked_at]  # of the settings
    made = []
    for part, ids_used in zip(found, used, strict=True):
        files = {one.file for one in part.profiles}
        files |= {one.file for name, one in frameworks.items() if name in ids_used}
        made.append([*shared, *(one for one in errors if one.place.file in files)])
    return made


def _frameworks_used(material: Material) -> frozenset[str]:
    """Return the ids of the frameworks of which text stands in a document."""
    models = [one.model for one in material.profiles if one.model]
    asked = {model.framework_of(one) for model in models for one in model.requirements}
    own = {one.path.stem for one in material.frameworks}
    return frozenset(one for one in asked | own if one)
