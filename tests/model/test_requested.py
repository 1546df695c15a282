"""What a profile asks, in every shape that real profiles have."""

from typing import Any

import pytest

from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.model.requested import requested_competences


def level(number: int, *texts: str) -> dict[str, Any]:
    indicators = [{"id": f"{text}-{number}", "text": f"{text} {number}"} for text in texts]
    contra = {"id": f"contra-{number}", "text": "niet", "polarity": "contra"}
    return {"level": number, "indicators": [*indicators, contra]}


FRAMEWORK = Framework.model_validate(
    {
        "id": "model",
        "name": "Model",
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "n",
                "name": "N",
                "levels": [{"number": n, "name": f"Niveau {n}"} for n in (1, 2, 3)],
            }
        ],
        "competences": [
            {"id": "gaten", "name": "Met gaten", "levels": [level(1, "a"), level(3, "b", "c")]},
            {"id": "vol", "name": "Vol", "levels": [level(1, "d"), level(2, "e"), level(3, "f")]},
            {"id": "zonder", "name": "Zonder", "indicators": [{"id": "los", "text": "los"}]},
        ],
    }
)


def asked(*requirements: dict[str, Any]) -> list[tuple[str, list[int], list[str]]]:
    profile = JobProfile.model_validate(
        {
            "id": "functie",
            "name": "Functie",
            "language": "nl",
            "frameworks": [{"id": "model"}],
            "requirements": list(requirements),
        }
    )
    return [
        (one.competence.id, [level.number for level in one.levels], [each.id for each in one.rated])
        for one in requested_competences(profile, {"model": FRAMEWORK})
    ]


@pytest.mark.parametrize(
    ("requirement", "levels", "rated"),
    [
        ({"competence": "vol", "level": 2}, [2], ["e-2"]),
        ({"competence": "gaten", "level": 3}, [3], ["b-3", "c-3"]),
        ({"competence": "vol", "from_level": 1, "to_level": 2}, [1, 2], ["d-1", "e-2"]),
        ({"competence": "gaten", "from_level": 1, "to_level": 3}, [1, 3], ["a-1", "b-3", "c-3"]),
        ({"competence": "vol", "from_level": 2}, [2, 3], ["e-2", "f-3"]),
        ({"competence": "vol", "words": "vlot"}, [], []),
        ({"competence": "zonder"}, [], ["los"]),
        ({"competence": "gaten", "level": 3, "selected": ["c-3"]}, [3], ["c-3"]),
        (
            {"competence": "vol", "level": 1, "indicators": [{"id": "eigen", "text": "eigen"}]},
            [1],
            ["d-1", "eigen"],
        ),
    ],
)
def test_a_requirement_brings_its_levels_and_their_behaviour(
    requirement: dict[str, Any], levels: list[int], rated: list[str]
) -> None:
    assert asked(requirement) == [(requirement["competence"], levels, rated)]


def test_one_competence_asked_for_two_result_areas_is_rated_once() -> None:
    both = asked(
        {"competence": "vol", "level": 1, "result_area": "a"},
        {"competence": "gaten", "level": 1},
        {"competence": "vol", "level": 3, "result_area": "b"},
    )
    assert both == [("vol", [1, 3], ["d-1", "f-3"]), ("gaten", [1], ["a-1"])]


def test_a_selection_holds_for_the_requirement_that_made_it() -> None:
    both = asked(
        {"competence": "gaten", "level": 1},
        {"competence": "gaten", "level": 3, "selected": ["c-3"]},
    )
    assert both == [("gaten", [1, 3], ["a-1", "c-3"])]
    together = asked(
        {"competence": "gaten", "level": 3, "result_area": "x"},
        {"competence": "gaten", "level": 3, "selected": ["c-3"]},
    )
    assert together == [("gaten", [3], ["b-3", "c-3"])]


def test_what_is_not_there_is_left_to_the_check() -> None:
    assert asked({"competence": "weg", "level": 1}, {"competence": "vol", "level": 9}) == [
        ("vol", [9], [])
    ]
