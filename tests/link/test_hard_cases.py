"""Twins, retellings, headlines, anniversaries and round-ups: where linking by words fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rashomon.link import link
from rashomon.values import Figure, Group, Place
from tests.link.made import MARKET, RIVERTON, Made, day, made, place

SIDES = ("Northern Shield", "Redcap militia")
RIDGE = place("Ridgeway", 3, lat=34.36)  # 40 km north of Riverton
PROVINCE = Place(
    span=RIVERTON.span, name="Norden", geonameid=9, country="AF", admin1="Norden", precision=4
)
FIRST = (
    "Nine men were killed on Monday when the Redcap militia attacked a checkpoint of the Northern "
    "Shield at Riverton. The attackers came at dusk in four cars, a shopkeeper said, and burned "
    "the post before they left. The road to the coast was closed for the night."
)


def told(name: str, text: str, *claims: Mapping[str, object], **fields: object) -> Made:
    """Make a report; a claim without words is the text's beginning."""
    given = [{"words": text[:25], "sides": SIDES, **claim} for claim in claims]
    return made(name, text, *given, **{"published": "2021-05-04", **fields})


def events(*reports: Made) -> tuple[Group, ...]:
    return link([each.report for each in reports], [each.reading for each in reports])


def members(*reports: Made) -> set[frozenset[str]]:
    return {frozenset(claim.report for claim in group.claims) for group in events(*reports)}


def first(name: str = "a", **claim: object) -> Made:
    return told(name, FIRST, {"place": RIVERTON, "date": day("2021-05-03"), "dead": 9, **claim})


TWINS = {
    "a day later, 40 km away, in the same words": (
        FIRST.replace("Riverton", "Ridgeway").replace("Monday", "Tuesday").replace("road", "way"),
        {"place": RIDGE, "date": day("2021-05-04"), "dead": 9},
    ),
    "a day later, 40 km away, and it says so": (
        (
            "Two guards of the Northern Shield died on Tuesday evening when gunmen fired on a "
            "post at Ridgeway, a driver said. It was a day after the Redcap militia had burned a "
            "checkpoint at Riverton, some 40 km to the south."
        ),
        {"place": RIDGE, "date": day("2021-05-04"), "dead": 2},
    ),
    "a day later in the same town": (
        (
            "Nine men were killed on Tuesday in Riverton when a mine tore up a bus. The driver, "
            "who lived, said that he had seen nothing on the road. Nobody claimed the attack."
        ),
        {"place": RIVERTON, "date": day("2021-05-04"), "dead": 9},
    ),
    "the same day in another province": (
        (
            "Nine men were killed on Monday when a checkpoint of the Northern Shield at Farholm "
            "was attacked. The attackers came on foot, a nurse said."
        ),
        {"place": place("Farholm", 5, lat=38.0), "date": day("2021-05-03"), "dead": 9},
    ),
    "six days later, the same unit again": (
        (
            "The Northern Shield's third company, which lost nine men in an attack last week, was "
            "attacked again by the Redcap militia at Riverton on Sunday. Two guards were hurt when "
            "a mortar round fell on the bakery of the post, a driver said."
        ),
        {"place": RIVERTON, "date": day("2021-05-09"), "dead": 2},
    ),
    "the same day in a district of that name in another province": (
        (
            "Nine men were killed on Monday when gunmen of the Redcap militia fired on a school of "
            "the Northern Shield at Riverton, in the hills of Suden. A teacher saw them run."
        ),
        {
            "place": replace(place("Riverton", 6, lat=31.0), admin1="Suden"),
            "date": day("2021-05-03"),
            "dead": 9,
        },
    ),
    "a week later with the sides swapped": (
        (
            "The Northern Shield attacked a camp of the Redcap militia at Ridgeway on Monday, a "
            "week after the militia had burned a checkpoint. Nine men were killed."
        ),
        {"place": RIDGE, "date": day("2021-05-10"), "dead": 9},
    ),
}


