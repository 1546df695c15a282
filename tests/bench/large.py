"""Large frameworks for the measurements, made up of numbered sentences."""

from typing import Any

PER_LEVEL, LEVELS = 5, 5


def large_framework(indicators: int, *, fault: str = "") -> dict[str, Any]:
    """Return a framework of so many indicators; with a fault every one of them has a finding.

    `fault` is "schema" (an empty text), "translation" (a language is missing) or "" (none).
    """
    competences = indicators // (PER_LEVEL * LEVELS)
    data = {
        "$schema": "urn:competenties:framework:1",
        "id": "groot",
        "name": "Groot",
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "niveaus",
                "name": "Niveaus",
                "levels": [
                    {"number": number, "name": f"Niveau {number}"}
                    for number in range(1, LEVELS + 1)
                ],
            }
        ],
        "competences": [_competence(number, fault) for number in range(competences)],
    }
    return data | ({"languages": ["nl", "en"]} if fault == "translation" else {})


def _competence(number: int, fault: str) -> dict[str, Any]:
    levels = [
        {
            "level": level,
            "indicators": [
                {
                    "id": f"competentie-{number}-{level}{letter}",
                    "text": " "
                    if fault == "schema"
                    else f"Legt afspraak {number} van stap {level}{letter} vast in het dossier.",
                }
                for letter in "abcde"[:PER_LEVEL]
            ],
        }
        for level in range(1, LEVELS + 1)
    ]
    return {"id": f"competentie-{number}", "name": f"Competentie {number}", "levels": levels}
