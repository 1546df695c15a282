"""What is exported arrives in a Canvas account whole, and comes back from there as the loss report says."""

import csv
import io
from typing import Literal

import pytest
from awkward_frameworks import AWKWARD, HOSTILE, HUGE, behaviour, everywhere, framework
from canvas_site import RefusedByCanvasError, Site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lms_frameworks import apart, frameworks, lost_places

import strategies
from competenties.findings import RefusedError
from competenties.formats import canvas
from competenties.formats.applying import apply
from competenties.formats.inventory import inventory
from competenties.formats.source import Content, ExportChoices, Source
from competenties.model.framework import Framework
from competenties.office.clean import has_ink

TRIES = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
Levels = Literal["anchors", "branch"]
LEVELS: tuple[Levels, ...] = ("anchors", "branch")


def check_site(site: Site, raw: bytes) -> None:
    """Check that every row stands in the account as it was written, and nothing more."""
    rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))[1:]
    assert site.errors == []
    assert [*site.groups, *site.outcomes] == sorted(
        (row[0] for row in rows), key=lambda guid: guid not in site.groups
    )
    for row in rows:
        there = site.groups.get(row[0]) or site.outcomes[row[0]]
        assert (there.cells["title"], " ".join(there.parents)) == (row[2], row[8])
        if row[1] == "outcome":
            told = [text for points, words in there.ratings for text in (str(points), words)]
            assert told == [one for one in row[9:] if one]
            assert (there.method, str(there.mastery)) == ("highest", row[6])


def check_way_and_back(made: Framework, levels: Levels) -> None:
    export = canvas.write(Content(made), ".csv", ExportChoices(levels=levels))
    site = Site()
    site.take(export.files[""])
    check_site(site, export.files[""])
    back = apply(canvas.plan(Source("x.csv", site.exported()))).framework
    assert back is not None
    before, after = inventory(Content(made)), inventory(Content(back))
    lost = {p for p, held in before.items() if p not in after or after[p].value != held.value}
    assert lost == lost_places(export)


@TRIES
@given(frameworks() | strategies.frameworks(), st.sampled_from(LEVELS))
def test_any_framework_arrives_whole_and_comes_back_as_the_report_says(
    made: Framework, levels: Levels
) -> None:
    check_way_and_back(apart(made), levels)


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("made", AWKWARD.values(), ids=list(AWKWARD))
def test_an_awkward_framework_arrives_whole(made: Framework, levels: Levels) -> None:
    check_way_and_back(made, levels)


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("text", [one for one in HOSTILE if has_ink(one)])
def test_a_text_that_means_something_to_a_table_or_html_is_kept_everywhere(
    text: str, levels: Levels
) -> None:
    check_way_and_back(everywhere(text), levels)


@pytest.mark.parametrize("levels", LEVELS)
def test_texts_are_shortened_until_canvas_has_room_for_the_description(levels: Levels) -> None:
    check_way_and_back(HUGE, levels)


def test_a_hard_blank_counts_as_canvas_writes_it() -> None:
    definition = "\xa0a" * 9_990
    check_way_and_back(framework(description=definition, owner=definition), "anchors")


def test_behaviour_beyond_what_a_description_holds_is_refused_with_a_way_out() -> None:
    many = behaviour("c", "Meldt wat er aan de hand is. " * 20, 200)
    made = framework(competences=[{"id": "c", "name": "Samenwerken", "indicators": many}])
    with pytest.raises(RefusedError) as refused:
        canvas.write(Content(made), ".csv", ExportChoices(levels="anchors"))
    assert '"Samenwerken"' in str(refused.value)
    assert "--levels branch" in str(refused.value)
    check_way_and_back(made, "branch")


@pytest.mark.parametrize("levels", LEVELS)
def test_a_second_import_updates_and_makes_nothing(levels: Levels) -> None:
    made = AWKWARD["clusters six deep"]
    moved = made.model_copy(
        update={
            "clusters": tuple(
                one.model_copy(update={"name": f"Nieuw {one.id}"})
                for one in reversed(made.clusters)
            ),
            "competences": tuple(reversed(made.competences)),
        }
    )
    site = Site()
    site.take(canvas.write(Content(made), ".csv", ExportChoices(levels=levels)).files[""])
    assert site.made == 1 + len(made.clusters) + len(made.competences)
    site.take(canvas.write(Content(moved), ".csv", ExportChoices(levels=levels)).files[""])
    assert (site.made, site.errors) == (0, [])
    assert site.groups["model.k0"].cells["title"] == "Nieuw k0"


HEADER = "vendor_guid,object_type,title,parent_guids,ratings,,,"
SKIPPED = {
    "a late parent": "a,outcome,A,g,1,Ja,,\ng,group,G,,,,,",
    "a blank in a code": "a b,group,A,,,,,",
    "a group with ratings": "a,group,A,,1,Ja,,",
    "points that rise": "a,outcome,A,,1,Nee,2,Ja",
    "another type": "a,Outcome,A,,1,Ja,,",
    "no title": "a,group,,,,,,",
    "a code twice": "a,group,A,,,,,\na,group,A,,,,,",
}


@pytest.mark.parametrize("rows", SKIPPED.values(), ids=list(SKIPPED))
def test_the_account_of_these_tests_skips_what_canvas_does(rows: str) -> None:
    site = Site()
    site.take(f"{HEADER}\n{rows}\n".encode())
    assert len(site.errors) == 1


@pytest.mark.parametrize("header", ["Vendor_guid,object_type,title", f"{HEADER},x", "title"])
def test_the_account_of_these_tests_refuses_a_header_that_canvas_does(header: str) -> None:
    with pytest.raises(RefusedByCanvasError):
        Site().take(f"{header}\n".encode())


def test_the_account_of_these_tests_fills_in_what_canvas_does() -> None:
    site = Site()
    site.take(f'{HEADER}\na,outcome,A,,,,,\nb,outcome,B,,"3,5",,,\n'.encode())
    assert site.outcomes["a"].ratings[0] == (5, "Exceeds")
    assert site.outcomes["a"].method == "decaying_average"
    assert site.outcomes["b"].ratings == [(35, "No Comment")]
