"""A small workspace that is edited: words that occur once, sessions, and what others do to a file."""

import json
import random
import re
from pathlib import Path
from typing import Any

from competenties.operations import Insert, Move, Operation, Remove, Set
from competenties.operations.tree import at, items
from competenties.workspace.journal import JOURNALS
from competenties.workspace.json_text import canonical_json
from competenties.workspace.session import Change, Done, Session

NAME = "frameworks/model"
_WORD = re.compile(r"\bw\d+\b")


def small_framework() -> dict[str, Any]:
    """Return a framework with three competences of two levels, two indicators each."""
    return {
        "$schema": "urn:competenties:framework:1",
        "id": "model",
        "name": "Model",
        "language": "nl",
        "competences": [
            {
                "id": name,
                "name": f"Competentie {name}",
                "definition": "Wat het is.",
                "levels": [
                    {
                        "level": level,
                        "indicators": [
                            {"id": f"{name}-{level}{n}", "text": "Belt terug."} for n in (1, 2)
                        ],
                    }
                    for level in (1, 2)
                ],
            }
            for name in ("a", "b", "c")
        ],
    }


def make_workspace(root: Path, data: dict[str, Any] | None = None) -> Path:
    """Make a workspace with one framework, and return the framework's file."""
    (root / "frameworks").mkdir(parents=True)
    (root / "competenties.toml").write_text('format = "urn:competenties:workspace:1"\n')
    path = root / "frameworks" / "model.json"
    path.write_text(canonical_json(data or small_framework()), encoding="utf-8", newline="\n")
    return path


def words(anything: Any) -> set[str]:
    """Return the words of edits that occur in a text, or anywhere in data."""
    text = anything if isinstance(anything, str) else json.dumps(anything)
    return set(_WORD.findall(text))


def kept_words(session: Session, path: Path) -> set[str]:
    """Return every word in the file and in the conflicts."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return words(text) | words([one["edit"] for one in session.conflicts.values()])


def set_text(session: Session, item: str, text: str, *, client: str = "tab", number: int) -> Done:
    """Give an indicator another text, as a tab does that shows the present one."""
    data = session.state(NAME).data
    was = at(data, dict(items(data))[item])["text"]
    edit = Set(item=item, path=("text",), was=was, value=text)
    return session.change(Change(client, number, NAME, edit))


def text_of(data: Any, item: str) -> str:
    """Return the text of an indicator."""
    found: str = at(data, dict(items(data))[item])["text"]
    return found


def edit_file(path: Path, edit: Any) -> None:
    """Change a file as an editor does: other layout, same meaning besides the edit."""
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")


def set_in(item: str, text: str) -> Any:
    """Return an edit of a file's data that changes one indicator."""

    def change(data: Any) -> None:
        at(data, dict(items(data))[item])["text"] = text

    return change


def journal_files(root: Path) -> list[Path]:
    """Return the journals of a workspace, the oldest first."""
    return sorted((root / JOURNALS).glob("*.jsonl"), key=lambda one: one.stat().st_mtime_ns)


def random_edit(data: Any, word: str, chance: random.Random, owned: str = "abc") -> Operation:
    """Return an edit that brings a word into the competences named by the letters `owned`."""
    known = [one for one in items(data) if one[0][0] in owned]
    cards = [(one, way) for one, way in known if "indicators" in way]
    competences = [(one, way) for one, way in known if "indicators" not in way]
    kind = chance.randrange(10)
    if not competences:
        return Set(path=("notes",), was=data.get("notes"), value=word)
    owner, owner_way = chance.choice(competences)
    if kind == 0 and cards:
        item, way = chance.choice(cards)
        return Remove(item=item, was=at(data, way))
    if kind == 1 and cards:
        item, way = chance.choice(cards)
        return Move(item=item, to=owner, path=("levels", chance.randint(1, 3), "indicators"))
    if kind == 2:
        value: Any = {"id": f"{owner}-{word}", "text": word}
        level = chance.randint(1, 3)
        return Insert(item=owner, path=("levels", level, "indicators"), value=value)
    if kind == 3 or not cards:
        was = at(data, owner_way).get("definition")
        return Set(item=owner, path=("definition",), was=was, value=word)
    item, way = chance.choice(cards)
    return Set(item=item, path=("text",), was=at(data, way).get("text"), value=word)
