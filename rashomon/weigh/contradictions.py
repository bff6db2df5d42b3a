"""Where the accounts of an event cannot all be true.

Silence is never a contradiction, nor are counts of different scope or side (METHODS 5.9).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.lexicon import KINDS
from rashomon.values import Claim, Contradiction
from rashomon.weigh.denials import denials
from rashomon.weigh.disputes import Dispute, disputed_tolls, position, who
from rashomon.weigh.grades import Conflict
from rashomon.weigh.kind import core_claims
from rashomon.weigh.origins import Trace
from rashomon.weigh.place import place_key
from rashomon.weigh.sides import UNKNOWN, Sides
from rashomon.weigh.tolls import Toll
from rashomon.weigh.whereabouts import disputed_places
from rashomon.weigh.wording import listed
from rashomon.weigh.words import lexicon, name_words, stems

__all__ = ["find_disputes"]

_SHARP = 2  # date_prec up to which two days do
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
        *denials(told, core, traced, sides),
        *_actors(core, traced, sides),
        *_holders(core, traced, sides),
        *_days(core, traced),
        *disputed_places(core, traced),
        *_certainty(core, traced),
    ]
    return tuple(sorted(found, key=lambda dispute: _ORDER[dispute.severity]))


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
            positions = tuple(position(side, ascribed[side], traced) for side in apart)
            said = listed(f"{side} by {who(ascribed[side], traced)}" for side in apart)
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
    return {side for side in named - {UNKNOWN} if not _may_be_anybody(side)}


def _may_be_anybody(side: str) -> bool:
    """Tell whether a side is only called "gunmen" or "somebody": they may be any named one."""
    anybody = lexicon("fighting") | lexicon("insurgents") | lexicon("nobody")
    return not _is_named(side) and bool(frozenset(stems(side)) <= anybody)


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
    for key, taken in sorted(places.items()):
        held = {side: taken[side] for side in taken if _has_rival(side, taken)}
        if held and _at_one_time([c for claims in held.values() for c in claims]):
            said = listed(f"{side} by {who(held[side], traced)}" for side in sorted(held))
            yield Dispute(
                Contradiction(
                    "status",
                    tuple(position(side, held[side], traced) for side in sorted(held)),
                    f"Who took {names[key]}: {said}. It may have changed hands since; "
                    "no order of the two is told.",
                ),
                "major",
            )


def _has_rival(side: str, others: Iterable[str]) -> bool:
    """Tell whether another of the holders is surely not of the same camp.

    "Locals" and "resistance forces" may be two words for the same people.
    """
    return any(side != other and (_is_named(side) or _is_named(other)) for other in others)


def _is_named(side: str) -> bool:
    return bool(name_words(side)) or bool(frozenset(stems(side)) & lexicon("state"))


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
        said = listed(f"{_span(ends)} by {who(telling[ends], traced)}" for ends in positions)
        yield Dispute(
            Contradiction(
                "date",
                tuple(position(_span(ends), telling[ends], traced) for ends in positions),
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


def _certainty(core: Sequence[Claim], traced: Trace) -> Iterable[Dispute]:
    """Find headlines that assert what the text below them only lets others claim."""
    by_report: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in core:
        if claim.kind in KINDS:
            by_report[KINDS[claim.kind].event_type, claim.report].append(claim)
    asserted: dict[str, list[Claim]] = defaultdict(list)
    claimed: dict[str, list[Claim]] = defaultdict(list)
    for (kind, _), claims in sorted(by_report.items()):
        bold = [c for c in claims if c.headline and c.certainty == "asserted"]
        body = [c for c in claims if not c.headline]
        if bold and body and all(claim.certainty in _HEDGED for claim in body):
            asserted[kind] += bold
            claimed[kind] += body
    for kind, bold in asserted.items():
        yield Dispute(
            Contradiction(
                "certainty",
                (
                    position("asserted in the headline", bold, traced),
                    position("only claimed in the text", claimed[kind], traced),
                ),
                "The headline asserts what the text only lets others claim: "
                f"{who(claimed[kind], traced)}.",
            ),
            "none",
        )
