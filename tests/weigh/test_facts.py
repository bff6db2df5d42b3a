"""Kind, days, place and title of an event."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon import KINDS, section
from rashomon.values import Claim, EventPlace, Finding, Place, When
from rashomon.weigh.dates import choose_days, precision
from rashomon.weigh.kind import choose_kind, core_claims, deed_claims
from rashomon.weigh.origins import Origin
from rashomon.weigh.place import choose_place
from rashomon.weigh.title import write_title
from rashomon.weigh.tolls import Tier, Toll
from tests.factory import claim, report
from tests.weigh.made import place, when

REPORTS = {name: report(name, id=name, published="2022-03-05") for name in "abcd"}
ROOTS = {name: name for name in "abcd"}
COPIED = {**ROOTS, "b": "a", "c": "a"}


def kinds(*told: tuple[str, str]) -> list[Claim]:
    return [claim(name, 10 * slot, kind=kind) for slot, (name, kind) in enumerate(told)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("a", "Attack"), ("b", "Armed clash")], "Armed clash"),
        ([("a", "Attack"), ("a", "Unspecified violence")], "Attack"),
        ([("a", "Statement only"), ("b", "Statement only"), ("c", "Arrests")], "Arrests"),
        ([("a", "Attack")] * 4 + [("a", "Armed clash")], "Attack"),
        ([("a", "Unspecified violence")], "Unspecified violence"),
        ([("a", "Unspecified violence"), ("a", "Arrests")], "Unspecified violence"),
        ([("a", "Peaceful protest"), ("b", "Grenade")], "Grenade"),
        ([], "Statement only"),
    ],
)
def test_kind(told: list[tuple[str, str]], expected: str) -> None:
    assert choose_kind(kinds(*told), ROOTS) == expected


def test_copies_have_no_vote_on_the_kind() -> None:
    told = kinds(("a", "Armed clash"), *[("d", "Attack")] * 3, ("b", "Armed clash"))
    assert choose_kind(told, COPIED) == choose_kind(told[:4], COPIED)


def test_core_claims_leave_out_what_did_not_happen() -> None:
    told = [
        claim("a", 0),
        claim("a", 10, currency="background"),
        claim("a", 20, reality="planned"),
        claim("a", 30, certainty="denied"),
        claim("a", 40, kind="Statement only"),
    ]
    assert core_claims(told) == (told[0],)
    assert len(core_claims(told[1:])) == 4


@pytest.mark.parametrize(
    ("end", "expected"),
    [("01", 1), ("02", 2), ("06", 2), ("07", 3), ("08", 4), ("31", 4)],
)
def test_precision_follows_the_span(end: str, expected: int) -> None:
    assert precision("2022-03-01", f"2022-03-{end}") == expected
    assert precision("2022-03-01", "2022-05-01") == 5


def dated(*told: tuple[str, When | None]) -> list[Claim]:
    return [claim(name, 10 * slot, date=date) for slot, (name, date) in enumerate(told)]


FIRST, SECOND, FIFTH = when("2022-03-01"), when("2022-03-02"), when("2022-03-05")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("a", FIRST), ("b", FIRST), ("c", SECOND)], ("2022-03-01", "2022-03-01", 1)),
        ([("a", FIRST), ("b", SECOND)], ("2022-03-01", "2022-03-02", 2)),
        ([("a", FIRST), ("b", SECOND), ("c", FIFTH)], ("2022-03-01", "2022-03-02", 2)),
        ([("a", FIRST), ("b", FIFTH)], ("2022-03-01", "2022-03-01", 1)),
        ([("a", FIRST), ("a", SECOND), ("a", FIRST)], ("2022-03-01", "2022-03-01", 1)),
        ([("a", FIRST), ("b", when("2022-02-01", "2022-02-28", 4))], ("2022-03-01",) * 2 + (1,)),
        ([("a", None)], ("2022-02-27", "2022-03-05", 3)),
    ],
)
def test_days(told: list[tuple[str, When | None]], expected: tuple[Any, ...]) -> None:
    days = choose_days(dated(*told), REPORTS, ROOTS)
    assert days is not None
    assert (days.start, days.end, days.precision) == expected


def test_copies_have_no_vote_on_the_day() -> None:
    told = dated(("a", FIRST), ("b", FIRST), ("c", FIRST), ("d", FIFTH))
    days = choose_days(told, REPORTS, COPIED)
    assert days == choose_days([told[0], told[3]], REPORTS, COPIED)


def test_a_night_told_by_one_day_in_most_reports_is_that_day() -> None:
    night = when("2022-03-01", "2022-03-02", 2)
    days = choose_days(dated(("a", night), ("b", SECOND), ("c", SECOND)), REPORTS, ROOTS)
    assert days is not None
    assert (days.start, days.end, days.precision) == ("2022-03-02", "2022-03-02", 1)


def test_a_spoilt_day_of_publication_is_unknown() -> None:
    reports = {"a": report("a", id="a", published="soon")}
    assert choose_days(dated(("a", None)), reports, ROOTS) is None


def test_the_deed_and_not_the_arrest_after_it() -> None:
    told = kinds(("a", "Attack"), ("a", "Arrests"), ("b", "Unspecified violence"))
    assert deed_claims(told, "Attack") == (told[0], told[2])
    assert deed_claims(told[1:2], "Attack") == (told[1],)


def test_no_date_and_no_publication_is_unknown() -> None:
    assert choose_days(dated(("x", None)), {}, {"x": "x"}) is None


ALDER, BIRCH, CEDAR = place("Alder", 1), place("Birch", 2), place("Cedar", 3, admin2="Cedarland")
LAND = place("Alderland", 7, 3, admin2=ALDER.admin2)
OSK = place("Osk", 9, 4, admin2=None, lat=1.0, lon=2.0)


def placed(*told: tuple[str, Place | None]) -> list[Claim]:
    return [claim(name, 10 * slot, place=at) for slot, (name, at) in enumerate(told)]


@pytest.mark.parametrize(
    ("told", "name", "exactness"),
    [
        ([("a", ALDER), ("b", ALDER), ("c", BIRCH)], "Alder", 1),
        ([("a", ALDER), ("b", OSK)], "Alder", 1),
        ([("a", OSK)], "Osk", 4),
        ([("a", ALDER), ("b", CEDAR)], "Osk", 4),
        ([("a", ALDER), ("b", BIRCH), ("c", OSK)], "Alder", 3),
        ([("a", ALDER), ("b", LAND), ("c", LAND)], "Alder", 1),
        ([("a", ALDER), ("b", CEDAR), ("c", CEDAR)], "Cedar", 1),
        ([("a", LAND), ("b", LAND), ("c", CEDAR)], "Alderland", 3),
        ([("a", place("Varn", 8, 6, admin1=None, admin2=None))], "Varn", 6),
    ],
    ids=[
        "most",
        "inside the province",
        "province",
        "districts",
        "one district",
        "town before its",
        "two of three",
        "district told more than a town of another",
        "country",
    ],
)
def test_place(told: list[tuple[str, Place | None]], name: str, exactness: int) -> None:
    chosen = choose_place(placed(*told), ROOTS)
    assert chosen is not None
    assert (chosen.name, chosen.precision) == (name, exactness)


def test_a_province_told_by_name_keeps_its_row() -> None:
    chosen = choose_place(placed(("a", ALDER), ("b", CEDAR), ("c", OSK)), ROOTS)
    assert chosen is not None
    assert (chosen.geonameid, chosen.lat) == (9, 1.0)


def test_of_towns_that_as_many_reports_tell_the_one_of_more_claims_is_chosen() -> None:
    chosen = choose_place(placed(("a", ALDER), ("a", ALDER), ("b", BIRCH)), ROOTS)
    assert chosen is not None
    assert chosen.name == "Alder"


def test_no_place_is_none() -> None:
    assert choose_place(placed(("a", None)), ROOTS) is None


places = st.sampled_from([ALDER, BIRCH, CEDAR, OSK])


@given(st.lists(st.tuples(st.sampled_from("abcd"), places), min_size=1, max_size=8))
def test_the_order_of_claims_does_not_move_the_place(told: list[tuple[str, Place]]) -> None:
    claims = placed(*told)
    assert choose_place(claims, ROOTS) == choose_place(claims[::-1], ROOTS)


def lost(of: str, best: int | None, high: int | None, measure: str = "killed") -> Finding:
    return Finding(measure=measure, of=of, low=0, best=best, high=high, rule="")


def toll(finding: Finding, origin: Origin) -> Toll:
    return Toll(
        measure=finding.measure,
        of=finding.of,
        low=finding.low,
        best=finding.best,
        high=finding.high,
        claims=(),
        report="a",
        origin=origin,
        tier=Tier.PRESS,
    )


PRESS = Origin("1", "Norwire", "publisher", faceless=True)
PARTY = Origin("2", "the Reds", "party", side="Red Front")


@pytest.mark.parametrize(
    ("findings", "origin", "expected"),
    [
        ([lost("total", 3, 3)], PRESS, "3 people killed in clashes, Osk"),
        ([lost("total", 1, 1)], PRESS, "1 person killed in clashes, Osk"),
        (
            [lost("total", 1, 1), lost("Reds", 1, 1)],
            PARTY,
            "1 of the Reds said killed in clashes, Osk",
        ),
        (
            [lost("total", 4, 30), lost("Reds", 4, 30)],
            PARTY,
            "4 to 30 Reds said killed in clashes, Osk",
        ),
        ([lost("total", 1500, None)], PRESS, "At least 1,500 people killed in clashes, Osk"),
        ([lost("total", 2, 2), lost("civilians", 1, 1)], PRESS, "2 people killed in clashes, Osk"),
        ([lost("total", 2, 2, "wounded")], PRESS, "2 people wounded in clashes, Osk"),
        ([lost("total", 0, 0)], PRESS, "Clashes, Osk"),
        ([], PRESS, "Clashes, Osk"),
    ],
)
def test_title(findings: list[Finding], origin: Origin, expected: str) -> None:
    tolls = [toll(each, origin) for each in findings]
    assert write_title("Armed clash", EventPlace(name="Osk"), findings, tolls) == expected


def test_every_kind_has_words_for_a_title() -> None:
    assert section("en", "weigh").pairs("titles").keys() == KINDS.keys()
