"""How to read the book: what stands at a competence, the levels, and what a level is not."""

from collections.abc import Iterator

from competenties.documents.framework_about import framework_of
from competenties.documents.levels import numbered_level
from competenties.documents.prose import prose
from competenties.documents.request import WorkspaceRequest
from competenties.documents.tables import filled_table
from competenties.messages import Phrase
from competenties.model.competence import COMPETENCE_TYPES
from competenties.model.framework import Framework
from competenties.model.scale import ProficiencyScale, ScaleLevel
from competenties.office.blocks import (
    Block,
    Bullets,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Stack,
)

GUIDE = Phrase(nl="Leeswijzer", en="How to read this book")
_INTRO = Phrase(
    nl="Dit woordenboek beschrijft welk gedrag wij in het werk willen zien, zo dat iedereen het kan "
    "herkennen. Bij een competentie staat:",
    en="This book describes the behaviour that we want to see at work, so that everyone can recognise "
    "it. With a competence you find:",
)
_DEFINITION = Phrase(
    nl="de definitie: waar de competentie over gaat;",
    en="the definition: what the competence is about;",
)
_INDICATORS = Phrase(
    nl="gedragsindicatoren: wat anderen kunnen zien of horen;",
    en="indicators: what others can see or hear;",
)
_BY_LEVEL = Phrase(
    nl="gedragsindicatoren per niveau: wat anderen kunnen zien of horen;",
    en="indicators for each level: what others can see or hear;",
)
_CONTRA = Phrase(
    nl="gedrag dat hier niet bij past: dat helpt in een gesprek en telt nooit mee in een score;",
    en="behaviour that does not fit here: it helps in a conversation and never counts in a score;",
)
_MINIMUM = Phrase(
    nl="het minimumniveau: wat de organisatie of de sector ten minste vraagt, en waarom. Een "
    "functieprofiel kan een hoger niveau vragen;",
    en="the minimum level: what the organisation or the sector asks at least, and why. A job profile "
    "may ask for a higher level;",
)
_TIPS = Phrase(
    nl="ontwikkeltips: manieren om in het werk zelf te leren;",
    en="development tips: ways to learn in the work itself;",
)
_AUDIENCES = Phrase(
    nl="Achter een gedragsindicator kan staan voor wie het gedrag is: extern (een klant) of keten (wie er in "
    "de keten na ons komt, tot en met de eindklant). Staat er niets, dan is het gedrag voor collega's of "
    "voor iedereen.",
    en="Behind an indicator it may say for whom the behaviour is: external (a customer) or chain (whoever "
    "comes after us in the chain, up to the end customer). Where it says nothing, the behaviour is for "
    "colleagues or for everyone.",
)


def guide(request: WorkspaceRequest) -> Iterator[Block]:
    """Yield how to read the book; only about what this framework has."""
    framework, say = framework_of(request), request.say
    yield Heading(say(GUIDE))
    yield Paragraph(say(_INTRO), "intro")
    parts = [say(part) for part in _parts(framework)]
    yield Bullets((*parts[:-1], f"{parts[-1][:-1]}."))
    if any(
        one.audience in ("external", "chain")
        for competence in framework.competences
        for one in competence.all_indicators()
    ):
        yield Paragraph(say(_AUDIENCES))
    yield from _types(request, framework)
    yield from _levels(request, framework)


def _parts(framework: Framework) -> Iterator[Phrase]:
    """Yield what can be found at a competence of this framework."""
    competences = framework.competences
    yield _DEFINITION
    yield _BY_LEVEL if any(one.levels for one in competences) else _INDICATORS
    if any(one.is_contra for competence in competences for one in competence.all_indicators()):
        yield _CONTRA
    if any(one.minimum_level for one in competences):
        yield _MINIMUM
    if any(one.tips for one in competences):
        yield _TIPS


_TYPES = Phrase(nl="Soorten competenties", en="Kinds of competences")
_TYPES_MEAN = {
    "core": Phrase(
        nl="geldt voor iedereen in de organisatie", en="holds for everyone in the organisation"
    ),
    "leadership": Phrase(
        nl="voor wie leidinggeeft aan mensen of een project",
        en="for those who lead people or a project",
    ),
    "job-group": Phrase(
        nl="voor een groep functies; of uw functie haar vraagt, staat in het functieprofiel",
        en="for a group of jobs; the job profile says whether your job asks for it",
    ),
    "technical": Phrase(
        nl="hoort bij een vak of een techniek", en="belongs to a profession or a technique"
    ),
}


