from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.train_model import START
from rashomon.weigh.model import estimate, middle
from rashomon.weigh.origins import Origin
from rashomon.weigh.tolls import Tier, Toll

# The constants of METHODS 5.4, by which the shape of the model is tested; those in use are fitted.
BIASED = START
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


def best(*tolls: Toll, since: str | None = None) -> float:
    return middle(tolls, since, BIASED)


def test_a_boast_alone_is_cut_down() -> None:
    """The worked example of METHODS 5.4: 40 claimed of the enemy are 13, by its constants."""
    assert round(best(toll(40, Tier.PARTY, enemy=True))) == 13


def test_without_a_number_there_is_no_estimate() -> None:
    assert estimate([]) is None
    assert estimate([toll(None, low=0, high=None)]) is None


def test_a_side_plays_its_own_losses_down() -> None:
    assert best(toll(10, Tier.OWN)) > best(toll(10)) == pytest.approx(10, abs=0.5)


def test_a_report_of_the_first_hours_misses_some() -> None:
    early, late = toll(40, day="2022-03-04"), toll(40, day="2022-03-09")
    assert best(early, since="2022-03-04") > best(late, since="2022-03-04")
    assert best(early) == pytest.approx(best(late))


def test_at_least_moves_the_estimate_up_only() -> None:
    assert best(toll(15, high=None)) > best(toll(15))


def test_nobody_stays_nobody() -> None:
    assert best(toll(0)) == 0.0


def test_two_origins_outvote_one_that_tells_another_story() -> None:
    told = toll(10), toll(10, name="b"), toll(400, Tier.PARTY, name="c")
    assert best(*told) == pytest.approx(10, abs=1)


def test_no_interval_is_printed_that_few_settled_cases_bear_out() -> None:
    assert estimate([replace(toll(9), measure="captured")]) is None
    assert estimate([toll(9, Tier.OWN)]) is None
    assert estimate([toll(9)]) is not None


@given(st.lists(numbers, min_size=1, max_size=6))
def test_the_order_of_tolls_does_not_matter(told: list[int]) -> None:
    tolls = [toll(number, name=str(index)) for index, number in enumerate(told)]
    assert estimate(tolls) == estimate(tolls[::-1])


@given(numbers)
def test_the_ends_are_in_order(number: int) -> None:
    found = estimate([toll(number)])
    assert found is not None
    assert 0 <= found.low <= found.best <= found.high
