"""The plan of a file that is no table is shown by the ways to its values and their lines."""

from competenties.cli.terminal.plan_lines import plan_json, plan_lines
from competenties.formats.plan import ImportPlan, LeftOver, Node, Note, Origin
from competenties.messages import Phrase

REASON = Phrase(nl="dit veld is niet bekend", en="this field is not known")
DOUBT = Phrase(nl="klopt dit?", en="is this right?")
PLAN = ImportPlan(
    "pakket.json",
    "nl",
    {"name": "X", "competences": [{"name": "A"}]},
    origins={("framework", "name"): Origin((Node("CFDocument/title", 3),), "likely")},
    left_overs=(
        LeftOver(Node("CFItems/0/notes", 12), "x", REASON),
        LeftOver(Node("CFItems/1/notes"), "y", REASON),
    ),
    notes=(Note(Node("CFItems/0/language", 9), DOUBT),),
)


def test_values_that_were_not_used_are_named_by_their_way_and_line() -> None:
    lines = list(plan_lines(PLAN, "nl"))
    assert (
        "  2 waarden (CFItems/0/notes in regel 12, CFItems/1/notes): dit veld is niet bekend "
        "→ blijft bewaard als extra"
    ) in lines
    assert "  CFItems/0/language in regel 9: klopt dit?" in lines


def test_a_file_of_which_everything_was_used_says_so_without_cells() -> None:
    whole = ImportPlan("pakket.json", "nl", PLAN.framework)
    assert "Every value in the file was used." in list(plan_lines(whole, "en"))


def test_a_remark_that_something_was_not_kept_is_not_contradicted() -> None:
    said = Phrase(nl="De tijden zijn niet bewaard.", en="The times were not kept.")
    lines = list(plan_lines(ImportPlan("pakket.json", "nl", PLAN.framework, remarks=(said,)), "nl"))
    assert "Elke waarde in het bestand is gebruikt." not in lines
    assert "Verder is elke waarde in het bestand gebruikt." in lines


def test_other_programs_get_the_way_and_the_line() -> None:
    data = plan_json(PLAN, "en")
    assert data["left_overs"] == [
        {
            "path": "CFItems/0/notes",
            "line": 12,
            "text": "x",
            "reason": "this field is not known",
            "kept": True,
        },
        {
            "path": "CFItems/1/notes",
            "line": None,
            "text": "y",
            "reason": "this field is not known",
            "kept": True,
        },
    ]
    assert data["doubts"][0]["cells"] == ["CFDocument/title"]
