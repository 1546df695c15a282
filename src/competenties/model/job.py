"""The work itself: place, context, chain, result areas, room to decide, contacts."""

from typing import Annotated

from pydantic import Field

from competenties.model.ids import Id, IdName
from competenties.model.indicator import Audience, Indicator
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.text import Text, Words


class Place(Part):
    """Where the job stands in the organisation."""

    model_config = part_doc(
        nl="Plaats in de organisatie | Waar de functie in de organisatie staat.",
        en="Place in the organisation | Where the job stands in the organisation.",
    )

    unit: Annotated[
        Text | None,
        doc(nl="Organisatieonderdeel | Afdeling of team.", en="Unit | Department or team."),
    ] = None
    location: Annotated[
        Text | None,
        doc(nl="Locatie | Waar het werk wordt gedaan.", en="Location | Where the work is done."),
    ] = None
    reports_to: Annotated[
        Text | None,
        doc(
            nl="Rapporteert aan | Functie van de leidinggevende; geen persoon.",
            en="Reports to | Job of the manager; not a person.",
        ),
    ] = None
    leads: Annotated[
        Text | None,
        doc(
            nl="Geeft leiding aan | Aan wie, hiërarchisch of functioneel; of 'nee'.",
            en="Leads | Whom, in line or functionally; or 'no'.",
        ),
    ] = None
    leads_fte: Annotated[
        float | None,
        Field(ge=0),
        doc(nl="Aantal fte | Omvang van de groep.", en="Number of FTE | Size of the group."),
    ] = None


class Context(Part):
    """The surroundings of the job, for whoever wants to know whether it fits."""

    model_config = part_doc(
        nl="Context | De omgeving van de functie, voor wie wil weten of ze past.",
        en="Context | The surroundings of the job, for whoever wonders whether it fits.",
    )

    organisation: Annotated[
        Text | None,
        doc(nl="Organisatie | Wat voor organisatie.", en="Organisation | What kind it is."),
    ] = None
    team: Annotated[
        Text | None, doc(nl="Team | Wat voor team.", en="Team | What kind of team.")
    ] = None
    sector: Annotated[
        Text | None,
        doc(nl="Sector | Wat er in de sector speelt.", en="Sector | What moves the sector."),
    ] = None
    energy: Annotated[
        Text | None,
        doc(
            nl="Wat energie geeft | Wat mensen in dit werk graag doen; nooit gescoord.",
            en="What gives energy | What people like about this work; never scored.",
        ),
    ] = None
    figures: Annotated[
        Text | None,
        doc(nl="Kerngetallen | Budget, formatie.", en="Key figures | Budget, size."),
    ] = None


class ChainLink(Part):
    """Another job, team or organisation in the chain, and what passes between."""

    model_config = part_doc(
        nl="Schakel | Een andere functie of organisatie in de keten.",
        en="Link | Another job or organisation in the chain.",
    )

    name: Annotated[
        Text | None,
        doc(
            nl="Wie | Naam van de schakel; leeg als er een functieprofiel is.",
            en="Who | Name of the link; empty where there is a job profile.",
        ),
    ] = None
    profile: Annotated[
        IdName | None,
        doc(
            nl="Functieprofiel | Id van het profiel van die schakel.",
            en="Job profile | Id of the profile of that link.",
        ),
    ] = None
    what: Annotated[
        Text | None,
        doc(nl="Wat | Wat er wordt doorgegeven.", en="What | What is passed on."),
    ] = None


class Chain(Part):
    """Place in the chain: the customer of your customer."""

    model_config = part_doc(
        nl="Plaats in de keten | De klant van je klant.",
        en="Place in the chain | The customer of your customer.",
    )

    receives_from: Annotated[
        tuple[ChainLink, ...],
        doc(
            nl="Ontvangt van | Wie aan deze functie levert.",
            en="Receives from | Who delivers to this job.",
        ),
    ] = ()
    delivers_to: Annotated[
        tuple[ChainLink, ...],
        doc(
            nl="Levert aan | Aan wie deze functie levert.",
            en="Delivers to | To whom this job delivers.",
        ),
    ] = ()
    end_customer: Annotated[
        Text | None,
        doc(nl="Eindklant | Voor wie de keten werkt.", en="End customer | Whom it is all for."),
    ] = None
    effect: Annotated[
        Text | None,
        doc(
            nl="Wat de eindklant merkt | Wat dit werk voor de eindklant toevoegt.",
            en="What the end customer notices | What this work adds for the end customer.",
        ),
    ] = None


