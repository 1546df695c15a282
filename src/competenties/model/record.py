"""Records that frameworks and profiles share: status, sources, approval, accepted findings."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from competenties.messages import Phrase
from competenties.model.ids import Id, IdName
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.text import Text, Words

StatusName = Literal["draft", "review", "published", "retired"]
STATUSES: dict[str, Phrase] = {
    "draft": Phrase(nl="concept", en="draft"),
    "review": Phrase(nl="ter beoordeling", en="in review"),
    "published": Phrase(nl="vastgesteld", en="published"),
    "retired": Phrase(nl="vervallen", en="retired"),
}
Status = Annotated[
    StatusName,
    doc(
        nl="Status | Concept, ter beoordeling, vastgesteld of vervallen.",
        en="Status | Draft, in review, published or retired.",
    ),
]
ItemStatus = Annotated[
    StatusName | None,
    doc(
        nl="Status | Eigen status van dit onderdeel, als die afwijkt van het geheel.",
        en="Status | Status of this item, where it differs from the whole.",
    ),
]
Version = Annotated[
    Words | None,
    doc(
        nl="Versie | Versienummer als tekst, zoals '2.0'.",
        en="Version | Version number as text, such as '2.0'.",
    ),
]
Owner = Annotated[
    Text | None,
    doc(
        nl="Eigenaar | Functie of afdeling die beslist over wijzigingen; geen persoon.",
        en="Owner | Role or department that decides on changes; not a person.",
    ),
]
ValidFrom = Annotated[
    date | None,
    doc(
        nl="Van kracht per | Eerste dag waarop deze versie geldt.",
        en="Valid from | First day on which this version holds.",
    ),
]
ValidUntil = Annotated[
    date | None,
    doc(
        nl="Geldig tot en met | Laatste dag waarop deze versie geldt.",
        en="Valid until | Last day on which this version holds.",
    ),
]
ReviewDate = Annotated[
    date | None,
    doc(
        nl="Volgende herziening | Dag waarop de tekst opnieuw wordt bekeken.",
        en="Review date | Day on which the text is looked at again.",
    ),
]
Sources = Annotated[
    tuple[Text, ...],
    doc(
        nl="Bronnen | Waar de tekst op rust, zoals een regeling.",
        en="Sources | What the text rests on, such as a regulation.",
    ),
]
Replaces = Annotated[
    Words | None,
    doc(nl="Vervangt | Wat hieraan voorafging.", en="Replaces | What came before this."),
]
ReplacedBy = Annotated[
    Words | None,
    doc(nl="Vervangen door | Wat hierna kwam.", en="Replaced by | What came after this."),
]
Notes = Annotated[
    Text | None,
    doc(
        nl="Notities | Aantekeningen voor de schrijvers; komen niet op papier.",
        en="Notes | Remarks for the authors; never printed.",
    ),
]


class Identifier(Part):
    """The id that an item has in another system."""

    model_config = part_doc(
        nl="Vreemde sleutel | De sleutel van een onderdeel in een ander systeem.",
        en="Foreign id | The id that an item has in another system.",
    )

    scheme: Annotated[
        Words,
        doc(
            nl="Systeem | Naam of adres van het systeem dat de sleutel gaf.",
            en="Scheme | Name or address of the system that gave the id.",
        ),
    ]
    id: Annotated[
        Words,
        doc(
            nl="Sleutel | De sleutel zoals dat systeem hem schrijft.",
            en="Id | The id as that system writes it.",
        ),
    ]


Identifiers = Annotated[
    tuple[Identifier, ...],
    doc(
        nl="Vreemde sleutels | Sleutels van dit onderdeel in andere systemen; blijven bewaard.",
        en="Foreign ids | Ids of this item in other systems; they are kept.",
    ),
]


class Alignment(Part):
    """A link to an item of a public list, such as ESCO, O*NET or CompetentNL."""

    model_config = part_doc(
        nl="Koppeling | Verband met een onderdeel van een openbare lijst, zoals ESCO.",
        en="Alignment | A link to an item of a public list, such as ESCO.",
    )

    scheme: Annotated[
        Words,
        doc(
            nl="Lijst | Naam van de openbare lijst: esco, onet, competentnl of een andere.",
            en="Scheme | Name of the public list: esco, onet, competentnl or another.",
        ),
    ]
    target: Annotated[
        Words,
        doc(
            nl="Doel | Sleutel of webadres van het onderdeel in die lijst.",
            en="Target | Id or web address of the item in that list.",
        ),
    ]
    label: Annotated[
        Text | None,
        doc(
            nl="Naam | Naam van het onderdeel in die lijst.",
            en="Label | Name of the item in that list.",
        ),
    ] = None
    match: Annotated[
        Literal["exact", "close", "broad", "narrow", "related"],
        doc(
            nl="Soort overeenkomst | Gelijk, bijna gelijk, ruimer, enger of verwant (SKOS).",
            en="Match | Exact, close, broader, narrower or related (SKOS mapping relations).",
        ),
    ] = "close"
    score: Annotated[
        float | None,
        Field(ge=0, le=1),
        doc(
            nl="Zekerheid | Hoe zeker de koppeling is, van 0 tot 1.",
            en="Score | How certain the link is, from 0 to 1.",
        ),
    ] = None


Alignments = Annotated[
    tuple[Alignment, ...],
    doc(
        nl="Koppelingen | Verbanden met openbare lijsten.",
        en="Alignments | Links to public lists.",
    ),
]


class Acceptance(Part):
    """A finding that the organisation has seen and lets stand, with the reason."""

    model_config = part_doc(
        nl="Geaccepteerd aandachtspunt | Een melding die men heeft gezien en laat staan.",
        en="Accepted finding | A finding that was seen and is left as it is.",
    )

    rule: Annotated[
        IdName,
        doc(
            nl="Regel | Naam van de regel die de melding gaf.",
            en="Rule | Name of the rule that gave the finding.",
        ),
    ]
    item: Annotated[
        IdName,
        doc(
            nl="Onderdeel | Id van het onderdeel waar de melding over gaat.",
            en="Item | Id of the item that the finding is about.",
        ),
    ]
    field: Annotated[
        str,
        doc(
            nl="Veld | Veld van het onderdeel, zoals de melding het noemt; leeg is elk veld.",
            en="Field | Field of the item, as the finding names it; empty is any field.",
        ),
    ] = ""
    text_hash: Annotated[
        str,
        doc(
            nl="Kenmerk van de tekst | Korte code van de tekst zoals die toen was; leeg is elke tekst.",
            en="Text hash | Short code of the text as it was then; empty is any text.",
        ),
    ] = ""
    reason: Annotated[
        Words,
        doc(
            nl="Reden | Waarom de tekst zo mag blijven.",
            en="Reason | Why the text may stay as it is.",
        ),
    ]
    by: Annotated[
        Words | None,
        doc(
            nl="Door | Functie van wie dit besloot; geen naam.",
            en="By | Role of whoever decided this; no name.",
        ),
    ] = None
    on: Annotated[
        date | None,
        doc(nl="Op | Dag van het besluit.", en="On | Day of the decision."),
    ] = None


Accepted = Annotated[
    tuple[Acceptance, ...],
    doc(
        nl="Geaccepteerde aandachtspunten | Meldingen die men heeft gezien en laat staan.",
        en="Accepted findings | Findings that were seen and are left as they are.",
    ),
]

CONSULTATION_STATUSES: dict[str, Phrase] = {
    "not-applicable": Phrase(nl="niet van toepassing", en="not applicable"),
    "asked": Phrase(nl="instemming gevraagd", en="consent asked"),
    "given": Phrase(nl="instemming verleend", en="consent given"),
    "conditional": Phrase(nl="verleend onder voorwaarden", en="given under conditions"),
    "refused": Phrase(nl="instemming geweigerd", en="consent refused"),
    "substituted": Phrase(nl="vervangende toestemming", en="substituted by the court"),
}


class Consultation(Part):
    """What the works council said of the regulation for appraisal or grading."""

    model_config = part_doc(
        nl="Medezeggenschap | Wat OR, PVT of MR heeft gezegd over de regeling.",
        en="Consultation | What the works council said of the regulation.",
    )

    body: Annotated[
        Words | None,
        doc(
            nl="Orgaan | OR, COR, PVT, MR of een ander orgaan.",
            en="Body | Works council or another body.",
        ),
    ] = None
    regulation: Annotated[
        Text | None,
        doc(
            nl="Regeling | De regeling waar het orgaan mee instemt; niet elk profiel apart.",
            en="Regulation | The regulation consented to; not each profile by itself.",
        ),
    ] = None
    status: Annotated[
        Literal["not-applicable", "asked", "given", "conditional", "refused", "substituted"],
        doc(
            nl="Stand | N.v.t., gevraagd, verleend, onder voorwaarden, geweigerd of vervangend.",
            en="Status | Not applicable, asked, given, conditional, refused or substituted.",
        ),
    ]
    reason: Annotated[
        Text | None,
        doc(
            nl="Reden | Waarom het niet van toepassing is, of welke voorwaarden gelden.",
            en="Reason | Why it does not apply, or which conditions hold.",
        ),
    ] = None
    on: Annotated[
        date | None,
        doc(nl="Datum | Dag van vraag of besluit.", en="Date | Day of question or decision."),
    ] = None


class Publication(Part):
    """How and when a version was published: frozen from then on."""

    model_config = part_doc(
        nl="Vaststelling | Hoe en wanneer deze versie is vastgesteld.",
        en="Publication | How and when this version was published.",
    )

    version: Version = None
    decided_by: Annotated[
        Text | None,
        doc(
            nl="Besluit van | Orgaan of functie die besloot; geen persoon.",
            en="Decided by | Body or role that decided; not a person.",
        ),
    ] = None
    decided_on: Annotated[
        date | None,
        doc(nl="Besluitdatum | Dag van het besluit.", en="Decided on | Day of the decision."),
    ] = None
    valid_from: ValidFrom = None
    fingerprint: Annotated[
        Words | None,
        doc(
            nl="Controlecode | Code van precies de tekst die is vastgesteld.",
            en="Fingerprint | Code of exactly the text that was published.",
        ),
    ] = None
    consultation: Annotated[
        Consultation | None,
        doc(
            nl="Medezeggenschap | Wat OR, PVT of MR heeft gezegd.",
            en="Consultation | What the works council said.",
        ),
    ] = None
    extra: Extra = {}


class BaseReference(Part):
    """The framework that this one was made from."""

    model_config = part_doc(
        nl="Basis | Het model waar dit model van is gemaakt.",
        en="Base | The framework that this one was made from.",
    )

    framework: Annotated[
        Id,
        doc(nl="Model | Id van het basismodel.", en="Framework | Id of the base framework."),
    ]
    version: Version = None
    fingerprint: Annotated[
        Words | None,
        doc(
            nl="Controlecode | Code van de tekst van het basismodel.",
            en="Fingerprint | Code of the base framework's text.",
        ),
    ] = None
    reason: Annotated[
        Text | None,
        doc(
            nl="Reden | Waarom de organisatie van de basis afwijkt.",
            en="Reason | Why the organisation departs from the base.",
        ),
    ] = None
