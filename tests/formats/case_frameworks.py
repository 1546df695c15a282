"""Made-up frameworks for the tests of CASE: several languages, odd levels, nested clusters, odd texts."""

from collections.abc import Callable
from typing import Any

from case_others import EXTRAS
from hypothesis import strategies as st

from competenties.messages import Language
from competenties.model.framework import Framework
from competenties.office.clean import has_ink

_LETTERS = st.characters(codec="utf-8")
_ODD = [
    "a: b",
    "- a\n- b",
    "a: b: c",
    "=1+1",
    "<b>x</b>",
    '"q" \\',
    "\u2028x",
    "x\x00y",
    "Niveau 3",
    "Level 3",
    " om ",
    "lang " * 80,
    "x" * 400,
    "é" * 121,
    "noot@voorbeeld.nl",
    "https://voorbeeld.nl/a",
]
TEXTS = (st.text(_LETTERS, min_size=1, max_size=12) | st.sampled_from(_ODD)).filter(has_ink)
TAGS = st.sampled_from(["nl", "en", "de", "nl-BE", "sr-Latn-RS"])
URLS = st.sampled_from(
    [
        "http://data.europa.eu/esco/skill/5c3b6a0e-6a5d-4f5e-9d3e-0c1d2e3f4a5b",
        "https://voorbeeld.nl/a?b=c#d",
        "S1.2.3",
        "https://voorbeeld.nl/a b",
        "javascript:alert(1)",
    ]
)
UUIDS = st.sampled_from(
    [
        "9bb1a0a6-3f27-4b5e-8a2c-5c9fb6f5a001",
        "9BB1A0A6-3F27-4B5E-8A2C-5C9FB6F5A002",
        "9bb1a0a6-3f27-4b5e-8a2c-5c9fb6f5a003",
        "geen-uuid",
    ]
)
READERS: st.SearchStrategy[Language] = st.sampled_from(["nl", "en"])
Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def frameworks(draw: Draw) -> Framework:
    """Any framework whose ids are there once; some references in it lead nowhere."""
    own = draw(TAGS)
    maker = _Maker(draw, own)
    return Framework.model_validate(maker.framework())


