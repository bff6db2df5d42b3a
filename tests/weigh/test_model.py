from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values import Estimate
from rashomon.weigh.model import estimate
from rashomon.weigh.origins import Origin
from rashomon.weigh.tolls import Tier, Toll

numbers = st.integers(min_value=0, max_value=5000)


def toll(  # noqa: PLR0913  a toll for each test
    best: int | None,
    tier: Tier = Tier.PRESS,
    *,
    name: str = "a",
    enemy: bool = False,
    low: int | None = None,
    high: int | None = -1,
    day: str = "",
) -> Toll:
    return Toll(
        measure="killed",
        of="Reds",
        low=best if low is None else low,
        best=best,
        high=best if high == -1 else high,
        claims=(name,),
        report=name,
        origin=Origin(name, name, "party"),
        tier=tier,
        enemy=enemy,
        day=day,
    )


def test_a_boast_alone_is_cut_down() -> None:
    """The worked example of METHODS 5.4: 40 claimed of the enemy."""
    assert estimate([toll(40, Tier.PARTY, enemy=True)]) == Estimate(4, 13, 37)


def test_without_a_number_there_is_no_estimate() -> None:
    assert estimate([]) is None
    assert estimate([toll(None, low=0, high=None)]) is None


def test_a_side_plays_its_own_losses_down() -> None:
    own, press = estimate([toll(10, Tier.OWN)]), estimate([toll(10)])
    assert own is not None
    assert press is not None
    assert own.best > press.best == 10


def test_a_report_of_the_first_hours_misses_some() -> None:
    early = estimate([toll(40, day="2022-03-04")], "2022-03-04")
    late = estimate([toll(40, day="2022-03-09")], "2022-03-04")
    assert early is not None
    assert late is not None
    assert early.best > late.best


def test_at_least_moves_the_estimate_up_only() -> None:
    exact, least = estimate([toll(15)]), estimate([toll(15, high=None)])
    assert exact is not None
    assert least is not None
    assert least.high > exact.high


@given(st.lists(numbers, min_size=1, max_size=6))
def test_the_order_of_tolls_does_not_matter(told: list[int]) -> None:
    tolls = [toll(number, name=str(index)) for index, number in enumerate(told)]
    assert estimate(tolls) == estimate(tolls[::-1])


@given(numbers)
def test_the_ends_are_in_order(number: int) -> None:
    found = estimate([toll(number)])
    assert found is not None
    assert 0 <= found.low <= found.best <= found.high


@pytest.mark.parametrize("number", [1, 5, 20, 200])
def test_a_second_origin_makes_surer(number: int) -> None:
    one = estimate([toll(number)])
    two = estimate([toll(number), toll(number, name="b")])
    assert one is not None
    assert two is not None
    assert two.high - two.low <= one.high - one.low
