"""How many were wounded where reports say only who was hit, one by one, or who died later."""

from __future__ import annotations

import pytest

from rashomon.values import Claim, Participant, Span
from rashomon.weigh import weigh
from rashomon.weigh.people import told_people
from tests.factory import claim, figure, report
from tests.weigh.made import PUBLISHER, group

REPORTS = {
    name: report("Words.", id=name, publisher=name, published=day)
    for name, day in (("a", "2022-03-05"), ("b", "2022-03-06"))
}
_TEXT = "Ann Orr, 30, was hurt. Ben Orr, 41, was hurt."


def told(measure: str, name: str, count: int = 1, at: int = 0, report_id: str = "a") -> Claim:
    """Make a claim that so many were killed, wounded or hit."""
    return claim(
        report_id,
        at,
        voices=(PUBLISHER,),
        participants=(Participant("victim", name, None, None),),
        figures=(figure(count, measure=measure, of=0),),
    )


def one_hurt(at: int) -> Claim:
    """Make a claim that counts one who was only hurt."""
    counted = figure(1, measure="wounded", wording="1", of=0)
    person = Participant("victim", "1", None, None)
    return claim("a", at, voices=(PUBLISHER,), participants=(person,), figures=(counted,))


def people(*claims: Claim) -> tuple[int, int]:
    found = told_people(claims, REPORTS)
    return found.hurt, found.killed


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["man", "man"], 1),
        (["man", "woman"], 2),
        (["man", "he"], 1),
        (["man", "she"], 2),
        (["man", "Ben Orr"], 1),
        (["Ben Orr", "Orr"], 1),
        (["Ben Orr", "Ben T. Orr"], 1),
        (["Ben Orr", "Ann Orr"], 2),
        (["17-year-old boy", "15-year-old boy"], 2),
        (["17-year-old boy", "17-year-old", "boy"], 1),
        (["man", "other man"], 2),
        (["toddler", "man"], 2),
        (["6-year-old", "woman"], 2),
        (["16-year-old", "woman"], 1),
        (["man", "third victim", "third person"], 2),
        (["man", "second victim", "third victim"], 3),
    ],
)
def test_people_differ_only_where_they_must(names: list[str], expected: int) -> None:
    claims = [told("casualties", name, at=at) for at, name in enumerate(names)]
    assert people(*claims) == (expected, 0)


def test_another_man_of_a_second_report_can_be_the_first_reports() -> None:
    first = [told("wounded", "man"), told("wounded", "other man", at=1)]
    again = [told("wounded", "other man", at=2, report_id="b")]
    assert people(*first, *again) == (2, 0)


def test_two_of_one_claim_are_two_people() -> None:
    both = (Participant("victim", "man", None, None),) * 2
    figures = tuple(figure(1, measure="wounded", of=of) for of in (0, 1))
    pair = claim("a", 0, participants=both, figures=figures)
    assert people(pair) == (2, 0)


def test_an_age_behind_a_name_is_read_from_the_report() -> None:
    reports = {"a": report(_TEXT, id="a", published="2022-03-05")}
    claims = [
        claim(
            "a",
            at,
            participants=(Participant("victim", name, Span(at, at + len(name)), None),),
            figures=(figure(1, measure="wounded", of=0),),
        )
        for name in ("Ann Orr", "Ben Orr")
        for at in (_TEXT.index(name),)
    ]
    assert told_people(claims, reports).hurt == 2


def wounded(*claims: Claim) -> tuple[int | None, int | None, int | None] | None:
    event = weigh(group(*claims), REPORTS)
    found = [f for f in event.findings if f.measure == "wounded" and f.of == "total"]
    return (found[0].low, found[0].best, found[0].high) if found else None


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([told("casualties", "people", 4)], (4, 4, 4)),
        ([told("casualties", "people", 4), told("killed", "man", at=9)], (3, 3, 3)),
        ([told("casualties", "man"), told("killed", "man", at=9)], None),
        ([told("casualties", "people", 4), told("wounded", "people", 5, at=9)], (5, 5, 5)),
        ([told("wounded", "man"), told("wounded", "woman", at=9)], (1, 2, 2)),
        ([told("wounded", "boy"), told("killed", "boy", at=9, report_id="b")], (0, 0, 1)),
        ([told("wounded", "boy"), told("killed", "woman", at=9)], (1, 1, 1)),
        ([told("killed", "people", 3)], None),
        ([told("killed", "man"), one_hurt(at=9)], (1, 1, 1)),
    ],
    ids=[
        "shot and nobody died",
        "shot, and one died",
        "shot and killed",
        "more are said to be wounded",
        "told one by one",
        "the wounded one died",
        "another died",
        "nobody hit",
        "one dead, 1 hurt",
    ],
)
def test_those_hit_who_did_not_die_were_wounded(
    claims: list[Claim], expected: tuple[int, int, int] | None
) -> None:
    assert wounded(*claims) == expected


def test_the_rule_says_how_many_were_hit_and_died() -> None:
    event = weigh(group(told("casualties", "people", 4), told("killed", "man", at=9)), REPORTS)
    [rule] = [f.rule for f in event.findings if f.measure == "wounded" and f.of == "total"]
    assert rule.startswith("Best 3: those told to have been hit, less the 1 of them who died.")
