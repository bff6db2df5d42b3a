"""Distances on the globe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.globe import EARTH_KM, great_circle, kilometres
from rashomon.values import EventPlace

HALF_WAY_ROUND = 3.141592653589793 * EARTH_KM
POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((34.0, 66.0), (35.0, 66.0), 111.2),
        ((0.0, 10.0), (0.0, 11.0), 111.2),
        ((60.0, 10.0), (60.0, 11.0), 55.6),
        ((0.0, 179.5), (0.0, -179.5), 111.2),
        ((90.0, 0.0), (90.0, 120.0), 0.0),
        ((0.0, 0.0), (0.0, 180.0), HALF_WAY_ROUND),
    ],
)
def test_great_circles(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert great_circle(one, other) == pytest.approx(km, abs=0.1)


@given(POINTS, POINTS)
def test_it_is_as_far_there_as_back_and_never_further_than_half_way_round(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert great_circle(one, other) == pytest.approx(great_circle(other, one), abs=1e-6)
    assert 0 <= great_circle(one, other) <= HALF_WAY_ROUND + 1e-6


def test_a_place_without_a_point_is_at_no_distance() -> None:
    here, nowhere = EventPlace(name="Here", lat=0.0, lon=0.0), EventPlace(name="Nowhere", lat=1.0)
    assert kilometres(here, here) == 0
    assert kilometres(here, nowhere) is None
    assert kilometres(nowhere, here) is None
