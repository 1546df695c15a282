"""Frameworks made of a few words, for the rules over a competence."""

from collections.abc import Mapping, Sequence
from typing import Any

from competenties.checking.rules import rules_over
from competenties.checking.scope import Scope
from competenties.findings import Finding
from competenties.model.framework import Framework
from competenties.model.settings import Settings

Levels = Sequence[Sequence[str]] | Mapping[int, Sequence[str]]


def competence(identifier: str, name: str, levels: Levels, **fields: Any) -> dict[str, Any]:
    """Return a competence with these sentences, level by level."""
    numbered = levels if isinstance(levels, Mapping) else dict(enumerate(levels, 1))
    made = [
        {
            "level": number,
            "indicators": [
                {"id": f"{identifier}-{number}-{place}", "text": text}
                for place, text in enumerate(texts)
            ],
        }
        for number, texts in numbered.items()
    ]
    return {"id": identifier, "name": name, "levels": made, **fields}


def framework(*competences: dict[str, Any], language: str = "nl", **fields: Any) -> Framework:
    """Return a framework with one scale of as many levels as the competences have."""
    most = max((level["level"] for one in competences for level in one["levels"]), default=1)
    scale = {
        "id": "niveaus",
        "name": "Niveaus",
        "levels": [{"number": number, "name": f"{number}"} for number in range(1, most + 1)],
    }
    return Framework.model_validate(
        {
            "id": "model",
            "name": "Model",
            "language": language,
            "proficiency_scales": [scale | fields.pop("scale", {})],
            "competences": list(competences),
            **fields,
        }
    )


def findings(
    model: Framework, *others: Framework, settings: Settings | None = None
) -> list[Finding]:
    """Return what all rules over a framework find in it."""
    known = {one.id: one for one in (*others, model)}
    scope = Scope(known, {}, settings or Settings())
    return [one for rule in rules_over(model) for one in rule.find(scope)]


def rules_found(model: Framework, *others: Framework, settings: Settings | None = None) -> set[str]:
    """Return the names of the rules that find something."""
    return {one.rule.name for one in findings(model, *others, settings=settings)}
