from __future__ import annotations

import pytest

from rashomon.values import Claim, Report, Span, Voice
from rashomon.weigh import weigh
from rashomon.weigh.origins import Trace, trace
from rashomon.weigh.sides import Sides
from tests.factory import claim, report, voice
from tests.weigh.made import PUBLISHER, enemy, group, killed

REPORTS = {
    name: report(f"text {name}", id=name, publisher=f"Paper {name.upper()}")
    for name in "abcdefghijk"
}


def traced(*claims: Claim, copies: tuple[tuple[str, str], ...] = ()) -> Trace:
    made = group(*claims, copies=copies)
    return trace(made, REPORTS, Sides.of_group(made))


def said(report_id: str, *voices: Voice, slot: int = 0) -> Claim:
    return killed(report_id, 3, slot=slot, voices=(PUBLISHER, *voices))


PAIRS = [
    ("one official in two reports", ("Ada Holm", "official"), ("Ms Ada Holm", "official"), 1),
    ("a surname alone", ("Ada Holm", "official"), ("Holm", "official"), 1),
    ("two spellings", ("Kareem Nasser", "expert"), ("Karim Nasir", "expert"), 1),
    ("father and son", ("Karim Daud", "party"), ("Karim Khan Daud", "party"), 2),
    ("two officials", ("Ada Holm", "official"), ("Bert Lund", "official"), 2),
    ("police twice", ("Police", "official"), ("police officers", "official"), 1),
    ("a police chief", ("police chief Bert Lund", "official"), ("police", "official"), 1),
    ("out of office", ("former police chief Bert Lund", "party"), ("police", "official"), 2),
    ("spokesmen of a side", ("Red Front spokesman Ulf", "party"), ("the Reds", "party"), 1),
    ("residents of two reports", ("residents", "resident"), ("residents", "resident"), 2),
    ("nobody named in two reports", (None, "unnamed"), (None, "unnamed"), 2),
    ("a hospital and the police", ("the hospital", "medic"), ("police", "official"), 2),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS]
)
def test_voices_of_two_reports(
    one: tuple[str | None, str], other: tuple[str | None, str], expected: int
) -> None:
    claims = [said("a", voice(*one)), said("b", voice(*other))]
    assert traced(*claims).count(claims).origins == expected


def test_an_adverb_of_hearsay_names_nobody() -> None:
    claims = [said("a", voice("reportedly", "unnamed"))]
    origin = traced(*claims).origins[claims[0].id]
    assert origin.name is None
    assert origin.faceless


def test_nine_reprints_and_one_witness_are_two_origins() -> None:
    reprints = [killed(name, 3) for name in "abcdefghij"]
    own = said("k", voice("a shepherd", "witness"))
    copies = tuple((name, "a") for name in "bcdefghij")
    counts = traced(*reprints, own, copies=copies).count([*reprints, own])
    assert (counts.mentions, counts.origins, counts.outlets) == (11, 2, 11)


def test_nameless_voices_of_one_relay_are_one_origin() -> None:
    agency = voice("Norwire", "agency")
    claims = [said(name, agency, voice("sources", "unnamed")) for name in "abc"]
    counts = traced(*claims).count(claims)
    assert (counts.origins, counts.relays, counts.outlets) == (1, 1, 3)


def test_locals_and_residents_of_one_report_are_the_same_people() -> None:
    claims = [
        said("a", voice("Local residents", "resident")),
        said("a", voice("The locals", "resident"), slot=40),
    ]
    assert traced(*claims).count(claims).origins == 1


def test_outlets_that_cite_each_other_are_one_circular_origin() -> None:
    claims = [
        said("a", voice("Paper B", "outlet")),
        said("b", voice("Paper C", "outlet")),
        said("c", voice("Paper A", "outlet")),
    ]
    found = traced(*claims)
    assert found.count(claims).origins == 1
    assert found.origins[claims[0].id].circular


def test_a_quoted_outlet_and_its_own_report_are_one_origin() -> None:
    claims = [killed("a", 3), said("b", voice("Paper A", "outlet"))]
    found = traced(*claims)
    assert found.count(claims).origins == 1
    assert not found.origins[claims[0].id].circular


def test_outlets_that_cite_each_other_for_different_things_make_no_circle() -> None:
    claims = [
        killed("a", 3, voices=(PUBLISHER, voice("Paper B", "outlet"))),
        claim("b", 40, kind="Attack", voices=(PUBLISHER, voice("Paper A", "outlet"))),
    ]
    assert not any(origin.circular for origin in traced(*claims).origins.values())


def test_a_circle_is_named_where_its_figure_is_told() -> None:
    claims = [said("a", voice("Paper B", "outlet")), said("b", voice("Paper A", "outlet"))]
    event = weigh(group(*claims), REPORTS)
    total = next(each for each in event.findings if each.of == "total")
    assert "Paper A and Paper B, who cite each other" in total.rule
    assert "Outlets that cite each other in a circle count as one origin." in event.grade.reasons
    assert event.counts is not None
    assert (event.counts.origins, event.counts.circular) == (1, 1)


def test_an_outlet_that_is_quoted_speaks_through_its_own_sources() -> None:
    """Paper B quotes Paper A, whose report quotes the police: the police alone stand behind it."""
    claims = [said("a", voice("police", "official")), said("b", voice("Paper A", "outlet"))]
    assert traced(*claims).count(claims).origins == 1
    event = weigh(group(*claims), REPORTS)
    assert next(each for each in event.findings if each.of == "total").origins == 1


def test_one_quotation_in_two_reports_is_one_origin() -> None:
    words = "nobody came to help us until the whole street had burned down"
    texts = [f"A woman said {words}.", f"In tears, survivors said {words}."]
    reports = {str(n): Report(id=str(n), text=text) for n, text in enumerate(texts)}
    claims = [
        claim(name, voices=(voice(None, "witness"),), span=Span(0, len(each.text)))
        for name, each in reports.items()
    ]
    made = group(*claims)
    assert trace(made, reports, Sides.of_group(made)).count(claims).origins == 1


def test_a_report_that_names_its_source_speaks_through_it() -> None:
    claims = [killed("a", 3), said("a", voice("police", "official"), slot=40)]
    found = traced(*claims)
    assert found.count(claims).origins == 1
    assert found.count(claims[:1]).origins == 1


def test_sides_and_neutral_origins_are_counted_apart() -> None:
    claims = [
        said("a", voice("the army", "official")),
        said("b", voice("the Red Front", "party")),
        said("c", voice("the hospital", "medic")),
    ]
    counts = traced(*claims).count(claims)
    assert (counts.sides, counts.neutral, counts.origins) == (2, 1, 3)


def test_those_who_tell_what_they_did_are_a_party() -> None:
    actor = enemy("Osk militia", "residents")[0]
    deed = said("a", voice("Residents", "resident"))
    own = claim(
        "b", participants=(type(actor)("actor", "residents", None, None),), voices=deed.voices
    )
    found = traced(own)
    assert found.origins[own.id].side == "residents"


def test_a_chain_of_copies_that_runs_in_a_circle_ends() -> None:
    claims = [killed("a", 3), killed("b", 3)]
    assert traced(*claims, copies=(("a", "b"), ("b", "a"))).origins.keys() == {
        each.id for each in claims
    }


def test_who_counts_somebody_gives_an_origin_no_name() -> None:
    claims = (
        said("a", Voice("15 Red fighters", "party", side="Red")),
        said("b", Voice("Ulf Moe", "party", side="Red")),
    )
    found = traced(*claims)
    assert {found.origins[each.id].name for each in claims} == {"Ulf Moe"}
