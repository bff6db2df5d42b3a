"""What stretches of the calendar mean: weekends, seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

from datetime import date

from rashomon.read.times.dates import Fields, Meaning, year_of
from rashomon.read.times.days import SEASONS, moved, value_at
from rashomon.read.times.scene import Scene

__all__ = ["century", "decade", "half", "quarter", "season", "weekend"]

_QUARTERS = 4


def season(fields: Fields, scene: Scene) -> Meaning:
    """Return a season; without a year the one of the last year told, or the one begun last."""
    season = fields["season"]
    if year := year_of(fields):
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


def quarter(fields: Fields, scene: Scene) -> Meaning | None:
    """Return a quarter; without a number the one told last, without a year the one begun last."""
    number = fields.get("ordinal")
    year_ago = "ago" in fields or "later" in fields
    if number is None:
        return "DATE", _year_before(scene) if year_ago else _quarter_told(fields, scene)
    if int(number) > _QUARTERS:
        return None
    year = year_of(fields)
    if year is None:
        year = _year_of_quarter(int(number), -1 if year_ago else None, fields, scene)
    return "DATE", f"{year}-Q{number}"


def _year_before(scene: Scene) -> str:
    return value_at(moved(scene.told, "Y", -1) if scene.told else None, "Q", 0)


def _quarter_told(fields: Fields, scene: Scene) -> str:
    if scene.history and scene.last and "quarter" not in fields:
        return scene.last
    if scene.last and "-Q" in scene.last and "direction" not in fields:
        return scene.last
    side = fields.get("latest") or fields.get("told") or fields.get("direction") or "-1"
    return value_at(scene.here, "Q", int(side))


def _year_of_quarter(number: int, side: int | None, fields: Fields, scene: Scene) -> str:
    day = scene.here
    if day is None:
        return "XXXX"
    if "direction" in fields:
        side = int(fields["direction"])
    if side is None:
        side = 0 if scene.future or date(day.year, number * 3 - 2, 1) <= day else -1
    return str(day.year + side)


def half(fields: Fields, scene: Scene) -> Meaning:
    """Return the first or second half of a year."""
    del scene
    first = fields.get("ordinal") == "1"
    return "DATE", f"{year_of(fields)}-H{1 if first else 2}"


def decade(fields: Fields, scene: Scene) -> Meaning | None:
    """Return a decade as three digits; None for years that begin none."""
    del scene
    said = fields.get("year") or fields.get("tens") or "19" + fields["n99"]
    return ("DATE", said[:3]) if said.endswith("0") else None


def century(fields: Fields, scene: Scene) -> Meaning:
    """Return a century as two digits: the 19th is "18"."""
    number = int(scene.grammar.number(fields.get("dayno") or fields["ordinal"]) or 1)
    return "DATE", f"BC{number - 1:02}" if fields.get("era") == "BC" else f"{number - 1:02}"


def weekend(scene: Scene) -> str:
    """Return "the weekend": this one or the last, the next where the verb looks ahead."""
    saturday = 6
    day = scene.here
    days = 0 if day is None or scene.future or day.isoweekday() >= saturday else -7
    return value_at(day, "WE", days // 7)
