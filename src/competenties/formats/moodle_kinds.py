"""What each row of a file of Moodle is: cluster, competence, indicator, or a level in its own branch.

A file of ours says it in its id numbers. In others the taxonomy tells, where it makes a difference;
else the tree does: the lowest rows are behaviour where they are sentences.
"""

import re
from collections.abc import Iterable

from competenties.formats.moodle_codes import NodeKind, parsed
from competenties.formats.moodle_columns import ID, NAME, RELATED, TAXONOMY
from competenties.formats.moodle_reading import Node, Tree
from competenties.workspace.json_text import parse

_KINDS: dict[str, NodeKind] = {
    "domain": "cluster",
    "concept": "cluster",
    "behaviour": "indicator",
    "indicator": "indicator",
    "practice": "indicator",
}
_LEVEL_NAME = re.compile(r"(?:niveau|level)\s*([0-9]{1,2})\b.*", re.IGNORECASE | re.DOTALL)
_LEVEL_CODE = re.compile(r"[-._ ]N([0-9]{1,2})(?=[-._ ]|$)", re.IGNORECASE)
_SENTENCE = 4.5  # words; names of competences have fewer on average
_LEAST_LEVELS = 2


def is_ours(tree: Tree, *, says_so: bool) -> bool:
    """Tell whether a file was written by this program: by its description, or by its id numbers."""
    return says_so or any(parsed(one[ID]).has_ending for one in tree.nodes)


def settle_own(tree: Tree) -> None:
    """Say what each row is, by the ending of its id number; what was added in Moodle is guessed."""
    for node in _from_the_top(tree):
        said = parsed(node[ID])
        node.base, node.kind, node.level = said.base, said.kind, said.level
        above = node.parent.kind if node.parent else None
        is_under = above in ("competence", "indicator")
        if not said.has_ending and is_under:
            node.kind = "indicator"
        elif (said.kind == "level" and above != "scale") or (
            said.kind == "indicator" and not is_under
        ):
            node.kind, node.level = "competence", None


def settle_foreign(tree: Tree) -> None:
    """Say what each row of another program's file is."""
    for node in tree.nodes:
        node.base = node[ID]
    branches = _settle_levels(tree)
    nodes = [one for one in _from_the_top(tree) if one.kind not in ("scale", "level")]
    terms = _terms(tree)
    if len({_KINDS.get(one, "competence") for one in terms}) > 1:
        for node in nodes:
            node.kind = _by_taxonomy(node, terms)
    else:
        _by_shape(nodes)
    _mend(nodes)
    _place_by_level(tree, branches)


def related(node: Node) -> list[str]:
    """Return the id numbers that a row refers to."""
    return [one.strip().replace("%2C", ",") for one in node[RELATED].split(",") if one.strip()]


def _from_the_top(tree: Tree) -> Iterable[Node]:
    return sorted(tree.nodes, key=lambda one: one.depth)


def _terms(tree: Tree) -> list[str]:
    """Return the words of the taxonomy by depth; in 2016 they stood in an object of JSON."""
    text = tree.framework[TAXONOMY] if tree.framework else ""
    if text.startswith("{"):
        found, _, _ = parse(text.encode("utf-8", "replace"))
        return [str(one) for one in found.values()] if isinstance(found, dict) else []
    return [one.strip().casefold() for one in text.split(",") if one.strip()]


def _settle_levels(tree: Tree) -> dict[str, int]:
    """Find branches whose rows are levels; return the number of each by its id number."""
    numbers: dict[str, int] = {}
    linked = {one for node in tree.nodes for one in related(node)}
    for node in tree.nodes:
        found = [_LEVEL_NAME.fullmatch(one[NAME]) for one in node.children]
        if (
            len(found) < _LEAST_LEVELS
            or not all(found)
            or any(one.children for one in node.children)
        ):
            continue
        given = [int(one[1]) for one in found if one]
        is_linked = any(one[RELATED] or one[ID] in linked for one in node.children)
        if len(set(given)) < len(given) or not is_linked:
            continue
        node.kind = "scale"
        for child, number in zip(node.children, given, strict=True):
            child.kind, child.level = "level", number
            numbers[child[ID]] = number
    return numbers


def _by_taxonomy(node: Node, terms: list[str]) -> NodeKind:
    if node.depth <= len(terms):
        return _KINDS.get(terms[node.depth - 1], "competence")
    return "competence" if node.children else "indicator"


def _by_shape(nodes: list[Node]) -> None:
    """Say by the tree what rows are: below a name stand sentences, or names."""
    leaves = [one for one in nodes if not one.children and one.depth > 1]
    words = sum(len(one[NAME].split()) for one in leaves)
    has_behaviour = words > _SENTENCE * len(leaves)
    lowest = {id(one) for one in nodes if not any(child.children for child in one.children)}
    for node in nodes:
        if any(child.children for child in node.children):
            node.kind = "cluster"
        elif node.children:
            node.kind = "competence" if has_behaviour else "cluster"
        elif has_behaviour and node.parent and id(node.parent) in lowest:
            node.kind = "indicator"
        else:
            node.kind = "competence"


def _mend(nodes: list[Node]) -> None:
    """Make the kinds fit together: behaviour under a competence, a competence under clusters."""
    for node in nodes:
        above = node.parent.kind if node.parent else None
        if node.kind == "indicator" and above not in ("competence", "indicator"):
            node.kind = "competence"
        elif node.kind != "indicator" and above == "indicator":
            node.kind = "indicator"
        elif node.kind == "cluster" and above == "competence":
            node.kind = "competence"
    if not any(one.kind in ("competence", "indicator") for one in nodes):
        for node in nodes:
            node.kind = "cluster" if node.children else "competence"
    for node in reversed(nodes):
        if node.kind == "competence" and {child.kind for child in node.children} - {"indicator"}:
            node.kind = "cluster"
            for child in node.children:
                child.kind = "competence" if child.kind == "indicator" else child.kind


def _place_by_level(tree: Tree, branches: dict[str, int]) -> None:
    """Say at which level behaviour is: by a reference to or from a level, or by its id number."""
    levels_of: dict[str, int] = {}
    for node in tree.nodes:
        if node.kind == "level" and node.level is not None:
            for one in related(node):
                levels_of.setdefault(one, node.level)
        elif node.kind == "indicator":
            for one in related(node):
                if one in branches:
                    levels_of.setdefault(node[ID], branches[one])
            if found := _LEVEL_CODE.search(node[ID]):
                levels_of.setdefault(node[ID], int(found[1]))
    for node in tree.nodes:
        if node.kind == "indicator":
            node.level = levels_of.get(node[ID])
