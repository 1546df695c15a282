"""A session: what is confirmed is safe, what others write is merged, and nothing is overwritten."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from edited_workspaces import (
    NAME,
    edit_file,
    journal_files,
    make_workspace,
    set_text,
    text_of,
)
from hypothesis import HealthCheck, given, settings

from competenties.findings import NotFoundError, RefusedError
from competenties.model.framework import Framework
from competenties.model.profile import JobProfile
from competenties.operations import (
    Batch,
    Insert,
    Operation,
    OperationError,
    Remove,
    Set,
)
from competenties.workspace.documents import (
    DocumentKind,
    as_written,
    document_data,
    document_of,
)
from competenties.workspace.session import Change, Happened, NumberTakenError, Session
from competenties.workspace.state import read_file
from strategies import frameworks, profiles


def _in_file(path: Path, item: str = "a-11") -> str:
    return text_of(json.loads(path.read_text(encoding="utf-8")), item)


def _change(session: Session, edit: Operation, number: int = 1, client: str = "tab") -> Any:
    return session.change(Change(client, number, NAME, edit))


def test_an_edit_is_on_disk_before_the_file_is_written(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    set_text(Session(tmp_path), "a-11", "Nieuw.", number=1)
    assert _in_file(path) == "Belt terug."
    again = Session(tmp_path)
    assert text_of(again.state(NAME).data, "a-11") == "Nieuw."
    assert _in_file(path) == "Nieuw."


def test_a_second_sending_gives_the_stored_answer_also_after_a_restart(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    edit = Set(item="a-11", path=("text",), was="Belt terug.", value="Een.")
    first = _change(session, edit)
    _change(session, Set(item="a-11", path=("text",), was="Een.", value="Twee."), 2)
    for one in (session, Session(tmp_path)):
        again = _change(one, edit)
        assert again == first._replace(is_repeated=True)
        assert text_of(one.state(NAME).data, "a-11") == "Twee."
        assert one.state(NAME).revision == 2


def test_another_edit_under_a_used_number_is_refused_instead_of_dropped(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Een.", number=1)
    with pytest.raises(NumberTakenError):
        set_text(session, "a-12", "Twee.", number=1)


@pytest.mark.parametrize(
    "edit",
    [
        Set(item="a-11", path=("text",), was="Belt terug.", value="half \ud83d"),
        Set(item="a-11", path=("text",), was="Belt terug.", value=10**400),
        Set(path=("$schema",), was="urn:competenties:framework:1", value="x"),
        Set(item="a-11", path=("x",) * 40, value="diep"),
        Set(item="a-11", path=("text", "a", "b"), value="in een tekst"),
        Insert(item="a", path=("levels",), value={"level": 1}),
    ],
)
def test_what_the_file_could_not_hold_is_refused_and_changes_nothing(
    tmp_path: Path, edit: Operation
) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    before = session.state(NAME).data
    with pytest.raises(OperationError) as refused:
        _change(session, edit)
    assert refused.value.say("nl").isprintable()
    assert session.state(NAME).data == before
    assert journal_files(tmp_path) == []
    assert session.close() == []
    assert _in_file(path) == "Belt terug."


def test_a_disk_that_takes_nothing_refuses_and_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    block = tmp_path / ".competenties"
    block.write_text("a file where the folder should stand")
    edit = Set(item="a-11", path=("text",), was="Belt terug.", value="Nieuw.")
    told: list[Happened] = []
    session.watchers.append(told.append)
    with pytest.raises(RefusedError):
        _change(session, edit)
    assert text_of(session.state(NAME).data, "a-11") == "Belt terug."
    assert (session.state(NAME).revision, told, session.save()) == (0, [], [])
    block.unlink()
    assert not _change(session, edit).is_repeated
    assert session.close() == []
    assert _in_file(path) == "Nieuw."


def test_a_file_that_cannot_be_written_keeps_its_edits_in_the_journal(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Nieuw.", number=1)
    path.unlink()
    path.mkdir()
    assert session.save() == [NAME]
    path.rmdir()
    assert session.save() == []
    assert _in_file(path) == "Nieuw."


def test_a_file_with_edits_that_cannot_be_read_any_more_is_left_alone(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    good = path.read_text(encoding="utf-8")
    broken = "<<<<<<< HEAD\n" + good
    path.write_text(broken, encoding="utf-8")
    assert session.save() == [NAME]
    with pytest.raises(RefusedError):
        set_text(Session(tmp_path), "a-12", "Niet nu.", number=2)
    restarted = Session(tmp_path)
    assert restarted.close() == [NAME]
    assert path.read_text(encoding="utf-8") == broken
    path.write_text(good.replace('"Wat het is."', '"Van een ander."', 1), encoding="utf-8")
    for one in (restarted, session, Session(tmp_path)):
        assert one.save() == []
        assert text_of(one.state(NAME).data, "a-11") == "Van mij."
        assert not one.conflicts
    assert _in_file(path) == "Van mij."
    assert "Van een ander." in path.read_text(encoding="utf-8")


def test_a_deleted_file_with_edits_comes_back_and_one_without_goes(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    path.unlink()
    assert session.save() == []
    assert _in_file(path) == "Van mij."
    path.unlink()
    session.refresh()
    assert NAME not in session.states
    with pytest.raises(NotFoundError):
        set_text(session, "a-11", "Weg.", number=2)


def test_edits_of_a_file_that_is_gone_at_the_start_are_kept_and_wait_for_it(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    set_text(Session(tmp_path), "a-11", "Van mij.", number=1)
    away = path.rename(tmp_path / "away.json")
    opened = Session(tmp_path)
    [shown] = opened.conflicts_of(NAME)
    assert shown.mine == "Van mij."
    opened.close()
    away.rename(path)
    back = Session(tmp_path)
    assert text_of(back.state(NAME).data, "a-11") == "Van mij."
    assert not back.conflicts


def test_a_file_that_says_the_same_in_another_layout_is_not_rewritten(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    edit_file(path, lambda _: None)
    raw = path.read_bytes()
    session = Session(tmp_path)
    done = set_text(session, "a-11", "Anders.", number=1)
    _change(session, done.inverse, 2)
    assert session.close() == []
    assert path.read_bytes() == raw
    assert not Session(tmp_path).conflicts
    assert path.read_bytes() == raw


def test_a_draft_with_empty_and_wrong_fields_is_saved_in_order_and_read_back(
    tmp_path: Path,
) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "", number=1)
    _change(session, Set(path=("name",), was="Model", value=""), 2)
    _change(session, Set(item="b", path=("type",), value="iets anders"), 3)
    _change(session, Set(item="b", path=("aliases",), value="geen lijst"), 4)
    _change(session, Set(path=("version",), value="1"), 5)
    data = session.state(NAME).data
    assert session.close() == []
    written = json.loads(path.read_text(encoding="utf-8"))
    names = [name for name in Framework.model_fields if name in written]
    assert list(written) == ["$schema", *names]
    again = Session(tmp_path)
    assert again.state(NAME).data == data
    set_text(again, "b-11", "Een draft blijft te bewerken.", number=6)
    assert again.close() == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(frameworks() | profiles())
def test_valid_data_are_written_as_a_save_writes_them(model: Framework | JobProfile) -> None:
    kind: DocumentKind = "framework" if isinstance(model, Framework) else "profile"
    data = document_data(model)
    assert list(json.dumps(as_written(data, kind))) == list(json.dumps(data))
    root = Path("work")
    made = document_of(kind, data, root / f"{kind}s" / f"{model.id}.json", root)
    assert made.model == model
    shuffled = {name: data[name] for name in sorted(data)}
    assert json.dumps(as_written(shuffled, kind)) == json.dumps(data)


def test_a_raised_error_of_one_who_looks_on_stops_nobody(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    told: list[Happened] = []

    def fails(_: Happened) -> None:
        raise ValueError

    session.watchers += [fails, told.append]
    set_text(session, "a-11", "Nieuw.", number=1)
    assert [one.kind for one in told] == ["edit"]


def test_edits_of_many_threads_all_stand_and_are_told_in_order(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    told: list[int] = []
    session.watchers.append(lambda one: told.append(one.revision))

    def write(client: int) -> None:
        for number in range(10):
            value: Any = {"id": f"n-{client}-{number}", "text": "Zin."}
            edit = Insert(item="a", path=("levels", 1, "indicators"), value=value)
            session.change(Change(f"client{client}", number, NAME, edit))
            if number == 5:
                session.save()

    threads = [threading.Thread(target=write, args=(client,)) for client in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert told == list(range(1, 41))
    assert session.close() == []
    text = json.dumps(Session(tmp_path).state(NAME).data)
    assert all(f"n-{client}-{number}" in text for client in range(4) for number in range(10))


def test_a_session_goes_on_after_it_was_closed(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Een.", number=1)
    session.close()
    set_text(session, "a-11", "Twee.", number=2)
    assert text_of(Session(tmp_path).state(NAME).data, "a-11") == "Twee."


def test_a_batch_is_one_edit_and_one_undo(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    before = session.state(NAME).data
    first = Set(item="a-11", path=("text",), was="Belt terug.", value="Een.")
    second = Remove(item="a-12", saw={"text": "Belt terug."})
    done = _change(session, Batch(operations=(first, second)))
    again = Session(tmp_path)
    assert not again.conflicts
    assert again.state(NAME).data == session.state(NAME).data
    _change(again, done.inverse, 2)
    assert again.state(NAME).data == before


def test_the_workspace_of_a_session_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    assert session.workspace().frameworks[0].model is not None
    path.write_text("{", encoding="utf-8")
    session.refresh()
    document = session.workspace().frameworks[0]
    assert document.model is None
    assert document.findings


def test_opening_and_closing_without_an_edit_writes_nothing(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    set_text(Session(tmp_path), "a-11", "Nieuw.", number=1)
    Session(tmp_path).close()
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    for _ in range(3):
        assert Session(tmp_path).close() == []
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_an_edit_of_a_later_program_is_left_for_it_with_all_that_follows(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    for number in (1, 2, 3):
        set_text(session, "a-11", f"w{number}", number=number)
    journal = journal_files(tmp_path)[0]
    lines = journal.read_text(encoding="utf-8").splitlines()
    known = lines[1]
    unknown = {**json.loads(known), "edit": {"kind": "of-later"}}
    lines[1] = json.dumps(unknown)
    journal.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    Session(tmp_path).close()
    assert _in_file(path) == "w1"
    lines[1] = known
    journal.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    Session(tmp_path).close()
    assert _in_file(path) == "w3"


def test_a_document_that_cannot_be_read_can_be_removed(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    path.write_text("{", encoding="utf-8")
    session = Session(tmp_path)
    key = session.delete(NAME)
    assert session.restore(key) == NAME
    assert path.read_text(encoding="utf-8") == "{"


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from edited_workspaces import NAME, set_text
from competenties.workspace.session import Session
session = Session(Path(sys.argv[1]))
number = int(sys.argv[3])
print("begin", flush=True)
while True:
    number += 1
    set_text(session, f"{'abc'[number % 3]}-11", f"w{number}", client=sys.argv[3], number=number)
    print(number, flush=True)
    if number % 3 == 0:
        session.save()
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a matter of POSIX")
@pytest.mark.parametrize("has_editor", [False, True])
def test_a_program_that_is_killed_at_any_moment_loses_no_confirmed_word(
    tmp_path: Path, *, has_editor: bool
) -> None:
    path = make_workspace(tmp_path)
    confirmed = 0
    for kill in range(40):
        arguments = [str(tmp_path), str(Path(__file__).parent), str(confirmed + 1)]
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, *arguments], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begin\n"
        time.sleep((kill * 37 % 100) / 700)
        writer.send_signal(signal.SIGKILL)
        output, _ = writer.communicate()
        numbers = [int(one) for one in output.split("\n")[:-1]]
        confirmed = numbers[-1] if numbers else confirmed
        if has_editor:
            edit_file(path, lambda data, n=kill: data.update(notes=f"note {n}"))
        if numbers:
            session = Session(tmp_path)
            assert not session.conflicts
            found = int(text_of(session.state(NAME).data, f"{'abc'[confirmed % 3]}-11")[1:])
            assert found >= confirmed
            confirmed = max(confirmed, found) + 3
            assert session.close() == []
        raw = read_file(path, "framework", tmp_path)
        assert raw.problem is None
    assert confirmed > 40, "the kills have to fall among real edits"
