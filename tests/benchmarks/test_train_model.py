"""The fit of the model of tolls: it finds a bias that was put in, and widths that hold."""

from __future__ import annotations

import random
from math import inf

import pytest

from benchmarks.train_model import START, Case, calibrate, conformal, fit
from rashomon.weigh.origins import Origin
from rashomon.weigh.tolls import Tier, Toll


def case(number: int, true: int, told: int, *, enemy: bool = False) -> Case:
    tier = Tier.PARTY if enemy else Tier.PRESS
    name = str(number)
    origin = Origin(name, name, "party")
    toll = Toll("killed", "total", told, told, told, (name,), name, origin, tier, enemy)
    return Case(name, "made", (toll,), None, true, true)


@pytest.mark.parametrize(("enemy", "kind"), [(True, "enemy"), (False, "press")])
def test_a_bias_that_was_put_in_is_found(*, enemy: bool, kind: str) -> None:
    chance = random.Random(7)  # noqa: S311  made numbers, always the same
    cases = [
        case(number, true, max(1, round(true * 3 * chance.lognormvariate(0, 0.3))), enemy=enemy)
        for number, true in enumerate(chance.choices(range(3, 60), k=200))
    ]
    fitted = fit(cases)
    assert fitted.sources[kind].bias == pytest.approx(3, rel=0.15)
    assert fitted.sources["own"] == START.sources["own"]


def test_few_tolls_leave_the_constants_near_those_of_the_literature() -> None:
    fitted = fit([case(0, 10, 10, enemy=True), case(1, 20, 20, enemy=True)])
    assert fitted.sources["enemy"].bias > 1.5


@pytest.mark.parametrize(
    ("errors", "level", "expected"),
    [
        ([1.0, 2.0, 3.0, 4.0], 0.5, 3.0),
        ([float(n) for n in range(1, 10)], 0.9, 9.0),
        ([1.0, 2.0], 0.9, inf),
    ],
)
def test_an_error_within_which_a_new_case_stays(
    errors: list[float], level: float, expected: float
) -> None:
    assert conformal(errors, level) == expected


def test_cases_are_settled_by_measure_and_tier() -> None:
    cases = [case(number, 9, 9, enemy=number % 2 == 0) for number in range(40)]
    found = calibrate(cases, {each.id: float(each.id) for each in cases})
    assert {name: each.cases for name, each in found.items()} == {
        "killed party": 20,
        "killed press": 20,
    }
    assert found["killed party"].q == 36.0


def test_a_range_that_was_settled_is_missed_only_outside_it() -> None:
    settled = Case("c", "made", case(0, 1, 1).tolls, None, 5, 9)
    assert settled.missed_by(7.0) == 0
    assert settled.missed_by(20.0) > settled.missed_by(12.0) > 0
