"""Reckoning with days and with the values of TIMEX3: what they cover, and moving along."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from rashomon.values import When

__all__ = ["SEASONS", "bounds", "day_of", "holding", "interval", "moved", "value_at", "when"]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; winter belongs to the year it begins
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}
_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}
_YEAR = re.compile(r"(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI)|XX))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONG = re.compile(r"\d{2,3}")
_WEEK_DAYS = 7
_MONTH_DAYS = 31


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO date or date-time as written, in its own offset."""
    match = _DAY.match(published or "")
    return _date(*map(int, match.group().split("-"))) if match else None


def moved(day: date, unit: str, count: float) -> date | None:
    """Move a day by units (a letter of a TIMEX3 duration), a month's end staying inside its month.

    Units below a day do not move it. None where the calendar ends.
    """
    if unit in _DAYS:
        try:
            return day + timedelta(days=round(_DAYS[unit] * count))
        except OverflowError:
            return None
    months = day.year * 12 + day.month - 1 + round(_MONTHS.get(unit, 0) * count)
    year, month = divmod(months, 12)
    if not 1 <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def holding(day: date, unit: str) -> str:
    """Return the value of the unit that holds a day: "2021-W33" of a week, "202" of a decade."""
    week = day.isocalendar()
    values = {
        "W": f"{week.year}-W{week.week:02}",
        "WE": f"{week.year}-W{week.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "10Y": f"{day.year:04}"[:3],
        "100Y": f"{day.year:04}"[:2],
    }
    return values["W" if unit == "2W" else unit] if unit in {*values, "2W"} else day.isoformat()


def value_at(day: date | None, unit: str, count: float) -> str:
    """Return the value of the unit that lies `count` units from a day; X where none is known."""
    to = moved(day, unit, count) if day else None
    if to is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    return holding(to, unit)


def bounds(value: str) -> tuple[date, date] | None:
    """Return the first and last day a value covers; None where it names none in our calendar."""
    if match := _DAY.match(value):
        day = day_of(match.group())
        return (day, day) if day else None
    if match := _WEEK.match(value):
        return _week_bounds(int(match[1]), int(match[2]), match[3] or "")
    if match := _YEAR.fullmatch(value):
        return _year_bounds(*match.groups())
    if _LONG.fullmatch(value):
        years = 10 ** (4 - len(value))
        return _months(int(value) * years, 1, 12 * years)
    return None


def when(start: date, end: date) -> When:
    """Make a `When` of two days; its precision is UCDP's date_prec by the days they span."""
    days = (end - start).days + 1
    if days == 1:
        precision = 1
    elif days < _WEEK_DAYS:
        precision = 2
    elif days == _WEEK_DAYS:
        precision = 3
    else:
        precision = 4 if days <= _MONTH_DAYS else 5
    return When(start.isoformat(), end.isoformat(), precision)


def interval(value: str | None, published: str | None = None) -> When | None:
    """Return the days a TIMEX3 value covers, cut off at the day of publication.

    Durations, sets and references without a day ("PAST_REF", "P5D", "XXXX-08-20") cover none.
    """
    covered = bounds(value) if value else None
    if covered is None:
        return None
    start, end = covered
    last = day_of(published)
    return when(start, last if last is not None and start <= last < end else end)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date] | None:
    start = _date(year, month, 1)
    after = moved(start, "M", count) if start else None
    return (start, after - timedelta(days=1)) if start and after else None


def _year_bounds(
    year: str, month: str | None, quarter: str | None, half: str | None, season: str | None
) -> tuple[date, date] | None:
    if month:
        return _months(int(year), int(month), 1)
    if quarter:
        return _months(int(year), int(quarter) * 3 - 2, 3)
    if half:
        return _months(int(year), int(half) * 6 - 5, 6)
    if season:
        return _months(int(year), SEASONS[season], 3)
    return _months(int(year), 1, 12)


def _week_bounds(year: int, week: int, part: str) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if part == "-WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if part:
        day = monday + timedelta(days=int(part[1:]) - 1)
        return day, day
    return monday, monday + timedelta(days=6)
