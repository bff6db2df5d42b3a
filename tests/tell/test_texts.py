from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.texts import Back, lines
from rashomon.values import Attribution, Passage, Reading, Report, Span, Time
from tests.tell.made import dossier


@st.composite
def _marked(draw: st.DrawFn) -> tuple[Report, Reading, dict[int, list[Back]]]:
    text = draw(st.text(alphabet="ab \n“é\u202e\U0001f600", max_size=60))
    place = st.integers(0, max(len(text), 1))
    spans = st.tuples(place, place).map(lambda ends: Span(*sorted(ends)))
    report = Report(
        id="r",
        text=text,
        passages=tuple(Passage(span, "teaser") for span in draw(st.lists(spans, max_size=3))),
    )
    reading = Reading(
        report="r",
        times=tuple(Time(span, "DATE", None) for span in draw(st.lists(spans, max_size=4))),
        attributions=tuple(
            Attribution((span,), (), ()) for span in draw(st.lists(spans, max_size=4))
        ),
    )
    backs = {at: [Back("A1", "c-A1")] for at in draw(st.lists(place, max_size=3))}
    return report, reading, backs


@given(_marked())
def test_no_word_is_lost_or_doubled(made: tuple[Report, Reading, dict[int, list[Back]]]) -> None:
    report, reading, backs = made
    shown = ["".join(piece.text for piece in line.pieces) for line in lines(report, reading, backs)]
    assert shown == [line for line in report.content.split("\n") if line.strip()]


@given(_marked())
def test_marks_cover_what_they_mark(made: tuple[Report, Reading, dict[int, list[Back]]]) -> None:
    report, reading, _ = made
    found = "".join(
        piece.text
        for line in lines(report, reading, {})
        for piece in line.pieces
        if "t" in piece.marks
    )
    covered = {at for time in reading.times for at in range(*time.span)}
    kept = {
        at
        for line in _line_spans(report.content)
        if report.content[line.start : line.end].strip()
        for at in range(*line)
    }
    assert found == "".join(report.content[at] for at in sorted(covered & kept))


def _line_spans(content: str) -> list[Span]:
    spans, start = [], 0
    for line in content.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def test_unread_passages_say_why() -> None:
    made = dossier()
    report = next(each for each in made.reports if each.id == "bridge")
    reading = next(each for each in made.readings if each.report == "bridge")
    last = list(lines(report, reading, {}))[-1]
    assert last.pieces[-1].unread == "a pointer to another story"
    assert "s" in last.pieces[0].marks


def test_the_headline_is_told_apart() -> None:
    made = dossier()
    report = next(each for each in made.reports if each.id == "bridge")
    assert [line.is_headline for line in lines(report, None, {})][:2] == [True, False]
