"""The workspace for other programs: read only, as JSON, described by OpenAPI."""

from typing import Any

from fastapi import APIRouter, Request

from competenties.editor.site import site_of

ROUTER = APIRouter(prefix="/api/v1", tags=["reading"])


@ROUTER.get("/workspace")
def workspace(request: Request) -> dict[str, Any]:
    """Return what there is in the workspace: the documents with their revision."""
    site = site_of(request)
    return {
        "organisation": site.settings.organisation,
        "documents": [
            {"name": one.name, "revision": one.revision, "is_saved": one.is_saved}
            for one in site.session.states.values()
        ],
    }


@ROUTER.get("/documents/{folder}/{identifier}")
def document(request: Request, folder: str, identifier: str) -> dict[str, Any]:
    """Return a framework or a job profile as it is now."""
    return site_of(request).session.state(f"{folder}/{identifier}").data
