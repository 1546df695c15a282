"""The queue of edits in the browser: each rule by which no word is lost."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from blank_page import blank_page, load_again

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def blank(browser: "Browser") -> Iterator["Page"]:
    with blank_page(browser) as found:
        yield found


def _do(page: "Page", script: str) -> Any:
    return page.evaluate(f"async () => {{ {script} }}")


def test_what_is_typed_in_one_field_before_it_is_sent_is_one_edit(blank: "Page") -> None:
    found = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'ab'); tab.write('ab', 'abc'); return tab.queued;",
    )
    assert found == [["a", "abc"]]


def test_what_is_typed_and_taken_back_is_no_edit(blank: "Page") -> None:
    found = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'ab'); tab.write('ab', 'a'); return tab.queued;",
    )
    assert found == []


def test_an_edit_is_in_the_storage_before_it_is_sent(blank: "Page") -> None:
    found = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'b');return [tab.posts.length, new Tab().queued];",
    )
    assert found == [0, [["a", "b"]]]


def test_an_edit_that_was_sent_is_never_changed_and_the_next_one_goes_on_from_it(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('a', 'ab'); await tab.tick();
        const was = tab.sync.expected('d', 'i', ['text'], 'a');
        tab.write(was, 'abc'); await tab.cut(); await tab.tick();
        return [tab.sent, tab.posts.map((one) => one.edits.map((each) => each.number))];""",
    )
    assert found == [[[["a", "ab"]], [["a", "ab"], ["ab", "abc"]]], [[1], [1, 2]]]


def test_an_edit_expects_what_the_edit_before_it_says_also_inside_several_together(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """const tab = new Tab();
        const set = { kind: 'set', item: 'i', path: ['text'], was: 'a b', value: 'a' };
        const insert = { kind: 'insert', item: 'o', path: ['x'], after: 'i', value: { id: 'n', text: { nl: 'b' } } };
        tab.sync.record('d', { kind: 'batch', operations: [set, insert] });
        return [['i', ['text']], ['n', ['text', 'nl']], ['n', ['name']], ['other', ['text']]].map(
          ([item, path]) => tab.sync.expected('d', item, path, 'confirmed'));""",
    )
    assert found == ["a", "b", "confirmed", "confirmed"]


def test_after_a_lost_answer_the_same_edit_is_sent_again_under_the_same_number(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('a', 'b'); await tab.tick(); await tab.cut();
        const { state, waits } = tab; await tab.tick(); await tab.answer();
        const [first, second] = tab.posts;
        return [state.slice(0, 2), waits.ms, first.client === second.client,
          JSON.stringify(first.edits) === JSON.stringify(second.edits), tab.state[0], tab.told.length];""",
    )
    assert found == [["offline", 1], 300, True, True, "saved", 1]


def test_the_waits_become_longer_and_not_longer_than_three_seconds(blank: "Page") -> None:
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('a', 'b'); const waits = [];
        for (let n = 0; n < 6; n += 1) { await tab.tick(); await tab.cut(); waits.push(tab.waits.ms); }
        return waits;""",
    )
    assert found == [300, 600, 1200, 2400, 3000, 3000]


def test_one_request_is_under_way_at_a_time(blank: "Page") -> None:
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('a', 'b'); await tab.tick(); tab.write('b', 'c');
        await tab.tick(); await tab.sync.flush(); const before = tab.posts.length;
        await tab.answer(); await tab.tick(); return [before, tab.sent];""",
    )
    assert found == [1, [[["a", "b"]], [["b", "c"]]]]


@pytest.mark.parametrize("status", [422, 413])
def test_of_edits_that_are_refused_together_only_the_bad_one_is_held(
    blank: "Page", status: int
) -> None:
    found = _do(
        blank,
        f"""const tab = new Tab();
        for (const item of ['good', 'bad', 'better']) tab.write('', item, item);
        for (let n = 0; n < 20 && tab.sync.queue.length > 0; n += 1) {{
          await tab.tick();
          const {{ edits }} = tab.posts.at(-1);
          if (edits.some((one) => one.edit.value === 'bad')) await tab.say({status}, {{ message: 'no' }});
          else await tab.answer();
        }}
        return [tab.told.map(([kind, value]) => [kind, value]), tab.sync.held.map((one) => one.edit.value), tab.state[0]];""",
    )
    assert found == [
        [["done", "good"], ["conflict", "bad"], ["done", "better"]],
        ["bad"],
        "conflict",
    ]


@pytest.mark.parametrize(
    ("status", "state"), [(403, "closed"), (507, "refused"), (500, "offline"), (0, "offline")]
)
def test_what_the_server_cannot_take_now_stays_and_is_sent_again(
    blank: "Page", status: int, state: str
) -> None:
    found = _do(
        blank,
        f"""const tab = new Tab(); tab.write('a', 'b'); await tab.tick();
        await tab.say({status}, {{ message: 'the disk is full' }});
        const [kind, , reason] = tab.state; const kept = new Tab().queued;
        await tab.tick(); await tab.answer(); return [kind, reason, kept, tab.state[0]];""",
    )
    reason = "the disk is full" if status == 507 else ""
    assert found == [state, reason, [["a", "b"]], "saved"]


def test_an_answer_that_is_not_ours_counts_as_none(blank: "Page") -> None:
    found = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'b'); await tab.tick(); await tab.say(200, null);"
        "return [tab.state[0], tab.queued];",
    )
    assert found == ["offline", [["a", "b"]]]


def test_a_full_storage_is_said_and_the_edit_is_sent_all_the_same(blank: "Page") -> None:
    found = _do(
        blank,
        """const storage = new FullStorage(); storage.isFull = true;
        const tab = new Tab('tab-a', storage); tab.write('a', 'b'); const before = tab.state[0];
        await tab.tick(); await tab.answer(); return [before, tab.sent, tab.state[0]];""",
    )
    assert found == ["full", [[["a", "b"]]], "saved"]


def test_what_waits_is_sent_after_a_reload_and_never_under_a_number_that_was_used(
    blank: "Page",
) -> None:
    first = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'b'); await tab.tick();"
        "const [{ client, edits }] = tab.posts; return [client, edits[0].number];",
    )
    load_again(blank)
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('b', 'c'); await tab.tick(); await tab.answer();
        await tab.tick();
        return tab.posts.map(({ client, edits }) => [client, edits[0].number, edits[0].edit.value]);""",
    )
    assert found[0] == [*first, "b"]
    assert found[1][2] == "c"
    assert found[1][:2] != first


