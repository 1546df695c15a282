"""What a CASE package carries of a framework: the same framework, but with only that in it.

A package has one language, one date and few fields. What is carried is worked out here, once: the
package is written from it, and what differs from the whole is the loss.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from competenties.formats.case_identity import plain, with_known_levels
from competenties.formats.case_kept import stamp_of
from competenties.formats.case_sent_back import with_what_goes_back
from competenties.formats.case_terms import (
    MOST_NAME,
    MOST_SHORT,
    MOST_TITLE,
    MOST_VERSION,
    is_url,
    language_for,
    shortened,
)
from competenties.formats.inventory import Held, Place, inventory
from competenties.formats.loss import LEFT_OUT, Loss, Lost, losses
from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.model.competence import Competence, Level, Relation
from competenties.model.framework import Cluster, Framework
from competenties.model.ids import MOST_ID
from competenties.model.indicator import Indicator
from competenties.model.record import Alignment
from competenties.model.scale import ProficiencyScale, ScaleLevel
from competenties.model.text import Text

_IN_PART = Lost(
    "changed",
    Phrase(
        nl="alleen wat elke CASE-server aanneemt, gaat terug",
        en="only what every CASE server takes goes back",
    ),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Say = Callable[[Text | None], Text | None]
Item = TypeVar("Item", ProficiencyScale, Cluster, Competence, Indicator)


def carried(content: Content) -> Framework:
    """Return the framework as it comes back from a package, in the language of that package."""
    framework = _with_own_ids(content.framework)
    language = language_for(framework, content.language)
    stamp = stamp_of(framework)
    say = _speaker(language, framework.language)
    clusters = _clusters(framework.clusters, say)
    known = {*(one.id for one in clusters), *(one.id for one in framework.proficiency_scales)}
    whole = Framework.model_construct(
        id=framework.id,
        language=language,
        **_about(framework, say),
        proficiency_scales=tuple(_scale(one, say) for one in framework.proficiency_scales),
        clusters=clusters,
        competences=tuple(_competence(one, say, known) for one in _with_known_ends(framework)),
    )
    return with_what_goes_back(with_known_levels(whole), stamp)


def lost(content: Content, remaining: Framework) -> tuple[Loss, ...]:
    """Return every value that does not come back as it was."""
    after = inventory(Content(remaining))

    def fate(place: Place, held: Held) -> Lost | None:
        there = after.get(place)
        if there is None:
            return LEFT_OUT
        if there.value == held.value:
            return None
        return _IN_PART if place[-1] == "extra" else _otherwise(held.value, there.value)

    return losses(content, fate)


def _otherwise(before: Any, after: Any) -> Lost:
    if isinstance(before, str) and isinstance(after, str) and after.endswith("…"):
        start = after.removesuffix("…")
        if len(after) <= len(before) and before.startswith(start):
            return Lost("shortened")
    return Lost("changed")


def _speaker(language: str, own: str) -> Say:
    """Return what says a text in the language of the package, or in another where it is missing."""

    def say(text: Text | None) -> Text | None:
        if text is None:
            return None
        if isinstance(text, str):
            return _storable(text) if own == language else {own: _storable(text)}
        if language in text:
            return _storable(text[language])
        tag = own if own in text else next(iter(text))
        return {tag: _storable(text[tag])}

    return say


def _storable(text: str) -> str:
    """Return a text that every database can hold; it shows where a sign was that none can."""
    return _CONTROLS.sub("\ufffd", text)


def _cut(text: Text | None, most: int) -> Text | None:
    if isinstance(text, dict):
        return {tag: shortened(one, most) for tag, one in text.items()}
    return None if text is None else shortened(text, most)


def _about(framework: Framework, say: Say) -> dict[str, Any]:
    """Return what a CFDocument says of a framework."""
    name = _cut(say(framework.name), MOST_TITLE)
    owner = _cut(say(framework.owner), MOST_SHORT)
    address = next((one for one in framework.sources if is_url(plain(say(one)))), None)
    version = None if framework.version is None else _storable(framework.version)
    return {
        "name": name,
        "description": _cut(say(framework.description), MOST_SHORT),
        "owner": None if plain(owner) == plain(name) else owner,
        "version": None if version is None else shortened(version, MOST_VERSION),
        "status": framework.status,
        "valid_from": framework.valid_from,
        "valid_until": framework.valid_until,
        "licence": None if framework.licence is None else _storable(framework.licence),
        "sources": () if address is None else (say(address),),
        "alignments": _alignments(framework.alignments, say),
        "identifiers": framework.identifiers,
        "notes": say(framework.notes),
        "extra": framework.extra,
    }


def _with_own_ids(framework: Framework) -> Framework:
    """Return a framework in which no two items have one id."""
    taken: set[str] = set()
    scales = _own(framework.proficiency_scales, taken)
    clusters, competences = _own(framework.clusters, taken), _own(framework.competences, taken)
    found = []
    for one in competences:
        levels = tuple(
            level.model_copy(update={"indicators": _own(level.indicators, taken)})
            for level in one.levels
        )
        loose = _own(one.indicators, taken)
        found.append(one.model_copy(update={"levels": levels, "indicators": loose}))
    items = {"proficiency_scales": scales, "clusters": clusters, "competences": tuple(found)}
    return framework.model_copy(update=items)


def _own(items: Sequence[Item], taken: set[str]) -> tuple[Item, ...]:
    found = []
    for one in items:
        free, number = one.id, 2
        while free in taken:
            free, number = f"{one.id[: MOST_ID - 8]}-{number}", number + 1
        taken.add(free)
        found.append(one if free == one.id else one.model_copy(update={"id": free}))
    return tuple(found)


def _with_known_ends(framework: Framework) -> list[Competence]:
    """Return the competences with relations to other ones of the framework only, each once."""
    known = {one.id for one in framework.competences}
    found = []
    for one in framework.competences:
        relations = dict[Relation, None]()
        for relation in one.relations:
            if relation.competence in known and relation.competence != one.id:
                relations.setdefault(relation)
        found.append(one.model_copy(update={"relations": tuple(relations)}))
    return found


def _clusters(clusters: Sequence[Cluster], say: Say) -> tuple[Cluster, ...]:
    parents = _parents(clusters)
    return tuple(
        Cluster.model_construct(
            id=one.id,
            **_named(one.name, say(one.description), say, "description"),
            parent=parents[one.id],
            status=one.status,
            alignments=_alignments(one.alignments, say),
            identifiers=one.identifiers,
            notes=say(one.notes),
            extra=one.extra,
        )
        for one in clusters
    )


def _parents(clusters: Sequence[Cluster]) -> dict[str, str | None]:
    """Return the parent of each cluster; none where it is missing or stands in itself."""
    parents: dict[str, str | None] = {one.id: one.parent for one in clusters}
    settled: set[str] = set()
    for one in parents:
        path: dict[str, None] = {}
        here: str | None = one
        while here is not None and here not in settled and here not in path:
            path[here] = None
            parent = parents[here]
            if parent is not None and (parent not in parents or parent in path):
                parents[here] = parent = None
            here = parent
        settled.update(path)
    return parents


def _named(name: Text, more: Text | None, say: Say, field: str) -> dict[str, Any]:
    """Return name and explanation; a name that stands beside an explanation is not too long."""
    said = say(name)
    return {"name": _cut(said, MOST_NAME) if more is not None else said, field: more}


def _scale(scale: ProficiencyScale, say: Say) -> ProficiencyScale:
    levels: dict[int, ScaleLevel] = {}
    for one in scale.levels:
        about = _named(one.name, say(one.description), say, "description")
        levels.setdefault(one.number, ScaleLevel.model_construct(number=one.number, **about))
    return ProficiencyScale.model_construct(
        id=scale.id,
        **_named(scale.name, say(scale.description), say, "description"),
        cumulative=scale.cumulative,
        partial=scale.partial,
        levels=tuple(levels.values()),
    )


def _competence(one: Competence, say: Say, known: Collection[str]) -> Competence:
    return Competence.model_construct(
        id=one.id,
        **_named(one.name, say(one.definition), say, "definition"),
        type=one.type,
        cluster=one.cluster if one.cluster in known else None,
        aliases=tuple(alias for text in one.aliases if (alias := say(text)) is not None),
        scale=one.scale if one.scale in known else None,
        levels=_levels(one, say),
        indicators=tuple(_indicator(each, say) for each in one.indicators),
        relations=one.relations,
        status=one.status,
        alignments=_alignments(one.alignments, say),
        identifiers=one.identifiers,
        notes=say(one.notes),
        extra=one.extra,
    )


def _levels(competence: Competence, say: Say) -> tuple[Level, ...]:
    """Return the levels, each number once; behaviour of a second one joins the first."""
    found: dict[int, Level] = {}
    for one in competence.levels:
        made = Level.model_construct(
            level=one.level,
            name=say(one.name),
            text=say(one.text),
            indicators=tuple(_indicator(each, say) for each in one.indicators),
            identifiers=one.identifiers,
        )
        first = found.get(one.level)
        if first is not None:
            made = first.model_copy(update={"indicators": (*first.indicators, *made.indicators)})
        found[one.level] = made
    return tuple(found.values())


def _indicator(one: Indicator, say: Say) -> Indicator:
    return Indicator.model_construct(
        id=one.id,
        text=say(one.text),
        kind=one.kind,
        polarity=one.polarity,
        contrasts_with=one.contrasts_with,
        audience=one.audience,
        status=one.status,
        alignments=_alignments(one.alignments, say),
        identifiers=one.identifiers,
        notes=say(one.notes),
        extra=one.extra,
    )


def _alignments(alignments: Iterable[Alignment], say: Say) -> tuple[Alignment, ...]:
    """Return the links to web addresses, each once; a package has no others."""
    found: dict[tuple[str, str, str], Alignment] = {}
    for one in alignments:
        if is_url(one.target):
            label = say(one.label)
            kept = None if plain(label) == one.target else label
            key = (one.scheme, one.target, one.match)
            found.setdefault(key, one.model_copy(update={"label": kept}))
    return tuple(found.values())
