"""Countries by ISO code: names, numbers of other lists, UCDP's and ACLED's regions.

`countries.csv` holds the states of Gleditsch and Ward's list of independent states (revised 2020)
that exist today, without microstates; a country that the list does not hold has no number. UCDP
writes some names in its own way: `ged_name`. `area` is the UN's subregion (M49) under ACLED's name
for it, but for Iran and Afghanistan, which ACLED puts elsewhere; ACLED's own list was not at hand.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Country", "countries", "country_name", "named_countries"]

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
    iso3: str  # ISO 3166-1 alpha-3
    number: int | None  # ISO 3166-1 numeric
    area: str  # ACLED's region

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
            row["iso3"],
            int(row["number"]) if row["number"] else None,
            row["area"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def named_countries(text: str) -> tuple[Country, ...]:
    """Return the countries whose names a text holds, as whole words, each once."""
    by_name = _by_name()
    return tuple(by_name[name] for name in dict.fromkeys(_names().findall(text)))


@cache
def _by_name() -> dict[str, Country]:
    return {country.name: country for country in countries().values()}


@cache
def _names() -> re.Pattern[str]:
    longest_first = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def country_name(iso: str | None) -> str | None:
    """Name a country; a code that the table does not hold stands for itself."""
    if iso is None:
        return None
    known = countries().get(iso)
    return known.name if known else iso