class _Maker:
    def __init__(self, draw: Draw, own: str) -> None:
        self._draw, self._own = draw, own
        self._numbers = draw(st.lists(st.integers(0, 99), max_size=4, unique=True))
        self._size = draw(st.integers(0, 3))

    def framework(self) -> dict[str, Any]:
        return {
            "id": "raamwerk",
            "language": self._own,
            "name": self._text(),
            **self._some("description", "owner", "notes"),
            **self._maybe("languages", st.lists(TAGS, max_size=2, unique=True)),
            **self._maybe("version", TEXTS),
            **self._maybe("licence", TEXTS),
            **self._maybe("status", st.sampled_from(["draft", "review", "published", "retired"])),
            **self._maybe("valid_from", st.dates()),
            **self._maybe("valid_until", st.dates()),
            **self._maybe("sources", st.lists(TEXTS, max_size=2)),
            **self._foreign(),
            "proficiency_scales": [self._scale(n) for n in range(self._draw(st.integers(0, 2)))],
            "clusters": [self._cluster(n) for n in range(self._size)],
            "competences": [self._competence(n) for n in range(self._draw(st.integers(0, 3)))],
            "promises": [{"id": "belofte-1", "text": self._text()}],
        }

    def _text(self) -> Any:
        words, draw = TEXTS, self._draw
        if draw(st.booleans()):
            return draw(words)
        return draw(st.dictionaries(TAGS, words, min_size=1, max_size=2))

    def _some(self, *names: str) -> dict[str, Any]:
        return {name: self._text() for name in names if self._draw(st.booleans())}

    def _maybe(self, name: str, values: st.SearchStrategy[Any]) -> dict[str, Any]:
        return {name: self._draw(values)} if self._draw(st.booleans()) else {}

    def _foreign(self) -> dict[str, Any]:
        schemes = st.sampled_from(["case", "case-code", "case-uri", "eigen"])
        identifier = st.fixed_dictionaries({"scheme": schemes, "id": UUIDS | URLS | TEXTS})
        alignment = st.fixed_dictionaries(
            {"scheme": st.sampled_from(["esco", "case"]), "target": URLS},
            optional={
                "label": TEXTS | st.dictionaries(TAGS, TEXTS, min_size=1, max_size=1),
                "match": st.sampled_from(["exact", "close", "broad", "narrow", "related"]),
                "score": st.sampled_from([0.0, 0.25, 1.0]),
            },
        )
        return {
            **self._maybe("identifiers", st.lists(identifier, max_size=2)),
            **self._maybe("alignments", st.lists(alignment, max_size=2)),
            **self._maybe("extra", EXTRAS),
        }

    def _scale(self, number: int) -> dict[str, Any]:
        return {
            "id": f"schaal-{number}",
            "name": self._text(),
            **self._some("description"),
            **self._maybe("cumulative", st.booleans()),
            **self._maybe("partial", st.booleans()),
            "levels": [
                {"number": one, "name": self._text(), **self._some("description", "scope")}
                for one in self._numbers[: self._draw(st.integers(1, 4))]
            ],
        }

    def _cluster(self, number: int) -> dict[str, Any]:
        parents = st.sampled_from(["cluster-0", "cluster-1", "cluster-2", "nergens"])
        return {
            "id": f"cluster-{number}",
            "name": self._text(),
            **self._some("description", "notes"),
            **self._maybe("parent", parents),
            **self._status(),
            **self._foreign(),
        }

    def _competence(self, number: int) -> dict[str, Any]:
        owner = f"competentie-{number}"
        levels = self._draw(st.lists(st.integers(0, 99), max_size=2, unique=True))
        if self._numbers and self._draw(st.booleans()):
            levels = self._numbers
        relation = st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["related", "precedes", "replaces", "part-of"]),
                "competence": st.sampled_from(["competentie-0", "competentie-1", "nergens"]),
            }
        )
        return {
            "id": owner,
            "name": self._text(),
            **self._some("definition", "notes"),
            **self._maybe("type", st.sampled_from(["core", "technical"])),
            **self._maybe("cluster", st.sampled_from(["cluster-0", "cluster-2", "nergens"])),
            **self._maybe("scale", st.sampled_from(["schaal-0", "schaal-1", "nergens"])),
            **self._maybe("aliases", st.lists(TEXTS, max_size=2)),
            **self._maybe("relations", st.lists(relation, max_size=3)),
            **self._status(),
            **self._foreign(),
            "levels": [self._level(owner, one) for one in levels],
            "indicators": self._indicators(f"{owner}-los"),
            "tips": [{"id": f"{owner}-tip", "text": self._text()}],
        }

    def _level(self, owner: str, number: int) -> dict[str, Any]:
        made = self._foreign()
        return {
            "level": number,
            **self._some("name", "text"),
            **{key: made[key] for key in ("identifiers",) if key in made},
            "indicators": self._indicators(f"{owner}-{number}"),
        }

    def _indicators(self, owner: str) -> list[dict[str, Any]]:
        return [
            {
                "id": f"{owner}-{number}",
                "text": self._text(),
                **self._some("notes", "measure"),
                **self._maybe("kind", st.sampled_from(["behaviour", "knowledge", "eigen woord"])),
                **self._maybe("polarity", st.sampled_from(["positive", "contra"])),
                **self._maybe("audience", st.sampled_from(["internal", "external", "chain"])),
                **self._maybe("contrasts_with", st.just(f"{owner}-0")),
                **self._status(),
                **self._foreign(),
            }
            for number in range(self._draw(st.integers(0, 2)))
        ]

    def _status(self) -> dict[str, Any]:
        return self._maybe("status", st.sampled_from(["draft", "published"]))
