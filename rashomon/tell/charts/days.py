"""The events of a page in time: each as long as its date is inexact, as large as its toll."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from rashomon.tell.case import Case, event_anchor
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.charts.vega import Row, Spec, Words, drawn, framed, layer
from rashomon.tell.words import UNKNOWN, capital, count, fitted, killed, period, phrases
from rashomon.text.days import as_day
from rashomon.values import Event, identify

__all__ = ["draw_days", "shape_of", "size_of", "toll_of"]

_WIDTH, _SPAN = 600.0, (40.0, 560.0)  # units: of the drawing, and where its axis starts and ends
_ROW, _TOP, _FOOT = 27.0, 6.0, 28.0
_MOST_EVENTS, _MOST_UNDATED = 40, 100
_LONGEST_TITLE = 56  # characters
_LETTER = 6.9  # units that a character takes on average
_DAY = 86_400_000  # milliseconds
_EPOCH = date(1970, 1, 1).toordinal()
_TICKS = 5
_MONTHS, _YEARS = 120, 1800  # days from which on the axis names months, and years
_SMALLEST, _LARGEST = 60.0, 620.0  # square units of a mark
_SHAPES = {
    "confirmed": "circle",
    "fair": "diamond",
    "weak": "square",
    "contested": "triangle-up",
    "discounted": "cross",
}
_NOTE = (
    "A line is as long as the time in which it can have happened. The more are said killed, the "
    "larger the mark; its shape is the grade: a circle is confirmed, a diamond fair, a square "
    "weak, a triangle contested, a cross discounted; hollow where nobody counts the killed."
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event with the first and the last day on which it can have happened."""

    event: Event
    first: date
    last: date


def draw_days(cases: Sequence[Case]) -> Drawing | None:
    """Draw when events happened, each as exactly as it is known; None for fewer than two."""
    dated = list(_dated(cases))
    if len(dated) < 2:  # noqa: PLR2004  one day is said in words
        return None
    largest = sorted(dated, key=lambda each: -(toll_of(each.event) or 0))[:_MOST_EVENTS]
    shown = sorted(largest, key=lambda each: (each.first, each.last, each.event.id))
    words = Words()
    height = _TOP + _ROW * len(shown)
    spec = {
        "width": _WIDTH,
        "height": height,
        "padding": {"bottom": _FOOT, "left": 0, "right": 0, "top": 0},
        "layer": list(_layers(shown, height, words)),
    }
    undated, more = len(cases) - len(dated), len(dated) - len(shown)
    title = "When it happened"
    description = f"{count(len(shown), 'event', 'events')} in order of time.".capitalize()
    name = f"c-{identify('days', *(each.event.id for each in shown))}"
    content = drawn(spec, words)
    return Drawing(
        svg=framed(content, "days", (_WIDTH, height + _FOOT), (name, title, description)),
        title=title,
        description=description,
        columns=("Event", "When", "Known to", "Killed, best", "Grade"),
        rows=tuple(_told(event) for event in _listed(cases, shown)),
        note=_NOTE + _left_out(more, undated),
    )


def toll_of(event: Event) -> int | None:
    """Return how many are said killed in all, or of one side; None where nobody counts."""
    found = {each.of: each.best for each in event.findings if each.measure == "killed"}
    known = [best for best in found.values() if best is not None]
    return found.get("total") or max(known, default=None)


def size_of(toll: int | None) -> float:
    """Return the area of a mark: it grows with the logarithm, so that ten differs from a hundred.

    A hundred thousand killed, and more, have the largest.
    """
    grown = min(math.log10(1 + max(toll or 0, 0)) / 5, 1.0)
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * grown, 1)


def shape_of(event: Event) -> str:
    """Return the shape that stands for an event's grade."""
    return _SHAPES.get(event.grade.word, "circle")


def _dated(cases: Sequence[Case]) -> Iterator[_Dated]:
    for case in cases:
        first = as_day(case.event.start)
        if first is not None:
            yield _Dated(case.event, first, max(as_day(case.event.end) or first, first))


def _listed(cases: Sequence[Case], shown: Sequence[_Dated]) -> Iterator[Event]:
    """Yield the events that are drawn, then those without a day, of which the table alone tells."""
    yield from (each.event for each in shown)
    undated = (case.event for case in cases if as_day(case.event.start) is None)
    yield from islice(undated, _MOST_UNDATED)


