"""Ids for other programs stay the same for ever, and two items never get one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from competenties.formats.identity import code, node_uuid
from competenties.formats.presets.codes import Codes

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,120}", fullmatch=True)


def test_a_uuid_follows_from_ids_alone_and_is_of_version_5() -> None:
    made = node_uuid("raamwerk", "samenwerken", 2)
    assert made == node_uuid("raamwerk", "samenwerken", 2)
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made
    )
    assert made != node_uuid("ander-raamwerk", "samenwerken", 2)


def test_a_uuid_of_today_is_that_of_every_later_version() -> None:
    assert node_uuid("basis", "klantgericht-handelen") == "d59eeb2e-c605-5509-baea-6b43b6c89157"


@given(IDS, st.integers(20, 100))
def test_a_code_begins_with_a_letter_and_is_no_longer_than_asked(
    identifier: str, most: int
) -> None:
    made = code(identifier, most=most)
    assert len(made) <= most
    assert re.fullmatch(r"[a-z][a-z0-9-]*", made)
    assert made == identifier or len(identifier) > most


def test_two_long_ids_that_differ_at_the_end_get_two_codes() -> None:
    assert code("a" * 60 + "x", most=32) != code("a" * 60 + "y", most=32)


def test_an_item_and_a_cluster_with_one_id_get_two_codes() -> None:
    codes = Codes(32)
    assert codes.of("cluster", "samen") == "samen"
    assert codes.of("competence", "samen") == "competence-samen"
    assert codes.of("cluster", "samen") == "samen"
