"""Hands out scripts and styles without what only developers read: comments and indentation."""

import re
from functools import lru_cache
from hashlib import sha256
from os import PathLike, stat_result
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOR_DEVELOPERS = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n|^[ \t]+", re.MULTILINE | re.DOTALL
)
"""A comment that has its lines for itself; one behind code stays, since it may stand in a text."""

_KINDS = {".js": "text/javascript", ".css": "text/css"}
"""What a browser takes for UTF-8 without being told, in a page that is; a page has some twenty of them."""


class Scripts(StaticFiles):
    """A browser keeps these files, and asks each time whether they are still the same."""

    def file_response(
        self,
        full_path: "str | PathLike[str]",
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Answer with a file, or with the word that it is the same."""
        kind = _KINDS.get(Path(full_path).suffix)
        if kind is None:
            answer = super().file_response(full_path, stat_result, scope, status_code)
            answer.headers["Cache-Control"] = "no-cache"
            return answer
        content, tag = _bare(str(full_path), stat_result.st_mtime_ns)
        headers = {"Cache-Control": "no-cache", "ETag": tag}
        if Headers(scope=scope).get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(content, status_code, {**headers, "Content-Type": kind})


@lru_cache(maxsize=256)
def _bare(path: str, _changed: int) -> tuple[bytes, str]:
    content = _FOR_DEVELOPERS.sub("", Path(path).read_text(encoding="utf-8")).encode()
    return content, f'"{sha256(content).hexdigest()[:8]}"'
