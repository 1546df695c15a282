"""Files of Canvas as they are in the wild: read whole, with what is odd reported."""

from pathlib import Path

import pytest
from lms_frameworks import missing_cells

from competenties.findings import UnusableError
from competenties.formats import canvas
from competenties.formats.applying import apply
from competenties.formats.plan import ImportPlan
from competenties.formats.source import Content, Source
from competenties.model.framework import Framework
from conftest import SHARED

SAMPLES = sorted((SHARED / "data" / "interop").glob("*/canvas*.csv"))
HEADER = "vendor_guid,object_type,title,description,mastery_points,workflow_state,parent_guids,ratings,,,"


def planned(*lines: str) -> ImportPlan:
    raw = "\n".join([HEADER, *lines]).encode()
    made = canvas.plan(Source("x.csv", raw))
    assert missing_cells(made, raw) == set()
    return made


def imported(*lines: str) -> Framework:
    made = apply(planned(*lines)).framework
    assert made is not None
    return made


@pytest.mark.skipif(not SAMPLES, reason="needs the samples of other programs in ../shared")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_imported_with_every_cell_accounted_for(path: Path) -> None:
    raw = path.read_bytes()
    source = Source("x.csv", raw)
    assert canvas.recognises(source)
    made = canvas.plan(source)
    assert missing_cells(made, raw) == set()
    framework = apply(made).framework
    assert framework is not None
    outcomes = sum(b",outcome," in line for line in raw.splitlines())
    assert len(framework.competences) == outcomes


def test_ratings_become_a_scale_once() -> None:
    lines = [
        "a,outcome,A,,,active,,2,Ja,1,Nee",
        "b,outcome,B,,,active,,2,Ja,1,Nee",
        "c,outcome,C,,,active,,1,X,,",
    ]
    framework = imported(*lines)
    scales = [
        [(one.number, one.name) for one in scale.levels] for scale in framework.proficiency_scales
    ]
    assert scales == [[(1, "Nee"), (2, "Ja")], [(1, "X")]]
    assert [one.scale for one in framework.competences] == [
        None,
        None,
        framework.proficiency_scales[1].id,
    ]


def test_points_that_are_no_level_numbers_are_kept_beside() -> None:
    framework = imported('a,outcome,A,,,active,,"3,5",Ja,0.5,Nee')
    assert [one.name for one in framework.proficiency_scales[0].levels] == ["Nee", "Ja"]
    assert framework.competences[0].extra == {"canvas": {"ratings": ["3,5", "Ja", "0.5", "Nee"]}}


def test_orphans_rounds_and_doubles_are_reported_and_kept() -> None:
    lines = [
        "g,group,G,,,active,h,,,,",
        "h,group,H,,,active,g,,,,",
        "a,outcome,A,,,active,weg,1,X,,",
        "a,outcome,A twee,,,active,g,1,X,,",
    ]
    assert len(planned(*lines).notes) == 3
    framework = imported(*lines)
    assert [one.name for one in framework.competences] == ["A", "A twee"]
    assert [one.name for one in framework.clusters] == ["G", "H"]


def test_a_deleted_outcome_is_retired_and_another_type_is_kept_as_it_is() -> None:
    lines = ["a,outcome,A,,,deleted,,1,X,,", "b,iets,B,,,,,,,,"]
    framework = imported(*lines)
    assert framework.competences[0].status == "retired"
    assert framework.extra == {"canvas": {"rows": {"3": ["b", "iets", "B"]}}}


def test_codes_of_others_are_kept_and_go_back() -> None:
    lines = ["INT,group,Mens,,,active,,,,,", "INT-SAM,outcome,Samen,,,active,INT,1,X,,"]
    framework = imported(*lines)
    assert (framework.id, framework.competences[0].id) == ("int", "int-sam")
    raw = canvas.write(Content(framework), ".csv").files[""].decode()
    assert "\r\nINT-SAM,outcome,Samen," in raw
    again = apply(canvas.plan(Source("x.csv", raw.encode()))).framework
    assert again is not None
    assert again.competences[0].identifiers == framework.competences[0].identifiers


def test_semicolons_and_a_mark_of_the_byte_order_are_read() -> None:
    raw = HEADER.replace(",", ";") + "\r\na;outcome;Één;;;active;;2;Ja;1;Nee"
    made = apply(canvas.plan(Source("x.csv", raw.encode("utf-8-sig")))).framework
    assert made is not None
    assert made.competences[0].name == "Één"


@pytest.mark.parametrize("raw", [b"", b"a,b\n1,2\n", b"%PDF-1.7", b"vendor_guid,title\nx,y\n"])
def test_another_file_is_refused_with_what_to_do(raw: bytes) -> None:
    source = Source("x.csv", raw)
    assert not canvas.recognises(source)
    with pytest.raises(UnusableError):
        canvas.plan(source)


def test_a_picture_in_a_description_is_left_over_and_its_text_is_kept() -> None:
    made = planned('A,outcome,Plannen,"<p><img src=""kring.png"" alt=""de kring""> helpt</p>",,')
    assert made.framework is not None
    assert made.framework["competences"][0]["definition"] == "de kring helpt"
    assert [one.text for one in made.left_overs if not one.is_kept] == ["kring.png"]
