"""Reads the items of a CASE package: clusters, competences with their levels, and behaviour."""

from collections.abc import Collection

from competenties.formats.case_drafts import (
    Drafts,
    Texts,
    foreign_ids,
    name_and_more,
    own_id,
    sent_back,
)
from competenties.formats.case_identity import RUBRIC_TITLE
from competenties.formats.case_kept import BARE, RUBRIC, STATEMENT
from competenties.formats.case_levels_in import Levels, Seen
from competenties.formats.case_package import Entry, Package, has_words, text
from competenties.formats.case_terms import CONTRA, bullets, concluded, spoken
from competenties.formats.identity import node_uuid
from competenties.formats.plan import Draft
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES
from competenties.model.indicator import AUDIENCES
from competenties.model.record import STATUSES

_NO_NAME = Phrase(nl="Zonder naam {number}", en="Without a name {number}")
_LONG = 120
"""A statement longer than this is the definition; its start becomes the name."""

_USED = {
    "identifier",
    "uri",
    "lastChangeDateTime",
    "fullStatement",
    "humanCodingScheme",
    "CFItemTypeURI",
    "CFDocumentURI",
    "CFItemAssociationURI",
    "notes",
    "language",
}


class Items:
    """Makes drafts of items; `drafts` are those that were made."""

    def __init__(self, package: Package, drafts: Drafts, framework: Draft, levels: Levels) -> None:
        """Begin without items; who is who is filled in from outside."""
        self._made, self._framework, self._levels = drafts, framework, levels
        self._level = levels.of_behaviour(package)
        self.drafts: dict[Entry, Draft] = {}
        self.ids: dict[Entry, str] = {}
        self.clusters: dict[Entry, int] = {}
        self.behaviour: dict[Entry, list[Entry]] = {}

    def cluster(self, entry: Entry) -> Draft:
        """Return the draft of a cluster."""
        draft, texts = self._start(entry, "description")
        if entry.parent in self.clusters:
            draft["parent"] = self.clusters[entry.parent]
        self._common(entry, draft, texts)
        return draft

    def competence(self, entry: Entry) -> Draft:
        """Return the draft of a competence, with its behaviour at every level."""
        draft, texts = self._start(entry, "definition")
        self._choose(entry, draft, "type", COMPETENCE_TYPES)
        if entry.parent in self.clusters:
            draft["cluster"] = self.clusters[entry.parent]
        self._aliases(entry, draft, texts)
        self._common(entry, draft, texts)
        scale = self._scale(entry, draft)
        levels = self._behaviour(entry, draft)
        for seen in self._levels.rubrics.get(entry, ()):
            self._rubric_level(draft, levels[seen.number], seen, texts)
            self._level_name(levels[seen.number], seen, texts, scale)
        if levels:
            draft["levels"] = list(levels.values())
        self._keep_rubric(entry, draft)
        return draft

    def _start(self, entry: Entry, field: str) -> tuple[Draft, Texts]:
        """Return a draft with its name and what that means."""
        draft: Draft = {"id": self.ids[entry]}
        self.drafts[entry] = draft
        texts = Texts(entry, self._made.language)
        name, more = name_and_more(entry)
        if not has_words(name):
            name = self._any_words(entry)
        if not entry.type and not more and len(name) > _LONG:
            name, more = _start_of(name), name
        is_short = has_words(entry.data.get("abbreviatedStatement"))
        place = f"{entry.path}/{'abbreviatedStatement' if is_short else 'fullStatement'}"
        self._made.put(draft, "name", name, texts.at("name", place), guess=entry.is_guess)
        at = texts.at("description", f"{entry.path}/fullStatement")
        self._made.put(draft, field, more, at, guess=entry.is_guess)
        if more and more == text(entry.data.get("fullStatement")):
            self._made.keep(draft, STATEMENT, BARE)
        return draft, texts

    def _indicator(self, entry: Entry) -> Draft:
        draft: Draft = {}
        self.drafts[entry] = draft
        if identifier := own_id(entry):
            draft["id"] = identifier
        texts = Texts(entry, self._made.language)
        said = self._any_words(entry)
        at = texts.at("name", f"{entry.path}/fullStatement")
        self._made.put(
            draft, "text", said if entry.type else said.strip(), at, guess=entry.is_guess
        )
        if entry.type == CONTRA.code:
            draft["polarity"] = "contra"
        for key in ("kind", "contrasts_with"):
            if has_words(entry.ours.get(key)):
                draft[key] = entry.ours[key]
        self._choose(entry, draft, "audience", AUDIENCES)
        self._common(entry, draft, texts)
        return draft

    def _any_words(self, entry: Entry) -> str:
        """Return the statement of an item, or what stands in for one."""
        keys = ("fullStatement", "alternativeLabel", "abbreviatedStatement", "humanCodingScheme")
        found = (text(entry.data.get(key)) for key in keys)
        missing = spoken(_NO_NAME, self._made.language, number=entry.index + 1)
        return next((one for one in found if has_words(one)), missing)

    def _common(self, entry: Entry, draft: Draft, texts: Texts) -> None:
        """Put what every item has: notes, status, foreign ids; and leave over the rest."""
        data = entry.data
        at = texts.at("notes", f"{entry.path}/notes")
        self._made.put(draft, "notes", text(data.get("notes")), at)
        self._choose(entry, draft, "status", STATUSES)
        found = foreign_ids(entry.ours.get("identifiers"))
        if found is None:
            own = own_id(entry)
            node = (entry.uuid, text(data.get("uri")), text(data.get("humanCodingScheme")))
            found = concluded(node, self._uuid(own), own or None)
        if found:
            draft["identifiers"] = found
        self._made.leave_rest(draft, data, entry.path, self._used(entry, draft))
        self._keep(entry, draft)

    def _used(self, entry: Entry, draft: Draft) -> set[str]:
        """Return the fields of which something was made."""
        used = _USED | ({"CFItemType"} if entry.type else set())
        if entry.role != "indicator":
            used.add("abbreviatedStatement")
        return used | {"conceptKeywords"} if "aliases" in draft else used

    def _keep_rubric(self, entry: Entry, draft: Draft) -> None:
        """Keep how a server calls the rubric, so that it gets no second one; not what we call it."""
        named = self._levels.names_of_rubrics.get(entry, {})
        name = draft.get("name", "")
        said = name if isinstance(name, str) else next(iter(name.values()))
        own = {
            "identifier": self._uuid(draft["id"], "CFRubric"),
            "criterion": self._uuid(draft["id"], "CFRubricCriterion"),
            "title": spoken(RUBRIC_TITLE, self._made.language, name=said),
        }
        kept = {key: one for key, one in named.items() if has_words(one) and one != own[key]}
        self._made.keep(draft, RUBRIC, kept)

    def _keep(self, entry: Entry, draft: Draft) -> None:
        """Keep what a server wants to see again: the name of the type, and of what a short form is."""
        data = entry.data
        if entry.is_named_by_others and not sent_back(data):
            for key in ("CFItemType", "CFItemTypeURI"):
                self._made.keep(draft, key, data.get(key))
        if entry.role == "indicator" and has_words(data.get("abbreviatedStatement")):
            self._made.keep(draft, "fullStatement", text(data.get("fullStatement")))

    def _uuid(self, *parts: str | int) -> str:
        """Return the UUID that an item of ours has; of another framework it is none of these."""
        return node_uuid(self._framework.get("id", ""), *parts)

    def _choose(self, entry: Entry, draft: Draft, key: str, known: Collection[str]) -> None:
        if text(value := entry.ours.get(key)) in known:
            draft[key] = value

    def _aliases(self, entry: Entry, draft: Draft, texts: Texts) -> None:
        """Put the other names: key words that we wrote; those of others are no names."""
        words = entry.data.get("conceptKeywords")
        if not entry.type or not isinstance(words, list) or not words:
            return
        if "conceptKeywords" in sent_back(entry.data):
            return
        if all(map(has_words, words)):
            languages = [texts.language(f"aliases/{number}") for number in range(len(words))]
            draft["aliases"] = list(map(self._made.said, words, languages))
            self._made.mark(draft, "aliases", f"{entry.path}/conceptKeywords")

    def _scale(self, entry: Entry, draft: Draft) -> Entry | None:
        """Return the scale of a competence: the one it names, else that of its behaviour."""
        named, positions = entry.ours.get("scale"), self._levels.positions
        for scale, position in positions.items():
            if named is not None and self._levels.scales[position].get("id") == named:
                draft["scale"] = position
                return scale
        behaviour = self.behaviour.get(entry, ())
        for scale, _ in (self._level[one] for one in behaviour if one in self._level):
            if positions.get(scale, 0):
                draft["scale"] = positions[scale]
            return scale
        return next(iter(positions), next((one for one, _ in self._levels.names), None))

    def _behaviour(self, entry: Entry, draft: Draft) -> dict[int, Draft]:
        """Return the levels of a competence, those of the rubric first, with the behaviour there."""
        rubric = self._levels.rubrics.get(entry, ())
        levels: dict[int, Draft] = {one.number: {"level": one.number} for one in rubric}
        for one in self.behaviour.get(entry, ()):
            owner = draft
            if one in self._level:
                number = self._level[one][1]
                owner = levels.setdefault(number, {"level": number})
            owner.setdefault("indicators", []).append(self._indicator(one))
        return levels

    def _rubric_level(self, owner: Draft, level: Draft, seen: Seen, texts: Texts) -> None:
        said = _without(text(seen.data.get("description")), level.get("indicators", []))
        at = texts.at(f"levels/{seen.number}/text", f"{seen.path}/description")
        self._made.put(level, "text", said, at)
        uuid = text(seen.data.get("identifier")).lower()
        if found := concluded((uuid, "", ""), self._uuid(owner["id"], seen.number), None):
            level["identifiers"] = found

    def _level_name(self, level: Draft, seen: Seen, texts: Texts, scale: Entry | None) -> None:
        quality = text(seen.data.get("quality"))
        if quality != self._levels.names.get((scale, seen.number)):
            at = texts.at(f"levels/{seen.number}/name", f"{seen.path}/quality")
            self._made.put(level, "name", quality, at)


def _start_of(statement: str) -> str:
    """Return the start of a long statement as a name."""
    line = statement.split("\n", 1)[0][:_LONG]
    words = line if len(line) < _LONG else line.rsplit(maxsplit=1)[0]
    return f"{words.rstrip(' .,;:')}…"


def _without(description: str, indicators: list[Draft]) -> str:
    """Return the text of a level without the behaviour that we wrote behind it."""
    wanted = (one["text"] for one in indicators if one.get("polarity") != "contra")
    behaviour = bullets(one if isinstance(one, str) else next(iter(one.values())) for one in wanted)
    if description == behaviour:
        return ""
    return description.removesuffix(f"\n\n{behaviour}") if behaviour else description
