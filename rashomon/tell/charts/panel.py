"""One panel of the toll: which figures it has room for, on which axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.tell.charts.axis import Axis, axis_of
from rashomon.tell.charts.voices import Saying
from rashomon.tell.tolls import people_measures
from rashomon.tell.words import UNKNOWN, capital, interval, listed, number
from rashomon.values import Figure, Finding

__all__ = ["SPAN", "Panel", "bounds", "heading", "panel_of", "read_as"]

SPAN = (14.0, 326.0)  # the axis, in units; it leaves room for an open end on its right
_MOST_ROWS = 14


@dataclass(frozen=True, slots=True)
class Panel:
    """A finding, its sayings in order of publication, and the axis they share."""

    finding: Finding
    sayings: tuple[Saying, ...]
    axis: Axis
    left_out: int

    @property
    def description(self) -> str:
        """Say what there is to see."""
        voices = listed([f"{each.name} {read_as(each.figure)}" for each in self.sayings])
        return f"{heading(self.finding)}: {voices}; {bounds(self.finding)}."


def panel_of(finding: Finding, sayings: Sequence[Saying]) -> Panel:
    """Choose what a panel has room for, and its axis."""
    shown = _chosen(sayings)
    known = [value for each in shown for value in _ends(each.figure) if value is not None]
    known += [value for value in (finding.low, finding.best, finding.high) if value is not None]
    return Panel(finding, shown, axis_of(known, SPAN), len(sayings) - len(shown))


def heading(finding: Finding) -> str:
    """Say what is counted of whom: "Killed, guards"."""
    of = {"total": "all together", "unknown": "side unknown"}.get(finding.of, finding.of)
    is_of_things = of != finding.of and finding.measure not in people_measures()
    return capital(finding.measure) + ("" if is_of_things else f", {of}")


def read_as(figure: Figure) -> str:
    """Write a figure as it is drawn: "36–40", "15 or more"."""
    return interval(figure.low if figure.low is not None else figure.best, figure.high)


def _chosen(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """Keep the smallest and the largest figure and those that most reports tell, in order."""
    if len(sayings) <= _MOST_ROWS:
        return tuple(sayings)
    places = range(len(sayings))
    ends = [min(_known(sayings[each].figure), default=0) for each in places]
    tops = [max(_known(sayings[each].figure), default=0) for each in places]
    extremes = {ends.index(min(ends)), tops.index(max(tops))}
    often = sorted(
        places,
        key=lambda each: (
            each not in extremes,
            -len(sayings[each].reports) - len(sayings[each].copies),
            each,
        ),
    )
    return tuple(sayings[each] for each in sorted(often[:_MOST_ROWS]))


def _ends(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return figure.low, figure.best, figure.high


def _known(figure: Figure) -> list[int]:
    return [value for value in _ends(figure) if value is not None]


def bounds(finding: Finding) -> str:
    """Write low, best and high of a finding."""
    low, best, high = (
        UNKNOWN if value is None else number(value)
        for value in (finding.low, finding.best, finding.high)
    )
    return f"low {low}, best {best}, high {'open' if finding.high is None else high}"
