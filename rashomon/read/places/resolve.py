"""Decide which row of the gazetteer each name means.

Every name means one place throughout a report. Each of its rows is scored by the features of
Mordecai 3 (Halterman 2023): how well the name fits, whether a larger place that holds it is named
beside it, whether it lies where the report's other places lie, how many people live there, and
whether it is the kind of place the words beside it ask for. Two passes: the second knows where
the first put the others.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from rashomon.gazetteer import Gazetteer, Row
from rashomon.globe import great_circle
from rashomon.read.places.mentions import Mention
from rashomon.read.places.words import Words
from rashomon.text.folding import fold

__all__ = ["Resolved", "resolve"]

# Begun from METHODS 8.2 and changed one at a time where half of the texts of `places` gained (share
# within 161 km of the names found). _FIT and _TOWN are by hand: they differ by less than .002.
_NAME, _PARENT, _HOME, _PROVINCE, _PEOPLE, _FIT, _NEAR = 3.0, 2.0, 2.5, 2.0, 0.4, 1.0, 1.5
_LAND, _TOWN = 2.5, 0.4
# Of the same half: 84.7 to 85.5 of 100 names; from .3 on the texts of world news lose.
_SHARED, _COMMON, _MOST_SHARED = 0.15, 30, 6.0
_REGION_PEOPLE = 7.0  # log10 of the people of a region or sea, which have none of their own
_MOST_ROWS = 60  # of one name; what is less populous and not in the report's countries is left out
_REACH_KM = 100.0  # how far a neighbour's pull reaches
_DEGREE_KM = 111.0  # no degree of latitude is shorter on that sphere
_HALF = 0.5
_KNOWN = 100_000  # people from which a town may stand before a province that does not hold it


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with its row; without one, with the areas it must lie in."""

    mention: Mention
    row: Row | None
    kind: str | None
    country: str | None = None
    admin1: str | None = None


@dataclass
class _Name:
    """All mentions of one name in a report."""

    mentions: list[Mention]
    rows: tuple[Row, ...]
    kinds: frozenset[str]


@dataclass
class _Context:
    homes: Mapping[str, float]
    provinces: Mapping[tuple[str, str], float]
    beside: Mapping[str, list[Row]]
    shared: Mapping[str, Mapping[tuple[str, str], float]]
    points: list[tuple[float, float, str]]  # from south to north


def resolve(
    mentions: Sequence[Mention], text: str, gazetteer: Gazetteer, words: Words
) -> tuple[Resolved, ...]:
    """Give every mention its row."""
    names = _names(mentions, gazetteer, words)
    chosen: dict[str, Row | None] = {
        key: name.rows[0] for key, name in names.items() if _is_plain(name)
    }
    links = _linked(mentions, text, words)
    homes = _homes(names, chosen)
    _add_near_spellings(names, homes, gazetteer, words)
    shared = _shared(names)
    for _ in range(2):
        context = _context(names, chosen, links, homes, shared)
        chosen = {key: _best(key, name, context) for key, name in names.items()}
    chosen |= dict.fromkeys(_misplaced(mentions, text, names, chosen))
    context = _context(names, chosen, links, homes, shared)
    return tuple(_resolved(mention, names, chosen, context) for mention in mentions)


def _names(mentions: Sequence[Mention], gazetteer: Gazetteer, words: Words) -> dict[str, _Name]:
    found = gazetteer.find_all([mention.key for mention in mentions])
    names: dict[str, _Name] = {}
    for mention in mentions:
        kind = words.kinds.get(mention.kind or "")
        if mention.key not in names:
            rows = _rows_of(mention, found[fold(mention.key)], gazetteer, words)
            names[mention.key] = _Name([], rows, frozenset())
        name = names[mention.key]
        name.mentions.append(mention)
        name.kinds |= {kind} if kind else set()
    return names


def _rows_of(
    mention: Mention, rows: tuple[Row, ...], gazetteer: Gazetteer, words: Words
) -> tuple[Row, ...]:
    if mention.is_people:
        place = words.peoples[mention.key]
        country = gazetteer.country(place)
        regions = sorted(gazetteer.find(place), key=lambda row: row.feature_class != "L")
        return (country,) if country else tuple(regions[:1])
    if rows or mention.kind not in words.part_of_name:
        return rows
    bare = fold(mention.key).removesuffix(mention.kind).strip()
    wanted = words.kinds.get(mention.kind or "")
    return tuple(row for row in gazetteer.find(bare) if row.feature == wanted) if bare else ()


def _is_plain(name: _Name) -> bool:
    """Tell whether a name means a country or region that no other place rivals."""
    if not name.rows:
        return False
    first, *others = name.rows
    return (first.is_country or first.feature_class == "L" or first.feature == "ADM1") and all(
        other.population * 100 < first.population or other.country == first.country
        for other in others
    )


