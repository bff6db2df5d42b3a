from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.findings import heading, told_findings
from rashomon.values import Finding
from tests.tell.made import dossier


def _finding(measure: str, of: str, best: int | None = 1) -> Finding:
    return Finding(measure=measure, of=of, low=best, best=best, high=best, rule="")


def _told(*findings: Finding) -> list[tuple[str, str]]:
    made = dossier()
    event = replace(made.events[0], findings=findings)
    return [(f.measure, f.of) for f in told_findings(Case.of(event, Library.of(made)))]


def test_people_come_before_things_and_sides_before_wholes() -> None:
    assert _told(
        _finding("districts", "total", 3),
        _finding("wounded", "raiders"),
        _finding("killed", "total", 2),
        _finding("killed", "unknown"),
        _finding("killed", "raiders"),
    ) == [
        ("killed", "raiders"),
        ("killed", "unknown"),
        ("killed", "total"),
        ("wounded", "raiders"),
        ("districts", "total"),
    ]


def test_a_total_that_repeats_its_only_side_is_left_out() -> None:
    side = _finding("wounded", "raiders", 11)
    assert _told(side, _finding("wounded", "total", 11)) == [("wounded", "raiders")]
    assert len(_told(side, _finding("wounded", "total", 12))) == 2


def test_a_finding_without_content_is_left_out() -> None:
    assert _told(_finding("missing", "raiders", None)) == []


@pytest.mark.parametrize(
    ("measure", "of", "told"),
    [
        ("killed", "raiders", "Killed, raiders"),
        ("killed", "total", "Killed, all together"),
        ("wounded", "unknown", "Wounded, side unknown"),
        ("districts", "total", "Districts"),
        ("districts", "raiders", "Districts, raiders"),
    ],
)
def test_a_heading_says_what_is_counted_of_whom(measure: str, of: str, told: str) -> None:
    assert heading(_finding(measure, of)) == told
