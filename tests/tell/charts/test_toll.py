import re
from dataclasses import replace

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.charts import Drawing, draw_toll
from rashomon.tell.charts.panel import panel_of
from rashomon.tell.charts.voices import panels
from rashomon.values import Finding, Revision, Step
from tests.tell.made import dossier, hostile


def _case(**fields: object) -> Case:
    made = dossier()
    return Case.of(replace(made.events[0], **fields), Library.of(made))  # type: ignore[arg-type]


def _drawn(case: Case) -> Drawing:
    drawn = draw_toll(case)
    assert drawn is not None
    return drawn


def _killed_raiders(**fields: object) -> Case:
    """Keep one finding only, so that there is one panel; the copy is weighed too."""
    (finding, *_) = _case().event.findings
    copies = tuple(each.replace("ambush", "copy") for each in finding.dissenting)
    finding = replace(finding, dissenting=(*finding.dissenting, *copies))
    return _case(findings=(replace(finding, **fields),))  # type: ignore[arg-type]


def _places(svg: str, group: str, tag: str, at: str) -> list[float]:
    found = re.search(rf'<g class="{group}">(.*?)</g>', svg)
    return [float(x) for x in re.findall(rf'<{tag}[^>]* {at}="([^"]+)"', found[1])] if found else []


def test_each_measure_and_side_has_a_panel() -> None:
    drawn = _drawn(_case())
    heads = re.findall(r"<title id=[^>]*>([^<]*)</title>", drawn.svg)
    assert heads == ["Killed, raiders", "Killed, civilians", "Wounded, raiders"]


def test_each_voice_has_a_row_and_copies_are_no_rows() -> None:
    rows = _drawn(_killed_raiders()).rows
    assert [row[1] for row in rows] == ["The villagers (resident)", "nobody named"]
    assert [row[4:6] for row in rows] == [("A", "–"), ("B", "C")]


def test_a_copy_is_an_echo_of_what_it_copies() -> None:
    svg = _drawn(_killed_raiders()).svg
    assert svg.count('class="echo"') == 1
    assert "copied by C" in svg


def test_larger_figures_lie_further_right() -> None:
    villagers, nobody, echo = _places(_drawn(_killed_raiders()).svg, "dots", "circle", "cx")
    assert villagers < nobody == echo


def test_whom_nobody_is_named_for_is_drawn_hollow() -> None:
    assert _drawn(_killed_raiders()).svg.count('class="dot unnamed"') == 1


def test_an_open_figure_has_an_open_end() -> None:
    svg = _drawn(_case()).svg
    assert len(_places(svg, "ends", "line", "x1")) == 1
    assert _places(svg, "ends", "line", "x1")[0] < _places(svg, "ends", "line", "x2")[0]


def test_what_one_origin_counts_day_after_day_is_joined() -> None:
    claims = [said.claim.id for said in _killed_raiders().said_of(_case().event.findings[0])]
    steps = tuple(Step(f"2023-03-{14 + i}", 20, 20, 20, (c,)) for i, c in enumerate(claims[:2]))
    case = _killed_raiders(revisions=(Revision("o", "guards", steps),))
    assert 'class="move"' not in _drawn(_killed_raiders()).svg
    assert _drawn(case).svg.count('class="move"') == 1


def test_one_voice_or_none_is_not_drawn() -> None:
    civilians = _case().event.findings[1]
    assert draw_toll(_case(findings=(civilians,))) is None
    assert draw_toll(_case(findings=())) is None
    nothing = Finding(measure="missing", of="total", low=None, best=None, high=None, rule="")
    assert draw_toll(_case(findings=(nothing,))) is None


@pytest.mark.parametrize("best", [0, 1, 10**6, 10**15])
def test_any_size_can_be_drawn(best: int) -> None:
    svg = _drawn(_killed_raiders(low=0, best=best, high=best)).svg
    assert all(0 <= x <= 360 for x in _places(svg, "label", "text", "x"))
    assert all(0 <= x <= 360 for x in _places(svg, "dots", "circle", "cx"))


def test_many_voices_leave_the_ends_in() -> None:
    (finding, sayings), *_ = panels(_killed_raiders())
    low, high = sayings
    figure = replace(low.figure, low=30, best=30, high=30)
    many = [low, *(replace(low, name=f"voice {i}", figure=figure) for i in range(30)), high]
    panel = panel_of(finding, many)
    assert (panel.sayings[0], panel.sayings[-1], panel.left_out) == (low, high, 18)


def test_the_same_event_is_drawn_the_same() -> None:
    assert _drawn(_case()) == _drawn(_case())


def test_words_of_articles_are_shown_and_nothing_more() -> None:
    made = hostile()
    case = Case.of(made.events[0], Library.of(made))
    (finding, (saying,)), *_ = panels(case)
    twice = (finding, replace(finding, of="unknown"))
    drawn = draw_toll(replace(case, event=replace(case.event, findings=twice)))
    assert drawn is None
    assert saying.name.startswith("</title><script>")