def _homes(names: Mapping[str, _Name], chosen: Mapping[str, Row | None]) -> dict[str, float]:
    """Share out the report among the countries it names, by how often it names them."""
    counts: Counter[str] = Counter()
    for key, row in chosen.items():
        if row is not None and row.country:
            counts[row.country] += len(names[key].mentions)
    total = sum(counts.values())
    return {country: count / total for country, count in counts.items()}


def _add_near_spellings(
    names: Mapping[str, _Name], homes: Mapping[str, float], gazetteer: Gazetteer, words: Words
) -> None:
    """Look for other spellings, only of names unknown at home, and only there.

    Where the report's own language is spoken, names are not spelt from hearing.
    """
    abroad = [home for home in homes if home not in words.speaking]
    likely = sorted(abroad, key=lambda home: (-homes[home], home))[:2]
    for key, name in names.items():
        if name.mentions[0].is_people or _is_known_at(homes, name):
            continue
        for home in likely:
            near = gazetteer.near_spelling(key, home)
            if near:
                name.rows = (*name.rows, *near)
                break


def _is_known_at(homes: Mapping[str, float], name: _Name) -> bool:
    """Tell whether a row lies in the report's countries and is the kind of area asked for."""
    wanted = name.kinds & {"ADM1", "ADM2"}
    return any(row.country in homes and (not wanted or row.feature in wanted) for row in name.rows)


def _shared(names: Mapping[str, _Name]) -> dict[str, dict[tuple[str, str], float]]:
    """Tell for each name how much the others speak for each province: a rare name speaks for more.

    Two names that many places bear may be found together in one province only.
    """
    where = {
        key: {(row.country, row.admin1) for row in name.rows if row.country and row.admin1}
        for key, name in names.items()
        if not name.mentions[0].is_people and not _is_plain(name)
    }
    weights = {
        key: max(0.0, math.log(_COMMON / len(areas))) for key, areas in where.items() if areas
    }
    whole: defaultdict[tuple[str, str], float] = defaultdict(float)
    for key, weight in weights.items():
        for area in where[key]:
            whole[area] += weight
    return {
        key: {
            area: min(whole[area] - weights.get(key, 0.0), _MOST_SHARED)
            for area in where.get(key, ())
        }
        for key in names
    }


def _context(
    names: Mapping[str, _Name],
    chosen: Mapping[str, Row | None],
    links: Mapping[str, Iterable[str]],
    homes: Mapping[str, float],
    shared: Mapping[str, Mapping[tuple[str, str], float]],
) -> _Context:
    provinces: Counter[tuple[str, str]] = Counter()
    points = []
    for key, row in chosen.items():
        if row is None:
            continue
        if row.admin1 and row.country:
            provinces[row.country, row.admin1] += len(names[key].mentions)
        if row.lat is not None and row.lon is not None and not row.is_country:
            points.append((row.lat, row.lon, key))
    total = sum(provinces.values())
    beside = {
        key: [row for other in others if (row := chosen.get(other)) is not None]
        for key, others in links.items()
    }
    return _Context(
        homes=homes,
        provinces={province: count / total for province, count in provinces.items()},
        beside=beside,
        shared=shared,
        points=sorted(points),
    )


def _best(key: str, name: _Name, context: _Context) -> Row | None:
    at_home = [row for row in name.rows[_MOST_ROWS:] if row.country in context.homes]
    rows = [*name.rows[:_MOST_ROWS], *at_home[:_MOST_ROWS]]
    if not rows:
        return None
    best = max(rows, key=lambda row: (_score(key, row, name, context), row.population, -row.id))
    return best if name.kinds else _town_of(key, best, rows)


def _town_of(key: str, area: Row, rows: Sequence[Row]) -> Row:
    """Take the town for a district that bears its name with a word more: "X" of "X County"."""
    if area.feature != "ADM2" or fold(area.name) == key:
        return area
    within = (area.country, area.admin1, area.admin2)
    towns = (row for row in rows if (row.country, row.admin1, row.admin2) == within)
    return next((row for row in towns if row.feature_class == "P" and fold(row.name) == key), area)


def _score(key: str, row: Row, name: _Name, context: _Context) -> float:
    fits = sum(_fits(kind, row) for kind in name.kinds)
    return (
        _NAME * _name_fit(key, row)
        + _PARENT * any(_holds(other, row) for other in context.beside.get(key, ()))
        + _HOME * context.homes.get(row.country or "", 0.0)
        + _PROVINCE * context.provinces.get((row.country or "", row.admin1 or ""), 0.0)
        + _SHARED * context.shared[key].get((row.country or "", row.admin1 or ""), 0.0)
        + _PEOPLE * _people(row)
        + _FIT * fits
        + (_LAND if row.is_country or row.feature_class == "L" else 0.0)
        + (_TOWN if row.feature_class == "P" and not name.kinds else 0.0)
        + _NEAR * _pull(key, row, context)
    )


