"""Documents as the screens make them: what was wished in an address, what they are made of, the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from competenties.documents import DocumentFile, document_file
from competenties.documents.form_names import document_file_name
from competenties.documents.making import Made, make, template_for
from competenties.documents.material import Material, blocking_errors, materials, profile_request
from competenties.documents.request import FORM_KINDS, FormKind, ProfileRequest
from competenties.findings import Finding, NotFoundError, RefusedError
from competenties.messages import Language, Phrase, is_language
from competenties.model.profile import JobProfile
from competenties.office.file_names import Names
from competenties.workspace.documents import Document
from competenties.workspace.workspace import Workspace

FULL = Phrase(nl="volledig", en="full")
OPTIONAL_BLOCKS = ("description", "context", "contacts", "career")
"""Blocks of a job profile that may be left out."""

_NOTHING = Phrase(
    nl="Kies eerst waar dit document ({title}) over gaat.",
    en="First choose what this document ({title}) is about.",
)
_UNREADABLE = Phrase(
    nl="Door de fouten is dit onderdeel niet in zijn geheel te lezen, en er zou ongemerkt tekst "
    "ontbreken. Los ze eerst op.",
    en="The errors keep this part from being read as a whole, and text would be missing unnoticed. "
    "Mend them first.",
)
_NO_SUCH_FILE = Phrase(
    nl="{title} kan geen {suffix} worden. Kies uit: {suffixes}.",
    en="{title} cannot become {suffix}. Choose from: {suffixes}.",
)
_HTML = ".html"
_WITH_BLOCKS = ("job-profile", "job-summary")
"""Documents that show every block of a profile; the others are about the requested levels."""
_COMMAND = re.compile(r"(: | met | with )?--[a-z]+(-[a-z]+)* [\w,-]+")
"""What advice says to those on the command line; here there are buttons."""


@dataclass(frozen=True)
class Wish:
    """A document that somebody asks for, as its address says it."""

    kind: DocumentFile
    about: tuple[str, ...]
    language: Language
    suffix: str = ""
    anyway: bool = False
    scale: str = ""
    choices: Mapping[str, Any] | None = None

    def as_file(self, suffix: str) -> "Wish":
        """Return the same wish for another kind of file."""
        return replace(self, suffix=suffix)


@dataclass(frozen=True)
class Prepared:
    """What the documents of a wish are made of, each with the errors that stand in its way."""

    wish: Wish
    workspace: Workspace
    found: Sequence[Material]
    errors: Sequence[Sequence[Finding]]

    @property
    def all_errors(self) -> list[Finding]:
        """Every error once: profiles may share a framework."""
        each = [one for errors in self.errors for one in errors]
        return list({(one.rule.name, one.place): one for one in each}.values())

    @property
    def is_readable(self) -> bool:
        """Tell whether `anyway` helps."""
        return all(one.is_readable for one in self.found)


def wish_of(name: str, query: Mapping[str, str], about: Sequence[str], reader: Language) -> Wish:
    """Return what an address asks. Raises NotFoundError for a document that is not there."""
    kind = document_file(name)
    language = query.get("language", "")
    return Wish(
        kind=kind,
        about=tuple(filter(None, about)),
        language=language if is_language(language) else reader,
        suffix=query.get("type", ""),
        anyway=query.get("anyway") == "1",
        scale=query.get("scale", ""),
        choices=_choices(name, query),
    )


def prepare(workspace: Workspace, wish: Wish) -> Prepared:
    """Look up what a wish is about. Raises NotFoundError where that is nothing."""
    found = materials(workspace, wish.kind.SUBJECT)
    if wish.kind.SUBJECT == "profiles":
        found = [_together(one, wish.about) for one in found]
    elif wish.about:
        found = [one for one in found if one.name in wish.about]
    elif len(found) > 1:
        found = []
    if not found or not any(one.files for one in found):
        raise NotFoundError(_NOTHING, title=wish.kind.TITLE)
    return Prepared(wish, workspace, found, blocking_errors(workspace, found))


def shown(prepared: Prepared) -> bytes:
    """Return the first document as a web page, whatever is wrong with it: then it says so itself."""
    return _made(prepared, 0, _HTML, lenient=True).raw


def not_filled_in(prepared: Prepared) -> list[tuple[JobProfile, list[Phrase]]]:
    """Return the profiles with the blocks that the documents show and that are still empty."""
    from competenties.checking.rules.missing_block import missing_blocks

    shows_all = prepared.wish.kind.NAME in _WITH_BLOCKS
    found = []
    for profile in (one.model for part in prepared.found for one in part.profiles if one.model):
        blocks = missing_blocks(profile).items()
        said = [phrase for field, phrase in blocks if shows_all or field == "requirements"]
        if said:
            found.append((profile, said))
    return found


def files(prepared: Prepared) -> list[tuple[str, Made]]:
    """Return the documents with the names of their files. Raises RefusedError for what cannot be."""
    wish = prepared.wish
    suffix = wish.suffix or wish.kind.SUFFIXES[0]
    if suffix not in wish.kind.SUFFIXES:
        known = ", ".join(wish.kind.SUFFIXES)
        raise RefusedError(_NO_SUCH_FILE, title=wish.kind.TITLE, suffix=suffix, suffixes=known)
    if not prepared.is_readable:
        raise RefusedError(_UNREADABLE)
    names = Names()
    return [
        (names.free("", _stem(wish, one), suffix), _made(prepared, number, suffix))
        for number, one in enumerate(prepared.found)
    ]


def estimated(prepared: Prepared) -> tuple[int, list[str]]:
    """Return how many pages the first document takes, and what its maker has to know."""
    from competenties.office.pages import pages

    suffix = ".docx" if ".docx" in prepared.wish.kind.SUFFIXES else prepared.wish.kind.SUFFIXES[0]
    request = _request(prepared, 0, suffix, lenient=True)
    document = replace(prepared.wish.kind.build(request), house=request.house)
    advice = [one.say(prepared.wish.language) for one in prepared.wish.kind.advice(document)]
    return pages(document).count, [_COMMAND.sub("", one) for one in advice]


def _made(prepared: Prepared, number: int, suffix: str, *, lenient: bool = False) -> Made:
    kind = prepared.wish.kind
    template = None if lenient else template_for(None, suffix, prepared.workspace, kind.NAME)
    request = _request(prepared, number, suffix, lenient=lenient)
    return make(kind, request, Path(f"{kind.NAME}{suffix}"), template)


def _request(prepared: Prepared, number: int, suffix: str, *, lenient: bool) -> Any:
    """Return what a document is made of; a lenient one leaves out what cannot be read."""
    wish, material = prepared.wish, prepared.found[number]
    count = len(prepared.errors[number])
    profile = material.profiles[0].model if material.profiles else None
    if wish.kind.SUBJECT == "profile" and profile is not None and lenient:
        request: Any = profile_request(prepared.workspace, profile, wish.language, count)
    elif material.is_readable:
        request = material.request(wish.kind.SUBJECT, wish.language, count)
    else:
        raise RefusedError(_UNREADABLE)
    if isinstance(request, ProfileRequest) and wish.scale:
        chosen = request.profile.model_copy(update={"rating_scale": wish.scale})
        request = replace(request, profile=chosen)
    return replace(request, **(wish.choices or {}), suffix=suffix)


def _together(material: Material, about: Sequence[str]) -> Material:
    """Return the profiles that a document on several is about; all of them where none is named."""
    chosen: tuple[Document[JobProfile], ...] = tuple(
        one for one in material.profiles if not about or one.path.stem in about
    )
    return replace(material, profiles=chosen)


def _stem(wish: Wish, material: Material) -> str:
    title: Phrase = wish.kind.TITLE
    choices = wish.choices or {}
    if wish.kind.NAME == "rating-sheet":
        title = FORM_KINDS[choices.get("form", "conversation")]
    more = FULL.say(wish.language) if choices.get("size") == "full" else choices.get("team", "")
    return document_file_name(title, material.name, wish.language, more)


def _choices(name: str, query: Mapping[str, str]) -> dict[str, Any]:
    """Return the choices that belong to this document; what does not fit is not looked at."""
    match name:
        case "rating-sheet":
            form = query.get("form", "")
            return {"form": form_kind(form) or "conversation", "team": query.get("team", "")[:200]}
        case "job-profile":
            without = frozenset(one for one in OPTIONAL_BLOCKS if query.get(f"without-{one}"))
            size = "full" if query.get("size") == "full" else "two-pages"
            return {"size": size, "without": without}
        case "interview-guide" | "interview-group":
            minutes = query.get("minutes", "")
            return {"minutes": int(minutes)} if minutes.isdecimal() and len(minutes) < 7 else {}  # noqa: PLR2004
    return {}


def form_kind(name: str) -> FormKind | None:
    """Return a kind of form by its name, or None."""
    return next((one for one in FORM_KINDS if one == name), None)
