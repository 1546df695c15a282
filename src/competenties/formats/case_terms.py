"""The words of CASE: types of items, associations and statuses, limits, and foreign ids."""

import re
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from competenties.messages import Language, Phrase
from competenties.model.framework import Framework
from competenties.model.record import Identifier

Json = dict[str, Any]

CASE = "case"
"""The scheme of a UUID that an item has in a CASE package."""
CASE_URI = "case-uri"
"""The scheme of the address that an item has on a CASE server."""
CASE_CODE = "case-code"
"""The scheme of a `humanCodingScheme` that is no id of our own."""

OURS = "competenties"
"""The key under `extensions` where we write what CASE has no field for."""

MOST_TITLE = 120
MOST_SHORT = 300  # creator, description, addresses
MOST_VERSION = 50
MOST_CODE = 80
MOST_NAME = 255
MOST_LIST = 20  # listEnumeration
"""Beyond these, the database of OpenSALT refuses a whole package."""

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
UUID_AT_END = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_SIGNS = r"(?:[A-Za-z0-9\-._~:/@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_URL = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    rf"(?:/{_SIGNS}*)?(?:\?(?:{_SIGNS}|\?)*)?(?:#(?:{_SIGNS}|\?)*)?"
)


class ItemType(NamedTuple):
    """A type of CFItem: its code, what it is called, what it is, and its place in the hierarchy."""

    code: str
    title: Phrase
    description: Phrase
    hierarchy: str


CLUSTER = ItemType(
    "competenties:cluster",
    Phrase(nl="Cluster", en="Cluster"),
    Phrase(nl="Een groep competenties.", en="A group of competences."),
    "1",
)
COMPETENCE = ItemType(
    "competenties:competence",
    Phrase(nl="Competentie", en="Competence"),
    Phrase(
        nl="Een naam en een definitie, met per niveau wat er te zien is.",
        en="A name and a definition, with what can be seen at each level.",
    ),
    "2",
)
INDICATOR = ItemType(
    "competenties:indicator",
    Phrase(nl="Gedragsindicator", en="Indicator"),
    Phrase(nl="Eén gedrag dat te zien is.", en="One behaviour that can be seen."),
    "3",
)
CONTRA = ItemType(
    "competenties:contra-indicator",
    Phrase(nl="Contra-indicator", en="Contra-indicator"),
    Phrase(
        nl="Gedrag dat hier niet bij past; het telt nooit mee in een score.",
        en="Behaviour that does not fit here; it never counts in a score.",
    ),
    "3",
)
SCALE = ItemType(
    "competenties:scale",
    Phrase(nl="Niveau-indeling", en="Proficiency scale"),
    Phrase(nl="Een geordende reeks niveaus.", en="An ordered set of levels."),
    "1",
)
LEVEL = ItemType(
    "competenties:level",
    Phrase(nl="Niveau", en="Level"),
    Phrase(nl="Eén niveau van een niveau-indeling.", en="One level of a proficiency scale."),
    "2",
)
OUR_TYPES = "competenties:"
"""How the codes of our types begin."""

ITEM_TYPES = (CLUSTER, COMPETENCE, INDICATOR, CONTRA, SCALE, LEVEL)

STATUSES_OUT = {
    "draft": "Draft",
    "review": "Draft",
    "published": "Adopted",
    "retired": "Deprecated",
}
"""In the words of CASE 1.0, which OpenSALT sorts by; CASE 1.1 lets them stand."""

STATUSES_IN = {
    "privatedraft": "draft",
    "draft": "draft",
    "pendingimplementation": "review",
    "adopted": "published",
    "implemented": "published",
    "deprecated": "retired",
    "retired": "retired",
}

ASSOCIATIONS = {
    one.casefold(): one
    for one in (
        "isPeerOf",
        "isPartOf",
        "exactMatchOf",
        "precedes",
        "isRelatedTo",
        "replacedBy",
        "exemplar",
        "hasSkillLevel",
    )
}
"""The associations besides that of the tree, which every reader takes."""

