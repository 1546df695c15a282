"""A job profile: a job with purpose, result areas, requirements and requested levels."""

from typing import Annotated, Literal

from pydantic import Field

from competenties.messages import Phrase
from competenties.model.competence import FromLevel, ToLevel
from competenties.model.framework import Languages, OwnLanguage
from competenties.model.ids import Id, IdName
from competenties.model.indicator import Indicator
from competenties.model.job import Authority, Chain, Contact, Context, Place, ResultArea
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.record import (
    Accepted,
    Identifiers,
    Notes,
    Owner,
    Publication,
    ReplacedBy,
    Replaces,
    ReviewDate,
    Sources,
    Status,
    ValidFrom,
    ValidUntil,
    Version,
)
from competenties.model.scale import LevelNumber
from competenties.model.terms import Approval, CareerStep, Conditions, Grading, Qualification
from competenties.model.text import Text, Words

PROFILE_FORMAT = "urn:competenties:profile:1"

PROFILE_KINDS: dict[str, Phrase] = {
    "job-profile": Phrase(nl="Functieprofiel", en="Job profile"),
    "job-description": Phrase(nl="Functiebeschrijving", en="Job description"),
    "role-profile": Phrase(nl="Rolprofiel", en="Role profile"),
}


class FrameworkReference(Part):
    """A framework that a profile takes competences from."""

    model_config = part_doc(
        nl="Gebruikt model | Een competentiemodel waar het profiel competenties uit haalt.",
        en="Framework used | A framework that the profile takes competences from.",
    )

    id: Annotated[
        IdName, doc(nl="Model | Id van het model.", en="Framework | Id of the framework.")
    ]
    version: Annotated[
        Words | None,
        doc(
            nl="Versie | Versie waar het profiel aan vastzit; leeg is de nieuwste.",
            en="Version | Version that the profile is tied to; empty is the newest.",
        ),
    ] = None


class Requirement(Part):
    """One requested level: a competence at a level, over a span of levels, or in words."""

    model_config = part_doc(
        nl="Gevraagd niveau | Een competentie op een niveau, een reeks niveaus of in woorden.",
        en="Requirement | A competence at a level, over a span of levels, or in words.",
    )

    competence: Annotated[
        IdName,
        doc(nl="Competentie | Id van de competentie.", en="Competence | Id of the competence."),
    ]
    name: Annotated[
        Text | None,
        doc(
            nl="Naam in de bron | Hoe een bron de competentie noemt, als dat anders is.",
            en="Name in the source | What a source calls the competence, where that differs.",
        ),
    ] = None
    framework: Annotated[
        IdName | None,
        doc(
            nl="Model | Id van het model; leeg is het eerste model van het profiel.",
            en="Framework | Id of the framework; empty is the profile's first.",
        ),
    ] = None
    level: Annotated[
        LevelNumber | None,
        doc(nl="Niveau | Het gevraagde niveau.", en="Level | The requested level."),
    ] = None
    from_level: FromLevel = None
    to_level: ToLevel = None
    words: Annotated[
        Text | None,
        doc(
            nl="In woorden | Wat wordt gevraagd, als er geen niveau bij past.",
            en="In words | What is requested, where no level fits.",
        ),
    ] = None
    result_area: Annotated[
        IdName | None,
        doc(
            nl="Resultaatgebied | Id van het resultaatgebied waar dit voor geldt.",
            en="Result area | Id of the result area that this holds for.",
        ),
    ] = None
    need: Annotated[
        Literal["essential", "desirable"],
        doc(nl="Vereist of gewenst | Hoe hard de eis is.", en="Need | Essential or desirable."),
    ] = "essential"
    weight: Annotated[
        float | None,
        Field(gt=0, le=1000),
        doc(
            nl="Weging | Hoe zwaar dit telt naast de andere; het totaal is vrij.",
            en="Weight | How much this counts beside the others; the total is free.",
        ),
    ] = None
    floor: Annotated[
        LevelNumber | None,
        doc(
            nl="Ondergrens | Niveau waaronder het gesprek nodig is; een mens beslist.",
            en="Floor | Level below which it has to be discussed; a person decides.",
        ),
    ] = None
    selected: Annotated[
        tuple[IdName, ...],
        doc(
            nl="Gekozen indicatoren | Ids van de indicatoren die meedoen; leeg is alle.",
            en="Selected indicators | Ids of the indicators that take part; empty is all.",
        ),
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...],
        doc(
            nl="Eigen indicatoren | Gedrag dat alleen voor deze functie geldt.",
            en="Own indicators | Behaviour that holds for this job only.",
        ),
    ] = ()
    rationale: Annotated[
        Text | None,
        doc(
            nl="Onderbouwing | Waarom dit niveau bij deze functie hoort.",
            en="Rationale | Why this level belongs to this job.",
        ),
    ] = None
    extra: Extra = {}


