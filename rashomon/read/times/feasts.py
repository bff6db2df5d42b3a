"""Days of the year that a rule gives: fixed, the n-th weekday of a month, or by Easter."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

__all__ = ["feast"]


def feast(rule: str, year: int) -> date:
    """Return the day of a feast in a year.

    Args:
        rule: "12-25"; "11/4/4", the fourth Thursday of November ("5/1/-1" the last Monday of May);
            or "E-2", two days before Western Easter.
        year: of the Gregorian calendar.
    """
    if rule.startswith("E"):
        return _easter(year) + timedelta(days=int(rule[1:]))
    if "/" in rule:
        month, weekday, nth = (int(part) for part in rule.split("/"))
        days = range(1, calendar.monthrange(year, month)[1] + 1)
        fitting = [day for day in days if date(year, month, day).isoweekday() == weekday]
        return date(year, month, fitting[nth - 1 if nth > 0 else nth])
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    moon = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * shift) // 451
    month, day = divmod(moon + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
