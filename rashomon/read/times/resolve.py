"""What a found expression means where it is told: one function a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from rashomon.read.times.days import SEASONS, bounds, holding, moved
from rashomon.read.times.feasts import feast
from rashomon.read.times.grammar import Found
from rashomon.read.times.scene import Scene
from rashomon.values import TimeType

__all__ = ["resolve"]

_Fields: TypeAlias = Mapping[str, str]
_Meaning: TypeAlias = tuple[TimeType, str]
_DAYS = frozenset({"weekday", "month", "dayword", "iso", "numeric", "holiday"})
# News tells of the past: a month ahead must be so many times nearer than the one behind, by whether
# the verb is in the past tense. Measured on TimeBank.
_BIAS: Mapping[bool | None, int] = {False: 4, None: 2}


def resolve(found: Found, scene: Scene) -> _Meaning | None:
    """Return type and value of an expression; None where it is none after all (30 February)."""
    return _FORMS[found.form](found.fields, scene)


def _date(fields: _Fields, scene: Scene) -> _Meaning | None:
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
        value = fields.get("named") or fields.get("iso", "").upper() or _year(fields)
    return ("TIME" if "T" in value else "DATE", value) if value else None


def _dayword(word: str, scene: Scene) -> _Meaning:
    days, night = (0, True) if word.startswith("0NI") else (int(word), False)
    value = _shifted(scene.here, "D", -1 if word.endswith("-") else days)
    return ("TIME", f"{value}TNI") if night else ("DATE", value)


def _year(fields: _Fields) -> str | None:
    year = fields.get("year") or fields.get("modern") or fields.get("small")
    if year is None and "year2" in fields:
        year = str(1900 + int(fields["year2"]))
    if year is None:
        return None
    return f"BC{int(year):04}" if fields.get("era") == "BC" else f"{int(year):04}"


def _shifted(day: date | None, unit: str, count: float) -> str:
    to = moved(day, unit, count) if day else None
    if to is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    return holding(to, unit)


def _weekday(weekday: int, fields: _Fields, scene: Scene) -> str:
    """Find the day of a weekday: the last one up to today, unless the verb looks ahead.

    The rule of HeidelTime for news. "Last Friday" is never today, "next Friday" never past.
    """
    day = scene.told if "told" in fields or scene.day is None else scene.here
    if day is None:
        return f"XXXX-WXX-{weekday}"
    back = (day.isoweekday() - weekday) % 7
    side = fields.get("told") or fields.get("direction")
    if side == "-1":
        back = back or 7
    elif side == "1" or (side == "0" and back) or (side is None and scene.future and back):
        back -= 7
    return (day - timedelta(days=back)).isoformat()


def _month(fields: _Fields, scene: Scene) -> str | None:
    month = int(fields["month"])
    said = fields.get("day") or fields.get("ordinal")
    day = int(scene.grammar.number(said) or 0) if said else None
    year = _year(fields)
    if year is None and "year_word" in fields:
        side = fields.get("direction") or fields["told"]
        year = _shifted(scene.here if "direction" in fields else scene.told, "Y", int(side))
    if year is None:
        year = _year_of_month(month, day, fields, scene)
    if day is None:
        return f"{year}-{month:02}"
    if year.isdecimal() and bounds(f"{year}-{month:02}-{day:02}") is None:
        return None
    return f"{year}-{month:02}-{day:02}"


def _year_of_month(month: int, day: int | None, fields: _Fields, scene: Scene) -> str:
    """Find the year of a month: of the date told last in history, else the one nearest the report."""
    if scene.history or scene.day is None:
        return scene.last.partition("-")[0] if scene.last else "XXXX"
    today = scene.day
    side = fields.get("direction")
    if side == "0":
        return str(today.year)
    if side is not None:
        ahead = (month - today.month) * int(side) > 0
        return str(today.year + (0 if ahead else int(side)))
    candidates = [date(today.year + n, month, 1) + timedelta(days=(day or 1) - 1) for n in (-1, 0, 1)]
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
    """Read 20/08/2021: where both orders are days, the one nearer the report, else month first."""
    first, second, year = (int(part) for part in written.replace(".", "/").split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900  # noqa: PLR2004  two digits of a year
    pairs = ((second, first),) if "." in written else ((first, second), (second, first))
    days = [each[0] for m, d in pairs if (each := bounds(f"{year:04}-{m:02}-{d:02}"))]
    today = scene.day
    if not days:
        return None
    return (min(days, key=lambda day: abs(day - today)) if today else days[0]).isoformat()


def _holiday(fields: _Fields, scene: Scene) -> str:
    if year := _year(fields):
        return feast(fields["holiday"], int(year)).isoformat() if year.isdecimal() else year
    day = scene.here
    if day is None:
        return "XXXX-XX-XX"
    days = [feast(fields["holiday"], day.year + n) for n in (-1, 0, 1) if day.year + n > 0]
    if fields.get("direction") == "1" or scene.future:
        return min((each for each in days if each > day), default=days[-1]).isoformat()
    return max((each for each in days if each <= day), default=days[0]).isoformat()


def _part(fields: _Fields, scene: Scene) -> _Meaning | None:
    if _DAYS & fields.keys():
        meaning = _date(fields, scene)
        value = meaning[1] if meaning else None
    elif "told" in fields:
        value = _shifted(scene.told, "D", int(fields["told"]))
    else:
        value = _shifted(scene.here, "D", int(fields["direction"]))
    return ("TIME", f"{value[:10]}T{fields['part']}") if value else None


def _time(fields: _Fields, scene: Scene) -> _Meaning | None:
    if _DAYS & fields.keys():
        meaning = _date(fields, scene)
        value = meaning[1][:10] if meaning else None
    else:
        value = _shifted(scene.here, "D", 0)
    return ("TIME", f"{value}T{_clock(fields)}") if value else None


def _clock(fields: _Fields) -> str:
    if "noon" in fields:
        return fields["noon"]
    hour, _, minute = (fields.get("clock") or fields["hour"]).partition(":")
    hours = int(hour)
    if "halfday" in fields:
        hours = hours % 12 + int(fields["halfday"])
    return f"{hours:02}:{minute or '00'}"


def _season(fields: _Fields, scene: Scene) -> _Meaning:
    season = fields["season"]
    if year := _year(fields):
        return "DATE", f"{year}-{season}"
    day = scene.told if "told" in fields else scene.here
    if day is None or (scene.history and not {"told", "direction"} & fields.keys()):
        year = scene.last.partition("-")[0] if scene.last else "XXXX"
        return "DATE", f"{year}-{season}"
    side = fields.get("told") or fields.get("direction")
    starts = {year: date(year, SEASONS[season], 1) for year in range(day.year - 2, day.year + 2)}
    begun = max(year for year, start in starts.items() if start <= day)
    running = (day - starts[begun]).days < 92  # noqa: PLR2004  a season has three months
    if side == "-1":
        begun -= running
    elif side == "1" or (side is None and scene.future and not running):
        begun += 1
    elif side == "0" and not running:
        begun = day.year
    return "DATE", f"{begun}-{season}"


def _quarter(fields: _Fields, scene: Scene) -> _Meaning | None:
    number = fields.get("ordinal")
    base = scene.told
    if number is None and ("ago" in fields or "later" in fields):
        return "DATE", _shifted(moved(base, "Y", -1) if base else None, "Q", 0)
    if number is None:
        if scene.last and "-Q" in scene.last and "direction" not in fields:
            return "DATE", scene.last
        side = fields.get("latest") or fields.get("told") or fields.get("direction") or "-1"
        return "DATE", _shifted(scene.here, "Q", int(side))
    if int(number) > 4:  # noqa: PLR2004  a year has four quarters
        return None
    if year := _year(fields):
        return "DATE", f"{year}-Q{number}"
    day = scene.here
    if day is None:
        return "DATE", f"XXXX-Q{number}"
    if "direction" in fields:
        return "DATE", f"{day.year + int(fields['direction'])}-Q{number}"
    if "ago" in fields or "later" in fields:
        return "DATE", f"{day.year - 1}-Q{number}"
    begun = date(day.year, int(number) * 3 - 2, 1) <= day or scene.future
    return "DATE", f"{day.year - (not begun)}-Q{number}"


def _half(fields: _Fields, scene: Scene) -> _Meaning:
    del scene
    first = fields.get("ordinal") == "1"
    return "DATE", f"{_year(fields)}-H{1 if first else 2}"


def _decade(fields: _Fields, scene: Scene) -> _Meaning | None:
    del scene
    said = fields.get("year") or fields.get("tens") or "19" + fields["n99"]
    return ("DATE", said[:3]) if said.endswith("0") else None


def _century(fields: _Fields, scene: Scene) -> _Meaning:
    number = int(scene.grammar.number(fields.get("dayno") or fields["ordinal"]) or 1)
    return "DATE", f"BC{number - 1:02}" if fields.get("era") == "BC" else f"{number - 1:02}"


def _relative(fields: _Fields, scene: Scene) -> _Meaning:
    if "weekend" in fields:
        return "DATE", _weekend(scene)
    unit = fields["unit"]
    side = fields.get("told") or fields.get("beside") or fields.get("direction") or "0"
    if unit.startswith("T"):
        return "DURATION", f"PT1{unit[1:]}"
    told = "direction" not in fields or ("the" in fields and side == "1")
    return "DATE", _shifted(scene.told if told else scene.here, unit, int(side))


def _weekend(scene: Scene) -> str:
    """Find "the weekend": the one that is now or was last, the next where the verb looks ahead."""
    saturday = 6
    day = scene.here
    days = 0 if day is None or scene.future or day.isoweekday() >= saturday else -7
    return _shifted(day, "WE", days // 7)


def _offset(fields: _Fields, scene: Scene) -> _Meaning:
    unit = fields.get("unit") or fields["plural"]
    side = int(fields.get("ago") or fields.get("later") or fields["beside"])
    count = scene.grammar.number(fields.get("number", ""))
    if count is None:
        return "DATE", "PAST_REF" if side < 0 else "FUTURE_REF"
    base = scene.here if "ago" in fields else scene.told
    if base and unit == "Y" and scene.last and "-Q" in scene.last:
        return "DATE", _shifted(moved(scene.told or base, "Y", side * count), "Q", 0)
    to = moved(base, unit, side * count) if base else None
    return "DATE", _shifted(to, {"10Y": "Y", "100Y": "Y"}.get(unit, unit), 0)


def _duration(fields: _Fields, scene: Scene) -> _Meaning:
    unit = fields.get("unit") or fields["plural"]
    return "DURATION", _length(scene.grammar.number(fields.get("number", "")), unit)


def _length(count: float | None, unit: str) -> str:
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X" + {"2W": "W", "10Y": "DE", "100Y": "CE"}.get(unit, unit)
    times = unit.rstrip("YWEDMQHS")
    amount = count * int(times or 1)
    return f"P{time}{amount:g}{unit.removeprefix(times)}"


def _every(fields: _Fields, scene: Scene) -> _Meaning:
    if "adverb" in fields:
        return "SET", fields["adverb"]
    for name, form in (("weekday", "XXXX-WXX-{}"), ("month", "XXXX-{}"), ("season", "XXXX-{}")):
        if name in fields:
            return "SET", form.format(fields[name])
    if "part" in fields:
        return "SET", f"XXXX-XX-XXT{fields['part']}"
    unit = fields.get("unit") or fields["plural"]
    return "SET", _length(scene.grammar.number(fields.get("number", "")) or 1, unit)


def _reference(fields: _Fields, scene: Scene) -> _Meaning:
    del scene
    return "DATE", next(iter(fields.values()))


_FORMS: Mapping[str, Callable[[_Fields, Scene], _Meaning | None]] = {
    "date": _date,
    "part": _part,
    "time": _time,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "decade": _decade,
    "century": _century,
    "relative": _relative,
    "offset": _offset,
    "duration": _duration,
    "every": _every,
    "reference": _reference,
}
