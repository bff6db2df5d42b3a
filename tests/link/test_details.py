"""Ages, hours and full names, as two languages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.details import ages_in, full_names_in, hour_gap, hours_in, streets_in


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 14-year-old girl and a man aged 50 were hurt", {14, 50}),
        ("Ana Marsh, 30, was driving", {30}),
        ("Une fille âgée de 12 ans", {12}),
        ("He fired 14 shots on May 3", set()),
    ],
)
def test_ages(text: str, ages: set[int]) -> None:
    assert ages_in(text) == ages


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("at 2:30 p.m. on Monday", {14 * 60 + 30}),
        ("shortly after 12 am", {0}),
        ("around 12:15 p.m.", {12 * 60 + 15}),
        ("vers 14h30", {14 * 60 + 30}),
        ("for 3 hours", set()),
    ],
)
def test_hours(text: str, hours: set[int]) -> None:
    assert hours_in(text) == hours


def test_the_night_goes_round_midnight() -> None:
    assert hour_gap({23 * 60 + 50}, {10}) == 20
    assert hour_gap({0}, set()) is None


@given(st.sets(st.integers(0, 1439), min_size=1), st.sets(st.integers(0, 1439), min_size=1))
def test_hours_are_at_most_half_a_day_apart(left: set[int], right: set[int]) -> None:
    gap = hour_gap(left, right)
    assert gap is not None
    assert 0 <= gap <= 720
    assert gap == hour_gap(right, left)


def test_full_names_are_people() -> None:
    text = "Then Orsolya Qalandar of Marktown Heights, said Monday Evening, met Orsolya."
    assert full_names_in(text, frozenset({"marktown"})) == {"orsolya qalandar"}


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("Shots fell in the 300 block of Old Marlow Road, near 12th St.", {"old marlow", "12th"}),
        ("A man from Marlow walked down the street to the road.", set()),
        ("They met at Rosaline Street and Café Noir Avenue.", {"rosaline", "cafe noir"}),
    ],
)
def test_streets_are_read(text: str, streets: set[str]) -> None:
    assert streets_in(text) == streets


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= age < 100 for age in ages_in(text))
    assert all(0 <= hour < 1440 for hour in hours_in(text))
    assert all(streets_in(text))
    assert all(name for name in full_names_in(text, frozenset()))
