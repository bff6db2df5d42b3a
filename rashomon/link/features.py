"""What speaks for and against two tellings being of one incident, as numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from itertools import product

from rashomon.lexicon import languages, section
from rashomon.link.details import hour_gap
from rashomon.link.differences import disjoint
from rashomon.link.nearness import closeness, day_gap, far_apart
from rashomon.link.portraits import Portrait
from rashomon.link.words import cosine, rarity, tokenize
from rashomon.text.folding import fold
from rashomon.values import Figure, Place

__all__ = ["Features", "compare", "is_nameless", "named_parties"]

_NAME_SCALE = 10.0  # summed rarity of two common surnames
_FULL = 12.0  # summed rarity of a full name that only one incident has, and more says no more
_HOUR = 60  # minutes by which accounts of one incident may differ


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence on one pair; every number is 0 where one side is silent.

    Words: `text` square root of the cosine of all words, `lead` cosine of the leads, `cross` the
    better of lead against text, `title` of title against lead; `copied` the share of copied runs.
    Names: `names` summed rarity of shared names, `name_share` as a share of the poorer side's,
    `rarest` the rarest one, `person` that of a shared full name. `ages` the share of ages in both
    leads; `other_age` how many leads (0, .5 or 1 for both) give ages and the other text none of
    them; `other_hour` 1 where both name hours of the day, all more than one apart; `street` 1
    where one names a street of the other's lead, `other_street` as `other_age`; `numerals` summed
    rarity of shared numbers (house numbers), `other_numerals` 1 where both have some in the
    lead and share none. `outlet` 1 where one publisher wrote both. Time: `soon` and `later` fall
    with the days between publications (3 and 20 days), `apart` is their logarithm; `undated` where
    one is unknown; `same_day` and `other_day` compare the days of the incident. Place: `place` from
    0 to 1, `other_place` 1 where both are known and differ, `far` 1 where all are beyond 150 km,
    `namesake` 1 where places of one name lie in several provinces and no text says in which.
    Further `kind`, `parties`, `tolls` (1 where they agree) and `other_toll` (how far they are from
    it).
    """

    text: float
    lead: float
    cross: float
    title: float
    copied: float
    names: float
    name_share: float
    rarest: float
    person: float
    ages: float
    other_age: float
    other_hour: float
    street: float
    other_street: float
    numerals: float
    other_numerals: float
    outlet: float
    soon: float
    later: float
    apart: float
    undated: float
    same_day: float
    other_day: float
    place: float
    other_place: float
    far: float
    namesake: float
    kind: float
    parties: float
    other_parties: float
    tolls: float
    other_toll: float

    def row(self) -> tuple[float, ...]:
        """Return the numbers in the order of the fields."""
        return tuple(getattr(self, name) for name in _NAMES)


_NAMES = tuple(field.name for field in fields(Features))


def compare(left: Portrait, right: Portrait, copied: float) -> Features:
    """Weigh up two tellings; `copied` is the share of copied words, 0 for none."""
    names, share, rarest = _compare_names(left, right)
    gap = _published_gap(left, right)
    days = min((day_gap(a, b) for a, b in product(left.days, right.days)), default=None)
    place = max((closeness(a, b) for a, b in product(left.places, right.places)), default=None)
    parties, other_parties = _compare_parties(left, right)
    tolls = _compare_tolls(left.tolls, right.tolls)
    return Features(
        text=math.sqrt(cosine(left.words, right.words)),
        lead=cosine(left.lead, right.lead),
        cross=max(cosine(left.lead, right.words), cosine(left.words, right.lead)),
        title=max(cosine(left.title, right.lead), cosine(left.lead, right.title)),
        copied=copied,
        names=names,
        name_share=share,
        rarest=rarest,
        person=max((_full_rarity(name) for name in left.people & right.people), default=0.0),
        ages=len(left.ages & right.ages) / (len(left.ages | right.ages) or 1),
        other_age=(disjoint(left.ages, right.all_ages) + disjoint(left.all_ages, right.ages)) / 2,
        other_hour=float((hour_gap(left.hours, right.hours) or 0) > _HOUR),
        street=float(bool(left.streets & right.all_streets | left.all_streets & right.streets)),
        other_street=(
            disjoint(left.streets, right.all_streets) + disjoint(left.all_streets, right.streets)
        )
        / 2,
        numerals=sum(map(rarity, sorted(left.numerals & right.numerals))) / _NAME_SCALE,
        other_numerals=float(disjoint(left.numerals, right.numerals)),
        outlet=float(_one_outlet(left, right)),
        soon=0.0 if gap is None else math.exp(-gap * gap / 18),
        later=0.0 if gap is None else math.exp(-gap / 20),
        apart=0.0 if gap is None else math.log1p(gap),
        undated=float(gap is None),
        same_day=float(days == 0),
        other_day=math.log1p(days or 0),
        place=place or 0.0,
        other_place=float(place is not None and place <= 0.2),  # noqa: PLR2004  another province
        far=float(_all_far(left, right)),
        namesake=float(not place and _namesakes(left, right)),
        kind=float(bool(left.kinds & right.kinds)),
        parties=parties,
        other_parties=other_parties,
        tolls=float(tolls == 0),
        other_toll=min(tolls or 0.0, 2.0),
    )


