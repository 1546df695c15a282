"""Opens a CASE package as it is found in the wild: what is in it, and who points to whom."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from competenties.findings import UnusableError
from competenties.formats.case_terms import (
    CLUSTER,
    COMPETENCE,
    CONTRA,
    INDICATOR,
    ITEM_TYPES,
    LEVEL,
    OUR_TYPES,
    OURS,
    SCALE,
    UUID_AT_END,
    Json,
    plain_type,
)
from competenties.formats.plan import Node
from competenties.formats.source import MOST_BYTES, Source
from competenties.messages import Phrase
from competenties.model.text import WORDS
from competenties.workspace.json_text import parse

_TOO_LARGE = Phrase(
    nl="{name} is groter dan {most} MB. Haal het raamwerk in delen op, of vraag de beheerder van de "
    "server om een kleiner bestand.",
    en="{name} is larger than {most} MB. Get the framework in parts, or ask whoever runs the server "
    "for a smaller file.",
)
_NOT_JSON = Phrase(
    nl="{name} kan niet worden gelezen.\n  regel {line}: {message}\n    → Vraag een nieuw bestand aan "
    "wie het maakte.",
    en="{name} cannot be read.\n  line {line}: {message}\n    → Ask whoever made the file for a new one.",
)
_NO_PACKAGE = Phrase(
    nl="{name} is geen CASE-pakket: er is geen CFDocument. Haal het raamwerk op als CFPackage "
    "(adres: …/CFPackages/<nummer>) en importeer dat bestand.",
    en="{name} is no CASE package: there is no CFDocument. Get the framework as a CFPackage "
    "(address: …/CFPackages/<number>) and import that file.",
)
_LIST = Phrase(
    nl="{name} is een lijst van raamwerken, geen raamwerk. Kies er een en haal het op als CFPackage "
    "(adres: …/CFPackages/<nummer>).",
    en="{name} is a list of frameworks, not a framework. Choose one and get it as a CFPackage "
    "(address: …/CFPackages/<number>).",
)

_TYPE_WORDS = {
    CLUSTER.code: "cluster domein domain strand substrand topic theme thema kerntaak category "
    "categorie competentiegebied competencegroup competencyarea competencearea",
    COMPETENCE.code: "competentie competence competency kerncompetentie corecompetency skill "
    "vaardigheid capability learningoutcome leeruitkomst",
    INDICATOR.code: "gedragsindicator indicator behaviour behavior behaviouralindicator "
    "behavioralindicator gedrag performanceindicator prestatieindicator",
    CONTRA.code: "contraindicator negativeindicator",
    SCALE.code: "niveauindeling proficiencyscale levels niveaus",
    LEVEL.code: "niveau level proficiencylevel skilllevel beheersingsniveau",
}
_TYPE_OF = {word: code for code, words in _TYPE_WORDS.items() for word in words.split()}
_CODES = {one.code for one in ITEM_TYPES}
_INK = re.compile(WORDS)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_ROOT = {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics"}


@dataclass(slots=True, eq=False)
class Entry:
    """A CFItem: its data, its place in the file, and what became known of it."""

    data: Json
    path: str
    index: int
    uuid: str
    type: str
    """The code of a type that we know; nothing where the file names another or none."""
    parent: "Entry | None" = None
    children: list["Entry"] = field(default_factory=list)
    sequence: float = float("inf")
    role: str = ""
    is_guess: bool = False
    is_named_by_others: bool = False
    """Whether another program gave its type a name, which it wants to see again."""
    ours: Json = field(init=False)
    """What we wrote about it where CASE has no field."""

    def __post_init__(self) -> None:
        """Look up once what is asked for many times."""
        self.ours = ours_of(self.data)

    @property
    def node(self) -> Node:
        """Where it stands."""
        return Node(self.path)


@dataclass(slots=True, eq=False)
class Document:
    """The CFDocument."""

    data: Json
    uuid: str


@dataclass(slots=True)
class Link:
    """A CFAssociation: its kind, its ends where those were found, and where it leads."""

    data: Json
    path: str
    kind: str
    origin: Entry | Document | None
    target: Entry | Document | None
    address: str
    title: str


class Package:
    """A package: document, items, associations, definitions and rubrics."""

    def __init__(self, data: Json) -> None:
        """Look everything up once; what has not the form of CASE is in `strange`."""
        self.strange: list[tuple[str, Any]] = []
        document = as_object(data.get("CFDocument"))
        self.document = Document(document, _uuid(document))
        self.is_ours = bool(ours_of(document))
        self._types = {
            _uuid(one): one for _, one in self._objects(data, "CFDefinitions", "CFItemTypes")
        }
        self.licences = {
            _uuid(one): one for _, one in self._objects(data, "CFDefinitions", "CFLicenses")
        }
        self.entries = [
            self._entry(one, path, index)
            for index, (path, one) in enumerate(self._objects(data, "CFItems"))
        ]
        self._found: dict[str, Entry | Document] = {}
        self.doubles = [entry for entry in self.entries if self._is_double(entry)]
        for key in (self.document.uuid, text(document.get("uri"))):
            self._found.setdefault(key, self.document)
        self._found.pop("", None)
        self.links = [self._link(path, one) for path, one in self._objects(data, "CFAssociations")]
        self.rubrics = list(self._objects(data, "CFRubrics"))
        self._leave_rest(data)

    def find(self, link: Any) -> Entry | Document | None:
        """Return whom a link points to, by identifier or by address."""
        data = {"uri": link} if isinstance(link, str) else as_object(link)
        identifier, uri = text(data.get("identifier")).lower(), text(data.get("uri"))
        at_end = None if identifier else UUID_AT_END.search(uri.lower())
        keys = (identifier, uri, at_end.group() if at_end else "")
        return next((self._found[key] for key in keys if key in self._found), None)

    def _is_double(self, entry: Entry) -> bool:
        first = self._found.setdefault(entry.uuid, entry) if entry.uuid else entry
        self._found.setdefault(text(entry.data.get("uri")), entry)
        return first is not entry

    def _entry(self, data: Json, path: str, index: int) -> Entry:
        code = text(ours_of(data).get("item"))
        is_named_by_others = code in _CODES
        if not is_named_by_others:
            code, is_named_by_others = self._type(data)
        entry = Entry(data, path, index, _uuid(data), code)
        entry.is_named_by_others = is_named_by_others
        return entry

    def _type(self, item: Json) -> tuple[str, bool]:
        """Return which type of ours an item has, and whether others named it: then that name tells."""
        link = as_object(item.get("CFItemTypeURI"))
        definition = self._types.get(_uuid(link), {})
        code = text(definition.get("typeCode"))
        if code in _CODES:
            return code, False
        names = (item.get("CFItemType"), definition.get("title"), link.get("title"))
        name = next((text(one) for one in names if text(one)), "")
        return type_of_word(name), bool(name)

    def _link(self, path: str, data: Json) -> Link:
        target = data.get("destinationNodeURI")
        named = {"uri": target} if isinstance(target, str) else as_object(target)
        return Link(
            data,
            path,
            plain_type(text(data.get("associationType"))),
            self.find(data.get("originNodeURI")),
            self.find(target),
            text(named.get("uri")) or text(named.get("identifier")),
            text(named.get("title")),
        )

    def _objects(self, data: Json, *keys: str) -> Iterator[tuple[str, Json]]:
        found: Any = data
        for key in keys:
            found = as_object(found).get(key)
        path = "/".join(keys)
        if found is not None and not isinstance(found, list):
            self.strange.append((path, found))
            return
        for number, one in enumerate(found or ()):
            if isinstance(one, dict):
                yield f"{path}/{number}", one
            else:
                self.strange.append((f"{path}/{number}", one))

    def _leave_rest(self, data: Json) -> None:
        definitions = as_object(data.get("CFDefinitions"))
        if definitions is not data.get("CFDefinitions"):
            self.strange.append(("CFDefinitions", data.get("CFDefinitions")))
        self.strange += [(key, value) for key, value in data.items() if key not in _ROOT]
        self.strange += [
            (f"CFDefinitions/{key}", value)
            for key, value in definitions.items()
            if key not in ("CFItemTypes", "CFLicenses")
        ]
        own = _uuid(self.document.data.get("licenseURI"))
        others = [one for uuid, one in self.licences.items() if uuid != own]
        if others:
            self.strange.append(("CFDefinitions/CFLicenses", others))
        self.types_of_others = [one for one in self._types.values() if not _is_our_type(one)]


def package_in(source: Source) -> Json:
    """Return the package of a source, also from its wrapping. Raises UnusableError."""
    if len(source.raw) > MOST_BYTES:
        raise UnusableError(_TOO_LARGE, name=source.name, most=MOST_BYTES // 1_000_000)
    data, _, findings = parse(source.raw)
    if findings:
        one = findings[0]
        message = Phrase(nl=one.message("nl"), en=one.message("en"))
        line = one.place.line or 1
        raise UnusableError(_NOT_JSON, name=source.name, line=line, message=message)
    inside = as_object(data)
    if isinstance(inside.get("CFPackage"), dict):
        inside = inside["CFPackage"]
    if not isinstance(inside.get("CFDocument"), dict):
        is_list = isinstance(inside.get("CFDocuments"), list)
        raise UnusableError(_LIST if is_list else _NO_PACKAGE, name=source.name)
    return inside


def text(value: Any) -> str:
    """Return a value if it is a text, else nothing."""
    return value if isinstance(value, str) else ""


def as_object(value: Any) -> Json:
    """Return a value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def ours_of(data: Json) -> Json:
    """Return what we wrote under `extensions`."""
    return as_object(as_object(data.get("extensions")).get(OURS))


def has_words(value: Any) -> bool:
    """Tell whether a value is a text that a framework can hold."""
    return isinstance(value, str) and _INK.search(value) is not None


def names_person(value: Any) -> bool:
    """Tell whether a value holds an e-mail address: data of persons do not belong in a framework."""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _ADDRESS.search(said) is not None


def type_of_word(word: str) -> str:
    """Return the code of the type that a word stands for, nothing where we do not know it."""
    return _TYPE_OF.get(re.sub(r"[\W_]+", "", word).casefold(), "")


def _is_our_type(definition: Json) -> bool:
    return text(definition.get("typeCode")).startswith(OUR_TYPES)


def _uuid(value: Any) -> str:
    data = as_object(value)
    identifier = text(data.get("identifier")).lower()
    if identifier:
        return identifier
    found = UUID_AT_END.search(text(data.get("uri")).lower())
    return found.group() if found else ""
