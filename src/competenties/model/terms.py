"""What a job asks and under which terms: requirements, conditions, grading, career, approval."""

from datetime import date
from typing import Annotated, Literal

from competenties.messages import Phrase
from competenties.model.ids import IdName
from competenties.model.part import Extra, Part, doc, part_doc
from competenties.model.record import Consultation
from competenties.model.text import Text

QUALIFICATION_KINDS: dict[str, Phrase] = {
    "level": Phrase(nl="Werk- en denkniveau", en="Level of work and thought"),
    "education": Phrase(nl="Opleiding", en="Education"),
    "knowledge": Phrase(nl="Kennis", en="Knowledge"),
    "experience": Phrase(nl="Ervaring", en="Experience"),
    "certificate": Phrase(nl="Certificaat", en="Certificate"),
    "registration": Phrase(nl="Registratie", en="Registration"),
    "language": Phrase(nl="Taal", en="Language"),
    "skill": Phrase(nl="Vaardigheid", en="Skill"),
}
NEEDS: dict[str, Phrase] = {
    "essential": Phrase(nl="vereist", en="essential"),
    "desirable": Phrase(nl="gewenst", en="desirable"),
}
GRADING_STATUSES: dict[str, Phrase] = {
    "indicative": Phrase(nl="indicatief", en="indicative"),
    "final": Phrase(nl="definitief", en="final"),
}
CAREER_KINDS: dict[str, Phrase] = {
    "before": Phrase(nl="Komt vaak uit", en="Often comes from"),
    "after": Phrase(nl="Kan doorgroeien naar", en="Can grow into"),
    "beside": Phrase(nl="Verwante functie", en="Related job"),
}


class Qualification(Part):
    """Something that the job asks of whoever does it, beside competences."""

    model_config = part_doc(
        nl="Functie-eis | Wat de functie vraagt, naast competenties.",
        en="Job requirement | What the job asks beside competences.",
    )

    kind: Annotated[
        Literal[
            "level",
            "education",
            "knowledge",
            "experience",
            "certificate",
            "registration",
            "language",
            "skill",
        ],
        doc(
            nl="Soort | Niveau, opleiding, kennis, ervaring, certificaat, registratie, taal.",
            en="Kind | Level, education, knowledge, experience, certificate, registration, language.",
        ),
    ]
    text: Annotated[Text, doc(nl="Eis | De eis in woorden.", en="Requirement | In words.")]
    need: Annotated[
        Literal["essential", "desirable"],
        doc(nl="Vereist of gewenst | Hoe hard de eis is.", en="Need | Essential or desirable."),
    ] = "essential"
    legal: Annotated[
        bool,
        doc(nl="Wettelijke eis | De wet vraagt dit.", en="Legal | The law asks for this."),
    ] = False
    equivalent: Annotated[
        bool,
        doc(
            nl="Gelijkwaardig mag | 'Of aantoonbaar gelijkwaardig'.",
            en="Equivalent allowed | 'Or demonstrably equivalent'.",
        ),
    ] = True
    level: Annotated[
        Text | None,
        doc(nl="Niveau | Gevraagd niveau in woorden.", en="Level | Level asked, in words."),
    ] = None
    language_level: Annotated[
        Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None,
        doc(
            nl="ERK-niveau | Taalniveau, alleen als het werk dat vraagt.",
            en="CEFR level | Language level, only where the work asks for it.",
        ),
    ] = None
    extra: Extra = {}


class Conditions(Part):
    """Effort and working conditions; every profile says something here."""

    model_config = part_doc(
        nl="Inspanning en werkomstandigheden | 'Geen bijzonderheden' mag ook.",
        en="Effort and working conditions | 'Nothing particular' will do.",
    )

    physical: Annotated[
        Text | None,
        doc(nl="Lichamelijk | Lichamelijke inspanning.", en="Physical | Physical effort."),
    ] = None
    mental: Annotated[
        Text | None,
        doc(nl="Mentaal | Mentale inspanning.", en="Mental | Mental effort."),
    ] = None
    schedule: Annotated[
        Text | None,
        doc(nl="Roosters | Werktijden en diensten.", en="Schedule | Hours and shifts."),
    ] = None
    risks: Annotated[
        Text | None, doc(nl="Risico's | Gevaren in het werk.", en="Risks | Dangers at work.")
    ] = None
    nothing_particular: Annotated[
        bool,
        doc(
            nl="Geen bijzonderheden | Er is hier niets bijzonders te melden.",
            en="Nothing particular | There is nothing particular to say here.",
        ),
    ] = False


