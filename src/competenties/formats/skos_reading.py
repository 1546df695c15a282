"""Reads SKOS as the data of a framework: what this program wrote, and vocabularies of others.

What others wrote has no levels and no behaviour: a concept with others below it becomes a cluster,
one without becomes a competence. A concept that somebody added below a competence is an indicator.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from competenties.formats import skos_terms as terms
from competenties.formats.skos_graph import tag_of
from competenties.formats.skos_terms import DCT, OWL, RDFS, SKOS, Iri, Literal
from competenties.formats.skos_vocabulary import Vocabulary, number_in, plain, rest, scheme_of
from competenties.messages import Phrase
from competenties.model.ids import item_id, slug
from competenties.office.clean import has_ink

Data = dict[str, Any]

_UNKNOWN = Phrase(
    nl="het model heeft hier geen veld voor", en="the framework has no field for this"
)
_SECOND = Phrase(
    nl="een tweede tekst in dezelfde taal; de eerste is genomen",
    en="a second text in the same language; the first was taken",
)
_ODD_TAG = Phrase(
    nl='de taalcode "{tag}" kent het model niet',
    en='the framework does not know the language "{tag}"',
)
_OTHER_SCHEME = Phrase(
    nl="staat in een ander begrippenkader van dit bestand",
    en="stands in another scheme of this file",
)
_LABEL = Phrase(
    nl="de naam van een gedragsindicator; zijn tekst staat in skos:definition",
    en="the label of an indicator; its text stands in skos:definition",
)
_HANDLED = {
    terms.TYPE,
    terms.PART,
    terms.REST,
    terms.ORDER,
    *(f"{terms.OWN}{name}" for name in ("name", "without", "level", "polarity")),
    *(
        f"{SKOS}{name}"
        for name in [
            "prefLabel",
            "altLabel",
            "definition",
            "editorialNote",
            "notation",
            "broader",
            "narrower",
            "related",
            "inScheme",
            "topConceptOf",
            "hasTopConcept",
        ]
    ),
    *terms.MATCHES.values(),
    *(
        f"{DCT}{name}"
        for name in ("title", "description", "language", "issued", "rights", "isPartOf")
    ),
    f"{OWL}versionInfo",
}
_WRITTEN_TOO = {f"{SKOS}scopeNote", f"{SKOS}example"}
"""What this program writes for other readers, from what it reads elsewhere."""


@dataclass
class Found:
    """The data of a framework, and what did not become part of it: place, text, reason, kept."""

    data: Data
    language: str
    left: list[tuple[str, str, Phrase, bool]] = field(default_factory=list)


def read_vocabulary(vocabulary: Vocabulary) -> Found:
    """Return what a vocabulary says."""
    return _Reader(vocabulary).read()


class _Reader:
    """Reads one file."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._nodes = vocabulary.nodes
        self._main = vocabulary.main
        self._own = vocabulary.own
        self._found = Found({}, self._own)
        self._ids: dict[str, str] = {}
        self._made: dict[str, Data] = {}
        self._taken: set[str] = set()

    def read(self) -> Found:
        """Return the data."""
        self._framework()
        concepts = self._vocabulary.concepts
        parts = {one: self._vocabulary.part_of(one) for one in concepts}
        for one in concepts:
            if "id" in (said := rest(self._nodes[one])):
                self._ids[one] = said["id"]
                self._taken.add(said["id"])
        for wanted, make in (
            ("cluster", self._cluster),
            ("competence", self._competence),
            ("indicator", self._indicator),
        ):
            for one in concepts:
                if parts[one] == wanted:
                    make(one)
        for one in self._made:
            self._refer(one, parts)
        for one in self._vocabulary.elsewhere:
            label = _any(self._text(self._texts(one, f"{SKOS}prefLabel"))) or one
            self._leave(one, label, _OTHER_SCHEME)
        return self._found

    def _framework(self) -> None:
        data, node = self._found.data, self._nodes.get(self._main, {})
        data.update(rest(node))
        data["language"] = self._own
        titles = self._texts(self._main, f"{DCT}title") or self._texts(
            self._main, f"{SKOS}prefLabel"
        )
        if titles or "name" not in data:
            fallback = self._main.rstrip("/#").rpartition("/")[2] or "SKOS"
            data["name"] = self._text(titles) or fallback
        self._put(data, "description", self._main, (f"{DCT}description", f"{RDFS}comment"))
        data.setdefault("id", slug(_any(data["name"])))
        if "version" not in data and (said := plain(node, f"{OWL}versionInfo")):
            data["version"] = said
        if "licence" not in data and (said := plain(node, f"{DCT}rights")):
            data["licence"] = said
        if self._vocabulary.scales:
            data["proficiency_scales"] = [self._scale(one) for one in self._vocabulary.scales]
        self._unknown(self._main, data)

    def _scale(self, address: str) -> Data:
        made: Data = dict(rest(self._nodes[address]))
        made["name"] = self._text(self._texts(address, f"{DCT}title")) or address
        made.setdefault("id", slug(_any(made["name"])))
        self._put(made, "description", address, (f"{DCT}description",))
        made["levels"] = [self._level(one) for one in self._vocabulary.levels_of(address)]
        self._unknown(address, made)
        return made

    def _level(self, address: str) -> Data:
        made: Data = dict(rest(self._nodes[address]))
        made.setdefault("number", number_in(self._nodes[address], f"{SKOS}notation") or 0)
        self._name(made, address)
        self._definition(made, "description", address)
        self._unknown(address, made)
        return made

    def _cluster(self, address: str) -> None:
        made = self._item(address)
        self._definition(made, "description", address)
        self._found.data.setdefault("clusters", []).append(made)

    def _competence(self, address: str) -> None:
        made = self._item(address)
        self._definition(made, "definition", address)
        self._aliases(made, address)
        self._found.data.setdefault("competences", []).append(made)

    def _item(self, address: str) -> Data:
        """Return what clusters and competences share."""
        node = self._nodes[address]
        made: Data = dict(rest(node))
        self._name(made, address)
        if "id" not in made:
            made["id"] = slug(_any(made["name"]), self._taken)
            self._taken.add(made["id"])
            self._ids[address] = made["id"]
            self._foreign_ids(made, address)
        self._put(made, "notes", address, (f"{SKOS}editorialNote",))
        self._alignments(made, address)
        self._unknown(address, made)
        self._made[address] = made
        return made

    def _foreign_ids(self, made: Data, address: str) -> None:
        """Keep the address and the code that another program gave."""
        kept = [] if address.startswith("_:") else [{"scheme": self._main or "SKOS", "id": address}]
        code = plain(self._nodes[address], f"{SKOS}notation")
        made["identifiers"] = [*kept, *([{"scheme": "skos:notation", "id": code}] if code else [])]

    def _indicator(self, address: str) -> None:
        competence = self._made[self._vocabulary.above(address) or ""]
        made: Data = dict(rest(self._nodes[address]))
        at = made.pop("at", None)
        texts = self._texts(address, f"{SKOS}definition")
        labels = self._texts(address, f"{SKOS}prefLabel")
        made["text"] = self._text(texts or labels)
        if texts:
            self._other_label(address, texts, labels)
        if "id" not in made:
            owner, root = competence["id"], self._found.data["id"]
            made["id"] = item_id(owner, root, owner, _any(made["text"]), self._taken)
            self._taken.add(made["id"])
        self._put(made, "notes", address, (f"{SKOS}editorialNote",))
        self._alignments(made, address)
        self._unknown(address, made)
        levels = competence.get("levels", [])
        is_level = isinstance(at, int) and 0 <= at < len(levels) and isinstance(levels[at], dict)
        holder = levels[at] if is_level else competence
        holder.setdefault("indicators", []).append(made)

    def _other_label(self, address: str, texts: dict[str, str], labels: dict[str, str]) -> None:
        """Say so when somebody gave an indicator a label that its text does not begin with."""
        for tag, label in labels.items():
            short = terms.short_label(texts.get(tag, label)).removesuffix("…")
            if short not in label:
                self._found.left.append((address, label, _LABEL, False))

    def _refer(self, address: str, parts: dict[str, str]) -> None:
        """Say in which cluster an item stands, and to which competences it is related."""
        made, above = self._made[address], self._vocabulary.above(address)
        if above is not None and parts.get(above) == "cluster":
            made["parent" if parts[address] == "cluster" else "cluster"] = self._ids[above]
        if parts[address] != "competence":
            return
        known = made.get("relations", [])
        named = {one.get("competence") for one in known if isinstance(one, dict)}
        for value in self._nodes[address].get(f"{SKOS}related", ()):
            other = value.value if isinstance(value, Iri) else ""
            if parts.get(other) == "competence" and self._ids[other] not in named:
                known = [*known, {"kind": "related", "competence": self._ids[other]}]
        if known:
            made["relations"] = known

    def _name(self, made: Data, address: str) -> None:
        """Put a name: the label, or what it stands for where it had to be made unique."""
        labels = self._texts(address, f"{SKOS}prefLabel")
        real = self._texts(address, f"{terms.OWN}name")
        said = {
            tag: real[tag] if tag in real and label.startswith(real[tag]) else label
            for tag, label in labels.items()
        }
        made["name"] = self._text(said) or address.rstrip("/#").rpartition("/")[2] or address

    def _definition(self, made: Data, key: str, address: str) -> None:
        texts = self._texts(address, f"{SKOS}definition")
        without = plain(self._nodes[address], f"{terms.OWN}without") == "definition"
        if without and set(texts.values()) <= set(terms.NO_DEFINITION):
            return
        if texts:
            made[key] = self._text(texts)
        else:
            self._put(
                made, key, address, (f"{DCT}description", f"{RDFS}comment", f"{SKOS}scopeNote")
            )

    def _aliases(self, made: Data, address: str) -> None:
        """Add the other labels that are not among the aliases yet."""
        known = list(made.get("aliases", []))
        said = {text for one in known for text in terms.texts_of(one, self._own).items()}
        for value in sorted(self._nodes[address].get(f"{SKOS}altLabel", ()), key=str):
            if isinstance(value, Literal) and has_ink(value.text):
                tag = (tag_of(value.language) if value.language else self._own) or self._own
                if (tag, value.text) not in said:
                    known.append(self._text({tag: value.text}))
        if known:
            made["aliases"] = known

    def _alignments(self, made: Data, address: str) -> None:
        """Add the matches that are not among the alignments yet."""
        known = list(made.get("alignments", []))
        said = {terms.target_address(str(one["scheme"]), str(one["target"])) for one in known}
        for match, predicate in terms.MATCHES.items():
            known.extend(
                self._alignment(value.value, match)
                for value in sorted(self._nodes[address].get(predicate, ()))
                if isinstance(value, Iri) and value.value not in said
            )
        if known:
            made["alignments"] = known

    def _alignment(self, target: str, match: str) -> Data:
        node = self._nodes.get(target, {})
        scheme = scheme_of(node) or ""
        titles = self._texts(scheme, f"{DCT}title") if scheme in self._nodes else {}
        made: Data = {"scheme": _any(self._text(titles)) or scheme or "SKOS", "target": target}
        labels = self._texts(target, f"{SKOS}prefLabel") if node else {}
        if labels:
            made["label"] = self._text(labels)
        return {**made, "match": match} if match != "close" else made

    def _put(self, made: Data, key: str, address: str, predicates: Iterable[str]) -> None:
        for predicate in predicates:
            texts = self._texts(address, predicate)
            if texts:
                made[key] = self._text(texts)
                return

    def _texts(self, address: str, predicate: str) -> dict[str, str]:
        """Return the texts of a property, one a language."""
        found: dict[str, str] = {}
        for value in sorted(self._nodes.get(address, {}).get(predicate, ()), key=str):
            if not isinstance(value, Literal) or not has_ink(value.text):
                continue
            tag = tag_of(value.language) if value.language else self._own
            if tag is None:
                self._leave(address, value.text, _ODD_TAG.filled(tag=value.language))
            elif tag in found:
                self._leave(address, value.text, _SECOND)
            else:
                found[tag] = value.text
        return found

    def _leave(self, address: str, text: str, reason: Phrase) -> None:
        one = (address, text, reason, False)
        if one not in self._found.left[-8:]:
            self._found.left.append(one)

    def _text(self, texts: dict[str, str]) -> Any:
        return texts[self._own] if set(texts) == {self._own} else texts

    def _unknown(self, address: str, made: Data) -> None:
        """Keep what is said of an item and has no field, under `extra`."""
        node = self._nodes.get(address, {})
        handled = _HANDLED | _WRITTEN_TOO if terms.PART in node else _HANDLED
        kept: dict[str, list[str]] = {}
        for predicate in sorted(set(node) - handled):
            texts = sorted(
                one.text if isinstance(one, Literal) else one.value for one in node[predicate]
            )
            kept[predicate] = texts
            self._found.left.extend((address, text, _UNKNOWN, True) for text in texts)
        if kept:
            extra = made.get("extra")
            made["extra"] = {**(extra if isinstance(extra, dict) else {}), "skos": kept}


def _any(text: Any) -> str:
    return text if isinstance(text, str) else next(iter(text.values()), "")
