"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

__all__ = ["kilometres"]

_RADIUS_KM = 6371.0


def kilometres(
    lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None
) -> float | None:
    """Return the great-circle distance of two points; None where one is unknown."""
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return None
    south, north = radians(lat), radians(other_lat)
    half = (
        sin((north - south) / 2) ** 2
        + cos(south) * cos(north) * sin(radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _RADIUS_KM * asin(min(1.0, sqrt(half)))
