"""What the gazetteer knows of one place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["COUNTRY", "FIRST", "SECOND", "Row", "made_id"]

COUNTRY = "PCLI"  # GeoNames feature codes: an independent country, a province, a district
FIRST = "ADM1"
SECOND = "ADM2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place as GeoNames describes it.

    `id` is the GeoNames id; places that have none carry a negative one made from their name and
    point. `admin1` and `admin2` are GeoNames codes, `admin1_name` and `admin2_name` their names.
    `derived` says that the point is not the source's own: the middle of the area's towns.
    `names` counts the names the place is known by, a measure of how well known it is.
    """

    id: int
    name: str
    ascii: str
    feature_class: str
    feature: str
    country: str | None
    admin1: str | None = None
    admin1_name: str | None = None
    admin2: str | None = None
    admin2_name: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    derived: bool = False
    names: int = 1

    @property
    def is_country(self) -> bool:
        """Tell whether the place is a country or a territory with a code of its own."""
        return self.feature == COUNTRY

    @property
    def is_area(self) -> bool:
        """Tell whether the place is a country or a part of one, not a town or a landmark."""
        return self.feature_class == "A"


def made_id(*parts: object) -> int:
    """Make a negative id, the same for the same parts, for a place that GeoNames does not know."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return -1 - int.from_bytes(digest.digest()[:6], "big")
