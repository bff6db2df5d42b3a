from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rashomon.values import Claim, Event, identify
from rashomon.weigh import weigh
from rashomon.weigh.grades import Basis, Conflict, Letter, grade, information, letter
from tests.factory import report, voice
from tests.weigh.made import PUBLISHER, group, killed

# origins, sides, neutral, conflict -> information number
NUMBERS: list[tuple[int, int, int, Conflict, int]] = [
    (1, 0, 0, "none", 3),
    (1, 0, 0, "minor", 4),
    (1, 0, 0, "major", 4),
    (1, 0, 1, "none", 2),
    (1, 0, 1, "minor", 4),
    (1, 0, 1, "major", 4),
    (1, 1, 0, "none", 3),
    (1, 1, 0, "major", 4),
    (1, 1, 0, "refuted", 5),
    (2, 0, 0, "none", 2),
    (2, 0, 0, "minor", 2),
    (2, 0, 0, "major", 3),
    (2, 0, 1, "none", 1),
    (2, 0, 1, "minor", 2),
    (2, 0, 1, "major", 3),
    (2, 0, 1, "refuted", 5),
    (2, 1, 0, "none", 2),
    (2, 1, 0, "major", 3),
    (2, 1, 1, "none", 1),
    (2, 1, 1, "refuted", 5),
    (2, 2, 0, "none", 1),
    (2, 2, 0, "minor", 2),
    (2, 2, 0, "major", 3),
    (9, 2, 4, "none", 1),
]

WORDS: list[tuple[Basis, str]] = [
    (Basis(origins=2, neutral=1, letter="B"), "confirmed"),
    (Basis(origins=2, sides=2, letter="C"), "confirmed"),
    (Basis(origins=2, sides=2, letter="D"), "fair"),
    (Basis(origins=2, letter="C"), "fair"),
    (Basis(origins=1, neutral=1, letter="B"), "fair"),
    (Basis(origins=2, letter="F"), "weak"),
    (Basis(origins=1, letter="C"), "weak"),
    (Basis(origins=1, letter="F"), "weak"),
    (Basis(origins=3, letter="C", grounded=False), "weak"),
    (Basis(origins=2, neutral=1, letter="B", conflict="minor"), "fair"),
    (Basis(origins=2, neutral=1, letter="B", conflict="major"), "contested"),
    (Basis(origins=1, letter="F", conflict="major"), "contested"),
    (Basis(origins=5, neutral=2, letter="B", conflict="refuted"), "discounted"),
]

RANKS = ("discounted", "contested", "weak", "fair", "confirmed")

conflicts: st.SearchStrategy[Conflict] = st.sampled_from(["none", "minor", "major", "refuted"])
letters: st.SearchStrategy[Letter] = st.sampled_from(["B", "C", "D", "F"])
bases = st.builds(
    Basis,
    origins=st.integers(1, 5),
    sides=st.integers(0, 2),
    neutral=st.integers(0, 2),
    letter=letters,
    conflict=conflicts,
    grounded=st.booleans(),
)


def rank(basis: Basis) -> int:
    return RANKS.index(grade(basis).word)


@pytest.mark.parametrize(("origins", "sides", "neutral", "conflict", "expected"), NUMBERS)
def test_number(origins: int, sides: int, neutral: int, conflict: Conflict, expected: int) -> None:
    basis = Basis(origins=origins, sides=sides, neutral=neutral, conflict=conflict, letter="C")
    assert information(basis) == expected


@pytest.mark.parametrize(("basis", "expected"), WORDS)
def test_word(basis: Basis, expected: str) -> None:
    assert grade(basis).word == expected


def test_nothing_to_judge_is_six() -> None:
    assert information(Basis(origins=0)) == 6
    assert information(Basis(origins=2, letter="C", grounded=False)) == 6


@pytest.mark.parametrize(
    ("kind", "named", "party", "expected"),
    [
        ("ngo", True, False, "B"),
        ("medic", True, False, "B"),
        ("agency", True, False, "C"),
        ("official", True, False, "C"),
        ("official", True, True, "D"),
        ("resident", True, False, "D"),
        ("social", True, False, "F"),
        ("publisher", False, False, "F"),
    ],
)
def test_letter(kind: str, *, named: bool, party: bool, expected: Letter) -> None:
    assert letter(kind, named=named, party=party) == expected


def test_reasons_say_what_was_counted() -> None:
    reasons = grade(Basis(origins=3, sides=1, letter="D")).reasons
    assert reasons[0] == "3 independent origins; 1 side heard."
    assert "No neutral source confirms it." in reasons
    assert reasons[-1] == "Source D, information 2."


@given(bases)
def test_a_contradicting_neutral_source_never_raises(basis: Basis) -> None:
    against: Conflict = "major" if basis.conflict != "refuted" else "refuted"
    contradicted = replace(
        basis, origins=basis.origins + 1, neutral=basis.neutral + 1, conflict=against
    )
    assert rank(contradicted) <= max(rank(basis), RANKS.index("contested"))
    assert rank(replace(basis, conflict="refuted")) <= rank(basis)
    assert information(replace(contradicted, conflict="refuted")) == 5


