"""Distances on the globe, taken for a sphere."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Protocol

__all__ = ["EARTH_KM", "Located", "great_circle", "kilometres"]

EARTH_KM = 6371.0  # mean radius


class Located(Protocol):
    """What has a point in degrees, or None for one that is not known."""

    @property
    def lat(self) -> float | None:
        """Degrees north."""

    @property
    def lon(self) -> float | None:
        """Degrees east."""


def kilometres(one: Located, other: Located) -> float | None:
    """Measure the great circle between two places in km; None where a point is not known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return great_circle((one.lat, one.lon), (other.lat, other.lon))


def great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great circle between two points, each a latitude and a longitude in degrees."""
    south, north = radians(one[0]), radians(other[0])
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
