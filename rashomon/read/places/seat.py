"""The town that a report's news is from.

Where an event happened is often told once, by a street that no map has or by a namesake of a
famous town; whose police came is told throughout.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rashomon.globe import kilometres
from rashomon.read.page import Page
from rashomon.read.places.towns import CAPITAL, DISTRICT, TOWN, chances, towns_of
from rashomon.read.places.words import Words
from rashomon.values import Place

__all__ = ["Seat", "is_street", "seat_of"]

# Of the places so near to the seat, 87 lay in it on half of `incidents`, 8 were towns of their own;
# where_prec 2 is as coarse.
_REACH_KM = 20.0
_FAIR = 0.3  # chance from which a town of many is where the news is from
_RIVAL = 3.0  # how many times as likely as another town the seat must be to draw what is told there


@dataclass(frozen=True, slots=True)
class Seat:
    """The likeliest town or district of a report, and the chance of each that it names.

    `shown` are those that have police or a dateline; what is told from a town's dateline may be of
    all its province, what its `police` tell is its own.
    """

    place: Place
    chances: Mapping[int, float]
    shown: frozenset[int]
    police: bool

    @property
    def is_shown(self) -> bool:
        """Tell whether its police or a dateline show that the news is from there."""
        return self.place.geonameid in self.shown

    def draws(self, place: Place, named: Sequence[Place]) -> bool:
        """Tell whether what is told at `place` happened at the seat, as far as can be known.

        Only a seat that police or a dateline show draws anything: a report of war names many towns,
        and what is told at each happened there. So it is at a town of its province that is much
        less likely, and at a quarter of the town and in its district. If the seat alone is shown,
        also at a town elsewhere whose province is not among the places `named`: a namesake of what
        no map has, never a capital. What its police tell is there also if it is told of a place
        that no map has, or of the town's province or country.
        """
        is_itself = place.geonameid == self.place.geonameid
        if not (self.is_fair and self.is_shown) or is_itself or place.feature == CAPITAL:
            return False
        seat, precision = self.place, place.precision or TOWN
        fits = place.country in {None, seat.country} and place.admin1 in {None, seat.admin1}
        if place.lat is None or precision > DISTRICT:
            return fits and self.police and (place.lat is None or place.country is not None)
        is_unlikely = self._chance(place) * _RIVAL < self._chance(seat)
        is_alone = place.geonameid not in self.shown
        if not (is_unlikely or is_alone):
            return False
        if (place.country, place.admin1) != (seat.country, seat.admin1):
            return not any(_tells_area(each, place, seat) for each in named)
        if is_unlikely and place.geonameid in self.chances and precision < DISTRICT:
            return True
        apart = kilometres(seat, place)
        near = precision == DISTRICT or (apart is not None and apart <= _REACH_KM)
        return near and place.admin2 == seat.admin2

    @property
    def is_fair(self) -> bool:
        """Tell whether the news is likely enough from there."""
        return self._chance(self.place) >= _FAIR

    def _chance(self, place: Place) -> float:
        return self.chances.get(place.geonameid, 0.0) if place.geonameid is not None else 0.0


def seat_of(
    page: Page, places: Sequence[Place], datelines: Collection[Place], words: Words
) -> Seat | None:
    """Choose the seat of a report; None where it names no town or district that is on the map."""
    towns = towns_of(page, places, datelines, words)
    if not towns:
        return None
    shares = chances(towns, places)
    most = max(shares, key=lambda key: (shares[key], -towns[key].first.span.start))
    shown = frozenset(key for key, town in towns.items() if town.is_shown)
    return Seat(towns[most].first, shares, shown, towns[most].police > 0)


def is_street(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name is only the first words of a street's."""
    end = page.tokens(place.span).end
    return end < len(page.doc) and page.doc[end].lower_.rstrip(".") in words.streets


def _tells_area(area: Place, place: Place, seat: Place) -> bool:
    """Tell whether an area is the province of a place, or its country, abroad from the seat."""
    if (area.precision or TOWN) <= DISTRICT or area.country != place.country:
        return False
    return area.admin1 == place.admin1 or (area.admin1 is None and area.country != seat.country)
