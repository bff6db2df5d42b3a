"""Linking as a whole: which reports end up in one event."""

import random

import pytest

from rashomon.link import link
from rashomon.values import Claim, Event, Grade, Group
from tests.link.made import MARKET, RIVERTON, Made, day, made

CLASH = (
    "Fighters of the Northern Shield clashed with the Redcap militia near the old mill of Riverton "
    "on Monday. Nine fighters died, the district chief Orlan Petrak said. The fighting began at "
    "dawn when the militia tried to cross the bridge and went on until noon. Shops were closed."
)
RETOLD = (
    "At least twelve people were killed when the Redcap militia attacked positions of the Northern "
    "Shield at Riverton, according to Orlan Petrak, who heads the district. He said that gunfire "
    "was heard from dawn and that the bridge by the old mill had been damaged."
)
BOTH = ("Northern Shield", "Redcap militia")


def clash(name: str, text: str = CLASH, **claim: object) -> Made:
    """Make a report of the clash at Riverton; what differs is given."""
    values = {"words": text[:30], "sides": BOTH, "place": RIVERTON, "date": day("2021-05-03")}
    published = str(claim.pop("published", "2021-05-04"))
    publisher = claim.pop("publisher", None)
    return made(name, text, {**values, **claim}, published=published, publisher=publisher)


def linked(*all_made: Made) -> tuple[Group, ...]:
    return link([each.report for each in all_made], [each.reading for each in all_made])


def members(groups: tuple[Group, ...]) -> set[frozenset[str]]:
    return {frozenset(claim.report for claim in group.claims) for group in groups}


def test_two_outlets_tell_of_one_clash_with_other_tolls() -> None:
    groups = linked(clash("a", dead=9), clash("b", RETOLD, dead=12))
    assert members(groups) == {frozenset("ab")}


def test_a_reprint_joins_its_original_and_is_named_a_copy() -> None:
    groups = linked(clash("a"), clash("b", published="2021-05-05"))
    assert members(groups) == {frozenset("ab")}
    assert groups[0].copies == (("b", "a"),)


def test_a_hundred_reprints_are_one_event() -> None:
    reprints = [clash(f"r{n:03}", published=f"2021-05-0{4 + n % 3}") for n in range(100)]
    groups = linked(*reprints, clash("z", RETOLD, dead=12))
    assert [len(group) for group in members(groups)] == [101]
    assert len(groups[0].copies) == 99


def test_reports_that_credit_each_other_in_a_circle_are_copied_from_one() -> None:
    publishers = ("North Post", "South Post", "West Post")
    circle = [
        clash(name, f"{CLASH} As the {publishers[n - 1]} reports.", publisher=publishers[n])
        for n, name in enumerate("abc")
    ]
    (group,) = linked(*circle)
    copies = dict(group.copies)
    assert len(copies) == 2
    assert len(set("abc") - copies.keys()) == 1


def test_twin_clashes_a_day_apart_stay_apart() -> None:
    twin = (
        "One day after the battle at the old mill of Riverton, the Redcap militia came back on "
        "Tuesday and fought the Northern Shield again, this time at the railway yard. Nine died, "
        "said the mayor, Hanna Weiss."
    )
    groups = linked(
        clash("a", dead=9),
        clash("b", twin, dead=9, date=day("2021-05-04"), published="2021-05-05"),
    )
    assert members(groups) == {frozenset("a"), frozenset("b")}
    assert len({group.episode for group in groups}) == 1


def test_another_town_the_next_day_stays_apart() -> None:
    other = (
        "Redcap gunmen stormed the post office of Marktown on Tuesday and were driven off by the "
        "Northern Shield. Two men died, a nurse said."
    )
    groups = linked(
        clash("a"),
        clash("b", other, place=MARKET, date=day("2021-05-04"), published="2021-05-05"),
    )
    assert members(groups) == {frozenset("a"), frozenset("b")}


