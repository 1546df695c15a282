"""What the promises mean for the employee: those that go with the competences of the job."""

from collections.abc import Iterator

from competenties.documents.form_names import frameworks_of
from competenties.documents.promises import Promised, checks_of, promises_in
from competenties.documents.request import ProfileRequest
from competenties.messages import Phrase
from competenties.office.blocks import Block, Bullets, Heading

_TITLE = Phrase(nl="Wat onze beloften voor u betekenen", en="What our promises mean for you")
_CHECK = Phrase(
    nl="{promise} Dit gaat u zelf na: {check}", en="{promise} What you check yourself: {check}"
)


def promises_block(request: ProfileRequest, most: int) -> Iterator[Block]:
    """Yield at most so many promises, each with what the employee checks."""
    texts = tuple(_text(request, one) for one in _of_the_job(request)[:most])
    if texts:
        yield Heading(request.say(_TITLE))
        yield Bullets(texts)


def _of_the_job(request: ProfileRequest) -> list[Promised]:
    """Return the promises that belong to a competence of the job, in the order of the framework."""
    asked = {(one.framework.id, one.competence.id) for one in request.asked}
    return [
        one
        for framework in frameworks_of(request)
        for one in promises_in(framework)
        if any((framework.id, name) in asked for name in one.promise.competences)
    ]


def _text(request: ProfileRequest, one: Promised) -> str:
    promise = request.of(one.framework, one.promise.text)
    check = checks_of(request, one).get("employee")
    return request.say(_CHECK, promise=promise, check=check) if check else promise
