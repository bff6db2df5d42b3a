"""How well an event of ours fits one of theirs, with the reasons in words.

Four parts are looked at: day, place, parties, killed. Each fits from 0 to 1, or is unknown on one
side and counts half; their weighted sum is the score. The weights are ours, not fitted: no public
set says which event of one collection is which of another. Days and places decide, because both
collections code them with care; parties are named in too many ways, and the toll is what the
comparison is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rashomon.errors import DataError
from rashomon.globe import kilometres
from rashomon.tell.case import Case
from rashomon.tell.compare.theirs import Theirs
from rashomon.tell.countries import countries
from rashomon.tell.parties import is_called, is_civil, leading
from rashomon.tell.words import phrases
from rashomon.text.days import as_day
from rashomon.text.folding import fold, skeleton
from rashomon.values import Event

__all__ = ["FEWEST", "Likeness", "Ours", "days_apart", "likeness", "ours_of", "shared_actors"]

_WEIGHTS = {"day": 0.4, "place": 0.35, "actors": 0.15, "killed": 0.1}
FEWEST = (
    0.6  # the score from which two are one event: a day and a place that fit, or one and the rest
)
_UNKNOWN = 0.5
_DAYS = 3  # days apart beyond which two are never one event
# Kilometres within which a place of a precision (where_prec) can be meant: a town, its
# surroundings, a district, a province, a wider area, a country, the sea.
_REACH = {1: 10.0, 2: 30.0, 3: 60.0, 4: 150.0, 5: 250.0, 6: 600.0, 7: 250.0}
_FARTHEST = 2.0  # reaches beyond which two are never one event
_APART = re.compile(r"\s*\([^)]*\)")  # ACLED's "(Afghanistan)", "(2021-)"
_WORD_LENGTH = 3  # letters: "of" and "al" name nobody
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Ours:
    """An event of ours with what is compared; `days` are its first and last one, if known."""

    event: Event
    days: tuple[date, date] | None
    actors: tuple[str, ...]
    toll: tuple[int | None, int | None, int | None]  # killed: low, best, high

    @property
    def start(self) -> date:
        """The first day of an event that has days."""
        return self._known[0]

    @property
    def end(self) -> date:
        """The last day of an event that has days."""
        return self._known[1]

    @property
    def _known(self) -> tuple[date, date]:
        if self.days is None:
            msg = f"event {self.event.id!r} has no days to compare"
            raise DataError(msg)
        return self.days

    @property
    def country(self) -> str | None:
        """The country's code."""
        return self.event.place.country if self.event.place else None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score from 0 to 1, and what speaks for and against it."""

    score: float
    why: tuple[str, ...]


def ours_of(case: Case) -> Ours:
    """Prepare an event for comparing."""
    event = case.event
    start, end = as_day(event.start), as_day(event.end)
    days = None if start is None else (start, max(end or start, start))
    acting, bearing = leading(case)
    total = next((f for f in event.findings if (f.measure, f.of) == ("killed", "total")), None)
    toll = (total.low, total.best, total.high) if total else (None, None, None)
    return Ours(event, days, (*acting, *bearing), toll)


def likeness(ours: Ours, theirs: Theirs) -> Likeness | None:
    """Say how well two events fit; None where day or place rule it out."""
    parts = (_day(ours, theirs), _place(ours, theirs), _actors(ours, theirs), _killed(ours, theirs))
    if any(part is None for part in parts):
        return None
    told = [part for part in parts if part is not None]
    score = sum(weight * fit for weight, (fit, _) in zip(_WEIGHTS.values(), told, strict=True))
    return Likeness(score, tuple(why for _, why in told))


def days_apart(start: date, end: date, other_start: date, other_end: date) -> int:
    """Return how many days lie between two stretches of days; 0 where they meet."""
    return max((other_start - end).days, (start - other_end).days, 0)


def _day(ours: Ours, theirs: Theirs) -> tuple[float, str] | None:
    gap = days_apart(ours.start, ours.end, theirs.start, theirs.end)
    if gap > _DAYS:
        return None
    if gap:
        return 1 - gap / (_DAYS + 1), f"{gap} day{'s' if gap > 1 else ''} apart"
    if (ours.start, ours.end) == (theirs.start, theirs.end):
        return 1.0, "same day" if ours.start == ours.end else "same days"
    # days that are known to a month fit many events: the wider, the less it says
    longest = max((ours.end - ours.start).days, (theirs.end - theirs.start).days)
    return max(0.9 - longest / 60, _UNKNOWN), "the days meet"


def _place(ours: Ours, theirs: Theirs) -> tuple[float, str] | None:
    where = ours.event.place
    if where is None:
        return _UNKNOWN, "we have no place"
    same = _same_name(where.name, theirs.place)
    apart = kilometres(where, theirs)
    if apart is None:
        if not _same_country(where.country, theirs.country):
            return None
        return (0.9, f"both in {where.name}") if same else (_UNKNOWN, "distance not known")
    reach = max(_REACH.get(each or 1, _REACH[1]) for each in (where.precision, theirs.precision))
    if apart > reach * _FARTHEST and not (same and apart < _REACH[3]):
        return None
    told = f"{apart:.0f} km apart" if apart >= 1 else "same place"
    if same:
        return 1.0, f"{told}, both {theirs.place}"
    # a place that is known to a province fits many events
    most = 1.0 if reach <= _REACH[2] else 0.85
    return most * (1 - apart / (reach * _FARTHEST)), told


def _same_name(ours: str, theirs: str | None) -> bool:
    if theirs is None:
        return False
    return fold(ours) == fold(theirs) or skeleton(ours) == skeleton(theirs.split(" - ")[0])


def _same_country(code: str | None, name: str | None) -> bool:
    known = countries().get(code or "")
    if known is None or name is None:
        return True
    return bool({fold(known.name), fold(known.ged_name)} & {fold(name), fold(_bare(name))})


def _actors(ours: Ours, theirs: Theirs) -> tuple[float, str]:
    if not ours.actors or not theirs.actors:
        return _UNKNOWN, "parties not known"
    shared = shared_actors(ours.actors, theirs.actors)
    if not shared:
        return 0.0, "other parties"
    most = min(len(ours.actors), len(theirs.actors), 2)
    return min(1.0, len(shared) / most), f"both name {' and '.join(shared)}"


def shared_actors(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return the parties of ours that theirs name too, each of theirs once."""
    left = list(theirs)
    shared = []
    for name in ours:
        found = next((each for each in left if _same_actor(name, each)), None)
        if found is not None:
            left.remove(found)
            shared.append(name)
    return tuple(shared)


