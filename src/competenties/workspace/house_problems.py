"""The rules about the house style in the settings; without a logo a document can still be made."""

from competenties.findings import Rule
from competenties.messages import Phrase

LOGO_UNUSABLE = Rule(
    "logo-unusable",
    "schema",
    "warning",
    Phrase(nl="Logo kan niet worden gebruikt", en="Logo cannot be used"),
    Phrase(
        nl="Het logo {found} kan niet worden gebruikt: {reason}.",
        en="The logo {found} cannot be used: {reason}.",
    ),
    Phrase(
        nl="Zet een PNG, JPEG of SVG van ten hoogste 5 MB in de werkmap. Tot dan zijn documenten zonder logo.",
        en="Put a PNG, JPEG or SVG of at most 5 MB into the workspace. Until then documents have no logo.",
    ),
    Phrase(
        nl="Een logo van buiten de werkmap verdwijnt als de werkmap wordt verplaatst, en een bestand "
        "dat iets uitvoert of ophaalt hoort niet in een document.",
        en="A logo from outside the workspace is lost when the workspace is moved, and a file that "
        "runs or fetches something does not belong in a document.",
    ),
)
LOW_CONTRAST = Rule(
    "low-contrast",
    "schema",
    "warning",
    Phrase(nl="Kleur is op wit slecht te lezen", en="Colour is hard to read on white"),
    Phrase(
        nl='De kleur "{found}" is op wit papier slecht te lezen: het contrast is {contrast}, en {least} is nodig.',
        en='The colour "{found}" is hard to read on white paper: its contrast is {contrast}, and {least} is needed.',
    ),
    Phrase(
        nl="Kies een donkerdere tint van dezelfde kleur{darker}.",
        en="Choose a darker shade of the same colour{darker}.",
    ),
    Phrase(
        nl="Met minder contrast kunnen mensen die minder goed zien de tekst niet lezen, en kopieën "
        "in grijs niemand. De grens is die van WCAG 2 (criterium 1.4.3).",
        en="With less contrast people who see less well cannot read the text, and nobody can read "
        "grey copies. The limit is that of WCAG 2 (criterion 1.4.3).",
    ),
)
TEMPLATE_MISSING = Rule(
    "template-missing",
    "schema",
    "warning",
    Phrase(nl="Sjabloon ontbreekt", en="Template is missing"),
    Phrase(
        nl="Het sjabloon {found} kan niet worden gebruikt: {reason}.",
        en="The template {found} cannot be used: {reason}.",
    ),
    Phrase(
        nl="Zet het Word-bestand (.docx) op die plek in de werkmap, of haal de instelling weg.",
        en="Put the Word file (.docx) in that place in the workspace, or remove the setting.",
    ),
    Phrase(
        nl="Wie een eigen sjabloon instelt, verwacht dat elk document erop staat.",
        en="Whoever sets a template of their own expects every document to be made with it.",
    ),
)
UNKNOWN_DOCUMENT = Rule(
    "unknown-document",
    "schema",
    "warning",
    Phrase(nl="Sjabloon voor een onbekend document", en="Template for an unknown document"),
    Phrase(
        nl='Er is geen document "{found}"; het sjabloon dat u ervoor instelde, wordt niet gebruikt.',
        en='There is no document "{found}"; the template that you set for it is not used.',
    ),
    Phrase(nl="{nearest}Kies uit: {known}.", en="{nearest}Choose from: {known}."),
    Phrase(
        nl="Een tikfout in de naam van een document zou anders ongemerkt niets doen.",
        en="A slip in the name of a document would otherwise do nothing, unnoticed.",
    ),
)
HEADER_TOO_LONG = Rule(
    "header-too-long",
    "schema",
    "warning",
    Phrase(nl="Koptekst heeft te veel regels", en="Header has too many lines"),
    Phrase(
        nl='De koptekst heeft {count} regels, en er passen er {most} boven een pagina. Vanaf "{found}" '
        "valt zij weg.",
        en='The header has {count} lines, and {most} fit above a page. From "{found}" on it is left out.',
    ),
    Phrase(
        nl="Kort de koptekst in tot {most} regels, of zet een deel ervan in de voettekst.",
        en="Shorten the header to {most} lines, or put a part of it in the footer.",
    ),
    Phrase(
        nl="Een koptekst van meer regels neemt op elke pagina te veel ruimte van de tekst zelf.",
        en="A header of more lines takes too much room from the text itself, on every page.",
    ),
)
FOOTER_JOINED = Rule(
    "footer-joined",
    "schema",
    "hint",
    Phrase(nl="Voettekst komt op één regel", en="Footer comes on one line"),
    Phrase(
        nl='De voettekst heeft {count} regels; in een document staan zij achter elkaar: "{found}".',
        en='The footer has {count} lines; in a document they stand one after the other: "{found}".',
    ),
    Phrase(
        nl="Schrijf de voettekst zoals zij op één regel moet staan, bijvoorbeeld met komma's of een "
        "punt ertussen.",
        en="Write the footer as it has to stand on one line, with commas or a full stop in between "
        "for example.",
    ),
    Phrase(
        nl="Onder een pagina is naast versie en controlecode ruimte voor één regel.",
        en="Under a page there is room for one line, beside the version and the fingerprint.",
    ),
)
UNKNOWN_STYLE = Rule(
    "unknown-style",
    "schema",
    "warning",
    Phrase(nl="Onbekende opmaakstijl", en="Unknown style"),
    Phrase(
        nl='Wij hebben geen opmaakstijl "{found}"; de stijl die u ervoor koos, wordt niet gebruikt.',
        en='We have no style "{found}"; the style that you chose for it is not used.',
    ),
    Phrase(nl="{nearest}Kies uit: {known}.", en="{nearest}Choose from: {known}."),
    Phrase(
        nl="Een tikfout in de naam van een stijl zou anders ongemerkt niets doen.",
        en="A slip in the name of a style would otherwise do nothing, unnoticed.",
    ),
)
SAID_WHEN_WRITTEN = (LOGO_UNUSABLE, HEADER_TOO_LONG, FOOTER_JOINED, UNKNOWN_STYLE)
"""What whoever makes a document has to know too: something of the house is not on it as it was meant."""
