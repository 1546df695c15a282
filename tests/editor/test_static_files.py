"""Scripts reach the browser whole, without what only developers read."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from competenties.editor.site import HERE

_SCRIPTS = sorted((HERE / "static").glob("*.js"))
_STYLES = sorted((HERE / "static").glob("*.css"))


def _code(path: Path) -> list[str]:
    """Return the lines of a file that are no comment, by reading them one by one."""
    found, is_inside = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        bare = line.strip()
        is_inside = is_inside or (bare.startswith("/*") and "*/" not in bare[:-2])
        if not is_inside and not bare.startswith("//"):
            found.append(bare)
        if bare.endswith("*/"):
            is_inside = False
    return found


@pytest.mark.parametrize("path", _SCRIPTS + _STYLES, ids=lambda path: path.name)
def test_a_file_is_handed_out_with_all_its_code_and_no_comments_or_indentation(
    client: TestClient, path: Path
) -> None:
    answer = client.get(f"/static/{path.name}")
    kind = "text/javascript" if path.suffix == ".js" else "text/css"
    assert answer.headers["content-type"].startswith(kind)
    assert [line.rstrip() for line in answer.text.splitlines()] == _code(path)
    assert len(answer.text) < path.stat().st_size


@pytest.mark.parametrize("path", _SCRIPTS, ids=lambda path: path.name)
def test_no_text_in_a_script_goes_on_over_a_line_where_it_would_lose_its_indentation(
    path: Path,
) -> None:
    assert [line for line in _code(path) if line.count("`") % 2] == []


def test_a_browser_that_has_a_script_gets_no_second_copy(client: TestClient) -> None:
    first = client.get("/static/sync.js")
    again = client.get("/static/sync.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_style_is_asked_for_again_each_time(client: TestClient) -> None:
    answer = client.get("/static/base.css")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
