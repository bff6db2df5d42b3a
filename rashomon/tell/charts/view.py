"""The window of the map: where it looks, and where a place lies in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.globe import EARTH_KM
from rashomon.tell.charts.shapes import Box

__all__ = ["HEIGHT", "WIDTH", "View", "view_of"]

WIDTH, HEIGHT = 600.0, 410.0  # units, shown at about a unit a pixel
_MARGIN = 0.22  # of the width of what is shown, on each side
_NARROWEST = 6.0  # degrees of latitude: enough to recognize where one is
_WIDEST = 110.0  # degrees of longitude that Mercator's projection shows without misleading
_FURTHEST = 75.0  # degrees of latitude, likewise


@dataclass(frozen=True, slots=True)
class View:
    """A projection by its middle (longitude, latitude) and its scale, in units a radian."""

    middle: tuple[float, float]
    scale: float
    is_wide: bool  # drawn with equal degrees instead of Mercator's growing ones

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Say where a place lies in the drawing."""
        x = WIDTH / 2 + self.scale * math.radians(lon - self.middle[0])
        return x, HEIGHT / 2 - self.scale * (self._up(lat) - self._up(self.middle[1]))

    def projection(self) -> dict[str, object]:
        """Describe the same projection to Vega-Lite."""
        return {
            "type": "equirectangular" if self.is_wide else "mercator",
            "scale": self.scale,
            "center": list(self.middle),
            "translate": [WIDTH / 2, HEIGHT / 2],
            "precision": 0,  # lines are straight: shapes are cut at the window's edge
        }

    def box(self) -> Box:
        """Return what the window shows, and a little more for the edge of shapes."""
        wide = math.degrees(WIDTH / 2 / self.scale) * 1.04
        high = HEIGHT / 2 / self.scale * 1.04
        middle = self._up(self.middle[1])
        south, north = (self._down(middle - high), self._down(middle + high))
        west, east = self.middle[0] - wide, self.middle[0] + wide
        return max(west, -180.0), max(south, -89.0), min(east, 180.0), min(north, 89.0)

    def kilometre(self) -> float:
        """Return how many units a kilometre takes in the middle."""
        grown = 1.0 if self.is_wide else 1 / math.cos(math.radians(self.middle[1]))
        return self.scale * grown / EARTH_KM

    def _up(self, lat: float) -> float:
        if self.is_wide:
            return math.radians(lat)
        return math.asinh(math.tan(math.radians(lat)))

    def _down(self, height: float) -> float:
        if self.is_wide:
            return math.degrees(height)
        return math.degrees(math.atan(math.sinh(height)))


def view_of(boxes: Sequence[Box]) -> View:
    """Look at all boxes with a margin, and at no less than lets one recognize where one is."""
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    middle = (west + east) / 2, (south + north) / 2
    is_wide = east - west > _WIDEST or max(abs(south), abs(north)) > _FURTHEST
    unit = View(middle, 1.0, is_wide)
    wide = math.radians(max(east - west, 0.01)) * (1 + 2 * _MARGIN)
    high = (unit._up(north) - unit._up(south)) * (1 + 2 * _MARGIN)  # noqa: SLF001  its own module
    least = math.radians(_NARROWEST)
    scale = min(WIDTH / wide, HEIGHT / max(high, least))
    return View((round(middle[0], 4), round(middle[1], 4)), round(scale, 2), is_wide)
