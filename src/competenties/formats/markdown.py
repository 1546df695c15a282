"""Markdown: a whole framework as text that a person can read, edit in any editor and read back in.

The main language stands in place, other languages in lines that name them; ids stand behind headings
and points, so that a new name is no new item.
"""

import re
from collections.abc import Iterator
from typing import Any

from competenties.findings import Finding, UnusableError
from competenties.formats.inventory import Held, Place
from competenties.formats.loss import Export, Lost, losses
from competenties.formats.markdown_reading import Found, read_markdown
from competenties.formats.markdown_writing import markdown_of
from competenties.formats.plan import ImportPlan, LeftOver, Node, Origin, Path
from competenties.formats.source import Content, ExportChoices, ImportChoices, Source
from competenties.formats.whole import NO_SUCH_ITEM, draft_of, lost_in, text_of, through_the_gate
from competenties.messages import Phrase
from competenties.model.framework import FRAMEWORK_FORMAT

NAME = "markdown"
SUFFIXES: tuple[str, ...] = (".md",)
TITLE = Phrase(nl="Markdown (leesbare tekst)", en="Markdown (readable text)")
PAGE = Phrase(
    nl="Een heel competentiemodel als tekst met koppen en lijsten. Handig om te lezen, te "
    "bespreken en aan te passen in elk programma voor tekst. In een versiebeheer zoals "
    "Git ziet u per regel wat er is veranderd.\n\n"
    "Zo staat het in de tekst:\n"
    "- Het model heeft een kop met #, een cluster met ##, een competentie met ### en een "
    "niveau met #### ('Niveau 2: Eigen naam').\n"
    "- Elke gedragsindicator is een punt met een streepje.\n"
    "- Gedrag dat er niet bij past, staat onder de kop '##### Gedrag dat hier niet bij "
    "past'.\n"
    "- Andere velden zijn regels zoals 'Definitie: …'. Een tekst van meer regels staat "
    "daaronder, met > voor elke regel.\n"
    "- Teksten in een andere taal staan er ook: 'Definitie (en): …'.\n\n"
    "Zo past u het aan:\n"
    "1. Verander de tekst. Laat de code achteraan, zoals {#samenwerken}, staan: daaraan "
    "herkent het programma het onderdeel als u de naam verandert.\n"
    "2. Zet achter een nieuw onderdeel geen code. Die maakt het programma.\n"
    "3. Lees het bestand in: competenties import model.md -o werkmap.\n\n"
    "Gaat niet mee:\n"
    "- functieprofielen; neem daarvoor YAML",
    en="A whole framework as text with headings and lists. Useful to read, discuss and "
    "change in any program for text. Under version control such as Git you see line by "
    "line what changed.\n\n"
    "This is how it stands in the text:\n"
    "- The framework has a heading with #, a cluster ##, a competence ### and a level "
    "#### ('Level 2: Own name').\n"
    "- Each indicator is a point with a hyphen.\n"
    "- Behaviour that does not fit stands under the heading '##### Behaviour that does "
    "not fit here'.\n"
    "- Other fields are lines such as 'Definition: …'. A text of several lines stands "
    "below that, with > before each line.\n"
    "- Texts in another language are there too: 'Definition (nl): …'.\n\n"
    "This is how you change it:\n"
    "1. Change the text. Leave the code at the end, such as {#cooperation}, where it is: "
    "by that the program knows the item when you change its name.\n"
    "2. Put no code behind a new item. The program makes it.\n"
    "3. Import the file: competenties import framework.md -o folder.\n\n"
    "Stays behind:\n"
    "- job profiles; take YAML for them",
)

_FIRST = 20_000
_TITLE_LINE = re.compile(r"\A\s*# *\S.*")
_OWN = re.compile(
    r"\{#[a-z][a-z0-9-]*\}[ \t]*$|^(Taal|Language):[ \t]*[a-z]{2,3}\b|^### ", re.MULTILINE
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")  # of a person; it does not belong in a framework
_NOTHING = Phrase(
    nl="In {name} staat geen competentiemodel. Begin met een kop als '# Naam van het model', met "
    "daaronder '### Naam van een competentie'.",
    en="{name} holds no framework. Begin with a heading such as '# Name of the framework', and below it "
    "'### Name of a competence'.",
)
_NOT_VALID = Phrase(nl="past niet in het model: {what}", en="does not fit the framework: {what}")
_PROFILES = Lost(
    "left-out",
    Phrase(
        nl="functieprofielen staan niet in Markdown; neem YAML",
        en="job profiles are not in Markdown; take YAML",
    ),
)


def recognises(source: Source) -> bool:
    """Tell whether a source is Markdown: by its name, or by the headings of a framework."""
    if source.name.lower().endswith(SUFFIXES):
        return True
    start = source.raw[:_FIRST].decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")
    return _TITLE_LINE.match(start) is not None and _OWN.search(start) is not None


def plan(source: Source, choices: ImportChoices | None = None) -> ImportPlan:
    """Return what becomes of a Markdown file. Raises UnusableError with what to do."""
    choices = choices or ImportChoices()
    text, remarks = text_of(source)
    found = read_markdown(text, choices.language or choices.otherwise)
    if choices.name:
        found.data["name"] = choices.name
    left = [_left_over(found, *one) for one in found.left]
    gated = through_the_gate({"$schema": FRAMEWORK_FORMAT, **found.data})
    if gated.data is None:
        raise UnusableError(_NOTHING, name=source.name)
    left.extend(_refused(found, one) for one in gated.findings)
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
        remarks=remarks,
    )


def write(content: Content, suffix: str, choices: ExportChoices | None = None) -> Export:  # noqa: ARG001  (one way of writing)
    """Return one file with the framework; its job profiles stay behind."""
    found = losses(content, lost_in(content, _without_profiles))
    return Export({"": markdown_of(content.framework).encode()}, found)


def _without_profiles(place: Place, _held: Held) -> Lost | None:
    return _PROFILES if place[0] == "profiles" else None


def _left_over(found: Found, number: int, text: str, reason: Phrase) -> LeftOver:
    """Return a line that became nothing; it is kept with the framework unless it names a person."""
    is_kept = _ADDRESS.search(text) is None
    if is_kept:
        kept = found.data.setdefault("extra", {}).setdefault("left-overs", {})
        if isinstance(kept, dict):
            kept[str(number)] = text
    return LeftOver(Node(str(number), number), text, reason, is_kept)


def _refused(found: Found, one: Finding) -> LeftOver:
    """Return a value that the model does not take."""
    node = Node("/".join(filter(None, (one.place.item, one.place.field))))
    text = str(_value_at(found.data, one.place.pointer or ()))
    return LeftOver(node, text, _NOT_VALID.filled(what=_sentence(one)), is_kept=False)


def _sentence(one: Finding) -> Phrase:
    return Phrase(nl=one.message("nl"), en=one.message("en"))


def _value_at(data: Any, pointer: tuple[str | int, ...]) -> Any:
    for step in pointer:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return data


def _origins(found: Found) -> Iterator[tuple[Path, Origin]]:
    """Yield on which line each item stands."""
    for items in ("clusters", "competences"):
        for number, one in enumerate(found.data.get(items, ())):
            line = found.lines.get(id(one), 0)
            yield ("framework", items, number, "name"), Origin((Node(str(one["id"]), line),))
