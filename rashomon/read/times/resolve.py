"""What a found expression means where it is told: one function a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rashomon.read.times.dates import Fields, Meaning, date_of
from rashomon.read.times.days import bounds, moved, value_at
from rashomon.read.times.grammar import Found
from rashomon.read.times.periods import century, decade, half, quarter, season, weekend
from rashomon.read.times.scene import Scene

__all__ = ["resolve"]

_DAWN = "06:00"
_LATELY = 7  # days between a report and the last day it told on which "at 10 p.m." can be
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d)")  # "1210 GMT"
_DAYS = frozenset({"weekday", "month", "dayword", "iso", "numeric", "holiday"})


def resolve(found: Found, scene: Scene) -> Meaning | None:
    """Return type and value of an expression; None where it is none after all (30 February)."""
    return _FORMS[found.form](found.fields, scene)


def _part(fields: Fields, scene: Scene) -> Meaning | None:
    if _DAYS & fields.keys():
        meaning = date_of(fields, scene)
        value = meaning[1] if meaning else None
    elif "told" in fields:
        value = value_at(scene.told, "D", int(fields["told"]))
    else:
        value = value_at(scene.here, "D", int(fields["direction"]))
    return ("TIME", f"{value[:10]}T{fields['part']}") if value else None


def _time(fields: Fields, scene: Scene) -> Meaning | None:
    if _DAYS & fields.keys():
        meaning = date_of(fields, scene)
        value = meaning[1][:10] if meaning else None
    else:
        value = _day_told(scene, _clock(fields)) or value_at(scene.here, "D", 0)
    clock = _clock(fields)
    return ("TIME", f"{value}T{clock}") if value and clock else None


def _day_told(scene: Scene, clock: str | None) -> str | None:
    """Return the day told last, on which "at 10 p.m." is, where it is one of the last days.

    "At 2 a.m." of a night is of the day after its evening.
    """
    day, _, part = (scene.last or "").partition("T")
    covered = bounds(day) if len(day) == len("2026-01-01") else None
    if covered is None or scene.day is None:
        return None
    if abs((scene.day - covered[0]).days) > _LATELY:
        return None
    return value_at(covered[0], "D", 1) if part == "NI" and (clock or "9") < _DAWN else day


def _clock(fields: Fields) -> str | None:
    if "noon" in fields:
        return fields["noon"]
    if "military" in fields:
        match = _MILITARY.fullmatch(fields["military"])
        return f"{match[1]}:{match[2]}" if match else None
    hour, _, minute = (fields.get("clock") or fields["hour"]).partition(":")
    hours = int(hour)
    if "halfday" in fields:
        hours = hours % 12 + int(fields["halfday"])
    return f"{hours:02}:{minute or '00'}"


def _relative(fields: Fields, scene: Scene) -> Meaning:
    if "weekend" in fields:
        return "DATE", weekend(scene)
    unit = fields["unit"]
    side = fields.get("told") or fields.get("beside") or fields.get("direction") or "0"
    if unit.startswith("T"):
        return "DURATION", f"PT1{unit[1:]}"
    told = "direction" not in fields or ("the" in fields and side == "1")
    return "DATE", value_at(scene.told if told else scene.here, unit, int(side))


def _offset(fields: Fields, scene: Scene) -> Meaning:
    unit = fields.get("unit") or fields["plural"]
    side = int(fields.get("ago") or fields.get("later") or fields["beside"])
    count = scene.grammar.number(fields.get("number") or fields.get("pair", ""))
    if count is None:
        return "DATE", "PAST_REF" if side < 0 else "FUTURE_REF"
    base = scene.here if "ago" in fields else scene.told
    if base and unit == "Y" and scene.last and "-Q" in scene.last:
        return "DATE", value_at(moved(scene.told or base, "Y", side * count), "Q", 0)
    to = moved(base, unit, side * count) if base else None
    return "DATE", value_at(to, {"10Y": "Y", "100Y": "Y"}.get(unit, unit), 0)


def _duration(fields: Fields, scene: Scene) -> Meaning:
    unit = fields.get("unit") or fields["plural"]
    said = fields.get("number") or fields.get("pair") or fields.get("half", "")
    one = 1 if "unit" in fields and not said else None  # "a year-long siege"
    return "DURATION", _length(scene.grammar.number(said) or one, unit)


def _length(count: float | None, unit: str) -> str:
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if count is None:
        return f"P{time}X" + {"2W": "W", "10Y": "DE", "100Y": "CE"}.get(unit, unit)
    times = unit.rstrip("YWEDMQHS")
    amount = count * int(times or 1)
    return f"P{time}{amount:g}{unit.removeprefix(times)}"


def _every(fields: Fields, scene: Scene) -> Meaning:
    if "adverb" in fields:
        return "SET", fields["adverb"]
    for name, form in (
        ("weekday", "XXXX-WXX-{}"),
        ("weekdays", "XXXX-WXX-{}"),
        ("month", "XXXX-{}"),
        ("season", "XXXX-{}"),
    ):
        if name in fields:
            return "SET", form.format(fields[name])
    if "part" in fields:
        return "SET", f"XXXX-XX-XXT{fields['part']}"
    unit = fields.get("unit") or fields["plural"]
    return "SET", _length(scene.grammar.number(fields.get("number", "")) or 1, unit)


def _reference(fields: Fields, scene: Scene) -> Meaning:
    del scene
    return "DATE", next(iter(fields.values()))


def _story(fields: Fields, scene: Scene) -> Meaning | None:
    """Return what only a history dates: "former", and the time told last for "at that time"."""
    if not scene.history:
        return None
    return "DATE", fields.get("former") or scene.last or "PRESENT_REF"


_FORMS: Mapping[str, Callable[[Fields, Scene], Meaning | None]] = {
    "date": date_of,
    "part": _part,
    "time": _time,
    "season": season,
    "quarter": quarter,
    "half": half,
    "decade": decade,
    "century": century,
    "relative": _relative,
    "offset": _offset,
    "duration": _duration,
    "every": _every,
    "story": _story,
    "reference": _reference,
}
