from __future__ import annotations

import pytest

from rashomon.values import Claim, Revision
from rashomon.weigh import weigh
from tests.factory import figure, report, voice
from tests.weigh.made import PUBLISHER, group, killed

REPORTS = {
    name: report(name, id=name, publisher=f"Paper {name}", published=f"2022-03-0{day}")
    for day, name in enumerate("abcd", start=5)
}
POLICE = (PUBLISHER, voice("police", "official"))
HOSPITAL = (PUBLISHER, voice("the hospital", "medic"))


def revisions(*claims: Claim, of: str = "total") -> tuple[Revision, ...]:
    event = weigh(group(*claims), REPORTS)
    return next(each for each in event.findings if each.of == of).revisions


def said(report_id: str, *numbers: int, wording: str = "") -> Claim:
    figures = tuple(figure(number, of=0, wording=wording or str(number)) for number in numbers)
    return killed(report_id, 0, voices=POLICE, figures=figures)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([said("a", 12), said("c", 15)], [[("2022-03-05", 12), ("2022-03-07", 15)]]),
        (
            [said("a", 51), said("b", 91), said("d", 24)],
            [[("2022-03-05", 51), ("2022-03-06", 91), ("2022-03-08", 24)]],
        ),
        ([said("a", 12), said("b", 12)], []),
        ([said("a", 12), said("b", 1, wording="him")], []),
        ([said("a", 12), killed("c", 15, voices=HOSPITAL)], []),
        ([said("a", 12)], []),
    ],
    ids=["up", "up and down", "the same again", "one of them", "another origin", "once"],
)
def test_what_one_origin_changed(
    claims: list[Claim], expected: list[list[tuple[str, int]]]
) -> None:
    found = revisions(*claims)
    assert [[(step.day, step.best) for step in each.steps] for each in found] == expected


def test_a_revision_is_told_of_the_side_too_and_names_who_made_it() -> None:
    claims = [
        killed("a", 12, "Reds", voices=POLICE),
        killed("c", 15, "Reds", voices=POLICE),
    ]
    (found,) = revisions(*claims, of="Red Front")
    assert found.by == "police"
    assert [step.claims for step in found.steps] == [(claim.id,) for claim in claims]
    assert weigh(group(*claims), REPORTS).contradictions == ()


def test_who_tells_of_one_victim_later_keeps_the_count() -> None:
    event = weigh(group(said("a", 12), said("b", 1, wording="him")), REPORTS)
    assert [each.best for each in event.findings if each.of == "total"] == [12]
