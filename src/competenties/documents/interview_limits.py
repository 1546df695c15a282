"""What is not to be asked in an interview, and what may be asked instead."""

from collections.abc import Iterator

from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Block, Column, Heading, Paragraph, Row, Table

_TITLE = Phrase(nl="Dit vraagt u niet", en="What you do not ask")
_WHY = Phrase(
    nl="Vraag alleen wat nodig is voor dit werk. Stel deze vragen ook niet terloops, bij de koffie of via sociale "
    "media. Begint de kandidaat er zelf over? Schrijf het niet op en laat het niet meewegen.",
    en="Ask only what this work needs. Do not ask these things in passing either, over coffee or through social "
    "media. Does the candidate bring one up? Do not write it down and do not let it count.",
)
_TOPIC = Phrase(nl="Niet vragen", en="Do not ask about")
_INSTEAD = Phrase(nl="Wat wel kan", en="What you can do")
_GROUND = Phrase(nl="Zie", en="See")

_RULES = (
    (
        Phrase(
            nl="Gezondheid, ziekteverzuim, medicijnen, handicap",
            en="Health, sick leave, medication, disability",
        ),
        Phrase(
            nl="Vertel welke inspanning het werk vraagt. Vraag of de kandidaat iets nodig heeft om dit gesprek goed "
            "te voeren.",
            en="Explain what effort the work takes. Ask whether the candidate needs anything to take part in this "
            "interview well.",
        ),
        Phrase(
            nl="Wet op de medische keuringen; WGBH/CZ",
            en="Medical Examinations Act (WMK); Disability Act (WGBH/CZ)",
        ),
    ),
    (
        Phrase(
            nl="Zwangerschap, kinderwens, gezin, relatie, burgerlijke staat",
            en="Pregnancy, wish for children, family, relationship, marital status",
        ),
        Phrase(
            nl="Vertel wat de werktijden zijn. Vraag of de kandidaat op die tijden kan werken.",
            en="Explain what the working hours are. Ask whether the candidate can work at those hours.",
        ),
        Phrase(nl="AWGB; WGB m/v", en="Equal treatment acts (AWGB, WGB m/v)"),
    ),
    (
        Phrase(nl="Leeftijd en geboortedatum", en="Age and date of birth"),
        Phrase(
            nl="Vraag naar ervaring die de functie vraagt. Stelt de wet een minimumleeftijd? Vraag alleen of de "
            "kandidaat daaraan voldoet.",
            en="Ask about experience that the job needs. Does the law set a minimum age? Ask only whether the "
            "candidate has reached it.",
        ),
        Phrase(nl="WGBL", en="Age discrimination act (WGBL)"),
    ),
    (
        Phrase(
            nl="Geloof, levensovertuiging, politieke voorkeur",
            en="Religion, belief, political preference",
        ),
        Phrase(
            nl="Vertel wat het werk vraagt, ook op feestdagen en in het weekend. Vraag of dat kan.",
            en="Explain what the work asks, on holidays and at weekends too. Ask whether that is possible.",
        ),
        Phrase(nl="AWGB; AVG artikel 9", en="AWGB; GDPR article 9"),
    ),
    (
        Phrase(
            nl="Afkomst, huidskleur, geboorteland, nationaliteit",
            en="Origin, skin colour, country of birth, nationality",
        ),
        Phrase(
            nl="Vraag of de kandidaat in Nederland mag werken. Spreek alleen over taal als het functieprofiel een "
            "taalniveau vraagt.",
            en="Ask whether the candidate is allowed to work in the Netherlands. Discuss language only where the "
            "job profile asks for a level.",
        ),
        Phrase(nl="AWGB; AVG artikel 9", en="AWGB; GDPR article 9"),
    ),
    (
        Phrase(
            nl="Geslacht, genderidentiteit, seksuele gerichtheid",
            en="Sex, gender identity, sexual orientation",
        ),
        Phrase(
            nl="Vraag hoe de kandidaat wil worden aangesproken, en vraag dat aan iedereen.",
            en="Ask how the candidate wants to be addressed, and ask everybody.",
        ),
        Phrase(nl="AWGB; WGB m/v", en="AWGB; WGB m/v"),
    ),
    (
        Phrase(
            nl="Lidmaatschap van een vakbond",
            en="Membership of a trade union",
        ),
        Phrase(
            nl="Niets: dit is voor het werk niet nodig.", en="Nothing: the work does not need it."
        ),
        Phrase(nl="AVG artikel 9", en="GDPR article 9"),
    ),
    (
        Phrase(nl="Strafblad", en="Criminal record"),
        Phrase(
            nl="Staat in het functieprofiel een VOG? Vertel dan wanneer de kandidaat die aanvraagt.",
            en="Does the job profile ask for a certificate of conduct (VOG)? Say when the candidate applies for "
            "it.",
        ),
        Phrase(nl="AVG artikel 10; UAVG", en="GDPR article 10; Dutch act on it (UAVG)"),
    ),
    (
        Phrase(nl="Het salaris van nu of vroeger", en="The present or an earlier salary"),
        Phrase(
            nl="Noem zelf het salaris of de schaal van deze functie.",
            en="Name the salary or the pay scale of this job yourself.",
        ),
        Phrase(
            nl="Richtlijn (EU) 2023/970. Ga na of de Nederlandse wet al geldt.",
            en="Directive (EU) 2023/970. Find out whether the Dutch act is in force yet.",
        ),
    ),
    (
        Phrase(nl="Schulden en andere privézaken", en="Debts and other private matters"),
        Phrase(
            nl="Vraag alleen wat voor deze functie aantoonbaar nodig is.",
            en="Ask only what can be shown to be needed for this job.",
        ),
        Phrase(nl="NVP Sollicitatiecode", en="Application code of the NVP"),
    ),
)

