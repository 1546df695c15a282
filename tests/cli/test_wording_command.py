"""`competenties wording`: sentences one a line, JSON for programs, and an overview of a framework."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from running import ROOT, Outcome, call, environment, replace_in, run, workspace_in

from competenties.findings import LABELS
from competenties.messages import LANGUAGES, Language
from competenties.wording import sentence_rules

GOOD_NL, BAD_NL = "Telt de kas na elke dienst.", "Is klantgericht en flexibel."
GOOD_EN, BAD_EN = "Counts the till after each shift.", "Has a positive attitude."
FINDING = ["rule", "category", "severity", "span", "message", "advice"]


def sentences(
    folder: Path, text: str, *, encoding: str = "utf-8", name: str = "zinnen.txt"
) -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def rows(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the JSON lines that were printed; nothing else may stand between them."""
    assert outcome.err == ""
    return [json.loads(line) for line in outcome.out.split("\n") if line]


def said_of(path: Path, *arguments: str) -> list[dict[str, Any]]:
    return rows(call("wording", path, "--json", *arguments))


@pytest.fixture(autouse=True)
def _outside_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_sentence_is_shown_with_what_there_is_to_say(tmp_path: Path) -> None:
    path = sentences(tmp_path, f"{GOOD_NL}\n\n{BAD_NL}\n")
    outcome = run("wording", path, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert f"1. {GOOD_NL}" in lines
    assert lines[1].strip() == "niets op aan te merken"
    assert f"3. {BAD_NL}" in lines, "the number is that of the line in the file"
    assert "→" in outcome.out
    assert "[trait-or-attitude]" in " ".join(outcome.out.split())
    assert lines[-1].startswith("1 van 2 zinnen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_one_line_a_sentence_in_order(tmp_path: Path, language: Language) -> None:
    good, bad = (GOOD_NL, BAD_NL) if language == "nl" else (GOOD_EN, BAD_EN)
    path = sentences(tmp_path, f"{bad}\n   \n\t{good}  \n\n{bad}")
    given = said_of(path, "--language", language)
    assert [one["text"] for one in given] == [bad, good, bad]
    assert [str(one["id"]) for one in given] == ["1", "3", "5"]
    for row in given:
        assert list(row) == ["id", "text", "findings", "labels"]
        assert set(row["labels"]) <= set(LABELS)
        for finding in row["findings"]:
            assert list(finding) == FINDING
            assert finding["severity"] in ("error", "warning", "hint")
            start, end = finding["span"]
            assert 0 <= start < end <= len(row["text"])
    assert given[0]["labels"] == ["not_observable"]
    assert given[1]["labels"] == []


def test_json_lines_keep_their_id_and_their_language(tmp_path: Path) -> None:
    given: list[dict[str, Any]] = [
        {"id": "nl-1", "lang": "nl", "text": BAD_NL},
        {"id": 7, "lang": "en", "text": BAD_EN, "labels": [], "note": "is skipped"},
        {"text": GOOD_NL},
        {"id": "vreemd", "lang": "fr", "text": GOOD_NL},
    ]
    path = sentences(tmp_path, "\n".join(json.dumps(one) for one in given), name="z.jsonl")
    found = said_of(path, "--language", "nl")
    assert [one["text"] for one in found] == [one["text"] for one in given]
    assert [str(one["id"]) for one in found] == ["nl-1", "7", "3", "vreemd"]
    assert found[1]["id"] == 7, "an id stays what it was"
    assert [one["labels"] for one in found[:3]] == [["not_observable"], ["not_observable"], []]


def test_an_english_line_is_judged_as_english_and_reported_in_dutch(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "lang": "en", "text": "Is responsible for the till."})
    path = sentences(tmp_path, line, name="z.jsonl")
    (row,) = said_of(path, "--language", "nl")
    assert row["labels"] == ["no_behaviour_verb"]
    assert "niet wat iemand doet" in row["findings"][0]["message"]


def test_a_line_that_only_looks_like_json_is_a_sentence(tmp_path: Path) -> None:
    odd = ["{dit is een zin}", "{", '{"tekst": "zonder text"}', '{"text": 3}', "[1, 2]", '"a"']
    path = sentences(tmp_path, "\n".join(odd))
    assert [one["text"] for one in said_of(path)] == odd


def test_labels_come_each_once_in_the_order_of_the_guide(tmp_path: Path) -> None:
    text = "Het team moet vaak proactief en flexibel zijn en kan soms snel reageren."
    (row,) = said_of(sentences(tmp_path, text), "--language", "nl")
    assert len(row["labels"]) >= 2
    assert row["labels"] == [one for one in LABELS if one in row["labels"]]
    categories = {finding["category"] for finding in row["findings"]}
    assert set(row["labels"]) == categories & set(LABELS)


def test_every_example_of_every_rule_can_be_given(tmp_path: Path) -> None:
    given = [
        {"id": f"{one.rule.name}-{language}-{place}", "lang": language, "text": text}
        for one in sentence_rules()
        for language, shown in one.rule.examples.items()
        for place, text in enumerate((*shown.wrong, *shown.right))
    ]
    path = sentences(tmp_path, "\n".join(json.dumps(one) for one in given), name="z.jsonl")
    assert [one["id"] for one in said_of(path)] == [one["id"] for one in given]


def test_errors_give_exit_code_1_only_when_asked(tmp_path: Path) -> None:
    good, bad = sentences(tmp_path, GOOD_NL), sentences(tmp_path, BAD_NL, name="fout.txt")
    warning = sentences(tmp_path, "Belt vaak met klanten.", name="waarschuwing.txt")
    nl = ("--language", "nl")
    assert [call("wording", one, *nl).code for one in (good, bad, warning)] == [0, 0, 0]
    strict = [call("wording", one, *nl, "--strict").code for one in (good, bad, warning)]
    assert strict == [0, 1, 0]
    assert call("wording", bad, *nl, "--strict", "--json").code == 1


def test_a_dash_reads_what_comes_in(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "competenties", "wording", "-", "--json", "--language", "nl"],
        cwd=tmp_path,
        env=environment("C"),
        input=f"{GOOD_NL}\r\nIs cliëntgericht.\r\n".encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    texts = [json.loads(line)["text"] for line in done.stdout.decode("utf-8").splitlines()]
    assert texts == [GOOD_NL, "Is cliëntgericht."]


@pytest.mark.parametrize(
    ("encoding", "ending"),
    [("utf-8", "\n"), ("utf-8-sig", "\n"), ("utf-8", "\r\n"), ("cp1252", "\r\n")],
)
def test_files_of_any_editor_are_read(tmp_path: Path, encoding: str, ending: str) -> None:
    texts = ["Legt de cliënt één regel uit.", "Noteert “de prijs” in € per stuk."]
    path = sentences(tmp_path, ending.join([*texts, ""]), encoding=encoding)
    assert [one["text"] for one in said_of(path, "--language", "nl")] == texts


@pytest.mark.parametrize("content", ["", "\n\n", "   \r\n\t", "\ufeff"])
def test_of_an_empty_file_nothing_is_said(tmp_path: Path, content: str) -> None:
    path = sentences(tmp_path, content)
    assert said_of(path) == []
    shown = call("wording", path, "--language", "nl")
    assert (shown.code, shown.err) == (0, "")
    assert "Traceback" not in shown.out


HOSTILE = [
    "=1+1",
    "{found} {0} %s %(x)s",
    "\x1b[31mrood\x1b[0m",
    "\u202eachterstevoren",
    "tab\tin\vde\fzin",
    "a\u2028b\u2029c\x85d",
    "🇳🇱 👩‍👩‍👧 \U0010ffff",
    "<b>vet</b> & 'zo' \"en\" zo",
    "x" * 5000,
    "(" * 300,
    "- ",
    "1.",
    "İ ŉ ﬁ",
]


def test_hostile_text_stays_one_line_each(tmp_path: Path) -> None:
    path = sentences(tmp_path, "\n".join(HOSTILE))
    found = said_of(path)
    assert [one["text"].strip() for one in found] == [one.strip() for one in HOSTILE]
    assert call("wording", path).code == 0


def test_half_a_character_does_not_stop_the_others(tmp_path: Path) -> None:
    lines = ['{"id": "half", "lang": "nl", "text": "Telt \\ud83d de kas."}', GOOD_NL]
    path = sentences(tmp_path, "\n".join(lines), name="z.jsonl")
    outcome = run("wording", path, cwd=tmp_path, language="C")
    assert (outcome.code, outcome.err) == (0, "")
    assert GOOD_NL in outcome.out
    assert GOOD_NL in call("wording", path, "--json").out


def test_deep_json_is_only_a_sentence(tmp_path: Path) -> None:
    deep = '{"a":' * 3_000
    assert len(said_of(sentences(tmp_path, f"{deep}\n{GOOD_NL}"))) == 2


@pytest.mark.parametrize("name", ["weg.txt", "weg.jsonl", "weg.json", "weg", "map/weg.txt"])
def test_a_file_that_is_not_there_is_named_in_a_sentence(name: str) -> None:
    for language in LANGUAGES:
        outcome = call("wording", name, "--language", language)
        assert (outcome.code, outcome.out) == (2, "")
        assert "weg" in outcome.err
        assert "Traceback" not in outcome.err
        assert len(outcome.err.splitlines()) <= 4


def test_a_folder_without_a_workspace_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    outcome = call("wording", tmp_path / "leeg", "--language", "nl")
    assert outcome.code == 2
    assert "leeg" in outcome.err


def weak_workspace(folder: Path) -> Path:
    """Return a workspace with two weak sentences in one competence."""
    root = workspace_in(folder)
    path = root / "frameworks" / "basis.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for place in (0, 1):
        level = data["competences"][2]["levels"][place]
        level["indicators"][0]["text"] = {"nl": "Is flexibel.", "en": "Is flexible."}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), encoding="utf-8")
    return root


