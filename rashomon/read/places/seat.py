"""The town that a report's news is from: the one whose police speak in it, or its dateline's.

Where an event happened is often told once, by a street that no map has or by a namesake of a
famous town; whose police came is told throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log1p

from rashomon.globe import great_circle
from rashomon.read.page import Page
from rashomon.read.places.words import Words
from rashomon.values import Place

__all__ = ["Seat", "is_street", "seat_of"]

# What speaks for a town as the seat, as a model of choice fitted on half of `incidents` weighs it;
# the seat is then the right town in 75.4 of 100 reports there and in 73.6 of the other half.
_POLICE, _AGAIN, _DATELINE, _LOCATED, _NAMED = 1.3, 0.5, 0.6, 0.3, 1.1
_PROVINCE, _COUNTY = 1.5, 1.7
_CAPITAL = "PPLC"  # GeoNames feature
_TOWN, _DISTRICT = 1, 3  # UCDP where_prec
# Of the places so near to the seat, 87 lay in it on half of `incidents`, 8 were towns of their own;
# where_prec 2 is as coarse.
_REACH_KM = 20.0
_BEHIND = 3  # tokens behind a name in which its police may stand: "X's city police"


@dataclass(slots=True)
class _Town:
    """How a report names a town, from `first` on."""

    first: Place
    named: int = 0
    located: int = 0
    police: int = 0
    dateline: bool = False

    @property
    def is_shown(self) -> bool:
        """Tell whether news is from there; from a capital, news from anywhere is sent."""
        return self.police > 0 or (self.dateline and self.first.feature != _CAPITAL)


@dataclass(frozen=True, slots=True)
class Seat:
    """A town, and whether its police or a dateline show that the news is from there.

    What is told from a town's dateline may be of all its province; what its police tell is its own.
    `rivals` are the rows of other towns that have police or a dateline as well.
    """

    place: Place
    sure: bool
    police: bool
    rivals: frozenset[int]

    def draws(self, place: Place, named: Sequence[Place]) -> bool:
        """Tell whether what is told at `place` happened at the seat, as far as can be known.

        So it is at a town in another province that is not among the places `named`: a namesake of
        what no map has; and so it is at a quarter of the town and in its district. What its police
        tell is there also if it is told of a place that no map has, or of the town's province or
        country. A seat that nothing shows draws nothing.
        """
        if not self.sure or place.geonameid in self.rivals or place.feature == _CAPITAL:
            return False
        seat, precision = self.place, place.precision or _TOWN
        fits = place.country in {None, seat.country} and place.admin1 in {None, seat.admin1}
        if place.lat is None or place.lon is None or precision > _DISTRICT:
            return fits and self.police and (place.lat is None or place.country is not None)
        if (place.country, place.admin1) != (seat.country, seat.admin1):
            return not any(_tells_area(each, place, seat) for each in named)
        near = precision == _DISTRICT or self._reaches(place.lat, place.lon)
        return near and place.admin2 == seat.admin2

    def _reaches(self, lat: float, lon: float) -> bool:
        here = (self.place.lat or 0.0, self.place.lon or 0.0)
        return great_circle(here, (lat, lon)) <= _REACH_KM


def seat_of(
    page: Page, places: Sequence[Place], datelines: Collection[Place], words: Words
) -> Seat | None:
    """Choose the seat of a report; None where it names no town that is on the map."""
    provinces, districts = _areas(places)
    towns: dict[int, _Town] = {}
    for place in places:
        if place.geonameid is None or place.lat is None or place.precision != _TOWN:
            continue
        if _is_part_of_name(page, place, words):
            continue
        town = towns.setdefault(place.geonameid, _Town(place))
        town.named += 1
        town.located += _is_located(page, place, words)
        town.police += has_police(page, place, words)
        town.dateline = town.dateline or place in datelines
    if not towns:
        return None
    votes = {key: _vote(town, provinces, districts) for key, town in towns.items()}
    most = max(votes, key=lambda key: (votes[key], -towns[key].first.span.start))
    rivals = frozenset(key for key, town in towns.items() if town.is_shown and key != most)
    seat = towns[most]
    return Seat(seat.first, seat.is_shown, seat.police > 0, rivals)


def _areas(places: Sequence[Place]) -> tuple[dict[object, float], dict[object, float]]:
    """Return which share of what the report names lies in each province, and in each district."""
    provinces, districts = Counter[object](), Counter[object]()
    for place in places:
        if place.admin1 is not None:
            weight = 1 if (place.precision or _TOWN) < _DISTRICT else 2  # an area speaks for more
            provinces[place.country, place.admin1] += weight
        if place.precision == _DISTRICT:
            districts[place.country, place.admin1, place.admin2] += 1
    return _shares(provinces), _shares(districts)


def _shares(counts: Counter[object]) -> dict[object, float]:
    return {key: count / counts.total() for key, count in counts.items()}


def _vote(town: _Town, provinces: dict[object, float], districts: dict[object, float]) -> float:
    place = town.first
    return (
        _POLICE * (town.police > 0)
        + _AGAIN * log1p(town.police)
        + _DATELINE * town.dateline
        + _LOCATED * log1p(town.located)
        + _NAMED * log1p(town.named)
        + _PROVINCE * provinces.get((place.country, place.admin1), 0.0)
        + _COUNTY * districts.get((place.country, place.admin1, place.admin2), 0.0)
    )


def has_police(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name is that of a police force: "X police", "the police of X"."""
    tokens, doc = page.tokens(place.span), page.doc
    for at in range(tokens.end, min(tokens.end + _BEHIND, len(doc))):
        if doc[at].lower_ in words.police:
            return True
        kind = words.kinds.get(doc[at].lower_, "PPL" if doc[at].lower_ in words.glue else "")
        if not kind.startswith("PPL"):
            break  # the police of a county are not its namesake's
    before = tokens.start - 2
    of = words.joining | words.belonging
    return before >= 0 and doc[before + 1].lower_ in of and doc[before].lower_ in words.police


def is_street(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name is only the first words of a street's."""
    return _word_behind(page, place) in words.streets


def _is_part_of_name(page: Page, place: Place, words: Words) -> bool:
    """Tell whether a name is only the first words of a street's, a school's or a hospital's."""
    return _word_behind(page, place) in words.streets | words.premises


def _word_behind(page: Page, place: Place) -> str:
    end = page.tokens(place.span).end
    return str(page.doc[end].lower_).rstrip(".") if end < len(page.doc) else ""


def _tells_area(area: Place, place: Place, seat: Place) -> bool:
    """Tell whether an area is the province of a place, or its country, abroad from the seat."""
    if (area.precision or _TOWN) <= _DISTRICT or area.country != place.country:
        return False
    return area.admin1 == place.admin1 or (area.admin1 is None and area.country != seat.country)


def _is_located(page: Page, place: Place, words: Words) -> bool:
    at = page.tokens(place.span).start - 1
    while at >= 0 and page.doc[at].lower_ in words.directional:
        at -= 1
    return at >= 0 and page.doc[at].lower_ in words.locating
