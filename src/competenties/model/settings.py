"""The settings of a workspace, as `competenties.toml` holds them."""

from typing import Annotated, Literal

from pydantic import Field

from competenties.model.colour import COLOUR
from competenties.model.ids import IdName
from competenties.model.part import Part, doc, part_doc
from competenties.model.text import LanguageTag, Text, Words

WORKSPACE_FORMAT = "urn:competenties:workspace:1"

INSIDE_WORKSPACE = r"^[^/\\:][^\\:]*$"
"""The form of a path within the workspace: from there on, with forward slashes."""

FONT = r"^[A-Za-z0-9À-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ .,&+_-]{0,59}$"
"""The form of the name of a font."""

RelativePath = Annotated[str, Field(pattern=INSIDE_WORKSPACE, max_length=200)]


class Limits(Part):
    """Sizes from which the check says something; practice, not research."""

    model_config = part_doc(
        nl="Maten | Vanaf welke omvang de controle iets zegt; praktijk, geen onderzoek.",
        en="Limits | From which size the check says something; practice, not research.",
    )

    competences_advised: Annotated[
        int,
        Field(ge=1, le=200),
        doc(
            nl="Competenties, advies | Meer dan dit aantal in een profiel geeft een tip.",
            en="Competences advised | More than this in a profile gives a hint.",
        ),
    ] = 8
    competences_most: Annotated[
        int,
        Field(ge=1, le=200),
        doc(
            nl="Competenties, ten hoogste | Meer dan dit aantal geeft een waarschuwing.",
            en="Competences at most | More than this gives a warning.",
        ),
    ] = 10
    lines_most: Annotated[
        int,
        Field(ge=1, le=2000),
        doc(
            nl="Regels om te scoren, ten hoogste | Meer regels geeft een waarschuwing.",
            en="Lines to rate at most | More lines give a warning.",
        ),
    ] = 30
    seconds_per_line: Annotated[
        int,
        Field(ge=1, le=600),
        doc(
            nl="Seconden per regel | Tijd die een invuller aan één regel kwijt is.",
            en="Seconds per line | Time that one line takes a rater.",
        ),
    ] = 40
    indicators_most: Annotated[
        int,
        Field(ge=1, le=100),
        doc(
            nl="Gedragsindicatoren per niveau, ten hoogste | Meer dan dit aantal geeft een waarschuwing.",
            en="Indicators at a level at most | More than this gives a warning.",
        ),
    ] = 5
    indicators_least: Annotated[
        int,
        Field(ge=1, le=100),
        doc(
            nl="Gedragsindicatoren per niveau, ten minste | Minder geeft een waarschuwing, waar het model er meestal meer heeft.",
            en="Indicators at a level at least | Fewer give a warning, where the framework mostly has more.",
        ),
    ] = 2


class HouseSchemas(Part):
    """The organisation's own JSON schemas, applied beside the shipped ones."""

    model_config = part_doc(
        nl="Huisschema's | Eigen JSON-schema's, toegepast naast de meegeleverde.",
        en="House schemas | Own JSON schemas, applied beside the shipped ones.",
    )

    framework: Annotated[
        RelativePath | None,
        doc(
            nl="Competentiemodel | Pad in de werkmap van het schema voor modellen.",
            en="Framework | Path within the workspace of the schema for frameworks.",
        ),
    ] = None
    profile: Annotated[
        RelativePath | None,
        doc(
            nl="Functieprofiel | Pad in de werkmap van het schema voor profielen.",
            en="Job profile | Path within the workspace of the schema for job profiles.",
        ),
    ] = None


class Wording(Part):
    """What the organisation wants of the wording of its indicators."""

    model_config = part_doc(
        nl="Formulering | Huisregels voor de zinnen van gedragsindicatoren.",
        en="Wording | House rules for the sentences of indicators.",
    )

    style: Annotated[
        Literal["third-person", "you", "you-can", "infinitive", "first-person"],
        doc(
            nl='Vorm van de zin | third-person ("Legt uit"), you ("Je legt uit"), you-can ("Je kunt uitleggen"), infinitive ("Uitleggen"), first-person ("Ik leg uit").',
            en='Form of the sentence | third-person ("Explains"), you ("You explain"), you-can ("You can explain"), infinitive ("Explaining"), first-person ("I explain").',
        ),
    ] = "third-person"
    allowed_terms: Annotated[
        tuple[Words, ...],
        doc(
            nl="Toegestane termen | Woorden die hier een vaste betekenis hebben en dus mogen; begrippen uit het model mogen altijd.",
            en="Allowed terms | Words that have a fixed meaning here and so may be used; terms of the framework's glossary always may.",
        ),
    ] = ()
    frequency_scale: Annotated[
        bool | None,
        doc(
            nl='Frequentieschaal | Kruist men op formulieren aan hoe vaak gedrag te zien was? Dan hoort "vaak" niet in de zin. Leeg: zoals de scoreschalen van het model zeggen.',
            en='Frequency scale | Do raters tick how often behaviour was seen? Then "often" does not belong in the sentence. Empty: as the rating scales of the framework say.',
        ),
    ] = None