def _types(request: WorkspaceRequest, framework: Framework) -> Iterator[Block]:
    used = {one.type for one in framework.competences}
    rows = []
    for kind, means in _TYPES_MEAN.items():
        if kind in used:
            name = request.say(COMPETENCE_TYPES[kind])
            rows.append((f"{name[:1].upper()}{name[1:]}", request.say(means)))
    if rows:
        yield Heading(request.say(_TYPES), 2)
        yield Fields(tuple(rows), "lines")


_SCALE = Phrase(nl="De niveaus: {name}", en="The levels: {name}")
_CUMULATIVE = Phrase(
    nl="De niveaus stapelen: wie een niveau laat zien, laat ook de niveaus daaronder zien.",
    en="The levels add up: whoever shows a level also shows the levels below it.",
)
_NOT_CUMULATIVE = Phrase(
    nl="De niveaus stapelen niet: elk niveau staat op zichzelf.",
    en="The levels do not add up: each level stands by itself.",
)
_NO_LEVELS = Phrase(
    nl="De competenties in dit woordenboek hebben geen niveaus.",
    en="The competences in this book have no levels.",
)
_LEVEL = Phrase(nl="Niveau", en="Level")
_MEANS = Phrase(nl="Wat het inhoudt", en="What it means")
_SCOPE = Phrase(nl="Reikwijdte", en="Scope")
_AUTONOMY = Phrase(nl="Zelfstandigheid", en="Autonomy")
_COMPLEXITY = Phrase(nl="Complexiteit", en="Complexity")
_TEST = Phrase(nl="Om het te herkennen: {text}", en="To recognise it: {text}")
_IS_NOT = Phrase(nl="Wat een niveau niet is", en="What a level is not")
_IS_NO = (
    Phrase(
        nl="Een niveau is geen salarisschaal en geen rang. De waardering van een functie staat los van de "
        "competenties.",
        en="A level is no pay scale and no rank. How a job is graded is kept apart from its competences.",
    ),
    Phrase(
        nl="Een niveau is geen diploma en geen aantal jaren ervaring.",
        en="A level is no diploma and no number of years of experience.",
    ),
    Phrase(
        nl="Een niveau is geen cijfer voor een persoon. Het beschrijft gedrag dat het werk vraagt.",
        en="A level is no mark for a person. It describes behaviour that the work asks for.",
    ),
    Phrase(
        nl="Hoger is niet beter. Welk niveau nodig is, hangt af van het werk.",
        en="Higher is not better. Which level is needed depends on the work.",
    ),
)


def _levels(request: WorkspaceRequest, framework: Framework) -> Iterator[Block]:
    """Yield every scale with its levels, and what a level is not."""
    for scale in framework.proficiency_scales:
        yield from _scale(request, framework, scale)
    if not framework.proficiency_scales and not any(one.levels for one in framework.competences):
        yield Paragraph(request.say(_NO_LEVELS))
        return
    yield Heading(request.say(_IS_NOT), 2)
    yield Bullets(tuple(request.say(phrase) for phrase in _IS_NO))


def _scale(
    request: WorkspaceRequest, framework: Framework, scale: ProficiencyScale
) -> Iterator[Block]:
    say = request.say
    yield Heading(say(_SCALE, name=request.of(framework, scale.name)), 2)
    yield from prose(request.of(framework, scale.description))
    if scale.cumulative is not None:
        yield Paragraph(say(_CUMULATIVE if scale.cumulative else _NOT_CUMULATIVE), "intro")
    columns = (
        Column(say(_LEVEL), 2.7),
        Column(say(_MEANS), 5.2),
        Column(say(_SCOPE), 2.6),
        Column(say(_AUTONOMY), 3.6),
        Column(say(_COMPLEXITY), 2.8),
    )
    rows = [_row(request, framework, level) for level in scale.levels]
    yield filled_table(columns, rows, say(_SCALE, name=request.of(framework, scale.name)))


def _row(request: WorkspaceRequest, framework: Framework, level: ScaleLevel) -> Row:
    def said(text: str, style: str) -> list[Paragraph | Bullets]:
        return list(prose(text, style)) if text else []

    title = numbered_level(request, level.number, request.of(framework, level.name))
    test = request.of(framework, level.test)
    means = said(request.of(framework, level.description), "normal")
    means += said(request.say(_TEST, text=test), "note") if test else []
    named = [Paragraph(title, "level"), *said(request.of(framework, level.group), "note")]
    rest = (request.of(framework, one) for one in (level.scope, level.autonomy, level.complexity))
    return Row((Stack(tuple(named)), Stack(tuple(means)), *rest))
