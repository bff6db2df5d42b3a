"""What is noted while a report is read comes back with the claim that it is about."""

from __future__ import annotations

from rashomon.read.reasons import Reason, about, because, explain, listening
from rashomon.values import Claim, Figure, Reading, Span
from tests.factory import claim

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
