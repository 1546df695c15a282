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