class Grading(Part):
    """How the job is graded; apart from competences."""

    model_config = part_doc(
        nl="Waardering | Hoe de functie is gewaardeerd; los van competenties.",
        en="Grading | How the job is graded; apart from competences.",
    )

    system: Annotated[
        Text, doc(nl="Systeem | Naam van het systeem.", en="System | Name of the system.")
    ]
    group: Annotated[Text | None, doc(nl="Functiegroep | Uitkomst.", en="Job group | Outcome.")] = (
        None
    )
    scale: Annotated[Text | None, doc(nl="Schaal | Salarisschaal.", en="Scale | Pay scale.")] = None
    status: Annotated[
        Literal["indicative", "final"],
        doc(nl="Stand | Indicatief of definitief.", en="Status | Indicative or final."),
    ] = "indicative"
    on: Annotated[
        date | None, doc(nl="Datum | Dag van de waardering.", en="Date | Day of the grading.")
    ] = None
    appeal: Annotated[
        Text | None,
        doc(nl="Bezwaar | Waar bezwaar mogelijk is.", en="Appeal | Where to object."),
    ] = None


class CareerStep(Part):
    """A job that comes before, after or beside this one."""

    model_config = part_doc(
        nl="Loopbaanstap | Een functie voor, na of naast deze.",
        en="Career step | A job before, after or beside this one.",
    )

    kind: Annotated[
        Literal["before", "after", "beside"],
        doc(nl="Soort | Ervoor, erna of ernaast.", en="Kind | Before, after or beside."),
    ]
    name: Annotated[
        Text | None,
        doc(nl="Functie | Naam van de functie.", en="Job | Name of the job."),
    ] = None
    profile: Annotated[
        IdName | None,
        doc(nl="Functieprofiel | Id van het profiel.", en="Job profile | Id of the profile."),
    ] = None


class SignatureLine(Part):
    """A role that signs or saw the profile; names are written on paper only."""

    model_config = part_doc(
        nl="Handtekening | Een rol die tekent; namen komen alleen op papier.",
        en="Signature | A role that signs; names are written on paper only.",
    )

    role: Annotated[Text, doc(nl="Rol | Wie tekent.", en="Role | Who signs.")]
    purpose: Annotated[
        Text | None,
        doc(nl="Waarvoor | Opgesteld, akkoord of gezien.", en="Purpose | Written, agreed or seen."),
    ] = None


class Approval(Part):
    """Who decides on the profile, from when it holds, and under which regulation."""

    model_config = part_doc(
        nl="Vaststelling | Wie besluit, vanaf wanneer, en onder welke regeling.",
        en="Approval | Who decides, from when, and under which regulation.",
    )

    decided_by: Annotated[
        Text | None,
        doc(nl="Besluit van | Orgaan of functie.", en="Decided by | Body or role."),
    ] = None
    decided_on: Annotated[
        date | None, doc(nl="Datum | Dag van het besluit.", en="Date | Day of the decision.")
    ] = None
    effective_from: Annotated[
        date | None,
        doc(nl="Ingangsdatum | Vanaf wanneer dit geldt.", en="Effective from | From when."),
    ] = None
    consultation: Annotated[
        Consultation | None,
        doc(nl="Medezeggenschap | Regeling en instemming.", en="Consultation | And consent."),
    ] = None
    signatures: Annotated[
        tuple[SignatureLine, ...],
        doc(nl="Handtekeningen | Rollen die tekenen.", en="Signatures | Roles that sign."),
    ] = ()