@given(bases, st.integers(0, 1), st.integers(0, 1))
def test_losing_an_agreeing_source_never_raises(basis: Basis, side: int, neutral: int) -> None:
    fewer = replace(
        basis,
        origins=max(0, basis.origins - 1),
        sides=max(0, basis.sides - side),
        neutral=max(0, basis.neutral - neutral),
    )
    assert rank(fewer) <= rank(basis)


kinds = st.sampled_from(["official", "medic", "party", "ngo", "witness"])
tellings = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(0, 30), kinds, st.booleans()),
    min_size=1,
    max_size=6,
)


def told(report_id: str, slot: int, count: int, kind: str, *, quoted: bool) -> Claim:
    voices = (PUBLISHER, voice(f"{kind} of Osk", kind)) if quoted else (PUBLISHER,)
    return killed(report_id, count, slot=slot, voices=voices)


@given(tellings)
def test_a_copy_never_raises_the_grade_and_never_changes_the_origins(
    told_by: list[tuple[str, int, str, bool]],
) -> None:
    reports = {name: report(name, id=name, publisher=name) for name in "abcde"}
    claims = [
        told(name, 20 * slot, count, kind, quoted=quoted)
        for slot, (name, count, kind, quoted) in enumerate(told_by)
    ]
    first = told_by[0][0]
    copied = [
        told("e", 20 * slot, count, kind, quoted=quoted)
        for slot, (name, count, kind, quoted) in enumerate(told_by)
        if name == first
    ]
    before = weigh(group(*claims), reports)
    after = weigh(group(*claims, *copied, copies=(("e", first),)), reports)
    assert after.origins == before.origins
    assert RANKS.index(after.grade.word) <= RANKS.index(before.grade.word)
    assert [(f.low, f.best, f.high) for f in after.findings] == [
        (f.low, f.best, f.high) for f in before.findings
    ]


# Independent reports: each has its own outlet and speaker, and none cites another.
SPEAKERS = ("Ada Holm", "Bert Lund", "Cleo Ness", "Dag Ruud", "Eva Strand", "Finn Torp")
accounts = st.lists(
    st.tuples(
        st.sampled_from([0, 9, 9, 9, 12, 60]),
        st.none() | kinds,
        st.sampled_from([None, None, "Reds", "army"]),
    ),
    min_size=2,
    max_size=6,
)


def weighed(told_by: Sequence[tuple[int, str | None, str | None]], *more: Claim) -> Event:
    names = [f"r{number}" for number in range(len(told_by))]
    reports = {name: report(name, id=name, publisher=name) for name in (*names, "last")}
    claims = [
        killed(
            name,
            count,
            side,
            voices=(PUBLISHER, *([voice(speaker, kind)] if kind else [])),
        )
        for name, speaker, (count, kind, side) in zip(names, SPEAKERS, told_by, strict=False)
    ]
    return weigh(group(*claims, *more), reports)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(accounts)
def test_a_neutral_source_that_tells_another_story_never_raises(
    told_by: list[tuple[int, str | None, str | None]],
) -> None:
    """Another story is more than threefold: a count that differs little is no refutation."""
    most = 10 * (1 + sum(count for count, *_ in told_by))
    against = killed("last", most, voices=(PUBLISHER, voice("the hospital", "medic")))
    before, after = weighed(told_by), weighed(told_by, against)
    assume(
        any(
            "more than threefold" in found.explanation
            for found in after.contradictions
            if any(against.id in each.claims for each in found.positions)
        )
    )
    assert RANKS.index(after.grade.word) <= max(
        RANKS.index(before.grade.word), RANKS.index("contested")
    )


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(accounts, st.integers(0, 5))
def test_losing_a_source_that_contradicts_nobody_never_raises(
    told_by: list[tuple[int, str | None, str | None]], lost: int
) -> None:
    before = weighed(told_by)
    index = lost % len(told_by)
    disputed = {
        claim
        for found in before.contradictions
        for each in found.positions
        for claim in each.claims
    }
    assume(identify(f"r{index}", 0) not in disputed)
    fewer = [each for number, each in enumerate(told_by) if number != index]
    assert RANKS.index(weighed(fewer).grade.word) <= RANKS.index(before.grade.word)


@given(st.integers(1, 5))
def test_removing_an_agreeing_report_never_raises(number: int) -> None:
    reports = {str(n): report(str(n), id=str(n), publisher=f"p{n}") for n in range(number + 1)}
    all_of_them = [killed(name, 4) for name in reports]
    more = weigh(group(*all_of_them), reports)
    fewer = weigh(group(*all_of_them[1:]), reports)
    assert RANKS.index(fewer.grade.word) <= RANKS.index(more.grade.word)