def _layers(shown: Sequence[_Dated], height: float, words: Words) -> Iterator[Spec]:
    rows = [(_TOP + _ROW * (index + 0.5), each) for index, each in enumerate(shown)]
    start = min(_moment(each.first) for each in shown)
    end = max(_moment(each.last) + _DAY for each in shown)
    margin = (end - start) * 0.02
    domain = (start - margin, end + margin)
    across = {
        "field": "x",
        "type": "temporal",
        "scale": {"type": "utc", "domain": list(domain), "range": list(_SPAN), "nice": False},
        "axis": {"title": None, "grid": True, "labelFlush": False, **_ticks(end - start)},
    }
    down = {
        "field": "y",
        "type": "quantitative",
        "scale": {"domain": [0, height], "range": [0, height], "nice": False},
        "axis": None,
    }
    ends = [_extent(each, y, words) for y, each in rows]
    yield layer("lines", {"type": "rule"}, ends, x=across, x2={"field": "x2"}, y=down)
    marks = [_mark(each, y, words) for y, each in rows]
    looks = {"shape": {"field": "shape", "scale": None}, "size": {"field": "size", "scale": None}}
    dots: Spec = {"type": "point", "filled": True}
    yield layer("dots", dots, marks, x=across, y=down, **looks)
    texts = [_title(each, y, domain, words) for y, each in rows]
    text: Spec = {"type": "text", "align": {"expr": "datum.align"}, "baseline": "alphabetic"}
    pixels = {"field": "px", "type": "quantitative", "scale": None}
    yield layer("words", text, texts, x=pixels, y=down)


def _ticks(length: int) -> Spec:
    """Write days, months or years at the axis, as they fit; never hours, which nobody knows."""
    days = math.ceil(length / _DAY)
    if days <= 3 * _TICKS:
        step = math.ceil(days / _TICKS)
        return {"tickCount": {"interval": "day", "step": step}, "format": "%-d %b %Y"}
    pattern = "%-d %b %Y" if days < _MONTHS else "%b %Y" if days < _YEARS else "%Y"
    return {"tickCount": _TICKS, "format": pattern}


def _moment(day: date) -> int:
    return (day.toordinal() - _EPOCH) * _DAY


def _middle(each: _Dated) -> float:
    return (_moment(each.first) + _moment(each.last) + _DAY) / 2


def _extent(each: _Dated, y: float, words: Words) -> Row:
    return {
        "x": _moment(each.first),
        "x2": _moment(each.last) + _DAY,
        "y": y,
        "k": words.key("extent"),
    }


def _mark(each: _Dated, y: float, words: Words) -> Row:
    toll = toll_of(each.event)
    css = f"dot g-{each.event.grade.word}" + (" uncounted" if toll is None else "")
    key = words.key(css, title=_words(each.event), href=f"#{event_anchor(each.event.id)}")
    looks = {"shape": shape_of(each.event), "size": size_of(toll)}
    return {"x": _middle(each), "y": y, "k": key, **looks}


def _title(each: _Dated, y: float, domain: tuple[float, float], words: Words) -> Row:
    """Write the title on that side of the mark where there is room."""
    left, right = _SPAN

    def at(moment: float) -> float:
        return left + (right - left) * (moment - domain[0]) / (domain[1] - domain[0])

    reach = math.sqrt(size_of(toll_of(each.event))) / 2 + 8
    before = min(at(_moment(each.first)), at(_middle(each)) - reach)
    after = max(at(_moment(each.last) + _DAY), at(_middle(each)) + reach)
    is_left = before > _WIDTH - after
    room = int((before if is_left else _WIDTH - after) / _LETTER) - len(each.event.grade.word)
    title = fitted(_name(each.event), max(min(room, _LONGEST_TITLE), 12))
    key = words.key("name", title, soft=each.event.grade.word)
    side = {"px": before - 6, "align": "right"} if is_left else {"px": after + 6, "align": "left"}
    return {"y": y + 4, "k": key, **side}


def _name(event: Event) -> str:
    return event.title or event.kind


def _words(event: Event) -> str:
    return f"{_name(event)}, {period(event.start, event.end) or ''}, {event.grade.word}"


def _told(event: Event) -> tuple[str, ...]:
    known = phrases().pairs("when").get(str(event.date_precision))
    when = period(event.start, event.end)
    return _name(event), when or UNKNOWN, known or UNKNOWN, killed(event)[1], event.grade.word


def _left_out(more: int, undated: int) -> str:
    parts = []
    if more:
        parts.append(
            f" {capital(count(more, 'event', 'events'))} with lower tolls: see the table of events."
        )
    if undated:
        have = "has" if undated == 1 else "have"
        parts.append(f" {capital(count(undated, 'event', 'events'))} {have} no day.")
    return "".join(parts)
