"""Countries by ISO code: names, Gleditsch and Ward numbers, UCDP's regions.

`countries.csv` holds the states of Gleditsch and Ward's list of independent states (revised 2020)
that exist today, without microstates; a country that the list does not hold has no number. UCDP
writes some names in its own way: `ged_name`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Country", "countries", "country_name"]

# UCDP/PRIO codebook: a region is a range of Gleditsch and Ward numbers.
_REGIONS = (
    ("Americas", 2, 199),
    ("Europe", 200, 399),
    ("Africa", 400, 626),
    ("Middle East", 630, 699),
    ("Asia", 700, 999),
)


@dataclass(frozen=True, slots=True)
class Country:
    """One country; `gw` is its Gleditsch and Ward number, None where the list has none."""

    iso: str  # ISO 3166-1 alpha-2
    name: str
    gw: int | None
    ged_name: str

    @property
    def region(self) -> str | None:
        """Return UCDP's region; None without a number."""
        if self.gw is None:
            return None
        return next(name for name, first, last in _REGIONS if first <= self.gw <= last)


@cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO code."""
    text = (files("rashomon.tell") / "countries.csv").read_text(encoding="utf-8")
    return {
        row["iso"]: Country(
            row["iso"],
            row["name"],
            int(row["gw"]) if row["gw"] else None,
            row["ged_name"] or row["name"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def country_name(iso: str | None) -> str | None:
    """Name a country; a code that the table does not hold stands for itself."""
    if iso is None:
        return None
    known = countries().get(iso)
    return known.name if known else iso
