"""Edits apply to what they expect, are undone exactly, and lead from any draft to any other."""

import contextlib
from copy import deepcopy
from typing import Any

import pytest
from draft_frameworks import drafts, edits
from hypothesis import given, settings
from hypothesis import strategies as st

from competenties.operations import (
    Batch,
    ChangedError,
    DropLevel,
    GoneError,
    Insert,
    Move,
    Operation,
    OperationError,
    Remove,
    Set,
    apply,
    differences,
    operation,
    refuse_unstorable,
)
from competenties.operations.applying import MisplacedError

DRAFT: dict[str, Any] = {
    "id": "f",
    "name": "F",
    "language": "nl",
    "competences": [
        {
            "id": "a",
            "name": "A",
            "levels": [
                {"level": 1, "indicators": [{"id": "a-1", "text": "Belt."}]},
                {"level": 3, "indicators": [{"id": "a-2", "text": "Mailt."}]},
            ],
        },
        {"id": "b", "name": {"nl": "B", "en": "Bee"}},
    ],
}


@settings(deadline=None)
@given(st.data())
def test_an_edit_is_undone_exactly_and_changes_nothing_in_place(choice: st.DataObject) -> None:
    data = choice.draw(drafts())
    before = deepcopy(data)
    edit = choice.draw(edits(data))
    try:
        done = apply(data, edit)
    except MisplacedError:
        return
    assert data == before
    undone = apply(done.data, done.inverse)
    assert undone.data == before
    assert apply(undone.data, undone.inverse).data == done.data
    assert operation(edit.model_dump(mode="json")) == edit


@settings(deadline=None)
@given(st.data())
def test_the_differences_between_two_drafts_lead_from_one_to_the_other(
    choice: st.DataObject,
) -> None:
    before, after = choice.draw(drafts()), choice.draw(drafts())
    for edit in differences(before, after):
        before = apply(before, edit).data
    assert before == after


@settings(deadline=None)
@given(st.data())
def test_one_edit_gives_differences_of_that_size(choice: st.DataObject) -> None:
    data = choice.draw(drafts())
    try:
        after = apply(data, choice.draw(edits(data))).data
    except MisplacedError:
        return
    assert len(differences(data, after)) <= 3
    assert differences(data, data) == []


def test_a_field_that_says_something_else_than_expected_is_not_overwritten() -> None:
    with pytest.raises(ChangedError) as refused:
        apply(DRAFT, Set(item="a-1", path=("text",), was="Bel.", value="Belt terug."))
    assert refused.value.theirs == "Belt."
    assert "intussen" in refused.value.say("nl")
    with pytest.raises(ChangedError):
        apply(DRAFT, Remove(item="a-1", was={"id": "a-1", "text": "Bel."}))


def test_an_item_may_be_removed_by_what_was_seen_of_it() -> None:
    done = apply(DRAFT, Remove(item="a-1", saw={"text": "Belt."}))
    assert apply(done.data, done.inverse).data == DRAFT
    with pytest.raises(ChangedError):
        apply(DRAFT, Remove(item="a-1", saw={"text": "Bel."}))


def test_what_says_already_what_an_edit_wants_is_no_conflict() -> None:
    done = apply(DRAFT, Set(item="a-1", path=("text",), was="Bel.", value="Belt."))
    assert done.data == DRAFT
    assert apply(done.data, done.inverse).data == DRAFT


@pytest.mark.parametrize(
    "edit",
    [
        Set(item="x", path=("text",), value="T"),
        Move(item="x", to="a", path=("indicators",)),
        Remove(item="x", was={}),
        Remove(item="a", path=("levels", 2), was={}),
        Remove(item="a", path=("aliases", 0), was=""),
        Insert(item="x", path=("indicators",), value={"id": "n"}),
        Set(item="a", path=("aliases", 5), value="T"),
    ],
)
def test_an_item_that_is_gone_is_said(edit: Any) -> None:
    with pytest.raises(GoneError):
        apply(DRAFT, edit)


@pytest.mark.parametrize(
    "edit",
    [
        Insert(item="a", path=("indicators",), value={"id": "a-1", "text": "T"}),
        Insert(item="a", path=("indicators",), value={"id": "n", "x": [{"id": "n"}]}),
        Insert(item="a", path=("name",), value={"id": "n"}),
        Move(item="a", to="a-1", path=("indicators",)),
        Move(item="a-1", to="a", path=("name",)),
        Move(item="", to="a", path=("indicators",)),
    ],
)
def test_an_edit_that_would_leave_no_document_is_refused(edit: Any) -> None:
    with pytest.raises(MisplacedError):
        apply(DRAFT, edit)


def test_a_level_that_is_not_there_yet_is_made_in_its_place_and_unmade() -> None:
    edit = Move(item="a-1", to="a", path=("levels", 2, "indicators"))
    done = apply(DRAFT, edit)
    levels = done.data["competences"][0]["levels"]
    assert [one["level"] for one in levels] == [1, 2, 3]
    assert [one["id"] for one in levels[1]["indicators"]] == ["a-1"]
    assert apply(done.data, done.inverse).data == DRAFT


def test_a_level_in_which_somebody_wrote_meanwhile_is_not_unmade() -> None:
    done = apply(DRAFT, Insert(item="a", path=("levels", 2, "indicators"), value={"id": "n"}))
    more = apply(done.data, Set(item="a", path=("levels", 2, "name"), value="Midden")).data
    levels = apply(more, done.inverse).data["competences"][0]["levels"]
    assert levels[1] == {"level": 2, "name": "Midden"}
    nothing = apply(DRAFT, DropLevel(item="a", level=1))
    assert nothing.data == DRAFT


