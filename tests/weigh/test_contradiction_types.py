"""Forty made pairs, four for each row of METHODS 5.9: what contradicts what, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.values import Claim, Event, Figure, Participant
from rashomon.weigh import weigh
from tests.factory import claim, figure, voice
from tests.weigh.made import PUBLISHER, group, killed, place, when
from tests.weigh.test_contradictions import ARMY, HOSPITAL, REDS, REPORTS, attack, taken

POLICE = (PUBLISHER, voice("police", "official"))
ALDER: dict[str, Any] = {"lat": 10.0, "lon": 10.0, "admin2": None}
FAR: dict[str, Any] = {"lat": 10.5, "lon": 10.0, "admin2": None}


def at(
    report_id: str, name: str, number: int | None, precision: int = 1, **fields: object
) -> Claim:
    return killed(report_id, 3, place=place(name, number, precision, **fields))


def on(report_id: str, start: str, end: str | None = None, precision: int = 1) -> Claim:
    return killed(report_id, 3, date=when(start, end, precision))


def counting(report_id: str, *figures: Figure, **fields: object) -> Claim:
    return killed(report_id, 0, None, figures=figures, **fields)


def against(report_id: str, actor: str, victim: str, **fields: object) -> Claim:
    parties = (
        Participant("actor", actor, None, actor),
        Participant("victim", victim, None, victim),
    )
    return attack(report_id, actor, participants=parties, **fields)


def total_of(number: int) -> Figure:
    return figure(number, of=0, scope="cumulative")


def least(number: int) -> Figure:
    return figure(number, number, None, of=0)


def hit(number: int) -> Figure:
    return figure(number, measure="casualties", of=0)


def headed(certainty: str, **fields: object) -> Claim:
    return attack("a", "Red Front", slot=60, certainty=certainty, voices=ARMY, **fields)


BOLD = attack("a", "Red Front", headline=True)
DENIED = attack("b", "Varn army", certainty="denied", voices=ARMY)
DEED = attack("a", "Varn army")

PAIRS: list[tuple[str, tuple[Claim, ...], list[str]]] = [
    ("number: 9 and 40", (killed("a", 9), killed("b", 40)), ["killed"]),
    ("number: none and 12", (killed("a", 0), killed("b", 12)), ["killed"]),
    ("number: at least 50 and 9", (counting("a", least(50)), killed("b", 9)), ["killed"]),
    (
        "number: the wounded",
        (
            counting("a", figure(4, measure="wounded", of=0)),
            counting("b", figure(19, measure="wounded", of=0)),
        ),
        ["wounded"],
    ),
    ("scope: a total since May", (killed("a", 9), counting("b", total_of(400))), []),
    ("scope: killed, and killed or hurt", (killed("a", 9), counting("b", hit(40))), []),
    ("scope: one side and the other", (killed("a", 9, "Reds"), killed("b", 40, "army")), []),
    (
        "scope: one of twelve",
        (killed("a", 12), counting("b", figure(1, of=0, wording="her father"))),
        [],
    ),
    ("place: two towns", (at("a", "Alder", 1, **ALDER), at("b", "Birch", 2, **FAR)), ["place"]),
    (
        "place: a town that no list has",
        (at("a", "Alder", 1, **ALDER), at("b", "Quorum", None, admin2=None)),
        ["place"],
    ),
    (
        "place: a town and its province",
        (at("a", "Alder", 1, **ALDER), at("b", "Osk", 9, 4, admin2=None)),
        [],
    ),
    (
        "place: two spellings",
        (at("a", "Alder", 1, **ALDER), at("b", "Aldar", None, admin2=None)),
        [],
    ),
    ("date: two days", (on("a", "2022-03-01"), on("b", "2022-03-04")), ["date"]),
    (
        "date: a day outside a span",
        (on("a", "2022-03-01", "2022-03-02", 2), on("b", "2022-03-05")),
        ["date"],
    ),
    (
        "date: a day and its month",
        (on("a", "2022-03-01"), on("b", "2022-03-01", "2022-03-31", 4)),
        [],
    ),
    (
        "date: a day and its weekend",
        (on("a", "2022-03-05"), on("b", "2022-03-05", "2022-03-06", 2)),
        [],
    ),
    (
        "actor: each blames the other",
        (attack("a", "Red Front", voices=ARMY), attack("b", "Varn army", voices=REDS)),
        ["responsibility"],
    ),
    (
        "actor: the same two in swapped roles",
        (against("a", "Red Front", "Varn army"), against("b", "Varn army", "Red Front")),
        ["responsibility"],
    ),
    (
        "actor: both act in a clash",
        (
            against("a", "Red Front", "Varn army", kind="Armed clash"),
            against("b", "Varn army", "Red Front", kind="Armed clash"),
        ),
        [],
    ),
    (
        "actor: one is only called gunmen",
        (attack("a", "Red Front"), attack("b", "gunmen")),
        [],
    ),
    (
        "status: two take one place on one day",
        (taken("a", "Reds", "2022-03-04"), taken("b", "army", "2022-03-04")),
        ["status"],
    ),
    (
        "status: two take one place, no day told",
        (taken("a", "Reds", None), taken("b", "army", None)),
        ["status"],
    ),
    (
        "status: taken and retaken",
        (
            taken("a", "Reds", "2022-03-04"),
            taken("a", "army", "2022-03-06"),
        ),
        [],
    ),
    (
        "status: two who say that one side took it",
        (taken("a", "army", "2022-03-04"), taken("b", "Varn army", "2022-03-04")),
        [],
    ),
    ("denial: of the deed", (DEED, DENIED), ["denial"]),
    (
        "denial: of so many dead",
        (
            killed("a", 40, "Reds", voices=ARMY),
            killed("b", 24, "Reds", certainty="denied", voices=REDS),
        ),
        ["denial"],
    ),
    (
        "denial: of more than is told",
        (
            killed("a", 4, "Reds", voices=HOSPITAL),
            killed("b", 24, "Reds", certainty="denied", voices=REDS),
        ),
        [],
    ),
    (
        "denial: no comment",
        (DEED, claim("b", kind="Statement only", certainty="no comment", voices=REDS)),
        [],
    ),
    ("certainty: claimed under a bold headline", (BOLD, headed("claimed")), ["certainty"]),
    ("certainty: hearsay under a bold headline", (BOLD, headed("hearsay")), ["certainty"]),
    ("certainty: asserted in both", (BOLD, headed("asserted")), []),
    (
        "certainty: another kind of deed in the text",
        (BOLD, headed("claimed", kind="Protest with intervention")),
        [],
    ),
    ("gap: a toll and none", (killed("a", 9), claim("b", voices=POLICE)), []),
    ("gap: a day and none", (on("a", "2022-03-01"), killed("b", 3)), []),
    ("gap: a place and none", (at("a", "Alder", 1, **ALDER), killed("b", 3)), []),
    ("gap: an actor and none", (attack("a", "Red Front"), attack("b", "somebody")), []),
    (
        "sequence: police count again",
        (killed("a", 12, voices=POLICE), killed("c", 15, voices=POLICE)),
        [],
    ),
    (
        "sequence: police count fewer",
        (killed("a", 51, voices=POLICE), killed("c", 24, voices=POLICE)),
        [],
    ),
    ("sequence: one paper", (killed("a", 4, slot=0), killed("a", 9, slot=40)), []),
    (
        "sequence: police count again, a hospital does not",
        (
            killed("a", 12, voices=POLICE),
            killed("c", 15, voices=POLICE),
            killed("b", 40, voices=HOSPITAL),
        ),
        ["killed"],
    ),
]


def weighed(claims: tuple[Claim, ...]) -> Event:
    return weigh(group(*claims), REPORTS)


@pytest.mark.parametrize(
    ("claims", "expected"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS]
)
def test_what_contradicts_what(claims: tuple[Claim, ...], expected: list[str]) -> None:
    found = weighed(claims).contradictions
    assert [each.aspect for each in found] == expected
    for each in found:
        assert len(each.positions) > 1
        assert all(position.claims and position.origins for position in each.positions)
        assert " may " in f" {each.explanation} " or each.aspect == "certainty"


def test_there_are_four_pairs_of_each_type() -> None:
    types = [name.partition(":")[0] for name, *_ in PAIRS]
    assert {name: types.count(name) for name in types} == dict.fromkeys(types, 4)
    assert len(PAIRS) == 40
