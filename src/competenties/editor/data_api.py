"""The workspace for other programs: read only, as JSON, described by OpenAPI."""

import io
import zipfile
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from competenties.editor.site import reader_language, site_of
from competenties.findings import NotFoundError
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.framework import Framework

ROUTER = APIRouter(prefix="/api/v1", tags=["reading"])

_NO_FRAMEWORK = Phrase(
    nl="Het model {name} is er niet, of heeft fouten waardoor het niet gebruikt kan worden.",
    en="The framework {name} is not there, or has errors that keep it from being used.",
)


class DocumentNow(BaseModel):
    """A framework or job profile: its name, how often it was changed, and whether its file has that."""

    name: str
    revision: int
    is_saved: bool


class WorkspaceNow(BaseModel):
    """What there is in the workspace."""

    organisation: str
    documents: list[DocumentNow]


class FindingNow(BaseModel):
    """One finding, in the fields of `competenties check --json`."""

    rule: str
    severity: str
    category: str
    file: str
    line: int | None
    item: str
    field: str
    span: list[int] | None
    message: str
    advice: str


class FormatNow(BaseModel):
    """A format that a framework can be handed over in."""

    name: str
    title: str


@ROUTER.get("/workspace")
def workspace(request: Request) -> WorkspaceNow:
    """Return what there is in the workspace."""
    site = site_of(request)
    states = list(site.session.states.values())
    return WorkspaceNow(
        organisation=site.settings.organisation or "",
        documents=[
            DocumentNow(name=one.name, revision=one.revision, is_saved=one.is_saved)
            for one in states
        ],
    )


@ROUTER.get("/frameworks/{identifier}")
def framework(request: Request, identifier: str) -> dict[str, Any]:
    """Return a framework as it is now, in the form of its schema."""
    return site_of(request).session.state(f"frameworks/{identifier}").data


@ROUTER.get("/profiles/{identifier}")
def profile(request: Request, identifier: str) -> dict[str, Any]:
    """Return a job profile as it is now, in the form of its schema."""
    return site_of(request).session.state(f"profiles/{identifier}").data


@ROUTER.get("/findings")
def findings(request: Request, language: Language | None = None) -> list[FindingNow]:
    """Return everything that the check says about the workspace as it is now."""
    spoken = language or reader_language(request)
    report = site_of(request).findings.fresh()
    return [FindingNow(**one.as_json(spoken)) for one in report.findings]


@ROUTER.get("/formats")
def formats(request: Request) -> list[FormatNow]:
    """Return the formats and presets that a framework can be exported in."""
    from competenties.formats import format_files
    from competenties.formats.presets import preset_files

    spoken = reader_language(request)
    titles = {name: one.TITLE for name, one in format_files().items()}
    titles.update({name: one.TITLE for name, one in preset_files().items()})
    return [FormatNow(name=name, title=title.say(spoken)) for name, title in titles.items()]


@ROUTER.get("/exports/{format_name}/{identifier}", response_class=Response)
def export(
    request: Request,
    format_name: str,
    identifier: str,
    levels: Literal["anchors", "branch"] = "anchors",
    language: Annotated[Language, Query()] = LANGUAGES[0],
) -> Response:
    """Return a framework in a format of another program: its file, or a zip of several."""
    from competenties.formats.exporting import exported
    from competenties.formats.source import Content, ExportChoices

    held = site_of(request).session.workspace()
    found: Framework | None = held.frameworks_by_id().get(identifier)
    if found is None:
        raise NotFoundError(_NO_FRAMEWORK, name=identifier)
    profiles = [
        one.model
        for one in held.profiles
        if one.model and one.whole and identifier in {used.id for used in one.model.frameworks}
    ]
    made = exported(
        Content(found, profiles, language),
        format_name,
        Path(identifier),
        ExportChoices(levels=levels),
    )
    files = {path.name: content for path, content in made.files.items()}
    headers = {"x-values-lost": str(len(made.losses))}
    if len(files) == 1:
        ((name, content),) = files.items()
        return _file(name, content, headers)
    return _file(f"{identifier}-{format_name}.zip", _zipped(files), headers)


def _file(name: str, content: bytes, headers: dict[str, str]) -> Response:
    disposition = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(
        content, media_type="application/octet-stream", headers={**disposition, **headers}
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return whole.getvalue()