class Check(Part):
    """What the organisation wants of the check."""

    model_config = part_doc(
        nl="Controle | Wat de organisatie van de controle vraagt.",
        en="Check | What the organisation wants of the check.",
    )

    severities: Annotated[
        dict[IdName, Literal["off", "hint", "warning", "error"]],
        doc(
            nl="Gewicht per regel | Regel uit, of een ander gewicht: off, hint, warning, error.",
            en="Severity per rule | A rule off, or of another weight: off, hint, warning, error.",
        ),
    ] = {}
    limits: Annotated[
        Limits,
        doc(nl="Maten | Grenzen van de controle.", en="Limits | Limits that the check keeps."),
    ] = Limits()
    house_schemas: Annotated[
        HouseSchemas,
        doc(nl="Huisschema's | Eigen schema's.", en="House schemas | Own schemas."),
    ] = HouseSchemas()
    wording: Annotated[
        Wording,
        doc(nl="Formulering | Huisregels voor zinnen.", en="Wording | House rules for sentences."),
    ] = Wording()
    customer_words: Annotated[
        tuple[Words, ...],
        doc(
            nl='Woorden voor de klant | Hoe de organisatie een externe klant noemt, zoals "kijker".',
            en='Words for the customer | What the organisation calls an external customer, such as "viewer".',
        ),
    ] = ()


Colour = Annotated[str, Field(pattern=COLOUR)]
FontName = Annotated[str, Field(pattern=FONT)]
DocumentName = Annotated[str, Field(pattern="^[a-z][a-z-]{0,39}$")]
StyleName = Annotated[str, Field(pattern="^[A-Za-z][A-Za-z0-9 ]{0,39}$")]


class HouseStyleSettings(Part):
    """How the organisation's documents look."""

    model_config = part_doc(
        nl="Huisstijl | Hoe de documenten van de organisatie eruitzien.",
        en="House style | How the documents of the organisation look.",
    )

    accent: Annotated[
        Colour | None,
        doc(
            nl='Steunkleur | Kleur van titels en koppen: zes tekens van 0 tot F, zoals "1B4F72".',
            en='Accent | Colour of titles and headings: six characters from 0 to F, such as "1B4F72".',
        ),
    ] = None
    ink: Annotated[
        Colour | None,
        doc(
            nl="Tekstkleur | Kleur van gewone tekst.",
            en="Ink | Colour of ordinary text.",
        ),
    ] = None
    font: Annotated[
        FontName | None,
        doc(
            nl="Lettertype | Naam van het lettertype, zoals Word die noemt.",
            en="Font | Name of the font, as Word says it.",
        ),
    ] = None
    heading_font: Annotated[
        FontName | None,
        doc(
            nl="Lettertype van koppen | Leeg: hetzelfde als dat van de tekst.",
            en="Font of headings | Empty: the same as that of the text.",
        ),
    ] = None
    logo: Annotated[
        RelativePath | None,
        doc(
            nl="Logo | Pad in de werkmap van een PNG, JPEG of SVG.",
            en="Logo | Path within the workspace of a PNG, JPEG or SVG.",
        ),
    ] = None
    logo_text: Annotated[
        Text | None,
        doc(
            nl="Tekst bij het logo | Wat een schermlezer zegt; leeg: de naam van de organisatie.",
            en="Text for the logo | What a screen reader says; empty: the name of the organisation.",
        ),
    ] = None
    logo_width: Annotated[
        float,
        Field(ge=1, le=6),
        doc(
            nl="Breedte van het logo | In centimeters op papier.",
            en="Width of the logo | In centimetres on paper.",
        ),
    ] = 4
    header: Annotated[
        Text | None,
        doc(
            nl="Koptekst | Staat boven elke pagina, naast het logo.",
            en="Header | Stands above every page, beside the logo.",
        ),
    ] = None
    footer: Annotated[
        Text | None,
        doc(
            nl="Voettekst | Staat onder elke pagina, voor wat het document zelf zegt.",
            en="Footer | Stands under every page, before what the document says itself.",
        ),
    ] = None
    templates: Annotated[
        dict[DocumentName, RelativePath],
        doc(
            nl="Sjablonen | Per document het pad in de werkmap van een Word-sjabloon (.docx).",
            en="Templates | For a document the path within the workspace of a Word template (.docx).",
        ),
    ] = {}
    styles: Annotated[
        dict[StyleName, Words],
        doc(
            nl='Stijlen | Hoe onze opmaakstijlen in uw sjabloon heten: "Heading 1" = "Kop van ons".',
            en='Styles | What our styles are called in your template: "Heading 1" = "Our heading".',
        ),
    ] = {}