def _compare_names(left: Portrait, right: Portrait) -> tuple[float, float, float]:
    shared = [rarity(name) for name in sorted(left.names & right.names)]
    if not shared:
        return 0.0, 0.0, 0.0
    poorer = min(sum(map(rarity, sorted(side.names))) for side in (left, right))
    return sum(shared) / _NAME_SCALE, sum(shared) / poorer, max(shared) / _NAME_SCALE


def _full_rarity(name: str) -> float:
    return min(_FULL, sum(map(rarity, name.split()))) / _NAME_SCALE


def _one_outlet(left: Portrait, right: Portrait) -> bool:
    publisher = left.publisher
    return publisher is not None and publisher == right.publisher


def _published_gap(left: Portrait, right: Portrait) -> int | None:
    if left.published is None or right.published is None:
        return None
    return abs(left.published - right.published)


def _all_far(left: Portrait, right: Portrait) -> bool:
    pairs = list(product(left.places, right.places))
    return bool(pairs) and all(far_apart(a, b) for a, b in pairs)


def _namesakes(left: Portrait, right: Portrait) -> bool:
    """Tell whether a place of each has one name, and neither text says in which province.

    Where no text says it, the gazetteer's choice among towns of one name is a guess.
    """
    return any(
        fold(a.name) == fold(b.name) and not (_says_province(left, a) or _says_province(right, b))
        for a, b in product(left.places, right.places)
    )


def _says_province(portrait: Portrait, place: Place) -> bool:
    return place.admin1 is not None and all(
        word in portrait.words for word in tokenize(place.admin1)
    )


def _compare_parties(left: Portrait, right: Portrait) -> tuple[float, float]:
    """Return the share of named parties in common, and 1 where both name some but share none."""
    ours, theirs = named_parties(left.parties), named_parties(right.parties)
    if not ours or not theirs:
        return 0.0, 0.0
    shared = len(ours & theirs) / min(len(ours), len(theirs))
    return shared, float(not shared)


def named_parties(parties: Iterable[str]) -> frozenset[str]:
    """Leave out the sides that are nobody in particular: those that bear no name."""
    return frozenset(party.casefold() for party in parties if not is_nameless(party))


def is_nameless(party: str) -> bool:
    """Tell whether a side is called by common words only; a reader writes those in small letters.

    A script without small letters has no such mark; there the lexicon alone decides.
    """
    return party.islower() or party.casefold() in _everybody()


@cache
def _everybody() -> frozenset[str]:
    return frozenset(
        word for language in languages() for word in section(language, "linking").words("everybody")
    )


def _compare_tolls(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> float | None:
    """Return the least distance, as a logarithm, of two figures of one measure; 0 if they meet."""
    return min(
        (
            max(0.0, _least(b) - _most(a), _least(a) - _most(b))
            for a, b in product(left, right)
            if a.measure == b.measure
        ),
        default=None,
    )


def _least(figure: Figure) -> float:
    low = figure.low if figure.low is not None else figure.best
    return math.log1p(max(0, low or 0))


def _most(figure: Figure) -> float:
    return math.inf if figure.high is None else math.log1p(max(0, figure.high))
