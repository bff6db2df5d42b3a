"""UCDP's sides A and B and its type of violence, as far as the names of the parties tell."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.tell.case import Case
from rashomon.tell.countries import named_countries
from rashomon.tell.parties import is_called, is_civil, leading

__all__ = ["Sides", "sides_of"]

_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Sides:
    """Side A and side B under the event's names for them; None where UCDP's rule gives none.

    `violence` is 1 state-based, 2 non-state, 3 one-sided, None where the names do not tell.
    """

    a: str | None
    b: str | None
    violence: int | None
    gwno_a: int | None
    gwno_b: int | None


def sides_of(case: Case) -> Sides:
    """Put the state first, as UCDP does; against civilians, the perpetrator is side A."""
    told = leading(case)
    actors, targets = ([name for name in part if not is_civil(name)] for part in told)
    hits_civilians = any(map(is_civil, told[1])) or any(
        is_civil(side.name) for side in case.event.sides if side.role in {"target", "victim"}
    )
    if actors and not targets and hits_civilians:
        return _sides(actors[0], "Civilians", _ONE_SIDED)
    first = next(iter(actors), None)
    second = next(iter([*targets, *actors[1:]]), None)
    if first is None or second is None:
        return _sides(first, second, None)
    states = [name for name in (first, second) if _is_state(name)]
    if not states:
        return _sides(first, second, _NON_STATE)
    if states == [second]:
        first, second = second, first
    return _sides(first, second, _STATE_BASED)


def _sides(a: str | None, b: str | None, violence: int | None) -> Sides:
    return Sides(a, b, violence, _number(a), _number(b))


def _is_state(name: str) -> bool:
    return is_called(name, "state")


def _number(name: str | None) -> int | None:
    """Return the Gleditsch and Ward number of a state's own forces that are named by country."""
    if name is None or not _is_state(name):
        return None
    named = named_countries(name)
    return named[0].gw if len(named) == 1 else None
