"""Where the accounts of an event cannot all be true.

Silence is never a contradiction, nor are counts of different scope or side (METHODS 5.9).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.lexicon import KINDS
from rashomon.text.folding import skeleton
from rashomon.values import Claim, Contradiction, Place, Position
from rashomon.weigh.disputes import Dispute, disputed_tolls
from rashomon.weigh.geometry import kilometres
from rashomon.weigh.grades import Conflict
from rashomon.weigh.kind import core_claims
from rashomon.weigh.origins import Trace
from rashomon.weigh.place import place_key
from rashomon.weigh.sides import UNKNOWN, Sides
from rashomon.weigh.tolls import Toll
from rashomon.weigh.wording import listed, whose

__all__ = ["find_disputes"]

_FINE = 3  # where_prec up to which two places exclude each other
_SHARP = 2  # date_prec up to which two days do
_NEAR_KM = 5.0  # closer than this, two places are two names for where it happened
_TERRITORY = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
_MUTUAL = _TERRITORY | {"Armed clash"}  # both sides act, so both are named as actors
_HEDGED = frozenset({"claimed", "hearsay", "unconfirmed"})
_ORDER: dict[Conflict, int] = {"refuted": 0, "major": 1, "minor": 2, "none": 3}


def find_disputes(
    claims: Sequence[Claim], tolls: Sequence[Toll], traced: Trace, sides: Sides
) -> tuple[Dispute, ...]:
    """Find what the origins of an event contradict each other in, gravest first.

    `claims` are all claims of the event, `tolls` what they say of losses.
    """
    told = sorted((c for c in claims if c.currency != "background"), key=lambda claim: claim.id)
    core = [claim for claim in core_claims(told) if claim.reality == "actual"]
    found = [
        *disputed_tolls(tolls),
        *_denials(told, core, traced),
        *_actors(core, traced, sides),
        *_holders(core, traced, sides),
        *_days(core, traced),
        *_places(core, traced),
        *_certainty(core, traced),
    ]
    return tuple(sorted(found, key=lambda dispute: _ORDER[dispute.severity]))


def _position(value: str, claims: Iterable[Claim], traced: Trace) -> Position:
    ids = tuple(sorted({claim.id for claim in claims}))
    return Position(value, ids, len({traced.origins[claim].id for claim in ids}))


def _who(claims: Iterable[Claim], traced: Trace) -> str:
    return whose(traced.origins[claim.id] for claim in claims)


def _denials(told: Sequence[Claim], core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find what one origin says happened and another denies, kind by kind."""
    denied: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        violent = claim.kind in KINDS and KINDS[claim.kind].violent
        negated = claim.reality == "negated" and violent and not claim.figures
        if claim.kind != "Statement only" and (claim.certainty == "denied" or negated):
            denied[claim.kind].append(claim)
    for kind, denials in sorted(denied.items()):
        deniers = {traced.origins[claim.id] for claim in denials}
        said = [c for c in core if c.kind == kind and traced.origins[c.id] not in deniers]
        if not said:
            continue
        neutral = any(origin.neutral for origin in deniers)
        yield Dispute(
            Contradiction(
                "denial",
                (_position("happened", said, traced), _position("denied", denials, traced)),
                f"{_who(said, traced)} told of it ({kind.lower()}); {_who(denials, traced)} "
                "denied it. A party may deny what speaks against it; or two incidents are meant.",
            ),
            "refuted" if neutral else "major",
        )


def _actors(core: Sequence[Claim], traced: Trace, sides: Sides) -> Iterable[Dispute]:
    """Find deeds of one kind that different origins ascribe to different sides alone."""
    kinds: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in core:
        for side in _actor_sides(claim, sides):
            if claim.kind not in _MUTUAL and claim.kind in KINDS and KINDS[claim.kind].violent:
                kinds[claim.kind][side].append(claim)
    for kind, ascribed in sorted(kinds.items()):
        origins = {
            side: {traced.origins[claim.id].id for claim in claims}
            for side, claims in ascribed.items()
        }
        apart = sorted(
            side
            for side, mine in origins.items()
            if any(not mine & theirs for other, theirs in origins.items() if other != side)
        )
        if len(apart) > 1:
            positions = tuple(_position(side, ascribed[side], traced) for side in apart)
            said = listed(f"{side} by {_who(ascribed[side], traced)}" for side in apart)
            yield Dispute(
                Contradiction(
                    "responsibility",
                    positions,
                    f"Who did it ({kind.lower()}): {said}. Each may blame the other; "
                    "or two incidents are meant.",
                ),
                "major",
            )


def _actor_sides(claim: Claim, sides: Sides) -> set[str]:
    named = {sides.named(p.side) for p in claim.participants if p.role == "actor"}
    return named - {UNKNOWN}


