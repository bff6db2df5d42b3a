"""ACLED's two actors of an event, what they are, and whether civilians were the target.

ACLED names whoever nobody names by type and country ("Protesters (Niger)"); every other name stays
as the reports have it. A type is given where the name tells it (CODEBOOKS 2.4); the type of a
named group is knowledge about the group, not about the text, and stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.lexicon import KINDS
from rashomon.tell.case import Case
from rashomon.tell.countries import country_name, named_countries
from rashomon.tell.parties import is_called, is_civil, leading

__all__ = ["Actor", "Actors", "actors_of"]

_STATE, _EXTERNAL = "State forces", "External/Other forces"
_CIVILIANS, _PROTESTERS, _RIOTERS = "Civilians", "Protesters", "Rioters"
_POLITICAL_MILITIA = "Political militia"
# ACLED's order of types, by which the text of an interaction is put: codes 1 to 8 (CODEBOOKS 2.4).
_TYPES = (
    _STATE,
    "Rebel group",
    _POLITICAL_MILITIA,
    "Identity militia",
    _RIOTERS,
    _PROTESTERS,
    _CIVILIANS,
    _EXTERNAL,
)
# Lists of the lexicon, in the order in which a name is held against them.
_CALLED = (
    ("external", _EXTERNAL),
    ("protesters", _PROTESTERS),
    ("rioters", _RIOTERS),
    ("rebels", "Rebel group"),
    ("communal", "Identity militia"),
    ("armed", _POLITICAL_MILITIA),
)
_REMOTE = "Explosions/Remote violence"
_VIOLENT = frozenset({"Battles", _REMOTE})  # with nobody named, ACLED names an unidentified group


@dataclass(frozen=True, slots=True)
class Actor:
    """One of the two actors: its name, its type where the name tells it, who stood with it."""

    name: str
    type: str | None
    associates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actors:
    """Both actors; None where nobody is told of."""

    first: Actor | None
    second: Actor | None
    civilians_targeted: bool

    @property
    def interaction(self) -> str | None:
        """Name both types in ACLED's order, "State forces-Rebel group"; None where one is unknown.

        External forces stand before civilians, as ACLED prints them (78).
        """
        types = [actor.type for actor in (self.first, self.second) if actor]
        known = sorted((each for each in types if each), key=_TYPES.index)
        if not known or len(known) < len(types):
            return None
        if known == [_CIVILIANS, _EXTERNAL]:
            known.reverse()
        return "-".join(known) if len(known) > 1 else f"{known[0]} only"


def actors_of(case: Case) -> Actors:
    """Choose the two actors by ACLED's types: crowds are actors, victims come second."""
    kind = KINDS.get(case.event.kind)
    event_type = kind.event_type if kind else None
    acting, bearing = leading(case)
    armed = [name for name in bearing if not is_civil(name)]
    only_civilians = not armed and _hits_civilians(case, bearing)
    if event_type == "Protests":
        return _protest(case, [*acting, *armed])
    if event_type == "Riots":
        second = _crowd(case, _CIVILIANS) if only_civilians else _actor(case, armed)
        return Actors(_crowd(case, _RIOTERS, acting), second, civilians_targeted=only_civilians)
    if event_type == "Violence against civilians" or (only_civilians and event_type == _REMOTE):
        attacker = _actor(case, [*acting, *armed]) or _nobody(case)
        return Actors(attacker, _crowd(case, _CIVILIANS), civilians_targeted=True)
    if not armed:  # both sides of a clash are told as acting
        acting, armed = acting[:1], acting[1:]
    first = _actor(case, acting)
    if first is None and event_type in _VIOLENT:
        first = _nobody(case)
    return Actors(first, _actor(case, armed), civilians_targeted=False)


def _protest(case: Case, names: Sequence[str]) -> Actors:
    """Put the protesters first, and second whoever stopped them by force."""
    own = [name for name in names if _type(case, name) != _STATE]
    forces = [name for name in names if name not in own]
    peaceful = case.event.kind == "Peaceful protest"
    return Actors(
        _crowd(case, _PROTESTERS, own),
        None if peaceful else _actor(case, forces),
        civilians_targeted=case.event.kind == "Excessive force against protesters",
    )


def _hits_civilians(case: Case, bearing: Iterable[str]) -> bool:
    sides = (side.name for side in case.event.sides if side.role in {"target", "victim"})
    return any(map(is_civil, (*bearing, *sides)))


def _actor(case: Case, names: Sequence[str]) -> Actor | None:
    """Make an actor of the first name; the others are its associates.

    Residents who fight are no civilians to ACLED, and nothing says what else.
    """
    if not names:
        return None
    kind = _type(case, names[0])
    return Actor(names[0], None if kind == _CIVILIANS else kind, tuple(names[1:]))


def _crowd(case: Case, kind: str, names: Iterable[str] = ()) -> Actor:
    """Name people by what they are and where, with the groups among them."""
    groups = tuple(name for name in names if _type(case, name) not in (kind, _PROTESTERS))
    return Actor(f"{kind}{_in_country(case)}", kind, groups)


def _nobody(case: Case) -> Actor:
    return Actor(f"Unidentified Armed Group{_in_country(case)}", _POLITICAL_MILITIA)


def _in_country(case: Case) -> str:
    country = country_name(case.event.place.country) if case.event.place else None
    return f" ({country})" if country else ""


def _type(case: Case, name: str) -> str | None:
    """Tell what a name says that somebody is; a state's forces abroad are external."""
    if is_civil(name):
        return _CIVILIANS
    if is_called(name, "state"):
        home = case.event.place.country if case.event.place else None
        named = {country.iso for country in named_countries(name)}
        return _EXTERNAL if home and named and home not in named else _STATE
    return next((kind for words, kind in _CALLED if is_called(name, words)), None)
