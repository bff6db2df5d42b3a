from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.choice import chances

SCORES = st.dictionaries(st.text(max_size=3), st.floats(-1e6, 1e6), min_size=1, max_size=9)


@given(SCORES)
def test_chances_add_up_to_one_and_follow_the_scores(scores: dict[str, float]) -> None:
    shares = chances(scores)
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares[max(scores, key=lambda key: scores[key])] == max(shares.values())


def test_of_nothing_nothing_is_likely() -> None:
    assert chances({}) == {}
