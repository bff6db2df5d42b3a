"""A small picture of time against size, as SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["plot"]

_WIDTH, _HEIGHT, _EDGE = 560, 360, 56


def plot(timed: Sequence[tuple[int, float]], path: Path) -> None:
    """Draw seconds against reports, both as logarithms, with n log n through the first point."""
    sizes = [size for size, _ in timed]
    first, seconds = timed[0]
    expected = [
        (size, seconds * size * math.log(size) / (first * math.log(first))) for size in sizes
    ]
    times = [second for _, second in [*timed, *expected]]
    across = _scale(min(sizes), max(sizes), _EDGE, _WIDTH - _EDGE)
    up = _scale(min(times), max(times), _HEIGHT - _EDGE, _EDGE)
    parts = [_line(expected, across, up, "#999", "4 4"), _line(timed, across, up, "#0b5", "")]
    for size, second in timed:
        x, y = across(size), up(second)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#0b5"/>')
        parts.append(_text(x, y - 10, f"{second:.0f} s"))
        parts.append(_text(x, _HEIGHT - _EDGE + 20, f"{size:,}"))
    parts.append(_text(_WIDTH / 2, _HEIGHT - 10, "reports (dashed: n log n)"))
    parts.append(_text(_WIDTH / 2, 24, "Seconds to link all reports of a store"))
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="13"><title>Time of linking against size</title>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n',
        encoding="utf-8",
    )


def _scale(least: float, most: float, start: float, end: float) -> Callable[[float], float]:
    """Map a value between two, as a logarithm, to a place between two."""
    width = math.log(most / least) or 1.0
    return lambda value: start + (end - start) * math.log(value / least) / width


def _line(
    points: Sequence[tuple[int, float]],
    across: Callable[[float], float],
    up: Callable[[float], float],
    colour: str,
    dashes: str,
) -> str:
    path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" '
        f'stroke-dasharray="{dashes}"/>'
    )


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{words}</text>'
