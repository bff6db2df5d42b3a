"""Who may have died after a report was written raises the upper end of the killed."""

from __future__ import annotations

import pytest

from rashomon.values import Claim, Finding, Participant, Report, Span
from rashomon.weigh import weigh
from tests.factory import claim, figure, report
from tests.weigh.made import PUBLISHER, group, killed


def told(text: str, measure: str = "wounded") -> tuple[Report, Claim]:
    """Make a report and its claim that one man was wounded or hit."""
    made = report(text, id="a", publisher="Norwire", published="2022-03-05")
    hit = claim(
        "a",
        voices=(PUBLISHER,),
        span=Span(0, len(text)),
        participants=(Participant("victim", "man", None, None),),
        figures=(figure(1, measure=measure, of=0),),
    )
    return made, hit


def dead(made: Report, *claims: Claim, rule: str = "rashomon") -> Finding | None:
    found = weigh(group(*claims), {made.id: made}, rule).findings
    return next((each for each in found if each.measure == "killed" and each.of == "total"), None)


@pytest.mark.parametrize(
    ("text", "may_have_died"),
    [
        ("A man was wounded and is in critical condition.", True),
        ("A man was critically wounded.", True),
        ("A man has a life-threatening wound.", True),
        ("A man has a non-life-threatening wound.", False),
        ("A man's wounds are not believed to be life-threatening.", False),
        ("A man was wounded.", False),
    ],
)
def test_who_is_in_danger_may_have_died(text: str, *, may_have_died: bool) -> None:
    made, hit = told(text)
    found = dead(made, hit)
    assert (found is not None) == may_have_died
    if found is not None:
        assert (found.low, found.best, found.high) == (0, 0, 1)
        assert found.supporting == (hit.id,)
        assert "in danger of dying" in found.rule


@pytest.mark.parametrize(
    ("text", "measure", "may_have_died"),
    [
        ("A man was shot in Alder.", "casualties", True),
        ("A man was shot in Alder. He is in stable condition.", "casualties", False),
        ("A man was hurt in Alder.", "wounded", False),
    ],
)
def test_who_was_hit_may_have_died_if_nobody_says_how_he_is(
    text: str, measure: str, *, may_have_died: bool
) -> None:
    made, hit = told(text, measure)
    assert (dead(made, hit) is not None) == may_have_died


def test_who_is_in_danger_is_added_to_the_dead_of_his_report_alone() -> None:
    made, hit = told("Two men were killed, and one is in critical condition.")
    two = killed("a", 2, slot=1, participants=(Participant("victim", "men", None, None),))
    found = dead(made, hit, two)
    assert found is not None
    assert (found.low, found.best, found.high) == (2, 2, 3)
    later = report("Three men died.", id="b", publisher="Norwire", published="2022-03-06")
    three = killed("b", 3, participants=(Participant("victim", "men", None, None),))
    both = weigh(group(hit, two, three), {"a": made, "b": later}).findings
    assert [(f.best, f.high) for f in both if f.measure == "killed" and f.of == "total"] == [(3, 3)]


def test_conventions_of_others_count_nobody_who_only_may_have_died() -> None:
    made, hit = told("A man was critically wounded.")
    assert dead(made, hit, rule="acled") is None
    assert dead(made, hit, rule="ucdp") is None


def test_a_title_counts_nobody_who_only_may_have_died() -> None:
    made, hit = told("A man was critically wounded.")
    assert "killed" not in weigh(group(hit), {"a": made}).title
