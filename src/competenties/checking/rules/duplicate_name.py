"""Two competences or clusters with the same name."""

from collections.abc import Iterable

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.framework import Cluster, Framework
from competenties.model.text import text_in

RULE = Rule(
    name="duplicate-name",
    category="reference",
    severity="hint",
    title=Phrase(nl="Twee onderdelen met dezelfde naam", en="Two items with the same name"),
    message=Phrase(
        nl='deze naam komt twee keer voor, ook bij "{other}".',
        en='this name occurs twice, also for "{other}".',
    ),
    advice=Phrase(
        nl="Geef een van de twee een eigen naam, of laat het zo als de teksten echt verschillen.",
        en="Give one of the two a name of its own, or leave it when the texts really differ.",
    ),
    why=Phrase(
        nl="Twee gelijke namen mogen, want ids zijn de sleutel. Op papier kan een lezer ze niet uit elkaar houden.",
        en="Two equal names are allowed, since ids are the key. On paper a reader cannot tell them apart.",
    ),
)


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield every competence and cluster whose name was used before."""
    del scope
    yield from _duplicates(framework.competences, framework.language)
    yield from _duplicates(framework.clusters, framework.language)


def _duplicates(items: Iterable[Competence | Cluster], language: str) -> Findings:
    first: dict[str, str] = {}
    for item in items:
        name = text_in(item.name, language, language).casefold().strip()
        if name in first:
            yield finding(RULE, item.id, "name", title=item.name, other=first[name])
        else:
            first[name] = item.id
