from __future__ import annotations

import pytest

from rashomon.values import Claim, Figure, Participant, Report, Span, Voice
from rashomon.weigh import weigh
from tests.factory import claim, figure, report, voice
from tests.weigh.made import PUBLISHER, REPORTS, enemy, group, killed
from tests.weigh.test_weigh import bounds, finding

HOSPITAL = (PUBLISHER, voice("the hospital", "medic"))
POLICE = (PUBLISHER, voice("police", "official"))
ARMY = (PUBLISHER, voice("the army", "official"))
REDS = (PUBLISHER, voice("a Reds spokesman", "party"))
NOBODY = (PUBLISHER, voice(None))

FIVE = {name: report(name, id=name, publisher=name, published="2022-03-05") for name in "abcde"}


def least(number: int) -> tuple[Figure, ...]:
    return (figure(number, number, None, of=0),)


CASES = [
    ("one figure", [killed("a", 4)], (4, 4, 4)),
    ("two press figures: the lower is best", [killed("a", 10), killed("b", 16)], (10, 10, 16)),
    (
        "three press figures: the middle one",
        [killed("a", 5), killed("b", 7), killed("c", 30)],
        (5, 7, 30),
    ),
    (
        "a hospital outranks the press",
        [killed("a", 5), killed("b", 5), killed("c", 8, voices=HOSPITAL)],
        (5, 8, 8),
    ),
    ("nobody killed", [killed("a", 0, reality="negated")], (0, 0, 0)),
    ("at least, alone, has no upper end", [killed("a", 15, figures=least(15))], (15, 15, None)),
    (
        "at least is met by a larger count",
        [killed("a", 15, figures=least(15)), killed("b", 17)],
        (15, 15, 17),
    ),
    (
        "dozens is an interval",
        [killed("a", 24, figures=(figure(24, 24, 99, of=0),))],
        (24, 24, 99),
    ),
    (
        "a vague word leaves the count to others",
        [killed("a", None, figures=(figure(None, 1, None, of=0),)), killed("b", 6)],
        (6, 6, 6),
    ),
    (
        "a denied figure does not count",
        [killed("a", 4), killed("b", 9, certainty="denied")],
        (4, 4, 4),
    ),
    (
        "a planned killing does not count",
        [killed("a", 4), killed("b", 9, reality="planned")],
        (4, 4, 4),
    ),
    (
        "nobody named does not outweigh the press",
        [killed("a", 4), killed("b", 90, voices=NOBODY)],
        (4, 4, 90),
    ),
    (
        "three nameless agree against one",
        [killed(name, 6, voices=NOBODY) for name in "abc"] + [killed("d", 2, voices=NOBODY)],
        (2, 6, 6),
    ),
]


