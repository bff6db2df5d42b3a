"""The town that a report's news is from: the one whose police speak in it, or its dateline's.

Where an event happened is often told once, by a street that no map has or by a namesake of a
famous town; whose police came is told throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rashomon.read.page import Page
from rashomon.read.places.resolve import distance_km
from rashomon.read.places.words import Words
from rashomon.values import Place

__all__ = ["Seat", "is_street", "seat_of"]

# What one mention speaks for its town as the seat; chosen on half of `incidents`, where any police
# from 4 and any dateline from 2 do as well.
_POLICE, _DATELINE, _LOCATED, _NAMED = 7.0, 3.0, 0.5, 0.2
_ABROAD = 0.3  # what is left of it where the report names nothing else in the town's province
_CAPITAL = "PPLC"  # GeoNames feature
_TOWN, _DISTRICT = 1, 3  # UCDP where_prec
# Of the places so near to the seat, 87 lay in it on half of `incidents`, 8 were towns of their own;
# where_prec 2 is as coarse.
_REACH_KM = 20.0
_BEHIND = 3  # tokens behind a name in which its police may stand: "X's city police"


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

        So it is at a quarter of the town in its district, and at a town in another province that is
        not among the places `named`: a namesake of what no map has. What the town's police tell is
        there also if it is told of a place that no map has, or of the town's province or country.
        """
        if place.geonameid in self.rivals or place.feature == _CAPITAL:
            return False
        seat, precision = self.place, place.precision or _TOWN
        fits = place.country in {None, seat.country} and place.admin1 in {None, seat.admin1}
        if place.lat is None or place.lon is None:
            return fits and self.police
        if precision > _DISTRICT:
            return fits and self.police and place.country is not None
        if (place.country, place.admin1) == (seat.country, seat.admin1):
            if precision == _DISTRICT or place.admin2 != seat.admin2:
                return False
            return self._reaches(place.lat, place.lon)
        return not any(_tells_area(each, place, seat) for each in named)

    def _reaches(self, lat: float, lon: float) -> bool:
        here = (self.place.lat or 0.0, self.place.lon or 0.0)
        return distance_km(here, (lat, lon)) <= _REACH_KM


def seat_of(
    page: Page, places: Sequence[Place], datelines: Collection[Place], words: Words
) -> Seat | None:
    """Choose the seat of a report; None where it names no town that is on the map."""
    provinces = Counter[tuple[str | None, str]]()
    for place in places:
        if place.admin1 is not None:
            weight = 1 if (place.precision or _TOWN) < _DISTRICT else 2  # an area speaks for more
            provinces[place.country, place.admin1] += weight
    whole = provinces.total()
    votes: defaultdict[int, float] = defaultdict(float)
    shown: dict[int, bool] = {}
    policed = set[int]()
    first: dict[int, Place] = {}
    for place in places:
        if place.geonameid is None or place.lat is None or place.precision != _TOWN:
            continue
        if _is_part_of_name(page, place, words):
            continue
        key = place.geonameid
        share = provinces[place.country, place.admin1] / whole if place.admin1 else 0.0
        police, dateline = has_police(page, place, words), place in datelines
        vote = _NAMED + _POLICE * police + _DATELINE * dateline
        vote += _LOCATED * _is_located(page, place, words)
        votes[key] += vote * (_ABROAD + share)
        if police:
            policed.add(key)
        # news from anywhere is sent from a capital
        shows = police or (dateline and place.feature != _CAPITAL)
        shown[key] = shown.get(key, False) or shows
        first.setdefault(key, place)
    if not votes:
        return None
    most = max(votes, key=lambda key: (votes[key], -first[key].span.start))
    rivals = frozenset(key for key, is_shown in shown.items() if is_shown and key != most)
    return Seat(first[most], shown[most], most in policed, rivals)


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
