"""The editor: a web page on this computer, for one workspace, in the reader's own browser.

How it hangs together, from the key to the disk:

- `static/fields.js` and `static/cards.js` turn typing, moving and deleting into edits
  (`competenties.operations`), `static/sync.js` keeps them in the browser until they are confirmed
  and sends them, one request at a time, to `operations_api.py`;
- `workspace/session.py` writes each edit to the journal, then answers; files follow soon after;
- `static/tabs.js` shares one stream of news among the tabs, `static/conflicts.js` lets the reader
  choose where two people wrote in one field;
- `events.py` tells the other tabs; these ask for their page again, and `static/morph.js` puts the
  difference into the page, around what somebody is typing;
- `findings_now.py` checks the sentence that was touched at once, and the whole soon after.

A screen is one file in `screens/` with a `ROUTER` and its words, and a template of its own in
`templates/`; it is found by itself. Nothing here is reachable from another computer (`security.py`).
"""
