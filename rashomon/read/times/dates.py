"""What dates of the calendar mean: days, months, years, weekdays, holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from rashomon.read.times.carry import year_carried
from rashomon.read.times.days import bounds, value_at
from rashomon.read.times.feasts import feast
from rashomon.read.times.scene import Scene
from rashomon.values import TimeType

__all__ = ["Fields", "Meaning", "date_of", "year_of"]

Fields: TypeAlias = Mapping[str, str]
Meaning: TypeAlias = tuple[TimeType, str]
# News tells of the past: a month ahead must be so many times nearer than the one behind, by whether
# the verb is in the past tense. Measured on TimeBank.
_BIAS: Mapping[bool | None, int] = {False: 4, None: 2}
# Of 176 weekdays in crime news that are six days back from the day on its page, 8 were the crime's;
# of 124 the crime was on the page's own day, for the text had been changed on the next.
_TOMORROW = 6


def date_of(fields: Fields, scene: Scene) -> Meaning | None:
    """Return type and value of a date; None where the calendar has no such day."""
    if "dayword" in fields:
        return _dayword(fields["dayword"], scene)
    if "weekday" in fields and "month" not in fields:
        return "DATE", _weekday(int(fields["weekday"]), fields, scene)
    if "month" in fields:
        value = _month(fields, scene)
    elif "numeric" in fields:
        value = _numeric(fields["numeric"], scene)
    elif "holiday" in fields:
        value = _holiday(fields, scene)
    else:
        value = fields.get("named") or _iso(fields) or year_of(fields)
    return ("TIME" if "T" in value else "DATE", value) if value else None


def _iso(fields: Fields) -> str | None:
    value = fields.get("iso", "").upper()
    return value if bounds(value) else None


def _dayword(word: str, scene: Scene) -> Meaning:
    days, night = (0, True) if word.startswith("0NI") else (int(word), False)
    value = value_at(scene.here, "D", -1 if word.endswith("-") else days)
    return ("TIME", f"{value}TNI") if night else ("DATE", value)


def year_of(fields: Fields) -> str | None:
    """Return the year that is told, "BC0480" before Christ."""
    year = fields.get("year") or fields.get("modern") or fields.get("small")
    if "spoken" in fields:
        year = str(int(fields["spoken"]) + int(fields["tenth"]) + int(fields.get("unity") or 0))
    if year is None and "year2" in fields:
        year = str(1900 + int(fields["year2"]))
    if year is None:
        return None
    return f"BC{int(year):04}" if fields.get("era") == "BC" else f"{int(year):04}"


def _weekday(weekday: int, fields: Fields, scene: Scene) -> str:
    """Find the day of a weekday: the last one up to today, unless the verb looks ahead.

    The rule of HeidelTime for news. "Last Friday" is never today, "next Friday" never past. What is
    told of the weekday of tomorrow was added to the report tomorrow.
    """
    day = scene.told if "told" in fields or scene.day is None else scene.here
    if day is None:
        return f"XXXX-WXX-{weekday}"
    back = (day.isoweekday() - weekday) % 7
    side = fields.get("told") or fields.get("direction")
    if side == "-1":
        back = back or 7
    elif side is None:
        back -= 7 if back == _TOMORROW or (scene.future and back) else 0
    elif side == "1" or (side == "0" and back):
        back -= 7
    return (day - timedelta(days=back)).isoformat()


def _month(fields: Fields, scene: Scene) -> str | None:
    month = int(fields["month"])
    said = fields.get("day") or fields.get("ordinal")
    day = int(scene.grammar.number(said) or 0) if said else None
    year = year_of(fields)
    if year is None and "year_word" in fields:
        side = fields.get("direction") or fields["told"]
        year = value_at(scene.here if "direction" in fields else scene.told, "Y", int(side))
    if year is None:
        year = _year_of_month(month, day, fields, scene)
    if day is None:
        return f"{year}-{month:02}"
    if year.isdecimal() and bounds(f"{year}-{month:02}-{day:02}") is None:
        return None
    return f"{year}-{month:02}-{day:02}"


def _year_of_month(month: int, day: int | None, fields: Fields, scene: Scene) -> str:
    """Find the year of a month: in history that of the date told last, else the likely one."""
    if scene.history or scene.day is None:
        return year_carried(month, scene.line) if scene.line else "XXXX"
    today = scene.day
    side = fields.get("direction")
    if side == "0":
        return str(today.year)
    if side is not None:
        ahead = (month - today.month) * int(side) > 0
        return str(today.year + (0 if ahead else int(side)))
    candidates = [
        date(today.year + n, month, 1) + timedelta(days=(day or 1) - 1) for n in (-1, 0, 1)
    ]
    if "weekday" in fields:
        weekday = int(fields["weekday"])
        candidates = [c for c in candidates if c.isoweekday() == weekday] or candidates
    return str(_likely(candidates, scene).year)


def _likely(candidates: Sequence[date], scene: Scene) -> date:
    """Choose by the verb; without one the nearest day, of those ahead only the near ones."""
    today = scene.day or candidates[0]
    ahead = [day for day in candidates if day >= today.replace(day=1)]
    back = [day for day in candidates if day <= today] or [candidates[0]]
    if ahead and scene.future:
        return ahead[0]
    bias = _BIAS[scene.future]
    if ahead and (ahead[0] - today).days * bias < (today - back[-1]).days:
        return ahead[0]
    return back[-1]


def _numeric(written: str, scene: Scene) -> str | None:
    """Read 20/08/2021: of two orders that give a day the one nearer the report, else the usual."""
    first, second, year = (int(part) for part in written.replace(".", "/").split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900  # noqa: PLR2004  two digits of a year
    orders = ("day month",) if "." in written else scene.grammar.numeric_orders
    pairs = [(second, first) if order == "day month" else (first, second) for order in orders]
    days = [each[0] for m, d in pairs if (each := bounds(f"{year:04}-{m:02}-{d:02}"))]
    today = scene.day
    if not days:
        return None
    return (min(days, key=lambda day: abs(day - today)) if today else days[0]).isoformat()


def _holiday(fields: Fields, scene: Scene) -> str:
    if year := year_of(fields):
        return feast(fields["holiday"], int(year)).isoformat() if year.isdecimal() else year
    day = scene.here
    if day is None:
        return "XXXX-XX-XX"
    days = [feast(fields["holiday"], day.year + n) for n in (-1, 0, 1) if day.year + n > 0]
    if fields.get("direction") == "1" or scene.future:
        return min((each for each in days if each > day), default=days[-1]).isoformat()
    return max((each for each in days if each <= day), default=days[0]).isoformat()
