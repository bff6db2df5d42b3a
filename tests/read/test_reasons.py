"""What is noted while a report is read comes back with the claim that it is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.gather import gather, prepare
from rashomon.read.reasons import Reason, about, because, explain, listening
from rashomon.values import Claim, Figure, Reading, Report, Span
from tests.factory import claim, reader, report

TRIGGER = Span(10, 16)
NUMBER = Span(4, 9)


def made(**fields: object) -> Claim:
    return claim(trigger=TRIGGER, **fields)  # type: ignore[arg-type]


def rules(one: Claim, part: str) -> list[str]:
    """Note three things of a claim, and return the rules that explain one of its parts."""
    with listening() as notes:
        because(1, "figure", "a number in words", at=NUMBER)
        about(TRIGGER)
        because("planned", "reality", "thought better of")
        because("actual", "reality", "nothing speaks against it", TRIGGER, entry="reality: none")
        because("planned", "reality", "of the verb above, and given up")
        because(1, "figure", "it counts the victim", at=NUMBER)
        about(Span(50, 55))
        because("actual", "reality", "of another happening")
    explained = explain(Reading(report="r1", claims=(one,)), notes)
    return [r.rule for e in explained.claims[one.id] if e.part == part for r in e.reasons]


def test_without_a_listener_a_value_passes_through() -> None:
    about(TRIGGER)
    assert because("actual", "reality", "nothing speaks against it") == "actual"


def test_the_last_reason_for_the_value_decided() -> None:
    assert rules(made(), "reality") == ["nothing speaks against it"]
    assert rules(made(reality="planned"), "reality") == ["of the verb above, and given up"]
    assert rules(made(reality="negated"), "reality") == []


def test_a_figure_has_the_reasons_of_its_words_and_of_its_claim() -> None:
    figure = Figure(measure="killed", low=1, best=1, high=1, wording="one", span=NUMBER)
    assert rules(made(figures=(figure,)), "figure") == ["it counts the victim", "a number in words"]


def test_listening_ends_with_its_block() -> None:
    with listening() as notes:
        pass
    because("actual", "reality", "too late")
    one = made()
    parts = explain(Reading(report="r1", claims=(one,)), notes).claims[one.id]
    assert not any(each.reasons for each in parts)


def test_what_was_seen_is_kept_once_and_in_order() -> None:
    with listening() as notes:
        about(TRIGGER)
        because("actual", "reality", "seen", TRIGGER, None, NUMBER, TRIGGER)
    assert list(notes.deciding("reality", TRIGGER, "actual")) == [
        Reason("reality", "seen", (TRIGGER, NUMBER))
    ]


EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "baghlan"
MADE = (
    "Gunmen killed three farmers near Kunduz on Friday, police said.",
    "“We lost two of our men,” said Karim Ahmadi, a spokesman for the Northern Front.",
    "They plan to attack the town, residents told the Valley Post. The rebels did not comment.",
    "The army reportedly failed to take the town. No soldier was killed. Will rebels attack?",
    "Five days after the army seized the port, rebels recaptured Ardan and Bel districts.",
    "In 1996 the rebels seized the town. His father was a leader of the rebellion.",
    "If the rebels attack, dozens may be killed. The minister denied that police shot anyone.",
    "A tweet by Ada Fell said the rebels hold the bridge. He told me that they had fled.",
    "BOMB KILLS 12 IN LIMA. 3 dead, 5 hurt. At least 15 were wounded, including two children.",
    "Unconfirmed reports say the group was blamed for the blast. It claimed responsibility.",
    "",
)


def made_reports() -> list[Report]:
    found = (prepare(each) for each in gather([EXAMPLES]) if isinstance(each, Report))
    made = [report(text, published="2021-08-21") for text in MADE]
    undated = [replace(each, id=f"{each.id}-undated", published=None) for each in made]
    return [*found, *made, *undated]


@pytest.mark.parametrize("one", made_reports(), ids=lambda one: str(one.id))
def test_no_part_of_a_claim_is_without_a_reason(one: Report) -> None:
    explained = reader().explain(one)
    content = one.content
    for each in explained.reading.claims:
        for explanation in explained.claims[each.id]:
            decided = [reason for reason in explanation.reasons if reason.points is None]
            assert decided, (each.trigger.of(content), explanation.part, explanation.index)
            assert all(span.of(content) for reason in decided for span in reason.seen)


def test_explaining_reads_what_reading_reads() -> None:
    reports = made_reports()
    explained = [reader().explain(one).reading for one in reports]
    assert explained == list(reader().read(reports))
    assert any(reading.claims for reading in explained)
