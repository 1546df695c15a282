"""Competences: a name and a definition, with behaviour at levels, questions and tips."""

from datetime import date
from typing import Annotated, Literal

from competenties.messages import Phrase
from competenties.model.ids import Id, IdName
from competenties.model.indicator import Indicator
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.record import Alignments, Identifiers, ItemStatus, Notes
from competenties.model.scale import LevelNumber
from competenties.model.text import Text

COMPETENCE_TYPES: dict[str, Phrase] = {
    "core": Phrase(nl="kerncompetentie", en="core competence"),
    "leadership": Phrase(nl="leiderschap", en="leadership"),
    "job-group": Phrase(nl="functiegroepcompetentie", en="job group competence"),
    "technical": Phrase(nl="vaktechnisch", en="technical"),
}
PROBE_STEPS: dict[str, Phrase] = {
    "situation": Phrase(nl="Situatie", en="Situation"),
    "task": Phrase(nl="Taak", en="Task"),
    "action": Phrase(nl="Actie", en="Action"),
    "result": Phrase(nl="Resultaat", en="Result"),
    "reflection": Phrase(nl="Reflectie", en="Reflection"),
    "counter-example": Phrase(nl="Tegenvoorbeeld", en="Counter-example"),
}

LevelField = Annotated[
    LevelNumber,
    doc(
        nl="Niveau | Nummer van een niveau van de niveau-indeling.",
        en="Level | Number of a level of the proficiency scale.",
    ),
]
FromLevel = Annotated[
    LevelNumber | None,
    doc(nl="Van niveau | Laagste niveau.", en="From level | Lowest level."),
]
ToLevel = Annotated[
    LevelNumber | None,
    doc(nl="Tot en met niveau | Hoogste niveau.", en="To level | Highest level."),
]


class Level(Part):
    """A competence at one level: its own name and text, and the indicators."""

    model_config = part_doc(
        nl="Niveau | Een competentie op één niveau, met de gedragsindicatoren.",
        en="Level | A competence at one level, with the indicators.",
    )

    level: LevelField
    name: Annotated[
        Text | None,
        doc(
            nl="Naam | Eigen naam van dit niveau bij deze competentie.",
            en="Name | Name that this level has for this competence.",
        ),
    ] = None
    text: Annotated[
        Text | None,
        doc(
            nl="Omschrijving | Wat dit niveau bij deze competentie inhoudt.",
            en="Description | What this level means for this competence.",
        ),
    ] = None
    indicators: Annotated[
        tuple[Indicator, ...],
        doc(
            nl="Gedragsindicatoren | Het gedrag dat op dit niveau te zien is.",
            en="Indicators | The behaviour that can be seen at this level.",
        ),
    ] = ()
    status: ItemStatus = None
    identifiers: Identifiers = ()
    extra: Extra = {}


class Probe(Part):
    """A follow-up question in an interview, for one step of the STAR method."""

    model_config = part_doc(
        nl="Doorvraag | Een vervolgvraag in het interview, voor één stap van STAR.",
        en="Probe | A follow-up question in an interview, for one step of STAR.",
    )

    step: Annotated[
        Literal["situation", "task", "action", "result", "reflection", "counter-example"],
        doc(
            nl="Stap | Situatie, taak, actie, resultaat, reflectie of tegenvoorbeeld.",
            en="Step | Situation, task, action, result, reflection or counter-example.",
        ),
    ]
    text: Annotated[Text, doc(nl="Vraag | De vraag zelf.", en="Question | The question itself.")]


class Anchor(Part):
    """What an answer sounds like at one or more levels."""

    model_config = part_doc(
        nl="Anker | Waaraan een antwoord op een of meer niveaus te herkennen is.",
        en="Anchor | What an answer sounds like at one or more levels.",
    )

    from_level: LevelField
    to_level: ToLevel = None
    text: Annotated[
        Text,
        doc(nl="Tekst | Kenmerk van het antwoord.", en="Text | What marks the answer."),
    ]


