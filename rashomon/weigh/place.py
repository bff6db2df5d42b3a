"""Where an event happened: the finest place that the reports agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import TypeAlias

from rashomon.text.folding import fold
from rashomon.values import Claim, EventPlace, Place

__all__ = ["choose_place", "place_key"]

Votes: TypeAlias = list[tuple[Place, float]]

_NEAR, _ADMIN2, _ADMIN1, _COUNTRY = 2, 3, 4, 6  # UCDP where_prec


def place_key(place: Place) -> str:
    """Return what two mentions of one place share: the gazetteer row, else the folded name."""
    return f"#{place.geonameid}" if place.geonameid is not None else fold(place.name)


def choose_place(claims: Sequence[Claim], roots: Mapping[str, str]) -> EventPlace | None:
    """Choose the town told most, one vote a report; None where no place is told.

    Goes down from country to province, district and town: a town is chosen from the district that
    is told most with all its places, even where its name is told less often than the district's
    own, and never from another. Of towns that as many reports tell, the one of more claims is
    chosen; if these are as many too, the district or province that holds them all is the answer,
    with its precision.
    """
    votes = _votes(claims, roots)
    if not votes:
        return None
    country = _winner((place.country, vote) for place, vote in votes)
    votes = [pair for pair in votes if pair[0].country in (country, None)]
    province = _winner((place.admin1, vote) for place, vote in votes)
    inside = [pair for pair in votes if pair[0].admin1 == province]
    district = _winner((place.admin2, vote) for place, vote in inside)
    near = [pair for pair in inside if pair[0].admin2 == district]
    if district is not None and _weight(near) <= _weight(_towns(inside)) - _weight(_towns(near)):
        near = inside  # as much is told of towns elsewhere in the province
    towns = _towns(near)
    if not towns:
        return _of_place(_most(near))
    chosen, stands_out = _leading(towns)
    if stands_out or province is None:
        return _of_place(chosen)
    if district is not None and all(place.admin2 == district for place, _ in towns):
        return _holding(towns, inside, district, _ADMIN2)
    return _holding(towns, inside, province, _ADMIN1)


def _towns(votes: Votes) -> Votes:
    """Keep what is no wider than a town; a point on the map before a bare name."""
    towns = [pair for pair in votes if (pair[0].precision or _NEAR) <= _NEAR]
    return [pair for pair in towns if pair[0].lat is not None] or towns


def _votes(claims: Sequence[Claim], roots: Mapping[str, str]) -> Votes:
    told: dict[str, list[Place]] = defaultdict(list)
    for claim in claims:
        if claim.place is not None:
            told[roots[claim.report]].append(claim.place)
    return [(place, 1 / len(places)) for _, places in sorted(told.items()) for place in places]


def _weight(votes: Votes) -> float:
    return sum(vote for _, vote in votes)


def _winner(votes: Iterable[tuple[str | None, float]]) -> str | None:
    """Return the name with most votes; None where nobody gives one."""
    shares: dict[str, float] = defaultdict(float)
    for name, vote in votes:
        if name is not None:
            shares[name] += vote
    return min(shares, key=lambda name: (-round(shares[name], 9), name)) if shares else None


def _leading(votes: Votes) -> tuple[Place, bool]:
    """Return the place with most votes, then claims, and whether it stands out from the others."""
    shares: dict[str, float] = defaultdict(float)
    claims = Counter(place_key(place) for place, _ in votes)
    for place, vote in votes:
        shares[place_key(place)] += vote
    ranks = {key: (round(share, 9), claims[key]) for key, share in shares.items()}
    first, *others = sorted(ranks, key=lambda key: (-ranks[key][0], -ranks[key][1], key))
    place = _most([pair for pair in votes if place_key(pair[0]) == first])
    return place, not others or ranks[first] > ranks[others[0]]


def _most(votes: Votes) -> Place:
    """Return the finest of the mentions that are told most, under the name used most."""
    names = Counter(place.name for place, _ in votes)
    keys: dict[str, float] = defaultdict(float)
    for place, vote in votes:
        keys[place_key(place)] += vote
    return min(
        (place for place, _ in votes),
        key=lambda place: (
            -round(keys[place_key(place)], 9),
            place.precision or _COUNTRY,
            -names[place.name],
            place.name,
            place.span,
        ),
    )


def _of_place(place: Place) -> EventPlace:
    return EventPlace(
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        precision=place.precision,
    )


def _holding(places: Votes, inside: Votes, name: str, precision: int) -> EventPlace:
    """Return the district or province that holds several places: its own row where one is told.

    Otherwise it lies in their middle.
    """
    rows = [pair for pair in inside if fold(pair[0].name) == fold(name)]
    if rows:
        return replace(_of_place(_most(rows)), precision=precision)
    points = [(p.lat, p.lon) for p, _ in places if p.lat is not None and p.lon is not None]
    first = _most(places)
    return EventPlace(
        name=name,
        country=first.country,
        admin1=first.admin1,
        admin2=first.admin2 if precision == _ADMIN2 else None,
        lat=fmean(lat for lat, _ in points) if points else None,
        lon=fmean(lon for _, lon in points) if points else None,
        precision=precision,
    )
