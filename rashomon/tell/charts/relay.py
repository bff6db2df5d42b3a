"""Who told whom: a flow from each origin through its relays to the reports and their copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from markupsafe import Markup

from rashomon.tell.case import Case, report_anchor
from rashomon.tell.charts.chains import Chain, Teller, tellers
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.charts.vega import framed
from rashomon.tell.visible import visible
from rashomon.tell.words import UNKNOWN, count, fitted, listed, name_key
from rashomon.values import identify

__all__ = ["draw_relay"]

_Key = TypeVar("_Key", bound=object)

_WIDTH = 900.0
_ROW = 30.0
_TOP = 46.0
_COLUMNS = {"origin": 0.0, "through": 330.0, "report": 590.0, "copied by": 800.0}
_ROOM = {"origin": 36, "through": 26, "report": 22, "copied by": 14}  # characters
_LETTER, _SOFT_LETTER = 7.0, 6.2  # units that a character takes on average
_MOST_ORIGINS = 26
_MOST_LETTERS = 4
_NOBODY = "nobody named"
_NOTE = (
    "From left to right: on whose word it rests, through whom it came, which report tells it. "
    "Broken lines: nobody is named; thin lines: a copy; dotted lines: outlets that cite each other "
    "in a circle."
)


@dataclass(frozen=True, slots=True)
class _Node:
    """A name at its place; `detail` follows it in a softer tone; `end` is where lines leave."""

    x: float
    y: float
    text: str
    detail: str = ""
    href: str = ""
    css: str = ""

    @property
    def end(self) -> float:
        """Say where a line can leave."""
        soft = (1 + len(self.detail)) * _SOFT_LETTER if self.detail else 0
        return self.x + len(self.text) * _LETTER + soft + 8


def draw_relay(case: Case) -> Drawing | None:
    """Draw the chains of telling; None where no report names anybody."""
    found = tellers(case)
    told = [chain for teller in found for chain in teller.chains]
    if all(chain.origin is None for chain in told):
        return None
    origins = list(dict.fromkeys(_origin(chain) for chain in told))
    more = len(origins) - _MOST_ORIGINS
    content, height = _flow(case, found, origins[:_MOST_ORIGINS])
    name = f"c-{identify('relay', case.event.id)}"
    description = (
        f"{count(len(origins), 'origin', 'origins')}, told in "
        f"{count(sum(len(each.reports) for each in found), 'report', 'reports')} and "
        f"{count(sum(len(each.copies) for each in found), 'copy', 'copies')}."
    ).capitalize()
    return Drawing(
        svg=framed(content, "relay", (_WIDTH, height), (name, "Who told whom", description)),
        title="Who told whom",
        description=description,
        columns=("Origin", "Through", "Report", "Copied by"),
        rows=tuple(_told(case, teller, chain) for teller in found for chain in teller.chains),
        note=_NOTE + (f" {more} more origins are in the table." if more > 0 else ""),
    )


def _flow(case: Case, found: Sequence[Teller], origins: Sequence[str]) -> tuple[Markup, float]:
    """Place the nodes column by column, each at the mean height of what leads to it."""
    gap = _ROW * max(1.0, len(found) / len(origins))
    starts = {origin: round(_TOP + gap * index, 1) for index, origin in enumerate(origins)}
    drawn = [
        (teller, chain) for teller in found for chain in teller.chains if _origin(chain) in starts
    ]
    relays = _spread((c.through, starts[_origin(c)]) for _, c in drawn if c.through)
    ends = _spread((t, relays.get(c.through, starts[_origin(c)])) for t, c in drawn)
    nodes: dict[tuple[str, object], _Node] = {}
    nodes |= {("origin", key): _origin_node(drawn, key, y) for key, y in starts.items()}
    nodes |= {("through", key): _node("through", y, " → ".join(key)) for key, y in relays.items()}
    nodes |= {("report", key): _report_node(case, key, y) for key, y in ends.items()}
    lines = [line for teller, chain in drawn for line in _lines(teller, chain, nodes)]
    for teller, y in ends.items():
        if teller.copies:
            node = _node("copied by", y, _few(case, teller.copies))
            nodes["copied by", teller] = node
            lines.append(_line(nodes["report", teller], node, "copy"))
    used = {column for column, _ in nodes}
    heads = [
        _text(_Node(x, 14.0, head, css="soft")) for head, x in _COLUMNS.items() if head in used
    ]
    texts = [_text(node) for node in nodes.values()]
    height = max(node.y for node in nodes.values()) + 16
    return Markup("").join([*dict.fromkeys(lines), *heads, *texts]), height


def _origin(chain: Chain) -> str:
    return name_key(chain.origin or "")


def _origin_node(drawn: Sequence[tuple[Teller, Chain]], key: str, y: float) -> _Node:
    chain = next(chain for _, chain in drawn if _origin(chain) == key)
    text = fitted(chain.origin or _NOBODY, _ROOM["origin"])
    room = _ROOM["origin"] - len(text) - 1
    return _Node(0.0, y, text, chain.kind if len(chain.kind) <= room else "")


def _node(column: str, y: float, text: str) -> _Node:
    return _Node(_COLUMNS[column], y, fitted(text, _ROOM[column]))


def _report_node(case: Case, teller: Teller, y: float) -> _Node:
    """Name one report with its publisher, several by their letters."""
    text = _few(case, teller.reports)
    if len(teller.reports) > 1:
        return _Node(_COLUMNS["report"], y, text, css="strong")
    publisher = case.library.reports[teller.reports[0]].publisher or ""
    detail = fitted(publisher, _ROOM["report"] - len(text) - 1)
    href = f"#{report_anchor(teller.reports[0])}"
    return _Node(_COLUMNS["report"], y, text, detail, href, "strong")


def _few(case: Case, reports: Sequence[str]) -> str:
    letters = [case.library.letters[each] for each in reports]
    more = len(letters) - _MOST_LETTERS
    return ", ".join(letters[:_MOST_LETTERS]) + (f" +{more}" if more > 0 else "")


def _spread(named: Iterable[tuple[_Key, float]]) -> dict[_Key, float]:
    """Put each node at the mean height of the lines that reach it, a row apart at least."""
    heights: dict[_Key, list[float]] = {}
    for node, y in named:
        heights.setdefault(node, []).append(y)
    placed: dict[_Key, float] = {}
    lowest = _TOP - _ROW
    means = {node: sum(ys) / len(ys) for node, ys in heights.items()}
    for node, mean in sorted(means.items(), key=lambda pair: pair[1]):
        lowest = max(mean, lowest + _ROW)
        placed[node] = round(lowest, 1)
    return placed


def _lines(
    teller: Teller, chain: Chain, nodes: dict[tuple[str, object], _Node]
) -> Iterator[Markup]:
    css = "unnamed" if chain.origin is None else "circle" if chain.is_circle else "told"
    stops = [nodes["origin", _origin(chain)], nodes["report", teller]]
    if chain.through:
        stops.insert(1, nodes["through", chain.through])
    for start, end in pairwise(stops):
        yield _line(start, end, css)


def _line(start: _Node, end: _Node, css: str) -> Markup:
    """Draw a curve that leaves and arrives level; text stands 4 units below its line."""
    x1, x2 = min(start.end, end.x - 40), end.x - 8
    middle, y1, y2 = (x1 + x2) / 2, start.y - 4, end.y - 4
    path = f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
    return Markup('<path class="{}" d="{}"/>').format(css, path)


def _text(node: _Node) -> Markup:
    detail = Markup("")
    if node.detail:
        detail = Markup(' <tspan class="soft">{}</tspan>').format(visible(node.detail))
    css = Markup(' class="{}"').format(node.css) if node.css else ""
    made = Markup('<text{} x="{:g}" y="{:g}">{}{}</text>').format(
        css, node.x, node.y, visible(node.text), detail
    )
    return Markup('<a href="{}">{}</a>').format(node.href, made) if node.href else made


def _told(case: Case, teller: Teller, chain: Chain) -> tuple[str, ...]:
    letters = case.library.letters
    origin = chain.origin or _NOBODY
    return (
        f"{origin} ({chain.kind})" if chain.kind else origin,
        ", then ".join(chain.through) or UNKNOWN,
        listed([letters[each] for each in teller.reports]),
        listed([letters[each] for each in teller.copies]) or UNKNOWN,
    )
