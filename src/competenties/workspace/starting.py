"""A new workspace: settings with their explanation, a ready-made framework, an example of rules."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from competenties.findings import NotFoundError, RefusedError
from competenties.messages import Language, Phrase
from competenties.workspace.files import save_bytes
from competenties.workspace.settings import SETTINGS_FILE
from competenties.workspace.shipped import shipped, shipped_frameworks, shipped_profiles

if TYPE_CHECKING:
    from competenties.model.framework import Framework
    from competenties.model.profile import JobProfile
    from competenties.model.text import Text
    from competenties.workspace.session import Session

HOUSE_SCHEMA = "schemas/house-framework.schema.json"

_EXISTS = Phrase(
    nl="{path} bestaat al; er is niets veranderd. Kies een andere map.",
    en="{path} exists already; nothing has been changed. Choose another folder.",
)

_SETTINGS = Phrase(
    nl="""# Instellingen van deze werkmap. Regels die met # beginnen doen niets.

format = "urn:competenties:workspace:1"

# Naam zoals die op documenten staat.
organisation = {organisation}

# Taal van schermen en documenten: "nl" of "en".
language = "nl"

# Talen waarin alle teksten horen te bestaan; de controle noemt wat ontbreekt.
# languages = ["nl", "en"]

# Hoe uw documenten eruitzien, in Word, PDF, Excel en op een webpagina.
[house_style]
# Kleur van titels en koppen, en van gewone tekst: de hexcode uit uw huisstijlhandboek. De controle
# zegt het als een kleur op wit slecht te lezen is.
# accent = "1B4F72"
# ink = "1F2A37"
# Lettertypen, zoals Word ze noemt. Zonder heading_font hebben koppen dat van de tekst. Een breed
# lettertype zoals Verdana vraagt meer ruimte: een functieprofiel kan dan langer dan twee pagina's worden.
# font = "Calibri"
# heading_font = "Calibri"
# Logo: een PNG, JPEG of SVG in deze werkmap, ten hoogste 5 MB. De breedte is in centimeters (1 tot 6);
# een hoog logo wordt kleiner. logo_text is wat een schermlezer zegt: zonder die regel de naam van
# de organisatie.
# logo = "templates/logo.png"
# logo_text = "Logo van Gemeente Voorbeeld"
# logo_width = 4
# Boven elke pagina, naast het logo, en onder elke pagina. Een nieuwe regel schrijft u als \\n.
# header = "Gemeente Voorbeeld\\nPersoneel en organisatie"
# footer = "Postbus 1, 1234 AB Voorbeeld"
# Eigen Word-sjablonen per document, en hoe onze opmaakstijlen daarin heten.
# templates = {{ job-profile = "templates/functieprofiel.docx" }}
# styles = {{ "Heading 1" = "Kop 1 huisstijl" }}

# Eigen woorden voor een klant buiten de organisatie, in het enkelvoud. Gewone woorden zoals klant,
# inwoner, cliënt en huurder kent de controle al.
[check]
# customer_words = ["kijker", "luisteraar"]

# Regels van de controle uitzetten of een ander gewicht geven: "off", "hint", "warning", "error".
# Alle regels met uitleg: competenties explain
[check.severities]
# Een model om mee te beginnen bevat meer dan uw profielen vragen. Haal deze regel weg als het model
# van uzelf is: dan noemt de controle de competenties die geen enkel profiel vraagt.
unused-competence = "off"
# jargon = "hint"

# Hoe u zinnen over gedrag schrijft.
[check.wording]
# De vorm van een zin: "third-person" (Legt uit), "you" (Je legt uit), "first-person" (Ik leg uit),
# "you-can" (Je kunt uitleggen) of "infinitive" (Uitleggen).
# style = "third-person"
# Woorden die bij u een vaste betekenis hebben en dus mogen, precies zoals de controle ze noemt.
# Begrippen uit de begrippenlijst van een model mogen altijd.
# allowed_terms = ["tijdig", "tijdige"]
# Kruist men op uw formulieren aan hoe vaak gedrag te zien was? Dan hoort "vaak" niet in de zin
# (true). Zo niet, dan is het alleen een tip (false). Zonder deze regel kijkt de controle naar de
# scoreschalen van het model.
# frequency_scale = false

