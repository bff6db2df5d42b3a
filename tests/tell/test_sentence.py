from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.sentence import paragraph, plain
from rashomon.values import Contradiction, Dossier, Position, Voice
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
    assert _told(hostile()).startswith("One report, from =</title>")


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
    sentence = "A nurse at Orla clinic denied it; the raiders had not commented."
    assert sentence not in _told(replace(made, readings=readings))
    assert sentence in _told(replace(made, readings=readings, events=(disputed,)))


def test_a_figure_taken_back_is_told_as_such_and_not_counted() -> None:
    made = dossier()
    event = made.events[0]
    killed = event.findings[0].supporting[0]
    told_90 = [c for r in made.readings for c in r.claims if any(f.best == 90 for f in c.figures)]
    former = tuple(claim.id for claim in told_90)
    words = "Hill Post took back 90 raiders killed and now gives 20."
    positions = (Position("20", (killed,), 1), Position("90", former, 1))
    corrected = replace(event, contradictions=(Contradiction("correction", positions, words),))
    told = _told(replace(made, events=(corrected,)))
    assert words in told
    assert "gives 90" not in told


def test_who_denies_is_not_said_to_be_silent() -> None:
    made = dossier()
    silent = next(c for r in made.readings for c in r.claims if c.certainty == "no comment")
    denial = replace(
        silent,
        id="denial",
        certainty="denied",
        voices=(*silent.voices, Voice("raiders", "party", None, "raiders")),
    )
    readings = tuple(
        replace(each, claims=(*each.claims, denial)) if each.report == "bridge" else each
        for each in made.readings
    )
    event = made.events[0]
    dispute = Contradiction("denial", (Position("denied", ("denial",), 1),), "")
    disputed = replace(event, claims=(*event.claims, "denial"), contradictions=(dispute,))
    told = _told(replace(made, readings=readings, events=(disputed,)))
    assert "The raiders denied it." in told
    assert "commented" not in told


def test_a_report_of_many_voices_stays_short() -> None:
    assert len(_told(dossier()).split(". ")) <= 5
