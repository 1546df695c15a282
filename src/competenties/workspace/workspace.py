"""A workspace: a folder with settings, frameworks and profiles, read as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from competenties.findings import Finding, NotFoundError, Place, UnusableError
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.ids import slug
from competenties.model.profile import JobProfile
from competenties.model.settings import Settings
from competenties.workspace.documents import Document, read_framework, read_profile
from competenties.workspace.explain import nearest
from competenties.workspace.files import as_argument, read_bytes
from competenties.workspace.json_text import parse
from competenties.workspace.problems import SKIPPED_FILE
from competenties.workspace.settings import SETTINGS_FILE, SettingsRead, read_settings
from competenties.workspace.shipped import shipped_frameworks
from competenties.workspace.upgrades import kind_of

FRAMEWORKS = "frameworks"
PROFILES = "profiles"


@dataclass(frozen=True)
class Workspace:
    """What a folder, or a single file, holds.

    `root` is the folder of the settings, or None for a file outside any workspace. The documents
    are in the order of their file names. `around` is what these documents may refer to but what is
    not looked at itself: the rest of the workspace, or what lies beside a file outside any.
    """

    root: Path | None
    settings: Settings
    findings: tuple[Finding, ...]
    frameworks: tuple[Document[Framework], ...]
    profiles: tuple[Document[JobProfile], ...]
    around: "Workspace | None" = None

    @property
    def known_frameworks(self) -> tuple[Document[Framework], ...]:
        """The frameworks that profiles may refer to."""
        return self.around.frameworks if self.around else self.frameworks

    @property
    def known_profiles(self) -> tuple[Document[JobProfile], ...]:
        """The profiles that other profiles may refer to."""
        return self.around.profiles if self.around else self.profiles

    @property
    def documents(self) -> Iterator[Document[Framework] | Document[JobProfile]]:
        """Yield every document: frameworks first, then profiles."""
        yield from self.frameworks
        yield from self.profiles

    def frameworks_by_id(self) -> dict[str, Framework]:
        """Return the frameworks that can be used, by id."""
        return {one.model.id: one.model for one in self.known_frameworks if one.model}

    def profiles_by_id(self) -> dict[str, JobProfile]:
        """Return the profiles that can be used, by id."""
        return {one.model.id: one.model for one in self.known_profiles if one.model}


_NO_WORKSPACE = Phrase(
    nl="{path} is geen werkmap: er staat geen competenties.toml in. "
    "Maak er een met: competenties new {argument}",
    en="{path} is not a workspace: there is no competenties.toml in it. "
    "Make one with: competenties new {argument}",
)
_NOT_IN_ONE = Phrase(
    nl="U staat niet in een werkmap: er is hier geen competenties.toml, en ook niet in de mappen "
    "erboven. Noem een map of bestand, of maak een werkmap met: competenties new MAP",
    en="You are not in a workspace: there is no competenties.toml here, nor in the folders above. "
    "Name a folder or a file, or make a workspace with: competenties new DIR",
)
_NOT_FOUND = Phrase(
    nl="{path} is niet gevonden: geen bestand, geen map en geen id in de werkmap. {nearest}",
    en="{path} was not found: not a file, not a folder, not an id in the workspace. {nearest}",
)
_NO_ROOT = Phrase(
    nl="U staat niet in een werkmap: ga er met cd naartoe, of noem haar met --workspace.",
    en="You are not in a workspace: go there with cd, or name it with --workspace.",
)
_NO_KIND = Phrase(
    nl='{path} is geen competentiemodel en geen functieprofiel: "$schema" ontbreekt of is onbekend.',
    en='{path} is neither a framework nor a job profile: "$schema" is missing or unknown.',
)


def open_workspace(root: Path) -> Workspace:
    """Return the workspace in a folder. Raises NotFoundError when the folder is none."""
    if not (root / SETTINGS_FILE).exists():
        raise NotFoundError(_NO_WORKSPACE, path=str(root), argument=as_argument(root))
    read = read_settings(root)
    return Workspace(
        root=root,
        settings=read.settings,
        findings=(*read.findings, *skipped(root)),
        frameworks=_read_frameworks(root, read),
        profiles=_read_profiles(root, read),
    )


def open_workspace_here(named: str | None = None) -> Workspace:
    """Return the named workspace, else the one that we stand in. Raises NotFoundError."""
    if named:
        return open_workspace(Path(named))
    root = workspace_around(Path.cwd())
    if root is None:
        raise NotFoundError(_NOT_IN_ONE)
    return open_workspace(root)


def workspace_around(path: Path) -> Path | None:
    """Return the folder with settings that a path lies in: the nearest one upwards."""
    start = path.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    return None


def open_path(named: str, workspace: str | None = None) -> Workspace:
    """Return what a PATH on the command line names: a folder, a file, or an id in the workspace.

    A file gives a workspace that holds just that file; its frameworks are looked up in the
    workspace around it, else beside it, else among those that ship. Raises NotFoundError.
    """
    path = Path(named)
    if path.is_dir():
        return open_workspace(path)
    if path.is_file():
        return _only(path)
    root = Path(workspace) if workspace else workspace_around(Path.cwd())
    if root is None:
        raise NotFoundError(_NOT_FOUND, path=named, nearest=_NO_ROOT)
    whole = open_workspace(root)
    part = _called(whole, named)
    if any(part.documents):
        return part
    raise NotFoundError(_NOT_FOUND, path=named, nearest=_known_ids(whole, named))


def _only(path: Path) -> Workspace:
    root = workspace_around(path.parent)
    if root is not None:
        part = _part(open_workspace(root), path)
        if any(part.documents):
            return part
    if _kind(path) == "framework":
        framework = read_framework(path, file=str(path))
        return Workspace(None, Settings(), (), (framework,), ())
    profile = read_profile(path, file=str(path))
    beside = Workspace(None, Settings(), (), _frameworks_beside(path, profile.model), (profile,))
    return Workspace(None, Settings(), (), (), (profile,), beside)


def _part(whole: Workspace, path: Path) -> Workspace:
    """Return a workspace with one of its documents; the others stay around it."""
    wanted = path.resolve()
    frameworks = tuple(one for one in whole.frameworks if one.path.resolve() == wanted)
    profiles = tuple(one for one in whole.profiles if one.path.resolve() == wanted)
    return replace(whole, frameworks=frameworks, profiles=profiles, around=whole)


def _called(whole: Workspace, named: str) -> Workspace:
    """Return a workspace with the documents of one id: a framework and a profile may share it.

    Where no id is so, the one document that has this name; capitals do not matter.
    """
    frameworks = tuple(one for one in whole.frameworks if one.path.stem == named)
    profiles = tuple(one for one in whole.profiles if one.path.stem == named)
    if not frameworks and not profiles:
        wanted = _plain(named)
        profiles = tuple(one for one in whole.profiles if wanted in _names(one))
        frameworks = tuple(one for one in whole.frameworks if wanted in _names(one))
        if len(profiles) == 1:
            frameworks = ()
        elif profiles or len(frameworks) != 1:
            profiles, frameworks = (), ()
    return replace(whole, frameworks=frameworks, profiles=profiles, around=whole)


def _names(document: Document[Framework] | Document[JobProfile]) -> set[str]:
    """Return everything that a document is called: its id, and its name in each language."""
    name = document.model.name if document.model else ""
    names = [name] if isinstance(name, str) else list(name.values())
    return {_plain(one) for one in (document.path.stem, *names)}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _kind(path: Path) -> str:
    raw, findings = read_bytes(path)
    data, _, _ = parse(raw) if not findings else (None, "", [])
    kind = kind_of(data)
    if kind is None and not findings and isinstance(data, dict) and "$schema" not in data:
        raise UnusableError(_NO_KIND, path=str(path))
    return kind or "framework"


def _frameworks_beside(path: Path, profile: JobProfile | None) -> tuple[Document[Framework], ...]:
    found = []
    shipped = shipped_frameworks()
    for reference in profile.frameworks if profile else ():
        name = f"{reference.id}.json"
        places = [
            path.parent / name,
            path.parent.parent / FRAMEWORKS / name,
            path.parent.parent / name,
        ]
        if reference.id in shipped:
            places.append(shipped[reference.id])
        existing = next((place for place in places if place.is_file()), None)
        if existing:
            found.append(read_framework(existing))
    return tuple(found)


def _read_frameworks(root: Path, read: SettingsRead) -> tuple[Document[Framework], ...]:
    return tuple(
        read_framework(path, file=_shown(path, root), root=root, house=read.framework_house)
        for path in document_files(root / FRAMEWORKS)
    )


def _read_profiles(root: Path, read: SettingsRead) -> tuple[Document[JobProfile], ...]:
    return tuple(
        read_profile(path, file=_shown(path, root), root=root, house=read.profile_house)
        for path in document_files(root / PROFILES)
    )


def document_files(folder: Path) -> list[Path]:
    """Return the files of a folder that are read as documents."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(
        path for path in found if path.suffix.lower() == ".json" and not path.name.startswith(".")
    )


def skipped(root: Path) -> Iterator[Finding]:
    """Yield the files that somebody probably wants read, but that stand or are called otherwise."""
    for folder in (root / FRAMEWORKS, root / PROFILES):
        for path in sorted(folder.rglob("*.json*") if folder.is_dir() else ()):
            hidden = path.name.startswith((".", "~"))
            if path.is_file() and path not in document_files(folder) and not hidden:
                name = _shown(path, root)
                yield Finding(SKIPPED_FILE, Place(name), {"found": path.name}, "warning")


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _known_ids(workspace: Workspace, named: str) -> Phrase:
    """Return what was probably meant, and every id that there is."""
    ids = sorted({document.path.stem for document in workspace.documents})
    names = ", ".join(ids)
    wanted = slug(named)
    holding = [one for one in ids if wanted in one]
    meant = _MEANT.filled(ids=", ".join(f'"{one}"' for one in holding)) if holding else None
    meant = meant or nearest(wanted, ids)
    return Phrase(
        nl=f"{meant.nl}In de werkmap staan: {names}.", en=f"{meant.en}The workspace holds: {names}."
    )


_MEANT = Phrase(nl="Bedoelt u {ids}? ", en="Did you mean {ids}? ")
