from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.opening import opening
from rashomon.values import Claim, Dossier, Voice
from tests.tell.made import dossier


def _opened(made: Dossier) -> list[str]:
    case = Case.of(made.events[0], Library.of(made))
    return ["".join(phrase.text for phrase in sentence) for sentence in opening(case)]


def _changed(change: Callable[[Claim], Claim]) -> Dossier:
    made = dossier()
    readings = tuple(
        replace(each, claims=tuple(map(change, each.claims))) for each in made.readings
    )
    return replace(made, readings=readings)


def test_who_says_what_happened_opens_and_the_reports_follow() -> None:
    said, told = _opened(dossier())
    assert said.startswith("Villagers said the guards fought the raiders in Orla, ")
    assert told == (
        "Three reports, one of them a copy, tell of it, one of them through the Lowland Courier."
    )


def test_who_speaks_of_his_own_side_says_they() -> None:
    def own(claim: Claim) -> Claim:
        voices = (*claim.voices[:-1], Voice("The guards", "party", None, "guards"))
        return replace(claim, voices=voices) if len(claim.voices) > 1 else claim

    assert _opened(_changed(own))[0].startswith("The guards said they fought the raiders")


@pytest.mark.parametrize(
    "change",
    [
        lambda claim: replace(claim, voices=claim.voices[:1]),
        lambda claim: replace(claim, participants=claim.participants[-1:]),
        lambda claim: replace(claim, reality="planned"),
        lambda claim: replace(claim, certainty="denied"),
    ],
    ids=["nobody named", "one side missing", "only planned", "denied"],
)
def test_nobody_is_made_to_say_what_he_did_not(change: Callable[[Claim], Claim]) -> None:
    (only,) = _opened(_changed(change))
    assert only.startswith("Three reports, one of them a copy, tell of an armed clash ")
    assert " said " not in only


def test_a_capture_counts_what_the_voices_count() -> None:
    made = _changed(lambda claim: replace(claim, kind="Non-state actor overtakes territory"))
    event = replace(made.events[0], kind="Non-state actor overtakes territory")
    assert _opened(replace(made, events=(event,)))[0].startswith(
        "Villagers said the guards took territory from the raiders"
    )
