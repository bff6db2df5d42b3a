"""A gazetteer of a few made-up places, built in a moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rashomon.gazetteer.rows import COUNTRY, FIRST, SECOND, Row
from rashomon.gazetteer.tables import create, keys_of, write

__all__ = ["small_gazetteer"]


def _country(row_id: int, name: str, iso: str, point: tuple[float, float, int]) -> Row:
    lat, lon, people = point
    return Row(
        id=row_id, name=name, ascii=name, feature_class="A", feature=COUNTRY, country=iso,
        lat=lat, lon=lon, population=people,
    )  # fmt: skip


def _area(row_id: int, name: str, iso: str, first: str, second: str | None = None) -> Row:
    return Row(
        id=row_id, name=name, ascii=name, feature_class="A", feature=SECOND if second else FIRST,
        country=iso, admin1=first, admin1_name=_PROVINCES[iso, first], admin2=second,
        admin2_name=name if second else None, lat=35.0, lon=67.0, population=200_000, derived=True,
    )  # fmt: skip


def _town(row_id: int, name: str, iso: str, first: str, point: tuple[float, float, int]) -> Row:
    lat, lon, people = point
    return Row(
        id=row_id, name=name, ascii=name, feature_class="P", feature="PPL", country=iso,
        admin1=first, admin1_name=_PROVINCES[iso, first], lat=lat, lon=lon, population=people,
    )  # fmt: skip


_PROVINCES = {
    ("AF", "07"): "Faryab", ("AF", "02"): "Badghis", ("US", "TX"): "Texas",
    ("US", "OR"): "Oregon", ("US", "IL"): "Illinois", ("FR", "11"): "Île-de-France",
    ("GE", "51"): "Tbilisi", ("US", "GA"): "Georgia",
    ("TR", "90"): "Northern",
}  # fmt: skip
_ROWS: tuple[tuple[Row, tuple[str, ...]], ...] = (
    (_country(1, "Afghanistan", "AF", (33, 66, 37_000_000)), ()),
    (_country(2, "United States", "US", (39.8, -98.5, 330_000_000)), ("US", "U.S.", "America")),
    (_country(3, "France", "FR", (46, 2, 67_000_000)), ()),
    (_country(4, "Turkey", "TR", (39, 35, 82_000_000)), ()),
    (_country(5, "Georgia", "GE", (42, 43.5, 3_700_000)), ()),
    (_area(10, "Faryab", "AF", "07"), ("Faryab Province",)),
    (_area(11, "Badghis", "AF", "02"), ()),
    (_area(12, "Qaisar", "AF", "07", "701"), ("Qaysar District",)),
    (_area(13, "Texas", "US", "TX"), ()),
    (_area(14, "Oregon", "US", "OR"), ()),
    (_area(15, "Illinois", "US", "IL"), ()),
    (_area(16, "Georgia", "US", "GA"), ()),
    (_area(17, "Northern", "TR", "90"), ()),
    (_area(18, "Frontier District", "TR", "90", "91"), ("Frontier",)),
    (_town(20, "Faryab", "AF", "07", (35.9, 64.8, 9_000)), ()),
    (_town(21, "Maymana", "AF", "07", (35.92, 64.78, 90_000)), ("Maimana", "Meymaneh")),
    (_town(22, "Bala Murghab", "AF", "02", (35.58, 63.33, 14_000)), ("Bala Morghab",)),
    (_town(23, "Paris", "FR", "11", (48.85, 2.35, 2_100_000)), ()),
    (_town(24, "Paris", "US", "TX", (33.66, -95.56, 25_000)), ()),
    (_town(25, "Springfield", "US", "IL", (39.8, -89.6, 114_000)), ()),
    (_town(26, "Springfield", "US", "OR", (44.05, -123.0, 60_000)), ()),
    (_town(27, "Al Qamar", "AF", "07", (35.8, 64.9, 3_000)), ()),
    (_town(28, "Tbilisi", "GE", "51", (41.7, 44.8, 1_100_000)), ()),
    (_town(29, "Atlanta", "US", "GA", (33.7, -84.4, 420_000)), ()),
    (_town(30, "Wilson", "US", "TX", (33.3, -101.7, 600)), ()),
)


def small_gazetteer(path: Path) -> Path:
    """Write the places to a gazetteer file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        create(connection)
        written = []
        for row, names in _ROWS:
            keys = keys_of((row.name, *names), is_area=row.is_area)
            written.append((replace(row, names=len(keys)), keys))
        write(connection, written)
    return path
