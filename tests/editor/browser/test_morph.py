"""A newer page is put into the one that is there, around what somebody is writing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from blank_page import blank_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_HANDS = """
async () => {
  const { morph } = await import("/static/morph.js");
  const { Fields } = await import("/static/fields.js");
  const { Conflicts } = await import("/static/conflicts.js");
  const page = (html) => new DOMParser().parseFromString(`<main id="main">${html}</main>`, "text/html").body.firstChild;
  window.put = (html, isProtected = (one) => one === document.activeElement) =>
    morph(document.getElementById("main"), page(html), isProtected);
  window.start = (html) => { document.body.replaceChildren(page(html)); };
  window.texts = () => [...document.querySelectorAll("textarea")].map((one) => one.value);
  window.$ = (selector) => document.querySelector(selector);
  window.card = (id, text) => `<li data-key="${id}"><textarea id="f-${id}" data-document="d" data-item="${id}" data-path='["text"]'>${text}</textarea></li>`;
  window.written = (field, text) => { field.focus(); field.value = text; field.dispatchEvent(new InputEvent("input", { bubbles: true })); };
  window.withFields = () => {
    const tab = new Tab();
    const fields = new Fields({ sync: tab.sync });
    const words = new Proxy({}, { get: (_, name) => name });
    const conflicts = new Conflicts({ sync: tab.sync, fields, words, announce: () => {} });
    const refresh = (html) => { fields.asksForPage(); put(html, fields.isProtected); document.dispatchEvent(new CustomEvent("page-refreshed")); };
    return { tab, fields, conflicts, refresh };
  };
}
"""


@pytest.fixture
def blank(browser: "Browser") -> Iterator["Page"]:
    with blank_page(browser) as found:
        found.evaluate(_HANDS)
        yield found


def _do(page: "Page", script: str) -> Any:
    return page.evaluate(f"async () => {{ {script} }}")


def test_the_page_becomes_the_newer_one(blank: "Page") -> None:
    found = _do(
        blank,
        """start(`<h1>old</h1><p class="a">gone</p><ul>${card('a', 'A')}${card('b', 'B')}${card('c', 'C')}</ul>`);
        const kept = $('#f-a');
        const newer = `<h1 class="x">new</h1><ul>${card('c', 'C2')}${card('d', 'D')}${card('a', 'A2')}</ul><p>end</p>`;
        put(newer);
        const wanted = document.createElement('main'); wanted.innerHTML = newer;
        return [$('#main').innerHTML.replaceAll(/>[^<]*<.textarea/g, '></textarea') === wanted.innerHTML.replaceAll(/>[^<]*<.textarea/g, '></textarea'),
          texts(), $('#f-a') === kept];""",
    )
    assert found == [True, ["C2", "D", "A2"], True]


def test_the_focus_and_the_cursor_stay_while_everything_moves_around_them(blank: "Page") -> None:
    found = _do(
        blank,
        """start(`<ul>${card('a', 'A')}${card('b', 'sentence')}${card('c', 'C')}</ul>`);
        $('#f-b').focus(); $('#f-b').setSelectionRange(2, 5, 'backward');
        put(`<ul>${card('b', 'other')}${card('c', 'C')}${card('n', 'N')}${card('a', 'A')}</ul>`);
        const one = document.activeElement;
        return [one.id, one.value, one.selectionStart, one.selectionEnd, one.selectionDirection, texts()];""",
    )
    assert found == ["f-b", "sentence", 2, 5, "backward", ["sentence", "C", "N", "A"]]


def test_the_cursor_stays_in_a_field_that_says_the_same_in_the_newer_page(blank: "Page") -> None:
    """Who clicked in a sentence and did not write yet goes on where they clicked."""
    found = _do(
        blank,
        """start(`<ul>${card('a', 'sentence')}</ul>`);
        $('#f-a').focus(); $('#f-a').setSelectionRange(8, 8);
        put(`<ul>${card('a', 'sentence')}</ul>`);
        return [$('#f-a').selectionStart, $('#f-a').selectionEnd];""",
    )
    assert found == [8, 8]


@pytest.mark.parametrize("list_", ["before", "behind", "new"])
def test_what_goes_to_another_list_is_the_same_element_there(blank: "Page", list_: str) -> None:
    found = _do(
        blank,
        f"""const one = card('x', 'X');
        start(`<section data-key="1"><ul>${{card('a', 'A')}}</ul></section><section data-key="2"><ul>${{one}}${{card('b', 'B')}}</ul></section><section data-key="3"><ul></ul></section>`);
        $('#f-x').focus(); $('#f-x').setSelectionRange(1, 1); const kept = $('#f-x');
        const inside = (name) => (name === '{list_}' ? one : '');
        put(`<section data-key="1"><ul>${{inside('before')}}${{card('a', 'A')}}</ul></section><section data-key="2"><ul>${{card('b', 'B')}}</ul></section><section data-key="3"><ul>${{inside('behind')}}</ul></section>` +
          ('{list_}' === 'new' ? `<section data-key="4"><ul>${{one}}</ul></section>` : ''));
        const all = document.querySelectorAll('#f-x');
        return [all.length, all[0] === kept, document.activeElement === kept, kept.closest('section').dataset.key];""",
    )
    assert found == [1, True, True, {"before": "1", "behind": "3", "new": "4"}[list_]]


def test_what_is_gone_stays_only_while_somebody_writes_in_it(blank: "Page") -> None:
    found = _do(
        blank,
        """start(`<ul>${card('a', 'A')}${card('b', 'B')}</ul>`); $('#f-b').focus();
        const skipped = []; document.addEventListener('field-skipped', (event) => skipped.push(event.target.id));
        put(`<ul></ul>`); const during = texts(); $('#f-b').blur(); put(`<ul></ul>`);
        return [during, skipped, texts()];""",
    )
    assert found == [["B"], ["f-b"], []]


def test_what_is_gone_and_stays_keeps_its_place_among_the_others(blank: "Page") -> None:
    found = _do(
        blank,
        """start(`<ul>${card('a', 'A')}${card('b', 'B')}${card('c', 'C')}${card('d', 'D')}</ul>`); $('#f-b').focus();
        put(`<ul>${card('a', 'A')}${card('c', 'C')}${card('d', 'D')}</ul>`);
        return texts();""",
    )
    assert found == ["A", "B", "C", "D"]


def test_what_is_kept_or_made_in_the_browser_stays(blank: "Page") -> None:
    found = _do(
        blank,
        """start(`<div id="kept" data-keep>old</div><p>text</p>`);
        $('p').insertAdjacentHTML('beforebegin', '<b data-made>mine</b>');
        put(`<div id="kept" data-keep>new</div><p>newer</p>`); return $('#main').textContent;""",
    )
    assert found == "oldminenewer"


def test_what_is_written_and_not_confirmed_stays_in_its_field(blank: "Page") -> None:
    found = _do(
        blank,
        """start(card('a', 'old') + card('b', 'B')); const { tab, fields, refresh } = withFields();
        written($('#f-a'), 'old and new'); $('#f-b').focus(); await tab.tick();
        refresh(card('a', 'old') + card('b', 'B')); const before = texts()[0];
        await tab.answer(); refresh(card('a', 'theirs') + card('b', 'B'));
        return [tab.sent, before, texts()[0]];""",
    )
    assert found == [[[["old", "old and new"]]], "old and new", "theirs"]


def test_a_page_that_was_made_before_the_answer_does_not_put_the_old_text_back(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """start(card('a', 'old') + card('b', 'B')); const { tab, fields } = withFields();
        written($('#f-a'), 'new'); fields.asksForPage(); await tab.tick(); await tab.answer(); $('#f-b').focus();
        put(card('a', 'old') + card('b', 'B'), fields.isProtected);
        return [texts()[0], fields.areBehind];""",
    )
    assert found == ["new", True]


def test_the_text_of_somebody_else_does_not_come_into_the_field_with_the_focus(
    blank: "Page",
) -> None:
    found = _do(
        blank,
        """start(card('a', 'old') + card('b', 'B')); const { tab, fields, refresh } = withFields();
        $('#f-a').focus(); refresh(card('a', 'theirs') + card('b', 'B'));
        const during = [texts()[0], fields.areBehind]; written($('#f-a'), 'mine'); await tab.tick();
        return [during, tab.sent[0]];""",
    )
    assert found == [["old", False], [["old", "mine"]]]


def test_in_a_conflict_both_texts_are_there_also_after_a_reload(blank: "Page") -> None:
    found = _do(
        blank,
        """start(card('a', 'old')); const { tab, conflicts, refresh } = withFields();
        written($('#f-a'), 'mine'); await tab.tick();
        await tab.answer({ mine: { outcome: 'conflict', theirs: 'theirs' } }); conflicts.showAll();
        refresh(card('a', 'theirs')); written($('#f-a'), 'mine and more');
        const before = [texts()[0], $('.conflict blockquote').textContent];
        start(card('a', 'theirs')); const again = withFields(); again.conflicts.showAll();
        const after = [texts()[0], $('.conflict blockquote').textContent];
        $('.conflict button').click(); await again.tab.tick();
        return [before, after, again.tab.sent, again.tab.sync.held.length, !$('.conflict')];""",
    )
    both = ["mine and more", "theirs"]
    assert found == [both, both, [[["theirs", "mine and more"]]], 0, True]


def test_the_other_text_can_be_taken_instead(blank: "Page") -> None:
    found = _do(
        blank,
        """start(card('a', 'old')); const { tab, conflicts } = withFields();
        written($('#f-a'), 'mine'); await tab.tick();
        await tab.answer({ mine: { outcome: 'conflict', theirs: 'theirs' } }); conflicts.showAll();
        document.querySelectorAll('.conflict button')[1].click();
        return [texts()[0], tab.sync.isEmpty, !$('.conflict')];""",
    )
    assert found == ["theirs", True, True]


def test_a_text_whose_field_is_not_on_the_page_is_shown_above_it(blank: "Page") -> None:
    found = _do(
        blank,
        """start(card('a', 'old')); const { tab, conflicts } = withFields();
        tab.sync.record('d', { kind: 'insert', item: 'o', path: ['x'], value: { id: 'n', text: { nl: 'my words' } } });
        await tab.tick(); await tab.answer({ '[object Object]': { outcome: 'gone', message: 'it is gone' } });
        conflicts.showAll(); const said = $('#left-over').textContent;
        $('#left-over button').click(); return [said, !$('#left-over'), tab.sync.isEmpty];""",
    )
    assert found == ["it is gonemy wordsdrop_mine", True, True]


def test_a_sentence_holds_no_line_breaks(blank: "Page") -> None:
    found = _do(
        blank,
        """start('<textarea id="f" data-line data-document="d" data-item="i" data-path=\\'["text"]\\'>a</textarea>');
        const { tab } = withFields(); written($('#f'), 'a\\n b'); return [texts(), tab.queued];""",
    )
    assert found == [["a b"], [["a", "a b"]]]


def test_the_cursor_stays_behind_lines_that_are_pasted_into_a_sentence(blank: "Page") -> None:
    found = _do(
        blank,
        """start('<textarea id="f" data-line data-document="d" data-item="i" data-path=\\'["text"]\\'>begin end</textarea>');
        withFields(); const field = $('#f');
        field.focus(); field.setRangeText(' one\\n  two', 5, 5, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return [field.value, field.selectionStart, field.selectionEnd];""",
    )
    assert found == ["begin one two end", 13, 13]
