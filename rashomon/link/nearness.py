"""How near two places or two stretches of days are."""

from __future__ import annotations

from datetime import date

from rashomon.globe import kilometres
from rashomon.link.names import alike
from rashomon.text.days import as_day
from rashomon.values import Place, Report, When

__all__ = [
    "closeness",
    "day_gap",
    "far_apart",
    "ordinal",
    "published_day",
    "same_place",
    "to_district",
]

_FAR = 150.0  # km: beyond, and beyond doubt, where both are known to the district
_NEAR = 25.0  # km: UCDP's where_prec 2
_DISTRICT = 3  # where_prec up to which the district is known


def closeness(left: Place, right: Place) -> float:
    """Grade two places from 0 (another province) to 1 (the same place).

    .8 one district or within 25 km, .6 one holds the other, .4 one province, .2 one country
    where one of them is no more than that.
    """
    if same_place(left, right):
        return 1.0
    if left.country and right.country and left.country != right.country:
        return 0.0
    distance = kilometres(left, right) if to_district(left, right) else None
    if left.admin1 and right.admin1:
        if left.admin1 != right.admin1:
            return 0.4 if distance is not None and distance <= _NEAR else 0.0
        if left.admin2 and right.admin2:
            near = left.admin2 == right.admin2 or (distance is not None and distance <= _NEAR)
            return 0.8 if near else 0.4
        return 0.8 if distance is not None and distance <= _NEAR else 0.6
    return 0.2 if left.country and right.country else 0.0


def same_place(left: Place, right: Place) -> bool:
    """Tell whether two mentions mean one place: one row of the gazetteer, else one name."""
    if left.geonameid is not None and right.geonameid is not None:
        return left.geonameid == right.geonameid
    differs = left.country and right.country and left.country != right.country
    return not differs and alike(left.name, right.name, "place") > 0.5  # noqa: PLR2004  the divide of `alike`


def far_apart(left: Place | None, right: Place | None) -> bool:
    """Tell whether two places are known to the district and more than 150 km apart."""
    if left is None or right is None or not to_district(left, right):
        return False
    distance = kilometres(left, right)
    return distance is not None and distance > _FAR


def to_district(*places: Place) -> bool:
    """Tell whether all of the places are known to the district."""
    return all(place.precision is not None and place.precision <= _DISTRICT for place in places)


def day_gap(left: When, right: When) -> int:
    """Count the days between two stretches of days; 0 where they meet."""
    return max(
        0, ordinal(right.start) - ordinal(left.end), ordinal(left.start) - ordinal(right.end)
    )


def ordinal(day: str) -> int:
    """Number a day, so that days can be subtracted."""
    return date.fromisoformat(day[:10]).toordinal()


def published_day(report: Report) -> int | None:
    """Number the day of publication; None where there is none or it is no date."""
    day = as_day(report.published)
    return None if day is None else day.toordinal()
