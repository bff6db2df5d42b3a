"""Where accounts place an event, and whether they can all be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.globe import kilometres
from rashomon.text.folding import skeleton
from rashomon.text.names import name_similarity
from rashomon.values import Claim, Contradiction, Place
from rashomon.weigh.disputes import Dispute, position, who
from rashomon.weigh.origins import Trace
from rashomon.weigh.place import place_key
from rashomon.weigh.unions import Unions
from rashomon.weigh.wording import listed
from rashomon.weigh.words import names

__all__ = ["disputed_places", "may_be_one"]

_FINE = 3  # where_prec up to which two places exclude each other
_ALIKE = 0.9  # of two names, one of which has no point: more than a shared "upper" or "river"
_NEAR_KM = 5.0  # closer than this, two places are two names for where it happened


def disputed_places(core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find reports whose main places exclude each other, both told finely.

    Names of one place are one: those of one gazetteer row, spelt alike, or next to each other. A
    report that tells of several places contradicts nobody who tells of one of them.
    """
    placed = [
        (claim, claim.place)
        for claim in core
        if claim.place is not None and (claim.place.precision or _FINE) <= _FINE
    ]
    same = _united([place for _, place in placed])
    told: dict[str, Counter[str]] = defaultdict(Counter)
    telling: dict[str, list[Claim]] = defaultdict(list)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for claim, place in placed:
        key = same[place_key(place)]
        told[traced.roots[claim.report]][key] += 1
        telling[key].append(claim)
        called[key][place.name] += 1
    spot = {same[place_key(place)]: place for _, place in sorted(placed, key=lambda p: p[0].id)}
    leading = {min(keys, key=lambda key: (-keys[key], key)) for keys in told.values()}
    pairs = [pair for pair in combinations(sorted(leading), 2) if _are_apart(pair, spot, told)]
    apart = sorted({key for pair in pairs for key in pair})
    if apart:
        shown = {key: min(called[key], key=lambda n: (-called[key][n], n)) for key in apart}
        said = listed(f"{shown[key]} by {who(telling[key], traced)}" for key in apart)
        yield Dispute(
            Contradiction(
                "place",
                tuple(position(shown[key], telling[key], traced) for key in apart),
                f"Where: {said}. They may be two names for one place, or it happened in several.",
            ),
            "minor",
        )


def may_be_one(one: Place | None, other: Place | None) -> bool:
    """Tell whether two claims can be about one place: one holds the other, or is not told."""
    if one is None or other is None:
        return True
    if one.admin1 and other.admin1 and skeleton(one.admin1) != skeleton(other.admin1):
        return False
    fine = max(one.precision or _FINE, other.precision or _FINE) <= _FINE
    return not fine or not _exclude(one, other)


def _united(places: Iterable[Place]) -> dict[str, str]:
    """Map the key of each place to one key for all its names."""
    by_key = {place_key(place): place for place in places}
    unions: Unions[str] = Unions(by_key)
    for one, other in combinations(sorted(by_key), 2):
        if _is_same(by_key[one], by_key[other]):
            unions.join(one, other)
    return {key: unions.find(key) for key in by_key}


def _is_same(one: Place, other: Place) -> bool:
    if skeleton(one.name) == skeleton(other.name):
        return True
    distance = kilometres(one, other)
    if distance is None:
        return name_similarity(one.name, other.name, "place", names()) >= _ALIKE
    return distance <= _NEAR_KM


def _are_apart(
    pair: tuple[str, str], spot: Mapping[str, Place], told: Mapping[str, Counter[str]]
) -> bool:
    one, other = pair
    together = any(one in keys and other in keys for keys in told.values())
    return not together and _exclude(spot[one], spot[other])


def _exclude(one: Place, other: Place) -> bool:
    if place_key(one) == place_key(other) or _is_same(one, other):
        return False
    for inner, outer in ((one, other), (other, one)):
        holders = {skeleton(name) for name in (inner.admin1, inner.admin2) if name}
        if skeleton(outer.name) in holders:
            return False
    return True
