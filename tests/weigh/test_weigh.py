from __future__ import annotations

import random
from dataclasses import replace

import pytest

from rashomon.values import Event, Finding, Group
from rashomon.weigh import weigh
from tests.factory import figure, report, voice
from tests.weigh.made import EVENT, MILL, PUBLISHER, REPORTS, group, killed, when


def finding(event: Event, of: str, measure: str = "killed") -> Finding:
    return next(each for each in event.findings if (each.measure, each.of) == (measure, of))


def bounds(event: Event, of: str, measure: str = "killed") -> tuple[int | None, ...]:
    found = finding(event, of, measure)
    return (found.low, found.best, found.high)


def test_the_made_conflict_comes_to_what_its_best_sources_say() -> None:
    event = weigh(EVENT, REPORTS)
    assert bounds(event, "total") == (11, 11, 60)
    assert bounds(event, "Red Front") == (0, 60, 60)
    assert event.kind == "Armed clash"
    assert (event.start, event.end, event.date_precision) == ("2022-03-04", "2022-03-04", 1)
    assert event.place is not None
    assert event.place.name == "Alder Mill"
    assert event.title == "11 to 60 people killed in clashes, Alder Mill"


def test_reprint_and_correction_have_the_origin_of_the_wire() -> None:
    accounts = {account.report: account for account in weigh(EVENT, REPORTS).accounts}
    assert accounts["reprint"].origin == accounts["wire"].origin == accounts["correction"].origin
    assert accounts["reprint"].copied_from == "wire"
    assert len({account.origin for account in accounts.values()}) == 3


def test_order_of_claims_and_reports_does_not_matter() -> None:
    expected = weigh(EVENT, REPORTS)
    for seed in range(20):
        shuffled = list(EVENT.claims)
        random.Random(seed).shuffle(shuffled)  # noqa: S311  a test's order
        reports = dict(sorted(REPORTS.items(), reverse=seed % 2 == 1))
        assert weigh(replace(EVENT, claims=tuple(shuffled)), reports) == expected


def test_two_party_claims_and_no_source_leave_the_low_at_nothing() -> None:
    """One party claims 36 to 40 twice, somebody unnamed 300: never the mean of the two."""
    party = (PUBLISHER, voice("a Varn army officer", "official"))
    event = weigh(
        group(
            killed("a", 40, "Red Front", figures=(figure(40, 36, 40, of=0),), voices=party),
            killed("a", 40, "Reds", slot=50, figures=(figure(40, 36, 40, of=0),), voices=party),
            killed("b", 300, "Red fighters"),
        ),
        {"a": report("one", id="a"), "b": report("two", id="b")},
    )
    assert bounds(event, "Red Front") == bounds(event, "total") == (0, 40, 300)
    assert event.grade.word == "contested"
    (dispute,) = event.contradictions
    assert [position.value for position in dispute.positions] == ["36 to 40", "300"]
    assert [position.origins for position in dispute.positions] == [1, 1]
    assert len(dispute.positions[0].claims) == 2


@pytest.mark.parametrize("number", [0, 1, 7, 250])
def test_a_single_press_figure_is_low_best_and_high(number: int) -> None:
    event = weigh(group(killed("wire", number)), REPORTS)
    assert bounds(event, "total") == (number, number, number)
    assert bounds(event, "unknown") == (number, number, number)


def test_a_group_without_figures_dates_or_places_is_still_an_event() -> None:
    bare = killed("gone", 1, figures=(), participants=(), voices=())
    event = weigh(group(bare), {})
    assert event.findings == ()
    assert (event.start, event.place, event.origins) == (None, None, 1)
    assert event.title == "Clashes"


def test_an_empty_group_is_no_error() -> None:
    event = weigh(Group(id="e", episode="e", claims=()), {})
    assert event.grade.word == "weak"
    assert event.claims == ()


def test_history_never_enters() -> None:
    event = weigh(
        group(
            killed("wire", 3, place=MILL),
            killed("wire", 900, slot=40, currency="background", date=when("1999-01-01")),
        ),
        REPORTS,
    )
    assert bounds(event, "total") == (3, 3, 3)
    assert event.start != "1999-01-01"
