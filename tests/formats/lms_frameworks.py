"""Made-up frameworks for formats of learning platforms: nested clusters, odd levels, hostile texts."""

import itertools
import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from competenties.formats.applying import apply
from competenties.formats.inventory import Place, inventory
from competenties.formats.loss import Export, Loss
from competenties.formats.plan import Cell, ImportPlan
from competenties.formats.source import Content, ExportChoices, Source
from competenties.model.framework import Framework
from competenties.office.tables import read_tables

HOSTILE = st.sampled_from(
    [
        "=1+1", "-5 graden", "+31 6", "@naam", "'=x", "0", "a<b", "5 < 6", "<b>vet</b>", "C:\\",
        'zeg \\"hoi\\"', "a,b;c", "regel\nregel", "- punt", "x" * 150, "woord " * 40,
        "Niveau 2 – Basis", "Gedrag", "Over dit model", "</p><script>alert(1)</script>", "&amp; &lt;",
        "**vet** en *schuin*", "Intro:\n- een\n- twee", "Alinea\n\nalinea", "1. een\n2. twee", "\u200bab",
        "\x00\x1f!", "é ß 漢字 🙂", "a  b", " rand ", "%2C", "Code (code: x)", "Minimumniveau 2",
    ]
)  # fmt: skip
_INK = re.compile(r"[^\s\x85\u200b-\u200d\u2060\ufeff]")
TEXTS = (HOSTILE | st.text(st.characters(codec="utf-8"), min_size=1, max_size=25)).filter(
    lambda text: bool(_INK.search(text))
)


@st.composite
def texts(draw: Callable[[st.SearchStrategy[Any]], Any], own: str) -> Any:
    """A text in the framework's own language, in several languages, or only in another."""
    shape = draw(st.integers(0, 5))
    if shape < 4:
        return draw(TEXTS)
    return {"de": draw(TEXTS)} | ({own: draw(TEXTS)} if shape == 4 else {})


@st.composite
def frameworks(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Framework:
    """A framework as organisations have them, and worse."""
    own = draw(st.sampled_from(["nl", "en", "nl-BE"]))
    some = texts(own)
    maybe = st.none() | some
    numbers = draw(st.lists(st.integers(0, 9), min_size=1, max_size=4, unique=True).map(sorted))
    scales = [
        {
            "id": f"schaal-{n}",
            "name": draw(some),
            "description": draw(maybe),
            "levels": [
                {"number": one, "name": draw(some), "description": draw(maybe)} for one in numbers
            ],
        }
        for n in range(draw(st.integers(0, 2)))
    ]
    clusters = [
        {
            "id": f"cluster-{n}",
            "name": draw(some),
            "description": draw(maybe),
            "parent": draw(st.sampled_from([None, "cluster-0", "cluster-1", "cluster-2", "weg"])),
            "identifiers": draw(_identifiers(f"cluster-{n}")),
        }
        for n in range(draw(st.integers(0, 3)))
    ]
    competences = [
        _competence(draw, n, some, maybe, numbers) for n in range(draw(st.integers(0, 3)))
    ]
    return Framework.model_validate(
        {
            "id": draw(st.sampled_from(["raamwerk", "c-0", "con"])),
            "language": own,
            "name": draw(some),
            "description": draw(maybe),
            "version": draw(st.none() | TEXTS),
            "status": draw(st.sampled_from(["draft", "published"])),
            "proficiency_scales": scales,
            "clusters": clusters,
            "competences": competences,
        }
    )


def _identifiers(own: str) -> st.SearchStrategy[list[dict[str, str]]]:
    given = [own.upper(), f"{own.upper()}.n2", "1.1", "a b"]
    return st.lists(
        st.builds(
            lambda scheme, code: {"scheme": scheme, "id": code},
            st.sampled_from(["moodle", "canvas", "sap"]),
            st.sampled_from(given),
        ),
        max_size=2,
    )


def _competence(draw: Any, n: int, some: Any, maybe: Any, numbers: list[int]) -> dict[str, Any]:
    levels = draw(st.lists(st.sampled_from(numbers), max_size=3, unique=True))
    minimum = {"level": draw(st.sampled_from([*numbers, 9])), "reason": draw(some)}
    return {
        "id": f"c-{n}",
        "name": draw(some),
        "definition": draw(maybe),
        "cluster": draw(st.sampled_from([None, "cluster-0", "cluster-1", "weg"])),
        "scale": draw(st.sampled_from([None, None, "schaal-0", "schaal-1", "weg"])),
        "minimum_level": draw(st.sampled_from([None, minimum])),
        "relations": [
            {"kind": draw(st.sampled_from(["related", "precedes"])), "competence": f"c-{other}"}
            for other in draw(st.lists(st.integers(0, 4), max_size=2))
        ],
        "levels": [
            {
                "level": number,
                "name": draw(maybe),
                "text": draw(maybe),
                "indicators": _indicators(draw, f"c-{n}-{number}", some, maybe),
            }
            for number in levels
        ],
        "indicators": _indicators(draw, f"c-{n}", some, maybe),
        "identifiers": draw(_identifiers(f"c-{n}")),
        "extra": draw(st.sampled_from([{}, {"moodle": {"rule": {"rule": "x"}}}, {"a": [1]}])),
    }


def _indicators(draw: Any, owner: str, some: Any, maybe: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": draw(st.sampled_from([f"{owner}-i{n}", f"{owner}-i{n}", "dubbel"])),
            "text": draw(some),
            "polarity": draw(st.sampled_from(["positive", "positive", "contra"])),
            "measure": draw(maybe),
            "examples": draw(st.lists(some, max_size=2)),
            "identifiers": draw(_identifiers(f"{owner}-i{n}")),
        }
        for n in range(draw(st.integers(0, 2)))
    ]


def apart(framework: Framework) -> Framework:
    """Return a framework without ids that are there twice: which one keeps it depends on the order."""
    count = itertools.count()
    text = re.sub('"dubbel"', lambda _: f'"los-{next(count)}"', framework.model_dump_json())
    return Framework.model_validate_json(text)


def not_back(made: Any, framework: Framework, choices: ExportChoices) -> tuple[set[Place], Any]:
    """Return the values that an import of the export does not have, and the export."""
    content = Content(framework)
    export = made.write(content, ".csv", choices)
    back = apply(made.plan(Source("x.csv", export.files[""]))).framework
    assert back is not None
    before, after = inventory(content), inventory(Content(back))
    lost = {
        place
        for place, held in before.items()
        if place not in after or after[place].value != held.value
    }
    return lost, export


SHOWN = "the text itself is in the description"


def lost_places(export: Export) -> set[Place]:
    """Return the values that do not come back, as the report says.

    Not what comes back besides, and not what does come back but looks otherwise in the other program.
    """
    told = {one.place for one in export.losses if one.kind != "added"}
    return told - {one.place for one in shown_losses(export)}


def shown_losses(export: Export) -> list[Loss]:
    """Return the names that the other program shows otherwise, of which it has the text itself too."""
    return [one for one in export.losses if one.where and one.where.en == SHOWN]


def missing_cells(made: ImportPlan, raw: bytes) -> set[Any]:
    """Return the filled cells of a source that are neither used nor left over."""
    filled = {
        Cell(sheet.name, row, column)
        for sheet in read_tables(made.source, raw).sheets
        for row, column in (place for place, _ in sheet.cells())
    }
    return filled - made.used_cells() - {one.cell for one in made.left_overs}