class Privacy(Part):
    """What the forms print about personal data; the organisation fills it in."""

    model_config = part_doc(
        nl="Privacy | Wat de formulieren afdrukken over persoonsgegevens.",
        en="Privacy | What the forms print about personal data.",
    )

    purpose: Annotated[
        Text | None,
        doc(nl="Doel | Waarvoor het formulier dient.", en="Purpose | What the form is for."),
    ] = None
    legal_basis: Annotated[
        Text | None,
        doc(
            nl="Grondslag | Waarop de verwerking berust; toestemming is dat bij een beoordeling niet.",
            en="Legal basis | What the processing rests on; for an appraisal that is not consent.",
        ),
    ] = None
    seen_by: Annotated[
        Text | None,
        doc(nl="Wie ziet dit | Welke functies.", en="Seen by | Which roles see it."),
    ] = None
    retention: Annotated[
        Text | None,
        doc(
            nl="Bewaartermijn | Hoe lang, en vanaf wanneer.", en="Retention | How long, since when."
        ),
    ] = None
    contact: Annotated[
        Text | None,
        doc(
            nl="Vragen en correctie | Waar iemand inzage of correctie vraagt.",
            en="Contact | Where to ask for access or correction.",
        ),
    ] = None
    least_raters: Annotated[
        int,
        Field(ge=3, le=20),
        doc(
            nl="Minste invullers | Met minder collega's wordt hun uitkomst niet apart getoond.",
            en="Least raters | With fewer colleagues their result is not shown apart.",
        ),
    ] = 3
    least_people: Annotated[
        int,
        Field(ge=3, le=100),
        doc(
            nl="Minste mensen | Met minder mensen komt er geen uitkomst van een team.",
            en="Least people | With fewer people there is no result of a team.",
        ),
    ] = 5

    @property
    def stated(self) -> tuple[Text, ...]:
        """What the organisation says, in the order in which it is read."""
        texts = (self.purpose, self.legal_basis, self.seen_by, self.retention, self.contact)
        return tuple(text for text in texts if text)


class Settings(Part):
    """The settings of one workspace."""

    model_config = part_doc(
        nl="Instellingen | De instellingen van een werkmap.",
        en="Settings | The settings of a workspace.",
    )

    format: Annotated[
        Literal["urn:competenties:workspace:1"],
        doc(nl="Vorm | Versie van dit bestand.", en="Format | Version of this file."),
    ] = "urn:competenties:workspace:1"
    organisation: Annotated[
        Words | None,
        doc(
            nl="Organisatie | Naam zoals die op documenten staat.",
            en="Organisation | Name as it stands on documents.",
        ),
    ] = None
    language: Annotated[
        Literal["nl", "en"] | None,
        doc(
            nl="Taal | Taal van schermen en documenten.",
            en="Language | Language of screens and documents.",
        ),
    ] = None
    languages: Annotated[
        tuple[LanguageTag, ...],
        doc(
            nl="Talen | Talen waarin alle teksten horen te bestaan.",
            en="Languages | Languages in which every text should exist.",
        ),
    ] = ()
    house_style: Annotated[
        HouseStyleSettings,
        doc(
            nl="Huisstijl | Kleuren, lettertypen, logo en sjablonen.",
            en="House style | Colours, fonts, logo and templates.",
        ),
    ] = HouseStyleSettings()
    check: Annotated[
        Check,
        doc(nl="Controle | Wensen voor de controle.", en="Check | Wishes for the check."),
    ] = Check()
    privacy: Annotated[
        Privacy,
        doc(nl="Privacy | Teksten over persoonsgegevens.", en="Privacy | On personal data."),
    ] = Privacy()
