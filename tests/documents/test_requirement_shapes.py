"""Every shape in which a profile asks a competence, on both documents."""

from typing import Any

import pytest
from made_documents import form_rows, job_profile, lines_under, rating_sheet, request_of

from competenties.model.framework import Framework

ANSWERS = "1 – nooit, 2 – altijd, niet waargenomen, n.v.t."


def level(number: int, *texts: str, **more: Any) -> dict[str, Any]:
    indicators = [{"id": f"i-{text.lower()}", "text": f"{text} op {number}."} for text in texts]
    contra = {"id": f"c-{number}", "text": f"Contra {number}.", "polarity": "contra"}
    return {"level": number, "indicators": [*indicators, contra], **more}


GARDEN = Framework.model_validate(
    {
        "id": "tuin",
        "name": "Tuin",
        "language": "nl",
        "proficiency_scales": [
            {
                "id": "drie",
                "name": "Drie",
                "levels": [
                    {"number": 1, "name": "Begint"},
                    {"number": 2, "name": "Kan het"},
                    {"number": 3, "name": "Niveau 3"},
                ],
            }
        ],
        "rating_scales": [
            {
                "id": "vaak",
                "name": "Vaak",
                "kind": "frequency",
                "points": [{"value": 1, "label": "nooit"}, {"value": 2, "label": "altijd"}],
            },
            {"id": "hoe-hoog", "name": "Niveau", "kind": "level", "question": "Welk niveau?"},
        ],
        "competences": [
            {
                "id": "snoeien",
                "name": "Snoeien",
                "definition": "Knipt terug.",
                "levels": [
                    level(1, "Knipt"),
                    level(2, "Snoeit", "Ruimt", name="Snoeit zelf"),
                    level(3, "Leert"),
                ],
            },
            {"id": "gaten", "name": "Gaten", "levels": [level(1, "Graaft"), level(3, "Vult")]},
            {
                "id": "zonder",
                "name": "Zonder",
                "indicators": [
                    {"id": "i-let", "text": "Let op."},
                    {"id": "i-niet", "text": "Let niet op.", "polarity": "contra"},
                ],
            },
            {"id": "kaal", "name": "Kaal", "levels": [{"level": 2}]},
        ],
    }
)
HOUSE = Framework.model_validate(
    {
        "id": "huis",
        "name": "Huis",
        "language": "nl",
        "competences": [
            {"id": "snoeien", "name": "Snoeien binnen", "levels": [level(1, "Stekt")]},
        ],
    }
)


def paper(*requirements: dict[str, Any], **profile: Any) -> tuple[list[str], list[str], list[str]]:
    """Return the overview, the indicators by competence, and the form, as lines."""
    request = request_of({"requirements": list(requirements), **profile}, GARDEN, HOUSE)
    document, names = job_profile(request), ("Snoeien", "Snoeien binnen", "Gaten", "Zonder", "Kaal")
    overview = lines_under(document, "Competenties")[2:]
    return overview, lines_under(document, *names), form_rows(rating_sheet(request))


NO_LINES = (
    "# Bij deze competentie zijn er geen regels om in te vullen; bespreek haar in het gesprek."
)


