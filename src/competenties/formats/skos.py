"""SKOS: a framework as a vocabulary that keeps the Dutch standard NL-SBB, in Turtle or JSON-LD."""

import re
from collections.abc import Iterator

from competenties.findings import UnusableError
from competenties.formats.inventory import Held, Place
from competenties.formats.loss import LEFT_OUT, Export, Lost, losses
from competenties.formats.plan import ImportPlan, LeftOver, Node, Origin, Path
from competenties.formats.skos_graph import nodes_in
from competenties.formats.skos_nodes import nodes_of
from competenties.formats.skos_reading import Found, read_vocabulary
from competenties.formats.skos_turtle import json_ld, turtle
from competenties.formats.skos_vocabulary import Vocabulary
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.whole import NO_SUCH_ITEM, draft_of, lost_in, through_the_gate
from competenties.messages import Phrase
from competenties.model.framework import FRAMEWORK_FORMAT

NAME = "skos"
SUFFIXES: tuple[str, ...] = (".ttl", ".jsonld")
TITLE = Phrase(
    nl="SKOS volgens NL-SBB (Turtle of JSON-LD)", en="SKOS after NL-SBB (Turtle or JSON-LD)"
)
PAGE = Phrase(
    nl="Een competentiemodel als lijst van begrippen, volgens SKOS en de Nederlandse "
    "standaard NL-SBB. Die standaard valt voor overheden onder 'pas toe of leg uit'. "
    "Programma's voor begrippen en thesauri lezen het, zoals PoolParty, VocBench, Skosmos "
    "en TopBraid.\n\n"
    "1. Kies in dat programma 'Import'.\n"
    "2. Kies het bestand.\n\n"
    "Zo staat het in het bestand:\n"
    "- Clusters, competenties en gedragsindicatoren zijn begrippen onder elkaar. De "
    "definitie van een gedragsindicator is het gedrag.\n"
    "- De niveaus zijn een eigen lijst van begrippen (een begrippenkader).\n"
    "- Koppelingen met ESCO of CompetentNL zijn harmonisatierelaties: verwijzingen naar "
    "begrippen van anderen.\n"
    "- Alle talen gaan mee.\n"
    "- Wat SKOS niet kent, zoals interviewvragen en servicebeloften, staat er als "
    "gegevens van dit programma bij (urn:competenties:term:rest). Andere programma's "
    "tonen dat niet; dit programma leest alles terug.\n\n"
    "Gaat niet mee:\n"
    "- functieprofielen\n\n"
    "Terug naar dit programma:\n"
    "- Ook de begrippenkaders van anderen kunt u inlezen. Een begrip met begrippen "
    "eronder wordt een cluster, een begrip zonder wordt een competentie.\n"
    "- RDF/XML wordt niet gelezen: sla dat eerst op als Turtle.\n"
    "- Er wordt nooit iets van internet gehaald.",
    en="A framework as a list of concepts, after SKOS and the Dutch standard NL-SBB. "
    "Governments in the Netherlands have to apply that standard. Programs for "
    "vocabularies and thesauri read it, such as PoolParty, VocBench, Skosmos and "
    "TopBraid.\n\n"
    "1. Choose 'Import' in that program.\n"
    "2. Choose the file.\n\n"
    "This is how it stands in the file:\n"
    "- Clusters, competences and indicators are concepts below each other. The definition "
    "of an indicator is the behaviour.\n"
    "- The levels are a list of concepts of their own (a scheme).\n"
    "- Alignments with ESCO or CompetentNL are mapping relations: references to concepts "
    "of others.\n"
    "- All languages go along.\n"
    "- What SKOS does not know, such as interview questions and promises, goes along as "
    "data of this program (urn:competenties:term:rest). Other programs do not show that; "
    "this program reads everything back.\n\n"
    "Stays behind:\n"
    "- job profiles\n\n"
    "Back to this program:\n"
    "- Vocabularies of others can be imported too. A concept with concepts below it "
    "becomes a cluster, one without becomes a competence.\n"
    "- RDF/XML is not read: save that as Turtle first.\n"
    "- Nothing is ever fetched from the internet.",
)