def changed_competence(root: Path) -> str:
    data = json.loads((root / "frameworks" / "basis.json").read_text(encoding="utf-8"))
    identifier: str = data["competences"][2]["id"]
    return identifier


def test_of_a_framework_there_is_an_overview_the_weakest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = weak_workspace(tmp_path)
    data = json.loads((root / "frameworks" / "basis.json").read_text(encoding="utf-8"))
    name = data["competences"][2]["name"]["nl"]
    monkeypatch.chdir(root)
    file = Path("frameworks") / "basis.json"
    shown = [call("wording", one) for one in ("basis", file)]
    assert {one.code for one in shown} == {0}
    assert len({one.out for one in shown}) == 1
    lines = shown[0].out.splitlines()
    total = sum(len(level["indicators"]) for one in data["competences"] for level in one["levels"])
    assert lines[0].startswith(f"{total - 2} van de {total}")
    ranked = [line for line in lines if "%  " in line]
    assert name in ranked[0]
    everything = call("wording", "basis", "--all", "--workspace", root).out
    assert len(everything.splitlines()) > len(lines)


def test_the_overview_as_json_gives_every_competence(tmp_path: Path) -> None:
    root = weak_workspace(tmp_path)
    outcome = call("wording", root, "--json", "--strict")
    assert (outcome.code, outcome.err) == (1, "")
    competences = json.loads(outcome.out)["competences"]
    assert competences[0]["competence"] == changed_competence(root)
    assert competences[0]["fit"] == competences[0]["indicators"] - 2
    assert [one["share"] for one in competences] == sorted(one["share"] for one in competences)


