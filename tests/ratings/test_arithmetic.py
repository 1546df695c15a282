"""What answers come to: exact, rounded once, and nothing where too little was seen."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competenties.model.scale import FREQUENCY_SCALE, Arithmetic
from competenties.ratings.arithmetic import (
    Answer,
    Counts,
    count,
    gap_of,
    outcome,
    round_half_up,
    weighted_mean,
)

FREQUENCY = FREQUENCY_SCALE.arithmetic
ANSWERS = st.lists(
    st.one_of(
        st.integers(1, 5),
        st.sampled_from(["not-observed", "not-applicable", "blank"]),
    ),
    max_size=30,
)


def test_three_reasons_without_a_number_are_counted_apart_and_none_is_zero() -> None:
    answers: list[Answer] = [5, 5, 4, "not-observed", "not-applicable", "blank"]
    assert count(answers) == Counts(rated=3, not_observed=1, not_applicable=1, blank=1)
    assert outcome(answers, FREQUENCY, "frequency").score == Decimal("4.7")


def test_a_line_that_does_not_belong_to_the_work_does_not_lower_the_coverage() -> None:
    answers: list[Answer] = [4, 4, 4, "not-applicable", "not-applicable", "blank", "not-observed"]
    assert count(answers).coverage == Fraction(3, 5)
    assert outcome(answers, FREQUENCY, "frequency").score == Decimal("4.0")
    assert outcome([*answers, "blank"], FREQUENCY, "frequency").verdict == "too-little"


def test_a_coverage_that_is_just_reached_is_enough() -> None:
    """0.6 of five lines is three: no binary fraction makes it a little more."""
    assert outcome([4, 4, 4, "blank", "blank"], FREQUENCY, "frequency").score is not None


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ([4, 4, 4], "yes"),
        ([4, 4, 3, 4], "partly"),
        ([4] * 19 + [3], "yes"),  # 3.95 is 4.0 to a reader, and the reader's number decides
        ([3, 3, 3], "partly"),
        ([2, 3, 3], "no"),
        ([5, "not-observed", "not-observed"], "too-little"),
        ([], "too-little"),
        (["not-applicable"], "too-little"),
    ],
)
def test_a_frequency_says_whether_behaviour_is_visible_and_never_a_level(
    answers: list[Answer], verdict: str
) -> None:
    found = outcome(answers, FREQUENCY, "frequency", [3])
    assert (found.verdict, found.gap) == (verdict, None)


@pytest.mark.parametrize(
    ("score", "requested", "gap"),
    [("2.5", [3], "-0.5"), ("3.0", [3], "0.0"), ("4.0", [2, 3], "1.0"), ("2.5", [2, 3], "0")],
)
def test_a_gap_is_a_difference_in_levels(score: str, requested: list[int], gap: str) -> None:
    assert gap_of(Decimal(score), requested) == Decimal(gap)
    assert outcome([2, 3], Arithmetic(method="median"), "level", [3]).gap == Decimal("-0.5")


def test_a_scale_for_conversations_gives_no_result() -> None:
    assert outcome([1, 2, 3], FREQUENCY, "development") == (
        outcome([1, 2, 3], Arithmetic(method="none"), "norm")
    )


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        ("3.25", 1, "3.3"),
        ("2.5", 0, "3"),
        ("1.005", 2, "1.01"),
        ("-2.5", 0, "-2"),
        ("3.1249", 3, "3.125"),
    ],
)
def test_a_half_goes_up(value: str, decimals: int, rounded: str) -> None:
    assert round_half_up(Fraction(value), decimals) == Decimal(rounded)


@given(ANSWERS, st.sampled_from(["mean", "median"]), st.integers(0, 3))
def test_a_score_lies_within_its_answers_and_only_numbers_move_it(
    answers: list[Answer], method: str, decimals: int
) -> None:
    rules = Arithmetic.model_validate({"method": method, "coverage": 0, "decimals": decimals})
    found = outcome(answers, rules, "frequency").score
    numbers = [one for one in answers if isinstance(one, int)]
    assert (found is None) == (not numbers)
    if found is not None:
        assert min(numbers) <= found <= max(numbers)
        assert outcome(numbers, rules, "frequency").score == found
        assert outcome(answers[::-1], rules, "frequency").score == found


def test_weights_are_taken_as_they_are_written() -> None:
    assert weighted_mean([(Decimal(4), 0.1), (Decimal(1), 0.2)]) == 2
    assert weighted_mean([]) is None