_FIRST = 100_000
_CORE = b"http://www.w3.org/2004/02/skos/core#"
_START = re.compile(r"\s*(@prefix|@base|prefix|base|#|<|_:|\[|\{)", re.IGNORECASE)
_NOTHING = Phrase(
    nl="In {name} staan geen begrippen (skos:Concept). Kies een bestand met een begrippenkader.",
    en="{name} holds no concepts (skos:Concept). Choose a file with a vocabulary.",
)
_NOT_VALID = Phrase(nl="past niet in het model: {what}", en="does not fit the framework: {what}")
_OTHERS = Phrase(
    nl="Dit begrippenkader is niet door dit programma gemaakt: begrippen met begrippen eronder zijn "
    "clusters geworden, de andere competenties. Kijk dat na.",
    en="This vocabulary was not made by this program: concepts with concepts below them became "
    "clusters, the others competences. Look at that.",
)
_PROFILES = Lost(
    "left-out",
    Phrase(
        nl="functieprofielen horen niet in een begrippenkader; neem YAML",
        en="job profiles do not belong in a vocabulary; take YAML",
    ),
)


def recognises(source: Source) -> bool:
    """Tell whether a source speaks of SKOS, in one of the forms of RDF."""
    start = source.raw[:_FIRST]
    text = start[:200].decode("utf-8", "replace").lstrip("\ufeff")
    return _CORE in start and _START.match(text) is not None


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a vocabulary. Raises UnusableError with what to do."""
    choices = choices or ImportChoices()
    nodes, read = nodes_in(source)
    vocabulary = Vocabulary(nodes, choices.language or choices.otherwise)
    if vocabulary.is_empty:
        raise UnusableError(_NOTHING, name=source.name)
    found = read_vocabulary(vocabulary)
    if choices.name:
        found.data["name"] = choices.name
    gated = through_the_gate({"$schema": FRAMEWORK_FORMAT, **found.data})
    if gated.data is None:
        raise UnusableError(_NOTHING, name=source.name)
    left = [LeftOver(Node(place), text, reason, kept) for place, text, reason, kept in found.left]
    for one in gated.findings:
        said = Phrase(nl=one.message("nl"), en=one.message("en"))
        node = Node("/".join(filter(None, (one.place.item, one.place.field))))
        left.append(LeftOver(node, node.path, _NOT_VALID.filled(what=said), is_kept=False))
    draft, unresolved = draft_of(gated.data)
    for items, position, field, id_ in unresolved:
        node = Node(f"{items}/{position}/{field}")
        left.append(LeftOver(node, id_, NO_SUCH_ITEM.filled(id=id_), is_kept=False))
    return ImportPlan(
        source=source.name,
        language=found.language,
        framework=draft,
        origins=dict(_origins(found)),
        left_overs=tuple(left),
        remarks=read.remarks if vocabulary.is_own else (*read.remarks, _OTHERS),
    )


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:  # noqa: ARG001  (one way of writing)
    """Return one file with the framework as a vocabulary; its job profiles stay behind."""
    nodes = nodes_of(content.framework)
    text = (json_ld if suffix == ".jsonld" else turtle)(nodes, content.framework.id)
    return Export({"": text.encode()}, losses(content, lost_in(content, _left_out)))


def _left_out(place: Place, held: Held) -> Lost | None:
    """Return what becomes of job profiles, and of a cluster that says it stands in itself."""
    if place[-1] == "parent" and held.value == held.item:
        return LEFT_OUT
    return _PROFILES if place[0] == "profiles" else None


def _origins(found: Found) -> Iterator[tuple[Path, Origin]]:
    """Yield which concept each item comes from."""
    for items in ("clusters", "competences"):
        for number, one in enumerate(found.data.get(items, ())):
            yield ("framework", items, number, "name"), Origin((Node(str(one["id"])),))
