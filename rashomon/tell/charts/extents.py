"""Where events can have happened: a place is drawn as wide as it is unknown, never narrower."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.tell.case import Case
from rashomon.tell.charts.shapes import Box
from rashomon.tell.countries import country_name
from rashomon.values import Event, EventPlace

__all__ = ["RADII", "Extent", "Kind", "box_of", "extents", "ring"]

Kind: TypeAlias = Literal["point", "near", "district", "province", "area", "country"]

_KINDS: dict[int, Kind] = {
    1: "point",
    2: "near",
    3: "district",
    4: "province",
    5: "area",
    6: "country",
    7: "area",
}
# Kilometres. UCDP's code 2 is "within about 25 km". The others are typical sizes, since no package
# carries the shapes: 149 million square km of land over GeoNames' 47,000 districts (31 km) and over
# Natural Earth's 4,596 provinces (102 km); a wider area is taken as four provinces.
RADII: dict[Kind, float] = {"near": 25, "district": 30, "province": 100, "area": 200}

_DEGREE = 111.2  # kilometres in a degree of latitude
_CORNERS = 48
_FURTHEST = 84.0  # degrees of latitude beyond which nothing is drawn


@dataclass(frozen=True, slots=True)
class Extent:
    """One place as exactly as it is known, with the events there, the largest toll first.

    `at` is a longitude and a latitude; None for a whole country.
    """

    kind: Kind
    name: str
    country: str | None  # ISO 3166-1 alpha-2
    at: tuple[float, float] | None
    events: tuple[Event, ...]

    @property
    def radius(self) -> float:
        """Say how far from `at` it reaches, in kilometres; 0 for an exact place."""
        return RADII.get(self.kind, 0.0)


def extents(cases: Sequence[Case]) -> tuple[Extent, ...]:
    """Gather the places of events, wide ones first so that narrow ones are drawn upon them."""
    found: dict[tuple[object, ...], list[tuple[Extent, Event]]] = {}
    for case in cases:
        extent = _extent(case.event.place) if case.event.place else None
        if extent is not None:
            key = (extent.kind, extent.at, extent.country if extent.at is None else None)
            found.setdefault(key, []).append((extent, case.event))
    whole = [
        Extent(first.kind, first.name, first.country, first.at, tuple(event for _, event in held))
        for held in found.values()
        for first, _ in held[:1]
    ]
    order = ("country", "area", "province", "district", "near", "point")
    return tuple(sorted(whole, key=lambda each: (order.index(each.kind), each.name, str(each.at))))


def _extent(where: EventPlace) -> Extent | None:
    """Return the extent of a place; None where neither a point nor a country is known."""
    kind = _KINDS.get(where.precision or 0)
    at = (where.lon, where.lat) if where.lon is not None and where.lat is not None else None
    if at is not None and not (abs(at[0]) <= 180 and abs(at[1]) <= _FURTHEST):  # noqa: PLR2004
        at = None
    if kind is None or (at is None and where.country is None):
        return None
    if kind == "country" or at is None:
        if where.country is None:
            return None
        name = country_name(where.country) or where.country
        return Extent("country", name, where.country, None, ())
    return Extent(kind, where.name, where.country, at, ())


def ring(at: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """Return a circle on the earth as a closed ring of degrees, clockwise as the engine wants."""
    lon, lat = math.radians(at[0]), math.radians(at[1])
    angle = radius / _DEGREE * math.pi / 180
    points = []
    for step in range(_CORNERS):
        bearing = 2 * math.pi * step / _CORNERS
        sine = math.sin(lat) * math.cos(angle)
        y = math.asin(sine + math.cos(lat) * math.sin(angle) * math.cos(bearing))
        x = lon + math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(lat),
            math.cos(angle) - math.sin(lat) * math.sin(y),
        )
        points.append((round(math.degrees(x), 4), round(math.degrees(y), 4)))
    return [*points, points[0]]


def box_of(extent: Extent) -> Box | None:
    """Return the box in which an extent lies; None for a country, whose shape says it."""
    if extent.at is None:
        return None
    lon, lat = extent.at
    high = extent.radius / _DEGREE
    wide = high / max(math.cos(math.radians(lat)), 0.1)
    return lon - wide, lat - high, lon + wide, lat + high
