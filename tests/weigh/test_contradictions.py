from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.values import Claim, Contradiction, Event, Participant
from rashomon.weigh import weigh
from tests.factory import claim, figure, report, voice
from tests.weigh.made import PUBLISHER, group, killed, place, when

REPORTS = {
    name: report(name, id=name, publisher=name, published=f"2022-03-0{day}")
    for day, name in enumerate("abcd", start=5)
}
ARMY = (PUBLISHER, voice("the army", "official"))
REDS = (PUBLISHER, voice("the Reds", "party"))
HOSPITAL = (PUBLISHER, voice("the hospital", "medic"))


def weighed(*claims: Claim) -> Event:
    return weigh(group(*claims), REPORTS)


def aspects(*claims: Claim) -> list[str]:
    return [each.aspect for each in weighed(*claims).contradictions]


def only(*claims: Claim) -> Contradiction:
    (found,) = weighed(*claims).contradictions
    return found


def attack(report_id: str, actor: str, **fields: object) -> Claim:
    values: dict[str, object] = {
        "kind": "Attack",
        "voices": (PUBLISHER,),
        "participants": (Participant("actor", actor, None, actor),),
        **fields,
    }
    return claim(report_id, **values)  # type: ignore[arg-type]


def taken(report_id: str, actor: str, day: str | None) -> Claim:
    return attack(
        report_id,
        actor,
        kind="Government regains territory",
        place=place("Alder", 7),
        date=when(day) if day else None,
    )


def test_disjoint_tolls_of_one_side() -> None:
    found = only(killed("a", 9, "Reds"), killed("b", 40, "Red Front"))
    assert found.aspect == "killed"
    assert [(position.value, position.origins) for position in found.positions] == [
        ("9", 1),
        ("40", 1),
    ]
    assert found.explanation.startswith("Red Front killed: 9 by a and 40 by b.")
    assert "may have changed between 2022-03-05 and 2022-03-06" in found.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (killed("a", 20), killed("b", 23)),
        (killed("a", 300), killed("b", 340)),
        (killed("a", 15, figures=(figure(15, 15, None, of=0),)), killed("b", 19)),
        (killed("a", 24, figures=(figure(24, 24, 99, of=0),)), killed("b", 61)),
        (killed("a", 9, "Reds"), killed("b", 3, "army")),
        (killed("a", 9), claim("b", voices=(PUBLISHER,))),
        (killed("a", 9), killed("b", 400, figures=(figure(400, of=0, scope="cumulative"),))),
        (killed("a", 9), killed("a", 4, slot=40)),
    ],
    ids=["tens", "hundreds", "at least", "dozens", "sides", "silence", "scope", "one origin"],
)
def test_what_is_no_contradiction(one: Claim, other: Claim) -> None:
    assert aspects(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "words", "word"),
    [
        (9, 12, "They differ by less than half.", "weak"),
        (9, 20, "by a and 20 by b. Possible reasons", "weak"),
        (9, 40, "They differ more than threefold.", "contested"),
    ],
)
def test_how_far_counts_are_apart(one: int, other: int, words: str, word: str) -> None:
    event = weighed(killed("a", one), killed("b", other))
    assert words in event.contradictions[0].explanation
    assert event.grade.word in (word, "fair")


def test_one_dispute_is_told_once_though_the_total_has_it_too() -> None:
    assert aspects(killed("a", 9, "Reds"), killed("b", 40, "Reds")) == ["killed"]


def test_a_denial_has_both_positions() -> None:
    deed = attack("a", "Varn army")
    denial = attack("b", "Varn army", certainty="denied", voices=ARMY)
    found = only(deed, denial)
    assert found.aspect == "denial"
    assert [position.claims for position in found.positions] == [(deed.id,), (denial.id,)]


def test_no_comment_is_no_denial() -> None:
    silent = claim("b", kind="Statement only", certainty="no comment", voices=REDS)
    assert aspects(attack("a", "Varn army"), silent) == []


def test_two_sides_blamed_for_one_deed() -> None:
    found = only(attack("a", "Red Front", voices=ARMY), attack("b", "Varn army", voices=REDS))
    assert found.aspect == "responsibility"
    assert [position.value for position in found.positions] == ["Red Front", "Varn army"]


def test_both_sides_of_a_clash_act() -> None:
    assert (
        aspects(
            attack("a", "Red Front", kind="Armed clash"),
            attack("b", "Varn army", kind="Armed clash"),
        )
        == []
    )


def test_a_place_that_two_sides_took_at_one_time() -> None:
    assert aspects(taken("a", "Reds", "2022-03-04"), taken("b", "army", "2022-03-04")) == ["status"]
    assert aspects(taken("a", "Reds", None), taken("b", "army", None)) == ["status"]