# Vanaf welke omvang de controle iets zegt over een functieprofiel, en over het aantal
# gedragsindicatoren bij een niveau.
[check.limits]
# competences_advised = 8
# competences_most = 10
# lines_most = 30
# seconds_per_line = 40
# indicators_most = 5
# indicators_least = 2

# Eigen eisen van de organisatie als JSON-schema, naast het meegeleverde schema.
# Het voorbeeld vraagt precies vijf niveaus met elk drie tot vijf gedragsindicatoren.
[check.house_schemas]
# framework = "{house_schema}"

# Wat onder "Privacy" op de formulieren komt te staan. Toestemming van de medewerker is geen
# grondslag voor een beoordeling; noem die hier dus niet. In twee talen schrijft u bijvoorbeeld
# zo: purpose = {{ nl = "Dit formulier dient voor ...", en = "This form serves ..." }}
[privacy]
# purpose = "Dit formulier dient voor het gesprek over het functioneren."
# legal_basis = "De arbeidsovereenkomst en onze regeling voor de gesprekscyclus."
# seen_by = "Alleen de medewerker, de leidinggevende en HR zien het."
# contact = "Inzage of correctie: HR-advies."
# Bewaartermijn: hoe lang, vanaf wanneer, en waar dat staat. Kies er een en pas hem aan; dit zijn
# voorbeelden, geen wetsteksten. Bedrijf, gemeente, provincie, sollicitant:
# retention = "Wij vernietigen dit twee jaar na het einde van het dienstverband. Dat is een richtlijn; de wet noemt geen termijn."
# retention = "Wij bewaren dit zo lang als de selectielijst voor gemeenten aangeeft, vanaf het moment dat die noemt."
# retention = "Wij bewaren dit zo lang als de selectielijst voor provincies aangeeft, vanaf het moment dat die noemt."
# retention = "Wij vernietigen dit vier weken na het einde van de procedure, of met uw toestemming na ten hoogste een jaar."
# Minder collega's dan dit: hun uitkomst wordt niet apart getoond. Minder mensen: geen uitkomst van een team.
# least_raters = 3
# least_people = 5
""",
    en="""# Settings of this workspace. Lines that begin with # do nothing.

format = "urn:competenties:workspace:1"

# Name as it stands on documents.
organisation = {organisation}

# Language of screens and documents: "nl" or "en".
language = "en"

# Languages in which every text should exist; the check names what is missing.
# languages = ["nl", "en"]

# How your documents look, in Word, PDF, Excel and on a web page.
[house_style]
# Colour of titles and headings, and of ordinary text: the hex code in your style guide. The check
# says so when a colour is hard to read on white.
# accent = "1B4F72"
# ink = "1F2A37"
# Fonts, as Word calls them. Without heading_font headings have that of the text. A wide font such
# as Verdana takes more room: a job profile may then become longer than two pages.
# font = "Calibri"
# heading_font = "Calibri"
# Logo: a PNG, JPEG or SVG in this workspace, at most 5 MB. The width is in centimetres (1 to 6); a
# high logo becomes smaller. logo_text is what a screen reader says: without that line the name of
# the organisation.
# logo = "templates/logo.png"
# logo_text = "Logo of Example Council"
# logo_width = 4
# Above every page, beside the logo, and under every page. A new line is written as \\n.
# header = "Example Council\\nHuman resources"
# footer = "PO Box 1, Exampleton"
# Word templates of your own for documents, and what our styles are called in them.
# templates = {{ job-profile = "templates/job-profile.docx" }}
# styles = {{ "Heading 1" = "House heading 1" }}

# Your own words for a customer outside the organisation, in the singular. Common words such as
# customer, resident, client and tenant are known to the check.
[check]
# customer_words = ["viewer", "listener"]

