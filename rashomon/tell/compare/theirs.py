"""Events that somebody else recorded: the rows of a UCDP GED or ACLED CSV.

Which of the two it is, the columns tell, in whatever order and however many there are. What a row
lacks is unknown; a row that is no event becomes an issue, and the others go on.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, islice
from typing import Literal, TypeAlias

from rashomon.errors import DataError
from rashomon.tell.exports.acled import COLUMNS as ACLED
from rashomon.tell.exports.ucdp import COLUMNS as GED
from rashomon.values import Issue

__all__ = ["Theirs", "read_events"]

Row: TypeAlias = Mapping[str, str]
_Maker: TypeAlias = Callable[[Row], "Theirs"]

_HEAD = 20  # lines among which the one with the columns is looked for
_LONGEST = 500  # characters of a text that is kept
_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%Y/%m/%d", "%d-%b-%y", "%Y%m%d")
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}.*$")  # GED's days carry 00:00:00.000
_ACLED_DAYS = {"2": 3, "3": 15}  # time_precision: days before and behind the day that is coded
_ACLED_WHERE = {"1": 1, "2": 2, "3": 4}  # geo_precision as UCDP's where_prec
_NAMELESS = frozenset({"", "-1", "XXX", "NA", "NULL", "nan"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """One event of theirs. `precision` is UCDP's where_prec; low and high are GED's alone."""

    id: str
    dataset: Literal["GED", "ACLED"]
    title: str
    start: date
    end: date
    actors: tuple[str, ...]
    place: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


def read_events(lines: Iterable[str], where: str) -> Iterator[Theirs | Issue]:
    """Yield the events of a CSV, and an issue for each row that is none.

    Args:
        lines: the lines of the file; columns are parted by commas, semicolons or tabs.
        where: the file's name, for issues.

    Raises:
        DataError: neither GED's nor ACLED's columns are among the first lines.
    """
    waiting = iter(lines)
    head = list(islice(waiting, _HEAD))
    delimiter = max(",;\t", key=lambda mark: sum(line.count(mark) for line in head))
    rows = csv.reader(chain(head, waiting), delimiter=delimiter)
    columns, make, first = _columns(rows, where)
    try:
        for cells in chain(first, rows):
            place = f"{where}:{rows.line_num}"
            if not any(cells) or cells[0].startswith("#"):
                continue  # an empty line, or HXL's tags under the header
            try:
                yield make(dict(zip(columns, map(str.strip, cells), strict=False)))
            except DataError as error:
                yield Issue("bad-row", f"The row is left out: {error}.", where=place)
    except csv.Error as error:
        message = f"The file cannot be read on: {error}. Save it as CSV again."
        yield Issue("bad-csv", message, where=f"{where}:{rows.line_num}")


def _columns(
    rows: Iterator[list[str]], where: str
) -> tuple[Sequence[str], _Maker, list[list[str]]]:
    """Find the header and whose it is; GED's candidate events were published without one."""
    for cells in islice(rows, _HEAD):
        names = [cell.strip().lstrip("\ufeff").lower() for cell in cells]
        if {"date_start", "best"} <= {*names}:
            return names, _from_ged, []
        if {"event_date", "fatalities"} <= {*names}:
            return names, _from_acled, []
        if len(cells) == len(GED) and cells[0].strip().isdigit():
            return GED, _from_ged, [cells]
    msg = (
        f"{where} is neither a GED nor an ACLED CSV: expected a line with the columns "
        f"{GED[38]} and {GED[45]} (GED), or {ACLED[1]} and {ACLED[28]} (ACLED)"
    )
    raise DataError(msg)


def _from_ged(row: Row) -> Theirs:
    start = _day(row, "date_start")
    end = _day(row, "date_end") if row.get("date_end") else start
    lat, lon = _point(row)
    sides = [row.get(name, "") for name in ("side_a", "side_b")]
    return Theirs(
        id=_text(row, "id") or _text(row, "relid") or "?",
        dataset="GED",
        title=_text(row, "source_headline") or _text(row, "dyad_name") or "",
        start=min(start, end),
        end=max(start, end),
        actors=_named(sides),
        place=_text(row, "where_coordinates"),
        admin1=_text(row, "adm_1"),
        country=_text(row, "country"),
        lat=lat,
        lon=lon,
        precision=_whole(row, "where_prec"),
        low=_whole(row, "low"),
        best=_whole(row, "best"),
        high=_whole(row, "high"),
    )


def _from_acled(row: Row) -> Theirs:
    day = _day(row, "event_date")
    lat, lon = _point(row)
    around = timedelta(_ACLED_DAYS.get(row.get("time_precision", ""), 0))
    actors = [row.get(name, "") for name in ("actor1", "actor2")]
    for associates in ("assoc_actor_1", "assoc_actor_2"):
        actors += re.split(r"[;:]", row.get(associates, ""))
    return Theirs(
        id=_text(row, "event_id_cnty") or _text(row, "data_id") or "?",
        dataset="ACLED",
        title=_text(row, "notes") or _text(row, "sub_event_type") or "",
        start=max(day, date.min + around) - around,
        end=min(day, date.max - around) + around,
        actors=_named(actors),
        place=_text(row, "location"),
        admin1=_text(row, "admin1"),
        country=_text(row, "country"),
        lat=lat,
        lon=lon,
        precision=_ACLED_WHERE.get(row.get("geo_precision", "")),
        best=_whole(row, "fatalities"),
    )


def _named(actors: Iterable[str]) -> tuple[str, ...]:
    names = (name.strip()[:_LONGEST] for name in actors)
    return tuple(dict.fromkeys(name for name in names if name not in _NAMELESS))


def _text(row: Row, column: str) -> str | None:
    text = " ".join(row.get(column, "").split())[:_LONGEST]
    return None if text in _NAMELESS else text


def _day(row: Row, column: str) -> date:
    text = _CLOCK.sub("", row.get(column, ""))
    for form in _FORMS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no zone
    msg = f"{column} is {text[:40]!r}, expected a day such as 2021-08-20"
    raise DataError(msg)


def _whole(row: Row, column: str) -> int | None:
    text = row.get(column, "")
    if text in _NAMELESS:
        return None
    number = _number(text)
    if number is None or number < 0 or number != int(number) or number > 10**9:
        msg = f"{column} is {text[:40]!r}, expected a whole number"
        raise DataError(msg)
    return int(number)


def _point(row: Row) -> tuple[float | None, float | None]:
    lat, lon = (_number(row.get(name, "")) for name in ("latitude", "longitude"))
    if lat is None or lon is None:
        return None, None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004  the globe
        msg = f"latitude {lat:g}, longitude {lon:g} is no place on earth"
        raise DataError(msg)
    return lat, lon


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