_ADVICE = Phrase(
    nl="De laatste kolom zegt waar u meer leest. Dit blad is geen juridisch advies en noemt geen uitzonderingen; "
    "wetten veranderen. Twijfelt u over een vraag? Stel haar niet en overleg eerst met HR.",
    en="The last column says where to read more. This page is no legal advice and names no exceptions; laws "
    "change. Are you in doubt about a question? Do not ask it, and consult HR first.",
)
_NAMES = Phrase(
    nl="AWGB: Algemene wet gelijke behandeling. WGB m/v: Wet gelijke behandeling van mannen en vrouwen. WGBH/CZ: Wet "
    "gelijke behandeling op grond van handicap of chronische ziekte. WGBL: Wet gelijke behandeling op grond van leeftijd "
    "bij de arbeid. AVG en UAVG: de Europese privacyverordening en de Nederlandse uitvoeringswet. NVP: "
    "beroepsvereniging voor HR.",
    en="These are Dutch and European rules. AWGB: General Equal Treatment Act. WGB m/v: Equal Treatment of Men and "
    "Women Act. WGBH/CZ: act on equal treatment on grounds of disability or chronic illness. WGBL: act on equal "
    "treatment in employment on grounds of age. UAVG: Dutch act that implements the GDPR. NVP: Dutch association of HR "
    "professionals.",
)


def limits(request: ProfileRequest) -> Iterator[Block]:
    """Yield the subjects that are not asked about, what can be done instead, and where to read more."""
    say = request.say
    yield Heading(say(_TITLE))
    yield Paragraph(say(_WHY), "intro")
    columns = (Column(say(_TOPIC), 3.2), Column(say(_INSTEAD), 5.2), Column(say(_GROUND), 2.6))
    yield Table(
        columns, tuple(Row(tuple(say(one) for one in rule)) for rule in _RULES), say(_TITLE)
    )
    yield Paragraph(say(_ADVICE), "note")
    yield Paragraph(say(_NAMES), "note")