class Result(Part):
    """A result: done, and measurable."""

    model_config = part_doc(
        nl="Resultaat | Wat af is, en hoe dat wordt gemeten.",
        en="Result | What is done, and how that is measured.",
    )

    text: Annotated[
        Text,
        doc(
            nl="Resultaat | In voltooid deelwoord: 'zijn afgehandeld binnen de termijn'.",
            en="Result | As done: 'have been handled within the term'.",
        ),
    ]
    measure: Annotated[
        Text | None, doc(nl="Meetwijze | Wat wordt geteld.", en="Measure | What is counted.")
    ] = None
    norm: Annotated[
        Text | None,
        doc(nl="Norm | Wanneer het goed genoeg is.", en="Norm | When it is good enough."),
    ] = None


class ResultArea(Part):
    """A result area or core task, with tasks and results."""

    model_config = part_doc(
        nl="Resultaatgebied | Een resultaatgebied of kerntaak, met taken en resultaten.",
        en="Result area | A result area or core task, with tasks and results.",
    )

    id: Id
    name: Annotated[
        Text, doc(nl="Naam | Naam van het resultaatgebied.", en="Name | Name of the result area.")
    ]
    description: Annotated[
        Text | None,
        doc(nl="Omschrijving | Toelichting.", en="Description | Explanation."),
    ] = None
    parent: Annotated[
        IdName | None,
        doc(
            nl="Deel van | Id van het resultaatgebied waar dit een deel van is.",
            en="Part of | Id of the result area that this one is a part of.",
        ),
    ] = None
    code: Annotated[
        Words | None,
        doc(nl="Nummer | Nummer of code, zoals '2.1'.", en="Number | Number or code."),
    ] = None
    tasks: Annotated[
        tuple[Text, ...], doc(nl="Taken | Twee of drie taken.", en="Tasks | Two or three tasks.")
    ] = ()
    results: Annotated[
        tuple[Result, ...],
        doc(nl="Resultaten | Wat het oplevert.", en="Results | What it delivers."),
    ] = ()
    criteria: Annotated[
        tuple[Indicator, ...],
        doc(
            nl="Beoordelingscriteria | Gedrag waaraan te zien is of het werk goed is gedaan.",
            en="Criteria | Behaviour by which can be seen whether the work was done well.",
        ),
    ] = ()
    extra: Extra = {}


class Authority(Part):
    """Room to decide: what one decides, aligns and submits."""

    model_config = part_doc(
        nl="Beslisruimte | Wat iemand zelf beslist, afstemt en voorlegt.",
        en="Room to decide | What somebody decides, aligns and submits.",
    )

    decides: Annotated[
        tuple[Text, ...], doc(nl="Beslist zelf | Tot welke grens.", en="Decides | Up to where.")
    ] = ()
    aligns: Annotated[
        tuple[Text, ...], doc(nl="Stemt af | Wat en met wie.", en="Aligns | What and with whom.")
    ] = ()
    submits: Annotated[
        tuple[Text, ...], doc(nl="Legt voor | Wat en aan wie.", en="Submits | What and to whom.")
    ] = ()
    departs: Annotated[
        Text | None,
        doc(
            nl="Afwijken voor een klant | Ruimte om voor een klant van een regel af te wijken.",
            en="Departs for a customer | Room to depart from a rule for a customer.",
        ),
    ] = None
    budget: Annotated[
        Text | None,
        doc(nl="Budget en tekenbevoegdheid | Tot welk bedrag.", en="Budget | Up to what amount."),
    ] = None


class Contact(Part):
    """Somebody whom the job deals with."""

    model_config = part_doc(
        nl="Contact | Met wie de functie te maken heeft.",
        en="Contact | Somebody whom the job deals with.",
    )

    who: Annotated[Text, doc(nl="Met wie | Functie of groep.", en="Who | Job or group.")]
    purpose: Annotated[
        Text | None, doc(nl="Waarvoor | Doel van het contact.", en="Purpose | What for.")
    ] = None
    frequency: Annotated[
        Text | None, doc(nl="Hoe vaak | Frequentie.", en="Frequency | How often.")
    ] = None
    audience: Annotated[
        Audience | None,
        doc(nl="Publiek | Intern, extern of keten.", en="Audience | Internal, external or chain."),
    ] = None