def _people(row: Row) -> float:
    """Return the order of magnitude of a place's population."""
    return _REGION_PEOPLE if row.feature_class == "L" else math.log10(row.population + 1)


def _name_fit(key: str, row: Row) -> float:
    plain = fold(row.name)
    if plain == key or row.is_country:
        return 1.0
    return 0.7 if plain.startswith(key) else 0.3


def _fits(kind: str, row: Row) -> float:
    """Tell whether a row is of the kind that a word asks for: 1 yes, -1 no, 0 as may be."""
    if kind.startswith("PPL"):
        return 1.0 if row.feature_class == "P" else -1.0
    if kind in {"ADM1", "ADM2"}:
        if row.feature == kind:
            return 2.0
        return 0.5 if row.feature.startswith("ADM") else 0.0
    return 1.0 if row.feature == kind else 0.0


def _holds(area: Row, row: Row) -> bool:
    """Tell whether `area` is a larger place that holds `row`, or the other way round."""
    if area.id == row.id or area.country != row.country:
        return False
    if area.is_country != row.is_country:
        return True
    if area.feature == "ADM1" or row.feature == "ADM1":
        return area.admin1 == row.admin1
    if area.feature == "ADM2" or row.feature == "ADM2":
        return (area.admin1, area.admin2) == (row.admin1, row.admin2)
    return False


def _pull(key: str, row: Row, context: _Context) -> float:
    """Measure how near the nearest other place of the report is: 1 at hand, 0 far away."""
    if row.lat is None or row.lon is None or row.is_country:
        return 0.0
    return math.exp(-_nearest_km(key, (row.lat, row.lon), context.points) / _REACH_KM)


def _nearest_km(
    key: str, here: tuple[float, float], points: Sequence[tuple[float, float, str]]
) -> float:
    """Walk away from a latitude to the south and the north until no point can be nearer."""
    nearest = math.inf
    middle = bisect_left(points, here[0], key=lambda point: point[0])
    for side in (range(middle, len(points)), range(middle - 1, -1, -1)):
        for at in side:
            lat, lon, other = points[at]
            if abs(lat - here[0]) * _DEGREE_KM >= nearest:
                break
            if other != key:
                nearest = min(nearest, great_circle(here, (lat, lon)))
    return nearest


def _misplaced(
    mentions: Sequence[Mention],
    text: str,
    names: Mapping[str, _Name],
    chosen: Mapping[str, Row | None],
) -> Iterable[str]:
    """Find the names told with a province that has no such place: "X, Ohio" is no X elsewhere."""
    for one, other in pairwise(mentions):
        row, area = chosen[one.key], chosen[other.key]
        if row is None or area is None or area.feature != "ADM1" or row.is_area:
            continue
        if text[one.span.end : other.span.start] != ", " or row.population >= _KNOWN:
            continue
        home = area.country, area.admin1
        if all((each.country, each.admin1) != home for each in names[one.key].rows):
            yield one.key


def _linked(mentions: Sequence[Mention], text: str, words: Words) -> dict[str, list[str]]:
    """Pair the names that only a comma, "in", "of" or a kind of place parts: "X district, Y"."""
    links: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairwise(mentions):
        gap = text[one.span.end : other.span.start]
        if "\n" not in gap and all(_is_glue(word, words) for word in _split(gap)):
            links[one.key].append(other.key)
            links[other.key].append(one.key)
    return links


def _is_glue(word: str, words: Words) -> bool:
    return (
        word in words.kinds
        or word in words.prepositions
        or word in words.directional
        or word in words.glue
    )


def _split(gap: str) -> Iterable[str]:
    return gap.lower().replace(",", " ").replace("(", " ").replace("-", " ").split()


def _resolved(
    mention: Mention,
    names: Mapping[str, _Name],
    chosen: Mapping[str, Row | None],
    context: _Context,
) -> Resolved:
    """Put a mention on its row; without one, into the areas that the report speaks of."""
    name, row = names[mention.key], chosen[mention.key]
    kind = min(name.kinds, default=None)
    if row is not None:
        return Resolved(mention, row, kind)
    areas = context.beside.get(mention.key, [])
    country = next((area.country for area in areas if area.country), None)
    country = country or _leading(context.homes)
    province = next((area.admin1 for area in areas if area.admin1), None)
    if province is None:
        leading = _leading(context.provinces)
        province = leading[1] if leading is not None and leading[0] == country else None
    return Resolved(mention, None, kind, country, province)


K = TypeVar("K")


def _leading(shares: Mapping[K, float]) -> K | None:
    """Return the key that has half of the whole or more."""
    return next((key for key, share in shares.items() if share >= _HALF), None)
