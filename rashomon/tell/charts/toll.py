"""The toll: every figure told as an interval on one axis, a row a voice."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.tell.case import Case, Said
from rashomon.tell.charts.drawing import Drawing, framed
from rashomon.tell.tolls import is_counted, voice_key
from rashomon.tell.words import count, fitted, interval, listed, number, voice_kind, voice_name
from rashomon.values import Finding

__all__ = ["Bar", "Tick", "Toll", "draw_finding", "draw_toll"]

_LEFT, _RIGHT = 14.0, 536.0  # where the axis starts and ends, in the drawing's 560 units
_ROW = 56.0  # a voice's name stands above its bar
_TOP = 8.0
_BAR = 42.0  # of a bar below the top of its row
_FEWEST_BARS, _MOST_BARS = 2, 12
_LONGEST_LABEL = 34  # characters
_LOG_RATIO = 8  # an axis whose largest value is this many times its smallest is drawn by logarithm
_TICK_GAP = 40.0  # units between two numbers on the axis
_LINEAR_TICKS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One voice's figure: where it lies and what is written at it."""

    y: float
    left: float
    right: float
    is_open: bool  # no upper bound: drawn as an arrow
    is_unnamed: bool  # nobody is named for it: drawn hollow and broken
    label: str
    detail: str
    value: str
    value_x: float
    value_end: bool  # the value stands left of its mark


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A drawing 560 units wide: bars over an axis, the finding's band and best behind them."""

    height: float
    floor: float  # the y of the axis
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    band: tuple[float, float] | None  # x of low and of high
    best: float | None
    summary: str  # for those who do not see the drawing
    is_log: bool
    more: int  # voices without room


def draw_finding(case: Case, finding: Finding) -> Toll | None:
    """Draw a finding with the figures behind it; None where looking would not beat reading."""
    groups = _groups(case, finding)
    if len(groups) < _FEWEST_BARS:
        return None
    shown, more = groups[:_MOST_BARS], max(len(groups) - _MOST_BARS, 0)
    known = [value for group in shown for value in _values(group[0])]
    known += [value for value in (finding.low, finding.best, finding.high) if value is not None]
    x_of, ticks, is_log = _axis(known)
    bars = tuple(_bar(case, group, index, x_of) for index, group in enumerate(shown))
    floor = _TOP + _ROW * len(bars) + 6
    low, high = finding.low, finding.high
    return Toll(
        height=floor + 30,
        floor=floor,
        bars=bars,
        ticks=ticks,
        band=(x_of(low), x_of(high)) if low is not None and high is not None else None,
        best=None if finding.best is None else x_of(finding.best),
        summary=listed([f"{bar.label}: {bar.value}" for bar in bars]),
        is_log=is_log,
        more=more,
    )


def draw_toll(case: Case) -> Drawing | None:
    """Draw every figure claimed of an event; None where looking would not beat reading."""
    panels = [(each, draw_finding(case, each)) for each in case.event.findings]
    drawn = [(finding, panel) for finding, panel in panels if panel is not None]
    if not drawn:
        return None
    svg = [
        framed("toll", chart=panel, heading=f"{finding.measure}, {finding.of}")
        for finding, panel in drawn
    ]
    return Drawing(
        svg=Markup("").join(svg),
        title="Every figure claimed",
        description="; ".join(panel.summary for _, panel in drawn),
        columns=("Counted", "Who says it", "Figure"),
        rows=tuple(
            (f"{finding.measure}, {finding.of}", f"{bar.label} ({bar.detail})", bar.value)
            for finding, panel in drawn
            for bar in panel.bars
        ),
    )


def _groups(case: Case, finding: Finding) -> list[list[Said]]:
    """Put together what one voice says more than once."""
    origins = {account.report: account.origin for account in case.accounts}
    groups: dict[tuple[object, ...], list[Said]] = {}
    for said in case.said_of(finding):
        if is_counted(said):
            figure = said.figure
            key = (voice_key(said, origins), figure.low, figure.best, figure.high)
            groups.setdefault(key, []).append(said)
    return list(groups.values())


def _values(said: Said) -> list[int]:
    figure = said.figure
    return [value for value in (figure.low, figure.best, figure.high) if value is not None]


def _bar(case: Case, group: list[Said], index: int, x_of: Callable[[int], float]) -> Bar:
    first = group[0]
    values = _values(first)
    left, right = x_of(min(values)), x_of(max(values))
    origin = first.origin
    if origin is None:
        label, kind = "nobody named", "report " + listed(_letters(case, group))
    else:
        label = fitted(voice_name(origin), _LONGEST_LABEL)
        kind = voice_kind(origin) if origin.name else "unnamed"
    times = "" if len(group) == 1 or origin is None else f" · {_times(len(group))}"
    is_left = right > (_LEFT + _RIGHT) / 2
    wording = " ".join(first.figure.wording.split())
    return Bar(
        y=_TOP + _ROW * index + _BAR,
        left=left,
        right=right,
        is_open=first.figure.high is None,
        is_unnamed=origin is None,
        label=label,
        detail=f"{kind}{times}",
        value=fitted(wording, _LONGEST_LABEL) if wording else interval(min(values), max(values)),
        value_x=left - 12 if is_left else right + (26 if first.figure.high is None else 12),
        value_end=is_left,
    )


def _letters(case: Case, group: list[Said]) -> list[str]:
    return list(dict.fromkeys(case.library.letters[said.claim.report] for said in group))


def _times(times: int) -> str:
    return "twice" if times == 2 else count(times, "time", "times")  # noqa: PLR2004


def _axis(values: list[int]) -> tuple[Callable[[int], float], tuple[Tick, ...], bool]:
    """Choose the scale: from zero, straight or by logarithm, with numbers that do not touch."""
    largest = max(*values, 1)
    smallest = min((value for value in values if value > 0), default=1)
    by_log = largest >= _LOG_RATIO * smallest
    scale: Callable[[float], float] = math.log1p if by_log else float
    width = _RIGHT - _LEFT

    def x_of(value: int) -> float:
        return round(_LEFT + width * scale(value) / scale(largest), 1)

    ticks: list[Tick] = [Tick(x_of(largest), number(largest))]
    for value in _round_numbers(largest) if by_log else _steps(largest):
        x = x_of(value)
        if all(abs(x - tick.x) >= _TICK_GAP for tick in ticks):
            ticks.append(Tick(x, number(value)))
    return x_of, tuple(sorted(ticks, key=lambda tick: tick.x)), by_log


def _round_numbers(largest: int) -> list[int]:
    """Return 0, 1, 3, 10, 30 and so on below `largest`, the powers of ten first."""
    tens = [10**power for power in range(len(str(largest)))]
    return [value for value in (0, *tens, *(3 * ten for ten in tens)) if value < largest]


def _steps(largest: int) -> list[int]:
    rough = max(largest / _LINEAR_TICKS, 1)
    ten = 10 ** math.floor(math.log10(rough))
    step = next(times * ten for times in (1, 2, 5, 10) if times * ten >= rough)
    return list(range(0, largest, step))