@pytest.mark.parametrize("twin", TWINS)
def test_twins_stay_apart(twin: str) -> None:
    text, claim = TWINS[twin]
    other = told("b", text, claim, published="2021-05-05")
    assert members(first(), other) == {frozenset("a"), frozenset("b")}


RETELLINGS = {
    "in other words": (
        (
            "Gunmen loyal to the Redcap militia overran a roadside post near Riverton and killed "
            "nine members of the Northern Shield, the governor's office said. The traffic to the "
            "sea stopped until morning."
        ),
        {"place": RIVERTON, "date": day("2021-05-03"), "dead": 9},
    ),
    "with another toll": (
        (
            "At least fourteen of the Northern Shield died at their Riverton checkpoint, "
            "residents said, when Redcap militia men drove up in cars at nightfall and set it on "
            "fire."
        ),
        {"place": RIVERTON, "date": day("2021-05-03"), "dead": 14},
    ),
    "without a day": (
        (
            "The Northern Shield lost nine men at a checkpoint at Riverton, which the Redcap "
            "militia burned. A shopkeeper saw four cars."
        ),
        {"place": RIVERTON, "dead": 9},
    ),
    "as a headline only": (
        "Redcap militia kills nine at Northern Shield checkpoint in Riverton",
        {"place": RIVERTON, "dead": 9, "headline": True},
    ),
    "corrected, with the place renamed": (
        (
            "Correction: an earlier report gave a wrong place. Nine men were killed on Monday when "
            "the Redcap militia attacked a checkpoint of the Northern Shield at Ridgeway, not at "
            "Riverton. The attackers came at dusk in four cars, a shopkeeper said."
        ),
        {"place": RIDGE, "date": day("2021-05-03"), "dead": 9},
    ),
    "known to the province only": (
        (
            "Nine fighters of the Northern Shield were killed at a checkpoint in Norden on Monday "
            "by the Redcap militia, an officer said."
        ),
        {"place": PROVINCE, "date": day("2021-05-03"), "dead": 9},
    ),
}


@pytest.mark.parametrize("retelling", RETELLINGS)
def test_retellings_join(retelling: str) -> None:
    text, claim = RETELLINGS[retelling]
    assert members(first(), told("b", text, claim)) == {frozenset("ab")}


def test_an_anniversary_is_not_what_it_remembers() -> None:
    text = (
        "Families laid flowers at Riverton on Tuesday, a year after the Redcap militia attacked a "
        "checkpoint of the Northern Shield there. Nine men had been killed. A scuffle broke out "
        "and two were arrested."
    )
    remembered = told(
        "b",
        text,
        {"words": "Nine men had been killed", "currency": "background", "dead": 9},
        {"words": "A scuffle broke out", "place": RIVERTON, "date": day("2022-05-03")},
        published="2022-05-03",
    )
    assert members(first(), remembered) == {frozenset("a"), frozenset("b")}


def test_a_round_up_is_in_the_event_of_each_of_its_incidents() -> None:
    text = (
        "Week of violence in Norden\n\nNine men of the Northern Shield were killed at Riverton on "
        "Monday when the Redcap militia burned their checkpoint.\n\nIn a separate attack, two "
        "farmers were shot at Marktown on Thursday by thieves who took their sheep."
    )
    roundup = told(
        "r",
        text,
        {"words": "Week of violence", "headline": True},
        {"words": "Nine men of the", "place": RIVERTON, "date": day("2021-05-03"), "dead": 9},
        {"words": "two farmers", "sides": (), "place": MARKET, "date": day("2021-05-06")},
        published="2021-05-07",
    )
    market = told(
        "m",
        "Thieves shot two farmers at Marktown on Thursday and drove off forty sheep. The farmers, "
        "both in their sixties, died before a nurse came.",
        {"sides": (), "place": MARKET, "date": day("2021-05-06")},
        published="2021-05-07",
    )
    assert members(first(), roundup, market) == {frozenset("ar"), frozenset("mr")}