class InterviewQuestion(Part):
    """A question that asks for this competence, with probes and anchors."""

    model_config = part_doc(
        nl="Interviewvraag | Een vraag naar deze competentie, met doorvragen en ankers.",
        en="Interview question | A question about this competence, with probes and anchors.",
    )

    id: Id
    text: Annotated[
        Text, doc(nl="Vraag | De openingsvraag.", en="Question | The opening question.")
    ]
    kind: Annotated[
        Literal["past", "situation"],
        doc(
            nl="Soort | Gedrag in het verleden (bewijs), of een situatievraag (voornemen).",
            en="Kind | Behaviour in the past (evidence), or a situational question (intention).",
        ),
    ] = "past"
    probes: Annotated[
        tuple[Probe, ...],
        doc(nl="Doorvragen | De vervolgvragen.", en="Probes | The follow-up questions."),
    ] = ()
    anchors: Annotated[
        tuple[Anchor, ...],
        doc(
            nl="Ankers | Waaraan het niveau van een antwoord te herkennen is.",
            en="Anchors | How the level of an answer can be told.",
        ),
    ] = ()
    extra: Extra = {}


class DevelopmentTip(Part):
    """Something to do in the work itself, to grow from one level to another."""

    model_config = part_doc(
        nl="Ontwikkeltip | Iets om in het werk te doen, om naar een hoger niveau te groeien.",
        en="Development tip | Something to do at work, to grow to a higher level.",
    )

    id: Id
    text: Annotated[Text, doc(nl="Tekst | De tip.", en="Text | The tip.")]
    from_level: FromLevel = None
    to_level: ToLevel = None
    extra: Extra = {}


class MinimumLevelException(Part):
    """A group of jobs for which another minimum level holds."""

    model_config = part_doc(
        nl="Uitzondering | Functies waarvoor een ander minimumniveau geldt.",
        en="Exception | Jobs for which another minimum level holds.",
    )

    level: LevelField
    applies_to: Annotated[
        Text,
        doc(
            nl="Geldt voor | Voor welke functies dit geldt.",
            en="Applies to | For which jobs this holds.",
        ),
    ]


class MinimumLevel(Part):
    """The level that the organisation or the sector asks at least, with the reason."""

    model_config = part_doc(
        nl="Minimumniveau | Wat de organisatie of de sector ten minste vraagt, met de reden.",
        en="Minimum level | What organisation or sector asks at least, with the reason.",
    )

    level: LevelField
    reason: Annotated[
        Text,
        doc(
            nl="Reden | Waarom dit minimum geldt; de organisatie vult haar eigen reden in.",
            en="Reason | Why this minimum holds; the organisation fills in its own reason.",
        ),
    ]
    asked_by: Annotated[
        Literal["organisation", "sector"],
        doc(
            nl="Gevraagd door | De organisatie of de sector.",
            en="Asked by | The organisation or the sector.",
        ),
    ] = "organisation"
    exceptions: Annotated[
        tuple[MinimumLevelException, ...],
        doc(
            nl="Uitzonderingen | Functies waarvoor een ander minimum geldt.",
            en="Exceptions | Jobs for which another minimum holds.",
        ),
    ] = ()


class TargetLevel(Part):
    """The level that a team aims at."""

    model_config = part_doc(
        nl="Streefniveau | Het niveau waar een team naartoe werkt.",
        en="Target level | The level that a team aims at.",
    )

    level: LevelField
    team: Annotated[Text, doc(nl="Team | Team of afdeling.", en="Team | Team or department.")]
    reason: Annotated[
        Text | None,
        doc(nl="Reden | Waarom het team dit wil.", en="Reason | Why the team wants this."),
    ] = None
    by: Annotated[
        date | None,
        doc(nl="Uiterlijk | Streefdatum.", en="By | Date aimed at."),
    ] = None


class RatingAnchor(Part):
    """What one point of a rating scale means for this competence."""

    model_config = part_doc(
        nl="Scoreanker | Wat één punt van een scoreschaal bij deze competentie betekent.",
        en="Rating anchor | What one point of a rating scale means for this competence.",
    )

    scale: Annotated[
        IdName,
        doc(nl="Scoreschaal | Id van de scoreschaal.", en="Rating scale | Id of the rating scale."),
    ]
    value: Annotated[
        int, doc(nl="Waarde | Waarde van het schaalpunt.", en="Value | Value of the point.")
    ]
    text: Annotated[
        Text, doc(nl="Tekst | Wat daarbij te zien is.", en="Text | What can be seen there.")
    ]


