"""What becomes of a file of Moodle: its tree as the draft of a framework, cell by cell."""

from collections.abc import Iterator, Sequence

from competenties.formats.anchor_reading import OF_FRAMEWORK, Described
from competenties.formats.language_guess import language_of
from competenties.formats.moodle_codes import NodeKind, parsed
from competenties.formats.moodle_columns import (
    CONFIGURATION,
    DESCRIPTION,
    EXPORTED,
    ID,
    NAME,
    OUTCOME,
    PARENT,
    RELATED,
    RULE,
    RULE_CONFIGURATION,
    TAXONOMY,
    VALUES,
)
from competenties.formats.moodle_competences import SETTING, CompetenceDrafts, keep_scale
from competenties.formats.moodle_drafts import Drafts, description_of, name_of
from competenties.formats.moodle_kinds import is_ours, related, settle_foreign, settle_own
from competenties.formats.moodle_reading import Node, Tree, looks_like_moodle, read_tree
from competenties.formats.moodle_rules import EXTRA, rule_data
from competenties.formats.moodle_scales import ScaleDrafts
from competenties.formats.plan import Draft, ImportPlan, Origin, Path, PlannedColumn
from competenties.formats.source import ImportChoices
from competenties.messages import Phrase
from competenties.office.tables import TableFile

_COLUMNS = {
    PARENT: Phrase(nl="plaats in de boom", en="place in the tree"),
    ID: Phrase(nl="id", en="id"),
    NAME: Phrase(nl="naam of gedrag", en="name or behaviour"),
    DESCRIPTION: Phrase(nl="omschrijving en niveaus", en="description and levels"),
    VALUES: Phrase(nl="niveau-indeling", en="proficiency scale"),
    RELATED: Phrase(nl="verbanden", en="relations"),
}
_OF_MOODLE = Phrase(nl="instelling van Moodle", en="setting of Moodle")
_RULE_UNKNOWN = Phrase(
    nl="is een regel die niet te begrijpen is; hij blijft bewaard",
    en="is a rule that cannot be understood; it is kept",
)
_SECOND_FRAMEWORK = Phrase(
    nl="is een tweede raamwerk in hetzelfde bestand; het eerste is gebruikt",
    en="is a second framework in the same file; the first was used",
)
_NOT_RELATED = Phrase(
    nl="verwijst ook naar iets anders dan een competentie in dit bestand; het blijft bewaard",
    en="refers to something else than a competence in this file too; it is kept",
)
_NO_FRAMEWORK = Phrase(
    nl="Geen rij heeft een 1 bij Is framework; het model heet nu naar het bestand.",
    en="No row has a 1 under Is framework; the framework is named after the file.",
)
_NO_PLACE = Phrase(
    nl="valt buiten de kolommen van Moodle; het blijft bewaard bij het model",
    en="is outside the columns of Moodle; it is kept with the framework",
)
_FIELDS = {
    "clusters": {PARENT: "parent", DESCRIPTION: "description"},
    "competences": {
        PARENT: "cluster",
        DESCRIPTION: "definition",
        VALUES: "scale",
        RELATED: "relations",
    },
}


