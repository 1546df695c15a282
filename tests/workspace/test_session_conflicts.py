"""What others wrote to a file is merged; what cannot be merged waits until somebody chooses."""

import json
from pathlib import Path
from typing import Any

import pytest
from edited_workspaces import (
    NAME,
    edit_file,
    make_workspace,
    set_in,
    set_text,
    text_of,
)

from competenties.findings import NotFoundError
from competenties.operations import (
    Insert,
    Operation,
    Remove,
    Set,
)
from competenties.workspace.session import Change, Happened, Session


def _in_file(path: Path, item: str = "a-11") -> str:
    return text_of(json.loads(path.read_text(encoding="utf-8")), item)


def _change(session: Session, edit: Operation, number: int = 1, client: str = "tab") -> Any:
    return session.change(Change(client, number, NAME, edit))


def test_what_an_editor_changed_elsewhere_is_merged_and_told(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    told: list[Happened] = []
    session.watchers.append(told.append)
    set_text(session, "a-11", "Van mij.", number=1)
    edit_file(path, set_in("b-11", "Van hen."))
    assert session.save() == []
    assert (_in_file(path), _in_file(path, "b-11")) == ("Van mij.", "Van hen.")
    assert [one.revision for one in told] == [1, 2]
    assert Session(tmp_path).state(NAME).revision >= 2


def test_the_same_field_becomes_a_conflict_that_lasts_until_somebody_chooses(
    tmp_path: Path,
) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    edit_file(path, set_in("a-11", "Van hen."))
    session.save()
    for one in (session, Session(tmp_path), Session(tmp_path)):
        [shown] = one.conflicts_of(NAME)
        assert (shown.document, shown.item, shown.path) == (NAME, "a-11", ("text",))
        assert (shown.theirs, shown.mine) == ("Van hen.", "Van mij.")
    done = session.choose(shown.id, "theirs", client="tab", number=2)
    assert session.choose(shown.id, "theirs", client="tab", number=2).is_repeated
    assert text_of(session.state(NAME).data, "a-11") == "Van hen."
    assert session.conflicts_of(NAME) == []
    with pytest.raises(NotFoundError):
        session.choose(shown.id, "mine")
    _change(session, done.inverse, 3)
    session.close()
    again = Session(tmp_path)
    assert not again.conflicts
    assert text_of(again.state(NAME).data, "a-11") == "Van mij."


def test_to_keep_mine_changes_nothing_and_forgets_the_conflict(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    edit_file(path, set_in("a-11", "Van hen."))
    session.save()
    session.choose(next(iter(session.conflicts)), "mine")
    session.close()
    assert not Session(tmp_path).conflicts
    assert _in_file(path) == "Van mij."


def test_resolve_forgets_a_conflict_for_good(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    edit_file(path, set_in("a-11", "Van hen."))
    session.save()
    session.resolve(next(iter(session.conflicts)))
    assert not session.conflicts
    assert not Session(tmp_path).conflicts


def test_after_a_crash_the_conflict_is_the_other_way_round_and_can_be_chosen_too(
    tmp_path: Path,
) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van m", number=1)
    set_text(session, "a-11", "Van mij.", number=2)
    edit_file(path, set_in("a-11", "Van hen."))
    again = Session(tmp_path)
    [shown] = again.conflicts_of(NAME)
    assert (shown.theirs, shown.mine) == ("Van hen.", "Van mij."), "one conflict for two edits"
    assert _in_file(path) == "Van hen."
    again.choose(shown.id, "mine")
    again.close()
    assert _in_file(path) == "Van mij."


def test_an_item_that_others_changed_and_we_removed_can_be_brought_back(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    _change(session, Remove(item="a-11", was={"id": "a-11", "text": "Belt terug."}))
    edit_file(path, set_in("a-11", "Van hen."))
    session.save()
    [shown] = session.conflicts_of(NAME)
    assert (shown.item, shown.mine, shown.theirs) == (
        "a-11",
        None,
        {"id": "a-11", "text": "Van hen."},
    )
    session.choose(shown.id, "theirs")
    session.close()
    assert _in_file(path) == "Van hen."


def test_an_item_that_others_removed_and_we_changed_stays_until_somebody_chooses(
    tmp_path: Path,
) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)

    def remove(data: Any) -> None:
        del data["competences"][0]["levels"][0]["indicators"][0]

    edit_file(path, remove)
    session.save()
    [shown] = session.conflicts_of(NAME)
    assert shown.theirs is None
    assert shown.mine == {"id": "a-11", "text": "Van mij."}
    assert _in_file(path) == "Van mij."
    session.choose(shown.id, "theirs")
    session.close()
    assert "a-11" not in path.read_text(encoding="utf-8")


def test_a_save_of_another_machine_that_has_our_edits_is_no_conflict(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    ours = Session(tmp_path)
    value: Any = {"id": "a-new", "text": ""}
    _change(ours, Insert(item="a", path=("levels", 1, "indicators"), value=value))
    set_text(ours, "a-new", "Een", number=2)
    theirs = Session(tmp_path)
    set_text(ours, "a-new", "Een zin.", number=3)
    set_text(theirs, "b-11", "Van hen.", number=1, client="other")
    theirs.save()
    undone = _change(ours, Set(item="a-new", path=("text",), was="Een zin.", value="Een"), 4)
    _change(ours, undone.inverse, 5)
    ours.save()
    theirs.save()
    for one in (ours, theirs, Session(tmp_path)):
        assert not one.conflicts
        assert text_of(one.state(NAME).data, "a-new") == "Een zin."
        assert text_of(one.state(NAME).data, "b-11") == "Van hen."
    assert _in_file(path, "a-new") == "Een zin."
