"""Two competences that are largely the same, or that have one name."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from competenties.checking.compared import Alike, Compared, written
from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, finding
from competenties.messages import LANGUAGES, Language, Phrase, say
from competenties.model.competence import Competence
from competenties.model.framework import Framework

RULE = Rule(
    name="overlapping-competences",
    category="level",
    severity="warning",
    advises=True,
    title=Phrase(nl="Twee competenties overlappen", en="Two competences overlap"),
    message=Phrase(
        nl='overlapt met "{other}": {count} van de {total} gedragsindicatoren zeggen (bijna) hetzelfde. {pairs}',
        en='overlaps with "{other}": {count} of {total} indicators say (almost) the same. {pairs}',
    ),
    advice=Phrase(
        nl="Voeg de twee samen, of geef elk gedrag een plaats bij één van de twee.",
        en="Merge the two, or give each behaviour a place in one of them.",
    ),
    why=Phrase(
        nl="Overlappen twee competenties, dan telt hetzelfde gedrag twee keer in een profiel dat beide vraagt. De regel meldt "
        "zich vanaf 40 procent van de kleinste van de twee; die grens is praktijk, geen onderzoek. Per tweetal komt er één "
        "melding, met de zinnen erbij. Ook een gelijke naam in een ander model van de werkmap wordt gemeld, als tip: "
        "mensen zullen denken dat het om dezelfde competentie gaat.",
        en="With two overlapping competences the same behaviour counts twice in a profile that asks for both. The rule speaks from "
        "40 per cent of the smaller one; that limit is practice, not research. There is one finding for each two, with the "
        "sentences. An equal name in another framework of the workspace is reported too, as a hint: people will think that "
        "it is the same competence.",
    ),
)

SAME_NAME = replace(
    RULE,
    message=Phrase(
        nl='"{framework}" heeft ook een competentie met deze naam.',
        en='"{framework}" has a competence of this name too.',
    ),
    advice=Phrase(
        nl="Kies uit welk model profielen deze competentie nemen, of geef een van de twee een andere naam.",
        en="Choose which framework profiles take this competence from, or give one of the two another name.",
    ),
)

_SHOWN = 3


def find_in_framework(framework: Framework, scope: Scope) -> Findings:
    """Yield competences that overlap with an earlier one, or have a name of another framework."""
    yield from _overlaps(scope.compared(framework))
    yield from _same_names(framework, scope)


def _overlaps(compared: Compared) -> Findings:
    for overlap in compared.overlaps.values():
        first, second = overlap.pairs[0].first.competence, overlap.pairs[0].second.competence
        yield finding(
            RULE,
            second.id,
            title=second.name,
            other=first.name,
            count=len(overlap.pairs),
            total=overlap.total,
            pairs=_listed(overlap.pairs),
        )


def _listed(pairs: Sequence[Alike]) -> Phrase:
    shown = pairs[:_SHOWN]
    nl, en = ("; ".join(_both(one, language) for one in shown) for language in LANGUAGES)
    if len(pairs) > len(shown):
        nl, en = f"{nl}; …", f"{en}; …"
    return Phrase(nl=f"Het gaat om: {nl}", en=f"These are: {en}")


def _both(one: Alike, language: Language) -> str:
    said = (say(it.indicator.text, language) for it in (one.first, one.second))
    first, second = (text.strip().rstrip(".") for text in said)
    return f'"{second}"' if one.kind == "equal" else f'"{second}" – "{first}"'


def _same_names(framework: Framework, scope: Scope) -> Findings:
    """Yield names that an earlier framework has; versions and tailorings have them by nature."""
    earlier = []
    for other in scope.frameworks.values():
        if other.id == framework.id:
            break
        if not _is_related(framework, other):
            earlier.append(other)
    taken = {
        name: other
        for other in reversed(earlier)
        for one in other.competences
        for name in _names(one, other)
    }
    for competence in framework.competences:
        other_one = next(
            (taken[name] for name in _names(competence, framework) if name in taken), None
        )
        if other_one is not None and competence.status != "retired":
            yield finding(
                SAME_NAME,
                competence.id,
                "name",
                severity="hint",
                title=competence.name,
                framework=other_one.name,
            )


def _is_related(one: Framework, other: Framework) -> bool:
    """Tell whether one of two frameworks was made from the other, or replaces it."""
    return any(
        earlier.id in (later.base and later.base.framework, later.replaces)
        for later, earlier in ((one, other), (other, one))
    )


def _names(competence: Competence, framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield the names of a competence per language, without capitals, accents and spaces."""
    for language in LANGUAGES:
        name = written(competence.name, language, framework.language)
        bare = (
            unicodedata.normalize("NFKD", name)
            .casefold()
            .replace("&", "en" if language == "nl" else "and")
        )
        kept = "".join(one for one in bare if one.isalnum() or one in "+#")
        if kept:
            yield language, kept
