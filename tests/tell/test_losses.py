"""The sentence on losses, from claims of one clause each: who counts what of whom."""

from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.losses import losses
from rashomon.tell.sentence import plain
from rashomon.values import (
    Account,
    Certainty,
    Claim,
    Dossier,
    Figure,
    Finding,
    Participant,
    Reading,
    Report,
    Span,
    Voice,
)
from tests.tell.made import dossier

POLICE = Voice("police", "official")
CLERK = Voice("Ada Fell", "official")
RAIDER = Voice("Bo Marr", "party", side="raiders")
HEARSAY = Voice("was reportedly", "unnamed")


def _figure(count: int, measure: str = "killed", of: int | None = None, words: str = "") -> Figure:
    return Figure(
        measure=measure, low=count, best=count, high=count, wording=words or str(count), of=of
    )


def _claim(
    number: int,
    voice: Voice | None,
    *figures: Figure,
    side: str | None = None,
    certainty: Certainty = "asserted",
) -> Claim:
    report = f"r{number}"
    return Claim(
        id=f"{report}-{figures}-{voice and voice.name}",
        report=report,
        kind="Armed clash",
        trigger=Span(0, 1),
        span=Span(0, 1),
        certainty=certainty,
        voices=(Voice("Hill Post", "publisher"), *([voice] if voice else [])),
        participants=(Participant("victim", side, side=side),) if side else (),
        figures=figures,
        made_by="test",
    )


def _told(*claims: Claim, low: int | None = None) -> str:
    names = list(dict.fromkeys(claim.report for claim in claims))
    total = Finding(measure="killed", of="total", low=low, best=low, high=low, rule="", origins=1)
    event = replace(
        dossier().events[0],
        claims=tuple(claim.id for claim in claims),
        reports=tuple(names),
        accounts=tuple(Account(report=name, claims=(), origin=name) for name in names),
        findings=(total,) if low is not None else (),
        sides=(),
    )
    made = Dossier(
        reports=tuple(Report(id=name, text="x", publisher="Hill Post") for name in names),
        readings=tuple(
            Reading(report=name, claims=tuple(c for c in claims if c.report == name))
            for name in names
        ),
        events=(event,),
    )
    case = Case.of(event, Library.of(made))
    return " ".join(plain(sentence) for sentence in losses(case))


def test_who_agrees_is_told_once() -> None:
    told = _told(_claim(1, POLICE, _figure(5)), _claim(2, CLERK, _figure(5)))
    assert told == "Police and Ada Fell reported five killed."


def test_reports_on_their_own_word_follow_who_says_the_same() -> None:
    told = _told(
        _claim(1, POLICE, _figure(5)), _claim(2, None, _figure(5)), _claim(3, None, _figure(5))
    )
    assert told == "Police reported five killed, as did two reports that name no source."


def test_reports_without_a_source_are_named_by_their_publishers() -> None:
    told = _told(
        _claim(1, None, _figure(5)), _claim(2, None, _figure(5)), _claim(3, None, _figure(9))
    )
    assert told == (
        "Two reports give five killed and name no source; "
        "a report by Hill Post gives nine and names no source."
    )


def test_a_single_report_is_no_letter() -> None:
    told = _told(_claim(1, None, _figure(5), _figure(2, "wounded")))
    assert told == "It gives five killed and two wounded and names no source."


def test_one_voice_tells_of_all_sides_at_once() -> None:
    told = _told(
        _claim(1, POLICE, _figure(5, of=0), side="raiders"),
        _claim(1, POLICE, _figure(2, of=0), side="guards"),
    )
    assert told == "Police reported five killed among raiders and two killed among guards."


@pytest.mark.parametrize(
    ("low", "expected"), [(5, "Police reported five killed."), (1, "It gives one killed")]
)
def test_a_victim_by_name_is_a_part_of_more(low: int, expected: str) -> None:
    five = [_claim(1, POLICE, _figure(5), _figure(1))] if low > 1 else []
    assert _told(*five, _claim(1, None, _figure(1, words="Marr")), low=low).startswith(expected)


def test_the_largest_count_of_a_voice_is_its_count() -> None:
    assert _told(_claim(1, POLICE, _figure(3), _figure(7), _figure(2))) == (
        "Police reported seven killed."
    )


def test_who_counts_the_hit_is_not_quoted_on_casualties() -> None:
    told = _told(_claim(1, POLICE, _figure(3), _figure(7, "casualties"), _figure(1, "captured")))
    assert told == "Police reported three killed."


def test_hearsay_of_nobody_names_nobody() -> None:
    assert _told(_claim(1, HEARSAY, _figure(3), certainty="hearsay")) == "Hearsay has three killed."


def test_who_speaks_for_a_party_is_named_with_it() -> None:
    told = _told(_claim(1, RAIDER, _figure(3), certainty="claimed"))
    assert told == "Bo Marr, for raiders, claimed three killed."


def test_where_nobody_armed_is_told_of_all_are_counted_together() -> None:
    told = _told(
        _claim(1, POLICE, _figure(5, of=0), side="civilians"), _claim(2, CLERK, _figure(4))
    )
    assert told == "Ada Fell reported four killed; police reported five."


def test_many_voices_are_told_measure_by_measure() -> None:
    both = [_claim(n, None, _figure(5), _figure(n, "wounded")) for n in range(2, 9)]
    told = _told(_claim(1, POLICE, _figure(5)), *both)
    assert told.startswith(
        "Police reported five killed, as did seven reports that name no source; a report "
        "by Hill Post gives two wounded and names no source; "
    )