def test_a_conflict_is_held_over_a_reload_until_somebody_chooses(blank: "Page") -> None:
    _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'mine'); await tab.tick();"
        "await tab.answer({ mine: { outcome: 'conflict', theirs: 'theirs' } });",
    )
    load_again(blank)
    found = _do(
        blank,
        """const tab = new Tab(); const [one] = tab.sync.held; tab.sync.amend(one, 'mine and more');
        const held = new Tab().sync.held.map((each) => [each.edit.value, each.answer.theirs]);
        tab.sync.release(one); return [held, new Tab().sync.held, tab.sync.isEmpty];""",
    )
    assert found == [[["mine and more", "theirs"]], [], True]


def test_what_only_moves_something_is_not_held_and_what_brings_words_is(blank: "Page") -> None:
    found = _do(
        blank,
        """const tab = new Tab();
        const insert = { kind: 'insert', item: 'o', path: ['x'], value: { id: 'n', text: 'words' } };
        const move = { kind: 'move', item: 'i', to: 'o', path: ['x'] };
        for (const edit of [move, insert]) tab.sync.record('d', edit);
        await tab.tick(); await tab.answer({ undefined: { outcome: 'gone' }, [insert.value]: { outcome: 'gone' } });
        return [tab.told.length, tab.sync.held.map((one) => one.edit.kind)];""",
    )
    assert found == [2, ["insert"]]


def test_what_a_tab_left_behind_is_taken_over_once_under_its_own_numbers(blank: "Page") -> None:
    found = _do(
        blank,
        """const gone = new Tab('tab-gone'); gone.write('a', 'b'); await gone.tick();
        const tab = new Tab('tab-b'); const clients = clientsInStorage(localStorage, 'w');
        tab.write('x', 'y', 'other');
        const taken = [tab.sync.adopt('tab-gone'), new Tab('tab-c').sync.adopt('tab-gone')];
        await tab.tick(); await tab.answer(); await tab.tick(); await tab.answer();
        const [, { client, edits }] = tab.posts;
        const isSame = client === gone.posts[0].client && edits[0].number === gone.posts[0].edits[0].number;
        return [clients, taken, tab.sent, isSame, clientsInStorage(localStorage, 'w')];""",
    )
    assert found == [["tab-gone"], [True, False], [[["x", "y"]], [["a", "b"]]], True, []]


def test_a_page_that_goes_away_sends_what_fits_also_while_a_request_is_under_way(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """const tab = new Tab(); tab.write('a', 'b'); await tab.tick();
        tab.write('', 'c'.repeat(60_000), 'long'); tab.sync.flush(true);
        await tab.answer(); await tab.answer();
        return [tab.posts.map((one) => one.isLast), tab.sent[1], tab.told.length, tab.queued.length];""",
    )
    assert found == [[False, True], [["a", "b"]], 1, 1]


def test_a_storage_that_cannot_be_read_is_set_aside(blank: "Page") -> None:
    found = _do(
        blank,
        """localStorage.setItem('competenties:queue:w:tab-a', '{half');
        const tab = new Tab(); tab.write('a', 'b');
        return [localStorage.getItem('competenties:queue:w:tab-a:damaged'), tab.queued, clientsInStorage(localStorage, 'w')];""",
    )
    assert found == ["{half", [["a", "b"]], ["tab-a"]]


def test_undo_and_redo_go_on_after_a_reload(blank: "Page") -> None:
    found = _do(
        blank,
        """const sent = [];
        const opened = () => new History(sessionStorage, 'h', (name, edit, kind) => sent.push([edit.value, kind]));
        const set = (was, value) => ({ kind: 'set', item: 'i', path: ['text'], was, value });
        const first = opened(); first.note('d', set('a', 'b'), set('b', 'a')); first.note('d', set('b', 'c'), set('c', 'b'));
        const second = opened(); second.undo(); second.note('d', set('c', 'b'), set('b', 'c'), 'undo');
        const third = opened(); third.redo(); third.note('d', set('b', 'c'), set('c', 'b'), 'redo');
        const fourth = opened(); fourth.undo(); fourth.note('d', set('c', 'b'), set('b', 'c'), 'undo'); fourth.undo();
        return [sent, fourth.undo()];""",
    )
    assert found == [[["b", "undo"], ["c", "redo"], ["b", "undo"], ["a", "undo"]], False]


def test_an_edit_whose_answer_was_lost_can_be_undone(blank: "Page") -> None:
    found = _do(
        blank,
        "const tab = new Tab(); tab.write('a', 'b'); await tab.tick(); await tab.cut();"
        "await tab.tick(); await tab.answer(); return tab.told[0][2].value;",
    )
    assert found == "a"
