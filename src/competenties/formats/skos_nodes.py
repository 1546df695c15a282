"""A framework as SKOS concepts that keep the Dutch standard NL-SBB.

Clusters, competences and indicators are concepts below each other in one scheme; each proficiency
scale is a scheme of its own with a concept a level. Clusters are no collections: the standard wants
every concept to have one above it, or to be a top concept, and a collection is neither. What SKOS
has no place for stands as JSON in one property of our own, so that this program reads everything back.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from competenties.formats import skos_terms as terms
from competenties.formats.skos_terms import DCT, OWL, SKOS, XSD, Iri, Labels, Literal, Nodes
from competenties.formats.whole import Data, data_of
from competenties.messages import Phrase
from competenties.model.framework import Framework

_OF_FRAMEWORK = ("name", "description", "proficiency_scales", "clusters", "competences")
_OF_SCALE = ("name", "description", "levels")
_OF_LEVEL = ("name", "description")
_OF_CLUSTER = ("name", "description", "notes", "parent")
_OF_COMPETENCE = ("name", "definition", "notes", "cluster", "indicators")
_OF_INDICATOR = ("text", "notes")


def nodes_of(framework: Framework) -> Nodes:
    """Return everything that is said of a framework, by the address of what it is said of."""
    return _Maker(framework).made()


class _Maker:
    """Makes the nodes of one framework."""

    def __init__(self, framework: Framework) -> None:
        self._data = data_of(framework)
        self._id = framework.id
        self._own = framework.language
        self._nodes: Nodes = {}
        self._labels = Labels()
        self._codes: set[str] = set()
        self._list_labels: dict[str, Labels] = {}
        self._scheme = terms.item_address(self._id)
        self._clusters: dict[str, str] = {}
        self._competences: dict[str, str] = {}
        self._tops: list[str] = []
        self._reserved: set[str] = set()

    def made(self) -> Nodes:
        """Return the nodes."""
        data = self._data
        self._framework_node(data)
        for number, one in enumerate(data.get("proficiency_scales", ())):
            self._scale(one, number)
        for items, addresses in (("clusters", self._clusters), ("competences", self._competences)):
            for one in data.get(items, ()):
                addresses.setdefault(one["id"], self._free(one["id"]))
        taken: set[str] = set()
        for number, one in enumerate(data.get("clusters", ())):
            self._cluster(one, number, taken)
        for number, one in enumerate(data.get("competences", ())):
            self._competence(one, number, taken)
        self._nodes[self._scheme][f"{SKOS}hasTopConcept"] = [Iri(one) for one in self._tops]
        return self._nodes

    def _framework_node(self, data: Data) -> None:
        node = self._node(self._scheme, terms.SCHEME, "framework", 0)
        node[f"{DCT}title"] = terms.literals(self._in(data["name"]))
        node[f"{DCT}description"] = terms.literals(self._in(data.get("description")))
        node[f"{DCT}language"] = [Literal(self._own)]
        for key, address in (("version", f"{OWL}versionInfo"), ("licence", f"{DCT}rights")):
            node[address] = [Literal(data[key])] if key in data else []
        if "valid_from" in data:
            node[f"{DCT}issued"] = [Literal(data["valid_from"], "", f"{XSD}date")]
        self._rest(node, data, _OF_FRAMEWORK)

    def _scale(self, data: Data, number: int) -> None:
        address = terms.item_address(self._id, "scale", data["id"])
        address = address if address not in self._nodes else f"{address}:{number}"
        node = self._node(address, terms.SCHEME, "scale", number)
        node[f"{DCT}title"] = terms.literals(self._in(data["name"]))
        node[f"{DCT}description"] = terms.literals(self._in(data.get("description")))
        node[f"{DCT}isPartOf"] = [Iri(self._scheme)]
        self._rest(node, data, _OF_SCALE)
        labels, codes = Labels(), set[str]()
        for position, level in enumerate(data["levels"]):
            self._scale_level(address, level, position, (labels, codes))

    def _scale_level(
        self, scheme: str, data: Data, position: int, taken: tuple[Labels, set[str]]
    ) -> None:
        labels, codes = taken
        code = str(data["number"])
        address = f"{scheme}:{code}" if code not in codes else f"{scheme}:{code}:{position}"
        node = self._node(address, terms.CONCEPT, "level", position)
        self._label(node, self._in(data["name"]), labels, code)
        self._definition(node, data.get("description"))
        if code not in codes:
            node[f"{SKOS}notation"] = [Literal(code)]
        codes.add(code)
        node[f"{SKOS}inScheme"] = node[f"{SKOS}topConceptOf"] = [Iri(scheme)]
        self._nodes[scheme].setdefault(f"{SKOS}hasTopConcept", []).append(Iri(address))
        self._rest(node, data, _OF_LEVEL)

    def _cluster(self, data: Data, number: int, taken: set[str]) -> None:
        address = self._address(data["id"], self._clusters, taken)
        node = self._concept(
            address, "cluster", number, data, self._clusters.get(data.get("parent", ""))
        )
        self._label(node, self._in(data["name"]), self._labels, data["id"])
        self._definition(node, data.get("description"))
        self._alignments(node, data)
        self._rest(node, data, _OF_CLUSTER)

    def _competence(self, data: Data, number: int, taken: set[str]) -> None:
        address = self._address(data["id"], self._competences, taken)
        above = self._clusters.get(data.get("cluster", ""))
        node = self._concept(address, "competence", number, data, above)
        label = self._label(node, self._in(data["name"]), self._labels, data["id"])
        self._definition(node, data.get("definition"))
        self._aliases(node, data, label)
        self._relations(node, data, address, above)
        self._alignments(node, data)
        node[f"{SKOS}scopeNote"] = list(self._level_notes(data))
        levels = [
            {key: value for key, value in one.items() if key != "indicators"}
            for one in data.get("levels", ())
        ]
        bare = {**data, "levels": levels} if levels else data
        self._rest(node, bare, _OF_COMPETENCE)
        position = 0
        for place, level in enumerate(data.get("levels", ())):
            for one in level.get("indicators", ()):
                self._indicator(one, position, address, (data, place))
                position += 1
        for one in data.get("indicators", ()):
            self._indicator(one, position, address, (data, None))
            position += 1

    def _indicator(self, data: Data, number: int, above: str, at: tuple[Data, int | None]) -> None:
        competence, place = at
        node = self._concept(self._free(data["id"]), "indicator", number, data, above)
        texts = self._in(data["text"])
        is_contra = data.get("polarity") == "contra"
        said = {tag: terms.short_label(text) for tag, text in texts.items()}
        if is_contra:
            said = {tag: _contra(text, tag) for tag, text in said.items()}
            node[f"{SKOS}scopeNote"] = [terms.phrase_in(terms.CONTRA_NOTE, self._own)]
            node[f"{terms.OWN}polarity"] = [Literal("contra")]
        labels = self._labels.unique(said, data["id"])
        node[f"{SKOS}prefLabel"] = terms.literals(labels)
        node[f"{SKOS}definition"] = terms.literals(texts)
        node[f"{SKOS}example"] = [
            one for text in data.get("examples", ()) for one in terms.literals(self._in(text))
        ]
        self._alignments(node, data)
        more: Data = {}
        if place is not None:
            more = {"at": place}
            node[f"{terms.OWN}level"] = list(self._level_address(competence, place))
        self._rest(node, {**data, **more}, _OF_INDICATOR)

    def _level_address(self, competence: Data, place: int) -> Iterator[Iri]:
        scales = self._data.get("proficiency_scales", ())
        wanted = competence.get("scale", scales[0]["id"] if scales else "")
        number = competence["levels"][place]["level"]
        address = f"{terms.item_address(self._id, 'scale', wanted)}:{number}"
        if address in self._nodes:
            yield Iri(address)

    def _level_notes(self, data: Data) -> Iterator[Literal]:
        """Yield what a competence says of its levels, for who reads it in another program."""
        for level in data.get("levels", ()):
            for field in ("name", "text"):
                for tag, text in self._in(level.get(field)).items():
                    language = "nl" if tag.partition("-")[0] == "nl" else "en"
                    note = terms.LEVEL_NOTE.nl if language == "nl" else terms.LEVEL_NOTE.en
                    yield Literal(note.format(number=level["level"], text=text), tag)

    def _concept(
        self, address: str, part: str, number: int, data: Data, above: str | None
    ) -> terms.Node:
        node = self._node(address, terms.CONCEPT, part, number)
        node[f"{SKOS}inScheme"] = [Iri(self._scheme)]
        if data["id"] not in self._codes:
            self._codes.add(data["id"])
            node[f"{SKOS}notation"] = [Literal(data["id"])]
        node[f"{SKOS}editorialNote"] = terms.literals(self._in(data.get("notes")))
        if above is None or above == address:
            node[f"{SKOS}topConceptOf"] = [Iri(self._scheme)]
            self._tops.append(address)
        else:
            node[f"{SKOS}broader"] = [Iri(above)]
            below = self._nodes.setdefault(above, {})
            below.setdefault(f"{SKOS}narrower", []).append(Iri(address))
        return node

    def _node(self, address: str, type_: str, part: str, number: int) -> terms.Node:
        node = self._nodes.setdefault(address, {})
        node[terms.TYPE] = [Iri(type_)]
        node[terms.PART] = [Literal(part)]
        node[terms.ORDER] = [Literal(str(number), "", f"{XSD}integer")]
        return node

    def _label(
        self, node: terms.Node, texts: dict[str, str], labels: Labels, code: str
    ) -> dict[str, str]:
        """Put a name; the name itself goes along where its label had to become another one."""
        made = labels.unique(texts, code)
        node[f"{SKOS}prefLabel"] = terms.literals(made)
        changed = {tag: text for tag, text in texts.items() if made[tag] != text}
        node[f"{terms.OWN}name"] = terms.literals(changed)
        return made

    def _definition(self, node: terms.Node, text: Any) -> None:
        """Put a definition; the standard asks for one, so a sentence says where there is none."""
        found = terms.literals(self._in(text))
        node[f"{SKOS}definition"] = found or [terms.phrase_in(terms.NO_DEFINITION, self._own)]
        if not found:
            node[f"{terms.OWN}without"] = [Literal("definition")]

    def _aliases(self, node: terms.Node, data: Data, labels: dict[str, str]) -> None:
        found = [one for text in data.get("aliases", ()) for one in terms.literals(self._in(text))]
        node[f"{SKOS}altLabel"] = [
            one
            for one in found
            if isinstance(one, Literal) and labels.get(one.language) != one.text
        ]

    def _relations(self, node: terms.Node, data: Data, address: str, above: str | None) -> None:
        node[f"{SKOS}related"] = [
            Iri(other)
            for one in data.get("relations", ())
            if one["kind"] == "related"
            and (other := self._competences.get(one["competence"])) not in (None, address, above)
            and other is not None
        ]

    def _alignments(self, node: terms.Node, data: Data) -> None:
        """Put each target once: two kinds of match with one target contradict each other."""
        seen: set[str] = set()
        for one in data.get("alignments", ()):
            address = terms.target_address(one["scheme"], one["target"])
            if address in seen:
                continue
            seen.add(address)
            self._target(address, one)
            match = terms.MATCHES[one.get("match", "close")]
            node.setdefault(match, []).append(Iri(address))

    def _target(self, address: str, alignment: Data) -> None:
        """Put the target of an alignment as a concept too, as the standard asks."""
        if address in self._nodes:
            return
        scheme = terms.list_address(alignment["scheme"])
        holder = self._nodes.setdefault(scheme, {terms.TYPE: [Iri(terms.SCHEME)]})
        holder[f"{DCT}title"] = [Literal(alignment["scheme"], self._own)]
        holder.setdefault(f"{SKOS}hasTopConcept", []).append(Iri(address))
        texts = self._in(alignment.get("label")) or {self._own: alignment["target"]}
        labels = self._list_labels.setdefault(scheme, Labels())
        self._nodes[address] = {
            terms.TYPE: [Iri(terms.CONCEPT)],
            f"{SKOS}prefLabel": terms.literals(labels.unique(texts, alignment["target"])),
            f"{SKOS}definition": terms.literals(texts),
            f"{SKOS}inScheme": [Iri(scheme)],
            f"{SKOS}topConceptOf": [Iri(scheme)],
        }

    def _rest(self, node: terms.Node, data: Data, said: Sequence[str]) -> None:
        rest = {key: value for key, value in data.items() if key not in said}
        node[terms.REST] = [Literal(json.dumps(rest, ensure_ascii=False))]

    def _address(self, id_: str, addresses: dict[str, str], taken: set[str]) -> str:
        """Return the address of a cluster or competence; a second one with that id gets another."""
        address = addresses[id_]
        if address in taken:
            address = self._free(id_)
        taken.add(address)
        return address

    def _free(self, id_: str) -> str:
        address, number = terms.item_address(self._id, id_), 2
        while address in self._reserved:
            address = terms.item_address(self._id, id_, number)
            number += 1
        self._reserved.add(address)
        return address

    def _in(self, text: Any) -> dict[str, str]:
        return terms.texts_of(text, self._own)


def _contra(text: str, tag: str) -> str:
    phrase: Phrase = terms.CONTRA
    return phrase.say("nl" if tag.partition("-")[0] == "nl" else "en", text=text)
