"""Reports that come one at a time make the same events as all at once, under ids that last."""

from __future__ import annotations

import random

from rashomon.pipeline import events_of
from rashomon.values import Event
from tests.link.made import MARKET, RIVERTON, Made, day, made

SIDES = ("Northern Shield", "Redcap militia")
TEXTS = (
    "Fighters of the Northern Shield clashed with the Redcap militia at the mill of Riverton.",
    "At least twelve were killed when the Redcap militia attacked the Northern Shield at Riverton.",
    "The Redcap militia lost ten men at the mill of Riverton, a doctor said after the clash.",
)


def reports() -> list[Made]:
    """Make three reports of one clash and two of another, two days later in the next town."""
    first = {"words": "the Redcap", "sides": SIDES, "place": RIVERTON, "date": day("2021-05-03")}
    later = {"words": "the Redcap", "sides": SIDES, "place": MARKET, "date": day("2021-05-05")}
    texts = [text.replace("The", "the", 1) for text in TEXTS]
    return [
        *(made(f"a{n}", text, first, published="2021-05-04") for n, text in enumerate(texts)),
        *(
            made(f"b{n}", text.replace("Riverton", "Marktown"), later, published="2021-05-06")
            for n, text in enumerate(texts[1:])
        ),
    ]


def events(known: list[Made], former: tuple[Event, ...] = ()) -> tuple[Event, ...]:
    return events_of(
        [each.report for each in known],
        [each.reading for each in known],
        former,
        lambda _stage, _done, _total: None,
    )


def claims(found: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in found}


def test_one_at_a_time_is_all_at_once() -> None:
    everything = reports()
    whole = claims(events(everything))
    assert len(whole) == 2
    shuffler = random.Random(5)  # noqa: S311  not a secret
    for _ in range(10):
        shuffler.shuffle(everything)
        found: tuple[Event, ...] = ()
        for count in range(1, len(everything) + 1):
            found = events(everything[:count], found)
        assert claims(found) == whole


def test_ids_last_while_reports_come_in() -> None:
    everything = reports()
    found: tuple[Event, ...] = ()
    for count in range(1, len(everything) + 1):
        before, found = found, events(everything[:count], found)
        known = {name for event in found for name in (event.id, *event.formerly)}
        assert {event.id for event in before} <= known


def test_linking_again_changes_nothing() -> None:
    everything = reports()
    found = events(everything)
    assert events(everything, found) == found
