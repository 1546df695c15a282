"""The reader's language and theme, kept in a cookie."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from competenties.editor.site import LANGUAGE_COOKIE, THEME_COOKIE, THEMES
from competenties.messages import is_language

ROUTER = APIRouter()

_YEAR_SECONDS = 365 * 24 * 3600


@ROUTER.post("/preferences", include_in_schema=False)
def choose(
    language: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Remember a choice and return to the page it was made on."""
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = RedirectResponse(back if is_ours else "/", status_code=303)
    if is_language(language):
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR_SECONDS, samesite="strict")
    if theme in THEMES:
        answer.set_cookie(THEME_COOKIE, theme, max_age=_YEAR_SECONDS, samesite="strict")
    return answer
