"""The house style in the settings as documents have it: read once, made of the settings in one place."""

from dataclasses import replace
from functools import lru_cache

from competenties.checking import weighed
from competenties.findings import Finding, RefusedError
from competenties.messages import Language, Phrase
from competenties.model.settings import Settings
from competenties.model.text import text_in
from competenties.office.blocks import Document
from competenties.office.house_style import PLAIN, HouseStyle, Logo
from competenties.office.typesetter import NotLaidOutError, is_there
from competenties.workspace.house_problems import SAID_WHEN_WRITTEN
from competenties.workspace.house_style import MOST_HEADER_LINES
from competenties.workspace.logo import LogoError, LogoFile, read_logo
from competenties.workspace.workspace import Workspace

_NO_PICTURE = Phrase(
    nl="Het logo {name} kan niet worden getekend. Bewaar het opnieuw, bijvoorbeeld als PNG, en maak het document daarna nog eens.",
    en="The logo {name} cannot be drawn. Save it again, as PNG for example, and make the document once more.",
)
_NO_FONT = Phrase(
    nl="Het lettertype {font} staat niet op deze computer. De PDF heeft een ander lettertype, en kan dus een regel langer of korter zijn.",
    en="The font {font} is not on this computer. The PDF has another font, and so may be a line longer or shorter.",
)
_LARGE = 200_000  # bytes; a larger logo would make every form large, and is sharper than any paper
_NAMELESS = Phrase(nl="Logo", en="Logo")


def house_style(workspace: Workspace, language: Language) -> HouseStyle:
    """Return the house style of a workspace; a logo that cannot be used is left out.

    Raises RefusedError when the logo looks good and cannot be drawn.
    """
    whole = workspace.around or workspace
    wanted, own = whole.settings.house_style, whole.settings.language or language
    header = text_in(wanted.header, language, own).strip()
    return replace(
        house_colours(whole.settings),
        logo=_logo(whole, language),
        header="\n".join(header.splitlines()[:MOST_HEADER_LINES]),
        footer=" ".join(text_in(wanted.footer, language, own).split()),
    )


def house_colours(settings: Settings) -> HouseStyle:
    """Return the colours and fonts of the settings, without what stands on a page."""
    wanted = settings.house_style
    return HouseStyle(
        accent=_digits(wanted.accent) or PLAIN.accent,
        ink=_digits(wanted.ink) or PLAIN.ink,
        font=wanted.font or PLAIN.font,
        heading_font=wanted.heading_font or "",
    )


def house_remarks(workspace: Workspace) -> list[Finding]:
    """Return what of the house style is not on documents as it was meant, by the wishes of the check.

    An error is not among it: that stops a document, and is said for that reason.
    """
    whole = workspace.around or workspace
    found = [one for one in whole.findings if one.rule in SAID_WHEN_WRITTEN]
    severities = whole.settings.check.severities
    return [one for one in weighed(found, severities) if one.severity != "error"]


def font_advice(document: Document) -> list[Phrase]:
    """Return what whoever makes a PDF has to know: a font that is not on this computer."""
    fonts = dict.fromkeys((document.house.font, document.house.heading_font))
    missing = [font for font in fonts if font and not is_there(font)]
    return [_NO_FONT.filled(font=font) for font in missing if font != PLAIN.font]


def _digits(colour: str | None) -> str:
    return colour.removeprefix("#").upper() if colour else ""


def _logo(workspace: Workspace, language: Language) -> Logo | None:
    settings = workspace.settings
    wanted = settings.house_style
    if wanted.logo is None or workspace.root is None:
        return None
    try:
        file = read_logo(wanted.logo, workspace.root)
    except LogoError:
        return None  # the check says why, and so does whoever writes
    about = text_in(wanted.logo_text, language, settings.language or language)
    about = " ".join((about or settings.organisation or _NAMELESS.say(language)).split())
    try:
        image = _drawn(file, wanted.logo_width)
    except NotLaidOutError:
        raise RefusedError(_NO_PICTURE, name=wanted.logo) from None
    width, height = wanted.logo_width, wanted.logo_width / file.shape
    if file.suffix == ".svg":
        return Logo(image, ".png", width, height, about, file.content)
    if len(image) < len(file.content) and len(file.content) > _LARGE:
        return Logo(image, ".png", width, height, about)
    return Logo(file.content, file.suffix, width, height, about)


@lru_cache(maxsize=8)
def _drawn(file: LogoFile, width: float) -> bytes:
    """Return a logo as PNG: so it is known that it can be drawn, in whatever kind of file it was."""
    from competenties.office.drawing import drawn_picture

    return drawn_picture(f"logo{file.suffix}", file.content, width)