@pytest.mark.parametrize(
    ("requirement", "overview", "behaviour", "form"),
    [
        pytest.param(
            {"competence": "snoeien", "level": 2},
            ["Snoeien", "Niveau 2 – Snoeit zelf"],
            ["Knipt terug.", "Niveau 2 – Snoeit zelf", "Snoeit op 2.", "Ruimt op 2."],
            ["# Snoeien · Niveau 2 – Snoeit zelf", "- Snoeit op 2.", "- Ruimt op 2."],
            id="one level",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 3},
            ["Snoeien", "Niveau 3"],
            ["Knipt terug.", "Niveau 3", "Leert op 3."],
            ["# Snoeien · Niveau 3", "- Leert op 3."],
            id="a level whose name is its number",
        ),
        pytest.param(
            {"competence": "gaten", "from_level": 1, "to_level": 3},
            ["Gaten", "Niveau 1 – Begint", "Niveau 3"],
            ["Niveau 1 – Begint", "Graaft op 1.", "Niveau 3", "Vult op 3."],
            ["# Gaten", "# Niveau 1 – Begint", "- Graaft op 1.", "# Niveau 3", "- Vult op 3."],
            id="a span of levels, with a gap",
        ),
        pytest.param(
            {"competence": "snoeien", "words": "Zoals de boom het vraagt"},
            ["Snoeien", "Zoals de boom het vraagt"],
            ["Knipt terug.", "Zoals de boom het vraagt"],
            ["# Snoeien", "# Zoals de boom het vraagt", NO_LINES],
            id="words only",
        ),
        pytest.param(
            {"competence": "zonder"},
            ["Zonder", "zonder niveau"],
            ["Let op."],
            ["# Zonder", "- Let op."],
            id="no levels",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 2, "selected": ["i-ruimt"]},
            ["Snoeien", "Niveau 2 – Snoeit zelf"],
            ["Knipt terug.", "Niveau 2 – Snoeit zelf", "Ruimt op 2."],
            ["# Snoeien · Niveau 2 – Snoeit zelf", "- Ruimt op 2."],
            id="selected indicators",
        ),
        pytest.param(
            {
                "competence": "snoeien",
                "level": 1,
                "indicators": [
                    {"id": "e-1", "text": "Praat met de buren."},
                    {"id": "e-2", "text": "Zwijgt.", "polarity": "contra"},
                ],
            },
            ["Snoeien", "Niveau 1 – Begint"],
            ["Knipt terug.", "Niveau 1 – Begint", "Knipt op 1.", "Praat met de buren."],
            ["# Snoeien", "# Niveau 1 – Begint", "- Knipt op 1.", "- Praat met de buren."],
            id="own indicators",
        ),
        pytest.param(
            {"competence": "snoeien", "framework": "huis", "level": 1},
            ["Snoeien binnen", "Niveau 1"],
            ["Niveau 1", "Stekt op 1."],
            ["# Snoeien binnen · Niveau 1", "- Stekt op 1."],
            id="another framework",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 1, "need": "desirable"},
            ["Snoeien (gewenst)", "Niveau 1 – Begint"],
            ["Knipt terug.", "Niveau 1 – Begint", "Knipt op 1."],
            ["# Snoeien · Niveau 1 – Begint (gewenst)", "- Knipt op 1."],
            id="desirable",
        ),
        pytest.param(
            {"competence": "kaal", "level": 2},
            ["Kaal", "Niveau 2 – Kan het"],
            [
                "Niveau 2 – Kan het",
                "Bij dit niveau staan nog geen gedragsindicatoren in het model.",
            ],
            ["# Kaal · Niveau 2 – Kan het", NO_LINES],
            id="a level without indicators",
        ),
    ],
)
def test_a_requirement_stands_on_both_documents(
    requirement: dict[str, Any], overview: list[str], behaviour: list[str], form: list[str]
) -> None:
    rated = [f"{row} | {ANSWERS}" if row.startswith("-") else row for row in form]
    assert paper(requirement) == (overview, behaviour, rated)


def test_a_competence_asked_twice_is_rated_once_at_both_levels() -> None:
    overview, behaviour, form = paper(
        {"competence": "snoeien", "level": 1}, {"competence": "snoeien", "level": 3}
    )
    assert overview == ["Snoeien", "Niveau 1 – Begint", "Niveau 3"]
    assert behaviour.count("Knipt op 1.") == behaviour.count("Leert op 3.") == 1
    assert [row.partition(" |")[0] for row in form] == [
        "# Snoeien",
        "# Niveau 1 – Begint",
        "- Knipt op 1.",
        "# Niveau 3",
        "- Leert op 3.",
    ]


def test_competences_of_the_same_name_from_two_frameworks_both_stand_there() -> None:
    overview, _, form = paper(
        {"competence": "snoeien", "level": 1},
        {"competence": "snoeien", "framework": "huis", "level": 1},
    )
    assert overview == ["Snoeien", "Niveau 1 – Begint", "Snoeien binnen", "Niveau 1"]
    assert len([row for row in form if row.startswith("-")]) == 2


def test_what_is_desirable_for_one_result_area_only_is_not_called_desirable() -> None:
    overview, _, _ = paper(
        {"competence": "snoeien", "level": 1, "need": "desirable"},
        {"competence": "snoeien", "level": 2},
    )
    assert "gewenst" not in "\n".join(overview)


def test_a_profile_can_ask_for_a_level_scale_instead_of_a_frequency_scale() -> None:
    asked: list[dict[str, Any]] = [{"competence": "snoeien", "level": 2}, {"competence": "zonder"}]
    _, _, form = paper(*asked, rating_scale="hoe-hoog")
    missing = "niet waargenomen, n.v.t."
    assert form == [
        "# Snoeien · Niveau 2 – Snoeit zelf",
        f"- Snoeit op 2. | 1 – Begint, 2 – Snoeit zelf, 3 – Niveau 3, {missing}",
        f"- Ruimt op 2. | 1 – Begint, 2 – Snoeit zelf, 3 – Niveau 3, {missing}",
        "# Zonder",
        f"- Let op. | 1 – Begint, 2 – Kan het, 3 – Niveau 3, {missing}",
    ]
    request = request_of({"requirements": asked, "rating_scale": "hoe-hoog"}, GARDEN)
    explained = lines_under(rating_sheet(request), "Uitleg")
    assert "Welk niveau? Kies bij elke regel het niveau dat u hebt gezien." in explained


def test_what_the_framework_does_not_have_is_left_out_of_the_paper() -> None:
    overview, behaviour, form = paper(
        {"competence": "weg", "level": 1}, {"competence": "gaten", "framework": "elders"}
    )
    assert (overview, behaviour, form) == ([], [], [])