@pytest.mark.parametrize(
    ("claims", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_total(claims: list[Claim], expected: tuple[int | None, ...]) -> None:
    assert bounds(weigh(group(*claims), FIVE), "total") == expected


def test_a_party_about_its_enemy_sets_the_high_but_not_the_low() -> None:
    event = weigh(group(killed("a", 24, "Red Front", voices=ARMY)), FIVE)
    assert bounds(event, "Red Front") == (0, 24, 24)


def test_a_side_about_its_own_losses_is_believed() -> None:
    claims = [
        killed("a", 24, "Reds", voices=ARMY),
        killed("b", 5, "Red Front", voices=REDS),
    ]
    assert bounds(weigh(group(*claims), FIVE), "Red Front") == (5, 5, 24)


def test_a_side_that_denies_its_losses_is_a_party() -> None:
    claims = [
        killed("a", 24, "Reds", voices=HOSPITAL),
        killed("b", 0, "Reds", voices=REDS),
    ]
    assert bounds(weigh(group(*claims), FIVE), "Red Front") == (24, 24, 24)


def test_sides_are_summed_where_nobody_states_a_whole() -> None:
    claims = [killed("a", 24, "Reds"), killed("b", 5, "army")]
    event = weigh(group(*claims), FIVE)
    assert bounds(event, "total") == (29, 29, 29)
    assert "sum over the sides" in finding(event, "total").rule


def test_a_stated_whole_is_preferred_to_the_sum() -> None:
    claims = [
        killed("a", 12),
        killed("a", 7, "civilians", slot=30),
        killed("a", 4, "army", slot=60),
    ]
    event = weigh(group(*claims), FIVE)
    assert bounds(event, "total") == (12, 12, 12)
    assert bounds(event, "civilians") == (7, 7, 7)
    assert {each.of for each in event.findings} == {"total", "civilians", "Varn army"}


def test_counts_of_one_clause_are_added() -> None:
    two = (Participant("victim", "a guard"), Participant("victim", "two drivers"))
    both = (figure(1, of=0), figure(2, of=1))
    event = weigh(group(killed("a", 3, participants=two, figures=both)), FIVE)
    assert bounds(event, "total") == (3, 3, 3)


def test_a_part_of_a_count_is_not_added() -> None:
    text = "The shelling killed 12 people, including 3 children, in the valley."
    people = (Participant("victim", "people"), Participant("victim", "children", None, "civilians"))
    figures = (
        Figure(measure="killed", low=12, best=12, high=12, wording="12", span=Span(20, 22), of=0),
        Figure(measure="killed", low=3, best=3, high=3, wording="3", span=Span(41, 42), of=1),
    )
    told = claim("r", participants=people, figures=figures, voices=(PUBLISHER,))
    reports = {"r": Report(id="r", text=text, publisher="Norwire")}
    assert bounds(weigh(group(told), reports), "total") == (12, 12, 12)


def test_one_person_told_of_does_not_outvote_a_count() -> None:
    claims = [
        killed("a", 1, figures=(figure(1, of=0, wording="guard"),)),
        killed("b", 1, figures=(figure(1, of=0, wording="he"),)),
        killed("c", 4),
    ]
    assert bounds(weigh(group(*claims), FIVE), "total") == (4, 4, 4)


def test_one_side_lost_is_no_count_of_the_whole() -> None:
    claims = [killed("a", 3, "army"), killed("b", 8), killed("c", 2, "Reds")]
    assert bounds(weigh(group(*claims), FIVE), "total") == (8, 8, 8)
    larger = [killed("a", 30, "army"), killed("b", 8)]
    assert bounds(weigh(group(*larger), FIVE), "total") == (8, 8, 30)


def test_nobody_hurt_is_said_of_a_part_unless_a_better_source_says_it() -> None:
    press = [killed("a", 0, reality="negated"), killed("b", 2)]
    assert bounds(weigh(group(*press), FIVE), "total") == (0, 2, 2)
    doctors = [killed("a", 0, reality="negated", voices=HOSPITAL), killed("b", 2)]
    assert bounds(weigh(group(*doctors), FIVE), "total") == (0, 0, 2)


def test_two_counts_of_one_participant_are_one() -> None:
    twice = (figure(1, of=0, wording="death"), figure(1, of=0, wording="boy"))
    assert bounds(weigh(group(killed("a", 1, figures=twice)), FIVE), "total") == (1, 1, 1)


def test_named_victims_are_counted_where_no_larger_whole_is_told() -> None:
    names = ("Ada Holm", "Bert Lund", "Holm", "Bert Ness", "Osk woman", "Update")
    claims = [
        killed("a", 1, slot=20 * place, participants=(Participant("victim", name),))
        for place, name in enumerate(names)
    ]
    event = weigh(group(*claims), FIVE)
    assert bounds(event, "total") == (2, 3, 3)
    assert "some may be told of twice" in finding(event, "total").rule
    stated = killed("a", 5, slot=200)
    assert bounds(weigh(group(*claims, stated), FIVE), "total") == (5, 5, 5)


def test_a_headline_counts_only_where_the_body_is_silent() -> None:
    headline = killed("a", 50, slot=0, headline=True)
    body = killed("a", 40, slot=90)
    assert bounds(weigh(group(headline, body), FIVE), "total") == (40, 40, 40)
    assert bounds(weigh(group(headline), FIVE), "total") == (50, 50, 50)


def test_cumulative_counts_are_left_out_and_the_rule_says_so() -> None:
    season = (figure(400, of=0, scope="cumulative"),)
    claims = [killed("a", 3), killed("b", 400, figures=season)]
    event = weigh(group(*claims), FIVE)
    assert bounds(event, "total") == (3, 3, 3)
    assert "Left out: 1 figure" in finding(event, "total").rule


def test_a_later_report_of_one_publisher_replaces_the_earlier() -> None:
    claims = [killed("wire", 14), killed("correction", 11)]
    assert bounds(weigh(group(*claims), REPORTS), "total") == (11, 11, 11)


def test_a_lead_takes_the_source_that_the_report_names_later() -> None:
    claims = [killed("a", 6), killed("a", 6, slot=80, voices=POLICE)]
    assert finding(weigh(group(*claims), FIVE), "total").origins == 1


def test_supporting_and_dissenting_claims_are_apart() -> None:
    near, far = killed("a", 10), killed("b", 16)
    found = finding(weigh(group(near, far), FIVE), "total")
    assert (found.supporting, found.dissenting) == ((near.id,), (far.id,))


def test_wounded_have_a_total_and_captured_do_not() -> None:
    figures = (figure(2, measure="wounded", of=0), figure(3, measure="captured", of=0))
    event = weigh(group(killed("a", 2, figures=figures, participants=enemy("Reds"))), FIVE)
    assert [(each.measure, each.of) for each in event.findings] == [
        ("captured", "Red Front"),
        ("wounded", "total"),
        ("wounded", "Red Front"),
    ]


def test_a_neutral_count_comes_before_what_a_side_admits() -> None:
    claims = [
        killed("a", 11, "Reds", voices=HOSPITAL),
        killed("b", 4, "Red Front", voices=REDS),
        killed("c", 300, "Reds"),
        killed("d", 40, "Reds", voices=ARMY),
    ]
    found = finding(weigh(group(*claims), FIVE), "Red Front")
    assert (found.low, found.best, found.high) == (4, 11, 300)
    assert found.rule.endswith("High 300: the most told, by c, with no source named.")


def test_a_spokesman_by_name_admits_the_losses_of_his_side() -> None:
    amin = (PUBLISHER, Voice("Yusuf Amin", "party", None, "Reds"))
    claims = [killed("a", 24, "Reds", voices=ARMY), killed("b", 5, "Reds", voices=amin)]
    assert bounds(weigh(group(*claims), FIVE), "Red Front") == (5, 5, 24)


def test_our_fighters_are_of_the_side_that_speaks() -> None:
    ours = (Participant("victim", "six of our fighters", None, None),)
    claim = killed("a", 6, participants=ours, voices=REDS)
    assert bounds(weigh(group(claim), FIVE), "Red Front") == (6, 6, 6)


def _wire(name: str, day: int, title: str) -> Report:
    return report(title, id=name, publisher="Norwire", published=f"2022-03-0{day}", title=title)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Correction: 15 dead, not 30", (15, 15, 15)),
        ("Mill fighting: toll revised to 15", (15, 15, 15)),
        ("Fighting goes on", (30, 30, 30)),
    ],
)
def test_a_correction_takes_back_what_the_outlet_and_its_quoters_told(
    title: str, expected: tuple[int, ...]
) -> None:
    locals_, sources = voice("residents", "resident"), voice("local sources", "unnamed")
    norwire = voice("Norwire", "agency")
    claims = [
        killed("first", 30, "Reds", voices=(PUBLISHER, locals_)),
        killed("quoting", 30, "Reds", voices=(PUBLISHER, norwire, sources)),
        killed("second", 15, "Reds", voices=(PUBLISHER, sources)),
    ]
    reports = {
        "first": _wire("first", 5, "Thirty dead"),
        "quoting": report("x", id="quoting", publisher="Varn Post", published="2022-03-06"),
        "second": _wire("second", 7, title),
    }
    found = finding(weigh(group(*claims), reports), "Red Front")
    assert (found.low, found.best, found.high) == expected
    is_corrected = expected[1] == 15
    assert ({claims[0].id, claims[1].id} <= set(found.dissenting)) == is_corrected
    assert ("has corrected" in found.rule) == is_corrected
    told = [each.explanation for each in weigh(group(*claims), reports).contradictions]
    assert ("Norwire took back 30 Red Front killed and now gives 15." in told) == is_corrected


