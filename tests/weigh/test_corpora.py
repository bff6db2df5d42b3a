"""Made corpora from text to event: how many independent origins stand behind what is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon.pipeline import events_of
from rashomon.values import Event, Report
from tests.factory import reader, report

pytestmark = pytest.mark.slow

WIRE = (
    "Twelve soldiers were killed when gunmen attacked a checkpoint near Kunduz on Friday, the "
    "provincial governor Ahmad Farid said.\n\nThe attackers came before dawn on motorcycles and "
    "burned two vehicles before they left towards the river, the governor said."
)
OWN = (
    "Gul Agha, a shepherd who lives across the road, said that he had seen twelve soldiers killed "
    "in the attack on the checkpoint near Kunduz on Friday and had helped to bury them."
)
THERE = "a checkpoint near Kunduz on Friday"
DIED = f"Twelve soldiers were killed in an attack on {THERE}"
SHOT = f"Gunmen attacked {THERE}"
CITES, CITES_BACK = f"{DIED}, {{}} reported.", f"{SHOT}. {{}} reported that 12 soldiers had died."
TWEETS = (
    f"{DIED}, the activist Mirwais Sahar wrote on Twitter. Schools stayed shut.",
    f"{SHOT}. Mirwais Sahar, an activist, tweeted that 12 soldiers had been killed there.",
)
NAMELESS = (
    f"{DIED}, Pajhwok News Agency reported, quoting unnamed sources.",
    f"{SHOT}. Sources told Pajhwok News Agency that 12 soldiers had been killed there.",
)
CREDITED = (
    f"KUNDUZ (AFP) - {SHOT}. Twelve soldiers died.",
    f"{DIED}.\n\nIt was the third attack there in a month.\n\n(With inputs from AFP)",
)


def corpus(*texts: str) -> tuple[Report, ...]:
    return tuple(
        report(text, id=f"r{n}", publisher=f"Paper {name}", published="2021-08-21")
        for n, (text, name) in enumerate(zip(texts, "ABCDEFGHIJ", strict=False))
    )


def only_event(reports: tuple[Report, ...]) -> Event:
    (event,) = events_of(reports, reader().read(reports), (), lambda *_: None)
    return event


@pytest.mark.parametrize(
    ("texts", "mentioned_in", "origins"),
    [
        ([WIRE] * 9 + [OWN], 10, 2),
        ([CITES.format("Paper B"), CITES_BACK.format("Paper A")], 2, 1),
        (TWEETS, 2, 1),
        (NAMELESS, 2, 1),
        (CREDITED, 2, 1),
        ([WIRE, CITES.format("Paper A")], 2, 1),
    ],
    ids=[
        "a wire story in nine papers and one own account",
        "two papers that cite each other",
        "one tweet in two papers",
        "nameless sources through one relay",
        "two papers that credit one agency",
        "a paper that cites a paper that names its source",
    ],
)
def test_repetition_adds_no_origin(texts: Sequence[str], mentioned_in: int, origins: int) -> None:
    event = only_event(corpus(*texts))
    assert event.counts is not None
    assert (event.counts.outlets, event.origins) == (mentioned_in, origins)


def test_a_circle_is_flagged() -> None:
    event = only_event(corpus(CITES.format("Paper B"), CITES_BACK.format("Paper A")))
    assert event.counts is not None
    assert event.counts.circular == 1
