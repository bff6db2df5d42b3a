"""Add places of one's own to a gazetteer: a dump of GeoNames or a table of places."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rashomon.batches import batched
from rashomon.errors import MissingPartError, UsageError
from rashomon.gazetteer.lookup import Gazetteer
from rashomon.gazetteer.rows import Row, made_id
from rashomon.gazetteer.tables import keys_of, write

__all__ = ["add"]

Complain = Callable[[str], None]
_DUMP_COLUMNS = 19  # of a GeoNames country file: https://download.geonames.org/export/dump/
_NEEDED = ("name", "lat", "lon", "country")
_BATCH = 20_000


def add(path: Path, file: Path, complain: Complain | None = None) -> int:
    """Add the places of `file` to the gazetteer at `path`; return how many rows were added.

    `file` is a GeoNames dump such as `AF.txt` (19 columns between tabs) or a CSV with the columns
    name, lat, lon, country (ISO alpha-2) and, where known, admin1, admin2 (names or GeoNames
    codes), feature (GeoNames code), alternates (between `|`) and geonameid. Rows that make no
    sense are skipped and named to `complain`, with file, line and reason. A row that is there
    already is replaced, so adding a file twice changes nothing. Rows without a GeoNames id get a
    negative one.

    Raises:
        MissingPartError: there is no gazetteer at `path`.
        UsageError: `file` is not there, not UTF-8, or has not the columns of either form.
    """
    if not file.is_file():
        msg = f"{file}: no such file; expected a GeoNames dump (AF.txt) or a CSV of places"
        raise UsageError(msg)
    if not path.is_file():
        msg = f"no gazetteer at {path}: `rashomon gazetteer build --gazetteer {path}` makes one"
        raise MissingPartError(msg)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        msg = f"{file}: not UTF-8 text ({error.reason} at byte {error.start}); save it as UTF-8"
        raise UsageError(msg) from error
    gazetteer = Gazetteer.open(path)
    try:
        places = list(_places(file.name, text, gazetteer, complain or (lambda _message: None)))
    finally:
        gazetteer.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for batch in batched(places, _BATCH):
            write(connection, batch)
    return len(places)


def _places(
    file: str, text: str, gazetteer: Gazetteer, complain: Complain
) -> Iterator[tuple[Row, frozenset[str]]]:
    for line, cells in _cells(file, text):
        try:
            row, names = _read(cells, gazetteer)
        except ValueError as error:
            complain(f"{file}:{line}: {error}; the row was skipped")
            continue
        keys = keys_of((row.name, row.ascii, *names), is_area=row.is_area)
        if keys:
            yield replace(row, names=len(keys)), keys
        else:
            complain(f"{file}:{line}: the name {row.name!r} has no letters; the row was skipped")


def _cells(file: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the rows of either form the same keys."""
    lines = text.split("\n")
    if lines[0].count("\t") == _DUMP_COLUMNS - 1:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, _dump_cells(line.rstrip("\r").split("\t"))
        return
    reader = csv.DictReader(lines)
    columns = [column.strip().lower() for column in reader.fieldnames or ()]
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        msg = (
            f"{file}: no column {', '.join(missing)}; expected a CSV with the columns "
            f"{', '.join(_NEEDED)}, or a GeoNames dump with {_DUMP_COLUMNS} columns between tabs"
        )
        raise UsageError(msg)
    reader.fieldnames = columns
    for cells in reader:
        yield reader.line_num, {key: value or "" for key, value in cells.items() if key}


def _dump_cells(cells: list[str]) -> dict[str, str]:
    if len(cells) != _DUMP_COLUMNS:
        return {"columns": str(len(cells))}
    return {
        "geonameid": cells[0], "name": cells[1], "ascii": cells[2],
        "alternates": cells[3].replace(",", "|"), "lat": cells[4], "lon": cells[5],
        "class": cells[6], "feature": cells[7], "country": cells[8],
        "admin1": cells[10], "admin2": cells[11], "population": cells[14],
    }  # fmt: skip


def _read(cells: dict[str, str], gazetteer: Gazetteer) -> tuple[Row, list[str]]:
    if "columns" in cells:
        msg = f"{cells['columns']} columns where a GeoNames dump has {_DUMP_COLUMNS}"
        raise ValueError(msg)
    cells = {key: value.strip() for key, value in cells.items() if isinstance(value, str)}
    name, country = cells["name"], cells["country"].upper()
    if not name:
        msg = "no name"
        raise ValueError(msg)
    if gazetteer.country(country) is None:
        msg = f"the country is {cells['country']!r}, expected an ISO alpha-2 code such as 'AF'"
        raise ValueError(msg)
    lat, lon = _degrees("lat", cells["lat"], 90), _degrees("lon", cells["lon"], 180)
    feature = cells.get("feature") or "PPL"
    admin1, admin1_name = _province(cells.get("admin1", ""), country, gazetteer)
    admin2 = cells.get("admin2") or None
    district = gazetteer.district(country, admin1 or "", admin2 or "")
    row = Row(
        id=_whole("geonameid", cells.get("geonameid", "")) or made_id(name, lat, lon, country),
        name=name,
        ascii=cells.get("ascii") or name,
        feature_class=cells.get("class") or ("A" if feature.startswith(("ADM", "PCL")) else "P"),
        feature=feature,
        country=country,
        admin1=admin1,
        admin1_name=admin1_name,
        admin2=admin2,
        admin2_name=district.name if district else admin2,
        lat=lat,
        lon=lon,
        population=_whole("population", cells.get("population", "")),
    )
    return row, [alternate for alternate in cells.get("alternates", "").split("|") if alternate]


def _degrees(column: str, cell: str, most: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:
        msg = f"{column} is {cell!r}, expected degrees from -{most} to {most}"
        raise ValueError(msg)
    return value


def _whole(column: str, cell: str) -> int:
    if not cell:
        return 0
    if not cell.isascii() or not cell.isdigit():
        msg = f"{column} is {cell!r}, expected a whole number"
        raise ValueError(msg)
    return int(cell)


def _province(cell: str, country: str, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """Find the province by code or by name; an unknown one is kept as it is written."""
    if not cell:
        return None, None
    by_code = gazetteer.province(country, cell)
    by_name = (row for row in gazetteer.find(cell, country) if row.feature == "ADM1")
    row = by_code or next(by_name, None)
    return (row.admin1, row.admin1_name) if row else (cell, cell)
