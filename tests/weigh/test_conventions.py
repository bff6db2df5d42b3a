from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.errors import UsageError
from rashomon.values import Claim, Report, Voice
from rashomon.weigh import CONVENTIONS, figures_by, weigh
from tests.factory import figure, report, voice
from tests.weigh.made import PUBLISHER, group, killed
from tests.weigh.test_weigh import bounds, finding

REPORTS: dict[str, Report] = {
    name: report(name, id=name, publisher=name, published="2022-03-05") for name in "abc"
}
HOSPITAL = (PUBLISHER, voice("the hospital", "medic"))
REDS = (PUBLISHER, Voice("a Reds spokesman", "party", side="Reds"))
ARMY = (PUBLISHER, Voice("an army spokesman", "official", side="army"))


def rebels(name: str, number: int | None, **fields: object) -> Claim:
    """Let the army count the dead of its enemy."""
    return killed(name, number, "Reds", voices=ARMY, **fields)


# Shapes of GED rows in CODEBOOKS 1.6, with numbers of our own where the shape allows.
CASES = [
    ("two outlets: the lower", [killed("a", 10), killed("b", 16)], (10, 10, 16), 10, (10, 16)),
    ("one outlet", [killed("a", 4)], (4, 4, 4), 4, (4, 4)),
    (
        "a hospital is believed before the press",
        [killed("a", 5), killed("b", 8, voices=HOSPITAL)],
        (5, 8, 8),
        8,
        (5, 8),
    ),
    (
        "two agree against a lower one",
        [killed("a", 9), killed("b", 9), killed("c", 6)],
        (6, 6, 9),
        9,
        (6, 9),
    ),
    (
        "two monitors: the lower",
        [
            killed("a", 13, voices=(PUBLISHER, voice("a rights monitor", "ngo"))),
            killed("b", 14, voices=(PUBLISHER, voice("a medical charity", "ngo"))),
        ],
        (13, 13, 14),
        13,
        (13, 14),
    ),
    (
        "dozens",
        [killed("a", 24, figures=(figure(24, 24, 99, of=0),))],
        (24, 24, 99),
        12,
        (24, 99),
    ),
    (
        "hundreds, and a count",
        [killed("a", 200, figures=(figure(200, 100, 999, of=0),)), killed("b", 130)],
        (100, 130, 999),
        100,
        (100, 999),
    ),
    (
        "several",
        [killed("a", 3, figures=(figure(3, 3, 9, of=0),))],
        (3, 3, 9),
        3,
        (3, 9),
    ),
    (
        "a running total beside a count of the event",
        [killed("a", 4), killed("b", 90, figures=(figure(90, of=0, scope="cumulative"),))],
        (4, 4, 4),
        4,
        (4, 4),
    ),
    (
        "at least, alone",
        [killed("a", 15, figures=(figure(15, 15, None, of=0),))],
        (15, 15, 15),
        15,
        (15, 15),
    ),
]


@pytest.mark.parametrize(
    ("claims", "ucdp", "acled", "airwars"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_total_by_convention(
    claims: list[Claim],
    ucdp: tuple[int, int, int],
    acled: int,
    airwars: tuple[int, int],
) -> None:
    assert bounds(weigh(group(*claims), REPORTS, "ucdp"), "total") == ucdp
    assert bounds(weigh(group(*claims), REPORTS, "acled"), "total") == (acled, acled, acled)
    low, high = airwars
    assert bounds(weigh(group(*claims), REPORTS, "airwars"), "total") == (low, None, high)


def test_ucdp_lets_a_boast_about_the_enemy_raise_the_high_only() -> None:
    claims = [killed("a", 7, "Reds", voices=REDS), rebels("b", 13)]
    assert bounds(weigh(group(*claims), REPORTS, "ucdp"), "Red Front") == (7, 7, 13)


def test_ucdp_counts_nobody_where_the_side_that_is_said_to_have_lost_people_denies_it() -> None:
    claims = [killed("a", 0, "Reds", voices=REDS), rebels("b", 9)]
    assert bounds(weigh(group(*claims), REPORTS, "ucdp"), "Red Front") == (0, 0, 9)
    assert bounds(weigh(group(*claims[1:]), REPORTS, "ucdp"), "Red Front") == (9, 9, 9)


def test_ucdp_sums_the_sides_into_best() -> None:
    claims = [killed("a", 7, "Reds", voices=REDS), killed("b", 2, "army", voices=ARMY)]
    assert bounds(weigh(group(*claims), REPORTS, "ucdp"), "total") == (9, 9, 9)


def test_acled_counts_nobody_where_only_casualties_are_told() -> None:
    hit = killed("a", None, figures=(figure(None, 1, None, of=0, measure="casualties"),))
    event = weigh(group(hit), REPORTS, "acled")
    assert not [each for each in event.findings if each.measure == "killed"]


def test_airwars_counts_civilians_and_fighters_apart() -> None:
    claims = [killed("a", 5, "civilians"), killed("b", 8, "civilians"), killed("c", 3, "Reds")]
    event = weigh(group(*claims), REPORTS, "airwars")
    assert bounds(event, "civilians") == (5, None, 8)
    assert bounds(event, "Red Front") == (3, None, 3)


def test_ucdp_takes_an_only_figure_as_it_is() -> None:
    assert bounds(weigh(group(rebels("a", 6)), REPORTS, "ucdp"), "Red Front") == (6, 6, 6)
    assert bounds(weigh(group(rebels("a", 6)), REPORTS), "Red Front") == (0, 6, 6)


def test_acled_does_not_split_by_side() -> None:
    claims = [rebels("a", 6), killed("b", 2, "army", voices=ARMY)]
    event = weigh(group(*claims), REPORTS, "acled")
    assert {each.of for each in event.findings} == {"total"}


@pytest.mark.parametrize("rule", [name for name in CONVENTIONS if name != "rashomon"])
def test_a_figure_says_whose_way_settled_it(rule: str) -> None:
    told = finding(weigh(group(killed("a", 4)), REPORTS, rule), "total").rule
    assert told.casefold().startswith(rule)


def test_an_unknown_rule_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"got rule 'best'.*ucdp"):
        weigh(group(killed("a", 4)), REPORTS, "best")


@pytest.mark.parametrize("claims", [case[1] for case in CASES], ids=[case[0] for case in CASES])
@pytest.mark.parametrize("rule", CONVENTIONS)
def test_figures_can_be_settled_alone(claims: list[Claim], rule: str) -> None:
    weighed = weigh(group(*claims), REPORTS, rule).findings
    alone = figures_by(group(*claims), REPORTS, rule)
    assert alone == tuple(replace(finding, estimate=None) for finding in weighed)
