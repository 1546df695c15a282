"""Answers that are files for the downloads folder of the reader."""

import io
import zipfile
from collections.abc import Sequence
from urllib.parse import quote

from starlette.responses import Response

_DAY = (2000, 1, 1, 0, 0, 0)
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}


def download(name: str, raw: bytes) -> Response:
    """Return a file; its name may hold any letter."""
    kind = _TYPES.get(name[name.rfind(".") :].lower(), "application/octet-stream")
    plain = name.encode("ascii", "replace").decode().replace('"', "'").replace("?", "_")
    said = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    return Response(raw, media_type=kind, headers={"Content-Disposition": said})


def zipped(made: Sequence[tuple[str, bytes]]) -> bytes:
    """Return files as one zip file; the same files give the same one."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as package:
        for name, raw in made:
            package.writestr(zipfile.ZipInfo(name, _DAY), raw)
    return whole.getvalue()
