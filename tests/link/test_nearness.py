"""How near places and days are."""

from dataclasses import replace

import pytest

from rashomon.link.nearness import closeness, day_gap, far_apart, published_day
from rashomon.values import Place, Report, When
from tests.link.made import MARKET, RIVERTON, place

PROVINCE = replace(
    RIVERTON, geonameid=50, name="Norden", admin2=None, lat=None, lon=None, precision=4
)


@pytest.mark.parametrize(
    ("left", "right", "grade"),
    [
        (RIVERTON, replace(RIVERTON, name="Ryverton"), 1.0),
        (RIVERTON, place("Millgate", 3, lat=34.1), 0.8),
        (RIVERTON, replace(MARKET, admin2=RIVERTON.admin2), 0.8),
        (RIVERTON, PROVINCE, 0.6),
        (RIVERTON, replace(PROVINCE, lat=34.0, lon=66.0), 0.6),  # its middle is not the place
        (RIVERTON, MARKET, 0.4),
        (RIVERTON, replace(MARKET, admin1="Suden"), 0.0),
        (RIVERTON, replace(RIVERTON, geonameid=8, country="IR"), 0.0),
    ],
)
def test_closeness_is_graded_by_district_and_province(
    left: Place, right: Place, grade: float
) -> None:
    assert closeness(left, right) == closeness(right, left) == grade


def test_unplaced_names_are_compared_by_spelling() -> None:
    nowhere = replace(RIVERTON, geonameid=None, lat=None, lon=None)
    assert closeness(nowhere, replace(nowhere, name="River-ton")) == 1


def test_far_apart_needs_two_known_districts() -> None:
    far = replace(MARKET, lat=40.0)
    assert far_apart(RIVERTON, far)
    assert not far_apart(RIVERTON, replace(far, precision=4))
    assert not far_apart(RIVERTON, None)


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [
        (("2020-02-27", "2020-02-27"), ("2020-03-01", "2020-03-01"), 3),
        (("2020-03-01", "2020-03-05"), ("2020-03-04", "2020-03-09"), 0),
    ],
)
def test_days_between_stretches(left: tuple[str, str], right: tuple[str, str], gap: int) -> None:
    assert day_gap(When(*left, 2), When(*right, 2)) == gap
    assert day_gap(When(*right, 2), When(*left, 2)) == gap


@pytest.mark.parametrize("published", [None, "", "yesterday", "2020-13-01"])
def test_a_day_of_publication_that_is_none(published: str | None) -> None:
    assert published_day(Report(id="r", text="", published=published)) is None
