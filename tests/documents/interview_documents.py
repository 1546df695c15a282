"""The documents around an interview, and what stands in them: shared by the tests of those."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from made_documents import ROOT, request_of, shipped_framework

from competenties import documents
from competenties.documents import document_files
from competenties.documents.request import ProfileRequest
from competenties.messages import Language, Phrase
from competenties.model.framework import Framework
from competenties.office.blocks import (
    Blank,
    Cell,
    Choice,
    Document,
    Fields,
    Heading,
    Row,
    Table,
)
from competenties.workspace.documents import read_profile

GUIDE, GROUP, INTAKE, CANDIDATE = (
    "interview-guide",
    "interview-group",
    "intake-form",
    "candidate-form",
)
EVERY = (GUIDE, GROUP, INTAKE, CANDIDATE)
SHIPPED = sorted(path.stem for path in (ROOT / "frameworks" / "profiles").glob("*.json"))
LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijdirecteurenvergaderingsvoorzitter"


def made(name: str, request: ProfileRequest) -> Document:
    return document_files()[name].build(request)


def shipped(profile: str, language: Language = "nl", minutes: int = 60) -> ProfileRequest:
    """Return a request for one of the profiles that ship."""
    model = read_profile(ROOT / "frameworks" / "profiles" / f"{profile}.json").model
    assert model is not None
    return ProfileRequest(model, {"basis": shipped_framework()}, language, minutes=minutes)


def odd_framework(count: int = 40) -> Framework:
    """Return a framework with eight levels, with none, with nothing, and with much of the same."""
    levels = [
        {
            "level": number,
            "text": f"Omschrijving van {number}.",
            "indicators": [{"id": f"acht-{number}", "text": f"Legt ding {number} uit."}],
        }
        for number in range(1, 9)
    ]
    found: list[dict[str, Any]] = [
        {"id": "acht", "name": "Acht niveaus", "levels": levels},
        {
            "id": "los",
            "name": f"Los {LONG_WORD}",
            "indicators": [{"id": "los-1", "text": f"Kennis van {LONG_WORD}"}],
        },
        {"id": "kaal", "name": "Kaal"},
        {"id": "veel", "name": "Veel vragen", "questions": _many_questions()},
    ]
    found += [{"id": f"c{number}", "name": f"Nummer {number}"} for number in range(4, count)]
    data = {"id": "m", "name": "M", "language": "nl", "competences": found}
    return Framework.model_validate(data)


def _many_questions() -> list[dict[str, Any]]:
    probes = [{"step": "action", "text": "En wat deed je daarna?"}]
    past = [{"id": f"v{n}", "text": f"Voorbeeld {n}?", "probes": probes} for n in range(5)]
    return [*past, *({"id": f"s{n}", "text": f"Stel {n}?", "kind": "situation"} for n in range(2))]


def odd_request(
    *ids: str, language: Language = "nl", minutes: int = 60, **asked: Any
) -> ProfileRequest:
    """Return a request for competences of the odd framework; all of them where none is named."""
    model = odd_framework()
    names = ids or tuple(one.id for one in model.competences)
    requirements = [{"competence": name, **asked} for name in names]
    request = request_of({"requirements": requirements}, model, language=language)
    return ProfileRequest(request.profile, request.frameworks, language, minutes=minutes)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(document: Document) -> list[Row]:
    return [row for table in tables(document) for row in table.rows if isinstance(row, Row)]


def cells(document: Document) -> list[Cell]:
    """Return every cell of the tables and every value with a label."""
    labelled = [block for block in document.blocks if isinstance(block, Fields)]
    found = [cell for row in rows(document) for cell in row.cells]
    return [*found, *(value for block in labelled for _, value in block.rows)]


def keys(document: Document) -> list[str]:
    return [one.key for one in cells(document) if isinstance(one, Blank | Choice) and one.key]


def tables_under(document: Document, title: str) -> list[Table]:
    """Return the tables between a heading and the next one."""
    found: list[Table] = []
    is_inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            is_inside = block.text == title
        elif is_inside and isinstance(block, Table):
            found.append(block)
    assert found, title
    return found


def phrases() -> list[Phrase]:
    """Return every phrase of the documents, those in tuples and dictionaries too."""
    names = [module.name for module in pkgutil.iter_modules(documents.__path__)]
    modules = [importlib.import_module(f"{documents.__name__}.{name}") for name in names]
    found = [one for module in modules for value in vars(module).values() for one in _in(value)]
    assert len(found) > 200
    return found


def _in(value: Any) -> Iterator[Phrase]:
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _in(one)
    elif isinstance(value, dict):
        yield from _in(list(value.values()))
