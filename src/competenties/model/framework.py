"""A framework: all competences of an organisation, with scales, promises, version and status."""

from typing import Annotated, Literal

from competenties.messages import Phrase
from competenties.model.competence import Competence
from competenties.model.ids import Id, IdName
from competenties.model.indicator import Audience
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.record import (
    Accepted,
    Alignments,
    BaseReference,
    Identifiers,
    ItemStatus,
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
from competenties.model.scale import FREQUENCY_SCALE, ProficiencyScale, RatingScale
from competenties.model.text import LanguageTag, Text, Words

FRAMEWORK_FORMAT = "urn:competenties:framework:1"

CARD_KINDS: dict[str, Phrase] = {
    "contact": Phrase(nl="kaartje na een klantcontact", en="contact card"),
    "cooperation": Phrase(nl="samenwerkingskaart", en="cooperation card"),
}

OwnLanguage = Annotated[
    LanguageTag,
    doc(
        nl="Taal | Taal van de teksten die maar in één taal zijn geschreven.",
        en="Language | Language of the texts that are written in one language only.",
    ),
]
Languages = Annotated[
    tuple[LanguageTag, ...],
    doc(
        nl="Talen | Talen waarin alle teksten horen te bestaan.",
        en="Languages | Languages in which every text should exist.",
    ),
]


class Cluster(Part):
    """A group of competences; a cluster may stand in another cluster."""

    model_config = part_doc(
        nl="Cluster | Een groep competenties; clusters mogen in clusters staan.",
        en="Cluster | A group of competences; clusters may stand in clusters.",
    )

    id: Id
    name: Annotated[Text, doc(nl="Naam | Naam van het cluster.", en="Name | Name of the cluster.")]
    description: Annotated[
        Text | None,
        doc(nl="Omschrijving | Uitleg bij het cluster.", en="Description | What it is about."),
    ] = None
    parent: Annotated[
        IdName | None,
        doc(
            nl="Staat in | Id van het cluster waar dit cluster in staat.",
            en="Parent | Id of the cluster that this one stands in.",
        ),
    ] = None
    status: ItemStatus = None
    alignments: Alignments = ()
    identifiers: Identifiers = ()
    notes: Notes = None
    extra: Extra = {}


class PromiseChecks(Part):
    """Who checks a promise, and how."""

    model_config = part_doc(
        nl="Controle | Wie nagaat of de belofte is nagekomen, en hoe.",
        en="Checks | Who finds out whether the promise was kept, and how.",
    )

    employee: Annotated[
        Text | None,
        doc(nl="Medewerker | Wat de medewerker nagaat.", en="Employee | What the employee checks."),
    ] = None
    manager: Annotated[
        Text | None,
        doc(
            nl="Leidinggevende | Wat de leidinggevende nagaat.",
            en="Manager | What the manager checks.",
        ),
    ] = None
    organisation: Annotated[
        Text | None,
        doc(
            nl="Organisatie | Wat de organisatie nagaat.",
            en="Organisation | What the organisation checks.",
        ),
    ] = None


class Promise(Part):
    """A measurable service standard, to customers or to colleagues."""

    model_config = part_doc(
        nl="Servicebelofte | Een meetbare belofte aan klanten of collega's.",
        en="Promise | A measurable service standard, to customers or colleagues.",
    )

    id: Id
    text: Annotated[Text, doc(nl="Belofte | Wat wordt beloofd.", en="Promise | What is promised.")]
    audience: Annotated[
        Audience | None,
        doc(
            nl="Voor wie | Interne klant, externe klant of keten.",
            en="Audience | Internal customer, external customer or chain.",
        ),
    ] = None
    measure: Annotated[
        Text | None,
        doc(nl="Zo meten we het | Wat wordt geteld.", en="Measure | What is counted."),
    ] = None
    norm: Annotated[
        Text | None,
        doc(nl="Norm | Wanneer het goed genoeg is.", en="Norm | When it is good enough."),
    ] = None
    checks: Annotated[
        PromiseChecks,
        doc(
            nl="Controle | Wie nagaat of de belofte is nagekomen.",
            en="Checks | Who finds out whether the promise was kept.",
        ),
    ] = PromiseChecks()
    competences: Annotated[
        tuple[IdName, ...],
        doc(
            nl="Competenties | Ids van de competenties waar de belofte bij hoort.",
            en="Competences | Ids of the competences that the promise belongs to.",
        ),
    ] = ()
    status: ItemStatus = None
    identifiers: Identifiers = ()
    extra: Extra = {}


class ConversationCard(Part):
    """A few questions to ask oneself or each other; never scored."""

    model_config = part_doc(
        nl="Kaart | Enkele vragen voor jezelf of voor elkaar; nooit gescoord.",
        en="Card | A few questions for oneself or each other; never scored.",
    )

    id: Id
    kind: Annotated[
        Literal["contact", "cooperation"],
        doc(
            nl="Soort | Na een klantcontact, of over de samenwerking tussen teams.",
            en="Kind | After a customer contact, or about the cooperation between teams.",
        ),
    ]
    name: Annotated[Text, doc(nl="Naam | Naam van de kaart.", en="Name | Name of the card.")]
    explanation: Annotated[
        Text | None,
        doc(nl="Uitleg | Wanneer en hoe.", en="Explanation | When and how."),
    ] = None
    questions: Annotated[
        tuple[Text, ...], doc(nl="Vragen | De vragen.", en="Questions | The questions.")
    ] = ()
    extra: Extra = {}


class GlossaryEntry(Part):
    """A word and what it means in this framework."""

    model_config = part_doc(
        nl="Begrip | Een woord en wat het in dit model betekent.",
        en="Glossary entry | A word and what it means in this framework.",
    )

    term: Annotated[Text, doc(nl="Begrip | Het woord.", en="Term | The word.")]
    definition: Annotated[
        Text, doc(nl="Betekenis | Wat het betekent.", en="Definition | What it means.")
    ]


class Framework(Part):
    """All competences of an organisation, with everything that belongs to them."""

    model_config = part_doc(
        nl="Competentiemodel | Alle competenties van een organisatie, met wat daarbij hoort.",
        en="Framework | All competences of an organisation, with what belongs to them.",
    )

    id: Id
    name: Annotated[Text, doc(nl="Naam | Naam van het model.", en="Name | Name of the framework.")]
    description: Annotated[
        Text | None,
        doc(
            nl="Omschrijving | Waar het model voor is; alinea's en lijsten mogen.",
            en="Description | What it is for; Markdown paragraphs and lists may be used.",
        ),
    ] = None
    language: OwnLanguage
    languages: Languages = ()
    version: Version = None
    status: Status = "draft"
    owner: Owner = None
    valid_from: ValidFrom = None
    valid_until: ValidUntil = None
    review_date: ReviewDate = None
    licence: Annotated[
        Words | None,
        doc(
            nl="Licentie | Onder welke voorwaarden anderen de tekst mogen gebruiken.",
            en="Licence | On which terms others may use the text.",
        ),
    ] = None
    sources: Sources = ()
    replaces: Replaces = None
    replaced_by: ReplacedBy = None
    base: Annotated[
        BaseReference | None,
        doc(
            nl="Basis | Het model waar dit model van is gemaakt.",
            en="Base | The framework that this one was made from.",
        ),
    ] = None
    publication: Annotated[
        Publication | None,
        doc(
            nl="Vaststelling | Hoe en wanneer deze versie is vastgesteld.",
            en="Publication | How and when this version was published.",
        ),
    ] = None
    cluster_names: Annotated[
        tuple[Text, ...],
        doc(
            nl="Namen van de lagen | Hoe clusters op elke laag heten, zoals domein en thema.",
            en="Names of the depths | What clusters are called at each depth.",
        ),
    ] = ()
    proficiency_scales: Annotated[
        tuple[ProficiencyScale, ...],
        doc(
            nl="Niveau-indelingen | De eerste geldt waar een competentie er geen noemt.",
            en="Proficiency scales | The first holds where a competence names none.",
        ),
    ] = ()
    rating_scales: Annotated[
        tuple[RatingScale, ...],
        doc(
            nl="Scoreschalen | De eerste staat op het formulier.",
            en="Rating scales | The first one is on the form.",
        ),
    ] = ()
    clusters: Annotated[
        tuple[Cluster, ...],
        doc(nl="Clusters | Groepen van competenties.", en="Clusters | Groups of competences."),
    ] = ()
    competences: Annotated[
        tuple[Competence, ...],
        doc(
            nl="Competenties | In de volgorde waarin ze worden afgedrukt.",
            en="Competences | In the order in which they are printed.",
        ),
    ] = ()
    promises: Annotated[
        tuple[Promise, ...],
        doc(
            nl="Servicebeloften | Meetbare beloften aan klanten en collega's.",
            en="Promises | Measurable promises to customers and colleagues.",
        ),
    ] = ()
    cards: Annotated[
        tuple[ConversationCard, ...],
        doc(
            nl="Kaarten | Vragen na een klantcontact en over samenwerking.",
            en="Cards | Questions after a customer contact and about cooperation.",
        ),
    ] = ()
    glossary: Annotated[
        tuple[GlossaryEntry, ...],
        doc(nl="Begrippen | Woorden en hun betekenis.", en="Glossary | Words and their meaning."),
    ] = ()
    accepted: Accepted = ()
    alignments: Alignments = ()
    identifiers: Identifiers = ()
    notes: Notes = None
    extra: Extra = {}

    def competence(self, identifier: str) -> Competence | None:
        """Return the competence with this id, or None."""
        for one in self.competences:  # an index would not follow copies with other competences
            if one.id == identifier:
                return one
        return None

    def scale_of(self, competence: Competence) -> ProficiencyScale | None:
        """Return the proficiency scale of a competence: the one it names, else the first."""
        if competence.scale is None:
            return self.proficiency_scales[0] if self.proficiency_scales else None
        return next((one for one in self.proficiency_scales if one.id == competence.scale), None)

    def rating_scale(self, identifier: str | None = None) -> RatingScale:
        """Return a rating scale: the one asked for, else the first, else frequencies."""
        by_id = {scale.id: scale for scale in self.rating_scales}
        if identifier in by_id:
            return by_id[identifier]
        return self.rating_scales[0] if self.rating_scales else FREQUENCY_SCALE
