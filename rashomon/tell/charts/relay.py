"""Who told whom: lines from each origin through its relays to the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.tell.case import Case
from rashomon.tell.charts.drawing import Drawing, framed
from rashomon.tell.tolls import is_counted
from rashomon.tell.words import fitted, listed, name_key, voice_kind, voice_name

__all__ = ["Label", "Line", "Relay", "draw_relay", "lay_out"]

_ROW = 34.0
_TOP = 44.0
_ORIGIN_END, _RELAY_X, _REPORT_X = 370.0, 560.0, 960.0  # of 1,130 units
_CHARACTER = 7.2  # units that a character of a label takes on average
_MOST_ORIGINS = 30
_LONGEST_NAME = 36
_LONGEST_RELAY = 44
_LONGEST_COPY = 18


@dataclass(frozen=True, slots=True)
class Label:
    """A name at its place; `detail` follows it in a softer tone."""

    x: float
    y: float
    text: str
    detail: str = ""
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A curve between two points; broken where nobody is named."""

    path: str
    is_unnamed: bool


@dataclass(frozen=True, slots=True)
class Relay:
    """A drawing 1,130 units wide: origins on the left, reports on the right."""

    height: float
    labels: tuple[Label, ...]
    lines: tuple[Line, ...]
    more: int  # origins without room


@dataclass(frozen=True, slots=True)
class _Chain:
    origin: str
    detail: str
    through: str
    report: str
    is_unnamed: bool = False


def draw_relay(case: Case) -> Drawing | None:
    """Draw who told whom; None where no report names anybody."""
    drawn = lay_out(case)
    if drawn is None:
        return None
    return Drawing(
        svg=framed("relay", chart=drawn),
        title="Who told whom",
        description="Origins on the left, reports on the right.",
        columns=("Origin", "Through", "Report"),
        rows=tuple((each.origin, each.through, each.report) for each in _chains(case)),
    )


def lay_out(case: Case) -> Relay | None:
    """Draw the chains of telling; None where no report names anybody."""
    chains = _chains(case)
    if not any(not chain.is_unnamed for chain in chains):
        return None
    shown = list(dict.fromkeys((chain.origin, chain.detail) for chain in chains))
    kept = {key: _TOP + _ROW * index for index, key in enumerate(shown[:_MOST_ORIGINS])}
    drawn = [chain for chain in chains if (chain.origin, chain.detail) in kept]
    start = {chain: kept[chain.origin, chain.detail] for chain in drawn}
    relays = _spread((chain.through, start[chain]) for chain in drawn if chain.through)
    reports = _spread((chain.report, start[chain]) for chain in drawn)
    labels = [Label(0, y, name, detail) for (name, detail), y in kept.items()]
    labels += [Label(_RELAY_X, y, name) for name, y in relays.items()]
    copied = _copied(case)
    labels += [
        Label(_REPORT_X, y, f"Report {name}", copied.get(name, ""), is_report=True)
        for name, y in reports.items()
    ]
    lines = [line for chain in drawn for line in _lines(chain, start[chain], relays, reports)]
    return Relay(
        height=max(label.y for label in labels) + 22,
        labels=tuple(labels),
        lines=tuple(dict.fromkeys(lines)),
        more=max(len(shown) - _MOST_ORIGINS, 0),
    )


def _chains(case: Case) -> list[_Chain]:
    """Return each way in which a report came by what it tells, once."""
    found: dict[_Chain, None] = {}
    copies = {each.report for each in case.accounts if each.copied_from in case.library.letters}
    names: dict[str, str] = {}
    for claim in case.claims:
        if claim.report in copies:
            continue
        report = case.library.letters[claim.report]
        if len(claim.voices) > 1:
            origin = claim.voices[-1]
            through = " → ".join(voice_name(voice) for voice in reversed(claim.voices[1:-1]))
            detail = voice_kind(origin) if origin.name else ""
            name = fitted(voice_name(origin), _LONGEST_NAME)
            name = names.setdefault(name_key(name), name)
            found[_Chain(name, detail, fitted(through, _LONGEST_RELAY), report)] = None
        else:
            for said in case.said_in(claim):
                if is_counted(said) and not claim.headline:
                    told = fitted(f"{said.figure.wording} {said.figure.measure}", _LONGEST_NAME)
                    found[_Chain("nobody named", told, "", report, is_unnamed=True)] = None
    return list(found)


def _copied(case: Case) -> dict[str, str]:
    """Say of each report that others copy which ones do."""
    copies: dict[str, list[str]] = {}
    for account in case.accounts:
        original = case.library.letters.get(account.copied_from or "")
        if original:
            copies.setdefault(original, []).append(case.library.letters[account.report])
    return {name: fitted(f"copied by {listed(by)}", _LONGEST_COPY) for name, by in copies.items()}


def _spread(named: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Put each name at the mean height of the lines that reach it, a row apart at least."""
    heights: dict[str, list[float]] = {}
    for name, y in named:
        heights.setdefault(name, []).append(y)
    placed: dict[str, float] = {}
    lowest = _TOP - _ROW
    means = {name: sum(ys) / len(ys) for name, ys in heights.items()}
    for name, mean in sorted(means.items(), key=lambda pair: pair[1]):
        lowest = max(mean, lowest + _ROW)
        placed[name] = round(lowest, 1)
    return placed


def _lines(
    chain: _Chain, y: float, relays: dict[str, float], reports: dict[str, float]
) -> list[Line]:
    target = reports[chain.report]
    if not chain.through:
        return [Line(_curve(_ORIGIN_END, y, _REPORT_X - 12, target), chain.is_unnamed)]
    middle = relays[chain.through]
    after = min(_RELAY_X + len(chain.through) * _CHARACTER + 12, _REPORT_X - 60)
    return [
        Line(_curve(_ORIGIN_END, y, _RELAY_X - 8, middle), is_unnamed=False),
        Line(_curve(after, middle, _REPORT_X - 12, target), is_unnamed=False),
    ]


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return an SVG path that leaves and arrives level; text stands 4 units below its line."""
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1 - 4:g}C{middle:g} {y1 - 4:g} {middle:g} {y2 - 4:g} {x2:g} {y2 - 4:g}"
