"""Every shape in which a profile asks a competence, on both documents."""

from typing import Any

import pytest
from made_documents import (
    competence_rows,
    form_rows,
    job_profile,
    lines_under,
    rating_sheet,
    request_of,
)

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


def paper(
    *requirements: dict[str, Any], **profile: Any
) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return names, requested levels and behaviour on the profile, and the form, as lines."""
    request = request_of({"requirements": list(requirements), **profile}, GARDEN, HOUSE)
    rows = competence_rows(job_profile(request))
    name, level, behaviour = ([line for row in rows for line in row[column]] for column in range(3))
    return name, level, behaviour, form_rows(rating_sheet(request))


NO_LINES = "# Bij deze competentie zijn er geen regels om in te vullen; bespreek deze competentie in het gesprek."


@pytest.mark.parametrize(
    ("requirement", "name", "level", "behaviour", "form"),
    [
        pytest.param(
            {"competence": "snoeien", "level": 2},
            ["Snoeien", "Knipt terug."],
            ["Niveau 2 – Snoeit zelf"],
            ["Snoeit op 2.", "Ruimt op 2."],
            ["# Snoeien · Niveau 2 – Snoeit zelf", "- Snoeit op 2.", "- Ruimt op 2."],
            id="one level",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 3},
            ["Snoeien", "Knipt terug."],
            ["Niveau 3"],
            ["Leert op 3."],
            ["# Snoeien · Niveau 3", "- Leert op 3."],
            id="a level whose name is its number",
        ),
        pytest.param(
            {"competence": "gaten", "from_level": 1, "to_level": 3},
            ["Gaten"],
            ["Niveau 1 – Begint", "Niveau 3"],
            ["Niveau 1 – Begint", "Graaft op 1.", "Niveau 3", "Vult op 3."],
            ["# Gaten", "# Niveau 1 – Begint", "- Graaft op 1.", "# Niveau 3", "- Vult op 3."],
            id="a span of levels, with a gap",
        ),
        pytest.param(
            {"competence": "snoeien", "words": "Zoals de boom het vraagt"},
            ["Snoeien", "Knipt terug."],
            ["Zoals de boom het vraagt"],
            [],
            ["# Snoeien", "# Zoals de boom het vraagt", NO_LINES],
            id="words only",
        ),
        pytest.param(
            {"competence": "zonder"},
            ["Zonder"],
            ["zonder niveau"],
            ["Let op."],
            ["# Zonder", "- Let op."],
            id="no levels",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 2, "selected": ["i-ruimt"]},
            ["Snoeien", "Knipt terug."],
            ["Niveau 2 – Snoeit zelf"],
            ["Ruimt op 2."],
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
            ["Snoeien", "Knipt terug."],
            ["Niveau 1 – Begint"],
            ["Knipt op 1.", "Praat met de buren."],
            ["# Snoeien", "# Niveau 1 – Begint", "- Knipt op 1.", "- Praat met de buren."],
            id="own indicators",
        ),
        pytest.param(
            {"competence": "snoeien", "framework": "huis", "level": 1},
            ["Snoeien binnen"],
            ["Niveau 1"],
            ["Stekt op 1."],
            ["# Snoeien binnen · Niveau 1", "- Stekt op 1."],
            id="another framework",
        ),
        pytest.param(
            {"competence": "snoeien", "level": 1, "need": "desirable"},
            ["Snoeien", "Knipt terug."],
            ["Niveau 1 – Begint", "gewenst"],
            ["Knipt op 1."],
            ["# Snoeien · Niveau 1 – Begint (gewenst)", "- Knipt op 1."],
            id="desirable",
        ),
        pytest.param(
            {"competence": "kaal", "level": 2},
            ["Kaal"],
            ["Niveau 2 – Kan het"],
            ["Bij dit niveau staan nog geen gedragsindicatoren in het model."],
            ["# Kaal · Niveau 2 – Kan het", NO_LINES],
            id="a level without indicators",
        ),
    ],
)
def test_a_requirement_stands_on_both_documents(
    requirement: dict[str, Any],
    name: list[str],
    level: list[str],
    behaviour: list[str],
    form: list[str],
) -> None:
    rated = [f"{row} | {ANSWERS}" if row.startswith("-") else row for row in form]
    assert paper(requirement) == (name, level, behaviour, rated)


def test_a_competence_asked_twice_is_rated_once_at_both_levels() -> None:
    names, levels, behaviour, form = paper(
        {"competence": "snoeien", "level": 1}, {"competence": "snoeien", "level": 3}
    )
    assert names == ["Snoeien", "Knipt terug."]
    assert levels == ["Niveau 1 – Begint", "Niveau 3"]
    assert behaviour == ["Niveau 1 – Begint", "Knipt op 1.", "Niveau 3", "Leert op 3."]
    assert [row.partition(" |")[0] for row in form] == [
        "# Snoeien",
        "# Niveau 1 – Begint",
        "- Knipt op 1.",
        "# Niveau 3",
        "- Leert op 3.",
    ]


def test_competences_of_the_same_name_from_two_frameworks_both_stand_there() -> None:
    names, levels, _, form = paper(
        {"competence": "snoeien", "level": 1},
        {"competence": "snoeien", "framework": "huis", "level": 1},
    )
    assert names == ["Snoeien", "Knipt terug.", "Snoeien binnen"]
    assert levels == ["Niveau 1 – Begint", "Niveau 1"]
    assert len([row for row in form if row.startswith("-")]) == 2


def test_what_is_desirable_for_one_result_area_only_is_not_called_desirable() -> None:
    names, levels, _, _ = paper(
        {"competence": "snoeien", "level": 1, "need": "desirable"},
        {"competence": "snoeien", "level": 2},
    )
    assert "gewenst" not in "\n".join([*names, *levels])


@pytest.mark.parametrize(
    ("codes", "shown"), [((None, None), "voor Heggen, Paden"), (("2.1", "2.2"), "voor 2.1, 2.2")]
)
def test_a_level_says_for_which_result_areas_it_is_asked(
    codes: tuple[str | None, str | None], shown: str
) -> None:
    areas = [
        {"id": "heggen", "name": "Heggen", "code": codes[0]},
        {"id": "paden", "name": "Paden", "code": codes[1]},
    ]
    asked = {"competence": "snoeien", "level": 1}
    requirements = ({**asked, "result_area": area["id"]} for area in areas)
    _, levels, _, _ = paper(*requirements, result_areas=areas)
    assert levels == ["Niveau 1 – Begint", shown]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("core", "Snoeien (kern)"),
        ("leadership", "Snoeien (leiderschap)"),
        ("technical", "Snoeien"),
        (None, "Snoeien"),
    ],
)
def test_a_core_competence_is_marked(kind: str | None, shown: str) -> None:
    competence = {"id": "snoeien", "name": "Snoeien", "type": kind}
    framework = Framework.model_validate(
        {"id": "t", "name": "T", "language": "nl", "competences": [competence]}
    )
    request = request_of({"requirements": [{"competence": "snoeien"}]}, framework)
    assert competence_rows(job_profile(request)) == [[[shown], ["zonder niveau"], []]]


def test_the_text_of_a_level_stands_with_the_level() -> None:
    levels = [level(1, "Knipt", text="Knipt wat is aangewezen.\n\n- met een schaar")]
    framework = Framework.model_validate(
        {
            "id": "t",
            "name": "T",
            "language": "nl",
            "competences": [{"id": "snoeien", "name": "Snoeien", "levels": levels}],
        }
    )
    asked = {"requirements": [{"competence": "snoeien", "level": 1}]}
    ((_, said, _),) = competence_rows(job_profile(request_of(asked, framework)))
    assert said == ["Niveau 1", "Knipt wat is aangewezen.", "met een schaar"]


def test_a_profile_can_ask_for_a_level_scale_instead_of_a_frequency_scale() -> None:
    asked: list[dict[str, Any]] = [{"competence": "snoeien", "level": 2}, {"competence": "zonder"}]
    *_, form = paper(*asked, rating_scale="hoe-hoog")
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
    said = paper({"competence": "weg", "level": 1}, {"competence": "gaten", "framework": "elders"})
    assert said == ([], [], [], [])