def test_one_report_of_two_incidents_is_in_two_events() -> None:
    text = (
        CLASH + "\n\nIn a separate incident, a roadside bomb killed two drivers at Marktown on "
        "Sunday, the hospital there said."
    )
    roundup = made(
        "r",
        text,
        {"words": text[:30], "sides": BOTH, "place": RIVERTON, "date": day("2021-05-03")},
        {"words": "a roadside bomb killed two drivers", "place": MARKET, "date": day("2021-05-02")},
        published="2021-05-04",
    )
    groups = linked(roundup, clash("a", RETOLD))
    assert members(groups) == {frozenset("ar"), frozenset("r")}


def test_accounts_that_nothing_tells_apart_are_one_event_with_the_doubt_stated() -> None:
    ambush = "The Redcap militia was ambushed in Norden, losing 300 men."
    province = made(
        "b",
        ambush,
        {"words": ambush[:20], "sides": BOTH, "place": PROVINCE, "dead": 300},
    )
    groups = linked(clash("a", dead=40), province)
    assert members(groups) == {frozenset("ab")}
    (doubt,) = groups[0].doubts
    assert doubt.kind == "may be two events"
    assert len(doubt.parts) == 2


PROVINCE = RIVERTON.__class__(
    span=RIVERTON.span, name="Norden", geonameid=9, country="AF", admin1="Norden", precision=4
)


def test_a_report_without_claims_is_in_no_event() -> None:
    assert linked(made("a", "Nothing of note.")) == ()


def test_background_never_enters_an_event() -> None:
    old = made(
        "a",
        CLASH + " In 1996 the town had burnt.",
        {"words": CLASH[:30]},
        {"words": "town had burnt", "currency": "background"},
    )
    assert [len(group.claims) for group in linked(old)] == [1]


def test_the_order_of_reports_does_not_matter() -> None:
    everything = [
        clash("a", dead=9),
        clash("b", RETOLD, dead=12),
        clash("c", published="2021-05-05"),
        clash("d", RETOLD + " More.", place=MARKET, date=day("2021-05-05")),
        clash("e", "The Redcap militia fired at Riverton.", date=day("2021-05-04")),
    ]
    expected = linked(*everything)
    shuffler = random.Random(7)  # noqa: S311  not a secret
    for _ in range(20):
        shuffler.shuffle(everything)
        assert linked(*everything) == expected


def test_an_event_keeps_its_id_when_a_report_joins() -> None:
    (before,) = linked(clash("b", RETOLD))
    former = event_of(before)
    joined = [clash("a"), clash("b", RETOLD)]
    (after,) = link([m.report for m in joined], [m.reading for m in joined], [former])
    assert after.id == before.id


def test_an_event_lists_the_ids_it_has_absorbed() -> None:
    (one,), (other,) = linked(clash("a")), linked(clash("b", RETOLD))
    both = [clash("a"), clash("b", RETOLD)]
    (after,) = link(
        [m.report for m in both], [m.reading for m in both], [event_of(one), event_of(other)]
    )
    assert {after.id, *after.formerly} == {one.id, other.id}


def event_of(group: Group) -> Event:
    claims: tuple[Claim, ...] = group.claims
    return Event(
        id=group.id,
        kind="Armed clash",
        title="",
        episode=group.episode,
        start=None,
        end=None,
        date_precision=None,
        place=None,
        sides=(),
        reports=tuple(claim.report for claim in claims),
        claims=tuple(claim.id for claim in claims),
        accounts=(),
        findings=(),
        contradictions=(),
        origins=1,
        grade=Grade("weak", ()),
    )


@pytest.mark.parametrize("swapped", [False, True])
def test_sides_are_united_under_the_usual_name(swapped: bool) -> None:  # noqa: FBT001  a parameter
    reports = [
        clash("a", sides=("Northern Shield",)),
        clash("b", RETOLD, sides=("the Northern Shield",)),
        clash("c", sides=("Northern Shield",), published="2021-05-05"),
    ]
    (group,) = linked(*(reversed(reports) if swapped else reports))
    (side,) = group.sides
    assert (side.name, side.aliases) == ("Northern Shield", ("the Northern Shield",))