class JobProfile(Part):
    """A job: what it is for, what it delivers, what it asks."""

    model_config = part_doc(
        nl="Functieprofiel | Een functie: waar ze voor is, wat ze oplevert en wat ze vraagt.",
        en="Job profile | A job: what it is for, what it delivers, what it asks.",
    )

    id: Id
    name: Annotated[
        Text, doc(nl="Functienaam | Naam van de functie.", en="Job title | Name of the job.")
    ]
    aliases: Annotated[
        tuple[Text, ...],
        doc(
            nl="Roepnamen | Namen die in het werk worden gebruikt.",
            en="Also known as | Names used at work.",
        ),
    ] = ()
    kind: Annotated[
        Literal["job-profile", "job-description", "role-profile"],
        doc(
            nl="Soort | Functieprofiel, functiebeschrijving (voor waardering) of rolprofiel.",
            en="Kind | Job profile, job description (for grading) or role profile.",
        ),
    ] = "job-profile"
    code: Annotated[
        Words | None,
        doc(nl="Functiecode | Code van de functie.", en="Job code | Code of the job."),
    ] = None
    family: Annotated[
        Text | None,
        doc(nl="Functiegroep | Groep of familie.", en="Job family | Group or family."),
    ] = None
    series: Annotated[
        Text | None,
        doc(
            nl="Functiereeks | Reeks waar de functie in staat, zoals junior, medior, senior.",
            en="Series | Series that the job stands in, such as junior, medior, senior.",
        ),
    ] = None
    series_step: Annotated[
        int | None,
        Field(ge=1, le=99),
        doc(nl="Trede | Plaats in de functiereeks.", en="Step | Position in the series."),
    ] = None
    language: OwnLanguage
    languages: Languages = ()
    version: Version = None
    status: Status = "draft"
    owner: Owner = None
    valid_from: ValidFrom = None
    valid_until: ValidUntil = None
    review_date: ReviewDate = None
    sources: Sources = ()
    replaces: Replaces = None
    replaced_by: ReplacedBy = None
    publication: Annotated[
        Publication | None,
        doc(
            nl="Vaststelling | Hoe en wanneer deze versie is vastgesteld.",
            en="Publication | How and when this version was published.",
        ),
    ] = None
    frameworks: Annotated[
        tuple[FrameworkReference, ...],
        doc(
            nl="Gebruikte modellen | Het eerste geldt waar een gevraagd niveau er geen noemt.",
            en="Frameworks used | The first holds where a requirement names none.",
        ),
    ] = ()
    rating_scale: Annotated[
        IdName | None,
        doc(
            nl="Scoreschaal | Id van de scoreschaal op het formulier.",
            en="Rating scale | Id of the rating scale on the form.",
        ),
    ] = None
    place: Annotated[
        Place | None,
        doc(
            nl="Plaats in de organisatie | Onder wie, met wie en over wie.",
            en="Place in the organisation | Under whom, with whom and over whom.",
        ),
    ] = None
    context: Annotated[
        Context | None,
        doc(
            nl="Context | Organisatie, team, sector en wat energie geeft.",
            en="Context | Organisation, team, sector and what gives energy.",
        ),
    ] = None
    description: Annotated[
        Text | None,
        doc(
            nl="Omschrijving | De functie in enkele alinea's; alinea's en lijsten mogen.",
            en="Description | The job in some paragraphs; Markdown paragraphs and lists.",
        ),
    ] = None
    purpose: Annotated[
        Text | None,
        doc(
            nl="Doel | Eén zin: wat, binnen welk kader, waartoe.",
            en="Purpose | One sentence: what, within which limits, to which end.",
        ),
    ] = None
    chain: Annotated[
        Chain | None,
        doc(
            nl="Plaats in de keten | Van wie, aan wie, en wat de eindklant merkt.",
            en="Place in the chain | From whom, to whom, and what the end customer notices.",
        ),
    ] = None
    result_areas: Annotated[
        tuple[ResultArea, ...],
        doc(
            nl="Resultaatgebieden | Vier of vijf, elk met taken en een meetbaar resultaat.",
            en="Result areas | Four or five, each with tasks and a measurable result.",
        ),
    ] = ()
    authority: Annotated[
        Authority | None,
        doc(
            nl="Beslisruimte | Wat iemand zelf beslist, afstemt en voorlegt.",
            en="Room to decide | What somebody decides, aligns and submits.",
        ),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        doc(nl="Contacten | Met wie en waarvoor.", en="Contacts | With whom and what for."),
    ] = ()
    qualifications: Annotated[
        tuple[Qualification, ...],
        doc(
            nl="Functie-eisen | Opleiding, kennis, ervaring, registraties en taal.",
            en="Job requirements | Education, knowledge, experience, registrations, language.",
        ),
    ] = ()
    requirements: Annotated[
        tuple[Requirement, ...],
        doc(
            nl="Gevraagde niveaus | Competenties met het niveau dat de functie vraagt.",
            en="Requirements | Competences with the level that the job asks.",
        ),
    ] = ()
    conditions: Annotated[
        Conditions | None,
        doc(
            nl="Inspanning en werkomstandigheden | Lichamelijk, mentaal, roosters en risico's.",
            en="Effort and working conditions | Physical, mental, schedules and risks.",
        ),
    ] = None
    grading: Annotated[
        Grading | None,
        doc(
            nl="Waardering | Systeem, groep of schaal; los van de competenties.",
            en="Grading | System, group or scale; kept apart from the competences.",
        ),
    ] = None
    career: Annotated[
        tuple[CareerStep, ...],
        doc(nl="Loopbaan | Verwante functies.", en="Career | Jobs before, after and beside."),
    ] = ()
    approval: Annotated[
        Approval | None,
        doc(
            nl="Vaststelling en medezeggenschap | Besluit, datum, regeling en instemming.",
            en="Approval and consultation | Decision, date, regulation and consent.",
        ),
    ] = None
    accepted: Accepted = ()
    identifiers: Identifiers = ()
    notes: Notes = None
    extra: Extra = {}

    def framework_of(self, requirement: Requirement) -> str | None:
        """Return the id of the framework that a requirement takes its competence from."""
        if requirement.framework is not None:
            return requirement.framework
        return self.frameworks[0].id if self.frameworks else None
