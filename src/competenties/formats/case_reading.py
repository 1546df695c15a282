"""Makes an import plan of a CASE package: what becomes what, and what is left over."""

import re

from competenties.formats.case_document_in import read_document
from competenties.formats.case_drafts import Drafts, name_and_more, own_id, tag_of
from competenties.formats.case_items_in import Items
from competenties.formats.case_levels_in import read_levels
from competenties.formats.case_links_in import read_links
from competenties.formats.case_package import Entry, Package
from competenties.formats.case_roles import BY_DEPTH, competence_of, give_roles
from competenties.formats.case_terms import UUID, Json
from competenties.formats.case_tree import grow, walk
from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.source import ImportChoices
from competenties.messages import Phrase
from competenties.model.ids import slug

_EMPTY = Phrase(
    nl="In het bestand staan geen competenties.", en="There are no competences in the file."
)
_TIMES = Phrase(
    nl="Wanneer elk onderdeel het laatst is gewijzigd (lastChangeDateTime), is niet bewaard.",
    en="When each item was last changed (lastChangeDateTime) was not kept.",
)
_ODD_NUMBERS = Phrase(
    nl="Nummers van een soort die de officiële beschrijving van CASE niet noemt (alleen UUID's van "
    "versie 1 tot en met 5): {count}. Ze blijven zoals ze zijn, ook bij een uitvoer: onder een ander "
    "nummer is het voor een server een ander onderdeel.",
    en="Identifiers of a kind that the official description of CASE does not name (only UUIDs of "
    "version 1 up to 5): {count}. They stay as they are, in an export too: with another number it is "
    "another item to a server.",
)
_NAMED = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_ROOM = 32  # characters of a slug, so that a number behind it fits


def plan_of(data: Json, source: str, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of a package."""
    package = Package(data)
    problems = [*grow(package), *give_roles(package)]
    drafts = Drafts(_language(package, choices))
    drafts.notes += problems
    framework = read_document(package, drafts, choices)
    items = _read_items(package, drafts, framework)
    read_links(package, drafts, framework, items.drafts)
    return ImportPlan(
        source=source,
        language=drafts.language,
        framework=framework,
        origins=drafts.origins(framework),
        left_overs=tuple(drafts.left_overs),
        notes=tuple(drafts.notes),
        remarks=tuple(_remarks(package)),
    )


def _read_items(package: Package, drafts: Drafts, framework: Draft) -> Items:
    """Put every item into the framework: ours in the order of the file, others in that of the tree."""
    levels = read_levels(package, drafts, framework)
    entries = package.entries if package.is_ours else list(walk(package))
    clusters = [one for one in entries if one.role == "cluster"]
    competences = [one for one in entries if one.role == "competence"]
    behaviour: dict[Entry, list[Entry]] = {}
    for one in walk(package):
        if one.role == "indicator":
            behaviour.setdefault(competence_of(one), []).append(one)
    items = Items(package, drafts, framework, levels)
    items.ids = _ids([*clusters, *competences])
    items.clusters = {one: number for number, one in enumerate(clusters)}
    items.behaviour = behaviour
    if levels.scales:
        framework["proficiency_scales"] = levels.scales
    framework["clusters"] = [items.cluster(one) for one in clusters]
    framework["competences"] = [items.competence(one) for one in competences]
    return items


def _ids(entries: list[Entry]) -> dict[Entry, str]:
    """Return an id for every cluster and competence, so that relations can name them.

    An item of ours keeps the id that it had; that of another is made from its name.
    """
    found: dict[Entry, str] = {}
    taken: set[str] = set()
    for entry in entries:
        own = own_id(entry)
        if own and own not in taken:
            found[entry] = own
            taken.add(own)
    numbers: dict[str, int] = {}
    for entry in entries:
        if entry not in found:
            stem = free = slug(name_and_more(entry)[0])
            while free in taken:
                numbers[stem] = numbers.get(stem, 1) + 1
                free = f"{stem[:_ROOM]}-{numbers[stem]}"
            taken.add(free)
            found[entry] = free
    return found


def _language(package: Package, choices: ImportChoices) -> str:
    """Return the language of the texts: chosen, of the document, or of the first item that says."""
    said = tag_of(choices.language) or tag_of(package.document.data.get("language"))
    items = (tag_of(one.data.get("language")) for one in package.entries)
    return said or next((one for one in items if one), "") or choices.otherwise


def _remarks(package: Package) -> list[Phrase]:
    found = [] if package.is_ours else [_TIMES]
    uuids = [package.document.uuid, *(one.uuid for one in package.entries)]
    odd = sum(bool(UUID.match(one)) and not _NAMED.fullmatch(one) for one in uuids)
    if odd and not package.is_ours:
        found.append(_ODD_NUMBERS.filled(count=odd))
    guessed = sum(one.is_guess for one in package.entries)
    if guessed:
        found.append(BY_DEPTH.filled(count=guessed))
    if not any(one.role == "competence" for one in package.entries):
        found.append(_EMPTY)
    return found
