"""Packs a large page for a browser that can unpack it: a form with many fields repeats itself much."""

import gzip

from starlette.requests import Request
from starlette.responses import Response

_LEVEL = 5


def packed(request: Request, response: Response) -> Response:
    """Return an answer packed, where the browser says that it can read that."""
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return response
    raw = gzip.compress(bytes(response.body), _LEVEL, mtime=0)
    response.body = raw
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(raw))
    response.headers["Vary"] = "Accept-Encoding"
    return response
