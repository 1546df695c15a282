"""Makes a document of any kind: the choices that fit it, its file, the template it goes into."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from competenties.documents import DocumentFile
from competenties.documents.house import font_advice
from competenties.documents.material import Request
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.office.blocks import Document
from competenties.office.render import render
from competenties.workspace.files import is_inside
from competenties.workspace.workspace import Workspace

if TYPE_CHECKING:
    from competenties.office.template import Template

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
_OVER_TEMPLATE = Phrase(
    nl="{path} is zelf het sjabloon, en een document komt daar niet overheen. Kies bij -o een andere "
    "naam.",
    en="{path} is the template itself, and no document is written over it. Choose another name "
    "with -o.",
)
_NO_COMPETENCES = Phrase(
    nl="In het sjabloon {template} staat geen plaats voor de gevraagde competenties. Ze komen dus "
    "niet in dit functieprofiel. Gebruik {{{{ inhoud }}}}, of {{%p for c in competenties %}}.",
    en="The template {template} has no place for the requested competences. So they are not in this "
    "job profile. Use {{{{ content }}}}, or {{%p for c in competences %}}.",
)
_FIELDS_ONLY = ("job-profile",)
_ABOUT_PAGES = ("candidate-form", "job-profile", "job-summary")
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
) -> "Template | None":
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
    if path is None:
        return None
    from competenties.office.template import TemplateChoice, read_template

    return read_template(TemplateChoice(path, house.styles))


def refuse_over_template(
    paths: Iterable[Path], template: "Template | None", workspace: Workspace
) -> None:
    """Raise RefusedError where a document would be written over a template."""
    whole = workspace.around or workspace
    own = [] if whole.root is None else whole.settings.house_style.templates.values()
    known = [whole.root / one for one in own if whole.root is not None]
    if template is not None and template.path is not None:
        known.append(template.path)
    there = [one.resolve() for one in known]
    for path in paths:
        if path.resolve() in there or any(
            path.exists() and path.samefile(one) for one in there if one.exists()
        ):
            raise RefusedError(_OVER_TEMPLATE, path=str(path))


def make(kind: DocumentFile, request: Request, path: Path, template: "Template | None") -> Made:
    """Return a document in the form of a file name, in a template where there is one.

    Raises RefusedError where the document, the template or the kind of file cannot hold it.
    """
    document = replace(kind.build(request), house=request.house)
    document = replace(document, version=document.version or _version(request, document))
    counts = template is None and path.suffix.lower() != ".html"
    advice = kind.advice(document) if counts or kind.NAME not in _ABOUT_PAGES else []
    if path.suffix.lower() == ".pdf":
        advice = [*advice, *font_advice(document)]
    if template is None:
        return Made(render(document, path), advice)
    raw, report = _in_template(kind, request, document, template)
    return Made(raw, advice, report)


def _in_template(
    kind: DocumentFile, request: Request, document: Document, template: "Template"
) -> tuple[bytes, list[Phrase]]:
    """Return a document in a template, and what has to be known about it.

    Only a job profile can be said in placeholders; another document is all in its content.
    """
    from competenties.documents.template_context import names_of_language, template_context
    from competenties.office.accessibility import problems
    from competenties.office.template_fields import in_own_template
    from competenties.office.template_marks import has_any

    context = template_context(request) if isinstance(request, ProfileRequest) else None
    in_fields = kind.NAME in _FIELDS_ONLY
    filled = in_own_template(
        document, template, context, needs_content=not in_fields, names=names_of_language()
    )
    report = [*filled.report, *(one.message for one in problems(filled.raw, ".docx"))]
    wanted = ("inhoud", "content", "competenties", "competences")
    if filled.is_in_fields and in_fields and not has_any(template, wanted):
        report.append(_NO_COMPETENCES.filled(template=template.name))
    return filled.raw, report


def _version(request: Request, document: Document) -> str:
    """Return the versions of the frameworks that the footer of a document names."""
    if isinstance(request, ProfileRequest):
        return ""  # its footer has a fingerprint, and the version stands before that
    known = dict.fromkeys(request.version_of(one) for one in request.frameworks.values())
    version = ", ".join(one for one in known if one in document.footer)
    return request.marked(version) if version else ""
