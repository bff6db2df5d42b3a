"""From where a time expression is told: the day of the report, or the last date of the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.read.times.days import bounds
from rashomon.read.times.grammar import Found, Grammar

__all__ = ["LATEST", "Scene", "is_history", "supposed_day"]

# Without a publication date the year of "Friday (August 20)" is the last one that fits and is not
# later than this: news texts without a date are mostly recent. A stage has no clock.
LATEST = date(2026, 12, 31)
_OLD = 2  # years before publication that make a year "old"
_OLD_YEARS = 5  # fewer old years are the background of a news report
_OLD_SHARE = 0.8
_OF_TODAY = frozenset({"weekday", "dayword"})
_TODAY_SHARE = 0.2
# So many dates and hardly a weekday make a history whenever it was written: no text of TimeBank or
# AQUAINT has them, every war of WikiWars that is told in years of our era has.
_MANY_DATES = 30
_HARDLY = 0.05
_LEAP = 2  # years that a bare year may lie from the story's and still carry it on; 1 to 8 fit alike


@dataclass(slots=True)
class Scene:
    """What expressions are resolved against while a text is read from its beginning to its end.

    `day` is the day of publication, `history` tells that the text carries its dates on from one to
    the next, `last` is the value of the last date told, `future` whether the verb looks ahead
    (None where no verb tells).
    """

    grammar: Grammar
    day: date | None
    history: bool = False
    last: str | None = None
    line: str | None = None
    future: bool | None = None

    @property
    def told(self) -> date | None:
        """The first day of the date told last; the day of publication where there is none."""
        covered = bounds(self.last) if self.last else None
        return covered[0] if covered else None if self.history else self.day

    @property
    def here(self) -> date | None:
        """The day that "last week" counts from."""
        return self.told if self.history else self.day

    def tell(self, value: str) -> None:
        """Keep a value as the last date told, where it has a year."""
        if value[:4].isdecimal() or value.startswith("BC"):
            self.last = value
            if self.line is None or not self._leaps(value):
                self.line = value

    def _leaps(self, value: str) -> bool:
        """Tell whether a bare year lies far from the story's, as in "it became known in 2005"."""
        year, told = value[:4], (self.line or "")[:4]
        return (
            value == year
            and year.isdecimal()
            and told.isdecimal()
            and abs(int(year) - int(told)) > _LEAP
        )


def is_history(found: Iterable[Found], published: date | None) -> bool:
    """Tell whether a text is history told in order: years long past, hardly a weekday."""
    years: list[int] = []
    today = dated = 0
    for each in found:
        if "era" in each.fields:
            years.append(0)
        elif "year" in each.fields:
            years.append(int(each.fields["year"]))
        dated += bool(each.fields.keys() & {"year", "month"})
        today += "month" not in each.fields and bool(_OF_TODAY & each.fields.keys())
    if published is None:
        return False
    old = sum(year <= published.year - _OLD for year in years)
    if old >= _OLD_YEARS and old >= _OLD_SHARE * len(years) and today <= _TODAY_SHARE * old:
        return True
    return dated >= _MANY_DATES and old > 0 and today <= _HARDLY * dated


def supposed_day(found: Iterable[Found], latest: date) -> date | None:
    """Suppose the day of a report without one, from the dates in its text.

    The latest full date; or the latest month and day whose weekday is given, in the last year
    that makes it that weekday.
    """
    found = tuple(found)
    years = [int(each.fields["year"]) for each in found if "year" in each.fields]
    days = [day for each in found if (day := _day_of(each, max(years, default=0), latest))]
    return max(days, default=None)


def _day_of(found: Found, after: int, latest: date) -> date | None:
    fields = found.fields
    if "month" not in fields or not fields.get("day", "").isdecimal():
        return None
    if "year" in fields:
        years = [int(fields["year"])] if "era" not in fields else []
    elif "weekday" in fields:
        years = list(range(latest.year, max(after, latest.year - 28) - 1, -1))
    else:
        years = []
    for year in years:
        try:
            day = date(year, int(fields["month"]), int(fields["day"]))
        except ValueError:
            continue
        if "year" in fields or (day.isoweekday() == int(fields["weekday"]) and day <= latest):
            return day
    return None