def test_the_framework_that_ships_is_fit_throughout() -> None:
    outcome = call("wording", ROOT / "frameworks" / "basis.json", "--language", "en")
    assert outcome.code == 0
    assert "(100%)" in outcome.out.splitlines()[0]
    assert "The weakest first" not in outcome.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_speaks_the_language_that_was_asked(
    tmp_path: Path, language: Language
) -> None:
    root = weak_workspace(tmp_path)
    shown = call("wording", root, "--language", language).out
    assert ("gedragsindicatoren" in shown) == (language == "nl")


def test_the_house_rules_of_a_workspace_hold_for_loose_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace_in(tmp_path)
    path = sentences(tmp_path, "You can explain the bill.")
    english = ("--language", "en")
    (strict,) = said_of(path, *english)
    assert strict["labels"] == ["future_or_modal"]
    replace_in(root / "competenties.toml", '# style = "third-person"', 'style = "you-can"')
    (allowed,) = said_of(path, *english, "--workspace", str(root))
    assert allowed["labels"] == []
    monkeypatch.chdir(root / "profiles")
    assert said_of(path, *english)[0]["labels"] == []


def test_a_rule_that_is_off_in_the_workspace_is_off_for_loose_sentences(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    replace_in(
        root / "competenties.toml", "[check.severities]", '[check.severities]\nvague-amount = "off"'
    )
    path = sentences(tmp_path, "Belt vaak met klanten.")
    (row,) = said_of(path, "--language", "nl", "--workspace", str(root))
    assert row["findings"] == []


def test_the_source_is_not_changed(tmp_path: Path) -> None:
    path = sentences(tmp_path, f"{BAD_NL}\r\n", encoding="utf-8-sig")
    before = path.read_bytes()
    call("wording", path)
    assert path.read_bytes() == before


def test_what_comes_in_may_be_an_old_windows_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del tmp_path
    raw = io.TextIOWrapper(io.BytesIO("Is één keer gebeld.\r\n".encode("cp1252")))
    monkeypatch.setattr(sys, "stdin", raw)
    (row,) = rows(call("wording", "-", "--json", "--language", "nl"))
    assert row["text"] == "Is één keer gebeld."
