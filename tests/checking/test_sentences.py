"""The wording of indicators in a framework or profile: which texts are judged, and by which house rules."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_frameworks import competence, framework

from competenties.checking import Report, check
from competenties.checking.acceptance import acceptance_hash
from competenties.checking.fitness import Fitness, fitness
from competenties.checking.sentences import house_of, judged
from competenties.findings import LABELS, Finding
from competenties.model.profile import JobProfile
from competenties.model.settings import Settings
from competenties.workspace.workspace import open_workspace

GOOD = {"nl": "Telt de kas na elke dienst.", "en": "Counts the till after each shift."}
GOOD_TOO = {"nl": "Meldt een tekort aan de bedrijfsleider.", "en": "Reports shortages by phone."}
TRAIT = {"nl": "Is flexibel.", "en": "Is flexible."}
VAGUE = {"nl": "Belt vaak met klanten.", "en": "Calls clients often."}
NEGATIVE = {"nl": "Luistert niet naar klanten.", "en": "Does not listen to clients."}
JARGON = {"nl": "Vertelt tijdig wat er gebeurt.", "en": "Says in a timely manner what happens."}
_ABOUT_WORDING = {*LABELS, "inclusive"}


def indicator(text: Any, number: int = 1, **fields: Any) -> dict[str, Any]:
    return {"id": f"kas-1-{number}", "text": text, **fields}


def content(*indicators: dict[str, Any], language: str = "nl", **fields: Any) -> dict[str, Any]:
    """Return a framework of one competence with these indicators on its first level."""
    return {
        "$schema": "urn:competenties:framework:1",
        "id": "winkel",
        "name": "Winkel",
        "language": language,
        "competences": [
            {
                "id": "kas",
                "name": "Kas",
                "levels": [{"level": 1, "indicators": list(indicators)}],
            }
        ],
        **fields,
    }


def report(root: Path, data: dict[str, Any], settings: str = "") -> Report:
    (root / "frameworks").mkdir(exist_ok=True)
    (root / "competenties.toml").write_text(settings, encoding="utf-8")
    (root / "frameworks" / "winkel.json").write_text(json.dumps(data), encoding="utf-8")
    return check(open_workspace(root))


def wording(checked: Report) -> list[Finding]:
    return [one for one in checked.findings if one.rule.category in _ABOUT_WORDING]


def found(root: Path, data: dict[str, Any], settings: str = "") -> list[tuple[str, str, str]]:
    """Return rule, severity and field of the findings about wording."""
    return [
        (one.rule.name, one.severity, one.place.field)
        for one in wording(report(root, data, settings))
    ]


def rules_about(root: Path, data: dict[str, Any]) -> list[str]:
    """Return the rules about wording and acceptances that find something, in order of the alphabet."""
    checked = report(root, data)
    about = {one.rule.name for one in wording(checked)} | {"stale-acceptance"}
    return sorted(one.rule.name for one in checked.findings if one.rule.name in about)


# -- what is judged


def test_both_languages_of_a_text_are_judged(tmp_path: Path) -> None:
    data = content(indicator(TRAIT), language="nl", languages=["nl", "en"])
    checked = wording(report(tmp_path, data))
    assert [one.place.field for one in checked] == ["text/nl", "text/en"]
    assert {one.place.item for one in checked} == {"kas-1-1"}
    assert {one.place.file for one in checked} == {"frameworks/winkel.json"}
    for one, language in zip(checked, ("nl", "en"), strict=True):
        assert one.place.line is not None
        assert one.place.span is not None
        start, end = one.place.span
        assert "flexib" in TRAIT[language][start:end]
    assert checked[0].place.line != checked[1].place.line or checked[0].place.line == 1


def test_a_sentence_is_judged_while_another_one_is_still_empty(tmp_path: Path) -> None:
    checked = report(tmp_path, content(indicator(TRAIT["nl"]), indicator("", 2)))
    assert "trait-or-attitude" in [one.rule.name for one in wording(checked)]
    assert [one.place.item for one in checked.findings if one.rule.category == "schema"] == [
        "kas-1-2"
    ]


def test_only_the_language_that_is_weak_is_reported(tmp_path: Path) -> None:
    data = content(indicator({"nl": GOOD["nl"], "en": TRAIT["en"]}))
    assert found(tmp_path, data) == [("trait-or-attitude", "error", "text/en")]


@pytest.mark.parametrize("language", ["nl", "nl-BE", "en", "en-GB"])
def test_a_plain_text_is_in_the_language_of_the_framework(tmp_path: Path, language: str) -> None:
    data = content(indicator(TRAIT[language[:2]]), language=language)
    assert found(tmp_path, data) == [("trait-or-attitude", "error", "text")]


def test_a_language_that_the_check_does_not_speak_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, content(indicator("Ist flexibel."), language="de")) == []
    german = content(indicator({"de": "Ist flexibel.", "nl": GOOD["nl"]}), language="de")
    assert found(tmp_path, german) == []


@pytest.mark.parametrize("kind", ["knowledge", "skill", "attitude", "example"])
def test_what_does_not_claim_to_be_behaviour_is_left_alone(tmp_path: Path, kind: str) -> None:
    assert found(tmp_path, content(indicator(TRAIT, kind=kind))) == []


@pytest.mark.parametrize("kind", ["behaviour", "criterion", "waarneming"])
def test_any_other_kind_is_judged(tmp_path: Path, kind: str) -> None:
    assert len(found(tmp_path, content(indicator(TRAIT, kind=kind)))) == 2


def test_a_contra_indicator_may_be_negative(tmp_path: Path) -> None:
    usual = found(tmp_path, content(indicator(NEGATIVE)))
    contra = found(tmp_path, content(indicator(NEGATIVE, polarity="contra")))
    assert {severity for _, severity, _ in usual} == {"warning"}
    assert [(rule, field) for rule, _, field in contra] == [
        (rule, field) for rule, _, field in usual
    ]
    assert {severity for _, severity, _ in contra} == {"hint"}


def test_a_contra_indicator_is_behaviour_as_well(tmp_path: Path) -> None:
    contra = found(tmp_path, content(indicator(TRAIT, polarity="contra")))
    assert {severity for _, severity, _ in contra} == {"error"}


def test_a_contra_indicator_of_the_competence_itself_is_judged(tmp_path: Path) -> None:
    data = content(indicator(GOOD))
    data["competences"][0]["indicators"] = [indicator(TRAIT, 2, polarity="contra")]
    assert [one.place.item for one in wording(report(tmp_path, data))] == ["kas-1-2"] * 2


def test_the_indicators_of_a_profile_itself_are_judged() -> None:
    profile = JobProfile.model_validate(
        {
            "id": "kassier",
            "name": "Kassier",
            "language": "nl",
            "frameworks": [{"id": "winkel"}],
            "requirements": [
                {
                    "framework": "winkel",
                    "competence": "kas",
                    "level": 1,
                    "indicators": [indicator(TRAIT), indicator("Is stipt.", 2)],
                }
            ],
        }
    )
    assert [(one.indicator.id, one.path) for one in judged(profile)] == [
        ("kas-1-1", ("text", "nl")),
        ("kas-1-1", ("text", "en")),
        ("kas-1-2", ("text",)),
    ]


# -- what the organisation wants


@pytest.mark.parametrize("wish", ["hint", "warning", "error"])
def test_a_rule_has_the_weight_that_the_organisation_gives_it(tmp_path: Path, wish: str) -> None:
    settings = f'[check.severities]\ntrait-or-attitude = "{wish}"\n'
    given = found(tmp_path, content(indicator(TRAIT)), settings)
    assert {severity for _, severity, _ in given} == {wish}
    assert len(given) == 2


def test_a_rule_can_be_switched_off(tmp_path: Path) -> None:
    settings = '[check.severities]\ntrait-or-attitude = "off"\n'
    assert found(tmp_path, content(indicator(TRAIT)), settings) == []


STYLES = {
    "you-can": {"nl": "Je kunt de rekening uitleggen.", "en": "You can explain the bill."},
    "infinitive": {"nl": "De rekening uitleggen.", "en": "Explaining the bill."},
}


@pytest.mark.parametrize("style", STYLES)
def test_the_form_that_the_organisation_writes_in_is_no_mistake(tmp_path: Path, style: str) -> None:
    data = content(indicator(STYLES[style]))
    assert [field for _, _, field in found(tmp_path, data)] == ["text/nl", "text/en"]
    assert found(tmp_path, data, f'[check.wording]\nstyle = "{style}"\n') == []


@pytest.mark.parametrize("style", ["third-person", "you", "you-can", "infinitive", "first-person"])
def test_a_form_that_shows_behaviour_is_fine_in_any_house_style(tmp_path: Path, style: str) -> None:
    texts = (
        GOOD,
        {"nl": "Je telt de kas na elke dienst.", "en": "You count the till after each shift."},
        {"nl": "Ik tel de kas na elke dienst.", "en": "I count the till after each shift."},
    )
    data = content(*(indicator(text, number) for number, text in enumerate(texts)))
    heavy = [
        one
        for one in found(tmp_path, data, f'[check.wording]\nstyle = "{style}"\n')
        if one[1] != "hint"
    ]
    assert heavy == []


def test_you_can_allows_ability_but_not_duty(tmp_path: Path) -> None:
    data = content(indicator({"nl": "Je moet de kas tellen.", "en": "You must count the till."}))
    assert len(found(tmp_path, data, '[check.wording]\nstyle = "you-can"\n')) == 2


def test_a_term_that_is_allowed_is_not_vague(tmp_path: Path) -> None:
    data = content(indicator(JARGON["nl"]))
    assert [rule for rule, _, _ in found(tmp_path, data)] == ["vague-word"]
    assert found(tmp_path, data, '[check.wording]\nallowed_terms = ["Tijdig"]\n') == []


@pytest.mark.parametrize("term", ["Tijdig", {"nl": "tijdig", "en": "timely"}])
def test_a_term_of_the_glossary_is_not_vague(tmp_path: Path, term: Any) -> None:
    glossary = [{"term": term, "definition": "Binnen twee werkdagen."}]
    assert found(tmp_path, content(indicator(JARGON["nl"]), glossary=glossary)) == []


def test_often_is_a_hint_where_nobody_ticks_how_often(tmp_path: Path) -> None:
    data = content(indicator(VAGUE))
    weights = {
        wish: {
            one for _, one, _ in found(tmp_path, data, f"[check.wording]\nfrequency_scale = {wish}")
        }
        for wish in ("true", "false")
    }
    assert weights == {"true": {"warning"}, "false": {"hint"}}


@pytest.mark.parametrize(("kind", "weight"), [("frequency", "warning"), ("norm", "hint")])
def test_the_rating_scale_of_the_framework_says_whether_often_is_said_twice(
    tmp_path: Path, kind: str, weight: str
) -> None:
    points = [{"value": number, "label": f"Punt {number}"} for number in (1, 2, 3)]
    scale = {"id": "score", "name": "Score", "kind": kind, "points": points}
    checked = report(tmp_path, content(indicator(VAGUE), rating_scales=[scale]))
    assert [one.rule.category for one in checked.findings if one.rule.category == "schema"] == []
    assert {one.severity for one in wording(checked)} == {weight}


def test_without_settings_the_house_is_plain() -> None:
    house = house_of(Settings(), [])
    assert (house.style, house.allowed, house.frequency_scale) == (
        "third-person",
        frozenset(),
        True,
    )


# -- accepted findings


def acceptance(text: Any, field: str, rule: str = "vague-amount") -> dict[str, str]:
    return {
        "rule": rule,
        "item": "kas-1-1",
        "field": field,
        "text_hash": acceptance_hash(text),
        "reason": "Zo noemt onze branche het.",
    }


def test_an_accepted_finding_is_left_out_in_that_language_only(tmp_path: Path) -> None:
    data = content(indicator(VAGUE), accepted=[acceptance(VAGUE["nl"], "text/nl")])
    checked = report(tmp_path, data)
    assert [one.place.field for one in wording(checked)] == ["text/en"]
    assert checked.summary.accepted == 1


def test_when_the_sentence_changes_the_finding_comes_back_with_a_hint(tmp_path: Path) -> None:
    changed = "Belt vaak met leveranciers."
    data = content(indicator(changed), accepted=[acceptance(VAGUE["nl"], "text")])
    assert rules_about(tmp_path, data) == ["stale-acceptance", "vague-amount"]


def test_an_acceptance_of_a_sentence_that_is_better_now_is_a_hint(tmp_path: Path) -> None:
    data = content(indicator(GOOD["nl"]), accepted=[acceptance(VAGUE["nl"], "text")])
    assert rules_about(tmp_path, data) == ["stale-acceptance"]


def test_an_error_of_wording_can_be_accepted_since_it_is_advice(tmp_path: Path) -> None:
    wish = acceptance(TRAIT["nl"], "text", "trait-or-attitude")
    data = content(indicator(TRAIT["nl"]), accepted=[wish])
    assert rules_about(tmp_path, data) == []
    changed = content(indicator("Is stipt."), accepted=[wish])
    assert rules_about(tmp_path, changed) == ["stale-acceptance", "trait-or-attitude"]


# -- fit to rate


def shares(root: Path, data: dict[str, Any]) -> list[Fitness]:
    checked = report(root, data)
    models = [one.model for one in open_workspace(root).frameworks if one.model]
    return fitness(checked, models)


def test_the_share_that_is_fit_is_counted_per_competence_the_worst_first(tmp_path: Path) -> None:
    data = content()
    data["competences"] = [
        competence("goed", "Goed", [[GOOD["nl"], GOOD_TOO["nl"]]]),
        competence("half", "Half", [[GOOD["nl"], TRAIT["nl"]]]),
        competence(
            "slecht", "Slecht", [[TRAIT["nl"], VAGUE["nl"], "Is stipt.", "Is vaak flexibel."]]
        ),
        competence("leeg", "Leeg", [[]]),
    ]
    ranked = shares(tmp_path, data)
    assert [one.competence for one in ranked[:2]] == ["slecht", "half"]
    assert {one.competence for one in ranked[2:]} == {"goed", "leeg"}
    assert [(one.fit, one.indicators) for one in ranked[:2]] == [(0, 4), (1, 2)]
    assert [one.share for one in ranked] == [0.0, 0.5, 1.0, 1.0]
    problems = dict(ranked[0].problems)
    assert problems["not_observable"] >= 3
    assert ranked[0].problems[0][0] == "not_observable", "what is wrong most comes first"
    assert list(ranked[-1].problems) == []


def test_of_two_that_are_equally_weak_the_larger_comes_first(tmp_path: Path) -> None:
    data = content()
    data["competences"] = [
        competence("klein", "Klein", [[TRAIT["nl"]]]),
        competence("groot", "Groot", [[TRAIT["nl"], "Is stipt.", "Is loyaal."]]),
    ]
    assert [one.competence for one in shares(tmp_path, data)] == ["groot", "klein"]


def test_an_indicator_that_is_weak_in_one_language_is_not_fit(tmp_path: Path) -> None:
    data = content(indicator({"nl": GOOD["nl"], "en": TRAIT["en"]}), indicator(GOOD_TOO, 2))
    (only,) = shares(tmp_path, data)
    assert (only.fit, only.indicators) == (1, 2)


def test_hints_and_what_is_no_behaviour_do_not_count(tmp_path: Path) -> None:
    data = content(
        indicator(GOOD),
        indicator(TRAIT, 2, kind="attitude"),
        indicator(NEGATIVE, 3, polarity="contra"),
    )
    (only,) = shares(tmp_path, data)
    assert (only.fit, only.indicators) == (2, 2)


def test_what_is_wrong_with_a_competence_itself_is_no_problem_of_its_sentences() -> None:
    model = framework(competence("kas", "Kas", [[GOOD["nl"]], [GOOD["nl"]]]))
    checked = Report([], check_summary())
    (only,) = fitness(checked, [model])
    assert (only.fit, only.share) == (2, 1.0)


def check_summary() -> Any:
    from competenties.checking import Summary

    return Summary(1, 1, 2, 0, 0, 0, 0, 0)
