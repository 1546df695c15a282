"""A page with nothing in it but the modules of the editor, each loaded by itself, and no server."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import competenties.editor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

_STATIC = Path(competenties.editor.__file__).parent / "static"
_ORIGIN = "http://localhost"  # a secure context, as the editor is one
_HANDS = """
async () => {
  const { Sync, clientsInStorage } = await import("/static/sync.js");
  const { History } = await import("/static/history.js");

  /** A tab whose requests are answered, and whose timers are run, by a test. */
  class Tab {
    constructor(client = "tab-a", storage = localStorage) {
      Object.assign(this, { posts: [], told: [], waits: null, storage });
      const post = (body, isLast) =>
        new Promise((yes, no) => this.posts.push({ ...structuredClone(body), isLast, yes, no }));
      const on = {
        state: (...state) => { this.state = state; },
        done: (one, answer) => this.told.push(["done", one.edit.value, answer.inverse]),
        conflict: (one, answer) => this.told.push(["conflict", one.edit.value, answer.theirs]),
      };
      const wait = (act, ms) => { this.waits = { act, ms }; return 0; };
      this.sync = new Sync({ workspace: "w", client, storage, post, on, wait });
    }
    write(was, value, item = "i", delay = 300) {
      this.sync.record("d", { kind: "set", item, path: ["text"], was, value }, { delay });
    }
    /** Run the timer that waits. */
    async tick() {
      const { act } = this.waits;
      this.waits = null;
      act();
      await pause();
    }
    /** Answer the oldest request that has no answer; every edit is done unless said otherwise. */
    async answer(outcomes = {}) {
      const { edits, yes } = this.posts.find((one) => !one.isOver);
      const answers = edits.map(({ number, edit }) => ({
        number, outcome: "done", inverse: { ...edit, was: edit.value, value: edit.was }, ...outcomes[edit.value],
      }));
      await this.say(200, { answers, findings: {} });
    }
    async say(status, data = null) {
      const open = this.posts.find((one) => !one.isOver);
      open.isOver = true;
      open.yes({ status, data });
      await pause();
    }
    async cut() {
      const open = this.posts.find((one) => !one.isOver);
      open.isOver = true;
      open.no(new TypeError("no network"));
      await pause();
    }
    /** What was sent, request by request: was and value of every edit. */
    get sent() {
      return this.posts.map(({ edits }) => edits.map(({ edit }) => [edit.was, edit.value]));
    }
    get queued() {
      return this.sync.queue.map(({ edit }) => [edit.was, edit.value]);
    }
  }
  class FullStorage {
    constructor() { this.kept = new Map(); this.isFull = false; }
    get length() { return this.kept.size; }
    key(n) { return [...this.kept.keys()][n]; }
    getItem(name) { return this.kept.get(name) ?? null; }
    removeItem(name) { this.kept.delete(name); }
    setItem(name, text) {
      if (this.isFull) throw new DOMException("full", "QuotaExceededError");
      this.kept.set(name, text);
    }
  }
  const pause = () => new Promise((go) => setTimeout(go, 0));
  Object.assign(window, { Tab, History, FullStorage, clientsInStorage, pause });
}
"""


@contextlib.contextmanager
def blank_page(browser: "Browser") -> Iterator["Page"]:
    """Open the page; `Tab`, `History`, `FullStorage` and `pause` are there for scripts in it."""
    context = browser.new_context()
    context.route(f"{_ORIGIN}/**", _serve)
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{_ORIGIN}/")
    page.evaluate(_HANDS)
    yield page
    context.close()
    assert failures == []


def load_again(page: "Page") -> None:
    """Load the page again: what was only in its memory is gone."""
    page.reload()
    page.evaluate(_HANDS)


def _serve(route: "Route") -> None:
    name = route.request.url.rpartition("/")[2]
    if name.endswith(".js"):
        route.fulfill(path=_STATIC / name, content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><body></body>", content_type="text/html")
