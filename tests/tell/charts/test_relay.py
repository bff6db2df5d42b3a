from dataclasses import replace
from xml.etree import ElementTree as ET

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import draw_relay
from rashomon.tell.charts.chains import chains, tellers
from rashomon.values import Account, Claim, Dossier, Event, Reading, Span, Voice
from tests.tell.made import dossier, hostile


def _case(made: Dossier | None = None) -> Case:
    made = made or dossier()
    return Case.of(made.events[0], Library.of(made))


def _told(*reports: tuple[str, tuple[Voice, ...]], copies: dict[str, str] | None = None) -> Case:
    """Make an event that each report tells by one chain, from the publisher inwards."""
    made = dossier()
    base = made.reports[0]
    claims = [
        Claim(id=f"c-{id_}", report=id_, kind="x", trigger=Span(0, 1), span=Span(0, 1), voices=its)
        for id_, its in reports
    ]
    event = replace(
        made.events[0],
        claims=tuple(each.id for each in claims),
        accounts=tuple(
            Account(report=id_, claims=(), origin=id_, copied_from=(copies or {}).get(id_))
            for id_, _ in reports
        ),
    )
    gathered = tuple(
        replace(base, id=id_, publisher=its[0].name, published="2023-03-15") for id_, its in reports
    )
    readings = tuple(Reading(report=claim.report, claims=(claim,)) for claim in claims)
    return _case(Dossier(reports=gathered, readings=readings, events=(_event(event),)))


def _event(event: Event) -> Event:
    return replace(event, findings=(), contradictions=())


def _paper(name: str) -> Voice:
    return Voice(name, "publisher")


POLICE = Voice("the police", "official")
WIRE = Voice("Lake Wire", "agency")


def test_origin_relay_and_report_are_joined() -> None:
    drawn = draw_relay(_case())
    assert drawn is not None
    assert ("villagers (resident)", "the Lowland Courier", "A", "–") in drawn.rows
    assert drawn.svg.count('class="unnamed"') == 1
    assert drawn.svg.count('class="copy"') == 1


def test_reports_that_tell_by_the_same_chains_are_one() -> None:
    case = _told(*((f"r{i}", (_paper(f"Paper {i}"), WIRE, POLICE)) for i in range(40)))
    (teller,) = tellers(case)
    assert len(teller.reports) == 40
    drawn = draw_relay(case)
    assert drawn is not None
    assert drawn.svg.count("<path") == 2
    assert "A, B, C, D +36" in drawn.svg


def test_a_copy_of_a_copy_hangs_on_the_first() -> None:
    case = _told(
        ("a", (_paper("A"), POLICE)),
        ("b", (_paper("B"), POLICE)),
        ("c", (_paper("C"), POLICE)),
        copies={"b": "a", "c": "b"},
    )
    (teller,) = tellers(case)
    assert (teller.reports, teller.copies) == (("a",), ("b", "c"))


def test_copies_in_a_circle_do_not_hang() -> None:
    case = _told(
        ("a", (_paper("A"), POLICE)), ("b", (_paper("B"), POLICE)), copies={"a": "b", "b": "a"}
    )
    assert draw_relay(case) is None or tellers(case) is not None


def test_outlets_that_cite_each_other_are_a_circle() -> None:
    case = _told(
        ("a", (_paper("Hill Post"), Voice("Lake Herald", "outlet"))),
        ("b", (_paper("Lake Herald"), Voice("the Hill Post", "outlet"))),
        ("c", (_paper("Plain News"), Voice("Hill Post", "outlet"))),
    )
    assert {each.report: each.is_circle for each in chains(case)} == {
        "a": True,
        "b": True,
        "c": False,
    }


def test_nobody_named_at_all_is_not_drawn() -> None:
    assert draw_relay(_told(("a", (_paper("A"),)))) is None


def test_hostile_names_stay_words() -> None:
    drawn = draw_relay(_case(hostile()))
    assert drawn is not None
    root = ET.fromstring(drawn.svg)  # noqa: S314  our own drawing
    assert {each.tag for each in root.iter()} <= {
        "svg", "title", "desc", "path", "text", "tspan", "a"
    }  # fmt: skip


def test_no_more_origins_than_there_is_room_for() -> None:
    case = _told(
        *((f"r{i:02}", (_paper("P"), Voice(f"official {i}", "official"))) for i in range(40))
    )
    drawn = draw_relay(case)
    assert drawn is not None
    assert len(drawn.rows) == 40
    assert "14 more origins are in the table" in drawn.note
