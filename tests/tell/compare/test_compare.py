"""Events of both collections are matched one to one, for reasons that are told."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from rashomon.tell.compare import (
    Comparison,
    Theirs,
    compare,
    compare_dossier,
    comparison_csv,
    comparison_page,
    comparison_table,
)
from rashomon.tell.compare.likeness import FEWEST, Ours, likeness, shared_actors
from rashomon.tell.exports import ucdp
from rashomon.values import EventPlace, Issue
from tests.tell import made

DAY = date(2023, 3, 14)


ORLA = EventPlace(name="Orla", country="NE", admin1="Tessaoua", lat=13.52, lon=2.11, precision=1)


def ours(name: str = "a", place: EventPlace | None = ORLA, **fields: object) -> Ours:
    """Make an event at Orla on one day in which 20 were killed."""
    event = replace(made.dossier().events[0], id=name, place=place)
    values: dict[str, object] = {
        "days": (DAY, DAY),
        "actors": ("guards", "Red raiders"),
        "toll": (18, 20, 22),
        **fields,
    }
    return Ours(event, **values)  # type: ignore[arg-type]


def theirs(name: str = "1", **fields: object) -> Theirs:
    """Make their record of it."""
    values: dict[str, object] = {
        "dataset": "GED",
        "title": "Clash at Orla",
        "start": DAY,
        "end": DAY,
        "actors": ("Government of Niger", "Red raiders"),
        "place": "Orla",
        "admin1": "Tessaoua region",
        "country": "Niger",
        "lat": 13.52,
        "lon": 2.11,
        "precision": 1,
        "low": 18,
        "best": 20,
        "high": 22,
        **fields,
    }
    return Theirs(id=name, **values)  # type: ignore[arg-type]


def matched(comparison: Comparison) -> list[tuple[str, str]]:
    return [(each.ours.event.id, each.theirs.id) for each in comparison.matched]


def test_a_match_says_why_and_what_differs() -> None:
    (match,) = compare([ours()], [theirs(best=23, high=30, lat=13.7)]).matched
    assert match.why == (
        "same day",
        "20 km apart, both Orla",
        "both name Red raiders",
        "figures of killed meet",
    )
    states = {each.field: (each.state, each.by) for each in match.differences}
    assert states == {
        "date": ("same", ""),
        "place": ("differs", "20 km"),
        "actors": ("differs", "shared: Red raiders"),
        "killed low": ("same", ""),
        "killed best": ("differs", "+3"),
        "killed high": ("differs", "+8"),
    }


@pytest.mark.parametrize(
    "other",
    [
        {"start": DAY + timedelta(4), "end": DAY + timedelta(4)},
        {"lat": 14.5, "place": "Belda"},
        {
            "start": DAY + timedelta(2),
            "end": DAY + timedelta(2),
            "place": "B",
            "lat": 13.65,
            "actors": ("x",),
        },
    ],
)
def test_other_days_and_places_are_never_matched(other: dict[str, object]) -> None:
    comparison = compare([ours()], [theirs("1", **other)])
    assert matched(comparison) == []
    assert len(comparison.only_ours) == len(comparison.only_theirs) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"start": DAY + timedelta(1), "end": DAY + timedelta(1)},
        {"best": 200, "low": 150, "high": 300},
        {"actors": ()},
        {"lat": None, "lon": None},
        {"lat": None, "lon": None, "place": "Ôrla"},
        {"start": DAY - timedelta(15), "end": DAY + timedelta(15)},
        {"place": "Tessaoua region", "lat": 14.0, "lon": 2.4, "precision": 4},
        {"low": None, "high": None, "dataset": "ACLED"},
    ],
)
def test_one_part_may_differ(other: dict[str, object]) -> None:
    assert matched(compare([ours()], [theirs("1", **other)])) == [("a", "1")]


def test_each_event_is_matched_once_and_the_best_pair_first() -> None:
    near, far = theirs("near"), theirs("far", lat=13.58, place="Orla market")
    comparison = compare([ours("a"), ours("b", toll=(None, None, None))], [far, near])
    assert matched(comparison) == [("a", "near"), ("b", "far")]


def test_a_day_that_nobody_knows_leaves_an_event_alone() -> None:
    comparison = compare([ours(days=None)], [theirs()])
    assert [each.event.id for each in comparison.only_ours] == ["a"]


def test_an_event_without_a_place_is_not_looked_up() -> None:
    assert matched(compare([ours(place=None)], [theirs()])) == []


def test_theirs_of_other_days_and_countries_are_counted_only() -> None:
    far = theirs("2", start=date(2019, 1, 1), end=date(2019, 1, 1))
    abroad = theirs("3", country="Peru", lat=-10.0, lon=-75.0)
    comparison = compare([ours()], [theirs(), far, abroad])
    assert (comparison.outside, len(comparison.only_theirs)) == (2, 0)


def test_with_nothing_of_ours_all_of_theirs_are_told() -> None:
    assert len(compare([], [theirs()]).only_theirs) == 1


@pytest.mark.parametrize(
    ("ours_named", "theirs_named", "shared"),
    [
        (("army",), ("Military Forces of Niger (2021-2023)",), ("army",)),
        (("villagers", "raiders"), ("Civilians (Niger)",), ("villagers",)),
        (("Taliban fighters",), ("Taleban",), ("Taliban fighters",)),
        (("rebels",), ("Rebel forces of the North",), ()),
        (("gunmen",), ("Unidentified Armed Group (Niger)",), ()),
        (("Blue Front", "Blue Army"), ("Blue",), ("Blue Front",)),
    ],
)
def test_parties_are_known_under_other_names(
    ours_named: tuple[str, ...], theirs_named: tuple[str, ...], shared: tuple[str, ...]
) -> None:
    assert shared_actors(ours_named, theirs_named) == shared


DAYS = st.integers(-6, 6).map(lambda days: DAY + timedelta(days))
DEGREES = st.integers(-12, 12).map(lambda step: step / 10)


@given(
    st.lists(st.tuples(DAYS, DEGREES, DEGREES), max_size=6),
    st.lists(st.tuples(DAYS, DEGREES, DEGREES), max_size=6),
)
def test_looking_near_finds_what_looking_everywhere_finds(
    left: list[tuple[date, float, float]], right: list[tuple[date, float, float]]
) -> None:
    """With places known to the town, no pair that may match lies beyond the cells looked at."""
    mine = [
        ours(
            f"a{n}",
            days=(day, day),
            place=EventPlace(name=f"A{n}x", lat=13 + y, lon=2 + x, precision=1),
        )
        for n, (day, y, x) in enumerate(left)
    ]
    yours = [
        theirs(
            f"{n}",
            start=day,
            end=day,
            lat=13 + y,
            lon=2 + x,
            place=f"B{n}y",
            admin1=None,
            country=None,
        )
        for n, (day, y, x) in enumerate(right)
    ]
    pairs = [
        (-found.score, a.event.id, b.id)
        for a in mine
        for b in yours
        if (found := likeness(a, b)) is not None and found.score >= FEWEST
    ]
    comparison = compare(mine, yours)
    taken = matched(comparison)
    assert len({a for a, _ in taken}) == len({b for _, b in taken}) == len(taken)
    assert bool(taken) == bool(pairs)
    if pairs:
        best = min(pairs)[0]
        assert max(each.score for each in comparison.matched) == -best


def test_a_dossier_matches_its_own_export() -> None:
    dossier = made.dossier()
    comparison = compare_dossier(
        dossier, ucdp.events_csv(dossier).splitlines(keepends=True), "x.csv"
    )
    (match,) = comparison.matched
    assert match.score > 0.9
    assert [each.field for each in match.differences if each.state == "differs"] == []


def told(comparison: Comparison) -> str:
    console = Console(width=100, file=io.StringIO(), force_terminal=False)
    console.print(comparison_table(comparison))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_hostile_words_stay_words() -> None:
    wicked = replace(
        theirs("2", title=made.HOSTILE, place=f"={made.HOSTILE}", actors=(made.HOSTILE,)),
        start=DAY + timedelta(5),
        end=DAY + timedelta(5),
    )
    issue = Issue("bad-row", made.HOSTILE, where=made.HOSTILE)
    comparison = compare([ours(), ours("=1+1", days=None)], [theirs(title="=1+1"), wicked, issue])
    page = comparison_page(comparison, made.HOSTILE)
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    rows = list(csv.reader(io.StringIO(comparison_csv(comparison))))
    assert len(rows) == 4
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not any(cell.startswith(("=", "@", "+")) for row in rows for cell in row)
    assert "\x00" not in told(comparison)


def test_differences_are_numbers_in_the_csv() -> None:
    comparison = compare([ours()], [theirs(best=15, low=None)])
    (row,) = csv.DictReader(io.StringIO(comparison_csv(comparison)))
    assert (row["killed_best_difference"], row["killed_low_difference"]) == ("-5", "")
    assert (row["start_ours"], row["days_apart"], row["km_apart"]) == ("2023-03-14", "0", "0.0")
    assert row["differs"] == "actors;killed best"


def test_an_empty_comparison_can_be_shown() -> None:
    comparison = compare([], [])
    assert "None." in comparison_page(comparison, "x.csv")
    assert "Killed" in told(comparison)
    assert comparison_csv(comparison).count("\n") == 1


def test_of_a_large_file_few_events_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [
        theirs(
            str(n),
            start=DAY + timedelta(n % 365),
            end=DAY + timedelta(n % 365),
            lat=-30 + (n * 7919 % 6000) / 100,
            lon=(n * 104729 % 6000) / 100,
            place=f"Place {n % 9973}",
            country=None,
        )
        for n in range(10_000)
    ]
    mine = [
        ours(
            str(n),
            days=(each.start, each.end),
            place=EventPlace(name="x", lat=each.lat, lon=each.lon),
        )
        for n, each in enumerate(many[::20])
    ]
    looks = Mock(wraps=likeness)
    monkeypatch.setattr("rashomon.tell.compare.match.likeness", looks)
    assert len(compare(mine, many).matched) == 500
    assert looks.call_count < 1_000  # of 5,000,000 pairs
