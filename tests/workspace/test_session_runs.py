"""Random runs of edits, crashes, retries and changes by others: no confirmed word is ever missing."""

import json
import random
import tempfile
from pathlib import Path

import pytest
from edited_workspaces import (
    NAME,
    journal_files,
    kept_words,
    make_workspace,
    random_edit,
    words,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from competenties.operations import OperationError, apply
from competenties.operations.tree import items
from competenties.workspace.session import Change, Done, Session


class Run:
    """One run in a folder, with the words that have to be kept."""

    def __init__(self, root: Path, chance: random.Random, machines: int, *, apart: bool) -> None:
        self.path, self.root, self.chance, self.apart = make_workspace(root), root, chance, apart
        self.sessions = [Session(root) for _ in range(machines)]
        self.needed: set[str] = set()
        self.sent: list[tuple[int, Change, Done]] = []
        self.made = 0
        self.broken: bytes | None = None
        self.log: list[str] = []

    def word(self) -> str:
        self.made += 1
        return f"w{self.made}"

    def owned(self, machine: int) -> str:
        return "abc"[machine] if self.apart else "abc"

    def edit(self, machine: int) -> None:
        session = self.sessions[machine]
        if NAME not in session.states or session.states[NAME].problem:
            return
        before = session.state(NAME).data
        edit = random_edit(before, self.word(), self.chance, self.owned(machine))
        client = f"m{machine}-{self.chance.randint(1, 2)}"
        self.change(machine, Change(client, self.made, NAME, edit))

    def change(self, machine: int, change: Change, *, is_undo: bool = False) -> None:
        session = self.sessions[machine]
        before = session.state(NAME)
        data, revision = before.data, before.revision
        try:
            done = session.change(change)
        except OperationError:
            assert session.state(NAME).data == data
            return
        after = session.state(NAME).data
        self.log.append(f"m{machine} {change.edit!r}")
        assert done.revision == revision + 1
        self.needed -= words(data) - words(after)
        if not is_undo:  # back to what the file said is no word of one's own
            self.needed |= words(after) - words(data)
        self.sent.append((machine, change, done))

    def undo(self, machine: int) -> None:
        own = [one for one in self.sent if one[0] == machine]
        state = self.sessions[machine].states.get(NAME)
        if own and state and not state.problem:
            _, change, done = own[-1]
            number = change.number + 10_000
            self.change(machine, Change(change.client, number, NAME, done.inverse), is_undo=True)

    def retry(self, machine: int) -> None:
        known = [one for one in self.sent if one[0] == machine]
        if known and NAME in self.sessions[machine].states:
            _, change, done = self.chance.choice(known)
            before = self.sessions[machine].states[NAME].data
            again = self.sessions[machine].change(change)
            assert again.is_repeated
            assert (again.inverse, again.revision) == (done.inverse, done.revision)
            assert self.sessions[machine].states[NAME].data == before

    def save(self, machine: int) -> None:
        self.log.append(f"save {machine}")
        self.sessions[machine].save()

    def look(self, machine: int) -> None:
        self.log.append(f"look {machine}")
        self.sessions[machine].refresh()

    def crash(self, machine: int) -> None:
        """Begin anew without closing; perhaps as if killed before a file was said to be saved."""
        session = self.sessions[machine]
        self.log.append(f"crash {machine}")
        was = {name: state.revision for name, state in session.states.items()}
        if self.chance.random() < 0.4:
            self._kill_while_saving(machine)
        self.sessions[machine] = Session(self.root)
        for name, state in self.sessions[machine].states.items():
            assert state.revision >= was.get(name, 0)

    def _kill_while_saving(self, machine: int) -> None:
        session = self.sessions[machine]
        file = self.path.read_bytes() if self.path.exists() else None
        sizes = {one: one.stat().st_size for one in journal_files(self.root)}
        session.save()
        own = [one for one in journal_files(self.root) if one.stat().st_size != sizes.get(one)]
        lines = own[0].read_bytes().splitlines(keepends=True) if own else []
        if len(lines) < 2 or json.loads(lines[-1])["kind"] != "saved":
            return
        if json.loads(lines[-2])["kind"] != "saving":
            return
        cut = self.chance.randint(0, len(lines[-1]) - 1)
        own[0].write_bytes(b"".join(lines[:-1]) + lines[-1][:cut])
        self.log.append("  killed before saved")
        if self.chance.random() < 0.5 and file is not None and not self.apart:
            self.log.append("  killed before the file was written")
            own[0].write_bytes(b"".join(lines[:-2]) + lines[-2][:cut])
            self.path.write_bytes(file)

    def outside(self, _: int) -> None:
        """Let an editor change the file."""
        if not self.path.exists() or self.broken:
            return
        before = json.loads(self.path.read_text(encoding="utf-8"))
        edit = random_edit(before, self.word(), self.chance, "c" if self.apart else "abc")
        after = apply(before, edit).data
        self.log.append(f"outside {edit!r}")
        self.path.write_text(json.dumps(after, indent=self.chance.choice([1, 4])), encoding="utf-8")
        gone, new = words(before) - words(after), words(after) - words(before)
        self.needed = (self.needed - gone) | new

    def break_file(self, _: int) -> None:
        if self.path.exists() and not self.broken and not self.apart:
            self.log.append("break")
            self.broken = self.path.read_bytes()
            self.path.write_bytes(b"<<<<<<< HEAD\n" + self.broken)

    def mend_file(self, _: int) -> None:
        if self.broken:
            self.log.append("mend")
            assert self.path.read_bytes() == b"<<<<<<< HEAD\n" + self.broken, "overwritten"
            self.path.write_bytes(self.broken)
            self.broken = None

    def delete_file(self, _: int) -> None:
        if self.path.exists() and not self.broken and not self.apart and self.chance.random() < 0.3:
            self.log.append("delete")
            self.needed -= words(self.path.read_text(encoding="utf-8"))
            self.path.unlink()

    def finish(self) -> Session:
        self.mend_file(0)
        for _ in range(3):
            for session in self.sessions:
                session.save()
        for session in self.sessions:
            session.close()
        return Session(self.root)


_STEPS = ["edit"] * 8 + ["undo", "retry", "save", "save", "look", "crash", "outside"]
_ROUGH = [*_STEPS, "break_file", "mend_file", "mend_file", "delete_file"]


def _run(seed: int, machines: int, steps: list[str], *, apart: bool, length: int = 40) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(seed)  # noqa: S311  (not for secrets)
        run = Run(Path(folder) / "work", chance, machines, apart=apart)
        for _ in range(length):
            getattr(run, chance.choice(steps))(chance.randrange(machines))
        last = run.finish()
        missing = run.needed - kept_words(last, run.path)
        assert not missing, "\n".join([*run.log, f"missing: {missing}"])
        if apart:
            assert not last.conflicts, "\n".join([*run.log, str(last.conflicts)])
            ids = [one for one, _ in items(last.state(NAME).data)]
            assert len(ids) == len(set(ids))
            for session in run.sessions:
                assert session.state(NAME).data == last.state(NAME).data
        last.close()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_one_machine_and_an_editor_lose_no_word(seed: int) -> None:
    _run(seed, 1, _ROUGH, apart=False)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_two_machines_and_an_editor_lose_no_word(seed: int) -> None:
    _run(seed, 2, _ROUGH, apart=False)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_those_who_edit_different_parts_never_conflict_and_agree_in_the_end(seed: int) -> None:
    _run(seed, 2, _STEPS, apart=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_long_runs_lose_no_word(seed: int) -> None:
    for round_ in range(5):
        _run(seed * 1000 + round_, 3, _ROUGH, apart=False, length=120)
        _run(seed * 1000 + round_, 2, _STEPS, apart=True, length=120)