def _holders(core: Sequence[Claim], traced: Trace, sides: Sides) -> Iterable[Dispute]:
    """Find places that two sides are said to have taken at one time."""
    places: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for claim in core:
        if claim.kind in _TERRITORY and claim.place is not None:
            key = place_key(claim.place)
            names[key] = claim.place.name
            for side in _actor_sides(claim, sides):
                places[key][side].append(claim)
    for key, held in sorted(places.items()):
        if len(held) > 1 and _at_one_time([c for claims in held.values() for c in claims]):
            said = listed(f"{side} by {_who(held[side], traced)}" for side in sorted(held))
            yield Dispute(
                Contradiction(
                    "status",
                    tuple(_position(side, held[side], traced) for side in sorted(held)),
                    f"Who took {names[key]}: {said}. It may have changed hands since; "
                    "no order of the two is told.",
                ),
                "major",
            )


def _at_one_time(claims: Sequence[Claim]) -> bool:
    dates = [claim.date for claim in claims if claim.date is not None]
    return not dates or max(date.start for date in dates) <= min(date.end for date in dates)


def _days(core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find reports none of whose days fall together, at the precision they give."""
    days: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    telling: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in core:
        if claim.date is not None and claim.date.precision <= _SHARP:
            ends = (claim.date.start, claim.date.end)
            days[traced.roots[claim.report]][ends] += 1
            telling[ends].append(claim)
    leading = sorted({min(told, key=lambda ends: (-told[ends], ends)) for told in days.values()})
    positions = [ends for ends in leading if _alone(ends, leading, days)]
    if len(positions) > 1:
        said = listed(f"{_span(ends)} by {_who(telling[ends], traced)}" for ends in positions)
        yield Dispute(
            Contradiction(
                "date",
                tuple(_position(_span(ends), telling[ends], traced) for ends in positions),
                f"When: {said}. A night between two days, another time zone or a date of telling "
                "may explain it; or two incidents are meant.",
            ),
            "minor",
        )


def _alone(
    ends: tuple[str, str],
    leading: Sequence[tuple[str, str]],
    days: Mapping[str, Counter[tuple[str, str]]],
) -> bool:
    """Tell whether some report's days exclude these, and no report gives both."""
    apart = [other for other in leading if other[1] < ends[0] or ends[1] < other[0]]
    return any(not any(ends in told and other in told for told in days.values()) for other in apart)


def _span(ends: tuple[str, str]) -> str:
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _places(core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find reports whose main places exclude each other, both told finely."""
    told: dict[str, list[Place]] = defaultdict(list)
    telling: dict[str, list[Claim]] = defaultdict(list)
    for claim in core:
        if claim.place is not None and (claim.place.precision or _FINE) <= _FINE:
            told[traced.roots[claim.report]].append(claim.place)
            telling[place_key(claim.place)].append(claim)
    leading = {}
    for places in told.values():
        counts = Counter(place_key(place) for place in places)
        key = min(counts, key=lambda key: (-counts[key], key))
        leading[key] = next(place for place in places if place_key(place) == key)
    together = [{place_key(place) for place in places} for places in told.values()]
    apart = sorted(
        key
        for key, place in leading.items()
        if any(
            _exclude(place, other) and not any({key, its} <= keys for keys in together)
            for its, other in leading.items()
        )
    )
    if len(apart) > 1:
        names = {key: leading[key].name for key in apart}
        said = listed(f"{names[key]} by {_who(telling[key], traced)}" for key in apart)
        yield Dispute(
            Contradiction(
                "place",
                tuple(_position(names[key], telling[key], traced) for key in apart),
                f"Where: {said}. They may be two names for one place, or it happened in several.",
            ),
            "minor",
        )


def _exclude(one: Place, other: Place) -> bool:
    if place_key(one) == place_key(other) or skeleton(one.name) == skeleton(other.name):
        return False
    for inner, outer in ((one, other), (other, one)):
        holders = {skeleton(name) for name in (inner.admin1, inner.admin2) if name}
        if skeleton(outer.name) in holders:
            return False
    distance = kilometres(one.lat, one.lon, other.lat, other.lon)
    return distance is None or distance > _NEAR_KM


def _certainty(core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find headlines that assert what the text below them only lets others claim."""
    by_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in core:
        if claim.kind in KINDS:
            by_report[claim.report, KINDS[claim.kind].event_type].append(claim)
    for (_, _), claims in sorted(by_report.items()):
        bold = [c for c in claims if c.headline and c.certainty == "asserted"]
        body = [c for c in claims if not c.headline]
        if bold and body and all(claim.certainty in _HEDGED for claim in body):
            yield Dispute(
                Contradiction(
                    "certainty",
                    (
                        _position("asserted in the headline", bold, traced),
                        _position("only claimed in the text", body, traced),
                    ),
                    "The headline asserts what the text only lets others claim: "
                    f"{_who(body, traced)}.",
                ),
                "none",
            )