def test_a_text_in_one_language_gets_another_one_beside_it() -> None:
    done = apply(DRAFT, Set(item="a", path=("name", "en"), value="Ay"))
    assert done.data["competences"][0]["name"] == {"nl": "A", "en": "Ay"}
    assert apply(done.data, done.inverse).data == DRAFT
    own = apply(DRAFT, Set(item="a", path=("name", "nl"), was="A", value="Aa"))
    assert own.data["competences"][0]["name"] == "Aa"


def test_a_batch_happens_as_a_whole_or_not_at_all() -> None:
    good = Set(item="a", path=("name",), was="A", value="Aa")
    bad = Set(item="b", path=("name",), was="?", value="B")
    with pytest.raises(ChangedError):
        apply(DRAFT, Batch(operations=(good, bad)))
    both = apply(DRAFT, Batch(operations=(good, Remove(item="a-1", was=DRAFT_A1))))
    assert apply(both.data, both.inverse).data == DRAFT


DRAFT_A1: Any = {"id": "a-1", "text": "Belt."}


def test_behind_an_item_that_is_gone_is_the_end() -> None:
    done = apply(DRAFT, Insert(path=("competences",), after="gone", value={"id": "c", "name": "C"}))
    assert [one["id"] for one in done.data["competences"]] == ["a", "b", "c"]


def _listed(*names: str) -> dict[str, Any]:
    return {"id": "f", "competences": [{"id": one, "name": one} for one in names]}


def _names(data: dict[str, Any]) -> list[str]:
    return [one["id"] for one in data["competences"]]


def test_what_was_removed_comes_back_in_its_place_though_the_one_before_it_is_gone() -> None:
    data = _listed("a", "b", "c", "d")
    removed = apply(data, Remove(item="b", was={"id": "b", "name": "b"}))
    meanwhile = apply(removed.data, Remove(item="a", was={"id": "a", "name": "a"})).data
    assert _names(apply(meanwhile, removed.inverse).data) == ["b", "c", "d"]


def test_what_was_moved_comes_back_in_its_place_though_the_one_before_it_is_gone() -> None:
    data = _listed("a", "b", "c", "d")
    moved = apply(data, Move(item="b", path=("competences",), after="d"))
    meanwhile = apply(moved.data, Remove(item="a", was={"id": "a", "name": "a"})).data
    assert _names(apply(meanwhile, moved.inverse).data) == ["b", "c", "d"]


def test_an_edit_of_before_this_was_known_can_still_be_read() -> None:
    found = operation({"kind": "insert", "path": ["competences"], "after": "a", "value": {}})
    assert found == Insert(path=("competences",), after="a", value={})


def test_a_merge_keeps_edits_of_both_sides_in_different_fields() -> None:
    ours = apply(DRAFT, Set(item="a-1", path=("text",), was="Belt.", value="Belt terug.")).data
    theirs = apply(DRAFT, Move(item="a-1", to="b", path=("indicators",))).data
    for edit in differences(DRAFT, theirs):
        ours = apply(ours, edit).data
    assert ours["competences"][1]["indicators"] == [{"id": "a-1", "text": "Belt terug."}]


def test_an_emptied_list_is_undone_exactly() -> None:
    with_aliases = apply(DRAFT, Set(item="a", path=("aliases",), value=["Aa"])).data
    emptied = apply(with_aliases, Set(item="a", path=("aliases",), was=["Aa"], value=[]))
    assert "aliases" not in emptied.data["competences"][0]
    assert apply(emptied.data, emptied.inverse).data == with_aliases


def test_a_level_that_is_there_is_not_put_there_twice() -> None:
    with pytest.raises(MisplacedError):
        apply(DRAFT, Insert(item="a", path=("levels",), value={"level": 3}))


@settings(deadline=None)
@given(st.data())
def test_an_edit_with_any_way_applies_or_says_why_not(choice: st.DataObject) -> None:
    steps: st.SearchStrategy[str | int] = st.sampled_from(
        ["name", "levels", "indicators", "text", "nl", "id", 0, 1, 3, -1]
    )
    path = tuple(choice.draw(st.lists(steps, min_size=1, max_size=5)))
    item = choice.draw(st.sampled_from(["", "a", "b", "a-1", "x"]))
    value: Any = choice.draw(st.sampled_from(["", [], {}, {"id": "n"}, {"level": 2}, 1, None]))
    edits_there: list[Operation] = [
        Set(item=item, path=path, was=value, value="T"),
        Set(item=item, path=path, value=value),
        Insert(item=item, path=path, value=value),
        Remove(item=item, path=path, was=value),
        Move(item=item, to="a", path=path),
    ]
    edit = choice.draw(st.sampled_from(edits_there))
    with contextlib.suppress(OperationError):
        done = apply(DRAFT, edit)
        assert apply(done.data, done.inverse).data == DRAFT


@pytest.mark.parametrize("text", ["half \ud83d", {"deep": "half \ud83d"}, {"\ud83d": ""}, 10**300])
def test_what_no_file_can_hold_is_refused(text: Any) -> None:
    edit = Insert(item="a", path=("indicators",), value={"id": "n", "text": text})
    for one in (edit, Batch(operations=(edit,))):
        with pytest.raises(MisplacedError):
            refuse_unstorable(one)
    refuse_unstorable(Insert(path=("notes",), value={"id": "n", "text": "heel 😀"}))
