"""Carries out an import plan in a workspace: new documents, or one batch of edits that can be undone."""

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from competenties.findings import RefusedError
from competenties.formats.applying import Imported, apply
from competenties.formats.plan import ImportPlan
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.operations import Batch, Operation, differences
from competenties.operations.kinds import Insert, Remove, Set
from competenties.operations.tree import items
from competenties.workspace.documents import document_data
from competenties.workspace.files import MOST_BYTES
from competenties.workspace.json_text import canonical_json
from competenties.workspace.session import Change, Session

_TOO_LARGE = Phrase(
    nl="Het model zou groter worden dan {most} MB, meer dan het programma weer inleest. "
    "Verdeel de tabel over meer modellen.",
    en="The framework would be larger than {most} MB, more than the program reads again. "
    "Spread the table over several frameworks.",
)


@dataclass(frozen=True)
class Replaced:
    """A framework that is there already, and how many items a replacement adds, changes and takes."""

    id: str
    title: str
    added: int
    changed: int
    gone: int


@dataclass
class Taken:
    """What an import made: where to go on, and what undoes the edits of what was there."""

    to: str
    undo: list[dict[str, Any]] = field(default_factory=list)


def replaced_by(session: Session, plan: ImportPlan) -> Replaced | None:
    """Return the framework that has the id of the planned one, or None."""
    framework = apply(plan).framework
    if framework is None or f"frameworks/{framework.id}" not in session.states:
        return None
    state = session.states[f"frameworks/{framework.id}"]
    if state.problem:
        return None
    edits = differences(state.data, _merged(state.data, document_data(framework)))
    before, after = (
        {one for one, _ in items(data)} for data in (state.data, document_data(framework))
    )
    changed = {one.item for one in edits if isinstance(one, (Set, Insert))} & before & after
    title = state.data.get("name")
    said = (
        title
        if isinstance(title, str)
        else next(iter(title.values()), framework.id)
        if title
        else ""
    )
    kinds = Counter(type(one) for one in edits)
    is_other = bool(changed or kinds[Insert] or kinds[Remove] or kinds[Set])
    return Replaced(
        framework.id,
        str(said),
        len(after - before),
        len(changed) or int(is_other),
        _gone(edits, before),
    )


def take(session: Session, plan: ImportPlan, *, replaces: bool, known: str) -> Taken:
    """Put what is planned into the workspace; `replaces` is about a framework with the same id.

    Raises RefusedError where the disk takes nothing, or a document would be too large.
    """
    made = apply(plan)
    _refuse_large(made)
    with session.lock:
        return _taken(session, made, replaces=replaces, known=known)


def _taken(session: Session, made: Imported, *, replaces: bool, known: str) -> Taken:
    framework, found = made.framework, Taken("/")
    if framework is not None:
        name = _put(session, framework, replaces=replaces, found=found)
        found.to = f"/{name}"
        own = name.partition("/")[2]
        profiles = [_referring_to(one, framework.id, own) for one in made.profiles]
    else:
        profiles = list(made.profiles)
    names = [_put(session, one, replaces=replaces, found=found) for one in profiles]
    if framework is None and names:
        found.to = (
            f"/{names[0]}" if len(names) == 1 else f"/frameworks/{known}/profiles" if known else "/"
        )
    return found


def _put(session: Session, model: Framework | JobProfile, *, replaces: bool, found: Taken) -> str:
    folder = "frameworks" if isinstance(model, Framework) else "profiles"
    name = f"{folder}/{model.id}"
    state = session.states.get(name)
    if not replaces or state is None or state.problem:
        return session.create(model)
    edits = differences(state.data, _merged(state.data, document_data(model)))
    if edits:
        edit = Batch(operations=tuple(edits))
        client = f"import-{secrets.token_hex(8)}"
        done = session.change(Change(client, 1, name, edit))
        inverse = done.inverse.model_dump(mode="json")
        found.undo.append({"document": name, "inverse": inverse})
    return name


def _merged(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what an import says, with the fields of the document itself that it does not know."""
    is_its_own = ("competences", "clusters", "requirements", "result_areas")
    kept = {
        name: one for name, one in before.items() if name not in after and name not in is_its_own
    }
    return {**after, **kept}


def _gone(edits: Iterable[Operation], before: set[str]) -> int:
    """Return how many items a replacement takes away, those inside of others too."""
    found: set[str] = set()
    for one in edits:
        if isinstance(one, Remove) and not one.path:
            found.add(one.item)
            found.update(inner for inner, _ in items([one.was]))
    return len(found & before)


def _referring_to(profile: JobProfile, imported: str, own: str) -> JobProfile:
    """Return a profile that uses a framework by the id that it has in this workspace."""
    if imported == own:
        return profile

    def renamed(part: Any, name: str) -> Any:
        is_it = getattr(part, name) == imported
        return part.model_copy(update={name: own}) if is_it else part

    return profile.model_copy(
        update={
            "frameworks": tuple(renamed(one, "id") for one in profile.frameworks),
            "requirements": tuple(renamed(one, "framework") for one in profile.requirements),
        }
    )


def _refuse_large(made: Imported) -> None:
    models: list[Framework | JobProfile] = list(made.profiles)
    models.extend([made.framework] if made.framework else [])
    if any(len(canonical_json(document_data(one)).encode()) > MOST_BYTES for one in models):
        raise RefusedError(_TOO_LARGE, most=MOST_BYTES // 1_000_000)
