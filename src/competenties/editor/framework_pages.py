"""What the pages of one framework share: its data, the language of its texts, and the tabs."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from competenties.editor.site import site_of, text_language
from competenties.messages import Phrase
from competenties.model.text import text_in

TAB_WORDS: dict[str, Phrase] = {
    "tabs": Phrase(nl="Onderdelen van dit competentiemodel", en="Parts of this framework"),
    "tab_matrix": Phrase(nl="Matrix", en="Matrix"),
    "tab_details": Phrase(nl="Gegevens", en="Details"),
    "tab_profiles": Phrase(nl="Profielen", en="Profiles"),
    "tab_check": Phrase(nl="Controle", en="Check"),
    "tab_documents": Phrase(nl="Documenten", en="Documents"),
    "tab_export": Phrase(nl="Naar een ander programma", en="To another program"),
    "text_in": Phrase(nl="Teksten in", en="Texts in"),
}


@dataclass(frozen=True)
class FrameworkPage:
    """A framework as a page shows it: its document and the language of the texts."""

    identifier: str
    data: dict[str, Any]
    own: str
    tag: str
    languages: list[str]

    @property
    def name(self) -> str:
        """The name of its document, as edits and findings use it."""
        return f"frameworks/{self.identifier}"

    @property
    def title(self) -> str:
        """The name of the framework, else its id."""
        return self.text(self.data.get("name")) or self.identifier

    def text(self, value: Any) -> str:
        """Return a text in the language of the page; of what is no text, nothing."""
        return spoken(value, self.tag, self.own)

    def parts(self, field: str) -> list[dict[str, Any]]:
        """Return the items of a list of the framework; a draft may hold other things too."""
        return parts(self.data, field)


def framework_page(request: Request, identifier: str) -> FrameworkPage:
    """Return the framework that a page is about. Raises NotFoundError and RefusedError."""
    data = site_of(request).session.state(f"frameworks/{identifier}").data
    own = str(data.get("language", "nl"))
    named = data.get("languages")
    languages = [str(one) for one in named] if isinstance(named, list) and named else [own]
    tag = text_language(request, languages, own)
    return FrameworkPage(identifier, data, own, tag, languages)


def parts(owner: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """Return the objects in a list; nothing where a draft has something else."""
    found = owner.get(field)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def spoken(value: Any, tag: str, own: str) -> str:
    """Return a text in a language, else in another one; of what is no text, nothing."""
    if isinstance(value, dict):
        value = {key: one for key, one in value.items() if isinstance(one, str)}
    return text_in(value, tag, own) if isinstance(value, (str, dict)) else ""
