"""What every screen of the editor has: the session, the reader's language and theme, and the frame."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from competenties.editor.events import Hub
from competenties.messages import (
    LANGUAGES,
    Language,
    Phrase,
    choose_language,
    fill,
    is_language,
)
from competenties.model.settings import Settings
from competenties.model.text import text_in
from competenties.workspace.files import content_hash
from competenties.workspace.session import Session

if TYPE_CHECKING:
    from competenties.editor.findings_now import FindingsNow

HERE = Path(__file__).parent
THEMES = ("auto", "light", "dark")
LANGUAGE_COOKIE = "competenties-language"
THEME_COOKIE = "competenties-theme"

Words = Mapping[str, Phrase]

FRAME_WORDS: dict[str, Phrase] = {
    "workspace": Phrase(nl="Werkmap", en="Workspace"),
    "check": Phrase(nl="Controle", en="Check"),
    "forms": Phrase(nl="Formulieren", en="Forms"),
    "import": Phrase(nl="Importeren", en="Import"),
    "search": Phrase(nl="Zoeken", en="Search"),
    "search_in": Phrase(nl="Zoek in deze werkmap", en="Search this workspace"),
    "skip": Phrase(nl="Naar de inhoud", en="Skip to content"),
    "menu": Phrase(nl="Hoofdmenu", en="Main menu"),
    "undo": Phrase(nl="Ongedaan maken", en="Undo"),
    "redo": Phrase(nl="Opnieuw", en="Redo"),
    "language": Phrase(nl="Taal: Nederlands", en="Language: English"),
    "other_language": Phrase(nl="English", en="Nederlands"),
    "theme": Phrase(nl="Licht of donker", en="Light or dark"),
    "keys": Phrase(nl="Toetsen", en="Keys"),
    "status": Phrase(nl="Stand van het opslaan", en="State of saving"),
    "to_choose": Phrase(
        nl="{count} {count:tekst is|teksten zijn} tegelijk hier en in het bestand gewijzigd. Kies wat blijft.",
        en="{count} {count:text was|texts were} changed here and in the file at once. Choose what stays.",
    ),
    "no_script": Phrase(
        nl="Zet JavaScript aan voor deze pagina. Zonder kunt u wel lezen, maar niet wijzigen.",
        en="Switch on JavaScript for this page. Without it you can read, but not change anything.",
    ),
}
CLIENT_WORDS: dict[str, Phrase] = {
    "saved": Phrase(nl="Alles opgeslagen", en="All saved"),
    "saving": Phrase(nl="Opslaan…", en="Saving…"),
    "offline": Phrase(
        nl="Geen verbinding – {count} bewaard in deze browser",
        en="No connection – {count} kept in this browser",
    ),
    "closed": Phrase(
        nl="Open de editor opnieuw – {count} bewaard in deze browser",
        en="Open the editor again – {count} kept in this browser",
    ),
    "conflict": Phrase(
        nl="Kies bij {count} {count:tekst|teksten}", en="Choose for {count} {count:text|texts}"
    ),
    "full": Phrase(
        nl="Niet opgeslagen: deze browser heeft geen ruimte meer. Sluit dit tabblad niet.",
        en="Not saved: this browser has no room left. Do not close this tab.",
    ),
    "refused": Phrase(nl="Niet opgeslagen: {reason}", en="Not saved: {reason}"),
    "theirs": Phrase(
        nl="Iemand anders schreef hier intussen:", en="Somebody else wrote here meanwhile:"
    ),
    "gone": Phrase(
        nl="Dit onderdeel is intussen verwijderd. Uw tekst staat hier nog.",
        en="This item was removed in the meantime. Your text is still here.",
    ),
    "keep_mine": Phrase(nl="Mijn tekst houden", en="Keep my text"),
    "take_theirs": Phrase(nl="Die tekst overnemen", en="Take that text"),
    "put_back": Phrase(nl="Terugzetten met mijn tekst", en="Put back with my text"),
    "drop_mine": Phrase(nl="Mijn tekst weggooien", en="Drop my text"),
    "undone": Phrase(nl="Ongedaan gemaakt", en="Undone"),
    "redone": Phrase(nl="Opnieuw gedaan", en="Done again"),
    "nothing_to_undo": Phrase(nl="Niets om ongedaan te maken", en="Nothing to undo"),
    "nothing_to_redo": Phrase(nl="Niets om opnieuw te doen", en="Nothing to do again"),
    "undo_stopped": Phrase(
        nl="Niet ongedaan gemaakt: iemand anders heeft dit intussen gewijzigd.",
        en="Not undone: somebody else has changed this in the meantime.",
    ),
}


@dataclass
class Site:
    """The editor of one workspace: what its screens share."""

    session: Session
    hub: Hub
    findings: "FindingsNow"
    epoch: str
    """Which start of the editor this is: revisions are compared within one only."""

    @property
    def revisions(self) -> dict[str, int]:
        """The revision of every document."""
        return {name: one.revision for name, one in list(self.session.states.items())}

    @property
    def settings(self) -> Settings:
        """The settings of the workspace as they are now."""
        return self.session.workspace().settings

    @property
    def identity(self) -> str:
        """What tells this workspace from others in the storage of a browser."""
        return content_hash(str(self.session.root.resolve()).encode())[:12]


def site_of(request: Request) -> Site:
    """Return the editor that a request is for."""
    return cast("Site", request.app.state.site)


def reader_language(request: Request) -> Language:
    """Return the language of the screens: the reader's choice, else that of the workspace."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return choose_language(chosen if is_language(chosen) else site_of(request).settings.language)


def text_language(request: Request, languages: list[str], own: str) -> str:
    """Return the language of the texts on the screen: `?text=en`, else the framework's own."""
    chosen = request.query_params.get("text", own)
    return chosen if chosen in languages else own


def render(
    request: Request, template: str, words: Words, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """Return a screen: its template with its words, in the frame of the editor."""
    language = reader_language(request)
    said = {name: phrase.say(language) for name, phrase in {**FRAME_WORDS, **words}.items()}
    client = {name: phrase.say(language) for name, phrase in CLIENT_WORDS.items()}
    content = (
        _environment()
        .get_template(template)
        .render(
            w=said,
            client_words={**client, **values.pop("client_words", {})},
            language=language,
            other_language=next(one for one in LANGUAGES if one != language),
            theme=_theme(request),
            path=request.url.path,
            query=request.url.query,
            workspace_id=site_of(request).identity,
            revisions=getattr(request.state, "revisions", {}),
            to_choose=len(site_of(request).session.conflicts),
            organisation=site_of(request).settings.organisation or "",
            say=lambda phrase, **fills: phrase.say(language, **fills),
            fill=lambda text, **fills: fill(text, language, **fills),
            text_in=text_in,
            **values,
        )
    )
    return HTMLResponse(content, status_code=status)


def _theme(request: Request) -> Literal["auto", "light", "dark"]:
    chosen = request.cookies.get(THEME_COOKIE, "auto")
    return cast("Literal['auto', 'light', 'dark']", chosen if chosen in THEMES else "auto")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["json_path"] = lambda path: json.dumps(list(path), separators=(",", ":"))
    return made
