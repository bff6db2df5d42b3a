"""Where origins give tolls that cannot all be true, and what may lie behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from rashomon.values import Claim, Contradiction, Position
from rashomon.weigh.grades import Conflict
from rashomon.weigh.origins import Trace
from rashomon.weigh.settling import whole_counts
from rashomon.weigh.sides import TOTAL, UNKNOWN
from rashomon.weigh.summing import per_side, wholes
from rashomon.weigh.tolls import Toll
from rashomon.weigh.wording import NOBODY, counted, interval, listed, sentence, whose

__all__ = ["Dispute", "disputed_tolls", "position", "who"]

# Log ratios of two tolls (METHODS 5.9): below the first they differ little, above the second they
# tell another story.
_MINOR, _MAJOR = log(1.5), log(3)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction and how much it matters for the event as a whole."""

    contradiction: Contradiction
    severity: Conflict


def position(value: str, claims: Iterable[Claim], traced: Trace) -> Position:
    """Put a value beside the claims that give it."""
    ids = tuple(sorted({claim.id for claim in claims}))
    return Position(value, ids, len({traced.origins[claim].id for claim in ids}))


def who(claims: Iterable[Claim], traced: Trace) -> str:
    """Name who makes some claims."""
    return whose(traced.origins[claim.id] for claim in claims)


def disputed_tolls(tolls: Sequence[Toll]) -> Iterable[Dispute]:
    """Find the measures and sides whose tolls are disjoint even when round numbers have slack.

    Wholes are compared only where no side's tolls clash: one dispute is told once.
    """
    measures: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        measures[toll.measure].append(toll)
    for measure, told in sorted(measures.items()):
        sides = per_side(told)
        unsided = sides.pop(UNKNOWN, ())
        found = [_dispute(measure, side, said) for side, said in sides.items()]
        if unsided and not any(found):
            found = [_dispute(measure, TOTAL, wholes(told))]
        yield from (dispute for dispute in found if dispute is not None)


def _dispute(measure: str, of: str, tolls: Sequence[Toll]) -> Dispute | None:
    groups = _compatible(whole_counts(tolls))
    if len(groups) < 2:  # noqa: PLR2004  a contradiction takes two
        return None
    positions = tuple(_standing(group) for group in groups)
    said = listed(
        f"{each.value} by {whose(toll.origin for toll in group)}"
        for each, group in zip(positions, groups, strict=True)
    )
    gap = _gap(groups)
    severity: Conflict = "major" if gap > _MAJOR else "minor"
    explanation = f"{sentence(counted(of))} {measure}: {said}. {_size(gap)}{_reasons(groups)}"
    return Dispute(Contradiction(measure, positions, explanation), severity)


def _size(gap: float) -> str:
    """Say how far the outermost counts are apart, where it is little or much."""
    if gap < _MINOR:
        return "They differ by less than half. "
    return "They differ more than threefold. " if gap > _MAJOR else ""


def _compatible(tolls: Iterable[Toll]) -> list[list[Toll]]:
    """Gather tolls that can all be true together, from the least to the largest."""
    known = [toll for toll in tolls if toll.best is not None]
    groups: list[list[Toll]] = []
    for toll in sorted(known, key=lambda toll: (toll.best, toll.ceiling, toll.origin.id)):
        if groups and all(toll.meets(other) for other in groups[-1]):
            groups[-1].append(toll)
        else:
            groups.append([toll])
    return groups


def _standing(group: Sequence[Toll]) -> Position:
    low, high = min(toll.floor for toll in group), max(toll.ceiling for toll in group)
    open_ended = all(toll.high is None for toll in group)
    highs = [toll.high for toll in group if toll.high is not None]
    return Position(
        interval(low, None, None if open_ended else max(highs, default=high)),
        tuple(sorted({claim for toll in group for claim in toll.claims})),
        len({toll.origin.id for toll in group}),
    )


def _gap(groups: Sequence[Sequence[Toll]]) -> float:
    """Return the log ratio of the outermost positions, one added so that 0 has a ratio."""
    least = max(toll.best or 0 for toll in groups[0])
    most = min(toll.best or 0 for toll in groups[-1])
    return log((most + 1) / (least + 1))


def _reasons(groups: Sequence[Sequence[Toll]]) -> str:
    tolls = [toll for group in groups for toll in group]
    reasons = []
    if any(toll.enemy for toll in tolls):
        reasons.append("parties tend to count their enemy's losses high")
    if any(toll.origin.faceless and toll.origin.name is None for toll in groups[-1]):
        reasons.append(f"the highest count comes from {NOBODY}")
    days = sorted({toll.day[:10] for toll in tolls if toll.day})
    if len(days) > 1:
        reasons.append(f"the count may have changed between {days[0]} and {days[-1]}")
    reasons.append("they may count different incidents or different people")
    return f"Possible reasons: {'; '.join(reasons)}."
