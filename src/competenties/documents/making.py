"""Makes a document of any kind: the choices that fit it, its file, the template it goes into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from competenties.documents import DocumentFile
from competenties.documents.house import font_advice
from competenties.documents.material import Request
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office.render import render
from competenties.office.template import Template, TemplateChoice, read_template
from competenties.workspace.files import is_inside
from competenties.workspace.workspace import Workspace

_NOT_FOR = Phrase(
    nl="{choice} hoort bij {documents}; bij {document} kan het niet.",
    en="{choice} belongs to {documents}; it cannot go with {document}.",
)
_ONLY_WORD = Phrase(
    nl="Een sjabloon van Word is alleen voor een document in Word (.docx), niet voor {suffix}.",
    en="A template of Word is for a document in Word (.docx) only, not for {suffix}.",
)
_OUTSIDE = Phrase(
    nl="Het sjabloon {path} ligt buiten de werkmap. Zet het bestand zelf in de werkmap.",
    en="The template {path} lies outside the workspace. Put the file itself into the workspace.",
)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "form": ("rating-sheet",),
    "team": ("rating-sheet",),
    "people": ("rating-sheet",),
    "names": ("rating-sheet",),
    "without": ("job-profile",),
    "size": ("job-profile",),
    "minutes": ("interview-guide", "interview-group"),
    "against": ("job-changes",),
}
"""What can be chosen with some documents only."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: the bytes of its file, and what whoever made it has to know.

    `report` is about the template of the organisation: what was not found in it, and what in it
    keeps people from reading the document.
    """

    raw: bytes
    advice: Sequence[Phrase] = ()
    report: Sequence[Phrase] = ()


def refuse_choices(document: str, chosen: Iterable[str], mark: str = "") -> None:
    """Raise RefusedError for a choice that is not of this document; `mark` is written before it."""
    for choice in chosen:
        documents = _CHOICES.get(choice, (document,))
        if document not in documents:
            known = ", ".join(documents)
            raise RefusedError(
                _NOT_FOR, choice=f"{mark}{choice}", documents=known, document=document
            )


def template_for(
    path: Path | None, suffix: str, workspace: Workspace, document: str
) -> Template | None:
    """Return the template in a file, else the one that the settings have for a document of Word.

    Raises NotFoundError or RefusedError where it cannot be used.
    """
    is_word = suffix.lower() == ".docx"
    if path is not None and not is_word:
        raise RefusedError(_ONLY_WORD, suffix=suffix)
    whole = workspace.around or workspace
    house = whole.settings.house_style
    if path is None and is_word and whole.root is not None and document in house.templates:
        path = whole.root / house.templates[document]
        if not is_inside(path, whole.root):
            raise RefusedError(_OUTSIDE, path=house.templates[document])
    return read_template(TemplateChoice(path, house.styles)) if path else None


def make(kind: DocumentFile, request: Request, path: Path, template: Template | None) -> Made:
    """Return a document in the form of a file name, in a template where there is one.

    Raises RefusedError where the document, the template or the kind of file cannot hold it.
    """
    document = replace(kind.build(request), house=request.house)
    advice = kind.advice(document)
    if path.suffix.lower() == ".pdf":
        advice = [*advice, *font_advice(document)]
    if template is None:
        return Made(render(document, path), advice)
    from competenties.documents.template_context import template_context
    from competenties.office.accessibility import problems
    from competenties.office.template_fields import in_own_template

    context = template_context(request) if isinstance(request, ProfileRequest) else None
    filled = in_own_template(document, template, context)
    barriers = [one.message for one in problems(filled.raw, path.suffix)]
    return Made(filled.raw, advice, [*filled.report, *barriers])