def plan_of(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of a file. Raises UnusableError where it is not of Moodle."""
    sheets = [one for one in file.sheets if looks_like_moodle(one)] or list(file.sheets)
    return _Planning(read_tree(file.name, sheets[0]), file, choices).plan()


class _Planning:
    def __init__(self, tree: Tree, file: TableFile, choices: ImportChoices) -> None:
        self._tree, self._file, self._choices = tree, file, choices
        self._framework: Draft = {}
        self._remarks = [*file.remarks, *tree.remarks]
        self._drafts = Drafts(tree.notes)
        root = tree.framework
        self._about = description_of(root, OF_FRAMEWORK) if root else Described()
        self._is_ours = is_ours(tree, says_so="language" in self._about.facts)
        (settle_own if self._is_ours else settle_foreign)(tree)
        self._scales = ScaleDrafts(tree, self._about, is_ours=self._is_ours)
        self._by_kind: dict[NodeKind, list[Node]] = {}
        for node in tree.nodes:
            self._by_kind.setdefault(node.kind, []).append(node)
        self._cluster_of = _nearest(tree.nodes, "cluster")

    def plan(self) -> ImportPlan:
        """Return the plan; every filled cell of the file is accounted for in it."""
        self._take_framework()
        self._framework["clusters"] = list(self._clusters())
        self._framework["competences"] = list(self._competences())
        self._framework["proficiency_scales"] = self._scales.drafts
        self._take_relations()
        self._take_rules()
        self._leave_others()
        self._account()
        return ImportPlan(
            source=self._file.name,
            language=self._language(),
            framework={key: value for key, value in self._framework.items() if value},
            origins=self._drafts.origins,
            columns=tuple(self._columns()),
            left_overs=tuple(self._drafts.left_overs),
            notes=tuple(self._drafts.notes),
            remarks=tuple(self._remarks),
        )

    def _take_framework(self) -> None:
        root, draft, about = self._tree.framework, self._framework, self._about
        if root is None:
            self._remarks.append(_NO_FRAMEWORK)
            file = self._file.name
            draft["name"] = self._choices.name or file.rpartition(".")[0] or file or "-"
            return
        root.base = parsed(root[ID]).base if self._is_ours else root[ID]
        draft["name"] = self._choices.name or name_of(root, about)
        if root[ID]:
            self._drafts.give_id(draft, root, is_root=True)
        draft.update({key: value for key, value in about.facts.items() if key != "language"})
        if about.text:
            draft["description"] = about.text
        if about.other_facts:
            draft.setdefault("extra", {})["about"] = list(about.other_facts)
        if not self._is_ours:
            self._drafts.keep(root, TAXONOMY, "taxonomy", draft, SETTING)
            self._drafts.keep(root, CONFIGURATION, "scale_configuration", draft, SETTING)
        if self._scales.is_kept_apart:
            self._drafts.keep(root, VALUES, "scale_values", draft, SETTING)

    def _clusters(self) -> Iterator[Draft]:
        found = self._by_kind.get("cluster", [])
        positions = {id(node): place for place, node in enumerate(found)}
        for node in found:
            said = description_of(node, ())
            draft: Draft = {"name": name_of(node, said)}
            self._drafts.give_id(draft, node)
            if said.text:
                draft["description"] = said.text
            if above := self._cluster_of.get(id(node)):
                draft["parent"] = positions[id(above)]
            keep_scale(self._drafts, node, draft)
            yield draft

    def _competences(self) -> Iterator[Draft]:
        making = CompetenceDrafts(self._drafts, self._scales, is_ours=self._is_ours)
        clusters = {id(node): n for n, node in enumerate(self._by_kind.get("cluster", []))}
        below: dict[int, list[Node]] = {}
        owners = _nearest(self._tree.nodes, "competence")
        for node in self._by_kind.get("indicator", []):
            below.setdefault(id(owners[id(node)]), []).append(node)
        for place, node in enumerate(self._by_kind.get("competence", [])):
            path: Path = ("framework", "competences", place)
            draft = making.competence(node, path, below.get(id(node), []))
            if above := self._cluster_of.get(id(node)):
                draft["cluster"] = clusters[id(above)]
            yield draft

    def _take_relations(self) -> None:
        """Take references between competences; those with levels have done their work by now."""
        drafts, by_id = self._drafts, self._tree.by_id
        for node in self._tree.nodes:
            draft = drafts.made.get(id(node))
            named = dict.fromkeys(related(node))
            if draft is None or not named:
                continue
            others = [by_id[one] for one in named if one in by_id]
            found = [one for one in others if one.kind == "competence" and one is not node]
            if node.kind == "competence" and found:
                ids = [drafts.made[id(one)]["id"] for one in found]
                draft["relations"] = [{"kind": "related", "competence": one} for one in ids]
            levels = [one for one in others if one.kind in ("level", "scale")]
            used = len(levels) + (len(found) if node.kind == "competence" else 0)
            if used < len(named):
                drafts.keep(node, RELATED, "related", draft, _NOT_RELATED)

    def _take_rules(self) -> None:
        """Keep the rules of Moodle, with the ids of ours in them."""
        drafts = self._drafts
        ids: dict[str, str] = {}
        for node in self._tree.nodes:
            if node[EXPORTED] and id(node) in drafts.made:
                ids.setdefault(node[EXPORTED], drafts.made[id(node)]["id"])
        for node in self._tree.nodes:
            draft = drafts.made.get(id(node))
            if not node[RULE] or draft is None:
                continue
            rule = rule_data(node[RULE], node[OUTCOME] or "0", node[RULE_CONFIGURATION], ids)
            if rule is not None:
                draft.setdefault("extra", {}).setdefault(EXTRA, {})["rule"] = rule
            columns = {"type": RULE, "outcome": OUTCOME, "configuration": RULE_CONFIGURATION}
            for key, column in columns.items():
                if rule is None:
                    drafts.keep(node, column, f"rule_{key}", draft, _RULE_UNKNOWN)
                else:
                    drafts.leave(node, column, SETTING)

    def _leave_others(self) -> None:
        """Keep further frameworks, and cells beyond the columns of Moodle."""
        for node in self._tree.others:
            for column in node.places:
                key = f"{node.number}:{column + 1}"
                self._drafts.keep(node, column, key, self._framework, _SECOND_FRAMEWORK)
        root = [self._tree.framework] if self._tree.framework else []
        for node in (*root, *self._tree.nodes):
            for column in node.places:
                if column > TAXONOMY:
                    key = f"{node.number}:{column + 1}"
                    self._drafts.keep(node, column, key, self._framework, _NO_PLACE)

    def _account(self) -> None:
        """Say where the cells went that are not accounted for yet."""
        drafts, root = self._drafts, self._tree.framework
        for node in self._tree.nodes:
            drafts.leave_number(node)
        if root is not None:
            drafts.leave_number(root)
            fields = {DESCRIPTION: "description", VALUES: "proficiency_scales"}
            drafts.account(root, ("framework",), fields)
        kinds: tuple[NodeKind, NodeKind] = ("cluster", "competence")
        for kind, (items, fields) in zip(kinds, _FIELDS.items(), strict=True):
            for place, node in enumerate(self._by_kind.get(kind, [])):
                drafts.account(node, ("framework", items, place), fields)
        left = {one.cell for one in drafts.left_overs}
        scale = ("framework", "proficiency_scales")
        cells = [*drafts.origins.get(scale, Origin(())).cells]
        for node in (*self._by_kind.get("scale", ()), *self._by_kind.get("level", ())):
            cells.extend(one for one in node.places.values() if one not in left)
        if cells:
            drafts.origins[scale] = Origin(tuple(cells))
        for node in (*([root] if root else ()), *self._tree.nodes):
            drafts.leave_pictures(node)

    def _columns(self) -> Iterator[PlannedColumn]:
        header = self._tree.header
        for column, cell in header.places.items() if header else ():
            becomes = _COLUMNS.get(column, _OF_MOODLE)
            yield PlannedColumn(cell, header[column] if header else "", becomes)

    def _language(self) -> str:
        said = self._choices.language or self._about.facts.get("language")
        texts = (one[column] for one in self._tree.nodes for column in (NAME, DESCRIPTION))
        return said or language_of(texts, self._choices.otherwise)


def _nearest(nodes: Sequence[Node], kind: NodeKind) -> dict[int, Node]:
    """Return the nearest row of a kind that each row stands under, where there is one."""
    nearest: dict[int, Node] = {}
    for node in sorted(nodes, key=lambda one: one.depth):
        above = node.parent
        if above is not None and above.kind == kind:
            nearest[id(node)] = above
        elif id(above) in nearest:
            nearest[id(node)] = nearest[id(above)]
    return nearest
