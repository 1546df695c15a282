"""The journal: what is in it stays readable, wherever it is cut, and costs no memory to speak of."""

import json
import os
import shutil
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from edited_workspaces import (
    NAME,
    journal_files,
    make_workspace,
    set_text,
    small_framework,
    text_of,
)

from competenties.findings import RefusedError
from competenties.operations import Set
from competenties.workspace.journal import JOURNALS, Journal
from competenties.workspace.past import RECENT, entries, read_entry, read_past
from competenties.workspace.session import Change, Session


def test_a_journal_cut_at_any_byte_keeps_every_edit_before_the_cut(tmp_path: Path) -> None:
    make_workspace(tmp_path / "full")
    session = Session(tmp_path / "full")
    for number in range(1, 5):
        set_text(session, "a-11", f"Zin {number} met é.", number=number)
    whole = journal_files(tmp_path / "full")[0].read_bytes()
    for cut in range(0, len(whole) + 1, 7):
        root = tmp_path / f"cut{cut}"
        path = make_workspace(root)
        (root / JOURNALS).mkdir(parents=True)
        (root / JOURNALS / "pc-1.jsonl").write_bytes(whole[:cut])
        known = whole[:cut].count(b"\n")
        opened = Session(root)
        text = text_of(json.loads(path.read_text(encoding="utf-8")), "a-11")
        expected = {f"Zin {known} met é." if known else "Belt terug.", f"Zin {known + 1} met é."}
        assert text in expected, "the line itself may be whole without its end"
        assert not opened.conflicts
        assert opened.close() == []
        shutil.rmtree(root)


def test_a_line_that_is_no_entry_is_passed_over(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Nieuw.", number=1)
    with journal_files(tmp_path)[0].open("ab") as file:
        file.write(b'{"kind": "later", "x": 1}\n[]\n\xff\xfe\n{"kind": "edit"}\n{"kind": "saved",')
    again = Session(tmp_path)
    assert text_of(again.state(NAME).data, "a-11") == "Nieuw."


def test_entries_are_found_where_they_were_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    spots = journal.write({"kind": "resolved", "id": "één"}, {"kind": "resolved", "id": "twee"})
    spots += journal.write({"kind": "resolved", "id": "drie"})
    assert [spot for spot, _ in entries(tmp_path)] == spots
    found = [read_entry(tmp_path, spot) for spot in spots]
    assert [one["id"] for one in found if one] == ["één", "twee", "drie"]


def test_time_never_goes_back_in_a_journal(tmp_path: Path) -> None:
    ahead = time.time() + 1000
    journal = Journal(tmp_path, not_before=ahead)
    journal.write({"kind": "resolved", "id": "x"})
    ((_, entry),) = entries(tmp_path)
    assert ahead < entry["at"] < ahead + 1


def test_journals_stay_in_order_where_the_clock_was_set_back(tmp_path: Path) -> None:
    """Their names say nothing: they end in something random."""
    journal = Journal(tmp_path, not_before=time.time() + 1000)
    written = list("abcdefgh")
    for one in written:
        journal.write({"kind": "resolved", "id": one})
        journal.close()
    found = sorted(entries(tmp_path), key=lambda one: (one[1]["at"], one[0]))
    assert [data["id"] for _, data in found] == written


def test_others_may_read_and_copy_the_journal_while_it_is_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write({"kind": "resolved", "id": "a"})
    path = tmp_path / JOURNALS / journal.name
    with path.open("rb") as reader:
        reader.read()
        journal.write({"kind": "resolved", "id": "b"})
        assert json.loads(reader.read())["id"] == "b"
    assert set(path.name) <= set("abcdefghijklmnopqrstuvwxyzT0123456789-.")


def test_a_closed_journal_goes_on_in_another_file(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write({"kind": "resolved", "id": "a"})
    journal.close()
    journal.write({"kind": "resolved", "id": "b"})
    assert len(journal_files(tmp_path)) == 2


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from competenties.findings import RefusedError
from competenties.workspace.journal import Journal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
journal = Journal(Path(sys.argv[1]))
journal.write({"kind": "resolved", "id": "small"})
try:
    journal.write({"kind": "resolved", "id": "x" * 5000})
except RefusedError:
    print("refused")
journal.write({"kind": "resolved", "id": "after"})
"""


@pytest.mark.skipif(os.name == "nt", reason="a limit on the size of files is a matter of POSIX")
def test_a_disk_that_is_full_halfway_leaves_no_half_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "refused\n"
    raw = b"".join(one.read_bytes() for one in journal_files(tmp_path))
    written = sorted(map(json.loads, raw.splitlines()), key=lambda one: one["at"])
    assert [one["id"] for one in written] == ["small", "after"]


def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / ".competenties").write_text("a file stands where the folder should")
    with pytest.raises(RefusedError):
        Journal(tmp_path).write({"kind": "resolved", "id": "a"})


def _long_journal(root: Path, edits: int) -> None:
    session = Session(root)
    session.close()
    folder = root / JOURNALS
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for number in range(edits):
        edit = Set(item="a-11", path=("text",), was=f"Zin {number}.", value=f"Zin {number + 1}.")
        back = Set(item="a-11", path=("text",), was=f"Zin {number + 1}.", value=f"Zin {number}.")
        lines.append(
            {
                "kind": "edit",
                "document": NAME,
                "client": f"tab-{number // 1000}",
                "number": number,
                "revision": number + 1,
                "edit": edit.model_dump(mode="json"),
                "inverse": back.model_dump(mode="json"),
                "at": 1000.0 + number,
            }
        )
    holds = {"pc-1.jsonl": edits - 1}
    lines.append({"kind": "saved", "document": NAME, "revision": edits, "holds": holds, "at": 1e6})
    text = "".join(json.dumps(one) + "\n" for one in lines)
    (folder / "pc-1.jsonl").write_text(text, encoding="utf-8", newline="\n")


def test_twenty_thousand_edits_are_read_within_bounds(tmp_path: Path) -> None:
    data = small_framework()
    make_workspace(tmp_path, data)
    _long_journal(tmp_path, 20_000)
    start = time.perf_counter()
    session = Session(tmp_path)
    took = time.perf_counter() - start
    assert took < 5, f"{took:.2f} s; a second on a quiet machine"
    assert session.state(NAME).revision == 20_000
    tracemalloc.start()
    past = read_past(tmp_path, {})
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert past.edits == []
    assert kept < 4_000_000, f"{kept} bytes: the last {RECENT} of twenty clients, no entries"


def test_an_edit_of_long_ago_is_still_known_when_it_comes_again(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    _long_journal(tmp_path, 2000)
    session = Session(tmp_path)
    old = Set(item="a-11", path=("text",), was="Zin 3.", value="Zin 4.")
    done = session.change(Change("tab-0", 3, NAME, old))
    assert done.is_repeated
    assert done.inverse == Set(item="a-11", path=("text",), was="Zin 4.", value="Zin 3.")
    assert text_of(session.state(NAME).data, "a-11") == "Belt terug."