# Switch rules of the check off, or give them another severity: "off", "hint", "warning", "error".
# All rules with an explanation: competenties explain
[check.severities]
# A framework to start from holds more than your profiles ask. Remove this line when the framework
# is your own: the check then names the competences that no profile asks.
unused-competence = "off"
# jargon = "hint"

# How you write sentences about behaviour.
[check.wording]
# The form of a sentence: "third-person" (Explains), "you" (You explain), "you-can" (You can
# explain), "first-person" (I explain) or "infinitive" (Explaining).
# style = "third-person"
# Words that have a fixed meaning with you and so may be used, exactly as the check names them.
# Terms of a framework's glossary always may.
# allowed_terms = ["promptly", "prompt"]
# Do raters tick on your forms how often behaviour was seen? Then "often" does not belong in the
# sentence (true). If not, it is only a hint (false). Without this line the check looks at the
# rating scales of the framework.
# frequency_scale = false

# From which size the check says something about a job profile, and about the number of indicators
# at a level.
[check.limits]
# competences_advised = 8
# competences_most = 10
# lines_most = 30
# seconds_per_line = 40
# indicators_most = 5
# indicators_least = 2

# The organisation's own demands as a JSON schema, beside the shipped one.
# The example asks exactly five levels with three to five indicators each.
[check.house_schemas]
# framework = "{house_schema}"

