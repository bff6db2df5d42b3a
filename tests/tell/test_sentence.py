from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.sentence import paragraph, plain
from rashomon.values import Contradiction, Dossier, Position
from tests.tell.made import dossier, hostile
from tests.tell.pinned import pinned


def _told(made: Dossier) -> str:
    case = Case.of(made.events[0], Library.of(made))
    return plain(paragraph(case))


def test_paragraph_is_the_one_pinned() -> None:
    text = _told(dossier())
    assert (
        pinned("sentence.txt", text.replace(". ", ".\n") + "\n") == text.replace(". ", ".\n") + "\n"
    )


def test_every_number_has_a_footnote() -> None:
    made = dossier()
    told = paragraph(Case.of(made.events[0], Library.of(made)))
    assert all(phrase.claims for phrase in told if any(char.isdigit() for char in phrase.text))


def test_footnotes_lead_to_claims_of_the_event() -> None:
    made = dossier()
    told = paragraph(Case.of(made.events[0], Library.of(made)))
    assert {claim for phrase in told for claim in phrase.claims} <= set(made.events[0].claims)


def test_without_a_neutral_voice_this_is_said() -> None:
    made = dossier()
    partial = [
        replace(each, claims=each.claims if each.report == "bridge" else ())
        for each in made.readings
    ]
    assert _told(replace(made, readings=tuple(partial))).endswith(
        "No neutral source confirms any figure."
    )


@pytest.mark.parametrize("missing", ["killed", "wounded"])
def test_nothing_is_said_of_what_is_not_known(missing: str) -> None:
    made = dossier()
    readings = tuple(
        replace(
            reading,
            claims=tuple(
                replace(claim, figures=tuple(f for f in claim.figures if f.measure != missing))
                for claim in reading.claims
            ),
        )
        for reading in made.readings
    )
    assert missing not in _told(replace(made, readings=readings))


def test_order_of_reports_changes_nothing() -> None:
    made = dossier()
    turned = replace(made, reports=made.reports[::-1], readings=made.readings[::-1])
    assert _told(turned) == _told(made)


def test_hostile_names_do_not_break_the_sentence() -> None:
    assert _told(hostile()).startswith("One report tells of ")


def test_a_denial_is_told_only_where_it_contradicts() -> None:
    made = dossier()
    nurse = next(c for r in made.readings for c in r.claims if c.voices[-1].kind == "medic")
    denied = replace(nurse, certainty="denied", figures=())
    readings = tuple(
        replace(each, claims=tuple(denied if c.id == nurse.id else c for c in each.claims))
        for each in made.readings
    )
    event = made.events[0]
    position = Position("denied", (nurse.id,), 1)
    disputed = replace(event, contradictions=(Contradiction("denial", (position,), ""),))
    sentence = "A denial comes from a nurse at Orla clinic."
    assert sentence not in _told(replace(made, readings=readings))
    assert sentence in _told(replace(made, readings=readings, events=(disputed,)))
