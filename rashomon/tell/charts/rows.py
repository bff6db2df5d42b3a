"""A panel of the toll as SVG: band, bars, dots, open ends, echoes of copies, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from rashomon.tell.charts.axis import Axis
from rashomon.tell.charts.panel import SPAN, Panel, bounds, heading, read_as
from rashomon.tell.charts.vega import Row, Spec, Words, drawn, framed, layer
from rashomon.tell.charts.voices import Saying
from rashomon.tell.words import fitted, interval, short_day
from rashomon.values import Figure

__all__ = ["draw_panel"]

_WIDTH = 360.0  # units; a panel is shown at about a unit a pixel, on a phone too
_OPEN_END = 346.0
_ROW = 52.0
_TOP = 60.0  # heading, bounds, the word at the best figure's line
_FOOT = 28.0  # the numbers of the axis
_NAME, _BAR = 14.0, 32.0  # of a name's foot and of a bar below the top of its row
_ECHO = 5.0  # between a bar and the thin lines of those who copy it
_MOST_ECHOES = 3
_LETTER, _SOFT_LETTER = 6.9, 6.1  # units that a character takes on average, at 13 and 11.5
_LINE = 352.0  # units that a name and its reports share
_MARGIN = 12.0  # between a mark and its wording
_MOST_LETTERS = 3
_SI_FROM = 1_000_000  # numbers of the axis from here on are written as 1M, 1G
_HEAD, _BOUNDS, _BEST = 14.0, 32.0, 54.0  # feet of the lines above the rows
_SHORTEST_NAME = 14
_DOT: Spec = {"type": "point", "filled": True, "size": 78}
_TEXT: Spec = {"type": "text", "align": {"expr": "datum.align"}, "baseline": "alphabetic"}


def draw_panel(panel: Panel, name: str) -> Markup:
    """Draw a panel as one SVG element; `name` starts its ids."""
    words = Words()
    floor = _TOP + _ROW * len(panel.sayings)
    layers = [_band(panel, floor), *_layers(panel, words, floor)]
    spec = {
        "width": _WIDTH,
        "height": floor,
        "padding": {"bottom": _FOOT, "left": 0, "right": 0, "top": 0},
        "layer": [each for each in layers if each is layers[0] or each["data"]["values"]],
    }
    size = (_WIDTH, floor + _FOOT)
    said = (name, heading(panel.finding), panel.description)
    return framed(drawn(spec, words), "toll", size, said)


def _band(panel: Panel, floor: float) -> Spec:
    """Shade low to high; this layer carries the scale and the axis that all layers share."""
    axis, low, high = panel.axis, panel.finding.low, panel.finding.high
    scale = {"type": "symlog", "constant": 1} if axis.is_log else {"type": "linear"}
    across = {
        "field": "x",
        "type": "quantitative",
        "scale": {**scale, "domain": [0, axis.largest], "range": list(SPAN), "nice": False},
        "axis": {
            "values": list(axis.ticks),
            "format": "~s" if axis.largest >= _SI_FROM else ",d",
            "title": None,
            "grid": False,
            "labelFlush": False,
        },
    }
    rows: list[Row] = [{"x": low or 0, "x2": axis.largest if high is None else high}]
    height = {"y": {"value": _TOP}, "y2": {"value": floor}}
    shown = [] if low is None and high is None else rows
    return layer("band", {"type": "rect"}, shown, x=across, x2={"field": "x2"}, **height)


def _layers(panel: Panel, words: Words, floor: float) -> Iterator[Spec]:
    """Yield what stands on the band: lines, dots, open ends, words."""
    rows = [(_TOP + _ROW * index, saying) for index, saying in enumerate(panel.sayings)]
    across, down = _number("x"), _down("y", floor)
    lines = [*_best(panel, words), *_moves(rows, words)]
    lines += [line for top, saying in rows for line in _ranges(saying, top, words)]
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    yield layer("lines", {"type": "rule"}, lines, x=across, y=down, **ends)
    dots = [dot for top, saying in rows for dot in _dots(saying, top, words)]
    yield layer("dots", _DOT, dots, x=across, y=down)
    opened = [_spot(saying, top + _BAR, words) for top, saying in rows if _is_open(saying)]
    yield layer("ends", {"type": "rule"}, opened, x=across, x2={"value": _OPEN_END}, y=down)
    heads = {**_DOT, "shape": "triangle-right", "size": 70}
    yield layer("heads", heads, opened, x={"value": _OPEN_END}, y=down)
    values = [_value(saying, top, panel.axis, words) for top, saying in rows]
    shift = {"dx": {"expr": "datum.dx"}}
    yield layer("values", {**_TEXT, **shift}, values, x=across, y=down)
    texts = [*_heads(panel, words), *_names(rows, words)]
    yield layer("words", _TEXT, texts, x={**_number("px"), "scale": None}, y=down)


def _number(field: str) -> Spec:
    return {"field": field, "type": "quantitative"}


def _down(field: str, floor: float) -> Spec:
    scale = {"domain": [0, floor], "range": [0, floor], "nice": False}
    return {**_number(field), "scale": scale, "axis": None}


def _best(panel: Panel, words: Words) -> Iterator[Row]:
    """Draw the line at best, broken where a name stands."""
    best = panel.finding.best
    if best is not None:
        tops = [_TOP + _ROW * index for index in range(len(panel.sayings))]
        for top in tops:
            feet = {"y": top + _NAME + 4, "y2": top + _ROW}
            yield {"x": best, "x2": best, **feet, "k": words.key("best")}


def _moves(rows: list[tuple[float, Saying]], words: Words) -> Iterator[Row]:
    """Join the figures that one voice gives one after another: the count moved."""
    for (top, before), (below, after) in pairwise(rows):
        if before.revised is not None and before.revised == after.revised:
            start, end = _middle(before.figure), _middle(after.figure)
            feet = {"y": top + _BAR, "y2": below + _BAR}
            yield {"x": start, "x2": end, **feet, "k": words.key("move")}


def _ranges(saying: Saying, top: float, words: Words) -> Iterator[Row]:
    """Draw what a voice gives as a range, and as an echo below what copies of it give."""
    low, high = _ends(saying.figure)
    if low != high:
        ends = {"x": low, "x2": high, "y": top + _BAR, "y2": top + _BAR}
        yield {**ends, "k": words.key(_css("bar", saying), title=read_as(saying.figure))}
        for echo in range(1, 1 + min(len(saying.copies), _MOST_ECHOES)):
            y = top + _BAR + 3 + _ECHO * echo
            yield {**ends, "y": y, "y2": y, "k": words.key("echo")}


def _dots(saying: Saying, top: float, words: Words) -> Iterator[Row]:
    yield _spot(saying, top + _BAR, words)
    low, high = _ends(saying.figure)
    if low == high:
        for echo in range(1, 1 + min(len(saying.copies), _MOST_ECHOES)):
            y = top + _BAR + 4 + _ECHO * echo
            yield {"x": _middle(saying.figure), "y": y, "k": words.key("echo")}


def _spot(saying: Saying, y: float, words: Words) -> Row:
    key = words.key(_css("dot", saying), title=read_as(saying.figure))
    return {"x": _middle(saying.figure), "y": y, "k": key}


def _value(saying: Saying, top: float, axis: Axis, words: Words) -> Row:
    """Write the words of a figure on that side of its mark where there is room."""
    low, high = _ends(saying.figure)
    is_left = axis.at(high) > sum(SPAN) / 2
    wording = " ".join(saying.figure.wording.split()) or interval(low, high)
    free = axis.at(low) if is_left else _WIDTH - axis.at(high)
    key = words.key(text=fitted(wording, max(int((free - _MARGIN) / _LETTER), 4)))
    side = {"align": "right", "dx": -_MARGIN} if is_left else {"align": "left", "dx": _MARGIN}
    if _is_open(saying) and not is_left:
        side = {"align": "left", "dx": _MARGIN}
    return {"x": low if is_left else high, "y": top + _BAR + 4, "k": key, **side}


def _heads(panel: Panel, words: Words) -> Iterator[Row]:
    """Write what is counted, its bounds, and "best" over its line."""
    start = {"px": 0, "align": "left"}
    yield {**start, "y": _HEAD, "k": words.key("strong", fitted(heading(panel.finding), 48))}
    yield {**start, "y": _BOUNDS, "k": words.key("soft", bounds(panel.finding))}
    if panel.finding.best is not None:
        x = panel.axis.at(panel.finding.best)
        key = words.key("strong differ", "best")
        yield {"px": min(max(x, SPAN[0]), SPAN[1]), "y": _BEST, "align": "center", "k": key}


def _names(rows: Sequence[tuple[float, Saying]], words: Words) -> Iterator[Row]:
    """Write who says it on the left, and in which reports on the right."""
    before = None
    for top, saying in rows:
        told = _told(saying)
        room = max(int((_LINE - len(told) * _SOFT_LETTER) / _LETTER), _SHORTEST_NAME)
        name, kind = fitted(saying.name, room), saying.kind
        if len(name) + 1 + len(kind) > room:
            kind = ""
        again = before is not None and (before.name, before.kind) == (saying.name, saying.kind)
        key = words.key("soft", "later") if again else words.key("name", name, soft=kind)
        yield {"px": 0, "y": top + _NAME, "align": "left", "k": key}
        yield {"px": _WIDTH, "y": top + _NAME, "align": "right", "k": words.key("soft", told)}
        before = saying


def _told(saying: Saying) -> str:
    """Write the reports of a saying: "A, C, 21 Aug; copied by B"."""
    own = ", ".join(filter(None, (_few(saying.reports), short_day(saying.first.published))))
    copied = f"copied by {_few(saying.copies)}" if saying.copies else ""
    back = "taken back" if saying.is_withdrawn else ""
    return "; ".join(filter(None, (own, copied, back)))


def _few(letters: tuple[str, ...]) -> str:
    more = len(letters) - _MOST_LETTERS
    return ", ".join(letters[:_MOST_LETTERS]) + (f" +{more}" if more > 0 else "")


def _css(mark: str, saying: Saying) -> str:
    marked = f"{mark} unnamed" if saying.is_unnamed else mark
    return f"{marked} withdrawn" if saying.is_withdrawn else marked


def _is_open(saying: Saying) -> bool:
    return saying.figure.high is None


def _ends(figure: Figure) -> tuple[int, int]:
    """Return where a figure starts and ends; what has no lower end starts at zero."""
    known = [each for each in (figure.low, figure.best, figure.high) if each is not None]
    return (0 if figure.low is None and figure.best is None else min(known)), max(known)


def _middle(figure: Figure) -> int:
    return figure.best if figure.best is not None else _ends(figure)[1]
