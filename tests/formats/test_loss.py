"""A loss report names what does not come back, how, and how often."""

from typing import Any

from competenties.formats.loss import LEFT_OUT, LOSS_KINDS, Lost, losses, summary
from competenties.formats.returned import losses_on_return
from competenties.formats.source import Content
from competenties.messages import Phrase
from competenties.model.framework import Framework

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


def test_the_summary_counts_a_field_by_how_it_is_lost() -> None:
    both = [{"id": name, "name": name, "definition": "D", "notes": "N"} for name in ("a", "b")]
    found = losses(content_of(*both), lambda place, _: LEFT_OUT if "definition" in place else None)
    assert [(field.nl, kind, count) for field, kind, _, count in summary(found)] == [
        ("Definitie", "left-out", 2)
    ]
    assert all(kind in LOSS_KINDS for _, kind, _, _ in summary(found))


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