class Relation(Part):
    """How this competence stands to another one."""

    model_config = part_doc(
        nl="Verband | Hoe deze competentie tot een andere staat.",
        en="Relation | How this competence stands to another one.",
    )

    kind: Annotated[
        Literal["related", "precedes", "replaces", "part-of"],
        doc(
            nl="Soort | Verwant, gaat vooraf, vervangt of is deel van.",
            en="Kind | Related, precedes, replaces or part of.",
        ),
    ]
    competence: Annotated[
        IdName,
        doc(nl="Competentie | Id van de andere.", en="Competence | Id of the other one."),
    ]


class Competence(Part):
    """A name and a definition, with what can be seen at each level."""

    model_config = part_doc(
        nl="Competentie | Een naam en een definitie, met per niveau wat er te zien is.",
        en="Competence | A name and a definition, with what can be seen at each level.",
    )

    id: Id
    name: Annotated[
        Text, doc(nl="Naam | Naam van de competentie.", en="Name | Name of the competence.")
    ]
    definition: Annotated[
        Text | None,
        doc(
            nl="Definitie | Wat iemand met deze competentie doet; alinea's en lijsten mogen.",
            en="Definition | What somebody with it does; Markdown paragraphs and lists may be used.",
        ),
    ] = None
    type: Annotated[
        Literal["core", "leadership", "job-group", "technical"] | None,
        doc(
            nl="Soort | Kerncompetentie, leiderschap, functiegroep of vaktechnisch.",
            en="Type | Core, leadership, job group or technical.",
        ),
    ] = None
    cluster: Annotated[
        IdName | None,
        doc(
            nl="Cluster | Id van het cluster waar de competentie in staat.",
            en="Cluster | Id of the cluster that the competence stands in.",
        ),
    ] = None
    aliases: Annotated[
        tuple[Text, ...],
        doc(
            nl="Ook bekend als | Andere namen, voor zoeken en importeren.",
            en="Also known as | Other names, for search and import.",
        ),
    ] = ()
    scale: Annotated[
        IdName | None,
        doc(
            nl="Niveau-indeling | Id van de niveau-indeling; leeg is de eerste van het model.",
            en="Proficiency scale | Id of the scale; empty is the first of the framework.",
        ),
    ] = None
    minimum_level: Annotated[
        MinimumLevel | None,
        doc(
            nl="Minimumniveau | Wat organisatie of sector ten minste vraagt.",
            en="Minimum level | What organisation or sector asks at least.",
        ),
    ] = None
    target_levels: Annotated[
        tuple[TargetLevel, ...],
        doc(
            nl="Streefniveaus | Waar teams naartoe werken.",
            en="Target levels | What teams aim at.",
        ),
    ] = ()
    levels: Annotated[
        tuple[Level, ...],
        doc(
            nl="Niveaus | Wat er per niveau te zien is; niet elk niveau hoeft er te zijn.",
            en="Levels | What can be seen at each level; levels may be left out.",
        ),
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...],
        doc(
            nl="Indicatoren zonder niveau | Gedrag dat bij de hele competentie hoort.",
            en="Indicators without a level | Behaviour that belongs to the whole competence.",
        ),
    ] = ()
    rating_anchors: Annotated[
        tuple[RatingAnchor, ...],
        doc(
            nl="Scoreankers | Wat de punten van een scoreschaal hier betekenen.",
            en="Rating anchors | What the points of a rating scale mean here.",
        ),
    ] = ()
    questions: Annotated[
        tuple[InterviewQuestion, ...],
        doc(
            nl="Interviewvragen | Vragen naar deze competentie.",
            en="Interview questions | Questions about this competence.",
        ),
    ] = ()
    tips: Annotated[
        tuple[DevelopmentTip, ...],
        doc(
            nl="Ontwikkeltips | Wat iemand in het werk kan doen om te groeien.",
            en="Development tips | What somebody can do at work to grow.",
        ),
    ] = ()
    relations: Annotated[
        tuple[Relation, ...],
        doc(
            nl="Verbanden | Hoe deze competentie tot andere staat.",
            en="Relations | How this competence stands to others.",
        ),
    ] = ()
    status: ItemStatus = None
    alignments: Alignments = ()
    identifiers: Identifiers = ()
    notes: Notes = None
    extra: Extra = {}

    def level(self, number: int) -> Level | None:
        """Return what the competence has at a level, or None."""
        for level in self.levels:
            if level.level == number:
                return level
        return None

    def all_indicators(self) -> list[Indicator]:
        """Return every indicator: level by level, then those without a level."""
        found = [indicator for level in self.levels for indicator in level.indicators]
        return [*found, *self.indicators]