def test_a_correction_leaves_what_a_named_source_said() -> None:
    doctor = voice("Dr Lena Orm", "medic")
    claims = [
        killed("first", 30, "Reds", voices=(PUBLISHER, doctor)),
        killed("second", 15, "Reds", voices=(PUBLISHER, voice("local sources", "unnamed"))),
    ]
    reports = {
        "first": _wire("first", 5, "Thirty dead"),
        "second": _wire("second", 7, "Correction: 15 dead"),
    }
    assert bounds(weigh(group(*claims), reports), "Red Front") == (30, 30, 30)


def test_a_running_total_stands_where_nothing_else_is_told() -> None:
    running = figure(15, scope="cumulative", of=0)
    found = finding(weigh(group(killed("a", 15, figures=(running,))), FIVE), "total")
    assert (found.low, found.best, found.high) == (0, 15, 15)
    assert "running total" in found.rule


@pytest.mark.parametrize(
    ("victims", "low"),
    [
        (("a boy", "her best friend"), 1),
        (("a boy", "a woman"), 2),
        (("Ada Holm", "Bert Lund"), 2),
        (("Ada Holm", "a teacher"), 1),
        (("Ada Holm", "her father", "her mother"), 2),
    ],
    ids=["two words for one", "two sexes", "two names", "a name and a trade", "parents"],
)
def test_people_told_of_one_by_one_may_be_one_told_of_twice(
    victims: tuple[str, ...], low: int
) -> None:
    people = tuple(Participant("victim", name) for name in victims)
    each = tuple(figure(1, of=number, wording="") for number in range(len(victims)))
    event = weigh(group(killed("a", 1, participants=people, figures=each)), FIVE)
    assert bounds(event, "total") == (low, len(victims), len(victims))


