"""What documents on a framework share: which one it is, their footer, and what they say first."""

from collections.abc import Iterable, Iterator

from competenties.documents.request import WorkspaceRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.text import has_language
from competenties.model.texts import texts
from competenties.office.blocks import Block, Document, Paragraph

_WHICH = Phrase(
    nl="Dit document gaat over één competentiemodel. Zeg over welk: een bestand of een id in de werkmap.",
    en="This document is about one framework. Say which one: a file, or an id in the workspace.",
)
_FOOTER = Phrase(
    nl="{kind} · competentiemodel {name} · {version}",
    en="{kind} · competency framework {name} · {version}",
)
_OTHER_LANGUAGE = Phrase(
    nl="Niet alle teksten van dit model zijn er in het Nederlands. Waar het Nederlands ontbreekt, staat de "
    "tekst in de taal waarin hij is geschreven.",
    en="Not every text of this framework exists in English. Where the English is missing, the text is in "
    "the language in which it was written.",
)
_UNPRINTED = frozenset(("notes", "rationale", "source"))
"""Fields that are for the authors of a framework; what language they are in does not matter."""


def framework_of(request: WorkspaceRequest) -> Framework:
    """Return the framework that a document is about: as chosen, else the only one there is.

    Raises RefusedError where nobody said which.
    """
    if request.framework:
        return request.framework
    if len(request.frameworks) != 1:
        raise RefusedError(_WHICH)
    return next(iter(request.frameworks.values()))


def framework_name(request: WorkspaceRequest) -> str:
    """Return the name of the framework in the language of the document."""
    framework = framework_of(request)
    return request.of(framework, framework.name)


def framework_document(
    request: WorkspaceRequest, kind: Phrase, blocks: Iterable[Block], title: str = ""
) -> Document:
    """Return a document on a framework; under every page stand its kind, the framework, the version."""
    framework = framework_of(request)
    version = request.version_of(framework)
    footer = request.say(_FOOTER, kind=kind, name=framework_name(request), version=version)
    return Document(
        title=title or request.say(kind),
        language=request.language,
        blocks=tuple(blocks),
        footer=request.marked(footer),
        sheet=request.say(kind),
        organisation=request.settings.organisation or "",
        keywords=(framework.id,),
    )


def opening(request: WorkspaceRequest) -> Iterator[Block]:
    """Yield what has to be said before anything else: errors, and texts in another language."""
    yield from request.remarks()
    if _is_partly_foreign(framework_of(request), request.language):
        yield Paragraph(request.say(_OTHER_LANGUAGE), "note")


def _is_partly_foreign(framework: Framework, language: str) -> bool:
    return any(
        not has_language(text, language, framework.language)
        for (_, path), text in texts(framework)
        if not _UNPRINTED & {str(step) for step in path}
    )
