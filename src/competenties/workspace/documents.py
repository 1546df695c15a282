"""One file of a workspace: read through the gates, kept with what was on disk, and saved."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from competenties.findings import Finding, Place, RefusedError
from competenties.messages import Phrase
from competenties.model.framework import FRAMEWORK_FORMAT, Framework
from competenties.model.ids import is_device_name
from competenties.model.part import Part, part_of
from competenties.model.profile import PROFILE_FORMAT, JobProfile
from competenties.workspace import problems
from competenties.workspace.files import content_hash, read_bytes, save_bytes
from competenties.workspace.gate import Gate, shipped_gate
from competenties.workspace.json_text import canonical_json, parse
from competenties.workspace.labels import found_phrase
from competenties.workspace.pruning import pruned
from competenties.workspace.upgrades import upgraded

Model = TypeVar("Model", Framework, JobProfile)
DocumentKind = Literal["framework", "profile"]

_FORMATS = {"framework": FRAMEWORK_FORMAT, "profile": PROFILE_FORMAT}


@dataclass(frozen=True)
class Document(Generic[Model]):
    """A framework or profile with the file it came from.

    `file` is the name that findings use. `model` is None when the file cannot be used. `whole`
    is False when parts with a wrong form were left out of the model: it is then good for looking
    further, never for saving. `ids` are all ids in the file, of those parts too.
    """

    file: str
    path: Path
    model: Model | None = None
    whole: bool = False
    text: str = ""
    data: Any = None
    on_disk: str | None = None
    findings: Sequence[Finding] = ()
    ids: frozenset[str] = field(default_factory=frozenset)
    damaged: frozenset[str] = field(default_factory=frozenset)


def read_framework(
    path: Path, *, file: str = "", root: Path | None = None, house: Gate | None = None
) -> Document[Framework]:
    """Return the framework in a file, with everything that is wrong with the file."""
    document = Document[Framework](file or path.name, path)
    return _read(document, Framework, "framework", root, house)


def read_profile(
    path: Path, *, file: str = "", root: Path | None = None, house: Gate | None = None
) -> Document[JobProfile]:
    """Return the job profile in a file, with everything that is wrong with the file."""
    document = Document[JobProfile](file or path.name, path)
    return _read(document, JobProfile, "profile", root, house)


def new_framework(framework: Framework, path: Path) -> Document[Framework]:
    """Return a framework that has no file yet; saving it makes one."""
    return Document[Framework](path.name, path, model=framework, whole=True)


def new_profile(profile: JobProfile, path: Path) -> Document[JobProfile]:
    """Return a profile that has no file yet; saving it makes one."""
    return Document[JobProfile](path.name, path, model=profile, whole=True)


def document_data(model: Framework | JobProfile) -> dict[str, Any]:
    """Return a model as its file holds it: what it says of its form first, defaults left out."""
    kind = "framework" if isinstance(model, Framework) else "profile"
    dumped = model.model_dump(mode="json", exclude_defaults=True)
    return {"$schema": _FORMATS[kind], **dumped}


def document_of(
    kind: DocumentKind, data: dict[str, Any], path: Path, root: Path, house: Gate | None = None
) -> Document[Framework] | Document[JobProfile]:
    """Return a document as it would be read from a file with these data."""
    text = canonical_json(data)
    file = path.relative_to(root).as_posix()
    if kind == "framework":
        framework = Document[Framework](file, path, text=text, data=data)
        return _through_the_gates(framework, Framework, kind, data, root, house)
    profile = Document[JobProfile](file, path, text=text, data=data)
    return _through_the_gates(profile, JobProfile, kind, data, root, house)


def as_written(data: dict[str, Any], kind: DocumentKind) -> dict[str, Any]:
    """Return data as their file holds them: in the model's order, also where they are a draft."""
    model = Framework if kind == "framework" else JobProfile
    if shipped_gate(kind).validator.is_valid(data):
        content = {name: value for name, value in data.items() if name != "$schema"}
        return document_data(model.model_validate(content))
    return {"$schema": _FORMATS[kind], **_in_order(data, model)}