def test_a_count_of_nobody_in_particular_does_not_outweigh_the_sides() -> None:
    claims = [
        killed("a", 11, "Reds", voices=HOSPITAL),
        killed("b", 4, "civilians", voices=HOSPITAL),
        killed("c", 2),
    ]
    assert bounds(weigh(group(*claims), FIVE), "total") == (15, 15, 15)


def test_a_correction_that_repeats_the_former_figure_still_takes_it_back() -> None:
    sources = (PUBLISHER, voice("local sources", "unnamed"))
    claims = [
        killed("first", 30, "Reds", voices=sources),
        killed("second", 30, "Reds"),
        killed("second", 15, "Reds", slot=40, voices=sources),
    ]
    reports = {
        "first": _wire("first", 5, "Thirty dead"),
        "second": _wire("second", 7, "Correction: 15 dead, not 30"),
    }
    assert bounds(weigh(group(*claims), reports), "Red Front") == (15, 15, 15)


def test_who_has_no_side_is_a_civilian_beside_civilians() -> None:
    told = (killed("a", 2, "civilians"), killed("b", 12))
    assert bounds(weigh(group(*told), FIVE), "civilians") == (2, 2, 12)
    fought = weigh(group(*told, killed("c", 3, "Reds")), FIVE)
    assert bounds(fought, "civilians") == (2, 2, 2)


def test_those_named_one_by_one_do_not_lower_a_count() -> None:
    named = tuple(Participant("victim", name, None) for name in ("Ana Borg", "Ida Moss"))
    figures = (figure(1, of=0, wording="Borg"), figure(1, of=1, wording="Moss"))
    each = killed("b", None, participants=named, figures=figures)
    assert bounds(weigh(group(killed("a", 12), each), FIVE), "total") == (12, 12, 12)


def test_a_name_that_stands_for_a_number_told_is_not_added_to_it() -> None:
    people = (Participant("victim", "sons", None), Participant("other", "Ali Borg", None))
    told = killed("a", None, participants=people, figures=(figure(2, of=0), figure(1, of=1)))
    assert bounds(weigh(group(told), FIVE), "total") == (2, 2, 2)


def test_who_tells_of_fewer_than_are_named_told_early() -> None:
    names = ("Ana Borg", "Ida Moss", "Per Lind")
    participants = tuple(Participant("victim", name, None) for name in names)
    figures = tuple(figure(1, of=at) for at in range(len(names)))
    named = killed("b", None, participants=participants, figures=figures)
    early = killed("a", 2, voices=(PUBLISHER, voice("the hospital", "medic")))
    [total] = [f for f in weigh(group(early, named), REPORTS).findings if f.of == "total"]
    assert (total.low, total.best, total.high) == (3, 3, 3)


def test_the_name_of_one_victim_is_no_side() -> None:
    of_his_own = (Participant("victim", "Per Lind", None, "Per Lind"),)
    claims = killed("a", 1, participants=of_his_own)
    found = weigh(group(claims), REPORTS).findings
    assert {finding.of for finding in found} == {"total", "unknown"}


def test_a_son_whose_name_holds_his_fathers_is_another() -> None:
    names = ("Omar Sami Vell", "Hossam Omar Sami Vell", "Hosam Sami Vell")
    participants = tuple(Participant("victim", name, None) for name in names)
    figures = tuple(figure(1, of=at) for at in range(len(names)))
    claims = [
        killed("b", None, slot=at, participants=participants, figures=(each,))
        for at, each in enumerate(figures)
    ]
    [total] = [f for f in weigh(group(*claims), REPORTS).findings if f.of == "total"]
    assert (total.low, total.best, total.high) == (2, 2, 2)
