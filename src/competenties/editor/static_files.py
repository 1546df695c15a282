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
        is_script = str(full_path).endswith(".js") and answer.status_code == status_code
        headers = {"Cache-Control": "no-cache", "ETag": answer.headers["etag"]}
        if is_script:
            content = _bare(str(full_path), stat_result.st_mtime_ns)
            return Response(content, status_code, headers, "text/javascript")
        answer.headers.update(headers)
        return answer


@lru_cache(maxsize=256)
def _bare(path: str, _changed: int) -> str:
    return _COMMENT.sub("", Path(path).read_text(encoding="utf-8"))