def _same_actor(ours: str, theirs: str) -> bool:
    bare = _bare(theirs)
    kinds: tuple[Callable[[str], bool], ...] = (is_civil, lambda name: is_called(name, "state"))
    if any(kind(ours) and kind(bare.lower()) for kind in kinds):
        return True
    return not _telling(ours).isdisjoint(_telling(bare))


@lru_cache(maxsize=1 << 14)
def _telling(name: str) -> frozenset[str]:
    """Return the consonants of the words that tell one party from others."""
    light = phrases().words("any_party")
    words = (word for word in _WORD.findall(fold(name)) if len(word) >= _WORD_LENGTH)
    return frozenset(skeleton(word) for word in words if word not in light)


def _bare(name: str) -> str:
    return _APART.sub("", name)


def _killed(ours: Ours, theirs: Theirs) -> tuple[float, str]:
    low, best, high = ours.toll
    least = low if low is not None else best
    if least is None or theirs.best is None:
        return _UNKNOWN, "killed not known"
    most = high if high is not None else max(best or least, least)
    their_least = theirs.low if theirs.low is not None else theirs.best
    their_most = theirs.high if theirs.high is not None else theirs.best
    if least <= their_most and their_least <= most:
        return 1.0, "figures of killed meet"
    gap = max(their_least - most, least - their_most)
    return max(0.0, 1 - gap / max(most, their_most, 1)), "other figures of killed"
