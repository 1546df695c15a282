"""Scales: the levels that competences have, and the points that a rater ticks."""

from typing import Annotated, Literal

from pydantic import Field

from competenties.messages import Phrase
from competenties.model.ids import Id
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.text import Text

LevelNumber = Annotated[int, Field(ge=0, le=99)]
"""The number of a level as people say it; not a position."""

RatingKind = Literal["frequency", "level", "norm", "development"]
RATING_KINDS = {
    "frequency": Phrase(nl="frequentieschaal", en="frequency scale"),
    "level": Phrase(nl="niveauschaal", en="level scale"),
    "norm": Phrase(nl="normschaal", en="norm scale"),
    "development": Phrase(nl="ontwikkelschaal", en="development scale"),
}


class ScaleLevel(Part):
    """One level of a proficiency scale, as it holds for every competence."""

    model_config = part_doc(
        nl="Schaalniveau | Eén niveau van een niveau-indeling, zoals het voor elke competentie geldt.",
        en="Scale level | One level of a proficiency scale, as it holds for every competence.",
    )

    number: Annotated[
        LevelNumber,
        doc(
            nl="Nummer | Het nummer zoals mensen het noemen; er mogen nummers ontbreken.",
            en="Number | The number as people say it; numbers may be missing.",
        ),
    ]
    name: Annotated[
        Text,
        doc(
            nl="Naam | De algemene naam van het niveau.",
            en="Name | The general name of the level.",
        ),
    ]
    description: Annotated[
        Text | None,
        doc(
            nl="Omschrijving | Algemene tekst bij het niveau, los van een competentie.",
            en="Description | General text of the level, whatever the competence.",
        ),
    ] = None
    scope: Annotated[
        Text | None,
        doc(
            nl="Reikwijdte | Hoe ver het werk reikt.",
            en="Scope | How far the work reaches.",
        ),
    ] = None
    autonomy: Annotated[
        Text | None,
        doc(
            nl="Zelfstandigheid | Wat iemand zelf bepaalt.",
            en="Autonomy | What somebody settles without others.",
        ),
    ] = None
    complexity: Annotated[
        Text | None,
        doc(
            nl="Complexiteit | Hoe lastig de situatie is.",
            en="Complexity | How hard the situation is.",
        ),
    ] = None
    test: Annotated[
        Text | None,
        doc(
            nl="Toets | Vraag waarmee een schrijver nagaat of gedrag op dit niveau hoort.",
            en="Test | Question by which a writer finds out whether behaviour belongs here.",
        ),
    ] = None
    group: Annotated[
        Text | None,
        doc(
            nl="Groep | Naam van de groep niveaus waar dit niveau bij hoort, zoals 'basis'.",
            en="Group | Name of the group of levels that this one belongs to, such as 'foundation'.",
        ),
    ] = None
    extra: Extra = {}


class ProficiencyScale(Part):
    """An ordered set of levels that competences of a framework use."""

    model_config = part_doc(
        nl="Niveau-indeling | Een geordende reeks niveaus die competenties van het model gebruiken.",
        en="Proficiency scale | An ordered set of levels that competences of the framework use.",
    )

    id: Id
    name: Annotated[
        Text,
        doc(
            nl="Naam | Naam van de niveau-indeling.",
            en="Name | Name of the proficiency scale.",
        ),
    ]
    description: Annotated[
        Text | None,
        doc(
            nl="Omschrijving | Uitleg bij de niveaus.",
            en="Description | Explanation of the levels.",
        ),
    ] = None
    cumulative: Annotated[
        bool | None,
        doc(
            nl="Niveaus stapelen | Laat wie een niveau laat zien ook de lagere zien? Leeg: niet gezegd.",
            en="Cumulative | Does whoever shows a level show the lower ones too? Empty: not stated.",
        ),
    ] = None
    partial: Annotated[
        bool,
        doc(
            nl="Niveaus overslaan mag | Een competentie mag een deel van de niveaus gebruiken.",
            en="Levels may be left out | A competence may use some of the levels.",
        ),
    ] = False
    levels: Annotated[
        tuple[ScaleLevel, ...],
        doc(
            nl="Niveaus | De niveaus, van laag naar hoog.",
            en="Levels | The levels, from low to high.",
        ),
    ]
    extra: Extra = {}


class RatingPoint(Part):
    """One point of a rating scale: what a rater ticks."""

    model_config = part_doc(
        nl="Schaalpunt | Eén punt van een scoreschaal: wat een invuller kiest.",
        en="Rating point | One point of a rating scale: what a rater ticks.",
    )

    value: Annotated[
        int,
        Field(ge=-99, le=99),
        doc(
            nl="Waarde | Het getal waarmee wordt gerekend.",
            en="Value | The number that is counted with.",
        ),
    ]
    label: Annotated[
        Text,
        doc(
            nl="Label | Het woord op het formulier.",
            en="Label | The word on the form.",
        ),
    ]
    definition: Annotated[
        Text | None,
        doc(
            nl="Betekenis | Wanneer dit punt geldt.",
            en="Definition | When this point holds.",
        ),
    ] = None
    extra: Extra = {}


