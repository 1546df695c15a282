"""Reads the other associations of a CASE package: relations, alignments, and what is left over."""

from typing import Any

from competenties.formats.case_drafts import Drafts, tag_of
from competenties.formats.case_package import (
    Document,
    Entry,
    Link,
    Package,
    has_words,
    ours_of,
    text,
)
from competenties.formats.case_terms import (
    CASE,
    CHILD,
    MATCHES_IN,
    MATCHES_OUT,
    RELATIONS_IN,
    SKILL_LEVEL,
    Json,
)
from competenties.formats.plan import Draft
from competenties.messages import Phrase

_NO_PLACE = Phrase(
    nl="dit verband van CASE heeft geen plaats in een competentiemodel; een uitvoer naar CASE stuurt "
    "het terug als elke server het aanneemt",
    en="this association of CASE has no place in a framework; an export to CASE sends it back where "
    "every server takes it",
)
_KEPT = ("identifier", "associationType", "destinationNodeURI", "notes")
_KEPT_OF_OTHERS = (*_KEPT, "originNodeURI", "sequenceNumber")


def read_links(
    package: Package, drafts: Drafts, framework: Draft, made: dict[Entry, Draft]
) -> None:
    """Put relations and alignments into the drafts, in the order of the file."""
    for link in package.links:
        if link.kind == CHILD or _is_level(link):
            continue
        owner = _owner(link, framework, made)
        if owner is not None and (name := text(ours_of(link.data).get("other"))):
            drafts.keep(owner, name, _kept(link, _KEPT))
            continue
        if owner is not None and _alignment(link, owner, drafts):
            continue
        if not _relation(link, made):
            kept = _kept(link, _KEPT_OF_OTHERS)
            if owner is not None:
                kept.pop("originNodeURI", None)
            name = f"{link.kind} {link.address}"
            drafts.leave(owner or framework, name, kept, link.path, _NO_PLACE)


def _kept(link: Link, keys: tuple[str, ...]) -> Json:
    """Return what is kept of an association; an end inside the package goes by its number only."""
    kept = {key: link.data[key] for key in keys if key in link.data}
    if link.target is not None and "destinationNodeURI" in kept:
        kept["destinationNodeURI"] = {"identifier": link.target.uuid}
    if isinstance(kept.get("identifier"), str):
        kept["identifier"] = kept["identifier"].lower()
    return kept


def _owner(link: Link, framework: Draft, made: dict[Entry, Draft]) -> Draft | None:
    if isinstance(link.origin, Document):
        return framework
    return None if link.origin is None else made.get(link.origin)


def _is_level(link: Link) -> bool:
    """Tell whether a link says at which level behaviour stands, which is read with the levels."""
    target, origin = link.target, link.origin
    if link.kind != SKILL_LEVEL or not isinstance(target, Entry):
        return False
    return target.role == "level" and isinstance(origin, Entry) and origin.role == "indicator"


def _relation(link: Link, made: dict[Entry, Draft]) -> bool:
    origin, target = link.origin, link.target
    kind = RELATIONS_IN.get(link.kind)
    if kind is None or not isinstance(origin, Entry) or not isinstance(target, Entry):
        return False
    if {origin.role, target.role} != {"competence"} or origin is target:
        return False
    if kind == "replaces":
        origin, target = target, origin
    relation = {"kind": kind, "competence": made[target]["id"]}
    relations = made[origin].setdefault("relations", [])
    if relation not in relations:
        relations.append(relation)
    return True


def _alignment(link: Link, owner: Draft, drafts: Drafts) -> bool:
    """Put a link to something outside the package; one that we wrote says to which list."""
    ours = ours_of(link.data)
    scheme, match = text(ours.get("scheme")), text(ours.get("match"))
    match = match if match in MATCHES_OUT else MATCHES_IN.get(link.kind, "")
    is_inside = link.target is not None and not scheme
    if not match or is_inside or not has_words(link.address):
        return False
    found: dict[str, Any] = {"scheme": scheme if has_words(scheme) else CASE}
    found |= {"target": link.address, "match": match}
    if has_words(link.title) and link.title != link.address:
        language = tag_of(ours.get("language")) or drafts.language
        found["label"] = drafts.said(link.title, language)
    score = ours.get("score")
    if isinstance(score, (int, float)) and not isinstance(score, bool) and 0 <= score <= 1:
        found["score"] = score
    owner.setdefault("alignments", []).append(found)
    drafts.mark(owner, "alignments", link.path)
    return True
