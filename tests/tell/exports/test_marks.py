from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.exports.marks import LABELS, Mark, marks, says, texts
from rashomon.values import Attribution, Dossier, Reading, Report, Span, Time
from tests.tell.made import dossier, empty, hostile


def _of(report: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each, marked in texts(dossier()):
        for mark in marked if each.id == report else ():
            found.setdefault(mark.label, []).append(mark.span.of(each.content))
    return found


def test_everything_that_was_read_is_marked() -> None:
    found = _of("bridge")
    assert found.keys() == LABELS.keys()
    assert found["VOICE"] == ["the Lowland Courier", "villagers", "The villagers"]
    assert found["CUE"] == ["said"]
    assert found["CONTENT"] == ["had killed nearly 20 raiders and wounded at least 6"]
    assert found["TRIGGER"] == ["fought", "killed", "commented"]
    assert found["FIGURE"] == ["nearly 20", "at least 6"]
    assert found["TIME"] == ["Tuesday"]


def test_a_mark_says_how_it_was_read() -> None:
    notes = {
        m.label: m.note for each, marked in texts(dossier()) if each.id == "bridge" for m in marked
    }
    assert notes["FIGURE"] == "wounded 6 or more, raiders"
    assert notes["PLACE"] == "Orla, Tessaoua, NE"
    assert notes["TIME"] == "2023-03-14"
    assert notes["TRIGGER"] == "Statement only"
    assert notes["CLAIM"] == "no comment; Hill Post"


def test_who_says_what() -> None:
    (bridge,) = (each for each in dossier().readings if each.report == "bridge")
    (report,) = (each for each in dossier().reports if each.id == "bridge")
    assert [(a.of(report.content), b.of(report.content)[:10]) for a, b in says(bridge)] == [
        ("The villagers", "had killed")
    ]


def test_marks_come_in_the_order_of_the_text_the_longer_first() -> None:
    for made in (dossier(), hostile()):
        for _, marked in texts(made):
            edges = [(mark.span.start, -mark.span.end) for mark in marked]
            assert edges == sorted(edges)


def test_an_unread_report_has_no_marks() -> None:
    report = Report(id="r", text="Nothing was read here.")
    assert list(texts(Dossier(reports=(report,), readings=(), events=()))) == [(report, ())]
    assert list(texts(empty())) == []


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(-3, 12))))
def test_no_mark_leaves_its_text(edges: list[tuple[int, int]]) -> None:
    report = Report(id="r", text="Ten chars.")
    reading = Reading(
        report="r",
        times=tuple(Time(Span(*edge), "DATE", None) for edge in edges),
        attributions=(Attribution((), tuple(Span(*edge) for edge in edges), ()),),
    )
    found = marks(report, reading)
    assert all(mark.span.of(report.content) for mark in found)
    inside = {Span(*edge) for edge in edges if 0 <= edge[0] < edge[1] <= 10}
    assert sorted(found, key=str) == sorted(
        (Mark(span, label) for span in inside for label in ("TIME", "CUE")), key=str
    )
