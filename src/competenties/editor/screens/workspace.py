"""The workspace: a card for each framework and job profile, and how to begin when there is none."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.finding_words import advice_of, message_of
from competenties.editor.site import reader_language, render, site_of
from competenties.editor.workspace_cards import cards, disputes, removed
from competenties.findings import Finding
from competenties.messages import Language, Phrase

ROUTER = APIRouter()

WORDS = {
    "title": Phrase(nl="Werkmap", en="Workspace"),
    "frameworks": Phrase(nl="Competentiemodellen", en="Frameworks"),
    "profiles": Phrase(nl="Functieprofielen", en="Job profiles"),
    "new_framework": Phrase(nl="Nieuw model", en="New framework"),
    "new_profile": Phrase(nl="Nieuw functieprofiel", en="New job profile"),
    "import_file": Phrase(nl="Importeren", en="Import"),
    "competences": Phrase(nl="{count} competenties", en="{count} competences"),
    "competence": Phrase(nl="1 competentie", en="1 competence"),
    "requirements": Phrase(nl="{count} gevraagde niveaus", en="{count} requirements"),
    "requirement": Phrase(nl="1 gevraagd niveau", en="1 requirement"),
    "checking": Phrase(nl="Controle loopt nog…", en="Still checking…"),
    "changed": Phrase(nl="Gewijzigd: {when}", en="Changed: {when}"),
    "delete": Phrase(nl="Verwijderen", en="Delete"),
    "delete_this": Phrase(nl="{title} verwijderen", en="Delete {title}"),
    "restore": Phrase(nl="Terugzetten", en="Put back"),
    "restore_this": Phrase(nl="{title} terugzetten", en="Put {title} back"),
    "removed": Phrase(nl="Verwijderd", en="Removed"),
    "removed_when": Phrase(nl="verwijderd: {when}", en="removed: {when}"),
    "unreadable": Phrase(
        nl="Dit bestand kan niet worden gelezen en wordt niet gewijzigd.",
        en="This file cannot be read and is not changed.",
    ),
    "error": Phrase(nl="Fout", en="Error"),
    "conflicts": Phrase(nl="Kies welke tekst blijft", en="Choose which text stays"),
    "conflicts_text": Phrase(
        nl="Deze teksten zijn tegelijk hier en in het bestand gewijzigd. Beide zijn bewaard tot u kiest.",
        en="These texts were changed here and in the file at once. Both are kept until you choose.",
    ),
    "mine": Phrase(nl="Hier geschreven", en="Written here"),
    "theirs": Phrase(nl="In het bestand", en="In the file"),
    "take_mine": Phrase(nl="Deze tekst houden", en="Keep this text"),
    "no_profiles": Phrase(
        nl="Een functieprofiel zegt welk niveau een functie vraagt. Er komen formulieren en een "
        "interviewleidraad uit. Er is er nog geen.",
        en="A job profile says which level a job asks. Forms and an interview guide follow from it. "
        "There is none yet.",
    ),
    "no_frameworks": Phrase(
        nl="Er is nog geen competentiemodel. Begin er een, of haal er een uit Excel of Word.",
        en="There is no framework yet. Begin one, or take one from Excel or Word.",
    ),
    "first_title": Phrase(nl="Hoe wilt u beginnen?", en="How do you want to begin?"),
    "first_text": Phrase(
        nl="Alles kan later anders; er gaat niets verloren.",
        en="Everything can be changed later; nothing gets lost.",
    ),
    "ready_title": Phrase(nl="Met een kant-en-klaar model", en="With a ready-made framework"),
    "ready_text": Phrase(
        nl="Achttien competenties met gedrag op vijf niveaus en vier voorbeeldprofielen; u past aan wat "
        "bij u anders is.",
        en="Eighteen competences with behaviour at five levels and four example profiles; you change "
        "what is different with you.",
    ),
    "ready_basis": Phrase(nl="Begin met Basis", en="Begin with Foundation"),
    "ready_focus": Phrase(nl="Alleen Klantgerichtheid", en="Only Customer focus"),
    "file_title": Phrase(nl="Met een bestand dat u al heeft", en="With a file that you have"),
    "file_text": Phrase(
        nl="Kies uw Excel- of Wordbestand; u ziet regel voor regel wat eruit is begrepen, voordat er "
        "iets verandert.",
        en="Choose your Excel or Word file; you see line by line what was understood, before anything "
        "changes.",
    ),
    "blank_title": Phrase(nl="Met een leeg model", en="With an empty framework"),
    "blank_text": Phrase(
        nl="U krijgt een indeling met vijf niveaus en vult zelf de competenties in.",
        en="You get a scale of five levels and fill in the competences yourself.",
    ),
    "blank": Phrase(nl="Leeg model maken", en="Make an empty framework"),
    "name": Phrase(nl="Naam", en="Name"),
    "job_title": Phrase(nl="Naam van de functie", en="Job title"),
    "text_languages": Phrase(nl="Talen van de teksten", en="Languages of the texts"),
    "only_nl": Phrase(nl="Alleen Nederlands", en="Dutch only"),
    "only_en": Phrase(nl="Alleen Engels", en="English only"),
    "both": Phrase(nl="Nederlands en Engels", en="English and Dutch"),
    "both_note": Phrase(
        nl="Met twee talen vraagt de controle bij elke tekst om een vertaling.",
        en="With two languages the check asks for a translation of every text.",
    ),
    "begin_with": Phrase(nl="Begin met", en="Begin with"),
    "empty_framework": Phrase(nl="Een leeg model", en="An empty framework"),
    "of_framework": Phrase(nl="Vraagt niveaus uit", en="Asks levels of"),
    "make": Phrase(nl="Maken", en="Make"),
    "cancel": Phrase(nl="Annuleren", en="Cancel"),
    "settings": Phrase(nl="Organisatie en taal", en="Organisation and language"),
    "organisation": Phrase(nl="Naam van de organisatie", en="Name of the organisation"),
    "organisation_note": Phrase(
        nl="Zo staat de naam op uw documenten.", en="This is how documents name you."
    ),
    "screen_language": Phrase(
        nl="Taal van schermen en documenten", en="Language of screens and documents"
    ),
    "save": Phrase(nl="Opslaan", en="Save"),
    "problems": Phrase(nl="Er is iets met de werkmap zelf", en="About the workspace itself"),
}
_CLIENT_WORDS = {
    "busy": Phrase(nl="Bezig…", en="Working…"),
    "no_answer": Phrase(
        nl="Dat is niet gelukt: er is geen verbinding met de editor.",
        en="That did not work: there is no connection to the editor.",
    ),
    "done": Phrase(nl="Opgeslagen", en="Saved"),
    "deleted": Phrase(
        nl="{title} is verwijderd. Onderaan kunt u het terugzetten.",
        en="{title} was removed. You can put it back below.",
    ),
    "restored": Phrase(nl="{title} staat er weer.", en="{title} is back."),
}


@ROUTER.get("/", response_class=HTMLResponse)
def workspace_screen(request: Request) -> HTMLResponse:
    """Show what there is in the workspace."""
    site, language = site_of(request), reader_language(request)
    workspace = site.session.workspace()
    return render(
        request,
        "workspace.html",
        WORDS,
        **workspace_values(request),
        disputes=disputes(site, language),
        removed=removed(site, language),
        settings=workspace.settings,
        problems=[_said(one, language) for one in workspace.findings],
    )


def workspace_values(request: Request) -> dict[str, Any]:
    """Return what the cards of documents need."""
    site, language = site_of(request), reader_language(request)
    return {
        "client_words": {name: phrase.say(language) for name, phrase in _CLIENT_WORDS.items()},
        "frameworks": cards(site, "framework", language),
        "profiles": cards(site, "profile", language),
        "no_profiles": WORDS["no_profiles"].say(language),
        "said": lambda one: _said(one, language),
        "counted": lambda one, more, count: _counted(one, more, count, language),
    }


def _said(finding: Finding, language: Language) -> tuple[str, str]:
    return message_of(finding, language), advice_of(finding, language)


def _counted(one: str, more: str, count: int, language: Language) -> str:
    return WORDS[one].say(language) if count == 1 else WORDS[more].say(language, count=count)