# What stands under "Privacy" on the forms. The employee's consent is no legal basis for an
# appraisal; so do not name it here. In two languages you write for example
# this: purpose = {{ nl = "Dit formulier dient voor ...", en = "This form serves ..." }}
[privacy]
# purpose = "This form serves the conversation about performance."
# legal_basis = "The employment contract and our regulation for performance conversations."
# seen_by = "Only the employee, the manager and HR see it."
# contact = "Access or correction: HR advice."
# Retention: how long, from when, and where that is written. Choose one and adapt it; these are
# examples, no text of law. Company, municipality, province, applicant:
# retention = "We destroy this two years after the employment ends. That is a guideline; the law names no term."
# retention = "We keep this for as long as the selection list for municipalities says, from the moment it names."
# retention = "We keep this for as long as the selection list for provinces says, from the moment it names."
# retention = "We destroy this four weeks after the procedure ends, or with your consent after at most a year."
# Fewer colleagues than this: their result is not shown apart. Fewer people: no result of a team.
# least_raters = 3
# least_people = 5
""",
)
_BLANK = Phrase(nl="Ons competentiemodel", en="Our competency framework")
_SCALE = Phrase(nl="Vijf niveaus", en="Five levels")
_LEVELS = (
    Phrase(nl="Basis", en="Basic"),
    Phrase(nl="Toepassend", en="Applying"),
    Phrase(nl="Gevorderd", en="Advanced"),
    Phrase(nl="Expert", en="Expert"),
    Phrase(nl="Richtinggevend", en="Setting direction"),
)
_NOT_SHIPPED = Phrase(
    nl="Er wordt geen competentiemodel {name} meegeleverd.", en="No framework {name} is shipped."
)
_NAMELESS = Phrase(nl="Onze organisatie", en="Our organisation")


def start_workspace(
    root: Path,
    language: Language,
    *,
    framework: str | None = "basis",
    organisation: str = "",
    texts: Sequence[str] = (),
) -> list[Path]:
    """Make a workspace in a folder and return its files. Raises RefusedError when one exists.

    `framework` is the id of a ready-made framework to begin with; its job profiles come along.
    `texts` are the languages of what is ready-made, the first its own; else it has all that ship.
    """
    contents = start_contents(language, framework, organisation, texts)
    for name in contents:
        if (root / name).exists():
            raise RefusedError(_EXISTS, path=str(root / name))
    for folder in ("frameworks", "profiles"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        save_bytes(root / name, content)
    return [root / name for name in contents]


def start_contents(
    language: Language,
    framework: str | None = None,
    organisation: str = "",
    texts: Sequence[str] = (),
) -> dict[str, bytes]:
    """Return the files of a new workspace by their names, before any is written."""
    from competenties.workspace.documents import read_framework

    name = organisation or _NAMELESS.say(language)
    settings = _SETTINGS.say(language, organisation=_quoted(name), house_schema=HOUSE_SCHEMA)
    contents = {
        SETTINGS_FILE: settings.encode(),
        HOUSE_SCHEMA: (shipped("schemas") / "examples" / Path(HOUSE_SCHEMA).name).read_bytes(),
    }
    if framework is None:
        return contents
    model = read_framework(shipped_frameworks()[framework]).model
    if model:
        contents[f"frameworks/{framework}.json"] = _content(model, texts)
    for profile in _profiles_of(framework):
        contents[f"profiles/{profile.id}.json"] = _content(profile, texts)
    return contents


def blank_framework(
    language: Language, name: str = "", languages: Sequence[Language] = ()
) -> "Framework":
    """Return a framework without competences, with a scale of five levels to begin with.

    `languages` are those in which its texts are going to exist, where there are more.
    """
    from competenties.model.framework import Framework
    from competenties.model.ids import slug
    from competenties.model.scale import ProficiencyScale, ScaleLevel

    title = name.strip() or _BLANK.say(language)

    def text(said: Phrase) -> "Text":
        more = len(languages) > 1
        return {one: said.say(one) for one in languages} if more else said.say(language)

    levels = tuple(
        ScaleLevel(number=number, name=text(said)) for number, said in enumerate(_LEVELS, start=1)
    )
    scale = ProficiencyScale(id=slug(_SCALE.say(language)), name=text(_SCALE), levels=levels)
    return Framework(
        id=slug(title),
        name=title,
        language=language,
        languages=tuple(languages),
        proficiency_scales=(scale,),
    )


def add_ready_made(session: "Session", framework: str, texts: Sequence[str] = ()) -> list[str]:
    """Add a framework that ships, and the job profiles that ask for it; return their names.

    `texts` are the languages that they are going to have, the first their own.

    Beside a document with the same id it gets a number, and its profiles refer to that one.
    Raises NotFoundError for one that does not ship.
    """
    from competenties.workspace.documents import read_framework
    from competenties.workspace.languages import in_languages

    path = shipped_frameworks().get(framework)
    model = read_framework(path).model if path else None
    if model is None:
        raise NotFoundError(_NOT_SHIPPED, name=framework)
    names = [session.create(in_languages(model, texts))]
    identifier = names[0].partition("/")[2]
    for profile in _profiles_of(framework):
        referring = _referring(profile, framework, identifier)
        names.append(session.create(in_languages(referring, texts)))
    return names


def _profiles_of(framework: str) -> list["JobProfile"]:
    """Return the job profiles that ship and ask for a framework."""
    from competenties.workspace.documents import read_profile

    found = [read_profile(path).model for path in shipped_profiles().values()]
    return [one for one in found if one and any(each.id == framework for each in one.frameworks)]


def _content(model: "Framework | JobProfile", texts: Sequence[str]) -> bytes:
    from competenties.workspace.documents import document_data
    from competenties.workspace.json_text import canonical_json
    from competenties.workspace.languages import in_languages

    return canonical_json(document_data(in_languages(model, texts))).encode()


def _referring(profile: "JobProfile", framework: str, identifier: str) -> "JobProfile":
    """Return a profile that refers to a framework by another id."""
    references = tuple(
        one.model_copy(update={"id": identifier}) if one.id == framework else one
        for one in profile.frameworks
    )
    requirements = tuple(
        one.model_copy(update={"framework": identifier}) if one.framework == framework else one
        for one in profile.requirements
    )
    return profile.model_copy(update={"frameworks": references, "requirements": requirements})


def _quoted(text: str) -> str:
    """Return text as a string of TOML; its escapes are those of JSON."""
    import json

    return json.dumps(text, ensure_ascii=False)
