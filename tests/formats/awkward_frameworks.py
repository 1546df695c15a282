"""Frameworks that are awkward for a learning platform, each in its own way, and all of it at once."""

from typing import Any

from competenties.model.framework import Framework

HOSTILE = (
    "1.1", "1.10", "0", "-2", "=1+1", "+31 6 12345678", "@naam", "  - punt", "'=x", "<b>vet</b>", "5<6",
    "a<b>c", "a < b", "</p><script>x</script>", "&lt;b&gt; &#92; &amp;amp;", "pad C:\\", 'zeg \\"hoi\\"',
    "\\", '\\"', '"', '""', "\\\\", "a\\,b", '\\",', "een, twee; drie", "regel\nregel", "- een\n- twee\n- drie",
    "Inleiding:\n\n1. een\n2. twee", "# kop\n\ntekst", "\t tab \t", "\u00a0nbsp\u00a0", "x" * 101, "x" * 260,
    "woord " * 60, "\U0001f600\U0001f469\u200d\U0001f4bb emoji", "\u05e9\u05dc\u05d5\u05dd \u202eomgekeerd",
    "\u0645\u0631\u062d\u0628\u0627, \u0639\u0627\u0644\u0645", "\x00\x07stuur\x1b[31m", "a\x85b\u2028c",
    "FALSE", "null", "%2C", "Niveau 2 – Basis", "Gedrag", "Minimumniveau 3", "Over dit model", "1 – Nee",
    "\ufeffbom", "e\u0301 tegen \u00e9", "\ue000\ufffd\U0010fffd", "a\u0000", "&", "<", ">", "<!-- weg -->", "<3",
)  # fmt: skip


def framework(**fields: Any) -> Framework:
    return Framework.model_validate({"id": "model", "name": "Model", "language": "nl", **fields})


def scale(name: str, *names: str, numbers: tuple[int, ...] = ()) -> dict[str, Any]:
    given = zip(numbers or range(1, len(names) + 1), names, strict=True)
    return {"id": name, "name": name, "levels": [{"number": n, "name": one} for n, one in given]}


def behaviour(owner: str, text: Any, count: int = 1, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"{owner}-i{n}", "text": text, **more} for n in range(count)]


def everywhere(text: str) -> Framework:
    """One text in every field that a platform gets to see."""
    told = {"text": text, "measure": text, "examples": [text, text]}
    contra = {"id": "c-0-x", "text": text, "polarity": "contra"}
    both = scale("s", text, "Ander")
    both |= {"name": text, "description": text}
    both["levels"][0]["description"] = text
    level = {
        "level": 1,
        "name": text,
        "text": text,
        "indicators": [{"id": "c-0-n", **told}, contra],
    }
    competence = {
        "id": "c-0",
        "name": text,
        "definition": text,
        "cluster": "k",
        "minimum_level": {"level": 1, "reason": text},
        "levels": [level],
        "indicators": [{"id": "c-0-i", **told}],
    }
    return framework(
        name=text,
        description=text,
        owner=text,
        version=text,
        proficiency_scales=[both],
        clusters=[{"id": "k", "name": text, "description": text}],
        competences=[competence, {"id": "c-1", "name": text, "scale": "s"}],
    )


def _deep() -> Framework:
    clusters = [
        {"id": f"k{n}", "name": f"Laag {n}", **({"parent": f"k{n - 1}"} if n else {})}
        for n in range(6)
    ]
    clusters.append({"id": "leeg", "name": "Leeg", "parent": "k5"})
    at = [{"id": f"c{n}", "name": f"In {n}", "cluster": f"k{n}"} for n in range(6)]
    return framework(clusters=clusters, competences=at)


def _large() -> Framework:
    competences = [
        {
            "id": f"c{n}",
            "name": f"Competentie {n}",
            "definition": "Doet wat nodig is, \\ en meer. " * 10,
            "levels": [
                {"level": level, "indicators": behaviour(f"c{n}-{level}", f"Meldt {n}/{level}.", 4)}
                for level in range(1, 6)
            ],
        }
        for n in range(60)
    ]
    return framework(proficiency_scales=[scale("vijf", *"ABCDE")], competences=competences)


def _scales() -> Framework:
    """Two scales and gaps in one, own scales, a level that the scale does not have, no scale at all."""
    scales = [
        scale("twaalf", *(f"Stap, {n}" for n in range(1, 13))),
        scale("gaten", "-laag", "midden, of zo", "hoog", numbers=(0, 4, 99)),
        scale("cijfer", "1.0"),
        scale("getal", "1"),
        {**scale("gelijk", "A", "A", "A"), "description": "Drie keer gelijk."},
    ]
    used = [None, "twaalf", "gaten", "cijfer", "getal", "gelijk", "weg"]
    competences = [
        {
            "id": f"c{n}",
            "name": f"C{n}",
            "scale": one,
            "levels": [
                {"level": 4, "text": "Vier.", "indicators": behaviour(f"c{n}-4", "Doet vier.")},
                {"level": 99, "indicators": behaviour(f"c{n}-99", "Doet alles.")},
            ],
        }
        for n, one in enumerate(used)
    ]
    return framework(proficiency_scales=scales, competences=competences)


def _languages() -> Framework:
    some: dict[str, Any] = {"nl": "Nederlands", "en": "English", "ar": "\u0639\u0631\u0628\u064a"}
    part = {"en": "Only English"}
    competence = {
        "id": "c",
        "name": some,
        "definition": part,
        "levels": [
            {
                "level": 1,
                "name": part,
                "text": some,
                "indicators": behaviour("c", part, measure=some),
            }
        ],
    }
    levels = [{"number": 1, "name": part, "description": some}]
    scales = [{"id": "s", "name": some, "levels": levels}]
    clusters = [{"id": "k", "name": part, "description": some}]
    return framework(
        name=some,
        description=part,
        clusters=clusters,
        competences=[competence],
        proficiency_scales=scales,
    )


def _equal_names() -> Framework:
    """Names that are the same once they are cut; ids that differ in a digit only."""
    long = "Samenwerken met collega's in de hele keten van de organisatie " * 5
    clusters = [{"id": f"k-1-{n}", "name": f"{long}{n}"} for n in (1, 10)]
    competences = [
        {
            "id": f"{'c' * 60}-{n}",
            "name": f"{long}{n}",
            "identifiers": [{"scheme": one, "id": f"1.{n}"} for one in ("moodle", "canvas")],
            "indicators": behaviour(f"{'c' * 57}-{n}", f"{long}{n}", 3),
        }
        for n in (1, 10)
    ]
    return framework(id="f" * 64, name=long, clusters=clusters, competences=competences)


def _huge() -> Framework:
    text = 'Een lange zin met \\ en " erin. ' * 900
    levels = [
        {"level": n, "text": text, "indicators": behaviour(f"c-{n}", text)} for n in range(1, 6)
    ]
    scales = [scale("s", *"ABCDE")]
    scales[0]["description"] = text
    for one in scales[0]["levels"]:
        one["description"] = text
    competence = {"id": "c", "name": text, "definition": text, "levels": levels}
    return framework(
        description=text,
        proficiency_scales=scales,
        clusters=[{"id": "k", "name": "K", "description": text}],
        competences=[competence],
    )


AWKWARD: dict[str, Framework] = {
    "empty": framework(),
    "empty clusters": framework(clusters=[{"id": "k", "name": "K"}]),
    "clusters six deep": _deep(),
    "60 competences of 5 levels with 4 indicators": _large(),
    "many scales": _scales(),
    "several languages": _languages(),
    "names equal after cutting": _equal_names(),
}
HUGE = _huge()