CHILD = "ischildof"
SKILL_LEVEL = "hasskilllevel"
RELATIONS_OUT = {
    "related": "isRelatedTo",
    "precedes": "precedes",
    "replaces": "replacedBy",
    "part-of": "isPartOf",
}
RELATIONS_IN = {
    "isrelatedto": "related",
    "ispeerof": "related",
    "precedes": "precedes",
    "replacedby": "replaces",
    "ispartof": "part-of",
}
MATCHES_OUT = {
    "exact": "exactMatchOf",
    "close": "isRelatedTo",
    "broad": "isRelatedTo",
    "narrow": "isRelatedTo",
    "related": "isRelatedTo",
}
MATCHES_IN = {"exactmatchof": "exact", "isrelatedto": "related", "ispeerof": "related"}


def plain_type(name: str) -> str:
    """Return an association type in small letters only: "Is Related To" and "RelatedTo" are one."""
    plain = re.sub(r"[\s_-]+", "", name).casefold()
    return f"is{plain}" if plain in ("relatedto", "childof", "peerof", "partof") else plain


def status_of(word: str) -> str | None:
    """Return the status that a word of CASE stands for, None where it is another word."""
    return STATUSES_IN.get(re.sub(r"[\W_]+", "", word).casefold())


def is_url(text: str) -> bool:
    """Tell whether a text is a web address that every reader of CASE takes."""
    return len(text) <= MOST_SHORT and _URL.fullmatch(text) is not None


def language_for(framework: Framework, reader: Language) -> str:
    """Return the language of a package: the reader's where the framework has it, else its own."""
    has = {framework.language, *framework.languages}
    if isinstance(framework.name, dict):
        has.update(framework.name)
    return reader if reader in has else framework.language


def spoken(phrase: Phrase, language: str, **values: str | int) -> str:
    """Return a phrase of ours in a package of any language."""
    return phrase.say("nl" if language.partition("-")[0] == "nl" else "en", **values)


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut after a word; a cut one ends in "…"."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = cut.rsplit(maxsplit=1)[0] if cut.split() else cut
    return f"{words if len(words) > most // 2 else cut}…"


def bullets(texts: Iterable[str]) -> str:
    """Return behaviour as a list, as it stands in the level of a rubric."""
    return "\n".join(f"- {text}" for text in texts)


def uuid_in(identifiers: Collection[Identifier]) -> str | None:
    """Return the UUID that an item has in CASE already, in small letters."""
    for one in identifiers:
        if one.scheme == CASE and UUID.match(one.id.lower()):
            return one.id.lower()
    return None


def code_in(identifiers: Collection[Identifier]) -> str | None:
    """Return the code that an item has in CASE already, where every reader can hold it."""
    found = next((one.id for one in identifiers if one.scheme == CASE_CODE), None)
    return found if found is not None and len(found) <= MOST_CODE else None


def uri_in(identifiers: Collection[Identifier]) -> str | None:
    """Return the address that an item has on a CASE server already."""
    found = next((one.id for one in identifiers if one.scheme == CASE_URI), None)
    return found if found is not None and is_url(found) else None


def concluded(node: tuple[str, str, str], derived: str, own: str | None) -> list[dict[str, str]]:
    """Return the foreign ids that a reader concludes from UUID, address and code of an item.

    What we made ourselves is none: the UUID that follows from our id, and a code that is our id.
    """
    uuid, uri, code = node
    found = []
    if uuid.strip() and uuid != derived:
        found.append({"scheme": CASE, "id": uuid})
    if uri.strip() and uri.lower() not in (f"urn:uuid:{uuid}", uuid):
        found.append({"scheme": CASE_URI, "id": uri})
    if code.strip() and code != own:
        found.append({"scheme": CASE_CODE, "id": code})
    return found
