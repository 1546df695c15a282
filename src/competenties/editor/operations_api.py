"""The one way in for edits: a request with some of them, an answer with what became of each."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, StreamingResponse

from competenties.editor.findings_json import is_accepted, shown
from competenties.editor.site import Site, reader_language, site_of
from competenties.findings import CompetentiesError, Finding, RefusedError
from competenties.messages import Language
from competenties.operations import (
    Batch,
    ChangedError,
    GoneError,
    Insert,
    Operation,
    Set,
)
from competenties.operations.tree import at, way_to
from competenties.workspace.documents import all_ids
from competenties.workspace.session import Change

ROUTER = APIRouter()

MOST_EDITS = 200


class Sent(BaseModel):
    """One edit as a browser sends it, with its number in that tab."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[int, Field(ge=1, le=2**53)]
    document: Annotated[str, Field(max_length=200)]
    edit: Operation


class Sending(BaseModel):
    """Edits of one tab, in the order in which they were made."""

    model_config = ConfigDict(extra="forbid")

    client: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
    edits: Annotated[list[Sent], Field(max_length=MOST_EDITS)]


class Answer(BaseModel):
    """What became of one edit: done, in conflict with what stands there now, or refused."""

    number: int
    outcome: Literal["done", "conflict", "gone", "refused"]
    revision: int | None = None
    inverse: Operation | None = None
    theirs: Any = None
    message: str = ""


class Answers(BaseModel):
    """What became of every edit, and what there is to say about the sentences in them."""

    answers: list[Answer]
    findings: dict[str, list[dict[str, Any]]]


@ROUTER.post("/api/operations", tags=["editing"])
async def send(request: Request, sending: Sending) -> Answers:
    """Apply edits; each is on disk when it is answered, and none is applied twice."""
    site, language = site_of(request), reader_language(request)
    return await run_in_threadpool(_apply, site, sending, language)


@ROUTER.get("/api/events", include_in_schema=False)
async def events(request: Request) -> StreamingResponse:
    """Stream what happens to the other tabs."""
    site = site_of(request)
    headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}
    return StreamingResponse(
        site.hub.stream(lambda: {"epoch": site.epoch, "revisions": site.revisions}),
        media_type="text/event-stream",
        headers=headers,
    )


@ROUTER.get("/api/findings", tags=["reading"])
def findings(request: Request, document: str, within: str = "") -> JSONResponse:
    """Return what the last check said about one document, or within one item of it, by item."""
    site, language = site_of(request), reader_language(request)
    return JSONResponse(
        {
            "is_ready": site.findings.report is not None,
            "items": _by_item(site, document, within, language),
        }
    )


def _apply(site: Site, sending: Sending, language: Language) -> Answers:
    answers, found = [], []
    for sent in sending.edits:
        answers.append(_answer(site, sending.client, sent, language))
        found.extend(_findings(site, sent, language))
    return Answers(answers=answers, findings=dict(found))


def _answer(site: Site, client: str, sent: Sent, language: Language) -> Answer:
    try:
        done = site.session.change(Change(client, sent.number, sent.document, sent.edit))
    except ChangedError as error:
        message = error.say(language)
        return Answer(number=sent.number, outcome="conflict", theirs=error.theirs, message=message)
    except GoneError as error:
        return Answer(number=sent.number, outcome="gone", message=error.say(language))
    except RefusedError as error:
        raise NotWrittenError(error.say(language)) from error
    except CompetentiesError as error:
        return Answer(number=sent.number, outcome="refused", message=error.say(language))
    return Answer(number=sent.number, outcome="done", revision=done.revision, inverse=done.inverse)


class NotWrittenError(Exception):
    """The disk takes nothing now; the browser keeps the edits and tries again."""


def _findings(site: Site, sent: Sent, language: Language) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return what there is to say about the sentences that an edit touches."""
    if site.findings.is_starting:
        return []
    try:
        data = site.session.state(sent.document).data
    except CompetentiesError:
        return []
    return [
        (item, [shown(one, language, data) for one in _sentence(site, data, item)])
        for item in _touched(sent.edit)
        if _is_sentence(data, item)
    ]


def _touched(edit: Operation) -> list[str]:
    match edit:
        case Set(path=("text", *_)):
            return [edit.item]
        case Insert(value={"id": str(item), "text": _}):
            return [item]
        case Batch():
            return [item for one in edit.operations for item in _touched(one)]
    return []


def _is_sentence(data: Any, item: str) -> bool:
    way = way_to(data, item)
    return way is not None and len(way) > 1 and way[-2] == "indicators"


def _sentence(site: Site, data: Any, item: str) -> list[Finding]:
    indicator = at(data, way_to(data, item) or ())
    if indicator.get("kind") in ("knowledge", "skill", "attitude", "example"):
        return []
    text = indicator.get("text", "")
    spoken = text if isinstance(text, dict) else {"": text}
    found = [
        one
        for tag, said in spoken.items()
        if isinstance(said, str)
        for one in site.findings.of_sentence(
            said, tag or data.get("language", "nl"), item, ("text", tag) if tag else ("text",)
        )
    ]
    return [one for one in found if not is_accepted(one, data)]


def _by_item(
    site: Site, document: str, within: str, language: Language
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    data = site.session.state(document).data
    inside = all_ids(at(data, way_to(data, within) or ())) if within else None
    for one in site.findings.of_document(document):
        if inside is None or one.place.item in inside:
            found.setdefault(one.place.item, []).append(shown(one, language, data))
    return found
