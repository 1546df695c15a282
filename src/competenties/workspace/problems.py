"""The rules about files: can they be read at all? Their findings are always errors."""

from competenties.findings import Rule
from competenties.messages import Phrase

NOTHING_LOST = Phrase(
    nl="Het programma leest liever niets dan iets anders dan er staat. Het bestand blijft zoals het is.",
    en="The program would rather read nothing than something else. The file stays as it is.",
)


def file_rule(name: str, title: Phrase, message: Phrase, advice: Phrase, why: Phrase) -> Rule:
    """Return a rule whose findings stop a file from being used."""
    return Rule(name, "schema", "error", title, message, advice, why)


IS_FOLDER = file_rule(
    "unreadable-file",
    Phrase(nl="Bestand kan niet worden gelezen", en="File cannot be read"),
    Phrase(
        nl="Dit is een map, geen bestand.",
        en="This is a folder, not a file.",
    ),
    Phrase(
        nl="Haal de map weg of geef haar een andere naam.",
        en="Remove the folder or give it another name.",
    ),
    NOTHING_LOST,
)
UNREADABLE = file_rule(
    "unreadable-file",
    Phrase(nl="Bestand kan niet worden gelezen", en="File cannot be read"),
    Phrase(
        nl="Het bestand kan niet worden geopend: {reason}.",
        en="The file cannot be opened: {reason}.",
    ),
    Phrase(
        nl="Sluit het in andere programma's en controleer of u het mag lezen.",
        en="Close it in other programs and check that you are allowed to read it.",
    ),
    NOTHING_LOST,
)
TOO_LARGE = file_rule(
    "file-too-large",
    Phrase(nl="Bestand is te groot", en="File is too large"),
    Phrase(
        nl="Het bestand is {size} MB; meer dan {most} MB leest het programma niet.",
        en="The file is {size} MB; the program reads no more than {most} MB.",
    ),
    Phrase(
        nl="Controleer of dit het juiste bestand is; splits een zo groot model in delen.",
        en="Check that this is the right file; split a framework of this size.",
    ),
    Phrase(
        nl="Een model met 50.000 indicatoren is ongeveer 15 MB. Groter is bijna altijd een vergissing.",
        en="A framework with 50,000 indicators is about 15 MB. Larger is nearly always a mistake.",
    ),
)
NOT_UTF8 = file_rule(
    "not-utf-8",
    Phrase(nl="Tekens in een andere codering", en="Characters in another encoding"),
    Phrase(
        nl="Het bestand heeft niet de codering UTF-8; op deze regel staat het eerste teken dat niet klopt.",
        en="The file is not encoded as UTF-8; this line holds the first character that is wrong.",
    ),
    Phrase(
        nl="Open het in Kladblok, kies 'Opslaan als' en zet 'Codering' op UTF-8.",
        en="Open it in Notepad, choose 'Save as' and set 'Encoding' to UTF-8.",
    ),
    Phrase(
        nl="In een andere codering worden letters als é en ë verminkt zonder dat iemand het ziet.",
        en="In another encoding letters such as é and ë are garbled without anybody noticing.",
    ),
)
NOT_JSON = file_rule(
    "not-json",
    Phrase(nl="Geen geldige JSON", en="Not valid JSON"),
    Phrase(
        nl="Op positie {column} van deze regel klopt de vorm van het bestand niet: {reason}.",
        en="At position {column} of this line the form of the file is wrong: {reason}.",
    ),
    Phrase(
        nl="Kijk op deze regel en op de regel erboven.",
        en="Look at this line and at the one above.",
    ),
    NOTHING_LOST,
)
NOT_TOML = file_rule(
    "not-toml",
    Phrase(nl="Instellingen niet leesbaar", en="Settings cannot be read"),
    Phrase(
        nl="De instellingen hebben op deze regel niet de vorm 'naam = waarde'.",
        en="On this line the settings do not have the form 'name = value'.",
    ),
    Phrase(
        nl="Zet tekst tussen dubbele aanhalingstekens en schrijf elke instelling één keer.",
        en="Put text between double quotes and write each setting once.",
    ),
    Phrase(
        nl="Zonder leesbare instellingen weet het programma niet wat de organisatie wil.",
        en="Without readable settings the program does not know what the organisation wants.",
    ),
)
NOT_AN_OBJECT = file_rule(
    "not-an-object",
    Phrase(nl="Bestand begint niet met {", en="File does not begin with {"),
    Phrase(
        nl="Het bestand bevat {found}, geen competentiemodel of functieprofiel.",
        en="The file holds {found}, not a framework or a job profile.",
    ),
    Phrase(
        nl="Controleer of dit het juiste bestand is.",
        en="Check that this is the right file.",
    ),
    NOTHING_LOST,
)
DUPLICATE_KEY = file_rule(
    "duplicate-key",
    Phrase(nl="Veld staat er twee keer", en="Field stands there twice"),
    Phrase(
        nl='Het veld "{field}" staat twee keer in hetzelfde onderdeel.',
        en='The field "{field}" appears twice in the same item.',
    ),
    Phrase(
        nl="Haal er één weg; kijk welke van de twee teksten de juiste is.",
        en="Remove one; see which of the two texts is the right one.",
    ),
    Phrase(
        nl="De meeste programma's houden stilzwijgend de laatste; zo verdwijnt een zin zonder dat iemand het merkt.",
        en="Most programs silently keep the last one; that is how a sentence disappears unnoticed.",
    ),
)
NOT_A_NUMBER = file_rule(
    "not-a-number",
    Phrase(nl="Getal dat geen getal is", en="Number that is not a number"),
    Phrase(
        nl="Op deze regel staat {found}; daar kan niet mee worden gerekend.",
        en="This line holds {found}, which cannot be used in a calculation.",
    ),
    Phrase(nl="Vul een gewoon getal in.", en="Fill in an ordinary number."),
    Phrase(
        nl="NaN en Infinity horen niet in JSON en maken elke berekening onzin.",
        en="NaN and Infinity are not JSON and turn every calculation into nonsense.",
    ),
)
BROKEN_CHARACTER = file_rule(
    "broken-character",
    Phrase(nl="Half teken", en="Half a character"),
    Phrase(
        nl="Op deze regel staat een half teken ({found}), dat op papier niet bestaat.",
        en="This line holds half a character ({found}), which does not exist on paper.",
    ),
    Phrase(
        nl="Typ het teken opnieuw; vaak was het een emoji.",
        en="Type the character again; often it was an emoji.",
    ),
    Phrase(
        nl="Word en Excel weigeren een document met een half teken.",
        en="Word and Excel refuse a document with half a character.",
    ),
)
TOO_DEEP = file_rule(
    "too-deep",
    Phrase(nl="Te diep genest", en="Nested too deep"),
    Phrase(
        nl="Het bestand is meer dan {most} lagen diep.",
        en="The file is more than {most} layers deep.",
    ),
    Phrase(
        nl="Controleer of dit het juiste bestand is.",
        en="Check that this is the right file.",
    ),
    Phrase(
        nl="Een model is nooit zo diep; een bestand dat dit wel is, is kapot of kwaadwillig.",
        en="No framework is that deep; a file that is, is broken or hostile.",
    ),
)
OUTSIDE = file_rule(
    "outside-workspace",
    Phrase(nl="Verwijst naar buiten de werkmap", en="Leads out of the workspace"),
    Phrase(
        nl="'{found}' verwijst naar een plek buiten de werkmap.",
        en="'{found}' leads to a place outside the workspace.",
    ),
    Phrase(
        nl="Zet het bestand zelf in de werkmap in plaats van een koppeling.",
        en="Put the file itself into the workspace instead of a link.",
    ),
    Phrase(
        nl="Een werkmap moet heel blijven als ze wordt verplaatst, en mag niets van buiten meenemen.",
        en="A workspace has to stay whole when it is moved, and may not take in things from outside.",
    ),
)
WRONG_FOLDER = file_rule(
    "unknown-format",
    Phrase(nl="Onbekend soort bestand", en="Unknown kind of file"),
    Phrase(
        nl="Het bestand is een {found}, maar het staat tussen de {others}.",
        en="The file is a {found}, but it stands among the {others}.",
    ),
    Phrase(
        nl="Verplaats het naar de map {folder}.",
        en="Move it to the folder {folder}.",
    ),
    NOTHING_LOST,
)
NO_FORMAT = file_rule(
    "unknown-format",
    Phrase(nl="Onbekend soort bestand", en="Unknown kind of file"),
    Phrase(
        nl='Het bestand zegt in "$schema" niet dat het een {expected} is.',
        en='The file does not say in "$schema" that it is a {expected}.',
    ),
    Phrase(
        nl='Zorg dat de regel na de eerste {{ zo luidt: "$schema": "{format}",',
        en='Make the line after the first {{ read: "$schema": "{format}",',
    ),
    Phrase(
        nl="Aan dit veld ziet het programma welke velden er horen te staan en of het bestand moet worden bijgewerkt.",
        en="By this field the program sees which fields belong there and whether the file needs an upgrade.",
    ),
)
NEWER_FORMAT = file_rule(
    "newer-format",
    Phrase(nl="Gemaakt door een nieuwere versie", en="Made by a newer version"),
    Phrase(
        nl="Het bestand heeft vorm {found}; dit programma kent de vormen tot en met {known}.",
        en="The file has format {found}; this program knows formats up to {known}.",
    ),
    Phrase(
        nl="Installeer de nieuwste versie van het programma.",
        en="Install the newest version of the program.",
    ),
    NOTHING_LOST,
)
COPIED_FILE = file_rule(
    "wrong-file-name",
    Phrase(nl="Bestandsnaam past niet bij het id", en="File name does not fit the id"),
    Phrase(
        nl='het id is "{found}", maar het bestand heet "{file}".',
        en='the id is "{found}", but the file is called "{file}".',
    ),
    Phrase(
        nl='Er is al een bestand "{found}.json". Haal de kopie weg, of geef haar een eigen id en naam.',
        en='There is a file "{found}.json" already. Remove the copy, or give it an id and name of its own.',
    ),
    NOTHING_LOST,
)
WRONG_FILE_NAME = file_rule(
    "wrong-file-name",
    Phrase(nl="Bestandsnaam past niet bij het id", en="File name does not fit the id"),
    Phrase(
        nl='het id is "{found}", maar het bestand heet "{file}".',
        en='the id is "{found}", but the file is called "{file}".',
    ),
    Phrase(
        nl='Noem het bestand "{found}.json". Is juist het id veranderd? Zet dan het oude id terug.',
        en='Call the file "{found}.json". Was it the id that changed? Then put the old id back.',
    ),
    Phrase(
        nl="Aan de bestandsnaam herkennen mensen en programma's het model; twee bestanden met één id lopen uit elkaar.",
        en="People and programs know a framework by its file name; two files with one id drift apart.",
    ),
)
RESERVED_NAME = file_rule(
    "reserved-name",
    Phrase(nl="Naam die Windows zelf gebruikt", en="Name that Windows keeps for itself"),
    Phrase(
        nl='een bestand mag op Windows niet "{found}" heten.',
        en='on Windows a file cannot be called "{found}".',
    ),
    Phrase(nl="Kies een ander id en een andere naam.", en="Choose another id and another name."),
    Phrase(
        nl="Windows houdt namen als con en aux vrij voor apparaten; zo'n bestand gaat bij kopiëren verloren.",
        en="Windows keeps names such as con and aux for devices; such a file is lost on copying.",
    ),
)
HOUSE_SCHEMA_UNUSABLE = file_rule(
    "house-schema-unusable",
    Phrase(nl="Huisschema werkt niet", en="House schema does not work"),
    Phrase(
        nl="Het huisschema {found} kan niet worden gebruikt: {reason}.",
        en="The house schema {found} cannot be used: {reason}.",
    ),
    Phrase(
        nl="Zet een geldig JSON-schema op die plek of haal de instelling weg.",
        en="Put a valid JSON schema in that place or remove the setting.",
    ),
    Phrase(
        nl="Een huisregel die niet wordt nagekeken is erger dan geen huisregel.",
        en="A house rule that is not checked is worse than none.",
    ),
)
UNKNOWN_RULE = file_rule(
    "unknown-rule",
    Phrase(nl="Onbekende regel in de instellingen", en="Unknown rule in the settings"),
    Phrase(
        nl='Er is geen regel "{found}"; de instelling doet niets.',
        en='There is no rule "{found}"; the setting does nothing.',
    ),
    Phrase(
        nl="{nearest}Bekijk alle namen met het commando: competenties explain",
        en="{nearest}See all names with the command: competenties explain",
    ),
    Phrase(
        nl="Een tikfout in een regelnaam zou anders ongemerkt niets doen.",
        en="A slip in the name of a rule would otherwise do nothing, unnoticed.",
    ),
)
SKIPPED_FILE = Rule(
    "skipped-file",
    "schema",
    "warning",
    Phrase(nl="Bestand wordt overgeslagen", en="File is skipped"),
    Phrase(
        nl="{found} wordt niet gelezen.",
        en="{found} is not read.",
    ),
    Phrase(
        nl="Zet het bestand direct in frameworks of profiles, met een naam die eindigt op .json.",
        en="Put the file directly into frameworks or profiles, with a name that ends in .json.",
    ),
    Phrase(
        nl="Windows verbergt vaak het einde van een naam: profiel.json.txt ziet er dan uit als profiel.json.",
        en="Windows often hides the end of a name: profile.json.txt then looks like profile.json.",
    ),
)
FIXED_SEVERITY = file_rule(
    "fixed-severity",
    Phrase(nl="Gewicht staat vast", en="Severity is fixed"),
    Phrase(
        nl='De regel "{found}" blijft altijd een fout; deze instelling doet niets.',
        en='The rule "{found}" always stays an error; this setting does nothing.',
    ),
    Phrase(nl="Haal deze instelling weg.", en="Remove this setting."),
    Phrase(
        nl="Een bestand met een verkeerde vorm kan niet worden gelezen, en met een verkeerde verwijzing zou op een formulier ongemerkt tekst ontbreken.",
        en="A file of the wrong form cannot be read, and with a wrong reference text would be missing from a form unnoticed.",
    ),
)