def _in_order(value: Any, part: type[Part] | None) -> Any:
    """Return a value with its fields in the order of the model; of other fields the order stays."""
    if isinstance(value, list):
        return [_in_order(one, part) for one in value]
    if not isinstance(value, dict) or part is None:
        return value
    fields = part.model_fields
    names = [
        *(name for name in fields if name in value),
        *(name for name in value if name not in fields),
    ]
    return {name: _in_order(value[name], part_of(part, name)) for name in names}


def save(document: Document[Model], model: Model) -> Document[Model]:
    """Write a model to the document's file, and return the document as it is then.

    A file that says the same already is not touched, however it is laid out. Raises RefusedError
    when the file holds parts that could not be read, which saving would lose, when somebody else
    changed the file, or when it cannot be written.
    """
    if document.on_disk is not None and not document.whole:
        raise RefusedError(_NOT_WHOLE, path=document.path.name)
    data = document_data(model)
    if document.on_disk is not None and data == document.data:
        return replace(document, model=model)
    content = canonical_json(data).encode()
    save_bytes(document.path, content, replaces=document.on_disk)
    return replace(
        document,
        model=model,
        whole=True,
        text=content.decode(),
        data=data,
        on_disk=content_hash(content),
        findings=(),
        ids=all_ids(data),
    )


_NOT_WHOLE = Phrase(
    nl="{path} bevat delen die niet gelezen konden worden en is niet overschreven, want die zouden "
    "verloren gaan. Los eerst de fouten op: competenties check",
    en="{path} holds parts that could not be read and has not been overwritten, since they would "
    "be lost. Mend the errors first: competenties check",
)


def all_ids(data: Any) -> frozenset[str]:
    """Return every id in a file's data."""
    found: set[str] = set()
    open_nodes = [data]
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, dict):
            if isinstance(node.get("id"), str):
                found.add(node["id"])
            open_nodes.extend(node.values())
        elif isinstance(node, list):
            open_nodes.extend(node)
    return frozenset(found)


def _read(
    document: Document[Model],
    model: type[Model],
    kind: DocumentKind,
    root: Path | None,
    house: Gate | None,
) -> Document[Model]:
    raw, refusals = read_bytes(document.path, root)
    if refusals:
        return replace(document, findings=refusals)
    data, text, findings = parse(raw)
    document = replace(document, text=text, on_disk=content_hash(raw))
    if findings:
        return replace(document, findings=findings)
    if not isinstance(data, dict):
        return replace(document, findings=[_not_an_object(data)])
    current, findings = upgraded(data, kind)
    document = replace(document, data=data, findings=findings)
    return document if findings else _through_the_gates(document, model, kind, current, root, house)


def _through_the_gates(
    document: Document[Model],
    model: type[Model],
    kind: DocumentKind,
    data: dict[str, Any],
    root: Path | None,
    house: Gate | None,
) -> Document[Model]:
    form: list[Finding] = shipped_gate(kind).findings(data)
    named: list[Finding] = _name_findings(document.path, data) if root is not None else []
    usable = pruned(data, form, kind) if form else data
    content = {key: value for key, value in usable.items() if key != "$schema"} if usable else None
    return replace(
        document,
        model=model.model_validate(content) if content is not None else None,
        whole=not form,
        damaged=_damaged(form),
        findings=[*form, *(house.findings(data) if house else ()), *named],
        ids=all_ids(data) if form else frozenset(),
    )


def _damaged(form: Sequence[Finding]) -> frozenset[str]:
    """Return the ids of the items in which something was left out, and the field of the file."""
    items = {one.place.item for one in form}
    return frozenset(items | {str(one.place.pointer[0]) for one in form if one.place.pointer})


def _not_an_object(data: Any) -> Finding:
    return Finding(problems.NOT_AN_OBJECT, Place(line=1), {"found": found_phrase(data)})


def _name_findings(path: Path, data: dict[str, Any]) -> list[Finding]:
    """Return findings when the id of a file in a workspace cannot be, or is not, its name."""
    identifier = data.get("id")
    if not isinstance(identifier, str):
        return []
    values = {"title": identifier, "found": identifier, "file": path.name}
    place = Place(item=identifier, path=("id",), pointer=("id",))
    if is_device_name(identifier):
        return [Finding(problems.RESERVED_NAME, place, values)]
    if identifier != path.stem:
        copied = (path.parent / f"{identifier}.json").exists()
        rule = problems.COPIED_FILE if copied else problems.WRONG_FILE_NAME
        return [Finding(rule, place, values)]
    return []