def test_yesterday_after_midnight_elsewhere_is_the_same_day() -> None:
    """A report dated the 5th by the clock of its outlet calls the 3rd "yesterday"."""
    near = told(
        "a",
        "Nine shepherds were shot at Riverton on Monday evening, among them Jorek Vandal, 17, and "
        "his father. Thieves had come for the flock at 7:30 p.m., said the nurse Iska Morlen.",
        {"sides": (), "place": RIVERTON, "date": day("2021-05-03"), "dead": 9},
    )
    overseas = told(
        "b",
        "Thieves shot nine shepherds at Riverton yesterday and drove their flock away. Jorek "
        "Vandal, 17, was among the dead, the nurse Iska Morlen said.",
        {"sides": (), "place": RIVERTON, "date": day("2021-05-04"), "dead": 9},
        published="2021-05-05",
    )
    assert members(near, overseas) == {frozenset("ab")}


FOUR = {
    "Riverton": "Nine men of the Northern Shield were killed at Riverton on Monday when the "
    "Redcap militia burned their checkpoint.",
    "Marktown": "In a separate attack, two farmers were shot at Marktown on Tuesday by thieves who "
    "took their sheep.",
    "Ridgeway": "In another incident, a mine tore up a bus at Ridgeway on Wednesday and hurt five "
    "pupils.",
    "Farholm": "Elsewhere, a mayor was stabbed at Farholm on Thursday by a man with a bread knife.",
}
WHERE = {
    "Riverton": RIVERTON,
    "Marktown": MARKET,
    "Ridgeway": RIDGE,
    "Farholm": place("Farholm", 5, lat=38.0),
}


def four(name: str, head: str, *claims: Mapping[str, object]) -> Made:
    """Make a report of four incidents on four days."""
    told_of = [
        {
            "words": sentence,
            "sides": SIDES if town == "Riverton" else (),
            "place": WHERE[town],
            "date": day(f"2021-05-0{number}"),
        }
        for number, (town, sentence) in enumerate(FOUR.items(), start=3)
    ]
    text = "\n\n".join((head, *FOUR.values()))
    return told(name, text, *claims, *told_of, published="2021-05-07")


def one(name: str, town: str) -> Made:
    """Make a report of one of the four."""
    number = list(FOUR).index(town) + 3
    sentence = FOUR[town].split(", ", 1)[-1] if town != "Riverton" else FOUR[town]
    return told(
        name,
        f"{sentence} A cousin of the mayor of {town} told of it by telephone.",
        {
            "sides": SIDES if town == "Riverton" else (),
            "place": WHERE[town],
            "date": day(f"2021-05-0{number}"),
        },
        published=f"2021-05-0{number + 1}",
    )


def test_a_report_of_four_incidents_is_in_the_event_of_each() -> None:
    singles = [one(town[:3].lower(), town) for town in FOUR]
    found = members(four("r", "Four attacks in the north"), *singles)
    assert found == {frozenset({town[:3].lower(), "r"}) for town in FOUR}


def test_a_round_up_with_a_cumulative_toll_brings_no_two_incidents_together() -> None:
    total = Figure(measure="killed", low=31, best=31, high=31, scope="cumulative", wording="31")
    sum_of_all = {"words": "Thirty-one people", "sides": (), "figures": (total,)}
    head = "Thirty-one people were killed in the north this week"
    singles = [one(town[:3].lower(), town) for town in FOUR]
    found = members(four("r", head, sum_of_all), *singles)
    joined = [group - {"r"} for group in found]
    assert all(len(group) <= 1 for group in joined)
    assert sum(len(group) for group in joined) == len(FOUR)


def test_tolls_far_apart_leave_a_doubt_where_no_district_is_named() -> None:
    claims = {"place": PROVINCE, "dead": 90}
    ambush = told(
        "b", "The Northern Shield was ambushed in Norden by the Redcap militia. 90 died.", claims
    )
    (group,) = events(first(), ambush)
    assert [doubt.kind for doubt in group.doubts] == ["may be two events"]


def test_what_is_told_apart_leaves_no_doubt() -> None:
    text, claim = TWINS["a day later, 40 km away, and it says so"]
    for group in events(first(), told("b", text, claim, published="2021-05-05")):
        assert group.doubts == ()
