from dataclasses import replace
from itertools import pairwise

import pytest

from rashomon.tell.case import Case, Library
from rashomon.tell.charts.relay import lay_out
from rashomon.tell.charts.toll import Toll, draw_finding
from rashomon.values import Finding
from tests.tell.made import dossier, hostile


def _case() -> Case:
    made = dossier()
    return Case.of(made.events[0], Library.of(made))


def _drawn(index: int) -> Toll:
    case = _case()
    drawn = draw_finding(case, case.event.findings[index])
    assert drawn is not None
    return drawn


def test_each_voice_has_one_bar() -> None:
    assert [bar.label for bar in _drawn(0).bars] == ["The villagers", "nobody named"]
    assert [bar.is_unnamed for bar in _drawn(0).bars] == [False, True]


def test_larger_figures_lie_further_right() -> None:
    villagers, nobody = _drawn(0).bars
    assert villagers.left < villagers.right < nobody.left == nobody.right


def test_an_open_figure_is_drawn_open() -> None:
    assert [bar.is_open for bar in _drawn(3).bars] == [True, False]


def test_numbers_on_the_axis_do_not_touch() -> None:
    for index in (0, 2, 3):
        places = [tick.x for tick in _drawn(index).ticks]
        assert all(after - before >= 40 for before, after in pairwise(places))


def test_a_wide_range_is_drawn_by_logarithm() -> None:
    assert [_drawn(index).is_log for index in (0, 2)] == [False, True]


def test_one_voice_or_none_is_not_drawn() -> None:
    assert draw_finding(_case(), _case().event.findings[1]) is None
    finding = Finding(measure="missing", of="total", low=None, best=None, high=None, rule="")
    assert draw_finding(_case(), finding) is None


@pytest.mark.parametrize("best", [0, 1, 10**15])
def test_any_size_can_be_drawn(best: int) -> None:
    case = _case()
    finding = replace(case.event.findings[0], best=best, high=best)
    drawn = draw_finding(case, finding)
    assert drawn is not None
    assert all(10 <= tick.x <= 540 for tick in drawn.ticks)


def test_relay_joins_origin_relay_and_report() -> None:
    drawn = lay_out(_case())
    assert drawn is not None
    texts = [label.text for label in drawn.labels]
    assert {"villagers", "the Lowland Courier", "Report A", "Report B"} <= set(texts)
    assert "Report C" not in texts
    assert next(label.detail for label in drawn.labels if label.text == "Report B") == (
        "copied by C"
    )
    assert [line.is_unnamed for line in drawn.lines].count(True) == 1


def test_relay_of_odd_names() -> None:
    made = hostile()
    assert lay_out(Case.of(made.events[0], Library.of(made))) is not None
