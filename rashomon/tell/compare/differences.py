"""What two records of one event say differently, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rashomon.globe import kilometres
from rashomon.tell.compare.likeness import Ours, days_apart, shared_actors
from rashomon.tell.compare.theirs import Theirs
from rashomon.tell.words import UNKNOWN, number, period, place

__all__ = ["Difference", "State", "actors_told", "differences", "place_told", "toll_told"]

State: TypeAlias = Literal["same", "differs", "unknown"]

_NEAR_KM = 10.0  # two gazetteers put one town so far apart


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in both records; `by` says how much it differs, where that can be said."""

    field: str
    ours: str
    theirs: str
    state: State
    by: str = ""


def differences(ours: Ours, theirs: Theirs) -> tuple[Difference, ...]:
    """Compare day, place, parties and the killed; ACLED gives one number of killed only."""
    return (
        _days(ours, theirs),
        _places(ours, theirs),
        _actors(ours, theirs),
        *(
            _figures(name, mine, yours)
            for name, mine, yours in zip(
                ("killed low", "killed best", "killed high"),
                ours.toll,
                (theirs.low, theirs.best, theirs.high),
                strict=True,
            )
        ),
    )


def place_told(theirs: Theirs) -> str:
    """Write the place of an event of theirs in one line."""
    names = dict.fromkeys(each for each in (theirs.place, theirs.admin1, theirs.country) if each)
    return ", ".join(names) or UNKNOWN


def actors_told(actors: tuple[str, ...]) -> str:
    """Write parties in one line."""
    return "; ".join(actors) or UNKNOWN


def toll_told(toll: tuple[int | None, int | None, int | None]) -> str:
    """Write low, best and high; a dash for what is not known."""
    return "/".join(UNKNOWN if each is None else number(each) for each in toll)


def _days(ours: Ours, theirs: Theirs) -> Difference:
    gap = days_apart(ours.start, ours.end, theirs.start, theirs.end)
    equal = (ours.start, ours.end) == (theirs.start, theirs.end)
    by = f"{gap} day{'s' if gap > 1 else ''}" if gap else "" if equal else "they overlap"
    return Difference(
        "date",
        _period(ours.start, ours.end),
        _period(theirs.start, theirs.end),
        "same" if equal else "differs",
        by,
    )


def _period(start: date, end: date) -> str:
    return period(start.isoformat(), end.isoformat()) or UNKNOWN


def _places(ours: Ours, theirs: Theirs) -> Difference:
    where = ours.event.place
    mine = place(where) or UNKNOWN
    yours = place_told(theirs)
    apart = kilometres(where, theirs) if where else None
    if apart is None:
        return Difference("place", mine, yours, "unknown")
    state: State = "same" if apart <= _NEAR_KM else "differs"
    return Difference("place", mine, yours, state, f"{apart:.0f} km")


def _actors(ours: Ours, theirs: Theirs) -> Difference:
    mine, yours = actors_told(ours.actors), actors_told(theirs.actors)
    if not ours.actors or not theirs.actors:
        return Difference("actors", mine, yours, "unknown")
    shared = shared_actors(ours.actors, theirs.actors)
    whole = len(shared) == min(len(ours.actors), len(theirs.actors))
    by = f"shared: {', '.join(shared)}" if shared else "none shared"
    return Difference("actors", mine, yours, "same" if whole else "differs", by)


def _figures(name: str, ours: int | None, theirs: int | None) -> Difference:
    mine, yours = (UNKNOWN if each is None else number(each) for each in (ours, theirs))
    if ours is None or theirs is None:
        return Difference(name, mine, yours, "unknown")
    by = f"{theirs - ours:+,}" if theirs != ours else ""
    return Difference(name, mine, yours, "differs" if by else "same", by)
