"""Counts of different scope, side and day, for every measure of people: they are never mixed."""

from __future__ import annotations

import pytest

from rashomon.pipeline import events_of
from rashomon.values import Claim, Event, Finding, Participant
from rashomon.weigh import weigh
from tests.factory import figure, reader, report, voice
from tests.weigh.made import PUBLISHER, group, killed

MEASURES = ("killed", "wounded", "captured", "missing", "displaced")
POLICE = (PUBLISHER, voice("police", "official"))
REPORTS = {
    name: report(name, id=name, publisher=f"Paper {name}", published=f"2022-03-0{day}")
    for day, name in enumerate("abc", start=5)
}


def told(report_id: str, measure: str, best: int, of: str | None = None, **fields: object) -> Claim:
    scope = fields.pop("scope", "incident")
    counted = figure(best, measure=measure, of=0, scope=scope)
    people = (Participant("victim", "people", None, of),)
    return killed(report_id, best, None, figures=(counted,), participants=people, **fields)


def found(event: Event, measure: str) -> dict[str, tuple[int | None, ...]]:
    return {
        each.of: (each.low, each.best, each.high)
        for each in event.findings
        if each.measure == measure
    }


def whole(event: Event, measure: str) -> Finding:
    """Return the finding over all people: measures without a total count them as unknown."""
    by = {each.of: each for each in event.findings if each.measure == measure}
    return by.get("total") or by["unknown"]


@pytest.mark.parametrize("measure", MEASURES)
def test_a_running_total_is_left_out_beside_a_count_of_the_event(measure: str) -> None:
    wider = told("b", measure, 400, scope="cumulative")
    each = whole(weigh(group(told("a", measure, 9), wider), REPORTS), measure)
    assert (each.low, each.best, each.high) == (9, 9, 9)
    assert "over a longer time or several events" in each.rule
    alone = whole(weigh(group(wider), REPORTS), measure)
    assert (alone.low, alone.best, alone.high) == (0, 400, 400)


@pytest.mark.parametrize("measure", MEASURES)
def test_what_one_origin_says_last_replaces_what_it_said_before(measure: str) -> None:
    claims = [told(name, measure, n, voices=POLICE) for name, n in (("a", 12), ("c", 15))]
    event = weigh(group(*claims), REPORTS)
    each = whole(event, measure)
    assert (each.low, each.best, each.high) == (15, 15, 15)
    assert [[step.best for step in change.steps] for change in each.revisions] == [[12, 15]]
    assert event.contradictions == ()


@pytest.mark.parametrize("measure", MEASURES)
def test_sides_and_civilians_are_counted_apart(measure: str) -> None:
    claims = [
        told("a", measure, 7, "Reds", voices=POLICE),
        told("b", measure, 4, "civilians", voices=POLICE),
    ]
    by = found(weigh(group(*claims), REPORTS), measure)
    assert by["civilians"] == (4, 4, 4)
    assert by["Red Front"][1:] == (7, 7)
    assert by.get("total", (None, 11, 11))[1:] == (11, 11)


@pytest.mark.parametrize("measure", MEASURES)
def test_one_measure_says_nothing_of_another(measure: str) -> None:
    event = weigh(group(told("a", measure, 9), told("b", "districts", 3)), REPORTS)
    assert {each.measure for each in event.findings} == {measure, "districts"}
    assert event.contradictions == ()


# Text to event: the count of the event, and a wider one told beside it.
TEXTS = {
    "killed": "Nine soldiers were killed in an attack on a post near Kunduz on Friday, police said."
    " More than 400 soldiers have been killed in the province since May.",
    "wounded": "Nine soldiers were wounded in an attack on a post near Kunduz on Friday, police "
    "said. In all, 400 soldiers have been wounded in the province since May.",
    "captured": "Fighters captured nine soldiers in an attack on a post near Kunduz on Friday, "
    "police said. They have captured 400 soldiers in the province since May.",
    "displaced": "Ninety families were displaced by shelling near Kunduz on Friday, police said. "
    "More than 4,000 families have been displaced in the province since May.",
}


@pytest.mark.slow
@pytest.mark.parametrize("measure", TEXTS)
def test_text_with_a_running_total_gives_the_count_of_the_event(measure: str) -> None:
    reports = (report(TEXTS[measure], id="a", publisher="Paper A", published="2021-08-21"),)
    events = events_of(reports, reader().read(reports), (), lambda *_: None)
    bests = {each.best for event in events for each in event.findings if each.measure == measure}
    assert bests == {90 if measure == "displaced" else 9}