def test_a_place_taken_and_retaken_is_a_sequence() -> None:
    found = aspects(taken("a", "Reds", "2022-03-04"), taken("b", "army", "2022-03-06"))
    assert "status" not in found


def test_days_that_exclude_each_other() -> None:
    found = only(killed("a", 3, date=when("2022-03-01")), killed("b", 3, date=when("2022-03-04")))
    assert found.aspect == "date"
    assert [position.value for position in found.positions] == ["2022-03-01", "2022-03-04"]


@pytest.mark.parametrize(
    "other",
    [
        when("2022-03-01"),
        when("2022-02-28", "2022-03-02", 2),
        when("2022-03-02", "2022-03-31", 4),
    ],
)
def test_days_that_may_be_one(other: object) -> None:
    first = when("2022-03-01")
    assert aspects(killed("a", 3, date=first), killed("b", 3, date=other)) == []


def test_places_that_exclude_each_other() -> None:
    here = place("Alder", 1, lat=10.0, lon=10.0, admin2=None)
    there = place("Birch", 2, lat=10.5, lon=10.0, admin2=None)
    assert only(killed("a", 3, place=here), killed("b", 3, place=there)).aspect == "place"


@pytest.mark.parametrize(
    "other",
    [
        place("Alder", 1),
        place("Aldar", None),
        place("Osk", 9, 4, admin2=None),
        place("Mill Lane", 3, lat=10.01, lon=10.0),
    ],
    ids=["same row", "spelling", "province", "next street"],
)
def test_places_that_may_be_one(other: object) -> None:
    here = place("Alder", 1, lat=10.0, lon=10.0, admin2="Osk Valley")
    assert aspects(killed("a", 3, place=here), killed("b", 3, place=other)) == []


def test_a_headline_bolder_than_its_text() -> None:
    headline = attack("a", "Red Front", headline=True, slot=0)
    body = attack("a", "Red Front", certainty="claimed", voices=ARMY, slot=60)
    event = weighed(headline, body)
    assert [each.aspect for each in event.contradictions] == ["certainty"]
    assert event.grade.word == "weak"


def test_the_gravest_comes_first_and_a_neutral_denial_discounts() -> None:
    event = weighed(
        attack("a", "Varn army", date=when("2022-03-01")),
        attack("b", "Varn army", date=when("2022-03-04"), slot=50),
        attack("c", "Varn army", certainty="denied", voices=HOSPITAL),
    )
    assert [each.aspect for each in event.contradictions] == ["denial", "date"]
    assert event.grade.word == "discounted"


def test_a_denial_is_of_the_count_that_it_names() -> None:
    """Reds deny that dozens died; whoever counted four does not contradict them."""
    few = killed("a", 4, "Reds", voices=HOSPITAL)
    many = killed("c", 40, "Reds", voices=ARMY)
    theirs = (Participant("victim", "dozens of their fighters", None, None),)
    dozens = (figure(24, 24, 99, of=0, wording="dozens"),)
    denial = killed("b", 24, figures=dozens, participants=theirs, certainty="denied", voices=REDS)
    found = next(c for c in weighed(few, many, denial).contradictions if c.aspect == "denial")
    assert [position.claims for position in found.positions] == [(many.id,), (denial.id,)]
    assert found.explanation.startswith(
        "The Reds denied that dozens of their fighters had been killed; the army told of it."
    )


def test_what_did_not_happen_elsewhere_is_no_denial() -> None:
    deed = taken("a", "Varn army", None)
    other = replace(taken("b", "Reds", None), reality="negated")
    assert "denial" not in aspects(deed, other)


def test_one_bold_headline_is_told_once_though_copied() -> None:
    claims = [
        made
        for name in ("a", "b")
        for made in (
            attack(name, "Reds", headline=True),
            attack(name, "Reds", slot=30, certainty="claimed", voices=ARMY),
        )
    ]
    assert aspects(*claims) == ["certainty"]


def test_two_rows_of_one_name_are_one_place() -> None:
    one, other = place("Dorn", 7, lat=35.0, lon=69.0), place("Dörn", 8, lat=35.4, lon=69.0)
    far = place("Brim", 9, lat=36.0, lon=70.0)
    claims = [
        attack("a", "Reds", place=one),
        attack("b", "Reds", place=other),
        attack("c", "Reds", place=far),
    ]
    assert "place" not in aspects(*claims[:2])
    found = next(c for c in weighed(*claims).contradictions if c.aspect == "place")
    assert len(found.positions) == 2


def test_two_words_for_people_of_one_camp_hold_no_disputed_place() -> None:
    locals_, fighters = taken("a", "locals", None), taken("b", "resistance forces", None)
    assert aspects(locals_, fighters) == []
    assert aspects(locals_, taken("c", "Reds", None)) == ["status"]
