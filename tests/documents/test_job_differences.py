"""What differs between two versions: found by key, else by name, and never judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenties.documents.job_differences import Aspect, differences, unchanged

PURPOSE = Aspect("Doel", "", "Doel", lines=("Snoeit.",))
HEDGES = Aspect("Taken", "heggen", "Heggen", "Heggen", ("Snoeit.", "Ruimt op."))
PATHS = Aspect("Taken", "paden", "Paden", "Paden", ("Veegt.",))


def test_nothing_differs_from_itself() -> None:
    parts = [PURPOSE, HEDGES, PATHS]
    assert differences(parts, parts) == []
    assert unchanged(parts, parts, []) == ["Doel", "Taken"]


def test_what_is_new_and_what_is_gone_stand_with_their_subject() -> None:
    other = Aspect("Taken", "bomen", "Bomen", lines=("Plant.",))
    found = differences([PATHS, PURPOSE], [PURPOSE, other])
    assert [(one.subject, one.was, one.now) for one in found] == [
        ("Taken", None, other),
        ("Taken", PATHS, None),
    ]
    assert found[0].title == "Bomen"
    assert found[1].title == "Paden"
    assert unchanged([PATHS, PURPOSE], [PURPOSE, other], found) == ["Doel"]


def test_lines_that_are_new_and_gone_are_named() -> None:
    now = Aspect("Taken", "heggen", "Heggen", "Heggen", ("Ruimt op.", "Meet."))
    (found,) = differences([HEDGES], [now])
    assert found.added == ("Meet.",)
    assert found.removed == ("Snoeit.",)


@pytest.mark.parametrize("key", ["heggen", "heggen-2"])
def test_a_part_is_known_again_by_its_key_or_else_by_its_name(key: str) -> None:
    now = Aspect("Taken", key, "heggen" if key != "heggen" else "Hagen", "x", HEDGES.lines)
    (found,) = differences([HEDGES, PATHS], [now, PATHS])
    assert (found.was, found.now) == (HEDGES, now)


def test_another_key_alone_is_no_difference() -> None:
    now = Aspect("Taken", "hagen", "Heggen", "Heggen", HEDGES.lines)
    assert differences([HEDGES], [now]) == []


PARTS = st.lists(
    st.builds(
        Aspect,
        st.sampled_from(["Doel", "Taken", "Eisen"]),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["A", "B", "C"]),
        lines=st.lists(st.sampled_from(["x", "y"]), max_size=2).map(tuple),
    ),
    max_size=8,
)


@given(PARTS, PARTS)
def test_every_part_of_both_versions_is_accounted_for_once(
    before: list[Aspect], after: list[Aspect]
) -> None:
    found = differences(before, after)
    news = [one.now for one in found if one.now]
    olds = [one.was for one in found if one.was]
    assert len(after) - len(news) == len(before) - len(olds), "the rest stands in both"
    assert all(one.was or one.now for one in found)
    mirrored = differences(after, before)
    assert len([one for one in mirrored if not one.now]) == len([o for o in found if not o.was])
