"""Hands out scripts and styles; scripts go without their comments, which only developers read."""

import re
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""A comment that has its lines for itself; one behind code stays, since it may stand in a text."""


_KINDS = {".js": "text/javascript", ".css": "text/css"}
"""What a browser takes for UTF-8 without being told, in a page that is; a page has some twenty of them."""


class Scripts(StaticFiles):
    """A browser keeps these files, and asks each time whether they are still the same."""

    def file_response(
        self,
        full_path: "str | PathLike[str]",
        stat_result: Any,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Answer with a file, or with the word that it is the same."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        kind = _KINDS.get(Path(full_path).suffix)
        headers = {"Cache-Control": "no-cache", "ETag": answer.headers["etag"]}
        if kind is None or answer.status_code != status_code:
            answer.headers.update(headers)
            return answer
        content = _bare(str(full_path), stat_result.st_mtime_ns)
        return Response(content, status_code, {**headers, "Content-Type": kind})


@lru_cache(maxsize=256)
def _bare(path: str, _changed: int) -> str:
    text = Path(path).read_text(encoding="utf-8")
    return _COMMENT.sub("", text) if path.endswith(".js") else text
