"""A framework for another program: which one, where to click there, what stays behind, the file."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from competenties.editor.export_words import LEVELS, NO_FRAMEWORK, WORDS
from competenties.editor.framework_pages import TAB_WORDS, framework_page
from competenties.editor.site import reader_language, render, site_of
from competenties.findings import CompetentiesError, RefusedError
from competenties.formats import FormatFile, format_files
from competenties.formats.exporting import WITH_LEVELS, Exported, exported
from competenties.formats.loss import LOSS_KINDS
from competenties.formats.loss_subjects import subjects
from competenties.formats.presets import PresetFile, preset_files
from competenties.formats.source import Content, ExportChoices
from competenties.messages import LANGUAGES, Language, is_language

ROUTER = APIRouter()

_MOST_ROWS = 60
_COMMANDS = re.compile(r"(?<!\w)--[a-z]|competenties (?:im|ex)port")
_FIRST = "table"
_OTHER_FILES = ("table", "yaml", "markdown", "case", "skos")

Name = Annotated[str, Query(max_length=64)]


@ROUTER.get("/frameworks/{framework}/export", response_class=HTMLResponse)
def export_screen(
    request: Request,
    framework: str,
    program: Name = _FIRST,
    levels: Literal["anchors", "branch"] = "anchors",
    language: Annotated[str, Query(max_length=16)] = "",
) -> HTMLResponse:
    """Show what becomes of a framework in another program."""
    page, reader = framework_page(request, framework), reader_language(request)
    spoken: Language = next(one for one in (language, page.own, reader) if is_language(one))
    kinds: dict[str, FormatFile | PresetFile] = {**format_files(), **preset_files()}
    chosen = kinds.get(program) or kinds[_FIRST]
    made, problem = None, ""
    try:
        made = _made(request, framework, chosen.NAME, levels, spoken)
    except CompetentiesError as error:
        problem = error.say(reader)
    titles = {name: one.TITLE.say(reader) for name, one in kinds.items()}
    return render(
        request,
        "export_page.html",
        {**WORDS, **TAB_WORDS},
        page=page,
        tab="export",
        program=chosen.NAME,
        levels=levels,
        has_levels=chosen.NAME in WITH_LEVELS,
        spoken=spoken,
        languages=LANGUAGES,
        programs=[(name, said) for name, said in titles.items() if name not in _OTHER_FILES],
        files=[(name, titles[name]) for name in _OTHER_FILES if name in titles],
        title=titles[chosen.NAME],
        told=_told(chosen.PAGE.say(reader), reader),
        problem=problem,
        losses=_losses(made, reader) if made else [],
        address=_address(framework, chosen.NAME, levels, spoken),
        file_name=_file_name(made, framework, chosen.NAME) if made else "",
    )


def _made(
    request: Request,
    identifier: str,
    name: str,
    levels: Literal["anchors", "branch"],
    language: Language,
) -> Exported:
    held = site_of(request).session.workspace()
    found = held.frameworks_by_id().get(identifier)
    if found is None:
        raise RefusedError(NO_FRAMEWORK)
    profiles = [
        one.model
        for one in held.profiles
        if one.model and one.whole and identifier in {used.id for used in one.model.frameworks}
    ]
    content = Content(found, profiles, language)
    return exported(content, name, Path(identifier), ExportChoices(levels=levels))


def _losses(made: Exported, reader: Language) -> list[dict[str, Any]]:
    """Return what the other program does not get as it was, the most frequent first."""
    return [
        {
            "field": one.label.say(reader),
            "fate": LOSS_KINDS[one.kind].say(reader)
            + (f": {one.where.say(reader)}" if one.where else ""),
            "count": one.things,
        }
        for one in subjects(made.content, made.losses)[:_MOST_ROWS]
    ]


def _told(text: str, reader: Language) -> list[tuple[str, list[str]]]:
    """Return the page of a format in paragraphs and lists, with our choices for its options."""
    for option, phrase in LEVELS.items():
        text = text.replace(option, phrase.say(reader))
    blocks: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        kind, said = _line(line)
        if not said:
            continue
        if kind != "p" and blocks and blocks[-1][0] == kind:
            blocks[-1][1].append(said)
        else:
            blocks.append((kind, [said]))
    return blocks


def _line(line: str) -> tuple[str, str]:
    """Return a line as what it is, without the sentences that speak of the command line."""
    found = re.match(r"(\d+\.|-)\s+", line)
    kind = "p" if found is None else "ul" if found[1] == "-" else "ol"
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", line[found.end() :] if found else line)
    kept = [one for one in sentences if not _COMMANDS.search(one)]
    return kind, " ".join(kept).strip()


def _address(identifier: str, name: str, levels: str, language: str) -> str:
    return (
        f"/api/v1/exports/{name}/{identifier}?{urlencode({'levels': levels, 'language': language})}"
    )


def _file_name(made: Exported, identifier: str, name: str) -> str:
    names = [path.name for path in made.files]
    return names[0] if len(names) == 1 else f"{identifier}-{name}.zip"
