"""A loss report names what does not come back, how, and how often."""

from typing import Any

from competenties.formats.loss import LEFT_OUT, LOSS_KINDS, Lost, losses
from competenties.formats.loss_subjects import subjects
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile

WHERE = Phrase(nl="in de omschrijving", en="in the description")


def content_of(*competences: dict[str, Any]) -> Content:
    data = {"id": "f", "name": "F", "language": "nl", "competences": competences}
    return Content(Framework.model_validate(data))


WITH_LEVEL = {
    "id": "a",
    "name": "Afspraken nakomen in het werk",
    "definition": "Doet wat is afgesproken.",
    "levels": [{"level": 2, "indicators": [{"id": "a-1", "text": "Belt terug."}]}],
}


def test_a_format_says_of_each_value_what_becomes_of_it() -> None:
    content = content_of({"id": "a", "name": "A", "definition": "D", "notes": "N"})
    fates = {"definition": Lost("elsewhere", WHERE), "notes": LEFT_OUT}
    found = losses(content, lambda place, _: fates.get(str(place[3])) if len(place) > 3 else None)
    assert [(one.field.en, one.kind, one.value, one.where) for one in found] == [
        ("Definition", "elsewhere", "D", WHERE),
        ("Notes", "left-out", "N", None),
    ]


def told(content: Content, fate: Any) -> list[tuple[str, str, int, int]]:
    found = losses(content, fate)
    return [(one.label.nl, one.kind, one.things, one.values) for one in subjects(content, found)]


def lost_where(*names: str) -> Any:
    return lambda place, _: LEFT_OUT if any(name in place for name in names) else None


def test_the_summary_names_fields_of_competences_and_counts_them() -> None:
    both = [{"id": name, "name": name, "definition": "D", "notes": "N"} for name in ("a", "b")]
    assert told(content_of(*both), lost_where("definition")) == [
        ("Competentie: Definitie", "left-out", 2, 2)
    ]


def test_the_summary_counts_questions_and_behaviour_as_wholes_not_their_fields() -> None:
    probes = [{"step": "task", "text": "1?"}, {"step": "result", "text": "2?"}]
    question = {"id": "q", "text": "V?", "probes": probes}
    shown = {"id": "a-1", "text": "Belt terug.", "polarity": "contra"}
    competence = {**WITH_LEVEL, "levels": [], "questions": [question], "indicators": [shown]}
    assert told(content_of(competence), lost_where("questions")) == [
        ("Interviewvragen", "left-out", 1, 5)
    ]
    assert told(content_of(competence), lost_where("a-1")) == [
        ("Indicatoren zonder niveau", "left-out", 1, 2)
    ]
    assert told(content_of(competence), lost_where("polarity")) == [
        ("Gedragsindicator: Richting", "left-out", 1, 1)
    ]


def test_the_summary_gathers_the_texts_of_one_language() -> None:
    name, definition = {"nl": "A", "en": "B"}, {"nl": "C", "en": "D"}
    content = content_of({"id": "a", "name": name, "definition": definition})
    assert told(content, lost_where("en")) == [("Teksten in het Engels", "left-out", 2, 2)]


def test_behaviour_that_went_into_a_description_is_told_once() -> None:
    competence = {"id": "a", "name": "A", "indicators": [{"id": "x", "text": "T", "measure": "M"}]}
    moved = {"text": Lost("elsewhere", WHERE), "measure": LEFT_OUT}
    assert told(content_of(competence), lambda place, _: moved.get(str(place[-2]))) == [
        ("Indicatoren zonder niveau", "elsewhere", 1, 2)
    ]


def test_all_about_jobs_is_one_subject_and_kinds_have_words() -> None:
    content = content_of(WITH_LEVEL)
    profile = JobProfile.model_validate({"id": "p", "name": "P", "language": "nl"})
    with_job = Content(content.framework, [profile])
    assert told(with_job, lost_where("profiles")) == [("Functieprofielen", "left-out", 1, 2)]
    assert set(LOSS_KINDS) == {"left-out", "elsewhere", "shortened", "changed", "added"}


def test_what_comes_back_whole_is_no_loss_and_of_nothing_all_is_lost() -> None:
    content = content_of(WITH_LEVEL)
    assert losses_on_return(content, content) == ()
    assert {one.kind for one in losses_on_return(content, None)} == {"left-out"}


def test_a_shortened_a_changed_and_a_moved_text_are_told_apart() -> None:
    returned = content_of(
        {
            "id": "a",
            "name": "Afspraken nakomen…",
            "definition": "Doet iets anders.",
            "indicators": [{"id": "a-1", "text": "Belt terug."}],
        }
    )
    found = {one.place[-2]: one.kind for one in losses_on_return(content_of(WITH_LEVEL), returned)}
    assert found == {
        "name": "shortened",
        "definition": "changed",
        2: "left-out",
        "text": "elsewhere",
    }


def test_one_text_that_came_back_stands_in_for_one_that_was_lost_and_no_more() -> None:
    levels = [{"level": n, "indicators": [{"id": f"a-{n}", "text": "Belt terug."}]} for n in (1, 2)]
    before = content_of({"id": "a", "name": "A", "levels": levels})
    after = content_of({"id": "a", "name": "A", "indicators": [{"id": "x", "text": "Belt terug."}]})
    lost = [one for one in losses_on_return(before, after) if one.value == "Belt terug."]
    assert sorted(one.kind for one in lost) == ["elsewhere", "left-out"]