class Arithmetic(Part):
    """How answers become a result; the form prints it in words."""

    model_config = part_doc(
        nl="Rekenwijze | Hoe antwoorden een uitkomst worden; het formulier drukt dit in woorden af.",
        en="Arithmetic | How answers become a result; the form prints it in words.",
    )

    method: Annotated[
        Literal["mean", "median", "none"],
        doc(
            nl="Methode | Gemiddelde of mediaan van de ingevulde regels, of geen uitkomst.",
            en="Method | Mean or median of the lines that were filled in, or no result.",
        ),
    ] = "mean"
    visible_from: Annotated[
        float | None,
        doc(
            nl="Zichtbaar vanaf | Vanaf deze uitkomst heet het gedrag zichtbaar op het gevraagde niveau.",
            en="Visible from | From this result the behaviour counts as visible at the requested level.",
        ),
    ] = None
    partly_from: Annotated[
        float | None,
        doc(
            nl="Deels vanaf | Vanaf deze uitkomst heet het gedrag deels zichtbaar.",
            en="Partly from | From this result the behaviour counts as partly visible.",
        ),
    ] = None
    coverage: Annotated[
        float,
        Field(ge=0, le=1),
        doc(
            nl="Invulgraad | Deel van de regels dat ten minste is ingevuld; daaronder geen uitkomst.",
            en="Coverage | Share of the lines that is at least filled in; below it there is no result.",
        ),
    ] = 0.6
    weights: Annotated[
        Literal["equal", "profile"],
        doc(
            nl="Weging | Alle competenties even zwaar, of met de weging uit het functieprofiel.",
            en="Weights | All competences count the same, or with the weights of the job profile.",
        ),
    ] = "equal"
    decimals: Annotated[
        int,
        Field(ge=0, le=3),
        doc(
            nl="Decimalen | Waarop de uitkomst wordt afgerond.",
            en="Decimals | To which a result is rounded.",
        ),
    ] = 1


class RatingScale(Part):
    """What a rater can answer, and how the answers are counted."""

    model_config = part_doc(
        nl="Scoreschaal | Wat een invuller kan antwoorden, en hoe de antwoorden tellen.",
        en="Rating scale | What a rater can answer, and how the answers are counted.",
    )

    id: Id
    name: Annotated[
        Text,
        doc(
            nl="Naam | Naam van de scoreschaal.",
            en="Name | Name of the rating scale.",
        ),
    ]
    kind: Annotated[
        RatingKind,
        doc(
            nl="Soort | Frequentie, niveau (met de eigen niveaus), norm of ontwikkeling.",
            en="Kind | Frequency, level (the competence's own levels), norm or development.",
        ),
    ]
    question: Annotated[
        Text | None,
        doc(
            nl="Vraag | De vraag die boven de antwoorden staat.",
            en="Question | The question above the answers.",
        ),
    ] = None
    points: Annotated[
        tuple[RatingPoint, ...],
        doc(
            nl="Schaalpunten | De antwoorden, van laag naar hoog; leeg bij een niveauschaal.",
            en="Points | The answers, from low to high; empty for a level scale.",
        ),
    ] = ()
    not_observed: Annotated[
        bool,
        doc(
            nl="Niet waargenomen mag | Een invuller mag 'niet waargenomen' kiezen; dat telt nooit mee.",
            en="Not observed allowed | A rater may choose 'not observed'; it never counts.",
        ),
    ] = True
    not_applicable: Annotated[
        bool,
        doc(
            nl="N.v.t. mag | Een invuller mag 'niet van toepassing' kiezen; dat telt nooit mee.",
            en="Not applicable allowed | A rater may choose 'not applicable'; it never counts.",
        ),
    ] = True
    arithmetic: Annotated[
        Arithmetic,
        doc(
            nl="Rekenwijze | Hoe antwoorden een uitkomst worden.",
            en="Arithmetic | How answers become a result.",
        ),
    ] = Arithmetic()
    extra: Extra = {}


def _point(value: int, nl: str, en: str) -> RatingPoint:
    return RatingPoint(value=value, label={"nl": nl, "en": en})


FREQUENCY_SCALE = RatingScale(
    id="frequentie",
    name={"nl": "Frequentieschaal", "en": "Frequency scale"},
    kind="frequency",
    question={
        "nl": "Hoe vaak was dit gedrag te zien als de situatie zich voordeed?",
        "en": "How often could this behaviour be seen when the situation arose?",
    },
    points=(
        _point(1, "nooit", "never"),
        _point(2, "zelden", "seldom"),
        _point(3, "soms", "sometimes"),
        _point(4, "meestal", "usually"),
        _point(5, "(vrijwel) altijd", "(almost) always"),
    ),
    arithmetic=Arithmetic(visible_from=4.0, partly_from=3.0),
)
"""The scale of a framework that names none: five frequencies, the default for indicators."""
