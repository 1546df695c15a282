"""The rules about the form of a file: does it hold what the schema asks? Always errors."""

from competenties.findings import Rule
from competenties.messages import Phrase
from competenties.workspace import house_problems, problems
from competenties.workspace.problems import NOTHING_LOST, file_rule

UNKNOWN_FIELD = file_rule(
    "unknown-field",
    Phrase(nl="Onbekend veld", en="Unknown field"),
    Phrase(
        nl='het veld "{field}" bestaat niet{where}.',
        en='there is no field "{field}"{where}.',
    ),
    Phrase(
        nl="{nearest}Verbeter de naam of haal het veld weg.{extra}",
        en="{nearest}Correct the name or remove the field.{extra}",
    ),
    Phrase(
        nl="Een tikfout in een veldnaam zou anders betekenen dat de tekst nergens wordt afgedrukt.",
        en="A slip in the name of a field would otherwise mean that its text is printed nowhere.",
    ),
)
MISSING_FIELD = file_rule(
    "missing-field",
    Phrase(nl="Verplicht veld ontbreekt", en="Required field is missing"),
    Phrase(
        nl='het veld "{label}" ("{field}") ontbreekt{where}.',
        en='the field "{label}" ("{field}") is missing{where}.',
    ),
    Phrase(nl="Vul het veld in{how}.", en="Fill in the field{how}."),
    Phrase(
        nl="Zonder dit veld kan het onderdeel niet worden gevonden of afgedrukt.",
        en="Without this field the item cannot be found or printed.",
    ),
)
WRONG_TYPE = file_rule(
    "wrong-type",
    Phrase(nl="Verkeerd soort waarde", en="Wrong kind of value"),
    Phrase(
        nl='bij "{label}" staat {found}; hier hoort {expected}.',
        en='"{label}" holds {found}; {expected} belongs here.',
    ),
    Phrase(nl="Vervang het door {expected}.", en="Replace it with {expected}."),
    Phrase(
        nl="Een getal tussen aanhalingstekens is tekst, en met tekst kan niet worden gerekend.",
        en="A number between quotes is text, and text cannot be counted with.",
    ),
)
WRONG_VALUE = file_rule(
    "wrong-value",
    Phrase(nl="Waarde bestaat niet", en="Value does not exist"),
    Phrase(
        nl='bij "{label}" staat {found}; die waarde bestaat niet.',
        en='"{label}" holds {found}; there is no such value.',
    ),
    Phrase(nl="{nearest}Kies uit: {options}.", en="{nearest}Choose from: {options}."),
    Phrase(
        nl="Het programma kent hier een vaste lijst, zodat documenten en andere programma's de waarde begrijpen.",
        en="The program knows a fixed list here, so that documents and other programs understand the value.",
    ),
)
BAD_ID = file_rule(
    "bad-id",
    Phrase(nl="Id heeft een verkeerde vorm", en="Id has the wrong form"),
    Phrase(
        nl='bij "{label}" staat "{found}"; dat kan geen id zijn.',
        en='"{label}" holds "{found}"; that cannot be an id.',
    ),
    Phrase(
        nl="{nearest}Gebruik kleine letters, cijfers en streepjes, met een letter vooraan en ten hoogste 64 tekens.",
        en="{nearest}Use small letters, digits and hyphens, a letter first, at most 64 characters.",
    ),
    Phrase(
        nl="Zo past een id in een bestandsnaam, een webadres en in elk systeem waarmee wordt uitgewisseld.",
        en="That way an id fits in a file name, a web address and every system it is exchanged with.",
    ),
)
BAD_LANGUAGE = file_rule(
    "bad-language",
    Phrase(nl="Geen taalcode", en="Not a language code"),
    Phrase(
        nl='bij "{label}" staat "{found}"; dat is geen taalcode.',
        en='"{label}" holds "{found}"; that is not a language code.',
    ),
    Phrase(
        nl='Gebruik een code zoals "nl", "en" of "nl-BE".',
        en='Use a code such as "nl", "en" or "nl-BE".',
    ),
    Phrase(
        nl="Aan de taalcode ziet Word welke spelling geldt, en een schermlezer welke uitspraak.",
        en="By the language code Word knows which spelling holds, and a screen reader which voice.",
    ),
)
BAD_DATE = file_rule(
    "bad-date",
    Phrase(nl="Geen datum", en="Not a date"),
    Phrase(
        nl='bij "{label}" staat "{found}"; die dag bestaat niet, of de datum is anders geschreven.',
        en='"{label}" holds "{found}"; that day does not exist, or the date is written another way.',
    ),
    Phrase(
        nl="Schrijf jaar-maand-dag, zoals 2026-11-22.",
        en="Write year-month-day, such as 2026-11-22.",
    ),
    Phrase(
        nl="Alleen deze schrijfwijze betekent in elk land hetzelfde.",
        en="Only this way of writing means the same in every country.",
    ),
)
BAD_PATH = file_rule(
    "bad-path",
    Phrase(nl="Geen pad binnen de werkmap", en="Not a path within the workspace"),
    Phrase(
        nl='bij "{label}" staat "{found}"; dat is geen pad binnen de werkmap.',
        en='"{label}" holds "{found}"; that is not a path within the workspace.',
    ),
    Phrase(
        nl='Schrijf het pad vanaf de werkmap, met gewone schuine strepen, zoals "schemas/huis.json" of "templates/logo.png".',
        en='Write the path starting from the workspace, with forward slashes, such as "schemas/house.json" or "templates/logo.png".',
    ),
    Phrase(
        nl="Een werkmap moet ook op een andere computer werken.",
        en="A workspace has to work on another computer too.",
    ),
)
BAD_COLOUR = file_rule(
    "bad-colour",
    Phrase(nl="Geen kleur", en="Not a colour"),
    Phrase(
        nl='bij "{label}" staat "{found}"; dat is geen kleur.',
        en='"{label}" holds "{found}"; that is not a colour.',
    ),
    Phrase(
        nl='Schrijf zes tekens van 0 tot en met 9 en A tot en met F, zoals "1B4F72"; uw huisstijlhandboek noemt dit de hexcode.',
        en='Write six characters of 0 to 9 and A to F, such as "1B4F72"; your style guide calls this the hex code.',
    ),
    Phrase(
        nl="Alleen zo is een kleur in Word, Excel, PDF en op een webpagina precies dezelfde.",
        en="Only this way a colour is exactly the same in Word, Excel, PDF and on a web page.",
    ),
)
BAD_FONT = file_rule(
    "bad-font",
    Phrase(nl="Geen naam van een lettertype", en="Not the name of a font"),
    Phrase(
        nl='bij "{label}" staat "{found}"; dat is geen naam van een lettertype.',
        en='"{label}" holds "{found}"; that is not the name of a font.',
    ),
    Phrase(
        nl='Schrijf één naam, zoals Word die noemt: "Verdana".',
        en='Write one name, as Word says it: "Verdana".',
    ),
    Phrase(
        nl="Een document met een naam die niemand kent, ziet er op elke computer anders uit.",
        en="A document with a name that nobody knows looks different on every computer.",
    ),
)
EMPTY_TEXT = file_rule(
    "empty-text",
    Phrase(nl="Lege tekst", en="Empty text"),
    Phrase(nl='het veld "{label}" is leeg.', en='the field "{label}" is empty.'),
    Phrase(
        nl="Vul de tekst in of haal het hele veld weg.",
        en="Fill in the text or remove the whole field.",
    ),
    Phrase(
        nl="Een lege tekst wordt op papier een lege regel waar niemand iets aan heeft.",
        en="An empty text becomes an empty line on paper, of no use to anybody.",
    ),
)
WRONG_SIZE = file_rule(
    "wrong-size",
    Phrase(nl="Te veel, te weinig of te lang", en="Too many, too few or too long"),
    Phrase(
        nl='bij "{label}" staat {found}; hier hoort {expected}.',
        en='"{label}" holds {found}; {expected} belongs here.',
    ),
    Phrase(nl="Zorg voor {expected}.", en="Make it {expected}."),
    Phrase(
        nl="Buiten deze grenzen kan het programma er niet mee rekenen of het niet afdrukken.",
        en="Outside these limits the program cannot count with it or print it.",
    ),
)
WRONG_FORM = file_rule(
    "wrong-form",
    Phrase(nl="Verkeerde vorm", en="Wrong form"),
    Phrase(
        nl='bij "{label}" staat {found}; dat heeft niet de vorm die daar hoort.',
        en='"{label}" holds {found}; that does not have the form that belongs there.',
    ),
    Phrase(
        nl="Kijk in het schema welke vorm hier hoort (competenties schema).",
        en="See in the schema which form belongs here (competenties schema).",
    ),
    NOTHING_LOST,
)
HOUSE_RULE = file_rule(
    "house-rule",
    Phrase(nl="Huisregel van de organisatie", en="House rule of the organisation"),
    Phrase(nl="{what}", en="{what}"),
    Phrase(
        nl="Pas het aan, of vraag wie het huisschema ({schema}) beheert om de regel te wijzigen.",
        en="Change it, or ask whoever keeps the house schema ({schema}) to change the rule.",
    ),
    Phrase(
        nl="De organisatie heeft een eigen schema naast het meegeleverde gezet, bijvoorbeeld: precies vijf niveaus.",
        en="The organisation has put a schema of its own beside the shipped one, for example: exactly five levels.",
    ),
)

FILE_RULES: tuple[Rule, ...] = tuple(
    value
    for value in [*vars(problems).values(), *globals().values(), *vars(house_problems).values()]
    if isinstance(value, Rule)
)
